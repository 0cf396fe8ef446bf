"""Whose words a hit is, and whom it is about."""

import pytest

from stancecli.aim import aim
from tests.scenes import scene


def aimed(marked: str, **options):
    made = scene(marked, **options)
    return aim(*made)


TARGETS = [
    ("He asked for {Cuba|Cuban} and {Russia|Russian} <a:goon|goons> to help.", "Russia", "modifier"),
    ("The deal reached {Russia|Russian} hired <a:goon|goons> at last.", "Russia", "modifier"),
    ("{Russia}'s <a:reckless|reckless> plan failed.", "Russia", "possessor"),
    ("{France} told {Russia} to end its “<a:harm|harmful> plan”.", "Russia", "possessor"),
    ("They met the <a:corrupt|corrupt> {Smith} on Monday.", "Smith", "modifier"),
    ("They met the <a:corrupt|corrupt> former senator {Smith} on Monday.", "Smith", "modifier"),
    ("{Jones} spoke of the <a:lie|lies> of {Smith} for hours.", "Smith", "possessor"),
    ("{Jones} spoke of <a:reckless|reckless> conduct by the {Smith} camp.", "Smith", "possessor"),
    ("{Jones} said that {Smith} is a <a:disgrace|disgrace> to all.", "Smith", "predicate"),
    ("{Jones} called {Smith} a shameless <a:liar|liar> on Monday.", "Smith", "predicate"),
    ("{Jones} met {Smith}, a <a:bully|bully>, in spring.", "Smith", "predicate"),
    ("{Jones} knows {Smith}, who is a <a:bully|bully> at work.", "Smith", "predicate"),
    ("{Jones} brought {Smith} along and it was <a:horrid|horrid> there.", "Smith", "clause"),
]


@pytest.mark.parametrize(("marked", "target", "relation"), TARGETS)
def test_noun_phrase(marked, target, relation):
    (hit,) = aimed(marked)
    assert (hit.target, hit.relation) == (target, relation)


@pytest.mark.parametrize(
    ("marked", "way", "target"),
    [
        ("{Smith} <a:lie|lied> about {Jones} again.", "subject", "Smith"),
        ("{Smith} spoke to {Jones} and <a:lie|lied> about it.", "subject", "Smith"),
        ("{Jones} said that {Smith} <a:lie|lied> again.", "subject", "Smith"),
        ("{Jones} was <a:crush|crushed> by {Smith} in the vote.", "subject", "Smith"),
        ("{Smith} <a:crush|crushed> {Jones} in {France}.", "object", "Jones"),
        ("{Jones} was <a:crush|crushed> by {Smith} in the vote.", "object", "Jones"),
        ("{Smith} was <a:crush|crushing> {Jones} in the vote.", "object", "Jones"),
        ("{Smith} <a:lash|lashed out> at {Jones} in {France}.", "object", "Jones"),
    ],
)
def test_subject_and_object(marked, way, target):
    (hit,) = aimed(marked, **{marked.split("<a:")[1].split("|")[0]: way})
    assert hit.target == target


def test_swapped_names_swap_the_target():
    for one, other in (("Smith", "Jones"), ("Jones", "Smith")):
        (hit,) = aimed(f"{{{one}}} said that {{{other}}} is a <a:disgrace|disgrace>.")
        assert hit.target == other


def test_a_place_is_no_target():
    (hit,) = aimed("Reports of {Russia|Russian} troops in {Cuba} were proof of “<a:rash|rash> steps”.")
    assert hit.target == "Russia"


def test_nothing_to_aim_at():
    (hit,) = aimed("It was a <a:horrid|horrid> day.")
    assert (hit.target, hit.relation, hit.mention) == (None, None, None)


def test_a_voice_is_not_aimed_at_itself_by_nearness():
    (hit,) = aimed("{Jones} told {Smith} that [[Smith|indirect|it was <a:horrid|horrid>]].")
    assert (hit.voice, hit.target) == ("Smith", "Jones")


def test_a_voice_may_speak_of_itself():
    (hit,) = aimed("“[[Smith|direct|I am a <a:fool|fool>]],” {Smith} said to {Jones}.")
    assert (hit.voice, hit.target, hit.relation) == ("Smith", "Smith", "predicate")


def test_the_innermost_voice_counts():
    (hit,) = aimed("{Jones} said [[Jones|indirect|{Smith} thinks [[Smith|indirect|{Russia} is <a:rash|rash>]]]].")
    assert (hit.voice, hit.attribution) == ("Smith", 1)


@pytest.mark.parametrize(
    ("marked", "voice"),
    [
        ("A <a:rash|rash> plan.", "author"),
        ("“This is a very <a:rash|rash> plan that nobody here will ever want to see,” it said.", "unattributed"),
        ("[[|indirect|This is a <a:rash|rash> plan]], it was said.", "unattributed"),
        ("The “<a:rash|rash>” plan of {Smith} failed.", "author"),
        ("{Smith} ((Smith|hostile|<a:slam|slammed>)) {Jones}: [[Smith|indirect|that he is late]].", "author"),
    ],
)
def test_voice(marked, voice):
    (hit,) = aimed(marked)
    assert hit.voice == voice


def test_a_cue_aimed_at_its_speaker():
    (hit,) = aimed(
        "{Jones} heard how {Smith} ((Smith|doubtful|<a:prattle|prattled>)) [[Smith|indirect|on]].", prattle="speaker"
    )
    assert (hit.target, hit.relation, hit.voice) == ("Smith", "speaker", "author")


def test_a_cue_in_anothers_content_is_his_word():
    (hit,) = aimed(
        "{Jones} said [[Jones|indirect|{Smith} ((Smith|hostile|<a:whine|whined>)) [[Smith|indirect|it is late]]]].",
        whine="speaker",
    )
    assert (hit.voice, hit.target) == ("Jones", "Smith")


def test_a_requested_phrase_is_a_party():
    (hit,) = aimed("The border wall is a <a:disgrace|disgrace>, said {Jones}.", targets=("the border wall",))
    assert hit.target == "the border wall"


def test_the_mention_is_where_it_stands():
    made = scene("They saw {Russia|Russian} <a:goon|goons>.")
    (hit,) = aim(*made)
    assert made.parse.document.text[slice(*hit.mention)] == "Russian"


def test_without_grammar_the_main_party_of_the_text_counts():
    (hit,) = aimed("{Smith} met {Jones} and it was <a:horrid|horrid> there. {Smith} left.")
    assert (hit.target, hit.relation) == ("Smith", "clause")


def test_a_party_after_the_hit_counts_where_none_stands_before():
    (hit,) = aimed("In a <a:vile|vile> speech at noon, {Smith} spoke of {France}.")
    assert (hit.target, hit.relation) == ("Smith", "sentence")


def test_a_blow_without_an_object_is_not_aimed_at_the_striker():
    (hit,) = aimed("{Smith} <a:crush|crushed> all hopes.", crush="object")
    assert hit.target is None
