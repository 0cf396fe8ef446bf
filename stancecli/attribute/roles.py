"""What a labeller finds, and what a linker makes of it, in tokens."""

from __future__ import annotations

from msgspec import Struct

from stancecli.model import Range


class Labels(Struct, frozen=True):
    """Which words of one parse name a source, which are a cue, which are reported.

    Each tuple is in order and without overlaps. Who belongs to whom is not told: linking finds that.
    """

    sources: tuple[Range, ...]
    cues: tuple[Range, ...]
    contents: tuple[Range, ...]


class Link(Struct):
    """One attribution in the making. `contents` are in order; `how` names the rule that found the source."""

    source: Range | None
    cue: Range | None
    contents: list[Range]
    how: str

    @property
    def first(self) -> int:
        """The first token of all its parts."""
        return min(part.first for part in (self.source, self.cue, *self.contents[:1]) if part)

    @property
    def last(self) -> int:
        """The last token of all its parts."""
        return max(part.stop for part in (self.source, self.cue, *self.contents[-1:]) if part) - 1
