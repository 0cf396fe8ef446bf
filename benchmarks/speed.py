"""Measure the speed of stancecli and print a Markdown table of each figure.

    speed.py                        every part, on the project's own articles
    speed.py --corpus FILE.jsonl    throughput on the `text` of your records instead
    speed.py --only growth          one part: start, memory, throughput, growth
    speed.py --check                exit with 1 where a figure is past its bound
    speed.py --into FILE.md         write the tables between the marks in FILE.md too

All times are processor time (user and system) and the best of several runs, so that other work on the machine
counts little. Figures are told as ratios too, for they hold on other machines.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import marked

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "examples" / "harbour.txt"
ARTICLES = [ARTICLE, *sorted((ROOT / "tests" / "golden" / "attribution").glob("*.txt"))]
BATCH = 60_000
"""Words of the generated batch."""
SMALLEST = 10_000
"""Words of the smallest text of a growth series; the others have two and four times as many."""
STAGES = ("clean", "segment", "label", "attribute", "identify", "match", "aim", "judge", "tally")

MOST_HELP = 10.0
"""Help and version may take so many times a bare interpreter's start."""
MOST_ARTICLE = 2.0
"""One article, cold, may take so many times `import nltk`."""
FEWEST_WORDS = 30_000
"""Words a second of the whole analysis, at least."""
MOST_TRYING = 5.0
"""Seconds in which the examples of all lexicons are tried."""
MOST_WEIGHTS = 20.0
"""Milliseconds that loading all weights may take."""
MOST_MEMORY = 120
"""Megabytes that one article may take at its peak."""
MOST_KEPT, MOST_ANEW = 60.0, 1500.0
"""Milliseconds from names of lexicons to all of them ready to match: where they are kept compiled, and where none is."""
MOST_MATCHING = 0.10
"""The share of the whole analysis that finding loaded words may take."""
MOST_GROWTH = 2.0
"""A text four times as long may take so many times as much for a word."""
LOADING = f"""
import gc
from time import process_time as now
at = [now()]
from stancecli import pipeline
from stancecli.model import Input
text = open({str(ARTICLE)!r}, encoding="utf-8").read()
at.append(now())
tools = pipeline.prepare()
for _ in range(2):
    at.append(now())
    list(pipeline.answer([Input(id="", data=text)], tools))
at.append(now())
from stancecli.attribute.label import labeller
from stancecli.stance.impression import impressions
from stancecli.stance.weigh import shipped
from stancecli.weights.loaded import factors
gc.disable()  # as in `answer`, which loads them: else it is all that is loaded by now which is looked through
for load in (labeller, shipped, impressions, factors):
    load.cache_clear()
at.append(now())
for load in (labeller, shipped, impressions, factors):
    load()
at.append(now())
print(*(after - before for before, after in zip(at, at[1:])))
"""

Row = tuple[str, ...]
SHOWN: list[str] = []
"""The lines of all tables so far."""


class Bound(NamedTuple):
    """A figure that must keep within what this project promises."""

    name: str
    holds: bool


class Process(NamedTuple):
    """What a process took: seconds of the processor, megabytes of memory at its peak."""

    seconds: float
    memory: float


def main() -> None:
    parts: dict[str, Callable[[argparse.Namespace], Iterator[Bound]]] = {
        "start": start,
        "memory": memory,  # before anything large is loaded here: a child begins with its parent's peak
        "throughput": throughput,
        "growth": growth,
    }
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="JSON Lines with a text in each record")
    parser.add_argument("--only", choices=parts, help="measure one part")
    parser.add_argument("--repeat", type=int, default=5, help="take the best of so many runs (5)")
    parser.add_argument("--words", type=int, default=SMALLEST, help=f"smallest text of a growth series ({SMALLEST})")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a figure is past its bound")
    parser.add_argument("--into", type=Path, metavar="FILE", help="write the tables between the marks in FILE too")
    args = parser.parse_args()
    bounds = [bound for name, part in parts.items() if args.only in (None, name) for bound in part(args)]
    if args.into:
        marked.write(args.into, SHOWN)
    missed = [bound.name for bound in bounds if not bound.holds]
    if args.check and missed:
        sys.exit(f"past its bound: {'; '.join(missed)}")


def start(args: argparse.Namespace) -> Iterator[Bound]:
    """Whole processes, from nothing to their end."""
    tool = [sys.executable, "-m", "stancecli"]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        'python -c "import nltk"': [sys.executable, "-c", "import nltk"],
        "stancecli --version": [*tool, "--version"],
        "stancecli --help": [*tool, "--help"],
        "stancecli lexicon list": [*tool, "lexicon", "list"],
        "stancecli lexicon test": [*tool, "lexicon", "test"],
        f"stancecli analyze {ARTICLE.relative_to(ROOT)}": [*tool, "analyze", str(ARTICLE)],
    }
    for command in commands.values():
        finish(command)  # writes the caches of bytecode and lexicons
    took = {name: min(finish(command).seconds for _ in range(args.repeat)) for name, command in commands.items()}
    bare, nltk = islice(took.values(), 2)
    rows = [(f"`{name}`", ms(s), f"{s / bare:.1f}", f"{s / nltk:.2f}") for name, s in took.items()]
    show("Start", ("command", "ms", "× `pass`", "× `import nltk`"), rows)
    version, shown, _, tried, article = islice(took.values(), 2, None)
    yield Bound(f"--version, at most {MOST_HELP:g} × pass", version <= MOST_HELP * bare)
    yield Bound(f"--help, at most {MOST_HELP:g} × pass", shown <= MOST_HELP * bare)
    yield Bound(f"one article, at most {MOST_ARTICLE:g} × import nltk", article <= MOST_ARTICLE * nltk)
    yield Bound(f"the examples of all lexicons, at most {MOST_TRYING:g} s", tried <= MOST_TRYING)


def memory(args: argparse.Namespace) -> Iterator[Bound]:
    """One article in a fresh process: memory at its peak, and what is loaded before the first word is read."""
    loading = [sys.executable, "-c", LOADING]
    # As the command line has it: what threads of NumPy's do that nobody uses would count as work of loading.
    took = [list(map(float, output(loading, OPENBLAS_NUM_THREADS="1").split())) for _ in range(args.repeat)]
    modules, lexicons, first, again, _, weights = map(min, zip(*took, strict=True))
    with TemporaryDirectory() as empty:
        anew = float(output(loading, STANCECLI_CACHE_DIR=empty).split()[1])
    bare = finish([sys.executable, "-c", "pass"]).memory
    article = finish([sys.executable, "-m", "stancecli", "analyze", str(ARTICLE)]).memory
    rows = [
        ("importing the pipeline", f"{ms(modules)} ms"),
        ("loading all lexicons, kept compiled, ready to match", f"{ms(lexicons)} ms"),
        ("the same, compiling them first", f"{ms(anew)} ms"),
        ("first article, with tables and weights to load", f"{ms(first)} ms"),
        ("the same article again", f"{ms(again)} ms"),
        ("loading all weights", f"{ms(weights)} ms"),
        ("memory at its peak, one article", f"{article:.0f} MB"),
        ("memory at its peak, `python -c pass`", f"{bare:.0f} MB"),
    ]
    show("Loading and memory", ("what", "figure"), rows)
    yield Bound(f"all weights, at most {MOST_WEIGHTS:g} ms", 1000 * weights <= MOST_WEIGHTS)
    yield Bound(f"one article, at most {MOST_MEMORY} MB", article <= MOST_MEMORY)
    yield Bound(f"loading lexicons, at most {MOST_KEPT:g} ms", 1000 * lexicons <= MOST_KEPT)
    yield Bound(f"compiling and loading lexicons, at most {MOST_ANEW:g} ms", 1000 * anew <= MOST_ANEW)


def throughput(args: argparse.Namespace) -> Iterator[Bound]:
    """Many articles in one warm process, and the share of each stage."""
    from stancecli.tokens import PIECE

    texts = corpus(args.corpus) if args.corpus else list(until(BATCH, cycle(articles())))
    words = sum(len(text.split()) for text in texts)
    analysis = Analysis()
    analysis.run(texts)
    whole, stages = min(analysis.run(texts) for _ in range(args.repeat))
    pieces = best(args.repeat, lambda: [PIECE.findall(text) for text in texts])
    rows: list[Row] = [
        ("texts, words", f"{len(texts):,}, {words:,}"),
        ("**whole analysis**, words a second", f"**{words / whole:,.0f}**"),
        ("one pass of the token pattern over the same text, words a second", f"{words / pieces:,.0f}"),
        ("whole analysis, of the speed of that pass", f"{pieces / whole:.4f}"),
    ]
    show("Throughput, one process", ("what", "figure"), rows)
    rows = [(name, f"{s:.3f}", f"{1e6 * s / words:.2f}", f"{s / whole:.0%}") for name, s in stages.items()]
    show("Stages", ("stage", "seconds", "µs a word", "share"), rows)
    yield Bound(f"whole analysis, at least {FEWEST_WORDS:,} words a second", words / whole >= FEWEST_WORDS)
    yield Bound(f"matching, at most {MOST_MATCHING:.0%} of the analysis", stages["match"] <= MOST_MATCHING * whole)


def growth(args: argparse.Namespace) -> Iterator[Bound]:
    """Odd texts of n, 2n and 4n words: the time for a word must not grow with the text."""
    analysis = Analysis()
    analysis.run(list(articles()))
    rows: list[Row] = []
    for name, make in SHAPES.items():
        costs: list[float] = []
        worst = ""
        for times in (1, 2, 4):
            text = make(times * args.words)
            whole, stages = min(analysis.run([text]) for _ in range(2))
            costs.append(1e6 * whole / len(text.split()))
            worst = max(stages, key=lambda stage: stages[stage])
        rows.append((name, *(f"{cost:.1f}" for cost in costs), f"{costs[2] / costs[0]:.2f}", worst))
        yield Bound(f"{name}: {costs[2] / costs[0]:.2f} × the time for a word", costs[2] <= MOST_GROWTH * costs[0])
    sizes = [f"µs a word, {times * args.words:,} words" for times in (1, 2, 4)]
    show("Growth", ("text", *sizes, "last / first", "slowest stage"), rows)


class Analysis:
    """The pipeline as the command line runs it, with a clock at every stage."""

    def __init__(self) -> None:
        from stancecli import pipeline
        from stancecli.render.jsonl import render

        self._pipeline, self._render = pipeline, render
        self._tools = pipeline.prepare()
        self._spent: dict[str, float] = {}
        for stage in STAGES:
            setattr(pipeline, stage, self._timed(stage, getattr(pipeline, stage)))

    def run(self, texts: Iterable[str]) -> tuple[float, dict[str, float]]:
        """Analyse the texts and write them as JSON Lines; seconds in all, and of each stage."""
        from stancecli.model import Input
        from stancecli.render import Run

        inputs = [Input(id=str(number), data=text) for number, text in enumerate(texts)]
        self._spent = dict.fromkeys(STAGES, 0.0)
        begun = time.process_time()
        for _ in self._render(Run(results=self._pipeline.answer(inputs, self._tools))):
            pass
        whole = time.process_time() - begun
        return whole, {**self._spent, "report and JSON": whole - sum(self._spent.values())}

    def _timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any) -> Any:
            begun = time.process_time()
            result = function(*args)
            self._spent[stage] += time.process_time() - begun
            return result

        return timed


def articles() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in ARTICLES]


def corpus(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines if line.strip()]


def until(words: int, texts: Iterable[str]) -> Iterator[str]:
    """So many of the texts that they hold `words` words."""
    for text in texts:
        yield text
        words -= len(text.split())
        if words <= 0:
            return


def prose(words: int) -> str:
    """Paragraphs of the project's articles, over and over."""
    paragraphs = chain.from_iterable(text.split("\n\n") for text in articles())
    return "\n\n".join(until(words, cycle(list(paragraphs))))


def odd_mark(words: int) -> str:
    paragraphs = prose(words).replace('"', "").split("\n\n")
    return "\n\n".join([paragraphs[0], f'"{paragraphs[1]}', *paragraphs[2:]])


def quotes(words: int) -> str:
    return "\n\n".join(until(words, (f'"It is a disgrace, number {n}," said Ida Lund.' for n in range(words))))


def names(words: int) -> str:
    """Someone else speaks in every sentence."""
    return "\n\n".join(until(words, (f"Ann {spelled(n)} said the plan was a scandal." for n in range(words))))


def spelled(number: int) -> str:
    """A surname for a number."""
    syllables = ("ba", "de", "ko", "lu", "mi", "no", "ra", "se", "ti", "vu")
    return "".join(syllables[int(digit)] for digit in f"{number:05}").capitalize()


SHAPES: dict[str, Callable[[int], str]] = {
    "plain articles, end to end": prose,
    "one odd quotation mark": odd_mark,
    "one line": lambda words: prose(words).replace("\n\n", " "),
    "one sentence": lambda words: re.sub(r"[.?!\"“”]", "", prose(words)).replace("\n\n", " "),
    "quotes and nothing else": quotes,
    "a new name in each sentence": names,
    "no capitals": lambda words: prose(words).lower(),
    "all capitals": lambda words: prose(words).upper(),
    "no letters": lambda words: re.sub(r"\w", "*", prose(words)),
    "quotation marks and nothing else": lambda words: '" ' * words,
    "full stops and nothing else": lambda words: ". " * words,
}


def environment() -> dict[str, str]:
    """The variables of this process, with caches of bytecode on."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def finish(command: list[str]) -> Process:
    """Run a command to its end."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT, env=environment())
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10  # bytes there, kilobytes elsewhere
    return Process(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def output(command: list[str], **variables: str) -> str:
    told = environment() | variables
    return subprocess.run(command, stdout=subprocess.PIPE, cwd=ROOT, env=told, check=True, text=True).stdout


def best(repeat: int, work: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(repeat):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f}"


def show(title: str, headings: Row, rows: Iterable[Row]) -> None:
    table = [f"| {' | '.join(row)} |" for row in (headings, tuple("---" for _ in headings), *rows)]
    lines = [f"### {title}", "", *table, ""]
    print(*lines, sep="\n", flush=True)
    SHOWN.extend(lines)


if __name__ == "__main__":
    main()
