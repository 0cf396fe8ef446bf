// Filters, evidence and articles of a report. Evidence and articles are drawn when they come into view, or are led to.
(() => {
  const ROWS = 200; // groups of evidence that are drawn at a time
  const form = document.getElementById("filters");
  const told = document.getElementById("told");
  const list = document.getElementById("groups");
  const more = document.getElementById("more");
  const rows = document.querySelectorAll("#rows tbody tr");
  const index = JSON.parse(document.getElementById("index").textContent);
  const { names } = index;
  const articles = index.articles.map(([actors, outlet], at) => ({
    number: at + 1,
    element: document.getElementById(`a${at + 1}`),
    row: rows[at],
    actors: new Set(actors),
    outlet,
    drawn: null, // what drawArticle returned
    wanted: new Set(), // notes that the filters leave
  }));
  const groups = index.groups.map(([holder, target, score, pieces], at) => ({ number: at + 1, holder, target, score, pieces, left: pieces, element: null }));
  let rowsShown = ROWS;

  for (const select of form.querySelectorAll("select")) {
    const options = names[select.name].map((name, number) => make("option", { value: number }, name));
    select.append(make("option", { value: "" }, "all"), ...options);
  }

  function asked() {
    const chosen = new FormData(form);
    return Object.fromEntries(["actor", "target", "category", "outlet"].map((name) => [name, chosen.get(name) ? Number(chosen.get(name)) : null]));
  }

  function apply() {
    const { actor, target, category, outlet } = asked();
    for (const article of articles) article.wanted.clear();
    const found = new Set();
    let words = 0;
    for (const group of groups) {
      const heard = actor === null || group.holder === actor;
      group.left = target !== null && target !== group.target ? [] : group.pieces.filter(([article, , , voice, kind]) =>
        (heard || voice === actor) && (category === null || category === kind) && (outlet === null || outlet === articles[article].outlet));
      for (const [article, note] of group.left) {
        found.add(article);
        if (note) articles[article].wanted.add(note);
      }
      words += group.left.length;
    }
    let read = 0;
    for (const [at, article] of articles.entries()) {
      const heard = target === null && category === null && (actor === null || article.actors.has(actor));
      const shown = found.has(at) || (heard && (outlet === null || outlet === article.outlet));
      article.element.hidden = !shown;
      if (article.row) article.row.hidden = !shown;
      if (article.drawn) filterNotes(article);
      read += shown;
    }
    rowsShown = ROWS;
    drawGroups();
    told.textContent = `${written(read)} of ${written(articles.length)} articles, ${written(words)} pieces of evidence`;
  }

  function filterNotes({ drawn, wanted }) {
    for (const [number, note] of drawn.notes) {
      note.item.hidden = !wanted.has(number);
      for (const mark of note.marks) mark.classList.toggle("off", note.item.hidden);
    }
  }

  function draw(article) {
    if (article.drawn) return true;
    const data = document.getElementById(`d${article.number}`);
    if (!data) return false; // the page is still being read
    article.drawn = drawArticle(article.number, JSON.parse(data.textContent));
    filterNotes(article);
    article.element.append(...article.drawn.sections);
    seen.unobserve(article.element);
    return true;
  }

  function drawGroups() {
    const left = groups.filter((group) => group.left.length);
    list.replaceChildren(...left.slice(0, rowsShown).map(groupElement));
    if (!left.length) list.append(make("p", { class: "quiet" }, "No loaded words found."));
    more.hidden = left.length <= rowsShown;
    more.textContent = `Show ${written(left.length - rowsShown)} more`;
  }

  function groupElement(group) {
    const size = `${group.left.length} piece${group.left.length === 1 ? "" : "s"}`;
    const score = group.score === null ? [] : [make("span", { class: side(group.score) }, signed(group.score)), " "];
    const label = [`${names.actor[group.holder]} → ${names.target[group.target]} `, ...score, make("span", { class: "quiet" }, size)];
    if (!group.element) {
      group.element = make("details", { id: `g${group.number}` }, make("summary"));
      group.element.addEventListener("toggle", () => drawPieces(group));
    }
    group.element.firstChild.replaceChildren(...label);
    drawPieces(group);
    return group.element;
  }

  function drawPieces(group) {
    group.element.lastChild.nodeName === "UL" && group.element.lastChild.remove();
    if (group.element.open) group.element.append(make("ul", {}, ...group.left.map(pieceElement)));
  }

  function pieceElement([at, note, words, , category, favours]) {
    const link = make("a", { class: favours ? "for" : "against", href: `#a${at + 1}${note ? `w${note}` : ""}` }, `${favours ? "+" : "−"} ${words}`);
    const where = articles.length > 1 ? `, article ${at + 1}` : "";
    return make("li", {}, link, " ", make("span", { class: "quiet" }, `${names.category[category] ?? "no loaded word"}${where}`));
  }

  function written(number) {
    return number.toLocaleString("en");
  }

  function side(score) {
    return score > 0 ? "for" : score < 0 ? "against" : "quiet";
  }

  function signed(score) {
    const size = Math.abs(score).toFixed(1);
    return Number(size) ? `${score > 0 ? "+" : "−"}${size}` : size;
  }

  const last = { article: -1, note: 0 };

  function step(by) {
    const reached = articles.filter((article) => !article.element.hidden && article.wanted.size);
    if (!reached.length) return;
    let at = reached.findIndex((article) => article.number - 1 >= last.article);
    if (at < 0) at = by > 0 ? 0 : reached.length;
    const places = (article) => [...article.wanted].sort((one, other) => one - other);
    const here = reached[at]?.number - 1 === last.article;
    const rest = here ? places(reached[at]).filter((note) => (by > 0 ? note > last.note : note < last.note)) : [];
    if (!rest.length && (here || by < 0)) at = (at + by + reached.length) % reached.length;
    const choice = rest.length ? rest : places(reached[at]);
    focusNote(reached[at], choice.at(by > 0 ? 0 : -1));
  }

  function focusNote(article, note) {
    if (!draw(article)) return;
    Object.assign(last, { article: article.number - 1, note });
    const [mark] = article.drawn.notes.get(note).marks;
    document.querySelector("mark[tabindex]")?.removeAttribute("tabindex");
    mark.tabIndex = -1;
    mark.focus();
    mark.scrollIntoView({ block: "center" });
  }

  /** Draws what a link within the page leads to. */
  function reveal(hash) {
    const [, kind, number] = /^#([ag])(\d+)/.exec(hash) ?? [];
    if (kind === "a" && articles[number - 1]) draw(articles[number - 1]);
    const group = kind === "g" && groups[number - 1];
    if (!group) return;
    rowsShown = Math.max(rowsShown, groups.filter((one) => one.left.length).indexOf(group) + 1);
    drawGroups();
    if (group.element) group.element.open = true;
  }

  function drawAll() {
    rowsShown = Infinity;
    drawGroups();
    for (const article of articles) if (!article.element.hidden) draw(article);
    for (const details of document.querySelectorAll("details:not([open])")) {
      details.open = true;
      closed.push(details);
    }
    for (const group of groups) if (group.element?.isConnected) drawPieces(group); // "toggle" comes after printing
  }

  const closed = [];
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) draw(articles[Number(entry.target.id.slice(1)) - 1]);
  }, { rootMargin: "600px" });

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  document.getElementById("before").addEventListener("click", () => step(-1));
  document.getElementById("after").addEventListener("click", () => step(1));
  more.addEventListener("click", () => {
    const next = rowsShown;
    rowsShown += ROWS;
    drawGroups();
    list.children[next].firstChild.focus();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link) reveal(link.hash);
  });
  addEventListener("hashchange", () => reveal(location.hash));
  addEventListener("beforeprint", drawAll);
  addEventListener("afterprint", () => {
    for (const details of closed.splice(0)) details.open = false;
    rowsShown = ROWS;
    drawGroups();
  });
  addEventListener("DOMContentLoaded", () => {
    for (const article of articles) seen.observe(article.element);
    if (!location.hash) return;
    reveal(location.hash);
    location.replace(location.hash); // what it leads to is there only now
  });
  form.hidden = false;
  apply();
})();
