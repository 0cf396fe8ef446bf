"""Nouns with what follows them: somebody's name, a clause that tells which way or time is meant, or where people belong."""

from __future__ import annotations

from collections.abc import Mapping

from stancecli.actors.common_nouns import OFFICES
from stancecli.actors.parties import Party
from stancecli.actors.words import has_capital
from stancecli.model import Parse

_SETTLED = frozenset(
    "people residents citizens miners farmers fishermen workers nurses teachers doctors villagers voters women men staff crew players "
    "students pupils parents taxpayers businesses traders shopkeepers islanders soldiers troops".split()
)
"""People who are told by where they live or work."""
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


def is_of_place(parse: Parse, noun: int) -> bool:
    """Whether a name behind "of" tells where people belong ("the miners of San Lucas"), not to whom ("the friends of Lund")."""
    return has_capital(parse, noun + 2) and parse.words[noun] in _SETTLED
