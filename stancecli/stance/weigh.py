"""The learned weights of stance evidence, and what they make of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from stancecli.stance.learned import word_keys

_KNOWN = 1 << 14
"""So many sets of keys are kept at most."""
_FILE = Path(__file__).parent.parent / "weights" / "stance.yaml"


class Pair(Struct, frozen=True):
    """Log odds of "for" and of "against", each against "neutral"."""

    favour: float
    against: float

    @property
    def strength(self) -> float:
        """Log odds of "for" against "against"."""
        return self.favour - self.against

    def plus(self, other: Pair) -> Pair:
        """What both add together."""
        return Pair(self.favour + other.favour, self.against + other.against)

    def times(self, amount: float) -> Pair:
        """What so much of the same evidence adds."""
        return Pair(self.favour * amount, self.against * amount) if amount != 1 else self


class Odds(dict[tuple[str, ...], Pair]):
    """What evidence that is described by some keys adds to the log odds, kept once it is known: the same keys come
    again and again.
    """

    def __init__(self, weights: dict[str, Pair]) -> None:
        """`weights` are those of single keys; a key without one adds nothing."""
        self.weights = weights

    def __missing__(self, keys: tuple[str, ...]) -> Pair:
        odds = _sum(keys, self.weights)
        if len(self) < _KNOWN:
            self[keys] = odds
        return odds


class Weights(NamedTuple):
    """`bias` is what holds without evidence, `odds` what some keys add together, `words` the odds of learned words by
    form and place.
    """

    bias: Pair
    odds: Odds
    words: dict[str, dict[str, Pair]]


class Chances(NamedTuple):
    """How likely a stance is for, neutral and against; they add up to 1."""

    favour: float
    neutral: float
    against: float

    def of(self, label: str) -> float:
        """How likely a label is."""
        return {"supports": self.favour, "neutral": self.neutral, "opposes": self.against}[label]


def chances(pairs: Sequence[Pair], sentences: int, bias: Pair, share: float = 1.0) -> Chances:
    """The chances given all evidence of a pair of parties, from so many sentences; all log odds are multiplied by `share`.

    Evidence grows with the root of the number of sentences: doubt about single ones cancels out only in part.
    """
    root = math.sqrt(max(1, sentences))
    favour = share * (bias.favour + sum(pair.favour for pair in pairs) / root)
    against = share * (bias.against + sum(pair.against for pair in pairs) / root)
    most = max(0.0, favour, against)  # taken off all three, so that no power is too large
    odds = [math.exp(one - most) for one in (favour, 0.0, against)]
    total = sum(odds)
    return Chances(*(one / total for one in odds))


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
    return Weights(bias, Odds(keys), {form: places[word] for form, word in forms.items()})


class _Places(dict[str, Pair]):
    """The weights of a learned word by its place, worked out when they are first asked for: few words are met."""

    def __init__(self, word: str, weights: dict[str, Pair]) -> None:
        self._word, self._weights = word, weights

    def __missing__(self, place: str) -> Pair:
        odds = self[place] = _sum(word_keys(self._word, place), self._weights)
        return odds


def _sum(keys: Iterable[str], weights: dict[str, Pair]) -> Pair:
    known = [weights[key] for key in keys if key in weights]
    return Pair(sum([pair.favour for pair in known]), sum([pair.against for pair in known]))
