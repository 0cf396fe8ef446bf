"""Where in the text each party is mentioned, by token."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from stancecli.aim.words import FIRST_PERSON
from stancecli.model import AUTHOR, UNATTRIBUTED, ActorKind, Cast, Parse, Span
from stancecli.phrases import PhraseIndex
from stancecli.tokens import words_of
from stancecli.voices import tokens_of, voice_name


class Party(NamedTuple):
    """A mention: tokens `first` to `stop` stand for the actor `name`.

    `adjectival` is true for a country named by another word than its own ("Russian", "U.S."), which
    can belong to a noun that stands further to the right ("Russian hired goons"). `person` is true for
    one or several people, false for what "in" and "from" can make a mere place.
    """

    first: int
    stop: int
    name: str
    adjectival: bool
    person: bool


class PartyMap:
    """Where every party is mentioned; `counts` is how often each one is.

    Only mentions near a hit are ever placed among the tokens: most of a text's are not.
    """

    def __init__(self, parse: Parse, cast: Cast) -> None:
        """Take the mentions of the cast, "I" and "our" in people's own words, and requested phrases.

        A requested phrase is a party only where it names no actor.
        """
        self._parse = parse
        self._named = sorted((*span, actor.name, actor.kind) for actor in cast.actors for span in actor.mentions)
        self._parties: dict[int, Party] = {}
        self._extra = sorted([*_first_persons(parse, cast), *_requested(parse, cast)])
        self.counts = Counter({actor.name: len(actor.mentions) for actor in cast.actors})
        self.counts.update(party.name for party in self._extra)

    def between(self, low: int, high: int) -> list[Party]:
        """The mentions that begin at tokens `low` to `high`, in order and without overlaps."""
        parse = self._parse
        first, stop = bisect_left(self._named, (parse.starts[low],)), bisect_left(self._named, (parse.ends[high - 1],))
        near = [self._placed(number) for number in range(first, stop)]
        if not self._extra:
            return near
        return _longest(near + self._extra[bisect_left(self._extra, (low,)) : bisect_left(self._extra, (high,))])

    def all(self) -> list[Party]:
        """All mentions, in order and without overlaps."""
        return self.between(0, len(self._parse.words)) if self._parse.words else []

    def _placed(self, number: int) -> Party:
        party = self._parties.get(number)
        if party is None:
            party = self._parties[number] = _party(self._parse, *self._named[number])
        return party


def _party(parse: Parse, start: int, end: int, name: str, kind: ActorKind) -> Party:
    first, stop = tokens_of(parse, Span(start, end))
    adjectival = kind == "country" and parse.document.text[start:end] != name
    return Party(first, stop, name, adjectival, kind in ("person", "group"))


def _first_persons(parse: Parse, cast: Cast) -> Iterator[Party]:
    for token in [i for i, word in enumerate(parse.words) if word in FIRST_PERSON]:
        voice = voice_name(cast.speech, cast.voices.owners[token])
        if voice not in (AUTHOR, UNATTRIBUTED) and parse.text(token, token + 1) != "US":
            yield Party(token, token + 1, voice, False, True)


def _requested(parse: Parse, cast: Cast) -> Iterator[Party]:
    requested = [name for name in parse.document.targets if name not in cast.targets]
    if requested:
        phrases = PhraseIndex([(words_of(name), name) for name in requested])
        for first, stop, name in phrases.find(parse.words):
            yield Party(first, stop, name, False, False)


def _longest(mentions: list[Party]) -> list[Party]:
    """Of mentions that overlap keep the one that begins first, of those the longest, the last named."""
    kept: list[Party] = []
    free = 0
    order = sorted(range(len(mentions)), key=lambda i: (mentions[i].first, -mentions[i].stop, -i))
    for party in (mentions[i] for i in order):
        if party.first >= free:
            kept.append(party)
            free = party.stop
    return kept
