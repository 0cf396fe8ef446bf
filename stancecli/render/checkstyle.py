"""Checkstyle's XML, which most build servers read: a file for each document, with its hits and crossed gates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stancecli.findings import findings, path_of, record_of
from stancecli.gate import Level, levels_of
from stancecli.model import Answer, Entry, Failure
from stancecli.render import Run
from stancecli.render.ci.told import entries_of, gravity, of_crossing, of_hit
from stancecli.render.ci.xml import attribute

_SEVERITIES: dict[Level, str] = {"error": "error", "warning": "warning", "note": "info"}


def render(run: Run) -> Iterator[str]:
    """Documents in the order of the input, failures among them; the gates of the whole run last."""
    entries = entries_of(run)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for result in run.results:
        if isinstance(result, Failure):
            place = result.error.place or result.id
            yield _file(place, [_error(1, None, "error", result.error.message, "failure")])
        else:
            yield _file(path_of(result.parse.document), _errors(result, entries))
    overall = [_error(1, None, gravity(one), of_crossing(one), "gate") for one in run.overall()]
    yield (_file("all documents", overall) if overall else "") + "</checkstyle>\n"


def _errors(answer: Answer, entries: dict[str, Entry]) -> Iterator[str]:
    line = record_of(answer.parse.document) or 1
    for crossing in answer.crossings:
        yield _error(line, None, gravity(crossing), of_crossing(crossing), "gate")
    level_of = levels_of(answer)
    for found in findings(answer):
        column, said = found.start and found.start.column, of_hit(found.hit, entries)
        yield _error(found.line, column, level_of(found.hit), said, found.hit.entry)


def _file(name: str, errors: Iterable[str]) -> str:
    return f"  <file name={attribute(name)}>\n{''.join(errors)}  </file>\n"


def _error(line: int, column: int | None, level: Level, said: str, name: str) -> str:
    place = f'line="{line}"' + (f' column="{column}"' if column else "")
    source = attribute(f"stancecli.{name}")
    return f'    <error {place} severity="{_SEVERITIES[level]}" message={attribute(said)} source={source}/>\n'
