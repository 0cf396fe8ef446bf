"""Measure stancecli on large corpora and print Markdown tables: throughput, memory, the store, cost.

    scale.py                          all parts, at full size: about an hour on two cores
    scale.py --only memory            one part: throughput, memory, store
    scale.py --documents 500 --short 2000 --kept 300     smaller corpora
    scale.py --check                  exit with 1 where a figure is past its bound
    scale.py --into FILE.md --cost FILE.md               write the tables between the marks in these pages too

The corpora are made of the project's own articles, each with a sentence of its own, so that no text comes twice. Times
are of the clock: run it where nothing else runs. How busy the machine was before it began, and the processor time of each
answer, tell how far other work stood in the way.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import marked
from speed import Bound, Row, articles

MOST_MEMORY = 300
"""Megabytes that a process may have at its peak, however many documents come."""
LEAST_GAIN = 1.8
"""Two processes on two cores answer at least so many times as fast as one."""
MOST_WARM = 0.2
"""A run whose results are all in the store takes at most this part of the first."""
TRIES = 3
"""The quickest counts: what slows a run is other work."""
ARTICLE = 500
"""Words of the article that costs are told for."""
PRICE = 0.05
"""Dollars for an hour of one core, as a rented machine has it: an assumption, told with the figures."""

TOOL = [sys.executable, "-m", "stancecli", "batch", "-f", "jsonl", "-q"]


SHOWN: dict[str, list[str]] = {"throughput": [], "memory": [], "store": [], "cost": []}
"""The lines of all tables so far, by the mark that they belong to: parts may be measured one at a time."""


class Took(NamedTuple):
    """A run: seconds of the clock and of all processors, megabytes at the peak of the process and of its largest worker."""

    seconds: float
    processor: float
    memory: float
    worker: float


def main() -> None:
    parts: dict[str, Callable[[argparse.Namespace, Path], Iterator[Bound]]] = {
        "throughput": throughput,
        "memory": memory,
        "store": store,
    }
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=4000, help="articles for throughput (4,000)")
    parser.add_argument("--short", type=int, default=100_000, help="short documents for memory (100,000)")
    parser.add_argument("--kept", type=int, default=10_000, help="articles for the store (10,000)")
    parser.add_argument("--only", choices=parts, help="measure one part")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a figure is past its bound")
    parser.add_argument("--into", type=Path, metavar="FILE", help="write the figures between the marks in FILE")
    parser.add_argument("--cost", type=Path, metavar="FILE", help="write what it costs between the marks in FILE")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        bounds = [
            bound for name, part in parts.items() if args.only in (None, name) for bound in part(args, Path(folder))
        ]
    for mark, lines in SHOWN.items():
        file = args.cost if mark == "cost" else args.into
        if file and lines:
            marked.write(file, lines, mark)
    missed = [bound.name for bound in bounds if not bound.holds]
    if args.check and missed:
        sys.exit(f"past its bound: {'; '.join(missed)}")


def throughput(args: argparse.Namespace, folder: Path) -> Iterator[Bound]:
    """The same corpus with one process, two, and two Dask workers."""
    busy = os.getloadavg()[0]
    corpus, words = written(folder / "articles.jsonl", args.documents)
    with cluster(folder) as (address, pids):
        ways: dict[str, Callable[[], Took]] = {
            "1 process": lambda: run(corpus),
            "2 processes": lambda: run(corpus, "-p", "2"),
            "2 Dask workers": lambda: run(corpus, "--engine", "dask", "--scheduler", address, beside=pids),
        }
        tries = [{name: way() for name, way in ways.items()} for _ in range(TRIES)]
    runs = {name: min((each[name] for each in tries), key=lambda took: took.seconds) for name in ways}
    one = runs["1 process"].seconds
    rows = [
        (
            name,
            f"{took.seconds:.1f}",
            f"{words / took.seconds:,.0f}",
            f"{one / took.seconds:.2f}",
            f"{took.processor:.1f}",
        )
        for name, took in runs.items()
    ]
    title = f"Throughput: {args.documents:,} articles, {words:,} words, on {os.cpu_count()} cores"
    headings = ("answered by", "seconds", "words a second", "× one process", "seconds of processors")
    show("throughput", title, headings, rows, f"The load of the machine in the minute before: {busy:.1f}.")
    costs = [_cost(name, words / took.processor) for name, took in runs.items()]
    headings = ("answered by", "words a second of a processor", "core-hours", f"at ${PRICE:.2f} a core-hour")
    show("cost", f"A million articles of {ARTICLE} words", headings, costs)
    yield Bound(f"two processes, at least {LEAST_GAIN} × one", one / runs["2 processes"].seconds >= LEAST_GAIN)


def _cost(name: str, speed: float) -> Row:
    """What a million articles take of processors, which other work on the machine does not change."""
    hours = 1e6 * ARTICLE / speed / 3600
    return name, f"{speed:,.0f}", f"{hours:.1f}", f"${hours * PRICE:.2f}"


def memory(args: argparse.Namespace, folder: Path) -> Iterator[Bound]:
    """Many short documents: what a process has at its peak."""
    corpus, words = written(folder / "short.jsonl", args.short, characters=120)
    runs = {
        "1 process": run(corpus),
        "2 processes": run(corpus, "-p", "2"),
        "1 process, with a store": run(corpus, "--store", str(folder / "short.db")),
    }
    rows = [
        (
            name,
            f"{took.seconds:.0f}",
            f"{took.processor:.0f}",
            f"{took.memory:.0f}",
            f"{took.worker:.0f}" if took.worker else "–",
        )
        for name, took in runs.items()
    ]
    title = f"Memory: {args.short:,} documents of {words / args.short:.0f} words on average"
    headings = ("answered by", "seconds", "seconds of processors", "MB at the peak", "MB of a worker at the peak")
    show("memory", title, headings, rows)
    most = max(max(took.memory, took.worker) for took in runs.values())
    yield Bound(f"a process, at most {MOST_MEMORY} MB", most <= MOST_MEMORY)


def store(args: argparse.Namespace, folder: Path) -> Iterator[Bound]:
    """A run that keeps its results, and the same once more."""
    corpus, words = written(folder / "kept.jsonl", args.kept)
    file = folder / "kept.db"
    first, again = (run(corpus, "--store", str(file)) for _ in range(2))
    runs = {"without a store": run(corpus), "first run with a store": first, "the same again": again}
    rows = [
        (name, f"{took.seconds:.1f}", f"{took.processor:.1f}", f"{took.seconds / first.seconds:.2f}")
        for name, took in runs.items()
    ]
    title = f"The store: {args.kept:,} articles, {words:,} words; the store has {file.stat().st_size / 1e6:.0f} MB"
    show("store", title, ("run", "seconds", "seconds of processors", "of the first"), rows)
    yield Bound(f"a warm run, at most {MOST_WARM} of the first", again.seconds <= MOST_WARM * first.seconds)


def written(file: Path, count: int, characters: int | None = None) -> tuple[Path, int]:
    """A corpus of so many records, and its words; of each article no more than its first `characters`."""
    words = 0
    texts = [text[:characters] for text in articles()]
    with file.open("w", encoding="utf-8") as stream:
        for number, text in enumerate(islice(cycle(texts), count)):
            text = f"{text}\n\nThis is article {number}.\n"
            words += len(text.split())
            stream.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")
    return file, words


def run(corpus: Path, *args: str, beside: Sequence[int] = ()) -> Took:
    """Answer a corpus, into nothing, with the help of processes `beside`; ends the benchmark where that fails."""
    started, before = time.perf_counter(), _ended() + sum(map(spent, beside))
    process = subprocess.Popen([*TOOL, str(corpus), *args], stdout=subprocess.DEVNULL)
    own = worker = 0.0
    while process.poll() is None:
        own = max(own, peak(process.pid))
        worker = max([worker, *map(peak, children(process.pid))])
        time.sleep(0.05)
    seconds = time.perf_counter() - started
    if process.returncode:
        sys.exit(f"exit code {process.returncode} of {args}")
    took = Took(seconds, _ended() + sum(map(spent, beside)) - before, own, worker)
    print(f"{corpus.name} {' '.join(args)}: {took}", file=sys.stderr, flush=True)
    return took


def _ended() -> float:
    """Processor seconds of all children that have ended, and theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def spent(pid: int) -> float:
    """Processor seconds of a process that runs and of all below it."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK") + sum(map(spent, children(pid)))
    return 0.0


def peak(pid: int) -> float:
    """Megabytes that a process had at its peak so far, 0 where it has gone."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


def children(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            yield from map(int, task.read_text(encoding="ascii").split())


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """The address of a Dask scheduler with two workers of one thread each, on this machine, and their processes."""
    file = folder / "scheduler.json"
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    dask = [sys.executable, "-m"]
    scheduler = ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    worker = ["distributed.cli.dask_worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    named = ["--scheduler-file", str(file)]
    processes = [subprocess.Popen([*dask, *scheduler, *named], **quiet)]  # type: ignore[call-overload]
    try:
        while not (file.exists() and file.read_text(encoding="utf-8").endswith("}")):
            time.sleep(0.1)
        for number in range(2):
            places = ["--local-directory", str(folder / f"worker{number}")]
            processes.append(subprocess.Popen([*dask, *worker, *named, *places], **quiet))  # type: ignore[call-overload]
        time.sleep(5)  # until both have joined: a run begins with the first
        yield str(json.loads(file.read_text(encoding="utf-8"))["address"]), [process.pid for process in processes]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def show(mark: str, title: str, headings: Row, rows: list[Row], *notes: str) -> None:
    table = [f"| {' | '.join(row)} |" for row in (headings, tuple("---" for _ in headings), *rows)]
    lines = [f"### {title}", "", *table, "", *(line for note in notes for line in (note, ""))]
    print(*lines, sep="\n", flush=True)
    SHOWN[mark].extend(lines)


if __name__ == "__main__":
    main()
