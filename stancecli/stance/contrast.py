"""Two clauses set against each other, each with its own subject: what one is blamed for speaks for the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stancecli.model import Range
from stancecli.stance.syntax import Syntax

LEADING = frozenset("while whereas although though unlike".split())
"""These lead the clause that is set against another, which stands before or after it."""
_ENDS_SIDE = frozenset("; : . ? ! that".split())


class Side(NamedTuple):
    """One of two contrasted clauses: its tokens, and the chunk that is its subject."""

    place: Range
    subject: int


class Contrast(NamedTuple):
    """The word that sets two sides against each other, at token `at`."""

    at: int
    sides: tuple[Side, Side]


def find_contrast(words: Sequence[str], place: Range, syntax: Syntax) -> Contrast | None:
    """The first contrast of a sentence whose two sides have subjects of their own."""
    if LEADING.isdisjoint(words[place.first : place.stop]):
        return None
    for at in range(*place):
        if words[at] in LEADING:
            one, other = _halves(words, place, syntax, at)
            sides = _side(syntax, one, words[at] == "unlike"), _side(syntax, other, False)
            if sides[0].subject >= 0 and sides[1].subject >= 0:
                return Contrast(at, sides)
    return None


def _halves(words: Sequence[str], place: Range, syntax: Syntax, at: int) -> tuple[Range, Range]:
    """The clause after the word, and the one against which it is set."""
    start = next((i + 1 for i in range(at - 1, place.first - 1, -1) if words[i] in _ENDS_SIDE), place.first)
    stop = next((i for i in range(at + 1, place.stop) if words[i] in _ENDS_SIDE), place.stop)
    if at - start <= 1:
        turn = next((i for i in range(at + 2, stop) if words[i] == "," and _opens(syntax, i + 1)), stop)
        return Range(at + 1, turn), Range(turn, stop)
    return Range(at + 1, stop), Range(start, at)


def _opens(syntax: Syntax, token: int) -> bool:
    """Does a clause open here, with its subject?"""
    k = syntax.at(token)
    return k >= 0 and syntax.kind[k] == "n" and k in syntax.subject and not syntax.prep[k]


def _side(syntax: Syntax, place: Range, leads: bool) -> Side:
    """The clause with its subject; behind "unlike" the first phrase is what a subject is elsewhere."""
    for token in range(*place):
        k = syntax.at(token)
        if k >= 0 and syntax.kind[k] == "n" and syntax.first[k] == token and (leads or _opens(syntax, token)):
            return Side(place, k)
    return Side(place, -1)
