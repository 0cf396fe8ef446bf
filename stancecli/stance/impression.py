"""What a small trained network makes of a party in a sentence as a whole: its impression.

The network knows words by where they lie among others (the labeller's embeddings), by what a larger one made of each alone, and
by how far from the party they stand (docs/models.md). Every party is one and the same sign to it, and every other name another:
no name has a say. Nor has it whether somebody is a he or a she, nor any tag but that of names, for the name of one word may
change the tag of the next.
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
DISTANCES = (1, 2, 4, 1, 2, 4)
"""How far apart the words are of which each of the convolutions takes three."""
SCALE = 3.0
"""What embeddings are multiplied by: they were made for another network."""
STREAM = 512
"""Sentences are read together up to about so many words: more do not fit into a processor's nearest memory."""
STEP = np.float32(1 / 16)
"""What verdicts are stored in: their spread is one, which are so many steps."""
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

    @property
    def tells(self) -> bool:
        """Is there any word besides parties, names and marks? A name that stands alone says nothing."""
        return any(word[:1].isalpha() and not sign for word, sign in zip(self.words, self.signs, strict=True))


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
    """What is known of each word by itself: where it lies among the labeller's words, and what it says of a party next to it."""

    def __init__(self, labeller: Labeller, verdicts: npt.NDArray[np.int8]) -> None:
        """The labeller's embeddings are used as they are; `verdicts` has a row for each of its words."""
        self._number = labeller.types.number
        self._meanings, self._endings, _ = labeller.tables
        self.verdicts = verdicts

    def of(self, words: Sequence[str]) -> Floats:
        """A row a word: its embedding, that of its ending where it is unknown, its verdicts; zeros for one that is not read."""
        numbers = np.array([self._number(word) for word in words])
        endings = np.zeros((len(words), self._endings.shape[1]), dtype=np.float32)
        for at in np.flatnonzero(numbers == OTHER).tolist():
            endings[at] = self._endings[zlib.crc32(words[at][-3:].encode("utf-8", "replace")) % SUFFIXES]
        rows = np.concatenate((self._meanings[numbers] * SCALE, endings, self.verdicts[numbers] * STEP), axis=1)
        rows[[not word for word in words]] = 0
        return rows


class Impressions:
    """The network's weights, ready to use."""

    def __init__(self, words: Words, weights: dict[str, Floats]) -> None:
        """Take the weights as they are stored: for each layer, inputs by rows, and a bias."""
        self.words, self._weights = words, weights

    def of(self, seen: Sequence[Glimpse]) -> list[Pair]:
        """The impression that each sentence makes of its target, as log odds."""
        found: list[Pair] = []
        several: list[Glimpse] = []
        size = 0
        for number, one in enumerate(seen, 1):
            several.append(one)
            size += len(one.words)
            if size >= STREAM or number == len(seen):
                found += self._of(several)
                several, size = [], 0
        return found

    def _of(self, several: Sequence[Glimpse]) -> list[Pair]:
        weights, sizes = self._weights, np.array([len(one.words) for one in several])
        starts = np.cumsum(sizes) - sizes
        before = np.arange(sizes.sum()) - np.repeat(starts, sizes)
        behind = np.repeat(sizes, sizes) - 1 - before
        rings = np.concatenate([rings_of(one.signs) for one in several])
        x = self.words.of([word for one in several for word in one.words]) @ weights["input"] + weights["input_bias"]
        x += weights["ring"][rings] + weights["sign"][[sign for one in several for sign in one.signs]]
        np.maximum(x, 0, out=x)
        around = np.zeros((len(x), 3, x.shape[1]), dtype=np.float32)
        for number, distance in enumerate(DISTANCES):
            around[distance:, 0], around[:, 1], around[:-distance, 2] = x[:-distance], x, x[distance:]
            around[before < distance, 0] = 0
            around[behind < distance, 2] = 0
            x += np.maximum(around.reshape(len(x), -1) @ weights[f"near{number}"] + weights[f"near{number}_bias"], 0)
        heed = np.empty((len(x), 2 + weights["heed"].shape[1]), dtype=np.float32)
        heed[:, 0], heed[:, 1], heed[:, 2:] = 1, rings == 0, np.exp(np.clip(x @ weights["heed"], -8, 8))
        means = np.add.reduceat(heed[:, :, None] * x[:, None], starts) / np.add.reduceat(heed, starts)[:, :, None]
        whole = np.concatenate((means.reshape(len(several), -1), np.maximum.reduceat(x, starts)), axis=1)
        told = np.maximum(whole @ weights["told"] + weights["told_bias"], 0)
        judged = told @ weights["judged"] + weights["judged_bias"]
        return [
            Pair(_rounded(favour - neutral), _rounded(against - neutral))
            for against, neutral, favour in judged.tolist()
        ]


def _rounded(odds: float) -> float:
    return round(max(-MOST, min(MOST, odds)), PLACES)


@cache
def impressions() -> Impressions:
    """The shipped network, loaded once."""
    weights = load("impressions")
    return Impressions(Words(labeller(), weights.pop("verdicts")), weights)
