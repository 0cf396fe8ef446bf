"""Who says what: sources, cues and contents of everything that an article reports.

The room has two steps. `label` lets the trained network read many documents at once, which also tags their
words; `attribute` makes attributions of its reading and of the rules'. Which file does what:

- words: `grammar` (kinds of words), `scene` (one parse, to be asked by place), `subjects` and `clauses` (phrases around
  a verb), `cues` (those of the lexicons);
- labels by the network: `encode`, `label`, `mends`; by rules: `rules`, with `readings`, `preceding`, `following`, `nouns`;
- links (`roles`) of labels: `link`, `nested`, and `reconcile`, which makes one reading of two; of the page: `layout`,
  `transcript`, `headlines`, `carry`;
- links mended, in the order in which `speech` names them: sources by `agents`, `bounds`, `passives`, `insertions`;
  contents by `overruns`, `second`; what else there is, and what is none, by `opinions`, `questions`, `deeds`;
- attributions: `manner` and `confidence`; refused ones: `withheld`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from stancecli.attribute import rules
from stancecli.attribute.cues import CueAt, CueIndex, without_names
from stancecli.attribute.label import labeller
from stancecli.attribute.roles import Belief, Labels, Reading
from stancecli.attribute.scene import Scene
from stancecli.attribute.speech import speech_of
from stancecli.model import Parse, Speech

__all__ = ["CueIndex", "Labelled", "attribute", "label"]


class Labelled(NamedTuple):
    """A parse whose words are tagged, its cues, and what the trained labeller takes its words for."""

    parse: Parse
    cues: list[CueAt]
    labels: Labels
    belief: Belief


def label(parses: Sequence[Parse], cues: CueIndex) -> list[Labelled]:
    """Tag the words of each parse, and label those that name a source, are a cue or are reported."""
    found = [without_names(parse, cues.find(parse.words)) for parse in parses]
    read = labeller().label(parses, found)
    return [
        Labelled(replace(parse, tags=tags), known, labels, belief)
        for parse, known, (tags, labels, belief) in zip(parses, found, read, strict=True)
    ]


def attribute(labelled: Labelled) -> Speech:
    """Find the attributions and the withheld speech of a parse. Linear in the length of the text."""
    parse, cues, labels, belief = labelled
    scene = Scene(parse)
    return speech_of(scene, Reading(cues, labels, belief, rules.label(scene, cues)))
