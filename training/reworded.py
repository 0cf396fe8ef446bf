"""Articles in other words: texts that nobody annotated, so that the labeller hears its teacher on more words.

In each annotated article some words give way to words that a language model holds to be alike ("vowed" to "pledged").
Whether the text still makes sense matters little: its labels are what the teacher makes of it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec.structs import replace

from stancecli.attribute import encode
from stancecli.model import Parse

SHARE = 0.3
"""Of the words that have others alike, so many give way."""
FREQUENT = 150
"""The most frequent words stay: they hold a sentence together."""
ALIKE, NEIGHBOURS = 0.5, 6
"""How alike (as a cosine) two words must be, and how many of a word's neighbours are chosen from."""
ENDINGS = ("ing", "ed", "ly", "s")
"""A word gives way only to one with the same ending: it has to fit into the sentence."""
TOGETHER = 512


class Rewording:
    """The words that are alike."""

    def __init__(self, words: Sequence[str], vectors: np.ndarray) -> None:
        """`words` are in order of their frequency, `vectors` have a row for each."""
        rows = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        plain = np.array([word.isalpha() and number >= FREQUENT for number, word in enumerate(words)])
        ending = np.array([next((end for end in ENDINGS if word.endswith(end)), "") for word in words])
        self._others: dict[str, list[str]] = {}
        for at in range(0, len(words), TOGETHER):
            here = slice(at, at + TOGETHER)
            near = rows[here] @ rows.T
            near[~(plain[here, None] & plain[None] & (ending[here, None] == ending[None]))] = 0
            near[np.arange(len(near)), np.arange(at, at + len(near))] = 0
            best = np.argsort(-near, axis=1)[:, :NEIGHBOURS]
            for word, row, numbers in zip(words[here], near, best, strict=True):
                others = [words[number] for number in numbers if row[number] >= ALIKE]
                if others:
                    self._others[word] = others

    def of(self, parse: Parse) -> tuple[Parse, list[str]]:
        """The parse with other words, and its tokens as they are written then; its text stays as it was."""
        pieces = encode.pieces_of(parse)
        words = self.sentence(parse.words, pieces, random)
        changed = zip(pieces, parse.words, words, strict=True)
        return replace(parse, words=words), [piece if word == new else new for piece, word, new in changed]

    def sentence(self, words: Sequence[str], written: Sequence[str], chance: Any) -> tuple[str, ...]:
        """Words of which some give way to others, by `chance`; none that is `written` with a capital."""
        return tuple(
            chance.choice(self._others[word])
            if piece == word and word in self._others and chance.random() < SHARE
            else word
            for piece, word in zip(written, words, strict=True)
        )
