"""Questions, which are another's: `When asked by [a reporter] [whether he would go], Ruiz said ...`."""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress, count

from stancecli.attribute.clauses import without
from stancecli.attribute.following import QUESTIONS
from stancecli.attribute.grammar import BE
from stancecli.attribute.roles import Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

_ASKED = frozenset("asked pressed pushed questioned quizzed challenged".split())
_LEADING = QUESTIONS | {"about", "on"}
_WHEN = frozenset(["when", "if", "once"])
_OPENING = _WHEN | BE
_NEAR = 80
"""Within so many tokens of a question stand the reports that may hold it."""
_LONGEST = 10
"""So many words at most name who asks."""


def with_questions(scene: Scene, links: list[Link]) -> list[Link]:
    """The links with those of questions, which are taken out of what whoever answers is told to say."""
    words = scene.words
    asked = [
        at
        for at in compress(count(), map(_ASKED.__contains__, words))
        if scene.word(at + 1) == "by" and scene.zone_of[at] < 0
    ]
    if not asked:
        return links
    links = sorted((link for link in links if link.contents), key=lambda link: link.first)
    firsts = [link.first for link in links]
    found: list[Link] = []
    for at in asked:
        near = links[bisect_left(firsts, at - _NEAR) : bisect_left(firsts, at + _NEAR)]
        if question := _question(scene, at, near):
            found.append(question)
            _take_out(scene, at, question, near)
    return [link for link in links if link.contents] + found


def _question(scene: Scene, at: int, near: list[Link]) -> Link | None:
    """The question that is told behind this participle and "by"; `near` are the links around it."""
    words, end = scene.words, scene.sentence(at).stop
    reach = range(at + 3, min(at + 3 + _LONGEST, end - 1))
    first = next((i for i in reach if words[i] in _LEADING), None)
    if first is None or scene.is_parted(Range(at + 2, first)):
        return None
    return Link(Range(at + 2, first), Range(at, at + 1), [Range(first, _stop(scene, near, first, end))], "agent")


def _take_out(scene: Scene, at: int, question: Link, near: list[Link]) -> None:
    """Leave the links around it nothing of a question, and one nothing that is the same as the labeller read it."""
    first = at
    while first and scene.words[first - 1] in _OPENING:
        first -= 1
    cut = Range(first, question.contents[-1].stop)
    for link in near:
        same = link.cue is not None and link.cue.first <= at < link.cue.stop
        link.contents = [] if same else [rest for content in link.contents for rest in without(content, cut)]


def _stop(scene: Scene, near: list[Link], first: int, end: int) -> int:
    """Where the question ends: with the content in which it was found, else at the next comma."""
    for link in near:
        for content in link.contents:
            if content.first <= first < content.stop:
                return content.stop
    return scene.comma(first, min(first + _NEAR, end - 1))


def is_put_to(scene: Scene, link: Link) -> bool:
    """`Asked whether he would go, Ruiz replied ...`: the question is another's."""
    if link.cue is None or scene.words[link.cue.first] not in _ASKED or "by" in scene.words[slice(*link.cue)]:
        return False
    first = scene.sentence(link.cue.first).first
    opens = link.cue.first == first or scene.words[link.cue.first - 1] in _WHEN
    return opens and bool(link.contents) and link.contents[0].first >= link.cue.stop


def without_question(scene: Scene, link: Link) -> None:
    """`Asked by Ruiz why she lied, Lund replied: ...`: what was asked is another's."""
    if link.cue is None or len(link.contents) < 2:
        return
    opening = scene.sentence(link.cue.first).first
    first = link.contents[0].first
    if scene.words[opening] in _ASKED and opening < first < link.cue.first and scene.words[first] in QUESTIONS:
        del link.contents[0]
