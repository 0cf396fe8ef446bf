"""The labeller's network as it is trained; `stancecli/attribute/label.py` runs the same sums in NumPy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from chain import Chain, Piece, pieces
from torch import Tensor, nn
from torch.nn import functional

from examples import Example
from stancecli.attribute.encode import FLAGS, MASKED, OTHER, SHAPES, SUFFIXES
from stancecli.attribute.label import LABELS

WORD, SUFFIX, SHAPE = 64, 16, 8
NARROW = 48
"""What a token tells its neighbours, in numbers: less than it knows itself, for neighbours cost most."""
PAD = 24
"""Empty tokens between documents: at least the greatest distance of a convolution."""
POOL_AFTER = (1, 5)
"""The layers after which sentences are summed up."""
TAG_AFTER = 1
"""The layer after which tags are told, before sentences are summed up there."""
HIDE = 0.08
"""Of the words, so many are hidden while the network learns, so that no single word is relied on."""


class Stream(NamedTuple):
    """Several examples in a row, as tensors; `told` and `heard` are the teacher's scores and where there are any."""

    words: Tensor
    suffixes: Tensor
    shapes: Tensor
    flags: Tensor
    sentence_of: Tensor
    sentences: int
    real: Tensor
    paragraphs: list[Piece]
    answers: Tensor
    told: Tensor
    heard: Tensor


def stream(examples: Sequence[Example]) -> Stream:
    """Put examples in a row with empty tokens between them; sentence 0 holds the empty tokens."""
    columns: list[list[np.ndarray]] = [[] for _ in range(9)]
    paragraphs, at, sentences = [], 0, 1
    for item in examples:
        size = len(item.words)
        told = np.zeros((size, LABELS), np.float32) if item.told is None else item.told
        rows = (item.words, item.suffixes, item.shapes, item.flags, item.sentence_of + sentences,
                np.ones(size, np.float32), item.answers, told, np.full(size, item.told is not None, np.float32))  # fmt: skip
        for column, row in zip(columns, rows, strict=True):
            column += [row, np.zeros((PAD, *row.shape[1:]), row.dtype)]
        paragraphs += pieces(item.paragraphs, at, item.weight)
        at += size + PAD
        sentences += int(item.sentence_of.max()) + 1
    words, suffixes, shapes, flags, sentence_of, real, answers, told, heard = (
        torch.from_numpy(np.concatenate(column)) for column in columns
    )
    return Stream(
        words, suffixes, shapes, flags.float(), sentence_of, sentences, real[:, None], paragraphs, answers, told, heard
    )


class Network(nn.Module):
    """Embeddings and flags, residual convolutions at growing distances, sentence sums, a chain of labels."""

    def __init__(self, vectors: np.ndarray, tags: int, width: int, distances: Sequence[int], drop: float) -> None:
        """`vectors` are where the words begin, a row a word of the vocabulary that is no mask."""
        super().__init__()
        self.word, self.suffix, self.shape = (
            nn.Embedding(rows, size)
            for rows, size in ((len(MASKED) + len(vectors), WORD), (SUFFIXES, SUFFIX), (len(SHAPES), SHAPE))
        )
        for table in (self.word, self.suffix, self.shape):
            nn.init.normal_(table.weight, std=0.3)
        with torch.no_grad():
            self.word.weight[len(MASKED) :] = torch.from_numpy(vectors) * 0.3
        self.input = nn.Linear(WORD + SUFFIX + SHAPE + FLAGS, width)
        self.distances = tuple(distances)
        self.narrow = nn.ModuleList(nn.Linear(width, NARROW, bias=False) for _ in distances)
        self.layers = nn.ModuleList(nn.Linear(3 * NARROW, width) for _ in distances)
        self.pools = nn.ModuleList(nn.Linear(2 * width, width) for _ in POOL_AFTER)
        self.out = nn.Linear(width, LABELS)
        self.tag = nn.Linear(width, tags)
        self.chain = Chain()
        self.drop = drop

    def emissions(self, s: Stream) -> Tensor:
        """Scores of each token for each label."""
        scores: Tensor = self.out(self._drop(self._trunk(s, len(self.layers)), 1.0))
        return scores

    def tags(self, s: Stream) -> Tensor:
        """Scores of each token for each tag, from the first layers alone."""
        scores: Tensor = self.tag(self._drop(self.before_tags(s), 1.0))
        return scores

    def before_tags(self, s: Stream) -> Tensor:
        """What the layer of tags sees of each token."""
        return self._trunk(s, TAG_AFTER + 1, pool=False)

    def _drop(self, x: Tensor, share: float) -> Tensor:
        return functional.dropout(x, self.drop * share, self.training)

    def _trunk(self, s: Stream, depth: int, pool: bool = True) -> Tensor:
        words, suffixes = s.words, s.suffixes
        if self.training:
            hidden = (torch.rand(words.shape) < HIDE) & (words >= len(MASKED))
            words = torch.where(hidden, OTHER, words)
            suffixes = torch.where(torch.rand(suffixes.shape) < HIDE, 0, suffixes)
        x = torch.cat([self.word(words), self.suffix(suffixes), self.shape(s.shapes), s.flags], 1)
        x = functional.relu(self.input(self._drop(x, 0.5))) * s.real
        for number, distance in enumerate(self.distances[:depth]):
            seen, empty = self.narrow[number](self._drop(x, 1.0)), x.new_zeros(distance, NARROW)
            around = torch.cat([torch.cat([empty, seen[:-distance]]), seen, torch.cat([seen[distance:], empty])], 1)
            x = (x + functional.relu(self.layers[number](around))) * s.real
            if number in POOL_AFTER and pool:
                summary = self.pools[POOL_AFTER.index(number)]
                x = (x + functional.relu(summary(_whole(x, s)))[s.sentence_of]) * s.real
        return x


def _whole(x: Tensor, s: Stream) -> Tensor:
    """The mean and the maximum of each sentence."""
    count = x.new_zeros(s.sentences, 1).index_add_(0, s.sentence_of, s.real).clamp(min=1)
    mean = x.new_zeros(s.sentences, x.shape[1]).index_add_(0, s.sentence_of, x) / count
    where = s.sentence_of[:, None].expand_as(x)
    most = x.new_zeros(s.sentences, x.shape[1]).scatter_reduce(0, where, x, "amax")
    return torch.cat([mean, most], 1)
