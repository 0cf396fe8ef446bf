"""Whose words a hit is, and whom it is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from stancecli import analyze
from stancecli.aim import PartyMap, aim
from stancecli.model import Actor, Attribution, Cast, Content, Document, Hit, Paragraph, Source, Span, Speech
from stancecli.segment import segment
from stancecli.settings import DEFAULT
from stancecli.tally import tally
from stancecli.voices import find_voices
from tests.scenes import Terms, scene


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
    ("{Jones} called the case <a:bad|outrageous> on Monday.", "Jones", "clause"),
    ("{Jones} said that {Smith} saw that the <a:bad|carnage> went on.", "Smith", "sentence"),
    ("{Jones} described {Smith}'s behaviour as <a:bad|disgusting> there.", "Smith", "predicate"),
    ("{Jones} pointed at {Smith} and his <a:goon|goons> there.", "Smith", "possessor"),
    ("{Smith}, head of the {Board}, has often been <a:rash|rash> in talks.", "Smith", "predicate"),
    ("{Smith}'s {France} plan is <a:rash|rash>.", "Smith", "predicate"),
    ("{Jones} brought {Smith} along and it was <a:horrid|horrid> there.", "Smith", "clause"),
    ("They called the victims of {Smith}'s <a:lie|lies> on Monday.", "Smith", "possessor"),
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
        ("{Jones} was <a:quick|quick to blame> a new attack by {Smith}.", "subject", "Jones"),
        ("{Smith} <a:crush|crushed> {Jones} in {France}.", "object", "Jones"),
        ("{Jones} was <a:crush|crushed> by {Smith} in the vote.", "object", "Jones"),
        ("{Smith} was <a:crush|crushing> {Jones} in the vote.", "object", "Jones"),
        ("{Smith} <a:lash|lashed out> at {Jones} in {France}.", "object", "Jones"),
        ("{Smith} <a:damn|condemned> Mr. {Jones} in {France}.", "object", "Jones"),
        ("{Jones} spoke of {Smith} and his <a:lie|lies>.", "subject", "Smith"),
        ("{Smith} <a:damn|condemned> the recent attack by {Russia}.", "object", "Russia"),
        ("{Smith} <a:damn|condemned> the recent attack on {France}.", "object", None),
        ("{Smith} <a:damn|condemned> the report and wrote to {Jones}.", "object", None),
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


@pytest.mark.parametrize("way", ["subject", "modified"])
def test_a_word_about_an_occasion_is_about_none_of_the_parties(way):
    (hit,) = aimed("The plan for {Smith} was put off after a <a:sour|bad-tempered> meeting.", sour=way)
    assert hit.target is None


def test_what_introduces_the_speaker_is_no_target():
    said = "[[Smith|direct|“It is a truly <a:vile|vile> thing to do,”]]"
    for frame in ("{who} said {Smith}, mayor of {Norwich}.", "{Smith}, mayor of {Norwich}, said {who}"):
        (hit,) = aimed(frame.replace("{who}", said))
        assert (hit.voice, hit.target) == ("Smith", None)


def test_the_country_is_not_the_speaker():
    (hit,) = aimed("{Smith} said [[Smith|indirect|that US troops were <a:rash|rash>]].")
    assert hit.target is None


def test_a_person_is_no_place():
    (hit,) = aimed("<a:vile|Vile> statements came from {Smith} in {Cuba}.")
    assert hit.target == "Smith"


def test_a_cue_that_only_doubts_strikes_nobody():
    said = "Ann Hill claimed that Tomas Brandt had left the port of Leeds early. Ann Hill blustered that he had not."
    hits = {hit.text: hit.target for hit in analyze(said).hits}
    assert hits == {"claimed": None, "blustered": "Ann Hill"}


def test_nothing_to_aim_at():
    (hit,) = aimed("It was a <a:horrid|horrid> day.")
    assert (hit.target, hit.relation, hit.mention) == (None, None, None)


def test_a_voice_is_not_aimed_at_itself_by_nearness():
    (hit,) = aimed("{Jones} told {Smith} that [[Smith|indirect|it was <a:horrid|horrid>]].")
    assert (hit.voice, hit.target) == ("Smith", "Jones")


def test_a_voice_may_speak_of_itself():
    (hit,) = aimed("“[[Smith|direct|I am a <a:fool|fool>]],” {Smith} said to {Jones}.")
    assert (hit.voice, hit.target, hit.relation) == ("Smith", "Smith", "predicate")


@pytest.mark.parametrize(
    ("marked", "way"),
    [
        ("{Smith} said [[Smith|indirect|it was “not helpful” to “<a:botch|botch> the plan”]].", "subject"),
        ("{Smith} said [[Smith|indirect|the plan is a <a:disgrace|disgrace>]].", "modified"),
        ("“[[Smith|direct|I think the plan is a <a:disgrace|disgrace>]],” said {Smith}.", "modified"),
        ("{Smith} denied [[Smith|indirect|being a <a:bully|bully>]].", "modified"),
        ("{Smith} said [[Smith|indirect|{Smith|he} is a <a:bully|bully>]].", "modified"),
    ],
)
def test_nobody_is_against_himself_unless_his_own_words_say_so(marked, way):
    (hit,) = aimed(marked, **{marked.split("<a:")[1].split("|")[0]: way})
    assert (hit.voice, hit.target) == ("Smith", None)


def test_a_voice_may_name_itself_in_its_own_words():
    (hit,) = aimed("{Norwich} said [[Norwich|indirect|{Norwich} is a <a:disgrace|disgrace>]].")
    assert (hit.voice, hit.target) == ("Norwich", "Norwich")


@pytest.mark.parametrize(
    "marked",
    [
        "{Jones} came. The president bows to {Cuba} and <a:betray|betrays> the {France|French} people.",
        "It was wrong of them to <a:betray|betray> plans of the {France|French} people.",
    ],
)
def test_a_verb_whose_subject_is_no_party_is_not_aimed_at_its_victim(marked):
    (hit,) = aimed(marked, betray="subject")
    assert hit.target is None


@pytest.mark.parametrize(
    "marked",
    [
        "They called the critics of {Smith} “<a:bad|hysterical>” on Monday.",
        "They said that enemies of the {Russia|Russian} people are <a:bad|vile>.",
        "They called {Smith}'s main critics “<a:bad|hysterical>” on Monday.",
        "The <a:bad|hysterical> critics of {Smith} came.",
        "{Smith}'s late mother was a <a:liar|liar>.",
        "The brother of {Smith} is a <a:liar|liar>.",
        "They called {Smith}'s corrupt wife a <a:liar|liar>.",
        "The charges against {Smith} were <a:nonsense|nonsense>.",
    ],
)
def test_blame_of_critics_or_kin_is_no_blame_of_whose_they_are(marked):
    (hit,) = aimed(marked)
    assert hit.target is None


@pytest.mark.parametrize(
    ("marked", "target"),
    [
        ("The {Board} lied. It is a <a:rogue|rogue> body.", "Board"),
        ("“[[Smith|direct|{Russia} lied. It is a <a:rogue|rogue> state]],” said {Smith}.", "Russia"),
        ("{Smith} lied. It is a <a:rogue|rogue> state.", None),
        ("Rain fell on {Russia}. It is a <a:rogue|rogue> storm.", None),
        ("{Russia}'s rain fell. It is a <a:rogue|rogue> storm.", None),
        ("{Russia} lied. “[[Smith|direct|It is a <a:rogue|rogue> state]],” said {Smith}.", None),
    ],
)
def test_it_goes_on_from_the_subject_of_the_sentence_before(marked, target):
    made = scene(marked)
    bodies = tuple(replace(one, kind="organisation") if one.name == "Board" else one for one in made.cast.actors)
    cast = replace(made.cast, actors=bodies)
    (hit,) = aim(made.parse, cast, PartyMap(made.parse, cast), made.hits, made.terms)
    assert hit.target == target


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


WORDS = ["Smith", "Jones", "is", "a", "liar", "said", "that", ",", ".", "“", "”", "'s", "by", "was", "his", "and", "in"]


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 12)), max_size=3),
)
def test_any_scene_is_answered_and_names_do_not_matter(words, contents):
    """Offsets hold, words add up, and renaming the parties renames the answer and changes nothing else."""
    answers = [answered(words, contents, {"Smith": one, "Jones": other}) for one, other in (("A", "B"), ("Z", "Y"))]
    renamed = {"A": "Z", "B": "Y"}
    assert [(renamed.get(v, v), renamed.get(t, t), *rest) for v, t, *rest in answers[0]] == answers[1]


def answered(words, contents, names):
    text = " ".join(words)
    places = [sum(len(word) + 1 for word in words[:i]) for i in range(len(words) + 1)]
    spans = [Span(places[i], places[i] + len(word)) for i, word in enumerate(words)]
    attributions = tuple(
        Attribution(
            number,
            "indirect",
            1.0,
            Source("x", (spans[0],), names["Smith" if number % 2 else "Jones"]),
            None,
            Content("x", (Span(spans[first].start, spans[min(first + length, len(words)) - 1].end),)),
        )
        for number, (first, length) in enumerate(contents)
        if first < len(words)
    )
    actors = tuple(
        Actor(name, "person", tuple(span for word, span in zip(words, spans, strict=True) if word == surface))
        for surface, name in names.items()
    )
    hits = tuple(
        Hit(*span, 1, 1, "liar", "a:liar", "a", "x", -1.0, 2.0, False)
        for word, span in zip(words, spans, strict=True)
        if word == "liar"
    )
    parse = segment(Document("x", text, (Paragraph(0, len(text), "body"),), None, "en", ""))
    speech = Speech(attributions, ())
    cast = Cast(actors, speech, find_voices(parse, speech), {})
    parties = PartyMap(parse, cast)
    aimed = aim(parse, cast, parties, hits, Terms({}))
    mentions = {span: actor.name for actor in actors for span in actor.mentions}
    assert all(hit.target is None or mentions[hit.mention] == hit.target for hit in aimed)
    rows = tally(parse, cast, parties, aimed, DEFAULT)
    assert sum(row.words for row in rows) == sum(word[0].isalnum() for word in parse.words)
    assert sum(row.loaded for row in rows) == len(hits)
    return [(hit.voice, hit.target, hit.relation, hit.mention) for hit in aimed]
