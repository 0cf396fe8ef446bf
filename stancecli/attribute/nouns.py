"""Nouns that report: `his claim that ...`, `the minister's plan to ...`, `released a statement calling on ...`."""

from __future__ import annotations

from stancecli.attribute.clauses import clause_after, object_after
from stancecli.attribute.cues import CueAt
from stancecli.attribute.following import cue_stop
from stancecli.attribute.grammar import ADVERB, DETERMINER, GERUND, OTHER, POSSESSIVE, kind_of
from stancecli.attribute.readings import Find
from stancecli.attribute.scene import Scene
from stancecli.attribute.subjects import phrase_left, subject_before, subject_left, verb_start
from stancecli.model import Range

_OWNERS = frozenset(("his", "her", "their"))
_LIGHT = frozenset(
    "make makes made making give gives gave giving express expresses expressed expressing issue issues issued issuing"
    " release releases released releasing send sends sent sending offer offers offered offering voice voices voiced"
    " voicing raise raises raised raising have has had take takes took launch launched deliver delivered repeat repeated"
    " publish published post posted write wrote hold holds held share shares shared announce announced".split()
)
_ADJECTIVES = 4
"""How many words may stand between an owner or a verb and the noun."""


def noun_reading(scene: Scene, cue: CueAt, floor: int, ceiling: int) -> Find | None:
    """Read the cue as a noun with its content after it."""
    words = scene.words
    entry = cue.noun
    if entry is None or scene.word(cue.first - 1) == "-":
        return None
    stop = cue_stop(scene, cue, entry.takes)
    content = _content(scene, stop, entry.takes, ceiling)
    if content is None:
        return None
    at = cue.first
    while at > max(floor, cue.first - _ADJECTIVES) and kind_of(words[at - 1]) in (OTHER, ADVERB, GERUND):
        at -= 1
    return _owned(scene, at, cue, stop, floor, content) or _lightly(scene, at, stop, floor, content)


def _content(scene: Scene, at: int, takes: tuple[str, ...], ceiling: int) -> Range | None:
    if at >= ceiling:
        return None
    word = scene.words[at]
    clause = (word == "that" or kind_of(word) == GERUND) and "that-clause" in takes
    if clause or (word == "to" and "to-infinitive" in takes):
        return clause_after(scene, at, ceiling)
    if (word in ("about", "on", "over") and "about" in takes) or (word == "of" and "of" in takes):
        return object_after(scene, at + 1, ceiling)
    if scene.words[at - 1] in ("of", "for", "on", "about", "against"):
        return object_after(scene, at, ceiling)
    return None


def _owned(scene: Scene, at: int, cue: CueAt, stop: int, floor: int, content: Range) -> Find | None:
    """`his claim`, `the minister's claim`."""
    words = scene.words
    if at > floor and words[at - 1] in _OWNERS:
        return Find(Range(at - 1, at), Range(at, stop), (content,))
    for place in range(cue.first - 1, max(floor, at - 2), -1):
        if kind_of(words[place]) == POSSESSIVE:
            owner = phrase_left(scene, place, floor)
            return Find(Range(owner.first, place + 1), Range(place + 1, stop), (content,)) if owner else None
    return None


def _lightly(scene: Scene, at: int, stop: int, floor: int, content: Range) -> Find | None:
    """`released a statement calling on ...`: the verb's subject is the source."""
    words = scene.words
    while at > floor and kind_of(words[at - 1]) == DETERMINER:
        at -= 1
    verb = at - 1
    if verb < floor or words[verb] not in _LIGHT:
        return None
    start = verb_start(words, verb, floor)
    source = subject_before(scene, start, floor) or subject_left(scene, start, scene.sentence(start).first)
    return Find(source, Range(start, stop), (content,))
