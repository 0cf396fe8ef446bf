"""Find the paragraphs of plain text and Markdown by their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from stancecli.model import Span

WIDEST = 120
"""Lines longer than that are paragraphs, not lines wrapped by hand."""

NARROWEST = 40
"""Running text is not wrapped narrower than that."""

_ENDED = re.compile(r"[.?!:…][\"'”’)\]*_]*$")
_OPENS = re.compile(r"[-*•–—>] |\d{1,3}[.)] |[A-Z][A-Z .'’-]{1,40}:")
_FENCE = re.compile(r"```|~~~")
_PREFIX = re.compile(r"(?:#{1,6} +|> ?|[-*+] +|\d{1,3}[.)] +)*")
_MARKUP_ONLY = re.compile(r"!\[.*\]\(.*\)$|\[[^\]]+\]:\s+\S|[-*_= ]{3,}$|\||<[^>]*>$")


def blocks(text: str) -> list[Span]:
    """The paragraphs: what blank lines part; within that every line, unless lines are wrapped by hand."""
    return [span for block in _parted(_lines(text)) for span in _paragraphs(text, block)]


def markdown_blocks(text: str) -> list[Span]:
    """The paragraphs of Markdown, less front matter, code, tables, rules, images and the marks of a line."""
    found: list[Span] = []
    for block in _parted(_prose(text, _lines(text))):
        for start, end in _paragraphs(text, block):
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


def _paragraphs(text: str, block: list[Span]) -> list[Span]:
    """A block's lines, those joined that were wrapped by hand.

    Wrapped text shows by most of its lines ending within a sentence; there, a line ends a paragraph only
    where it ends a sentence and the next line's first word would have fitted.
    """
    if len(block) == 1:
        return block
    width = max(end - start for start, end in block)
    if width > WIDEST:
        return block
    ended = [_ENDED.search(text, max(start, end - 8), end) is not None for start, end in block]
    if width < NARROWEST or sum(ended[:-1]) * 2 > len(block) - 1:
        return block
    joined = [block[0]]
    for line, previous, stop in zip(block[1:], block, ended, strict=False):
        word = text.find(" ", line.start, line.end)
        short = previous.end - previous.start + (word if word >= 0 else line.end) - line.start < width
        if (stop and short) or _OPENS.match(text, line.start, line.end):
            joined.append(line)
        else:
            joined[-1] = Span(joined[-1].start, line.end)
    return joined
