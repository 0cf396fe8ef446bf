"""Which party a requested target names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from stancecli import tables
from stancecli.actors.lookup import named_country
from stancecli.actors.parties import Party, plain
from stancecli.model import Parse
from stancecli.tokens import words_of


def find_targets(parse: Parse, parties: Sequence[Party], names: dict[Party, str]) -> dict[str, str]:
    """The name of the actor that each requested target names, or stands for where it is a pronoun.

    Targets that name none are left out.
    """
    found = {}
    for target in parse.document.targets:
        party = _named(target, parties, names) or _standing_for(target, parse, parties)
        if party is not None:
            found[target] = names[party]
    return found


def _named(target: str, parties: Sequence[Party], names: dict[Party, str]) -> Party | None:
    words = _without_title(target)
    if not words:
        return None
    bare = target.strip().removeprefix("the ").removeprefix("The ")
    key = named_country(bare) or tables.organisations().known.get(bare)
    tests: tuple[Callable[[Party], bool], ...] = (
        lambda one: plain(names[one]) == plain(target),
        lambda one: key is not None and one.key == key,
        lambda one: one.taught is not None and plain(target) in map(plain, one.taught.aliases),
        lambda one: any(tuple(map(plain, form)) == words for form in one.forms),
        lambda one: one.kind == "person" and words[-1] == one.last and words[0] in (one.first, one.last),
        lambda one: one.kind == "person" and len(words) == 1 and words[0] == one.first,
        lambda one: one.kind != "group" and any(words == tuple(map(plain, form))[-len(words) :] for form in one.forms),
    )
    for test in tests:
        fits = [one for one in parties if test(one)]
        if fits:
            return max(fits, key=lambda one: len(one.places))
    return None


def _standing_for(target: str, parse: Parse, parties: Sequence[Party]) -> Party | None:
    """The party of which most mentions are exactly these words."""
    words = words_of(target)
    counts = {
        one: sum(parse.words[first:stop] == words for first, stop in one.places if stop - first == len(words))
        for one in parties
    }
    return max((one for one, count in counts.items() if count), key=lambda one: counts[one], default=None)


def _without_title(target: str) -> tuple[str, ...]:
    """The plain words of a target without article and title."""
    words = [word for word in map(plain, target.split()) if word]
    titles = tables.titles()
    while len(words) > 1 and (words[0] == "the" or words[0] in titles.heads or words[0] in titles.qualifiers):
        del words[0]
    return tuple(words)
