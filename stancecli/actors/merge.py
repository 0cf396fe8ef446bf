"""Which names stand for the same party: countries and organisations; persons are in `people`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stancecli.actors.names import Name
from stancecli.actors.parties import Party, plain
from stancecli.actors.people import people
from stancecli.model import ActorKind, Parse

_SMALL = frozenset("of for the and to in on".split())
_LEAST_INITIALS = 3


def merge(parse: Parse, names: Sequence[Name]) -> list[Party]:
    """The parties that `names` stand for, in order of their first mention."""
    organisations = _organisations(names)
    parties = [*_keyed(names, "country"), *_keyed(names, "group"), *organisations]
    parties += people(parse, names, organisations)
    for party in parties:
        party.places.sort()
    return sorted(parties, key=lambda party: party.places[0])


def _keyed(names: Iterable[Name], kind: ActorKind) -> Iterable[Party]:
    """The parties of a kind whose names all have a key: countries, and the groups of a roster."""
    found: dict[str, Party] = {}
    for name in names:
        if name.kind == kind:
            found.setdefault(name.key or "", Party(kind, name.key)).add(name)
    for party in found.values():
        party.plural = kind == "group"
    return found.values()


def _organisations(names: Iterable[Name]) -> list[Party]:
    found: dict[tuple[str, ...], Party] = {}
    for name in names:
        if name.kind == "organisation":
            key = (name.key,) if name.key else _comparable(name.words)
            found.setdefault(key, Party("organisation", name.key)).add(name)
    longer = _shortened(found.values())
    for key, party in list(found.items()):
        wholes = [whole for whole in longer.get(key, ()) if whole is not party] if party.key is None else []
        if len(wholes) == 1:
            wholes[0].absorb(party)
            del found[key]
    return list(found.values())


def _comparable(words: Sequence[str]) -> tuple[str, ...]:
    """Words for comparing: "Department of Energy" and "Energy Department" are one."""
    plainly = tuple(plain(word) for word in words)
    if len(plainly) > 2 and plainly[0] in {"department", "ministry"} and plainly[1] == "of":
        plainly = (*(word for word in plainly[2:] if word != "the"), plainly[0])
    return plainly


def _shortened(parties: Iterable[Party]) -> dict[tuple[str, ...], list[Party]]:
    """The organisations that an acronym or the last words of a name may stand for."""
    found: dict[tuple[str, ...], list[Party]] = {}
    for party in parties:
        keys: set[tuple[str, ...]] = set()
        for form in party.forms:
            words = tuple(plain(word) for word in form)
            initials = "".join(word[:1] for word in words if word not in _SMALL)
            if len(initials) >= _LEAST_INITIALS:
                keys.add((initials,))
            keys.update(words[first:] for first in range(1, len(words) - 1))
        for key in keys:
            found.setdefault(key, []).append(party)
    return found
