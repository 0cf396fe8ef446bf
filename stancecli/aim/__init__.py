"""Whose words a hit is, and whom it is about."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from stancecli.aim.parties import Party, PartyMap
from stancecli.aim.rules import find_striker, find_target
from stancecli.aim.scene import Scene
from stancecli.aim.words import CHARGES, KIN, LINKING, OPPONENTS, POSSESSIVES, QUOTES, THINGS, THIRD_PERSON
from stancecli.model import Cast, Entry, Hit, Parse, Range, Span, Speech, Voices
from stancecli.voices import tokens_of, voice_name

__all__ = ["REACH", "PartyMap", "Terms", "aim", "strikers"]

_OTHERS = OPPONENTS | KIN
REACH = 60
"""How many words to each side of a hit a party is looked for; keeps endless sentences linear."""


class Terms(Protocol):
    """What is asked of the index of terms."""

    def entry(self, id: str) -> Entry:
        """The entry with this id ("lexicon:term")."""


class _Stage(NamedTuple):
    """What all hits of a document share. `cues` are the places of cues, each with its attribution."""

    parse: Parse
    speech: Speech
    voices: Voices
    parties: PartyMap
    cues: list[tuple[int, int, int]]


def aim(parse: Parse, cast: Cast, parties: PartyMap, hits: tuple[Hit, ...], terms: Terms) -> tuple[Hit, ...]:
    """Fill `voice`, `attribution`, `target`, `relation` and `mention` of each hit.

    A requested target that names no actor is a party wherever its words stand. docs/method.md tells
    the rules; they know parties by their place in the sentence only, never by name.
    """
    if not hits:
        return ()
    stage = _stage(parse, cast, parties)
    return tuple([_aimed(stage, hit, terms.entry(hit.entry)) for hit in hits])


def strikers(parse: Parse, cast: Cast, parties: PartyMap, hits: tuple[Hit, ...]) -> dict[int, str]:
    """Who strikes or lifts the target, by the number of the hit, where a hit of the relation `object` tells.

    It is the source of the hit where that is a cue ("slammed"), else the subject of its clause.
    """
    if not any(hit.relation == "object" for hit in hits):
        return {}
    stage = _stage(parse, cast, parties)
    found = ((number, _striker(stage, hit)) for number, hit in enumerate(hits) if hit.relation == "object")
    return {number: name for number, name in found if name}


def _stage(parse: Parse, cast: Cast, parties: PartyMap) -> _Stage:
    return _Stage(parse, cast.speech, cast.voices, parties, _cues(cast.speech))


def _striker(stage: _Stage, hit: Hit) -> str | None:
    cue = _cue_at(stage.cues, hit.start)
    source = stage.speech.attributions[cue].source if cue is not None else None
    if source and source.actor:
        return source.actor
    first, stop = tokens_of(stage.parse, Span(hit.start, hit.end))
    owner = stage.voices.owners[first]
    party = find_striker(_scene(stage, first, stop, hit.voice, owner))
    return party.name if party and party.name != hit.target else None


def _cues(speech: Speech) -> list[tuple[int, int, int]]:
    return sorted(
        (*span, number)
        for number, attribution in enumerate(speech.attributions)
        if attribution.cue
        for span in attribution.cue.spans
    )


def _cue_at(cues: list[tuple[int, int, int]], place: int) -> int | None:
    at = bisect_left(cues, (place + 1,)) - 1
    return cues[at][2] if at >= 0 and place < cues[at][1] else None


def _aimed(stage: _Stage, hit: Hit, entry: Entry) -> Hit:
    first, stop = tokens_of(stage.parse, Span(hit.start, hit.end))
    cue = _cue_at(stage.cues, hit.start)
    owner = stage.voices.owners[first]
    if cue is not None and owner == cue:
        owner = stage.voices.outer[cue]
    placed = replace(
        hit,
        voice=voice_name(stage.speech, owner),
        attribution=stage.speech.attributions[owner].id if owner >= 0 else None,
    )
    source = stage.speech.attributions[cue].source if cue is not None and entry.aim == "speaker" else None
    if source and source.actor:
        return replace(placed, target=source.actor, relation="speaker", mention=source.spans[0])
    if entry.takes and entry.aim == "none":  # a cue that only doubts: its tilt tells that of the speaker already
        return placed
    found = find_target(_scene(stage, first, stop, placed.voice, owner), entry.aim, entry.pos)
    if found is None:
        return placed
    party = found.party
    mention = stage.parse.span(party.first, party.stop)
    aimed = replace(placed, target=party.name, relation=found.relation, mention=mention)
    nobody = entry.takes and found.relation == "object" and not _striker(stage, aimed)
    return placed if nobody else aimed


def _spoken_of(stage: _Stage, party: Party, voice: str) -> bool:
    """Whether a voice can speak of a party here: of itself only as "I", or by its name in words of its own."""
    if party.name != voice:
        return True
    inside = voice_name(stage.speech, stage.voices.owners[party.first]) == voice
    return inside and stage.parse.words[party.first] not in THIRD_PERSON


def _tells_whose(words: tuple[str, ...], party: Party) -> bool:
    """Whether a party only tells whose critics, victims or kin are meant ("critics of Smith", "Smith's late mother")."""
    owns = words[party.stop : party.stop + 1] in (("'s",), ("'",))
    if owns or words[party.first] in POSSESSIVES:
        return not _OTHERS.isdisjoint(words[party.stop + owns : party.stop + owns + 2])
    before = words[max(0, party.first - 3) : party.first]
    before = before[:-1] if before[-1:] == ("the",) else before
    told_of = words[party.stop : party.stop + 1] == (",",)  # "the son of Smith, a bully"
    return len(before) > 1 and before[-1] == "of" and before[-2] in _OTHERS and not told_of


def _is_charged(words: tuple[str, ...], party: Party) -> bool:
    """Whether a party only tells against whom a charge is, of which the words behind are said ("the case against Smith is
    nonsense").
    """
    return words[party.first - 1 : party.first] == ("against",) and words[party.first - 2] in CHARGES


def _scene(stage: _Stage, first: int, stop: int, voice: str, owner: int) -> Scene:
    parse = stage.parse
    sentence = parse.sentences[parse.sentence_of[first]]
    low = max(sentence.first, first - REACH)
    high = min(max(sentence.stop, stop), stop + REACH)
    asides = _asides(stage, owner, stop, high) if owner >= 0 else ()
    parties = [
        party
        for party in stage.parties.between(low, high)
        if _spoken_of(stage, party, voice)
        and not _tells_whose(parse.words, party)
        and not (party.stop <= first and _is_charged(parse.words, party))
    ]
    topic = _topic(stage, sentence, owner) if sentence.first == low else None
    return Scene(parse.words, parse.tags, parties, low, high, first, stop, voice, stage.parties.counts, asides, topic)


def _topic(stage: _Stage, sentence: Range, owner: int) -> Party | None:
    """The party with which the sentence before opens, in the same voice, if this one opens with "it is" or "they are"."""
    words, owners = stage.parse.words, stage.voices.owners
    opening = _after_quotes(words, sentence)
    number = stage.parse.sentence_of[sentence.first]
    if words[opening] not in THINGS or opening + 1 >= sentence.stop or words[opening + 1] not in LINKING or not number:
        return None
    last = stage.parse.sentences[number - 1]
    first = _after_quotes(words, last)
    first += words[first] == "the" and first + 1 < last.stop
    party = next((party for party in stage.parties.between(first, first + 1)), None)
    fits = party and not party.person and party.stop < last.stop and words[party.stop] not in ("'s", "'", ",")
    return party if fits and owners[first] == owners[opening] == owner else None


def _after_quotes(words: tuple[str, ...], sentence: Range) -> int:
    """The first token of a sentence that is no quotation mark, else its last."""
    return next((i for i in range(*sentence) if words[i] not in QUOTES), sentence.stop - 1)


def _asides(stage: _Stage, owner: int, stop: int, high: int) -> tuple[Range, ...]:
    """What follows the content, and the source with its apposition ("Smith, mayor of Norwich,")."""
    words, owners = stage.parse.words, stage.voices.owners
    edge = next((token for token in range(stop, high) if owners[token] < 0), high)
    source = stage.speech.attributions[owner].source
    asides = [Range(edge, high)]
    for span in source.spans if source else ():
        first, end = tokens_of(stage.parse, span)
        if words[end : end + 1] == (",",):
            end = next((token for token in range(end + 1, min(end + REACH, len(words))) if words[token] == ","), end)
        asides.append(Range(first, end))
    return tuple(asides)
