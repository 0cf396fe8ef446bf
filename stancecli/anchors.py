"""Where the words of a text that was taken out of HTML stand in the page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from stancecli.model import Anchor
from stancecli.places import line_starts

_SKIPPED = ("script", "style", "head", "noscript", "template", "svg")
_PIECE = re.compile(r"(?P<word>\w+)|&(?P<entity>#?\w{1,31});|(?P<comment><!--)|<(?P<tag>/?[a-zA-Z]*)[^<>]*>|<")
_CLOSING = {name: re.compile(f"</{name}[^<>]*>", re.IGNORECASE) for name in _SKIPPED}
_WORD = re.compile(r"\w+")
_LINE_END = re.compile(r"[\n\r]")

_KEY = 3
"""Words that must agree before a place counts as found again."""

_LOOKED_AT = 8
"""Places with the same three words that are compared."""

_AGREEING = 12
"""Words that are compared at each of them."""


class _Words(NamedTuple):
    """Words with their places, in order."""

    words: list[str]
    at: list[int]


def anchors(html: str, text: str) -> tuple[Anchor, ...]:
    """Where the words of `text` stand in `html`: an anchor at each word that does not follow from the one before.

    Words are compared in order; where they part (what is between was left out), the place where three words agree
    again is looked for, forward first. A word that is found nowhere has no anchor. In linear time.
    """
    page, wanted = _of_page(html), _of_text(text)
    openings = _openings(text, wanted.at)
    index: dict[tuple[str, ...], list[int]] = {}
    for number in range(len(page.words) - _KEY + 1):
        index.setdefault(tuple(page.words[number : number + _KEY]), []).append(number)
    lines = line_starts(html)
    starts = [line.at for line in lines]
    found: list[Anchor] = []
    for number, place in _matches(page.words, wanted.words, openings, index):
        line = bisect_right(starts, page.at[place])
        anchor = Anchor(wanted.at[number], line, page.at[place] - starts[line - 1] + 1)
        if not found or not _follows(found[-1], anchor):
            found.append(anchor)
    return tuple(found)


def _matches(
    page: list[str], wanted: list[str], openings: set[int], index: dict[tuple[str, ...], list[int]]
) -> Iterator[tuple[int, int]]:
    """Pairs of a wanted word's number and its place among the page's words."""
    here = 0
    for number, word in enumerate(wanted):
        length = min(_KEY, len(wanted) - number) if number in openings else 1
        if page[here : here + length] != wanted[number : number + length]:
            candidates = index.get(tuple(wanted[number : number + _KEY]), ())
            if not candidates:
                continue
            here = _best(page, wanted, number, candidates, here)
        if here < len(page) and page[here] == word:
            yield number, here
            here += 1


def _best(page: list[str], wanted: list[str], number: int, candidates: Sequence[int], here: int) -> int:
    """The next of the places at which most words agree; one behind only where there is none before."""
    first = bisect_left(candidates, here)
    ahead = candidates[first : first + _LOOKED_AT] or candidates[:_LOOKED_AT]
    return max(ahead, key=lambda place: (_agreeing(page, wanted, number, place), -place))


def _agreeing(page: list[str], wanted: list[str], number: int, place: int) -> int:
    pairs = zip(page[place : place + _AGREEING], wanted[number : number + _AGREEING], strict=False)
    return next((count for count, (one, other) in enumerate(pairs) if one != other), _AGREEING)


def _follows(before: Anchor, anchor: Anchor) -> bool:
    return before.line == anchor.line and before.column + anchor.at - before.at == anchor.column


def _of_text(text: str) -> _Words:
    found = list(_WORD.finditer(text))
    return _Words([word[0] for word in found], [word.start() for word in found])


def _openings(text: str, at: list[int]) -> set[int]:
    """The numbers of the words that come first in a line: there the page may have gone on elsewhere."""
    ends = [end.start() for end in _LINE_END.finditer(text)]
    return {0, *(bisect_left(at, end) for end in ends)}


def _of_page(html: str) -> _Words:
    """The words that a page shows; entities are read, what is in scripts, styles and the head is left out."""
    words, starts, end, at = list[str](), list[int](), -1, 0
    unclosed: set[str] = set()  # what is not closed from here on never will be, and is not looked for again
    while (piece := _PIECE.search(html, at)) is not None:
        at = piece.end()
        kind = piece.lastgroup
        if kind == "comment":
            stop = html.find("-->", at)
            at = stop + 3 if stop >= 0 else len(html)
        elif kind == "tag" and (name := piece["tag"].lower()) in _SKIPPED and name not in unclosed:
            close = _CLOSING[name].search(html, at)
            at = close.end() if close else at
            unclosed |= set() if close else {name}
        elif kind in ("word", "entity"):
            shown = piece[0] if kind == "word" else unescape(piece[0])
            if not _WORD.fullmatch(shown):
                continue
            if piece.start() == end:
                words[-1] += shown
            else:
                words.append(shown)
                starts.append(piece.start())
            end = piece.end()
    return _Words(words, starts)
