"""Parquet: what JSON Lines has, for whoever reads tables."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet
from process import ARTICLE, Tool, environment
from rendered import FAILURE, RECORD, empty, hostile, story

from stancecli.model import Result
from stancecli.render import Run, renderer

RESULTS = (story(), FAILURE, empty(), hostile(), RECORD)


def pieces(*results: Result) -> list[bytes]:
    return list(renderer("parquet")(Run(results)))  # type: ignore[arg-type]


def lines(*results: Result) -> list[dict]:
    return [json.loads(line) for line in renderer("jsonl")(Run(results))]


def rows(data: bytes) -> list[dict]:
    """Rows as `jsonl` would have them: a failure has no fields of a report, a report no error."""
    table = pyarrow.parquet.read_table(io.BytesIO(data)).to_pylist(maps_as_pydicts="strict")
    return [
        {key: row[key] for key in ("id", "error")} if row["error"] else {k: v for k, v in row.items() if k != "error"}
        for row in table
    ]


def test_it_is_read_back_as_json_lines_are() -> None:
    assert rows(b"".join(pieces(*RESULTS))) == lines(*RESULTS)


def test_it_has_all_columns_even_without_rows() -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(b"".join(pieces())))
    assert table.num_rows == 0 and set(lines(story())[0]) | {"error"} == set(table.schema.names)


def test_it_is_written_as_results_come() -> None:
    """A group of rows at a time, so that memory does not grow."""
    taken = []

    def results():
        for number in range(1000):
            taken.append(number)
            yield story()

    written = iter(renderer("parquet")(Run(results())))
    assert len(next(written)) > 1000 and len(taken) < 500
    assert pyarrow.parquet.ParquetFile(io.BytesIO(b"".join(pieces(*[story()] * 600)))).num_row_groups == 3


def test_a_run_writes_it_beside_json_lines(stancecli: Tool, tmp_path: Path) -> None:
    args = ("batch", ARTICLE, tmp_path / "missing", "-o", "jsonl=a.jsonl", "-o", "a.parquet", "-q")
    assert stancecli(*args, cwd=tmp_path).code == 3
    expected = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text().splitlines()]
    data = (tmp_path / "a.parquet").read_bytes()
    assert rows(data) == expected and len(expected) == 2
    command = [sys.executable, "-m", "stancecli", *map(str, args[:3]), "-f", "parquet", "-q"]
    out = subprocess.run(command, capture_output=True, env=environment(), check=False)
    assert (out.stdout, out.returncode) == (data, 3)


def test_without_pyarrow_it_says_what_to_install_before_anything_is_read(tmp_path: Path) -> None:
    code = "import sys; sys.modules['pyarrow'] = None; from stancecli.cli import main; main()"
    (tmp_path / "a.parquet").write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", code, "batch", str(ARTICLE), "-o", "a.parquet"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert (
        done.stderr
        == "stancecli: parquet: needs pyarrow; install the extra: pip install 'stancecli[parquet]', or pip install '.[parquet]' in a clone\n"
    )
    assert (tmp_path / "a.parquet").read_bytes() == b"old"
