"""Whatever happens to a run and whatever it is given: no traceback, no hang, nothing lost, the right exit code.

The normal run takes a sample; `make faults` takes all of it.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from faults import bomb, hostile_bytes, hostile_names, hostile_record, yaml_bomb
from process import Done, environment
from test_engines import children, gone
from test_store import corpus, dump, rows

TOOL = [sys.executable, "-m", "stancecli"]
FILES = {"json": "o.json", "parquet": "o.parquet", "sarif": "o.sarif", "junit": "o.xml", "csv": "o.csv",
         "csv-hits": "hits.csv", "markdown": "o.md"}  # fmt: skip
OUTPUTS = [part for format, name in FILES.items() for part in ("-o", f"{format}={name}")]


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--faults"))


def tool(*args: str | bytes | Path, cwd: Path, stdin: bytes = b"", seconds: float = 120, limit: int = 0) -> Done:
    """Run the tool to its end, which must come in time, without a traceback; files may have `limit` bytes."""

    def confine() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        [*TOOL, *args], input=stdin, capture_output=True, cwd=cwd, env=environment(), timeout=seconds, check=False,
        preexec_fn=confine if limit else None,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr and b"Error:" not in done.stderr, done.stderr[-2000:].decode()
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


# --- what happens to processes ----------------------------------------------------------------------


def test_killed_at_random_moments_it_ends_the_same(tmp_path: Path, full: bool) -> None:
    """Start-up and end included; outputs are whole or not there; no process is left behind."""
    kills, chance = (50 if full else 2), random.Random(11)
    (tmp_path / "c.jsonl").write_bytes(corpus(200))
    args = ["batch", "../c.jsonl", "-f", "jsonl", "-q", "--store", "s.db", *OUTPUTS]
    (tmp_path / "whole").mkdir()
    started = time.monotonic()
    whole = tool(*args, cwd=tmp_path / "whole")
    span = time.monotonic() - started
    killed = round = 0
    while killed < kills:
        round += 1
        folder = tmp_path / f"round{round}"
        folder.mkdir()
        ended = False
        while not ended and killed < kills:
            process = subprocess.Popen(
                [*TOOL, *args, "-p", str(1 + killed % 2)], stdout=subprocess.DEVNULL, env=environment(), cwd=folder
            )
            time.sleep(chance.random() * span)
            workers = children(process)
            process.send_signal(signal.SIGKILL)
            ended = process.wait() == 0
            killed += not ended
            if not ended:
                _wait_for(lambda workers=workers: all(map(gone, workers)))
                assert all((folder / name).stat().st_size for name in FILES.values() if (folder / name).exists())
        assert tool(*args, cwd=folder).out == whole.out
        assert dump(folder / "s.db") == dump(tmp_path / "whole" / "s.db")
        for name in FILES.values():
            assert (folder / name).read_bytes() == (tmp_path / "whole" / name).read_bytes(), name


def _wait_for(true, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "in vain"
        time.sleep(0.02)


def test_workers_that_are_killed_lose_nothing(tmp_path: Path, full: bool) -> None:
    """Each document has its answer, or is named as the one whose process ended twice."""
    chance = random.Random(5)
    (tmp_path / "c.jsonl").write_bytes(corpus(1500 if full else 200))
    expected = tool("batch", "c.jsonl", "-f", "jsonl", "-q", cwd=tmp_path).out.splitlines()
    with (tmp_path / "out").open("wb") as out:
        process = subprocess.Popen(
            [*TOOL, "batch", "c.jsonl", "-f", "jsonl", "-q", "-p", "2"],
            stdout=out, stderr=subprocess.PIPE, env=environment(), cwd=tmp_path,
        )  # fmt: skip
        killed = 0
        while process.poll() is None:
            time.sleep(1 + chance.random())
            for worker in sorted(children(process))[: chance.randrange(3)]:
                os.kill(worker, signal.SIGKILL)
                killed += 1
            if killed >= (20 if full else 3):
                break
        code = process.wait(120)
        assert process.stderr and b"Traceback" not in process.stderr.read()
    found = (tmp_path / "out").read_text().splitlines()
    lost = [json.loads(line) for line in found if '"error"' in line[:80]]
    assert [json.loads(line)["id"] for line in found] == [json.loads(line)["id"] for line in expected]
    assert len(set(found) & set(expected)) == len(expected) - len(lost)
    assert all("ended the process that read it" in failure["error"]["message"] for failure in lost)
    assert code == (3 if lost else 0)


# --- what happens to files --------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["json=o", "parquet=o", "s.db"])
def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, what: str, full: bool) -> None:
    asked = ["--store", "s.db"] if what == "s.db" else ["-o", what]
    file = tmp_path / asked[1].rpartition("=")[2]
    args = ["batch", "-", "-f", "jsonl", "-q", *asked]
    assert tool(*args, cwd=tmp_path, stdin=corpus(20)).code == 0
    before = dump(file) if what == "s.db" else file.read_bytes()
    size = file.stat().st_size
    for limit in [size, size + 5000, size // 2, 1][: 4 if full else 1]:
        done = tool(*args, cwd=tmp_path, stdin=corpus(600), limit=limit)
        assert done.code == 3 and done.err.count("\n") == 1 and file.name in done.err
        if what == "s.db":
            assert set(rows(file, "SELECT id FROM documents")) >= {(f"r{n}",) for n in range(20)}
            assert rows(file, "PRAGMA integrity_check") == [("ok",)]
        else:
            assert file.read_bytes() == before
        assert {path.name for path in tmp_path.iterdir()} <= {file.name, "s.db-wal", "s.db-shm"}


@pytest.mark.parametrize("format", ["table", "jsonl", "sarif", "parquet"])
def test_a_full_standard_output_is_an_error(tmp_path: Path, format: str) -> None:
    with open("/dev/full", "wb") as full_disk:
        done = subprocess.run(
            [*TOOL, "batch", "-", "-q", "-f", format], input=corpus(30), stdout=full_disk, stderr=subprocess.PIPE,
            env=environment(), cwd=tmp_path, check=False,
        )  # fmt: skip
    assert done.returncode == 3 and done.stderr == b"stancecli: standard output: No space left on device\n"


def test_files_that_cannot_be_read_are_failures(tmp_path: Path) -> None:
    """Archives that are cut, broken, or grow without end; links in circles; pipes, folders and devices."""
    news = tmp_path / "news"
    news.mkdir()
    for name in hostile_names():
        Path(os.fsdecode(bytes(news) + b"/" + name)).write_text("The goons lied.", encoding="utf-8")
    (news / "good.txt").write_text("The goons lied.", encoding="utf-8")
    (news / "bomb.txt.gz").write_bytes(bomb())
    (news / "bomb.txt.zst").write_bytes(bomb(how="zst"))
    (news / "bomb.jsonl.gz").write_bytes(bomb())
    (news / "cut.txt.gz").write_bytes(bomb(1 << 20)[:-9])
    (news / "broken.txt.gz").write_bytes(b"\x1f\x8b\x08" + os.urandom(50))
    (news / "loop.txt").symlink_to("loop.txt")
    (news / "dangling.txt").symlink_to("nowhere.txt")
    (news / "again").symlink_to(".", target_is_directory=True)
    os.mkfifo(news / "pipe.txt")
    (news / "secret").mkdir(mode=0)
    done = tool("batch", "news", "news/dangling.txt", "news/secret", "news/no\0name".replace("\0", "?"), "/proc/self/mem",
                "/dev/null", "/dev/zero", "-f", "jsonl", "-q", "-p", "2", cwd=tmp_path)  # fmt: skip
    found = [json.loads(line) for line in done.out.splitlines()]
    failed = {os.path.basename(row["id"]): row["error"]["message"] for row in found if "error" in row}
    assert done.code == 3 and len(found) - len(failed) >= 11
    for name in ("bomb.txt.gz", "bomb.txt.zst", "zero"):
        assert failed[name] == "cannot be read: is larger than 32 MB"
    assert failed["bomb.jsonl.gz:1"] == "is longer than 32 MB"
    for name in ("cut.txt.gz", "broken.txt.gz", "loop.txt", "dangling.txt", "mem", "null"):
        assert failed[name]
    assert "pipe.txt" not in done.out, "a pipe in a folder is no article, and nobody writes to it"


# --- what documents hold ----------------------------------------------------------------------------


def test_hostile_documents_each_have_one_answer(tmp_path: Path, full: bool) -> None:
    """In their order, in every format, from one process and from two."""
    count, chance = (1000 if full else 40), random.Random(23)
    lines = [hostile_record(chance, number).replace(b"\n", b" ") for number in range(count)]
    (tmp_path / "c.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    told = []
    for processes in ("1", "2"):
        args = ("batch", "c.jsonl", "-f", "jsonl", "-q", "--timeout", "60", "--store", f"s{processes}.db", *OUTPUTS)
        done = tool(*args, "-p", processes, cwd=tmp_path, seconds=600)
        told.append(done.out)
        assert done.code == 3
    assert told[0] == told[1]
    answers = [json.loads(line) for line in told[0].splitlines()]
    assert len(answers) == count
    for number, answer in enumerate(answers):
        named = answer["id"] == f"h{number}" or "error" in answer or b'"id": "h' not in lines[number]
        assert named, (lines[number][:100], answer["id"])
    assert not {reason for row in answers if "error" in row for reason in [row["error"]["message"]] if "took" in reason}
    json.loads((tmp_path / FILES["json"]).read_text())
    json.loads((tmp_path / FILES["sarif"]).read_text())
    ElementTree.parse(tmp_path / FILES["junit"])
    for format in ("table", "github"):
        shown = tool("batch", "c.jsonl", "-f", format, "-q", cwd=tmp_path, seconds=600).out
        assert all(char.isprintable() or char == "\n" for char in shown)


def test_hostile_files_each_have_one_answer(tmp_path: Path, full: bool) -> None:
    count, chance = (600 if full else 40), random.Random(29)
    for number in range(count):
        ending = chance.choice([".txt", ".md", ".html", ".txt.gz", ".jsonl", ".csv", ".tsv", ".parquet"])
        (tmp_path / f"{number:04}{ending}").write_bytes(hostile_bytes(chance))
    paths = sorted(path.name for path in tmp_path.iterdir())
    done = tool("batch", *paths, "-f", "jsonl", "-q", "-p", "2", "--timeout", "60", cwd=tmp_path, seconds=600)
    ids = [json.loads(line)["id"] for line in done.out.splitlines()]
    assert done.code == 3
    for path in paths:
        assert any(id == path or id.startswith(f"{path}:") for id in ids) or path.endswith(
            ("jsonl", "csv", "tsv", "parquet")
        )
    assert [id for id in ids if id in paths] == [path for path in paths if path in ids]


@pytest.mark.parametrize("name", ["stancecli.yaml", "actors.yaml", "words.yaml", "pyproject.toml", "base.json"])
@pytest.mark.parametrize(
    "content", [yaml_bomb(), "a: " + "[" * 100_000, "\0", "[tool.stancecli]\nx = " + "[" * 5000, ""]
)
def test_a_hostile_file_beside_the_articles_is_a_mistake_that_is_told(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / "a.txt").write_text("The goons lied.")
    (tmp_path / name).write_text(content)
    extra = {"words.yaml": ("--lexicon", name), "base.json": ("--baseline", name)}.get(name, ())
    done = tool("batch", "a.txt", "-f", "jsonl", "-q", *extra, cwd=tmp_path, seconds=30)
    assert done.code in ((0, 3) if not content or not extra else (3,)) and len(done.err) < 1000


@pytest.mark.parametrize("term", ["(a+)+$", "(a|aa)*b", ".*.*.*.*.*x", "a" * 5000, "*", "\\", "a a a a a a a a a b"])
def test_what_would_explode_as_a_pattern_is_a_word(tmp_path: Path, term: str) -> None:
    """No term is ever run as a regular expression."""
    entry = f"- term: {json.dumps(term)}\n    not: [{json.dumps(term + ' a')}]\n    literal: []\n"
    lexicon = f"lexicon: mine\nlanguage: en\nversion: 1\ncategory: fear\ndescription: Mine.\npolarity: negative\nweight: 1\nentries:\n  {entry}"
    (tmp_path / "mine.yaml").write_text(lexicon)
    (tmp_path / "a.txt").write_text("a" * 100_000 + " " + "a " * 20_000 + "! He said.")
    done = tool("batch", "a.txt", "-f", "jsonl", "-q", "--lexicon", "mine.yaml", cwd=tmp_path, seconds=60)
    assert done.code in (0, 3)
