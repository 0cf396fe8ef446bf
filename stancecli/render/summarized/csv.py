"""A summary as CSV: a row for each group."""

from __future__ import annotations

from collections.abc import Iterator

from stancecli.render.ci.csv import Cell, row
from stancecli.render.screen.canvas import Canvas
from stancecli.summary.model import Estimate, Group, Summary

COLUMNS = (
    "kind", "documents", "statements", "words", "loaded", "density", "density_low", "density_high", "stances",
    "opposes", "supports", "score", "score_low", "score_high",
    "nameless",
)  # fmt: skip


def render(summary: Summary, canvas: Canvas) -> str:
    """The names of the columns, the dimensions first, then the groups; `canvas` has no say in it."""
    rows = (row([*group.key, *_cells(group)]) for group in summary.groups)
    return row([*summary.by, *COLUMNS]) + "".join(rows)


def _cells(group: Group) -> Iterator[Cell]:
    yield from (group.kind, group.documents, group.statements, group.words, group.loaded)
    yield from _figures(group.density)
    yield from (group.stances, group.opposes, group.supports)
    yield from _figures(group.score)
    yield " ".join(group.nameless)


def _figures(estimate: Estimate | None) -> tuple[Cell, Cell, Cell]:
    return (estimate.value, estimate.low, estimate.high) if estimate else (None, None, None)
