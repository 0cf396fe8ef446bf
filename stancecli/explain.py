"""From an order to an explained article: read, answer, mark, and show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from stancecli.annotate import annotate
from stancecli.errors import Exit, UsageError
from stancecli.lexicon.spelling import nearest
from stancecli.model import Entry, Failure
from stancecli.output import refuse_inputs
from stancecli.pipeline import Tools
from stancecli.read import files
from stancecli.reading import Reading
from stancecli.render.explained import Lines, Wish, explained, renderer
from stancecli.terminal import Messages

_LINES = re.compile(r"(\d+)(?:-(\d+))?")


def explain(path: str, format: str, wish: Wish, reading: Reading, output: str | None = None) -> Exit:
    """Show what is wanted of an article, or of each record of a JSON Lines file, on standard output or in a file.

    Raises `StanceError` where the order cannot be used; an input that cannot be answered is told on standard error.
    """
    if output:
        refuse_inputs([Path(output)], files([path]))
    tools = reading.tools()
    entries = _entries(tools)
    _refuse_unknown(wish.categories, entries.values())
    failures: list[Failure] = []
    idle = reading.idle_targets()
    answers = idle.watched(reading.answers([path], tools, failures))
    shown = [explained(answer.report, annotate(answer, entries), wish) for answer in answers]
    if shown:
        reading.put(partial(renderer(format), shown), output)
        if not reading.quiet and not any(any(one.passages) for one in shown):
            Messages().tell("no passage has what was asked for")
    reading.tell_of(idle)
    return Exit.INPUT if failures else Exit.FINE


def lines(text: str) -> Lines:
    """Read "12" or "12-20". Raises `UsageError` for anything else."""
    found = _LINES.fullmatch(text)
    if not found:
        raise UsageError("write a line or a range of lines: 12 or 12-20", f"--line {text}")
    first = int(found[1])
    return Lines(first, int(found[2] or first))


def _entries(tools: Tools) -> dict[str, Entry]:
    return {entry.id: entry for lexicon in tools.lexicons for entry in lexicon.entries}


def _refuse_unknown(categories: Iterable[str], entries: Iterable[Entry]) -> None:
    known = {entry.category for entry in entries}
    for category in categories:
        if category not in known:
            raise UsageError(f"no entry has this category{nearest(category, known)}", f"--category {category}")
