"""For the log of a GitHub Actions step: the table, then the annotations that matter most.

GitHub shows ten annotations of each level for a step and drops the rest without a word. So the gravest are
kept, and the last of ten says how many others the table holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from heapq import heappush, heappushpop
from typing import NamedTuple

from msgspec.structs import replace

from stancecli.findings import findings, path_of, record_of
from stancecli.gate import Level, levels_of
from stancecli.model import Answer, Entry, Failure
from stancecli.render import Run, table
from stancecli.render.ci.told import entries_of, gravity, of_crossing, of_hit
from stancecli.render.screen.plain import plain

MOST = 10
"""Annotations of one level that a step may show."""

_COMMAND = re.compile(r"^(\s*):(?=:)|##(?=\[)", re.MULTILINE)
_NAMES: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


class _Note(NamedTuple):
    """An annotation; `weight` orders those of a level, then `order`, the later being less."""

    weight: float
    order: int
    text: str


def render(run: Run) -> Iterator[str]:
    """The table as it comes, with nothing that GitHub takes for a command, then at most ten annotations a level."""
    board = _Board(entries_of(run))
    for piece in table.render(replace(run, results=board.watch(run.results), color=False)):
        yield _COMMAND.sub(lambda found: f"{found[1]}: " if found[1] is not None else "# #", piece)
    for crossing in run.overall():
        board.pin(gravity(crossing), "", 0, of_crossing(crossing))
    yield from board.lines()


class _Board:
    """The gravest annotations of each level, and how many there were."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self._entries = entries
        self._kept: dict[Level, list[_Note]] = {"error": [], "warning": [], "note": []}
        self._counts: dict[Level, int] = {"error": 0, "warning": 0, "note": 0}

    def watch(self, results: Iterable[Answer | Failure]) -> Iterator[Answer | Failure]:
        """The same results, once they are noted."""
        for result in results:
            if isinstance(result, Failure):
                self.pin("error", result.error.place or result.id, 0, result.error.message)
            else:
                self._answered(result)
            yield result

    def pin(self, level: Level, path: str, line: int, message: str, weight: float = 9.0, more: str = "") -> None:
        """Note an annotation; without a line it is one of the whole file, without a path of the run."""
        where = f"file={_property(path)}," if path else ""
        where += f"line={line}," if line else ""
        text = f"::{_NAMES[level]} {where}{more}title=stancecli::{_message(message)}"
        self._counts[level] += 1
        note, kept = _Note(weight, -self._counts[level], text), self._kept[level]
        if len(kept) < MOST:
            heappush(kept, note)
        else:
            heappushpop(kept, note)

    def lines(self) -> Iterator[str]:
        """The annotations, each level in the order of the input; where some are left out the last one says so."""
        for level, kept in self._kept.items():
            several = self._counts[level] > MOST
            shown = sorted(kept, reverse=True)[: MOST - several]
            yield from (f"{note.text}\n" for note in sorted(shown, key=lambda note: -note.order))
            if several:
                left = self._counts[level] - len(shown)
                yield f"::{_NAMES[level]} title=stancecli::{left} more of this kind: see the table in the log\n"

    def _answered(self, answer: Answer) -> None:
        document = answer.parse.document
        for crossing in answer.crossings:
            self.pin(gravity(crossing), path_of(document), record_of(document) or 1, of_crossing(crossing))
        level_of = levels_of(answer)
        for found in findings(answer):
            ends = ""
            if found.start and found.end:
                ends = f"endLine={found.end.line},col={found.start.column},endColumn={found.end.column},"
            weight = abs(found.hit.polarity) * found.hit.weight
            level = level_of(found.hit)
            self.pin(level, found.path, found.line, of_hit(found.hit, self._entries), min(weight, 8.0), ends)


def _message(text: str) -> str:
    """A command's message in one line; "%" begins an escape there."""
    return plain(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
