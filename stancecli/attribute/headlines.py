"""Headlines that end with who says so: `Minister lied, leaked memo shows`; `Coffee is good for you, say scientists`."""

from __future__ import annotations

from stancecli.attribute.agents import HEARS
from stancecli.attribute.cues import CueAt
from stancecli.attribute.grammar import COMMA, DASH, FINITE_TAGS, STOP, kind_of
from stancecli.attribute.roles import Link
from stancecli.attribute.scene import HEADLINE, Scene
from stancecli.attribute.subjects import verb_start
from stancecli.model import Range

NAMED = 8
"""How many tokens who says so has at most."""

_NOMINAL = frozenset("NN NNS NNP NNPS JJ JJR JJS CD DT HYPH POS VBN VBG IN PRP$".split())
"""Tags of the words that may tell who says so: there is no article to tell where a phrase begins."""
_OPEN = frozenset("DT HYPH POS IN PRP$".split())
"""Behind these a phrase goes on."""
_INVERTED = frozenset(("say", "says", "said"))
_PASSIVE = frozenset(
    "found reported promised confirmed revealed announced seen feared expected claimed alleged heard told".split()
)
"""Participles that end a headline without a source; who says so does it in the present there (`study finds`)."""
_VERBAL = FINITE_TAGS | {"VBN", "VB"}


def ended(scene: Scene, cues: list[CueAt]) -> list[Link]:
    """What the article's headline reports whose last words are its source and cue; `cues` are those of the parse, in order."""
    stop = _end(scene)
    floor = scene.sentence(stop - 1).first if stop else 0
    sign = next((at for at in reversed(range(floor, stop)) if kind_of(scene.words[at]) in (COMMA, DASH)), floor)
    cue = _cue(scene, cues, Range(sign + 1, stop))
    if cue is None or sign - floor < 2:
        return []
    start = verb_start(scene.words, cue.first, sign + 1)
    source = Range(sign + 1, start) if cue.stop == stop else Range(cue.stop, stop)
    inverted = start == sign + 1 and scene.words[cue.first] in _INVERTED
    if not _is_named(scene, source) or not (cue.stop == stop or inverted):
        return []
    hears = cue.stop - cue.first == 1 and scene.words[cue.first] in HEARS and start == cue.first
    who = None if hears else source
    return [Link(who, Range(start, cue.stop), [Range(floor, sign)], "headline" if who else "sourceless")]


def _cue(scene: Scene, cues: list[CueAt], within: Range) -> Range | None:
    """The first cue in these words that can end a report, or the word at their end that tells who hears it."""
    found = next(
        (cue for cue in cues if within.first <= cue.first and cue.stop <= within.stop and _may_report(scene, cue)), None
    )
    if found:
        return Range(found.first, found.stop)
    last = within.stop - 1
    return Range(last, within.stop) if last > within.first and scene.words[last] in HEARS else None


def _is_passive(scene: Scene, cue: CueAt) -> bool:
    """Does it tell what was found or seen, and not who says so (`Man held, knife found`)?"""
    last = scene.words[cue.stop - 1]
    return last in _PASSIVE and scene.tags[cue.stop - 1] in ("VBN", "VBD")


def _end(scene: Scene) -> int:
    """Where the words of the headline end, its full stop left out; 0 where there is none. A text may be no more than one."""
    words = scene.words
    stop = scene.parse.paragraphs[0].stop if scene.parse.paragraphs else 0
    if stop and kind_of(words[stop - 1]) == STOP and scene.headline(0):
        return stop - 1
    return stop if stop <= HEADLINE and stop and kind_of(words[stop - 1]) != STOP else 0


def _may_report(scene: Scene, cue: CueAt) -> bool:
    """Can the cue end a report: a verb, outside quotations, that takes a clause?"""
    if cue.verb is None or cue.verb.reports == "attitude" or scene.zone_of[cue.first] >= 0 or _is_passive(scene, cue):
        return False
    return scene.tags[cue.first] in _VERBAL and not {"that-clause", "quote"}.isdisjoint(cue.verb.takes)


def _is_named(scene: Scene, source: Range) -> bool:
    """Is it a noun phrase, without a verb of its own?"""
    tags = scene.tags[slice(*source)]
    return 0 < len(tags) <= NAMED and _NOMINAL.issuperset(tags) and tags[-1] not in _OPEN
