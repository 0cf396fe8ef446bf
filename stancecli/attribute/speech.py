"""The door from labels to `Speech`: links, layout, manner and withheld speech put together."""

from __future__ import annotations

from bisect import bisect_left

from stancecli.attribute.cues import CueAt
from stancecli.attribute.grammar import POSSESSIVE, kind_of
from stancecli.attribute.layout import carry, outside, turns
from stancecli.attribute.link import link_labels
from stancecli.attribute.manner import kind_of_content, manner
from stancecli.attribute.reconcile import reconcile
from stancecli.attribute.roles import Belief, Labels, Link
from stancecli.attribute.scene import Scene
from stancecli.attribute.withheld import withheld
from stancecli.model import Attribution, Content, Range, Source, Speech

CONFIDENCE = {
    "inverted": (0.97, 0.75),
    "subject": (0.95, 0.72),
    "signed": (0.9, 0.7),
    "turn": (0.85, 0.85),
    "headline": (0.85, 0.85),
    "shared": (0.8, 0.6),
    "far": (0.4, 0.3),
    "sourceless": (0.2, 0.2),
    "loose": (0.1, 0.1),
}
"""How often the source is right by how it was found: of direct quotations, and of the rest (docs/attribution.md)."""


def link(scene: Scene, known: list[CueAt], trained: Labels, belief: Belief, ruled: Labels) -> Speech:
    """Turn two readings of one parse with the cues `known` into attributions, in order of their first character."""
    refused = withheld(scene)
    spoken = turns(scene)
    learned, read = (link_labels(scene, outside(labels, spoken)) for labels in (trained, ruled))
    links = spoken + carry(scene, reconcile(learned, read, belief))
    links = [item for item in links if not (item.cue and _overlapping(item.cue, refused.cues))]
    starts = [cue.first for cue in known]
    inside = [_inside(known, starts, item.cue) for item in links]
    kept = [(item, cues) for item, cues in zip(links, inside, strict=True) if not _adjective(scene, item, cues)]
    kept.sort(key=lambda pair: pair[0].first)
    found = [_attribution(scene, item, number, cues) for number, (item, cues) in enumerate(kept)]
    return Speech(tuple(found), refused.values)


def _overlapping(cue: Range, others: tuple[Range, ...]) -> bool:
    at = bisect_left(others, (cue.first + 1,))
    return bool(at and others[at - 1].stop > cue.first) or (at < len(others) and others[at].first < cue.stop)


def _inside(known: list[CueAt], starts: list[int], cue: Range | None) -> list[CueAt]:
    """The listed cues within a cue."""
    return known[bisect_left(starts, cue.first) : bisect_left(starts, cue.stop)] if cue else []


def _adjective(scene: Scene, link: Link, cues: list[CueAt]) -> bool:
    """Is the cue a participle between an owner and a noun (`the town's reported losses`), where nobody reports?"""
    if not (link.source and cues) or kind_of(scene.words[link.source.stop - 1]) != POSSESSIVE:
        return False
    return all(cue.noun is None for cue in cues)


def _attribution(scene: Scene, link: Link, number: int, cues: list[CueAt]) -> Attribution:
    contents = link.contents
    kind = "direct" if link.how == "turn" else kind_of_content(scene, contents)
    return Attribution(
        id=number,
        kind=kind,
        confidence=CONFIDENCE[link.how][kind != "direct"],
        source=_source(scene, link.source),
        cue=manner(scene, link.cue, cues) if link.cue else None,
        content=_content(scene, contents),
    )


def _source(scene: Scene, source: Range | None) -> Source | None:
    if source is None:
        return None
    return Source(scene.parse.text(*source), (scene.parse.span(*source),))


def _content(scene: Scene, contents: list[Range]) -> Content:
    spans = tuple([scene.parse.span(*content) for content in contents])
    text = scene.parse.document.text
    return Content(" ".join([text[start:end] for start, end in spans]), spans)
