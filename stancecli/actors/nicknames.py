"""Nicknames between a person's first name and surname: Kim "The Wall" Osei."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from stancecli import tables
from stancecli.actors.names import Name
from stancecli.actors.words import has_capital
from stancecli.model import Parse, Quotation

_LONGEST = 4
"""How many words a nickname may have."""


def with_nicknames(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """The names, each nickname being part of its bearer's name, and his name wherever it stands alone."""
    whole = list(_whole(parse, names))
    if not whole:
        return list(names)
    bearers = {_nickname(parse, zone): name for name, zone in whole}
    within = {at for name, _ in whole for at in range(name.first, name.stop)}
    others = (name for name in names if name.first not in within)
    called = [
        name._replace(words=bearer.words, kind="person", sure=True, weak=False)
        if (bearer := bearers.get(parse.words[name.first : name.stop])) and not (name.key or name.taught)
        else name
        for name in others
    ]
    return sorted([*called, *(name for name, _ in whole)], key=attrgetter("first"))


def _whole(parse: Parse, names: Sequence[Name]) -> Iterator[tuple[Name, Quotation]]:
    """The persons' names with a nickname inside, with where that stands."""
    before, after = {name.stop: name for name in names}, {name.first: name for name in names}
    firsts = tables.first_names().genders
    for zone in parse.quotations:
        if not _is_name(parse, zone) or parse.words[zone.first - 1] not in firsts:
            continue
        given, family = before.get(zone.first), after.get(zone.stop)
        if given and family and given.kind == family.kind == "person" and not (family.titles or family.taught):
            yield given._replace(stop=family.stop, words=given.words + family.words, sure=True, weak=False), zone


def _is_name(parse: Parse, zone: Quotation) -> bool:
    """Does every word between these quotation marks begin with a capital?"""
    inner = range(zone.first + 1, zone.stop - 1)
    return zone.closed and 0 < len(inner) <= _LONGEST and all(has_capital(parse, at) for at in inner)


def _nickname(parse: Parse, zone: Quotation) -> tuple[str, ...]:
    """The lower-cased words of a nickname, less "the"."""
    words = parse.words[zone.first + 1 : zone.stop - 1]
    return words[words[0] == "the" :]
