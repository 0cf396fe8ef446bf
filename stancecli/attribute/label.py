"""Tag tokens, and label them as source, cue or content, with a small trained network, many documents at once.

The network: embeddings of a token's type (`encode.py`) and the flags of its place, one dense layer,
residual convolutions over neighbours at growing distance, each sentence's mean and maximum mixed
in twice, and a linear chain over seven labels (nothing, and the beginning or inside of source, cue and
content). The first layers tell the Penn Treebank tags as well. docs/models.md says how it was trained and measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from stancecli.attribute import encode
from stancecli.attribute.cues import CueAt
from stancecli.attribute.mends import Mender
from stancecli.attribute.roles import Belief, Labels
from stancecli.model import Parse, Range
from stancecli.weights import load

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

Seen = tuple[Parse, list[CueAt]]
Tags = tuple[str, ...]

LABELS = 7
CONTENT = 3
"""The role of what is reported, after sources (1) and cues (2)."""
NOTHING = ((), Labels((), (), ()), Belief(np.zeros((0, 3), dtype=np.float32)))
STREAM = 1024
"""Tokens after which no further document joins those that go through the network together: few enough for the
processor's cache. A long document goes through whole."""
LEAST = 192
"""All products have at least so many rows, a multiple of `ROWS`, and at least so many columns as `COLUMNS`: a library may add
up small or odd matrices in another order, and then what else is in the matrix would change the last digits of a row."""
ROWS = 48
STRIDE = 12
"""Every document begins at a multiple of so many rows: OpenBLAS's kernel for Haswell works on twelve rows at once and adds
up each of the twelve in an order of its own."""
COLUMNS = 64
LONGEST = 400
"""A longer paragraph is decoded in pieces of so many tokens."""


class Layer(NamedTuple):
    """A convolution over a token and its neighbours `distance` to the left and right."""

    distance: int
    narrow: Floats
    """What a token tells its neighbours and its next self."""
    weights: Floats
    """For what the left neighbour, the token itself and the right neighbour tell; the last row is the bias."""


class Batch(NamedTuple):
    """Documents that go through the network together, the rows of each, and how many there are in all."""

    seen: list[Seen]
    places: list[Range]
    rows: int


class Room(NamedTuple):
    """Arrays to work in, a row a token, made once for many batches: new memory for each takes a sixth of the time."""

    seen: Floats
    x: Floats
    told: Floats
    """Four blocks of equal width a row: for the left neighbour, the token and the right neighbour, and ones for the bias."""
    sums: Floats
    whole: Floats
    nothing: Floats
    """NumPy compares arrays of one size faster than with a row or a number."""


@cache
def labeller() -> Labeller:
    """The shipped labeller, loaded once."""
    return Labeller(load("attribution"))


class Labeller:
    """The network's weights, ready to use: `types` number words, `tables` are the embeddings of words, endings and shapes."""

    def __init__(self, weights: dict[str, Any]) -> None:
        """Put the weights in the shapes in which they are multiplied."""
        self.types = encode.Types(weights["words"])
        self.tables = [weights[name] for name in ("word", "suffix", "shape")]
        self._input = np.vstack((weights["input"], weights["input_bias"]))
        self._layers = [
            Layer(int(distance), weights[f"narrow{n}"], np.vstack((weights[f"layer{n}"], weights[f"layer{n}_bias"])))
            for n, distance in enumerate(weights["distances"])
        ]
        self._pools = {
            int(layer): (weights[f"pool{n}"], weights[f"pool{n}_bias"]) for n, layer in enumerate(weights["pool_after"])
        }
        self._tag_after = int(weights["tag_after"])
        self._tags = np.array(weights["tags"], dtype=object)
        self._mender = Mender(weights["tags"])
        self._tag = (_widened(weights["tag"]), _widened(weights["tag_bias"], -np.inf))
        self._out = (_widened(weights["out"]), weights["out_bias"])
        self._chain = (weights["start"], weights["transitions"])

    def label(self, parses: Sequence[Parse], cues: Sequence[list[CueAt]]) -> list[tuple[Tags, Labels, Belief]]:
        """The tags and labels of each parse, given its cues, and how sure labels are; no parse changes another's."""
        batches = list(_batches(zip(parses, cues, strict=True)))
        room = self._room(max((batch.rows for batch in batches), default=0))
        told = [item for batch in batches for item in self._emissions(batch, room)]
        emissions = [scores for _, scores in told]
        filled = [parse for parse in parses if parse.words]
        for parse, (numbers, _) in zip(filled, told, strict=True):
            self._mender.mend(parse.words, numbers)
        tags = [tuple(self._tags[numbers].tolist()) for numbers, _ in told]
        found = (
            (known, _labels(path, parse), _belief(scores))
            for known, path, parse, scores in zip(tags, self._paths(filled, emissions), filled, emissions, strict=True)
        )
        return [next(found) if parse.words else NOTHING for parse in parses]

    def _paths(self, parses: list[Parse], emissions: list[Floats]) -> list[Ints]:
        pieces: list[Floats] = []
        for parse, scores in zip(parses, emissions, strict=True):
            for first, stop in parse.paragraphs:
                pieces += [scores[at : min(at + LONGEST, stop)] for at in range(first, stop, LONGEST)]
        decoded = iter(decode(pieces, *self._chain))
        paths = []
        for parse in parses:
            count = sum(-(-(stop - first) // LONGEST) for first, stop in parse.paragraphs)
            paths.append(np.concatenate([next(decoded) for _ in range(count)]))
        return paths

    def _room(self, rows: int) -> Room:
        inputs, units = self._input.shape
        widths = (inputs, units, 4 * self._layers[0].narrow.shape[1], units, 2 * units, units)
        room = Room(*(np.zeros((rows, width), dtype=np.float32) for width in widths))
        room.told[:] = 1
        return room

    def _emissions(self, batch: Batch, room: Room) -> list[tuple[Ints, Floats]]:
        """For each parse, the number of each token's tag, and its scores for each label."""
        seen, x, told, sums, whole, nothing = (array[: batch.rows] for array in room)
        for (parse, cues), (start, stop) in zip(batch.seen, batch.places, strict=True):
            self._see(parse, cues, seen[start:stop])
        np.maximum(np.matmul(seen, self._input, out=x), nothing, out=x)
        for number, layer in enumerate(self._layers):
            _convolve(x, layer, batch.places, told, sums)
            x += np.maximum(sums, nothing, out=sums)
            if number == self._tag_after:
                tags = (x @ self._tag[0] + self._tag[1]).argmax(axis=1)
            if number in self._pools:
                x += _pooled(x, batch, whole, *self._pools[number])
        scores = (x @ self._out[0])[:, :LABELS] + self._out[1]
        return [(tags[start:stop], scores[start:stop]) for start, stop in batch.places]

    def _see(self, parse: Parse, cues: list[CueAt], seen: Floats) -> None:
        """Fill in what the first layer sees of each token: embeddings of its type, flags of its place, a one for the bias."""
        pieces = encode.pieces_of(parse)
        types = self.types.columns(pieces, encode.expected_capital(parse, pieces))
        at = 0
        for table, rows in zip(self.tables, types, strict=True):
            seen[:, at : at + table.shape[1]] = table[rows]
            at += table.shape[1]
        seen[:, at:-1] = encode.flags_of(parse, cues)
        seen[:, -1] = 1


def _widened(weights: Floats, fill: float = 0) -> Floats:
    return np.pad(weights, [(0, 0)] * (weights.ndim - 1) + [(0, COLUMNS - weights.shape[-1])], constant_values=fill)


def _rounded_up(rows: int, step: int) -> int:
    return -(-rows // step) * step


def _rows(needed: int) -> int:
    return max(LEAST, _rounded_up(needed, ROWS))


def _batches(seen: Iterable[Seen]) -> Iterator[Batch]:
    """The parses that have words, with their cues, in runs of about `STREAM` tokens."""
    several: list[Seen] = []
    size = 0
    for parse, cues in seen:
        if parse.words:
            several.append((parse, cues))
            size += len(parse.words)
        if size >= STREAM:
            yield _placed(several)
            several, size = [], 0
    if several:
        yield _placed(several)


def _placed(several: list[Seen]) -> Batch:
    ends = np.cumsum([0, *(_rounded_up(len(parse.words), STRIDE) for parse, _ in several)]).tolist()
    places = [Range(start, start + len(parse.words)) for start, (parse, _) in zip(ends, several, strict=False)]
    return Batch(several, places, _rows(ends[-1]))


def _convolve(x: Floats, layer: Layer, places: list[Range], told: Floats, sums: Floats) -> None:
    """Each token with its neighbours at the layer's distance, within its document. `sums` is room for the result,
    `told` to work in."""
    distance, width = layer.distance, layer.narrow.shape[1]
    np.matmul(x, layer.narrow, out=told[:, width : 2 * width])
    blocks = told.view(f"V{told.itemsize * width}")  # a row's block as one item is copied three times as fast
    blocks[distance:, 0] = blocks[:-distance, 1]
    blocks[:-distance, 2] = blocks[distance:, 1]
    for start, stop in places:
        told[start : start + distance, :width] = 0
        told[max(0, stop - distance) : stop, 2 * width : 3 * width] = 0
    np.matmul(told[:, : len(layer.weights)], layer.weights, out=sums)


def _pooled(x: Floats, batch: Batch, whole: Floats, weights: Floats, bias: Floats) -> Floats:
    """What each sentence is like as a whole, for each of its tokens. `whole` is room for means and maxima, a row a sentence."""
    rows: list[int] = []
    starts: list[int] = []
    stops: list[int] = []
    taken = 0
    for (parse, _), (start, _) in zip(batch.seen, batch.places, strict=True):
        sentences = [sentence for sentence in parse.sentences if sentence.first < sentence.stop]
        starts += [start + first for first, _ in sentences]
        stops += [start + stop for _, stop in sentences]
        rows += range(taken, taken + len(sentences))
        taken += _rounded_up(len(sentences), STRIDE)
    units = x.shape[1]
    for row, start, stop in zip(rows, starts, stops, strict=True):
        np.add.reduce(x[start:stop], axis=0, out=whole[row, :units])
        np.maximum.reduce(x[start:stop], axis=0, out=whole[row, units:])
    whole[rows, :units] /= np.subtract(stops, starts)[:, None]
    summary = (whole[: _rows(taken)] @ weights)[rows] + bias
    return np.repeat(np.maximum(summary, 0), np.diff([*starts, len(x)]), axis=0)


def decode(pieces: list[Floats], start: Floats, transitions: Floats) -> list[Ints]:
    """The best path through each matrix of scores (Viterbi), all pieces in step, longest first."""
    if not pieces:
        return []
    lengths = np.array([len(piece) for piece in pieces])
    order = np.argsort(-lengths, kind="stable")
    longest, count = int(lengths[order[0]]), len(pieces)
    active = np.searchsorted(-lengths[order], -np.arange(longest), side="left")
    best = np.zeros((longest, LABELS, count), dtype=np.float32)
    for column, number in enumerate(order.tolist()):
        best[: lengths[number], :, column] = pieces[number]
    best[0] += start[:, None]
    into = transitions.T[:, :, None]
    for step in range(1, longest):
        here = int(active[step])
        best[step, :, :here] += (best[step - 1, None, :, :here] + into).max(axis=1)
    labels = np.zeros((longest, count), dtype=np.int64)
    state = np.zeros(count, dtype=np.int64)
    done = 0
    for step in range(longest - 1, -1, -1):
        here = int(active[step])
        ways = best[step, :, :here]
        ways[:, :done] += transitions.T[state[:done]].T
        state[:here] = ways.argmax(axis=0)
        labels[step, :here] = state[:here]
        done = here
    paths_of: list[Ints] = [np.empty(0, dtype=np.int64)] * count
    for column, number in enumerate(order.tolist()):
        paths_of[number] = labels[: lengths[number], column]
    return paths_of


def _belief(scores: Floats) -> Belief:
    """Shares of the roles at each token, its neighbours' labels left out of account."""
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return Belief(shares[:, 1::2] + shares[:, 2::2])


def _labels(path: Ints, parse: Parse) -> Labels:
    """Stretches of one role: a beginning, then what continues it.

    No source or cue goes on into another sentence, or ends with a comma, a colon or the full stop of its sentence;
    nothing goes on from a headline into the text.
    """
    roles = (path + 1) // 2
    new_sentence = np.zeros(len(path), dtype=bool)
    new_sentence[[first for first, stop in parse.sentences if first < stop]] = True
    cut = new_sentence & (roles != CONTENT)
    if parse.document.paragraphs[0].role == "headline":
        cut[parse.paragraphs[0].stop :][:1] = True
    begins = np.flatnonzero((roles != np.concatenate(([-1], roles[:-1]))) | (path % 2 == 1) | cut)
    ends = np.append(begins[1:], len(path))
    last = np.append(new_sentence[1:], True)
    words = parse.words
    found: tuple[list[Range], ...] = ([], [], [])
    for first, stop, role in zip(begins.tolist(), ends.tolist(), roles[begins].tolist(), strict=True):
        if not role:
            continue
        if role != CONTENT:
            if last[stop - 1] and words[stop - 1] == "." and stop > first + 1:
                stop -= 1
            while stop > first + 1 and words[stop - 1] in (",", ":", ";"):
                stop -= 1
        found[role - 1].append(Range(first, stop))
    return Labels(*(tuple(ranges) for ranges in found))
