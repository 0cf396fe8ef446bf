"""`--view quotes`: every attribution, and how its source was resolved."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from stancecli.asked import asked
from stancecli.model import UNATTRIBUTED, Answer, Attribution, Cue, Source, Withheld
from stancecli.render.screen.canvas import AGAINST, FOR, NAME, NOTICE, QUIET, Canvas, Column, Layout, Row
from stancecli.render.screen.cells import heading
from stancecli.render.screen.context import in_context

WIDE: Layout = (
    Column("#", ("number",)),
    Column("Source", ("source",), 0.22),
    Column("Cue", ("cue",), 0.18),
    Column("Kind", ("kind",)),
    Column("[Content] in its sentence", ("content",)),
)
NARROW: Layout = (
    Column("#", ("number",)),
    Column("Source, cue, kind", ("source", "cue", "kind"), 0.36),
    Column("[Content] in its sentence", ("content",)),
)
CONTENT = "cyan"
TILTS = {"neutral": "", "doubtful": NOTICE, "endorsing": FOR, "hostile": AGAINST}


def show(canvas: Canvas, answer: Answer) -> str:
    """All attributions of one document in order, then the speech that was refused or is missing."""
    report = answer.report
    known = report.names

    def is_wanted(actor: str | None) -> bool:
        return asked(canvas.run.actors, actor or UNATTRIBUTED, known)

    spoken = [_row(canvas, answer, each) for each in report.attributions if is_wanted(_actor(each.source))]
    refused = [_refused(canvas, answer, each) for each in report.withheld if is_wanted(each.actor)]
    if not spoken and not refused:
        quoted = bool(report.attributions or report.withheld)
        note = "Nothing is quoted of whom you asked for." if quoted and canvas.run.actors else "Nobody is quoted."
        return canvas.page(heading(canvas, report), canvas.text(note, QUIET))
    layout = WIDE if canvas.run.width >= 108 else NARROW
    sections = [rows for rows in (spoken, refused) if rows]
    return canvas.page(heading(canvas, report), canvas.table(layout, sections))


def _actor(source: Source | None) -> str | None:
    return source.actor if source else None


def _row(canvas: Canvas, answer: Answer, attribution: Attribution) -> Row:
    written = attribution.source.text if attribution.source else None
    return {
        "number": canvas.text(str(attribution.id), QUIET),
        "source": _resolved(canvas, written, _actor(attribution.source)),
        "cue": _cue(canvas, attribution.cue),
        "kind": canvas.text(f"{attribution.kind} {attribution.confidence:.2f}", QUIET),
        "content": in_context(canvas, answer.parse, attribution.content.spans, CONTENT),
    }


def _refused(canvas: Canvas, answer: Answer, withheld: Withheld) -> Row:
    text = answer.parse.document.text
    written = text[slice(*withheld.source)] if withheld.source else None
    return {
        "number": canvas.text(canvas.signs.none, QUIET),
        "source": _resolved(canvas, written, withheld.actor),
        "kind": canvas.text("withheld", QUIET),
        "content": in_context(canvas, answer.parse, withheld.spans, NOTICE),
    }


def _resolved(canvas: Canvas, written: str | None, actor: str | None) -> Text:
    """The source as written and the actor that it stands for, where the words differ."""
    if written is None or written == actor:
        return canvas.text(actor or "no source", NAME if actor else QUIET)
    known = (actor, NAME) if actor and actor != UNATTRIBUTED else (UNATTRIBUTED, QUIET)
    return canvas.line(written, (f" {canvas.signs.arrow} ", QUIET), known)


def _cue(canvas: Canvas, cue: Cue | None) -> Text:
    if cue is None:
        return canvas.text("no cue", QUIET)
    return canvas.line((cue.text, TILTS[cue.tilt]), (f" ({', '.join(_notes(cue))})" if any(_notes(cue)) else "", QUIET))


def _notes(cue: Cue) -> Iterator[str]:
    if cue.tilt != "neutral":
        yield cue.tilt
    if cue.hedged:
        yield f"hedged: {', '.join(cue.hedges)}" if cue.hedges else "hedged"
    if cue.denied:
        yield "denied"
