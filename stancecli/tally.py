"""The figures of each voice: how much it says, how loaded its words are, how the author presents it."""

from __future__ import annotations

from collections import Counter
from itertools import compress
from operator import itemgetter

from stancecli.aim import PartyMap
from stancecli.framing import frame
from stancecli.model import (
    AUTHOR,
    UNATTRIBUTED,
    Actor,
    ActorRow,
    Attribution,
    Cast,
    Framing,
    Hit,
    Parse,
)
from stancecli.settings import Settings
from stancecli.voices import voice_name

_NOBODY = Framing()


def tally(
    parse: Parse, cast: Cast, parties: PartyMap, hits: tuple[Hit, ...], settings: Settings
) -> tuple[ActorRow, ...]:
    """Make a row for each actor of the cast, then for "unattributed" and "author".

    Each word belongs to one voice, so that the rows' words add up to the document's.
    """
    words = _words(parse, cast)
    statements = Counter(_speaker(attribution) for attribution in cast.speech.attributions)
    framings = frame(parse, cast, parties, hits, words)
    by_voice: dict[str, list[Hit]] = {}
    for hit in hits:
        by_voice.setdefault(hit.voice, []).append(hit)
    return tuple(
        _row(
            actor,
            statements[actor.name],
            words[actor.name],
            by_voice.get(actor.name, []),
            framings.get(actor.name, _NOBODY),
            settings,
        )
        for actor in (*cast.actors, Actor(UNATTRIBUTED, "unattributed", ()), Actor(AUTHOR, "author", ()))
    )


def _speaker(attribution: Attribution) -> str:
    return (attribution.source.actor if attribution.source else None) or UNATTRIBUTED


def _words(parse: Parse, cast: Cast) -> Counter[str]:
    """Words by voice; punctuation and clitics are none."""
    counts: Counter[str] = Counter()
    spoken = compress(cast.voices.owners, map(str.isalnum, map(itemgetter(0), parse.words)))
    for code, count in Counter(spoken).items():
        counts[voice_name(cast.speech, code)] += count
    return counts


def _row(actor: Actor, statements: int, words: int, hits: list[Hit], framed: Framing, settings: Settings) -> ActorRow:
    enough = words >= settings.density_minimum_words
    return ActorRow(
        name=actor.name,
        kind=actor.kind,
        mentions=actor.mentions,
        statements=statements,
        words=words,
        loaded=len(hits),
        density=round(100 * len(hits) / words, 2) if enough and words else None,
        intensity=round(sum(hit.weight for hit in hits) / len(hits), 2) if hits else 0.0,
        categories=dict(sorted(Counter(hit.category for hit in hits).items())) if hits else {},
        framed=framed,
    )
