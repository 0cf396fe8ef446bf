"""Whether an unknown name is a country's, a town's or a club's rather than a person's: the words around it tell."""

from __future__ import annotations

from collections.abc import Iterable

from stancecli import tables
from stancecli.actors.parties import Party, plain
from stancecli.model import ActorKind, Parse

_IN = frozenset("in across throughout inside outside neighbouring neighboring nearby".split())
_NOT_IN = frozenset("confidence trust faith belief believe believes believed interest interested interests".split())
_STATE = frozenset(
    "president minister ministers ministry parliament army navy capital embassy ambassador currency constitution border "
    "borders prime troops citizens".split()
)
_RULED = frozenset(
    "government capital minister ministers president parliament republic king queen kingdom army".split()
)
_ROLES = frozenset(
    "coach captain chairman chairwoman goalkeeper striker midfielder defender winger manager mayor governor police "
    "councillor skipper".split()
)
_TOWN = frozenset("council residents harbour harbor airport outskirts suburbs streets waters coast shores".split())
_PARTS = frozenset(
    "mayor city town village port island province region streets outskirts suburbs coast people north south east west".split()
)
_RULES = frozenset("ministry parliament government army navy embassy".split())
_ARTICLES = (("a",), ("an",), ("the",))
_ASIDE = 3
"""How many words of an apposition may tell what a body is."""
_OWNED = 3
"""How many words after "Norrhaven's" may hold what it has ("Norrhaven's former transport minister")."""


def ruling(organisations: Iterable[Party]) -> set[str]:
    """The first words of ministries, parliaments and the like ("Norrhaven Defence Ministry"): a country's name."""
    forms = (form for party in organisations if party.key is None for form in party.forms)
    return {plain(form[0]) for form in forms if len(form) > 1 and plain(form[-1]) in _RULES}


def kind_by_context(parse: Parse, places: Iterable[tuple[int, int]]) -> ActorKind:
    """The kind of a name that only its capitals tell, by what stands before and after its mentions.

    A "country" has ministers, an army, a capital; an "organisation" is all else that one can be in, or be the mayor or
    the coach of: towns, regions, clubs. What persons have as well ("her government", "his regime") tells nothing.
    """
    told = {_told(parse, first, stop) for first, stop in places}
    return "country" if "country" in told else "organisation" if "organisation" in told else "person"


def is_body(parse: Parse, places: Iterable[tuple[int, int]]) -> bool:
    """Whether a noun for companies and other bodies stands by a name ("the operator Senn", "Senn, a maker of toys")."""
    words, kinds = parse.words, tables.organisations().kinds

    def stands_by(first: int, stop: int) -> bool:
        closed = words[stop : stop + 1] == (",",)
        before = first - 1 - (closed and first > 1 and words[first - 1] == ",")
        if before >= 0 and words[before] in kinds:
            return True
        aside = closed and words[stop + 1 : stop + 2] in _ARTICLES
        return aside and not kinds.isdisjoint(words[stop + 2 : stop + 2 + _ASIDE])

    return any(stands_by(first, stop) for first, stop in places)


def is_called_body(parse: Parse, first: int) -> bool:
    """Whether such a noun stands right before the name at token `first`: it tells more than that the name is one of persons."""
    return first > 0 and parse.words[first - 1] in tables.organisations().kinds


def _told(parse: Parse, first: int, stop: int) -> ActorKind:
    words = parse.words
    before, earlier = words[first - 1] if first else "", words[first - 2] if first > 1 else ""
    if before == "of":
        return "country" if earlier in _RULED else "organisation" if earlier in _PARTS else "person"
    if words[stop : stop + 1] == ("'s",):
        return "person" if _STATE.isdisjoint(words[stop + 1 : stop + 1 + _OWNED]) else "country"
    after = words[stop] if stop < len(words) else ""
    if after in _STATE:
        return "country"
    if after in _ROLES and stop + 1 < len(words) and parse.document.text[parse.starts[stop + 1]].isupper():
        return "organisation"
    inside = before in _IN and earlier not in _NOT_IN
    return "organisation" if inside or after in _TOWN else "person"
