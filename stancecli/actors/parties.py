"""Parties: what all names of one text stand for, and which names stand for the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from stancecli import tables
from stancecli.actors.names import GENDERS, Name
from stancecli.model import AUTHOR, UNATTRIBUTED, ActorKind, Parse

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset("de del della der den van von bin ibn bint al el di da dos du la le ul ter zu".split())
_SMALL = frozenset("of for the and to in on".split())
_NEAR = frozenset("in at near across outside inside around throughout".split())
_COMPANIES = frozenset("motor motors inc corp corporation company co ltd llc plc group holdings technologies".split())


class Party:
    """A party while it is being put together.

    `forms` are its names as written, without title, in order; `places` its mentions as token ranges.
    `gender` is "m", "f" or "" where nothing tells; `plural` is set for groups of people.
    """

    __slots__ = ("first", "forms", "gender", "key", "kind", "last", "places", "plural", "suffix", "sure", "titles")

    def __init__(self, kind: ActorKind, key: str | None = None) -> None:
        self.kind: ActorKind = kind
        self.key = key
        self.forms: list[tuple[str, ...]] = []
        self.places: list[tuple[int, int]] = []
        self.titles: set[str] = set()
        self.gender = ""
        self.plural = False
        self.sure = False
        self.first = self.last = self.suffix = ""

    def add(self, name: Name) -> None:
        """Take up one more mention."""
        self.forms.append(name.words)
        self.places.append((name.first, name.stop))
        self.titles |= name.titles
        self.gender = self.gender or name.gender
        self.sure = self.sure or name.sure

    @property
    def name(self) -> str:
        """The fullest form; for countries, and for what has no form, the key."""
        if self.kind == "country" or not self.forms:
            return self.key or ""
        counts = Counter(self.forms)
        _, fullest = max((_fullness(form, count), form) for form, count in counts.items())
        return " ".join(fullest)


def _fullness(form: tuple[str, ...], count: int) -> tuple[int, bool, int, int]:
    """Orders forms of a name: more words, not all capitals (unless it is one word), more often used, longer."""
    letters = "".join(form)
    return len(form), len(form) == 1 or not letters.isupper(), count, len(letters)


def merge(parse: Parse, names: Sequence[Name]) -> list[Party]:
    """The parties that `names` stand for, in order of their first mention."""
    organisations = _organisations(names)
    parties = [*_countries(names), *organisations, *_people(parse, names, organisations)]
    for party in parties:
        party.places.sort()
    return sorted(parties, key=lambda party: party.places[0])


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """A word of a name for comparing: lower case, without full stops, with straight apostrophes."""
    return word.lower().replace("’", "'").rstrip(".").replace(".", "")


def _countries(names: Iterable[Name]) -> Iterable[Party]:
    found: dict[str, Party] = {}
    for name in names:
        if name.kind == "country":
            found.setdefault(name.key or "", Party("country", name.key)).add(name)
    return found.values()


# --- organisations ------------------------------------------------------------------------------


def _organisations(names: Iterable[Name]) -> list[Party]:
    mine = [name for name in names if name.kind == "organisation"]
    found: dict[tuple[str, ...], Party] = {}
    for name in mine:
        key = (name.key,) if name.key else _organisation_key(name.words)
        found.setdefault(key, Party("organisation", name.key)).add(name)
    for key, party in list(found.items()):
        if party.key is None and (whole := _whole(key, party, found)):
            for form, place in zip(party.forms, party.places, strict=True):
                whole.forms.append(form)
                whole.places.append(place)
            whole.sure = True
            del found[key]
    return list(found.values())


def _organisation_key(words: Sequence[str]) -> tuple[str, ...]:
    """Words for comparing: "Department of Energy" and "Energy Department" are one."""
    plainly = tuple(plain(word) for word in words)
    if len(plainly) > 2 and plainly[0] in {"department", "ministry"} and plainly[1] == "of":
        plainly = (*(word for word in plainly[2:] if word != "the"), plainly[0])
    return plainly


def _whole(key: tuple[str, ...], party: Party, found: dict[tuple[str, ...], Party]) -> Party | None:
    """The one longer-named organisation that this acronym or shortened name stands for."""
    fits = []
    for other, candidate in found.items():
        if candidate is party:
            continue
        for form in candidate.forms:
            words = tuple(plain(word) for word in form)
            initials = "".join(word[0] for word in words if word not in _SMALL)
            shortened = len(key) > 1 and len(words) > len(key) and words[-len(key) :] == key
            if (len(key) == 1 and len(initials) > 2 and key[0] == initials) or (shortened and other != key):
                fits.append(candidate)
                break
    return fits[0] if len(fits) == 1 else None


# --- persons ------------------------------------------------------------------------------------


def _people(parse: Parse, names: Sequence[Name], organisations: Sequence[Party]) -> list[Party]:
    mine = [name for name in names if name.kind == "person"]
    people: list[Party] = []
    by_word: dict[str, list[Party]] = {}
    short: list[Name] = []
    for name in mine:
        words = _core(name.words)
        if len(words) < 2:
            short.append(name)
            continue
        party = next((one for one in by_word.get(_surname(words), ()) if _same_person(one, words, name)), None)
        party = party or _longer(words, by_word.get(plain(words[-1]), ()))
        if party is None:
            party = _new_person(words, name)
            people.append(party)
            for word in dict.fromkeys((party.last, party.first, plain(words[-1]))):
                by_word.setdefault(word, []).append(party)
        _take(parse, party, name)
    for name in short:
        party = _bearer(parse, name, by_word)
        if party is None and not name.titles:
            party = _company(name, organisations)
            if party is not None:
                party.add(name)
                continue
        if party is None:
            if (name.weak and not name.titles) or _is_family(name, by_word):
                continue
            party = _new_person((), name)
            party.last = plain(_core(name.words)[0]) if _core(name.words) else plain(name.words[0])
            people.append(party)
            by_word.setdefault(party.last, []).append(party)
        _take(parse, party, name)
    return [party for party in people if party.sure or not _is_place(parse, party)]


def _is_place(parse: Parse, party: Party) -> bool:
    """Whether a name that only its capital tells stands nowhere but after "in", "at" and the like."""
    return all(first and parse.words[first - 1] in _NEAR for first, _ in party.places)


def _company(name: Name, organisations: Sequence[Party]) -> Party | None:
    """The company that its first word stands for ("Ford" for "Ford Motor")."""
    word = plain(name.words[0])
    for party in organisations:
        if any(len(form) > 1 and plain(form[0]) == word and plain(form[-1]) in _COMPANIES for form in party.forms):
            return party
    return None


def _core(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if plain(word.rstrip(",")) not in _SUFFIXES)


def _surname(words: Sequence[str]) -> str:
    """The last word of a name with the particles before it."""
    first = len(words) - 1
    while first > 1 and plain(words[first - 1]) in _PARTICLES:
        first -= 1
    return " ".join(plain(word) for word in words[first:])


def _new_person(words: Sequence[str], name: Name) -> Party:
    party = Party("person")
    if words:
        party.first, party.last = plain(words[0]), _surname(words)
    party.suffix = next((plain(word) for word in name.words if plain(word) in _SUFFIXES), "")
    return party


def _same_person(party: Party, words: Sequence[str], name: Name) -> bool:
    """Whether a full name is another form of a person's."""
    if party.last != _surname(words) or (party.gender and name.gender and party.gender != name.gender):
        return False
    suffix = next((plain(word) for word in name.words if plain(word) in _SUFFIXES), "")
    if suffix != party.suffix:
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
    fits = [one for one in by_word.get(word, ()) if not (name.gender and one.gender and one.gender != name.gender)]
    if len(fits) > 1 and name.gender:
        fits = [one for one in fits if one.gender == name.gender] or fits
    if len(fits) > 1:
        fits = [one for one in fits if word in one.last.split()] or fits
    if len(fits) > 1 and name.titles:
        fits = [one for one in fits if one.titles & name.titles] or fits
    if any(plain(part) in _SUFFIXES for part in name.words):
        fits = [one for one in fits if one.suffix]
    if name.titles and not name.gender:
        fits = [one for one in fits if one.places[0] < (name.first, 0) or not _speaks_against(parse, name, one)]
    if not fits:
        return None
    return max(fits, key=lambda one: _nearest(one, name.first))


def _speaks_against(parse: Parse, name: Name, party: Party) -> bool:
    """Whether the pronouns after a titled name ("President Obama ... he") are of another gender than the person."""
    sentence = parse.sentences[parse.sentence_of[name.first]]
    told = {GENDERS[word] for word in parse.words[name.stop : sentence.stop] if word in GENDERS}
    return bool(party.gender and told) and party.gender not in told


def _nearest(party: Party, token: int) -> tuple[bool, int]:
    """Orders persons by their latest mention before a token, else by the first one after it."""
    before = [first for first, _ in party.places if first < token]
    return (True, max(before)) if before else (False, -min(first for first, _ in party.places))


def _take(parse: Parse, party: Party, name: Name) -> None:
    party.add(name)
    party.gender = party.gender or _told(parse, name) or tables.first_names().genders.get(party.first or party.last, "")


def _told(parse: Parse, name: Name) -> str:
    """The gender that the word before a name tells ("spokeswoman Ann Hill", "her husband, Sam")."""
    before = name.first - 1
    if before > 0 and parse.words[before] == ",":
        before -= 1
    word = parse.words[before] if before >= 0 else ""
    return tables.groups().genders.get(word, "")


def called(parties: Sequence[Party]) -> dict[Party, str]:
    """The name of each party in the report; never that of a row that the report keeps for itself."""
    names = {party: party.name for party in parties}
    return {party: f"the {name}" if name in {AUTHOR, UNATTRIBUTED} else name for party, name in names.items()}
