"""From an order to a summary: read what earlier runs wrote, add it up, and show it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from stancecli.errors import Exit
from stancecli.model import Failure
from stancecli.render import Run
from stancecli.render.screen.canvas import Canvas
from stancecli.render.summarized import renderer
from stancecli.results import Told, Unanswered, results
from stancecli.summary import summarize
from stancecli.summary.model import Dimension
from stancecli.terminal import Messages, color_wanted, draws_unicode, page, width_of

_TOLD = 10
"""So many lines that are no results are told one by one."""

TOP = 20
"""Groups that are shown where nobody says how many; dates are all shown."""


class _Sound:
    """Lets results pass, and tells of what is none."""

    def __init__(self, messages: Messages) -> None:
        self.failures = 0
        self._messages = messages

    def of(self, found: Iterable[Told | Unanswered | Failure]) -> Iterator[Told | Unanswered]:
        for result in found:
            if not isinstance(result, Failure):
                yield result
                continue
            self.failures += 1
            if self.failures <= _TOLD:
                self._messages.tell(f"{result.error.place}: {result.error.message}")


def aggregate(
    paths: Sequence[str], by: Sequence[Dimension], format: str, top: int | None, width: int | None, color: str
) -> Exit:
    """Show what the results in `paths` add up to on standard output; `top` 0 is all groups, None the usual number.

    What is no result is told, and the rest is added up all the same. Raises `StanceError` where the order cannot be used.
    """
    messages = Messages()
    sound = _Sound(messages)
    by = tuple(dict.fromkeys(by))
    dated = {"date", "month", "year"}.intersection(by)
    most = (None if dated else TOP) if top is None else top or None
    summary = summarize(sound.of(results(paths, sys.stdin.buffer)), by, most)
    if sound.failures > _TOLD:
        messages.tell(f"{sound.failures - _TOLD:,} more that are no results")
    if summary.documents or not sound.failures:
        out = sys.stdout
        drawn = Run((), width=width or width_of(out), color=color_wanted(color, out), unicode=draws_unicode(out))
        page(renderer(format)(summary, Canvas(drawn)), color=drawn.color)
    return Exit.INPUT if sound.failures else Exit.FINE
