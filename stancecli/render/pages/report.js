"use strict";
// Filters of a report. It compares numbers that the page gives to names, and makes no markup: no word of an article is read here.
(() => {
  const form = document.getElementById("filters");
  const told = document.getElementById("told");
  const numbers = (text) => new Set((text || "").split(" ").filter(Boolean));
  const articles = new Map();
  for (const element of document.querySelectorAll("article")) {
    articles.set(element.id, { element, actors: numbers(element.dataset.actors), outlet: element.dataset.outlet, row: null });
  }
  for (const row of document.querySelectorAll("#rows tbody tr")) articles.get(row.dataset.article).row = row;
  const notes = new Map();
  for (const element of document.querySelectorAll(".notes li")) notes.set(element.id, { element, marks: [], wanted: true });
  const marks = [...document.querySelectorAll("mark[data-note]")];
  for (const mark of marks) notes.get(mark.dataset.note)?.marks.push(mark);
  const groups = [...document.querySelectorAll("#groups details")].map((element) => ({
    element,
    target: element.dataset.target,
    pieces: [...element.querySelectorAll("li")].map((piece) => ({
      element: piece,
      actors: numbers(piece.dataset.actors),
      category: piece.dataset.category,
      article: articles.get(piece.dataset.article),
      note: notes.get(piece.dataset.note),
    })),
  }));

  function apply() {
    const asked = { actor: "", target: "", category: "", outlet: "", ...Object.fromEntries(new FormData(form)) };
    const found = new Set();
    for (const note of notes.values()) note.wanted = false;
    let words = 0;
    for (const group of groups) {
      let shown = 0;
      for (const piece of group.pieces) {
        const fits =
          (!asked.target || asked.target === group.target) &&
          (!asked.actor || piece.actors.has(asked.actor)) &&
          (!asked.category || asked.category === piece.category) &&
          (!asked.outlet || asked.outlet === piece.article.outlet);
        piece.element.hidden = !fits;
        if (!fits) continue;
        shown += 1;
        found.add(piece.article);
        if (piece.note) piece.note.wanted = true;
      }
      group.element.hidden = !shown;
      words += shown;
    }
    for (const note of notes.values()) {
      note.element.hidden = !note.wanted;
      for (const mark of note.marks) mark.classList.toggle("off", !note.wanted);
    }
    let read = 0;
    for (const article of articles.values()) {
      const heard = !asked.target && !asked.category && (!asked.actor || article.actors.has(asked.actor));
      const shown = found.has(article) || (heard && (!asked.outlet || asked.outlet === article.outlet));
      article.element.hidden = !shown;
      if (article.row) article.row.hidden = !shown;
      read += shown;
    }
    told.textContent = `${read} of ${articles.size} articles, ${words} pieces of evidence`;
  }

  function step(by) {
    const shown = marks.filter((mark) => !mark.classList.contains("off") && !mark.closest("[hidden]"));
    if (!shown.length) return;
    const at = shown.indexOf(step.last);
    step.last = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length];
    for (const mark of marks) mark.removeAttribute("tabindex");
    step.last.tabIndex = -1;
    step.last.focus();
    step.last.scrollIntoView({ block: "center" });
  }

  function open() {
    const place = document.getElementById(location.hash.slice(1));
    const group = place?.closest("details");
    if (group) group.open = true;
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  document.getElementById("before").addEventListener("click", () => step(-1));
  document.getElementById("after").addEventListener("click", () => step(1));
  addEventListener("hashchange", open);
  const closed = [];
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open])")) closed.push(details);
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed.splice(0)) details.open = false;
  });
  form.hidden = false;
  apply();
  open();
})();
