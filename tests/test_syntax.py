"""Who does what to whom: subjects, objects, prepositions, what is said of whom, and ties between words and parties."""

import pytest

from stancecli.actors.appositions import described_office
from stancecli.attribute import label
from stancecli.clean import clean
from stancecli.model import Input, Range
from stancecli.pipeline import prepare
from stancecli.segment import segment
from stancecli.stance.relations import relation
from stancecli.stance.syntax import Syntax

TOOLS = prepare()
NAMES = ("ida", "lund", "tomas", "brandt", "maduro", "bolton", "mara", "okoye", "piet", "quill")


def read(text: str):
    (item,) = label([segment(clean(Input(id="x", data=text)))], TOOLS.cues)
    named = [Range(at, at + 1) for at, word in enumerate(item.parse.words) if word in NAMES]
    return item.parse, Syntax(item.parse, item.parse.sentences[0], named)


def phrase(parse, syntax, chunk):
    return " ".join(parse.words[syntax.first[chunk] : syntax.stop[chunk]]) if chunk >= 0 else ""


def verb_of(parse, syntax, word):
    return syntax.at(parse.words.index(word))


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object", "passive"),
    [
        ("Ida Lund accused Tomas Brandt of lying.", "accused", "ida lund", "tomas brandt", False),
        ("Ida Lund accused Tomas Brandt of lying.", "lying", "tomas brandt", "", False),
        ("Brandt was accused by Lund of fraud.", "accused", "brandt", "", True),
        ("Brandt, the mayor of Norwich, slammed the council.", "slammed", "brandt", "the council", False),
        ("Brandt slammed the council and praised Lund.", "praised", "brandt", "lund", False),
        ("The senator who attacked Brandt is corrupt.", "attacked", "the senator", "brandt", False),
        ("The senator who attacked Brandt is corrupt.", "is", "the senator", "", False),
        ("Lund vowed to defend Brandt against the charges.", "defend", "lund", "brandt", False),
        ("Bolton said that Maduro lied to the court.", "lied", "maduro", "", False),
        (
            "While Lund is a friend of Quill, the minister, Piet Brandt, mocked him.",
            "mocked",
            "the minister",
            "him",
            False,
        ),
        ("The deal, said Lund, harmed Brandt.", "said", "lund", "", False),
        ("Lund met Brandt, whom she called a liar.", "called", "she", "brandt", False),
        ("Lund, who runs the ferry and the docks and who sued Brandt, left the hall.", "sued", "lund", "brandt", False),
        (
            "Lund, who runs the ferry and the docks and who sued Brandt, left the hall.",
            "left",
            "lund",
            "the hall",
            False,
        ),
        ("The firm which runs fishing docks and which sued Brandt is bankrupt.", "sued", "the firm", "brandt", False),
    ],
)
def test_verbs_have_subjects_and_objects(text, verb, subject, object, passive):
    parse, syntax = read(text)
    k = verb_of(parse, syntax, verb)
    assert syntax.kind[k] == "v"
    assert (phrase(parse, syntax, syntax.subject[k]), phrase(parse, syntax, syntax.object[k])) == (subject, object)
    assert syntax.passive[k] is passive


@pytest.mark.parametrize(
    ("text", "word", "party", "tie"),
    [
        ("The reckless Brandt left.", "reckless", "brandt", "modified"),
        ("Lund's criticism of Brandt drew praise.", "criticism", "lund", "possessor"),
        ("Lund's criticism of Brandt drew praise.", "criticism", "brandt", "of"),
        ("Lund's criticism of Brandt was noted.", "criticism", "brandt", "of"),
        ("The mayor's plan was a disaster.", "disaster", "mayor", "predicate.of"),
        ("Critics called Brandt a liar.", "liar", "brandt", "predicate"),
        ("Lund met Brandt, whom she called a liar.", "liar", "brandt", "predicate"),
        ("Brandt was described in court as a liar.", "liar", "brandt", "predicate"),
        ("The union gave Brandt its support.", "support", "brandt", ""),
        ("Brandt turned a failing school into a success.", "success", "brandt", "held"),
        ("Brandt turned a failing school into a success.", "failing", "brandt", ""),
        ("Brandt saved a failing school.", "failing", "brandt", ""),
        ("Brandt ran a failing school.", "failing", "brandt", "held"),
        ("Brandt described Lund as dishonest.", "dishonest", "lund", "predicate"),
        ("Ida Lund praised Brandt.", "praised", "brandt", "object"),
        ("Ida Lund praised Brandt.", "praised", "lund", "subject"),
        ("Brandt was praised by Lund.", "praised", "brandt", "object"),
        ("Brandt was praised by Lund.", "praised", "lund", "subject"),
        ("Brandt won a medal.", "medal", "brandt", "held"),
        ("The scandal hurt Brandt.", "scandal", "brandt", "acting"),
        ("It rained, and Brandt left.", "rained", "brandt", ""),
    ],
)
def test_words_are_tied_to_parties(text, word, party, tie):
    parse, syntax = read(text)
    at = parse.words.index(party)
    assert relation(syntax, parse.words.index(word), Range(at, at + 1)) == tie


@pytest.mark.parametrize(
    "text",
    [
        "The leader of the union, Ida Lund, is a liar.",
        "The man who runs the union, Ida Lund, is a liar.",
        "The leader, Ida Lund, is a liar.",
    ],
)
def test_what_is_said_of_whom_a_name_behind_a_comma_tells_is_said_of_the_name(text):
    parse, plain = read(text)
    first = parse.words.index("ida")
    told_of = {first: described_office(parse, first, first + 2)}
    syntax = Syntax(parse, parse.sentences[0], [Range(first, first + 2)], told_of=told_of)
    tied = relation(syntax, parse.words.index("liar"), Range(first, first + 2))
    assert tied == "predicate"
    assert phrase(parse, syntax, syntax.same[syntax.at(first)]) == " ".join(parse.words[: told_of[first] + 1])
    beside = plain.at(first) - 2
    assert plain.same[plain.at(first)] == beside, "without what is told the phrase beside the comma"


def test_other_names_have_the_same_roles():
    one, two = read("Ida Lund accused Tomas Brandt of lying.")[1], read("Mara Okoye accused Piet Quill of lying.")[1]
    assert (one.kind, one.subject, one.object) == (two.kind, two.subject, two.object)
