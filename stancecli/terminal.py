"""What the terminal can show, messages on standard error, and the progress bar."""

from __future__ import annotations

import os
import shutil
import sys
import time
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress

    from stancecli.progress import Gauge

DRAWN = "▲▼•−–→·×…“”━╸─‹›│├┤●⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Signs that the table is drawn with; where one of them is missing, it is drawn in ASCII."""

PIPED_WIDTH = 100
"""Columns of a table that no terminal shows, so that a file is the same whoever makes it."""

EVERY = 30.0
"""Seconds from one line of progress to the next, where no terminal shows a bar."""

_REDRAW = 0.1


def open_streams() -> None:
    """Let no character and no closed stream end the program: UTF-8 but on a terminal that has other."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            chosen = stream.isatty() or "PYTHONIOENCODING" in os.environ
            stream.reconfigure(encoding=None if chosen else "utf-8", errors="replace")


def silence() -> None:
    """Send what is still to be written nowhere, so that shutdown does not stumble over a closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def piped() -> bool:
    """Whether something other than a person is at standard input."""
    return not sys.stdin.isatty()


def one_screen() -> bool:
    """Whether what goes to standard output and what goes to standard error meet before the same eyes."""
    out, err = sys.stdout, sys.stderr
    return out.isatty() and err.isatty() and os.path.sameopenfile(out.fileno(), err.fileno())


def printable(text: str) -> str:
    r"""The text in one line, with every sign that a terminal would obey written as an escape ("\x1b", "\n")."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def color_wanted(choice: str, stream: TextIO) -> bool:
    """Whether to write colours: as asked, else as NO_COLOR, FORCE_COLOR and the terminal say."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR", "0") not in {"", "0"}
    return forced or (stream.isatty() and os.environ.get("TERM") != "dumb")


def width_of(stream: TextIO) -> int:
    """Columns of the terminal, or of the variable COLUMNS, or `PIPED_WIDTH`."""
    if stream.isatty() or "COLUMNS" in os.environ:
        return max(40, shutil.get_terminal_size((PIPED_WIDTH, 24)).columns)
    return PIPED_WIDTH


def draws_unicode(stream: TextIO) -> bool:
    """Whether the stream's encoding has the signs that the table is drawn with."""
    try:
        DRAWN.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def page(text: str, *, color: bool) -> None:
    """Write a text to standard output: through the reader's pager where it is longer than the terminal.

    As git does, `less` is told to keep colours and to leave what it has shown on the screen, unless LESS says otherwise.
    """
    lines = text.count("\n")
    if sys.stdin.isatty() and sys.stdout.isatty() and lines >= shutil.get_terminal_size().lines:
        from click import echo_via_pager

        os.environ.setdefault("LESS", "FRX")
        echo_via_pager(text, color=color)
    else:
        sys.stdout.write(text)


class Messages:
    """Lines on standard error, and the progress of a batch: a bar where a person looks, else a line now and then.

    The bar leaves the screen before anything else is written on the same terminal, and must be cleared
    at the end.
    """

    def __init__(self, gauge: Gauge | None = None) -> None:
        """`gauge` knows how far the run is; without it no progress is told."""
        self._gauge = gauge
        self._bar: Progress | None = None
        self._told = time.monotonic()
        self._drawn = -_REDRAW
        self._visible = False
        self._in_line = False

    def tell(self, message: str) -> None:
        """Write a message, safe to show whatever it quotes."""
        self.clear()
        print(f"stancecli: {printable(message)}", file=sys.stderr)

    def write(self, piece: str | bytes) -> None:
        """Write a piece of the answer to standard output, at once."""
        if isinstance(piece, bytes):
            sys.stdout.buffer.write(piece)
        else:
            if sys.stdout.isatty():
                self.clear()
                self._in_line = not piece.endswith("\n")
            sys.stdout.write(piece)
        sys.stdout.flush()

    def count(self, words: int | None) -> None:
        """One more document of so many words is done, or has failed."""
        if self._gauge is None:
            return
        self._gauge.count(words)
        now = time.monotonic()
        if not sys.stderr.isatty():
            if now - self._told >= EVERY:
                self._told = now
                self.tell(self._gauge.told())
        elif not self._in_line and now - self._drawn > _REDRAW:
            self._drawn = now
            self._draw(self._gauge)

    def clear(self) -> None:
        """Take the bar off the screen."""
        if self._visible and self._bar is not None:
            self._bar.stop()
            self._visible = False

    def _draw(self, gauge: Gauge) -> None:
        from stancecli.progress import bar

        self._bar = self._bar or bar()
        fraction = gauge.fraction
        self._bar.update(self._bar.task_ids[0], told=gauge.told(), total=fraction and 1.0, completed=fraction or 0.0)
        self._bar.start()
        self._bar.refresh()
        self._visible = True
