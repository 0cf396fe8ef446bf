"""Verdicts on deeds that name nobody ("the fine"): they are about whoever the text told of doing them."""

from __future__ import annotations

import pytest

from stancecli.pipeline import analyze


def told(text: str) -> dict[tuple[str, str], str]:
    return {(row.holder, row.target): row.label for row in analyze(text).stances}


@pytest.mark.parametrize(
    ("first", "then", "label"),
    [
        ("The Harbour Board fined Ida Lund £900 on Tuesday.", "Greta Holm welcomed the fine.", "supports"),
        ("The Harbour Board fined Ida Lund £900 on Tuesday.", "Greta Holm regretted the fine.", "opposes"),
        ("Ida Lund was fined £900 by the Harbour Board.", "Greta Holm said that the fine was disgraceful.", "opposes"),
        ("The Harbour Board voted to sell the pier.", "Greta Holm condemned the decision.", "opposes"),
        ("The Harbour Board voted to sell the pier.", "Greta Holm called the move a disgrace.", "opposes"),
        ("The Harbour Board will close the pier in May.", "Greta Holm is opposed to the closure.", "opposes"),
        ("The Harbour Board issued a ruling on herring.", "The ruling was hailed by Greta Holm.", "supports"),
        ("The Harbour Board's ruling came late.", "Greta Holm denounced the ruling.", "opposes"),
        ("A ruling by the Harbour Board came late.", "Greta Holm denounced the ruling.", "opposes"),
        ("The Harbour Board estimated that 400 boats leak.", "Greta Holm disputes the figure.", "opposes"),
        ("The Harbour Board unveiled a plan for the pier.", "Greta Holm backed the plan.", "supports"),
        ("Harbour Board to charge for moorings", "\n\nGreta Holm criticised the charge.", "opposes"),
        ("The Harbour Board will empty bins in winter only.", "Greta Holm deplored the decision.", "opposes"),
        ("After the Harbour Board sacked him, he sang.", "Greta Holm applauded the sacking.", "supports"),
        ("The Harbour Board closed the pier.", "Greta Holm said that she would not support the decision.", "opposes"),
        ("The Harbour Board closed the pier.", "“We will fight this reckless decision,” Greta Holm said.", "opposes"),
        ("The Harbour Board closed the pier.", "Greta Holm called the closure “barbaric”.", "opposes"),
        ("The Harbour Board took the decision in May.", "Greta Holm condemned the decision.", "opposes"),
        ("The Harbour Board said that 400 boats leak.", "Greta Holm rejected the claim.", "opposes"),
        ("The Harbour Board met on Monday, banning dogs.", "Greta Holm condemned the ban.", "opposes"),
        ("A ruling was issued by the Harbour Board.", "Greta Holm condemned the ruling.", "opposes"),
        ("It rained as the Harbour Board closed the pier.", "Greta Holm condemned the closure.", "opposes"),
        (
            "Tomas Brandt has sung since the Harbour Board closed the pier.",
            "Greta Holm condemned the closure.",
            "opposes",
        ),
        ("Boats will leak until the Harbour Board closes the pier.", "Greta Holm condemned the closure.", "opposes"),
        ("Storms came after the Harbour Board banned dogs.", "Greta Holm condemned the ban.", "opposes"),
        ("A dog bit a boy before the Harbour Board banned dogs.", "Greta Holm condemned the ban.", "opposes"),
    ],
)
def test_a_verdict_on_a_deed_is_one_on_who_was_told_to_do_it(first: str, then: str, label: str) -> None:
    assert told(f"{first} {then}").get(("Greta Holm", "Harbour Board")) == label


@pytest.mark.parametrize(
    ("appeals", "label"),
    [
        ("Greta Holm will appeal.", "opposes"),
        ("Greta Holm said that she would appeal.", "opposes"),
        ("Greta Holm will appeal the fine.", "opposes"),
        ("Greta Holm will not appeal.", None),
        ("Greta Holm appealed for calm.", None),
        ("Greta Holm will appeal to voters.", None),
    ],
)
def test_who_appeals_is_against_who_ruled(appeals: str, label: str | None) -> None:
    text = f"The Harbour Board fined Greta Holm £900 on Tuesday. {appeals}"
    assert told(text).get(("Greta Holm", "Harbour Board")) == label


@pytest.mark.parametrize(
    "then",
    [
        "The Harbour Board will close the pier, a decision that Greta Holm condemned.",
        "The Harbour Board will close the pier, a move condemned by Greta Holm.",
    ],
)
def test_a_decision_in_apposition_is_that_of_its_sentence(then: str) -> None:
    assert told(then).get(("Greta Holm", "Harbour Board")) == "opposes"
    after = then.split(", ")[1]
    assert not told(f"The Harbour Board will close the pier. {after[0].upper()}{after[1:]}")


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Board met on Tuesday. Greta Holm condemned the decision.",  # nothing told
        "The Harbour Board closed the pier. A judge ruled on Friday. Greta Holm condemned the ruling.",  # by another
        "The Harbour Board did not fine Ida Lund. Greta Holm welcomed the fine.",
        "The Harbour Board may fine Ida Lund. Greta Holm welcomed the fine.",
        "The Harbour Board fined Ida Lund. Greta Holm welcomed the first fine.",
        "The Harbour Board fined Ida Lund. Greta Holm welcomed the 2010 fine.",
        "The Harbour Board fined Ida Lund. Greta Holm welcomed the Norwich fine.",
        "The Harbour Board fined Ida Lund. Greta Holm welcomed a fine.",
        "The Harbour Board fined Ida Lund. Greta Holm welcomed the parking fine.",
        "The Harbour Board fined Ida Lund. Greta Holm welcomed the fine imposed by a judge.",
        "The Harbour Board passed a budget. Greta Holm welcomed the decision to sell the pier.",
        "The Harbour Board published a report on rot. Greta Holm was appalled at the report.",
        "The Harbour Board took the report seriously. Greta Holm dismissed the report.",
        "The Harbour Board welcomed guests. Greta Holm welcomed the guests.",
        "The Harbour Board will attack boats. Greta Holm condemned the attack.",
        "The Harbour Board banned dogs. Then a judge banned cats. Greta Holm condemned the ban.",
        "The Harbour Board planned a fee. Greta Holm condemned the pier plan.",
        "The Harbour Board planned a pier. Greta Holm condemned the plan of a rival.",
        "The Harbour Board planned a pier. Greta Holm condemned the plan from a rival.",
        "The Harbour Board planned a pier. Greta Holm condemned the plan by a rival.",
        "The Harbour Board ruled on herring. Greta Holm condemned the ruling of a judge.",
        "The Harbour Board fined boats. Greta Holm condemned the fine from a judge.",
        "The Harbour Board fined boats. Greta Holm did not condemn the fine.",
        "The Harbour Board closed the pier. Greta Holm did not regret the closure.",
    ],
)
def test_a_deed_that_the_text_does_not_plainly_tell_is_left_alone(text: str) -> None:
    assert ("Greta Holm", "Harbour Board") not in told(text)


@pytest.mark.parametrize("verdict", ["did not welcome", "did not praise", "never welcomed"])
def test_who_denies_a_deed_praise_is_against_who_did_it(verdict: str) -> None:
    assert told(f"The Harbour Board fined boats. Greta Holm {verdict} the fine.") == {
        ("Greta Holm", "Harbour Board"): "opposes"
    }


def test_a_deed_may_be_told_as_that_of_a_pronoun() -> None:
    text = "Tomas Brandt won. His ruling came late. Greta Holm condemned the ruling."
    assert told(text) == {("Greta Holm", "Tomas Brandt"): "opposes"}


def test_of_what_is_imposed_the_amount_names_no_doer() -> None:
    text = "The Harbour Board fined boats. Greta Holm condemned the fine of £900."
    assert told(text) == {("Greta Holm", "Harbour Board"): "opposes"}


def test_nobody_judges_his_own_deed() -> None:
    rows = told("The Harbour Board closed the pier. The Harbour Board defended the decision.")
    assert not [pair for pair in rows if "Harbour Board" in pair]
    assert not told("The Harbour Board closed the pier. “The decision was right,” the Harbour Board said.")


def test_who_welcomes_somebody_judges_none() -> None:
    assert ("Greta Holm", "Ida Lund") not in told("Greta Holm regretted Ida Lund's age.")
    assert told("Greta Holm welcomed Ida Lund's decision.")["Greta Holm", "Ida Lund"] == "supports"


def test_the_last_who_did_such_a_deed_is_meant() -> None:
    text = "The Harbour Board fined Ida Lund. The Pier Trust fined Tomas Brandt. Greta Holm condemned the fine."
    assert told(text).get(("Greta Holm", "Pier Trust")) == "opposes"
    assert ("Greta Holm", "Harbour Board") not in told(text)


def test_the_evidence_leads_to_the_verdict_and_to_the_name_of_who_did_it() -> None:
    text = "Tomas Brandt slept. He insulted Ida Lund and banned her dog. Greta Holm condemned the ban."
    report = analyze(text)
    (row,) = [row for row in report.stances if (row.holder, row.target) == ("Greta Holm", "Tomas Brandt")]
    (found,) = row.evidence
    assert found.why == "“condemned” is about what was done by “Tomas Brandt”"
    assert [text[span.start : span.end] for span in found.spans] == ["Tomas Brandt", "condemned"]


def test_who_asks_for_the_doer_is_told_the_same() -> None:
    text = "The Harbour Board fined Ida Lund £900. Greta Holm condemned the fine."
    asked = analyze(text, targets=["Harbour Board"])
    (plain,) = [row for row in analyze(text).stances if row.holder == "Greta Holm" and row.target == "Harbour Board"]
    assert plain in asked.stances


def test_what_somebody_only_says_that_others_did_is_not_theirs_to_answer_for() -> None:
    said = "“Ostmark bombed its own people,” Ida Lund said. Greta Holm condemned the attack."
    told = "Ostmark bombed a hospital. Greta Holm condemned the attack."
    rows = [{(one.holder, one.target) for one in analyze(text).stances} for text in (said, told)]
    assert [("Greta Holm", "Ostmark") in row for row in rows] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund said it rained. Tomas Brandt rejects the allegations.",
        "The Harbour Board hit a snag. Greta Holm condemned the attack.",
        "Tomas Brandt closed his eyes. Greta Holm regretted the decision.",
        "Tomas Brandt resigned on Monday. Greta Holm regretted the decision.",
        "The Harbour Board said that boats leak. Brandt said he was tired. Greta Holm rejected the claim that boats leak.",
        "The Harbour Board banned dogs. Greta Holm lamented the ban on cars by others.",
        "The Harbour Board fined a boat. Greta Holm can appeal.",
    ],
)
def test_what_is_no_such_deed_or_none_that_the_text_told_leads_to_nobody(text: str) -> None:
    assert not {one for one in told(text) if one[0] in ("Greta Holm", "Tomas Brandt")}


def test_a_deed_with_a_verb_of_its_own_is_told_by_no_other() -> None:
    text = "Ostmark invaded Zelvan. Zelvan struck back. Greta Holm condemned the {}."
    assert told(text.format("invasion")).get(("Greta Holm", "Ostmark")) == "opposes"
    assert told(text.format("strike")).get(("Greta Holm", "Zelvan")) == "opposes"
