"""Phrases in words: what a plain search finds, only faster."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stancecli.phrases import PhraseIndex

words = st.lists(st.sampled_from("abc"), max_size=12).map(tuple)
phrases = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(tuple), max_size=8)


def plain_search(known: list[tuple[str, ...]], text: tuple[str, ...]) -> list[tuple[int, int, int]]:
    found, at = [], 0
    while at < len(text):
        here = [phrase for phrase in known if text[at : at + len(phrase)] == phrase]
        if here:
            longest = max(here, key=len)
            found.append((at, at + len(longest), known.index(longest)))
            at += len(longest)
        else:
            at += 1
    return found


@given(phrases, words)
def test_it_finds_the_longest_phrases_from_left_to_right(known: list[tuple[str, ...]], text: tuple[str, ...]) -> None:
    index = PhraseIndex((phrase, number) for number, phrase in enumerate(known))
    assert index.find(text) == plain_search(known, text)
    asked = PhraseIndex.asking(
        {phrase[0] for phrase in known},
        lambda word: [(phrase, number) for number, phrase in enumerate(known) if phrase[0] == word],
    )
    assert asked.find(text) == index.find(text)


def test_of_two_equal_phrases_the_first_stays() -> None:
    assert PhraseIndex([(("so", "called"), 1), (("so", "called"), 2)]).find(("so", "called")) == [(0, 2, 1)]


def test_an_empty_phrase_is_nowhere() -> None:
    assert PhraseIndex([((), 1)]).find(("a", "")) == []
