"""Sentences with a party and its polarity, as stance is learned from them: those that somebody annotated, and all others.

An annotated sentence names its target; of a text that nobody annotated every sentence is taken once for each party in it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from examples import records
from stancecli.actors import identify
from stancecli.aim import PartyMap, aim
from stancecli.attribute import attribute, label
from stancecli.clean import clean
from stancecli.match import match, outside_names
from stancecli.model import Input
from stancecli.pipeline import Tools
from stancecli.segment import segment
from stancecli.stance.gather import gather
from stancecli.stance.scene import Scene

AT_ONCE = 64
SHORTEST, LONGEST = 6, 90
"""Tokens of a sentence that is taken from a text without annotation."""
FOLDS = 5
SEED = 0
UNANNOTATED = ("polnear-train", "basil-train", "babe-train", "newsmtsc-train")
OURS = Path(__file__).parent / "articles"


class Case(NamedTuple):
    """Sentences and their target: all that mention it (scenes, or as much of them as is looked at), the polarity, the article."""

    sentences: Sequence[Any]
    target: str
    polarity: int
    article: str


def read(annotated: Iterable[dict[str, Any]], tools: Tools) -> Iterator[Case]:
    """What each annotated record's text holds for its target, as the tool itself finds it."""
    for record, scenes, (name,) in _scenes([{**one, "targets": (one["target"],)} for one in annotated], tools):
        mine = [scene for scene in scenes if name in scene.mentions]
        yield Case(mine, name, record["polarity"], article_of(record["id"]))


def heard(corpora: Path, tools: Tools) -> Iterator[Case]:
    """Every party of every sentence of the texts that may be learned from, each text once, but for the targets that somebody
    annotated.
    """
    annotated: dict[str, set[str]] = {}
    texts: dict[str, dict[str, Any]] = {}
    for record in _texts(corpora):
        texts.setdefault(record["text"], record)
        annotated.setdefault(record["text"], set()).update([record["target"]] if "target" in record else ())
    targets = {text: tuple(sorted(names)) for text, names in annotated.items()}
    for record, scenes, names in _scenes([{**one, "targets": targets[text]} for text, one in texts.items()], tools):
        article = article_of(record["id"]) if names else record["id"]
        for scene in scenes:
            if SHORTEST <= scene.place.stop - scene.place.first <= LONGEST:
                yield from (Case([scene], name, 0, article) for name in scene.mentions if name not in names)


def article_of(id: str) -> str:
    """The article of a sentence, by the id of its record."""
    parts = id.split("_")
    return "_".join(parts[:3] if parts[0] == "polusa" else parts[:2])


def kept_aside(articles: Iterable[str], folds: int) -> set[str]:
    """The articles of the last so many of `FOLDS` parts."""
    several = sorted(set(articles))
    random.Random(SEED).shuffle(several)
    return {article for at, article in enumerate(several) if at % FOLDS >= FOLDS - folds}


def _texts(corpora: Path) -> Iterator[dict[str, Any]]:
    """The texts in which nobody annotated stances, and those in which somebody annotated one."""
    for file in [*(corpora / f"{name}.jsonl" for name in UNANNOTATED), *sorted(OURS.glob("*.jsonl"))]:
        yield from records(file)


def _scenes(
    texts: Iterable[dict[str, Any]], tools: Tools
) -> Iterator[tuple[dict[str, Any], list[Scene], tuple[str, ...]]]:
    """Each record with the scenes of its text and the names of its targets."""
    waiting = iter(texts)
    while several := list(islice(waiting, AT_ONCE)):
        inputs = [
            Input(id=str(at), data=record["text"], targets=record["targets"]) for at, record in enumerate(several)
        ]
        for record, item in zip(several, label([segment(clean(one)) for one in inputs], tools.cues), strict=True):
            cast = identify(item.parse, attribute(item))
            parties = PartyMap(item.parse, cast)
            found = outside_names(match(item.parse, tools.terms, cast.speech), cast, item.parse.document.text)
            hits = aim(item.parse, cast, parties, found, tools.terms)
            names = tuple([cast.targets.get(name, name) for name in record["targets"]])
            yield record, gather(item.parse, cast, parties, hits, tools.finders), names
