"""What a name is that was read as a person's: his, a body's or a country's, or no party's at all."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from stancecli import tables
from stancecli.actors.acting import CLOSING, DONE_TO_PARTIES, acts, acts_as_person, is_told_of
from stancecli.actors.appositions import described_body, described_office
from stancecli.actors.binding import breaks_in
from stancecli.actors.contexts import (
    acts_as_body,
    is_body,
    is_called_body,
    is_personal,
    is_workplace,
    kind_by_context,
    ruling,
    trades,
)
from stancecli.actors.names import ALSO_SURNAMES
from stancecli.actors.parties import Party, plain
from stancecli.actors.words import has_capital
from stancecli.attribute.grammar import PREPOSITION, kind_of
from stancecli.model import ActorKind, Parse

_NEAR = frozenset("in at near across outside inside around throughout".split())
_DEALING = DONE_TO_PARTIES | frozenset(
    "attacked attacks attacking backed backs backing supported supports opposed opposes boycotted rejected joined left bought".split()
)
"""Before a word with a capital these tell that it is somebody's name."""


def settle_kinds(parse: Parse, people: Iterable[Party], organisations: Sequence[Party]) -> None:
    """Give those of `people` their kind who are none, but bodies or countries; what is a body's has no gender.

    `organisations` are those whose names tell what they are.
    """
    states = ruling(organisations)
    begun = {tuple(map(plain, form[:2])) for party in organisations for form in party.forms}
    for party in people:
        if _is_body(parse, party, begun):
            party.kind, party.gender = "organisation", ""
        elif party.guessed:
            party.kind = _guessed_kind(parse, party, states)


def _is_body(parse: Parse, party: Party, begun: Container[tuple[str, ...]]) -> bool:
    """Whether a name like a person's is a body's; `begun` has the first two words of the names of organisations."""
    if party.last in ALSO_SURNAMES and not party.titles and _is_company(parse, party, begun):
        return True
    has_first = party.first in tables.first_names().genders
    if not (party.titles or party.taught) and is_workplace(parse, party.places, has_first):
        return True
    if not (party.sure or party.gender) and trades(parse, party.places, whole=bool(party.full)):
        return True
    return not (party.sure or party.titles or party.full) and is_called_body(parse, party.places[0][0])


def _guessed_kind(parse: Parse, party: Party, states: Container[str]) -> ActorKind:
    """The kind of a name that only its capitals tell; `states` are the first words of the names of governments."""
    if party.last in states:
        return "country"
    return "organisation" if is_body(parse, party.places) else kind_by_context(parse, party.places)


def _is_company(parse: Parse, party: Party, begun: Container[tuple[str, ...]]) -> bool:
    """Whether who is called like a company is one: the text says so, or has a longer name that begins with his."""
    told = is_body(parse, party.places) or acts_as_body(parse, party.places)
    return told or (party.first, party.last) in begun


def is_thing(parse: Parse, party: Party) -> bool:
    """Whether a name that only its capital tells is no party's: a word used once, a place ("in", "near", "Barrow Lane") or what
    has a price.
    """
    words = parse.words
    if party.full and party.last in tables.organisations().ways and not _is_borne(parse, party):
        return True
    if any(_is_priced(words, first) for first, _ in party.places):
        return True
    if all(first and words[first - 1] in _NEAR for first, _ in party.places):
        return True
    once = len(party.places) == 1 and len(next(iter(party.forms))) == 1
    return once and not (_is_met(parse, *party.places[0]) or is_body(parse, party.places))


def _is_met(parse: Parse, first: int, stop: int) -> bool:
    """Whether one mention tells that a word is a name: its bearer acts or is dealt with, a clause goes on about him, or the name
    tells who the person or body before it is ("his wife, Mary, said", "the singer Moonbeam").
    """
    words, before = parse.words, parse.words[first - 1] if first else "."
    told = is_told_of(parse, first, stop) and kind_of(before) != PREPOSITION
    if acts(words, stop) or told or breaks_in(words, stop + 1):  # "Lund, she said, was ill"
        return True
    if before in _DEALING and not has_capital(parse, stop):
        return True
    if words[stop : stop + 1] in CLOSING and (before in tables.people() or before in tables.organisations().either):
        return True
    return 0 <= max(described_office(parse, first, stop), described_body(parse, first, stop)) == first - 2


def _is_borne(parse: Parse, party: Party) -> bool:
    """Whether a name like a street's is somebody's: he speaks, has an age or an office, or is called by his surname."""
    told = party.titles or party.gender or party.short >= 0 or is_body(parse, party.places)
    return bool(told) or any(_is_of_person(parse, first, stop) for first, stop in party.places)


def _is_of_person(parse: Parse, first: int, stop: int) -> bool:
    """Whether the name at these tokens is a person's by deeds or age; residents "of Barrow Lane" say things as well."""
    behind = first > 0 and kind_of(parse.words[first - 1]) == PREPOSITION
    return not behind and (acts_as_person(parse.words, first, stop) or is_personal(parse, stop))


def _is_priced(words: tuple[str, ...], first: int) -> bool:
    """Whether a sum of money stands right before a name ("her £25 Quiet Evenings")."""
    return first > 1 and words[first - 1][0].isdigit() and words[first - 2][-1] in "$£€¥"
