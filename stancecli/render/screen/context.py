"""Words in the sentence that they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rich.text import Text

from stancecli.model import Parse, Span
from stancecli.render.screen.canvas import QUIET, Canvas

REACH = 160
"""Characters of a sentence that are shown on either side of the words in question."""

LONGEST = 1200
"""Characters that are shown at most."""


def in_context(canvas: Canvas, parse: Parse, marks: Sequence[Span], style: str) -> Text:
    """The sentences around `marks` in one line, the marks in brackets and in `style`.

    `marks` are in order and do not overlap. What is left out at the ends shows as an ellipsis.
    """
    text = parse.document.text
    whole = Span(_sentence(parse, marks[0].start).start, _sentence(parse, marks[-1].end - 1).end)
    shown = _cropped(text, whole, marks[0].start, marks[-1].end)
    line = canvas.text(canvas.signs.more + " " if shown.start > whole.start else "", QUIET)
    place = shown.start
    for start, end in marks:
        if place <= start < shown.end:
            stop = min(end, shown.end)
            line.append_text(canvas.line(text[place:start], ("[", QUIET), (text[start:stop], style), ("]", QUIET)))
            place = stop
    line.append_text(canvas.text(text[place : shown.end]))
    return line.append_text(canvas.text(" " + canvas.signs.more if shown.end < whole.end else "", QUIET))


def _sentence(parse: Parse, place: int) -> Span:
    """The sentence in which a character stands, or the last before it."""
    token = bisect_right(parse.starts, place) - 1
    if token < 0:
        return Span(place, place + 1)
    return parse.span(*parse.sentences[parse.sentence_of[token]])


def _cropped(text: str, whole: Span, first: int, stop: int) -> Span:
    """`whole` without what is too far from `first` and `stop`, cut at spaces where there are any."""
    start, end = min(whole.start, first), max(whole.end, stop)
    if first - start > REACH:
        cut = first - REACH
        start = text.find(" ", cut, first) + 1 or cut
    limit = min(stop + REACH, start + LONGEST)
    if end > limit:
        cut = text.rfind(" ", max(stop, limit - REACH), limit)
        end = cut if cut > 0 else limit
    return Span(start, end)
