"""A summary as charts on a terminal: bars from nothing to the figure, with the interval drawn around their ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.text import Text

from stancecli.render.screen.canvas import AGAINST, FOR, NAME, NOTICE, QUIET, Canvas
from stancecli.render.summarized import named, notes
from stancecli.render.summarized.table import between
from stancecli.summary.model import Estimate, Group, Summary

_WIDEST = 140
_FEWEST_COLUMNS = 12


def render(summary: Summary, canvas: Canvas) -> str:
    """A chart of how loaded the groups are, and one of their stances."""
    full = max((top(group.density) for group in summary.groups if group.density), default=0.0) or 1.0
    parts = [
        *_chart("Loaded words per 100", summary, canvas, lambda group: group.density, 0.0, full, 1),
        *_chart(f"Stances, from against ({canvas.signs.minus}1) to for ({canvas.signs.plus}1)",
                summary, canvas, lambda group: group.score, -1.0, 1.0, 2),
        notes(summary, canvas),
    ]  # fmt: skip
    return canvas.draw(*parts)


def top(estimate: Estimate) -> float:
    """The highest figure that a chart has to show of an estimate."""
    return max(estimate.value, estimate.high or estimate.value)


def _chart(
    title: str,
    summary: Summary,
    canvas: Canvas,
    figure: Callable[[Group], Estimate | None],
    low: float,
    high: float,
    places: int,
) -> Iterator[Text]:
    """A line for each group that has the figure; nothing where none has."""
    shown = [(group, estimate) for group in summary.groups if (estimate := figure(group))]
    if not shown:
        return
    width = min(canvas.run.width, _WIDEST)
    told = [_told(estimate, places, canvas) for _, estimate in shown]
    names = [named(summary, group, canvas) for group, _ in shown]
    right = max(map(len, told))
    widths = _narrowed(
        [max(name.cell_len for name in column) for column in zip(*names, strict=True)], (width - right) // 2
    )
    columns = max(_FEWEST_COLUMNS, width - sum(widths) - right - 2 * len(widths) - 2)
    yield canvas.text(title, NAME)
    for (_, estimate), label, figures in zip(shown, names, told, strict=True):
        for name, room in zip(label, widths, strict=True):
            _fit(name, room, canvas)
        line = Text("  ").join([*label, drawn(estimate, low, high, columns, canvas), canvas.text(figures, QUIET)])
        line.no_wrap = True
        yield line
    yield Text()


def _narrowed(widths: list[int], room: int) -> list[int]:
    """Widths that have room together: the widest of them give way."""
    while sum(widths) > max(room, len(widths)):
        widths[widths.index(max(widths))] -= 1
    return widths


def _fit(name: Text, width: int, canvas: Canvas) -> None:
    """Make a name just so wide; what is left out shows as an ellipsis."""
    if name.cell_len > width:
        name.truncate(max(0, width - len(canvas.signs.more)))
        name.append(canvas.signs.more)
    name.truncate(width, pad=True)


def _told(estimate: Estimate, places: int, canvas: Canvas) -> str:
    value = canvas.signed(estimate.value, places) if places > 1 else f"{estimate.value:.{places}f}"
    return f"{value:>5} {between(estimate, places, canvas)}".rstrip()


def drawn(estimate: Estimate, low: float, high: float, columns: int, canvas: Canvas) -> Text:
    """A bar of so many columns for figures from `low` to `high`: from zero to the figure, its interval over it."""
    signs = canvas.signs

    def column(value: float) -> int:
        return min(columns - 1, max(0, round((value - low) / (high - low) * (columns - 1))))

    zero, end = column(0.0), column(estimate.value)
    cells = [(" ", "")] * columns
    bar = NOTICE if low == 0 else FOR if estimate.value > 0 else AGAINST
    for place in range(min(zero, end), max(zero, end) + 1):
        cells[place] = (signs.full, bar)
    if low < 0:
        cells[zero] = (signs.bar, QUIET)
    if estimate.low is not None and estimate.high is not None:
        first, last = column(estimate.low), column(estimate.high)
        for place in range(first, last + 1):
            cells[place] = (
                signs.empty if place not in (first, last) else signs.left if place == first else signs.right,
                QUIET,
            )
    cells[end] = (signs.point, bar)
    return canvas.line(*cells)
