"""Who does what: subjects behind the words of somebody, behind asides and openings; and what only seems to be said of somebody."""

from __future__ import annotations

import pytest

from stancecli.pipeline import analyze


def told(text: str) -> set[tuple[str, str, str]]:
    return {(row.holder, row.target, row.label) for row in analyze(text).stances}


def shown(text: str) -> set[tuple[str, str, str]]:
    return {(row.holder, row.target, row.label) for row in analyze(text).stances if row.confidence >= 0.66}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Greta Holm said the union had been misled by a clerk and accused Ida Lund of fraud.", "union"),
        ("Greta Holm told members that Tomas Brandt would leave and condemned Ida Lund.", "Tomas Brandt"),
        ("Greta Holm told staff that Tomas Brandt would go, and has denounced Ida Lund.", "Tomas Brandt"),
        (
            "Greta Holm called it proof that the union had “lost all sense of the town” and accused Ida Lund of fraud.",
            "union",
        ),
        ("Greta Holm said the union had been misled by a clerk and vowed to sack Ida Lund.", "union"),
        (
            "Greta Holm told staff that Tomas Brandt would go, and has left the hall and has condemned Ida Lund.",
            "Tomas Brandt",
        ),
        (
            "Greta Holm warned staff in May that the union had cheated, according to a file, and turned against Ida Lund as she lied.",
            "union",
        ),
    ],
)
def test_who_speaks_does_what_follows_behind_his_words(text: str, other: str) -> None:
    assert ("Greta Holm", "Ida Lund", "opposes") in shown(text)
    assert (other, "Ida Lund", "opposes") not in told(text)


@pytest.mark.parametrize("made", ["hired", "allowed", "got"])
def test_whom_a_speaker_makes_do_something_does_it(made: str) -> None:
    rows = told(f"Greta Holm told staff that Ola Berg would go and {made} Tomas Brandt to mock Ida Lund.")
    assert ("Tomas Brandt", "Ida Lund", "opposes") in rows
    assert ("Greta Holm", "Ida Lund", "opposes") not in rows


@pytest.mark.parametrize("looks", ["looked ridiculous", "looked foolish"])
def test_what_a_speaker_is_told_to_be_is_not_said_of_whom_he_spoke(looks: str) -> None:
    text = f"Greta Holm told staff that Tomas Brandt had been fined and {looks}."
    rows = analyze(text, targets=["Tomas Brandt"]).stances
    assert not [one.why for row in rows for one in row.evidence if one.why.endswith("is said of “Tomas Brandt”")]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Board said that it condemned Ida Lund.",
        "The Harbour Board said it condemned Ida Lund.",
        "In a letter to the Pier Trust, the Harbour Board said that it condemned Ida Lund.",
    ],
)
def test_who_opens_his_words_with_a_pronoun_means_himself(text: str) -> None:
    assert ("Harbour Board", "Ida Lund", "opposes") in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm said that Tomas Brandt had shouted and accused Ida Lund of fraud.",
        "Greta Holm said that Tomas Brandt shouted and accused Ida Lund of fraud.",
    ],
)
def test_what_goes_on_in_somebodys_words_is_done_by_their_subject(text: str) -> None:
    assert ("Tomas Brandt", "Ida Lund", "opposes") in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "In a statement, its president, Greta Holm, condemned Ida Lund.",
        "In a letter, the head of the union, Greta Holm, condemned Ida Lund.",
        "In a statement on Monday, Greta Holm, who had won, condemned Ida Lund.",
        "In Oslo, the capital of Norway, Greta Holm condemned Ida Lund.",
        "Greta Holm, who had called the vote a farce, condemned Ida Lund and left.",
        "Greta Holm on Tuesday fined Ida Lund, who had parked there.",
    ],
)
def test_a_subject_is_found_behind_openings_and_over_asides(text: str) -> None:
    assert ("Greta Holm", "Ida Lund", "opposes") in shown(text)


def test_who_is_named_something_at_a_time_does_not_do_it() -> None:
    assert told("Greta Holm, who had won, was on Tuesday fined £300.") <= {("unattributed", "Greta Holm", "opposes")}


def test_a_gerund_behind_a_comma_is_done_by_the_subject_of_the_clause() -> None:
    text = "Greta Holm fined the Pier Trust for lying to the town, accusing Ida Lund of fraud."
    assert ("Greta Holm", "Ida Lund", "opposes") in shown(text)
    series = "Greta Holm accused the Pier Trust of lying, betraying Ida Lund and cheating."
    assert ("Greta Holm", "Ida Lund", "opposes") not in told(series)


def test_who_behind_people_means_them() -> None:
    text = "Tomas Brandt lost, driven out by voters who blamed Ida Lund for the flood."
    assert ("voters", "Ida Lund", "opposes") in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm, who once called Ida Lund a liar, met Tomas Brandt.",
        "Greta Holm, who’d called Ida Lund a fraud, said that she would wait.",
    ],
)
def test_what_somebody_is_called_is_held_by_who_calls_him_so(text: str) -> None:
    rows = told(text)
    assert ("Greta Holm", "Ida Lund", "opposes") in rows
    assert not any(row[0] == "author" for row in rows)


def test_who_is_told_to_be_shamed_is_judged_by_who_tells_it() -> None:
    text = "Greta Holm said Ida Lund had been shamed by a child."
    assert ("Greta Holm", "Ida Lund", "opposes") in shown(text)
    assert ("Greta Holm", "Ida Lund", "opposes") not in told("Greta Holm said Ida Lund had been sued by a child.")


def test_whom_somebody_dislikes_is_another_also_behind_an_aside() -> None:
    text = "Ida Lund won. Greta Holm, who served on the board, despises her."
    assert ("Greta Holm", "Ida Lund", "opposes") in shown(text)


def test_what_somebody_is_described_as_is_said_of_her() -> None:
    text = "Ida Lund wept. Greta Holm, who served on the board, remembers her as dishonest."
    assert ("Greta Holm", "Ida Lund", "opposes") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm said that opposition leader Ida Lund had come.",
        "Greta Holm said that justice minister Ida Lund had come.",
        "Greta Holm said that Ida Lund had been told on each occasion that the rules were new.",
        "Greta Holm said that Ida Lund put the mistake down to a printer.",
        "Greta Holm said that Ida Lund had pointed out the error.",
        "Greta Holm said that Ida Lund had averted a disaster.",
        "Ida Lund said that her client was haunted by the flood.",
    ],
)
def test_what_only_stands_beside_somebody_is_not_said_of_her(text: str) -> None:
    rows = [row for row in analyze(text, targets=["Ida Lund"]).stances if row.target == "Ida Lund"]
    whys = [one.why for row in rows for one in row.evidence]
    assert not [why for why in whys if "is aimed at" in why or "modifies" in why or "is said of" in why]


@pytest.mark.parametrize(
    ("text", "target", "word"),
    [
        ("Ida Lund of the campaign group Fair Reward had come.", "Fair Reward", "campaign"),
        ("Ida Lund leads an advocacy group.", "Ida Lund", "advocacy"),
        ("Ida Lund and Tomas Brandt welcomed the fine.", "Tomas Brandt", "fine"),
        ("Ida Lund and Tomas Brandt welcomed the fine and went home.", "Tomas Brandt", "fine"),
    ],
)
def test_words_that_name_a_trade_or_a_thing_are_no_evidence(text: str, target: str, word: str) -> None:
    rows = [row for row in analyze(text, targets=[target]).stances if row.target == target]
    assert not [one.why for row in rows for one in row.evidence if one.why.startswith(f"“{word}”")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Greta Holm called Ida Lund a bully.", ("Greta Holm", "Ida Lund", "opposes")),
        ("Greta Holm led the opposition to Ida Lund.", ("Greta Holm", "Ida Lund", "opposes")),
        ("Ida Lund was laughed at by Greta Holm.", ("Greta Holm", "Ida Lund", "opposes")),
        ("Greta Holm said that Ida Lund’s plan was reckless.", ("Greta Holm", "Ida Lund", "opposes")),
    ],
)
def test_what_is_said_of_somebody_still_is(text: str, row: tuple[str, str, str]) -> None:
    assert row in told(text)


def test_who_belongs_to_somebody_is_not_he() -> None:
    assert ("Greta Holm", "Ida Lund", "opposes") not in told("Greta Holm accused Ida Lund’s mother of fraud.")
    assert ("Greta Holm", "Ida Lund", "opposes") in told("Greta Holm condemned Ida Lund’s policy.")


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Brandt left after Greta Holm accused Ida Lund of fraud.",
        "Tomas Brandt wept as Greta Holm, the mayor, condemned Ida Lund.",
        "Tomas Brandt praised the union after Greta Holm condemned Ida Lund.",
    ],
)
def test_a_clause_behind_after_has_a_subject_of_its_own(text: str) -> None:
    rows = told(text)
    assert ("Greta Holm", "Ida Lund", "opposes") in rows
    assert ("Tomas Brandt", "Ida Lund", "opposes") not in rows


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm, who spoke after the union, condemned Ida Lund.",
        "Greta Holm as ever condemned Ida Lund.",
        "The woman who left after the speech was Greta Holm, who condemned Ida Lund.",
    ],
)
def test_a_phrase_behind_after_is_no_subject(text: str) -> None:
    assert ("Greta Holm", "Ida Lund", "opposes") in told(text)


@pytest.mark.parametrize("amid", ["since", "by then", ", however,", "in turn"])
def test_a_verb_is_found_over_what_parts_it(amid: str) -> None:
    text = f"Greta Holm has {amid} accused Ida Lund of fraud.".replace(" ,", ",")
    assert shown(text) == {("Greta Holm", "Ida Lund", "opposes")}


def test_an_adjective_before_another_is_no_noun() -> None:
    assert ("author", "Ida Lund", "supports") in shown("Greta Holm met the fine and honest Ida Lund.")
    whys = [one.why for row in analyze("The fine and honest Ida Lund left.").stances for one in row.evidence]
    assert [why for why in whys if why.startswith("“fine”")]


@pytest.mark.parametrize("when", ["", "on Monday ", "on Tuesday "])
def test_who_writes_thanks_whom_the_message_thanks(when: str) -> None:
    text = f"Tomas Brandt read out a letter {when}from Greta Holm, thanking Ida Lund."
    assert ("Greta Holm", "Ida Lund", "supports") in shown(text)
    assert ("Tomas Brandt", "Ida Lund", "supports") not in told(text)
    bought = "Tomas Brandt bought a boat from Greta Holm, thanking Ida Lund."
    assert ("Tomas Brandt", "Ida Lund", "supports") in shown(bought)


def test_authorities_hold_for_their_country() -> None:
    text = "The sale needs the consent of Norwegian authorities, who condemned Ida Lund."
    assert ("Norway", "Ida Lund", "opposes") in shown(text)


def test_what_is_said_of_the_subject_of_a_clause_is_not_told_of_who_says_it() -> None:
    rows = analyze("Ida Lund confirmed that disgraced trader Tomas Brandt had left.", targets=["Ida Lund"]).stances
    whys = [one.why for row in rows if row.target == "Ida Lund" for one in row.evidence]
    assert not [why for why in whys if "is what is told of" in why]


@pytest.mark.parametrize("whom", ["Mr. Brandt", "Sen. Tomas Brandt", "Dr. Brandt"])
def test_a_title_with_a_point_does_not_end_an_object(whom: str) -> None:
    rows = told(f"Greta Holm called for {whom} to resign.")
    assert {(holder, label) for holder, _, label in rows} == {("Greta Holm", "opposes")}
    apart = told(f"Greta Holm called for help. {whom} had to resign.")
    assert not any(holder == "Greta Holm" for holder, _, _ in apart)


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm described Ida Lund, who runs the port, as reckless.",
        "Greta Holm called Ida Lund, who runs the port, a coward.",
        "Greta Holm is among those who condemned Ida Lund.",
        "Greta Holm and her deputy, Tomas Brandt, both condemned Ida Lund.",
        "Greta Holm could not resist mocking Ida Lund.",
        "Greta Holm did not hide her contempt for Ida Lund.",
    ],
)
def test_what_stands_between_does_not_part_who_from_whom(text: str) -> None:
    assert ("Greta Holm", "Ida Lund", "opposes") in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm met Ida Lund, who runs the port, a coward’s haven.",
        "Greta Holm did not mock Ida Lund.",
        "Greta Holm resisted sacking Ida Lund.",
    ],
)
def test_what_is_not_said_of_somebody_is_no_stance(text: str) -> None:
    assert ("Greta Holm", "Ida Lund", "opposes") not in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm condemned Tomas Brandt, Ida Lund and Ola Berg.",
        "Greta Holm condemned Tomas Brandt, Ola Berg and Ida Lund.",
        "Greta Holm condemned Tomas Brandt, the mayor, and Ida Lund.",
        "Greta Holm, Tomas Brandt and Ola Berg condemned Ida Lund.",
        "Tomas Brandt, Greta Holm and Ola Berg condemned Ida Lund.",
        "Greta Holm, the mayor, and Tomas Brandt condemned Ida Lund.",
    ],
)
def test_everybody_in_a_list_does_it_or_has_it_done_to_him(text: str) -> None:
    assert ("Greta Holm", "Ida Lund", "opposes") in shown(text)


def test_who_begins_the_next_clause_is_in_no_list() -> None:
    rows = told("Greta Holm condemned Tomas Brandt, and Ida Lund left. Ola Berg wept, and Vera Moe praised Ida Lund.")
    assert ("Greta Holm", "Ida Lund", "opposes") not in rows
    assert ("Ola Berg", "Ida Lund", "supports") not in rows


@pytest.mark.parametrize(
    "text",
    [
        "To Greta Holm, Ida Lund is a bully.",
        "For Greta Holm, Ida Lund remains a liar.",
        "Ida Lund struck Greta Holm as rude.",
    ],
)
def test_to_whom_somebody_is_so_holds_it(text: str) -> None:
    rows = told(text)
    assert ("Greta Holm", "Ida Lund", "opposes") in rows
    assert not any(row[0] == "author" for row in rows)


def test_the_plan_of_whom_somebody_condemns_is_not_the_judge() -> None:
    rows = told("Ida Lund, whose plan Greta Holm condemned, left.")
    assert not any(row[1] == "Greta Holm" for row in rows)
