"""A line for each hit and each crossed gate, as compilers tell: `FILE:LINE:COLUMN: level: what [name]`."""

from __future__ import annotations

from collections.abc import Iterator

from stancecli.findings import findings, path_of, record_of
from stancecli.gate import levels_of
from stancecli.model import Answer, Entry, Failure
from stancecli.render import Run
from stancecli.render.ci.told import entries_of, gravity, of_crossing, of_hit
from stancecli.render.screen.plain import plain


def render(run: Run) -> Iterator[str]:
    """Lines in the order of the input, those of the whole run last; editors and problem matchers read them."""
    entries = entries_of(run)
    for result in run.results:
        if isinstance(result, Failure):
            yield _line(result.error.place or result.id, "error", result.error.message, "failure")
        else:
            yield from _lines(result, entries)
    for crossing in run.overall():
        yield _line("all documents", gravity(crossing), of_crossing(crossing), "gate")


def _lines(answer: Answer, entries: dict[str, Entry]) -> Iterator[str]:
    document = answer.parse.document
    for crossing in answer.crossings:
        place = f"{path_of(document)}:{record_of(document) or 1}:1"
        yield _line(place, gravity(crossing), of_crossing(crossing), "gate")
    level_of = levels_of(answer)
    for found in findings(answer):
        place = f"{found.path}:{found.line}:{found.start.column if found.start else 1}"
        yield _line(place, level_of(found.hit), of_hit(found.hit, entries), found.hit.entry)


def _line(place: str, level: str, said: str, name: str) -> str:
    return plain(f"{place}: {level}: {said} [{name}]") + "\n"
