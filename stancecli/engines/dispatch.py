"""Hand parcels to a crew and give back results in the order of the input, whatever happens to the crew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from queue import SimpleQueue
from threading import Semaphore, Thread
from typing import Protocol

from stancecli.engines.parcels import Item, packed, parcels, unpacked_results
from stancecli.hand import Loss
from stancecli.model import Failure, Fault, Input, Result
from stancecli.pipeline import CHUNK

Done = Callable[[bytes | Loss | BaseException], None]


class Crew(Protocol):
    """Who answers parcels. `window` is how many of them may be under way, or answered and waiting for others."""

    window: int

    def send(self, parcel: bytes, done: Done) -> None:
        """Have a parcel answered; `done` is called from any thread, once, with what comes of it."""


class _Parcel:
    """Items in order, and what is known of them so far."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.inputs = [(place, item) for place, item in enumerate(items) if isinstance(item, Input)]
        self.results = [None if isinstance(item, Input) else item for item in items]
        self.missing = len(self.inputs)

    def settle(self, places: Iterable[int], results: Iterable[Result]) -> None:
        """Put results into their places."""
        for place, result in zip(places, results, strict=True):
            self.results[place] = result
            self.missing -= 1


class _Job:
    """A parcel, or a part of it, under way; `tried` times before."""

    def __init__(self, parcel: _Parcel, inputs: Sequence[tuple[int, Input]], tried: int) -> None:
        self.parcel, self.inputs, self.tried = parcel, inputs, tried
        self.outcome: bytes | Loss | BaseException = b""


_Event = _Parcel | _Job | BaseException | None


def in_order(items: Iterable[Item], crew: Crew, most: int = CHUNK) -> Iterator[Result]:
    """The result of every item, in order and as they come; what is known already passes through.

    A parcel that is lost is answered again, each document by itself. A document that is lost by itself, after
    one try before, is a `Failure`. The items are read in a thread of their own, no further ahead than the
    crew's window. Raises what reading the items or the crew raises.
    """
    events: SimpleQueue[_Event] = SimpleQueue()
    room = Semaphore(crew.window)
    feeder = Thread(target=_feed, args=(items, most, room, events), daemon=True)
    feeder.start()
    waiting: list[_Parcel] = []
    reading = True
    while reading or waiting:
        event = events.get()
        if event is None:
            reading = False
        elif isinstance(event, BaseException):
            raise event
        elif isinstance(event, _Parcel):
            waiting.append(event)
            if event.inputs:
                _send(_Job(event, event.inputs, 0), crew, events)
        else:
            _take(event, crew, events)
        while waiting and not waiting[0].missing:
            yield from (result for result in waiting.pop(0).results if result is not None)
            room.release()


def _feed(items: Iterable[Item], most: int, room: Semaphore, events: SimpleQueue[_Event]) -> None:
    """Read ahead while there is room."""
    try:
        for parcel in parcels(items, most):
            room.acquire()
            events.put(_Parcel(parcel))
    except BaseException as error:  # noqa: BLE001 - raised again where it can be told
        events.put(error)
    else:
        events.put(None)


def _send(job: _Job, crew: Crew, events: SimpleQueue[_Event]) -> None:
    def done(outcome: bytes | Loss | BaseException) -> None:
        job.outcome = outcome
        events.put(job)

    crew.send(packed([item for _, item in job.inputs]), done)


def _take(job: _Job, crew: Crew, events: SimpleQueue[_Event]) -> None:
    """Put what came of a job into its parcel, or try again."""
    outcome = job.outcome
    if isinstance(outcome, BaseException):
        raise outcome
    if isinstance(outcome, bytes):
        job.parcel.settle([place for place, _ in job.inputs], unpacked_results(outcome))
    elif job.tried:
        ((place, item),) = job.inputs
        job.parcel.settle([place], [Failure(item.id, Fault(f"{outcome.reason}, twice", item.place))])
    else:
        for one in job.inputs:
            _send(_Job(job.parcel, [one], 1), crew, events)
