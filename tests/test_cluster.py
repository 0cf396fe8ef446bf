"""`--engine dask`: a real scheduler, two real workers, and the bytes of one process."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from process import ARTICLE, Tool, environment
from test_engines import children, corpus, gone, record, until


class Cluster:
    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        scheduler = ("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.scheduler = self._start(*scheduler, "--scheduler-file", str(self.file))
        until(lambda: self.file.exists() and self.file.read_text().endswith("}"))
        self.address = json.loads(self.file.read_text())["address"]
        self.workers = [self.worker(folder / str(number)) for number in range(2)]

    def worker(self, folder: Path) -> subprocess.Popen[bytes]:
        places = ("--scheduler-file", str(self.file), "--local-directory", str(folder), "--host", "127.0.0.1")
        return self._start("distributed.cli.dask_worker", *places, "--nthreads", "1", "--no-nanny", "--no-dashboard")

    def _start(self, *args: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", *args],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        yield cluster
    finally:
        cluster.end()


def test_the_bytes_are_those_of_one_process_though_a_worker_dies(
    stancecli: Tool, cluster: Cluster, tmp_path: Path
) -> None:
    (tmp_path / "c.jsonl").write_bytes(corpus(700) + b'{"id": "x"}\n{"id": "empty", "text": " "}\n' + corpus(30))
    args = ("batch", "c.jsonl", "-f", "jsonl", "-q")
    local = stancecli(*args, cwd=tmp_path)
    with (tmp_path / "out").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "stancecli", *args, "--engine", "dask", "--scheduler", cluster.address],
            stdout=out,
            stderr=subprocess.PIPE,
            env=environment(),
            cwd=tmp_path,
        )
    until(lambda: (tmp_path / "out").stat().st_size)
    lost = cluster.workers.pop()
    theirs = children(lost)
    assert theirs, "the worker has begun"
    lost.kill()
    lost.wait()
    until(lambda: all(map(gone, theirs)))
    _, err = process.communicate(timeout=120)
    cluster.workers.append(cluster.worker(tmp_path / "worker"))
    assert (process.returncode, err.decode()) == (3, local.err)
    assert (tmp_path / "out").read_text() == local.out


def test_a_document_that_takes_too_long_costs_no_worker(stancecli: Tool, cluster: Cluster) -> None:
    slow = record("slow", ARTICLE.read_text(encoding="utf-8") * 800)
    args = ("batch", "-", "-f", "jsonl", "-q", "--timeout", "2.5", "--engine", "dask", "--scheduler", cluster.address)
    done = stancecli(*args, stdin=corpus(20) + slow + corpus(20, 20))
    assert (done.code, done.err) == (3, "stancecli: standard input:21: took longer than 2.5 s, twice\n")
    expected = [*(f"r{n}" for n in range(20)), "slow", *(f"r{n}" for n in range(20, 40))]
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == expected
    assert all(worker.poll() is None for worker in cluster.workers)


def test_ctrl_c_keeps_what_is_done(cluster: Cluster, tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_bytes(corpus(4000))
    args = ("batch", "c.jsonl", "-f", "jsonl")
    with (tmp_path / "out").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "stancecli", *args, "--engine", "dask", "--scheduler", cluster.address],
            stdout=out,
            stderr=subprocess.PIPE,
            env=environment(),
            cwd=tmp_path,
        )
    until(lambda: (tmp_path / "out").stat().st_size)
    process.send_signal(signal.SIGINT)
    asked = time.monotonic()
    _, err = process.communicate(timeout=60)
    assert time.monotonic() - asked < 5
    assert process.returncode == 130 and err.startswith(b"stancecli: interrupted: ")
    answered = [json.loads(line)["id"] for line in (tmp_path / "out").read_bytes().splitlines()]
    assert answered == [f"r{n}" for n in range(len(answered))] and answered


def test_ctrl_c_at_any_moment_ends_the_run(cluster: Cluster, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Also while results are on their way, which nobody brings any more; after the last of them it comes too late."""
    (tmp_path / "c.jsonl").write_bytes(corpus(400))
    chance = random.Random(3)
    for number in range(40 if request.config.getoption("--faults") else 3):
        process = subprocess.Popen(
            [sys.executable, "-m", "stancecli", "batch", "c.jsonl", "-f", "jsonl", "-q", "--engine", "dask",
             "--scheduler", cluster.address, "-o", f"jsonl={number}"],
            stdout=subprocess.DEVNULL, env=environment(), cwd=tmp_path,
        )  # fmt: skip
        try:
            time.sleep(1 + 4 * chance.random())
            process.send_signal(signal.SIGINT)
            assert process.wait(30) in (130, 0, -signal.SIGINT)
        finally:
            process.kill()


def test_a_scheduler_that_is_not_there(stancecli: Tool) -> None:
    args = ("batch", "-", "--engine", "dask")
    assert stancecli(*args, stdin=corpus(1)).code == 2
    for address, message in (
        ("tcp://127.0.0.1:1", "no Dask scheduler answers there"),
        ("here", "is no address of a scheduler: write tcp://HOST:PORT"),
    ):
        done = stancecli(*args, "--scheduler", address, stdin=corpus(1))
        assert (done.code, done.err) == (3, f"stancecli: {address}: {message}\n")
