"""Fit what hits count for by category and by place, on sentences and articles whose loaded words experts marked.

    python training/loaded.py CORPORA                 writes stancecli/weights/loaded.yaml
    python training/loaded.py CORPORA --measure       prints how the factors do on what they were not fitted on

Reads babe-train.jsonl and basil-train.jsonl. A hit is right where an expert marked one of its words. How often a hit
is right is taken for a product,

    chance = of the corpus x the entry's weight x factor of its category x factor of its place

which is fitted as a Poisson regression on logarithms with a ridge: a category or place with few hits stays near 1.
Nothing is learned of single words. Headlines are left out, since experts marked none in them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from stancecli.match.voice import Distances
from stancecli.model import Answer, Input, Speech
from stancecli.pipeline import answer, prepare
from stancecli.weights.loaded import FILE

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
import score
from categories import spans_of

CORPORA = ("babe", "basil")
DISTANCES = ("reported", "quoted", "scare quotes")
RIDGE = 5.0
FOLDS = 5
HEAD = """\
# What a hit counts for, beside the weight of its entry: made by training/loaded.py, read by stancecli/match.
# factor: what the weight is multiplied by. hits, marked: how many hits babe-train and basil-train have, and which
# share of them experts marked. docs/method.md explains, docs/models.md says how right it is.
"""


class Case(NamedTuple):
    """A hit: its corpus and text (their numbers), its entry's weight, its category and place, whether it is right."""

    corpus: int
    text: int
    weight: float
    category: str
    distance: str | None
    right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--measure", action="store_true")
    args = parser.parse_args()
    gold = [score.read(args.corpora / f"{name}-train.jsonl") for name in CORPORA]
    cases = [case for number, records in enumerate(gold) for case in cases_of(number, records)]
    if args.measure:
        measure(cases, gold[0])
    else:
        FILE.write_text("".join(lines(cases, fit(cases))), encoding="utf-8")


def cases_of(corpus: int, records: list[dict[str, Any]]) -> Iterator[Case]:
    tools = prepare()
    inputs = (Input(str(number), record["text"]) for number, record in enumerate(records))
    for number, (record, done) in enumerate(zip(records, answer(inputs, tools), strict=True)):
        assert isinstance(done, Answer), done
        report, parse = done.report, done.parse
        distances = Distances(parse, Speech(report.attributions, report.withheld))
        headlines = [part for part in parse.document.paragraphs if part.role == "headline"]
        spans = spans_of(record)
        for hit in report.hits:
            if any(part.start <= hit.start < part.end for part in headlines):
                continue
            weight, right = tools.terms.entry(hit.entry).weight, score.inside((hit.start, hit.end), spans)
            yield Case(corpus, number, weight, hit.category, distances.of(parse.starts.index(hit.start)), right)


def fit(cases: list[Case]) -> dict[str, float]:
    """The factor of each category and place. Those of categories are 1 in the mean over all hits."""
    names = [*sorted({case.category for case in cases}), *DISTANCES]
    design = np.array([[name in (case.category, case.distance) for name in names] for case in cases], dtype=float)
    design = np.hstack([np.eye(len(CORPORA))[[case.corpus for case in cases]], design])
    ridge = np.array([0.0] * len(CORPORA) + [RIDGE] * len(names))
    right = np.array([float(case.right) for case in cases])
    offset = np.log([case.weight for case in cases])
    logs = np.zeros(len(ridge))
    for _ in range(100):
        chance = np.exp(np.clip(design @ logs + offset, -10, 3))
        slope = design.T @ (right - chance) - ridge * logs
        step = np.linalg.solve((design.T * chance) @ design + np.diag(ridge + 1e-9), slope)
        logs += np.clip(step, -1, 1)
    found = dict(zip(names, logs[len(CORPORA) :], strict=True))
    mean = np.mean([found[case.category] for case in cases])
    return {name: round(float(np.exp(log - (0 if name in DISTANCES else mean))), 2) for name, log in found.items()}


def lines(cases: list[Case], factors: dict[str, float]) -> Iterator[str]:
    yield HEAD
    for part, of in (("categories", "category"), ("distances", "distance")):
        yield f"\n{part}:\n"
        for name, factor in factors.items():
            if (name in DISTANCES) == (of == "distance"):
                here = [case for case in cases if getattr(case, of) == name]
                yield f"  {name}: {{factor: {factor:.2f}, {', '.join(counts(here))}}}\n"


def counts(cases: list[Case]) -> Iterator[str]:
    for number, corpus in enumerate(CORPORA):
        right = [case.right for case in cases if case.corpus == number]
        yield f"{corpus}: {{hits: {len(right)}, marked: {np.mean(right) if right else 0:.2f}}}"


def measure(cases: list[Case], sentences: list[dict[str, Any]]) -> None:
    """AUC over hits (right or not) and over BABE's sentences, each weighed by factors fitted without its fifth."""
    weights = [case.weight for case in cases]
    print("the entries' weights  ", *figures(cases, weights, sentences))
    product = np.zeros(len(cases))
    for fold in range(FOLDS):
        factors = fit([case for case in cases if case.text % FOLDS != fold])
        for number, case in enumerate(cases):
            if case.text % FOLDS == fold:
                product[number] = case.weight * factors.get(case.category, 1) * factors.get(case.distance or "", 1)
    print("and categories, places", *figures(cases, product.tolist(), sentences))


def figures(cases: list[Case], weights: list[float], sentences: list[dict[str, Any]]) -> Iterator[str]:
    for number, corpus in enumerate(CORPORA):
        rows = [(weight, case.right) for weight, case in zip(weights, cases, strict=True) if case.corpus == number]
        yield f"hits of {corpus}: {score.auc(*map(list, zip(*rows, strict=True))):.3f}"
    sums: npt.NDArray[np.float64] = np.zeros(len(sentences))
    for weight, case in zip(weights, cases, strict=True):
        sums[case.text] += weight if CORPORA[case.corpus] == "babe" else 0
    densities = [total / max(8, len(score.WORD.findall(r["text"]))) for total, r in zip(sums, sentences, strict=True)]
    yield f"sentences of babe: {score.auc(densities, [record['biased'] for record in sentences]):.3f}"


if __name__ == "__main__":
    main()
