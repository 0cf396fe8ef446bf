"""The learned weights of stance evidence, and what they make of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from stancecli.stance.evidence import word_keys

_FILE = Path(__file__).parent.parent / "weights" / "stance.yaml"


class Pair(NamedTuple):
    """Log odds of "for" and of "against", each against "neutral"."""

    favour: float
    against: float

    @property
    def strength(self) -> float:
        """Log odds of "for" against "against"."""
        return self.favour - self.against


class Weights(NamedTuple):
    """`bias` is what holds without evidence, `keys` the weights by key, `words` those of learned words by form and place."""

    bias: Pair
    keys: dict[str, Pair]
    words: dict[str, dict[str, Pair]]


class Chances(NamedTuple):
    """How likely a stance is for, neutral and against; they add up to 1."""

    favour: float
    neutral: float
    against: float


def odds_of(described: Iterable[str], amount: float, keys: dict[str, Pair]) -> Pair:
    """What evidence that is described by some keys adds to the log odds."""
    favour = against = 0.0
    for key in described:
        pair = keys.get(key)
        if pair is not None:
            favour += pair[0]
            against += pair[1]
    return Pair(favour * amount, against * amount)


def chances(pairs: Sequence[Pair], sentences: int, bias: Pair) -> Chances:
    """The chances given all evidence of a pair of parties, from so many sentences.

    Evidence grows with the root of the number of sentences: doubt about single ones cancels out only in part.
    """
    root = math.sqrt(max(1, sentences))
    favour = math.exp(bias.favour + sum(pair.favour for pair in pairs) / root)
    against = math.exp(bias.against + sum(pair.against for pair in pairs) / root)
    total = 1 + favour + against
    return Chances(favour / total, 1 / total, against / total)


@cache
def shipped() -> Weights:
    """The weights that come with the tool."""
    return parse(_FILE.read_text(encoding="utf-8").split("\n"))


def parse(lines: Iterable[str]) -> Weights:
    """Read the lines of a weight file.

    The file is YAML of one form, a key and a list a line, read here because a reader of all YAML takes fifty times as long:
    every command would wait for it.
    """
    keys: dict[str, Pair] = {}
    forms: dict[str, str] = {}
    section = ""
    for line in lines:
        if line.endswith(":") and line[0] != " ":
            section = line[:-1]
        elif line.startswith("  "):
            key, _, listed = line.strip().rstrip("]").rpartition(": [")
            key = key.strip('"')
            values = listed.split(", ")
            if section == "words":
                forms.update((form[1:-1], key) for form in values)
            else:
                keys[key] = Pair(float(values[0]), float(values[1]))
    bias = keys.pop("bias")
    places = {word: _Places(word, keys) for word in forms.values()}
    return Weights(bias, keys, {form: places[word] for form, word in forms.items()})


class _Places(dict[str, Pair]):
    """The weights of a learned word by its place, worked out when they are first asked for: few words are met."""

    def __init__(self, word: str, keys: dict[str, Pair]) -> None:
        self._word, self._keys = word, keys

    def __missing__(self, place: str) -> Pair:
        odds = self[place] = odds_of(word_keys(self._word, place), 1.0, self._keys)
        return odds
