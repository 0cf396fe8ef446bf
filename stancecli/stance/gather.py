"""Every sentence of a document in which a party is mentioned, with all that tells in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stancecli.aim import PartyMap
from stancecli.match.guards import only_named
from stancecli.model import Cast, Hit, Parse, Range, Span
from stancecli.predicates import PredicateIndex
from stancecli.stance.fragments import topic_of
from stancecli.stance.helped import with_infinitives
from stancecli.stance.scene import Scene
from stancecli.stance.signs import sign_of_hit, sign_of_tone
from stancecli.stance.word_class import fits, is_dealt_with, is_nominal, is_of_doer, is_wronged
from stancecli.tones import ToneIndex
from stancecli.voices import tokens_of


class Finders(NamedTuple):
    """The lexicons whose words are evidence without being hits, compiled."""

    predicates: PredicateIndex
    tones: ToneIndex


DENIAL = "denial"
"""The category of tones that tell of a no."""
LONGEST = 150
"""Sentences of more tokens are read in pieces of so many, so that no text takes more than linear time."""


def gather(parse: Parse, cast: Cast, parties: PartyMap, hits: tuple[Hit, ...], finders: Finders) -> list[Scene]:
    """The sentences with parties, in order. Linear in the length of the text."""
    scenes: dict[int, Scene] = {}
    unsaid = _unsaid(parse, cast)
    everybody, predicates = parties.all(), finders.predicates.find(parse)
    mended = with_infinitives(parse, everybody, predicates)
    if mended is not parse:
        parse, predicates = mended, finders.predicates.find(mended)
    for party in everybody:
        place = _home(parse, party.first)
        if place.first not in scenes:
            scenes[place.first] = Scene(parse, place, cast.voices.owners, cast.speech, unsaid)
        scenes[place.first].add(party)

    def around(token: int, alone: bool = True) -> Scene | None:
        """The scene in which the word is used; none where it is only spoken of, or part of a name, or (where it stands `alone`
        and not in a phrase) tells who suffers.
        """
        scene = scenes.get(_home(parse, token).first)
        told = (alone and is_of_doer(parse, token)) or (cast.voices.owners[token] >= 0 and is_wronged(parse, token))
        return (
            scene if scene and not told and token not in scene.inside and not only_named(parse.words, token) else None
        )

    for number, hit in enumerate(hits):
        place = tokens_of(parse, Span(hit.start, hit.end))
        if scene := around(place.first):
            scene.signs.append(sign_of_hit(place, number, hit))
    cues = _places(parse, [one.cue.spans for one in cast.speech.attributions if one.cue])
    withheld = _places(parse, [one.spans for one in cast.speech.withheld])
    for tone in finders.tones.find(parse):
        if tone.at in withheld or (tone.at in cues and tone.entry.category == DENIAL):
            continue  # "declined to comment" and "denies the charge" are no deeds
        if is_nominal(parse, tone.at) or is_dealt_with(parse, tone.at):
            continue
        if scene := around(tone.at):
            scene.signs.append(sign_of_tone(parse, tone))
    for predicate in predicates:
        if fits(parse, predicate) and (scene := around(predicate.first, predicate.stop == predicate.first + 1)):
            scene.predicates.append(predicate)
    for attribution in cast.speech.attributions:
        if attribution.cue:
            cue = tokens_of(parse, attribution.cue.spans[0])
            if cue.first < cue.stop and (scene := scenes.get(_home(parse, cue.first).first)):
                scene.cues.append((cue, attribution))
    for scene in scenes.values():
        if scene.signs or scene.predicates:
            scene.signs.sort(key=lambda sign: sign.first)
            _set_topic(parse, scene, scenes)
    return list(scenes.values())


def _places(parse: Parse, several: Iterable[Iterable[Span]]) -> frozenset[int]:
    """The tokens of all the spans."""
    return frozenset(at for spans in several for span in spans for at in range(*tokens_of(parse, span)))


def _unsaid(parse: Parse, cast: Cast) -> frozenset[int]:
    """The tokens of denied reports whose source is no known party, their cues included ("No one said ...", "It was
    denied that ...").
    """
    owners = cast.voices.owners
    found: set[int] = set()
    for number, one in enumerate(cast.speech.attributions):
        if one.cue and one.cue.denied and not (one.source and one.source.actor):
            found.update(range(*tokens_of(parse, one.cue.spans[0])))
            for span in one.content.spans:
                found.update(at for at in range(*tokens_of(parse, span)) if owners[at] == number)
    return frozenset(found)


def _set_topic(parse: Parse, scene: Scene, scenes: dict[int, Scene]) -> None:
    number = parse.sentence_of[scene.place.first]
    previous = scenes.get(parse.sentences[number - 1].first) if number else None
    topic = topic_of(scene, previous.parties if previous else ())
    if topic:
        scene.set_topic(topic)


def _home(parse: Parse, token: int) -> Range:
    """The sentence of a token, or the piece of a very long one."""
    place = parse.sentences[parse.sentence_of[token]]
    first, stop = place
    if stop - first <= LONGEST:
        return place
    first = token - (token - first) % LONGEST
    return Range(first, min(first + LONGEST, stop))
