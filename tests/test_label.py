"""The trained labeller: what it sees, how it decides, and what must not change its mind."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancecli.attribute import CueIndex, encode, label
from stancecli.attribute.label import LABELS, LONGEST, decode, labeller
from stancecli.attribute.roles import Labels
from stancecli.lexicon import load_lexicons
from stancecli.model import Document, Paragraph, Parse, Range
from stancecli.segment import segment
from stancecli.weights import load

ARTICLE = """“The bridge is a disgrace,” said {first} {last}, the mayor of Bergby.

{last} told reporters on Monday that the council would not pay for another repair. “We have waited for ten years,”
the mayor added. The harbour office, which {first} {last} has criticised, plans to close the road in May.

According to {last}, nobody had read the report. Traders fear that the old town will be cut off.
"""


@pytest.fixture(scope="module")
def cues() -> CueIndex:
    return CueIndex(load_lexicons())


def parsed(text: str) -> Parse:
    spans = [match.span() for match in re.finditer(r"(?:[^\n]|\n(?!\n))*\S(?:[^\n]|\n(?!\n))*", text)]
    return segment(Document("test", text, tuple(Paragraph(*span, "body") for span in spans), None, "en", ""))


def labels_of(cues: CueIndex, *texts: str) -> list[Labels]:
    parses = [parsed(text) for text in texts]
    return [labels for _, labels, _ in labeller().label(parses, [cues.find(parse.words) for parse in parses])]


def test_words_are_tagged(cues):
    (read,) = label([parsed("Ida Lund slammed the corrupt officials, and they left in May.")], cues)
    assert " ".join(read.parse.tags) == "NNP NNP VBD DT JJ NNS , CC PRP VBD IN NNP ."


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("A good throw brought the ball home.", "throw", "NN"),
        ("It is Ida Lund who wants to wreck it.", "wreck", "VB"),
        ("Only a few believe that it rained.", "believe", "VBP"),
        ("“It rains,” said Workers Party, which left.", "said", "VBD"),
    ],
)
def test_tags_that_grammar_excludes_are_mended(cues, text, word, tag):
    read = label([parsed(text)], cues)[0]
    assert dict(zip(read.parse.words, read.parse.tags, strict=True))[word] == tag


def scores(length: int):
    row = st.lists(st.floats(-4, 4, width=32), min_size=LABELS, max_size=LABELS)
    return st.lists(row, min_size=1, max_size=length).map(lambda rows: np.array(rows, dtype=np.float32))


@given(st.lists(scores(4), min_size=1, max_size=4), st.integers(0, 2**32 - 1))
@settings(max_examples=40, deadline=None)
def test_the_best_of_all_paths_is_found(pieces, seed):
    draw = np.random.default_rng(seed)
    start, transitions = (draw.normal(size=shape).astype(np.float32) for shape in (LABELS, (LABELS, LABELS)))

    def value(piece, path):
        steps = sum(transitions[a, b] for a, b in itertools.pairwise(path))
        return start[path[0]] + steps + sum(row[label] for row, label in zip(piece, path, strict=True))

    for piece, path in zip(pieces, decode(pieces, start, transitions), strict=True):
        best = max(value(piece, other) for other in itertools.product(range(LABELS), repeat=len(piece)))
        assert value(piece, path.tolist()) == pytest.approx(best, abs=1e-4)


def test_a_document_is_read_alone_as_in_company(cues):
    """To the last bit: the same article gives the same report in `analyze` and in a batch."""
    texts = [ARTICLE.format(first="Ida", last=name) for name in ("Lund", "Brandt", "Falk")]
    texts.insert(1, "")
    together = labels_of(cues, *texts)
    assert together == [labels_of(cues, text)[0] for text in texts]
    parses = [parsed(text) for text in (*texts, texts[0] * 9)]
    found = [cues.find(parse.words) for parse in parses]
    for parse, cue, (tags, _, belief) in zip(parses, found, labeller().label(parses, found), strict=True):
        ((alone_tags, _, alone),) = labeller().label([parse], [cue])
        assert tags == alone_tags
        everything = Range(0, len(parse.words))
        assert [belief.source(everything), belief.cue(everything), belief.content(everything)] == [
            alone.source(everything), alone.cue(everything), alone.content(everything)
        ]  # fmt: skip
    assert together[1].sources == ()
    assert together[0].contents


@pytest.mark.parametrize("kernel", ["Haswell", "Nehalem"])
def test_company_changes_nothing_whatever_the_processor(kernel: str) -> None:
    """OpenBLAS picks its arithmetic by the processor; each kind adds up in an order of its own."""
    company = f"{__file__}::{test_a_document_is_read_alone_as_in_company.__name__}"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", company]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, env={**os.environ, "OPENBLAS_CORETYPE": kernel}
    )
    assert done.returncode == 0, done.stdout


NAMES = st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=12).map(lambda word: f"Zq{word}")


@given(NAMES, NAMES)
@settings(max_examples=25, deadline=None)
def test_another_name_changes_nothing_but_offsets(cues, one, other):
    """No name is in the weights: the corpus is one election, the tool is for all news."""
    first, second = labels_of(cues, *(ARTICLE.format(first="Ida", last=name) for name in (one, other)))
    assert first == second


@pytest.mark.parametrize("one, other", [("Maria", "Ida"), ("John", "Peter")])
def test_first_names_of_a_gender_are_alike(cues, one, other):
    first, second = labels_of(cues, *(ARTICLE.format(first=first, last="Zqlund") for first in (one, other)))
    assert first == second


def test_a_name_that_is_also_a_word_is_a_name_wherever_it_stands(cues):
    parse = parsed("Cook said so. The mayor met Cook. Many cooked.")
    pieces = encode.pieces_of(parse)
    expected = encode.expected_capital(parse, pieces)
    assert [pieces[i] for i in np.flatnonzero(expected)] == ["The", "Many"]


def columns_of(types: encode.Types, pieces: list[str]) -> list[list[int]]:
    return [column.tolist() for column in types.columns(pieces, np.arange(len(pieces)) % 2 == 0)]


def test_forms_that_are_forgotten_are_described_again_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [["The", "mayor", "said", f"Bergby{n}", f"{n}", "so", f"oddly{n}"] for n in range(40)]
    texts.append([f"form{n}" for n in range(60)])
    whole, short = encode.Types(["the", "mayor", "said"]), encode.Types(["the", "mayor", "said"])
    expected = [columns_of(whole, pieces) for pieces in texts]
    monkeypatch.setattr(encode, "MOST_FORMS", 20)
    assert [columns_of(short, pieces) for pieces in texts] == expected


def test_a_new_form_costs_no_copy_of_those_that_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the cost of a document would grow with the corpus before it."""
    monkeypatch.setattr(encode, "MOST_FORMS", 60_000)
    types = encode.Types(["the"])
    columns_of(types, [f"form{n}" for n in range(50_000)])
    columns_of(types, ["room"])  # for the next
    tracemalloc.start()
    columns_of(types, ["one", "more"])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000
    columns_of(types, [f"other{n}" for n in range(20_000)])
    assert len(types._numbers) == 20_000


def test_what_is_longer_than_a_piece_is_decoded_in_pieces(cues):
    text = " ".join(["Ida Lund said that it rained, and"] * LONGEST)
    (labels,) = labels_of(cues, text)
    assert len(labels.cues) > LONGEST // 2
    assert all(first < stop for first, stop in labels.contents)


@given(st.text(st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=50, deadline=None)
def test_any_text_is_labelled(cues, text):
    (labels,) = labels_of(cues, text)
    ranges = sorted([*labels.sources, *labels.cues, *labels.contents])
    assert all(0 <= first < stop <= len(parsed(text).words) for first, stop in ranges)
    assert all(one.stop <= other.first for one, other in itertools.pairwise(ranges))


def test_no_party_of_the_training_corpus_is_in_the_weights():
    assert not {"trump", "clinton", "obama", "sanders", "cruz", "rubio", "putin", "kaine"} & set(
        load("attribution")["words"]
    )


@pytest.mark.parametrize(("text", "expected"), [("We met Hope Lund.", []), ("Bakers hope for rain.", ["hope"])])
def test_a_first_name_before_a_surname_is_no_cue(cues, text, expected):
    (read,) = label([parsed(text)], cues)
    found = [read.parse.text(cue.first, cue.stop) for cue in read.cues]
    assert [one for one in found if "hope" in one.lower()] == expected
