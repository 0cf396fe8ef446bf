"""Sources that keep their names back: “an official who asked not to be named said ...”."""

from __future__ import annotations

from itertools import compress, count

from stancecli.attribute.roles import Labels
from stancecli.attribute.scene import Scene
from stancecli.model import Range

_NAMED = frozenset(["named", "identified", "quoted"])
_BY_NAME = ("by", "name")


def with_nameless(scene: Scene, labels: Labels) -> Labels:
    """The labels, in which what a source asked about its name is part of the source, and not of the cue behind it."""
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
