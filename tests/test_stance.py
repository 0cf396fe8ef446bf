"""Where holders stand to targets, by whole analyses of sentences of our own."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import yaml
from process import ROOT

from stancecli.model import Report
from stancecli.pipeline import analyze
from stancecli.settings import DEFAULT
from stancecli.stance import label_of, weigh
from stancecli.stance.wording import worded

WEIGHTS = Path(weigh.__file__).parent.parent / "weights" / "stance.yaml"


def told(report: Report) -> dict[tuple[str, str], str]:
    return {(stance.holder, stance.target): stance.label for stance in report.stances if stance.label != "neutral"}


@pytest.mark.parametrize(
    ("text", "holder", "target", "label"),
    [
        ("Ida Lund accused Tomas Brandt of fraud.", "Ida Lund", "Tomas Brandt", "opposes"),
        ("Tomas Brandt was accused of fraud by Ida Lund.", "Ida Lund", "Tomas Brandt", "opposes"),
        ("Ida Lund praised Tomas Brandt for his courage.", "Ida Lund", "Tomas Brandt", "supports"),
        ("Tomas Brandt condemned Drew Falk.", "Tomas Brandt", "Drew Falk", "opposes"),
        ("Tomas Brandt condemned Rose Falk.", "Tomas Brandt", "Rose Falk", "opposes"),
        ("Ida Lund said that Tomas Brandt was a corrupt liar.", "Ida Lund", "Tomas Brandt", "opposes"),
        ("The corrupt Tomas Brandt lied to the court.", "author", "Tomas Brandt", "opposes"),
        ("Tomas Brandt, an honest and brilliant engineer, won the prize.", "author", "Tomas Brandt", "supports"),
        ("Greta Holm said that Ida Lund attacked Tomas Brandt.", "Ida Lund", "Tomas Brandt", "opposes"),
        ("The head of the guild, Ida Lund, condemned Tomas Brandt.", "Ida Lund", "Tomas Brandt", "opposes"),
        (
            "The council was backed by Ida Lund, who joined the march and thanked Tomas Brandt.",
            "Ida Lund",
            "Tomas Brandt",
            "supports",
        ),
        ("Ida Lund sued the MP for Bergby, Tomas Brandt, for libel.", "Ida Lund", "Tomas Brandt", "opposes"),
        ("The editor at Bergby, Ida Lund, condemned Tomas Brandt.", "Ida Lund", "Tomas Brandt", "opposes"),
        ("The firm that runs the ferry, Senn Lines, condemned Tomas Brandt.", "Senn Lines", "Tomas Brandt", "opposes"),
        ("Ida Lund sued the firm that runs the ferry, Senn Lines.", "Ida Lund", "Senn Lines", "opposes"),
        ("Ida Lund praised the woman who sued the council, Eve Moor.", "Ida Lund", "Eve Moor", "supports"),
        ("Greta Holm spoke up for Ida Lund, whom she called a hero.", "Greta Holm", "Ida Lund", "supports"),
        ("Ida Lund threw her old friend Tomas Brandt under the bus.", "Ida Lund", "Tomas Brandt", "opposes"),
        ("Tomas Brandt was thrown under the bus by Ida Lund.", "Ida Lund", "Tomas Brandt", "opposes"),
        ("Ida Lund gave Tomas Brandt the benefit of the doubt.", "Ida Lund", "Tomas Brandt", "supports"),
        ("Ida Lund came to Tomas Brandt's rescue.", "Ida Lund", "Tomas Brandt", "supports"),
        ("Tomas Brandt is out of his depth.", "author", "Tomas Brandt", "opposes"),
        ("Tomas Brandt pulled out all the stops for the choir.", "author", "Tomas Brandt", "supports"),
        ("Ida Lund named her deputy, Tomas Brandt, whom she accused of fraud.", "Ida Lund", "Tomas Brandt", "opposes"),
        ("Board president Ida Lund, who voted yes, thanked Tomas Brandt.", "Ida Lund", "Tomas Brandt", "supports"),
        ("Ida Lund thanked Tomas Brandt for getting the village through.", "Ida Lund", "Tomas Brandt", "supports"),
        ("“They have my backing,” Ida Lund said of the Miners' Union.", "Ida Lund", "Miners' Union", "supports"),
        ("“They robbed us,” Ida Lund said of the Miners' Union.", "Ida Lund", "Miners' Union", "opposes"),
        ("“They robbed us,” said Ida Lund of the Miners' Union.", "Ida Lund", "Miners' Union", "opposes"),
        ("Lund Homes built flats. “I hate that company,” Ida Holm said.", "Ida Holm", "Lund Homes", "opposes"),
        ("Ida Lund said she had nothing but love for Tomas Brandt.", "Ida Lund", "Tomas Brandt", "supports"),
        ("Few voters backed Tomas Brandt.", "Few voters", "Tomas Brandt", "opposes"),
        ("Not all voters backed Tomas Brandt.", "voters", "Tomas Brandt", "opposes"),
        ("A few voters backed Tomas Brandt.", "few voters", "Tomas Brandt", "supports"),
        ("No fewer than ten voters backed Tomas Brandt.", "No fewer than ten voters", "Tomas Brandt", "supports"),
        ("No doubt Ida Lund praised Tomas Brandt.", "Ida Lund", "Tomas Brandt", "supports"),
        ("No 10 backed Ida Lund.", "No 10", "Ida Lund", "supports"),
        ("No. 10 backed Ida Lund.", "United Kingdom", "Ida Lund", "supports"),
        ("Tomas Brandt was dismissed as a liar by Ida Lund.", "Ida Lund", "Tomas Brandt", "opposes"),
        ("Tomas Brandt was branded a corrupt bully.", "unattributed", "Tomas Brandt", "opposes"),
        ("The Stanmoor manager, Greta Holm, praised Tomas Brandt.", "Greta Holm", "Tomas Brandt", "supports"),
        ("Ida Lund called Tomas Brandt candid and courageous.", "Ida Lund", "Tomas Brandt", "supports"),
        (
            "Tomas Brandt has the council's trust, and he enjoys Ida Lund's full backing.",
            "Ida Lund",
            "Tomas Brandt",
            "supports",
        ),
        ("The Rural Party said it would vote for Tomas Brandt.", "Rural Party", "Tomas Brandt", "supports"),
        ("On Monday evening Ida Lund was praised by Tomas Brandt.", "Tomas Brandt", "Ida Lund", "supports"),
        ("Tomas Brandt, Ida Lund said, was as corrupt as his father.", "Ida Lund", "Tomas Brandt", "opposes"),
        (
            "Ida Lund said she would table a motion of no confidence in Tomas Brandt.",
            "Ida Lund",
            "Tomas Brandt",
            "opposes",
        ),
        ("The ferries stood still after Norway filed suit against Peru.", "Norway", "Peru", "opposes"),
        (
            "The Pier Trust, which owns two lighthouses and which denounced Tomas Brandt in May, thanked Ida Lund.",
            "Pier Trust",
            "Tomas Brandt",
            "opposes",
        ),
        (
            "Ida Lund said the surgeon, Greta Holm, had kept her word and urged members to reject Tomas Brandt.",
            "Ida Lund",
            "Tomas Brandt",
            "opposes",
        ),
    ],
)
def test_who_stands_where(text: str, holder: str, target: str, label: str) -> None:
    assert told(analyze(text)).get((holder, target)) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ida Lund rejected an improved offer from Tomas Brandt.", "opposes"),
        ("Ida Lund opposed the re-election of Tomas Brandt.", "opposes"),
        ("Ida Lund cancelled a joint tour with Tomas Brandt.", "opposes"),
        ("Ida Lund revoked a lease of Tomas Brandt.", "opposes"),
        ("Ida Lund applauded the decision of Tomas Brandt.", "supports"),
        ("Ida Lund said that she found Tomas Brandt's remarks unfortunate.", "opposes"),
        ("Ida Lund called Tomas Brandt's conduct impeccable.", "supports"),
    ],
)
def test_an_attitude_toward_a_deed_is_one_toward_who_did_it(text: str, label: str) -> None:
    report = analyze(text)
    assert told(report)[("Ida Lund", "Tomas Brandt")] == label
    stance = next(one for one in report.stances if one.target == "Tomas Brandt")
    assert stance.confidence >= 0.66 and any("is about what was done by" in one.why for one in stance.evidence)


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("Tomas Brandt was a breath of fresh air", "supports"),
        ("Tomas Brandt was a wolf in sheep's clothing", "opposes"),
        ("Tomas Brandt was the voice of reason", "supports"),
        ("Tomas Brandt was nothing short of heroic", "supports"),
        ("Tomas Brandt had never put a foot wrong", "supports"),
        ("she could not thank Tomas Brandt enough", "supports"),
        ("she found Tomas Brandt's account utterly convincing", "supports"),
        ("it was cowardly of Tomas Brandt to write", "opposes"),
        ("it was decent of Tomas Brandt to write", "supports"),
        ("she was livid with Tomas Brandt", "opposes"),
        ("she was fed up with Tomas Brandt", "opposes"),
        ("she found Tomas Brandt's account unconvincing", "opposes"),
        ("Tomas Brandt's outburst was a disgrace", "opposes"),
    ],
)
def test_what_a_speaker_is_told_to_say_of_somebody_is_a_verdict(said: str, label: str) -> None:
    assert told(analyze(f"Ida Lund said {said}.")) == {("Ida Lund", "Tomas Brandt"): label}


@pytest.mark.parametrize("adjective", ["petty", "spineless", "angry", "ashamed", "reckless", "overpaid"])
@pytest.mark.parametrize("how", ["called Tomas Brandt {}", "described Tomas Brandt as {}", "said Tomas Brandt was {}"])
def test_what_somebody_is_called_is_an_adjective_whatever_its_tag(how: str, adjective: str) -> None:
    stances = told(analyze(f"Ida Lund {how.format(adjective)}."))
    assert stances.get(("Ida Lund", "Tomas Brandt")) == "opposes"


@pytest.mark.parametrize(
    ("quote", "thing", "label"),
    [
        ("It is a disgrace", "latest plan", "opposes"),
        ("This is spiteful", "letter", "opposes"),
        ("A brilliant piece of work", "report", "supports"),
        ("It is a disgrace", "horse", None),
        ("It is a disgrace", "plan committee", None),
    ],
)
def test_what_is_said_of_somebodys_deed_is_said_of_him(quote: str, thing: str, label: str | None) -> None:
    stances = told(analyze(f"“{quote},” Ida Lund said of Tomas Brandt's {thing}."))
    assert stances.get(("Ida Lund", "Tomas Brandt")) == label


def test_what_is_said_of_a_thing_that_somebody_has_is_not_said_of_him() -> None:
    assert told(analyze("Ida Lund said that the flat that Tomas Brandt rented was overpriced.")) == {}


def test_what_somebody_feels_is_not_said_of_him() -> None:
    assert told(analyze("Ida Lund was scathing about Tomas Brandt.")) == {("Ida Lund", "Tomas Brandt"): "opposes"}


def test_what_a_named_speaker_says_that_somebody_is_is_told_surely() -> None:
    (stance,) = analyze("Ida Lund said Tomas Brandt was a born leader.").stances
    assert (stance.holder, stance.label) == ("Ida Lund", "supports") and stance.confidence >= DEFAULT.shown_confidence


def test_a_kind_of_plan_is_not_kind() -> None:
    report = analyze("Ida Lund described Tomas Brandt's tweet as some kind of a list.")
    assert not any("kind" in one.why for stance in report.stances for one in stance.evidence)


@pytest.mark.parametrize(
    ("deed", "opposed"),
    [
        ("treatment", False),
        ("abuse", False),
        ("nomination by Ann Hill", False),
        ("treatment of the staff", True),
        ("nomination", True),
        ("criticism", True),
    ],
)
def test_who_is_treated_or_nominated_by_others_is_not_judged(deed: str, opposed: bool) -> None:
    stances = told(analyze(f"Ida Lund called Tomas Brandt's {deed} a disgrace."))
    assert (stances.get(("Ida Lund", "Tomas Brandt")) == "opposes") is opposed


@pytest.mark.parametrize("thing", ["a cold from", "the horse of", "a bridge by", "a poor treatment of", "criticism of"])
def test_what_is_no_deed_of_somebody_is_none_of_his(thing: str) -> None:
    report = analyze(f"Ida Lund rejected {thing} Tomas Brandt.")
    assert not any("is about what was done by" in one.why for stance in report.stances for one in stance.evidence)


def test_who_says_plainly_where_he_stands_is_told_surely() -> None:
    report = analyze("In May the Ferry Users' Association took Castlegate Mining to court.")
    (stance,) = report.stances
    assert (stance.holder, stance.target) == ("Ferry Users' Association", "Castlegate Mining")
    assert stance.confidence >= 0.66


def test_how_somebody_left_tells_nothing_of_whom_he_praised() -> None:
    said = "Ida Lund called Tomas Brandt “the best teacher of my youth”"
    left = analyze(f"{said} and left without a word, refusing to answer.").stances
    plain = analyze(f"{said}.").stances
    shown = {(one.holder, one.target, one.label) for one in left}
    assert shown == {(one.holder, one.target, one.label) for one in plain}
    assert left[0].confidence == pytest.approx(plain[0].confidence, abs=0.1)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ida Lund said the ferry firm Castlegate Lines had let passengers down.", "opposes"),
        ("Ida Lund said Castlegate Lines had not held up its end.", "opposes"),
        ("“Castlegate Lines does not speak for me,” Ida Lund said.", "opposes"),
        ("Ida Lund said Castlegate Lines had bent over backwards.", "supports"),
    ],
)
def test_plain_words_of_reports_tell_where_a_speaker_stands(text: str, label: str) -> None:
    assert told(analyze(text))[("Ida Lund", "Castlegate Lines")] == label


def test_who_deserves_credit_gives_none() -> None:
    assert told(analyze("Ida Lund deserves credit for the bridge. Lund built it.")) == {
        ("author", "Ida Lund"): "supports"
    }


def test_i_behind_and_begins_a_clause_of_its_own() -> None:
    report = analyze("“Brandt was hard on me and I was lazy,” Ida Lund said of Tomas Brandt.", targets=["Ida Lund"])
    held = [one for stance in report.stances if stance.holder == "Tomas Brandt" for one in stance.evidence]
    assert [one.why for one in held] == ["“was hard on” is aimed at “me”"]


@pytest.mark.parametrize("how", ["in tears", "as she gave evidence", "on the stand"])
def test_who_weeps_does_not_fail(how: str) -> None:
    assert ("author", "Ida Lund") not in told(analyze(f"Ida Lund broke down {how}."))


def test_evidence_of_a_phrase_shows_it_with_its_object() -> None:
    text = "Ida Lund threw Tomas Brandt under the bus."
    pieces = [piece for stance in analyze(text).stances for piece in stance.evidence]
    assert "threw Tomas Brandt under the bus" in {text[start:end] for piece in pieces for start, end in piece.spans}


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm said that Ida Lund had called Tomas Brandt a liar.",
        "Greta Holm said that Ida Lund had told her that Tomas Brandt was corrupt.",
        "Greta Holm told the court that Ida Lund had warned that Tomas Brandt was a liar.",
    ],
)
def test_who_only_tells_what_another_says_does_not_hold_it(text: str) -> None:
    found = told(analyze(f"Greta Holm and Ida Lund met Tomas Brandt. {text}"))
    assert found[("Ida Lund", "Tomas Brandt")] == "opposes"
    assert ("Greta Holm", "Tomas Brandt") not in found


@pytest.mark.parametrize(
    ("quote", "label"),
    [
        ("“A bully and a coward,” she said.", "opposes"),
        ("“A brilliant man,” she said.", "supports"),
        ("“A disgrace,” she said.", None),
        ("“A disgraceful man,” she said of the horse.", None),
        ("She spoke of Piet Okoye and Brandt. “A brilliant man,” she said.", None),
    ],
)
def test_a_quotation_without_a_verb_is_about_whoever_was_named_before(quote: str, label: str | None) -> None:
    report = analyze(f"Ida Lund was asked about Tomas Brandt. {quote}")
    assert told(report).get(("Ida Lund", "Tomas Brandt")) == label


def test_what_is_never_more_is_most() -> None:
    praised = analyze("Ida Lund said that Greta Holm was never braver than in May.")
    assert [(hit.text, hit.negated) for hit in praised.hits] == [("braver", False)]
    for said, denied in (("never seen anything so clueless", False), ("never said anything clueless", True)):
        (hit,) = analyze(f"Ida Lund had {said}, she wrote.").hits
        assert (hit.text, hit.negated) == ("clueless", denied)
    assert told(praised).get(("Ida Lund", "Greta Holm")) == "supports"


def test_a_word_that_is_spoken_of_takes_no_side() -> None:
    assert told(analyze("Ida Lund met Greta Holm. She later withdrew the word liar.")) == {}


@pytest.mark.parametrize(
    ("text", "target", "word"),
    [
        ("Ida Lund drove back to the village.", "Ida Lund", "back"),
        ("Dame Honor Holm met Ida Lund.", "Honor Holm", "Honor"),
        ("The board said Ida Lund was relieved of her duties.", "Ida Lund", "relieved"),
    ],
)
def test_words_in_another_sense_are_no_evidence(text: str, target: str, word: str) -> None:
    rows = analyze(text, targets=[target]).stances
    found = [text[slice(*span)] for row in rows for one in row.evidence if one.value > 0 for span in one.spans]
    assert word not in found


@pytest.mark.parametrize(
    ("text", "phrase", "meant"),
    [
        ("Ida Lund cut the grass on Holm Street.", "grass on", False),
        ("Ida Lund is at a ski resort to rest.", "resort to", False),
        ("Ida Lund will resort to threats.", "resort to", True),
    ],
)
def test_a_phrase_with_a_verb_begins_with_no_noun(text: str, phrase: str, meant: bool) -> None:
    rows = analyze(text, targets=["Ida Lund"]).stances
    found = [text[slice(*span)] for row in rows for one in row.evidence for span in one.spans]
    assert (phrase in found) is meant


def test_who_is_praised_by_nobody_is_not_praised() -> None:
    cheered = analyze("Tomas Brandt was applauded by Ida Lund.", targets=["Tomas Brandt"])
    alone = analyze("Tomas Brandt was applauded by nobody.", targets=["Tomas Brandt"])
    assert [row.label for row in cheered.stances] == ["supports"]
    assert "supports" not in [row.label for row in alone.stances]


def test_somebody_without_a_name_is_nobody_who_stands_near() -> None:
    report = analyze("Opening the case for Greta Holm, Ida Lund said the letter was the work of a spiteful man.")
    assert [(hit.text, hit.target) for hit in report.hits] == [("spiteful", None)]


@pytest.mark.parametrize("name", ["Savage", "Coward", "Noble"])
def test_nobody_is_blamed_or_praised_for_his_name(name: str) -> None:
    report = analyze(f"{name} speaks\n\nKim {name} spoke on Sunday. Ida Lund met Mr {name} after {name} had left.")
    assert report.hits == () and not told(report)


@pytest.mark.parametrize("said", ["denies eleven counts of theft", "declined to comment"])
def test_what_somebody_denies_or_does_not_say_is_no_deed(said: str) -> None:
    assert not told(analyze(f"Ida Lund, 41, {said}.", targets=["Ida Lund"]))


@pytest.mark.parametrize("whom", ["those whom Tomas Brandt sacked", "Tomas Brandt's horses", "the men of Tomas Brandt"])
def test_what_is_said_of_others_is_not_said_of_who_stands_near(whom: str) -> None:
    report = analyze(f"Tomas Brandt met Ida Lund. “They were heroes,” Ida Lund said of {whom}.")
    assert ("Ida Lund", "Tomas Brandt") not in told(report)


def test_who_is_less_than_generous_is_not_praised() -> None:
    kind = analyze("Ida Lund is generous.", targets=["Ida Lund"]).stances[0]
    less = analyze("Ida Lund is less generous.", targets=["Ida Lund"]).stances[0]
    assert less.score < 0 < kind.score


def test_who_did_what_happened_before_did_nothing_else() -> None:
    found = told(analyze("Ida Lund was sacked as manager after a heavy defeat by Stanmoor. Stanmoor play on Monday."))
    assert ("Stanmoor", "Ida Lund") not in found


def test_who_is_found_not_guilty_is_not_blamed() -> None:
    assert told(analyze("The Senn Institute found Ida Lund guilty."))[("Senn Institute", "Ida Lund")] == "opposes"
    assert not told(analyze("The Senn Institute found Ida Lund not guilty."))


def test_what_somebody_does_to_his_own_is_not_done_to_him() -> None:
    assert not told(analyze("Ida Lund testified against her employer."))


def test_what_is_done_to_another_is_not_held_against_who_stands_near() -> None:
    found = told(analyze("Greta Holm met Tomas Brandt. She thanked him, and she rounded on Ida Lund."))
    assert found == {("Greta Holm", "Tomas Brandt"): "supports", ("Greta Holm", "Ida Lund"): "opposes"}


PLAIN = {
    "supports": "backed endorsed praised defended hailed thanked stood_by sided_with campaigned_for vouched_for trusts",
    "opposes": "attacked criticised condemned blamed mocked sued insulted undermined boycotted snubbed broke_with rebuked "
    "scolded berated castigated ridiculed derided belittled vilified slammed",
}


@pytest.mark.parametrize(("label", "verb"), [(label, verb) for label, verbs in PLAIN.items() for verb in verbs.split()])
def test_tables_show_what_a_party_plainly_does_to_another(label: str, verb: str) -> None:
    rows = analyze(f"Ida Lund {verb.replace('_', ' ')} Tomas Brandt on Friday.").stances
    (row,) = (row for row in rows if (row.holder, row.target) == ("Ida Lund", "Tomas Brandt"))
    assert (row.label, row.confidence >= DEFAULT.shown_confidence) == (label, True)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund, whose son attends the school, apologised after she called Tomas Brandt a bully. The school wept.",
        "Ida Lund, whom Omar Bell met, called Tomas Brandt a bully.",
    ],
)
def test_a_relative_clause_has_a_subject_of_its_own(text: str) -> None:
    assert [row.holder for row in analyze(text).stances if row.target == "Tomas Brandt"] == ["Ida Lund"]


def test_a_verb_that_blames_its_subject_does_not_blame_its_object() -> None:
    text = "Ida Lund misled Tomas Brandt."
    assert {(row.holder, row.target) for row in analyze(text).stances} == {("author", "Ida Lund")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Tomas Brandt was charged with fraud on Monday.", {("unattributed", "Tomas Brandt")}),
        ("Tomas Brandt was fined for speeding.", {("unattributed", "Tomas Brandt")}),
        ("Tomas Brandt was convicted of murder.", {("unattributed", "Tomas Brandt")}),
        ("Tomas Brandt was accused of lying.", {("unattributed", "Tomas Brandt")}),
        ("Tomas Brandt accused Ida Lund of lying.", {("Tomas Brandt", "Ida Lund")}),
        ("Tomas Brandt condemned the strike.", set()),
        ("Ida Lund said that detectives decided that Tomas Brandt was guilty.", {("detectives", "Tomas Brandt")}),
    ],
)
def test_who_tells_of_an_accusation_or_a_sentence_holds_none(text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(stance.holder, stance.target) for stance in analyze(text).stances} == pairs


def test_plain_reports_take_no_side() -> None:
    report = analyze("Ida Lund met Tomas Brandt in Oslo on Monday. They talked for an hour. Lund then left for Bergen.")
    assert told(report) == {}


def test_what_is_said_when_asked_whether_is_told_as_a_fact() -> None:
    text = "Asked whether she was surprised, Ida Lund said that Tomas Brandt would always be a corrupt liar."
    assert told(analyze(text)) == {("Ida Lund", "Tomas Brandt"): "opposes"}


def test_what_somebody_without_a_name_said_is_nobodys_who_tells_of_it() -> None:
    text = "Greta Holm met Tomas Brandt. Holm said that a pilot had called Brandt a liar."
    assert ("Greta Holm", "Tomas Brandt") not in told(analyze(text))


def test_what_would_be_done_is_no_stance() -> None:
    text = "Ida Lund spoke first. If Tomas Brandt had broken the law, said Lund, she would condemn him at once."
    assert told(analyze(text)) == {}
    assert told(analyze(text.replace("she would condemn him at once", "she had not heard of it"))) == {}


@pytest.mark.parametrize("nobody", ["No one", "Nobody", "None of the residents"])
@pytest.mark.parametrize("called", ["called Ida Lund a liar", "accused Ida Lund of fraud", "said that Ida Lund lied"])
def test_what_nobody_said_is_nobodys_stance(nobody: str, called: str) -> None:
    assert told(analyze(f"The residents {called}."))
    assert told(analyze(f"{nobody} {called}.")) == {}


def test_values_add_up_to_the_score() -> None:
    text = "The corrupt Tomas Brandt lied. Ida Lund praised Brandt, an honest man, and accused him of a shameful fraud."
    stances = analyze(text).stances
    assert stances
    for stance in stances:
        assert stance.score == pytest.approx(sum(one.value for one in stance.evidence), abs=1e-9)


def test_words_with_one_tie_are_evidence_once() -> None:
    text = (ROOT / "examples" / "harbour.txt").read_text(encoding="utf-8")
    stances = analyze(text).stances
    assert sum(len(stance.evidence) for stance in stances) > 10
    for stance in stances:
        told = [(one.spans, one.why) for one in stance.evidence]
        assert len(told) == len(set(told))
        assert stance.score == pytest.approx(sum(one.value for one in stance.evidence), abs=1e-9)


def test_evidence_leads_back_to_the_words() -> None:
    text = "Ida Lund accused Tomas Brandt of fraud."
    (stance,) = [one for one in analyze(text).stances if one.holder == "Ida Lund"]
    words = {text[slice(*span)] for one in stance.evidence for span in one.spans}
    assert {"accused", "Tomas Brandt"} <= words
    strongest = max(stance.evidence, key=lambda one: abs(one.value))
    assert "accused" in strongest.why or "fraud" in strongest.why


def test_pairs_occur_once() -> None:
    text = "The corrupt Tomas Brandt lied. Ida Lund accused Brandt of fraud. Lund called Brandt a disgrace."
    pairs = [(stance.holder, stance.target) for stance in analyze(text).stances]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("target", ["Brandt", "Mr. Brandt", "Tomas Brandt", "him"])
def test_a_requested_target_takes_its_actors_place(target: str) -> None:
    stances = analyze("Ida Lund accused Tomas Brandt of fraud. She called him a liar.", targets=[target]).stances
    mine = [stance for stance in stances if stance.holder == "Ida Lund"]
    assert [(stance.target, stance.label) for stance in mine] == [(target, "opposes")]


def test_a_requested_phrase_that_is_no_name() -> None:
    stances = analyze("The harbour plan is a disgrace, Ida Lund said.", targets=["harbour plan"]).stances
    assert ("Ida Lund", "opposes") in [(one.holder, one.label) for one in stances if one.target == "harbour plan"]


def test_a_requested_target_of_which_nothing_is_told() -> None:
    stances = analyze("Ida Lund met Tomas Brandt.", targets=["Nobody", "Nobody"]).stances
    (row,) = [stance for stance in stances if stance.target == "Nobody"]
    assert (row.holder, row.score, row.label, row.confidence, row.evidence) == ("author", 0.0, "neutral", 0.0, ())


# --- weights --------------------------------------------------------------------------------------


def test_the_quick_reader_reads_what_yaml_says() -> None:
    lines = WEIGHTS.read_text(encoding="utf-8")
    said = yaml.safe_load(lines)
    weights = weigh.parse(lines.split("\n"))
    assert weights.bias == weigh.Pair(*said["weights"].pop("bias"))
    assert weights.odds.weights == {key: weigh.Pair(*pair) for key, pair in said["weights"].items()}
    assert set(weights.words) == {form for forms in said["words"].values() for form in forms}
    word = next(iter(said["words"]))
    keys = [f"word {word}", f"word {word} after", f"word {word} just after"]
    sums = [sum(said["weights"].get(key, (0, 0))[at] for key in keys) for at in (0, 1)]
    pair = weights.words[said["words"][word][0]]["just after"]
    assert [pair.favour, pair.against] == pytest.approx(sums)


def test_evidence_weighs_the_sum_of_its_keys() -> None:
    odds = weigh.Odds({"a": weigh.Pair(1, 0.5), "b": weigh.Pair(-0.5, 1)})
    assert odds["a", "b", "c"].times(2.0) == weigh.Pair(1.0, 3.0)


def test_chances_add_up_and_follow_the_evidence() -> None:
    bias = weigh.Pair(-1, -1)
    for_ = weigh.chances([weigh.Pair(3, 0)], 1, bias)
    assert sum(for_) == pytest.approx(1) and for_.favour > for_.neutral > for_.against
    assert weigh.chances([], 1, bias).neutral > 0.5
    assert weigh.chances([weigh.Pair(9999, 0)], 1, bias) == (1, 0, 0), "no power is too large"
    assert weigh.chances([weigh.Pair(3, 0)] * 4, 4, bias).favour > for_.favour, "more of the same is surer"


def test_the_page_on_method_names_every_constant() -> None:
    page = (Path(__file__).parents[1] / "docs" / "method.md").read_text(encoding="utf-8")
    for name, value in msgspec.structs.asdict(DEFAULT).items():
        assert f"`{name}` = {value}" in " ".join(page.split()), name


def test_neutral_is_told_only_where_it_leads() -> None:
    """The settings say by how much; what leans is told as leaning, with the confidence that it has."""
    likely = weigh.Chances(0.42, 0.5, 0.08)
    assert label_of(likely, 1.1) == "neutral" and likely.of("neutral") == 0.5
    assert label_of(likely, 1.4) == "supports" and likely.of("supports") == 0.42
    assert label_of(weigh.Chances(0.3, 0.4, 0.3), 1.4) == "neutral", "no side is likelier than the other"


@pytest.mark.parametrize(
    ("tie", "words"),
    [
        ("possessor", "belongs to"),
        ("on", "on"),
        ("object.of", "is done to what belongs to"),
        ("of.of", "of what belongs to"),
        ("with.of", "is tied by “of” to"),
        ("with.of.of", "is tied by “of” to what belongs to"),
        ("with.as", "is tied by “as” to"),
        ("after far", "stands well after"),
    ],
)
def test_ties_are_told_in_plain_words(tie: str, words: str) -> None:
    assert worded(tie) == words


def test_to_ask_for_a_target_changes_no_score_of_others_toward_it() -> None:
    text = "Ida Lund accused Tomas Brandt of fraud. “A brilliant, happy day,” Ida Lund said before Tomas Brandt came.\n"
    scores = [
        {(one.holder, one.target): one.score for one in analyze(text, targets=targets).stances}
        for targets in ((), ("Tomas Brandt",))
    ]
    pair = ("Ida Lund", "Tomas Brandt")
    assert scores[0][pair] == scores[1][pair] < 0


@pytest.mark.parametrize("behind", ["by Ida Lund", "by critics", "on Monday", "by Ida Lund, who wept"])
def test_what_somebody_is_called_is_not_what_the_author_calls_him(behind: str) -> None:
    stances = analyze(f"Tomas Brandt was dismissed as a corrupt liar {behind}.").stances
    assert "Tomas Brandt" in {stance.target for stance in stances} and "author" not in {
        stance.holder for stance in stances
    }


def test_a_charge_that_is_rejected_as_bad_says_nothing_of_whom_it_was_made_against() -> None:
    text = "Norway accused Iran of piracy, a charge the government in Tehran rejected as a fabrication."
    assert {stance.holder for stance in analyze(text).stances if stance.target == "Iran"} == {"Norway"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ida Lund called for Tomas Brandt to be sacked.", "opposes"),
        ("Ida Lund called for Tomas Brandt to be freed.", "supports"),
        ("Ida Lund demanded that Tomas Brandt be expelled.", "opposes"),
        ("Ida Lund wants Tomas Brandt sacked.", "opposes"),
        ("Ida Lund had Tomas Brandt evicted.", "opposes"),
        ("Ida Lund called on the board to condemn Tomas Brandt.", "opposes"),
        ("Ida Lund called on Greta Holm to condemn Tomas Brandt.", "opposes"),
        ("Ida Lund said that the board must sack Tomas Brandt.", "opposes"),
        ("Ida Lund said that the board should praise Tomas Brandt.", "supports"),
        ("Ida Lund called for Tomas Brandt to resign.", "opposes"),
        ("Ida Lund urged Tomas Brandt not to quit.", "supports"),
    ],
)
def test_who_demands_a_deed_holds_what_it_shows(text: str, label: str) -> None:
    assert told(analyze(text)).get(("Ida Lund", "Tomas Brandt")) == label


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund had Tomas Brandt evicted the tenants.",
        "Ida Lund had a cold while Tomas Brandt was sacked.",
        "Ida Lund got a job where Tomas Brandt was sacked.",
        "Ida Lund had a cold and Tomas Brandt was sacked.",
    ],
)
def test_who_only_tells_of_a_deed_demands_none(text: str) -> None:
    assert ("Ida Lund", "Tomas Brandt") not in told(analyze(text))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ida Lund signed a petition condemning Tomas Brandt.", "opposes"),
        ("Ida Lund voted for a motion condemning Tomas Brandt.", "opposes"),
        ("Ida Lund voted against a motion condemning Tomas Brandt.", "supports"),
        ("Ida Lund blocked a motion condemning Tomas Brandt.", "supports"),
        ("Ida Lund led a rally to support Tomas Brandt.", "supports"),
    ],
)
def test_who_makes_or_votes_for_a_text_holds_what_it_says(text: str, label: str) -> None:
    assert told(analyze(text)).get(("Ida Lund", "Tomas Brandt")) == label


@pytest.mark.parametrize(
    ("text", "holder", "label"),
    [
        ("Ida Lund said Tomas Brandt had undermined her.", "Ida Lund", "opposes"),
        ("Ida Lund said Greta Brandt had let her down.", "Ida Lund", "opposes"),
        ("Ida Lund said Greta Brandt had always stood up for her.", "Ida Lund", "supports"),
        ("The Weavers Union said Greta Brandt had betrayed them.", "Weavers Union", "opposes"),
        ("The Weavers Union said Greta Brandt had refused to meet them.", "Weavers Union", "opposes"),
    ],
)
def test_what_is_done_to_the_speaker_is_held_for_or_against_the_doer(text: str, holder: str, label: str) -> None:
    assert {label for (who, whom), label in told(analyze(text)).items() if who == holder and "Brandt" in whom} == {
        label
    }


def test_the_longer_phrase_of_a_verb_counts_alone() -> None:
    report = analyze("Ida Lund urged Tomas Brandt to stand firm.")
    assert told(report) == {("Ida Lund", "Tomas Brandt"): "supports"}
    assert not any("urged” is aimed" in one.why for stance in report.stances for one in stance.evidence)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ida Lund did not want Tomas Brandt sacked.", "supports"),
        ("Ida Lund took Tomas Brandt's side.", "supports"),
        ("Ida Lund said Tomas Brandt must be stopped.", "opposes"),
        ("“Tomas Brandt has always stood by us,” Ida Lund said.", "supports"),
    ],
)
def test_a_denied_demand_a_possessive_and_a_modal_are_read(text: str, label: str) -> None:
    assert told(analyze(text)).get(("Ida Lund", "Tomas Brandt")) == label


@pytest.mark.parametrize("owner", ["Tomas Brandt's", "his"])
def test_whose_side_somebody_takes_is_told_by_a_name_or_a_pronoun(owner: str) -> None:
    report = analyze(f"Tomas Brandt came late. Ida Lund took {owner} side in the row.")
    assert told(report).get(("Ida Lund", "Tomas Brandt")) == "supports"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ida Lund signed a letter condemning Tomas Brandt.", "opposes"),
        ("Ida Lund launched a bid to sack Tomas Brandt.", "opposes"),
        ("Ida Lund rejected a motion condemning Tomas Brandt.", "supports"),
        ("Ida Lund slammed a plan to sack Tomas Brandt.", None),
        ("Ida Lund feared a move to sack Tomas Brandt.", None),
        ("Ida Lund survived a vote to sack Tomas Brandt.", None),
        ("Ida Lund ignored a report condemning Tomas Brandt.", None),
        ("Ida Lund delayed a plan to sack Tomas Brandt.", None),
        ("Ida Lund resisted a motion to sack Tomas Brandt.", "supports"),
        ("Ida Lund denounces a letter condemning Tomas Brandt.", "supports"),
        ("Ida Lund received a letter condemning Tomas Brandt.", None),
        ("Ida Lund tore up a letter condemning Tomas Brandt.", None),
        ("Ida Lund withdrew a letter condemning Tomas Brandt.", None),
    ],
)
def test_who_makes_a_text_holds_what_it_says_and_no_other_subject_does(text: str, label: str | None) -> None:
    assert told(analyze(text)).get(("Ida Lund", "Tomas Brandt")) == label


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Ida Lund called for Tomas Brandt to be sacked.", ["opposes"]),
        ("Ida Lund never called for Tomas Brandt to be sacked.", ["supports", None]),
        ("Ida Lund opposed calls for Tomas Brandt to be sacked.", ["supports"]),
        ("Ida Lund rejected demands that Tomas Brandt be expelled.", ["supports"]),
        ("Ida Lund backed calls for Tomas Brandt to be sacked.", ["opposes"]),
        ("Ida Lund ignored calls for Tomas Brandt to resign.", ["supports", None]),
        ("Ida Lund waited for Tomas Brandt to be sacked.", [None]),
        ("Ida Lund joined calls for Tomas Brandt to be freed.", ["supports", None]),
        ("Ida Lund did not want Drew Falk to sack Tomas Brandt.", ["supports"]),
        ("Ida Lund asked why the board should sack Tomas Brandt.", [None]),
        ("Ida Lund said that the board should sack Tomas Brandt.", ["opposes"]),
        ("Ida Lund does not want to sack Tomas Brandt.", ["supports", None]),
        ("Ida Lund shied away from criticising Tomas Brandt.", ["supports", None]),
        ("Ida Lund said Tomas Brandt was anything but a coward.", ["supports", None]),
        ("Ida Lund said Tomas Brandt was anything but an idiot.", ["supports", None]),
        ("Ida Lund did not praise Tomas Brandt enough.", ["opposes"]),
        ("“I can't thank Tomas Brandt enough,” said Ida Lund.", ["supports"]),
        ("Ida Lund never thanked Tomas Brandt enough.", ["opposes"]),
        ("“It is a disgrace,” Ida Lund said of Tomas Brandt's sentence.", [None]),
        ("Ida Lund accused Tomas Brandt of having no plan.", ["opposes"]),
    ],
)
def test_what_is_denied_asked_or_done_to_somebody_is_not_held_against_him(text: str, labels: list[str | None]) -> None:
    found = told(analyze(text))
    assert found.get(("Ida Lund", "Tomas Brandt")) in labels
    assert {holder for holder, _ in found} <= {"Ida Lund"}


def test_let_us_down_is_told_by_who_says_so() -> None:
    assert told(analyze("“The council let us down,” said Ida Lund."))["Ida Lund", "council"] == "opposes"


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund helped convict Tomas Brandt.",
        "Ida Lund helped sack Tomas Brandt.",
        "Ida Lund appealed against Tomas Brandt's ban.",
        "Ida Lund called the police on Tomas Brandt's phone.",
        "Ida Lund talked over Tomas Brandt's plan with him.",
        "Ida Lund was sickened by Tomas Brandt's oysters.",
        "Ida Lund treated Tomas Brandt like an old friend.",
        "Ida Lund treated Tomas Brandt like a good son.",
        "Ida Lund treated Tomas Brandt as a child at the clinic.",
        "Ida Lund ran against Tomas Brandt in the final.",
        "Ida Lund overlooked Tomas Brandt's house.",
        "Ida Lund took Tomas Brandt's side of the bed.",
        "Tomas Brandt must resign his seat in order to run.",
        "Tomas Brandt fought for the title.",
        "Tomas Brandt's tooth was rotten.",
        "Tomas Brandt suffered a miscarriage of justice.",
        "Tomas Brandt is a saint of the church.",
        "Tomas Brandt studied the dinosaur.",
    ],
)
def test_an_innocent_meaning_of_a_word_is_no_stance(text: str) -> None:
    found = told(analyze(text))
    assert ("Ida Lund", "Tomas Brandt") not in found
    assert found.get(("author", "Tomas Brandt")) is None or "against" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Lund called the police on Tomas Brandt.", {("Ida Lund", "Tomas Brandt"): "opposes"}),
        ("Ida Lund took Tomas Brandt's side.", {("Ida Lund", "Tomas Brandt"): "supports"}),
        ("Ida Lund said Tomas Brandt never apologised.", {("Ida Lund", "Tomas Brandt"): "opposes"}),
        ("Ida Lund said Tomas Brandt did not inform us.", {("Ida Lund", "Tomas Brandt"): "opposes"}),
        (
            "Ida Lund said that the protesters did not speak for ordinary families.",
            {("Ida Lund", "protesters"): "opposes"},
        ),
        ("Tomas Brandt was booed by fans.", {("fans", "Tomas Brandt"): "opposes"}),
        ("Tomas Brandt was heckled by fans.", {("fans", "Tomas Brandt"): "opposes"}),
        ("Ida Lund said Tomas Brandt had her full support.", {("Ida Lund", "Tomas Brandt"): "supports"}),
        ("Ida Lund hit back at Tomas Brandt.", {("Ida Lund", "Tomas Brandt"): "opposes"}),
        ("Nurses said managers had ignored them.", {("Nurses", "managers"): "opposes"}),
    ],
)
def test_the_holder_is_who_says_or_does_it_alone(text: str, expected: dict[tuple[str, str], str]) -> None:
    assert told(analyze(text)) == expected


@pytest.mark.parametrize(
    ("does", "label"),
    [
        ("sack", "opposes"),
        ("oust", "opposes"),
        ("to sue", "opposes"),
        ("denounce", "opposes"),
        ("defend", "supports"),
        ("find", None),
        ("to reach", None),
    ],
)
@pytest.mark.parametrize("helped", ["helped", "is helping", "has helped"])
def test_who_helps_somebody_to_do_something_is_for_him_and_does_it_too(
    helped: str, does: str, label: str | None
) -> None:
    found = told(analyze(f"Ida Lund {helped} Tomas Brandt {does} Greta Holm."))
    assert found.pop(("Ida Lund", "Tomas Brandt")) == "supports"
    pairs = [("Ida Lund", "Greta Holm"), ("Tomas Brandt", "Greta Holm")]
    assert found == (dict.fromkeys(pairs, label) if label else {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Lund helped Labour candidate Tomas Brandt.", {("Ida Lund", "Tomas Brandt"): "supports"}),
        ("Ida Lund helped the Bergby striker Tomas Brandt.", {("Ida Lund", "Tomas Brandt"): "supports"}),
        (
            "Senn Group helped Ohn Holdings topple Tomas Brandt.",
            {
                ("Senn Group", "Ohn Holdings"): "supports",
                ("Senn Group", "Tomas Brandt"): "opposes",
                ("Ohn Holdings", "Tomas Brandt"): "opposes",
            },
        ),
        (
            "Ida Lund helped Tomas Brandt, who attacked Greta Holm.",
            {("Ida Lund", "Tomas Brandt"): "supports", ("Tomas Brandt", "Greta Holm"): "opposes"},
        ),
    ],
)
def test_who_is_helped_is_told_from_what_he_does(text: str, expected: dict[tuple[str, str], str]) -> None:
    assert told(analyze(text)) == expected


def test_who_does_not_help_to_do_something_does_not_do_it() -> None:
    assert ("Ida Lund", "Greta Holm") not in told(analyze("Ida Lund did not help Tomas Brandt sack Greta Holm."))


def test_who_is_praised_does_not_hate_with_whom_the_next_clause_begins() -> None:
    found = told(analyze("“I love Tomas Brandt and I hate Delta Records,” Ida Lund said."))
    assert ("Tomas Brandt", "Delta Records") not in found
    assert found["Ida Lund", "Tomas Brandt"] == "supports"


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund condemned the nurse at the hospital, Senn Clinic.",
        "Ida Lund attacked the man who founded the charity, Ostrand Trust.",
    ],
)
def test_a_bodys_name_is_not_that_of_a_person_in_it(text: str) -> None:
    assert not {target for _, target in told(analyze(text)) if target in ("Senn Clinic", "Ostrand Trust")}


def shown(text: str) -> set[tuple[str, str, str]]:
    """The rows of a text that tables show."""
    return {
        (one.holder, one.target, one.label) for one in analyze(text).stances if DEFAULT.shows(one.label, one.confidence)
    }


def test_a_row_is_no_surer_than_what_ties_the_two() -> None:
    text = "The watchdog said it suspects that pet owners are being overcharged by vets and often don't know it."
    (weak,) = analyze(text).stances
    assert (weak.holder, weak.target) == ("unattributed", "pet owners")
    assert not DEFAULT.shows(weak.label, weak.confidence)
    assert shown("The watchdog accused pet owners of lying.") == {("watchdog", "pet owners", "opposes")}


@pytest.mark.parametrize(
    "feeling", ["furious", "afraid of the dark", "grateful", "disappointed", "delighted with the gift"]
)
def test_who_feels_something_is_no_worse_or_better_for_it(feeling: str) -> None:
    assert shown(f"Politicians were {feeling}. Ida Lund said Tomas Brandt was {feeling}.") == set()
    assert shown("Ida Lund said Tomas Brandt was a disgrace.") == {("Ida Lund", "Tomas Brandt", "opposes")}


@pytest.mark.parametrize("deed", ["loved", "thanked", "trusted", "voted for"])
def test_who_is_loved_or_thanked_says_nothing_of_who_does_so(deed: str) -> None:
    assert shown(f"Ida Lund said that Tomas Brandt {deed} her.") == {("Tomas Brandt", "Ida Lund", "supports")}


@pytest.mark.parametrize(
    "told",
    [
        "Ida Lund would not say that Tomas Brandt had lied.",
        "Ida Lund said she did not think sacking Tomas Brandt would help.",
        "Ida Lund has pleaded not guilty to robbing Tomas Brandt.",
        "Ida Lund said that Tomas Brandt won in May.",
        "Ida Lund said that Tomas Brandt had been placed on leave.",
    ],
)
def test_what_is_not_said_or_only_happens_is_no_stance(told: str) -> None:
    assert ("Ida Lund", "Tomas Brandt") not in {(holder, target) for holder, target, _ in shown(told)}


@pytest.mark.parametrize("told", ["is a disgrace", "is a fool and a cheat", "is a hapless liar"])
def test_tables_show_what_the_author_calls_somebody(told: str) -> None:
    assert shown(f"Tomas Brandt {told}.") == {("author", "Tomas Brandt", "opposes")}


@pytest.mark.parametrize(
    "told", ["was banned from driving", "won the race", "lost the match", "was arrested on Monday"]
)
def test_tables_show_no_author_where_something_merely_happened(told: str) -> None:
    assert shown(f"Tomas Brandt {told}.") == set()


@pytest.mark.parametrize("contest", ["a primary", "a runoff", "an election"])
def test_whom_somebody_meets_in_a_contest_is_not_defended_by_who_fears_it(contest: str) -> None:
    text = f"Tomas Brandt is the auditor. Ida Lund is wary of {contest} against Tomas Brandt."
    assert ("Ida Lund", "Tomas Brandt") not in told(analyze(text))
    text = "Tomas Brandt is the auditor. Ida Lund is wary of an attack against Tomas Brandt."
    assert told(analyze(text))[("Ida Lund", "Tomas Brandt")] == "supports"


@pytest.mark.parametrize("verb", ["say", "suggest", "prove", "establish"])
def test_what_is_not_said_is_no_fact(verb: str) -> None:
    assert shown(f"Ida Lund did not {verb} that Tomas Brandt is a liar.") == set()
    assert shown("Ida Lund did not know that Tomas Brandt is a liar.") != set()


@pytest.mark.parametrize("charge", ["accused of", "charged with", "suspected of", "acquitted of", "cleared of"])
def test_who_is_only_charged_with_a_deed_holds_nothing(charge: str) -> None:
    assert ("Ida Lund", "Tomas Brandt") not in told(analyze(f"Ida Lund was {charge} attacking Tomas Brandt."))
    guilty = told(analyze("Ida Lund was found guilty of attacking Tomas Brandt."))
    assert guilty[("Ida Lund", "Tomas Brandt")] == "opposes"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ida Lund accused Tomas Brandt of cherry-picking.", "opposes"),
        ("Ida Lund said Tomas Brandt is the worst culture minister in years.", "opposes"),
        ("Ida Lund said Tomas Brandt is an honest player.", "supports"),
    ],
)
def test_what_is_said_of_somebody_with_a_noun_or_a_hyphen_is_told_surely(text: str, label: str) -> None:
    assert shown(text) == {("Ida Lund", "Tomas Brandt", label)}
