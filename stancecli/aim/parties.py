"""Where in the text each party is mentioned, by token."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from stancecli.aim.words import FIRST_PERSON
from stancecli.model import AUTHOR, UNATTRIBUTED, Actor, Cast, Parse, Span
from stancecli.phrases import PhraseIndex
from stancecli.tokens import words_of
from stancecli.voices import Voices, tokens_of, voice_name


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
    """All mentions of a document, in order of their first token; `counts` is how many each party has."""

    def __init__(self, parties: list[Party]) -> None:
        """Take the mentions, sorted by their first token."""
        self._parties = parties
        self._firsts = [party.first for party in parties]
        self.counts = Counter(party.name for party in parties)

    def between(self, low: int, high: int) -> list[Party]:
        """The mentions that begin at tokens `low` to `high`."""
        return self._parties[bisect_left(self._firsts, low) : bisect_left(self._firsts, high)]


def find_parties(parse: Parse, cast: Cast, voices: Voices) -> PartyMap:
    """Place every mention of the cast, "I" and "our" in people's own words, and requested phrases.

    A requested phrase is a party only where it names no actor.
    """
    mentions = [_party(parse, actor, span) for actor in cast.actors for span in actor.mentions]
    for token in [i for i, word in enumerate(parse.words) if word in FIRST_PERSON]:
        voice = voice_name(cast.speech, voices.owners[token])
        if voice not in (AUTHOR, UNATTRIBUTED) and parse.text(token, token + 1) != "US":
            mentions.append(Party(token, token + 1, voice, False, True))
    requested = [name for name in parse.document.targets if name not in cast.targets]
    if requested:
        phrases = PhraseIndex([(words_of(name), name) for name in requested])
        mentions += [Party(first, stop, name, False, False) for first, stop, name in phrases.find(parse.words)]
    return PartyMap(_longest(mentions))


def _party(parse: Parse, actor: Actor, span: Span) -> Party:
    first, stop = tokens_of(parse, span)
    text = parse.document.text[span[0] : span[1]]
    adjectival = actor.kind == "country" and text != actor.name
    return Party(first, stop, actor.name, adjectival, actor.kind in ("person", "group"))


def _longest(mentions: list[Party]) -> list[Party]:
    """Of mentions that overlap keep the one that begins first, of those the longest, the last named."""
    kept: list[Party] = []
    free = 0
    order = sorted(range(len(mentions)), key=lambda i: (mentions[i].first, -mentions[i].stop, -i))
    for party in (mentions[i] for i in order):
        if party.first >= free and party.stop > party.first:
            kept.append(party)
            free = party.stop
    return kept
