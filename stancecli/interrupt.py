"""Ctrl-C that keeps what is done."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from types import FrameType

from stancecli.model import Result


class Interrupt:
    """While it is awaited, a first Ctrl-C ends `until`, and a second one the program.

    What is being read or computed is given up at once; what is being written is written to its end, so that
    every output is whole.
    """

    def __init__(self) -> None:
        self.came = False
        self._open = False

    @contextmanager
    def awaited(self) -> Iterator[None]:
        """Heed Ctrl-C in this way until the block ends."""
        before = signal.signal(signal.SIGINT, self._arrived)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def until(self, results: Iterator[Result]) -> Iterator[Result]:
        """The results that come before a Ctrl-C."""
        with closing(results):  # type: ignore[type-var]
            while not self.came:
                try:
                    self._open = True
                    result = next(results)
                    self._open = False
                except (StopIteration, KeyboardInterrupt):
                    break
                yield result
        self._open = False

    def _arrived(self, number: int, frame: FrameType | None) -> None:
        again, self.came = self.came, True
        if self._open or again:
            raise KeyboardInterrupt
