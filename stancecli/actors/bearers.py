"""Whose a run of capitals is that looks like the name of a thing or a place: a person's ("Ann Park"), or a body's ("Skyway
Baltic").
"""

from __future__ import annotations

from collections.abc import Container

from stancecli import tables
from stancecli.actors.acting import DONE_TO_PARTIES, acts, acts_as_person
from stancecli.actors.given import given_stop
from stancecli.actors.lookup import Found, known_at, starts_known
from stancecli.actors.runs import Vocabulary
from stancecli.actors.titled import title_stop
from stancecli.actors.words import ARTICLES, DAYS
from stancecli.model import Parse

_NOUNS = (("NN",), ("NNS",), ("NNP",), ("JJ",))
_HOUSES = frozenset("mill lodge cottage quarry pit mine barracks".split())
"""Words for places that are surnames as often, behind a first name ("David Lodge")."""
BEFORE_PLACES = frozenset("the at in near outside inside around of from to".split())


def is_beside_kind(words: tuple[str, ...], first: int, stop: int) -> bool:
    """Whether a noun for a body stands beside what may be its name ("the group Free Norrhaven", "the New Dawn party")."""
    kinds = tables.organisations().kinds
    behind = words[first - 1 : first] == ("the",) and not kinds.isdisjoint(words[stop : stop + 1])
    return behind or not kinds.isdisjoint(words[first - 1 : first])


def bears_country(words: tuple[str, ...], found: Found, stop: int) -> bool:
    """Whether a country's name is the first name of somebody with whose surname the run ends ("Champion Israel Lund")."""
    token, after = found.first, found.first + 1
    named = words[token] in tables.first_names().genders and words[token - 1] != "-"
    if found.known.sort != "country" or stop - token != 2 or not named:
        return False
    table = tables.organisations()
    things = (tables.ordinary(), table.things, table.heads, table.companies)
    return not (starts_known(words[after]) or any(words[after] in several for several in things))


def is_borne(parse: Parse, vocabulary: Vocabulary, things: Container[str], first: int, stop: int) -> bool:
    """Whether a first name and a word for a thing are a person's name: many are called so, and it is no place here, or he
    says something or has an age or an office ("Ann Hall, 37", "the mayor, Ann Hall,").
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
    if title or acts_as_person(words, first, stop) or _has_office(words, first, stop):
        return True
    return after[:1] == (",",) and (after[1:] == ("who",) or after[-1].isdigit())


def _has_office(words: tuple[str, ...], first: int, stop: int) -> bool:
    """Whether a noun for one person stands before a name between commas ("the mayor, Ann Hall,")."""
    between = words[first - 1 : first] == words[stop : stop + 1] == (",",)
    return between and first > 1 and words[first - 2] in tables.people()


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
    dealt = words[first - 1 : first] and (
        words[first - 1] in DONE_TO_PARTIES or words[first - 1] in tables.organisations().kinds
    )
    return plain and bool(dealt or acts(words, found.stop))


def is_name_again(parse: Parse, vocabulary: Vocabulary, token: int) -> bool:
    """Whether a word that means something else elsewhere is the name of who has a full one in the text ("May said" behind
    "Theresa May").
    """
    words, own, before = parse.words, vocabulary, parse.words[max(0, token - 1) : token]
    word = words[token]
    if (
        len(word) < 2
        or not (word in own.surnames or word in own.firsts)
        or not BEFORE_PLACES.isdisjoint(before)
        or not ARTICLES.isdisjoint(before)
    ):
        return False
    return acts(words, token + 1) or (token not in own.doubtful and word not in DAYS)


def is_other(parse: Parse, vocabulary: Vocabulary, found: Found) -> bool:
    """Whether a town is a person's name here, or a capital another place's: nothing else is of its country."""
    first, stop, (sort, name, _) = found
    if sort != "organisation" and stop - first == 1 and is_name_again(parse, vocabulary, first):
        return parse.tags[stop : stop + 1] not in _NOUNS  # "Pole said", but "French troops"
    if sort == "place" and stop - first == 1 and parse.words[first] in vocabulary.firsts:
        return BEFORE_PLACES.isdisjoint(parse.words[max(0, first - 1) : first])
    if sort != "capital" or parse.text(first, stop) not in tables.countries().also_names:
        return False
    word, own = parse.words[first], vocabulary
    borne = stop - first == 1 and (word in own.firsts or word in own.surnames or word in own.called)
    return borne or not own.names_country(name)
