"""More cases than there are parties in the news: other nouns as targets, sentences of the web, and all of it in other words.

How a sentence is put together shows as well in what it says of its nouns; what it says of them a tutor can tell.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reworded import Rewording
from sentences import LONGEST, SHORTEST, Case

from examples import records
from stancecli.aim.parties import Party
from stancecli.model import Range
from stancecli.stance.impression import NAMES

TARGETS = 3
"""Of a sentence's nouns, so many at most are taken for targets."""
PRONOUNS = frozenset("he she they him her them you".split())
"""Targets as well, where nobody has looked for parties."""
NOUNS = (*NAMES, "NN", "NNS")
OTHER, TARGET = "other", "target"
SEED = 11


class Columns(NamedTuple):
    """As much of a parse as is looked at."""

    words: Sequence[str]
    tags: Sequence[str]


class View(NamedTuple):
    """As much of a scene as is looked at."""

    parse: Columns
    place: Range
    parties: Sequence[Party]


def noun_cases(cases: Iterable[Case]) -> Iterator[Case]:
    """The sentences of cases, each once, with nouns as targets that stand for no party."""
    chance, known = random.Random(SEED), set()
    for case in cases:
        scene = case.sentences[0]
        first, stop = scene.place
        columns = Columns(scene.parse.words[first:stop], scene.parse.tags[first:stop])
        if columns.words not in known and SHORTEST <= stop - first <= LONGEST:
            known.add(columns.words)
            parties = [Range(party.first - first, party.stop - first) for party in scene.parties]
            yield from _with_targets(columns, parties, chance, case.article)


def web_cases(corpora: Path) -> Iterator[Case]:
    """The tagged sentences of the web, with nouns and pronouns as targets."""
    chance = random.Random(SEED)
    for record in records(corpora / "ewt-tags-train.jsonl"):
        columns = Columns(tuple(word.lower() for word in record["words"]), record["tags"])
        if SHORTEST <= len(columns.words) <= LONGEST:
            yield from _with_targets(columns, [], chance, "")


def reworded(cases: Iterable[Case], rewording: Rewording) -> Iterator[Case]:
    """The first sentence of each case in other words; it stays where no word has others alike."""
    for case in cases:
        scene = case.sentences[0]
        words = rewording.of(scene.parse)[0].words
        yield case._replace(sentences=[View(Columns(words, scene.parse.tags), scene.place, scene.parties)])


def _with_targets(columns: Columns, parties: Sequence[Range], chance: random.Random, article: str) -> Iterator[Case]:
    inside = {at for party in parties for at in range(*party)}
    places = list(_nouns(columns, inside))
    if not parties:
        places += [Range(at, at + 1) for at, word in enumerate(columns.words) if word in PRONOUNS]
    others = [Party(*party, OTHER, False, True) for party in parties]
    for place in chance.sample(places, min(TARGETS, len(places))):
        known = sorted([*others, Party(*place, TARGET, False, True)], key=lambda party: party.first)
        yield Case([View(columns, Range(0, len(columns.words)), known)], TARGET, 0, article)


def _nouns(columns: Columns, inside: set[int]) -> Iterator[Range]:
    """The last nouns of their phrases, and whole names, outside of parties."""
    words, tags = columns
    for at, tag in enumerate(tags):
        last = tags[at + 1 : at + 2] not in [[noun] for noun in NOUNS]
        if tag in NOUNS and last and at not in inside and words[at][:1].isalpha():
            first = at
            while tag in NAMES and first and tags[first - 1] == tag and first - 1 not in inside:
                first -= 1
            yield Range(first, at + 1)
