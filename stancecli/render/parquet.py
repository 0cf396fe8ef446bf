"""Parquet: a row for each result, with the columns of the report as JSON Lines has them; needs pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import inspect

from stancecli.errors import StanceError, extra
from stancecli.model import Fault, Report
from stancecli.render import Run
from stancecli.render.jsonl import render as lines_of

if TYPE_CHECKING:
    import pyarrow
    from pyarrow.parquet import ParquetWriter

_ROWS = 256
"""Results of a row group: what is held in memory."""


def render(run: Run) -> Iterator[bytes]:
    """The file in pieces, a row group at a time. A row with `error` is a failure and has nothing but its `id` besides.

    Raises `StanceError` at once where pyarrow is missing.
    """
    try:
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise StanceError(f"needs pyarrow; {extra('parquet')}", "parquet") from error
    return _written(lines_of(run), _schema(), ParquetWriter)


def _written(lines: Iterator[str], schema: pyarrow.Schema, writer_to: type[ParquetWriter]) -> Iterator[bytes]:
    """What JSON Lines says is what every other format says: rows are made of its lines."""
    from pyarrow import Table

    sink = _Sink()
    with writer_to(sink, schema, compression="zstd") as writer:
        while rows := [msgspec.json.decode(line) for line in islice(lines, _ROWS)]:
            writer.write_table(Table.from_pylist(rows, schema))
            yield sink.taken()
    yield sink.taken()


class _Sink(io.RawIOBase):
    """A file that is taken away piece by piece while it is written."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """Take in bytes."""
        self._pieces.append(bytes(data))
        self._length += len(self._pieces[-1])
        return len(self._pieces[-1])

    def tell(self) -> int:
        """How many bytes came in all."""
        return self._length

    def taken(self) -> bytes:
        """What has come since it was asked last."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _schema() -> pyarrow.Schema:
    """The columns of a report, made from its types, and the error of a failure."""
    import pyarrow

    fields = [*inspect.type_info(Report).fields, *inspect.type_info(_Failed).fields]  # type: ignore[attr-defined]
    return pyarrow.schema([(field.name, _column(field.type)) for field in fields])


class _Failed(msgspec.Struct):
    error: Fault | None


def _column(kind: inspect.Type) -> pyarrow.DataType:
    """The Arrow type of what JSON writes for a type."""
    import pyarrow

    match kind:
        case inspect.UnionType(types=types):
            (known,) = (one for one in types if not isinstance(one, inspect.NoneType))
            return _column(known)
        case inspect.StructType(fields=fields):
            return pyarrow.struct([(field.name, _column(field.type)) for field in fields])
        case inspect.NamedTupleType(fields=fields):
            return pyarrow.list_(_column(fields[0].type))
        case inspect.TupleType(item_types=(item, *_)) | inspect.VarTupleType(item_type=item):
            return pyarrow.list_(_column(item))
        case inspect.DictType(value_type=value):
            return pyarrow.map_(pyarrow.string(), _column(value))
        case inspect.IntType():
            return pyarrow.int64()
        case inspect.FloatType():
            return pyarrow.float64()
        case inspect.BoolType():
            return pyarrow.bool_()
        case _:
            return pyarrow.string()
