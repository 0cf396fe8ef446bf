"""What a labeller finds, and what a linker makes of it, in tokens."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from stancecli.attribute.cues import CueAt
from stancecli.model import Range


class Belief:
    """How likely the labeller holds it that tokens name a source, are a cue, are reported; `tokens` is how many the parse has."""

    def __init__(self, shares: npt.NDArray[np.float32]) -> None:
        """`shares` has a row a token, a column a role, in 0..1."""
        sums = np.concatenate((np.zeros((1, 3)), np.cumsum(shares, axis=0, dtype=np.float64)))
        self.tokens = len(shares)
        self._sources: list[float]
        self._cues: list[float]
        self._contents: list[float]
        self._sources, self._cues, self._contents = sums.T.tolist()

    def source(self, source: Range) -> float:
        """The mean over the tokens, 0..1; 1 for none."""
        return _mean(self._sources, source)

    def cue(self, cue: Range) -> float:
        """As `source`, for a cue."""
        return _mean(self._cues, cue)

    def content(self, *contents: Range) -> float:
        """As `source`, for all tokens of the contents."""
        if len(contents) == 1:
            return _mean(self._contents, contents[0])
        total = sum(self._contents[stop] - self._contents[first] for first, stop in contents)
        tokens = sum(stop - first for first, stop in contents)
        return total / tokens if tokens else 1.0


def _mean(sums: list[float], part: Range) -> float:
    first, stop = part
    return (sums[stop] - sums[first]) / (stop - first) if first < stop else 1.0


class Labels(Struct, frozen=True):
    """Which words of one parse name a source, which are a cue, which are reported.

    Each tuple is in order and without overlaps. Who belongs to whom is not told: linking finds that.
    """

    sources: tuple[Range, ...]
    cues: tuple[Range, ...]
    contents: tuple[Range, ...]


class Reading(NamedTuple):
    """What is known of one parse before anything is linked: its cues, and the labels of both readers."""

    cues: list[CueAt]
    trained: Labels
    belief: Belief
    ruled: Labels


How = Literal[
    "subject",  # the source stands before its cue
    "inverted",  # right behind it
    "shared",  # further left: another cue's too, as a rule
    "far",  # further right in the sentence
    "agent",  # by grammar, where neither reader found one
    "inserted",  # in a report that breaks into what it reports
    "turn",  # before a colon, in a transcript
    "headline",  # before a colon or at the end, in a headline
    "signed",  # behind a dash or colon, at the end
    "sourceless",  # a cue without a source
    "loose",  # a content without a cue
]
"""How the source of a link was found, or what it lacks."""


class Link(Struct):
    """One attribution in the making. `contents` are in order; `unsaid`: the source is nobody."""

    source: Range | None
    cue: Range | None
    contents: list[Range]
    how: How
    unsaid: bool = False

    @property
    def parts(self) -> list[Range]:
        """The source, the cue and the contents, those that there are."""
        return [part for part in (self.source, self.cue, *self.contents) if part]

    @property
    def first(self) -> int:
        """The first token of all its parts."""
        return min(self.parts).first

    @property
    def last(self) -> int:
        """The last token of all its parts."""
        return max(part.stop for part in self.parts) - 1
