"""Every sentence of a document in which a party is mentioned, with all that tells in it."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from stancecli.aim.parties import PartyMap
from stancecli.match.guards import only_named
from stancecli.model import Cast, Hit, Parse, Range, Span
from stancecli.predicates import PredicateIndex
from stancecli.stance.fragments import topic_of
from stancecli.stance.scene import Scene, signs_of
from stancecli.tones import ToneIndex
from stancecli.voices import tokens_of


class Finders(NamedTuple):
    """The lexicons whose words are evidence without being hits, compiled."""

    predicates: PredicateIndex
    tones: ToneIndex


LONGEST = 150
"""Sentences of more tokens are read in pieces of so many, so that no text takes more than linear time."""


def gather(parse: Parse, cast: Cast, hits: tuple[Hit, ...], finders: Finders) -> list[Scene]:
    """The sentences with parties, in order. Linear in the length of the text."""
    parties = PartyMap(parse, cast).all()
    firsts = [party.first for party in parties]
    scenes: dict[int, Scene] = {}
    for first in firsts:
        place = _home(parse, first)
        if place.first not in scenes:
            near = parties[bisect_left(firsts, place.first) : bisect_left(firsts, place.stop)]
            scenes[place.first] = Scene(parse, place, cast.voices.owners, near, cast.speech)
    placed = [(tokens_of(parse, Span(hit.start, hit.end)), hit) for hit in hits]
    for sign in signs_of(parse, placed, finders.tones.find(parse)):
        scene = scenes.get(_home(parse, sign.first).first)
        if scene and not only_named(parse.words, sign.first):
            scene.signs.append(sign)
    for predicate in finders.predicates.find(parse):
        scene = scenes.get(_home(parse, predicate.first).first)
        if scene and not only_named(parse.words, predicate.first):
            scene.predicates.append(predicate)
    for attribution in cast.speech.attributions:
        for span in attribution.cue.spans[:1] if attribution.cue else ():
            cue = tokens_of(parse, span)
            if cue.first < cue.stop and (scene := scenes.get(_home(parse, cue.first).first)):
                scene.cues.append((cue, attribution))
    for scene in scenes.values():
        _set_topic(parse, scene, scenes)
    return list(scenes.values())


def _set_topic(parse: Parse, scene: Scene, scenes: dict[int, Scene]) -> None:
    number = parse.sentence_of[scene.place.first]
    previous = scenes.get(parse.sentences[number - 1].first) if number else None
    topic = topic_of(scene, previous.parties if previous else ())
    if topic:
        scene.set_topic(topic)


def _home(parse: Parse, token: int) -> Range:
    """The sentence of a token, or the piece of a very long one."""
    place = parse.sentences[parse.sentence_of[token]]
    if place.stop - place.first <= LONGEST:
        return place
    first = token - (token - place.first) % LONGEST
    return Range(first, min(first + LONGEST, place.stop))
