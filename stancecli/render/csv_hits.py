"""CSV of hits with their sentences, and an empty column for whoever codes them by hand."""

from __future__ import annotations

from collections.abc import Iterator

from stancecli.findings import Finding, findings, sentence_of
from stancecli.model import Answer, Failure
from stancecli.render import Run
from stancecli.render.ci.csv import Cell, failed, row

COLUMNS = (
    "document", "line", "column", "text", "sentence", "category", "entry", "weight", "negated", "voice", "target",
    "relation", "key", "coder", "error",
)  # fmt: skip


def render(run: Run) -> Iterator[str]:
    """The names of the columns, then rows as results come; the last column tells why an input has no answer."""
    yield row(COLUMNS)
    for result in run.results:
        if isinstance(result, Failure):
            yield failed(COLUMNS, result.id, result.error.message)
        else:
            yield from (row(_cells(found, result)) for found in findings(result))


def _cells(found: Finding, answer: Answer) -> list[Cell]:
    hit = found.hit
    return [
        answer.report.id, found.line, found.start.column if found.start else None, hit.text,
        sentence_of(answer.parse, hit), hit.category, hit.entry, hit.polarity * hit.weight, hit.negated, hit.voice,
        hit.target, hit.relation, found.key, None, None,
    ]  # fmt: skip
