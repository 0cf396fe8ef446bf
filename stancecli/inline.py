"""Marks in an article that set hits aside: `<!-- stancecli: ignore next -->`. docs/ci.md explains them to writers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stancecli.lexicon import Names, nearest
from stancecli.model import Anchor, Document, Hit, Paragraph, Span, Waiver

_MARK = re.compile(r"<!--\s{0,20}stancecli\s{0,5}:((?:(?!-->).){0,400})-->", re.DOTALL | re.IGNORECASE)
_ORDER = re.compile(r"ignore\s+(next|line|start|end|file)\b\s*:?(.*)", re.DOTALL)
_ORDERS = tuple(f"ignore {scope}" for scope in ("next", "line", "start", "end", "file"))


class Mark(NamedTuple):
    """A comment of ours: the characters that it takes, and what it says."""

    span: Span
    says: str


def find_inline(text: str) -> list[Mark]:
    """All our comments in a text or a page, in order."""
    if "<!--" not in text:
        return []
    return [Mark(Span(*found.span()), " ".join(found[1].split())) for found in _MARK.finditer(text)]


def blanked(text: str, spans: Sequence[Span]) -> str:
    """The text with spaces in place of what is no part of the article, every other character where it was."""
    pieces, at = list[str](), 0
    for start, end in spans:
        pieces += (text[at:start], " " * (end - start))
        at = end
    return "".join([*pieces, text[at:]])


def waivers_of(
    marks: Sequence[Mark], places: Sequence[Anchor], length: int, paragraphs: Sequence[Paragraph]
) -> tuple[tuple[Waiver, ...], tuple[str, ...]]:
    """What the marks set aside, and what is wrong with them.

    `places` tell of each mark which character of the text comes after it, and its line and column in the input;
    `length` is the text's.
    """
    waivers: list[Waiver] = []
    wrong: list[str] = []
    started: tuple[Mark, Anchor] | None = None
    for mark, place in zip(marks, places, strict=True):
        order = _ORDER.fullmatch(mark.says)
        scope, names = (order[1], _names(order[2])) if order else ("", ())
        if scope == "next":
            waivers.append(Waiver(place.at, _paragraph_end(paragraphs, place.at, length), place.line, mark.says, names))
        elif scope == "line":
            waivers.append(Waiver(0, length, place.line, mark.says, names, line_only=True))
        elif scope == "file":
            waivers.append(Waiver(0, length, place.line, mark.says, names))
        elif scope == "start" and started is None:
            started = (mark, place)
        elif scope == "end" and started is not None:
            waivers.append(_between(started, place.at))
            started = None
        else:
            wrong.append(_wrong(mark, place, scope))
    if started is not None:
        waivers.append(_between(started, length))
        wrong.append(f"line {started[1].line}: '{started[0].says}' has no end, and holds to the end of the text")
    return tuple(waivers), tuple(wrong)


def set_aside(hits: tuple[Hit, ...], document: Document, names: Names) -> tuple[tuple[Hit, ...], tuple[str, ...]]:
    """The hits that no mark in the document sets aside, and a warning of each mark that sets nothing aside."""
    if not document.waivers:
        return hits, ()
    used: set[int] = set()
    kept: list[Hit] = []
    for hit in hits:
        over = [number for number, waiver in enumerate(document.waivers) if _covers(waiver, hit, names)]
        used.update(over)
        if not over:
            kept.append(hit)
    idle = [waiver for number, waiver in enumerate(document.waivers) if number not in used]
    return tuple(kept), tuple(f"line {waiver.line}: there is nothing for '{waiver.says}' to ignore" for waiver in idle)


def _covers(waiver: Waiver, hit: Hit, names: Names) -> bool:
    if not waiver.start <= hit.start < waiver.end or (waiver.line_only and hit.line != waiver.line):
        return False
    return not waiver.names or any(hit.category == name or hit.entry in names[name] for name in waiver.names)


def _between(started: tuple[Mark, Anchor], end: int) -> Waiver:
    (mark, place) = started
    order = _ORDER.fullmatch(mark.says)
    return Waiver(place.at, end, place.line, mark.says, _names(order[2]) if order else ())


def _paragraph_end(paragraphs: Sequence[Paragraph], at: int, length: int) -> int:
    """The end of the paragraph that a character stands in, or of the next."""
    return next((end for _, end, _ in paragraphs if end > at), length)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(",") if name.strip())


def _wrong(mark: Mark, place: Anchor, scope: str) -> str:
    if scope:
        return f"line {place.line}: '{mark.says}' {'has no start' if scope == 'end' else 'stands within another'}"
    return f"line {place.line}: '{mark.says}' is not a known instruction{nearest(mark.says, _ORDERS)}"


def places_in_text(marks: Sequence[Mark], starts: Sequence[Anchor]) -> Iterator[Anchor]:
    """The places of marks in a text that is the input itself; `starts` are those of its lines."""
    line = 0
    for mark in marks:
        while line + 1 < len(starts) and starts[line + 1].at <= mark.span.start:
            line += 1
        yield Anchor(mark.span.end, line + 1, mark.span.start - starts[line].at + 1)


def places_in_page(
    marks: Sequence[Mark], starts: Sequence[Anchor], anchors: Sequence[Anchor], length: int
) -> Iterator[Anchor]:
    """The places of marks in a page, and the first character of its text that stands behind each of them."""
    ordered = sorted((anchor.line, anchor.column, anchor.at) for anchor in anchors)
    following = 0
    for place in places_in_text(marks, starts):
        while following < len(ordered) and ordered[following][:2] < (place.line, place.column):
            following += 1
        yield place._replace(at=ordered[following][2] if following < len(ordered) else length)
