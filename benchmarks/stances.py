"""Measure stances further than score.py does: sentences with several targets, and the rows that tables show.

    stances.py newsmtsc-check.jsonl --cmd ".venv/bin/stancecli"

`several_macro_f1` is macro-F1 over the sentences that have more than one target. A row is shown if it is for or against at the
confidence that `shown_confidence` of the settings names: `shown_right` is the share of those rows that are right, `shown_found`
the share of all targets with a polarity for which a right one is shown.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import score

from stancecli.settings import DEFAULT

SIGNS = {"opposes": -1, "neutral": 0, "supports": 1}


class Told(NamedTuple):
    """A target's polarity, and the signs and confidences of its rows."""

    polarity: int
    rows: tuple[tuple[int, float], ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cmd", default="stancecli", help="how to call the tool (stancecli)")
    args = parser.parse_args()
    print(json.dumps(measure(args.gold, args.cmd), indent=2))


def measure(path: Path, cmd: str) -> dict[str, float]:
    """The figures of a file."""
    gold = [{**record, "id": str(at), "targets": [record["target"]]} for at, record in enumerate(score.read(path))]
    answers, _ = score.run(cmd, gold)
    texts = Counter(record["text"] for record in gold)
    several = [record for record in gold if texts[record["text"]] > 1]
    told = list(tell(gold, answers))
    return {"several_macro_f1": score.stance(several, answers)["macro_f1"], **shown(told, DEFAULT.shown_confidence)}


def tell(gold: Sequence[dict[str, Any]], answers: dict[str, Any]) -> Iterator[Told]:
    """What is told of each target."""
    for record in gold:
        rows = [row for row in answers[record["id"]]["stances"] if row["target"] == record["target"]]
        told = tuple((SIGNS[row["label"]], row["confidence"]) for row in rows)
        yield Told(record["polarity"], told)


def shown(told: Sequence[Told], least: float) -> dict[str, float]:
    """How many rows for or against of that confidence are right, and how many targets with a polarity have one."""
    rows = [(sign, one.polarity) for one in told for sign, sure in one.rows if sign and sure >= least]
    polar = [one for one in told if one.polarity]
    found = sum(any(sign == one.polarity and sure >= least for sign, sure in one.rows) for one in polar)
    right = sum(sign == polarity for sign, polarity in rows)
    return {"shown_right": right / max(1, len(rows)), "shown_found": found / max(1, len(polar))}


if __name__ == "__main__":
    main()
