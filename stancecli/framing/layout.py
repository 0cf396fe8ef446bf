"""Where in an article something stands: in its headline, or in which third of its body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from stancecli.model import Parse, Places

_NOWHERE = Places()


class Layout:
    """The headlines of a document and the bounds of its body's thirds, in tokens."""

    def __init__(self, parse: Parse) -> None:
        """Thirds are counted in the tokens of the body alone."""
        rows = list(zip(parse.paragraphs, parse.document.paragraphs, strict=True))
        self._firsts = [tokens.first for tokens, _ in rows]
        self._headlines = [paragraph.role == "headline" for _, paragraph in rows]
        self._before: list[int] = []
        total = 0
        for tokens, paragraph in rows:
            self._before.append(total)
            total += tokens.stop - tokens.first if paragraph.role == "body" else 0
        self._total = total

    def places(self, tokens: Sequence[int]) -> Places:
        """How many of the tokens stand in the headline and in each third of the body."""
        if not tokens:
            return _NOWHERE
        counts = [0, 0, 0, 0]
        for token in tokens:
            number = bisect_right(self._firsts, token) - 1
            if self._headlines[number]:
                counts[0] += 1
            else:
                counts[1 + 3 * (self._before[number] + token - self._firsts[number]) // self._total] += 1
        return Places(*counts)
