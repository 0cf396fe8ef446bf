"""A comparison on a terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from stancecli.compare.model import Comparison
from stancecli.render.compared import Cell, Section, sheet
from stancecli.render.screen.canvas import NAME, NOTICE, QUIET, Canvas, Column

WIDEST = 140


def render(comparison: Comparison, canvas: Canvas) -> str:
    """What stands against what, then a table for each section."""
    made = sheet(comparison, canvas)
    parts: list[RenderableType] = [canvas.line((side[:1], NOTICE), side[1:]) for side in made.sides]
    for section in made.sections:
        parts += [Text(), canvas.text(section.title, NAME), Text(), _section(section, canvas)]
        if section.more:
            parts.append(canvas.text(f"{canvas.signs.more} {section.more} more: --format json", QUIET))
    parts += [Text(), canvas.text("Scores describe wording, not truth.", QUIET)]
    return canvas.signature + canvas.draw(*parts)


def _section(section: Section, canvas: Canvas) -> RenderableType:
    if section.note:
        return canvas.text(section.note, QUIET)
    sides = len(section.headings) - (2 if section.headings[0] == "What" else 1)
    first = 13 if section.headings[0] == "What" else 0
    free = min(canvas.run.width, WIDEST) - 2 * (len(section.headings) - 1) - first
    about = free * 2 // 5 if sides < 3 else free // 4
    each = (free - about) // sides
    widths = [*([first] if first else []), about, *[each] * sides]
    layout = [Column(heading, (str(i),)) for i, heading in enumerate(section.headings)]
    rows = [
        {str(i): _cell(cell, i == len(widths) - sides - 1, canvas) for i, cell in enumerate(row)}
        for row in section.rows
    ]
    return canvas.table(layout, [rows], widths)


def _cell(cell: Cell, named: bool, canvas: Canvas) -> Group:
    first, *others = cell or ("",)
    return Group(canvas.text(first, NAME if named else ""), *(canvas.text(line, QUIET) for line in others))
