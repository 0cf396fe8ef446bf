"""Words and their places."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancecli.tokens import tokenize, tokenize_parts, words_of

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

TEXTS = st.text(st.one_of(st.sampled_from("aB’'\"“” .,\r\n-nt\u0301\u00ad\u200b😀1S"), st.characters()), max_size=200)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The envoy’s plan can't work.", "the|envoy|'s|plan|ca|n't|work|."),
        ("DON’T they’ll I'd", "do|n't|they|'ll|i|'d"),
        ("O’Brien's gov't o'clock", "o'brien|'s|gov't|o'clock"),
        ("the U.S.-led talks, U.S.’s", "the|u.s.|-|led|talks|,|u.s.|'s"),
        ("at 9 a.m. 1,200.5 went", "at|9|a.m.|1,200.5|went"),
        ("Wait... no -- yes", "wait|...|no|--|yes"),
        ("''No,'' she said", "''|no|,|''|she|said"),
        ("''He said 'no,''' I hear", "''|he|said|'|no|,|'|''|i|hear"),
        ("‘‘No’’ ``yes''", "‘‘|no|''|``|yes|''"),
        ("see https://example.org/a?b=c. Then", "see|https://example.org/a?b=c|.|then"),
        ("cafe\u0301 gov\u00adern\u00adment \u200b ok\ufeff", "cafe\u0301|government|ok"),
        ("", ""),
        (" \u200b\n", ""),
    ],
)
def test_words(text, words):
    assert "|".join(words_of(text)) == words


@given(TEXTS)
def test_every_word_is_the_text_at_its_place(text):
    words, starts, ends = tokenize(text)
    for word, start, end in zip(words, starts, ends, strict=True):
        assert start < end
        assert INVISIBLE.sub("", text[start:end]).lower().replace("’", "'") == word
    assert list(starts) == sorted(starts)
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


@given(TEXTS)
def test_words_cover_all_that_is_visible(text):
    _, starts, ends = tokenize(text)
    covered = "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    assert INVISIBLE.sub("", "".join(covered.split())) == INVISIBLE.sub("", "".join(text.split()))


@given(TEXTS, TEXTS, TEXTS)
def test_parts_are_cut_as_if_alone(before, middle, after):
    text = before + middle + after
    start, end = len(before), len(before) + len(middle)
    alone = tokenize(middle)
    assert tokenize(text, start, end).words == alone.words
    assert tokenize(text, start, end).starts == tuple(start + place for place in alone.starts)
    assert tokenize_parts(text, [(0, start), (end, len(text))]).words == words_of(before) + words_of(after)


@pytest.mark.parametrize("unit", ["a.", "'", "’s", "http://.", "``", "-", "1.", "\u00ad", "a'", " "])
def test_time_grows_with_length_only(unit):
    started = time.process_time()
    tokenize(unit * 300_000)
    assert time.process_time() - started < 5


@given(st.text(st.sampled_from("aBn tU-'"), max_size=12))
def test_the_words_of_a_phrase_are_those_of_a_text(phrase: str) -> None:
    assert words_of(phrase) == tokenize(phrase).words
