"""Annotated corpora as arrays to train on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from stancecli.attribute import CueIndex, encode
from stancecli.clean import clean
from stancecli.lexicon import load_lexicons
from stancecli.model import Input, Parse
from stancecli.segment import segment

ROLES = ("source", "cue", "content")
STAND_IN = {
    encode.NAME: "smith",
    encode.ACRONYM: "abc",
    encode.INITIAL: "j",
    encode.MIXED: "smith",
    encode.COUNTRY: "france",
    encode.FIRST_NAME: "john",
    encode.GROUP: "germans",
}
"""What the teacher reads in place of a name."""
TaggedSentence = dict[str, Any]


class Example(NamedTuple):
    """A document or a batch of sentences: what the labeller sees of each token, and what is to be found.

    `shown` are the words as the teacher reads them, `told` what it made of them (nothing before it was asked), `weight`
    how much the answers count.
    """

    words: np.ndarray
    suffixes: np.ndarray
    shapes: np.ndarray
    flags: np.ndarray
    sentence_of: np.ndarray
    paragraphs: list[tuple[int, int]]
    answers: np.ndarray
    shown: Sequence[str] = ()
    told: np.ndarray | None = None
    weight: float = 1.0


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


def article(
    parse: Parse,
    types: encode.Types,
    cues: CueIndex,
    record: dict[str, Any] | None = None,
    pieces: list[str] | None = None,
) -> Example:
    """An article; answers are the seven labels of `label.py`, all 0 without an annotated record.

    `pieces` are its tokens as written, where they are not those of its text.
    """
    pieces = pieces or encode.pieces_of(parse)
    columns = types.columns(pieces, encode.expected_capital(parse, pieces))
    flags = encode.flags_of(parse, cues.find(parse.words))
    paragraphs = [(first, stop) for first, stop in parse.paragraphs if first < stop]
    answers = labels_of(record, parse) if record else np.zeros(len(parse.words), dtype=np.int64)
    shown = [STAND_IN.get(number, word) for number, word in zip(columns[0].tolist(), parse.words, strict=True)]
    return Example(*columns, flags, np.array(parse.sentence_of), paragraphs, answers, shown)


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
