"""How grave a finding is: a word counts for more where a crossed gate measures it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from stancecli.gate.measure import measured
from stancecli.gravity import LEVELS, Level
from stancecli.model import Answer, Failure, Hit


def levels_of(answer: Answer) -> Callable[[Hit], Level]:
    """What tells the level of a hit of the document: an error where a crossed gate measures it, a warning where that gate
    only warns, else a note.
    """
    rules = dict.fromkeys(crossing.rule for crossing in answer.crossings)  # "*" may be crossed by every actor
    crossed = [(rule.level, measured(answer.report, rule)) for rule in rules]

    def level_of(hit: Hit) -> Level:
        levels = {level for level, counts in crossed if counts(hit)}
        return "error" if "fail" in levels else "warning" if levels else "note"

    return level_of


def told(failing: int, warning: int) -> str:
    """How many gates were crossed: "1 gate crossed, 2 that only warn"."""
    warned = f", {warning:,} that only warn{'s' if warning == 1 else ''}" if warning else ""
    return f"{failing:,} gate{'' if failing == 1 else 's'} crossed{warned}"


def grave(results: Iterable[Answer | Failure], least: Level) -> Iterator[Answer | Failure]:
    """The same results; the findings of each leave out hits of a lower level."""
    for result in results:
        if isinstance(result, Answer) and least != LEVELS[0]:
            low = set(LEVELS[: LEVELS.index(least)])
            level_of = levels_of(result)
            light = {number for number, hit in enumerate(result.report.hits) if level_of(hit) in low}
            result = replace(result, known=result.known | light)
        yield result
