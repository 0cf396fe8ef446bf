"""The attribute room: docs/attribution.md is the table of what it finds, and this runs it."""

from __future__ import annotations

import importlib
import re
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timed import growth

from stancecli.attribute import CueIndex, attribute, confidence, label, rules
from stancecli.attribute.agents import agent, is_object
from stancecli.attribute.bounds import bounded, whole
from stancecli.attribute.roles import Belief, Labels, Link, Reading
from stancecli.attribute.scene import Scene
from stancecli.attribute.speech import speech_of
from stancecli.lexicon import load_lexicons
from stancecli.model import Attribution, Document, Paragraph, Parse, Range, Speech
from stancecli.pipeline import analyze
from stancecli.segment import segment

PAGE = (Path(__file__).parent.parent / "docs" / "attribution.md").read_text(encoding="utf-8")


@cache
def cues() -> CueIndex:
    return CueIndex(load_lexicons((), ()))


def parsed(text: str) -> Parse:
    """Every line a paragraph."""
    spans = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    paragraphs = tuple(Paragraph(start, end, "body") for start, end in spans)
    return segment(Document("test", text, paragraphs, None, "en", ""))


def speech(text: str) -> Speech:
    return attribute(*label([parsed(text)], cues()))


def content(attribution: Attribution, text: str) -> str:
    return " … ".join(text[start:end] for start, end in attribution.content.spans)


def rows(*head: str) -> list[list[str]]:
    """The rows of all tables on the page that have this head."""
    found, inside = [], False
    for line in PAGE.splitlines():
        cells = [cell.strip() for cell in line[1:-1].split("|")]
        if not line.startswith("|"):
            inside = False
        elif cells == list(head):
            inside = True
        elif inside and set(line) != set("|- "):
            found.append([cell.strip("`") for cell in cells])
    assert found, f"no table with the head {head}"
    return found


@pytest.mark.parametrize("text, source, cue, said", rows("text", "source", "cue", "content"))
def test_the_page_tells_who_says_what(text, source, cue, said):
    found = [
        (item.source.text if item.source else "", item.cue.text if item.cue else "", content(item, text))
        for item in speech(text).attributions
    ]
    assert found == [(source, cue, said)]


@pytest.mark.parametrize("text, why", rows("text", "why nothing is found"))
def test_nothing_is_found_where_nobody_speaks(text, why):
    assert speech(text) == Speech((), ()), why


@pytest.mark.parametrize("text, who, withheld", rows("text", "who", "withheld"))
def test_withheld_speech_is_no_statement(text, who, withheld):
    found = speech(text)
    assert [(item.actor, item.text) for item in found.withheld] == [(who, withheld)]
    assert found.attributions == ()


@pytest.mark.parametrize("text, tilt, hedges, denied", rows("text", "tilt", "hedges", "denied"))
def test_the_cue_has_its_manner(text, tilt, hedges, denied):
    (item,) = speech(text).attributions
    assert item.cue is not None
    assert (item.cue.tilt, " ".join(item.cue.hedges), item.cue.denied) == (tilt, hedges, denied == "yes")
    assert item.cue.hedged == bool(hedges)


@pytest.mark.parametrize(
    "cue, said",
    [
        ("appealed for", "calm"),
        ("are appealing for", "witnesses to come forward"),
        ("appealed to", "drivers for patience"),
        ("appealed to", "both sides to stop"),
        ("pleaded for", "more time"),
        ("begged for", "mercy"),
        ("lobbied for", "a new ground"),
        ("campaigned for", "a new school"),
        ("petitioned for", "a new trial"),
        ("agitated for", "higher wages"),
        ("cried out for", "help"),
        ("called upon", "the council to wait"),
    ],
)
def test_who_asks_for_something_is_its_source(cue, said):
    (item,) = speech(f"Residents {cue} {said}.").attributions
    assert (item.source.text, item.cue.text, item.content.text) == ("Residents", cue, said)


@pytest.mark.parametrize(
    "deed",
    [
        "recalled its ambassador to Norvik",
        "recalled the envoy",
        "has recalled 3,000 cars",
        "recalled its models over faulty brakes",
        "refused entry to fans",
        "refused fans entry",
        "denied her a visa",
        "denied permission for a new pier",
    ],
)
def test_a_deed_told_with_a_word_for_reports_is_none(deed):
    assert speech(f"The ministry {deed}.").attributions == ()


@pytest.mark.parametrize(
    "cue, said",
    [
        ("recalled", "her mother"),
        ("recalled", "the ambassador's words"),
        ("recalled", "that its envoy was late"),
        ("refused", "to let fans in"),
        ("denied", "the claim"),
        ("voted 6-3 for", "the budget"),
        ("voted 6 to 3 against", "the budget"),
        ("voted 6-3", "to close the pool"),
        ("voted", "to close the pool"),
    ],
)
def test_what_somebody_thinks_is_told_though_a_deed_has_the_same_word(cue, said):
    (item,) = speech(f"The council {cue} {said}.").attributions
    assert (item.cue.text, item.content.text) == (cue, said)


@pytest.mark.parametrize(
    "subject, cue, said",
    [
        ("The bridge", "was believed", "to be safe"),
        ("The bridge", "is widely seen as", "a disgrace"),
        ("The bridge", "has long been considered", "unsafe"),
        ("The men", "were thought", "to have fled"),
        ("The talks", "are understood", "to have failed"),
        ("The mayor", "was described as", "a cheat"),
        ("He", "was feared", "dead"),
        ("Two men", "are suspected of", "arson"),
        ("Ida Lund, who left on Friday", "is expected", "to resign"),
    ],
)
def test_of_whom_something_is_thought_by_nobody_belongs_to_the_content(subject, cue, said):
    comma = "," if "," in subject else ""
    text = f"{subject}{comma} {cue} {said}."
    (item,) = speech(text).attributions
    assert (item.source, item.cue.text, content(item, text)) == (None, cue, f"{subject} … {said}")


@pytest.mark.parametrize(
    "text, said",
    [
        ("The bridge, thought to be safe, fell on Friday.", "The bridge … to be safe"),
        ("A man thought to have fled was found on Friday.", "A man … to have fled"),
        ("Ida Lund is said to be happy, and Tom Holm is thought to have left.", "Tom Holm … to have left"),
    ],
)
def test_a_passive_has_the_subject_of_its_own_clause(text, said):
    assert content(speech(text).attributions[-1], text) == said


@pytest.mark.parametrize("subject, cue", [("It", "was believed"), ("The jury", "was told")])
def test_who_hears_something_and_what_stands_for_it_are_no_content(subject, cue):
    (item,) = speech(f"{subject} {cue} that the bridge was safe.").attributions
    assert (item.source, item.content.text) == (None, "that the bridge was safe")


@pytest.mark.parametrize("text", ["The offer appealed to both sides.", "The offer appealed to readers for years."])
def test_to_appeal_to_somebody_is_no_report(text):
    assert speech(text).attributions == ()


@pytest.mark.parametrize(
    "headline, source, cue, said",
    [
        ("Diet of nuts helps heart, study finds", "study", "finds", "Diet of nuts helps heart"),
        ("Minister Lied, Leaked Memo Shows", "Leaked Memo", "Shows", "Minister Lied"),
        ("Schools to shut early – union boss claims", "union boss", "claims", "Schools to shut early"),
        ("Fees rose, Home Office figures reveal.", "Home Office figures", "reveal", "Fees rose"),
        ("Nuts are good for you, say scientists", "scientists", "say", "Nuts are good for you"),
        ("Mayor took bribes, court told", None, "told", "Mayor took bribes"),
        ("Fire was an accident, inquest hears", None, "hears", "Fire was an accident"),
    ],
)
def test_a_headline_may_end_with_who_says_so(headline, source, cue, said):
    (item, *_) = speech(
        f"{headline}\n\nThe bridge at Bergby was closed on Friday, according to the council."
    ).attributions
    assert (item.source and item.source.text, item.cue.text, item.content.text) == (source, cue, said)


@pytest.mark.parametrize("headline", ["Mayor quits, deputy stays", "Council closes bridge, union strikes"])
def test_a_headline_of_two_deeds_reports_nothing(headline):
    assert speech(f"{headline}\n\nThe bridge at Bergby was closed on Friday.").attributions == ()


@pytest.mark.parametrize("parameter, value, what", rows("parameter", "value", "what it is"))
def test_the_page_has_every_parameter(parameter, value, what):
    module, name = parameter.split(".")
    assert getattr(importlib.import_module(f"stancecli.attribute.{module}"), name) == float(value), what


@pytest.mark.parametrize(
    "nobody",
    [
        "No one",
        "Nobody",
        "None of the residents",
        "Neither of them",
        "No resident",
        "No Norwegian",
        "Not a single resident",
    ],
)
def test_what_nobody_said_is_denied(nobody):
    (item,) = analyze(f"The residents met on Monday. {nobody} said that the bridge was safe.").attributions
    assert (item.source.actor, item.cue.denied, item.content.text) == (None, True, "that the bridge was safe")


@pytest.mark.parametrize(
    "somebody",
    [
        "No 10",
        "No. 10",
        "No Labels",
        "No fewer than forty ministers",
        "No less than ten clerks",
        "None other than Ida Lund",
    ],
)
def test_what_somebody_said_is_not_denied(somebody):
    (item,) = analyze(f"The residents met on Monday. {somebody} said that the bridge was safe.").attributions
    assert (item.cue.denied, item.content.text) == (False, "that the bridge was safe")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ida Lund's warned that the bridge may fall.", "Ida Lund"),
        ("She's warned that the bridge may fall.", "She"),
        ("She is warned that the bridge may fall.", None),
        ("She's said to be ill.", None),
        ("She's believed to be ill.", None),
    ],
)
def test_what_somebody_has_said_is_no_passive(text, source):
    (item,) = speech(text).attributions
    assert (item.source and item.source.text) == source


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Daniel Holm was described by Ida Lund as a fraud.", "Daniel Holm … as a fraud"),
        ("Daniel Holm was described as a fraud by Ida Lund.", "Daniel Holm … a fraud"),
        ("Daniel Holm was called a liar by Ida Lund, the mayor.", "Daniel Holm … a liar"),
        ("Daniel Holm was praised by Ida Lund as a hero.", "Daniel Holm … as a hero"),
        ("Daniel Holm has been accused of fraud by Ida Lund.", "Daniel Holm … fraud"),
        ("Daniel Holm was told by Ida Lund that the bridge was safe.", "that the bridge was safe"),
        ("Daniel Holm was accused of lying by Ida Lund.", "Daniel Holm … lying"),
        ("Daniel Holm was blamed for betraying the town by Ida Lund.", "Daniel Holm … betraying the town"),
    ],
)
def test_the_source_of_a_passive_stands_behind_by(told, said):
    text = f"Daniel Holm and Ida Lund met in Harrow on Monday. {told} The band played."
    (item,) = analyze(text).attributions
    assert (item.source.actor, content(item, text)) == ("Ida Lund", said)


@pytest.mark.parametrize(
    "told",
    [
        "Daniel Holm was described as a fraud by Monday.",
        "Daniel Holm was described as a man hated by Ida Lund.",
        "Daniel Holm was described as a fraud.",
        "It was a day on which Daniel Holm was accused of theft.",
        "It was a day on which the leader of the council was accused of betraying the town.",
        "Daniel Holm was accused of standing by Ida Lund.",
    ],
)
def test_who_is_spoken_of_in_a_passive_is_no_source(told):
    found = analyze(f"Daniel Holm and Ida Lund met in Harrow on Monday. {told} The band played.").attributions
    assert [item.source for item in found] == [None]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Daniel Holm called a liar by Ida Lund", "Daniel Holm … a liar"),
        ("Daniel Holm called corrupt by Ida Lund", "Daniel Holm … corrupt"),
        ("Daniel Holm, branded a crook by Ida Lund, left the hall.", "Daniel Holm … a crook"),
        ("Daniel Holm, described as a bully by Ida Lund, left the hall.", "Daniel Holm … a bully"),
    ],
)
def test_a_name_given_in_a_passive_without_be_is_given_by_whom_by_tells(told, said):
    (item,) = analyze(f"{told}\n\nThe band played on Monday.").attributions
    assert (item.source.actor, content(item, told)) == ("Ida Lund", said)


@pytest.mark.parametrize(
    "when", ["at the weekend", "over the weekend in Harrow", "on Monday morning", "at noon", "at dawn"]
)
@pytest.mark.parametrize("verb", ["snapped", "said"])
def test_when_something_was_said_is_no_part_of_who_says_it(verb, when):
    text = f"“The bridge is a disgrace,” {verb} Ida Lund {when}."
    (item,) = speech(text).attributions
    assert (item.source.text, item.cue.text, content(item, text)) == ("Ida Lund", verb, text[:27])
    assert item.confidence > 0.3


@pytest.mark.parametrize("look", ["smiled", "grinned", "smirked", "shrugged"])
@pytest.mark.parametrize("told", ["Ida Lund {}", "{} Ida Lund"])
def test_a_look_introduces_what_is_quoted(look, told):
    (item,) = speech(f"“The bridge will open,” {told.format(look)}.").attributions
    assert (item.source.text, item.cue.text) == ("Ida Lund", look)


@pytest.mark.parametrize("told", ["at the crowd and left", "as the band played “Old Harrow” on Monday"])
def test_a_look_without_words_is_no_report(told):
    assert speech(f"Ida Lund smiled {told}.").attributions == ()


@pytest.mark.parametrize("noun", ["rival", "critics", "Holm"])
def test_who_gives_a_name_may_be_told_by_a_noun(noun):
    (item,) = speech(f"Mayor called a liar by {noun}").attributions
    assert item.source.text == noun


def test_a_director_named_behind_whose_speaks_himself():
    (item,) = analyze("Blue Shelf, whose director, Ida Lund, called the deal a gamble, is in Leith.").attributions
    assert (item.source.actor, item.source.text) == ("Ida Lund", "Ida Lund")
    (item,) = analyze("The union, whose general secretary, Ida Lund, has warned of strikes, is angry.").attributions
    assert item.source.actor == "Ida Lund"
    (item,) = analyze("Daniel Holm, whose mother, Ida Lund, died in May, said he was sorry.").attributions
    assert item.source.actor == "Daniel Holm"


@pytest.mark.parametrize("told", ["called off the strike", "backed down on the plan", "backs out of a deal"])
def test_what_is_called_off_or_backed_out_of_is_not_said(told):
    assert speech(f"Ida Lund {told}.").attributions == ()
    assert speech("Ida Lund backed the plan.").attributions


@pytest.mark.parametrize("told", ["a taxi by the station", "a vote by Monday", "a plan by Daniel Holm a disgrace"])
def test_what_is_called_by_something_is_called_by_the_subject(told):
    assert [item.source.text for item in speech(f"Ida Lund called {told}.").attributions] == ["Ida Lund"]


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("Mayor Ida Lund accused of theft", None),
        ("Mayor Ida Lund praised by nurses for courage", "nurses"),
        ("Mayor Ida Lund urged to quit over corrupt deal", None),
        ("Mayor Ida Lund warned over reckless plan", None),
        ("Harrow: Ida Lund blamed for shameful failures", None),
        ("Ida Lund accused rival of theft", "Ida Lund"),
        ("Ida Lund warned of reckless plan", "Ida Lund"),
        ("Ida Lund vowed to quit over corrupt deal", "Ida Lund"),
        ("What Ida Lund blamed for the fire", "Ida Lund"),
    ],
)
@pytest.mark.parametrize("page", ["{}\n\nThe band played on Monday.", "The band played on Monday. {}."])
def test_a_passive_without_be_is_not_said_by_its_subject(told, source, page):
    found = [item.source for item in speech(page.format(told)).attributions]
    assert [one and one.text for one in found][:1] == [source]


@pytest.mark.parametrize(
    "body",
    [
        "Mayor Ida Lund was accused of theft on Monday by her rival, Per Holm.",
        "“I took nothing,” Ida Lund said.",
        "“I took nothing.” The band played.",
    ],
)
@pytest.mark.parametrize("headline", ["Mayor accused of theft", "Lund: They accuse me", "Lund said she told police"])
def test_no_report_goes_on_from_the_headline_into_the_text(headline, body):
    for item in analyze(f"{headline}\n\n{body}").attributions:
        spans = [
            *item.content.spans,
            *(item.cue.spans if item.cue else ()),
            *(item.source.spans if item.source else ()),
        ]
        assert len({start < len(headline) for start, _ in spans}) == 1
        assert all(end <= len(headline) or start > len(headline) for start, end in spans)


def test_the_page_has_every_confidence():
    table = {how: float(value) for how, value in rows("how the source was found", "confidence")}
    assert {how.split("`")[0]: value for how, value in table.items()} == confidence.FIXED


@pytest.mark.parametrize("cue", ["said", "gushed", "deadpanned", "added"])
@pytest.mark.parametrize(
    "day", ["", " last week", " on Tuesday", " yesterday", " two days ago", " earlier this month", " the following day"]
)
@pytest.mark.parametrize("order", ["Ida Lund {0}", "{0} Ida Lund"])
def test_when_something_was_said_is_neither_said_nor_who_says_it(cue, day, order):
    said = "“It is a wonderful place,”"
    text = f"A new park opened in Harrow on Monday. {said} {order.format(cue)}{day}. The band played until noon."
    (item,) = speech(text).attributions
    assert (item.source.text, content(item, text)) == ("Ida Lund", said)


@pytest.mark.parametrize(
    "asked", ["Asked about the bridge", "When asked on Monday whether it was safe", "Asked if it fell"]
)
def test_a_question_that_opens_a_sentence_is_put_by_somebody_else(asked):
    found = speech(f"{asked}, Ida Lund said that she was no engineer.").attributions
    assert [item.source and item.source.text for item in found][-1] == "Ida Lund"
    assert all(item.source is None for item in found if item.cue.text.lower().startswith("asked"))


@pytest.mark.parametrize(
    ("told", "halves"),
    [
        ("said the tolls would hurt shopkeepers and urged the council to wait", ["said", "urged"]),
        ("said that the new bridge was a disgrace but praised the builders", ["said", "praised"]),
        ("said there is no money left and then accused Per Holm of theft", ["said", "accused"]),
        ("blamed the council and called for calm, but praised the police", ["blamed", "called for", "praised"]),
        ("told a rally that the ferry was needless and thanked the board for its patience", ["told", "thanked"]),
        ("said the ferry was attacked and blamed for the delay", ["said"]),
        ("said the ferry had missed its slot and blamed the fog", ["said"]),
        ("said Per Holm insulted the builders and thanked the council", ["said"]),
        ("said the mayor “lied for years” and promised roads to everyone", ["said"]),
        ("said the bridge was old and needed paint", ["said"]),
        ("said it is Per Holm who cheats and promised roads he never built", ["said"]),
    ],
)
def test_a_second_report_of_the_same_speaker_is_no_part_of_the_first(told, halves):
    text = f"Ida Lund {told}."
    found = speech(text).attributions
    assert [(item.source.text, item.cue.text.removeprefix("then ")) for item in found] == [
        ("Ida Lund", cue) for cue in halves
    ]
    behind = [text[item.content.spans[-1][1] :] for item in found]
    assert [words.split()[0] in (",", "and", "but") for words in behind] == [True] * (len(halves) - 1) + [False]


def test_a_text_may_end_with_the_verb_of_a_second_report():
    assert [item.cue.text for item in speech("Ida Lund said it was broken and praised").attributions] == ["said"]


# --- layout --------------------------------------------------------------------------------------


def test_a_transcript_gives_every_turn_to_its_speaker():
    text = (
        "MAYOR LUND: We will open the bridge in May.\nIt will be a fine day.\nHOLM: No.\n"
        "MAYOR LUND: We will do it all the same.\nHOLM: You will regret it one day."
    )
    found = [(item.source.text, content(item, text), item.kind) for item in speech(text).attributions]
    assert found == [
        ("MAYOR LUND", "We will open the bridge in May … It will be a fine day", "direct"),
        ("HOLM", "No", "direct"),
        ("MAYOR LUND", "We will do it all the same", "direct"),
        ("HOLM", "You will regret it one day", "direct"),
    ]


def test_a_quoted_turn_ends_with_its_quotation():
    text = 'Ida Lund sat down.\nLund: "I am here."\nShe ordered soup.\nHolm: "So am I."\nLund: "That is good."'
    assert [(item.source.text, content(item, text)) for item in speech(text).attributions if item.kind == "direct"] == [
        ("Lund", '"I am here."'),
        ("Holm", '"So am I."'),
        ("Lund", '"That is good."'),
    ]


@pytest.mark.parametrize("names", [("Q", "A"), ("REPORTER", "HILL"), ("Ida Lund", "Ann Hill")])
def test_reports_inside_a_turn_are_nested_in_what_its_speaker_says(names):
    q, a = names
    text = (
        f"{q}: Is the bridge safe?\n\n{a}: I think it is safe. Engineers told me that it would hold. Holm said, “It will fall.”"
        f" I laughed.\n\n{q}: Will it open?\n\n{a}: We hope that it opens. They say it will."
    )
    found = [(item.source.text, item.content.text) for item in speech(text).attributions]
    assert [said for source, said in found if source in names] == [
        "Is the bridge safe",
        "I think it is safe. Engineers told me that it would hold. Holm said, “It will fall.” I laughed",
        "Will it open",
        "We hope that it opens. They say it will",
    ]
    inner = [(source, said) for source, said in found if source not in names]
    assert inner == [("Engineers", "that it would hold"), ("Holm", "“It will fall.”")]


def test_i_and_we_inside_a_turn_are_its_speaker():
    text = "Q: Is it safe?\n\nANN HILL: I think Holm is a liar.\n\nQ: Why?\n\nANN HILL: We hate his lies. Tom Holm said I was a cheat."
    held = {(stance.holder, stance.target): stance.label for stance in analyze(text).stances}
    assert held["Ann Hill", "Tom Holm"] == "opposes"


@pytest.mark.parametrize("topic", ["on the bridge", "about the tolls"])
def test_a_list_of_quotations_names_who_speaks_behind_a_colon(topic):
    text = (
        f"The bridge divides the town.\n\n“It will fall in a year”: Ann Hill {topic}\n\n'A disgrace': Tom Reed {topic}."
    )
    found = [(item.source.text, item.cue.text, item.content.text) for item in speech(text).attributions if item.source]
    assert found == [("Ann Hill", ":", "“It will fall in a year”"), ("Tom Reed", ":", "'A disgrace'")]


def test_who_presents_a_film_does_not_say_its_title():
    assert speech("The films of the week.\n\n“The Green Book”: Ann Hill on a bridge.").attributions == ()


def test_turns_of_few_words_are_a_transcript_where_names_in_capitals_come_back():
    text = "MS. HOLM: Did you tell him?\nLUND: Yes.\nMS. HOLM: When?\nLUND: In May."
    assert [(item.source.text, content(item, text)) for item in speech(text).attributions] == [
        ("MS. HOLM", "Did you tell him"), ("LUND", "Yes"), ("MS. HOLM", "When"), ("LUND", "In May")
    ]  # fmt: skip


def test_a_name_of_a_turn_may_have_a_direction_or_an_affiliation_behind_it():
    names = (
        "HOLM",
        "MAYOR IDA LUND (by phone from Harrow)",
        "HOLM",
        "MS. EVA DAHL [laughs]",
        "PROF. EVA DAHL, University of Tansy, Leeds",
        "HOLM",
        "MAYOR IDA LUND (in tears)",
    )
    said = "I see.", "That is a smear.", "Is it?", "It is not.", "No.", "Why?", "Yes."
    text = "\n".join(f"{name}: {words}" for name, words in zip(names, said, strict=True))
    found = [(item.source.text, content(item, text)) for item in speech(text).attributions]
    assert found == [(name, words[:-1]) for name, words in zip(names, said, strict=True)]


TURNS = "LUND: We had no warning.\n\nMS. HOLM: You had three letters.\n\nLUND: They never came to us."


@pytest.mark.parametrize(
    "head", ["Interview", "Q&A", "NOTE", "Editor’s note", "Correction", "Analysis", "Opinion", "Update"]
)
@pytest.mark.parametrize(
    "page",
    [
        "{}: Mayor Ida Lund on the bridge\n\nIda Lund has led the council for long.\n\n" + TURNS,
        "{}: Mayor Ida Lund\n\nIda Lund has led the council for long.",
        TURNS + "\n\n{}: The mayor was in Harrow on Monday.",
    ],
)
def test_what_a_paragraph_is_called_does_not_speak(head, page):
    told = [(item.source and item.source.text, item.content.text) for item in analyze(page.format(head)).attributions]
    assert [source for source, _ in told] == ["LUND", "MS. HOLM", "LUND"][: 3 * (TURNS in page)]
    assert not any("Lund" in words or "Harrow" in words for _, words in told)


def test_a_turn_in_the_headline_ends_with_it():
    found = analyze("Lund: Nobody warned the town\n\nWe met Ida Lund at noon today.\n\n" + TURNS).attributions
    assert [item.content.text for item in found][:2] == ["Nobody warned the town", "We had no warning"]


HEARING = (
    "Council hears of the bridge\n\nThe council met on Monday to hear what went wrong with the bridge in Harrow.\n\n"
    "LUND: We had no warning.\n\nMS. HOLM: You had three letters.\n\nLUND: They never came.\n\n"
    "MS. HOLM: The letters are here.\n\n"
)


@pytest.mark.parametrize(
    ("behind", "turn"),
    [
        ("The hearing ended at noon.", "The letters are here"),
        ("I have read them all.", "The letters are here … I have read them all"),
        ("Per Dahl said afterwards that the letters were forged.", "The letters are here"),
        ("All of them lie on the table.\n\nLUND: No.\n\nMS. HOLM: Yes, they do.", "Yes, they do"),
        ("They are old.\n\nLUND: No.\n\nMS. HOLM: They are.\n\nHolm then left.", "They are"),
        ("They are old.\n\nLUND: No.\n\nMS. HOLM: They are.\n\nLund then left.", "They are"),
        ("They are old.\n\nLUND: No.\n\nMS. HOLM: Yes.\n\nThe first came in May.", "Yes … The first came in May"),
    ],
)
def test_what_stands_behind_the_last_turn_is_the_authors_unless_it_goes_on(behind, turn):
    text = HEARING + behind
    last = [item for item in speech(text).attributions if item.cue and item.cue.text == ":"][-1]
    assert (last.source.text, content(last, text)) == ("MS. HOLM", turn)


def test_an_announced_quotation_may_stand_in_the_next_paragraph():
    text = "Per Holm had left. Ida Lund said:\n“The bridge will open in May.”\nThe band played."
    (item,) = speech(text).attributions
    assert (item.source.text, content(item, text)) == ("Ida Lund", "“The bridge will open in May.”")


def test_a_quotation_that_is_opened_anew_in_each_paragraph_is_one_attribution():
    text = (
        "“The bridge is old,” Ida Lund said. “It has stood for years.\n“It will fall.\n“We need a new one.”\nShe left."
    )
    (item,) = speech(text).attributions
    assert [text[start:end] for start, end in item.content.spans] == [
        "“The bridge is old,”", "“It has stood for years.", "“It will fall.", "“We need a new one.”"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text, source",
    [
        ("Lund: We Will Open The Bridge In May\nIda Lund said it would be fine.", "Lund"),
        ("Talks collapse — Lund: We did what we could\nIda Lund said so.", "Lund"),
        ("Bridge to open in May: Harbour Office\nThe Harbour Office said so.", "Harbour Office"),
        ("Revealed: the bridge that fell down twice\nIda Lund is angry.", None),
        ("At 10:37 the bridge fell into the sea\nIda Lund is angry.", None),
    ],
)
def test_a_headline_may_name_the_speaker(text, source):
    found = [item for item in speech(text).attributions if item.content.spans[0].start < text.index("\n")]
    assert [item.source.text for item in found] == ([source] if source else [])


def test_a_list_of_quotations_is_signed():
    text = "“Never again.” — Ida Lund, mayor\n“Why not?” — Per Holm"
    for bullet in ("", "- ", "* "):
        marked = bullet + text.replace("\n", f"\n{bullet}")
        assert [item.source.text for item in speech(marked).attributions] == ["Ida Lund, mayor", "Per Holm"]


@pytest.mark.parametrize(
    "told, source, said",
    [
        ("“He has sold us all.”\n— Ida Lund", "Ida Lund", "“He has sold us all.”"),
        ("“He has sold us all.”\n– Ida Lund, mayor of Arden", "Ida Lund, mayor of Arden", "“He has sold us all.”"),
        ("“He has sold us all.\n“He will pay.”\n- Ida Lund", "Ida Lund", "“He has sold us all. … “He will pay.”"),
        ("“He has sold us all.” Ida Lund, mayor", "Ida Lund, mayor", "“He has sold us all.”"),
    ],
)
def test_a_quotation_that_stands_alone_is_signed_below_it(told, source, said):
    text = f"The vote was lost by Per Holm, the treasurer, on Monday night.\n{told}\nPer Holm did not answer."
    found = [item for item in speech(text).attributions if item.source]
    assert [(item.source.text, content(item, text)) for item in found] == [(source, said)]


@pytest.mark.parametrize(
    "line", ["– Ida Lund wept in the hall that night.", "Ida Lund", "– the first of many evenings", "– Ida Lund"]
)
def test_a_line_below_other_words_is_no_signature(line):
    quoted = "He had sold them all." if line == "– Ida Lund" else "“He has sold us all.”"
    text = f"The vote was lost on Monday night.\n{quoted}\n{line}\nThe band played."
    assert not [item for item in speech(text).attributions if item.source]


def test_a_list_below_a_quotation_is_no_signature():
    text = "The vote was lost on Monday night.\n“He has sold us all.”\n- Oslo\n- Bergen\nThe band played."
    assert not [item for item in speech(text).attributions if item.source]


def test_a_quotation_that_a_paragraph_leaves_open_is_said_by_who_ends_it():
    text = "Daniel Holm said the bridge was safe.\n“It is old.\n“It is rusty.\n“It will fall,” Ida Lund added. “Soon.”"
    first, second = speech(text).attributions
    assert (first.source.text, content(first, text)) == ("Daniel Holm", "the bridge was safe")
    assert (second.source.text, content(second, text)) == (
        "Ida Lund", "“It is old. … “It is rusty. … “It will fall,” … “Soon.”"
    )  # fmt: skip


def test_a_quotation_that_is_left_open_belongs_to_who_is_named_beside_or_announced_before_it():
    for opening in ("“It is safe,” Daniel Holm said. “It is old.", "Daniel Holm said:\n“It is old."):
        text = f"{opening}\n“It will fall,” Ida Lund added."
        said = {item.source.text: content(item, text) for item in speech(text).attributions}
        assert said["Daniel Holm"].endswith("“It is old.")


@pytest.mark.parametrize(
    "told",
    [
        "Baker jailed for stealing from customers",
        "Baker cleared of stealing from customers",
        "Ida Lund was arrested on suspicion of theft.",
        "A judge jailed Ida Lund for stealing.",
    ],
)
def test_what_a_court_does_is_no_report(told):
    assert not speech(f"{told}\nThe band played on Monday.").attributions


def test_what_is_said_in_court_is_a_report():
    text = "A judge who jailed Ida Lund for stealing said she was cruel.\nThe band played on Monday."
    assert [item.cue.text for item in speech(text).attributions] == ["said"]


def test_whom_something_is_told_is_no_part_of_the_speaker_before_a_colon():
    text = "The trial of Daniel Holm ended on Monday.\nIda Lund told Holm: “You are a cruel man.”\nHe wept."
    (item,) = speech(text).attributions
    assert (item.source.text, item.cue.text) == ("Ida Lund", "told")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Some residents shouted “shame” as the result was read out.", "“shame”"),
        ("“Shame on you all!” the residents shouted as the result was announced.", "“Shame on you all!”"),
        ("The mayor praised “Sundown” as her favourite film.", "“Sundown” as her favourite film"),
    ],
)
def test_when_quoted_words_are_said_is_no_part_of_them(told, said):
    text = f"The hall was full.\n{told}\nThe band played."
    (item,) = speech(text).attributions
    assert content(item, text) == said


# --- sources -------------------------------------------------------------------------------------


def test_a_source_is_never_inside_its_content():
    text = "Ida Lund, who said she liked the bridge, told the council on Monday that it was safe."
    for item in speech(text).attributions:
        assert item.source is not None
        assert all(not (start <= item.source.spans[0].start < end) for start, end in item.content.spans)


def test_the_silent_party_is_told_apart_from_the_one_that_speaks():
    text = "The council still has yet to comment on the cracks, and the harbour office claimed that the bridge was old."
    found = speech(text)
    assert [item.actor for item in found.withheld] == ["The council"]
    assert [item.source.text for item in found.attributions] == ["the harbour office"]


def test_what_the_reporter_sets_against_it_is_no_part_of_a_claim():
    text = "They declared that power was back by Monday, but there were more reports of outages."
    (item,) = analyze(text).attributions
    assert content(item, text) == "that power was back by Monday"
    quoted = "“It is safe, but there were cracks,” Ida Lund said."
    assert "cracks" in content(analyze(quoted).attributions[0], quoted)


@pytest.mark.parametrize("text", ["The critics said nothing.", "Ida Lund said nothing about the plan."])
def test_who_says_nothing_is_silent(text):
    found = speech(text)
    assert [item.text for item in found.withheld] == ["said nothing"]
    assert found.attributions == ()
    assert speech("Ida Lund said nothing had changed.").withheld == ()


def test_attributions_are_numbered_in_the_order_of_the_text():
    text = "Ida Lund said it was cold. “It is warm,” Per Holm said. The council claimed that it was neither."
    found = speech(text).attributions
    assert [item.id for item in found] == [0, 1, 2]
    assert [item.source.text for item in found] == ["Ida Lund", "Per Holm", "The council"]


# --- any text ------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    "Ida Lund said that the council , . “ ” \" ' : ; ( ) — - who claims to according reportedly and but was not told"
    " it he she \n 10:37 U.S. '' `` declined comment yet Q A".split(" ")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_spans_are_ordered_slices_of_any_text(text):
    for item in speech(text).attributions:
        parts = [part for part in (item.source, item.cue) if part] + [item.content]
        for part in parts:
            assert all(0 <= start < end <= len(text) for start, end in part.spans)
            assert " ".join(text[start:end] for start, end in part.spans) == part.text
            assert list(part.spans) == sorted(part.spans)
        assert 0 <= item.confidence <= 1


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "“We won,” Lund said. ",
            "Lund said she said ",
            "“we won” and ",
            "Lund, who said it, and said that, ",
            "(a ( b ",
        ),
        *("Lund said it is bad and praised him and urged Hill to go and ", "“Yes.”\n\n— Ann Hill\n\n"),
        *("asked by a man if he would go Lund said no and ", "Two left, said Ann Hill, and one stayed, "),
    ],
)
def test_a_long_line_takes_linear_time(unit):
    def work(length):
        parse = parsed(unit * (length // len(unit)))
        return lambda: attribute(*label([parse], cues()))

    assert growth(work, 50_000, 200_000, 8) < 8


# --- linking, whoever labelled ---------------------------------------------------------------------


def linked(marked: str) -> list[tuple[str, str, list[str]]]:
    """Link labels written into the text: `[source]`, `<cue>`, `{content}`."""
    text = re.sub(r"[\[\]<>{}]", "", marked)
    parse = parsed(text)
    labels: dict[str, list[Range]] = {"[": [], "<": [], "{": []}
    for match in re.finditer(r"[\[<{]([^\]>}]*)[\]>}]", marked):
        start = match.start() - len(re.findall(r"[\[\]<>{}]", marked[: match.start()]))
        end = start + len(match[1])
        tokens = [i for i, place in enumerate(parse.starts) if start <= place < end]
        labels[match[0][0]].append(Range(tokens[0], tokens[-1] + 1))
    given = Labels(*(tuple(labels[sign]) for sign in "[<{"))
    sure = Belief(np.ones((len(parse.words), 3), dtype=np.float32))
    found = speech_of(Scene(parse), Reading(cues().find(parse.words), given, sure, ruled=Labels((), (), ())))
    return [
        (item.source.text if item.source else "", item.cue.text if item.cue else "",
         [text[start:end] for start, end in item.content.spans])
        for item in found.attributions
    ]  # fmt: skip


@pytest.mark.parametrize(
    "marked, expected",
    [
        (
            "[Ida Lund] met Per Holm, <praised> {the band} and <said> {it was over}.",
            [("Ida Lund", "praised", ["the band"]), ("Ida Lund", "said", ["it was over"])],
        ),
        (
            "{“No,”} <said> [Ida Lund], <adding> {that it was over}.",
            [("Ida Lund", "said", ["“No,”"]), ("Ida Lund", "adding", ["that it was over"])],
        ),
        (
            "Ida Lund was <asked> by [a reporter] {whether it was over}.",
            [("a reporter", "asked", ["whether it was over"])],
        ),
        (
            "[Ida Lund], [who] <said> {it was cold}, <claimed> {that it was over}.",
            [("who", "said", ["it was cold"]), ("Ida Lund", "claimed", ["that it was over"])],
        ),
        (
            "{“No,”} [Lund] <said>. {“It is over.”} {“Yes,”} [Holm] <said>. {“It is.”}",
            [("Lund", "said", ["“No,”", "“It is over.”"]), ("Holm", "said", ["“Yes,”", "“It is.”"])],
        ),
        ("{“Nobody knows who wrote these words.”}", [("", "", ["“Nobody knows who wrote these words.”"])]),
        (
            "The mayor drew {a line between the two}. {“It is over,”} [Lund] <said>.",
            [("Lund", "said", ["“It is over,”"])],
        ),
        (
            "[Ida Lund] waved at once, <telling> [the crowd] {that it was over}.",
            [("Ida Lund", "telling", ["that it was over"])],
        ),
    ],
)
def test_labels_are_linked_whoever_made_them(marked, expected):
    assert sorted(linked(marked)) == sorted(expected)


def test_turns_are_told_without_tags():
    turns = "IDA LUND: Will the old bridge hold?\nPER HOLM: It may hold until spring.\n"
    told = linked(f"{turns}The hall was cold by then.\n{turns}")
    assert [source for source, _, _ in told] == ["IDA LUND", "PER HOLM"] * 2


def marked_parts(marked: str) -> tuple[Scene, Range, Range]:
    """The words of a marked text, tagged, and which of them are its [source] and its <cue>."""
    parse = label([parsed(re.sub(r"[\[\]<>]", "", marked))], cues())[0].parse
    starts = [place - len(re.findall(r"[\[\]<>]", marked[:place])) for place in map(marked.index, "[]<>")]
    first, stop, cue, end = (sum(start < place for start in parse.starts) for place in starts)
    return Scene(parse), Range(first, stop), Range(cue, end)


@pytest.mark.parametrize(
    ("marked", "subject"),
    [
        ("He paid a visit to the port in Bergby, [Norway and] <explained> why it was over.", "He"),
        ("They seized the port, jailed [Danes and others], and <vowed> to go on.", "They"),
        ("Ida Lund stands by [her result] and <says> it is over.", "Ida Lund"),
        ("She broke down as she paid tribute to [Mr Holm], <telling> the court that it was over.", "she"),
    ],
)
def test_what_a_verb_or_preposition_is_followed_by_is_no_subject(marked: str, subject: str) -> None:
    scene, source, cue = marked_parts(marked)
    told = Link(source, cue, [], "subject")
    found = agent(scene, told)
    assert is_object(scene, told) and found and scene.parse.text(*found) == subject


@pytest.mark.parametrize("acting", ["by", "with", "despite"])
def test_who_stands_behind_these_prepositions_may_say_what_follows(acting: str) -> None:
    scene, source, cue = marked_parts(f"The plan was met {acting} [Ida Lund], <saying> it was over.")
    assert not is_object(scene, Link(source, cue, [], "subject"))


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("The casinos in [Bergby] <reported> a loss.", "The casinos in Bergby"),
        ("Ida Lund, [a critic of the plan], <said> it was over.", "Ida Lund, a critic of the plan"),
        ("In Bergby, [the mayor], tired, <said> it was over.", "the mayor"),
        ("[A point the harbour office] <denied> was made.", "the harbour office"),
        ("[The striker grinned and] <said> it was over.", "The striker"),
        ("[The mayor on Monday] <said> it was over.", "The mayor"),
        ("[A poll released on Monday] <said> it was over.", "A poll released on Monday"),
        ("At [least two ministers] <said> it was over.", "At least two ministers"),
        ("[Lund, the mayor, who] <said> it was over, left.", "Lund, the mayor"),
        ("In a letter to [the board dated May 3, the mayor] <said> it was over.", "the mayor"),
        ("In a letter to [the board,] the mayor <said> it was over.", "the board,"),
        (
            "Norvik, which has run [the Harrow ferry since 1998], <said> it was over.",
            "Norvik, which has run the Harrow ferry since 1998",
        ),
        (
            "Ida Lund, facing a challenge from [Per Holm], also <said> it was over.",
            "Ida Lund, facing a challenge from Per Holm",
        ),
        ("The mayor, [whose bridge fell], <said> it was over.", "The mayor, whose bridge fell"),
        ("Ida Lund, [who] brags of her yachts, still <says> it was over.", "Ida Lund"),
        ("Ida Lund, [who], on Monday, <said> it was over, left.", "who"),
        ("The sister-in-law, 34, [who swam], <said> it was over.", "The sister-in-law, 34, who swam"),
        ("[Thanking Per Holm, Ida Lund] <said> it was over.", "Ida Lund"),
        ("[Browning Holm, the mayor], <said> it was over.", "Browning Holm, the mayor"),
        ("After the race, which Holm lost, [Ida Lund], tired, <said> it was over.", "Ida Lund"),
    ],
)
def test_a_source_has_its_head_and_no_more(marked: str, source: str) -> None:
    scene, part, cue = marked_parts(marked)
    assert scene.parse.text(*bounded(scene, whole(scene, part, cue))) == source


def test_a_source_that_was_taken_for_content_is_none_of_it() -> None:
    text = "Two drummers were treated for shock, said Lt. Ida Lund of the Bergby Sheriff's Office, and a drum was lost."
    (found,) = speech(text).attributions
    assert found.source and found.source.text == "Lt. Ida Lund of the Bergby Sheriff's Office"
    assert content(found, text) == "Two drummers were treated for shock … and a drum was lost"


def test_the_rules_do_not_take_an_age_for_who_speaks() -> None:
    text = "The mother-of-two, 34, who won hearts with her cakes on Monday, told fans that it was over."
    parse = parsed(text)
    ((first, stop),) = rules.label(Scene(parse), cues().find(parse.words)).sources
    assert parse.text(first, stop) == "The mother-of-two, 34, who won hearts with her cakes on Monday,"


@pytest.mark.parametrize("source", ["Ruiz, a critic of the plan", "Ida Ruiz, her critic"])
def test_a_source_that_is_widened_is_no_part_of_what_it_says(source: str) -> None:
    (found,) = speech(f"The plan is dead, {source}, said.").attributions
    assert (found.source and found.source.text, found.content.text) == (source, "The plan is dead")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ida Lund laid down her pen. “I would do it all again.”", "Ida Lund"),
        ("She laid down her pen.\n\n“I would do it all again.”", "She"),
        ("The window fell shut. “I would do it all again.”", None),
        ("Ida Lund sells books. “The Long Way Home to Bergby” is her favourite.", None),
    ],
)
def test_a_quotation_without_a_cue_is_said_by_who_acts_before_it(text: str, source: str | None) -> None:
    assert [one.source and one.source.text for one in speech(text).attributions][:1] == [source]


@pytest.mark.parametrize(
    "said",
    [
        "that while Tomas Brandt is simply calling for talks, the council is asking for foreign thugs to beat the people",
        "that although Tomas Brandt was calling for talks, Piet Okoye was asking for more soldiers to guard the port",
    ],
)
def test_a_report_goes_on_behind_its_opening_clause(said: str) -> None:
    text = f"Defence minister Ida Lund insisted {said}."
    assert [(one.source.text, content(one, text)) for one in speech(text).attributions if one.source] == [
        ("Defence minister Ida Lund", said)
    ]


def test_reports_beside_each_other_are_not_one_in_the_other() -> None:
    text = "Ida Lund thinks the council has its sums wrong, and a consultant hired by the owners found that the saving would be small."
    told = [(one.source.text, content(one, text)) for one in speech(text).attributions if one.source]
    assert told == [
        ("Ida Lund", "the council has its sums wrong"),
        ("a consultant hired by the owners", "that the saving would be small"),
    ]


def test_a_question_is_not_said_by_who_answers_it() -> None:
    found = speech('Luke Shaw met the press. Asked whether he would meet Klein, he replied: "Any time."').attributions
    assert [one.source and one.source.text for one in found] == [None, "he"]


def test_a_new_sentence_does_not_take_the_end_of_a_split_quotation() -> None:
    found = speech(
        '"We had no choice," Voss said. "The roof is falling in." Ian Marlow disagreed. "It is sound," Marlow said.'
    )
    said = [(one.source.text, one.content.text) for one in found.attributions if one.source]
    assert said == [("Voss", '"We had no choice," "The roof is falling in."'), ("Marlow", '"It is sound,"')]


def test_a_source_of_one_word_that_opens_a_text_has_no_time_before_it() -> None:
    (said,) = analyze("Brandt and said he was late.").attributions
    assert said.source and said.source.text == "Brandt"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The council agreed to sell the park, a plan called “shameful” by Ida Lund.",
            [("The council", "to sell the park"), ("Ida Lund", "“shameful”")],
        ),
        (
            "Omar Bell pledged to close the site, a promise dismissed as “hot air” by Ida Lund.",
            [("Omar Bell", "to close the site"), ("Ida Lund", "“hot air”")],
        ),
        (
            "Ida Lund said that the bridge, a structure praised by engineers, would stay.",
            [("Ida Lund", "that the bridge, a structure praised by engineers, would stay")],
        ),
    ],
)
def test_what_another_calls_it_in_an_apposition_is_his(text, rows):
    found = speech(text).attributions
    assert [(item.source.text, content(item, text)) for item in found if item.source] == rows


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund was quoted by the Harrow Post as saying that the bridge was safe.",
        "Ida Lund was quoted in the Harrow Post as saying the bridge was safe.",
        "Ida Lund was reported by the Harrow Post as saying that the bridge was safe.",
    ],
)
def test_whoever_prints_what_somebody_is_quoted_as_saying_does_not_say_it(text):
    (item,) = speech(text).attributions
    assert item.source.text == "Ida Lund" and content(item, text).endswith("the bridge was safe")


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Omar Bell, whom Ida Lund has described as a coward, left the hall.", ["Ida Lund"]),
        ("Omar Bell, whom Mayor Ida Lund has called a coward, said that it rained.", ["Omar Bell", "Mayor Ida Lund"]),
        ("Omar Bell, whose speech critics call reckless, left the room.", ["critics"]),
    ],
)
def test_a_relative_clause_is_its_own_subjects(text, sources):
    assert sorted(item.source.text for item in speech(text).attributions if item.source) == sorted(sources)


def test_what_somebody_was_asked_is_no_part_of_the_answer():
    text = "Asked by Omar Bell why she had hidden the letters, Ida Lund replied: “I was afraid.”"
    told = {item.source.text: content(item, text) for item in analyze(text).attributions}
    assert told == {"Omar Bell": "why she had hidden the letters", "Ida Lund": "“I was afraid.”"}


@pytest.mark.parametrize(
    ("text", "asked", "question"),
    [
        (
            "When asked by a reporter whether it would rain, Ida Lund said it would.",
            "a reporter",
            "whether it would rain",
        ),
        ("Ida Lund was asked by a caller why it rains.", "a caller", "why it rains"),
        (
            "Pressed by the host Omar Bell on what it cost, Ida Lund said it was free.",
            "the host Omar Bell",
            "on what it cost",
        ),
    ],
)
def test_a_question_in_the_passive_is_put_by_whom_by_names(text, asked, question):
    told = {item.source.text: content(item, text) for item in analyze(text).attributions if item.source}
    assert told[asked] == question
    assert not any(question in words for who, words in told.items() if who != asked)


@pytest.mark.parametrize(
    "text",
    [
        "Asked by",
        "Asked by Omar",
        "“Asked by a man if he",
        "She was asked by a b c d e f g h i j k l why.",
        "Asked by why",
    ],
)
def test_a_question_that_is_cut_off_is_no_error(text):
    analyze(text)


def test_a_very_long_source_ends_before_its_first_clause():
    told = "a union that has endorsed the bridge and that has been busing its members across the county to march for it"
    (item,) = analyze(
        f"Ida Lund, executive director of Nurses United, {told}, also said her group would vote."
    ).attributions
    assert item.source.text == "Ida Lund"


def test_a_report_within_a_turn_ends_with_its_sentence():
    text = "BELL: Agnes Moore used to say that nobody asked for a play. She was a liar.\n\nLUND: Was she?\n\nBELL: Yes."
    told = {item.source.text: content(item, text) for item in analyze(text).attributions if item.source}
    assert told["Agnes Moore"] == "that nobody asked for a play"


def test_narration_behind_a_lone_quotation_is_no_part_of_it():
    text = "“I voted for her,” Omar Bell said. “Never again.” He calls the lanes “a vanity project”."
    contents = [content(item, text) for item in speech(text).attributions]
    assert not any("Never again" in told and "lanes" in told for told in contents)


def test_who_left_reportedly_said_nothing():
    (item,) = speech("Ida Lund reportedly left the room in tears.").attributions
    assert item.source is None


def test_a_second_report_goes_on_behind_an_insertion():
    text = (
        "He lashed out at what he called the “mad” plan and claimed, without evidence, that the mayor was paid by Senn."
    )
    assert [item.cue.text for item in speech(text).attributions] == ["lashed out at", "claimed"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A surgeon who asked not to be named said that the ward was full.", "A surgeon who asked not to be named"),
        (
            "One clerk who asked not to be identified said the plan was dead.",
            "One clerk who asked not to be identified",
        ),
    ],
)
def test_who_keeps_a_name_back_is_a_source(text: str, source: str) -> None:
    (found,) = attribute(*label([parsed(text)], cues())).attributions
    assert found.source is not None and found.cue is not None
    assert (found.source.text, found.cue.text) == (source, "said")
