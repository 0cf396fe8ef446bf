"""Words in the sentence that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from stancecli.excerpt import cropped, sentence_at
from stancecli.model import Parse, Span, unmarked
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

    def words(start: int, end: int) -> str:
        return unmarked(text, parse.document.marks, start, end)

    whole = Span(sentence_at(parse, marks[0].start).start, sentence_at(parse, marks[-1].end - 1).end)
    shown = cropped(text, whole, marks[0].start, marks[-1].end, REACH, LONGEST)
    line = canvas.text(canvas.signs.more + " " if shown.start > whole.start else "", QUIET)
    place = shown.start
    for start, end in marks:
        if place <= start < shown.end:
            stop = min(end, shown.end)
            line.append_text(canvas.line(words(place, start), ("[", QUIET), (words(start, stop), style), ("]", QUIET)))
            place = stop
    line.append_text(canvas.text(words(place, shown.end)))
    return line.append_text(canvas.text(" " + canvas.signs.more if shown.end < whole.end else "", QUIET))
