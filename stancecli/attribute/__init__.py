"""Who says what: sources, cues and contents of everything that an article reports."""

from __future__ import annotations

from collections.abc import Sequence

from stancecli.attribute import rules
from stancecli.attribute.cues import CueIndex
from stancecli.attribute.label import labeller
from stancecli.attribute.roles import Reading
from stancecli.attribute.scene import Scene
from stancecli.attribute.speech import link
from stancecli.model import Parse, Speech

__all__ = ["CueIndex", "attribute"]


def attribute(parses: Sequence[Parse], cues: CueIndex) -> list[Speech]:
    """Find the attributions and the withheld speech of each parse. Linear in the length of the text."""
    found = [cues.find(parse.words) for parse in parses]
    speeches = []
    for parse, known, labelled in zip(parses, found, labeller().label(parses, found), strict=True):
        scene = Scene(parse)
        speeches.append(link(scene, Reading(known, *labelled, ruled=rules.label(scene, known))))
    return speeches
