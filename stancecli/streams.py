"""Streams as they are stored: compressed or not, broken or whole, and never larger than memory bears."""

from __future__ import annotations

import codecs
import io
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, Protocol, cast

COMPRESSED = (".gz", ".zst")
"""Endings that a name may have after the one that says its kind."""

LARGEST = 1 << 25
"""Bytes of the largest article or record that is read: 32 MB; a novel has one."""

_PIECE = 1 << 8  # of what is compressed at a time: what it grows to is held at once


class Meter:
    """How far reading has come: bytes of files, as they are stored, out of `total` (None: nobody knows)."""

    def __init__(self, total: int | None = None) -> None:
        self.total = total
        self._before = 0
        self._stream: BinaryIO | None = None

    @contextmanager
    def at(self, stream: BinaryIO) -> Iterator[None]:
        """While this file is read."""
        self._stream = stream
        try:
            yield
        finally:
            self._before = self.position
            self._stream = None

    @property
    def position(self) -> int:
        """Bytes that have been read, from whatever thread it is asked."""
        stream = self._stream
        with suppress(OSError, ValueError):  # what is no plain file has no position; another thread may have closed it
            return self._before + (os.lseek(stream.fileno(), 0, os.SEEK_CUR) if stream else 0)
        return self._before


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


class BrokenArchive(OSError):
    """Compressed data that cannot be read to its end; `strerror` says why."""

    def __init__(self, message: str) -> None:
        super().__init__(0, message)


def unpacked(stream: BinaryIO) -> io.BufferedReader:
    """The stream, decompressed as it is read where its first bytes are those of gzip or Zstandard."""
    buffered = cast(io.BufferedReader, stream) if hasattr(stream, "peek") else io.BufferedReader(cast(Any, stream))
    head = buffered.peek(4)[:4]
    if head.startswith(b"\x1f\x8b"):
        return io.BufferedReader(_Unpacked(buffered, "gzip", lambda: zlib.decompressobj(31)))
    if head == b"\x28\xb5\x2f\xfd":
        import zstandard

        return io.BufferedReader(_Unpacked(buffered, "Zstandard", lambda: zstandard.ZstdDecompressor().decompressobj()))
    return buffered


def whole(stream: BinaryIO) -> bytes:
    """All that a stream holds. Raises `OSError` where that is more than `LARGEST`."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError(0, f"is larger than {LARGEST >> 20} MB")
    return data


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream, each with its end; None for one of more than `LARGEST` bytes."""
    while line := stream.readline(LARGEST + 1):
        if len(line) <= LARGEST:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LARGEST)
        yield None


def shorn(line: bytes) -> bytes:
    """A line without the blanks around it, and without the mark of UTF-8 that some programs begin a file with."""
    return line.strip().removeprefix(codecs.BOM_UTF8).strip()


def begun(stream: io.BufferedReader) -> tuple[bytes, io.BufferedReader]:
    """The first line that is not blank, shorn, of at most `LARGEST` bytes, and a stream that still begins before it."""
    taken = bytearray()
    line = b""
    while not shorn(line) and len(taken) <= LARGEST and (line := stream.readline(LARGEST)):
        taken += line
    return shorn(line), io.BufferedReader(_Again(bytes(taken), stream))


class _Again(io.RawIOBase):
    """What was taken of a stream, and then the rest of it."""

    def __init__(self, taken: bytes, rest: io.BufferedReader) -> None:
        super().__init__()
        self._taken, self._rest = io.BytesIO(taken), rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with what comes next, without waiting for more than there is; 0 at the end."""
        return self._taken.readinto(buffer) or self._rest.readinto(memoryview(buffer)[: len(self._rest.peek(1))])


class _Unpacked(io.RawIOBase):
    """What a compressed stream holds: one archive, or several one after another."""

    def __init__(self, source: io.BufferedReader, kind: str, begin: Callable[[], Any]) -> None:
        super().__init__()
        self._source, self._kind, self._begin = source, kind, begin
        self._archive: _Decompressor = begin()
        self._inside = False
        self._compressed = b""
        self._held = memoryview(b"")

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with what comes next; 0 at the end."""
        while not self._held:
            self._compressed = self._compressed or self._source.read1(_PIECE)
            if not self._compressed:
                if self._inside:
                    raise BrokenArchive(f"the {self._kind} archive ends too early")
                return 0
            self._decompress()
        taken = self._held[: len(buffer)]
        buffer[: len(taken)] = taken
        self._held = self._held[len(taken) :]
        return len(taken)

    def _decompress(self) -> None:
        try:
            self._held = memoryview(self._archive.decompress(self._compressed))
        except Exception as error:
            raise BrokenArchive(f"the {self._kind} archive is broken ({error})") from error
        self._inside, self._compressed = not self._archive.eof, b""
        if self._archive.eof:
            self._compressed = self._archive.unused_data
            self._archive = self._begin()
