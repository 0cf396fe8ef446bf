"""Countries that no table knows, by their adjectives: "Tirasian guns" are those of "Tirasia"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter

from stancecli import tables
from stancecli.actors.contexts import kind_by_context
from stancecli.actors.lookup import starts_known
from stancecli.actors.names import Name
from stancecli.actors.parties import plain
from stancecli.actors.runs import Vocabulary
from stancecli.model import Parse

_VOWELS = "aeiouy"
_SHORTEST = 4
"""A shorter word has too many others that begin as its adjective would."""
_NOUNS = frozenset(("NN", "NNS"))
_AT = frozenset(
    "of in to from into within inside across throughout outside against with neighbouring neighboring".split()
)
"""Words behind which one names a place or a state; persons stand there too, but few whose name has such an adjective."""


def with_adjectives(parse: Parse, names: Sequence[Name], vocabulary: Vocabulary) -> list[Name]:
    """The names, with each word as a country's that the text also has with the ending of a people, and those adjectives
    as the same.

    The word must be one that only its capital tells, no first name nor surname, and stand once where states do; the
    adjective must stand once before a noun. What the people is called ("Tirasians") is no party.
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
    people = (name for name in names if name.stop - name.first == 1)
    dropped = replaced | {name.first for name in people if parse.words[name.first].removesuffix("s") in countries}
    kept = [name for name in names if name.first not in dropped]
    return sorted([*kept, *told], key=attrgetter("first"))


def _countries(parse: Parse, names: Sequence[Name], vocabulary: Vocabulary) -> dict[str, str]:
    """The name of the country by the lower-cased name and by its adjective."""
    firsts = tables.first_names().genders
    taken = {plain(name.words[-1]) for name in names if len(name.words) > 1 or name.titles}
    taken |= {plain(name.words[0]) for name in names if name.kind == "person" and name.sure}
    single = {
        plain(name.words[0]): name.words[0]
        for name in names
        if name.kind == "person" and not (name.sure or name.taught) and len(name.words) == 1
    }
    bases = {
        word: written
        for word, written in single.items()
        if len(word) >= _SHORTEST and word not in taken and word not in firsts
    }
    if not bases:
        return {}
    written = {parse.words[at] for at in vocabulary.capitals if _is_before_noun(parse, at)}
    words = {word for word in written - vocabulary.lower - taken if word not in firsts and not starts_known(word)}
    told = dict(_pairs(bases, words))
    if not told:
        return {}
    states = {parse.words[at] for at in vocabulary.capitals if _is_state(parse, at)}
    return {word: name for word, name in told.items() if plain(name) in states}


def _is_before_noun(parse: Parse, at: int) -> bool:
    """Whether a word tells of a noun what it is, as an adjective does."""
    tags = parse.tags[at : at + 2]
    return len(tags) == 2 and (tags[1] in _NOUNS or (tags[0] == "JJ" and tags[1].startswith("NN")))


def _is_state(parse: Parse, at: int) -> bool:
    """Whether a word stands where states do ("in Tirasia", "Tirasia's army")."""
    before = parse.words[at - 1 : at]
    return not _AT.isdisjoint(before) or kind_by_context(parse, [(at, at + 1)]) == "country"


def _pairs(bases: dict[str, str], words: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each name and each of its adjectives that is among these words, with the name as written."""
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
