"""Which names in several documents stand for the same party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from stancecli.actors.parties import plain
from stancecli.compare.model import Facts, Heard, Said
from stancecli.compare.parallel import mutual
from stancecli.model import ActorKind

_SMALL = frozenset("of the for and to in on a an 's".split())
_SAME_WORDS = 0.6
"""Two documents quote the same words if they share this part of those that tell something."""
_LEAST_WORDS = 3


class Group(Struct):
    """A party while it is being put together: its kind, its names by side, in order; `title` is what to call it instead."""

    kind: ActorKind
    names: dict[int, dict[str, int]]
    words: frozenset[str]
    title: str = ""


class Aligned:
    """The parties of all sides: what each name of each side stands for."""

    def __init__(self, sides: Sequence[Sequence[Facts]]) -> None:
        """`sides` hold the facts of the documents of each."""
        self.groups: list[Group] = []
        self._by_last: dict[str, list[Group]] = {}
        self._found: dict[tuple[int, str], Group] = {}
        self._called: dict[tuple[int, str], str] = {}
        for side, documents in enumerate(sides):
            for facts in documents:
                for heard in facts.parties:
                    self._enter(side, heard)
        if all(len(documents) == 1 for documents in sides):
            self._join_by_words([documents[0] for documents in sides])

    def of(self, side: int, name: str) -> str:
        """The name across sides of whom a side calls so."""
        group = self._found.get((side, name))
        return self.name(group) if group else self._called.get((side, name), name)

    def knows(self, party: str) -> bool:
        """Whether a party is one of the documents' actors, and no mere noun."""
        return any(self.name(group) == party for group in self.groups)

    def call(self, side: int, word: str, party: str) -> None:
        """Let a noun of a side, if it is nobody's name, stand for a party."""
        self._called.setdefault((side, word), party)

    def name(self, group: Group) -> str:
        """What a party is called here: as on the first side that has it, and there by its fullest name."""
        if group.title:
            return group.title
        names = next(iter(group.names.values()))
        return max(names, key=lambda name: (len(name.split()), names[name]))

    def rename(self, side: int, name: str, title: str) -> None:
        """Call a party by a plainer word than its own name."""
        group = self._found.get((side, name))
        if group:
            group.title = title

    def join(self, side: int, name: str, other_side: int, other: str) -> None:
        """Take two names for one party, unless one side has both apart."""
        first, second = self._found.get((side, name)), self._found.get((other_side, other))
        if first is None or second is None or first is second or first.names.keys() & second.names.keys():
            return
        for number, names in second.names.items():
            first.names[number] = names
            self._found.update({(number, each): first for each in names})
        first.names = dict(sorted(first.names.items()))
        self.groups.remove(second)

    def _enter(self, side: int, heard: Heard) -> None:
        plain_name = heard.plain or heard.name
        words = _words(plain_name)
        group = self._found.get((side, heard.name)) or self._known(words, heard)
        if group is None:
            group = Group(heard.kind, {}, words)
            self.groups.append(group)
            self._by_last.setdefault(_last(heard.name), []).append(group)
        if plain_name != heard.name:
            group.title = plain_name[0].upper() + plain_name[1:] if heard.name[0].isupper() else plain_name
        names = group.names.setdefault(side, {})
        names[heard.name] = names.get(heard.name, 0) + heard.mentions
        self._found[side, heard.name] = group

    def _known(self, words: frozenset[str], heard: Heard) -> Group | None:
        """The one party that may be meant: of equal words, else of a name that holds the other one."""
        last = self._by_last.get(_last(heard.name), [])
        for group in last:
            if group.words == words:
                return group
        whole = heard.kind in ("person", "organisation")
        held = [g for g in last if whole and g.kind == heard.kind and (g.words <= words or words <= g.words)]
        return held[0] if len(held) == 1 else None

    def _join_by_words(self, documents: Sequence[Facts]) -> None:
        """Whoever says the same words is the same, whatever each document calls him."""
        for side, facts in enumerate(documents):
            for other_side in range(side):
                for one, other in same_words(documents[other_side].said, facts.said):
                    if one.party and other.party:
                        self.join(other_side, one.party, side, other.party)


def same_words(some: Sequence[Said], others: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Attributions of two documents with the same content: each other's nearest."""
    left, right = ([_telling(said) for said in row] for row in (some, others))
    for i, j in mutual(left, right, _SAME_WORDS):
        yield some[i], others[j]


def _telling(said: Said) -> frozenset[str]:
    return said.content if len(said.content) >= _LEAST_WORDS else frozenset()


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in map(plain, name.split()) if word not in _SMALL)


def _last(name: str) -> str:
    """The word by which names are looked up: the last, of "Ministry of Health" the first."""
    words = [plain(word) for word in name.split()]
    if "of" in words[1:]:
        words = words[: words.index("of", 1)]
    return words[-1] if words else ""
