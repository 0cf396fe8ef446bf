"""What a small trained network makes of a party in a sentence as a whole: its impression.

The network knows words by where they lie among others (the labeller's embeddings) and by how far from the party they stand
(docs/models.md). Every party is one and the same sign to it, and every other name another: no name has a say. Nor has it
whether somebody is a he or a she, nor any tag but that of names, for the name of one word may change the tag of the next.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stancecli.aim.parties import Party
from stancecli.attribute.encode import OTHER, SUFFIXES
from stancecli.attribute.label import Labeller, labeller
from stancecli.model import Parse, Range
from stancecli.stance.weigh import Pair
from stancecli.weights import load

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

TARGET, PARTY, NAME = 1, 2, 3
"""Signs: for the party that is asked for, for other parties, and for all other names. A word of its own has 0."""
STEPS = (1, 2, 3, 4, 6, 9, 14, 22)
"""Distances from the party from which words lie in another ring around it, to the left and to the right."""
_FAR = STEPS[-1]
_LEFT = tuple([bisect_right(STEPS, away) for away in range(_FAR + 1)])
_RIGHT = tuple([ring + len(STEPS) * (ring > 0) for ring in _LEFT])
"""Rings by distance."""
DISTANCES = (1, 2, 4)
"""How far apart the words are of which each of the convolutions takes three."""
SCALE = 3.0
"""What embeddings are multiplied by: they were made for another network."""
MOST, PLACES = 6.0, 1
"""Log odds are at most so far from 0, and rounded to so many places: processors differ in the last digits of sums."""
PRONOUNS = frozenset(
    "he she him her his hers it its they them their i my me we us our you your who himself herself".split()
)
"""Mentions that the network reads as words."""
ALIKE = {"she": "he", "her": "his", "him": "his", "hers": "his", "herself": "himself"}
NAMES = frozenset(["NNP", "NNPS"])


class Glimpse(NamedTuple):
    """A sentence as the network sees it: a name of several words is one. A word that it does not read is empty."""

    words: list[str]
    signs: list[int]


def glimpse(parse: Parse, place: Range, parties: Sequence[Party], target: str) -> Glimpse:
    """What is seen of a sentence and its parties, of which `target` is asked for."""
    seen = Glimpse([], [])
    mentions = {party.first: party for party in parties}
    at = place.first
    while at < place.stop:
        word, named, party = parse.words[at], parse.tags[at] in NAMES, mentions.get(at)
        if party or not named or seen.signs[-1:] != [NAME]:
            seen.words.append("" if (named or party) and word not in PRONOUNS else ALIKE.get(word, word))
            seen.signs.append((TARGET if party.name == target else PARTY) if party else NAME * named)
        at = max(at + 1, party.stop if party else 0)
    return seen


def rings_of(signs: Sequence[int]) -> Ints:
    """For each word the ring around the nearest mention of the target.

    0 is for its own, then come those to its left from the nearest to the furthest, then those to its right. Of a target
    without a mention the first word counts.
    """
    size = len(signs)
    own = [at for at, sign in enumerate(signs) if sign == TARGET] or [0]
    rings = []
    for place, following in zip([-size, *own], [*own, 3 * size], strict=True):
        for at in range(max(place, 0), min(following, size)):
            left, right = following - at, at - place
            rings.append(_RIGHT[min(right, _FAR)] if right <= left else _LEFT[min(left, _FAR)])
    return np.array(rings, dtype=np.int64)


class Words:
    """Where the labeller's words, and endings of words, lie among each other."""

    def __init__(self, labeller: Labeller) -> None:
        """The labeller's embeddings are used as they are."""
        self._number = labeller.types.number
        self._meanings, self._endings, _ = labeller.tables

    def of(self, words: Sequence[str]) -> Floats:
        """Embeddings of words, and behind them of the endings of unknown ones, a row a word; zeros for one that is not read."""
        meanings, endings = self._meanings.shape[1], self._endings.shape[1]
        rows = np.zeros((len(words), meanings + endings), dtype=np.float32)
        for row, word in zip(rows, words, strict=True):
            if word:
                number = self._number(word)
                row[:meanings] = self._meanings[number]
                if number == OTHER:
                    row[meanings:] = self._endings[zlib.crc32(word[-3:].encode("utf-8", "replace")) % SUFFIXES]
        rows[:, :meanings] *= SCALE
        return rows


class Impressions:
    """The network's weights, ready to use."""

    def __init__(self, words: Words, weights: dict[str, Floats]) -> None:
        """Take the weights as they are stored: for each layer, inputs by rows, and a bias."""
        self._words, self._weights = words, weights

    def of(self, parse: Parse, place: Range, parties: Sequence[Party], target: str) -> Pair:
        """The impression that a sentence makes of one of its parties, as log odds."""
        weights, seen = self._weights, glimpse(parse, place, parties, target)
        rings = rings_of(seen.signs)
        x = self._words.of(seen.words) @ weights["input"] + weights["input_bias"]
        x = np.maximum(x + weights["sign"][seen.signs] + weights["ring"][rings], 0)
        for number, distance in enumerate(DISTANCES):
            around = np.zeros((len(x), 3, x.shape[1]), dtype=np.float32)
            around[distance:, 0], around[:, 1], around[:-distance, 2] = x[:-distance], x, x[distance:]
            x += np.maximum(around.reshape(len(x), -1) @ weights[f"near{number}"] + weights[f"near{number}_bias"], 0)
        heed = np.exp(np.clip(x @ weights["heed"], -8, 8))
        heed /= heed.sum(axis=0)
        whole = np.concatenate((_mean(x), np.maximum.reduce(x), _mean(x[rings == 0]), (heed.T @ x).ravel()))
        told = np.maximum(whole @ weights["told"] + weights["told_bias"], 0)
        against, neutral, favour = (told @ weights["judged"] + weights["judged_bias"]).tolist()
        return Pair(_rounded(favour - neutral), _rounded(against - neutral))


def _mean(rows: Floats) -> Floats:
    total: Floats = np.add.reduce(rows)
    total /= len(rows)
    return total


def _rounded(odds: float) -> float:
    return round(max(-MOST, min(MOST, odds)), PLACES)


@cache
def impressions() -> Impressions:
    """The shipped network, loaded once."""
    return Impressions(Words(labeller()), load("impressions"))
