"""Who stands where in twenty articles whose stances were set down by somebody who had not seen the rules.

A cell is a holder and a target; what the article leaves open is "absent", which a tool shows as no row or as a neutral one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from stancecli.model import Answer, Input
from stancecli.pipeline import answer, prepare

ARTICLES = sorted((Path(__file__).parent / "golden" / "stance").glob("*.yaml"))
SIGNS = {"opposes": -1, "neutral": 0, "absent": 0, "supports": 1}
FLOOR = 0.9
"""The share of cells that must be right."""


@cache
def cells() -> list[tuple[str, int, int]]:
    """Each cell by its article, holder and target, with the sign that it has and the one that is told."""
    golden = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in ARTICLES}
    found = []
    for result in answer([Input(id=name, data=one["text"]) for name, one in golden.items()], prepare()):
        assert isinstance(result, Answer)
        told = {(row.holder, row.target): SIGNS[row.label] for row in result.report.stances}
        for cell in golden[result.report.id]["stances"]:
            pair = cell["holder"], cell["target"]
            found.append((f"{result.report.id}: {' > '.join(pair)}", SIGNS[cell["stance"]], told.get(pair, 0)))
    return found


def test_there_are_twenty_articles() -> None:
    assert len(ARTICLES) == 20 and len(cells()) > 120


def test_most_cells_are_right() -> None:
    right = sum(expected == told for _, expected, told in cells())
    assert right >= FLOOR * len(cells()), f"{right} of {len(cells())}"


def test_no_cell_has_the_wrong_sign() -> None:
    assert [name for name, expected, told in cells() if expected * told < 0] == []
