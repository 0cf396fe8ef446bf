"""A process that answers parcels: started when there is work, started anew when it has died or hung.

Both ends are here: `Hand` is of the process that sends, `serve` of the one that answers.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread, Timer
from typing import IO, NamedTuple

from stancecli.errors import StanceError

STARTS = 3
"""So many processes in a row that die before they are ready mean that none will ever be."""

_LENGTH = 8
# The search path is that of this process, set before the first import: never the folder of the corpus.
_CODE = "import sys; sys.path[:] = {path!r}; from {module} import main; main()"


class Loss(NamedTuple):
    """Why a parcel came back unanswered."""

    reason: str


class Hand:
    """One worker process, which is given a parcel at a time.

    It runs the `main` of a `module`, which has to `serve`. `kit` is what it works with, `timeout` the seconds that a
    parcel may take (None: any).
    """

    def __init__(self, module: str, kit: bytes = b"", timeout: float | None = None) -> None:
        self._module = module
        self._kit = kit
        self._timeout = timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._closing = Lock()
        self._closed = False

    def work(self, parcel: bytes) -> bytes | Loss:
        """The packed results of a parcel, or why there are none: the process died, or was ended for being late.

        Raises `StanceError` where no process can be started.
        """
        process = self._ready()
        if process is None:
            return Loss("was not begun")
        late = False

        def end() -> None:
            nonlocal late
            late = True
            process.kill()

        timer = Timer(self._timeout, end) if self._timeout is not None else None
        if timer:
            timer.daemon = True
            timer.start()
        try:
            results = exchanged(process, parcel)
        finally:
            if timer:
                timer.cancel()
        if results is not None:
            return results
        code = self._buried(process)
        return Loss(f"took longer than {self._timeout:g} s" if late else f"ended the process that read it ({code})")

    def close(self) -> None:
        """End the process, whatever it is at; may be called while another thread waits for it."""
        with self._closing:
            self._closed = True
            process = self._process
        if process:
            self._buried(process)

    def _ready(self) -> subprocess.Popen[bytes] | None:
        """The process, started if there is none; None once it was closed.

        One that died while it had nothing to do has lost no parcel, and counts for none.
        """
        if self._process and self._process.poll() is None:
            return self._process
        if self._process:
            self._buried(self._process)
        for _ in range(STARTS):
            with self._closing:
                if self._closed:
                    return None
                try:
                    self._process = process = _started(self._module)
                except OSError as error:
                    raise StanceError(f"no worker process can be started ({error.strerror})") from error
            if exchanged(process, self._kit) is not None:
                return process
            code = self._buried(process)
        raise StanceError(f"no worker process can be started ({code})")

    def _buried(self, process: subprocess.Popen[bytes]) -> str:
        """Clear a dead process away, and say how it ended."""
        self._process = None
        process.kill()
        code = process.wait()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                stream.close()  # type: ignore[union-attr]
        return f"{signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def exchanged(process: subprocess.Popen[bytes], message: bytes) -> bytes | None:
    """Send a message and wait for what comes back; None where the process has ended."""
    assert process.stdin and process.stdout
    try:
        send(process.stdin, message)
        return receive(process.stdout)
    except (OSError, ValueError):  # ValueError: closed by another thread
        return None


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message with its length before it."""
    stream.write(len(message).to_bytes(_LENGTH, "little"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message; None where there is no other, or only a part of it."""
    length = int.from_bytes(head, "little") if len(head := stream.read(_LENGTH)) == _LENGTH else -1
    message = stream.read(length) if length >= 0 else b""
    return message if len(message) == length else None


def serve(begun: Callable[[bytes], Callable[[bytes], bytes]]) -> None:
    """Answer what comes to standard input, on standard output, until the first of them closes.

    `begun` makes of the kit what answers a parcel.
    """
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up among the messages
    inbox: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_fill, args=(inbox, sys.stdin.buffer), daemon=True).start()
    answered = begun(inbox.get())
    send(sink, b"")
    while True:
        send(sink, answered(inbox.get()))


def _fill(inbox: SimpleQueue[bytes], source: IO[bytes]) -> None:
    """Take in what is sent, and end the process as soon as the sender has gone, whatever is being read."""
    while (message := receive(source)) is not None:
        inbox.put(message)
    os._exit(0)


def _started(module: str) -> subprocess.Popen[bytes]:
    """A process that never sees the Ctrl-C of the terminal: who started it ends it."""
    return subprocess.Popen(
        [sys.executable, "-c", _CODE.format(path=sys.path, module=module)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
