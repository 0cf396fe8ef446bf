"""`summarize`: what many documents add up to; each module here is a format, `render(summary, canvas) -> str`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from rich.text import Text

from stancecli.render.screen.canvas import QUIET
from stancecli.render.screen.cells import counted
from stancecli.summary.model import Group, Summary

if TYPE_CHECKING:
    from stancecli.render.screen.canvas import Canvas

FORMATS = ("table", "chart", "csv", "json")


def renderer(format: str) -> Callable[[Summary, Canvas], str]:
    """The `render` of one of `FORMATS`."""
    render: Callable[[Summary, Canvas], str] = import_module(f"{__name__}.{format}").render
    return render


def named(group: Group, canvas: Canvas) -> Sequence[Text]:
    """What a group is called, a dimension at a time."""
    return [canvas.text(name if name is not None else canvas.signs.none) for name in group.key]


def notes(summary: Summary, canvas: Canvas) -> Text:
    """What to know when reading it."""
    size = counted(summary.documents, "document")
    failed = f"{summary.unanswered:,} without an answer" if summary.unanswered else ""
    rare = f"{summary.rare:,} groups with few documents left out on the way" if summary.rare else ""
    first = f" {canvas.signs.dot} ".join(filter(None, [size, failed, rare, "Scores describe wording, not truth."]))
    estimates = (figure for group in summary.groups for figure in (group.density, group.score))
    if not any(figure is not None and figure.low is not None for figure in estimates):
        return canvas.text(first)
    second = (
        "In brackets: where nine of ten samples of the documents have the figure; of fewer than five nobody can tell."
    )
    return Text("\n").join([canvas.text(first), canvas.text(second, QUIET)])
