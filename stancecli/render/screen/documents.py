"""`batch`: one row a document, drawn as soon as it is known, then totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from stancecli.model import AUTHOR, UNATTRIBUTED, ActorRow, Failure, Report
from stancecli.render.screen.canvas import AGAINST, NAME, QUIET, Canvas, Column, Layout, Row
from stancecli.render.screen.cells import counted, loaded, shown, stances, wording

MAIN = 3

WIDE: Layout = (
    Column("Document", ("name", "title")),
    Column("Words", ("words", "actors")),
    Column("Author per 100", ("loaded",)),
    Column("Author's wording", ("wording",)),
    Column("Main stances", ("stances",)),
)
NARROW: Layout = (
    Column("Document", ("name", "title", "words", "actors")),
    Column("Author per 100", ("loaded", "wording")),
    Column("Main stances", ("stances",)),
)


WIDEST = 160


class _Totals:
    """What is summed while documents pass by, so that none has to be kept."""

    documents = failures = words = author_words = author_loaded = 0

    def add(self, report: Report, author: ActorRow | None) -> None:
        self.documents += 1
        self.words += report.words
        if author:
            self.author_words += author.words
            self.author_loaded += author.loaded


def show(canvas: Canvas) -> Iterator[str]:
    """The headings, a row for each result, the totals."""
    layout, widths = _columns(min(canvas.run.width, WIDEST))
    head = canvas.draw(canvas.table(layout, [], widths))
    yield head
    totals = _Totals()
    for result in canvas.run.results:
        if isinstance(result, Failure):
            totals.failures += 1
            yield canvas.draw(_failure(canvas, result), "")
        else:
            author = next((row for row in result.report.actors if row.name == AUTHOR), None)
            totals.add(result.report, author)
            row = _row(canvas, result.report, author)
            yield canvas.draw(canvas.table(layout, [[row]], widths, headings=False), "")
    rule = head.splitlines(keepends=True)[-1]
    yield rule + canvas.draw(canvas.table(layout, [[_sum(canvas, totals)]], widths, headings=False))


def _columns(width: int) -> tuple[Layout, Sequence[int]]:
    """The layout for a width, and the widths of its columns: fixed, as rows to come are not known."""
    if width < 96:
        free = width - 2 * (len(NARROW) - 1)
        middle = max(15, free // 4)
        name = (free - middle) * 2 // 5
        return NARROW, (name, middle, free - middle - name)
    size, bar = 12, 14
    free = width - 2 * (len(WIDE) - 1) - size - bar
    name, terms = free * 34 // 100, max(len("Author's wording"), free * 24 // 100)
    return WIDE, (name, size, bar, terms, free - name - terms)


def _row(canvas: Canvas, report: Report, author: ActorRow | None) -> Row:
    parties = sum(row.statements > 0 for row in report.actors if row.name not in (AUTHOR, UNATTRIBUTED))
    clear = [stance for stance in report.stances if shown(stance)]
    row: dict[str, RenderableType] = {
        "name": canvas.text(report.id, NAME),
        "words": canvas.text(counted(report.words, "word")),
        "actors": canvas.text(counted(parties, "actor"), QUIET),
        "loaded": loaded(canvas, author.density, author.loaded, author.words) if author else canvas.text(""),
        "wording": wording(canvas, (hit for hit in report.hits if hit.voice == AUTHOR)),
        "stances": stances(canvas, sorted(clear, key=lambda stance: -abs(stance.score))[:MAIN], holders=True),
    }
    return {**row, "title": canvas.text(report.title, QUIET)} if report.title else row


def _failure(canvas: Canvas, failure: Failure) -> Text:
    error = failure.error
    return canvas.line((f"! {error.place or failure.id}", AGAINST), f"  {error.message}")


def _sum(canvas: Canvas, totals: _Totals) -> Row:
    density = 100 * totals.author_loaded / totals.author_words if totals.author_words else None
    row: dict[str, RenderableType] = {
        "name": canvas.text(counted(totals.documents, "document"), NAME),
        "words": canvas.text(counted(totals.words, "word")),
        "loaded": loaded(canvas, density, totals.author_loaded, totals.author_words),
    }
    return {**row, "title": canvas.text(f"{totals.failures:,} failed", AGAINST)} if totals.failures else row
