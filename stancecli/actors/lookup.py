"""What the tables say of a phrase: a country, its government, an organisation, a place, or none of these."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from stancecli import tables
from stancecli.model import Parse
from stancecli.tokens import words_of

Sort = Literal["country", "demonym", "capital", "government", "organisation", "place", "other"]


class Known(NamedTuple):
    """A phrase of the tables: what it is, the name it stands for, and whether it must be all capitals."""

    sort: Sort
    name: str
    capitals: bool


class Found(NamedTuple):
    """A phrase of the tables at tokens `first` to `stop` of a parse."""

    first: int
    stop: int
    known: Known


_CAPITALS = Known("other", "", True)


@cache
def _index() -> dict[str, tuple[tuple[tuple[str, ...], Known], ...]]:
    """All phrases by their first word, longest first; of equal phrases the first entered stays."""
    rows: dict[str, dict[tuple[str, ...], Known]] = {}

    def enter(phrase: str, sort: Sort, name: str) -> None:
        # Tokenizing is called for only where a phrase has more than letters: most have not, and this is start-up.
        words = tuple(phrase.lower().split()) if phrase.replace(" ", "").isalpha() else words_of(phrase)
        row = rows.setdefault(words[0], {})
        # "US" is not "us", nor "WHO" a pronoun: a name that is always all capitals must be written so.
        capitals = phrase.isupper() and row.get(words, _CAPITALS).capitals
        if words not in row or row[words].name == name:
            row[words] = Known(sort, name, capitals)

    table = tables.countries()
    for phrase in table.others:
        enter(phrase, "other", phrase)
    for country in table.countries:
        names: tuple[tuple[Sort, tuple[str, ...]], ...] = (
            ("country", (country.name, *country.aliases)),
            ("demonym", country.demonyms),
            ("government", country.government),
            ("capital", country.capitals),
        )
        for sort, phrases in names:
            for phrase in phrases:
                enter(phrase, sort, country.name)
    for phrase, name in tables.organisations().known.items():
        enter(phrase, "organisation", name)
    for phrase in tables.places():
        enter(phrase, "place", phrase)
    return {word: tuple(sorted(row.items(), key=lambda item: -len(item[0]))) for word, row in rows.items()}


def starts_known(word: str) -> bool:
    """Whether a phrase of the tables begins with this lower-cased word."""
    return word in _index()


def known_at(parse: Parse, first: int) -> Found | None:
    """The longest phrase of the tables that begins at token `first`, written as it must be."""
    words = parse.words
    rows = _index().get(words[first])
    if rows is None:
        return None
    following = words[first + 1] if first + 1 < len(words) else ""
    for phrase, known in rows:
        if len(phrase) > 1 and phrase[1] != following:
            continue
        stop = first + len(phrase)
        if words[first:stop] == phrase and (not known.capitals or parse.text(first, stop).isupper()):
            return Found(first, stop, known)
    return None


def known_ends(parse: Parse, first: int, stop: int) -> bool:
    """Whether a phrase of the tables ends at `stop`."""
    found = (known_at(parse, token) for token in range(max(first, stop - 4), stop))
    return any(one and one.stop == stop for one in found)


def is_people(word: str) -> bool:
    """Whether a lower-cased word is the plural of a demonym ("russians")."""
    return word.endswith("s") and demonyms().issuperset((word, word[:-1]))


@cache
def demonyms() -> frozenset[str]:
    """All demonyms of one word, lower-cased."""
    return frozenset(
        phrase[0]
        for rows in _index().values()
        for phrase, known in rows
        if known.sort == "demonym" and len(phrase) == 1
    )


def named_country(phrase: str) -> str | None:
    """The country that a phrase stands for by itself ("U.S.", "Russian"), if any."""
    words = words_of(phrase)
    for candidate, known in _index().get(words[0], ()) if words else ():
        if candidate == words and known.sort in {"country", "demonym", "government"}:
            return known.name if phrase.isupper() or not known.capitals else None
    return None
