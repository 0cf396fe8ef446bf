"""More cases than there are parties in the news: other nouns as targets, sentences of the web, and all of it in other words.

How a sentence is put together shows as well in what it says of its nouns; what it says of them a tutor can tell.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from reworded import Rewording
from sentences import LONGEST, SHORTEST, Case

from examples import records
from stancecli.aim.parties import Party
from stancecli.attribute import encode
from stancecli.model import Range
from stancecli.stance.impression import NAMES

TARGETS = 3
"""Of a sentence's nouns, so many at most are taken for targets."""
PRONOUNS = frozenset("he she they him her them you".split())
"""Targets as well, where nobody has looked for parties."""
NOUNS = (*NAMES, "NN", "NNS")
TARGET = "target, no actor's name"
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
    """The sentences of cases, each taken once, with nouns as targets that stand for no party."""
    chance, known = random.Random(SEED), set()
    for case in cases:
        view = _view(case)
        if view.parse.words not in known and SHORTEST <= len(view.parse.words) <= LONGEST:
            known.add(view.parse.words)
            yield from _with_targets(view, chance, case.article)


def web_cases(corpora: Path) -> Iterator[Case]:
    """The tagged sentences of the web, with nouns and pronouns as targets."""
    chance = random.Random(SEED)
    for record in records(corpora / "ewt-tags-train.jsonl"):
        columns = Columns(tuple(word.lower() for word in record["words"]), tuple(record["tags"]))
        if SHORTEST <= len(columns.words) <= LONGEST:
            yield from _with_targets(View(columns, Range(0, len(columns.words)), []), chance, "")


def reworded(cases: Iterable[Case], rewording: Rewording) -> Iterator[Case]:
    """The first sentence of each case in other words; it stays where no word has others alike."""
    chance = random.Random(SEED)
    for case in cases:
        view, scene = _view(case), case.sentences[0]
        written = encode.pieces_of(scene.parse)[slice(*scene.place)]
        words = rewording.sentence(view.parse.words, written, chance)
        yield case._replace(sentences=[view._replace(parse=view.parse._replace(words=words))])


def _view(case: Case) -> View:
    """The first sentence of a case by itself."""
    scene = case.sentences[0]
    first, stop = scene.place
    columns = Columns(scene.parse.words[first:stop], scene.parse.tags[first:stop])
    parties = [replace(party, first=party.first - first, stop=party.stop - first) for party in scene.parties]
    return View(columns, Range(0, stop - first), parties)


def _with_targets(view: View, chance: random.Random, article: str) -> Iterator[Case]:
    columns, parties = view.parse, view.parties
    inside = {at for party in parties for at in range(party.first, party.stop)}
    places = list(_nouns(columns, inside))
    if not parties:
        places += [Range(at, at + 1) for at, word in enumerate(columns.words) if word in PRONOUNS]
    for place in chance.sample(places, min(TARGETS, len(places))):
        known = sorted([*parties, Party(*place, TARGET, False, True)], key=lambda party: party.first)
        yield Case([view._replace(parties=known)], TARGET, 0, article)


def _nouns(columns: Columns, inside: set[int]) -> Iterator[Range]:
    """The last nouns of their phrases, and whole names, outside of parties."""
    words, tags = columns
    for at, tag in enumerate(tags):
        following = tags[at + 1] if at + 1 < len(tags) else ""
        if tag in NOUNS and following not in NOUNS and at not in inside and words[at][:1].isalpha():
            first = at
            while tag in NAMES and first and tags[first - 1] == tag and first - 1 not in inside:
                first -= 1
            yield Range(first, at + 1)
