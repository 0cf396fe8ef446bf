"""Views that are told to be somebody's: `In [his] [view], [the homes were needed]`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from stancecli.attribute.roles import Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

_VIEWS = frozenset("view opinion eyes judgment judgement estimation words".split())
_NOBODY = frozenset("law world beholder public history god book song film poem play novel".split())
"""In the eyes of these something is so for everybody."""
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
        source = _owner(scene, first, view, stop)
        if source is None or bisect_left(taken, first) < bisect_left(taken, stop) or scene.zone_of[first] >= 0:
            continue
        end = max(view + 1, source.stop)
        comma = words[end] == ","
        held = Range(end + comma, stop - (words[stop - 1] in (".", "!", "?")))
        opens = comma or scene.tag(end) in _OPENING
        if opens and scene.has_verb(*held):
            yield Link(source, Range(view, view + 1 + (source.first > view)), [held], "agent")


def _owner(scene: Scene, first: int, view: int, stop: int) -> Range | None:
    """Whose view it is: the possessive before it, the name before its "'s", or who stands behind "of" up to a comma."""
    words = scene.words
    if view < 0:
        return None
    if words[view - 1] in _WHOSE:
        return Range(view - 1, view)
    if words[view + 1] == "of":
        end = next((at for at in range(view + 3, min(view + _LONGEST, stop)) if words[at] == ","), -1)
        return Range(view + 2, end) if end > 0 and words[end - 1] not in _NOBODY else None
    return Range(first + 1, view - 1) if words[view - 1] == "'s" and view - first > 2 else None
