"use strict";
// Draws what the page holds as data. Words of articles become text and never markup: every element is made here, by name.

/** An element with attributes and children; a child that is a string becomes text. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The sections of an article: text, voices and notes, with the marks and the list item of each note by its number. */
function drawArticle(number, { voices, passages, notes }) {
  const drawn = new Map(notes.map(([note, words, side, lines]) => [note, { side, marks: [], item: noted(number, note, words, side, lines) }]));
  const of = ` of article ${number}`;
  const text = make("section", { class: "text", "aria-label": `Article${of}` });
  for (const [line, role, runs] of passages) {
    const passage = make("p", { class: `passage ${role}` }, make("span", { class: "line", "aria-hidden": "true" }, String(line)));
    for (const [voice, pieces] of runs) {
      const [name, key, style] = voices[voice] ?? [null, "", "nobody"];
      const run = make("span", { class: `voice ${style}`, title: name }, ...(key ? [make("span", { class: "key" }, key)] : []));
      for (const piece of pieces) run.append(...(typeof piece === "string" ? [piece] : marked(number, piece, drawn)));
      passage.append(run);
    }
    text.append(passage);
  }
  const legend = voices.map(([name, key, style, told]) =>
    make("li", { class: `voice ${style}` }, make("span", { class: "key" }, key || "–"), ` ${name} `, make("span", { class: "quiet" }, told)));
  const list = notes.length
    ? make("ol", { class: "notes" }, ...[...drawn.values()].map((note) => note.item))
    : make("p", {}, "No loaded words found.");
  const sections = [
    text,
    make("section", { "aria-label": `Voices${of}` }, make("h4", {}, "Voices"), make("ul", { class: "legend" }, ...legend)),
    make("section", { "aria-label": `Notes${of}` }, make("h4", {}, "Notes"), list),
  ];
  return { sections, notes: drawn };
}

/** Words of a note, and its number where they are its first. */
function marked(number, [words, note, first], drawn) {
  const { side, marks } = drawn.get(note);
  const mark = make("mark", { class: side }, words);
  marks.push(mark);
  if (!first) return [mark];
  const link = make("a", { id: `a${number}w${note}`, href: `#a${number}n${note}`, "aria-label": `Note ${note}: ${side}` }, String(note));
  return [mark, make("sup", {}, link)];
}

function noted(number, note, words, side, lines) {
  const details = lines.map(([line, style]) => make("span", { class: `detail${style}` }, line));
  return make("li", { id: `a${number}n${note}`, value: note }, make("a", { href: `#a${number}w${note}`, class: side }, words), ...details);
}
