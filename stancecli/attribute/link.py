"""From labels to attributions: which content belongs to which cue, and which cue to which source."""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress, count

from stancecli.attribute.grammar import DETERMINER, FINITE, GERUND, MARK, OTHER, PRONOUN, RELATIVE, THAT, kind_of
from stancecli.attribute.manner import DENIALS
from stancecli.attribute.roles import Labels, Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

TOO_FAR = 60
"""At this distance, in words, a content belongs to no cue."""
SENTENCE_END = 12
"""What a sentence's end between two stretches costs, in words of distance."""
_NAMED = frozenset(["named", "identified", "quoted"])
_BY_NAME = ("by", "name")


def with_nameless(scene: Scene, labels: Labels) -> Labels:
    """The labels, in which what a source asked about its name is part of the source, and not of the cue behind it
    (`an official [who asked not to be named] said`).
    """
    words = scene.words
    if _NAMED.isdisjoint(words):
        return labels
    marks = [
        at for at in compress(count(), map(_NAMED.__contains__, words)) if words[at - 3 : at] == ("not", "to", "be")
    ]
    sources, cues = list(labels.sources), list(labels.cues)
    for at in marks:
        stop = at + 1 + 2 * (words[at + 1 : at + 3] == _BY_NAME)
        for number, cue in enumerate(cues):
            if cue.first < at and stop < cue.stop:
                cues[number] = Range(stop, cue.stop)
                sources = [Range(one.first, stop) if one.stop == cue.first else one for one in sources]
    return Labels(tuple(sources), tuple(cues), labels.contents)


def link_labels(scene: Scene, labels: Labels) -> list[Link]:
    """A link for each cue, in order, then one for each content that has no cue.

    A cue that has no content keeps its link: the layout may know what it announces. Linear in the
    number of labels: each looks at its neighbours only.
    """
    links = _with_sources(scene, labels)
    starts = [cue.first for cue in labels.cues]
    loose = []
    for content in labels.contents:
        at = bisect_left(starts, content.first)
        owner = _owner(scene, content, links[max(0, at - 1) : at + 1])
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
        sentence = scene.sentence(cue.first)
        at = bisect_left(starts, cue.first)
        left = labels.sources[bisect_left(starts, sentence.first, max(0, at - 2), at) : at]
        right = labels.sources[at] if at < len(starts) and starts[at] < sentence.stop else None
        links.append(_sourced(scene, cue, left, right))
    return links


def _sourced(scene: Scene, cue: Range, left: tuple[Range, ...], right: Range | None) -> Link:
    """Choose between the nearest sources: `left` in the order of the text, `right` the next one."""
    words = scene.words
    if right and words[cue.stop : right.first] == ("by",):
        return Link(right, cue, [], "inverted")
    if right and right.first - cue.stop <= 1 and _addresses(words[cue.stop - 1]):
        right = None
    if len(left) == 2 and words[cue.first - 1] == "," and _in_relative_clause(words, left[0], left[1]):
        return Link(left[0], cue, [], "shared")
    if left and cue.first - left[-1].stop <= 3:
        return Link(left[-1], cue, [], "subject")
    if right and right.first - cue.stop <= 1:
        return Link(right, cue, [], "inverted")
    if left:
        return Link(left[-1], cue, [], "shared")
    if right:
        return Link(right, cue, [], "far")
    return Link(None, cue, [], "sourceless")


_TELLS = frozenset(("told", "tells", "tell"))
_REFERS = frozenset(("citing", "quoting", "echoing", "following"))


def _addresses(word: str) -> bool:
    """Does whoever stands behind this end of a cue hear what is reported (`Ruiz waved, telling [the crowd] that ...`)?"""
    return word in _TELLS or (kind_of(word) == GERUND and word not in _REFERS)


def _in_relative_clause(words: tuple[str, ...], head: Range, inner: Range) -> bool:
    """Does `inner` belong to a clause about `head` (`Ruiz, who thanked her voters, said`)?"""
    opening = words[head.stop : head.stop + 2]
    return opening[:1] == (",",) and kind_of(opening[-1]) in (RELATIVE, FINITE) and inner.first - head.stop < 30


def _owner(scene: Scene, content: Range, neighbours: list[Link]) -> Link | None:
    """Of the cues on either side of a content the one that stands nearest, sentence ends counted as distance."""
    best, cost = None, TOO_FAR
    paragraph = scene.parse.paragraphs[scene.paragraph_of(content.first)]
    for item in neighbours:
        near = item.cue and paragraph.first <= item.cue.first < paragraph.stop
        if near and (distance := _distance(scene, content, item)) < cost:
            best, cost = item, distance
    return best


def _distance(scene: Scene, content: Range, item: Link) -> int:
    """How many words there are between a content and a cue of its paragraph."""
    assert item.cue is not None
    source, cue, (first, stop) = item.source, item.cue, content
    if cue.first < first:
        before = max(cue.stop, source.stop) if source and source.first < first else cue.stop
        cost = _cost(scene, before, first)
        return TOO_FAR if cost >= SENTENCE_END and scene.zone_of[first] >= 0 else cost
    # "That" belongs to the cue before it, from which an addressee may part it.
    led = kind_of(scene.words[first]) == THAT and first > scene.sentence(first).first
    unquoted = scene.zone_of[first] < 0 and scene.zone_of[stop - 1] < 0
    if unquoted and cue.first >= scene.sentence(stop - 1).stop:
        return TOO_FAR  # `Ruiz thanked [all who had come]. “It is over,” she said.`
    after = min(cue.first, source.first) if source and source.first >= first else cue.first
    ended = scene.zone_of[stop - 1] >= 0 and scene.words[stop - 2] == "."
    if ended and (after > stop or not _may_close(scene, source, cue)):
        return TOO_FAR
    return _cost(scene, stop, after) + SENTENCE_END * (ended + led)


def _may_close(scene: Scene, source: Range | None, cue: Range) -> bool:
    """May this name the speaker of a quotation that ended with a full stop? `“...” Ruiz said.` may, `Ruiz disagreed.`
    does not.
    """
    stop = max(cue.stop, source.stop) if source else cue.stop
    word = scene.word(stop)
    if word == ":" or (word == "to" and scene.tag(stop + 1) == "VB"):
        return False  # `“...” Ruiz said: “...”`, `“...” Ruiz has promised to open it.`
    told = kind_of(word) not in (OTHER, DETERMINER, PRONOUN, THAT, MARK)
    return told and (DENIALS | _ANSWERS).isdisjoint(scene.words[cue.first : cue.stop])


_ANSWERS = frozenset("agreed agrees concurred concurs disagreed disagrees".split())
"""Behind a sentence's end these tell of another's answer (`“It is late.” Ruiz agreed.`)."""


def _cost(scene: Scene, start: int, stop: int) -> int:
    if stop - start > TOO_FAR:
        return TOO_FAR
    if stop <= start:
        return 0
    between = scene.words[start:stop]
    return len(between) + SENTENCE_END * sum(map(_ENDS.__contains__, between))


_ENDS = frozenset((".", "?", "!", ";"))
