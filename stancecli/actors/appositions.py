"""Names in appositions: "the union, Confed", "its owner, the fund Amberley", "the mediator, former minister Ann Hill"."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

from stancecli import tables
from stancecli.actors.parties import Party
from stancecli.actors.words import HONOURS, body_nouns, has_capital
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
_CLOSING = ((",",), ("(",))
"""What ends an apposition within a sentence ("the MP for Arden, Ann Hill (Labour), said")."""
_FAR = 14
"""Over how many words a name is told what it is."""
_PREPOSITIONS = frozenset("of for in at on from with behind".split())
"""Behind a noun these tell more of it ("the MP for Arden")."""
_RELATIVE = frozenset("who that which".split())
_IN_PHRASES = ("NN", "JJ", "DT", "CD", "CC", "POS", "PRP$")
"""How tags begin of what stands in such a phrase beside prepositions."""
_IN_CLAUSES = ("VB", "MD", "RB", "TO", "IN", "PRP", "RP")
"""How tags begin of what a relative clause holds besides."""


def is_apposed(parse: Parse, described: int, stop: int, name: tuple[int, int, Party]) -> bool:
    """Whether a name (first token, stop, party) tells whom a phrase describes, and is not all of it.

    The phrase ends before token `stop`, and at `described` its head noun with what stands before that.
    """
    first, end, party = name
    words = parse.words
    while end < stop and words[end] in HONOURS:
        end += 1
    opens = opening(parse, first)
    goes_on = end < len(words) and (words[end] == "'s" or words[end] in tables.people())
    if not opens or goes_on:
        return False
    next_to = opens == described + 1
    only = "," not in words[described : opens - 1]
    ends = end == stop or (words[end : end + 1] in _CLOSING and only)
    if party.kind == "person":
        if not next_to and words[described - 1] in tables.organisations().kinds and words[opens - 2] in tables.people():
            return False  # "the company that sacked the nurse, Ann Hill"
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


def _described_nouns(parse: Parse, first: int, stop: int) -> Iterator[int]:
    """The nouns of which one may tell what the name between commas is that has tokens `first` to `stop`, the nearest first:
    that before the comma, and those of which a preposition or a relative clause tells more ("the MP for Arden, Ann Hill,").
    """
    tags, words, comma = parse.tags, parse.words, first - 1
    floor = max(parse.sentences[parse.sentence_of[first]].first, comma - _FAR)
    if not tags or words[comma : comma + 1] != (",",) or comma <= floor or not _is_aside(parse, comma, stop):
        return
    yield comma - 1
    in_clause = False  # behind a verb, of which only a relative clause before it can be a part
    for at in range(comma - 1, floor, -1):
        if words[at] in _RELATIVE or (words[at] in _PREPOSITIONS and not in_clause):
            in_clause = False
            yield at - 1  # whatever its tag, which is no noun's for many an "MP" or "chief executive"
        elif not (tags[at].startswith(_IN_PHRASES) or has_capital(parse, at)):
            in_clause = True
            if not tags[at].startswith(_IN_CLAUSES):
                return


def described_body(parse: Parse, first: int, stop: int) -> int:
    """The noun for a body that alone may tell what this name is ("the firm that runs the home, Senn,"); -1 if none does."""
    if first > 1 and parse.words[first - 2] in tables.organisations().areas:
        return -1  # "the company in the town, Bergby,"
    noun = _only_noun(parse, first, stop, _people_and_bodies())
    return noun if noun >= 0 and parse.words[noun] in body_nouns() else -1


def described_office(parse: Parse, first: int, stop: int) -> int:
    """The noun for one person that alone may tell who this is ("the MP for Arden, Ann Hill,"); -1 if none does."""
    return _only_noun(parse, first, stop, tables.people())


@cache
def _people_and_bodies() -> frozenset[str]:
    return tables.people() | body_nouns()


def _only_noun(parse: Parse, first: int, stop: int, nouns: Container[str]) -> int:
    """The only one of these nouns that may tell what this name is; -1 where there is none, or where there are several."""
    found = [at for at in _described_nouns(parse, first, stop) if parse.words[at] in nouns]
    return found[0] if len(found) == 1 else -1


def _is_aside(parse: Parse, comma: int, stop: int) -> bool:
    """Whether a name up to token `stop` tells who the phrase before the comma is: its sentence goes on, or ends, behind it.

    It may be the subject behind an opening adjunct instead ("After a row with the MP for Arden, Ann Hill, a nurse, left"), or
    one of a list.
    """
    words, first = parse.words, parse.sentences[parse.sentence_of[comma]].first
    if words[stop : stop + 1] not in (*_CLOSING, (".",), ()):
        return False
    if parse.tags[first] == "IN" and "," not in words[first:comma]:
        return words[stop : stop + 1] != ("(",) and parse.tags[stop + 1 : stop + 2] not in (("DT",), ("CD",))
    after = stop + 1 + (words[stop + 1 : stop + 2] == ("and",))
    listed = has_capital(parse, after)
    return not listed or words[stop] != ","
