"""How far a run of many documents is, and how that is told: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from stancecli.streams import Meter

if TYPE_CHECKING:
    from rich.progress import Progress

_SOON = 3.0
"""Seconds that a run must have taken before anybody can say how long it will."""


class Gauge:
    """What is done of a run, how fast, and how long the rest will take.

    `meter` tells how far reading has come; what it will come to are the sizes of `files`, which are looked at when they
    are first asked for. Where one of them is no plain file, nobody knows.
    """

    def __init__(self, meter: Meter, files: Iterable[str | int]) -> None:
        self.documents = self.failures = self.words = 0
        self._meter = meter
        self._files: Iterable[str | int] | None = files
        self._started = time.monotonic()

    def count(self, words: int | None) -> None:
        """One more document of so many words, or a failure."""
        self.documents += words is not None
        self.failures += words is None
        self.words += words or 0

    @property
    def fraction(self) -> float | None:
        """How much of the input has been read, 0 to 1; None where nobody knows how much there is."""
        if self._files is not None:
            self._meter.total = _size(self._files)
            self._files = None
        return min(1.0, self._meter.position / self._meter.total) if self._meter.total else None

    def told(self) -> str:
        """All of it in a line: 1,204 documents, 31,000 words a second, 2 failures, 3 min left."""
        seconds = time.monotonic() - self._started
        parts = [
            f"{self.documents:,} document{'' if self.documents == 1 else 's'}",
            f"{self.words / max(seconds, 0.001):,.0f} words a second",
        ]
        if self.failures:
            parts.append(f"{self.failures:,} failure{'' if self.failures == 1 else 's'}")
        fraction = self.fraction
        if fraction and seconds >= _SOON:
            parts.append(f"{_lasting(seconds / fraction - seconds)} left")
        return ", ".join(parts)


def _size(files: Iterable[str | int]) -> int | None:
    total = 0
    for file in files:
        with suppress(OSError, ValueError):  # what cannot be read takes no time
            found = os.stat(file)
            if not stat.S_ISREG(found.st_mode):
                return None
            total += found.st_size
    return total


def _lasting(seconds: float) -> str:
    """A time as people say it: 40 s, 12 min, 3 h 20 min."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def bar() -> Progress:
    """A bar that is drawn when it is told to, on the last line of the terminal at standard error."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    shown = Progress(
        BarColumn(bar_width=20),
        TextColumn("{task.fields[told]}", markup=False),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    shown.add_task("", total=None, told="")
    return shown
