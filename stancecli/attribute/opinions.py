"""Views that are told to be somebody's: `In [his] [view], [the homes were needed]`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from stancecli.attribute.roles import Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

_VIEWS = frozenset("view opinion eyes judgment judgement estimation".split())
_WHOSE = frozenset("his her their my our".split())
_LONGEST = 8
"""So many words at most lead to the view."""
_OPENING = frozenset(("PRP", "DT", "PRP$", "EX"))
"""With these begins what somebody holds where no comma leads to it."""


def viewed(scene: Scene, links: Sequence[Link]) -> Iterator[Link]:
    """The views with which sentences open that no link has a part of."""
    words = scene.words
    opening = [sentence for sentence in scene.parse.sentences if scene.word(sentence.first) == "in"]
    if not opening:
        return
    taken = sorted(part.first for link in links for part in link.parts)
    for first, stop in opening:
        view = next((at for at in range(first + 2, min(first + _LONGEST, stop - 1)) if words[at] in _VIEWS), -1)
        source = _owner(scene, first, view)
        if source is None or bisect_left(taken, first) < bisect_left(taken, stop) or scene.zone_of[first] >= 0:
            continue
        comma = words[view + 1] == ","
        held = Range(view + 1 + comma, stop - (words[stop - 1] in (".", "!", "?")))
        opens = comma or scene.tag(view + 1) in _OPENING
        if opens and scene.has_verb(*held):
            yield Link(source, Range(view, view + 1), [held], "agent")


def _owner(scene: Scene, first: int, view: int) -> Range | None:
    """Whose view it is: the possessive before it, or the name before its "'s"."""
    words = scene.words
    if view < 0:
        return None
    if words[view - 1] in _WHOSE:
        return Range(view - 1, view)
    return Range(first + 1, view - 1) if words[view - 1] == "'s" and view - first > 2 else None
