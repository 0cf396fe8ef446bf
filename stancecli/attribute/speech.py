"""The door from labels to `Speech`: links, layout, manner and withheld speech put together."""

from __future__ import annotations

from bisect import bisect_left

from stancecli.attribute.cues import CueIndex
from stancecli.attribute.layout import carry, outside, turns
from stancecli.attribute.link import link_labels
from stancecli.attribute.manner import kind_of_content, manner
from stancecli.attribute.roles import Labels, Link
from stancecli.attribute.scene import Scene
from stancecli.attribute.withheld import withheld
from stancecli.model import Attribution, Content, Parse, Range, Source, Speech

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


def link(parse: Parse, labels: Labels, cues: CueIndex) -> Speech:
    """Turn the labels of one parse into attributions, in order of their first character."""
    scene = Scene(parse)
    refused = withheld(scene)
    spoken = turns(scene)
    links = spoken + carry(scene, link_labels(scene, outside(labels, spoken)))
    links = [item for item in links if not (item.cue and _overlapping(item.cue, refused.cues))]
    links.sort(key=lambda item: item.first)
    found = [_attribution(scene, item, number, cues) for number, item in enumerate(links)]
    return Speech(tuple(found), refused.values)


def _overlapping(cue: Range, others: tuple[Range, ...]) -> bool:
    at = bisect_left(others, (cue.first + 1,))
    return bool(at and others[at - 1].stop > cue.first) or (at < len(others) and others[at].first < cue.stop)


def _attribution(scene: Scene, link: Link, number: int, cues: CueIndex) -> Attribution:
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
