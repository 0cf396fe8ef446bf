"""Nouns that name no party by themselves: somebody's name follows, or a clause that tells which way or time is meant."""

from __future__ import annotations

from collections.abc import Mapping

from stancecli.actors.parties import Party
from stancecli.actors.vague import OFFICES
from stancecli.model import Parse

_WAYS_AND_TIMES = frozenset("way time moment day night week year reason place speed rate extent".split())


def is_named_behind(parse: Parse, noun: int, taken: Mapping[int, Party]) -> bool:
    """Whether a person's name behind a comma tells whose office it is ("the trial judge, Ann Hill, said")."""
    words, first = parse.words, noun + 2
    if words[noun] not in OFFICES or words[noun + 1 : first] != (",",) or first not in taken:
        return False
    person, stop = taken[first], first + 1
    while taken.get(stop) is person:
        stop += 1
    return person.kind == "person" and words[stop : stop + 1] in ((",",), (".",))


def leads_on(parse: Parse, token: int) -> bool:
    """Whether a clause follows a noun without a word for it ("the way tenants lived", "by the time officers arrived")."""
    return parse.words[token] in _WAYS_AND_TIMES and parse.words[token - 1 : token] == ("the",)
