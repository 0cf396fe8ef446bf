"""Take the text of an article out of a PDF: lines are put together to paragraphs by where they stand on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from stancecli.errors import InputError
from stancecli.markup import Page, title_of
from stancecli.pdf_pages import Line, pages_of

GAP = 1.45
"""Lines that are so many times as far apart as most of their page, or as their type is high, are two paragraphs."""

INDENT = 0.8
"""So many sizes of type to the right of a line that ends a sentence, a paragraph begins."""

SHORT = 3.0
"""A line that ends a sentence so many sizes of type before the longest one ends ends its paragraph."""

GROWN = 1.15
"""Type so many times as large, or as small, is that of another paragraph."""

_EDGE = 2  # lines at the head and the foot of a page that may be of all pages
_FOLIO = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_PRINTED = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d\d(?: ?[AP]M)?\b.*|(?:file|https?)://\S+(?: \d{1,4}/\d{1,4})?",
    re.IGNORECASE,
)
"""What a browser prints above and below a page: the time and the title; the address and the number."""
_FINAL = re.compile(r"[.?!:…][\"'”’)\]]*$")
_HYPHENS = "\u00ad\ufffe\u0002"  # what PDFium makes of a hyphen that only divides a word
_WORDS = re.compile(r"\w+")


def extract(data: bytes, id: str) -> Page:
    """The text of a PDF, a paragraph a line. Its own title counts where its first page shows it.

    Raises `InputError` where the file cannot be read, or holds no text.
    """
    pages, title, _ = pages_of(data, id)
    text = "\n".join(_paragraphs(_without_furniture(pages)))
    if not text:
        raise InputError("holds no text: scanned pages have to be recognised first (OCR)", id)
    first = _WORDS.findall(" ".join(line.text for line in pages[0]).casefold()) if pages else []
    shown = set(_WORDS.findall(title.casefold())) <= set(first)
    return Page(text, title_of(title) if shown else None)


def _without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without their numbers, and without what stands at the head or the foot of most of them.

    Where nothing else stands on any page, it stays.
    """
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_bare(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    running = {words for words, count in edges.items() if count >= 2 and count > len(pages) / 2}
    kept = []
    for lines in pages:
        first, stop = 0, len(lines)
        while first < stop and _is_furniture(lines[first], running):
            first += 1
        while stop > first and _is_furniture(lines[stop - 1], running):
            stop -= 1
        kept.append(list(lines[first:stop]))
    return kept if any(kept) else [list(lines) for lines in pages]


def _bare(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _is_furniture(line: Line, running: set[str]) -> bool:
    return _bare(line) in running or any(form.fullmatch(line.text) for form in (_FOLIO, _PRINTED))


def _paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The lines of all pages, put together; a sentence goes on over the end of a page or a column."""
    text = ""
    before: Line | None = None
    for lines in pages:
        pitches = [one.bottom - two.bottom for one, two in pairwise(lines)]
        pitch = median([step for step in pitches if step > 0] or [0.0])
        width = max((line.right for line in lines), default=0.0)
        for line in lines:
            if before is None or _begins(line, before, pitch, width):
                if text:
                    yield text.rstrip(_HYPHENS)
                text = line.text
            else:
                text = _joined(text, line.text)
            before = line
    if text:
        yield text.rstrip(_HYPHENS)


def _begins(line: Line, before: Line, pitch: float, width: float) -> bool:
    """Whether a paragraph begins with this line."""
    if not 1 / GROWN < line.size / before.size < GROWN:
        return True
    step = before.bottom - line.bottom
    if step <= 0:  # another column, or another page
        return _FINAL.search(before.text) is not None
    if step > GAP * max(pitch, line.size):
        return True
    is_short = before.right < width - SHORT * before.size
    is_indented = line.left > before.left + INDENT * line.size
    return _FINAL.search(before.text) is not None and (is_short or is_indented)


def _joined(text: str, line: str) -> str:
    if text[-1] in _HYPHENS:
        return text[:-1] + line
    return text + line if text.endswith("-") and line[0].islower() else f"{text} {line}"
