"""The stance table: who says what in a document, how loaded it is, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group
from rich.text import Text

from stancecli.asked import asked
from stancecli.model import AUTHOR, UNATTRIBUTED, ActorRow, Answer, Report, Stance
from stancecli.render import no_actor
from stancecli.render.screen.canvas import NAME, NOTICE, QUIET, Canvas, Column, Layout, Row
from stancecli.render.screen.cells import FULL, counted, heading, loaded, shown, stances, wording
from stancecli.render.screen.framing import framed, treatment
from stancecli.settings import DEFAULT

WIDE: Layout = (
    Column("Actor", ("name", "kind")),
    Column("Said", ("said",)),
    Column("Loaded per 100", ("loaded",)),
    Column("Strongest wording", ("wording",)),
    Column("Stance", ("stances",)),
    Column("Framed by author", ("framed",)),
)
MEDIUM: Layout = (
    Column("Actor", ("name", "kind", "said")),
    Column("Loaded per 100", ("loaded",)),
    Column("Strongest wording", ("wording",)),
    Column("Stance, framing", ("stances", "framed")),
)
NARROW: Layout = (
    Column("Actor", ("name", "kind", "said")),
    Column("Loaded per 100", ("loaded", "wording")),
    Column("Stance, framing", ("stances", "framed")),
)

KINDS = {AUTHOR: "the article itself", UNATTRIBUTED: "speaker unknown"}


def show(canvas: Canvas, answer: Answer) -> str:
    """The stance table of one document, with its heading and what to know when reading it."""
    report = answer.report
    held = _held(report)
    known = report.names
    kept = [row for row in report.actors if _has_row(canvas, report, row, held.get(row.name, ()), known)]
    full = max([FULL, *(row.density for row in kept if row.density is not None)])
    parties = sorted((row for row in kept if row.name not in KINDS), key=lambda row: (_is_plain(row, held), -row.words))
    apart = sorted((row for row in kept if row.name in KINDS), key=lambda row: row.name != AUTHOR)
    sections = [[_row(canvas, report, row, held, full) for row in rows] for rows in (parties, apart) if rows]
    layout = WIDE if canvas.run.width >= 108 else MEDIUM if canvas.run.width >= 74 else NARROW
    if not kept:
        return canvas.page(heading(canvas, report), _notes(canvas, report, kept))
    told = treatment(canvas, report.treatment)
    notes = (told, _notes(canvas, report, kept)) if told else (_notes(canvas, report, kept),)
    return canvas.page(heading(canvas, report), canvas.table(layout, sections), *notes)


def _held(report: Report) -> dict[str, list[Stance]]:
    """Stances by holder; neutral ones only to targets that were asked for."""
    held: dict[str, list[Stance]] = {}
    for stance in report.stances:
        if shown(stance) or stance.target in report.targets:
            held.setdefault(stance.holder, []).append(stance)
    return held


def _has_row(canvas: Canvas, report: Report, row: ActorRow, held: Sequence[Stance], known: Sequence[str]) -> bool:
    """Parties that are merely mentioned have none, unless they were asked for by name."""
    if canvas.run.actors:
        return asked(canvas.run.actors, row.name, known)
    if row.name == UNATTRIBUTED:
        return bool(row.words or row.loaded or held)
    return row.name == AUTHOR or bool(row.statements or row.loaded or held) or row.name in report.targets.values()


def _is_plain(row: ActorRow, held: dict[str, list[Stance]]) -> bool:
    """Whether there are words of this party and nothing to say of them: such rows come last."""
    marked = row.framed.cues or row.framed.hedges or row.framed.scare_quotes
    return not (row.loaded or marked or held.get(row.name))


def _row(canvas: Canvas, report: Report, row: ActorRow, held: dict[str, list[Stance]], full: float) -> Row:
    return {
        "name": canvas.text(row.name, NAME),
        "kind": canvas.text(KINDS.get(row.name, row.kind), QUIET),
        "said": _said(canvas, row),
        "loaded": loaded(canvas, row.density, row.loaded, row.words, full),
        "wording": wording(canvas, (hit for hit in report.hits if hit.voice == row.name)),
        "stances": stances(canvas, held.get(row.name, ()), asked=report.targets),
        "framed": framed(canvas, row),
    }


def _said(canvas: Canvas, row: ActorRow) -> Group:
    if not (row.words or row.statements or row.name in KINDS):
        return Group(canvas.text(counted(len(row.mentions), "mention")))
    words = [canvas.text(counted(row.words, "word"))]
    if row.name == AUTHOR:
        return Group(*words)
    if row.framed.quoted_words:
        words.append(canvas.text(f"{row.framed.quoted_words:,} quoted", QUIET))
    return Group(canvas.text(counted(row.statements, "statement")), *words)


def _notes(canvas: Canvas, report: Report, kept: Sequence[ActorRow]) -> Text:
    quoted, attributed = report.quoted_words, report.quoted_words_attributed
    share = (
        f"{attributed:,} of {quoted:,} quoted words have a speaker ({attributed / quoted:.0%})"
        if quoted
        else "Nothing quoted"
    )
    lines = [
        canvas.text(f"{share} {canvas.signs.dot} Scores describe wording, not truth."),
        canvas.text("Evidence: --view quotes, --view hits", QUIET),
    ]
    if any(row.density is None for row in kept):
        few = f"{canvas.signs.none} under {DEFAULT.density_minimum_words} words: too few to tell loaded words per 100"
        lines.insert(1, canvas.text(few, QUIET))
    if any(
        stance.target in report.targets and stance.label != "neutral" and not shown(stance) for stance in report.stances
    ):
        lines.append(canvas.text("? unsure: shown because it was asked for", QUIET))
    names = report.names
    missing = [name for name in canvas.run.actors if not any(asked([name], row.name, names) for row in kept)]
    lines[:0] = [canvas.text(no_actor(name, names), NOTICE) for name in missing]
    return Text("\n").join(lines)


def lexicons(canvas: Canvas, names: Iterable[str]) -> str:
    """What the loaded words of all tables were found by."""
    return canvas.draw(canvas.text(f"Lexicons: {', '.join(_folded(names)) or 'none'}", QUIET))


def _folded(names: Iterable[str]) -> Iterator[str]:
    """Names in order; those that are alike up to a hyphen as one, with their number: "cues (6)"."""
    for prefix, alike in groupby(sorted(names), lambda name: name.partition("-")[0]):
        first, *others = alike
        yield f"{prefix} ({1 + len(others)})" if others else first
