"""Surnames in capitals ("BOYLE: No."): that they are no organisation's initials, the rest of the text tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from stancecli.actors.names import Name
from stancecli.model import Parse, Speech


def with_surnames(parse: Parse, names: Sequence[Name], speech: Speech) -> list[Name]:
    """The names, with each word in capitals before a colon as a person's that ends his full or titled name, or is only seen there."""
    surnames = {
        name.words[-1].lower() for name in names if name.kind == "person" and (len(name.words) > 1 or name.titles)
    }
    words = parse.words
    turns = (at - 1 for at, word in enumerate(words) if word == ":" and at and words[at - 1] in surnames)
    places = {at for at in turns if parse.text(at, at + 1).isupper()}
    places |= _labels(parse, names, speech)
    if not places:
        return list(names)
    longer = {
        at
        for name in names
        if name.stop - name.first > 1 or name.taught or (name.key and name.kind == "organisation")
        for at in range(name.first, name.stop)
    }
    loud = [Name(at, at + 1, (parse.text(at, at + 1),), "person") for at in places if at not in longer]
    replaced = {name.first for name in loud}
    return sorted([*(name for name in names if name.first not in replaced), *loud], key=attrgetter("first"))


def _labels(parse: Parse, names: Sequence[Name], speech: Speech) -> set[int]:
    """Where words in capitals begin turns that stand nowhere else: these would be taken for initials."""
    starts = {one.source.spans[0].start for one in speech.attributions if one.source and one.source.spans}
    turns = {at for start in starts if parse.words[(at := bisect_left(parse.starts, start)) + 1 : at + 2] == (":",)}
    guessed = {name.first for name in names if name.kind == "organisation" and not name.sure} if turns else set()
    initials = {parse.words[at] for at in guessed - turns}
    return {at for at in guessed & turns if parse.words[at] not in initials}
