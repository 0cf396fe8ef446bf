"""Where holders stand to targets."""

from pathlib import Path

import msgspec
import pytest

from stancecli.aim import aim
from stancecli.pipeline import analyze
from stancecli.settings import DEFAULT
from stancecli.stance import judge
from tests.scenes import scene


def judged(marked: str, **options):
    made = scene(marked, **options)
    return judge(made.parse, made.cast, aim(*made), DEFAULT)


def test_one_hit():
    (stance,) = judged("{Smith} said [[Smith|indirect|the {Russia|Russian} <a:goon|goons> left]].")
    assert (stance.holder, stance.target, stance.score, stance.label) == ("Smith", "Russia", -0.5, "opposes")
    (evidence,) = stance.evidence
    assert evidence.why == "“goons” (a:goon) modifies “Russian”"
    assert (evidence.hit, evidence.value) == (0, -0.5)


def test_evidence_spans_lead_back_to_the_words():
    made = scene("They saw the <a:corrupt|corrupt> {Smith} there.")
    (stance,) = judge(made.parse, made.cast, aim(*made), DEFAULT)
    text = made.parse.document.text
    assert [text[slice(*span)] for span in stance.evidence[0].spans] == ["corrupt", "Smith"]


def test_praise_and_blame_cancel():
    (stance,) = judged("{Smith} is <+a:grand|grand>. {Smith} is <a:vile|vile>.")
    assert (stance.score, stance.label, stance.confidence) == (0.0, "neutral", 0.0)
    assert sorted(evidence.value for evidence in stance.evidence) == [-0.3333, 0.3333]


def test_values_add_up_to_the_score():
    (stance,) = judged("{Smith} is <+a:grand|grand>. {Smith} is <a:vile|vile>. {Smith} is <a:mean|mean>.")
    assert stance.score == pytest.approx(sum(evidence.value for evidence in stance.evidence), abs=1e-9)
    assert stance.label == "opposes"


def test_confidence_grows_with_evidence_and_agreement():
    one = judged("{Smith} is <a:vile|vile>.")[0].confidence
    two = judged("{Smith} is <a:vile|vile>. {Smith} is <a:mean|mean>.")[0].confidence
    mixed = judged("{Smith} is <a:vile|vile>. {Smith} is <a:mean|mean>. {Smith} is <+a:grand|grand>.")[0].confidence
    near = judged("{Smith} came and it was <a:vile|vile>.")[0].confidence
    assert mixed < one < two
    assert near < one


def test_pairs_occur_once():
    stances = judged("{Smith} is <a:vile|vile>. {Jones} is <a:vile|vile>. {Smith} is <a:mean|mean>.")
    assert [(stance.holder, stance.target) for stance in stances] == [("author", "Smith"), ("author", "Jones")]


def test_no_hit_no_stance():
    assert judged("{Smith} met {Jones}.") == ()


def test_a_requested_target_takes_its_actors_place():
    stances = judged(
        "{Smith} is <a:vile|vile>.", targets=("Mr. S.", "the S."), names={"Mr. S.": "Smith", "the S.": "Smith"}
    )
    assert [(s.holder, s.target, s.label) for s in stances] == [
        ("author", "Mr. S.", "opposes"),
        ("author", "the S.", "opposes"),
    ]


def test_a_requested_target_that_nothing_strikes():
    (stance,) = judged("{Smith} met {Jones}.", targets=("Nobody",))
    assert (stance.holder, stance.target, stance.score, stance.label) == ("author", "Nobody", 0.0, "neutral")
    assert (stance.confidence, stance.evidence) == (0.0, ())


def test_a_requested_name_is_not_shared_with_another_actor():
    stances = judged(
        "{Smith} is <a:vile|vile>. {Ann Smith} is <+a:grand|grand>.", targets=("Smith",), names={"Smith": "Ann Smith"}
    )
    assert [(s.target, s.label) for s in stances] == [("Smith", "supports")]


def test_a_target_requested_twice_has_one_row():
    assert len(judged("{Smith} met {Jones}.", targets=("Nobody", "Nobody"))) == 1


def test_a_cue_that_strikes_counts_for_its_source():
    stances = judged(
        "{Smith} ((Smith|hostile|<a:slam|slammed>)) {Jones}, saying [[Smith|indirect|he is late]].", slam="object"
    )
    assert [(s.holder, s.target, s.label) for s in stances] == [
        ("Smith", "Jones", "opposes"),
    ]


@pytest.mark.parametrize(
    ("marked", "holder"),
    [
        ("{Smith} <a:slam|lashed out> at {Jones} on Monday.", "Smith"),
        ("{Smith} <a:slam|lashed out> at {Jones} on Monday after {France} refused to pay.", "Smith"),
        ("{Jones} was <a:slam|slammed> by {Smith} on Monday.", "Smith"),
        ("{France} said [[France|indirect|{Smith} <a:slam|slammed> {Jones}]].", "Smith"),
    ],
)
def test_a_blow_counts_for_who_strikes(marked, holder):
    (stance,) = judged(marked, slam="object")
    assert (stance.holder, stance.target) == (holder, "Jones")


@pytest.mark.parametrize(
    "text", ["There she lashed out at France on Wednesday.", "France was excoriated in letters on Wednesday."]
)
def test_a_blow_of_nobody_known_is_not_the_authors(text):
    assert analyze(text).stances == ()


def test_swapped_names_swap_the_stances():
    first = judged("{Smith} said [[Smith|indirect|{Jones} is <a:vile|vile>]].")
    second = judged("{Jones} said [[Jones|indirect|{Smith} is <a:vile|vile>]].")
    assert [(s.target, s.holder, s.score) for s in first] == [(s.holder, s.target, s.score) for s in second]


def test_the_page_on_method_names_every_constant():
    page = (Path(__file__).parents[1] / "docs" / "method.md").read_text(encoding="utf-8")
    for name, value in msgspec.structs.asdict(DEFAULT).items():
        assert f"`{name}` = {value}" in " ".join(page.split()), name


def test_the_example_of_the_page_on_method():
    stances = judged(
        "{Smith} said [[Smith|indirect|that the {Russia|Russian} <a:goon|goons> were “a <a:disgrace|disgrace>”]]. "
        "The <a:reckless|reckless> {Smith} then left."
    )
    assert [(s.holder, s.target, s.score, s.label, s.confidence) for s in stances] == [
        ("Smith", "Russia", -0.6666, "opposes", 0.91),
        ("author", "Smith", -0.5, "opposes", 0.7),
    ]
