"""Is this word a verb here, and who is its subject?"""

from __future__ import annotations

from typing import NamedTuple

from stancecli.attribute.cues import CueAt
from stancecli.attribute.grammar import (
    ADVERB,
    AUXILIARY,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    FINITE,
    GERUND,
    MODAL,
    NEGATION,
    OTHER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    kind_of,
)
from stancecli.attribute.scene import Scene
from stancecli.attribute.subjects import phrase_left, subject_before, subject_left, verb_start
from stancecli.model import Range


class Find(NamedTuple):
    """One cue with what belongs to it, in tokens."""

    source: Range | None
    cue: Range
    contents: tuple[Range, ...]


_SINGULAR = frozenset("he she it everyone someone nobody somebody everybody who which that".split())
_PLURAL = frozenset(
    "they we i you who which that people men women children police many some others most both few".split()
)


def verbal(scene: Scene, cue: CueAt, floor: int) -> bool:
    """Can the cue be a verb here? Its form must agree with the word before it."""
    words, first = scene.words, cue.first
    if scene.word(first - 1) == "-" or (cue.stop - first == 1 and scene.word(cue.stop) == "-"):
        return False
    at = first - 1
    while at >= floor and kind_of(words[at]) in (ADVERB, NEGATION, TIME):
        at -= 1
    before = words[at] if at >= floor else "."
    kind = kind_of(before)
    if kind == DETERMINER and before in _PLURAL:
        kind = PRONOUN
    form = kind_of(words[first])
    if kind == POSSESSIVE:
        return form in (GERUND, FINITE) and at > floor and kind_of(words[at - 1]) in (PRONOUN, RELATIVE)
    if kind == DETERMINER:
        return False
    if form == GERUND:
        return kind != PREPOSITION or before in _BEFORE_GERUNDS
    if form == FINITE:
        counted = before == "such" or (before[0].isdigit() and kind_of(scene.word(cue.stop)) == OTHER)
        return kind != PREPOSITION and not counted and not _named(scene, cue, at, floor)
    if before in MODAL or before in DO or kind == TO:
        return True
    if kind in (COMMA, STOP, SUBORDINATOR, PREPOSITION, THAT, AUXILIARY):
        return before in ("that", ",") and words[first].endswith("s")
    if kind == COORDINATOR:
        return True
    if kind in (PRONOUN, RELATIVE):
        return before in (_SINGULAR if _is_third(words[first]) else _PLURAL)
    return _agrees(scene, first, at, floor)


def _is_third(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _agrees(scene: Scene, verb: int, noun: int, floor: int) -> bool:
    """Is a plural noun before a plain form, and a singular one or a name before a form in -s?"""
    words = scene.words
    plural = words[noun] in _PLURAL or _is_third(words[noun])
    if _is_third(words[verb]):
        return not plural or scene.capital(noun)
    joined = scene.capital(noun) and "and" in words[max(floor, noun - 4) : noun]
    return plural or joined or scene.headline(verb)


def _named(scene: Scene, cue: CueAt, before: int, floor: int) -> bool:
    """`a group called Change`: a name, not a call."""
    words = scene.words
    if words[cue.first] not in ("called", "named", "dubbed", "titled") or cue.stop >= len(words):
        return False
    plain = before >= floor and kind_of(words[before]) == OTHER and not scene.capital(before)
    single = any(word in ("a", "an") for word in words[max(floor, before - 5) : before])
    return plain and single and scene.capital(cue.stop)


_BEFORE_GERUNDS = frozenset("by for of without after before in with while from".split())


def passive(scene: Scene, start: int, cue: CueAt) -> bool:
    """Is the subject spoken of rather than speaking (`is said to`)? Feelings are the subject's own (`is worried`)."""
    words = scene.words
    if words[cue.first] in BE:
        return not SAID_OF.isdisjoint(words[cue.first : cue.stop])
    if kind_of(words[cue.first]) != FINITE or BE.isdisjoint(words[start : cue.first]):
        return False
    behind = scene.word(cue.stop)
    return cue.entry.reports == "speech" or behind == "by" or kind_of(behind) not in (PREPOSITION, THAT, TO)


SAID_OF = frozenset(
    "said believed thought reported expected accused charged alleged known understood told asked supposed rumored rumoured"
    " considered seen viewed regarded described called quoted criticized criticised blamed praised condemned urged"
    " warned hoped feared claimed argued assumed estimated branded labelled labeled dubbed termed deemed requested"
    " demanded dismissed suspected presumed perceived hailed mocked projected predicted".split()
)
"""Participles whose subject is spoken of, or to: another says or thinks it."""


def subject_of(scene: Scene, start: int, cue: CueAt, floor: int, speaker: Range | None) -> Range | None:
    """The subject of the verb group that begins at `start`: before it, or shared with a verb further left.

    `speaker` is the source of the report before it in the sentence, if there is one: what follows a
    report after a comma or "and" goes on with its speaker.
    """
    words = scene.words
    if passive(scene, start, cue) or start == 0:
        return None
    before, sentence = kind_of(words[start - 1]), scene.sentence(start).first
    if speaker and before == COMMA and (head := _head(scene, speaker, sentence)):
        return head
    participle = kind_of(words[start]) == GERUND and before == COMMA
    found = subject_before(scene, start, floor) if start > floor and not participle else None
    if found or (participle and speaker):
        return found or speaker
    if before == TO and start - 2 > floor:
        verb = verb_start(words, start - 2, floor)
        found = subject_before(scene, verb, floor)
    if found is None and (before in _SHARES or kind_of(words[cue.first]) == GERUND):
        return subject_left(scene, start, floor) or speaker or subject_left(scene, start, sentence)
    return found


_SHARES = frozenset((COMMA, COORDINATOR, TO, PREPOSITION))


def _head(scene: Scene, speaker: Range, floor: int) -> Range | None:
    """`Ruiz, who said ..., told`: after the relative clause the one it tells of goes on."""
    comma = speaker.first - 1
    goes_on = kind_of(scene.words[speaker.first]) == RELATIVE and comma > floor and scene.words[comma] == ","
    return phrase_left(scene, comma, floor) if goes_on else None
