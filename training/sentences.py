"""Sentences with a party and its polarity, as stance is learned from them: those that somebody annotated, and all others.

An annotated sentence names its target; of a text that nobody annotated every sentence is taken once for each actor in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from stancecli.actors import identify
from stancecli.aim import PartyMap, aim
from stancecli.attribute import attribute, label
from stancecli.clean import clean
from stancecli.match import match, outside_names
from stancecli.model import Input, Parse
from stancecli.pipeline import Tools
from stancecli.segment import segment
from stancecli.stance.gather import gather
from stancecli.stance.scene import Scene

AT_ONCE = 64
SHORTEST, LONGEST = 8, 70
"""Tokens of a sentence that is taken from a text without annotation."""


class Case(NamedTuple):
    """A sentence and its target: all sentences of the text that mention it, the polarity, the article."""

    sentences: list[Scene]
    target: str
    polarity: int
    article: str


def read(records: Sequence[dict[str, Any]], tools: Tools) -> Iterator[Case]:
    """What each record's text holds for its target, as the tool itself finds it."""
    for at in range(0, len(records), AT_ONCE):
        several = records[at : at + AT_ONCE]
        inputs = [Input(id=str(at), data=record["text"], targets=(record["target"],)) for record in several]
        for record, item in zip(several, label([segment(clean(one)) for one in inputs], tools.cues), strict=True):
            cast = identify(item.parse, attribute(item))
            parties = PartyMap(item.parse, cast)
            found = outside_names(match(item.parse, tools.terms, cast.speech), cast, record["text"])
            hits = aim(item.parse, cast, parties, found, tools.terms)
            name = cast.targets.get(record["target"], record["target"])
            sentences = gather(item.parse, cast, parties, hits, tools.finders)
            mine = [sentence for sentence in sentences if any(party.name == name for party in sentence.parties)]
            yield Case(mine, name, record["polarity"], article_of(record["id"]))


def article_of(id: str) -> str:
    """The article of a sentence, by the id of its record."""
    parts = id.split("_")
    return "_".join(parts[:3] if parts[0] == "polusa" else parts[:2])


def unannotated(texts: Iterable[tuple[str, str]], tools: Tools) -> Iterator[dict[str, Any]]:
    """A record without a known polarity for each sentence of some texts and each actor that it mentions once.

    `texts` are ids and texts; the id of a record is that of its text.
    """
    waiting = list(texts)
    for at in range(0, len(waiting), AT_ONCE):
        several = waiting[at : at + AT_ONCE]
        inputs = [Input(id=id, data=text) for id, text in several]
        for (id, _), item in zip(several, label([segment(clean(one)) for one in inputs], tools.cues), strict=True):
            cast = identify(item.parse, attribute(item))
            for actor in cast.actors:
                for text, target in _mentions(item.parse, actor.mentions):
                    yield {"id": id, "text": text, "target": target, "polarity": 0}


def _mentions(parse: Parse, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    done: set[int] = set()
    for start, end in spans:
        number = parse.sentence_of[bisect_right(parse.starts, start) - 1]
        first, stop = parse.sentences[number]
        if number in done or not SHORTEST <= stop - first <= LONGEST:
            continue
        done.add(number)
        text, target = parse.document.text[parse.starts[first] : parse.ends[stop - 1]], parse.document.text[start:end]
        if text.count(target) == 1:
            yield text, target
