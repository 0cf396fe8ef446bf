"""Label sources, cues and contents by rules: quotation zones, the frames of cues, and word order.

A trained labeller can take the place of `label`; nothing else in this room knows how labels were found.
"""

from __future__ import annotations

from typing import NamedTuple

from stancecli.attribute.clauses import clause_after, clause_before, clause_floor
from stancecli.attribute.cues import CueAt, CueIndex
from stancecli.attribute.grammar import (
    AUXILIARY,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    GERUND,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    STOP,
    TO,
    kind_of,
)
from stancecli.attribute.roles import Labels
from stancecli.attribute.scene import Scene
from stancecli.attribute.subjects import phrase_after, subject_before, subject_left, verb_start
from stancecli.model import Parse, Range


class Find(NamedTuple):
    """One cue with what belongs to it."""

    source: Range | None
    cue: Range
    contents: tuple[Range, ...]


def label(parse: Parse, cues: CueIndex) -> Labels:
    """Label one parse. Linear in its length: every search is bounded, every content is passed once."""
    scene = Scene(parse)
    contents = [Range(zone.first, zone.stop) for zone in scene.zones]
    sources: list[Range] = []
    marks: list[Range] = []
    reached = 0
    for cue in cues.find(parse.words):
        if cue.first < reached or scene.zone_of[cue.first] >= 0:
            continue
        found = _read(scene, cue, reached)
        if found is None:
            continue
        marks.append(found.cue)
        if found.source:
            sources.append(found.source)
        contents += found.contents
        reached = max([reached, cue.stop, *(content.stop for content in found.contents)])
        if found.source and found.source.first >= cue.stop:
            reached = max(reached, found.source.stop)
    return Labels(_merged(sources), _merged(marks), _merged(contents))


def _merged(ranges: list[Range]) -> tuple[Range, ...]:
    """In order; what overlaps becomes one."""
    merged: list[Range] = []
    for item in sorted(ranges):
        if merged and item.first < merged[-1].stop:
            merged[-1] = Range(merged[-1].first, max(merged[-1].stop, item.stop))
        else:
            merged.append(item)
    return tuple(merged)


def _read(scene: Scene, cue: CueAt, reached: int) -> Find | None:
    """What belongs to a cue, or None where the words report nothing here."""
    words = scene.words
    floor = max(clause_floor(scene, cue.first), reached)
    if words[cue.first : cue.stop] == ("according", "to"):
        return _according(scene, cue, floor)
    before = kind_of(words[cue.first - 1]) if cue.first > floor else STOP
    noun = before in (DETERMINER, POSSESSIVE, PREPOSITION) and kind_of(words[cue.first]) != GERUND
    if noun:
        return _noun(scene, cue, floor)
    return _verb(scene, cue, floor)


def _according(scene: Scene, cue: CueAt, floor: int) -> Find | None:
    source = phrase_after(scene, cue.stop, scene.sentence(cue.first).stop)
    if source is None:
        return None
    content = clause_before(scene, cue.first, floor)
    if content is None:
        content = clause_after(scene, source.stop, bare=True)
    return Find(source, Range(cue.first, cue.stop), (content,)) if content else None


def _noun(scene: Scene, cue: CueAt, floor: int) -> Find | None:
    """`his claim that ...`: the owner is the source."""
    words = scene.words
    if cue.stop >= len(words) or words[cue.stop] not in ("that", "to") or words[cue.first - 1] in ("to", "by", "of"):
        return None
    content = clause_after(scene, cue.stop, bare=False)
    owner = Range(cue.first - 1, cue.first) if words[cue.first - 1] in ("his", "her", "their") else None
    return Find(owner, Range(cue.first, cue.stop), (content,)) if content else None


def _verb(scene: Scene, cue: CueAt, floor: int) -> Find | None:
    words = scene.words
    start = verb_start(words, cue.first, floor)
    source = _subject(scene, start, cue, floor)
    content = _after(scene, cue)
    inverted = None
    if content is None or (content.first == cue.stop and source is None):
        inverted = phrase_after(scene, cue.stop, scene.sentence(cue.first).stop) if source is None else None
    group = Range(start, cue.stop)
    behind = _behind(scene, start, source)
    if inverted and behind:
        return Find(inverted, group, (behind,))
    if content is None and source and behind:
        return Find(source, group, (behind,) if scene.zone_of[behind.first] < 0 else ())
    if content is None and not behind:
        return None
    if content is None:
        return None
    return Find(source, group, (content,))


def _subject(scene: Scene, start: int, cue: CueAt, floor: int) -> Range | None:
    words = scene.words
    passive = any(word in BE for word in words[start : cue.first]) and kind_of(words[cue.first]) != GERUND
    if passive:
        return None
    found = subject_before(scene, start, floor) if start > floor else None
    if found:
        return found
    if start > 0 and (
        kind_of(words[start - 1]) in (COMMA, COORDINATOR, TO, PREPOSITION) or kind_of(words[cue.first]) == GERUND
    ):
        return subject_left(scene, start, scene.sentence(cue.first).first)
    return None


def _behind(scene: Scene, start: int, source: Range | None) -> Range | None:
    """The quotation or the clause that ends right before the source and the cue."""
    first = source.first if source and source.first < start else start
    at = first - 1
    if at < 0:
        return None
    while at > 0 and kind_of(scene.words[at]) == COMMA:
        at -= 1
    zone = scene.zone_of[at]
    if zone >= 0:
        return Range(scene.zones[zone].first, scene.zones[zone].stop)
    if at < first - 1:
        return clause_before(scene, first, clause_floor(scene, first))
    return None


def _after(scene: Scene, cue: CueAt) -> Range | None:
    """What is reported after the cue, as far as the cue's frame lets it be."""
    words, takes = scene.words, cue.entry.takes
    at = cue.stop
    if words[at - 1] == "to":
        at -= 1
    at = _past_addressee(scene, at)
    if at >= len(words):
        return None
    word, kind = words[at], kind_of(words[at])
    if word in (":", ",") and at + 1 < len(words) and scene.zone_of[at + 1] >= 0:
        zone = scene.zones[scene.zone_of[at + 1]]
        return Range(zone.first, zone.stop)
    if scene.zone_of[at] >= 0:
        zone = scene.zones[scene.zone_of[at]]
        return Range(zone.first, zone.stop)
    if kind in (COMMA, STOP, COORDINATOR, ";", "-", AUXILIARY):
        return None
    if word == "that" or word in _QUESTIONS:
        return clause_after(scene, at, bare=False)
    if word == "to":
        return clause_after(scene, at, bare=False) if "to-infinitive" in takes else None
    if kind == PREPOSITION:
        if (word == "of" and "of" in takes) or (word in ("about", "on", "over", "for", "against") and "about" in takes):
            return clause_after(scene, at + 1, bare=False)
        return None
    if "that-clause" in takes and (kind in (PRONOUN, DETERMINER) or scene.capital(at) or kind == "o"):
        return clause_after(scene, at, bare=True)
    if "noun-phrase" in takes:
        return clause_after(scene, at, bare=True)
    return None


_QUESTIONS = frozenset("whether how why what if who which when where".split())
_TELL = frozenset("tell tells told telling assure assures assured remind reminds reminded inform informed".split())


def _past_addressee(scene: Scene, at: int) -> int:
    """Step over the addressee, the day and the place between a cue and its content."""
    words = scene.words
    stop = min(len(words), at + 14, scene.sentence(at - 1).stop)
    if at < stop and (words[at - 1] in _TELL or kind_of(words[at]) in (PREPOSITION, "day", "a")):
        for place in range(at, stop):
            if words[place] == "that" or scene.zone_of[place] >= 0:
                return place
            if kind_of(words[place]) == PRONOUN:
                return place
            if kind_of(words[place]) in (COMMA, AUXILIARY, STOP):
                break
    while at < stop and kind_of(words[at]) in ("day",):
        at += 1
    return at
