"""Whom "you" stands for in quoted words: the person to whom they are said, where the report itself names that person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from stancecli.actors.parties import Party
from stancecli.actors.words import GENDERS
from stancecli.attribute.following import TELL
from stancecli.attribute.grammar import GERUND, kind_of
from stancecli.model import Attribution, Parse, Speech
from stancecli.voices import tokens_of

_YOU = frozenset("you your yours yourself".split())
_ANYBODY = frozenset("know see look get".split())
"""Before these "you" is anybody ("you know")."""


def addressed(parse: Parse, speech: Speech, parties: Iterable[Party]) -> Iterator[tuple[int, Party]]:
    """The tokens of "you" in quotations that are said to a person ("told Hill: ...", "Thanking Hill, Lund said: ..."),
    with the party; `parties` have all their mentions.
    """
    begun = {first: (stop, party) for party in parties for first, stop in party.places}
    for one in speech.attributions:
        hearer = _hearer(parse, one, begun) if one.kind == "direct" and one.cue and one.source else None
        if hearer and hearer.kind == "person":
            yield from ((token, hearer) for token in _yous(parse, one) if token not in begun)


def _hearer(parse: Parse, one: Attribution, begun: dict[int, tuple[int, Party]]) -> Party | None:
    """The party right behind a verb of telling, or named behind the participle that opens the sentence of the source.

    A pronoun behind a participle tells too little: before the subject it may stand for more than one.
    """
    assert one.cue and one.source
    words, stop = parse.words, bisect_left(parse.starts, one.cue.spans[-1].end)
    if words[stop - 1] in TELL:
        return _named_at(parse, stop, begun)[1]
    source = bisect_left(parse.starts, one.source.spans[0].start)
    opening = parse.sentences[parse.sentence_of[source]].first
    if source < opening + 3 or kind_of(words[opening]) != GERUND or words[source - 1] != ",":
        return None
    if words[opening + 1] in GENDERS:
        return None
    after, party = _named_at(parse, opening + 1, begun)
    return party if after == source - 1 else None


def _named_at(parse: Parse, token: int, begun: dict[int, tuple[int, Party]]) -> tuple[int, Party | None]:
    """The end of the mention that begins at a token or behind an article there, and the party."""
    article = parse.words[token : token + 1] == ("the",)
    return begun.get(token + article, (0, None))


def _yous(parse: Parse, one: Attribution) -> Iterator[int]:
    for span in one.content.spans:
        first, stop = tokens_of(parse, span)
        for token in range(first, stop - 1):
            if parse.words[token] in _YOU and parse.words[token + 1] not in _ANYBODY:
                yield token
