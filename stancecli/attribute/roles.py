"""What a labeller finds, and what a linker makes of it, in tokens."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from stancecli.attribute.cues import CueAt
from stancecli.model import Range


class Belief:
    """How likely the labeller holds it that tokens name a source, are a cue, are reported."""

    def __init__(self, shares: npt.NDArray[np.float32]) -> None:
        """`shares` has a row a token, a column a role, in 0..1."""
        sums = np.concatenate((np.zeros((1, 3)), np.cumsum(shares, axis=0, dtype=np.float64)))
        self._sums: list[list[float]] = sums.T.tolist()

    @property
    def tokens(self) -> int:
        """How many tokens the parse has."""
        return len(self._sums[0]) - 1

    def source(self, *ranges: Range) -> float:
        """The mean over the tokens of the ranges, 0..1; 1 for none."""
        return self._mean(0, ranges)

    def cue(self, *ranges: Range) -> float:
        """As `source`, for a cue."""
        return self._mean(1, ranges)

    def content(self, *ranges: Range) -> float:
        """As `source`, for content."""
        return self._mean(2, ranges)

    def _mean(self, role: int, ranges: tuple[Range, ...]) -> float:
        sums = self._sums[role]
        tokens, total = 0, 0.0
        for first, stop in ranges:
            tokens += stop - first
            total += sums[stop] - sums[first]
        return total / tokens if tokens else 1.0


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


class Link(Struct):
    """One attribution in the making. `contents` are in order; `how` names the rule that found the source.

    `unsaid`: the source is nobody.
    """

    source: Range | None
    cue: Range | None
    contents: list[Range]
    how: str
    unsaid: bool = False

    @property
    def first(self) -> int:
        """The first token of all its parts."""
        return min(part.first for part in (self.source, self.cue, *self.contents[:1]) if part)

    @property
    def last(self) -> int:
        """The last token of all its parts."""
        return max(part.stop for part in (self.source, self.cue, *self.contents[-1:]) if part) - 1
