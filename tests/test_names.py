"""Which words are a name, and what kind of party has it."""

from __future__ import annotations

import pytest

from stancecli.pipeline import analyze


def kinds_of(text: str) -> dict[str, str]:
    return {actor.name: actor.kind for actor in analyze(text).actors if actor.mentions}


def mentions_of(text: str, name: str) -> list[str]:
    return next(
        [text[start:end] for start, end in actor.mentions] for actor in analyze(text).actors if actor.name == name
    )


@pytest.mark.parametrize(
    "name",
    [
        "Lowland Drivers' Forum",
        "Arden County Sheriff's Office",
        "Great Northern Mutual",
        "Falk Bakeries",
        "Ashgrove Asset Management",
        "Crane & Pier",
    ],
)
def test_the_whole_name_of_a_body_is_one(name: str) -> None:
    assert kinds_of(f"They wrote to the {name} on Friday.") == {name: "organisation"}


@pytest.mark.parametrize(
    "opening", ["Pensioner", "Parent", "Mother-of-two", "Retired teacher", "Grandmother", "Witness"]
)
def test_what_somebody_is_at_the_beginning_is_no_part_of_the_name(opening: str) -> None:
    text = f"{opening} Ann Hill, 71, said that it was late. Every pensioner agreed."
    assert [one.source.actor for one in analyze(text).attributions if one.source] == ["Ann Hill"]


def test_a_text_may_end_within_a_clause() -> None:
    assert kinds_of("The town was calm. Ann Hill was elected after her") == {"Ann Hill": "person"}


@pytest.mark.parametrize("surname", ["Hall", "Law", "King", "Court"])
def test_who_is_called_mr_has_a_surname_whatever_else_it_means(surname: str) -> None:
    text = f"Robert {surname} left on Monday. Anna Cole thanked Mr {surname}."
    assert kinds_of(text) == {f"Robert {surname}": "person", "Anna Cole": "person"}


@pytest.mark.parametrize(
    "nothing",
    ["Insulin was requested nine times.", "ENOUGH SEEN! The town was angry.", "They met at the Orla Pass on Friday."],
)
def test_things_places_and_shouted_words_are_no_parties(nothing: str) -> None:
    assert kinds_of(nothing) == {}


@pytest.mark.parametrize("body", ["daily", "weekly", "tabloid", "website"])
def test_what_is_published_is_a_body(body: str) -> None:
    assert kinds_of(f"The opposition {body} Dala Krin asked why.")["Dala Krin"] == "organisation"


@pytest.mark.parametrize(
    ("country", "adjective"),
    [("Orlia", "Orlian"), ("Zubar", "Zubaran"), ("Sudal", "Sudalese"), ("Veldo", "Veldish")],
)
def test_the_adjective_of_an_unknown_country_is_the_country(country: str, adjective: str) -> None:
    text = f"The army of {country} was late. Some {adjective} troops left. Ann Hill wrote to {country} again."
    assert mentions_of(text, country) == [country, adjective, country]
    assert kinds_of(text)[country] == "country"


def test_what_reminds_of_a_person_is_no_adjective_of_a_country() -> None:
    assert "country" not in kinds_of("Eric Orwell left. Orwell knew it. An Orwellian state, Orwell wrote.").values()


def test_a_parliament_is_one_by_name_and_adjective_of_its_country() -> None:
    text = "Orlian parliament backs Ann Hill.\n\nOrlia's parliament said on Friday that it backed her."
    assert mentions_of(text, "Orlia's parliament") == ["Orlian parliament", "parliament"]


def test_a_title_finds_the_bearer_whatever_gender_a_first_name_mostly_has() -> None:
    assert kinds_of("The minister, Jovan Krin, left. Mr Krin was late.") == {"Jovan Krin": "person"}
