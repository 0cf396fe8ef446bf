"""The names that a roster teaches, found in a text before anything is guessed of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from stancecli.actors.names import Name
from stancecli.actors.words import ARTICLES, has_capital
from stancecli.model import Member, Parse, Roster
from stancecli.phrases import PhraseIndex
from stancecli.tokens import tokenize, words_of


class _Form(NamedTuple):
    """A name or alias: `capitals` says which of its words have one and so must have one in the text."""

    member: Member
    capitals: tuple[bool, ...]


def teach(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """The names of a text with those of the document's roster among them, each with its entry there.

    A name that was read in the text keeps its place and title if the roster has its words; it stays as it is if the
    roster has only a part of it ("Benny Hill" is not the "Hill" of a roster). What the roster has besides is added,
    and what it covers wholly is replaced.
    """
    roster = parse.document.roster
    if roster is None:
        return list(names)
    forms, index = _compiled(roster)
    known = [_taught(name, forms.get(words_of(" ".join(name.words)))) for name in names]
    found = [name for place in index.find(parse.words) if (name := _name_at(parse, *place))]
    firsts = [name.first for name in found]
    whole: list[Name] = []
    for name in known:
        near = found[max(0, bisect_left(firsts, name.first) - 1) : bisect_left(firsts, name.stop)]
        if not any(other.first <= name.first and name.stop <= other.stop for other in near):
            whole.append(name)
    return sorted([*whole, *_apart(found, whole)])


def _apart(found: Sequence[Name], names: Sequence[Name]) -> Iterator[Name]:
    """Those of `found` that overlap none of `names`; both in order."""
    stops = [name.stop for name in names]
    for name in found:
        at = bisect_left(stops, name.first + 1)
        if at == len(names) or names[at].first >= name.stop:
            yield name


def _taught(name: Name, form: _Form | None) -> Name:
    """A name as the roster has it; a title is a person's, whatever else has that name."""
    if form is None or (name.titles and form.member.kind != "person"):
        return name
    return _entered(name, form.member)


def _name_at(parse: Parse, first: int, stop: int, form: _Form) -> Name | None:
    """The name at a place where the words of a form stand, if it is written as it must be."""
    if any(capital and not has_capital(parse, first + i) for i, capital in enumerate(form.capitals)):
        return None
    if not any(form.capitals) and parse.words[stop : stop + 1] == ("of",):
        return None  # "the mayor of Oslo" is not any mayor
    first += parse.words[first] in ARTICLES and stop - first > 1
    words = tuple(parse.text(first, stop).split())
    return _entered(Name(first, stop, words, form.member.kind), form.member)


def _entered(name: Name, member: Member) -> Name:
    gender = member.gender or name.gender
    return name._replace(kind=member.kind, key=member.name, gender=gender, sure=True, weak=False, taught=member)


@lru_cache(maxsize=8)
def _compiled(roster: Roster) -> tuple[dict[tuple[str, ...], _Form], PhraseIndex[_Form]]:
    """All forms by their words, and an index to find them with."""
    forms: dict[tuple[str, ...], _Form] = {}
    for member in roster.members:
        for name in (member.name, *member.aliases):
            words, starts, _ = tokenize(name)
            capitals = tuple(name[start].isupper() for start in starts)
            if words[0] == "the" and any(capitals[1:]):
                words, capitals = words[1:], capitals[1:]
            forms.setdefault(words, _Form(member, capitals))
    return forms, PhraseIndex(forms.items())
