"""Corpora of many articles in one file: JSON Lines, CSV and Parquet to `Input`s, one at a time."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from stancecli.errors import extra
from stancecli.model import Failure, Fault, Input, Origin
from stancecli.streams import LARGEST, lines

JSON_LINES = (".jsonl", ".ndjson")
TABLES = (".csv", ".tsv", ".parquet")

_FIELDS: dict[str, Any] = {
    "text": str,
    "id": (str | int | float | None, None),
    **{name: (str | None, None) for name in ("title", "url", "date", "outlet")},
    "targets": (tuple[str, ...] | None, None),
}
_KINDS = {name: "a text" for name in _FIELDS} | {
    "id": "a text or a number",
    "targets": 'a list of names (["Ann Hill"])',
}
_FOUND = {"str": "a text", "int": "a number", "float": "a number", "bool": "true or false", "array": "a list",
          "object": "an object", "null": "null"}  # fmt: skip
NAMED_OTHERWISE = "; if the text is under another name, say so by --text-column"
_WRONG = re.compile(r"Expected `.*`, got `(?P<found>\w+)`(?: - at `\$\.(?P<field>.+?)(?P<item>\[\d+\]|\[\.\.\.\])?`)?")
FIELDS = tuple(name for name in _FIELDS if name != "targets")
"""The fields of a record that a column of another name may be taken for."""

_BROKEN = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_SEPARATORS = ",;\t|"
_ROWS = 64  # of Parquet at a time


class Records:
    """Reads records whose fields stand under the names that `columns` gives them; others under their own."""

    def __init__(self, columns: Mapping[str, str] | None = None) -> None:
        columns = columns or {}
        taken = set(columns.values())
        kept = [name for name in _FIELDS if name in columns or name not in taken]
        fields = [(name, *kind) if isinstance(kind, tuple) else (name, kind) for name, kind in _FIELDS.items()]
        self._record = msgspec.defstruct("Record", [f for f in fields if f[0] in kept], rename=dict(columns))
        named = msgspec.defstruct("Named", [("id", *_FIELDS["id"])], rename={"id": columns.get("id", "id")})
        self._decoder = msgspec.json.Decoder(self._record)
        self._named = msgspec.json.Decoder(named)
        self._given = {name: columns.get(name, name) for name in kept}
        self._names = tuple(self._given.values())
        self._text = columns.get("text", "text")

    def read(self, stream: BinaryIO, name: str, ending: str) -> Iterator[Input | Failure]:
        """The records of a stream that is called `name`; what is wrong with one is a `Failure` in its place.

        `ending` tells the form: one of `TABLES`, else JSON Lines. Raises `OSError` where the stream does.
        """
        if ending == ".parquet":
            items = self._parquet(stream, name)
        elif ending in TABLES:
            items = self._csv(stream, name, "\t" if ending == ".tsv" else "")
        else:
            items = self._json_lines(stream, name)
        empty = True
        for item in items:
            empty = False
            yield item
        if empty:
            yield Failure(name, Fault("holds no records", name))

    def begin(self, line: bytes) -> bool:
        """Whether a first line is a record of JSON Lines, and no article."""
        try:
            return line.startswith(b"{") and self._decoder.decode(line) is not None
        except _BROKEN:
            return False

    def _json_lines(self, stream: BinaryIO, name: str) -> Iterator[Input | Failure]:
        """A line at a time; blank lines count but hold nothing."""
        for number, line in enumerate(lines(stream), start=1):
            place = f"{name}:{number}"
            if line is None:
                yield _too_long(place)
                continue
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if line.strip():
                yield self._line(line, place)

    def _line(self, line: bytes, place: str) -> Input | Failure:
        try:
            return _input(self._decoder.decode(line), place)
        except msgspec.ValidationError as error:
            return Failure(self._id(line) or place, self._fault(error, place, NAMED_OTHERWISE))
        except _BROKEN as error:
            return Failure(place, Fault(f"is not JSON: {error}", place))

    def _id(self, line: bytes) -> str:
        """The `id` of a record that is wrong otherwise."""
        try:
            return _written(getattr(self._named.decode(line), "id", None))
        except _BROKEN:
            return ""

    def _csv(self, stream: BinaryIO, name: str, separator: str) -> Iterator[Input | Failure]:
        """The first row names the columns; an empty cell is no value."""
        csv.field_size_limit(LARGEST)
        decoded = _decoded(lines(stream))
        heading = next(decoded, "")
        rows = csv.reader(_after(heading, decoded), delimiter=separator or max(_SEPARATORS, key=heading.count))
        header: list[str] | None = None
        while True:
            place = f"{name}:{rows.line_num + 1}"
            try:
                row = next(rows, None)
            except csv.Error as error:
                yield Failure(place, Fault(f"is not CSV: {error}", place))
                continue
            except _Endless:
                yield _too_long(place)
                return
            if row is None:
                return
            if header is None:
                header = row
                if self._text not in header:
                    yield self._without_text(name, header)
                    return
            elif row and len(row) != len(header):
                message = f"is no usable record: {len(row)} cells under {len(header)} headings"
                yield Failure(place, Fault(message, place))
            elif row:
                yield self._row({key: cell for key, cell in zip(header, row, strict=True) if cell}, place)

    def _parquet(self, stream: BinaryIO, name: str) -> Iterator[Input | Failure]:
        try:
            from pyarrow import ArrowException
            from pyarrow.parquet import ParquetFile
        except ImportError:
            yield Failure(name, Fault(f"is Parquet, which needs pyarrow; {extra('parquet')}", name))
            return
        if not stream.seekable():
            message = "is Parquet, which is read back and forth: name a file that is not compressed, no pipe"
            yield Failure(name, Fault(message, name))
            return
        try:
            with ParquetFile(stream, pre_buffer=False) as table:
                header = table.schema_arrow.names
                if self._text not in header:
                    yield self._without_text(name, header)
                    return
                number = 0
                for batch in table.iter_batches(_ROWS, columns=[key for key in self._names if key in header]):
                    for row in batch.to_pylist():
                        number += 1
                        yield self._row({key: _plain(cell) for key, cell in row.items()}, f"{name}:{number}")
        except (ArrowException, ValueError, OSError) as error:
            if isinstance(error, OSError) and error.strerror:
                raise  # the stream, not what it holds
            yield Failure(name, Fault(f"is no readable Parquet: {str(error).partition(chr(10))[0]}", name))

    def _row(self, cells: dict[str, Any], place: str) -> Input | Failure:
        try:
            return _input(msgspec.convert(cells, self._record), place)
        except msgspec.ValidationError as error:
            return Failure(place, self._fault(error, place))

    def _fault(self, error: msgspec.ValidationError, place: str, hint: str = "") -> Fault:
        """What is wrong with a record, in the words of those who write records."""
        wrong, told = _WRONG.match(str(error)), str(error)
        if wrong is None:  # msgspec tells but one mistake without what it got
            told = f"it has no {self._text!r}{hint}"
        elif wrong["field"] is None:
            told = f'it is {_FOUND.get(wrong["found"], "something else")}, not an object ({{"text": "..."}})'
        else:
            field = next((name for name, given in self._given.items() if given == wrong["field"]), "text")
            wanted, found = _KINDS[field], _FOUND.get(wrong["found"], wrong["found"])
            among = "holds" if wrong["item"] else "is"
            told = f"{wrong['field']!r} must be {wanted}, but {among} {found}"
        return Fault(f"is no usable record: {told}", place)

    def _without_text(self, name: str, header: list[str]) -> Failure:
        message = f"has no column {self._text!r}: name the one with the text by --text-column; there are "
        return Failure(name, Fault(message + ", ".join(map(repr, header[:20])), name))


class _Endless(Exception):
    """A line of CSV that is longer than a line may be."""


def _decoded(raw: Iterator[bytes | None]) -> Iterator[str]:
    """Lines as text: UTF-8, or Windows-1252 where they are not."""
    for number, line in enumerate(raw):
        if line is None:
            raise _Endless
        if not number:
            line = line.removeprefix(b"\xef\xbb\xbf")
        try:
            yield line.decode()
        except UnicodeDecodeError:
            yield line.decode("cp1252", "replace")


def _after(first: str, rest: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
    yield from rest


def _input(record: Any, place: str) -> Input:
    path, _, line = place.rpartition(":")
    return Input(
        id=_written(record.id) or place,
        data=record.text,
        title=getattr(record, "title", None),
        targets=getattr(record, "targets", None) or (),
        url=getattr(record, "url", None),
        date=getattr(record, "date", None),
        outlet=getattr(record, "outlet", None),
        origin=Origin(path, int(line)),
    )


def _plain(cell: Any) -> Any:
    """A cell as JSON would have it: dates and the like as text."""
    return cell if cell is None or isinstance(cell, (str, int, float, list)) else str(cell)


def _written(given: str | float | None) -> str:
    return "" if given is None else str(given)


def _too_long(place: str) -> Failure:
    return Failure(place, Fault(f"is longer than {LARGEST >> 20} MB", place))
