"""What a text itself tells somebody to be: offices and trades beside a name ("the minister, Ann Hill", "Tom Fox
resigned as coach").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from stancecli import tables
from stancecli.actors.appositions import described_office, opening
from stancecli.actors.names import Name
from stancecli.actors.tried import TRIED, is_tried
from stancecli.actors.words import has_capital
from stancecli.model import Parse

FORMER: Final = "former"
"""Stands among the titles of whoever has lost an office."""
PAST = frozenset("former ex outgoing departing sacked ousted deposed disgraced retired retiring erstwhile".split())
"""Adjectives of whoever had an office."""

RANKS = frozenset(("vice", "deputy", "prime", "shadow", "junior"))
"""Words that make another office of the one that follows them."""

_DEPARTMENTS = frozenset(
    "transport health education home foreign defence defense environment culture business energy justice treasury housing "
    "work pensions trade development science agriculture".split()
)
"""Whose secretaries are ministers, as no club's or union's is."""
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her"))
_ENDS = frozenset(
    "a an the his her their its of for in at from on to after before when until since as with and or who which that "
    ", . ; : - ( '".split()
)
_APPOSED = 6
"""How many words of an apposition may tell what a person is."""
_IS = frozenset(("is", "was", "became", "becomes"))
_MAKES = frozenset("as become appointed named elected".split())
_CLAUSE = 12
"""Within so many words after a name its clause may tell what the person is or was."""
_OTHERS = frozenset('him them me you us said says that who which but . ? ! , ; : “ ” "'.split())
"""Words behind which a clause tells of somebody else."""
_LOSES = frozenset(
    "relieved sacked fired dismissed resigned resigns quit quits steps stepped stepping stood stands removed ousted "
    "replaced suspended retired retires axed dropped deposed succeeded succeeds replaces".split()
)
_AGENTS = ("er", "or", "ist", "ian", "wright")
"""How nouns end for those who do something ("the caretaker, Ann Hill,")."""


def offices(parse: Parse, name: Name) -> Iterator[str]:
    """The offices and trades in small letters that a text tells of a name, and `FORMER` where they are lost."""
    told = [*_before(parse, name), *_behind(parse, name), *_in_clause(parse, name)]
    yield from told
    titled = "secretary" in name.titles and not _DEPARTMENTS.isdisjoint(name.titles)
    if titled or ("secretary" in told and any(f"{department} secretary" in told for department in _DEPARTMENTS)):
        yield "minister"
    if name.kind == "person" and name.sure and is_tried(parse.words, name.stop):
        yield from TRIED


def _before(parse: Parse, name: Name) -> Iterator[str]:
    """ "The minister, Ann Hill", "former coach Tom Fox"; words that only may be offices count between article and commas."""
    words = parse.words
    opens = opening(parse, name.first)
    if 1 < opens < name.first and words[name.stop : name.stop + 1] == (",",):
        yield from _ending(parse, opens - 2, name, apart=True)  # "the mediator, the former minister Ann Hill,"
    apart = name.first > 1 and words[name.first - 1] == ","
    if apart and _ends_adjunct(parse, name):
        return
    yield from _ending(parse, name.first - 1 - apart, name, apart)
    if apart and name.sure and len(name.words) > 1 and words[name.first - 2] not in _roles(name.sure):
        yield from _farther(parse, name)


def _ends_adjunct(parse: Parse, name: Name) -> bool:
    """Does the comma before a name end what opens its sentence ("According to the minister, Ann Hill lied")?"""
    comma, first = name.first - 1, parse.sentences[parse.sentence_of[name.first]].first
    opens = parse.tags[first : first + 1] in (("IN",), ("VBG",)) and "," not in parse.words[first:comma]
    return opens and parse.tags[name.stop : name.stop + 1] != () and parse.tags[name.stop].startswith(("VB", "MD"))


def _farther(parse: Parse, name: Name) -> Iterator[str]:
    """ "The MP for Arden, Ann Hill," or "the minister who signed it, Ann Hill,": the only office that may be meant."""
    office = described_office(parse, name.first, name.stop)
    if office >= 0:
        yield from _with_kind(parse.words[max(0, office - 3) : office + 1])


def _ending(parse: Parse, at: int, name: Name, apart: bool) -> Iterator[str]:
    """The office whose last word stands at a token before a name; `apart` where a comma stands between them."""
    within = at >= 0 and parse.sentence_of[at] == parse.sentence_of[name.first]  # not the end of a headline
    if within and (parse.words[at] in _roles(name.sure) or (apart and _is_agent(parse, at, name.stop))):
        yield from _with_kind(parse.words[max(0, at - 3) : at + 1])


def _is_agent(parse: Parse, at: int, stop: int) -> bool:
    """Does "the caretaker," open a clause, with its name between commas?"""
    words = parse.words
    closed = words[stop : stop + 1] in ((",",), (".",))
    first = parse.sentences[parse.sentence_of[at]].first
    return closed and at == first + 1 and words[first] in _ARTICLES and words[at].endswith(_AGENTS)


def _behind(parse: Parse, name: Name) -> Iterator[str]:
    """ "Ann Hill, the mayor of Oslo", "Ann Hill, 51, chief executive of Senn"."""
    words, stop = parse.words, name.stop
    if words[stop : stop + 1] != (",",):
        return
    if words[stop + 1 : stop + 2] and words[stop + 1].isdigit() and words[stop + 2 : stop + 3] == (",",):
        stop += 2
    yield from _office(words, stop + 1, name.sure)


def _office(words: tuple[str, ...], first: int, sure: bool) -> Iterator[str]:
    """The office at the end of the noun phrase that begins here, if it is one."""
    first += words[first : first + 1] != () and words[first] in _ARTICLES
    inner = words[first : first + _APPOSED]
    last = next((i for i, word in enumerate(inner) if word in _ENDS), len(inner)) - 1
    if last >= 0 and inner[last] in _roles(sure):
        yield from _with_kind(inner[: last + 1])


def _with_kind(phrase: tuple[str, ...]) -> Iterator[str]:
    """The office at the end of a phrase, alone and with what tells of which kind it is ("transport secretary"), "deputy" or
    the like before it, and whether it is lost.
    """
    yield phrase[-1]
    if not tables.titles().qualifiers.isdisjoint(phrase[-2:-1]):
        yield " ".join(phrase[-2:])
    yield from RANKS.intersection(phrase[-3:-1])
    if not PAST.isdisjoint(phrase[:-1]):
        yield FORMER


def _in_clause(parse: Parse, name: Name) -> Iterator[str]:
    """ "Ann Hill is the mayor", "Ann Hill resigned as mayor", "sacked Ann Hill as coach"."""
    window = parse.words[name.stop : name.stop + _CLAUSE]
    if not name.sure or not window:
        return
    if window[0] in _IS:
        yield from _office(parse.words, name.stop + 1, name.sure)
    if _MAKES.isdisjoint(window):
        return
    for at, word in enumerate(window, name.stop):
        other = word in _OTHERS or (word == "her" and parse.words[at + 1 : at + 2] == ("as",))
        if other or has_capital(parse, at):
            return
        if word in _MAKES:
            told = list(_office(parse.words, at + 1, name.sure))
            lost = word == "as" and not _LOSES.isdisjoint(parse.words[max(0, name.first - 2) : at])
            yield from told
            if told and lost:
                yield FORMER


def _roles(sure: bool) -> frozenset[str]:
    return tables.people() if sure else _certain()


@cache
def _certain() -> frozenset[str]:
    """Those that are no words for companies as well ("rival Senn")."""
    return tables.people() - tables.organisations().either
