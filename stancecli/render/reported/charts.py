"""Charts of a report, as figures that its template draws in SVG."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stancecli.model import AUTHOR, UNATTRIBUTED
from stancecli.overview import Category, Overview, Pair, Party, Period

ROWS = 20
"""Parties and categories in a chart."""

SIDE = 10
"""Targets and holders of a heat map."""

WIDTH, HEIGHT = 640, 160
"""Of the timeline, in its own units; a bar is 100 wide."""


class Bar(NamedTuple):
    """A row of a chart: what it tells of, and the lengths of its bars, 0 to 100."""

    row: Party | Category
    lengths: tuple[float, ...]


class Cell(NamedTuple):
    """A square of a heat map: how deep its colour is, 0.1 to 1, and its pair; None where nothing is known."""

    pair: Pair | None
    depth: float


class Heat(NamedTuple):
    """Rows of targets, columns of holders; `shown` of the `known` pairs have a square."""

    holders: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Cell]]]
    shown: int
    known: int


class Column(NamedTuple):
    """A column of the timeline, in its units."""

    period: Period
    x: float
    y: float
    width: float
    height: float


def densities(overview: Overview) -> list[Bar]:
    """Parties with enough words for a density, those with most loaded words first."""
    known = [party for party in overview.parties if party.density is not None]
    shown = sorted(known, key=lambda party: -party.loaded)[:ROWS]
    most = max((party.density or 0.0 for party in shown), default=0.0) or 1.0
    return [Bar(party, (round(100 * (party.density or 0.0) / most, 1),)) for party in shown]


def categories(overview: Overview) -> list[Bar]:
    """Categories, with a bar against and a bar for."""
    shown = overview.categories[:ROWS]
    most = max((one.against + one.favour for one in shown), default=0) or 1
    return [Bar(one, (round(100 * one.against / most, 1), round(100 * one.favour / most, 1))) for one in shown]


def heat(overview: Overview) -> Heat:
    """The holders and targets of the strongest pairs, as many as have room; the author and the unattributed first."""
    ranked = sorted(overview.pairs, key=lambda pair: (-pair.lead, -abs(pair.score), pair.holder, pair.target))
    holders: dict[str, None] = {}
    targets: dict[str, None] = {}
    for pair in ranked:
        if (len(holders) < SIDE or pair.holder in holders) and (len(targets) < SIDE or pair.target in targets):
            holders[pair.holder] = targets[pair.target] = None
    known = {(pair.holder, pair.target): pair for pair in ranked}
    columns = sorted(holders, key=lambda name: (name != AUTHOR, name != UNATTRIBUTED))
    rows = [(target, [_cell(known.get((holder, target))) for holder in columns]) for target in targets]
    shown = sum(cell.pair is not None for _, cells in rows for cell in cells)
    return Heat(columns, rows, shown, len(ranked))


def _cell(pair: Pair | None) -> Cell:
    return Cell(pair, round(max(0.1, abs(pair.score)), 2) if pair else 0.0)


def timeline(overview: Overview) -> list[Column]:
    """A column for each period, as high as authors are dense."""
    periods = overview.periods
    most = max((period.density or 0.0 for period in periods), default=0.0) or 1.0
    step = WIDTH / max(1, len(periods))
    columns = []
    for number, period in enumerate(periods):
        height = round(HEIGHT * (period.density or 0.0) / most, 1)
        columns.append(
            Column(
                period, round(number * step + step * 0.1, 1), round(HEIGHT - height, 1), round(step * 0.8, 1), height
            )
        )
    return columns


def highest(columns: Sequence[Column]) -> Column | None:
    """The first column of the greatest density; None where none is known, or all are 0."""
    top = max(columns, key=lambda column: column.period.density or 0.0, default=None)
    return top if top and top.period.density else None
