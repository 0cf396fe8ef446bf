"""A summary on a terminal: a row for each group."""

from __future__ import annotations

from rich.console import Group as Lines
from rich.console import RenderableType

from stancecli.render.screen.canvas import AGAINST, FOR, NAME, QUIET, Canvas, Column, Layout, Row
from stancecli.render.screen.cells import FULL, counted, loaded
from stancecli.render.summarized import named, notes
from stancecli.summary.model import Estimate, Group, Summary

_BROAD = 100
"""Columns from which on every count has a column of its own."""

_COUNTS = (Column("Documents", ("documents",)), Column("Words", ("words",)))
_FIGURES = (Column("Loaded per 100", ("loaded", "between")), Column("Stances", ("score", "counts")))


def render(summary: Summary, canvas: Canvas) -> str:
    """A table with a column for each dimension, and what to know when reading it."""
    names = [Column(name.capitalize(), (name,), share=0.4) for name in summary.by]
    if canvas.run.width < _BROAD:
        names[-1] = Column(names[-1].heading, (*names[-1].fields, "size"), share=0.4)
        layout: Layout = [*names, *_FIGURES]
    else:
        layout = [*names, *_COUNTS, *_FIGURES]
    full = max([FULL, *(group.density.value for group in summary.groups if group.density)])
    rows = [_row(summary, group, canvas, full) for group in summary.groups]
    return canvas.draw(canvas.table(layout, [rows]), "", notes(summary, canvas))


def _row(summary: Summary, group: Group, canvas: Canvas, full: float) -> Row:
    density, score = group.density, group.score
    row: dict[str, RenderableType] = dict(zip(summary.by, named(summary, group, canvas), strict=True))
    documents, words = counted(group.documents, "document"), counted(group.words, "word")
    row |= {
        "documents": canvas.text(f"{group.documents:,}"),
        "words": canvas.text(f"{group.words:,}"),
        "size": Lines(canvas.text(documents, QUIET), canvas.text(words, QUIET)),
        "loaded": loaded(canvas, density.value if density else None, group.loaded, group.words, full),
    }
    if density and density.low is not None:
        row["between"] = canvas.text(between(density, 1, canvas), QUIET)
    if score:
        style = FOR if score.value > 0 else AGAINST if score.value < 0 else ""
        counts = f"{group.supports:,} for, {group.opposes:,} against, of {group.stances:,}"
        told = f" {between(score, 2, canvas)}" if score.low is not None else ""
        row["score"] = canvas.line((canvas.signed(score.value, 2), style or NAME), (told, QUIET))
        row["counts"] = canvas.text(counts, QUIET)
    return row


def between(estimate: Estimate, places: int, canvas: Canvas) -> str:
    """An interval in brackets: "[2.9 to 3.4]"."""
    if estimate.low is None or estimate.high is None:
        return ""
    ends = (estimate.low, estimate.high)
    low, high = (canvas.signed(end, places) if places > 1 else f"{end:.{places}f}" for end in ends)
    return f"[{low} to {high}]"
