"""Whose words a hit is, and whom it is about."""

from __future__ import annotations

from typing import Protocol

from msgspec.structs import replace

from stancecli.aim.parties import Party, PartyMap, find_parties
from stancecli.aim.rules import Scene, find_target
from stancecli.aim.words import FIRST_PERSON
from stancecli.model import AUTHOR, UNATTRIBUTED, Cast, Entry, Hit, Parse, Span
from stancecli.voices import Voices, find_voices, tokens_of, voice_name

REACH = 60
"""How many words to each side of a hit a party is looked for; keeps endless sentences linear."""


class Terms(Protocol):
    """What is asked of the index of terms."""

    def entry(self, id: str) -> Entry:
        """The entry with this id ("lexicon:term")."""


def aim(parse: Parse, cast: Cast, hits: tuple[Hit, ...], terms: Terms) -> tuple[Hit, ...]:
    """Fill `voice`, `attribution`, `target`, `relation` and `mention` of each hit.

    A requested target that names no actor is a party wherever its words stand. docs/method.md tells
    the rules; they know parties by their place in the sentence only, never by name.
    """
    if not hits:
        return ()
    voices = find_voices(parse, cast.speech)
    parties = find_parties(parse, cast)
    cues = _cue_tokens(parse, cast)
    return tuple([_aimed(parse, cast, hit, terms.entry(hit.entry), voices, parties, cues) for hit in hits])


def _cue_tokens(parse: Parse, cast: Cast) -> dict[int, int]:
    """Which attribution's cue a token belongs to."""
    return {
        token: number
        for number, attribution in enumerate(cast.speech.attributions)
        if attribution.cue
        for span in attribution.cue.spans
        for token in range(*tokens_of(parse, span))
    }


def _aimed(
    parse: Parse, cast: Cast, hit: Hit, entry: Entry, voices: Voices, parties: PartyMap, cues: dict[int, int]
) -> Hit:
    first, stop = tokens_of(parse, Span(hit.start, hit.end))
    attributions = cast.speech.attributions
    owner = voices.owners[first]
    cue = cues.get(first)
    if cue is not None and owner == cue:
        owner = voices.outer[cue]
    voice = voice_name(cast.speech, owner)
    speaker = None
    if entry.aim == "speaker" and cue is not None:
        speaker = attributions[cue].source
    found = None
    if speaker and speaker.actor:
        target, relation, mention = speaker.actor, "speaker", speaker.spans[0]
        found = (target, relation, mention)
    else:
        aimed = find_target(_scene(parse, first, stop, voice, owner, voices, parties), entry.aim, entry.pos)
        if aimed:
            party = aimed.party
            found = (party.name, aimed.relation, parse.span(party.first, party.stop))
    return replace(
        hit,
        voice=voice,
        attribution=attributions[owner].id if owner >= 0 else None,
        target=found[0] if found else None,
        relation=found[1] if found else None,
        mention=found[2] if found else None,
    )


def _scene(parse: Parse, first: int, stop: int, voice: str, owner: int, voices: Voices, parties: PartyMap) -> Scene:
    sentence = parse.sentences[parse.sentence_of[first]]
    low = max(sentence.first, first - REACH)
    high = min(max(sentence.stop, stop), stop + REACH)
    near = parties.between(low, high)
    if voice not in (AUTHOR, UNATTRIBUTED):
        near = _with_speaker(parse, near, low, high, voice, owner, voices)
    return Scene(parse.words, near, low, high, first, stop, voice, parties.counts)


def _with_speaker(
    parse: Parse, near: list[Party], low: int, high: int, voice: str, owner: int, voices: Voices
) -> list[Party]:
    """Add "I", "we" and "our" of the voice's own words as mentions of it."""
    taken = {token for party in near for token in range(party.first, party.stop)}
    own = [
        Party(low + i, low + i + 1, voice, False)
        for i, word in enumerate(parse.words[low:high])
        if word in FIRST_PERSON and voices.owners[low + i] == owner and low + i not in taken
    ]
    return sorted(near + own) if own else near
