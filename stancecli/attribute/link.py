"""From labels to attributions: which content belongs to which cue, and which cue to which source."""

from __future__ import annotations

from bisect import bisect_left

from stancecli.attribute.roles import Labels, Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

SENTENCE_END = 12
"""What a sentence's end between two stretches costs, in words of distance."""


def link_labels(scene: Scene, labels: Labels) -> list[Link]:
    """A link for each cue, in order, then one for each content that has no cue.

    A cue that has no content keeps its link: the layout may know what it announces. Linear in the
    number of labels: each looks at its neighbours only.
    """
    links = _with_sources(scene, labels)
    loose = []
    for content in labels.contents:
        owner = _owner(scene, content, links)
        if owner:
            owner.contents.append(content)
        else:
            loose.append(Link(None, None, [content], "loose"))
    return links + loose


def _with_sources(scene: Scene, labels: Labels) -> list[Link]:
    """A link for every cue, with its source."""
    starts = [source.first for source in labels.sources]
    links: list[Link] = []
    for cue in labels.cues:
        at = bisect_left(starts, cue.first)
        left = labels.sources[at - 1] if at else None
        right = labels.sources[at] if at < len(starts) else None
        links.append(_sourced(scene, cue, left, right, labels.contents))
    return links


def _sourced(scene: Scene, cue: Range, left: Range | None, right: Range | None, contents: tuple[Range, ...]) -> Link:
    sentence = scene.sentence(cue.first)
    if (left and left.first < sentence.first) or (left and left.stop > cue.first):
        left = None
    if right and (right.first >= sentence.stop or right.first < cue.stop):
        right = None
    near = left is not None and cue.first - left.stop <= 3
    if left and near:
        return Link(left, cue, [], "subject")
    if right and right.first - cue.stop <= 1:
        return Link(right, cue, [], "inverted")
    if left:
        return Link(left, cue, [], "shared")
    if right:
        return Link(right, cue, [], "far")
    return Link(None, cue, [], "sourceless")


def _owner(scene: Scene, content: Range, links: list[Link]) -> Link | None:
    """The cue whose words stand nearest to a content, sentence ends counted as distance."""
    at = bisect_left(links, content.first, key=lambda item: item.cue.first if item.cue else 0)
    best, cost = None, 60
    for item in links[max(0, at - 1) : at + 1]:
        distance = _distance(scene, content, item)
        if distance < cost:
            best, cost = item, distance
    return best


def _distance(scene: Scene, content: Range, item: Link) -> int:
    assert item.cue is not None
    parts = [item.cue] if item.source is None else [item.cue, item.source]
    if scene.paragraph_of(content.first) != scene.paragraph_of(item.cue.first):
        return 1000
    if item.cue.first < content.first:
        start = max(part.stop for part in parts if part.first < content.first)
        return _cost(scene, start, content.first)
    stop = min(part.first for part in parts if part.first >= content.first)
    ended = scene.zone_of[content.stop - 1] >= 0 and scene.words[content.stop - 2] == "."
    return _cost(scene, content.stop, stop) + SENTENCE_END * ended


def _cost(scene: Scene, start: int, stop: int) -> int:
    if stop - start > 60:
        return 1000
    between = scene.words[start:stop]
    return len(between) + SENTENCE_END * sum(word in (".", "?", "!", ";") for word in between)
