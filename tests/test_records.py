"""Corpora in one file: JSON Lines, CSV, Parquet, compressed or not; what is broken is a failure in its place."""

from __future__ import annotations

import csv
import gzip
import io
import json
import subprocess
import sys
import tracemalloc
import zlib
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
import zstandard
from msgspec.structs import replace
from process import Tool, environment

from stancecli.model import Failure, Input, Origin
from stancecli.read import read
from stancecli.records import Records
from stancecli.streams import LARGEST, unpacked

ROWS = [
    {"guid": "a", "body": "Ida Lund met, spoke\nand left.", "title": "One", "outlet": "Post", "date": "2026-01-02"},
    {"guid": "b", "body": 'The "goons" lied.', "title": None, "outlet": "Echo", "date": None},
]
COLUMNS = {"text": "body", "id": "guid"}
EXPECTED = [
    Input("a", ROWS[0]["body"] or "", title="One", outlet="Post", date="2026-01-02"),
    Input("b", ROWS[1]["body"] or "", outlet="Echo"),
]


def as_csv(rows: list[dict], **style: str) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), **style)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def as_lines(rows: list[dict]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def as_parquet(rows: list[dict]) -> bytes:
    sink = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), sink)
    return sink.getvalue()


def two_archives(data: bytes) -> bytes:
    return gzip.compress(data[:50]) + gzip.compress(data[50:])


def several_frames(data: bytes) -> bytes:
    return b"".join(zstandard.compress(data[at : at + 60]) for at in range(0, len(data), 60))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("c.jsonl", as_lines(ROWS)),
        ("c.NDJSON", as_lines(ROWS)),
        ("c.jsonl.gz", two_archives(as_lines(ROWS))),
        ("c.jsonl.zst", several_frames(as_lines(ROWS))),
        ("c.csv", as_csv(ROWS)),
        ("c.csv", b"\xef\xbb\xbf" + as_csv(ROWS, delimiter=";", lineterminator="\n")),
        ("c.tsv", as_csv(ROWS, delimiter="\t")),
        ("c.csv.gz", gzip.compress(as_csv(ROWS))),
        ("c.parquet", as_parquet(ROWS)),
    ],
)
def test_every_form_of_a_corpus_holds_the_same(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    path = str(tmp_path / name)
    lines = (2, 4) if name.startswith(("c.csv", "c.tsv")) else (1, 2)
    expected = [replace(item, origin=Origin(path, line)) for item, line in zip(EXPECTED, lines, strict=True)]
    assert list(read([path], columns=COLUMNS)) == expected


def test_a_column_of_another_name_takes_the_place_of_the_field_of_that_name(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes(as_lines([{"id": 7, "title": "The text.", "text": 3}]))
    assert list(read([str(path)], columns={"text": "title"})) == [Input("7", "The text.", origin=Origin(str(path), 1))]


def test_parquet_tells_dates_and_numbers_as_text(tmp_path: Path) -> None:
    import datetime

    row = {"id": 12, "text": "It rained.", "date": datetime.date(2026, 5, 1), "targets": ["Ida Lund"], "size": 3.5}
    (tmp_path / "c.parquet").write_bytes(as_parquet([row]))
    path = str(tmp_path / "c.parquet")
    (item,) = read([path])
    assert item == Input("12", "It rained.", date="2026-05-01", targets=("Ida Lund",), origin=Origin(path, 1))


@pytest.mark.parametrize(
    ("name", "data", "kept", "message"),
    [
        ("c.jsonl.gz", gzip.compress(as_lines(ROWS * 90))[:-40], 0, "the gzip archive ends too early"),
        ("c.jsonl.gz", gzip.compress(as_lines(ROWS)) + b"\x1f\x8b\x08junk and junk", 2, "archive is broken"),
        ("c.jsonl.zst", zstandard.compress(as_lines(ROWS))[:-9], 0, "the Zstandard archive ends too early"),
        ("c.csv", b"guid,headline\n1,x\n", 0, "has no column 'body'"),
        ("c.csv", b"guid,body\n1,It rained.\n2,a,b,c\n", 1, "4 cells under 2 headings"),
        ("c.csv", b"guid,body\n1,It rained.\n2,\n", 1, "is no usable record: it has no 'body'"),
        ("c.csv", b"", 0, "holds no records"),
        ("c.parquet", b"PAR1 and no more", 0, "is no readable Parquet"),
        ("c.parquet", as_parquet(ROWS)[:-12] + b"\xff" * 4 + as_parquet(ROWS)[-8:], 0, "is no readable Parquet"),
        ("c.parquet", as_parquet([{"guid": "1"}]), 0, "has no column 'body'"),
    ],
)
def test_what_is_broken_is_a_failure_after_what_is_not(
    tmp_path: Path, name: str, data: bytes, kept: int, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    items = list(read([str(tmp_path / name)], columns=COLUMNS))
    *inputs, last = items
    assert isinstance(last, Failure) and message in last.error.message
    assert str(tmp_path / name) in last.error.place
    assert len([item for item in inputs if isinstance(item, Input)]) >= kept


def test_a_line_that_is_no_utf8_is_read_as_windows_1252(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_bytes("id,text\n1,“Größe”\n2,“Maß”\n".encode("cp1252"))
    assert [item.data for item in read([str(tmp_path / "c.csv")])] == ["“Größe”", "“Maß”"]


@pytest.mark.parametrize("ending", ["jsonl.gz", "csv.gz", "txt.gz", "jsonl.zst"])
def test_a_bomb_costs_no_memory(tmp_path: Path, ending: str) -> None:
    """Two hundred million bytes, packed into one line of a few hundred thousand."""
    path = tmp_path / f"bomb.{ending}"
    gzipped = ending.endswith("gz")
    packer = zlib.compressobj(9, wbits=31) if gzipped else zstandard.ZstdCompressor().compressobj()
    with path.open("wb") as file:
        file.write(packer.compress(b"id,text\n" if ending.startswith("csv") else b""))
        for _ in range(200):
            file.write(packer.compress(b"x" * 1_000_000))
        file.write(packer.flush())
    tracemalloc.start()
    (item,) = read([str(path)])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(item, (Failure, Input)) and "than 32 MB" in item.error.message
    assert peak < 4 * LARGEST


def test_standard_input_may_be_compressed(stancecli: Tool) -> None:
    done = stancecli(
        "batch", "-", "-f", "jsonl", "-q", "--text-column", "body", stdin=zstandard.compress(as_lines(ROWS))
    )
    assert (done.code, len(done.out.splitlines())) == (0, 2)


@pytest.mark.parametrize(("name", "data"), [("wire.csv", as_csv(ROWS)), ("wire.tsv.gz", as_csv(ROWS, delimiter="\t"))])
def test_the_name_of_standard_input_says_what_it_holds(stancecli: Tool, name: str, data: bytes) -> None:
    columns = ("--text-column", "body", "--id-column", "guid")
    done = stancecli("batch", "-", "-f", "jsonl", "-q", *columns, "--stdin-name", name, stdin=data)
    assert (done.code, [json.loads(line)["id"] for line in done.out.splitlines()]) == (0, ["a", "b"])


def test_parquet_needs_a_file_that_can_be_read_back_and_forth(stancecli: Tool) -> None:
    done = stancecli("batch", "-", "-q", "--stdin-name", "c.parquet", stdin=as_parquet(ROWS))
    assert done.code == 3 and "name a file that is not compressed, no pipe" in done.out
    packed = Records().read(unpacked(io.BytesIO(gzip.compress(as_parquet(ROWS)))), "c.parquet.gz", ".parquet")
    (item,) = packed
    assert isinstance(item, Failure) and item.error.message.startswith("is Parquet, which is read back and forth")


def test_the_command_takes_the_names_of_columns(stancecli: Tool, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_bytes(as_csv(ROWS))
    columns = ("--text-column", "body", "--id-column", "guid", "--outlet-column", "title")
    done = stancecli("batch", "c.csv", "-f", "jsonl", "-q", *columns, cwd=tmp_path)
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["a", "b"]
    assert json.loads(done.out.splitlines()[0])["outlet"] == "One"


def test_without_pyarrow_parquet_says_what_to_install(tmp_path: Path) -> None:
    """In an interpreter that does not find it."""
    (tmp_path / "c.parquet").write_bytes(as_parquet(ROWS))
    code = "import sys; sys.modules['pyarrow'] = None; from stancecli.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "batch", "c.parquet"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(),
        check=False,
    )
    assert done.returncode == 3 and "pip install 'stancecli[parquet]'" in done.stdout + done.stderr
