"""No name, party or country has a polarity of its own: other names change names and places, and nothing else.

Every article is answered once for each pair of names, and names are hundreds: all of a kind in one call.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from process import ROOT

from stancecli.model import Answer, Input, Report
from stancecli.pipeline import answer, prepare
from stancecli.stance import weigh
from stancecli.tables import countries, first_names

TOOLS = prepare()
ARTICLES = {
    "plain": (
        "{0} accused {1} of a shameful cover-up on Monday. “It is a disgrace,” {0} said. {1} denied the charge and praised "
        "the council. Critics called {0} reckless, while {1} won applause. On Friday {0} botched the repair."
    ),
    "quoted": (
        "“{1} has lied to the town for years,” said {0}, who opposed the plan. {1} welcomed the decision, and told reporters "
        "that {0} had been right to ask for help. A spokesman blamed {0} for the delay. Neighbours admire {1}."
    ),
}
"""With the names of two parties in blank: both are attacked and lifted, by the author, by each other and by others."""
ABOUT_PEOPLE = (
    "{{0}} said on Monday that {{1}} had betrayed {him} and {his} voters. “It is a shameful lie,” {he} said. Later {he} "
    "apologised to {{1}}. {{1}}, an honest engineer, thanked {{0}} for {his} courage."
)
PRONOUNS = {"m": {"he": "he", "him": "him", "his": "his"}, "f": {"he": "she", "him": "her", "his": "her"}}
SURNAMES = (
    "Brandt Okoye Lindqvist Moreau Tanaka Haddad Novak Silva Kowalczyk Papadakis Mbeki Nguyen Johansson Ferrara Castellanos "
    "Petrov Yilmaz Chowdhury Tupou Kamau Rosenthal Szabo Virtanen Ibarra Nakamura Osei Gruber Laurent Contreras Adeyemi"
).split()
PARTIES = [
    f"{name} Party"
    for name in (
        "Labour Conservative Democratic Republican Green Liberal Socialist Communist Reform Freedom Justice National Workers "
        "Peoples Unity Harbour Meadow Lantern Granite Northern Riverside Compass Cobalt Juniper Marigold Sparrow Tundra Orchard "
        "Zelvan Ostmark Brennish Korvian Alder Birchwood Quillon Vastel Merrow Tarnhelm Ondine Halcyon"
    ).split()
]
"""Real and invented."""


def people(gender: str) -> list[str]:
    """120 names of one gender: every surname with first names of the tool's own table, spread over its alphabet."""
    firsts = sorted(name for name, told in first_names().genders.items() if told == gender and name.isalpha())
    number = 4 * len(SURNAMES)
    step = len(firsts) // number
    return [f"{firsts[at * step].title()} {SURNAMES[at % len(SURNAMES)]}" for at in range(number)]


def nations() -> list[str]:
    """The countries of one word that share their names with no other place; more words put others further apart."""
    table = countries()
    return [row.name for row in table.countries if row.name.isalpha() and row.name not in table.also_places]


NAMES = {"men": people("m"), "women": people("f"), "countries": nations(), "parties": PARTIES}


def shapes(article: str, names: Sequence[str], apart: int = 7) -> Iterator[tuple[str, str, object]]:
    """For each name and the one `apart` places on: what the tool says of the article, with A and B for the two."""
    pairs = list(zip(names, [*names[apart:], *names[:apart]], strict=True))
    inputs = [Input(id="x", data=article.format(one, other)) for one, other in pairs]
    for (one, other), result in zip(pairs, answer(inputs, TOOLS), strict=True):
        assert isinstance(result, Answer)
        yield one, other, shape(result.report, {one: "A", other: "B"})


def shape(report: Report, blank: dict[str, str]) -> object:
    """Who says what, who is how loaded, each hit and each stance with its evidence: all but places, names in blank."""

    def text(words: str | None) -> str:
        for name, letter in blank.items():
            words = (words or "").replace(name, letter)
        return words or ""

    said = [
        (one.kind, text(one.source.actor) if one.source else "", text(one.content.text)) for one in report.attributions
    ]
    actors = [(text(row.name), row.kind, len(row.mentions), row.statements, row.categories) for row in report.actors]
    hits = [(hit.entry, hit.polarity, hit.weight, text(hit.voice), text(hit.target)) for hit in report.hits]
    stances = [
        (text(row.holder), text(row.target), row.score, row.label, row.confidence, [one.value for one in row.evidence])
        for row in report.stances
    ]
    return said, actors, hits, stances


def expect_one_shape(article: str, names: Sequence[str]) -> None:
    """Any two names give what the first two give."""
    (_, _, expected), *others = shapes(article, names)
    for one, other, found in others:
        assert found == expected, (one, other)


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
@pytest.mark.parametrize("kind", NAMES)
def test_no_name_has_a_polarity(kind: str, article: str) -> None:
    expect_one_shape(article, NAMES[kind])


@pytest.mark.parametrize("gender", PRONOUNS)
def test_no_name_has_a_polarity_where_pronouns_stand_for_it(gender: str) -> None:
    expect_one_shape(ABOUT_PEOPLE.format(**PRONOUNS[gender]), people(gender))


def test_men_and_women_are_told_alike() -> None:
    """Other pronouns, too, change nothing."""
    men, women = (
        next(shapes(ABOUT_PEOPLE.format(**PRONOUNS[gender]), NAMES[kind]))
        for gender, kind in (("m", "men"), ("f", "women"))
    )
    assert men[2][2:] == women[2][2:]  # type: ignore[index]


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
@pytest.mark.parametrize("kind", NAMES)
def test_swapped_names_swap_their_rows(kind: str, article: str) -> None:
    names = NAMES[kind][:20]
    pairs = list(zip(names[::2], names[1::2], strict=True))
    inputs = [Input(id="x", data=article.format(*pair)) for both in pairs for pair in (both, both[::-1])]
    rows = [rows_of(result) for result in answer(inputs, TOOLS)]
    for (one, other), before, after in zip(pairs, rows[::2], rows[1::2], strict=True):
        swap = {one: other, other: one}
        assert {
            (swap.get(holder, holder), swap.get(target, target)): told for (holder, target), told in before.items()
        } == after
        assert before != after, "the two do not stand alike"


def rows_of(result: object) -> dict[tuple[str, str], tuple[float, str, float]]:
    assert isinstance(result, Answer)
    return {(row.holder, row.target): (row.score, row.label, row.confidence) for row in result.report.stances}


def test_names_are_many() -> None:
    assert sum(len(set(names)) for names in NAMES.values()) > 400
    assert (ROOT / "README.md").read_text(encoding="utf-8").count("more than 400 names") == 2


def test_no_weight_is_for_a_name() -> None:
    known = {word.lower() for word in (*SURNAMES, *nations())}
    assert known.isdisjoint(weigh.shipped().words)
