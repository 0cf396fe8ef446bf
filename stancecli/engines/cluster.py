"""A cluster: the workers of a Dask scheduler, each of which hands parcels to processes of its own."""

from __future__ import annotations

import logging
from asyncio import CancelledError
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from secrets import token_hex
from socket import create_connection
from typing import Any
from urllib.parse import urlsplit

from distributed import Client, Future, KilledWorker, WorkerPlugin, get_worker

from stancecli import __version__
from stancecli.engines.dispatch import Done
from stancecli.engines.processes import AHEAD, WORKER
from stancecli.errors import StanceError
from stancecli.hand import Hand, Loss

SECONDS = 30
"""How long to wait for a scheduler, and for its first worker."""

_FEWEST = 16  # threads to keep busy, however few there are when the run begins: others may join


class Bench(WorkerPlugin):  # type: ignore[misc]
    """What a Dask worker needs to answer parcels: the kit, and a process for each of its threads.

    A document that ends or outstays its process leaves the Dask worker alone, as it does on one machine.
    """

    def __init__(self, kit: bytes, timeout: float | None, version: str) -> None:
        self.name = f"stancecli-{token_hex(8)}"
        self._kit, self._timeout, self._version = kit, timeout, version

    def setup(self, worker: Any) -> None:
        """On each worker, when the run begins or the worker joins. Raises `StanceError` for another version."""
        if self._version != __version__:
            raise StanceError(f"the worker has stancecli {__version__}, the run needs {self._version}", worker.address)
        self._idle: SimpleQueue[Hand] = SimpleQueue()
        self._hands: list[Hand] = []

    def teardown(self, worker: Any) -> None:
        """When the run is over."""
        for hand in self._hands:
            hand.close()

    def work(self, parcel: bytes) -> bytes | Loss:
        """Have a parcel answered by a process that is idle; there are as many as threads that ask."""
        try:
            hand = self._idle.get_nowait()
        except Empty:
            hand = Hand(WORKER, self._kit, self._timeout)
            self._hands.append(hand)
        try:
            return hand.work(parcel)
        finally:
            self._idle.put(hand)


def answered_by(bench: str, parcel: bytes) -> bytes | Loss:
    """What a Dask task does, on the worker that it is sent to."""
    return get_worker().plugins[bench].work(parcel)  # type: ignore[no-any-return]


class Cluster:
    """A crew of all the workers that the scheduler has, or comes to have."""

    def __init__(self, client: Client, bench: Bench) -> None:
        self.window = AHEAD * max(_FEWEST, sum(client.nthreads().values()))
        self._client, self._bench = client, bench.name
        self._under_way: set[Future] = set()

    def send(self, parcel: bytes, done: Done) -> None:
        """Give the parcel to the scheduler, which gives it to another worker if one is lost."""
        future = self._client.submit(answered_by, self._bench, parcel, pure=False)
        self._under_way.add(future)  # what nobody holds is cancelled
        self._client.loop.add_callback(self._fetch, future, done)

    async def _fetch(self, future: Future, done: Done) -> None:
        """On the client's own loop: a thread that waits for what a closed client no longer brings would wait for ever."""
        try:
            outcome: bytes | Loss | BaseException = await self._client.gather(future, asynchronous=True)
        except KilledWorker:
            outcome = Loss("ended the workers that read it")
        except (Exception, CancelledError) as error:  # noqa: BLE001 - told where it can be
            outcome = StanceError(f"the cluster lost the work ({type(error).__name__})")
        self._under_way.discard(future)
        done(outcome)


@contextmanager
def cluster(kit: bytes, scheduler: str, timeout: float | None) -> Iterator[Cluster]:
    """The workers of the scheduler at an address such as "tcp://host:8786".

    Raises `StanceError` where it cannot be reached, has no workers, or they have another version.
    """
    logging.disable()  # what matters of it is told as failures
    bench = Bench(kit, timeout, __version__)
    client = _connected(scheduler)
    try:
        _equip(client, bench, scheduler)
        yield Cluster(client, bench)
    finally:
        with suppress(Exception):
            client.unregister_worker_plugin(bench.name)
        client.close(timeout=1)


def _connected(scheduler: str) -> Client:
    try:
        place = urlsplit(scheduler)
        if place.scheme not in ("tcp", "tls") or not (place.hostname and place.port):
            raise StanceError("is no address of a scheduler: write tcp://HOST:PORT", scheduler)
        create_connection((place.hostname, place.port), SECONDS).close()  # a client that fails to connect never ends
        return Client(scheduler, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise StanceError("no Dask scheduler answers there", scheduler) from error


def _equip(client: Client, bench: Bench, scheduler: str) -> None:
    try:
        client.wait_for_workers(1, timeout=SECONDS)
        client.register_plugin(bench)
    except TimeoutError as error:
        raise StanceError("the Dask scheduler has no workers", scheduler) from error
    except StanceError:
        raise
    except Exception as error:
        raise StanceError(f"its workers cannot load stancecli ({error})", scheduler) from error
