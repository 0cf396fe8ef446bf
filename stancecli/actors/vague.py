"""Nouns for people by how far they tell whom they mean."""

from __future__ import annotations

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
