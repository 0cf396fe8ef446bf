"""CSV of actors: a row for each actor of each document."""

from __future__ import annotations

from collections.abc import Iterator

from stancecli.model import ActorRow, Failure, Report
from stancecli.render import Run
from stancecli.render.ci.csv import Cell, failed, pairs, row

COLUMNS = (
    "document", "title", "outlet", "date", "actor", "kind", "mentions", "statements", "words", "loaded", "density",
    "intensity", "categories", "tilts", "stances", "error",
)  # fmt: skip


def render(run: Run) -> Iterator[str]:
    """The names of the columns, then rows as results come; the last column tells why an input has no answer."""
    yield row(COLUMNS)
    for result in run.results:
        if isinstance(result, Failure):
            yield failed(COLUMNS, result.id, result.error.message)
        else:
            yield "".join(row(_cells(result.report, actor)) for actor in result.report.actors)


def _cells(report: Report, actor: ActorRow) -> list[Cell]:
    stances = ((stance.target, stance.score) for stance in report.stances if stance.holder == actor.name)
    return [
        report.id, report.title, report.outlet, report.date, actor.name, actor.kind, len(actor.mentions),
        actor.statements, actor.words, actor.loaded, actor.density, actor.intensity,
        pairs(actor.categories.items()), pairs(actor.framed.tilts.items()), pairs(stances), None,
    ]  # fmt: skip
