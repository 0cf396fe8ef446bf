"""Measure each category of loaded words: its hits, how many of them experts marked, its share of all weight.

    categories.py CORPORA                         a row for each category, on the BABE and BASIL files of README.md
    categories.py CORPORA --into README.md        writes the table between its marks in that file as well
    categories.py CORPORA --false                 instead, entries that are false nine times in ten where texts may be read

A hit is right where it overlaps a word or span that an expert marked. `marked` is the share of such hits; the share of
weight is that of all hits in the BABE files.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import marked
import score

READ = ("babe-train.jsonl", "basil-train.jsonl")
KEPT = "babe-check.jsonl"
HEAD = ["category", "BABE, kept aside", "marked", "BABE, read", "marked", "BASIL, read", "marked", "share of weight"]
FEWEST, FALSE = 10, 0.1
"""An entry is told where it has so many hits and at most this share of them is right."""


class Case(NamedTuple):
    """A hit in one of the files: its category and entry, its weight, whether an expert marked it."""

    file: str
    category: str
    entry: str
    weight: float
    right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--cmd", default="stancecli", help="how to call the tool (stancecli)")
    parser.add_argument("--into", type=Path, metavar="FILE", help="write the table between its marks in FILE too")
    parser.add_argument("--false", action="store_true", help="list entries that are nearly always false")
    args = parser.parse_args()
    files = READ if args.false else (KEPT, *READ)
    cases = [case for file in files for case in cases_of(args.corpora / file, args.cmd)]
    if not cases:
        sys.exit(f"no corpus in {args.corpora}")
    lines = list(false_entries(cases) if args.false else table(cases))
    print(*lines, sep="\n")
    if args.into and not args.false:
        marked.write(args.into, lines, "categories")


def cases_of(file: Path, cmd: str) -> Iterator[Case]:
    """The hits in a file; none where it does not exist."""
    if not file.exists():
        print(f"left out: {file} is not there", file=sys.stderr)
        return
    records = score.read(file)
    for number, record in enumerate(records):
        record["id"] = str(number)
    answers, _ = score.run(cmd, records)
    for record in records:
        spans = spans_of(record)
        for hit in answers[record["id"]]["hits"]:
            right = score.inside((hit["start"], hit["end"]), spans)
            yield Case(file.name, hit["category"], hit["entry"], hit["weight"], right)


def spans_of(record: dict[str, Any]) -> list[tuple[int, int]]:
    """What experts marked: words by their text in BABE, spans in BASIL."""
    if "spans" in record:
        return [(span["start"], span["end"]) for span in record["spans"] if span["bias"] == "lexical"]
    words = [rf"(?<!\w){re.escape(word.strip())}(?!\w)" for word in record["biased_words"]]
    return [found.span() for word in words for found in re.finditer(word, record["text"], re.IGNORECASE)]


def table(cases: list[Case]) -> Iterator[str]:
    """A row for each category, the most frequent first, then one for all."""
    by_category: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_category[case.category].append(case)
    whole = weight_of(cases)
    yield f"| {' | '.join(HEAD)} |"
    yield f"|{' --- |' * len(HEAD)}"
    for name in sorted(by_category, key=lambda name: (-len(by_category[name]), name)):
        yield row(name, by_category[name], whole)
    yield row("all", cases, whole)


def row(name: str, cases: list[Case], whole: float) -> str:
    cells = [name]
    for file in (KEPT, *READ):
        right = [case.right for case in cases if case.file == file]
        cells += [str(len(right)), f"{sum(right) / len(right):.2f}" if right else ""]
    return f"| {' | '.join(cells)} | {weight_of(cases) / whole:.2f} |"


def weight_of(cases: list[Case]) -> float:
    return sum(case.weight for case in cases if case.file.startswith("babe"))


def false_entries(cases: list[Case]) -> Iterator[str]:
    by_entry: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_entry[case.entry].append(case)
    for entry, found in sorted(by_entry.items(), key=lambda item: (-len(item[1]), item[0])):
        right = sum(case.right for case in found)
        if len(found) >= FEWEST and right <= FALSE * len(found):
            yield f"{entry}: {right} of {len(found)} right"


if __name__ == "__main__":
    main()
