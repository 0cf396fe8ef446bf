"""Where a character stands in the input as it was read: its line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from stancecli.model import Anchor, Document

LINE_END = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"\w")


class Place(NamedTuple):
    """A line and a column of the input, in characters, counted from 1."""

    line: int
    column: int


class Places:
    """Turns characters of a document's text into places of its input, each in logarithmic time."""

    def __init__(self, document: Document) -> None:
        """Of a text taken out of markup, the anchors tell; any other is the input itself."""
        self._anchors = document.anchors or line_starts(document.text)
        self._text, self._in_page = document.text, bool(document.anchors)
        self._starts = [anchor.at for anchor in self._anchors]

    def __getitem__(self, at: int) -> Place:
        start, line, column = self._anchors[max(0, bisect_right(self._starts, at) - 1)]
        return Place(line, max(1, column + at - start))

    def begin(self, start: int, end: int) -> Place:
        """The place of the characters `start` to `end`; in a page that of their first word, for marks have no anchors."""
        word = _WORD.search(self._text, start, end) if self._in_page else None
        return self[word.start() if word else start]

    def end(self, start: int, end: int) -> Place:
        """The place behind the last of the characters `start` to `end`."""
        line, column = self[max(start, end - 1)]
        return Place(line, column + 1)


def line_starts(text: str) -> tuple[Anchor, ...]:
    """The first character of each line."""
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    return tuple([Anchor(start, number, 1) for number, start in enumerate(starts, start=1)])
