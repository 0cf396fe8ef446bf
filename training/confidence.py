"""Fit the constants of `stancecli/attribute/confidence.py` on articles that a labeller has not learned from.

    python training/attribution.py CORPORA MODEL LARGER --fold 5 --out fold5.npz
    python training/confidence.py CORPORA fold5.npz --fold 5

Prints the constants, and how often the source was right above each confidence. "Right" is what
benchmarks/score.py calls right: the annotated source of most of the content shares a telling word.
The fit is made a quarter steeper (`SHARPER`): seen from the test side it is too cautious.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from attribution import FOLDS
from msgspec.structs import replace

from examples import cue_index, parse_of, records
from stancecli.attribute import rules
from stancecli.attribute.confidence import CEILING, FLOOR, FOUND
from stancecli.attribute.label import Labeller
from stancecli.attribute.roles import Reading
from stancecli.attribute.scene import Scene
from stancecli.attribute.speech import links_of
from stancecli.attribute.withheld import withheld
from stancecli.weights import read

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
import score

SHARPER = 1.27
RIDGE = 1.0


class Case(NamedTuple):
    how: str
    source: float
    cue: float
    content: float
    right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--fold", type=int, required=True)
    args = parser.parse_args()
    kept = [r for n, r in enumerate(records(args.corpora / "polnear-train.jsonl")) if n % FOLDS == args.fold]
    cases = [case for case in cases_of(kept, Labeller(read(args.weights))) if case.how in FOUND]
    constants = fit(cases) * SHARPER
    names = [*FOUND, "SOURCE", "CUE", "CONTENT"]
    print(dict(zip(names, constants.round(2).tolist(), strict=True)))
    chances = 1 / (1 + np.exp(-design(cases) @ constants))
    right = np.array([case.right for case in cases])
    for least in (0.95, 0.9, 0.8, 0.7, 0.5):
        above = chances > least
        print(f"above {least}: {above.mean():.0%} of the attributions, {right[above].mean():.0%} right")


def cases_of(kept: list[dict[str, Any]], labeller: Labeller) -> list[Case]:
    """Each attribution with a source, and whether it is right."""
    cues = cue_index()
    cases = []
    for record in kept:
        parse = parse_of(record)
        known = cues.find(parse.words)
        [(tags, labels, belief)] = labeller.label([parse], [known])
        scene = Scene(replace(parse, tags=tags))
        reading = Reading(known, labels, belief, rules.label(scene, known))
        for link in links_of(scene, reading, withheld(scene).cues):
            if link.source and link.cue:
                beliefs = belief.source(link.source), belief.cue(link.cue), belief.content(*link.contents)
                spans = {
                    "source": [parse.span(*link.source)],
                    "content": [parse.span(*content) for content in link.contents],
                }
                cases.append(Case(link.how, *beliefs, is_right(record, spans)))
    return cases


def is_right(record: dict[str, Any], found: dict[str, Any]) -> bool:
    text = record["text"]
    shared: Counter[int] = Counter()
    for number, annotated in enumerate(record["attributions"]):
        for start, end in annotated["content"]:
            shared[number] += sum(max(0, min(end, stop) - max(start, first)) for first, stop in found["content"])
    if not shared.total():
        return False
    source = record["attributions"][shared.most_common(1)[0][0]]["source"]
    return bool(
        source and score.plausible(text, found) and score.names(text, source) & score.names(text, found["source"])
    )


def design(cases: list[Case]) -> np.ndarray:
    beliefs = np.clip(np.array([case[1:4] for case in cases]), FLOOR, CEILING)
    hows = np.array([[case.how == how for how in FOUND] for case in cases], dtype=float)
    return np.concatenate([hows, np.log(beliefs / (1 - beliefs))], axis=1)


def fit(cases: list[Case]) -> np.ndarray:
    """Logistic regression with a small ridge, by Newton's method."""
    x, y = design(cases), np.array([case.right for case in cases], dtype=float)
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        chances = 1 / (1 + np.exp(-x @ weights))
        curvature = x.T @ (x * (chances * (1 - chances))[:, None]) + RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(curvature, x.T @ (y - chances) - RIDGE * weights)
    return weights


if __name__ == "__main__":
    main()
