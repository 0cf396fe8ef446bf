"""Where in the text each party is mentioned, by token."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import chain, compress, count
from operator import attrgetter

from msgspec import Struct

from stancecli.aim.words import FIRST_PERSON
from stancecli.lazy import lazy
from stancecli.model import AUTHOR, UNATTRIBUTED, ActorKind, Cast, Parse, Span
from stancecli.phrases import PhraseIndex
from stancecli.tokens import words_of
from stancecli.voices import tokens_of, voice_name


class Party(Struct, frozen=True):
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
    """Where every party of a document is mentioned."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        """Take the mentions of the cast, "I" and "our" in people's own words, and requested phrases.

        A requested phrase is a party only where it names no actor.
        """
        named = sorted((*span, actor.name, actor.kind) for actor in cast.actors for span in actor.mentions)
        self._named = [_party(parse, *mention) for mention in named]
        self._extra = [*_first_persons(parse, cast), *_requested(parse, cast)]
        self._extra.sort(key=attrgetter("first", "stop", "name", "person"))
        self._starts = [start for start, *_ in named]
        self._firsts = [party.first for party in self._extra]
        self._parse = parse

    @lazy
    def counts(self) -> Counter[str]:
        """How often each party is mentioned."""
        return Counter(party.name for party in chain(self._named, self._extra))

    def between(self, low: int, high: int) -> list[Party]:
        """The mentions that begin at tokens `low` to `high`, in order and without overlaps."""
        start, end = self._parse.starts[low], self._parse.ends[high - 1]
        near = self._named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        extra = self._extra[bisect_left(self._firsts, low) : bisect_left(self._firsts, high)]
        return _longest(extra[::-1] + near) if self._extra else near

    def all(self) -> list[Party]:
        """All mentions, in order and without overlaps."""
        return self.between(0, len(self._parse.words)) if self._parse.words else []


def _party(parse: Parse, start: int, end: int, name: str, kind: ActorKind) -> Party:
    first, stop = tokens_of(parse, Span(start, end))
    adjectival = kind == "country" and parse.document.text[start:end] != name
    return Party(first, stop, name, adjectival, kind in ("person", "group"))


def _first_persons(parse: Parse, cast: Cast) -> Iterator[Party]:
    if not cast.speech.attributions:
        return
    for token in compress(count(), map(FIRST_PERSON.__contains__, parse.words)):
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
    """Of mentions that overlap keep the one that begins first, of those the longest, of those the first in the list."""
    kept: list[Party] = []
    free = 0
    for party in sorted(mentions, key=lambda party: (party.first, -party.stop)):
        if party.first >= free:
            kept.append(party)
            free = party.stop
    return kept
