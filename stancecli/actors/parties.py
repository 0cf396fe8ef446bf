"""Parties: what all names of one text stand for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from stancecli import tables
from stancecli.actors.names import Name
from stancecli.model import AUTHOR, UNATTRIBUTED, ActorKind, Member

_INITIALS = 3
"""So many capitals may be initials ("JFK", "LBJ"), and so may any where nothing else tells a person ("COSATU")."""
_NO_MEMBERS = frozenset(
    "brothers sisters partners rovers rangers wanderers headquarters quarters reuters computers towers waters rivers papers "
    "newspapers flowers powers letters numbers burgers containers semiconductors".split()
)
"""Words that end as those for people do and end the names of companies, clubs and other bodies."""
_COURTESIES = ("mr", "mrs", "ms", "miss", "sir", "lord", "lady", "dame")
_NUMERALS = frozenset("II III IV VI VII VIII IX".split())


class Party:
    """A party while it is being put together.

    `forms` counts its names as written, without title; `places` are its mentions as token ranges. `gender` is "m", "f"
    or "" where nothing tells; `plural` is set for groups of people. `first`, `last` and `suffix` are the parts of a
    person's name. `sure` is false where only capitals speak for it; `speaks_for` is whom a spokesman's words count for,
    under whose name he is told; `taught` is its entry in the roster. Of a person, `full` has the first tokens of all
    full names and `short` that of the latest short one.
    """

    __slots__ = (
        "first", "forms", "full", "gender", "key", "kind", "last", "places", "plural", "short", "speaks_for",
        "suffix", "sure", "taught",
        "titles",
    )  # fmt: skip

    def __init__(self, kind: ActorKind, key: str | None = None) -> None:
        self.kind: ActorKind = kind
        self.key = key
        self.forms: dict[tuple[str, ...], int] = {}
        self.places: list[tuple[int, int]] = []
        self.titles: set[str] = set()
        self.full: list[int] = []
        self.short = -1
        self.gender = ""
        self.plural = False
        self.sure = False
        self.taught: Member | None = None
        self.speaks_for: Party | None = None
        self.first = self.last = self.suffix = ""

    def add(self, name: Name) -> None:
        """Take up one more mention."""
        self.count(name.words)
        self.places.append((name.first, name.stop))
        if name.titles:
            self.titles |= name.titles
        self.gender = self.gender or name.gender
        self.sure = self.sure or name.sure
        self.taught = self.taught or name.taught

    def count(self, form: tuple[str, ...], times: int = 1) -> None:
        """Note that a form of the name was used."""
        self.forms[form] = self.forms.get(form, 0) + times

    def absorb(self, other: Party) -> None:
        """Take up all mentions of another party that is this one."""
        for form, times in other.forms.items():
            self.count(form, times)
        self.places += other.places
        self.sure = self.sure or other.sure

    @property
    def guessed(self) -> bool:
        """Whether it is taken for a person for its capital alone."""
        return self.kind == "person" and not (self.sure or self.gender or self.titles)

    @property
    def bare(self) -> bool:
        """Whether it is so for a single word: a person is seldom told by one."""
        return self.guessed and all(len(form) == 1 for form in self.forms)

    @property
    def name(self) -> str:
        """What the roster calls it, else its fullest form; for countries, and for what has no form, the key."""
        if self.taught:
            return self.taught.name
        if self.speaks_for:
            return self.speaks_for.name
        if not self.forms or (self.kind == "country" and self.key):
            return self.key or ""
        if len(self.forms) == 1:
            fullest = next(iter(self.forms))
        else:
            _, fullest = max((_fullness(form, count), form) for form, count in self.forms.items())
        name = " ".join(fullest)
        shouted = self.kind == "person" and name.isupper()
        kept = len(name) <= _INITIALS or self.guessed
        return " ".join(self._cased(word, kept) for word in fullest) if shouted else name

    def _cased(self, word: str, kept: bool) -> str:
        """A word in capitals as another form of the name has it, else with one capital unless it is `kept` or a number."""
        written = (other for form in self.forms for other in form if plain(other) == plain(word) and other != word)
        return next(written, word if kept or "." in word or word in _NUMERALS else word.title())


def may_be_body(party: Party) -> bool:
    """Whether it is an organisation, or a single word that only its capital tells."""
    return party.kind == "organisation" or party.bare


def has_members(party: Party) -> bool:
    """Whether an organisation is called by those who are in it ("Amalgamated Machinists", "Social Democrats")."""
    return party.kind == "organisation" and any(_are_people(plain(form[-1])) for form in party.forms)


def _are_people(word: str) -> bool:
    """Whether a word is the plural of what people are or do; the makers in names of companies are none ("Senn Brewers")."""
    groups, organisations = tables.groups(), tables.organisations()
    told = word in groups.plural or word.endswith(("ists", "crats", "ers", "ians"))
    return (
        told
        and word not in _NO_MEMBERS
        and word not in organisations.companies
        and word not in organisations.stands_for
    )


def _fullness(form: tuple[str, ...], count: int) -> tuple[int, bool, int, int]:
    """Orders forms of a name: more words, not all capitals (unless it is one word), more often used, longer."""
    letters = "".join(form)
    return len(form), len(form) == 1 or not letters.isupper(), count, len(letters)


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """A word of a name for comparing: lower case, without full stops, with straight apostrophes."""
    return word.lower().replace("’", "'").replace(".", "")


def report_names(parties: Sequence[Party]) -> dict[Party, str]:
    """The name of each party in the report; never that of a row that the report keeps for itself, nor that of two people whom
    titles tell apart.
    """
    names = {party: party.name for party in parties}
    genders: dict[str, set[str]] = {}
    for party, name in names.items():
        if party.kind == "person" and party.gender and not party.speaks_for:
            genders.setdefault(name, set()).add(party.gender)
    found: dict[Party, str] = {}
    for party, name in names.items():
        title = next((title for title in _COURTESIES if title in party.titles), "")
        apart = title and len(genders.get(name, ())) > 1  # "Mr Hill" and "Mrs Hill"
        reserved = name in (AUTHOR, UNATTRIBUTED)
        found[party] = f"{title.title()} {name}" if apart else f"the {name}" if reserved else name
    return found
