"""How grave a finding is: a word counts for more where a crossed gate measures it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from stancecli.gate.measure import concerns
from stancecli.gravity import LEVELS, Level
from stancecli.model import Answer, Failure, Hit


def level_of(answer: Answer, hit: Hit) -> Level:
    """An error for a hit that a crossed gate measures, a warning where the gate only warns, else a note."""
    levels = {crossing.rule.level for crossing in answer.crossings if concerns(crossing.rule, hit, answer.report)}
    return "error" if "fail" in levels else "warning" if levels else "note"


def told(failing: int, warning: int) -> str:
    """How many gates were crossed: "1 gate crossed, 2 that only warn"."""
    warned = f", {warning:,} that only warn{'s' if warning == 1 else ''}" if warning else ""
    return f"{failing:,} gate{'' if failing == 1 else 's'} crossed{warned}"


def grave(results: Iterable[Answer | Failure], least: Level) -> Iterator[Answer | Failure]:
    """The same results; the findings of each leave out hits of a lower level."""
    for result in results:
        if isinstance(result, Answer) and least != LEVELS[0]:
            low = set(LEVELS[: LEVELS.index(least)])
            light = {number for number, hit in enumerate(result.report.hits) if level_of(result, hit) in low}
            result = replace(result, known=result.known | light)
        yield result
