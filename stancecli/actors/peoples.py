"""Countries that no table knows, by their adjectives: "Tirasian guns" are those of "Tirasia"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter

from stancecli.actors.names import Name
from stancecli.actors.parties import plain
from stancecli.actors.runs import Vocabulary
from stancecli.model import Parse

_VOWELS = "aeiouy"
_SHORTEST = 4
"""A shorter word has too many others that begin as its adjective would."""


def with_adjectives(parse: Parse, names: Sequence[Name], vocabulary: Vocabulary) -> list[Name]:
    """The names, with each word as a country's that the text also has with the ending of a people, and those adjectives
    as the same.

    The word must be one that only its capital tells, and no surname. What the people is called ("Tirasians") is no party.
    """
    countries = _countries(parse, names, vocabulary)
    if not countries:
        return list(names)
    within = {at for name in names if name.stop - name.first > 1 for at in range(name.first, name.stop)}
    told = [
        Name(at, at + 1, (parse.text(at, at + 1),), "country", key)
        for at in vocabulary.capitals
        if at not in within and (key := countries.get(parse.words[at]))
    ]
    replaced = {name.first for name in told}
    kept = [
        name
        for name in names
        if name.first not in replaced and parse.words[name.first].removesuffix("s") not in countries
    ]
    return sorted([*kept, *told], key=attrgetter("first"))


def _countries(parse: Parse, names: Sequence[Name], vocabulary: Vocabulary) -> dict[str, str]:
    """The name of the country by the lower-cased name and by its adjective."""
    surnames = {plain(name.words[-1]) for name in names if len(name.words) > 1 or name.titles}
    single = {
        plain(name.words[0]): name.words[0]
        for name in names
        if name.kind == "person" and not (name.sure or name.taught) and len(name.words) == 1
    }
    bases = {word: written for word, written in single.items() if len(word) >= _SHORTEST and word not in surnames}
    if not bases:
        return {}
    written = set(map(parse.words.__getitem__, vocabulary.capitals))
    return dict(_told(bases, written - vocabulary.lower - surnames))


def _told(bases: dict[str, str], words: Collection[str]) -> Iterator[tuple[str, str]]:
    for base, name in bases.items():
        for adjective in _adjectives(base):
            if adjective in words and adjective != base:
                yield from ((base, name), (adjective, name))


def _adjectives(base: str) -> Iterator[str]:
    """What people of a country may be: Tirasian, Kelmaran, Sudalese; of others ("Orwellian") "-ian" needs a vowel to
    stand for.
    """
    if base[-1] not in _VOWELS:
        yield from (f"{base}{ending}" for ending in ("an", "ese", "ish", "i"))
        return
    if base.endswith("a"):
        yield f"{base}n"
    yield from (f"{base[:-1]}{ending}" for ending in ("an", "ian", "ese", "ish", "i"))
    yield from (f"{base}{ending}" for ending in ("an", "ian", "ese"))
