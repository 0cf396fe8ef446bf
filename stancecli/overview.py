"""What the reports of many articles add up to: parties, stances, categories of loaded words, and days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from stancecli.model import AUTHOR, ActorKind, Report
from stancecli.nameless import is_nameless
from stancecli.settings import DEFAULT

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_COLUMNS = 40
"""A timeline has no more columns than that: days, else months, else years."""


class Party(Struct, frozen=True):
    """A voice in all articles that it is heard in. `density` is hits per 100 words, None under the minimum of words."""

    name: str
    kind: ActorKind
    articles: int
    words: int
    loaded: int
    density: float | None


class Pair(Struct, frozen=True):
    """A holder's stance to a target in all articles, scored as in one; `pieces` is how many words count for it.

    `lead` is by how much the log odds of its evidence lean to one side: it grows with the articles that agree.
    """

    holder: str
    target: str
    score: float
    pieces: int
    lead: float


class Category(Struct, frozen=True):
    """Loaded words of one category, against and for somebody or something."""

    name: str
    against: int
    favour: int


class Period(Struct, frozen=True):
    """What authors wrote on a day ("2026-03-01"), in a month ("2026-03") or in a year; `density` as in `Party`."""

    label: str
    articles: int
    words: int
    loaded: int
    density: float | None


class Overview(Struct, frozen=True):
    """Parties with most words first, pairs with most pieces first, categories with most words first, periods in order.

    `nameless` are parties in several articles that no name tells: they may be others in each.
    """

    articles: int
    words: int
    parties: tuple[Party, ...]
    pairs: tuple[Pair, ...]
    categories: tuple[Category, ...]
    periods: tuple[Period, ...]
    nameless: frozenset[str] = frozenset()


def overview(reports: Sequence[Report]) -> Overview:
    """Add up reports. A party is taken for the same in two articles where it is called the same."""
    return Overview(
        len(reports),
        sum(report.words for report in reports),
        tuple(_parties(reports)),
        tuple(_pairs(reports)),
        tuple(_categories(reports)),
        tuple(_periods(reports)),
        frozenset(_nameless(reports)),
    )


def _parties(reports: Iterable[Report]) -> list[Party]:
    figures: dict[str, Counter[str]] = {}
    kinds: dict[str, ActorKind] = {}
    for report in reports:
        for row in report.actors:
            if row.words:
                kinds.setdefault(row.name, row.kind)
                figures.setdefault(row.name, Counter()).update(articles=1, words=row.words, loaded=row.loaded)
    found = [
        Party(name, kinds[name], one["articles"], one["words"], one["loaded"], _density(one["loaded"], one["words"]))
        for name, one in figures.items()
    ]
    return sorted(found, key=lambda party: (-party.words, party.name))


def _nameless(reports: Iterable[Report]) -> Iterator[str]:
    articles: Counter[str] = Counter()
    for report in reports:
        known = {row.name: row.kind for row in report.actors}
        called = {*known, *(stance.target for stance in report.stances)}
        articles.update(name for name in called if is_nameless(name, known))
    return (name for name, count in articles.items() if count > 1)


def _density(loaded: int, words: int) -> float | None:
    return round(100 * loaded / words, 2) if words >= max(1, DEFAULT.density_minimum_words) else None


def _pairs(reports: Iterable[Report]) -> list[Pair]:
    """Stances made anew of all their evidence: its strengths are its values before they were divided."""
    strengths: dict[tuple[str, str], list[float]] = {}
    for report in reports:
        for stance in report.stances:
            shares = sum(abs(evidence.value) for evidence in stance.evidence)
            scale = DEFAULT.stance_prior / (1 - shares) if shares < 1 else DEFAULT.stance_prior
            found = [evidence.value * scale for evidence in stance.evidence]
            strengths.setdefault((stance.holder, stance.target), []).extend(found)
    pairs = [
        Pair(
            holder,
            target,
            round(sum(found) / (sum(map(abs, found)) + DEFAULT.stance_prior), 4),
            len(found),
            round(abs(sum(found)), 4),
        )
        for (holder, target), found in strengths.items()
        if found
    ]
    return sorted(pairs, key=lambda pair: (-pair.pieces, -abs(pair.score), pair.holder, pair.target))


def _categories(reports: Iterable[Report]) -> list[Category]:
    against: Counter[str] = Counter()
    favour: Counter[str] = Counter()
    for report in reports:
        for hit in report.hits:
            (favour if hit.polarity > 0 else against)[hit.category] += 1
    names = sorted(against.keys() | favour.keys(), key=lambda name: (-against[name] - favour[name], name))
    return [Category(name, against[name], favour[name]) for name in names]


def _periods(reports: Iterable[Report]) -> Iterator[Period]:
    """Columns of a timeline; none where no more than one is known. A date that is not one tells nothing."""
    days = [(found[0], report) for report in reports if report.date and (found := _DAY.match(report.date))]
    for length in (10, 7, 4):
        figures: dict[str, Counter[str]] = {}
        for day, report in days:
            own = next((row for row in report.actors if row.name == AUTHOR), None)
            counts = {"words": own.words, "loaded": own.loaded} if own else {}
            figures.setdefault(day[:length], Counter()).update(articles=1, **counts)
        if len(figures) <= _COLUMNS:
            break
    if len(figures) > 1:
        for label, one in sorted(figures.items()):
            density = _density(one["loaded"], one["words"])
            yield Period(label, one["articles"], one["words"], one["loaded"], density)
