"""Find the zones between quotation marks, however they are written, nested or left open."""

from __future__ import annotations

import re
from itertools import compress, count
from typing import Literal, NamedTuple

from stancecli.model import Quotation, Range
from stancecli.tokens import Tokens

Family = Literal["double", "single", "angle"]

_FAMILY: dict[str, Family] = {
    "“": "double", "”": "double", '"': "double", "''": "double", "``": "double", "‘‘": "double", "„": "double", "‟": "double",
    "‘": "single", "'": "single", "`": "single", "‹": "single", "›": "single",
    "«": "angle", "»": "angle",
}  # fmt: skip
_OPENERS = frozenset(["“", "‘‘", "``", "„", "«"])
_CLOSERS = frozenset("”»")
_BEFORE_OPENING = frozenset("([{<—–-/|“‘\"'«„‹`*_=")
_AFTER_CLOSING = frozenset(".,;:!?)]}>…—–-/|“”’\"'»›*_")
_ELISIONS = frozenset("tis twas til till em cause n bout round cuz bama un er kay".split())
_YEAR = re.compile(r"\d\d(?:s|ers)?$")
_NO_SUBJECT = frozenset("i we he she they it you there who".split())
SCARE_WORDS = 4
"""Scare quotes hold at most so many words."""


class _Mark(NamedTuple):
    """A quotation mark at token `at`, which way its surroundings say that it points."""

    at: int
    family: Family
    opens: bool
    closes: bool
    sure: bool


class _Open(NamedTuple):
    first: int
    family: Family
    continues: bool


def find_quotations(text: str, tokens: Tokens, paragraphs: tuple[Range, ...]) -> tuple[Quotation, ...]:
    """All zones, in order of their first token. Time is linear in the number of marks."""
    places = compress(count(), map(_FAMILY.__contains__, tokens.words))
    place = next(places, None)
    found: list[Quotation] = []
    pending: Family | None = None
    for paragraph in paragraphs:
        here: list[int] = []
        while place is not None and place < paragraph.stop:
            here.append(place)
            place = next(places, None)
        if here:
            zones, pending = _Zones(text, tokens, paragraph, pending).read(here)
            found += zones
        elif paragraph.first < paragraph.stop:
            pending = None
    return tuple(found)


class _Zones:
    """Reads the marks of one paragraph from left to right, with a stack of zones still open."""

    def __init__(self, text: str, tokens: Tokens, paragraph: Range, pending: Family | None) -> None:
        self.text = text
        self.words, self.starts, self.ends = tokens
        self.paragraph = paragraph
        self.pending = pending
        self.stack: list[_Open] = []
        self.found: list[Quotation] = []

    def read(self, places: list[int]) -> tuple[list[Quotation], Family | None]:
        """The zones, and the family of an outer zone that the paragraph's end left open."""
        marks = [mark for mark in map(self._mark, places) if mark]
        singles, nested = _closable(marks), _nestable(marks)
        for number, mark in enumerate(marks):
            if mark.family == "single":
                self._single(mark, *singles[number])
            else:
                self._other(mark, nested[number], number == 0)
        left = self.stack[0].family if self.stack else None
        while self.stack:
            self._pop(self.paragraph.stop, closed=False)
        return sorted(self.found), left

    def _mark(self, at: int) -> _Mark | None:
        """The mark at token `at`, or None for an apostrophe or a sign of measure."""
        word, (first, stop) = self.words[at], self.paragraph
        start, end = self.starts[at], self.ends[at]
        before = self.text[start - 1] if at > first else " "
        after = self.text[end] if at + 1 < stop else " "
        left = before.isspace() or before in _BEFORE_OPENING
        right = after.isspace() or after in _AFTER_CLOSING
        family = _FAMILY[word]
        if family == "single":
            return self._single_mark(at, before, after, left, right)
        if before.isdigit() and self._measure(at):
            return None
        if at + 1 == stop:
            return _Mark(at, family, False, True, True)
        if word in _OPENERS:
            return _Mark(at, family, left or not right, right and not left, True)
        if word in _CLOSERS:
            return _Mark(at, family, left and not right, right or not left, True)
        return _Mark(at, family, left and not right, right and not left, left != right)

    def _measure(self, at: int) -> bool:
        """Whether the mark stands for inches after feet: 6'2"."""
        return (
            at >= 2
            and self.words[at] in {'"', "”"}
            and self.words[at - 2] == "'"
            and self.ends[at - 2] == self.starts[at - 1]
        )

    def _single_mark(self, at: int, before: str, after: str, left: bool, right: bool) -> _Mark | None:
        written = self.text[self.starts[at]]
        if written in "‘'’`" and not after.isspace() and self._elided(at):
            return None
        opens = left and not after.isspace() and written != "’"
        closes = right and not before.isspace() and written not in "`"
        if not opens and not closes:
            return None
        possessive = before in "sSzxZX" and after.isspace()
        return _Mark(at, "single", opens, closes, not possessive)

    def _elided(self, at: int) -> bool:
        """'90s, 'em, rock 'n' roll: the mark stands for missing letters."""
        if at + 1 >= self.paragraph.stop:
            return False
        word = self.words[at + 1]
        return word in _ELISIONS or _YEAR.match(word) is not None

    def _single(self, mark: _Mark, closes_later: bool, surely_next: bool) -> None:
        top = self.stack[-1].family if self.stack else None
        if top == "single":
            if mark.closes and (mark.sure or not surely_next):
                self._pop(mark.at + 1, closed=True)
            return
        if mark.opens and (closes_later or self._begins(mark.at)):
            self._push(mark)

    def _begins(self, at: int) -> bool:
        """Whether a single mark without a partner opens a quote that goes on in the next paragraph."""
        if self.stack or self.text[self.starts[at]] != "‘":
            return False
        return at == self.paragraph.first or self.words[at - 1] in {":", ","}

    def _other(self, mark: _Mark, nested: bool, foremost: bool) -> None:
        families = [zone.family for zone in self.stack]
        inside = mark.family in families
        closes = mark.closes if mark.opens != mark.closes else inside
        if not closes:
            if families[-1:] == [mark.family] and not nested:
                self._pop(mark.at, closed=False)
            self._push(mark)
        elif inside:
            while self.stack[-1].family != mark.family:
                self.stack.pop()
            self._pop(mark.at + 1, closed=True)
        elif foremost and self.pending == mark.family and mark.sure:
            self._add(_Open(self.paragraph.first, mark.family, True), mark.at + 1, closed=True)

    def _push(self, mark: _Mark) -> None:
        continues = mark.at == self.paragraph.first and self.pending == mark.family
        if len(self.stack) < 4:
            self.stack.append(_Open(mark.at, mark.family, continues))

    def _pop(self, stop: int, closed: bool) -> None:
        self._add(self.stack.pop(), stop, closed)

    def _add(self, zone: _Open, stop: int, closed: bool) -> None:
        inner = self.words[zone.first + 1 : stop - closed]
        if not any(word[0].isalnum() for word in inner):
            return
        depth = len(self.stack)
        scare = closed and self._scare(zone.first, inner)
        self.found.append(Quotation(zone.first, stop, depth, closed, zone.continues, scare))

    def _scare(self, first: int, inner: tuple[str, ...]) -> bool:
        """A few words that make no statement, with no mark that ends one and no `:` or `,` leading to them."""
        if not inner[-1][-1].isalnum() or sum(word[0].isalnum() for word in inner) > SCARE_WORDS:
            return False
        if first > self.paragraph.first and self.words[first - 1] in {":", ","}:
            return False
        return inner[0] not in _NO_SUBJECT


def _closable(marks: list[_Mark]) -> list[tuple[bool, bool]]:
    """For each mark: does a later single mark close; is the next single mark one that surely does."""
    answers: list[tuple[bool, bool]] = []
    later = surely = False
    for mark in reversed(marks):
        answers.append((later, surely))
        if mark.family == "single":
            later = later or mark.closes
            surely = mark.closes and not mark.opens and mark.sure
    return answers[::-1]


def _nestable(marks: list[_Mark]) -> list[bool]:
    """For each mark: would enough marks close behind it, were it to open a quote within one of its own kind."""
    answers: list[bool] = []
    excess = {"double": 0, "angle": 0, "single": 0}
    for mark in reversed(marks):
        excess[mark.family] += mark.closes - mark.opens
        answers.append(excess[mark.family] > 0)
    return answers[::-1]
