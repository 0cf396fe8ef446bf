"""What a worker process does: take the tools, then answer parcel after parcel until nobody sends any more."""

from __future__ import annotations

import os
import sys
from queue import SimpleQueue
from threading import Thread
from typing import IO

from stancecli.engines.hand import receive, send
from stancecli.engines.parcels import answered, unpacked_tools


def main() -> None:
    """Serve standard input and output until the first of them closes."""
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up among the messages
    inbox: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_fill, args=(inbox, sys.stdin.buffer), daemon=True).start()
    tools = unpacked_tools(inbox.get())
    send(sink, b"")
    while True:
        send(sink, answered(inbox.get(), tools))


def _fill(inbox: SimpleQueue[bytes], source: IO[bytes]) -> None:
    """Take in what is sent, and end the process as soon as the sender has gone, whatever is being read."""
    while (message := receive(source)) is not None:
        inbox.put(message)
    os._exit(0)
