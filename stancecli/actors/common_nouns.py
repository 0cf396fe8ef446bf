"""Common nouns for people, by how far they tell whom they mean."""

from __future__ import annotations

from stancecli import tables
from stancecli.actors.words import body_nouns

VAGUE = frozenset(
    "sources ones those some few many several most both others everyone somebody people men women children countries nations "
    "states businesses media outlets".split()
)
"""Plurals that tell too little of whom they mean to be one party throughout a text."""
VAGUE_UNLESS_TOLD = frozenset(["media"])
"""Of these, those may be meant that an article tells ("the media")."""
VAGUE_ALONE = frozenset("groups organisations organizations companies players leaders".split())
"""Plurals that do so unless a word before them tells more ("civil rights groups")."""
ANY = frozenset(
    "many other several most few more such own same certain various numerous former ex fellow potential future rival opposing "
    "neighbouring neighboring".split()
)
"""Before a noun these leave open who is meant."""
OFFICES = frozenset(
    "minister president chancellor premier governor mayor judge magistrate coroner referee umpire coach ambassador commissioner "
    "bishop pope prosecutor ombudsman".split()
)
"""Who holds one of these may be known by it alone, behind "the"; an excerpt of few sentences may have left out his name."""
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
