"""Files of results, opened, from a disk or a pipe: their first bytes tell which form they have."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from tempfile import NamedTemporaryFile
from typing import BinaryIO, Literal, NamedTuple, TypeVar, cast

import msgspec

from stancecli.errors import UsageError
from stancecli.model import Failure, Fault
from stancecli.paths import legible
from stancecli.streams import LARGEST, lines, shorn, unpacked

_SQLITE = b"SQLite format 3\0"
_PARQUET = b"PAR1"
_HEAD = 80
"""Bytes within which a whole run says that it is one."""
_ASIDE = 4 << 30
"""Bytes that are laid aside at most: a small archive may hold more than a disk does."""
_PIECE = 1 << 20
_BROKEN = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

Form = Literal["store", "parquet", "lines"]
_Result = TypeVar("_Result")
_Failed = TypeVar("_Failed")


class ResultFile(NamedTuple):
    """A file of results: a store is read by its path, the others from the stream."""

    name: str
    form: Form
    path: str
    stream: BinaryIO


@contextmanager
def opened(path: str, stdin: BinaryIO) -> Iterator[ResultFile]:
    """Open a file of results, compressed or not, or a pipe of them; "-" is `stdin`.

    A store or Parquet that is compressed or comes from a pipe is laid aside for as long as it is read, because both are
    read back and forth; of no more than 4 GB. Raises `OSError` or `ValueError` (a name that no file can have) where it
    cannot be read, `UsageError` for a path of no characters.
    """
    if not path:
        raise UsageError("a RESULTS is empty; name a file, or - for standard input")
    name = "standard input" if path == "-" else legible(path)
    with nullcontext(stdin) if path == "-" else open(path, "rb") as raw:
        stream = unpacked(raw)
        if stream is raw and path != "-" and os.path.isfile(path):
            yield ResultFile(name, form_of(stream), path, stream)
        else:
            with flowing(stream, name) as found:
                yield found


@contextmanager
def flowing(stream: io.BufferedReader, name: str) -> Iterator[ResultFile]:
    """What an unpacked stream holds that is no file, as `opened` gives it."""
    form = form_of(stream)
    if form == "lines":
        yield ResultFile(name, form, "", stream)
        return
    with NamedTemporaryFile(prefix="stancecli-") as aside:
        _lay(stream, cast(BinaryIO, aside))
        yield ResultFile(name, form, aside.name, cast(BinaryIO, aside))


def _lay(stream: BinaryIO, aside: BinaryIO) -> None:
    """Copy a stream to a file, which is read from its beginning then. Raises `OSError` where that is too much."""
    while piece := stream.read(_PIECE):
        if aside.tell() + len(piece) > _ASIDE:
            raise OSError(0, f"holds more than {_ASIDE >> 30} GB; unpack it and name the file")
        aside.write(piece)
    aside.seek(0)


def form_of(stream: io.BufferedReader) -> Form:
    """What the next bytes are the beginning of; they stay where they are."""
    head = stream.peek(len(_SQLITE))
    return "store" if head.startswith(_SQLITE) else "parquet" if head.startswith(_PARQUET) else "lines"


def result_lines(
    found: ResultFile, told: Callable[[bytes], _Result], failed: Callable[[bytes], _Failed]
) -> Iterator[_Result | _Failed | Failure]:
    """What JSON Lines of results hold, as `told` reads a result and `failed` what could not be answered.

    What neither can read (msgspec's errors say so) is a `Failure` in its place. Blank lines are none.
    """
    first = True
    for number, whole in enumerate(lines(found.stream), start=1):
        place = f"{found.name}:{number}"
        line = b"" if whole is None else shorn(whole)
        if whole is None:
            yield wrong(place, f"is longer than {LARGEST >> 20} MB")
        elif not line:
            continue
        elif first and (line == b"{" or b'"documents":' in line[:_HEAD]):
            yield wrong(found.name, "is one JSON value for a whole run: write it with --format jsonl")
            return
        elif first and not line.startswith(b"{"):
            yield wrong(found.name, "is no result of stancecli: write it with batch --format jsonl")
            return
        else:
            yield _result(line, place, told, failed)
        first = False


def _result(
    line: bytes, place: str, told: Callable[[bytes], _Result], failed: Callable[[bytes], _Failed]
) -> _Result | _Failed | Failure:
    try:
        return told(line)
    except _BROKEN as error:
        try:
            return failed(line)
        except _BROKEN:
            return wrong(place, f"is no result of stancecli: {error}")


def wrong(place: str, message: str) -> Failure:
    """What stands in the place of what cannot be read as a result."""
    return Failure(place, Fault(message, place))
