"""What looks like a stance and is none: plain facts, others' doings, and deeds that nobody known did."""

from __future__ import annotations

import pytest

from stancecli.pipeline import analyze

SURE = 0.6
"""Less sure than this no row is shown, or to be minded."""


def between(text: str, holder: str, target: str) -> set[str]:
    rows = [row for row in analyze(text).stances if row.confidence >= SURE]
    return {row.label for row in rows if (row.holder, row.target) == (holder, target)}


@pytest.mark.parametrize(
    ("text", "holder", "target"),
    [
        (
            "Ida Lund said that the ferry board had excluded night sailings, an idea that the board had dismissed before.",
            "Ida Lund",
            "ferry board",
        ),
        ("Ida Lund has warned anglers to ignore the rumours.", "Ida Lund", "anglers"),
    ],
)
def test_what_somebody_holds_of_another_is_no_verdict_on_him(text: str, holder: str, target: str) -> None:
    assert between(text, holder, target) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm never called Ida Lund honest.",
        "Greta Holm refused to call Ida Lund honest.",
        "Greta Holm declined to describe Ida Lund as corrupt.",
        "Voters must stop treating Ida Lund as honest, Greta Holm said.",
        "Greta Holm said it was absurd to call Ida Lund a traitor.",
        "Greta Holm said labelling Ida Lund a coward was wrong.",
        "Greta Holm shrugged off criticism of Ida Lund.",
        "Greta Holm played down criticism of Ida Lund.",
        "Greta Holm described criticism of Ida Lund as cheap politics.",
        "Greta Holm described the charges against Ida Lund as nonsense.",
        "Greta Holm apologised for calling Ida Lund a liar.",
        "Greta Holm withdrew her accusation that Ida Lund was corrupt.",
        "Greta Holm used to admire Ida Lund.",
        "Greta Holm stopped short of calling Ida Lund a liar.",
        "Greta Holm said Ida Lund was being treated unfairly.",
        "Greta Holm said she regretted criticising Ida Lund.",
        "Greta Holm said neither Tom Vane nor Ida Lund could be trusted.",
        "Ida Lund has been accused of fraud, but Greta Holm said she was innocent.",
        "Ida Lund's late mother was a liar, Greta Holm said.",
        "The mother of Ida Lund is a liar, Greta Holm said.",
    ],
)
def test_what_is_called_by_nobody_or_of_another_is_no_verdict(text: str) -> None:
    assert between(text, "Greta Holm", "Ida Lund") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm has never found Ida Lund trustworthy.",
        "Greta Holm no longer supports Ida Lund.",
        "Greta Holm no longer trusts Ida Lund.",
        "Greta Holm echoed criticism of Ida Lund.",
    ],
)
def test_what_denies_the_good_is_against(text: str) -> None:
    assert between(text, "Greta Holm", "Ida Lund") == {"opposes"}


def test_what_two_do_is_held_for_both() -> None:
    text = "Ida Lund and Tom Vane behaved well, Greta Holm said."
    assert between(text, "Greta Holm", "Ida Lund") == between(text, "Greta Holm", "Tom Vane") == {"supports"}


def test_what_he_holds_of_who_tells_it_is() -> None:
    assert between("Ida Lund said that the ferry board had betrayed her.", "Ida Lund", "ferry board") == {"opposes"}


@pytest.mark.parametrize(
    ("text", "holder", "target"),
    [
        (
            "Ida Lund blamed anglers for the delay, noting that they opposed the tunnel company in May.",
            "Ida Lund",
            "tunnel company",
        ),
        (
            "Anglers asked the port to drop the fee, contending that it would drive boats away and punish citizens.",
            "Anglers",
            "citizens",
        ),
        ("Local newspapers reported that they’d plotted to overthrow the council.", "Local newspapers", "council"),
    ],
)
def test_a_pronoun_that_cannot_mean_the_speaker_makes_nothing_his(text: str, holder: str, target: str) -> None:
    assert between(text, holder, target) == set()


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ida Lund, a bronze medallist in rowing, said that the tide was late.", "Ida Lund"),
        ("Ida Lund, a pioneer of the sport, said that the tide was late.", "Ida Lund"),
        ("Tomas Brandt has to go to the regatta in May.", "Tomas Brandt"),
    ],
)
def test_merits_manners_and_mere_events_are_no_view_of_the_authors(text: str, target: str) -> None:
    assert between(text, "author", target) == set()


@pytest.mark.parametrize(
    ("text", "holder", "target"),
    [
        ("Greta Holm said that Tomas Brandt seemed let down.", "Greta Holm", "Tomas Brandt"),
        ("Anglers insist that Tomas Brandt is being misrepresented.", "Anglers", "Tomas Brandt"),
        (
            "Critics of the fee warn that it would push up prices and crowd out small boats.",
            "Critics of the fee",
            "crowd",
        ),
        (
            "The harbour committee told nervous candidates that they were free to distance themselves from Ida Lund.",
            "harbour committee",
            "Ida Lund",
        ),
        (
            "The anglers' union maintains Ida Lund is being held illegally and that the deal has, with her detention, collapsed.",
            "anglers' union",
            "Ida Lund",
        ),
    ],
)
def test_what_is_suffered_or_allowed_is_held_against_nobody(text: str, holder: str, target: str) -> None:
    assert between(text, holder, target) == set()


def test_who_is_only_told_to_be_brave_is_not_praised() -> None:
    text = "Ida Lund rowed on. “They told us, be brave. They said no more,” Lund said."
    words = [piece.why for row in analyze(text).stances for piece in row.evidence]
    assert not [why for why in words if "brave” is aimed at" in why]


@pytest.mark.parametrize(
    ("told", "judged", "holder", "target"),
    [
        ("Ida Lund denied that the boats were late.", "The guild condemned the decision.", "guild", "Ida Lund"),
        ("“I would agree with that,” Ida Lund said.", "The guild condemned the decision.", "guild", "Ida Lund"),
        ("Ida Lund plans to speak at the meeting.", "The guild condemned the plan.", "guild", "Ida Lund"),
        ("“I wrote the report,” Ida Lund said.", "The guild condemned the survey.", "guild", "Ida Lund"),
        ("Ida Lund will file the motion.", "The guild condemned the bill.", "guild", "Ida Lund"),
        ("The council is cutting grants.", "The guild condemned the looming cuts.", "guild", "council"),
        ("The rate is not 5 percent, as the council says.", "The guild rejected those figures.", "guild", "council"),
        (
            "The pier is unsafe, as a ruling by the Harbour Court holds.",
            "The guild condemned the ruling.",
            "guild",
            "Harbour Court",
        ),
        ("Rubbish Ltd will go uncollected for a week.", "The guild condemned the proposal.", "guild", "Rubbish Ltd"),
    ],
)
def test_a_deed_is_not_that_of_who_did_something_else(told: str, judged: str, holder: str, target: str) -> None:
    assert between(f"{told} {judged}", holder, target) == set()


@pytest.mark.parametrize(
    ("text", "holder", "other", "target"),
    [
        (
            "The harbour council that is meant to be running the country congratulated the police.",
            "harbour council",
            "country",
            "police",
        ),
        (
            "Unions representing workers at Bergby Town Council have accused the authority of “sham consultation”.",
            "Unions",
            "workers",
            "Bergby Town Council",
        ),
        ("The host Greta Holm had compared Ida Lund, by name, to a Nazi official.", "Greta Holm", "author", "Ida Lund"),
    ],
)
def test_the_holder_is_who_does_it(text: str, holder: str, other: str, target: str) -> None:
    assert between(text, other, target) == set()


@pytest.mark.parametrize(
    ("text", "holder", "target"),
    [
        (
            "Under a law passed in 2019, Ida Lund was entitled to money for each year that she was wrongly held.",
            "author",
            "Ida Lund",
        ),
        ("Lund's rape conviction reforms in doubt as guilds boycott pilot", "author", "Lund"),
        ("Tomas Brandt misled the guild, the harbour court heard on Tuesday.", "harbour court", "Tomas Brandt"),
        (
            "The harbour board sent the case of Ida Lund to the court, overriding objections that she had failed to disclose talks.",
            "harbour board",
            "Ida Lund",
        ),
        ("Anglers argued that voters would not care.", "Anglers", "voters"),
        (
            "Greta Holm told a radio station that Ida Lund had accused smear merchants of lying.",
            "Greta Holm",
            "Ida Lund",
        ),
        (
            "Greta Holm said that an infection that doctors have linked to contaminated water was spreading.",
            "Greta Holm",
            "doctors",
        ),
    ],
)
def test_what_others_claim_or_hear_is_not_his(text: str, holder: str, target: str) -> None:
    assert between(text, holder, target) == set()


@pytest.mark.parametrize(
    ("text", "holder", "target"),
    [
        (
            "Greta Holm said that she respected Tomas Brandt, found him difficult, and had left.",
            "Greta Holm",
            "Tomas Brandt",
        ),
    ],
)
def test_a_series_of_verbs_has_one_subject(text: str, holder: str, target: str) -> None:
    assert between(text, holder, target) == {"supports"}


def test_who_speaks_in_a_relative_clause_is_its_he() -> None:
    text = (
        "Tomas Brandt spoke for an hour. The recording of Brandt was provided by an angler who said that he was frustrated with Ida "
        "Lund, and Brandt can be heard arguing."
    )
    assert between(text, "Tomas Brandt", "Ida Lund") == set()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Greta Holm does not regret supporting Ida Lund.", "supports"),
        ("Greta Holm posted a video describing Ida Lund as a shameful liar.", "opposes"),
        ("Greta Holm hit out, branding Ida Lund a laughable fraud.", "opposes"),
        ("Greta Holm met reporters with criticism of Ida Lund.", "opposes"),
        ("Greta Holm played a leading role in the opposition to Ida Lund.", "opposes"),
        ("Greta Holm survived the vote with the support of Ida Lund.", "supports"),
        ("Greta Holm denounced a critic of Ida Lund.", "supports"),
        ("Greta Holm said it would be irresponsible to put Ida Lund in charge.", "opposes"),
    ],
)
def test_what_only_looks_like_that_is_held_all_the_same(text: str, label: str) -> None:
    """Each of the guards above has words that it must leave alone."""
    assert between(text, "Greta Holm", "Ida Lund") == {label}


def test_what_a_heading_above_ends_with_takes_nothing_back() -> None:
    text = "Why Tom Vane is wrong\n\nCalling Ida Lund a liar, Greta Holm walked out."
    assert between(text, "Greta Holm", "Ida Lund") == {"opposes"}


def test_a_threat_of_regret_takes_nothing_back() -> None:
    text = "Greta Holm said Tom Vane will regret betraying Ida Lund."
    assert between(text, "Greta Holm", "Tom Vane") == between(text, "Tom Vane", "Ida Lund") == {"opposes"}


def test_of_whom_it_is_told_in_an_apposition_is_no_mere_kin() -> None:
    text = "Police arrested the son of Tom Vane, a corrupt bully who ran the city."
    assert between(text, "author", "Tom Vane") == {"opposes"} and between(text, "author", "Police") == set()


@pytest.mark.parametrize(
    "text", ["Ida Lund left. Her ally\n\nHe left.", "Ida Lund quit.\n\nHer friend\n\nThe bank told so"]
)
def test_a_stray_heading_is_no_obstacle(text: str) -> None:
    assert analyze(text).sentences > 1


@pytest.mark.parametrize(
    ("text", "holder", "label"),
    [
        ("Ida Lund has been in court since the Harbour Board fined her.", "Harbour Board", "opposes"),
        ("Ida Lund was in court after Tom Vane praised her.", "Tom Vane", "supports"),
    ],
)
def test_what_was_done_to_her_is_no_participle(text: str, holder: str, label: str) -> None:
    assert between(text, holder, "Ida Lund") == {label}


def test_what_a_report_was_taken_from_does_nothing_else_in_the_sentence() -> None:
    text = "Greta Holm saw Tom Vane lie, according to court filings, and sacked Ida Lund."
    assert between(text, "court filings", "Ida Lund") == set()
