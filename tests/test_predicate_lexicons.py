"""The lexicons of predicates: complete, without contradictions, and each group behaves as its examples say."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from stancecli.attribute import CueIndex, label
from stancecli.examples import try_examples
from stancecli.lexicon import LexiconFile, check, load_lexicons
from stancecli.lexicon.find import shipped
from stancecli.model import Attitude, Document, Entry, Fault, Lexicon, Paragraph
from stancecli.predicates import PredicateIndex
from stancecli.segment import segment
from stancecli.tokens import words_of


@cache
def lexicons() -> tuple[Lexicon, ...]:
    loaded = load_lexicons([name for name in shipped() if name.startswith("predicates-")])
    return tuple(lexicon for lexicon in loaded if lexicon.kind == "predicates")


@cache
def by_form() -> dict[tuple[str, ...], list[Entry]]:
    made: dict[tuple[str, ...], list[Entry]] = {}
    for lexicon in lexicons():
        for entry in lexicon.entries:
            for form in entry.forms:
                made.setdefault(form, []).append(entry)
    return made


def attitudes(form: str) -> set[str]:
    """Who stands where by a form: "subject against object"."""
    return {told(one) for entry in by_form().get(words_of(form), ()) for one in entry.attitudes}


def told(one: Attitude) -> str:
    return f"{one.holder} {'for' if one.polarity > 0 else 'against'} {one.target}"


def test_there_are_enough_of_either_sign_and_of_every_role() -> None:
    entries = [entry for lexicon in lexicons() for entry in lexicon.entries]
    assert len(entries) >= 2000
    signs = Counter(one.polarity for entry in entries for one in entry.attitudes)
    assert min(signs[1.0], signs[-1.0]) >= 800
    assert {one.holder for entry in entries for one in entry.attitudes} == {"subject", "object", "possessor", "author"}


def test_every_entry_says_why_and_every_group_has_innocent_sentences() -> None:
    entries = [entry for lexicon in lexicons() for entry in lexicon.entries]
    assert [entry.id for entry in entries if not entry.why] == []
    assert [entry.id for entry in entries if len(entry.examples.hit) < 2 or not entry.examples.miss] == []


def test_no_form_says_two_things_of_one_pair() -> None:
    """Where several entries have a form, a verb and a noun say, they agree on who is for whom."""
    contrary = []
    for form, entries in by_form().items():
        if len({entry.inflect for entry in entries if entry.inflect != "none"}) > 1:
            continue
        said = {(one.holder, one.target): set[float]() for entry in entries for one in entry.attitudes}
        for entry in entries:
            for one in entry.attitudes:
                said[one.holder, one.target].add(one.polarity)
        contrary += [" ".join(form) for signs in said.values() if len(signs) > 1]
    assert contrary == []


def test_no_form_of_the_set_phrases_stands_in_another_lexicon() -> None:
    """Else the weight of the one that comes first would hide the other's."""
    twice = []
    for form, entries in by_form().items():
        for kind in {entry.inflect for entry in entries}:
            where = {entry.lexicon for entry in entries if entry.inflect == kind}
            if len(where) > 1 and where & {"predicates-moves", "predicates-conduct"}:
                twice.append((" ".join(form), sorted(where)))
    assert twice == []


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("accused", "subject against object"),
        ("condemned", "subject against object"),
        ("sued", "subject against object"),
        ("vetoed", "subject against object"),
        ("warned against", "subject against object"),
        ("mocked", "subject against object"),
        ("distrusts", "subject against object"),
        ("attacked", "author against subject"),
        ("praised", "subject for object"),
        ("backed", "subject for object"),
        ("stood by", "subject for object"),
        ("thanked", "subject for object"),
        ("sided", "subject for with"),
        ("made peace", "subject for with"),
        ("distanced herself", "subject against from"),
        ("apologised", "subject for to"),
        ("apologised", "author against subject"),
        ("angered", "object against subject"),
        ("impressed", "object for subject"),
        ("betrayed", "author against subject"),
        ("betrayed", "subject against object"),
        ("accused of", "subject against object"),
        ("faces charges", "author against subject"),
        ("critical", "subject against of"),
        ("grateful", "subject for to"),
        ("found guilty", "subject against object"),
        ("exonerated", "author for object"),
        ("failed to", "author against subject"),
        ("won", "author for subject"),
        ("outplayed", "author for subject"),
        ("outplayed", "author against object"),
        ("lost to", "author against subject"),
        ("critics", "subject against of"),
        ("ally", "subject for of"),
        ("criticism", "possessor against of"),
        ("lawsuit", "possessor against against"),
        ("support", "possessor for for"),
        ("threat", "author against modified"),
        ("liar", "author against modified"),
        ("hero", "author for modified"),
        ("scandal", "author against possessor"),
        ("courage", "author for possessor"),
        ("good", "author for modified"),
        ("dishonest", "author against modified"),
        ("bravely", "author for subject"),
        ("threw somebody under the bus", "subject against object"),
        ("threw somebody under the bus", "author against subject"),
        ("gave somebody the benefit of the doubt", "subject for object"),
        ("poured cold water on", "subject against object"),
        ("lent her name to", "subject for object"),
        ("presided over the collapse", "author against subject"),
        ("was out of his depth", "author against subject"),
        ("pulled out all the stops", "author for subject"),
        ("wrongly", "author against subject"),
    ],
)
def test_who_stands_where_by_a_word(form: str, expected: str) -> None:
    assert expected in attitudes(form)


@pytest.mark.parametrize("form", ["said", "told", "just", "well", "free", "right", "met", "high", "new"])
def test_a_word_with_many_plain_uses_is_none(form: str) -> None:
    assert attitudes(form) == set()


@pytest.mark.parametrize(
    "form", ["walked free", "was behind the times", "was under fire", "was sold on", "goes along with", "shows the way"]
)
def test_a_phrase_of_plain_news_is_none(form: str) -> None:
    assert attitudes(form) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Doctors told Ida Lund to quit smoking.",
        "The council called on Ida Lund to go to Oslo.",
        "The choir asked Ida Lund to step down from the ladder.",
        "The mayor urged the guard to stand down.",
        "The smith gave Ida Lund both barrels of oil.",
        "The sexton let her daughter down from the wall.",
        "Ida Lund had no answer from the council.",
        "Ida Lund left rubbish in the bin.",
        "The women earned the right to vote.",
        "Ida Lund is a rock and roll star.",
        "Ida Lund was a rock fan.",
        "Ida Lund was sick of cancer.",
    ],
)
def test_plain_news_holds_no_set_phrase(sentence: str) -> None:
    assert set_phrases(sentence) == []


@pytest.mark.parametrize("end", ["", " smoking"])
def test_what_follows_the_object_may_make_a_phrase_innocent(end: str) -> None:
    found = ["predicates-moves:tell somebody to quit"] if not end else []
    assert set_phrases(f"Doctors told the head of the guild to quit{end}.") == found


def set_phrases(sentence: str) -> list[str]:
    """The entries of the two lexicons of plain set phrases that are found in a sentence."""
    body = (Paragraph(0, len(sentence), "body"),)
    parse = segment(Document("test", sentence, body, title=None, language="en", digest=""))
    (labelled,) = label([parse], CueIndex(load_lexicons()))
    index = PredicateIndex(load_lexicons(["predicates-moves", "predicates-conduct"]))
    return [one.entry.id for one in index.find(labelled.parse)]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("hit", "They threw the old mayor under the bus."),
        ("hit", "She was thrown under the bus."),
        ("hit", "Who threw Lund's well-liked deputy under the bus?"),
        ("miss", "They threw nothing under the bus."),
        ("miss", "They threw balls, gloves and bags under the bus."),
        ("miss", "They threw the ball that was left under the bus."),
        ("miss", "A good throw brought a ball under the bus."),
        ("miss", "They threw a ball from the third house of the row under the bus."),
        ("hit", "They threw the head of the guild under the bus."),
        ("miss", "They threw Ida Lund not under the bus."),
        ("miss", "They threw Ida Lund anything but under the bus."),
        ("miss", "They threw a ball at Ida Lund under the bus."),
    ],
)
def test_a_phrase_has_room_for_one_object(kind: str, sentence: str) -> None:
    entry = "term: throw somebody under the bus\n    inflect: verb"
    assert bool(_failures(entry, sentence)) == (kind == "miss")


def test_only_within_a_phrase_with_a_verb_has_an_object_room() -> None:
    assert not _failures("term: somebody's darling\n    inflect: noun", "The lad is somebody's darling.")
    assert not _failures("term: talk of somebody there\n    inflect: noun", "There was talk of somebody there.")


def _failures(entry: str, hit: str) -> tuple[Fault, ...]:
    """What fails of a lexicon with one entry that is to be found in a sentence."""
    text = f"""\
lexicon: own
kind: predicates
language: en
version: 1
description: A phrase.
entries:
  - {entry}
    attitudes: [{{holder: subject, target: object, polarity: -1}}]
    examples:
      hit: ["{hit}"]
"""
    lexicon, faults = check(LexiconFile("own.yaml", text.encode()))
    assert lexicon is not None, faults
    (failures,) = try_examples([lexicon])
    return failures
