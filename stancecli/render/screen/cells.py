"""Pieces that several views share: figures, wording, stances, what goes above and below."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from rich.console import Group
from rich.text import Text

from stancecli.model import Hit, Report, Stance
from stancecli.render.screen.canvas import AGAINST, FOR, NAME, NOTICE, QUIET, Canvas, Signs
from stancecli.settings import DEFAULT

TERMS = 3
STANCES = 5
BAR = 8
FULL = 10.0
"""A full bar is this many loaded words per 100, or the table's highest figure where that is more."""


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 word", "1,204 words"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def times(word: str, count: int, signs: Signs) -> str:
    """A word with how often it occurs, if more than once: "claimed ×2"."""
    return f"{word} {signs.times}{count}" if count > 1 else word


def listed(words: Sequence[str], most: int, signs: Signs) -> str:
    """So many words in one line, and a sign where there are more."""
    return ", ".join([*words[:most], signs.more] if len(words) > most else words)


def loaded(canvas: Canvas, density: float | None, hits: int, words: int, full: float = FULL) -> Group:
    """Loaded words per 100 with a bar, and under it the count; a dash where words are too few."""
    count = canvas.text(f"{hits:,} in {words:,}", QUIET)
    if density is None:
        return Group(canvas.text(canvas.signs.none, QUIET), *([count] if words else ()))
    return Group(bar(canvas, density, full), count)


def bar(canvas: Canvas, density: float, full: float) -> Text:
    """A bar of fixed width and the figure that it shows."""
    signs = canvas.signs
    halves = min(round(density / full * BAR * 2), BAR * 2)
    filled = signs.full * (halves // 2) + (signs.half if halves % 2 else "")
    return canvas.line((filled, NOTICE), (signs.empty * (BAR - len(filled)), QUIET), f" {density:4.1f}")


def wording(canvas: Canvas, hits: Iterable[Hit]) -> Group:
    """The strongest terms, each once with how often it occurs; a sign says which way it points."""
    alike: dict[tuple[str, bool, bool], list[Hit]] = {}
    for hit in hits:
        alike.setdefault((hit.text.casefold(), hit.polarity > 0, hit.negated), []).append(hit)
    strongest = sorted(alike.values(), key=lambda same: (-max(map(_strength, same)), -len(same)))
    return canvas.items(_term(canvas, same[0], len(same)) for same in strongest[:TERMS])


def _strength(hit: Hit) -> float:
    return abs(hit.polarity) * hit.weight


def _term(canvas: Canvas, hit: Hit, count: int) -> tuple[Text, Text]:
    signs, style = canvas.signs, FOR if hit.polarity > 0 else AGAINST
    often = f" {signs.times}{count}" if count > 1 else ""
    said = canvas.line((hit.text, style), (" negated" if hit.negated else "", QUIET), (often, QUIET))
    return canvas.text(signs.plus if hit.polarity > 0 else signs.minus, style), said


def stances(
    canvas: Canvas, shown: Sequence[Stance], holders: bool = False, asked: Container[str] = frozenset()
) -> Group:
    """Stances, those to targets that were `asked` for first, then the clearest: a sign, the target (with `holders` also who), the
    score or "neutral", "?" where it is in doubt.
    """
    ordered = sorted(shown, key=lambda stance: (stance.target not in asked, -abs(stance.score)))
    lines = (_stance(canvas, stance, holders) for stance in ordered[:STANCES])
    return canvas.items(lines, len(ordered) - STANCES)


def _stance(canvas: Canvas, stance: Stance, holder: bool) -> tuple[Text, Text]:
    signs = canvas.signs
    sign, style = {
        "supports": (signs.supports, FOR),
        "opposes": (signs.opposes, AGAINST),
        "neutral": (signs.neutral, QUIET),
    }[stance.label if round(stance.score, 1) else "neutral"]
    who = (f"{stance.holder} {signs.arrow} ", QUIET) if holder else ""
    doubt = "" if sign == signs.neutral or shown(stance) else " ?"
    score = ("neutral" if sign == signs.neutral else canvas.signed(stance.score), style)
    return canvas.text(sign, style), canvas.line(who, stance.target, " ", score, (doubt, QUIET))


def shown(stance: Stance) -> bool:
    """Is a stance sure enough to be told as for or against?"""
    return DEFAULT.shows(stance.label, stance.confidence)


def heading(canvas: Canvas, report: Report) -> Text:
    """Title, name and size of a document, and what the reader must be warned of."""
    size = f"{counted(report.words, 'word')}, {counted(report.sentences, 'sentence')}"
    lines = [canvas.line((report.id, QUIET if report.title else NAME), (f" {canvas.signs.dot} {size}", QUIET))]
    if report.title:
        lines.insert(0, canvas.text(report.title, NAME))
    lines += [canvas.text(f"! {warning}", NOTICE) for warning in report.warnings]
    return Text("\n").join(lines)
