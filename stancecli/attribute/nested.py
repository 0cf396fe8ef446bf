"""Which labels a turn covers, and the reports within it: `RUIZ: Holm said that ...` is what Ruiz tells of Holm."""

from __future__ import annotations

from bisect import bisect_right

from stancecli.attribute.link import link_labels
from stancecli.attribute.reconcile import reconcile, until_narration
from stancecli.attribute.roles import Labels, Link, Reading
from stancecli.attribute.scene import Scene
from stancecli.model import Range

_UNTOLD = frozenset(
    "i we you they it there this that who which what one nobody anybody anyone everybody everyone somebody someone".split()
)
"""What the speaker says of himself is his turn's already, and who may be anybody leaves him his words."""


def outside(labels: Labels, taken: list[Link]) -> Labels:
    """The labels that no turn covers."""
    if not taken:
        return labels
    ranges = sorted(part for link in taken for part in link.parts)

    def free(items: tuple[Range, ...]) -> tuple[Range, ...]:
        kept, at = [], 0
        for item in items:
            while at < len(ranges) and ranges[at].stop <= item.first:
                at += 1
            if at == len(ranges) or ranges[at].first >= item.stop:
                kept.append(item)
        return tuple(kept)

    return Labels(free(labels.sources), free(labels.cues), free(labels.contents))


def nested(scene: Scene, reading: Reading, spoken: list[Link]) -> list[Link]:
    """The reports with source, cue and content that stand within one stretch of a turn, by others than its speaker."""
    told = sorted(content for link in spoken if link.how == "turn" for content in link.contents)
    if not told:
        return []
    trained, ruled = (link_labels(scene, _inside(labels, told)) for labels in (reading.trained, reading.ruled))
    links = [link for link in reconcile(scene, trained, ruled, reading.belief) if _is_within(scene, link, told)]
    for link in links:
        link.contents = [_in_sentence(scene, until_narration(scene, content)) for content in link.contents]
    return links


def _in_sentence(scene: Scene, content: Range) -> Range:
    """The content up to the end of its first sentence: what comes then is the speaker's again, but for a quotation."""
    if scene.zone_of[content.first] >= 0:
        return content
    return Range(content.first, min(content.stop, scene.sentence(content.first).stop))


def _inside(labels: Labels, told: list[Range]) -> Labels:
    """The labels that stand within a turn."""

    def kept(items: tuple[Range, ...]) -> tuple[Range, ...]:
        return tuple([item for item in items if _number(told, item) >= 0])

    return Labels(kept(labels.sources), kept(labels.cues), kept(labels.contents))


def _number(told: list[Range], part: Range) -> int:
    """In which stretch of a turn the part stands; -1 for none."""
    at = bisect_right(told, part.first, key=_first) - 1
    return at if at >= 0 and part.stop <= told[at].stop else -1


def _first(part: Range) -> int:
    return part.first


def _is_within(scene: Scene, link: Link, told: list[Range]) -> bool:
    if link.source is None or link.cue is None or not link.contents or scene.words[link.source.first] in _UNTOLD:
        return False
    return len({_number(told, part) for part in link.parts}) == 1
