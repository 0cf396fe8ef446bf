"""What a run that was killed leaves beside its output, and how the next one knows that nobody writes it any more."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

HOLDS = sys.platform != "win32"
"""Whether an open file can be locked and renamed here; where not, nobody can tell what is stale, and nothing is cleared."""

if HOLDS:
    from fcntl import LOCK_EX, LOCK_NB, flock

_PART = re.compile(r"[0-9a-f]{8}\.part")


def open_held(part: Path) -> BinaryIO:
    """A new file to write, locked for as long as it is open. Raises `OSError` where there is one already."""
    while True:
        stream = part.open("xb")
        if HOLDS:
            with suppress(OSError):  # a file system without locks
                flock(stream, LOCK_EX | LOCK_NB)
        if part.exists():
            return stream
        stream.close()  # somebody cleared it between the two steps


def clear_stale(target: Path) -> None:
    """Remove the unfinished files of killed runs beside `target`: those that no process holds."""
    if not HOLDS:
        return
    with suppress(OSError):
        for entry in target.parent.iterdir():
            beginning, _, ending = entry.name.partition(f".{target.name}.")
            if not beginning and _PART.fullmatch(ending) and entry.is_file() and not entry.is_symlink():
                _clear(entry)


def _clear(part: Path) -> None:
    with suppress(OSError), part.open("rb") as stream:
        flock(stream, LOCK_EX | LOCK_NB)
        part.unlink()
