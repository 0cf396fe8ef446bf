"""Where two texts tell the same in other words: sentences side by side, and the nouns that stand for each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from stancecli.compare.facts import content_words
from stancecli.compare.labels import NOUNS, singular
from stancecli.model import Parse, Range

LEAST = 0.4
"""Sentences are side by side if they share this part of their words (Dice's coefficient)."""

_COMMON = 12
"""A word of more sentences than this does not help to find the one that tells the same."""

_LONGEST = 120
"""Tokens of a sentence that are compared word by word."""

_REPLACED = 5
"""Tokens that may stand in the place of others."""


class Swap(NamedTuple):
    """Token `first` of one text where the other has token `second`."""

    first: int
    second: int


def swaps(first: Parse, second: Parse) -> Iterator[Swap]:
    """The nouns that stand in each other's place in sentences that tell the same, in order."""
    for one, other in side_by_side(first, second):
        if one.stop - one.first > _LONGEST or other.stop - other.first > _LONGEST:
            continue
        left, right = first.words[slice(*one)], second.words[slice(*other)]
        for tag, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
            if tag == "replace" and j - i <= _REPLACED and m - k <= _REPLACED:
                a, b = _head(first, one.first + i, one.first + j), _head(second, other.first + k, other.first + m)
                if a is not None and b is not None and singular(first.words[a]) != singular(second.words[b]):
                    yield Swap(a, b)


def side_by_side(first: Parse, second: Parse) -> list[tuple[Range, Range]]:
    """Pairs of sentences that are each other's nearest. Near linear: only rare words lead from one to the other."""
    left = [content_words(first, *sentence) for sentence in first.sentences]
    right = [content_words(second, *sentence) for sentence in second.sentences]
    return [(first.sentences[i], second.sentences[j]) for i, j in mutual(left, right, LEAST)]


def mutual(some: Sequence[frozenset[str]], others: Sequence[frozenset[str]], least: float) -> Iterator[tuple[int, int]]:
    """The numbers of sets that are each other's nearest and share at least so much, in order."""
    there, back = _nearest(some, others, least), _nearest(others, some, least)
    yield from ((i, j) for i, j in enumerate(there) if j is not None and back[j] == i)


def _nearest(some: Sequence[frozenset[str]], others: Sequence[frozenset[str]], least: float) -> list[int | None]:
    """For each set the number of the other that shares most of its words, if it shares enough."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(others):
        for word in words:
            places[word].append(number)
    return [_best(words, others, places, least) for words in some]


def _best(
    words: frozenset[str], others: Sequence[frozenset[str]], places: defaultdict[str, list[int]], least: float
) -> int | None:
    rare = (places[word] for word in words if 0 < len(places.get(word, ())) <= _COMMON)
    reached = sorted({number for numbers in rare for number in numbers})
    scored = [(dice(words, others[number]), -number) for number in reached]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= least else None


def dice(some: frozenset[str], others: frozenset[str]) -> float:
    """What part of their words two sets share, 0 to 1."""
    return 2 * len(some & others) / (len(some) + len(others)) if some and others else 0.0


def _head(parse: Parse, first: int, stop: int) -> int | None:
    """The last noun of some tokens."""
    return next((token for token in range(stop - 1, first - 1, -1) if parse.tags[token] in NOUNS), None)
