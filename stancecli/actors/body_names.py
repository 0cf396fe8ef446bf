"""Which ordinary words begin the name of a body: "Liberal Party", "Parents for Calm"."""

from __future__ import annotations

from stancecli import tables
from stancecli.actors.lookup import starts_known
from stancecli.actors.words import ARTICLES, has_capital
from stancecli.model import Parse

_BANDS = frozenset(
    "group charity campaign lobby network nonprofit organisation organization union club alliance movement".split()
)
_DIRECTIONS = frozenset("north south east west northern southern eastern western central greater mid".split())
_SORT = 3
"""So many words tell at most of a sort of people."""
_LONGEST_BODY = 6
_ELSEWHERE = frozenset("in at from to near left leaves leaving quit quits joined swapped".split())
"""Behind these stands where somebody is or was ("works in Oslo for Hill, a charity", "left Holm for Brandt, a club")."""
_OF_MANY = ("'", "'s")
"""Behind a word for those whose a body is ("the Dock and Ferry Workers' Union")."""
_LONGEST = 4
"""How many words what a band is for may have, and what tells of it."""


def opens_body(parse: Parse, token: int) -> bool:
    """Whether a noun or adjective that is ordinary elsewhere begins a body's name here ("Liberal Party")."""
    after = token + 1
    if after == len(parse.words) or parse.words[after] not in tables.organisations().heads:
        return False
    telling = bool(parse.tags) and parse.tags[token][:2] in ("JJ", "NN")
    return telling and has_capital(parse, after)


def opens_region(parse: Parse, token: int) -> bool:
    """Whether a direction begins the name of a body of a region ("West Mercia Police", "South Coast Water")."""
    words, table = parse.words, tables.organisations()
    if words[token] not in _DIRECTIONS:
        return False
    stop = _capitals_stop(parse, token + 1, _LONGEST)
    return stop > token + 2 and (words[stop - 1] in table.heads or words[stop - 1] in table.companies)


def opens_band(parse: Parse, token: int) -> bool:
    """Whether those who are for something are called so together ("Parents for Calm, the group that ...", "founded Hope for
    Norland, a charity").

    A sentence may begin so otherwise ("Lawyers for Hill said"): an apposition must tell then.
    """
    words = parse.words
    called = words[token] in tables.groups().plural or token > parse.sentences[parse.sentence_of[token]].first
    elsewhere = starts_known(words[token]) or words[token - 1] in _ELSEWHERE
    if not called or elsewhere or words[token + 1 : token + 2] != ("for",):
        return False
    stop = _capitals_stop(parse, token + 2, _LONGEST)
    told = words[stop : stop + 1] == (",",) and not ARTICLES.isdisjoint(words[stop + 1 : stop + 2])
    return stop > token + 2 and told and not _BANDS.isdisjoint(words[stop + 2 : stop + 2 + _LONGEST])


def begins_body(parse: Parse, first: int, end: int, token: int) -> bool:
    """Whether a plain word at tokens `first` to `end` and what follows "and" at `token` are one body's name ("the Dock and Ferry
    Workers' Union"): an article stands before both, and a word for bodies ends them.
    """
    words, heads, names = parse.words, tables.organisations().heads, tables.first_names()
    before = words[first]
    if end - first > 1 or words[first - 1 : first] != ("the",):
        return False
    if before in heads or starts_known(before) or before in names.genders or before in names.surnames:
        return False
    stop = token + 1
    while stop < min(token + _LONGEST_BODY, len(words)) and (has_capital(parse, stop) or words[stop] in _OF_MANY):
        stop += 1
    return stop > token + 1 and words[stop - 1] in heads and not starts_known(words[token])


def is_of_many(parse: Parse, last: int, token: int) -> bool:
    """Whether a body's name goes on with "and" at `token` behind the word at `last`: it has several sorts of people ("Society of
    Authors and Illustrators", "Union of Kiln and Furnace Workers").
    """
    words, before = parse.words, parse.words[last]
    stop = _capitals_stop(parse, token + 1, _SORT - 1)
    many = words[stop - 1].endswith("s") and (before.endswith("s") or stop - token > 1)
    return many and words[last - 1] in ("of", "for") and not (starts_known(before) or starts_known(words[token]))


def _capitals_stop(parse: Parse, first: int, most: int) -> int:
    """Where the words with a capital end that begin at a token, after at most so many."""
    stop = first
    while stop < first + most and has_capital(parse, stop):
        stop += 1
    return stop
