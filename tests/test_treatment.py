"""How differently the author treats two parties: the interval, the rule for too few cases, and that it is fair."""

from __future__ import annotations

from itertools import permutations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancecli.framing import treatment
from stancecli.framing.treatment import newcombe, wilson
from stancecli.model import ActorRow, Framing, Report, Span, Treatment
from stancecli.pipeline import analyze
from stancecli.settings import DEFAULT

Z = 1.959964


def row(name: str, at: int, mentions: int = 1, **framed: object) -> ActorRow:
    spans = tuple(Span(at + 100 * i, at + 100 * i + 1) for i in range(mentions))
    return ActorRow(name, "person", spans, 0, 0, 0, None, 0.0, {}, Framing(**framed))


def doubted(name: str, at: int, count: int, cases: int, mentions: int = 1) -> ActorRow:
    return row(name, at, mentions, tilts={"doubtful": count, "neutral": cases - count})


# --- the interval -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "cases", "others", "other_cases", "low", "high"),
    [(56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (10, 10, 0, 20, 0.6791, 1.0)],
)
def test_the_interval_is_the_published_one(count, cases, others, other_cases, low, high):
    """Worked examples of Newcombe's paper, by his method 10."""
    assert newcombe(count, cases, others, other_cases, Z) == pytest.approx((low, high), abs=0.00006)


def test_the_interval_holds_the_truth_as_often_as_it_says():
    """Over all outcomes of 12 and 9 cases, weighed by how likely they are."""
    for truth, other in ((0.5, 0.5), (0.1, 0.1), (0.8, 0.3), (0.95, 0.4)):
        held = 0.0
        for count in range(13):
            for others in range(10):
                low, high = newcombe(count, 12, others, 9, Z)
                likely = comb(12, count) * truth**count * (1 - truth) ** (12 - count)
                likely *= comb(9, others) * other**others * (1 - other) ** (9 - others)
                held += likely * (low <= truth - other <= high)
        assert held > 0.93


shares = st.integers(1, 400).flatmap(lambda cases: st.tuples(st.integers(0, cases), st.just(cases)))


@given(shares, shares, st.floats(0.5, 5))
def test_swapping_the_shares_negates_the_interval_exactly(one, other, z):
    low, high = newcombe(*one, *other, z)
    assert newcombe(*other, *one, z) == (-high, -low)
    assert low <= one[0] / one[1] - other[0] / other[1] <= high


@given(shares, st.floats(0.5, 5))
def test_a_share_lies_in_its_interval(share, z):
    low, high = wilson(*share, z)
    assert 0 <= low <= share[0] / share[1] + 1e-12
    assert share[0] / share[1] - 1e-12 <= high <= 1


# --- what is compared ---------------------------------------------------------------------------


def test_the_difference_with_its_counts():
    (one,) = treatment([doubted("Berg", 0, 6, 7), doubted("Hill", 5, 0, 8)], (), DEFAULT)
    assert (one.parties, one.measure, one.counts, one.cases) == (("Berg", "Hill"), "distanced", (6, 0), (7, 8))
    assert one.difference == round(6 / 7, 4)
    assert one.interval == tuple(round(bound, 4) for bound in newcombe(6, 7, 0, 8, Z))
    assert one.told


@pytest.mark.parametrize(("cases", "made"), [(4, False), (5, True)])
def test_too_few_cases_are_not_compared(cases, made):
    assert bool(treatment([doubted("Berg", 0, cases, cases), doubted("Hill", 5, 0, 9)], (), DEFAULT)) is made


@pytest.mark.parametrize(("count", "others"), [(0, 0), (9, 9)])
def test_what_is_the_same_in_every_case_is_not_compared(count, others):
    assert treatment([doubted("Berg", 0, count, 9), doubted("Hill", 5, others, 9)], (), DEFAULT) == ()


def test_many_comparisons_make_each_less_sure():
    alone = treatment([doubted("Berg", 0, 4, 6), doubted("Hill", 5, 0, 6)], (), DEFAULT)
    crowd = treatment([doubted(name, at, at % 2 * 4, 6) for at, name in enumerate("ABCD")], (), DEFAULT)
    assert len(crowd) == 5
    assert alone[0].interval[0] > min(one.interval[0] for one in crowd if one.difference == alone[0].difference)


def test_the_main_parties_are_compared_and_those_that_are_asked_for():
    rows = [doubted(name, at, at % 2 * 9, 9, mentions=9 - at) for at, name in enumerate("ABCDEF")]
    named = {name for one in treatment(rows, (), DEFAULT) for name in one.parties}
    assert named == set("ABCD")
    assert {name for one in treatment(rows, ("F",), DEFAULT) for name in one.parties} == set("ABCF")


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=5))
def test_swapping_two_parties_negates_their_difference_exactly(counts):
    def rows(names: str) -> list[ActorRow]:
        cases = zip(names, counts, strict=True)
        return [
            row(name, at, tilts={"hostile": a, "neutral": b}, sentences=a + b, against=b)
            for at, (name, (a, b)) in enumerate(cases)
        ]

    names = "ABCDE"[: len(counts)]
    swapped = "BACDE"[: len(counts)]
    one = by_pair(treatment(rows(names), (), DEFAULT), "A", "B")
    other = by_pair(treatment(rows(swapped), (), DEFAULT), "A", "B")
    assert {key: (-high, -low, -value) for key, (low, high, value) in one.items()} == other


def by_pair(found: tuple[Treatment, ...], first: str, second: str) -> dict[str, tuple[float, float, float]]:
    """Interval and difference of the first party less the second, by measure."""
    pairs = {}
    for one in found:
        if one.parties == (first, second):
            pairs[one.measure] = (*one.interval, one.difference)
        elif one.parties == (second, first):
            pairs[one.measure] = (-one.interval[1], -one.interval[0], -one.difference)
    return pairs


# --- in articles --------------------------------------------------------------------------------

STORY = """X claimed that the harbour was safe. X insisted that no oil had leaked. Y said: “The oil is everywhere.”

X alleged that the divers were wrong. “We saw it,” said Y. “It is on the beach,” said Y. X claimed that the sand was clean.

“Nobody came to look,” said Y. X boasted that the plan was the best. Y said, “We will go back.” X purported that ships could leave.
"""
NAMES = ("Olaf Berg", "Piet Sand", "John Hill", "Henry Poe", "Russia", "Norway", "Amnesty International", "Hamas")


def told_of(first: str, second: str) -> Report:
    return analyze(STORY.replace("X", first).replace("Y", second))


@pytest.mark.parametrize(("first", "second"), list(permutations(NAMES, 2))[::5])
def test_swapping_the_names_of_an_article_negates_the_difference(first, second):
    one = by_pair(told_of(first, second).treatment, first, second)
    other = by_pair(told_of(second, first).treatment, first, second)
    assert one["distanced"][2] == 1.0
    assert {key: (-high, -low, -value) for key, (low, high, value) in one.items()} == other
