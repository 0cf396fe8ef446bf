"""From an order to a comparison: read, answer, sort into sides, compare, and show."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from stancecli.compare import compare
from stancecli.compare.facts import facts_of
from stancecli.compare.model import Facts
from stancecli.errors import Exit, UsageError
from stancecli.model import Answer, Entry, Failure
from stancecli.output import refuse_inputs
from stancecli.paths import legible
from stancecli.pipeline import Tools
from stancecli.read import files
from stancecli.reading import Reading
from stancecli.render.compared import renderer


class _Gathered:
    """Facts by side, in order; the answers too, as long as each side is a single document."""

    def __init__(self) -> None:
        self.facts: dict[str, list[Facts]] = {}
        self.answers: list[Answer] = []

    def add(self, side: str, answer: Answer, entries: dict[str, Entry]) -> None:
        documents = self.facts.setdefault(side, [])
        documents.append(facts_of(answer, entries))
        if len(documents) > 1:
            self.answers.clear()
        elif len(self.answers) == len(self.facts) - 1:
            self.answers.append(answer)


def contrast(
    paths: Sequence[str], format: str, by: Literal["path", "outlet"], reading: Reading, output: str | None = None
) -> Exit:
    """Compare what the paths name, path against path or outlet against outlet; show it on standard output or in a file.

    Raises `UsageError` where there are not two sides to compare, and where the file is one of them.
    """
    if output:
        refuse_inputs([Path(output)], files(paths))
    if by == "path" and len(paths) > 1 and len(set(map(os.path.realpath, paths))) == 1:
        raise UsageError(f"these paths are the same file: {', '.join(paths)}; name another to compare it with")
    tools = reading.tools()
    entries = {entry.id: entry for lexicon in tools.lexicons for entry in lexicon.entries}
    failures: list[Failure] = []
    gathered, idle = _Gathered(), reading.idle_targets()
    for side, answer in _sided(paths, by, reading, tools, failures):
        idle.look_into(answer)
        gathered.add(side, answer, entries)
    if len(gathered.facts) < 2:
        if failures:
            return Exit.INPUT
        raise UsageError(_one_side(paths, by, gathered))
    single = len(gathered.answers) == len(gathered.facts)
    compared = compare(list(gathered.facts.values()), _names(gathered.facts), gathered.answers if single else ())
    reading.put(partial(renderer(format), compared), output)
    reading.tell_of(idle)
    return Exit.INPUT if failures else Exit.FINE


def _one_side(paths: Sequence[str], by: str, gathered: _Gathered) -> str:
    """That there are not two sides, and what to do about it."""
    documents = sum(map(len, gathered.facts.values()))
    if by == "path" and len(paths) == 1 and documents > 1:
        return (
            f"{legible(paths[0])} is one side, with {documents:,} articles: name another path to compare it with, each article "
            "by itself, or --by outlet"
        )
    return f"there must be two sides at least; these {by}s have {len(gathered.facts)}"


def _sided(
    paths: Sequence[str], by: str, reading: Reading, tools: Tools, failures: list[Failure]
) -> Iterable[tuple[str, Answer]]:
    """Every answer with the side that it is on."""
    if by == "path":
        for path in dict.fromkeys(paths):
            yield from ((path, answer) for answer in reading.answers([path], tools, failures))
    else:
        for answer in reading.answers(paths, tools, failures):
            yield answer.report.outlet or Path(answer.report.id).parent.name or answer.report.id, answer


def _names(sides: Iterable[str]) -> list[str]:
    """Sides by the last part of their paths, if that tells them apart."""
    full = list(sides)
    short = [Path(side).name or side for side in full]
    return short if len(set(short)) == len(full) else full
