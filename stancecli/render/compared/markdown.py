"""A comparison as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stancecli.compare.model import Comparison
from stancecli.own import REFERENCE
from stancecli.render.compared import Section, sheet
from stancecli.render.explained.markdown import escaped
from stancecli.render.screen.canvas import Canvas


def render(comparison: Comparison, canvas: Canvas) -> str:
    """What stands against what, then a table for each section."""
    made = sheet(comparison, canvas)
    lines = [f"{REFERENCE}# Comparison", "", *(f"- {escaped(side)}" for side in made.sides), ""]
    for section in made.sections:
        lines += _section(section)
    return "\n".join([*lines, "Scores describe wording, not truth.", ""])


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {section.title}", "")
    if section.note:
        yield section.note
    else:
        yield _row(section.headings)
        yield _row(["---"] * len(section.headings))
        for row in section.rows:
            yield _row(["<br>".join(map(escaped, cell)) for cell in row])
    if section.more:
        yield from ("", f"… {section.more} more: `--format json`")
    yield ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
