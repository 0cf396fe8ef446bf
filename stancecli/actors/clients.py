"""Whom lawyers speak for: "his client" is whose barrister the speaker is."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from itertools import compress

from stancecli.actors.mentions import Mentions
from stancecli.actors.parties import Party
from stancecli.actors.words import HIS_OR_HER
from stancecli.model import Parse

_LAWYERS = frozenset("lawyer lawyers barrister solicitor attorney counsel advocate agent".split())
_HAVING = HIS_OR_HER | {"my", "our"}
_FOR = frozenset(["for", "representing", "defending"])
_TELLING = _LAWYERS | {"client"}
_WITHIN = 200
"""So many words behind his lawyer's name somebody may be his client."""


def clients(
    parse: Parse, pronouns: Mapping[int, Party], mentions: Mentions, taken: Container[int]
) -> Iterator[tuple[int, Party]]:
    """Each "client" in "his client" or "my client", by its token, with whose lawyer was named last.

    `pronouns` are those that are resolved; `taken` are the tokens of all mentions.
    """
    words = parse.words
    latest: Party | None = None
    since = -1
    for at in compress(range(1, len(words)), map(_TELLING.__contains__, words[1:])):
        if words[at] != "client":
            if _tells_whose(words, at):
                latest, since = _client(parse, at, pronouns, mentions), at
        elif latest and words[at - 1] in _HAVING and at not in taken and at - since <= _WITHIN:
            yield at, latest


def _tells_whose(words: tuple[str, ...], noun: int) -> bool:
    """Whether the words beside a lawyer's noun tell whose lawyer he is, known or not."""
    return words[noun - 1] in HIS_OR_HER or words[noun - 1] == "'s" or not _FOR.isdisjoint(words[noun + 1 : noun + 2])


def _client(parse: Parse, noun: int, pronouns: Mapping[int, Party], mentions: Mentions) -> Party | None:
    """Whose lawyer the noun tells ("his barrister", "Hart's lawyer", "a lawyer for Hart")."""
    words = parse.words
    if words[noun - 1] in HIS_OR_HER:
        return pronouns.get(noun - 1)
    if words[noun - 1] == "'s":
        owner = mentions.ending(noun - 1)
        return owner[2] if owner else None
    return next((party for _, _, party in mentions.within(noun + 2, noun + 3)), None)
