"""What work costs here, by a clock that what else runs on the machine can only slow down, never hurry."""

import time
from collections.abc import Callable

from stancecli.garbage import uncollected


def seconds(work: Callable[[], object], tries: int = 3) -> float:
    """What `work` takes of this thread's processor, in seconds: the least of `tries`, with no collection of garbage.

    Other processes, other threads and a collector that walks over all that the tests hold only ever add to it.
    """
    spent = []
    for _ in range(tries):
        with uncollected():
            started = time.thread_time()
            work()
            spent.append(time.thread_time() - started)
    return min(spent)


def growth(prepared: Callable[[int], Callable[[], object]], small: int, large: int, limit: float) -> float:
    """How many times longer work of size `large` takes than of size `small`; `prepared` makes the work of a size.

    Tried up to four times, until it is below `limit`: work that grows faster than that is above it every time.
    """
    less = seconds(prepared(small))
    more = prepared(large)
    spent = seconds(more, 1)
    for _ in range(3):
        if spent < limit * less:
            break
        spent = min(spent, seconds(more, 1))
    return spent / less
