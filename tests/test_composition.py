"""What words say of a party in a roundabout way: through deeds done to it, by contrast, and not as a fact."""

import pytest

from stancecli.model import Report
from stancecli.pipeline import analyze


def stance(text: str, holder: str = "Ida Lund", target: str = "Tomas Brandt") -> str:
    return labels(analyze(text)).get((holder, target), "neutral")


def labels(report: Report) -> dict[tuple[str, str], str]:
    return {(one.holder, one.target): one.label for one in report.stances}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ida Lund condemned the attack on Tomas Brandt.", "supports"),
        ("Ida Lund denounced the persecution of Tomas Brandt.", "supports"),
        ("Ida Lund denounced Tomas Brandt's critics.", "supports"),
        ("Tomas Brandt sat down. Ida Lund denounced his critics.", "supports"),
        ("Ida Lund condemned Tomas Brandt's arrest.", "supports"),
        ("Ida Lund condemned the lies of Tomas Brandt.", "opposes"),
        ("Ida Lund condemned the attack by Tomas Brandt on the council.", "opposes"),
        ("Ida Lund said the accusations against Tomas Brandt were shameful.", "supports"),
        ("Ida Lund called the accusations against Tomas Brandt baseless.", "supports"),
    ],
)
def test_a_verdict_on_a_deed_passes_on_to_whom_it_concerns(text: str, label: str) -> None:
    assert stance(text) == label


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund said that while Tomas Brandt is asking for help, Piet Okoye is sending thugs to silence the town.",
        "“Whereas Tomas Brandt is asking for help, Piet Okoye is sending thugs to silence the town,” said Ida Lund.",
        "Ida Lund said that Tomas Brandt is asking for help, while Piet Okoye is sending thugs to silence the town.",
    ],
)
def test_what_is_set_against_a_bad_deed_is_told_as_good(text: str) -> None:
    assert stance(text) == "supports"
    assert stance(text, target="Piet Okoye") == "opposes"


def test_two_clauses_that_merely_stand_side_by_side_are_no_contrast() -> None:
    text = "Ida Lund said that Tomas Brandt is asking for help and Piet Okoye is sending thugs to silence the town."
    contrast = [one for row in analyze(text).stances for one in row.evidence if "sets another against" in one.why]
    assert contrast == []


@pytest.mark.parametrize("frame", ["Ida Lund asked: “{}?”", "“If {}, it is over,” said Ida Lund."])
def test_what_is_asked_or_supposed_counts_for_less(frame: str) -> None:
    claim = "Tomas Brandt is a liar"
    said, asked = (
        next(row for row in analyze(text, targets=["Tomas Brandt"]).stances if row.holder == "Ida Lund")
        for text in (f"Ida Lund said: “{claim}.”", frame.format(claim))
    )
    assert said.score < asked.score - 0.15 and said.confidence > asked.confidence + 0.15


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ida Lund defended Tomas Brandt against the charge.", "supports"),
        ("Ida Lund urged voters to reject Tomas Brandt.", "opposes"),
        ("Ida Lund and Piet Okoye both condemned Tomas Brandt.", "opposes"),
        ("Ida Lund backed the council and its leader, Tomas Brandt.", "supports"),
        ("Ida Lund has little sympathy for Tomas Brandt.", "opposes"),
        ("Ida Lund likened Tomas Brandt to a dictator.", "opposes"),
        ("Ida Lund told the court that Tomas Brandt had threatened her.", "opposes"),
        ("Ida Lund stopped short of criticising Tomas Brandt.", "neutral"),
        ("Ida Lund said that Tomas Brandt had been unfairly treated.", "supports"),
        ("Ida Lund rejected Tomas Brandt's offer.", "opposes"),
        ("Ida Lund came out in defence of Tomas Brandt.", "supports"),
        ("Ida Lund spoke with admiration for Tomas Brandt.", "supports"),
    ],
)
def test_who_stands_where_in_a_roundabout_way(text: str, label: str) -> None:
    assert stance(text) == label


def test_an_attitude_of_nobody_in_particular_is_not_the_authors() -> None:
    told = labels(analyze("Tomas Brandt was praised on Monday."))
    assert told.get(("author", "Tomas Brandt"), "neutral") == "neutral"
    assert told[("unattributed", "Tomas Brandt")] == "supports"


_CONSTRUCTIONS = [
    "“A disgrace,” Ida Lund said of Tomas Brandt's latest plan for the harbour.",
    "“That is a lie and this was one,” Ida Lund said of Tomas Brandt.",
    "Police said that Tom Fox told livid: the secretary is told that Lund lied.",
    "Ida Lund called on the board to sack Tomas Brandt, who she said must have lied.",
    "Ida Lund never called for Tomas Brandt to be sacked, nor wants Piet Okoye sacked.",
    "No voters backed Tomas Brandt, anything but a coward, nothing short of a hero.",
    "Ida Lund cannot thank Tomas Brandt enough and let nobody down, being called a liar by him.",
    "Ida Lund rejected demands that Tomas Brandt be expelled and shied away from condemning his friends.",
]


@pytest.mark.parametrize("sentence", _CONSTRUCTIONS)
def test_a_text_may_end_after_any_word(sentence: str) -> None:
    words = sentence.split()
    for stop in range(1, len(words) + 1):
        cut = " ".join(words[:stop])
        for text in (cut, cut.strip("“”.,:"), f"{cut}.”"):
            assert analyze(text, targets=["Tomas Brandt"]) is not None
