"""How differently an author treats two parties of one article, and whether that is more than chance.

Every measure is a share of things that the author does, counted once each: cues, statements, sentences. Counting words
instead would take one long quotation for many observations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import sqrt

from stancecli.model import ActorRow, Measure, Treatment
from stancecli.settings import Settings

_CONFIDENCE = 0.95

MEASURES: tuple[Measure, ...] = ("distanced", "endorsed", "quoted", "against", "favour")


def treatment(rows: Sequence[ActorRow], asked: Sequence[str], settings: Settings) -> tuple[Treatment, ...]:
    """The differences between the main parties of an article, for each measure of which both have enough cases.

    Main are the parties that are `asked` for, then those most often mentioned, `treated_parties` in all. A measure
    counts for a pair where both have at least `treatment_minimum` cases; one that neither party ever shows, or both in
    every case, can tell nothing and is left out (R. E. Tarone (1990), A modified Bonferroni method for discrete data,
    Biometrics 46(2)). The chance of error is shared among all others: with m differences each interval is one of
    1 - 0.05 / m (Bonferroni), so that all of them hold together in 95 of 100 articles.
    """
    pairs = combinations(_main(rows, asked, settings.treated_parties), 2)
    compared = [
        (one, other, measure)
        for one, other in pairs
        for measure in MEASURES
        if _telling(_cases(one, measure), _cases(other, measure), settings.treatment_minimum)
    ]
    if not compared:
        return ()
    from statistics import NormalDist  # only articles with much to compare need it

    z = NormalDist().inv_cdf(1 - (1 - _CONFIDENCE) / (2 * len(compared)))
    return tuple(_difference(one, other, measure, z) for one, other, measure in compared)


def _main(rows: Sequence[ActorRow], asked: Sequence[str], most: int) -> Iterator[ActorRow]:
    """The parties to compare, in the order of the text."""
    parties = [row for row in rows if row.mentions]
    first = sorted(parties, key=lambda row: (row.name not in asked, -len(row.mentions), row.mentions))[:most]
    chosen = {row.name for row in first}
    return (row for row in parties if row.name in chosen)


def _cases(row: ActorRow, measure: Measure) -> tuple[int, int]:
    """How often the author does it to a party, of how many times that he could."""
    framed = row.framed
    if measure == "distanced":
        return framed.tilts.get("doubtful", 0) + framed.tilts.get("hostile", 0), sum(framed.tilts.values())
    if measure == "endorsed":
        return framed.tilts.get("endorsing", 0), sum(framed.tilts.values())
    if measure == "quoted":
        return framed.kinds.get("direct", 0) + framed.kinds.get("mixed", 0), sum(framed.kinds.values())
    return framed.against if measure == "against" else framed.favour, framed.sentences


def _telling(one: tuple[int, int], other: tuple[int, int], least: int) -> bool:
    count, cases = one[0] + other[0], one[1] + other[1]
    return min(one[1], other[1]) >= least and 0 < count < cases


def _difference(one: ActorRow, other: ActorRow, measure: Measure, z: float) -> Treatment:
    (count, cases), (others, other_cases) = _cases(one, measure), _cases(other, measure)
    low, high = newcombe(count, cases, others, other_cases, z)
    return Treatment(
        parties=(one.name, other.name),
        measure=measure,
        counts=(count, others),
        cases=(cases, other_cases),
        difference=round(count / cases - others / other_cases, 4),
        interval=(round(low, 4), round(high, 4)),
    )


def newcombe(count: int, cases: int, others: int, other_cases: int, z: float) -> tuple[float, float]:
    """The interval of the difference of two shares, `count / cases - others / other_cases`.

    R. G. Newcombe (1998), Interval estimation for the difference between independent proportions: comparison of eleven
    methods, Statistics in Medicine 17(8), method 10: Wilson's intervals of both shares, put together. No resampling and
    no normal distribution of the shares is needed, so that it holds for few cases and for shares of 0 and 1. `z` is the
    normal quantile. Swapping the shares negates the interval exactly.
    """
    share, other_share = count / cases, others / other_cases
    (low, high), (other_low, other_high) = wilson(count, cases, z), wilson(others, other_cases, z)
    below = sqrt((share - low) ** 2 + (other_high - other_share) ** 2)
    above = sqrt((high - share) ** 2 + (other_share - other_low) ** 2)
    return share - other_share - below, share - other_share + above


def wilson(count: int, cases: int, z: float) -> tuple[float, float]:
    """The interval of a share: E. B. Wilson (1927), Probable inference, the law of succession, and statistical
    inference, Journal of the American Statistical Association 22(158).
    """
    share, square = count / cases, z * z
    middle = (count + square / 2) / (cases + square)
    half = z / (cases + square) * sqrt(count * (1 - share) + square / 4)
    return max(0.0, middle - half), min(1.0, middle + half)
