"""Find the marks of Markdown within paragraphs: what is written there and is no word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from stancecli.model import Paragraph, Span

_SIGNS = ("*", "_", "`", "](", "[^")
"""Without one of these a text has no marks, which spares plain text the search."""

# In order: an image, a footnote's number, the end of a link with its address, the beginning of a link, and a run
# of signs that set words off. All are bounded, so that no text is searched twice over.
_MARK = re.compile(
    r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,600}\)"
    r"|\[\^[^\[\]\s]{1,40}\]"
    r"|\]\([^()\s]{1,600}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:[ \t]+\"[^\"\n]{0,200}\")?\)"
    r"|\["
    r"|(?<!\\)(?:\*+|_+|`+|~+)"
)
_RUNS = frozenset(["*", "**", "***", "_", "__", "___", "`", "~~"])


def find_marks(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Span, ...]:
    """The marks in `paragraphs`, in order: images, notes' numbers, links without their words, paired signs.

    A single asterisk, brackets around a word and a sign within a word (`file_name`) are no marks. Runs in
    time linear in the length of the text.
    """
    if not any(sign in text for sign in _SIGNS):
        return ()
    return tuple(chain.from_iterable(sorted(_marks(text, start, end)) for start, end, _ in paragraphs))


def _marks(text: str, start: int, end: int) -> Iterator[Span]:
    """The marks of one paragraph; signs only where one that opens has one that closes."""
    opened: dict[str, Span] = {}
    for found in _MARK.finditer(text, start, end):
        mark, sign = Span(*found.span()), found[0]
        if sign.startswith(("![", "[^")):
            yield mark
        elif sign.startswith("]"):
            if "[" in opened:
                yield from (opened.pop("["), mark)
        elif sign == "[":
            opened[sign] = mark
        elif sign in _RUNS:
            before = text[mark.start - 1] if mark.start > start else " "
            after = text[mark.end] if mark.end < end else " "
            if sign in opened and not before.isspace() and not after.isalnum():
                yield from (opened.pop(sign), mark)
            elif not before.isalnum() and not after.isspace():
                opened[sign] = mark
