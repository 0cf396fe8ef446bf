"""A hit among the parties of its sentence: what stands where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stancecli.aim.parties import Party
from stancecli.aim.words import (
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    PLACES,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    RELATIVES,
    THINKING,
    VERBAL,
)
from stancecli.model import Range

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


class Scene(NamedTuple):
    """A hit (tokens `first` to `stop`) among the parties of its sentence.

    Nothing outside tokens `low` to `high` is looked at. `counts` is how often the text mentions each party;
    `asides` are tokens that only tell whose words the hit stands in; `topic` is whom "it" or "they" at the start of the
    sentence goes on from.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...]
    parties: list[Party]
    low: int
    high: int
    first: int
    stop: int
    voice: str
    counts: Mapping[str, int]
    asides: tuple[Range, ...]
    topic: Party | None = None

    def adverb(self, at: int) -> bool:
        """Is token `at` an adverb by its ending, and no party ("Italy")?"""
        return self.words[at].endswith("ly") and not any(party.first <= at < party.stop for party in self.parties)

    def before(self, stop: int, low: int | None = None) -> list[Party]:
        """Parties that end by token `stop`, the nearest first."""
        start = self.low if low is None else low
        return [party for party in reversed(self.parties) if start <= party.first and party.stop <= stop]

    def after(self, first: int, high: int | None = None) -> list[Party]:
        """Parties from token `first` on, the nearest first."""
        stop = self.high if high is None else high
        return [party for party in self.parties if first <= party.first and party.stop <= stop]

    def ending(self, stop: int) -> Party | None:
        """The party whose last token is just before `stop`."""
        return next((party for party in self.parties if party.stop == stop), None)

    def starting(self, first: int) -> Party | None:
        """The party whose first token is `first`."""
        return next((party for party in self.parties if party.first == first), None)

    def preposition(self, party: Party) -> str:
        """The preposition just before a party, over articles; "" where there is none."""
        at = party.first - 1
        while at >= self.low and (self.words[at] in DETERMINERS or self.words[at] in QUOTES):
            at -= 1
        return self.words[at] if at >= self.low and self.words[at] in PREPOSITIONS else ""

    def place(self, party: Party) -> bool:
        """Is the party named only to say where ("in Norway")?"""
        return not party.person and self.preposition(party) in PLACES

    def beside(self, party: Party) -> bool:
        """Does the party only help to introduce the speaker ("said Smith, mayor of Norwich")?"""
        return any(first <= party.first < stop for first, stop in self.asides)

    def possessive(self, party: Party) -> bool:
        """Does "'s" follow, or is it a possessive pronoun?"""
        return self.words[party.stop - 1] in POSSESSIVES or (
            party.stop < self.high and self.words[party.stop] in ("'s", "'")
        )

    def clause_start(self, at: int) -> int:
        """The first token of the clause that token `at` stands in."""
        words = self.words
        while at > self.low:
            word = words[at - 1]
            if word in BREAKS or (word == "," and words[at] in QUOTES):
                break
            at -= 1
        return at

    def clause_stop(self, at: int) -> int:
        """The token after the clause that token `at` stands in."""
        while at < self.high and self.words[at] not in BREAKS:
            at += 1
        return at

    def subject(self, at: int, possessive: bool = False) -> Party | None:
        """The subject of the verb at token `at`: the last party before it that no preposition leads.

        Apposition is skipped ("Smith, head of the board, lied"), a conjoined verb has the first subject
        ("Smith met Jones and lied"), a relative clause and what follows it the party before it. "'s" marks no subject unless
        `possessive` ("Smith's plan is bad").
        """
        words = self.words
        start = self.clause_start(at)
        start = next((i for i in range(at - 1, start, -1) if words[i - 1] in THINKING), start)
        while at > start and (words[at - 1] in VERBAL or self.adverb(at - 1)):
            at -= 1
        if at > start and words[at - 1] in PRONOUNS and not self.ending(at):
            return None
        if at > start and words[at - 1] == "," and (opened := self._comma(at - 1, start)):
            at = opened
        parties = self.before(at, start)
        fitting = [p for p in parties if not self.preposition(p) and (possessive or not self.possessive(p))]
        relative = start > self.low and words[start - 1] in RELATIVES
        if fitting and not (relative and self._acts_before(fitting[0], start)):
            conjoined = not CONJUNCTIONS.isdisjoint(words[max(start, at - 2) : at])
            return fitting[-1] if conjoined else fitting[0]
        if relative:
            return self.ending(start - 2 if words[start - 2] == "," else start - 1)
        return None

    def _acts_before(self, party: Party, start: int) -> bool:
        """Does a relative clause that begins at `start` have its verb before the party ("the man who hit Smith was a liar")?"""
        return not FINITE.isdisjoint(self.tags[start : party.first])

    def _comma(self, at: int, start: int) -> int:
        """The comma before the one at token `at` if a party stands just before it, else 0."""
        while at > start:
            at -= 1
            if self.words[at] == ",":
                return at if self.ending(at) else 0
        return 0

    def owner(self, party: Party) -> Party:
        """The party that a thing belongs to ("Smith's White House"), else the party itself."""
        if party.person or party.first - 1 <= self.low or self.words[party.first - 1] not in ("'s", "'"):
            return party
        return self.ending(party.first - 1) or party
