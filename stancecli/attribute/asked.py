"""Questions in the passive: `When asked by [a reporter] [whether he would go], Ruiz said ...`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count

from stancecli.attribute.following import QUESTIONS
from stancecli.attribute.grammar import BE, COMMA, FINITE_TAGS, kind_of
from stancecli.attribute.passives import without
from stancecli.attribute.roles import Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

_ASKED = frozenset("asked pressed pushed questioned quizzed challenged".split())
_LEADING = QUESTIONS | {"about", "on"}
_OPENING = frozenset(["when", "if", "once"]) | BE
_LONGEST = 10
"""So many words at most name who asks."""


def with_questions(scene: Scene, links: list[Link]) -> list[Link]:
    """The links with those of questions, which are taken out of what whoever answers is told to say."""
    if not scene.parse.tags:
        return links
    for question in _questions(scene, links):
        cut = _cut(scene, question)
        for link in links:
            link.contents = [rest for content in link.contents for rest in without(content, cut)]
        links = [link for link in links if link.contents and not _is_same(link, question)] + [question]
    return links


def _questions(scene: Scene, links: list[Link]) -> Iterator[Link]:
    words = scene.words
    for at in compress(count(), map(_ASKED.__contains__, words)):
        if words[at + 1 : at + 2] != ("by",) or scene.zone_of[at] >= 0:
            continue
        end = scene.sentence(at).stop
        near = range(at + 3, min(at + 3 + _LONGEST, end - 1))
        first = next((i for i in near if words[i] in _LEADING), None)
        if first is None or not _is_phrase(scene, Range(at + 2, first)):
            continue
        yield Link(Range(at + 2, first), Range(at, at + 1), [Range(first, _stop(scene, links, first, end))], "agent")


def _is_phrase(scene: Scene, place: Range) -> bool:
    tags = scene.parse.tags[slice(*place)]
    return FINITE_TAGS.isdisjoint(tags) and all(kind_of(word) != COMMA for word in scene.words[slice(*place)])


def _stop(scene: Scene, links: list[Link], first: int, end: int) -> int:
    """Where the question ends: with the content in which it was found, else at the next comma."""
    for link in links:
        for content in link.contents:
            if content.first <= first < content.stop:
                return content.stop
    return next((at for at in range(first, end) if kind_of(scene.words[at]) == COMMA), end - 1)


def _cut(scene: Scene, question: Link) -> Range:
    assert question.cue is not None
    first = question.cue.first
    while first and scene.words[first - 1] in _OPENING:
        first -= 1
    return Range(first, question.contents[-1].stop)


def _is_same(link: Link, question: Link) -> bool:
    """Is the link the question, as the labeller read it?"""
    return link.cue is not None and question.cue is not None and link.cue.first <= question.cue.first < link.cue.stop
