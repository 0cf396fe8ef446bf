"""The Test Anything Protocol, version 13: a point for each document, which passes where no gate fails."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stancecli.findings import findings
from stancecli.gate import levels_of
from stancecli.model import Answer, Entry, Failure
from stancecli.render import Run
from stancecli.render.ci.told import entries_of, gravity, of_crossing, of_hit
from stancecli.render.jsonl import encode
from stancecli.render.screen.plain import plain

_ORDER = re.compile(r"[\\#]")


def render(run: Run) -> Iterator[str]:
    """A point for each document as it comes, and one for the whole run; the plan last, as a stream has it."""
    entries, number = entries_of(run), 0
    yield "TAP version 13\n"
    for number, result in enumerate(run.results, start=1):
        if isinstance(result, Failure):
            yield _point(
                number, False, result.id, [f"error: {result.error.place or result.id}: {result.error.message}"]
            )
        else:
            yield _document(number, result, entries)
    overall = run.overall()
    if overall:
        told = [f"{gravity(crossing)}: {of_crossing(crossing)}" for crossing in overall]
        number += 1
        yield _point(number, not any(gravity(crossing) == "error" for crossing in overall), "all documents", told)
    yield f"1..{number}\n"


def _document(number: int, answer: Answer, entries: dict[str, Entry]) -> str:
    told = [f"{gravity(crossing)}: {of_crossing(crossing)}" for crossing in answer.crossings]
    level_of = levels_of(answer)
    for found in findings(answer):
        place = f"{found.line}:{found.start.column if found.start else 1}"
        told.append(f"{place}: {level_of(found.hit)}: {of_hit(found.hit, entries)}")
    passes = all(gravity(crossing) != "error" for crossing in answer.crossings)
    return _point(number, passes, answer.report.id, told)


def _point(number: int, passes: bool, name: str, told: list[str]) -> str:
    """A line, and below it what there is to tell: a list in YAML, whose items are JSON. A "#" would begin an order."""
    called = _ORDER.sub(r"\\\g<0>", plain(name))
    head = f"{'ok' if passes else 'not ok'} {number} - {called}\n"
    items = "".join(f"  - {encode(plain(line))}\n" for line in told)
    return f"{head}  ---\n{items}  ...\n" if told else head
