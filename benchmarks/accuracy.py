"""Measure how right stancecli is on annotated news, and print the figures beside the floors that they must keep.

    accuracy.py CORPORA                         CORPORA is a folder with the files that README.md tells of
    accuracy.py CORPORA --cmd ".venv/bin/stancecli"
    accuracy.py CORPORA --into README.md        writes the table between the marks in that file as well

Ends with 1 where a figure is under its floor. A file that is not there is left out.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import marked
import stances

SCORE = Path(__file__).with_name("score.py")


class Corpus(NamedTuple):
    """A task, and the files on which it is scored: one that was never learned from, and one that may be read."""

    task: str
    name: str
    kept: str
    read: str | None = None


class Figure(NamedTuple):
    """A figure of `score.py`, what it tells, and under what it may not fall on what was kept."""

    name: str
    told: str
    floor: float | None = None


CORPORA = {
    Corpus("attribution", "PolNeAR", "polnear-check.jsonl", "polnear-train.jsonl"): [
        Figure("content_f1", "words of reported content, F1", 0.87),
        Figure("source_recall", "source right, of all", 0.71),
        Figure("source_accuracy_when_matched", "source right, of the contents found", 0.87),
        Figure("voice_accuracy", "voice right, of all words", 0.84),
        Figure("voice_accuracy_reported", "voice right, of reported words", 0.79),
        Figure("source_exact_f1", "sources exact, F1", 0.72),
        Figure("cue_exact_f1", "cues exact, F1", 0.67),
        Figure("content_exact_f1", "contents exact, F1", 0.60),
    ],
    Corpus("words", "BABE", "babe-check.jsonl", "babe-train.jsonl"): [
        Figure("word_f1", "loaded words, F1", 0.37),
        Figure("sentence_macro_f1_any_hit", "sentences with a loaded word, macro-F1"),
        Figure("sentence_macro_f1_best", "sentences by density, best threshold, macro-F1", 0.66),
        Figure("sentence_auc", "sentences by density, AUC", 0.72),
    ],
    Corpus("spans", "BASIL", "basil-check.jsonl", "basil-train.jsonl"): [
        Figure("lexical_span_recall", "loaded spans found", 0.45),
        Figure("hits_per_100_plain_words", "hits in 100 words that nobody marked"),
        Figure("voice_right_of_found", "voice right, of those found"),
        Figure("polarity_recall_mean", "polarity right, of those found", 0.65),
        Figure("target_right_of_found", "target right, of those found", 0.30),
    ],
    Corpus("stance", "NewsMTSC", "newsmtsc-check.jsonl", "newsmtsc-train.jsonl"): [
        Figure("macro_f1", "stance to a target, macro-F1", 0.64),
        Figure("accuracy", "stance to a target, accuracy"),
        Figure("several_macro_f1", "of several in a sentence, macro-F1", 0.62),
        Figure("shown_right", "rows that tables show as for or against, right"),
        Figure("shown_found", "targets with a polarity that have such a row"),
    ],
    Corpus("pronouns", "GUM", "gum-pronouns-open.jsonl"): [
        Figure("right_of_all", "he and she resolved, right of all", 0.75),
        Figure("right_of_answered", "he and she resolved, right of those answered", 0.85),
    ],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--cmd", default="stancecli", help="how to call the tool (stancecli)")
    parser.add_argument("--into", type=Path, metavar="FILE", help="write the table between the marks in FILE too")
    args = parser.parse_args()
    lines = ["| corpus | figure | floor | kept aside | read |", "| --- | --- | --- | --- | --- |"]
    missed: list[str] = []
    for corpus, figures in CORPORA.items():
        kept = score(corpus.task, args.corpora / corpus.kept, args.cmd)
        read = score(corpus.task, args.corpora / corpus.read, args.cmd) if corpus.read else {}
        if kept or read:
            lines += rows(corpus, figures, kept, read)
        missed += [f"{corpus.name}: {figure.told}" for figure in figures if under(figure, kept)]
    if len(lines) == 2:
        sys.exit(f"no corpus in {args.corpora}")
    print(*lines, sep="\n")
    if args.into:
        marked.write(args.into, lines)
    if missed:
        sys.exit(f"under its floor: {'; '.join(missed)}")


def score(task: str, gold: Path, cmd: str) -> dict[str, float]:
    """The figures of a file; none where it does not exist."""
    if not gold.exists():
        print(f"left out: {gold} is not there", file=sys.stderr)
        return {}
    command = [sys.executable, str(SCORE), task, str(gold), "--cmd", cmd, "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(done.returncode)
    figures: dict[str, float] = json.loads(done.stdout)
    return {**figures, **stances.measure(gold, cmd)} if task == "stance" else figures


def rows(corpus: Corpus, figures: list[Figure], kept: dict[str, float], read: dict[str, float]) -> Iterator[str]:
    for figure in figures:
        floor = "" if figure.floor is None else f"{figure.floor:.2f}"
        cells = [f"{found[figure.name]:.3f}" if found else "" for found in (kept, read)]
        yield f"| {' | '.join([corpus.name, figure.told, floor, *cells])} |"


def under(figure: Figure, kept: dict[str, float]) -> bool:
    return bool(kept) and figure.floor is not None and kept[figure.name] < figure.floor


if __name__ == "__main__":
    main()
