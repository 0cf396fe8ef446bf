"""Bodies and groups without a name where they are no sources: "accused the council", "thanked campaigners".

A party of small letters is known by its noun. Where one speaks in the text, the same words elsewhere are the same one, and so
is a bare "the council" behind "Hexley council"; others are parties if somebody acts on them, or they act.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress, count
from typing import NamedTuple

from stancecli import tables
from stancecli.actors.descriptions import goes_on
from stancecli.actors.parties import Party, plain
from stancecli.actors.principals import sort_of
from stancecli.actors.sources import BODIES, DEFINITE, REPORTS, is_in_headline
from stancecli.model import Parse

_NOUNS = ("NN", "NNS")
_NAMING = frozenset(("NN", "NNS", "NNP", "NNPS"))
_MODIFIERS = _NAMING | {"JJ"}
"""What may stand before a noun in a phrase for people; before one for a body only nouns, for an adjective tells little of it."""
_LONGEST = 4
"""Of a phrase's words, its noun and at most so many less one before it."""
_VAGUE = frozenset(
    "sources authors ones those some few many several most both others everyone everybody somebody nobody people men women "
    "children countries nations states businesses media outlets services".split()
)
"""Plurals that tell too little of whom they mean to be one party throughout a text."""
_ANY = frozenset("many other several most few more such own same certain various numerous".split())
"""Before a noun these leave open who is meant."""
_PLAIN_THINGS = frozenset("business label chain brand forum channel station".split())
"""Of the words for bodies those that mostly stand for other things."""
_DETERMINERS = frozenset(("DT", "PDT", "PRP$", "CD", "POS", "RB", "RBR", "RBS", "JJR", "JJS"))
"""Before a plural these tell that some are meant, or what somebody is said to be ("the most gifted writers")."""
_ALONE = frozenset(("police",))
"""Bodies that need no article."""
_TOWARD = frozenset("by against with for between and toward towards".split())
"""Before a phrase these tell that somebody acts, or is acted on, as verbs do."""


_TRUSTING = frozenset("faith confidence trust belief believe believes believed pride".split())
_ASKED_OF = frozenset("on of about at".split())
"""Behind a verb these tell on whom somebody acts ("called on the council", "complained about the police")."""
_TELLING = frozenset("tell tells told telling".split())
"""Behind these stands who only hears something ("told reporters")."""


class _Phrase(NamedTuple):
    """A noun phrase in small letters: its words without article, at tokens `first` to `stop`."""

    first: int
    stop: int
    definite: bool


def unnamed(parse: Parse, named: Iterable[Party], anonymous: Mapping[str, Party]) -> list[Party]:
    """The parties without a name that never speak; sources without one (`anonymous`, by name) take up their further places.

    The name of a place before a word for a body is no party any more ("Hexley council").
    """
    parties = (*named, *anonymous.values())
    taken = {token: party for party in parties for place in party.places for token in range(*place)}
    again = _Again(anonymous.values())
    found: dict[Party, list[_Phrase]] = {}
    others: dict[str, list[_Phrase]] = {}
    for phrase in _phrases(parse, taken):
        name = parse.text(phrase.first, phrase.stop).lower()
        party = anonymous.get(name) or (again.of(parse, phrase) if phrase.definite else None)
        if party:
            found.setdefault(party, []).append(phrase)
        else:
            others.setdefault(name, []).append(phrase)
    new = {
        _party(parse, phrases): phrases
        for phrases in others.values()
        if any(_acts(parse, phrase) for phrase in phrases)
    }
    for party, phrases in (found | new).items():
        for phrase in phrases:
            if phrase.first in taken:
                place = taken[phrase.first]
                place.places = [other for other in place.places if other[0] != phrase.first]
            party.places.append((phrase.first, phrase.stop))
    return list(new)


def united(parse: Parse, anonymous: Sequence[Party], named: Sequence[Party]) -> dict[Party, Party]:
    """Whom "the council" stands for: the only body whose name ends so that is told of before it, or below a headline with it.

    That one takes up all its places. No other party is changed.
    """
    bodies: dict[tuple[str, ...], list[Party]] = {}
    for party in (*named, *anonymous):
        for ending in _endings(party):
            bodies.setdefault(ending, []).append(party)
    found: dict[Party, Party] = {}
    for short in anonymous:
        others = bodies.get(_plain(next(iter(short.forms))), []) if len(short.forms) == 1 and short.places else []
        if len(others) == 1 and others[0].places:
            first = min(short.places)
            if min(others[0].places) < first or is_in_headline(parse, first[0]):
                others[0].places += short.places
                found[short] = others[0]
    return found


def _endings(party: Party) -> set[tuple[str, ...]]:
    """How else a body may be called: by the last words of its names ("town council" of "Wexcombe Town Council")."""
    words = [_plain(form) for form in party.forms]
    if party.kind in ("person", "country") or (party.plural and not any(form[-1] in _ALONE for form in words)):
        return set()
    return {form[first:] for form in words for first in range(1, len(form))}


def _plain(form: Sequence[str]) -> tuple[str, ...]:
    """The words of a name for comparing, its noun as it is known again."""
    *before, noun = (plain(word) for word in form)
    return (*before, sort_of(noun))


class _Again:
    """Anonymous sources by their nouns, in the order of the text."""

    def __init__(self, parties: Iterable[Party]) -> None:
        rows: dict[str, list[tuple[int, int]]] = {}
        self._parties = list(parties)
        for number, party in enumerate(self._parties):
            nouns = {sort_of(form[-1].lower()) for form in party.forms}
            for noun in nouns:
                rows.setdefault(noun, []).extend((first, number) for first, _ in party.places)
        self._rows = {noun: sorted(places) for noun, places in rows.items()}

    def of(self, parse: Parse, phrase: _Phrase) -> Party | None:
        """The one that was the last source of this noun, where the phrase is no more than the noun; else the first one."""
        rows = self._rows.get(sort_of(parse.words[phrase.stop - 1]))
        if not rows or phrase.stop - phrase.first > 1:
            return None
        at = bisect_right(rows, (phrase.first, len(self._parties)))
        return self._parties[rows[max(0, at - 1)][1]]


def _phrases(parse: Parse, taken: Mapping[int, Party]) -> Iterator[_Phrase]:
    words, tags = parse.words, parse.tags
    plural = tables.groups().plural
    if not tags:
        return
    for at in compress(count(), map(_heads().__contains__, words)):
        noun = tags[at] in _NOUNS or words[at] in _ALONE or (tags[at] in _NAMING and _opens(parse, at))
        if at in taken or not noun:
            continue
        people = words[at] in plural
        first = _first(parse, at, _MODIFIERS if people else _NAMING, taken)
        if not _ANY.isdisjoint(words[first:at]) or not _ends(parse, first, at):
            continue
        before = first - 1
        if before in taken and tags[before] in _MODIFIERS:
            place = _place_before(before, taken)
            if place >= 0 and not (people and words[at] not in _ALONE):
                yield _Phrase(place, at + 1, False)
            continue
        capitals = _capitals_before(parse, first)
        if capitals < at and parse.document.text[parse.starts[capitals]].isupper() and tags[capitals] == "NNP":
            if not people or words[at] in _ALONE:
                yield _Phrase(capitals, at + 1, False)
            continue
        definite = before >= 0 and words[before] in DEFINITE
        if definite or (people and (before < 0 or tags[before] not in _DETERMINERS)):
            yield _Phrase(first, at + 1, definite or words[at] in _ALONE)


def _opens(parse: Parse, token: int) -> bool:
    """Whether a token opens its sentence, where its capital tells nothing ("Police were criticised")."""
    return token == parse.sentences[parse.sentence_of[token]].first


def _first(parse: Parse, noun: int, modifiers: Collection[str], taken: Collection[int]) -> int:
    """Where the words begin that stand before a noun and belong to it, in small letters but for those that open a sentence."""
    first, text = noun, parse.document.text
    opens = parse.sentences[parse.sentence_of[noun]].first
    while first > max(0, noun - _LONGEST + 1) and parse.tags[first - 1] in modifiers and first - 1 not in taken:
        if text[parse.starts[first - 1]].isupper() and first - 1 != opens:
            break
        first -= 1
    return first


def _capitals_before(parse: Parse, first: int) -> int:
    """Where the words with a capital begin that stand right before a token; the token itself where there are none."""
    text, opens = parse.document.text, parse.sentences[parse.sentence_of[first]].first
    while first - 1 > opens and parse.tags[first - 1] in _NAMING and text[parse.starts[first - 1]].isupper():
        first -= 1
    return first


def _place_before(token: int, taken: Mapping[int, Party]) -> int:
    """Where a name begins that ends at a token and is known by nothing but its capital, as those of places are; -1 for others."""
    party = taken[token]
    if party.kind == "country" or party.sure or party.titles or party.gender:
        return -1
    return next((first for first, stop in party.places if stop == token + 1), -1)


def _ends(parse: Parse, first: int, noun: int) -> bool:
    """Whether a noun phrase that begins at token `first` ends with this noun, and nothing tells which of several is meant."""
    if noun + 1 == len(parse.words):
        return True
    word, tag = parse.words[noun + 1], parse.tags[noun + 1]
    relative = word == "that" and tag == "WDT"
    return not (relative or word == "-" or tag.startswith("NN") or goes_on(parse, first, noun))


def _acts(parse: Parse, phrase: _Phrase) -> bool:
    """Whether a phrase is what a verb tells of, or on whom somebody acts."""
    tags, words = parse.tags, parse.words
    before = phrase.first - 1
    before -= before >= 0 and words[before] in DEFINITE
    if tags[phrase.stop : phrase.stop + 1] and tags[phrase.stop].startswith(("VB", "MD")):
        return True
    if before < 0 or words[before] in _TELLING:
        return False
    trusted = words[before] == "in" and words[before - 1] in _TRUSTING
    asked = words[before] in _ASKED_OF and tags[before - 1].startswith("VB")
    return trusted or asked or tags[before].startswith("VB") or words[before] in _TOWARD


def _party(parse: Parse, phrases: Sequence[_Phrase]) -> Party:
    """A party that is told only by these phrases, without its places."""
    first, stop, _ = phrases[0]
    noun = parse.words[stop - 1]
    body = noun in tables.organisations().stands_for or noun in BODIES
    party = Party("organisation" if body else "group")
    party.plural = not body
    party.count(tuple(parse.text(first, stop).split()))
    return party


@cache
def _heads() -> frozenset[str]:
    groups, organisations = tables.groups(), tables.organisations()
    bodies = (
        organisations.stands_for | organisations.kinds | BODIES | groups.collective | {"force", "team", "institution"}
    )
    return (bodies | groups.plural) - REPORTS - _VAGUE - _PLAIN_THINGS
