"""What earlier runs found, read again a document at a time: JSON Lines, Parquet, and the file of a store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Annotated, Any, BinaryIO, Literal

import msgspec
from msgspec import Meta, Struct

from stancecli.errors import extra
from stancecli.model import ActorKind, Failure, Fault
from stancecli.paths import legible
from stancecli.resultfiles import opened, result_lines, wrong
from stancecli.streams import LARGEST

_ROWS = 64  # of Parquet at a time

_Count = Annotated[int, Meta(ge=0, le=LARGEST)]
"""Of words and what is made of them: no document that is read has more than it has bytes."""


class Voice(Struct, frozen=True):
    """An actor's row of a report, without what no summary needs."""

    name: str
    kind: ActorKind
    statements: _Count
    words: _Count
    loaded: _Count


class Aimed(Struct, frozen=True):
    """A loaded word, and whom it is about."""

    voice: str
    target: str | None


class Held(Struct, frozen=True):
    """A stance. `evidence` holds nothing but its number of pieces."""

    holder: str
    target: str
    score: Annotated[float, Meta(ge=-1, le=1)]
    label: Literal["opposes", "neutral", "supports"]
    confidence: float
    evidence: list[msgspec.Raw] | int


class Told(Struct, frozen=True):
    """A document as an earlier run saw it."""

    id: str
    words: _Count
    actors: list[Voice]
    hits: list[Aimed]
    stances: list[Held]
    outlet: str | None = None
    date: str | None = None


class Unanswered(Struct, frozen=True):
    """A document that the earlier run could not answer."""

    id: str
    error: Fault


_TOLD = msgspec.json.Decoder(Told).decode
_UNANSWERED = msgspec.json.Decoder(Unanswered).decode


def results(paths: Iterable[str], stdin: BinaryIO) -> Iterator[Told | Unanswered | Failure]:
    """All documents of all files, in order; "-" is `stdin`.

    The first bytes of a file tell what it is; what gzip or Zstandard compressed is read as it is. What is no result
    is a `Failure` in its place. Raises `UsageError` for a path of no characters.
    """
    for path in paths:
        try:
            with opened(path, stdin) as found:
                if found.form == "store":
                    yield from _store(found.path, found.name)
                elif found.form == "parquet":
                    yield from _parquet(found.stream, found.name)
                else:
                    yield from result_lines(found, _TOLD, _UNANSWERED)
        except (OSError, ValueError) as error:  # ValueError: a name that no file can have
            name = "standard input" if path == "-" else legible(path)
            yield wrong(name, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _parquet(stream: BinaryIO, name: str) -> Iterator[Told | Unanswered | Failure]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield wrong(name, f"is Parquet, which needs pyarrow; {extra('parquet')}")
        return
    try:
        with ParquetFile(stream, pre_buffer=False) as table:
            wanted = [*Told.__struct_fields__, "error"]
            columns = [column for column in wanted if column in table.schema_arrow.names]
            for batch in table.iter_batches(_ROWS, columns=columns):
                yield from (_row(row, name) for row in batch.to_pylist())
    except (ArrowException, ValueError, OSError) as error:
        yield wrong(name, f"is no readable Parquet: {str(error).partition(chr(10))[0]}")


def _row(row: dict[str, Any], name: str) -> Told | Unanswered | Failure:
    try:
        if row.get("error") is not None:
            return msgspec.convert(row, Unanswered)
        for stance in row.get("stances") or ():
            stance["evidence"] = len(stance["evidence"])
        return msgspec.convert(row, Told)
    except (msgspec.ValidationError, TypeError, KeyError) as error:
        return wrong(name, f"is no result of stancecli: {error}")


def _store(path: str, name: str) -> Iterator[Told | Unanswered | Failure]:
    """The documents of a store, each with the rows below it, which stand in the same order."""
    try:
        with closing(sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)) as database:
            yield from _documents(database)
    except (sqlite3.Error, msgspec.ValidationError) as error:
        yield wrong(name, f"is no store of stancecli: {error}")


def _documents(database: sqlite3.Connection) -> Iterator[Told | Unanswered]:
    actors = _Below(database, "name, kind, statements, words, loaded FROM actors ORDER BY document, name")
    hits = _Below(database, "voice, target FROM hits ORDER BY document, number")
    held = "holder, target, score, label, confidence, evidence"
    stances = _Below(database, f"{held} FROM stances ORDER BY document, holder, target")
    for document, *about in database.execute("SELECT document, id, words, outlet, date FROM documents ORDER BY 1"):
        id, words, outlet, date = about
        rows = {"actors": actors.of(document), "hits": hits.of(document), "stances": stances.of(document)}
        yield msgspec.convert({"id": id, "words": words, "outlet": outlet, "date": date, **rows}, Told)
    for id, place, message in database.execute("SELECT id, place, message FROM failures ORDER BY rowid"):
        yield Unanswered(id, Fault(message, place))


class _Below:
    """The rows of a table by document, taken in the order of documents."""

    def __init__(self, database: sqlite3.Connection, columns: str) -> None:
        found = database.execute(f"SELECT document, {columns}")
        self._names = [column[0] for column in found.description[1:]]
        self._groups = groupby(found, itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, document: int) -> list[dict[str, Any]]:
        """The rows of a document, which comes after all those that were asked for before."""
        if self._next is None or self._next[0] != document:
            return []
        rows = [dict(zip(self._names, row[1:], strict=True)) for row in self._next[1]]
        self._next = next(self._groups, None)
        return rows
