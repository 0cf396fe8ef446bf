"""Coloured tables for people: one a document, or one row a document, or the evidence behind them."""

from __future__ import annotations

from collections.abc import Iterator

from stancecli.model import Answer
from stancecli.render import Run
from stancecli.render.screen import actors, documents, hits, quotes
from stancecli.render.screen.canvas import Canvas

VIEWS = {"actors": actors.show, "quotes": quotes.show, "hits": hits.show}


def render(run: Run) -> Iterator[str]:
    """A table for each document as it comes, with an empty line between, then the lexicons; failures only in a batch.

    Outside a batch a failure is told on standard error by the command and leaves nothing to show.
    """
    canvas = Canvas(run)
    if run.batch:
        if canvas.signature:
            yield canvas.signature
        yield from documents.show(canvas)
        return
    between, drawn = canvas.signature, 0
    used: set[str] = set()
    for result in run.results:
        if isinstance(result, Answer):
            yield between + VIEWS[run.view](canvas, result)
            between, drawn = "\n", drawn + 1
            used.update(result.report.stamp.lexicons)
    if drawn and run.view == "actors":
        yield ("\n" if drawn > 1 else "") + actors.lexicons(canvas, used)
