"""Nouns for one person by what he does, where no name tells who he is: "the midfielder", "the socialite"."""

from __future__ import annotations

from stancecli import tables
from stancecli.actors.words import body_nouns

CALLINGS = frozenset(
    "actor actress artist author biologist boxer cellist chef climber comedian composer conductor cricketer cyclist dancer defender "
    "designer drummer economist entrepreneur flanker footballer forward geologist goalkeeper golfer guitarist historian illustrator "
    "jockey midfielder musician novelist oboist painter pianist playwright poet rapper runner scientist sculptor singer socialite soprano "
    "songwriter sprinter striker swimmer tenor violinist winger writer".split()
)
"""What somebody who is written about is called again by his calling ("the midfielder said"); others come and go in a story."""
PEOPLE_END = ("ist", "ian", "man", "woman")
"""How nouns for one person end, and hardly any others."""


def may_be_person(noun: str) -> bool:
    """Whether a noun that no table knows tells one person by a calling ("flanker"), or ends so ("saxophonist")."""
    known = noun in body_nouns() or noun in tables.organisations().heads
    return noun in CALLINGS or (noun.endswith(PEOPLE_END) and not known)
