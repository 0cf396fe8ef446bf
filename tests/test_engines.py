"""Several processes: the same bytes as one, in order, and nothing lost with a worker but what ended it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from process import ARTICLE, Tool, environment

from stancecli.engines import Engine, answers
from stancecli.engines.parcels import packed, packed_tools, parcels
from stancecli.engines.processes import WORKER
from stancecli.hand import Hand
from stancecli.model import Failure, Fault, Input, Member, Roster
from stancecli.pipeline import answer, prepare

TOOL = [sys.executable, "-m", "stancecli", "batch", "-", "--format", "jsonl"]
SLOW = ARTICLE.read_text(encoding="utf-8") * 800
"""A text of half a minute and more."""


def record(id: str, text: str) -> bytes:
    return json.dumps({"id": id, "text": text}).encode() + b"\n"


def corpus(count: int, first: int = 0) -> bytes:
    numbers = range(first, first + count)
    return b"".join(record(f"r{n}", f'"The goons lied {n} times," said Ida Lund. ' * 9) for n in numbers)


@contextlib.contextmanager
def started(*args: str, cwd: Path | None = None, stdout: int = subprocess.PIPE) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [*TOOL, *args],
        stdin=subprocess.PIPE,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=cwd,
    ) as process:
        yield process


def children(process: subprocess.Popen[bytes]) -> set[int]:
    return children_of(process.pid)


def children_of(pid: int) -> set[int]:
    found: set[int] = set()
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found |= set(map(int, task.read_text().split()))
    return found


def seconds_of(pid: int) -> float:
    """Processor time that a process has used."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def until(true: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "in vain"
        time.sleep(0.02)


def gone(pid: int) -> bool:
    """Whether a process is no more, or is nothing but an entry that nobody has read."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def ids(out: bytes) -> list[str]:
    return [json.loads(line)["id"] for line in out.splitlines()]


@pytest.mark.parametrize("format", ["table", "json", "jsonl"])
def test_two_processes_write_what_one_writes(stancecli: Tool, news: Path, format: str) -> None:
    (news / "corpus.jsonl").write_bytes(corpus(40) + b'{"id": "x"}\n{"id": "empty", "text": " "}\n' + corpus(30, 40))
    (news / "actors.yaml").write_text("actors:\n  - name: Ida Lund\n    kind: person\n    aliases: [the goons]\n")
    one, two = (stancecli("batch", news, "-f", format, "-q", "--target", "X", "-p", n) for n in ("1", "2"))
    assert one.code == two.code == 3
    assert one.out == two.out and one.err == two.err


def test_what_is_known_keeps_its_place() -> None:
    tools = prepare()
    inputs = [Input(id=str(n), data=f"The goons lied {n} times.") for n in range(60)]
    expected = list(answer(inputs, tools))
    known = [expected[n] if n % 3 else item for n, item in enumerate(inputs)]
    for engine in (Engine(), Engine(processes=2)):
        assert list(answers(known, tools, engine)) == expected


def test_a_parcel_has_one_roster_and_a_bound() -> None:
    lund = Roster((Member("Ida Lund", "person"),), "1")
    items = [Input("1", "a"), Input("2", "b", roster=lund), Failure("3", Fault("", "")), Input("4", "c", roster=lund)]
    assert [[item.id for item in parcel] for parcel in parcels(items)] == [["1"], ["2", "3", "4"]]
    long = [Input(str(n), "a" * 90_000) for n in range(5)]
    assert [len(parcel) for parcel in parcels(long)] == [2, 2, 1]
    assert [len(parcel) for parcel in parcels([Input(str(n), "a") for n in range(40)])] == [16, 16, 8]


def test_answers_come_while_the_input_is_open() -> None:
    with started("-p", "2") as process:
        assert process.stdin and process.stdout
        process.stdin.write(corpus(40))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "r0"
        process.stdin.close()
        assert ids(process.stdout.read()) == [f"r{n}" for n in range(1, 40)]


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    """Neither while it reads nor while it waits."""
    with (tmp_path / "out").open("wb") as out, started("-p", "2", "-q", stdout=out.fileno()) as process:
        assert process.stdin and process.stderr

        def answered(count: int) -> Callable[[], bool]:
            return lambda: (tmp_path / "out").read_bytes().count(b"\n") >= count

        process.stdin.write(corpus(320))
        process.stdin.flush()
        until(answered(16))
        os.kill(min(children(process)), signal.SIGKILL)
        until(answered(320))
        for worker in children(process):
            os.kill(worker, signal.SIGKILL)
        process.stdin.write(corpus(40, 320))
        process.stdin.close()
        assert (process.wait(60), process.stderr.read()) == (0, b"")
    assert ids((tmp_path / "out").read_bytes()) == [f"r{n}" for n in range(360)]


def test_a_worker_that_dies_while_it_waits_loses_no_parcel() -> None:
    hand = Hand(WORKER, packed_tools(prepare()))
    try:
        parcel = packed([Input("1", "The goons lied.")])
        answered = hand.work(parcel)
        worker = hand._process
        assert worker
        os.kill(worker.pid, signal.SIGKILL)
        os.waitid(os.P_PID, worker.pid, os.WEXITED | os.WNOWAIT)  # until all its threads have ended
        assert isinstance(answered, bytes) and hand.work(parcel) == answered
    finally:
        hand.close()


def test_a_document_that_ends_its_process_twice_is_a_failure(tmp_path: Path) -> None:
    """A process that reads for long is killed, as the kernel does when memory is short; and so is the next."""
    killed: list[int] = []
    with (tmp_path / "out").open("wb") as file, started("-p", "2", "-q", stdout=file.fileno()) as process:
        assert process.stdin and process.stderr

        def kill() -> bool:
            for worker in children(process) - set(killed):
                if seconds_of(worker) > 3 and not gone(worker):
                    os.kill(worker, signal.SIGKILL)
                    killed.append(worker)
            return len(killed) == 2

        process.stdin.write(corpus(40) + record("slow", SLOW) + corpus(40, 40))
        process.stdin.close()
        until(kill, 120)
        assert process.wait(60) == 3
        err = process.stderr.read()
    out = (tmp_path / "out").read_bytes()
    assert ids(out) == [*(f"r{n}" for n in range(40)), "slow", *(f"r{n}" for n in range(40, 80))]
    message = "ended the process that read it (SIGKILL), twice"
    place = "standard input:41"
    assert json.loads(out.splitlines()[40]) == {"id": "slow", "error": {"message": message, "place": place}}
    assert err.decode() == f"stancecli: {place}: {message}\n"


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_document_that_takes_too_long_is_a_failure(stancecli: Tool, processes: str) -> None:
    everything = corpus(20) + record("slow", SLOW) + corpus(20, 20)
    done = stancecli("batch", "-", "-f", "jsonl", "-q", "-p", processes, "--timeout", "2.5", stdin=everything)
    assert done.code == 3
    assert ids(done.out.encode()) == [*(f"r{n}" for n in range(20)), "slow", *(f"r{n}" for n in range(20, 40))]
    assert done.err == "stancecli: standard input:21: took longer than 2.5 s, twice\n"


def run_into_a_long_text(stack: contextlib.ExitStack, folder: Path, *args: str) -> subprocess.Popen[bytes]:
    """A run that has answered what came before a long text, which it is reading now."""
    out = stack.enter_context((folder / "out").open("wb"))
    process = stack.enter_context(started(*args, cwd=folder, stdout=out.fileno()))
    assert process.stdin
    process.stdin.write(corpus(16) + record("slow", SLOW))
    process.stdin.flush()
    until(lambda: (folder / "out").read_bytes().count(b"\n") == 16)
    return process


@pytest.mark.parametrize("processes", ["1", "2"])
def test_ctrl_c_keeps_what_is_done(tmp_path: Path, processes: str) -> None:
    """In a second, though a document is being read that takes a minute, and every output is whole."""
    with contextlib.ExitStack() as stack:
        process = run_into_a_long_text(stack, tmp_path, "-p", processes, "-o", "json=all.json")
        workers = children(process)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        asked = time.monotonic()
        assert process.wait(60) == 130
        assert time.monotonic() - asked < 3  # a second on a machine that does nothing else
        assert process.stderr and process.stderr.read().startswith(b"stancecli: interrupted: 16 documents, ")
    assert ids((tmp_path / "out").read_bytes()) == [f"r{n}" for n in range(16)]
    documents = json.loads((tmp_path / "all.json").read_text())["documents"]
    assert [row["id"] for row in documents] == [f"r{n}" for n in range(16)]
    assert sorted(os.listdir(tmp_path)) == ["all.json", "out"]
    until(lambda: all(map(gone, workers)))


def test_workers_do_not_outlive_a_run_that_is_killed(tmp_path: Path) -> None:
    with contextlib.ExitStack() as stack:
        process = run_into_a_long_text(stack, tmp_path, "-p", "2")
        workers = children(process)
        assert workers
        process.kill()
    until(lambda: all(map(gone, workers)), 20)
