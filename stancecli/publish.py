"""From an order to a report that can be shared: read, answer, gather, and write one file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stancecli.errors import Exit, UsageError
from stancecli.model import Failure
from stancecli.output import refuse_inputs, written_whole
from stancecli.read import files
from stancecli.reading import Reading
from stancecli.render import Run
from stancecli.render.reported import Report, told
from stancecli.render.reported.html import render
from stancecli.render.screen.canvas import Canvas
from stancecli.render.screen.cells import counted
from stancecli.terminal import Messages


def publish(paths: Sequence[str], file: str, reading: Reading) -> Exit:
    """Write the report on all articles of `paths`; what could not be answered stands in it, and is told.

    Nothing is written where no article could be answered. Raises `StanceError` where the order cannot be used.
    """
    if file == "-":
        raise UsageError("name a file; a report is no text for a terminal", "-o -")
    output = Path(file)
    refuse_inputs([output], files(paths))
    tools = reading.tools()
    entries = {entry.id: entry for lexicon in tools.lexicons for entry in lexicon.entries}
    failures: list[Failure] = []
    articles = tuple(told(answer, entries) for answer in reading.answers(paths, tools, failures, records=True))
    if articles:
        first = articles[0].article.report
        title = first.title or first.id if len(articles) == 1 else f"Report on {len(articles):,} articles"
        with written_whole(output) as write:
            write(render(Report(title, articles, tuple(failures)), Canvas(Run(()))))
        if not reading.quiet:
            Messages().tell(f"{file}: {counted(len(articles), 'article')}")
    return Exit.INPUT if failures else Exit.FINE
