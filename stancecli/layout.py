"""Find the paragraphs of plain text and Markdown by their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from stancecli.model import Span

WIDEST = 120
"""Characters; with a longer line, a text is not wrapped by hand."""

NARROWEST = 40
"""Characters; running text is not wrapped narrower than that."""

_ENDED = re.compile(r"[.?!:…][\"'”’)\]*_]*$")
_OPENS = re.compile(r"[-*•–—>] |\d{1,3}[.)] |[A-Z][A-Z .'’-]{1,40}:")
_FENCE = re.compile(r"```|~~~")
_PREFIX = re.compile(r"(?:#{1,6} +|> ?|[-*+] +|\d{1,3}[.)] +)*")
_MARKUP_ONLY = re.compile(r"!\[.*\]\(.*\)$|\[[^\]]+\]:\s+\S|[-*_= ]{3,}$|\||<[^>]*>$")


def lines_of(text: str) -> list[Span]:
    """The lines that are not blank, for a text that is known to have a paragraph a line."""
    return [line for line in _lines(text) if line.start < line.end]


def blocks(text: str) -> list[Span]:
    """The paragraphs: what blank lines part; within that every line, unless lines are wrapped by hand."""
    lines = list(_lines(text))
    width = _width(text, lines)
    return [span for block in _parted(lines) for span in _paragraphs(text, block, width)]


def markdown_blocks(text: str) -> list[Span]:
    """The paragraphs of Markdown, less front matter, code, tables, rules, images and the marks of a line."""
    lines = list(_prose(text, _lines(text)))
    width = _width(text, lines)
    found: list[Span] = []
    for block in _parted(lines):
        for start, end in _paragraphs(text, block, width):
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
    """The lines, with blank ones for front matter, fenced code and around headings."""
    fence = ""
    for number, line in enumerate(lines):
        blank = Span(line.start, line.start)
        mark = text[line.start : min(line.end, line.start + 3)]
        if fence:
            yield blank
            fence = "" if mark == fence else fence
        elif _FENCE.match(mark) or (mark == "---" and number == 0):
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


def _width(text: str, lines: list[Span]) -> int:
    """The width to which lines are wrapped by hand: 0 where one is too long for that, or none is long enough."""
    width = max((end - start for start, end in lines if " " in text[start : min(end, start + WIDEST)]), default=0)
    return width if NARROWEST <= width <= WIDEST else 0


def _paragraphs(text: str, block: list[Span], width: int) -> list[Span]:
    """A block's lines, joined where a line goes on in the next.

    Wrapped text shows by most of its lines ending within a sentence. There, a line ends a paragraph only
    where the next line's first word would have fitted, or with a sentence before a new item.
    """
    if len(block) == 1:
        return block
    ended = [_ENDED.search(text, max(start, end - 8), end) is not None for start, end in block]
    wrapped = width > 0 and sum(ended[:-1]) * 2 <= len(block) - 1
    joined = [block[0]]
    for line, previous, stop in zip(block[1:], block, ended, strict=False):
        goes_on = not stop and text[line.start].islower()
        if goes_on or (wrapped and not _OPENS.match(text, line.start, line.end) and _full(text, previous, line, width)):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _full(text: str, previous: Span, line: Span, width: int) -> bool:
    """Whether a line was full: no room for the next one's first word (some leave a little)."""
    space = text.find(" ", line.start, line.end)
    word = (space if space >= 0 else line.end) - line.start
    return previous.end - previous.start + 1 + word > 0.85 * width
