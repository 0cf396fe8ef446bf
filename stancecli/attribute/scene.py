"""What several parts of this room need to know about a parse, computed once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from stancecli.attribute.grammar import FINITE_TAGS
from stancecli.model import Parse, Quotation, Range, Span

HEADLINE = 25
"""A first paragraph of at most so many tokens is read as a headline, though it end with a full stop."""


class Scene:
    """A parse with its quoted tokens and paragraphs at hand.

    `zones` are the outermost quotations that make a statement (no scare quotes); `zone_of[i]` is the
    number of the zone that holds token i, or -1. Where words are not tagged, each tag is "".
    """

    def __init__(self, parse: Parse) -> None:
        """Take linear time; nothing is kept between parses."""
        self.parse = parse
        self.words = parse.words
        self.tags = parse.tags or ("",) * len(parse.words)
        self.zones: tuple[Quotation, ...] = tuple([q for q in parse.quotations if not q.depth and not q.scare])
        self.zone_of = [-1] * len(parse.words)
        for number, zone in enumerate(self.zones):
            self.zone_of[zone.first : zone.stop] = [number] * (zone.stop - zone.first)
        self._from = {quotation.first: quotation for quotation in reversed(parse.quotations)}
        self._to = {quotation.stop: quotation for quotation in reversed(parse.quotations)}
        self._marks = [quotation.first for quotation in parse.quotations]
        self._paragraphs: list[int] = []
        for number, (first, stop) in enumerate(parse.paragraphs):
            self._paragraphs += [number] * (stop - first)

    def word(self, token: int) -> str:
        """The lower-cased word at a place, "" before the first and behind the last."""
        return self.words[token] if 0 <= token < len(self.words) else ""

    def tag(self, token: int) -> str:
        """The tag of the word at a place, "" before the first and behind the last."""
        return self.tags[token] if 0 <= token < len(self.tags) else ""

    def has_verb(self, first: int, stop: int) -> bool:
        """Is there a verb with a subject of its own among tokens `first` to `stop`?"""
        return not FINITE_TAGS.isdisjoint(self.tags[first:stop])

    def comma(self, first: int, stop: int) -> int:
        """The first comma among tokens `first` to `stop`; `stop` where there is none."""
        return next((at for at in range(first, stop) if self.words[at] == ","), stop)

    def is_parted(self, stretch: Range) -> bool:
        """Is there a comma or such a verb within the stretch, so that it is no plain phrase?"""
        return "," in self.words[slice(*stretch)] or self.has_verb(*stretch)

    def zone_at(self, token: int) -> Quotation | None:
        """The zone that holds a token."""
        number = self.zone_of[token]
        return self.zones[number] if number >= 0 else None

    def paragraph_of(self, token: int) -> int:
        """The number of the paragraph that holds a token; the last one for the end of the text."""
        return self._paragraphs[token if token < len(self._paragraphs) else -1]

    def role(self, token: int) -> str:
        """What the paragraph that holds a token is: "headline" or "body"."""
        return self.parse.document.paragraphs[self.paragraph_of(token)].role

    def headline(self, token: int) -> bool:
        """Does the token stand in the headline, or in a short first paragraph that may be one?"""
        if self.role(token) == "headline":
            return True
        first, stop = self.parse.paragraphs[self.paragraph_of(token)]
        return first == 0 and stop <= HEADLINE and stop < len(self.words)

    def written(self, first: int, stop: int) -> tuple[str, Span]:
        """The text of tokens `first` to `stop` to the letter, and where it stands: what a report leads back to."""
        span = self.parse.span(first, stop)
        return self.parse.document.text[span.start : span.end], span

    def sentence(self, token: int) -> Range:
        """The sentence that holds a token; the last one for the end of the text."""
        return self.parse.sentences[self.parse.sentence_of[token] if token < len(self.words) else -1]

    def capital(self, token: int) -> bool:
        """Does the token begin with a capital letter?"""
        return self.parse.document.text[self.parse.starts[token]].isupper()

    @cached_property
    def last_capital(self) -> dict[str, int]:
        """Where each word stands with a capital letter for the last time."""
        return {word: at for at, word in enumerate(self.words) if self.capital(at)}

    def has_statement(self, first: int, stop: int) -> bool:
        """Does a part of a zone stand among tokens `first` to `stop`?"""
        return max(self.zone_of[first:stop], default=-1) >= 0

    def has_marks(self, stretch: Range) -> bool:
        """Does a quotation of any kind begin within the stretch?"""
        at = bisect_left(self._marks, stretch.first)
        return at < len(self._marks) and self._marks[at] < stretch.stop

    def is_quoted(self, token: int) -> bool:
        """Does the token stand between quotation marks of any kind?"""
        at = bisect_right(self._marks, token)
        return self.zone_of[token] >= 0 or (at > 0 and token < self.parse.quotations[at - 1].stop)

    def quotation_from(self, token: int) -> Quotation | None:
        """The outermost quotation of any kind that begins with a token."""
        return self._from.get(token)

    def quotation_to(self, stop: int) -> Quotation | None:
        """The outermost quotation of any kind that ends before a token."""
        return self._to.get(stop)
