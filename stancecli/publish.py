"""From an order to a report that can be shared: read, answer, gather, and write one file."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from stancecli.earlier import earlier, holds_results
from stancecli.errors import Exit, UsageError
from stancecli.model import Answer, Failure, Report
from stancecli.output import refuse_inputs, written_whole
from stancecli.pipeline import Tools
from stancecli.read import files
from stancecli.reading import Reading
from stancecli.render import Run
from stancecli.render.reported import Page, told
from stancecli.render.reported.html import render
from stancecli.render.screen.canvas import Canvas
from stancecli.render.screen.cells import counted
from stancecli.terminal import Messages


def publish(paths: Sequence[str], file: str, reading: Reading) -> Exit:
    """Write the report on all articles and results of `paths`; what could not be answered stands in it, and is told.

    Nothing is written where no article could be answered. Raises `StanceError` where the order cannot be used.
    """
    if file == "-":
        raise UsageError("name a file; a report is no text for a terminal", "-o -")
    output = Path(file)
    refuse_inputs([output], files(paths))
    tools = reading.tools()
    entries = {entry.id: entry for lexicon in tools.lexicons for entry in lexicon.entries}
    failures: list[Failure] = []
    articles = tuple(told(result, entries) for result in _results(paths, reading, tools, failures))
    if articles:
        first = articles[0].article.report
        title = first.title or first.id if len(articles) == 1 else f"Report on {len(articles):,} articles"
        with written_whole(output) as write:
            write(render(Page(title, articles, tuple(failures)), Canvas(Run(()))))
        if not reading.quiet:
            unread = f", {len(failures):,} could not be read" if failures else ""
            Messages().tell(f"{file}: {counted(len(articles), 'article')}{unread}; open it in a browser")
    return Exit.INPUT if failures else Exit.FINE


def _results(
    paths: Sequence[str], reading: Reading, tools: Tools, failures: list[Failure]
) -> Iterator[Answer | Report]:
    """What there is to report on, in the order of `paths`: results of earlier runs as they are, articles answered."""
    messages = Messages()
    for known, row in groupby(paths, holds_results):
        if not known:
            yield from reading.answers(list(row), tools, failures, records=True, stdin=sys.stdin.buffer)
            continue
        for result in (one for path in row for one in earlier(path)):
            if isinstance(result, Failure):
                failures.append(result)
                messages.tell(f"{result.error.place or result.id}: {result.error.message}")
            else:
                yield result
