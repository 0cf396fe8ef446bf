"""GitLab's code quality report: one list of JSON with a hit or a crossed gate on each line, written as they come."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from stancecli.findings import findings, path_of, record_of
from stancecli.gate import Level, levels_of
from stancecli.model import Answer, Entry, Failure
from stancecli.render import Run
from stancecli.render.ci.told import entries_of, gravity, of_crossing, of_hit
from stancecli.render.jsonl import encode
from stancecli.render.screen.plain import plain

_SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "note": "info"}


def render(run: Run) -> Iterator[str]:
    """Hits, crossed gates and failures in the order of the input; the gates of the whole run last."""
    entries = entries_of(run)
    yield "["
    comma = ""
    for result in run.results:
        items = [_failure(result)] if isinstance(result, Failure) else _items(result, entries)
        for item in items:
            yield f"{comma}\n{encode(item)}"
            comma = ","
    for crossing in run.overall():
        yield f"{comma}\n{encode(_item('gate', of_crossing(crossing), gravity(crossing), '.', 1, crossing.about))}"
        comma = ","
    yield "\n]\n"


def _items(answer: Answer, entries: dict[str, Entry]) -> Iterator[dict[str, Any]]:
    document = answer.parse.document
    path, line = path_of(document), record_of(document) or 1
    for crossing in answer.crossings:
        key = f"{answer.report.id}\n{crossing.rule.text}\n{crossing.about}"
        yield _item("gate", of_crossing(crossing), gravity(crossing), path, line, key)
    level_of = levels_of(answer)
    for found in findings(answer):
        said = of_hit(found.hit, entries)
        key = f"{answer.report.id}\n{found.key}"
        yield _item(found.hit.entry, said, level_of(found.hit), found.path, found.line, key)


def _failure(failure: Failure) -> dict[str, Any]:
    return _item("failure", failure.error.message, "error", failure.error.place or failure.id, 1, failure.id)


def _item(name: str, said: str, level: Level, path: str, line: int, key: str) -> dict[str, Any]:
    """One of the list; what `key` says of it besides its name and path makes its fingerprint its own."""
    digest = hashlib.sha256(f"{name}\n{path}\n{key}".encode("utf-8", "replace"))
    return {
        "description": plain(said),
        "check_name": name,
        "fingerprint": digest.hexdigest(),
        "severity": _SEVERITIES[level],
        "location": {"path": path, "lines": {"begin": line}},
    }
