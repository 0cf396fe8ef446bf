"""A surname that two persons share and that is told once: "Tom and Ellie Barker" are Tom Barker and Ellie Barker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from stancecli import tables
from stancecli.actors.lookup import known_at
from stancecli.actors.names import Name
from stancecli.actors.words import has_capital
from stancecli.model import Parse


def with_couples(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """The names, with the surname of whoever is named behind "and" for a first name before it that has none."""
    found = {couple.stop: couple for couple in _couples(parse, names)}
    if not found:
        return list(names)
    others = (name for name in names if name.stop not in found)
    return sorted([*others, *found.values()], key=attrgetter("first"))


def _couples(parse: Parse, names: Sequence[Name]) -> Iterator[Name]:
    """The first names that share the next one's surname."""
    wholes = [name for name in names if _is_whole(parse, name)]
    if not wholes:
        return
    ends = {name.stop: name for name in names}
    surnames, begins = _surnames(names), _begins_alone(names)
    for name in wholes:
        at = name.first - 2
        word, surname, before = parse.words[at], name.words[-1], ends.get(at + 1)
        # Who was called by that one word before is known by it ("Madonna and Tom Hanks"), and who is called by his surname
        # alone has it alone, unless the text tells it of the other as well; so does who stands beside a club ("Chelsea").
        alone = begins.get(word, at) < at or surname.lower() in begins or word in tables.first_names().also_places
        told = surnames.get(word) or (not alone and {surname})
        if told == {surname} and (before is None or _is_bare(before)):
            yield Name(at, at + 1, (parse.text(at, at + 1), surname), "person")


def _is_whole(parse: Parse, name: Name) -> bool:
    """Whether this is the full name of a person behind "and" and a first name that is no known surname, and no one of more."""
    at, words, known = name.first - 2, parse.words, tables.first_names()
    if name.kind != "person" or not name.sure or name.titles or name.taught or len(name.words) != 2:
        return False
    joined = at >= 0 and words[at + 1] == "and" and words[at] in known.genders and words[at] not in known.surnames
    listed = words[at - 1 : at] == (",",) and words[at - 2] in known.genders
    capital = joined and has_capital(parse, at)
    return capital and not listed and known_at(parse, at) is None


def _is_bare(name: Name) -> bool:
    """Whether a name is no more than its last word, but for what people are ("Brothers Karl")."""
    plural, people = tables.groups().plural, tables.people()
    before = [word.lower() for word in name.words[:-1]]
    told = all(word in plural or (word.endswith("s") and word[:-1] in people) for word in before)
    return name.kind in ("person", "group") and not (name.titles or name.taught or name.key) and told


def _surnames(names: Sequence[Name]) -> dict[str, set[str]]:
    """What follows each first name in the text; what is somebody's surname is followed by nothing that another may share."""
    found: dict[str, set[str]] = {}
    for name in names:
        if name.kind == "person" and not _is_bare(name):
            found.setdefault(name.words[-1].lower(), set()).add("")
            if len(name.words) > 1:
                found.setdefault(name.words[0].lower(), set()).add(name.words[-1])
    return found


def _begins_alone(names: Sequence[Name]) -> dict[str, int]:
    """Where each word first stands that is all of a name, without a title ("Barker", but not "Mr Barker")."""
    return {name.words[0].lower(): name.first for name in reversed(names) if len(name.words) == 1 and not name.titles}
