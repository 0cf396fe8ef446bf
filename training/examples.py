"""Annotated corpora as arrays to train on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from stancecli.attribute import CueIndex, encode
from stancecli.clean import clean
from stancecli.lexicon import load_lexicons
from stancecli.model import Input, Parse
from stancecli.segment import segment
from stancecli.tables import organisations

ROLES = ("source", "cue", "content")
NAMES = 20
"""A word that has a capital so many times as often as not, and is hardly ever small elsewhere, is a name."""


class Example(NamedTuple):
    """A document or a batch of sentences: what the labeller sees of each token, and what is to be found."""

    words: np.ndarray
    suffixes: np.ndarray
    shapes: np.ndarray
    flags: np.ndarray
    sentence_of: np.ndarray
    paragraphs: list[tuple[int, int]]
    answers: np.ndarray


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def cue_index() -> CueIndex:
    """The cues that the package ships."""
    return CueIndex(load_lexicons())


def parse_of(record: dict[str, Any]) -> Parse:
    """A record's text, cleaned and cut as the tool does it."""
    return segment(clean(Input(id=record["id"], data=record["text"])))


def vocabulary(parses: Iterable[Parse], sentences: Iterable[dict[str, Any]], least: int = 2) -> list[str]:
    """Words that do not have a capital, by frequency: twice in the articles, three times in the tagged sentences.

    Names that somebody wrote small ("trump", "@tedcruz") are left out: no name is to be learned.
    """
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for parse in parses:
        words = ("", *parse.words)
        for piece, before, word in zip(encode.pieces_of(parse), words, parse.words, strict=False):
            if before != "@":
                (small if _plain(piece) else large)[word] += 1
    more: Counter[str] = Counter()
    for sentence in sentences:
        more.update(word.lower() for word in sentence["words"] if word and not word[0].isupper())
    names = {word for word in large if large[word] > NAMES * max(1, small[word]) and more[word] <= least}
    names -= organisations().heads  # "the institute" is no name
    first = [word for word, count in _by_frequency(small) if count >= least and word not in names]
    known = set(first)
    return [
        *encode.MASKED,
        *first,
        *(word for word, count in _by_frequency(more) if count > least and word not in known and "\n" not in word),
    ]


def _plain(piece: str) -> bool:
    return not piece[0].isupper() or encode.names_nobody(piece.lower())


def _by_frequency(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def article(record: dict[str, Any], parse: Parse, types: encode.Types, cues: CueIndex) -> Example:
    """An annotated article; answers are the seven labels of `label.py`."""
    pieces = encode.pieces_of(parse)
    columns = types.columns(pieces, encode.expected_capital(parse, pieces))
    flags = encode.flags_of(parse, cues.find(parse.words))
    paragraphs = [(first, stop) for first, stop in parse.paragraphs if first < stop]
    return Example(*columns, flags, np.array(parse.sentence_of), paragraphs, labels_of(record, parse))


def labels_of(record: dict[str, Any], parse: Parse) -> np.ndarray:
    """0 for nothing; 1 and 2 begin and continue a source, 3 and 4 a cue, 5 and 6 a content."""
    labels = np.zeros(len(parse.words), dtype=np.int64)
    starts, ends = np.array(parse.starts), np.array(parse.ends)
    for number, role in enumerate(ROLES):
        for attribution in record["attributions"]:
            for start, end in attribution[role]:
                first = int(np.searchsorted(ends, start, "right"))
                stop = int(np.searchsorted(starts, end, "left"))
                if first < stop and not labels[first:stop].any():
                    labels[first:stop] = 2 * number + 2
                    labels[first] = 2 * number + 1
    return labels


def tagged(sentences: list[dict[str, Any]], tags: dict[str, int], types: encode.Types, cues: CueIndex) -> Example:
    """Tagged sentences, one after the other; answers are the numbers of their tags."""
    pieces, expected, answers, sentence_of = [], [], [], []
    firsts, lasts = [], []
    for number, sentence in enumerate(sentences):
        words = [word or "_" for word in sentence["words"]]
        loud = sum(map(str.islower, words)) * 4 < len(words)
        expected += [loud or i == 0 or encode.opens(words[i - 1]) for i in range(len(words))]
        firsts.append(len(pieces))
        pieces += words
        lasts.append(len(pieces) - 1)
        answers += [tags.get(tag, 0) for tag in sentence["tags"]]
        sentence_of += [number] * len(words)
    flags = np.zeros((len(pieces), encode.FLAGS), dtype=np.uint8)
    encode.mark_cues(flags, cues.find(tuple(piece.lower().replace("’", "'") for piece in pieces)))
    flags[firsts, encode.place("sentence first")] = 1
    flags[lasts, encode.place("sentence last")] = 1
    columns = types.columns(pieces, np.array(expected))
    return Example(*columns, flags, np.array(sentence_of), [(0, len(pieces))], np.array(answers))
