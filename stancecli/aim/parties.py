"""Where in the text each party is mentioned, by token."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, compress, count
from operator import attrgetter

from msgspec import Struct

from stancecli.aim.words import FIRST_PERSON
from stancecli.lazy import lazy
from stancecli.model import AUTHOR, UNATTRIBUTED, Actor, Cast, Parse, Span
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
    """Where every party of a document is mentioned; `by_name` are the mentions of each actor, in order."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        """Take the mentions of the cast, "I" and "our" in people's own words, and requested phrases.

        A requested phrase is a party only where it names no actor.
        """
        self.by_name = {actor.name: [_party(parse, actor, span) for span in actor.mentions] for actor in cast.actors}
        self._tokens = len(parse.words)
        self._named = _Ordered(chain.from_iterable(self.by_name.values()))
        self._extra = _Ordered([*_first_persons(parse, cast), *_requested(parse, cast)])

    @lazy
    def counts(self) -> Counter[str]:
        """How often each party is mentioned."""
        return Counter(party.name for party in chain(self._named.parties, self._extra.parties))

    def between(self, low: int, high: int) -> list[Party]:
        """The mentions that begin at tokens `low` to `high`, in order and without overlaps."""
        near, extra = self._named.between(low, high), self._extra.between(low, high)
        return _longest(extra[::-1] + near) if self._extra.parties else near

    def all(self) -> list[Party]:
        """All mentions, in order and without overlaps."""
        return self.between(0, self._tokens)


class _Ordered:
    """Mentions in the order of the text."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self.parties = sorted(parties, key=attrgetter("first", "stop", "name", "person"))
        self._firsts = [party.first for party in self.parties]

    def between(self, low: int, high: int) -> list[Party]:
        """Those that begin at tokens `low` to `high`."""
        return self.parties[bisect_left(self._firsts, low) : bisect_left(self._firsts, high)]


def _party(parse: Parse, actor: Actor, span: Span) -> Party:
    first, stop = tokens_of(parse, span)
    adjectival = actor.kind == "country" and parse.document.text[slice(*span)] != actor.name
    return Party(first, stop, actor.name, adjectival, actor.kind in ("person", "group"))


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
