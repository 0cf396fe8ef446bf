"""Whose a run of capitals is that looks like the name of a thing or a place: a person's ("Ann Park"), or a body's ("Skyway
Baltic").
"""

from __future__ import annotations

from collections.abc import Container

from stancecli import tables
from stancecli.actors.acting import acts
from stancecli.actors.alive import TO, acts_as_person
from stancecli.actors.given import given_stop
from stancecli.actors.lookup import Found, known_at, starts_known
from stancecli.actors.runs import Vocabulary
from stancecli.actors.titled import title_stop
from stancecli.model import Parse

_HOUSES = frozenset("mill lodge cottage quarry pit mine barracks".split())
"""Words for places that are surnames as often, behind a first name ("David Lodge")."""
BEFORE_PLACES = frozenset("the at in near outside inside around of from to".split())


def is_called_body(words: tuple[str, ...], first: int, stop: int) -> bool:
    """Whether a noun for a body stands beside what may be its name ("the group Free Norrhaven", "the New Dawn party")."""
    kinds = tables.organisations().kinds
    behind = words[first - 1 : first] == ("the",) and not kinds.isdisjoint(words[stop : stop + 1])
    return behind or not kinds.isdisjoint(words[first - 1 : first])


def is_borne(parse: Parse, vocabulary: Vocabulary, things: Container[str], first: int, stop: int) -> bool:
    """Whether a first name and a word for a thing are a person's name: many are called so, and it is no place here, or he
    says something or has an age ("Ann Hall, 37").
    """
    words, title = parse.words, title_stop(parse, vocabulary, first, stop)
    first = title or first
    if given_stop(parse, first) > first:
        return True
    if stop - first < 2 or words[first] not in tables.first_names().genders or known_at(parse, first):
        return False
    if any(word in things for word in words[first + 1 : stop - 1]):
        return False
    if words[stop - 1] in _HOUSES and not (first and words[first - 1] in BEFORE_PLACES):
        return True
    after = words[stop : stop + 2]
    if title or acts_as_person(words, first, stop):
        return True
    return after[:1] == (",",) and (after[1:] == ("who",) or after[-1].isdigit())


def is_branch(parse: Parse, vocabulary: Vocabulary, first: int, found: Found) -> bool:
    """Whether the name of a country or a town ends that of a body ("Skyway Baltic"), which acts, or is dealt with."""
    names, heads, words = tables.first_names(), tables.titles().heads, parse.words
    if found.known.sort not in ("country", "place") or first == found.first or vocabulary.is_loud(first):
        return False
    plain = not any(
        word in tables.ordinary()
        or word in names.genders
        or word in names.surnames
        or word in heads
        or starts_known(word)
        for word in words[first : found.first]
    )
    dealt = words[first - 1 : first] and (words[first - 1] in TO or words[first - 1] in tables.organisations().kinds)
    return plain and bool(dealt or acts(words, found.stop))
