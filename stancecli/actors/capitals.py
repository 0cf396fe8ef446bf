"""Surnames in capitals ("BOYLE: No."): that they are no organisation's initials, a full name elsewhere in the text tells."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from stancecli.actors.names import Name
from stancecli.model import Parse


def with_surnames(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """The names, and each word in capitals that ends a person's full name as that person's."""
    surnames = {name.words[-1].lower() for name in names if name.kind == "person" and len(name.words) > 1}
    places = [at for at, word in enumerate(parse.words) if word in surnames and parse.text(at, at + 1).isupper()]
    if not places:
        return list(names)
    longer = {at for name in names if name.stop - name.first > 1 or name.taught for at in range(name.first, name.stop)}
    loud = [Name(at, at + 1, (parse.text(at, at + 1),), "person") for at in places if at not in longer]
    replaced = {name.first for name in loud}
    return sorted([*(name for name in names if name.first not in replaced), *loud], key=attrgetter("first"))
