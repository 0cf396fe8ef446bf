"""Markdown for a job summary or a comment: gates first, then documents, then the heaviest words. Never too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import heappush, heappushpop
from typing import NamedTuple

from stancecli.findings import findings
from stancecli.gate import LEVELS, levels_of, told
from stancecli.model import AUTHOR, Answer, Crossing, Entry, Failure, Report
from stancecli.own import REFERENCE
from stancecli.render import Run
from stancecli.render.ci.told import counted, entries_of, gravity, of_crossing, of_hit
from stancecli.render.screen.plain import plain

DOCUMENTS = 300
CROSSINGS = 100
FAILURES = 100
WORDS = 50
"""So many rows of each table are shown: a job summary may have a megabyte."""

_CELL = 300
"""Characters of a cell."""

_MEANT = re.compile(r"[\\`*_{}\[\]<>#|~&!$:]|(?<=www)\.", re.IGNORECASE)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


class _Word(NamedTuple):
    """A hit; `grave` and `weight` order them, then `order`, the later being less."""

    grave: int
    weight: float
    order: int
    line: str


class _Account:
    """What was seen of a run: counts of everything, and of each list as much as is shown."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self._entries = entries
        self.documents = self.words = self.hits = 0
        self.rows: list[str] = []
        self.crossings: list[tuple[str, Crossing]] = []
        self.crossed = self.failing = 0
        self.failures: list[Failure] = []
        self.failed = 0
        self.heaviest: list[_Word] = []

    def fail(self, failure: Failure) -> None:
        self.failed += 1
        if len(self.failures) < FAILURES:
            self.failures.append(failure)

    def cross(self, document: str, crossing: Crossing) -> None:
        self.crossed += 1
        self.failing += crossing.rule.level == "fail"
        if len(self.crossings) < CROSSINGS:
            self.crossings.append((document, crossing))

    def add(self, answer: Answer) -> None:
        report = answer.report
        self.documents += 1
        self.words += report.words
        if len(self.rows) < DOCUMENTS:
            self.rows.append(_document(report))
        for crossing in answer.crossings:
            self.cross(report.id, crossing)
        level_of = levels_of(answer)
        for found in findings(answer):
            self.hits += 1
            hit = found.hit
            column = f":{found.start.column}" if found.start else ""
            line = _row(f"{found.path}:{found.line}{column}", of_hit(hit, self._entries), hit.entry)
            grave = LEVELS.index(level_of(hit))
            word = _Word(grave, abs(hit.polarity) * hit.weight, -self.hits, line)
            heappush(self.heaviest, word) if len(self.heaviest) < WORDS else heappushpop(self.heaviest, word)


def render(run: Run) -> Iterator[str]:
    """The whole page, once all results are known."""
    account = _Account(entries_of(run))
    for result in run.results:
        account.fail(result) if isinstance(result, Failure) else account.add(result)
    for crossing in run.overall():
        account.cross("the whole run", crossing)
    yield "\n".join(_page(account))


def _page(account: _Account) -> Iterator[str]:
    counts = [counted(account.documents, "document"), counted(account.words, "word")]
    counts.append(counted(account.hits, "loaded word"))
    counts += [told(account.failing, account.crossed - account.failing)] if account.crossed else []
    counts += [counted(account.failed, "failure")] if account.failed else []
    yield f"{REFERENCE}## Wording\n"
    yield f"{', '.join(counts)}.\n"
    gates = [_row(gravity(crossing), name, of_crossing(crossing)) for name, crossing in account.crossings]
    yield from _table("Gates", ("", "Document", "Rule"), gates, account.crossed)
    broken = [_row(failure.error.place or failure.id, failure.error.message) for failure in account.failures]
    yield from _table("Failures", ("Input", "Why"), broken, account.failed)
    columns = ("Document", "Words", "Author's loaded words", "per 100", "Clearest stance")
    yield from _table("Documents", columns, account.rows, account.documents)
    words = sorted(sorted(account.heaviest, reverse=True), key=lambda word: (-word.grave, -word.order))
    yield from _table("Heaviest words", ("Place", "Word", "Entry"), [word.line for word in words], account.hits)


def _table(title: str, columns: tuple[str, ...], rows: list[str], count: int) -> Iterator[str]:
    """A table under a heading; nothing where it has no rows."""
    if not rows:
        return
    yield f"### {title}\n"
    yield f"| {' | '.join(columns)} |"
    yield "| --- " * len(columns) + "|"
    yield from rows
    yield f"\n… and {count - len(rows):,} more.\n" if count > len(rows) else ""


def _document(report: Report) -> str:
    author = next((row for row in report.actors if row.name == AUTHOR), None)
    density = f"{author.density:g}" if author and author.density is not None else "–"
    clearest = max(report.stances, key=lambda stance: abs(stance.score), default=None)
    stance = f"{clearest.holder} to {clearest.target}: {clearest.score:+.2f}" if clearest and clearest.score else "–"
    return _row(report.id, f"{report.words:,}", f"{author.loaded if author else 0:,}", density, stance)


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(text_of, cells))} |"


def text_of(text: str) -> str:
    """A text that Markdown, and GitHub's own, shows in a cell as it is: one line, signs escaped, not too long."""
    line = plain(text)
    line = line if len(line) <= _CELL else line[: _CELL - 1] + "…"
    return _MEANT.sub(lambda found: _ENTITIES.get(found[0], "\\" + found[0]), line)
