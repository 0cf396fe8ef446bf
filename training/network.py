"""The labeller's network as it is trained; `stancecli/attribute/label.py` runs the same sums in NumPy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from examples import Example
from stancecli.attribute.encode import FLAGS, MASKED, OTHER, SHAPES, SUFFIXES
from stancecli.attribute.label import LABELS, LONGEST

WORD, SUFFIX, SHAPE = 48, 16, 8
PAD = 24
"""Empty tokens between documents: at least the greatest distance of a convolution."""
POOL_AFTER = 1
"""The layer after which sentences are summed up, and tags are told."""


class Stream(NamedTuple):
    """Several examples in a row, as tensors."""

    words: Tensor
    suffixes: Tensor
    shapes: Tensor
    flags: Tensor
    sentence_of: Tensor
    sentences: int
    real: Tensor
    paragraphs: list[tuple[int, int]]
    answers: Tensor


def stream(examples: Sequence[Example]) -> Stream:
    """Put examples in a row with empty tokens between them; sentence 0 holds the empty tokens."""
    columns: list[list[np.ndarray]] = [[] for _ in range(7)]
    paragraphs, at, sentences = [], 0, 1
    for item in examples:
        size = len(item.words)
        rows = (item.words, item.suffixes, item.shapes, item.flags, item.sentence_of + sentences,
                np.ones(size, np.float32), item.answers)  # fmt: skip
        for column, row in zip(columns, rows, strict=True):
            column += [row, np.zeros((PAD, *row.shape[1:]), row.dtype)]
        for first, stop in item.paragraphs:
            paragraphs += [(at + i, at + min(i + LONGEST, stop)) for i in range(first, stop, LONGEST)]
        at += size + PAD
        sentences += int(item.sentence_of.max()) + 1
    words, suffixes, shapes, flags, sentence_of, real, answers = (
        torch.from_numpy(np.concatenate(column)) for column in columns
    )
    return Stream(words, suffixes, shapes, flags.float(), sentence_of, sentences, real[:, None], paragraphs, answers)


class Network(nn.Module):
    """Embeddings and flags, residual convolutions at growing distances, sentence sums, a chain of labels."""

    def __init__(self, words: int, tags: int, width: int, distances: Sequence[int], drop: float) -> None:
        super().__init__()
        self.word, self.suffix, self.shape = (
            nn.Embedding(rows, size) for rows, size in ((words, WORD), (SUFFIXES, SUFFIX), (len(SHAPES), SHAPE))
        )
        for table in (self.word, self.suffix, self.shape):
            nn.init.normal_(table.weight, std=0.3)
        self.input = nn.Linear(WORD + SUFFIX + SHAPE + FLAGS, width)
        self.distances = tuple(distances)
        self.layers = nn.ModuleList(nn.Linear(3 * width, width) for _ in distances)
        self.pool = nn.Linear(2 * width, width)
        self.out = nn.Linear(width, LABELS)
        self.tag = nn.Linear(width, tags)
        self.start = nn.Parameter(torch.zeros(LABELS))
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.drop = drop

    def emissions(self, s: Stream) -> Tensor:
        """Scores of each token for each label."""
        return self.out(self._drop(self._trunk(s, len(self.layers)), 1.0))

    def tags(self, s: Stream) -> Tensor:
        """Scores of each token for each tag, from the first layers alone."""
        return self.tag(self._drop(self._trunk(s, POOL_AFTER + 1, pool=False), 1.0))

    def loss(self, emissions: Tensor, s: Stream) -> Tensor:
        """Negative log likelihood of the right path through each paragraph, summed."""
        total = emissions.new_zeros(())
        paragraphs = sorted(s.paragraphs, key=lambda item: item[1] - item[0])
        for at in range(0, len(paragraphs), 64):
            several = paragraphs[at : at + 64]
            longest = max(stop - first for first, stop in several)
            places = torch.tensor([[min(first + i, stop - 1) for i in range(longest)] for first, stop in several])
            mask = torch.tensor([[first + i < stop for i in range(longest)] for first, stop in several])
            total = total + self._chain(emissions[places], s.answers[places], mask)
        return total

    def _drop(self, x: Tensor, share: float) -> Tensor:
        return functional.dropout(x, self.drop * share, self.training)

    def _trunk(self, s: Stream, depth: int, pool: bool = True) -> Tensor:
        words, suffixes = s.words, s.suffixes
        if self.training:  # so that no single word is relied on
            hidden = (torch.rand(words.shape) < 0.1) & (words >= len(MASKED))
            words = torch.where(hidden, OTHER, words)
            suffixes = torch.where(torch.rand(suffixes.shape) < 0.1, 0, suffixes)
        x = torch.cat([self.word(words), self.suffix(suffixes), self.shape(s.shapes), s.flags], 1)
        x = functional.relu(self.input(self._drop(x, 0.5))) * s.real
        for number, (distance, layer) in enumerate(zip(self.distances[:depth], self.layers, strict=False)):
            empty = x.new_zeros(distance, x.shape[1])
            around = torch.cat([torch.cat([empty, x[:-distance]]), x, torch.cat([x[distance:], empty])], 1)
            x = (x + functional.relu(layer(self._drop(around, 1.0)))) * s.real
            if number == POOL_AFTER and pool:
                x = (x + self._pooled(x, s)[s.sentence_of]) * s.real
        return x

    def _pooled(self, x: Tensor, s: Stream) -> Tensor:
        count = x.new_zeros(s.sentences, 1).index_add_(0, s.sentence_of, s.real).clamp(min=1)
        mean = x.new_zeros(s.sentences, x.shape[1]).index_add_(0, s.sentence_of, x) / count
        where = s.sentence_of[:, None].expand_as(x)
        most = x.new_zeros(s.sentences, x.shape[1]).scatter_reduce(0, where, x, "amax")
        return functional.relu(self.pool(torch.cat([mean, most], 1)))

    def _chain(self, scores: Tensor, right: Tensor, mask: Tensor) -> Tensor:
        reach = self.start + scores[:, 0]
        gold = self.start[right[:, 0]] + scores[:, 0].gather(1, right[:, :1])[:, 0]
        for step in range(1, scores.shape[1]):
            onward = torch.logsumexp(reach[:, :, None] + self.transitions, 1) + scores[:, step]
            reach = torch.where(mask[:, step : step + 1], onward, reach)
            taken = self.transitions[right[:, step - 1], right[:, step]]
            taken = taken + scores[:, step].gather(1, right[:, step : step + 1])[:, 0]
            gold = gold + taken * mask[:, step]
        return (torch.logsumexp(reach, 1) - gold).sum()
