"""Who does what a cue tells, where neither reader found a source: the subject of its verb.

Here the words' tags tell the verbs: cues that are left without a source are seldom in a lexicon.
"""

from __future__ import annotations

from stancecli.attribute.grammar import (
    ADVERB,
    BE,
    COMMA,
    COORDINATOR,
    FINITE,
    FINITE_TAGS,
    OTHER,
    PREPOSITION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TO,
    VERB_TAGS,
    kind_of,
)
from stancecli.attribute.roles import Link
from stancecli.attribute.scene import Scene
from stancecli.attribute.subjects import REACH, phrase_after, subject_before, verb_start
from stancecli.model import Range

_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "CD"))
_EMPTY = frozenset(("there", "this", "that", "what"))
_SEEMS = frozenset("seem seems seemed appear appears appeared remain remains remained".split())
_JOINED = (COMMA, COORDINATOR)
_BEFORE_OBJECTS = (PREPOSITION, OTHER, FINITE, COMMA)
_ACTING = frozenset(("by", "with", "despite", "amid", "without", "like"))
"""Prepositions whose object may itself do what a participle behind it tells (`with Ruiz, a lawyer, saying ...`)."""
_LATE = 2
"""How many words of a cue may stand before its verb ("not yet say", "to directly address")."""
HEARS = frozenset("told informed reminded assured hears heard".split())
"""Behind what was said, the subject of these only hears it (`Mayor took bribes, court told`)."""
_BETWEEN = 6
"""How many words at most stand between an object and the cue that goes on from its verb: a comma, "and", adverbs."""


def agent(scene: Scene, link: Link) -> Range | None:
    """The subject of the active verb with which the link's cue begins; None where none is sure."""
    if link.cue is None:
        return None
    verb = _verb(scene, link.cue)
    if verb is None:
        return None
    floor = max(scene.sentence(verb).first, verb - REACH)
    start = min(link.cue.first, verb_start(scene.words, verb, floor))
    found = _opened(scene, link) if start == floor else _subject(scene, start, verb, floor)
    return found if found and _may_speak(scene, found, link) else None


def is_object(scene: Scene, link: Link) -> bool:
    """Does the source belong to the verb before it, from which the cue goes on (`Ruiz stands by [her result] and says`)?"""
    if link.source is None or link.cue is None:
        return False
    words, tags, (first, stop), cue = scene.words, scene.tags, link.source, link.cue.first
    while stop > first and kind_of(words[stop - 1]) in _JOINED:
        stop -= 1
    if cue > stop + _BETWEEN:
        return False
    between = [kind for word in words[stop:cue] if (kind := kind_of(word)) != ADVERB]
    if between == [COMMA] and tags[cue] == "VBG":
        return kind_of(words[first - 1]) in (PREPOSITION, TO) and words[first - 1] not in _ACTING
    goes_on = between in ([COORDINATOR], [COMMA, COORDINATOR]) and tags[cue] in FINITE_TAGS
    opens = first == scene.sentence(cue).first or kind_of(words[first - 1]) not in _BEFORE_OBJECTS
    return goes_on and not opens and not scene.has_verb(first, stop)


def _verb(scene: Scene, cue: Range) -> int | None:
    """The verb that opens a cue; None for nouns, passives and what only seems."""
    words, tags = scene.words, scene.tags
    verbs = [at for at in range(*cue) if tags[at] in VERB_TAGS]
    if not verbs or verbs[0] > cue.first + _LATE or not _SEEMS.isdisjoint(words[slice(*cue)]):
        return None
    first = verb_start(words, verbs[0], max(0, cue.first - _LATE))
    passive = any(words[at] in BE for at in range(first, verbs[-1])) and tags[verbs[-1]] in ("VBN", "VBD")
    reduced = tags[verbs[0]] == "VBN" and first == verbs[0] and first > 0 and tags[first - 1] in _NOUNS
    heard = words[verbs[0]] in HEARS and first == verbs[0] and _ends(scene, cue.stop)
    return None if passive or reduced or heard else verbs[0]


def _ends(scene: Scene, stop: int) -> bool:
    """Does the sentence end here?"""
    return stop >= scene.sentence(stop - 1).stop or kind_of(scene.words[stop]) == STOP


def _subject(scene: Scene, start: int, verb: int, floor: int) -> Range | None:
    """The subject of the verb group from `start` on: its own, or that of the verb that it goes on from."""
    tags = scene.tags
    if tags[verb] not in ("VBG", "VB") or start < verb:
        found = subject_before(scene, start, floor)
        if found:
            return found
    trailing = tags[verb] == "VBG" and kind_of(scene.words[start - 1]) == COMMA
    for at in range(start - 1, floor, -1):
        if tags[at] not in FINITE_TAGS or scene.zone_of[at] != scene.zone_of[verb]:
            continue
        subject = subject_before(scene, verb_start(scene.words, at, floor), floor)
        # `He spoke for Ruiz, who is ill, saying ...`: what trails goes on from the main clause.
        if subject and not (trailing and kind_of(scene.words[subject.first]) == RELATIVE):
            return subject
    return None


def _opened(scene: Scene, link: Link) -> Range | None:
    """`Having announced that it was over, Ruiz went on`: whom the sentence names after the report that opens it."""
    stop = max(content.stop for content in link.contents)
    end = scene.sentence(link.first).stop
    if scene.tags[link.first] != "VBG" or stop + 1 >= end or scene.words[stop] != ",":
        return None
    return phrase_after(scene, stop + 1, end)


def _may_speak(scene: Scene, source: Range, link: Link) -> bool:
    """Is it outside of all that the link reports, and no word that stands for nobody?"""
    assert link.cue is not None
    free = all(source.stop <= part.first or part.stop <= source.first for part in (link.cue, *link.contents))
    return (
        free
        and scene.zone_of[source.first] == scene.zone_of[link.cue.first]
        and scene.words[source.first] not in _EMPTY
        and kind_of(scene.words[source.first]) != SUBORDINATOR
    )


def before_quotation(scene: Scene, link: Link) -> Range | None:
    """Who acts in the sentence before a quotation that has no cue: `Ruiz shook her head. “Not this year.”`"""
    first = link.contents[0].first
    if first == 0 or scene.zone_of[first] < 0 or scene.sentence(first).first != first:
        return None
    if kind_of(scene.words[link.contents[0].stop - 2]) != STOP:
        return None  # a title at the beginning of a sentence
    here, there = scene.paragraph_of(first), scene.paragraph_of(first - 1)
    sentence = scene.sentence(first - 1)
    follows = here == there or scene.parse.paragraphs[there].first == sentence.first
    if not follows or scene.zone_of[sentence.stop - 1] >= 0 or scene.role(first - 1) != "body":
        return None
    tags = scene.tags
    for at in range(sentence.first + 1, min(sentence.stop, sentence.first + REACH)):
        if tags[at] in FINITE_TAGS and scene.zone_of[at] < 0:
            found = subject_before(scene, verb_start(scene.words, at, sentence.first), sentence.first)
            if found and kind_of(scene.words[found.first]) != RELATIVE:
                return found if _is_person(scene, found) else None
    return None


def _is_person(scene: Scene, subject: Range) -> bool:
    """Is it "he", "she" or a name?"""
    if subject.stop - subject.first == 1 and scene.words[subject.first] in ("he", "she"):
        return True
    stop = scene.comma(*subject)
    return all(scene.capital(at) for at in range(subject.first, stop)) and scene.tags[stop - 1] == "NNP"
