"""Which names stand for the same person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress

from stancecli import tables
from stancecli.actors.kinds import is_thing, settle_kinds
from stancecli.actors.names import Name
from stancecli.actors.offices import offices
from stancecli.actors.parties import Party, has_members, plain
from stancecli.actors.said import is_quoted
from stancecli.actors.words import GENDERS, PARTICLES, SUFFIXES
from stancecli.model import Parse

_NAMESAKES = 40
"""How many bearers of one name are considered, the latest: what keeps the cost linear."""
_LEAST = 4
"""So many letters has, at least, a short form that only the text tells."""
_MOST = 12
"""So many letters has a short form at most: what keeps the cost linear for a very long word."""
_AFTER = 30
"""How many words after a name are asked for a pronoun."""


def people(parse: Parse, names: Sequence[Name], organisations: Sequence[Party]) -> list[Party]:
    """The persons whom `names` stand for; a short name that means a company goes to one of `organisations`."""
    mine = [(name, _core(name.words)) for name in names if name.kind == "person" and not name.taught]
    by_word: dict[str, list[Party]] = {}
    found = _taught(parse, names, by_word)
    found += _full_names(parse, [(name, words) for name, words in mine if len(words) > 1], by_word)
    companies, begun = _companies(organisations), _beginnings(parse, found)
    for name in [name for name, words in mine if len(words) < 2]:
        party = _bearer(parse, name, by_word) or _shortened(parse, name, begun)
        company = _company(parse, name, companies) if party is None and not name.titles else None
        if company is not None:
            company.add(name)
            continue
        if party is None:
            if (name.weak and not name.titles) or _is_family(name, by_word):
                continue
            party = _new_person((), name)
            found.append(party)
            by_word.setdefault(party.last, []).append(party)
        _take(parse, party, name)
        party.short = name.first
    settle_kinds(parse, found, organisations)
    return [party for party in found if party.sure or not is_thing(parse, party)]


def _full_names(
    parse: Parse, names: Sequence[tuple[Name, tuple[str, ...]]], by_word: dict[str, list[Party]]
) -> list[Party]:
    """The persons of full names; `by_word` is filled with the words that may stand for them."""
    found: list[Party] = []
    for name, words in names:
        namesakes = by_word.get(_surname(words), [])[-_NAMESAKES:]
        party = next((one for one in namesakes if _same_person(one, words, name)), None)
        party = party or _longer(words, by_word.get(plain(words[-1]), [])[-_NAMESAKES:])
        if party is None:
            party = _new_person(words, name)
            found.append(party)
            _enter(party, words, by_word)
        _take(parse, party, name)
        party.full.append(name.first)
    return found


def _taught(parse: Parse, names: Sequence[Name], by_word: dict[str, list[Party]]) -> list[Party]:
    """The persons of the roster; their full names there tell for whom a surname stands."""
    found: dict[str, Party] = {}
    for name in names:
        if name.taught is None or name.kind != "person":
            continue
        party = found.get(name.taught.name)
        if party is None:
            words = _core(tuple(name.taught.name.split())) or name.words
            party = found[name.taught.name] = _new_person(words if len(words) > 1 else (), name)
            party.gender = name.taught.gender
            _enter(party, words, by_word)
        _take(parse, party, name)
        party.full.append(name.first)
    return list(found.values())


def _enter(party: Party, words: Sequence[str], by_word: dict[str, list[Party]]) -> None:
    """Let the words of a full name stand for its bearer."""
    for word in dict.fromkeys((party.last, party.first, plain(words[-1]))):
        by_word.setdefault(word, []).append(party)


def _companies(organisations: Sequence[Party]) -> dict[str, Party]:
    """The bodies that one word may stand for: the first of a company ("Ford" for "Ford Motor"), the people at the end
    of others.
    """
    found: dict[str, Party] = {}
    for party in organisations:
        for form in party.forms:
            if len(form) > 1 and plain(form[-1]) in tables.organisations().companies:
                found.setdefault(plain(form[0]), party)
            elif len(form) > 1 and has_members(party) and not party.key:
                found.setdefault(f"the {plain(form[-1])}", party)
    return found


def _company(parse: Parse, name: Name, companies: Mapping[str, Party]) -> Party | None:
    """The body for which a short name stands ("Ford", "the Machinists" for "Amalgamated Machinists")."""
    word = plain(name.words[0])
    members = parse.words[name.first - 1 : name.first] == ("the",)
    return companies.get(word) or (companies.get(f"the {word}") if members else None)


@lru_cache(maxsize=1 << 14)
def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if plain(word.rstrip(",")) not in SUFFIXES)


def _surname(words: Sequence[str]) -> str:
    """The last word of a name with the particles before it."""
    first = len(words) - 1
    while first > 1 and plain(words[first - 1]) in PARTICLES:
        first -= 1
    return " ".join(plain(word) for word in words[first:])


def _suffix(name: Name) -> str:
    """What tells which of a family has a name ("jr"), if it has that."""
    return next((word for word in map(plain, name.words) if word in SUFFIXES), "")


def _new_person(words: Sequence[str], name: Name) -> Party:
    party = Party("person")
    if words:
        party.first, party.last = plain(words[0]), _surname(words)
    else:
        party.last = plain((_core(name.words) or name.words)[0])
    party.suffix = _suffix(name)
    return party


def _same_person(party: Party, words: Sequence[str], name: Name) -> bool:
    """Whether a full name is another form of a person's."""
    if party.last != _surname(words) or (party.gender and name.gender and party.gender != name.gender):
        return False
    if _suffix(name) != party.suffix:
        return False
    first, other = plain(words[0]), party.first
    if first == other:
        return True
    if 1 in (len(first), len(other)):
        return first[0] == other[0]
    short = tables.first_names().short
    return (first, other) in short or (other, first) in short


def _longer(words: Sequence[str], people: Sequence[Party]) -> Party | None:
    """The person whose longer name ends with these words ("Vargas Llosa" for "Mario Vargas Llosa")."""
    tail = tuple(map(plain, words))
    for party in people:
        if any(len(form) > len(tail) and tuple(map(plain, form[-len(tail) :])) == tail for form in party.forms):
            return party
    return None


def _is_family(name: Name, by_word: dict[str, list[Party]]) -> bool:
    """Whether a surname stands in the plural ("the Clintons"): no one of them is meant."""
    word = plain(name.words[0])
    return (word.endswith("s") and word[:-1] in by_word) or (word.endswith("es") and word[:-2] in by_word)


def _bearer(parse: Parse, name: Name, by_word: dict[str, list[Party]]) -> Party | None:
    """Whom a surname or a first name by itself stands for: the latest one who may be meant, else the next."""
    words = _core(name.words) or name.words
    word = plain(words[-1])
    fits = [
        one
        for one in by_word.get(word, [])[-_NAMESAKES:]
        if not (name.gender and one.gender and one.gender != name.gender)
    ]
    if len(fits) > 1 and name.gender:
        fits = [one for one in fits if one.gender == name.gender] or fits
    if len(fits) > 1:
        fits = [one for one in fits if word in one.last.split()] or fits
    if len(fits) > 1 and name.titles:
        fits = [one for one in fits if one.titles & name.titles] or fits
    if _suffix(name):
        fits = [one for one in fits if one.suffix]
    if name.titles and not name.gender:
        fits = [one for one in fits if _nearest(one, name.first)[0] or not _speaks_against(parse, name, one)]
    if len(fits) < 2:
        return fits[0] if fits else None
    return max(fits, key=lambda one: _nearest(one, name.first))


def _beginnings(parse: Parse, people: Sequence[Party]) -> dict[str, list[Party]]:
    """The persons whose first name begins with a word, and is longer; only by a known short form if it means something else."""
    known, found = tables.first_names(), dict[str, list[Party]]()
    others = known.unshortened.union(tables.ordinary(), _written_small(parse)) if people else frozenset[str]()
    for party in people:
        for stop in range(_LEAST, min(len(party.first), _MOST + 1)):
            word = party.first[:stop]
            if word not in others or (word, party.first) in known.short:
                found.setdefault(word, []).append(party)
    return found


def _written_small(parse: Parse) -> Iterator[str]:
    """The words that stand somewhere in a text without a capital."""
    text = parse.document.text
    return compress(parse.words, map(str.islower, map(text.__getitem__, parse.starts)))


def _shortened(parse: Parse, name: Name, begun: Mapping[str, Sequence[Party]]) -> Party | None:
    """The only person whose first name a word shortens that is nobody's own ("Tash" for Tasha, "Pete" for Peter)."""
    word, known = plain(name.words[0]), tables.first_names()
    fits = begun.get(word, ()) if len(name.words) == 1 else ()
    told = parse.words[name.first - 1 : name.first] == ("the",) or parse.tags[name.first - 1 : name.first] == ("JJ",)
    if len(fits) != 1 or name.titles or name.weak or told:  # "the Hill", "the final Mass"
        return None
    others = word in known.genders or word in known.surnames or word in tables.organisations().things
    return None if others and (word, fits[0].first) not in known.short else fits[0]


def _speaks_against(parse: Parse, name: Name, party: Party) -> bool:
    """Whether the pronouns after a titled name ("President Obama ... he") are of another gender than the person.

    They are weaker evidence than an office that both share, and none in a quotation, where they may mean anybody.
    """
    if party.titles & name.titles or is_quoted(parse, name.first):
        return False
    stop = min(parse.sentences[parse.sentence_of[name.first]].stop, name.stop + _AFTER)
    told = {GENDERS[word] for word in parse.words[name.stop : stop] if word in GENDERS}
    return bool(party.gender and told) and party.gender not in told


def _nearest(party: Party, token: int) -> tuple[bool, int]:
    """Orders persons by their latest mention before a token, else by the first one after it."""
    at = bisect_left(party.full, token)
    before = max(party.full[at - 1] if at else -1, party.short)
    return (True, before) if before >= 0 else (False, -party.full[0])


def _take(parse: Parse, party: Party, name: Name) -> None:
    party.add(name)
    party.titles.update(offices(parse, name))
    party.gender = (
        party.gender or _gender_before(parse, name) or tables.first_names().genders.get(party.first or party.last, "")
    )


def _gender_before(parse: Parse, name: Name) -> str:
    """The gender that the word before a name tells ("spokeswoman Ann Hill", "her husband, Sam")."""
    before = name.first - 1
    if before > 0 and parse.words[before] == ",":
        before -= 1
    word = parse.words[before] if before >= 0 else ""
    return tables.groups().genders.get(word, "")
