"""`--view hits`: every loaded word in its sentence, whose it is and whom it strikes."""

from __future__ import annotations

from rich.text import Text

from stancecli.asked import asked
from stancecli.model import Answer, Hit, Span
from stancecli.render.screen.canvas import AGAINST, FOR, NAME, QUIET, Canvas, Column, Layout, Row
from stancecli.render.screen.cells import heading
from stancecli.render.screen.context import in_context

WIDE: Layout = (
    Column("Line:col", ("place",)),
    Column("Weight", ("weight", "negated")),
    Column("[Words] in their sentence", ("context",)),
    Column("Entry", ("entry", "category"), 0.2),
    Column("Voice, target", ("voice",), 0.22),
)
NARROW: Layout = (
    Column("Line:col", ("place", "weight", "negated")),
    Column("[Words] in their sentence", ("context",)),
    Column("Entry, voice, target", ("entry", "category", "voice"), 0.36),
)


def show(canvas: Canvas, answer: Answer) -> str:
    """All hits of one document, in order."""
    report = answer.report
    known = report.names
    rows = [_row(canvas, answer, hit) for hit in report.hits if asked(canvas.run.actors, hit.voice, known)]
    if not rows:
        return canvas.page(heading(canvas, report), canvas.text("No loaded words found.", QUIET))
    return canvas.page(heading(canvas, report), canvas.table(WIDE if canvas.run.width >= 108 else NARROW, [rows]))


def _row(canvas: Canvas, answer: Answer, hit: Hit) -> Row:
    style = FOR if hit.polarity > 0 else AGAINST
    row = {
        "place": canvas.text(f"{hit.line}:{hit.column}"),
        "weight": canvas.text(canvas.signed(hit.polarity * hit.weight), style),
        "context": in_context(canvas, answer.parse, (Span(hit.start, hit.end),), style),
        "entry": canvas.text(hit.entry),
        "category": canvas.text(hit.category, QUIET),
        "voice": _voice(canvas, hit),
    }
    return {**row, "negated": canvas.text("negated", QUIET)} if hit.negated else row


def _voice(canvas: Canvas, hit: Hit) -> Text:
    tie = (f" ({hit.relation})" if hit.relation else "", QUIET)
    return canvas.line(
        (hit.voice, NAME), (f" {canvas.signs.arrow} ", QUIET), hit.target or (canvas.signs.none, QUIET), tie
    )
