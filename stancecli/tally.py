"""The figures of each voice: how much it says, how loaded its words are, how the author presents it."""

from __future__ import annotations

from collections import Counter
from itertools import compress
from operator import itemgetter

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
from stancecli.voices import NARRATED, Voices, find_voices, voice_name

_NOBODY = Framing()


def tally(parse: Parse, cast: Cast, hits: tuple[Hit, ...], settings: Settings) -> tuple[ActorRow, ...]:
    """Make a row for each actor of the cast, then for "unattributed" and "author".

    Each word belongs to one voice, so that the rows' words add up to the document's.
    """
    voices = find_voices(parse, cast.speech)
    words = _words(parse, cast, voices)
    statements = Counter(_speaker(attribution) for attribution in cast.speech.attributions)
    framings = _framings(parse, cast, hits, voices)
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


def _words(parse: Parse, cast: Cast, voices: Voices) -> Counter[str]:
    """Words by voice; punctuation and clitics are none."""
    counts: Counter[str] = Counter()
    spoken = compress(voices.owners, map(str.isalnum, map(itemgetter(0), parse.words)))
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


def _framings(parse: Parse, cast: Cast, hits: tuple[Hit, ...], voices: Voices) -> dict[str, Framing]:
    """How the author presents each actor, by the cues of its attributions and by scare quotes."""
    told: dict[str, list[Attribution]] = {}
    for number, attribution in enumerate(cast.speech.attributions):
        if voices.outer[number] == NARRATED and attribution.cue:
            told.setdefault(_speaker(attribution), []).append(attribution)
    scares = _scare_quotes(parse, cast, hits, voices)
    return {name: _framing(told.get(name, []), scares.get(name, {})) for name in told.keys() | scares.keys()}


def _framing(attributions: list[Attribution], scares: dict[str, None]) -> Framing:
    cues = [attribution.cue for attribution in attributions if attribution.cue]
    tilted = [cue for cue in cues if cue.tilt != "neutral"]
    return Framing(
        tilts=dict(sorted(Counter(cue.tilt for cue in tilted).items())),
        cues=tuple(dict.fromkeys(cue.text.lower() for cue in tilted)),
        hedges=tuple(dict.fromkeys(hedge.lower() for cue in cues for hedge in cue.hedges)),
        scare_quotes=tuple(scares),
    )


def _scare_quotes(parse: Parse, cast: Cast, hits: tuple[Hit, ...], voices: Voices) -> dict[str, dict[str, None]]:
    """Scare quotes by the actor whose paraphrased words hold them, or whom the author means by them."""
    zones = [zone for zone in parse.quotations if zone.scare and zone.stop - zone.first > 2]
    if not zones:
        return {}
    about = {hit.start: hit.target for hit in hits if hit.voice == AUTHOR and hit.target}
    found: dict[str, dict[str, None]] = {}
    for zone in zones:
        last = zone.stop - 1 if zone.closed else zone.stop
        span = parse.span(zone.first + 1, last)
        owner = voices.owners[zone.first + 1]
        if owner < 0:
            actor = next((about[start] for start in range(*span) if start in about), None)
        elif cast.speech.attributions[owner].kind != "direct":
            actor = _speaker(cast.speech.attributions[owner])
        else:
            actor = None
        if actor:
            found.setdefault(actor, {})[parse.text(zone.first + 1, last)] = None
    return found
