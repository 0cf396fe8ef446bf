"""Several processes of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Thread

from stancecli.engines.dispatch import Done
from stancecli.hand import Hand

WORKER = "stancecli.engines.worker"
"""The module of what a process does."""

AHEAD = 4
"""Parcels under way, or waiting for one before them, for each process."""

_Work = tuple[bytes, Done]


class Processes:
    """A crew of worker processes, each with a thread that speaks to it."""

    def __init__(self, hands: list[Hand]) -> None:
        self.window = AHEAD * len(hands)
        self._work: SimpleQueue[_Work | None] = SimpleQueue()
        for hand in hands:
            Thread(target=self._serve, args=(hand,), daemon=True).start()

    def send(self, parcel: bytes, done: Done) -> None:
        """Give the parcel to the process that is free first."""
        self._work.put((parcel, done))

    def end(self, hands: int) -> None:
        """Let the threads end, once they have nothing to do."""
        for _ in range(hands):
            self._work.put(None)

    def _serve(self, hand: Hand) -> None:
        while work := self._work.get():
            parcel, done = work
            try:
                done(hand.work(parcel))
            except Exception as error:  # noqa: BLE001 - raised again where it can be told
                done(error)


@contextmanager
def processes(kit: bytes, number: int, timeout: float | None) -> Iterator[Processes]:
    """A crew of so many processes, none of which outlives the block."""
    hands = [Hand(WORKER, kit, timeout) for _ in range(number)]
    crew = Processes(hands)
    try:
        yield crew
    finally:
        crew.end(number)
        for hand in hands:
            hand.close()
