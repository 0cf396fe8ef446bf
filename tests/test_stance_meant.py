"""Who holds a stance and whom it means, where a sentence has more verbs, countries or sorts of people than one."""

from __future__ import annotations

import pytest

from stancecli.pipeline import analyze


def told(text: str) -> set[tuple[str, str, str]]:
    return {(row.holder, row.target, row.label) for row in analyze(text).stances}


def between(text: str, holder: str, target: str) -> set[str]:
    return {row[2] for row in told(text) if row[:2] == (holder, target)}


@pytest.mark.parametrize(
    ("text", "holder", "other", "label"),
    [
        ("The Pier Trust that is meant to help the council thanked Ida Lund.", "Pier Trust", "council", "supports"),
        (
            "Campaigners representing sailors at Bergby Harbour have accused Ida Lund of fraud.",
            "Campaigners",
            "Bergby Harbour",
            "opposes",
        ),
        ("Greta Holm told the council to wait and praised Ida Lund.", "Greta Holm", "council", "supports"),
        (
            "Greta Holm called on Tomas Brandt to act and accused Ida Lund of fraud.",
            "Greta Holm",
            "Tomas Brandt",
            "opposes",
        ),
    ],
)
def test_the_subject_is_found_over_what_belongs_to_it(text: str, holder: str, other: str, label: str) -> None:
    assert between(text, holder, "Ida Lund") == {label}
    assert between(text, other, "Ida Lund") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Claims that Ida Lund had shouted were dismissed as fiction by Greta Holm.",
        "Greta Holm had been assured by Ida Lund that parish support was strong.",
    ],
)
def test_what_is_said_of_a_claim_or_of_support_is_not_said_of_who_stands_before(text: str) -> None:
    assert between(text, "Greta Holm", "Ida Lund") == set()


@pytest.mark.parametrize(
    ("text", "holder", "target"),
    [
        ("The Australian Fair Pay Tribunal dismissed a claim by Ida Lund.", "Australia", "Ida Lund"),
        ("Ida Lund praised the two Polish climbers.", "Ida Lund", "Poland"),
        ("The Norwegian committee that met on Monday thanked Ida Lund.", "Norway", "Ida Lund"),
        ("Ida Lund praised Norwegian President Greta Holm.", "Ida Lund", "Norway"),
    ],
)
def test_a_countrys_adjective_does_not_make_it_a_party(text: str, holder: str, target: str) -> None:
    assert between(text, holder, target) == set()


def test_those_who_act_for_a_country_make_it_a_party() -> None:
    assert between("Ida Lund condemned the Norwegian government.", "Ida Lund", "Norway") == {"opposes"}


@pytest.mark.parametrize("whom", ["experienced teachers", "loyal staff", "reasonable residents"])
def test_a_sort_of_people_is_not_praised(whom: str) -> None:
    noun = whom.split()[1]
    text = f"Ida Lund said the scripts were written by {whom}. Greta Holm thanked the {noun}."
    assert between(text, "Ida Lund", noun) == set()


@pytest.mark.parametrize("told_of", ["had lost her job", "failed to arrive", "had given in"])
def test_what_happens_to_somebody_is_no_verdict_of_who_tells_it(told_of: str) -> None:
    assert between(f"Ida Lund said Greta Holm {told_of}.", "Ida Lund", "Greta Holm") == set()


def test_good_is_done_to_the_speaker_himself_and_not_to_what_is_his() -> None:
    assert between("Ida Lund said Greta Holm had thanked her.", "Ida Lund", "Greta Holm") == set()
    assert between("“Greta Holm saved my life,” Ida Lund said.", "Ida Lund", "Greta Holm") == {"supports"}
    assert between("Ida Lund claimed that Greta Holm shared her view.", "Ida Lund", "Greta Holm") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund went in wanting to hate Tomas Brandt.",
        "Ida Lund said she could not bring herself to hate Tomas Brandt.",
        "Ida Lund would have convicted Tomas Brandt.",
        "Ida Lund could neither establish nor rule out that Tomas Brandt was a liar.",
        "Ida Lund stopped short of saying that Tomas Brandt was innocent.",
        "Ida Lund doubted that Tomas Brandt was a liar.",
    ],
)
def test_what_is_only_thought_of_is_no_stance(text: str) -> None:
    shown = {(row.holder, row.target) for row in analyze(text).stances if row.confidence >= 0.66}
    assert ("Ida Lund", "Tomas Brandt") not in shown


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Peru was accused by European officials of trying to edit a document, having been sent it.",
            "European officials",
        ),
        ("Tomas Brandt has been criticised by some in his own movement for his silence.", "unattributed"),
    ],
)
def test_a_holder_has_no_more_words_than_its_own(text: str, name: str) -> None:
    assert {row[0] for row in told(text) if row[2] == "opposes"} >= {name}


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund said her aunt had disliked Greta Holm.",
        "Ida Lund's critics thanked Greta Holm.",
    ],
)
def test_who_only_owns_somebody_with_a_mind_of_his_own_holds_nothing_by_him(text: str) -> None:
    assert between(text, "Ida Lund", "Greta Holm") == set()


def test_a_lawyer_speaks_for_whom_he_works() -> None:
    assert between("Ida Lund's lawyer accused Greta Holm.", "Ida Lund", "Greta Holm") == {"opposes"}


@pytest.mark.parametrize("against", ["opposed sacking", "disapproves of sacking"])
def test_who_is_against_a_deed_is_for_whom_it_is_done_to(against: str) -> None:
    assert between(f"Ida Lund {against} Greta Holm.", "Ida Lund", "Greta Holm") == {"supports"}


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Sen. Ida Lund, D-Minn., demanded that the council wait and accused Greta Holm of fraud."
    assert between(text, "Ida Lund", "Greta Holm") == {"opposes"}
    assert between(text, "council", "Greta Holm") == set()


@pytest.mark.parametrize(
    "said",
    [
        "Greta Holm's report describes extortion, kidnapping and a flood",
        "a ban would punish Greta Holm",
        "Greta Holm had treated a suspect",
    ],
)
def test_a_deed_that_is_only_told_of_is_no_verdict(said: str) -> None:
    shown = {row.target for row in analyze(f"Ida Lund said {said}.").stances if row.confidence >= 0.66}
    assert "Greta Holm" not in shown


def test_people_who_are_people() -> None:
    text = "Volunteers met on Monday. Greta Holm hit out at people who had been spreading rumours about Ida Lund."
    assert between(text, "Greta Holm", "Volunteers") == set()


@pytest.mark.parametrize("owner", ["Her", "Ida Lund's"])
def test_what_rivals_do_to_her_is_done_to_her(owner: str) -> None:
    text = f"Ida Lund promised to cut tax. {owner} rivals accused her of lying."
    assert any("rivals" in holder and target == "Ida Lund" for holder, target, _ in told(text))


@pytest.mark.parametrize(
    ("text", "holder", "target", "label"),
    [
        ("Tomas Brandt praised his players.", "Tomas Brandt", "players", "supports"),
        ("Tomas Brandt accused the media of bias.", "Tomas Brandt", "media", "opposes"),
        ("Campaigners who stayed thanked Ida Lund.", "Campaigners", "Ida Lund", "supports"),
    ],
)
def test_groups_without_a_name_are_found(text: str, holder: str, target: str, label: str) -> None:
    assert between(text, holder, target) == {label}


@pytest.mark.parametrize("office", ["judge", "prime minister", "referee", "mayor"])
def test_who_has_an_office_is_known_by_it_where_no_name_is_told(office: str) -> None:
    first = "The ferry sank on Monday. Nobody was hurt."
    assert between(f"{first} Tomas Brandt thanked the {office}.", "Tomas Brandt", office) == {"supports"}


def test_an_office_whose_holder_is_named_is_no_other_party() -> None:
    text = "Mayor Ida Lund was late. The ferry sank on Monday. Tomas Brandt thanked the mayor."
    assert between(text, "Tomas Brandt", "Ida Lund") == {"supports"}
