"""Tables of facts: countries, titles, first names, organisations, words for people.

Each function reads its file once in the life of the process. Where the facts come from: docs/data.md.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from stancecli.lexicon.source import LOADER


class Country(NamedTuple):
    """A country by its English name, and the words that stand for it."""

    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    government: tuple[str, ...]


class Countries(NamedTuple):
    """All countries; phrases that hold a country's word and mean something else; names shared with places; capitals shared
    with persons and places.
    """

    countries: tuple[Country, ...]
    others: tuple[str, ...]
    also_places: frozenset[str]
    also_names: frozenset[str]


class FirstNames(NamedTuple):
    """Lower-cased first names: gender "m", "f" or "" where a name tells none; pairs of short and long forms.

    `unshortened` begin a first name, and are no short form of it; `surnames` are those that are seldom anything else;
    `also_places` are clubs and places too that `places` does not have.
    """

    genders: dict[str, str]
    short: frozenset[tuple[str, str]]
    unshortened: frozenset[str]
    also_places: frozenset[str]
    surnames: frozenset[str]


class Titles(NamedTuple):
    """Lower-cased words of titles. `genders` has "m" and "f" for those that tell; `heads` can end a title, `professions` and
    `ranks` too; `initials` are titles only before the name of a person.
    """

    genders: dict[str, str]
    heads: frozenset[str]
    professions: frozenset[str]
    ranks: frozenset[str]
    initials: frozenset[str]
    abbreviations: frozenset[str]
    qualifiers: frozenset[str]
    complements: frozenset[str]
    stands_for: dict[str, frozenset[str]]


class Organisations(NamedTuple):
    """Lower-cased words that tell organisations, and known ones: each form as written, and the name it stands for.

    `heads` end the names of all sorts of them, `companies` among them those of companies. `stands_for` can stand for an
    organisation alone ("the ministry"); `acts_for` are who rules or acts for a country; `callings` are what a company is
    called ("the airline"), `dealers` the same behind one of `wares` ("oil trader"), `kinds` these and what other bodies are
    called ("the charity"), `either` what persons are called as well ("rival"), `leads` those of them that begin no name of
    their own ("Operator Senn"). `called_also` has the last words of names of bodies by what else those are called.
    """

    heads: frozenset[str]
    companies: frozenset[str]
    of_heads: frozenset[str]
    subjects: frozenset[str]
    known: dict[str, str]
    not_organisations: frozenset[str]
    stands_for: frozenset[str]
    things: frozenset[str]
    ways: frozenset[str]
    areas: frozenset[str]
    acts_for: frozenset[str]
    callings: frozenset[str]
    dealers: frozenset[str]
    wares: frozenset[str]
    kinds: frozenset[str]
    either: frozenset[str]
    leads: frozenset[str]
    called_also: dict[str, frozenset[str]]


class Groups(NamedTuple):
    """Lower-cased nouns for people: plural ones, singular ones, those of either number that tell a gender, and those for
    several people together ("the family").
    """

    plural: frozenset[str]
    singular: frozenset[str]
    genders: dict[str, str]
    collective: frozenset[str]


class Deeds(NamedTuple):
    """Sorts of deeds: `sort_of` has the sort of each noun of one, `told_by` the sorts that each form of a verb tells, and
    `of_bodies` those that it tells only of bodies; `words` has all by sort.
    """

    sort_of: dict[str, str]
    told_by: dict[str, tuple[str, ...]]
    of_bodies: dict[str, tuple[str, ...]]
    words: dict[str, frozenset[str]]


@cache
def countries() -> Countries:
    """Countries with their other names, demonyms, capitals and words for the government."""
    table = _read("countries")
    rows = []
    for name, line in table["countries"].items():
        fields = [_phrases(field) for field in line.split("/")]
        rows.append(Country(name, *fields))
    shared = (frozenset(_phrases(table[key])) for key in ("also_places", "also_names"))
    return Countries(tuple(rows), _phrases(table["not_countries"]), *shared)


@cache
def places() -> tuple[str, ...]:
    """Places that are no party of their own."""
    return _phrases(_read("places")["places"])


@cache
def first_names() -> FirstNames:
    """First names with their usual gender, and surnames."""
    table = _read("first_names")
    genders = _genders(table) | dict.fromkeys(table["either"].lower().split(), "")
    surnames = _words(_read("surnames")["surnames"].lower())
    short = frozenset(_pairs(table["short"].lower()))
    unshortened, also_places = (_words(table[key].lower()) for key in ("unshortened", "also_places"))
    return FirstNames(genders, short, unshortened, also_places, surnames)


@cache
def titles() -> Titles:
    """Titles and offices."""
    table = _read("titles")
    genders = _genders(table)
    professions, ranks = _words(table["professions"]), _words(table["ranks"])
    abbreviations = _words(table["abbreviations"]) | ranks
    stands_for: dict[str, set[str]] = {}
    for noun, title in _pairs(table["stands_for"]):
        stands_for.setdefault(noun, {noun}).add(title)
    return Titles(
        genders=genders,
        heads=_words(table["offices"]) | professions | abbreviations | frozenset(genders),
        professions=professions - _words(table["offices"]),
        ranks=ranks,
        initials=_words(table["initials"]),
        abbreviations=abbreviations,
        qualifiers=_words(table["qualifiers"]),
        complements=_words(table["complements"]),
        stands_for={noun: frozenset(row) for noun, row in stands_for.items()},
    )


@cache
def organisations() -> Organisations:
    """What tells an organisation, and well-known ones."""
    table = _read("organisations")
    known = {}
    for name, forms in table["known"].items():
        known.update(dict.fromkeys((name, *_phrases(forms or "")), name))
    companies = _words(table["companies"].lower())
    heads, of_heads = _words(table["heads"].lower()) | companies, _words(table["of_heads"].lower())
    kinds, either = _words(table["callings"]) | _words(table["bodies"]), _words(table["either"])
    return Organisations(
        heads=heads,
        companies=companies,
        of_heads=of_heads,
        subjects=_words(table["subjects"].lower()),
        known=known,
        not_organisations=_words(table["not_organisations"].lower()),
        stands_for=_words(table["stands_for"]),
        things=_words(table["things"]),
        ways=_words(table["ways"]),
        areas=_words(table["areas"]),
        acts_for=_words(table["acts_for"]),
        callings=_words(table["callings"]),
        dealers=_words(table["dealers"]),
        wares=_words(table["wares"]),
        kinds=kinds,
        either=either,
        leads=(kinds | either) - heads - of_heads,
        called_also={noun: _words(line) for noun, line in table["called_also"].items()},
    )


@cache
def groups() -> Groups:
    """Nouns for people who speak without a name."""
    table = _read("groups")
    genders = _genders(table)
    singular = _words(table["singular"]) | frozenset(genders)
    return Groups(_words(table["plural"]), singular, genders, _words(table["collective"]))


@cache
def people() -> frozenset[str]:
    """Nouns for one person: offices, professions, kinship and the like."""
    return titles().heads | groups().singular


@cache
def ordinary() -> frozenset[str]:
    """Lower-cased words that are no names though they may have a capital."""
    return _words(_read("ordinary")["words"])


@cache
def adjectives() -> frozenset[str]:
    """Lower-cased adjectives that are said of persons and are no names."""
    return _words(_read("ordinary")["adjectives"])


@cache
def domains() -> dict[str, frozenset[str]]:
    """Lower-cased words of plain fact by domain ("fire"): beside them a loaded word may be meant literally."""
    return {name: _words(words) for name, words in _read("domains").items()}


@cache
def deeds() -> Deeds:
    """Nouns of deeds, and the verbs by which somebody is told to do them."""
    sort_of: dict[str, str] = {}
    told_by: dict[str, tuple[str, ...]] = {}
    of_bodies: dict[str, tuple[str, ...]] = {}
    words = {}
    for sort, row in _read("deeds").items():
        nouns, verbs, others = (_words(row.get(part, "")) for part in ("nouns", "verbs", "bodies"))
        words[sort] = nouns | verbs | others
        sort_of.update(dict.fromkeys(nouns, sort))
        for forms, table in ((verbs, told_by), (others, of_bodies)):
            for form in forms:
                table[form] = (*table.get(form, ()), sort)
    return Deeds(sort_of, told_by, of_bodies, words)


def _read(name: str) -> dict[str, Any]:
    text = Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=LOADER)
    return table


def _phrases(line: str) -> tuple[str, ...]:
    return tuple([phrase.strip() for phrase in line.split(",") if phrase.strip()])


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


def _pairs(line: str) -> list[tuple[str, str]]:
    return [(left, right) for left, _, right in (pair.partition("=") for pair in line.split())]


def _genders(table: dict[str, Any]) -> dict[str, str]:
    return dict.fromkeys(table["male"].lower().split(), "m") | dict.fromkeys(table["female"].lower().split(), "f")
