"""How a report presents what it reports: the cue's tilt, hedges, denials; the kind of a content."""

from __future__ import annotations

from typing import Literal

from stancecli.attribute.cues import CueAt
from stancecli.attribute.grammar import ADVERB, AUXILIARY, COMMA, NEGATION, kind_of
from stancecli.attribute.scene import Scene
from stancecli.model import Cue, Range, Tilt

HEDGES = frozenset(
    "reportedly allegedly apparently supposedly purportedly ostensibly seemingly presumably rumoredly rumouredly"
    " evidently".split()
)
"""Adverbs by which the reporter does not vouch that something was said or is so."""
HEARSAY = frozenset("said believed thought reported rumored rumoured alleged understood supposed".split())
"""Participles that do the same in "is said to have": the reporter names nobody."""
DENIALS = frozenset(
    "deny denies denied denying reject rejects rejected rejecting dispute disputes disputed disputing refute refutes"
    " refuted refuting dismiss dismisses dismissed dismissing disavow disavows disavowed disavowing rebut rebuts rebutted"
    " rebutting contradict contradicts contradicted contradicting repudiate repudiates repudiated repudiating disown"
    " disowns disowned disowning denial disagree disagrees disagreed disagreeing".split()
)
"""Cues that say of their content that it is not so."""
_NEVER = frozenset(("never", "neither", "nor", "cannot", "not", "n't"))
_AROUND = frozenset((ADVERB, AUXILIARY, NEGATION, COMMA))


def manner(scene: Scene, cue: Range, listed: list[CueAt], unsaid: bool) -> Cue:
    """The cue with its manner, the tilt from the cues of the lexicons that are `listed` within it.

    What is `unsaid` (`No one said ...`) is denied.
    """
    group = _group(scene, cue)
    words = scene.words[group.first : group.stop]
    hedges = _hedges(words)
    text, span = scene.written(*cue)
    return Cue(
        text=text,
        spans=(span,),
        tilt=_tilt(listed),
        hedged=bool(hedges),
        hedges=hedges,
        denied=unsaid or _denies(scene, cue) or not _NEVER.isdisjoint(words),
    )


def _denies(scene: Scene, cue: Range) -> bool:
    """Does the cue deny what is reported? What somebody is "dismissed as" is what he is held for."""
    return not DENIALS.isdisjoint(scene.words[slice(*cue)]) and scene.words[cue.stop - 1] != "as"


def _group(scene: Scene, cue: Range) -> Range:
    """The cue with the adverbs, auxiliaries and negations around it."""
    first, stop = cue
    sentence = scene.sentence(cue.first)
    floor = max(sentence.first, cue.first - 4)
    while first > floor and kind_of(scene.words[first - 1]) in _AROUND:
        first -= 1
    if stop < sentence.stop and scene.words[stop] in HEDGES:
        stop += 1
    return Range(first, stop)


def _hedges(words: tuple[str, ...]) -> tuple[str, ...]:
    hearsay = not (_IS.isdisjoint(words) or HEARSAY.isdisjoint(words))
    if not hearsay and HEDGES.isdisjoint(words):
        return ()
    found = [word for word in words if word in HEDGES]
    if hearsay:
        found += [word for word in words if word in HEARSAY]
    return tuple(dict.fromkeys(found))


_IS = frozenset("is are was were been 's 're".split())


def _tilt(known: list[CueAt]) -> Tilt:
    return next((tilt for tilt in [cue.entry.tilt for cue in known] if tilt != "neutral"), "neutral")


def kind_of_content(scene: Scene, contents: list[Range]) -> Literal["direct", "indirect", "mixed"]:
    """Direct where every content lies between quotation marks, mixed where only some words do."""
    inside = [scene.zone_of[content.first] >= 0 and scene.zone_of[content.stop - 1] >= 0 for content in contents]
    if all(inside):
        return "direct"
    quoted = any(inside) or any(scene.has_marks(content) for content in contents)
    return "mixed" if quoted else "indirect"
