"""`summarize`: what many documents add up to; each module here is a format, `render(summary, canvas) -> str`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from rich.text import Text

from stancecli.nameless import SIGN, TOLD
from stancecli.render.screen.canvas import QUIET
from stancecli.render.screen.cells import counted
from stancecli.summary.model import Dimension, Group, Summary

if TYPE_CHECKING:
    from stancecli.render.screen.canvas import Canvas

FORMATS = ("table", "chart", "csv", "json")


def renderer(format: str) -> Callable[[Summary, Canvas], str]:
    """The `render` of one of `FORMATS`."""
    render: Callable[[Summary, Canvas], str] = import_module(f"{__name__}.{format}").render
    return render


def named(summary: Summary, group: Group, canvas: Canvas) -> Sequence[Text]:
    """What a group is called, a dimension at a time; a sign tells what may be several."""
    dims = zip(summary.by, group.key, strict=True)
    return [
        canvas.text(canvas.signs.none if name is None else f"{name}{SIGN}" if _may_be_several(group, by) else name)
        for by, name in dims
    ]


def _may_be_several(group: Group, by: Dimension) -> bool:
    return group.documents > 1 and by in group.nameless


def notes(summary: Summary, canvas: Canvas) -> Text:
    """What to know when reading it."""
    size = counted(summary.documents, "document")
    failed = f"{summary.unanswered:,} without an answer" if summary.unanswered else ""
    rare = f"{summary.rare:,} groups with few documents left out on the way" if summary.rare else ""
    first = f" {canvas.signs.dot} ".join(filter(None, [size, failed, rare, "Scores describe wording, not truth."]))
    lines = [canvas.text(first)]
    if any(_may_be_several(group, by) for group in summary.groups for by in summary.by):
        lines.append(canvas.text(f"{TOLD} document.", QUIET))
    estimates = (figure for group in summary.groups for figure in (group.density, group.score))
    if any(figure is not None and figure.low is not None for figure in estimates):
        told = "In brackets: where nine of ten samples of the documents have the figure; of fewer than five nobody can tell."
        lines.append(canvas.text(told, QUIET))
    return Text("\n").join(lines)
