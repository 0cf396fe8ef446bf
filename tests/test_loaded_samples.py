"""Prose that was written beside the lexicons: plain prose is left alone, loaded sentences are found.

Both samples were written by people who had not seen the entries. No entry was written from a sentence of theirs: what
was looked at while the lexicons grew is how many were found, not which. The first samples for climate and economy are no
longer blind even so, for these two packs were extended after 26 of 30 had been found of each; the second ones were
written after that and stood at 29 of 30 when they were first scored.
"""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest
import yaml
from process import ROOT

from stancecli.model import AUTHOR, Answer, Input
from stancecli.pipeline import answer, prepare

GOLDEN = ROOT / "tests" / "golden"
PLAIN = (GOLDEN / "agency_prose.txt").read_text(encoding="utf-8").split("\n")
LOADED: dict[str, list[dict[str, Any]]] = yaml.safe_load((GOLDEN / "loaded_sentences.yaml").read_text(encoding="utf-8"))
FEWEST = 0.9
"""So many of the loaded sentences must be found."""


@pytest.fixture(scope="module")
def answers() -> dict[str, Answer]:
    """Every sentence answered as an article of its own, by its text."""
    texts = [*filter(None, PLAIN), *(case["text"] for case in chain.from_iterable(LOADED.values()))]
    found = answer([Input(id=text, data=text) for text in texts], prepare())
    return {done.report.id: done for done in found if isinstance(done, Answer)}


def test_plain_prose_of_all_subjects_has_less_than_one_hit_in_a_hundred_words(answers: dict[str, Answer]) -> None:
    plain = [answers[text] for text in filter(None, PLAIN)]
    rows = [row for done in plain for row in done.report.actors if row.name == AUTHOR]
    assert len(plain) == 200
    words = sum(row.words for row in rows)
    assert words > 2_000
    assert 100 * sum(row.loaded for row in rows) / words < 1


@pytest.mark.parametrize("subject", LOADED)
def test_nine_of_ten_loaded_sentences_are_found(answers: dict[str, Answer], subject: str) -> None:
    cases = LOADED[subject]
    assert len(cases) == 30
    assert sum(is_found(case["loaded"], answers[case["text"]]) for case in cases) >= FEWEST * len(cases)


def is_found(phrases: list[str], done: Answer) -> bool:
    """Does a hit overlap one of the phrases?"""
    text = done.parse.document.text
    spans = [(text.index(phrase), text.index(phrase) + len(phrase)) for phrase in phrases]
    return any(hit.start < end and start < hit.end for hit in done.report.hits for start, end in spans)
