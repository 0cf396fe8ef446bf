"""What the author does to each actor: cues, hedges, scare quotes, labels, quotation, place."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from stancecli.aim import aim
from stancecli.framing.dates import undated
from stancecli.framing.layout import Layout
from stancecli.model import ActorRow, Document, Framing, Paragraph, Places, Report
from stancecli.pipeline import analyze
from stancecli.segment import segment
from stancecli.settings import DEFAULT
from stancecli.tally import tally
from tests.scenes import scene


def framings(marked: str, **options) -> dict[str, Framing]:
    made = scene(marked, **options)
    parse = replace(made.parse, tags=("NN",) * len(made.parse.words))
    return {row.name: row.framed for row in tally(parse, made.cast, made.parties, aim(*made), DEFAULT)}


def row_of(report: Report, name: str) -> ActorRow:
    return next(row for row in report.actors if row.name == name)


def places_of(text: str, framing: Framing, kind: str) -> list[str]:
    """What the places of all devices of a kind hold, which must be what they say."""
    devices = [device for device in framing.devices if device.kind == kind]
    for device in devices:
        assert [text[slice(*span)] for span in device.spans] == [device.text]
    return [device.text for device in devices]


# --- how words are told -------------------------------------------------------------------------

RAIN = (
    "{Smith} ((Smith|doubtful|Claimed)) [[Smith|indirect|it rained]]. "
    "{Smith} reportedly ((Smith|neutral+reportedly|said)) [[Smith|direct|it snowed]]. "
    "{Smith} ((Smith|doubtful|claimed)) [[Smith|indirect|it was late]]."
)


def test_cues_are_counted_by_tilt_with_their_places():
    framed = framings(RAIN)["Smith"]
    assert framed.tilts == {"doubtful": 2, "neutral": 1}
    assert framed.kinds == {"direct": 1, "indirect": 2}
    assert framed.cues == ("claimed",)
    text = scene(RAIN).parse.document.text
    assert places_of(text, framed, "cue") == ["Claimed", "said", "claimed"]
    assert [device.tilt for device in framed.devices if device.kind == "cue"] == ["doubtful", "neutral", "doubtful"]


@pytest.mark.parametrize(
    ("cue", "bare"),
    [
        ("Claimed on Monday", "claimed"),
        ("claimed late on Tuesday night", "claimed"),
        ("on Friday claimed", "claimed"),
        ("claimed in March", "claimed"),
        ("insisted last week", "insisted"),
        ("admitted yesterday morning", "admitted"),
        ("claimed on Jan. 6", "claimed"),
        ("boasted in 2019", "boasted"),
        ("may claim", "may claim"),
        ("claimed to march", "claimed to march"),
        ("Monday", "monday"),
    ],
)
def test_the_day_is_no_part_of_a_cue(cue: str, bare: str) -> None:
    assert undated(cue) == bare


def test_cues_of_several_days_are_told_once() -> None:
    framed = framings(RAIN.replace("|claimed))", "|claimed on Monday))"))["Smith"]
    assert framed.cues == ("claimed",)
    assert [device.text for device in framed.devices if device.kind == "cue"] == [
        "Claimed",
        "said",
        "claimed on Monday",
    ]


def test_a_hedge_leads_back_to_its_characters():
    framed = framings(RAIN)["Smith"]
    assert framed.hedges == ("reportedly",)
    assert places_of(scene(RAIN).parse.document.text, framed, "hedge") == ["reportedly"]


def test_what_another_says_of_him_is_not_the_authors_framing():
    framed = framings("{Jones} said [[Jones|indirect|{Smith} ((Smith|doubtful|claims)) [[Smith|indirect|it rains]]]].")
    assert framed["Smith"].cues == ()
    assert framed["Smith"].tilts == {}
    assert framed["Smith"].kinds == {}


def test_scare_quotes_in_paraphrase():
    marked = "{Smith} said [[Smith|indirect|that the “peace deal” was signed]]."
    framed = framings(marked)["Smith"]
    assert framed.scare_quotes == ("peace deal",)
    assert places_of(scene(marked).parse.document.text, framed, "scare quotes") == ["peace deal"]


def test_scare_quotes_about_an_actor():
    assert framings("The “<a:brave|brave>” {Smith} never came.")["Smith"].scare_quotes == ("brave",)


# --- how much is quoted, and where --------------------------------------------------------------


def test_quoted_words_and_shares():
    framed = framings(
        "“[[Smith|direct|we go home]],” said {Smith}. {Smith} said [[Smith|indirect|it rains]]. "
        "{Jones} said [[Jones|indirect|no]]."
    )
    assert framed["Smith"].quoted_words == 3
    assert framed["Smith"].quoted_share == 0.6
    assert framed["Smith"].voice_share == round(5 / 6, 4)
    assert (framed["Jones"].quoted_words, framed["Jones"].quoted_share) == (0, 0.0)


def test_a_party_without_words_has_no_share_of_them():
    framed = framings("{Smith} met {Jones}.")["Smith"]
    assert framed.quoted_share is None
    assert framed.voice_share is None


def test_thirds_are_those_of_the_body():
    text = "Hill Wins\n\n" + "word " * 10 + "Hill " + "word " * 18 + "Hill"
    document = Document("x", text, (Paragraph(0, 9, "headline"), Paragraph(11, len(text), "body")), None, "en", "")
    parse = segment(document)
    hills = [token for token, word in enumerate(parse.words) if word == "hill"]
    assert Layout(parse).places(hills) == Places(headline=1, first=0, middle=1, last=1)
    assert Layout(parse).places(range(2, 32)) == Places(0, 10, 10, 10)


ARTICLE = """Berg Regime Says Port Is Safe

The corrupt minister Olaf Berg claimed that the port was safe. Ann Hill, the peace activist, fell.

It rained all day in the port. Nobody swam. The sun rose and set again over the bay.

“We saw the oil,” said the activist. Hill is a veteran, and the wind rose.
"""


def test_an_article_as_a_whole():
    report = analyze(ARTICLE)
    berg, hill = row_of(report, "Olaf Berg").framed, row_of(report, "Ann Hill").framed
    assert berg.mentioned == Places(headline=1, first=1)
    assert berg.tilts["doubtful"] == 1
    assert (berg.sentences, berg.against, berg.favour) == (2, 2, 0)
    assert (hill.against, hill.mentioned.headline, hill.mentioned.last) == (0, 0, 2)
    assert hill.heard == Places(last=1)
    assert hill.quoted_share == 1.0
    assert places_of(ARTICLE, hill, "label") == ["peace activist", "activist", "veteran"]


# --- labels -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "labels"),
    [
        ("Yesterday National Security Adviser John Bolt left.", "John Bolt", {"national security adviser": 1}),
        ("They met Secretary of State Ann Hill.", "Ann Hill", {"secretary of state": 1}),
        ("They met Mr. Bolt there.", "Bolt", {}),
        ("They met Dr. Ann Hill there.", "Ann Hill", {}),
        ("They met Dr Ann Hill and Sir John Bolt there.", "Ann Hill", {}),
        ("They met Prof. Ann Hill and Sir John Bolt there.", "John Bolt", {}),
        ("Opposition leader Ann Hill left. The rebel commander Ann Hill came.", "Ann Hill",
         {"opposition leader": 1, "rebel commander": 1}),
        ("He told reporters Ann Hill would come.", "Ann Hill", {}),
        ("He told a reporter Ann Hill would come.", "Ann Hill", {}),
        ("The opposition leader, Ann Hill, left.", "Ann Hill", {"opposition leader": 1}),
        ("Ann Hill, the leader of the opposition, left.", "Ann Hill", {"leader": 1}),
        ("Ann Hill, mayor of the town, left.", "Ann Hill", {"mayor": 1}),
        ("They saw Ann Hill, the officials said.", "Ann Hill", {}),
        ("Ann Hill is a ruthless dictator.", "Ann Hill", {"dictator": 1}),
        ("Ann Hill is not a dictator.", "Ann Hill", {}),
        ("Ann Hill swam when she was a child.", "Ann Hill", {}),
        ("Ann Hill was the mayor's friend.", "Ann Hill", {}),
        ("Ann Hill was there. She is a poet.", "Ann Hill", {"poet": 1}),
        ("The Cuban regime fell. Cuba's brutal government fell.", "Cuba", {"regime": 1, "government": 1}),
        ("The regime of Nicolas Maduro fell. The Maduro government fell.", "Nicolas Maduro",
         {"regime": 1, "government": 1}),
        ("Cuban government buildings fell.", "Cuba", {}),
        ("Ann Hill said that John Bolt is a dictator.", "John Bolt", {}),
    ],
)  # fmt: skip
def test_labels(text: str, name: str, labels: dict[str, int]) -> None:
    framed = row_of(analyze(text), name).framed
    assert framed.labels == labels
    assert [label.lower() for label in places_of(text, framed, "label")] == list(labels)
