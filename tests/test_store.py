"""`--store`: one SQLite file that others read, that spares work, and that no end of a run spoils."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlite_utils
from process import ARTICLE, Tool, environment

from stancecli.engines import answers
from stancecli.engines.parcels import Item
from stancecli.model import Answer, Failure, Fault, Input
from stancecli.pipeline import prepare
from stancecli.store import opened

ARGS = ("-f", "jsonl", "--store", "s.db", "-q")


def corpus(count: int) -> bytes:
    texts = (f'"The goons lied {n} times," said Ida Lund. Tomas Brandt praised the plan.' for n in range(count))
    return b"".join(json.dumps({"id": f"r{n}", "text": text}).encode() + b"\n" for n, text in enumerate(texts))


def dump(path: Path) -> list[str]:
    """All that a database holds, as statements that would make it again."""
    database = sqlite3.connect(path)
    lines = list(database.iterdump())
    database.close()
    return lines


def rows(path: Path, query: str) -> list[tuple]:
    database = sqlite3.connect(path)
    found = database.execute(query).fetchall()
    database.close()
    return found


def test_others_read_it(stancecli: Tool, tmp_path: Path) -> None:
    record = {"id": "harbour", "text": ARTICLE.read_text(encoding="utf-8"), "outlet": "Post", "date": "2026-01-02"}
    stdin = json.dumps(record).encode() + b'\n{"id": "broken"}\n'
    done = stancecli("batch", "-", *ARGS, stdin=stdin, cwd=tmp_path)
    report = json.loads(done.out.splitlines()[0])
    database = sqlite_utils.Database(tmp_path / "s.db")
    (document,) = database["documents"].rows
    assert (document["id"], document["outlet"], document["words"]) == ("harbour", "Post", report["words"])
    assert document["text"] == record["text"]
    for table in ("actors", "attributions", "hits", "stances"):
        assert database[table].count == len(report[table]) > 0
        assert database[table].foreign_keys[0].other_table == "documents"
    assert [row["voice"] for row in database["hits"].rows] == [hit["voice"] for hit in report["hits"]]
    assert database["documents"].detect_fts() == "documents_fts"
    assert [row["id"] for row in database["documents"].search("harbour")] == ["harbour"]
    assert [row["id"] for row in database["failures"].rows] == ["broken"]
    assert os.listdir(tmp_path) == ["s.db"]


def test_a_second_run_answers_only_what_is_new(tmp_path: Path) -> None:
    tools = prepare()
    inputs: list[Item] = [Input(f"r{n}", f"The goons lied {n} times.") for n in range(40)]
    fresh: list[int] = []

    def run(items: list[Item]) -> list:
        def counted(items: Iterator[Item]) -> Iterator[Item]:
            for item in items:
                fresh[-1] += isinstance(item, Input)
                yield item

        fresh.append(0)
        with opened(str(tmp_path / "s.db"), tools) as store:
            return list(store.keep(answers(counted(store.known(items)), tools)))

    first = run(inputs)
    other = Input("r3", "The goons lied 4 times, or 5.")
    again = run([*inputs[:3], other, Failure("f", Fault("", "")), *inputs[4:]])
    assert fresh == [40, 1]
    assert [*again[:3], *again[5:]] == [*first[:3], *first[4:]]
    assert rows(tmp_path / "s.db", "SELECT count(*), count(DISTINCT id) FROM documents") == [(40, 40)]
    assert rows(tmp_path / "s.db", "SELECT count(*) FROM documents_fts WHERE documents_fts MATCH '5'") == [(2,)]
    assert run(inputs) == first and fresh[-1] == 0, "what was answered once is known for ever"


def test_a_text_under_another_name_is_known_and_is_a_document_of_its_own(tmp_path: Path) -> None:
    tools = prepare()
    for name in ("a", "b", "a"):
        with opened(str(tmp_path / "s.db"), tools) as store:
            known = list(store.known([Input(name, "The goons lied.")]))
            (answer,) = store.keep(answers(known, tools))
        assert isinstance(answer, Answer) and answer.report.id == answer.parse.document.id == name
    assert isinstance(known[0], Answer)
    assert rows(tmp_path / "s.db", "SELECT id FROM documents ORDER BY id") == [("a",), ("b",)]
    assert rows(tmp_path / "s.db", "SELECT count(*) FROM results") == [(1,)]


@pytest.mark.parametrize(
    "other",
    [("--ignore", "goon"), ("--target", "Ida Lund"), ("--actors", "actors.yaml"), ("--lexicon", "contempt")],
    ids=lambda other: other[0],
)
def test_what_changes_an_answer_is_part_of_its_key(stancecli: Tool, tmp_path: Path, other: tuple[str, ...]) -> None:
    (tmp_path / "actors.yaml").write_text("actors:\n  - name: Ida Lund\n    kind: person\n    aliases: [goons]\n")
    stancecli("batch", "-", *ARGS, stdin=corpus(3), cwd=tmp_path)
    kept = stancecli("batch", "-", *ARGS, *other, stdin=corpus(3), cwd=tmp_path)
    alone = stancecli("batch", "-", "-f", "jsonl", "-q", *other, stdin=corpus(3), cwd=tmp_path)
    assert kept.out == alone.out
    assert rows(tmp_path / "s.db", "SELECT count(*) FROM documents") == [(3,)]


def test_two_documents_of_one_name_are_both_kept(stancecli: Tool, tmp_path: Path) -> None:
    two = b'{"id": "x", "text": "The goons lied."}\n{"id": "x", "text": "It rained."}\n'
    for _ in range(2):
        assert stancecli("batch", "-", *ARGS, stdin=two, cwd=tmp_path).code == 0
        assert rows(tmp_path / "s.db", "SELECT count(*) FROM documents") == [(2,)]


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_run_that_is_killed_and_started_again_ends_the_same(
    stancecli: Tool, tmp_path: Path, processes: str, kills: int = 4
) -> None:
    """The same bytes on standard output, the same rows in the same order, whenever the end came."""
    (tmp_path / "c.jsonl").write_bytes(corpus(600))
    args = ("batch", "../c.jsonl", *ARGS, "-p", processes, "-o", "json=all.json")
    for folder in ("whole", "killed"):
        (tmp_path / folder).mkdir()
    whole = stancecli(*args, cwd=tmp_path / "whole")
    chance = random.Random(processes)
    for _ in range(kills):
        with (tmp_path / "partial").open("wb") as out:
            tool = [sys.executable, "-m", "stancecli", *args]
            process = subprocess.Popen(tool, stdout=out, env=environment(), cwd=tmp_path / "killed")
        while process.poll() is None and not (tmp_path / "partial").stat().st_size:
            time.sleep(0.01)
        time.sleep(chance.random())
        process.send_signal(signal.SIGKILL)
        process.wait()
        file = tmp_path / "killed" / "all.json"  # whole or not there: the end may come when all is written
        assert not file.exists() or file.read_bytes() == (tmp_path / "whole" / "all.json").read_bytes()
    assert stancecli(*args, cwd=tmp_path / "killed").out == whole.out
    assert dump(tmp_path / "killed" / "s.db") == dump(tmp_path / "whole" / "s.db")
    assert (tmp_path / "killed" / "all.json").read_bytes() == (tmp_path / "whole" / "all.json").read_bytes()


def test_a_full_disk_is_an_error_that_leaves_what_was_there(stancecli: Tool, tmp_path: Path) -> None:
    assert stancecli("batch", "-", *ARGS, stdin=corpus(20), cwd=tmp_path).code == 0
    before = dump(tmp_path / "s.db")
    size = (tmp_path / "s.db").stat().st_size
    done = subprocess.run(
        [sys.executable, "-m", "stancecli", "batch", "-", *ARGS],
        input=corpus(900),
        capture_output=True,
        cwd=tmp_path,
        env=environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr.startswith(b"stancecli: s.db: cannot be used as a store: ") and done.stderr.count(b"\n") == 1
    kept = rows(tmp_path / "s.db", "SELECT id FROM documents ORDER BY document")
    assert kept == [(f"r{n}",) for n in range(len(kept))] and len(kept) >= 20
    assert set(before) - set(dump(tmp_path / "s.db")) == set() or len(kept) > 20
    assert rows(tmp_path / "s.db", "PRAGMA integrity_check") == [("ok",)]


def test_what_is_no_store_is_left_alone(stancecli: Tool, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("Not a database, but long enough to be looked at as if it were one. " * 20)
    sqlite_utils.Database(tmp_path / "other.db")["mine"].insert({"a": 1})
    (tmp_path / "folder").mkdir()
    for name in ("text", "other.db", "folder", "nowhere/s.db"):
        done = stancecli("batch", "-", "--store", name, stdin=corpus(1), cwd=tmp_path)
        assert done.code == 3 and name.split("/")[0] in done.err and "Traceback" not in done.err
    assert sqlite_utils.Database(tmp_path / "other.db").table_names() == ["mine"]
