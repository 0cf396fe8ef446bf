"""Find the paragraphs of plain text and Markdown by their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from stancecli.model import Span

WIDEST = 120
"""Characters; with a longer line, a text is not wrapped by hand."""

NARROWEST = 40
"""Characters; running text is not wrapped narrower than that."""

_ENDED = re.compile(r"[.?!:…][\"'”’)\]*_]*$")
_OPENS = re.compile(r"[-*•–—>] |\d{1,3}[.)] |[A-Z][A-Z .'’-]{1,40}:")
_FENCE = re.compile(r"```|~~~")
_PREFIX = re.compile(r"(?:#{1,6} +|> ?|[-*+] +|\d{1,3}[.)] +)*")
_MARKUP_ONLY = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,600}\)$|\[[^\]]+\]:\s+\S|[-*_= ]{3,}$|\||<[^>]*>$")


def lines_of(text: str) -> list[Span]:
    """The lines that are not blank, for a text that is known to have a paragraph a line."""
    return [line for line in _lines(text) if line.start < line.end]


def blocks(text: str) -> list[Span]:
    """The paragraphs: what blank lines part; within that every line, unless lines are wrapped by hand."""
    return _paragraphs(text, list(_parted(_lines(text))))


def markdown_blocks(text: str) -> list[Span]:
    """The paragraphs of Markdown, less code, tables, rules, images and the marks of a line."""
    found: list[Span] = []
    for start, end in _paragraphs(text, list(_parted(_prose(text, _lines(text))))):
        prefix = _PREFIX.match(text, start, end)
        bare = prefix.end() if prefix else start
        if bare < end and not _MARKUP_ONLY.match(text, start, end):
            found.append(Span(bare, end))
    return found


def _lines(text: str) -> Iterator[Span]:
    """Every line without the white space around it; a blank line is an empty span."""
    end = 0
    for line in text.splitlines(keepends=True):
        start, end = end, end + len(line)
        bare = line.strip()
        first = start + len(line) - len(line.lstrip())
        yield Span(first, first + len(bare))


def _prose(text: str, lines: Iterable[Span]) -> Iterator[Span]:
    """The lines, with blank ones for fenced code and around headings."""
    fence = ""
    for line in lines:
        blank = Span(line.start, line.start)
        mark = text[line.start : min(line.end, line.start + 3)]
        if fence:
            yield blank
            fence = "" if mark == fence else fence
        elif _FENCE.match(mark):
            fence = mark
            yield blank
        elif mark.startswith("#"):
            yield from (blank, line, blank)
        else:
            yield line


def _parted(lines: Iterable[Span]) -> Iterator[list[Span]]:
    """Runs of lines between blank ones."""
    block: list[Span] = []
    for line in lines:
        if line.start < line.end:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _paragraphs(text: str, parted: list[list[Span]]) -> list[Span]:
    """The lines of all blocks, joined where a line goes on in the next.

    A line that breaks off before a small letter always does. Where lines are wrapped by hand, so does every
    full one that no new item follows.
    """
    width = _width(text, parted)
    joined: list[Span] = []
    for block in parted:
        joined.append(block[0])
        for previous, line in pairwise(block):
            broken_off = text[line.start].islower() and not _ends_sentence(text, previous)
            if broken_off or (width and _full(text, previous, line, width) and not _OPENS.match(text, *line)):
                joined[-1] = Span(joined[-1].start, line.end)
            else:
                joined.append(line)
    return joined


def _width(text: str, parted: list[list[Span]]) -> int:
    """The width to which lines are wrapped by hand, or 0.

    They are where none is too long for that and at least half of those with a line below end within a sentence.
    """
    width = max(
        (end - start for block in parted for start, end in block if " " in text[start : start + WIDEST]), default=0
    )
    if not NARROWEST <= width <= WIDEST:
        return 0
    above = [line for block in parted for line in block[:-1]]
    return width if sum(_ends_sentence(text, line) for line in above) * 2 <= len(above) else 0


def _ends_sentence(text: str, line: Span) -> bool:
    return _ENDED.search(text, max(line.start, line.end - 8), line.end) is not None


def _full(text: str, previous: Span, line: Span, width: int) -> bool:
    """Whether a line was full: no room for the next one's first word (some leave a little)."""
    space = text.find(" ", line.start, line.end)
    word = (space if space >= 0 else line.end) - line.start
    return previous.end - previous.start + 1 + word > 0.85 * width
