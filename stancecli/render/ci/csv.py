"""Rows of CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from stancecli.render.screen.plain import plain

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'")
"""A cell that begins so is run by some spreadsheet, or, with an apostrophe, would not be told from one made safe."""

Cell = str | float | bool | None


def row(cells: Iterable[Cell]) -> str:
    """One line. Texts are of one line and begin with an apostrophe where they could be a formula; numbers stay.

    `None` is an empty cell.
    """
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([_cell(cell) for cell in cells])
    return line.getvalue()


def pairs(values: Iterable[tuple[str, float]]) -> str:
    """Names and figures in one cell: `name-calling 2; praise 1`."""
    return "; ".join(f"{name} {value:g}" for name, value in values)


def failed(columns: Sequence[str], id: str, message: str) -> str:
    """The row of an input that could not be answered: its name first, the reason last."""
    return row([id, *[None] * (len(columns) - 2), message])


def _cell(cell: Cell) -> str | float | None:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if not isinstance(cell, str):
        return cell
    text = plain(cell).strip()
    return f"'{text}" if text.startswith(_FORMULA) else text
