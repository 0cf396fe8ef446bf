"""The teacher: a small transformer that learns who says what, and then reads texts for the labeller to learn from.

The labeller must be fast and small, and 756 articles teach it few words. A transformer that has read much else knows
more of them; what it makes of texts that nobody annotated is what the labeller learns beside the annotated ones. It sees
no name either: in place of each stands one and the same name of its kind.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from chain import Chain, Piece, pieces
from torch import Tensor, nn
from torch.nn import functional
from transformer import Steps, Subwords, body
from transformers import AutoTokenizer

from examples import Example
from stancecli.attribute.encode import FLAGS
from stancecli.attribute.label import LABELS

WINDOW = 288
"""Tokens that the teacher reads at a time, in whole paragraphs where they fit."""
BATCH = 3000
"""Subwords in one step."""
STEP = 16
"""Windows are filled up to a multiple of so many subwords."""
HIDDEN = 192
HEAD_RATE = 1.5e-3
SPECIAL = 2
"""A window's first and last subword tell that it begins and ends."""


class Window(NamedTuple):
    """A part of a document as the teacher reads it: its subwords, and the first subword of each token."""

    example: Example
    first: int
    stop: int
    subwords: list[int]
    firsts: list[int]


class Teacher(nn.Module):
    """A transformer with a chain of labels on top, which sees the flags of each token's place as well."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.body = body(folder)
        self.middle = nn.Linear(self.body.config.hidden_size + FLAGS, HIDDEN)
        self.out = nn.Linear(HIDDEN, LABELS)
        self.chain = Chain()
        self._subwords = Subwords(self.tokenizer)

    def windows(self, example: Example) -> Iterator[Window]:
        """The document in parts of at most `WINDOW` tokens."""
        parts = pieces([(i, min(i + WINDOW, b)) for a, b in example.paragraphs for i in range(a, b, WINDOW)], 0, 1.0)
        while parts:
            count = next((n for n, part in enumerate(parts) if part.stop - parts[0].first > WINDOW), len(parts))
            yield self._window(example, parts[0].first, parts[max(1, count) - 1].stop)
            del parts[: max(1, count)]

    def _window(self, example: Example, first: int, stop: int) -> Window:
        openings = {start for start, _ in example.paragraphs if start > first}
        subwords, firsts = [self.tokenizer.cls_token_id], []
        for token in range(first, stop):
            subwords += [self.tokenizer.sep_token_id] * (token in openings)
            firsts.append(len(subwords))
            subwords += self._subwords[example.shown[token]]
        # Some transformers count places from behind the number of their padding.
        longest = self.body.config.max_position_embeddings - 1 - 2 * self.tokenizer.pad_token_id
        subwords = [*subwords[:longest], self.tokenizer.sep_token_id]
        return Window(example, first, stop, subwords, [min(place, longest) for place in firsts])

    def emissions(self, several: Sequence[Window]) -> Tensor:
        """Scores of each token for each label, one window after the other."""
        # Few different lengths: for each new one the library compiles its sums anew.
        longest = -(-max(len(window.subwords) for window in several) // STEP) * STEP
        empty = self.tokenizer.pad_token_id
        padded = torch.tensor([window.subwords + [empty] * (longest - len(window.subwords)) for window in several])
        with torch.autocast("cpu", torch.bfloat16):
            states = self.body(input_ids=padded, attention_mask=(padded != empty).long()).last_hidden_state
        flags = torch.from_numpy(np.concatenate([w.example.flags[w.first : w.stop] for w in several])).float()
        rows = [(row, place) for row, window in enumerate(several) for place in window.firsts]
        words = states.float()[[row for row, _ in rows], [place for _, place in rows]]
        drop = functional.dropout(torch.cat([words, flags], 1), 0.1, self.training)
        hidden = functional.gelu(self.middle(drop))
        scores: Tensor = self.out(functional.dropout(hidden, 0.1, self.training))
        return scores


def teach(folder: Path, articles: Sequence[Example], epochs: int, rate: float) -> Teacher:
    """A teacher that has learned from annotated articles."""
    teacher = Teacher(folder)
    windows = [window for example in articles for window in teacher.windows(example)]
    count = len(list(_batches(windows)))
    steps = Steps(teacher, (rate, HEAD_RATE), epochs * (count + 20), rising=0.2)
    teacher.train()
    for epoch in range(epochs):
        order = list(_batches(windows))
        random.shuffle(order)
        total = 0.0
        for several in order:
            answers = torch.from_numpy(np.concatenate([w.example.answers[w.first : w.stop] for w in several]))
            loss = teacher.chain.loss(teacher.emissions(several), answers, _paragraphs(several)) / len(answers)
            total += steps.take(loss)
        print(f"teacher, epoch {epoch + 1} of {epochs}: loss {total / len(order):.4f} a token", flush=True)
    return teacher


def told(teacher: Teacher, documents: Sequence[Example]) -> list[np.ndarray]:
    """What the teacher makes of each document: a row a token, a column a label."""
    teacher.eval()
    found = [np.zeros((len(example.words), LABELS), np.float32) for example in documents]
    places = {id(example): number for number, example in enumerate(documents)}
    with torch.no_grad():
        for several in _batches([window for example in documents for window in teacher.windows(example)]):
            at = 0
            scores = teacher.emissions(several).numpy()
            for window in several:
                size = window.stop - window.first
                found[places[id(window.example)]][window.first : window.stop] = scores[at : at + size]
                at += size
    return found


def _paragraphs(several: Sequence[Window]) -> list[Piece]:
    found, at = [], 0
    for window in several:
        inside = [
            (max(first, window.first) - window.first, min(stop, window.stop) - window.first)
            for first, stop in window.example.paragraphs
            if first < window.stop and stop > window.first
        ]
        found += pieces(inside, at, 1.0)
        at += window.stop - window.first
    return found


def _batches(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows of about the same length together, in another company each time."""
    batch: list[Window] = []
    for window in sorted(windows, key=lambda item: len(item.subwords) + 20 * random.random()):
        if batch and len(window.subwords) * (len(batch) + 1) > BATCH:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch
