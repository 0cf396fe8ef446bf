"""What answers the inputs of a run: this process, several, or a cluster, always in the order of the input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from msgspec import Struct

from stancecli.engines.parcels import Item
from stancecli.errors import StanceError, extra
from stancecli.model import Result
from stancecli.pipeline import CHUNK, Tools, answer

if TYPE_CHECKING:
    from stancecli.engines.dispatch import Crew

_SLOW = 0.1
"""Seconds that no plain document needs: a parcel holds no more of them than fit into the time for one."""


class Engine(Struct, frozen=True):
    """How documents are answered.

    `processes` is how many at a time, 0 for one a core; `timeout` the seconds that one document may take, None
    for any. One process without a timeout is this process itself. With the address of a Dask `scheduler` its
    workers answer, and `processes` does not count.
    """

    processes: int = 1
    timeout: float | None = None
    scheduler: str | None = None


HERE = Engine()
"""This process."""


def answers(items: Iterable[Item], tools: Tools, engine: Engine = HERE) -> Iterator[Result]:
    """The result of every item, in order and as they come; what is answered already keeps its place.

    A document that ends its process or takes too long is tried once more, by itself, and then is a `Failure`.
    """
    number = engine.processes or cores()
    if number == 1 and engine.timeout is None and engine.scheduler is None:
        yield from answer(items, tools)
        return
    from stancecli.engines.dispatch import in_order

    most = CHUNK if engine.timeout is None else max(1, min(CHUNK, int(engine.timeout / _SLOW)))
    with _crew(engine, number, tools) as crew:
        yield from in_order(items, crew, most)


def _crew(engine: Engine, number: int, tools: Tools) -> AbstractContextManager[Crew]:
    from stancecli.engines.parcels import packed_tools

    if engine.scheduler is None:
        from stancecli.engines.processes import processes

        return processes(packed_tools(tools), number, engine.timeout)
    try:
        from stancecli.engines.cluster import cluster
    except ImportError as error:
        raise StanceError(f"needs Dask; {extra('cluster')}", "--engine dask") from error
    return cluster(packed_tools(tools), engine.scheduler, engine.timeout)


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
