"""What a small trained network makes of parties in sentences as wholes."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace

from stancecli import pipeline
from stancecli.aim.parties import Party
from stancecli.attribute import label
from stancecli.clean import clean
from stancecli.lexicon import load_lexicons
from stancecli.model import Input, Stance
from stancecli.pipeline import Tools
from stancecli.segment import segment
from stancecli.settings import DEFAULT, Settings
from stancecli.stance.impression import DISTANCES, NAME, PARTY, STEPS, TARGET, Glimpse, glimpse, impressions, rings_of
from stancecli.stance.weigh import Pair
from stancecli.weights import load

WHOLE = "is so spoken of by the sentence as a whole"


@cache
def tools(settings: Settings = DEFAULT) -> Tools:
    return pipeline.compiled(load_lexicons(), settings)


def seen(text: str, target: str, *others: str) -> Glimpse:
    return glimpse(*_asked(text, target, *others))


def impression(text: str, target: str, *others: str) -> Pair:
    """Of a party in the first sentence of a text in which others are mentioned too."""
    (told,) = impressions().of([seen(text, target, *others)])
    return told


def _asked(text: str, target: str, *others: str):
    (item,) = label([segment(clean(Input(id="", data=text)))], tools().cues)
    words = item.parse.words
    parties = [Party(at, at + 1, word, False, True) for at, word in enumerate(words) if word in (target, *others)]
    return item.parse, item.parse.sentences[0], parties, target


def stances(text: str, *targets: str, **settings: float) -> tuple[Stance, ...]:
    document = clean(Input(id="", data=text, targets=targets))
    return pipeline.report(document, tools(replace(DEFAULT, **settings))).stances


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Hill said that Lund was a liar and a coward who had ruined the school.", -1),
        ("Hill blamed Lund for the deaths and called her reckless.", -1),
        ("Hill thanked Lund for her courage and said the town was proud of her.", 1),
        ("Hill hailed Lund as the best mayor that the town had ever had.", 1),
    ],
)
def test_a_sentence_as_a_whole_tells_for_whom_and_against_whom_it_is(text, sign):
    assert impression(text, "lund", "hill").strength * sign > 1


def test_what_merely_happens_leaves_no_impression():
    told = impression("Hill met Lund at the station on Monday before the train left.", "lund", "hill")
    assert max(told.favour, told.against) < 0


def test_names_and_parties_are_signs():
    text = "Ida Hill, who was in Bergby, told Lund that she was a liar."
    words, signs = seen(text, "lund", "she")
    assert words == ["", ",", "who", "was", "in", "", ",", "told", "", "that", "he", "was", "a", "liar", "."]
    assert [sign for sign in signs if sign] == [NAME, NAME, TARGET, PARTY]
    assert words[signs.index(TARGET)] == ""


def test_names_and_genders_have_no_say():
    text = "{} said that {} had betrayed the workers of the mill, and that {} mother was ashamed."
    for first, second in (("Hill", "Lund"), ("Zqex", "Wxyq"), ("Green", "Labour")):
        for his in ("his", "her"):
            told = impression(text.format(first, second, his), second.lower(), first.lower())
            assert told == impression(text.format("Brandt", "Falk", "his"), "falk", "brandt")


def test_rings_lie_around_the_nearest_mention():
    assert rings_of([0, 0, TARGET, 0, 0, 0, 0, TARGET]).tolist() == [
        2,
        1,
        0,
        *(len(STEPS) + ring for ring in (1, 2)),
        2,
        1,
        0,
    ]
    assert rings_of([0, PARTY]).tolist() == [0, len(STEPS) + 1]
    assert rings_of([TARGET] + [0] * 40).tolist()[-1] == 2 * len(STEPS)


def test_a_sentence_of_one_word_is_read():
    assert impression("Lund", "lund") == impression("Hill", "hill")


def test_sentences_that_are_read_together_do_not_mix():
    texts = ["Lund lied.", "Lund", "Hill thanked Lund for her courage and for the bread.", "Lund, a coward, fled."]
    together = impressions().of([seen(text, "lund", "hill") for text in texts] * 40)
    alone = [impression(text, "lund", "hill") for text in texts]
    for told, one in zip(together, alone * 40, strict=True):
        assert (told.favour, told.against) == pytest.approx((one.favour, one.against), abs=0.11)
    assert len({(one.favour, one.against) for one in alone}) > 2
    assert impressions().of([]) == []


def test_all_layers_are_in_use():
    weights = load("impressions")
    assert len([name for name in weights if name.startswith("near")]) == 2 * len(DISTANCES)
    assert len(weights["verdicts"]) == len(load("attribution")["words"])


@pytest.mark.parametrize(("word", "sign"), [("liar", -1), ("crook", -1), ("hero", 1), ("genius", 1)])
def test_of_each_word_it_is_known_what_it_says_of_a_party(word, sign):
    favour, against = impressions().words.of([word])[0, -2:]  # in the last frame, "jones called smith a liar"
    assert (favour - against) * sign > 1


def test_words_that_are_not_read_are_empty_and_unknown_ones_have_their_endings():
    words = impressions().words
    nothing, known, unknown = words.of(["", "the", "zqxly"])
    assert not nothing.any()
    assert (unknown == words.of(["zqxly"])[0]).all() and (known == words.of(["the"])[0]).all()
    assert (unknown != words.of(["zqxed"])[0]).any()


@pytest.mark.parametrize("text", ["Lund", "Lund. " * 200, "- Lund\n- Hill\n- Brandt", "He. Lund."])
def test_a_name_that_stands_alone_leaves_no_impression(text):
    for one in stances(text, "Lund"):
        assert (one.label, one.score, one.evidence) == ("neutral", 0.0, ())


PRISON = "Ida Hill said that Tomas Lund had turned the school into a prison."


def test_of_who_is_asked_for_the_sentence_as_a_whole_tells_where_no_words_do():
    assert all(one.target != "Tomas Lund" for one in stances(PRISON))
    (asked,) = [one for one in stances(PRISON, "Lund") if one.target == "Lund"]
    assert (asked.holder, asked.label) == ("Ida Hill", "opposes")
    (whole,) = [one for one in asked.evidence if one.why == f"“Tomas Lund” {WHOLE}"]
    assert whole.value < 0 and whole.hit is None
    assert sum(one.value for one in asked.evidence) == pytest.approx(asked.score, abs=1e-3)
    (without,) = [one for one in stances(PRISON, "Lund", impression_share=0.0) if one.target == "Lund"]
    assert without.confidence < asked.confidence and without.score > asked.score


def test_to_ask_changes_no_score_that_words_make():
    text = "Ida Hill blamed Tomas Lund for the deaths."
    (alone,), (asked, author) = stances(text), stances(text, "Lund")
    assert (alone.score, alone.evidence) == (asked.score, asked.evidence)
    assert asked.confidence > stances(text, "Lund", impression_share=0.0, evidence_share=0.5)[0].confidence
    assert all(WHOLE not in one.why for one in author.evidence)  # what Hill holds is not the author's


@pytest.mark.parametrize("text", ["No one called Tomas Lund a liar.", "Ida Hill asked whether Tomas Lund had lied."])
def test_what_is_not_told_as_a_fact_leaves_no_impression(text):
    told = stances(text, "Lund")
    assert told == stances(text, "Lund", impression_share=0.0)


def test_a_row_is_surer_where_the_sentence_as_a_whole_agrees():
    text = "Ida Hill attacked Tomas Lund for his contempt of the poor."
    surer, plain = (stances(text, agreed_share=share, contradicted_share=0.0)[0] for share in (0.5, 0.0))
    assert surer.confidence > plain.confidence


def test_a_row_is_less_sure_where_the_sentence_as_a_whole_says_the_contrary():
    text = "Ida Hill, who adores Tomas Lund, a brave and honest man, once mocked Tomas Lund."
    less, plain = (stances(text, agreed_share=0.0, contradicted_share=share)[0] for share in (0.9, 0.0))
    assert less.label == "supports"
    assert less.confidence < plain.confidence


def test_no_label_says_the_contrary_of_its_score():
    texts = [
        "Ida Hill, who once praised Tomas Lund, said that he had left the children in the rain to save his own skin.",
        "Nobody admired Tomas Lund more than Ida Hill, until he took the money of the widows and drank it.",
        "Ida Hill thanked Tomas Lund for nothing and said that he had made the town a place to be ashamed of.",
    ]
    rows = [one for text in texts for one in stances(text, "Lund", "Ida Hill")]
    assert len(rows) > 5
    for one in rows:
        assert not (one.label == "supports" and one.score < 0) and not (one.label == "opposes" and one.score > 0)
