"""Loaded words in a text: which, where, and how strong."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancecli.attribute import CueIndex, label
from stancecli.lexicon import load_lexicons
from stancecli.match import TermIndex, match
from stancecli.match.negation import INTENSIFIERS, NEGATIONS
from stancecli.model import Document, Hit, Paragraph, Parse
from stancecli.segment import segment
from stancecli.settings import Settings

WORDS = """\
lexicon: {name}
language: en
version: 1
description: Words for these tests.
category: own-words
polarity: negative
weight: {weight}
examples: {{hit: ["This reckless plan."]}}
entries:
  - {{term: reckless, forms: [recklessly], not: [reckless driving]}}
  - {{term: goon, inflect: noun, not: [the goon show]}}
  - {{term: reckless escalation, weight: 4}}
  - {{term: so-called}}
  - {{term: valiant, polarity: positive}}
"""


def parse(text: str) -> Parse:
    ends = [at for at, sign in enumerate(text) if sign == "\n"] + [len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    lines = tuple(Paragraph(start, end, "body") for start, end in zip(starts, ends, strict=True) if text[start:end])
    return segment(Document("test", text, lines, title=None, language="en", digest=""))


CUES = CueIndex(load_lexicons())


def tagged(text: str) -> Parse:
    (labelled,) = label([parse(text)], CUES)
    return labelled.parse


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> TermIndex:
    return TermIndex(load_lexicons([write(tmp_path_factory.mktemp("words"), "test", 2)]))


def write(folder: Path, name: str, weight: float) -> str:
    path = folder / f"{name}.yaml"
    path.write_text(WORDS.format(name=name, weight=weight), encoding="utf-8")
    return str(path)


@pytest.fixture
def hits(index: TermIndex) -> Callable[[str], tuple[Hit, ...]]:
    return lambda text: match(parse(text), index)


def texts(found: tuple[Hit, ...]) -> list[str]:
    return [hit.text for hit in found]


def test_forms_are_found_in_any_case_and_in_order(hits) -> None:
    assert texts(hits("Goons and GOON acted Recklessly.")) == ["Goons", "GOON", "Recklessly"]


def test_words_are_whole(hits) -> None:
    assert hits("The lagoons are full of goonies.") == ()


def test_the_longest_phrase_counts_once(hits) -> None:
    (hit,) = hits("A reckless escalation followed.")
    assert (hit.text, hit.entry, hit.weight) == ("reckless escalation", "test:reckless escalation", 4)


def test_an_innocent_phrase_takes_its_word_along_and_no_other(hits) -> None:
    assert texts(hits("The goon show was on while he was fined for reckless driving.")) == []
    assert texts(hits("A goon was fined for reckless driving.")) == ["goon"]
    assert texts(hits("A reckless driver hit a goon.")) == ["reckless", "goon"]


def test_hyphens_do_not_hide_a_word_but_anti_does(hits) -> None:
    assert texts(hits("The goon-backed mayor and his so-called friend.")) == ["goon", "so-called"]
    assert hits("An anti-goon league met.") == ()


def test_a_phrase_never_runs_over_a_sentence(hits) -> None:
    assert texts(hits("It was reckless\nEscalation is a fine word.")) == ["reckless"]


@pytest.mark.parametrize("text", ["He withdrew the word reckless.", "She hated the term “reckless”."])
def test_a_word_that_is_spoken_of_is_not_used(hits, text: str) -> None:
    assert hits(text) == ()


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The plan is not reckless.", True),
        ("The plan isn't reckless.", True),
        ("The plan is far from reckless.", True),
        ("The plan was never called reckless.", True),
        ("It is hardly a reckless plan.", True),
        ("The plan is not only reckless but late.", False),
        ("It will not pass, a reckless plan.", False),
        ("It did not pass; reckless as it was.", False),
        ("It is not late but reckless.", False),
        ("It did not pass. Reckless plans seldom do.", False),
        ("It does not matter to them at all whether reckless men drive.", False),
        ("No doubt the reckless plan will pass.", False),
        ("There was never a more reckless plan.", False),
        ("She had never seen anything so reckless.", False),
        ("She would never do anything so reckless.", True),
        ("She would never say anything as reckless.", True),
    ],
)
def test_negation_reaches_a_word_in_its_clause(hits, text: str, negated: bool) -> None:
    (hit,) = hits(text)
    assert hit.negated is negated
    assert (hit.polarity, hit.weight) == ((1, 1) if negated else (-1, 2))


def test_a_denied_virtue_is_a_reproach(hits) -> None:
    (hit,) = hits("The crew was not valiant.")
    assert hit.polarity == -1


def test_an_intensifier_just_before_adds_weight(hits) -> None:
    (plain,), (strong,), (apart,) = (hits(f"A{how} reckless plan.") for how in ("", "n utterly", "n utterly strange,"))
    assert strong.weight == pytest.approx(plain.weight * 1.3)
    assert apart.weight == plain.weight


GUARDED = """\
lexicon: guarded
language: en
version: 1
description: Words that are loaded in some uses only.
category: own-words
polarity: negative
examples: {hit: ["Two clerks grilled a massacre."]}
entries:
  - {term: grill, inflect: verb, pos: [VERB]}
  - {term: stagger, inflect: none, forms: [staggering], pos: [ADJ]}
  - {term: scrap, inflect: noun, pos: [NOUN]}
  - {term: firestorm, inflect: noun, literal: [fire, weather]}
  - {term: massacre, inflect: noun}
  - {term: crisis}
  - {term: crooked}
"""


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    path = tmp_path_factory.mktemp("guarded") / "guarded.yaml"
    path.write_text(GUARDED, encoding="utf-8")
    index = TermIndex(load_lexicons([str(path)]))
    return lambda text: texts(match(tagged(text), index))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The senators grilled the minister for two hours.", ["grilled"]),
        ("He put the fish on the grill and poured a beer.", []),
        ("They were grilling the mayor about the bridge.", ["grilling"]),
        ("The town faces a staggering bill.", ["staggering"]),
        ("The cost was staggering.", ["staggering"]),
        ("Nobody but the dean did grill the mayor.", ["grill"]),
        ("He was staggering home from the pub.", []),
        ("They kept every scrap of the letter.", ["scrap"]),
        ("The council will scrap the plan.", []),
        ("SENATORS GRILL MINISTER OVER BRIDGE", ["GRILL"]),
    ],
)
def test_a_guard_lets_only_its_part_of_speech_through(guarded, text: str, found: list[str]) -> None:
    assert guarded(text) == found


def test_without_tags_no_part_of_speech_is_guarded(tmp_path: Path) -> None:
    path = tmp_path / "guarded.yaml"
    path.write_text(GUARDED, encoding="utf-8")
    assert texts(match(parse("He lit the grill."), TermIndex(load_lexicons([str(path)])))) == ["grill"]


def test_among_words_of_fact_a_picture_is_meant_literally(guarded) -> None:
    assert guarded("The remark drew a firestorm of criticism from Leeds.") == ["firestorm"]
    assert guarded("Firefighters fled the firestorm near Leeds.") == []
    assert guarded("Firefighters came.\nThe remark drew a firestorm.") == ["firestorm"], "another sentence"
    far = "very " * 15
    assert guarded(f"Firefighters said, in a {far}late note, that the speech drew a firestorm.") == ["firestorm"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She sang on Fox News Sunday Morning Massacre last week.", []),
        ("Call the Crisis Text Line at night.", []),
        ("He worked for the Crooked Creek Group in Leeds.", []),
        ("The bill was called a Massacre by many.", ["Massacre"]),
        ("They call her Crooked Hill in Leeds.", ["Crooked"]),
        ("What happened in the Old Town of Leeds was a MASSACRE, he said.", ["MASSACRE"]),
        ("Council Of Leeds Faces Massacre Over Failed Budget Plans", ["Massacre"]),
    ],
)
def test_a_proper_name_is_no_loaded_word(guarded, text: str, found: list[str]) -> None:
    assert guarded(text) == found


def test_where_an_entry_is_not_meant_another_of_the_same_words_counts(tmp_path: Path) -> None:
    text = GUARDED.replace("lexicon: guarded", "lexicon: nouns").replace(
        "scrap, inflect: noun, pos: [NOUN]", "grill, weight: 0.5"
    )
    for name, words in (
        ("guarded", GUARDED),
        ("nouns", text.replace("  - {term: grill, inflect: verb, pos: [VERB]}\n", "")),
    ):
        (tmp_path / f"{name}.yaml").write_text(words, encoding="utf-8")
    index = TermIndex(load_lexicons([str(tmp_path)]))
    found = match(tagged("The chef lit the grill while senators grilled the mayor."), index)
    assert [hit.entry for hit in found] == ["nouns:grill", "guarded:grill"]


def test_the_settings_decide_how_far_and_how_much(tmp_path: Path) -> None:
    lexicons = load_lexicons([write(tmp_path, "test", 2)])
    text = parse("It is not a very reckless plan.")
    (far,) = match(text, TermIndex(lexicons, Settings(negation_words=3, negated_factor=0.25)))
    (near,) = match(text, TermIndex(lexicons, Settings(negation_words=1, intensified_factor=2)))
    assert (far.negated, far.weight, near.negated, near.weight) == (True, 0.5, False, 4)


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
def test_of_two_lexicons_the_heavier_wins_and_then_the_earlier_name(tmp_path: Path, first: str, second: str) -> None:
    light, heavy = write(tmp_path, first, 1), write(tmp_path, second, 3)
    for names in ([light, heavy], [heavy, light]):
        (hit,) = match(parse("A goon came."), TermIndex(load_lexicons(names)))
        assert (hit.lexicon, hit.weight) == (second, 3)
    same = write(tmp_path, first, 3)
    for names in ([same, heavy], [heavy, same]):
        (hit,) = match(parse("A goon came."), TermIndex(load_lexicons(names)))
        assert hit.lexicon == "a"


def test_lines_and_columns_count_from_one(hits) -> None:
    text = "Goons came.\n\nTwo more — goons — left.\nA goon"
    found = hits(text)
    assert [(hit.line, hit.column) for hit in found] == [(1, 1), (3, 12), (4, 3)]
    lines = text.split("\n")
    assert [lines[hit.line - 1][hit.column - 1 :][: len(hit.text)] for hit in found] == texts(found)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_every_kind_of_line_end_is_one(hits, end: str) -> None:
    found = hits(end.join(["Goons came.", "", "Two goons left."]))
    assert [(hit.line, hit.column) for hit in found] == [(1, 1), (3, 5)]


def test_the_index_gives_the_entry_of_a_hit(index: TermIndex) -> None:
    (hit,) = match(parse("A goon came."), index)
    assert index.entry(hit.entry).forms == (("goon",), ("goons",))


def test_plain_cues_are_no_hits() -> None:
    assert match(parse("She said that the ferry was late, he replied."), TermIndex(load_lexicons())) == ()


PIECES = sorted([*INTENSIFIERS, *NEGATIONS, "goons", "reckless", "escalation", ",", ".", "-", "\n", "“", "”", "anti"])
ANY = st.lists(st.sampled_from(PIECES) | st.text(max_size=5)).map(" ".join)
SHIPPED = TermIndex(load_lexicons())


@pytest.mark.parametrize(
    "text",
    [
        "The clerk is a fraud officer, and it was a fraud inquiry.",
        "The book is a cheat's guide to chess.",
        "The bill has no conscience clause and passed without a conscience vote.",
    ],
)
def test_no_part_of_a_plain_compound_is_loaded(text: str) -> None:
    assert match(parse(text), SHIPPED) == ()


def test_who_is_a_fraud_and_has_no_conscience_is_called_names() -> None:
    found = match(parse("The clerk is a fraud and a cheat, and he has no conscience."), SHIPPED)
    assert texts(found) == ["is a fraud and", "a cheat", "no conscience"]


@settings(deadline=None, max_examples=150)
@given(ANY)
def test_every_hit_is_a_slice_of_the_text_in_order_and_without_overlap(text: str) -> None:
    found = match(parse(text), SHIPPED)
    assert all(text[hit.start : hit.end] == hit.text and hit.weight > 0 and hit.polarity in {-1, 1} for hit in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
