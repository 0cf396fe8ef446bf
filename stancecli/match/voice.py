"""How far the author answers for a word: a hit in a quotation or in reported speech counts for less."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import chain
from typing import Literal

from stancecli.model import Parse, Speech

Distance = Literal["scare quotes", "quoted", "reported"]


class Distances:
    """What stands between the author and the words of a document."""

    def __init__(self, parse: Parse, speech: Speech | None) -> None:
        """Without `speech` only quotation marks are known."""
        self._starts = parse.starts
        self._scare = _Zones((zone.first, zone.stop) for zone in parse.quotations if zone.scare)
        self._quoted = _Zones((zone.first, zone.stop) for zone in parse.quotations if not zone.scare)
        contents = (attribution.content.spans for attribution in speech.attributions) if speech else ()
        self._reported = _Zones(chain.from_iterable(contents))

    def of(self, token: int) -> Distance | None:
        """The nearest thing between the author and a token; None where the author says it himself."""
        if self._scare.hold(token):
            return "scare quotes"
        if self._quoted.hold(token):
            return "quoted"
        return "reported" if self._reported.hold(self._starts[token]) else None


class _Zones:
    """Where any of some stretches is, however they overlap."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._stops: list[int] = []
        for start, stop in sorted(stretches):
            if self._stops and start <= self._stops[-1]:
                self._stops[-1] = max(self._stops[-1], stop)
            else:
                self._starts.append(start)
                self._stops.append(stop)

    def hold(self, at: int) -> bool:
        number = bisect_right(self._starts, at) - 1
        return number >= 0 and at < self._stops[number]
