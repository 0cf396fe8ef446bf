"""Names in appositions: "the union, Confed", "its owner, the fund Amberley", "the mediator, former minister Ann Hill"."""

from __future__ import annotations

from stancecli import tables
from stancecli.actors.parties import Party
from stancecli.model import Parse

_CHAINED = ("NN", "JJ", "DT", "CD", "VBN", "POS", "PRP$")
"""How tags begin of what may stand before a name in its apposition ("the former Arden mayor Ann Hill")."""
_HYPHEN = "-"
_ENDS = frozenset(
    "of in on at to for with from by about and or as who whom which that than whose where when said says".split()
)
"""Words that end an apposition which no name has begun ("a friend of Ann Hill")."""
_LONGEST = 8
"""How many words may stand there, at most."""


def is_apposed(parse: Parse, described: int, stop: int, name: tuple[int, int, Party]) -> bool:
    """Whether a name (first token, stop, party) tells whom a phrase describes, and is not all of it.

    The phrase ends before token `stop`, and at `described` its head noun with what stands before that.
    """
    first, end, party = name
    words = parse.words
    opens = opening(parse, first)
    goes_on = end < len(words) and (words[end] == "'s" or words[end] in tables.people())
    if not opens or goes_on:
        return False
    next_to = opens == described + 1
    only = "," not in words[described : opens - 1]
    ends = end == stop or (words[end : end + 1] == (",",) and only)
    if party.kind == "person":
        told = only or words[described - 1] in tables.people()
        return (next_to and opens == first) or (ends and told)
    kinds = tables.organisations().kinds
    if party.kind == "organisation" and not kinds.isdisjoint((words[described - 1], words[first - 1])):
        return next_to or (ends and only)
    return party.kind in ("organisation", "country") and next_to and ends


def opening(parse: Parse, name: int) -> int:
    """Where the apposition begins whose words end with the name at this token; 0 where no comma begins one."""
    words, tags = parse.words, parse.tags
    for at in range(name, max(0, name - _LONGEST), -1):
        if words[at - 1] == ",":
            return at
        if words[at - 1] in _ENDS or (tags and not (tags[at - 1].startswith(_CHAINED) or words[at - 1] == _HYPHEN)):
            return 0
    return 0
