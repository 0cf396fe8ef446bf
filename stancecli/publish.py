"""From an order to a report that can be shared: read, answer, gather, and write one file."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from itertools import groupby
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from stancecli.earlier import earlier, earlier_in, holds_results, told_of
from stancecli.errors import Exit, UsageError
from stancecli.model import Answer, Failure, Report
from stancecli.output import refuse_inputs, written_whole
from stancecli.paths import failure, legible
from stancecli.pipeline import Tools
from stancecli.read import STDIN, files
from stancecli.reading import Reading
from stancecli.render import Run
from stancecli.render.reported import Page, told
from stancecli.render.reported.html import render
from stancecli.render.screen.canvas import Canvas
from stancecli.render.screen.cells import counted
from stancecli.streams import unpacked
from stancecli.terminal import Messages

ENDINGS = ("", ".html", ".htm")
"""How the file may end: under another name it would not be opened in a browser."""


def publish(paths: Sequence[str], file: str, reading: Reading) -> Exit:
    """Write the report on all articles and results of `paths`; what could not be answered stands in it, and is told.

    Nothing is written where no article could be answered. Raises `StanceError` where the order cannot be used.
    """
    if file == "-":
        raise UsageError("name a file; a report is no text for a terminal", "-o -")
    output = Path(file)
    if output.suffix.lower() not in ENDINGS:
        raise UsageError(f"a report is a page of HTML: name it {output.with_suffix('.html').name}", f"-o {file}")
    refuse_inputs([output], files(paths))
    tools = reading.tools()
    entries = {entry.id: entry for lexicon in tools.lexicons for entry in lexicon.entries}
    failures: list[Failure] = []
    idle = reading.idle_targets()
    articles = tuple(told(result, entries) for result in idle.watched(_results(paths, reading, tools, failures)))
    if articles:
        first = articles[0].article.report
        title = first.title or first.id if len(articles) == 1 else f"Report on {len(articles):,} articles"
        with written_whole(output) as write:
            write(render(Page(title, articles, tuple(failures)), Canvas(Run(()))))
        if not reading.quiet:
            unread = f", {len(failures):,} could not be read" if failures else ""
            Messages().tell(f"{file}: {counted(len(articles), 'article')}{unread}; open it in a browser")
    reading.tell_of(idle)
    return Exit.INPUT if failures else Exit.FINE


def _results(
    paths: Sequence[str], reading: Reading, tools: Tools, failures: list[Failure]
) -> Iterator[Answer | Report]:
    """What there is to report on, in the order of `paths`: results of earlier runs as they are, articles answered."""
    for kind, row in groupby(paths, _kind):
        if kind == "articles":
            yield from reading.answers(list(row), tools, failures, records=True)
        elif kind == "results":
            yield from _kept((one for path in row for one in earlier(path)), failures)
        else:
            for path in row:
                yield from _flowing(path, reading, tools, failures)


def _kind(path: str) -> Literal["pipe", "results", "articles"]:
    with suppress(OSError, ValueError):
        if path == "-" or stat.S_ISFIFO(os.stat(path).st_mode):
            return "pipe"
    return "results" if holds_results(path) else "articles"


def _flowing(path: str, reading: Reading, tools: Tools, failures: list[Failure]) -> Iterator[Answer | Report]:
    """What comes through a pipe: it is read once, and decided on with the stream that is handed on."""
    name = STDIN if path == "-" else legible(path)
    with ExitStack() as held:
        try:
            raw = sys.stdin.buffer if path == "-" else held.enter_context(open(path, "rb"))
            known, stream = told_of(unpacked(raw))
        except OSError as error:
            yield from _kept([failure(name, f"cannot be read: {error.strerror}")], failures)
            return
        if known:
            yield from _kept(earlier_in(stream, name), failures)
        else:
            named = reading if path == "-" else replace(reading, stdin_name=path)
            yield from named.answers(["-"], tools, failures, records=path == "-", stdin=stream)


def _kept(results: Iterable[Answer | Report | Failure], failures: list[Failure]) -> Iterator[Answer | Report]:
    """Those of the results that an article was answered with; the others are told and collected."""
    messages = Messages()
    for result in results:
        if isinstance(result, Failure):
            failures.append(result)
            messages.tell(f"{result.error.place or result.id}: {result.error.message}")
        else:
            yield result
