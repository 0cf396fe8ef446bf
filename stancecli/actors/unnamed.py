"""Bodies and groups without a name where they are no sources: "accused the council", "thanked campaigners".

A party of small letters is known by its noun. Where one speaks in the text, the same words elsewhere are the same one, and so
is a bare "the council" behind "Hexley council"; others are parties if somebody acts on them, or they act.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress, count
from typing import NamedTuple

from stancecli import tables
from stancecli.actors.common_nouns import ANY, OFFICES, VAGUE, VAGUE_ALONE, VAGUE_UNLESS_TOLD
from stancecli.actors.descriptions import goes_on
from stancecli.actors.nouns import is_named_behind, is_of_place, leads_on
from stancecli.actors.parties import Party, plain
from stancecli.actors.principals import sort_of
from stancecli.actors.sources import BODIES, DEFINITE, REPORTS, is_in_headline
from stancecli.actors.words import DAYS, HIS_OR_HER, body_nouns, has_capital, is_compounded, several_people
from stancecli.model import Parse

_NAMING = frozenset(("NN", "NNS", "NNP", "NNPS"))
_MODIFIERS = _NAMING | {"JJ"}
"""Tags of nouns, and of what may stand before one in its phrase."""
_LONGEST = 4
"""Of a phrase's words, its noun and at most so many less one before it."""
_BODIES = BODIES | {"force", "team", "institution"}
_PLAIN_THINGS = frozenset("business label chain brand forum channel station".split())
"""Of the words for bodies those that mostly stand for other things."""
_DETERMINERS = frozenset(("DT", "PDT", "PRP$", "CD", "POS", "RB", "RBR", "RBS", "JJR", "JJS"))
"""Before a plural these tell that some are meant, or what somebody is said to be ("the most gifted writers")."""
_OF_MANY = frozenset([("government",), ("party",)])
"""Bodies of which a text tells of several, by no more than the noun."""
_OF_PLACES = frozenset(
    "council police committee hospital school university college court airport board library museum theatre clinic infirmary "
    "constabulary assembly legislature authority".split()
)
"""Bodies that are called by the name of a place before them ("Hexley council"); a government is called by who leads it."""
_QUOTES = frozenset("“ ‘ \" '".split())
_OWN = HIS_OR_HER | {"their"}
"""Before people these tell whose they are, and so which are meant ("his players")."""
_LEADING_ON = ("that", "IN")
"""No article: "said that government is slow"."""
_EXCERPT = 3
"""In a text of fewer sentences nobody is known by his office alone."""
_INITIALS = frozenset("mps meps msps tds".split())
"""Words for people that are written with capitals."""
_ALONE = frozenset(("police",))
"""Bodies that need no article."""
_TOWARD = frozenset("by against with for between and or toward towards".split())
"""Before a phrase these tell that somebody acts, or is acted on, as verbs do."""
_JOINING = frozenset(("and", "or"))
_BEHIND_NOUNS = frozenset("of for in at from".split())
_WHERE = frozenset(("in", "at", "from"))
"""Behind a noun for people these tell where they are, and not which others they are."""
_TRUSTING = frozenset("faith confidence trust belief believe believes believed pride".split())
"""Before "in" these tell that somebody is trusted ("lost faith in the board")."""
_ASKED_OF = frozenset("on of about at".split())
"""Behind a verb these tell on whom somebody acts ("called on the council", "complained about the police")."""
_TELLING = frozenset("tell tells told telling".split())
"""Behind these stands who only hears something ("told reporters")."""


class _Phrase(NamedTuple):
    """A noun phrase in small letters: its words without article, at tokens `first` to `stop`.

    `begin` is where all words begin that belong to it, an article and adjectives too.
    """

    first: int
    stop: int
    begin: int
    definite: bool


def unnamed(
    parse: Parse, named: Iterable[Party], anonymous: Mapping[str, Party]
) -> tuple[list[Party], dict[Party, Party]]:
    """The parties without a name that never speak; sources without one (`anonymous`, by name) take up their further places.

    The name of a place before a word for a body is no party there ("Hexley council"), and where it stands nowhere else, all
    that was taken for it is that body: the second value tells which.
    """
    parties = (*named, *anonymous.values())
    taken = {token: party for party in parties for place in party.places for token in range(*place)}
    again = _Again(anonymous.values())
    found: dict[Party, list[_Phrase]] = {}
    others: dict[str, list[_Phrase]] = {}
    for phrase in _phrases(parse, taken, anonymous):
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
    return list(new), _place(parse, found | new, taken)


def _place(parse: Parse, found: Mapping[Party, Sequence[_Phrase]], taken: Mapping[int, Party]) -> dict[Party, Party]:
    """Let parties have the places of their phrases, and towns none within; which of these stand nowhere else, with the body."""
    body_of: dict[Party, Party] = {}
    given: set[int] = set()
    for party, phrases in found.items():
        for phrase in phrases:
            if phrase.first in taken:
                body_of[taken[phrase.first]] = party
                given.add(phrase.first)
            party.places.append((phrase.first, phrase.stop))
    for place in body_of:
        place.places = [other for other in place.places if other[0] not in given]
    gone = {place: body for place, body in body_of.items() if not _is_named(parse, place)}
    for place, body in gone.items():
        body.places += place.places
        place.places = []
    return gone


def _is_named(parse: Parse, party: Party) -> bool:
    """Whether a party is mentioned by name, and not by a description or a pronoun alone."""
    names = {_plain(form) for form in party.forms}
    return any(_plain(parse.text(*place).split()) in names for place in party.places)


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
        others = _called(_plain(next(iter(short.forms))), bodies) if len(short.forms) == 1 and short.places else []
        if len(others) == 1 and others[0].places:
            first = min(short.places)
            if min(others[0].places) < first or is_in_headline(parse, first[0]):
                others[0].places += short.places
                found[short] = others[0]
    return found


def _called(name: tuple[str, ...], bodies: Mapping[tuple[str, ...], list[Party]]) -> list[Party]:
    """The bodies that may be called so, by the endings of their names: "the authority" is a council where none is one."""
    if name in bodies or len(name) > 1:
        return [] if name in _OF_MANY else bodies.get(name, [])
    also = tables.organisations().called_also.get(name[0], frozenset())
    return list(dict.fromkeys(party for head in sorted(also) for party in bodies.get((head,), ())))


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


def _noun_of(form: Sequence[str]) -> str:
    """The noun of a party's words: "owner" of "owner of the club"."""
    return next((form[at - 1] for at in range(1, len(form)) if form[at] in _BEHIND_NOUNS), form[-1])


class _Again:
    """Anonymous sources by their nouns, in the order of the text."""

    def __init__(self, parties: Iterable[Party]) -> None:
        rows: dict[str, list[tuple[int, int]]] = {}
        self._parties = list(parties)
        for number, party in enumerate(self._parties):
            nouns = {sort_of(_noun_of(form).lower()) for form in party.forms}
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


def _phrases(parse: Parse, taken: Mapping[int, Party], known: Container[str]) -> Iterator[_Phrase]:
    """The noun phrases that may be parties; `known` are the names of sources, of which adjectives may be a part."""
    words, tags = parse.words, parse.tags
    if not tags:
        return
    heads = _heads() | (OFFICES if len(parse.sentences) >= _EXCERPT else frozenset())
    for at in compress(count(), map(heads.__contains__, words)):
        if at in taken or not _is_noun(parse, at) or is_named_behind(parse, at, taken):
            continue
        people = words[at] in several_people()
        whole = _first(parse, at, taken)
        before = whole - 1
        owned = people and before >= 0 and words[before] in _OWN
        definite = owned or (before >= 0 and words[before] in DEFINITE and (words[before], tags[before]) != _LEADING_ON)
        if (words[at] in VAGUE_UNLESS_TOLD and not definite) or (words[at] in OFFICES and words[before] != "the"):
            continue
        if not ANY.isdisjoint(words[whole:at]) or not _ends(parse, whole + (not definite), at):
            continue
        if before in taken and tags[before] in _MODIFIERS:
            place = _place_before(before, taken) if words[at] in _OF_PLACES else -1
            if place >= 0:
                yield _Phrase(place, at + 1, place, False)
            continue
        capitals = _capitals_before(parse, whole)
        if capitals < at and has_capital(parse, capitals) and tags[capitals] == "NNP":
            if words[at] in _OF_PLACES:
                yield _Phrase(capitals, at + 1, capitals, False)
            continue
        vague = whole == at and words[at] in VAGUE_ALONE
        if definite or (people and not vague and not _is_counted(parse, before)):
            first = whole if parse.text(whole, at + 1).lower() in known else _without_adjectives(parse, whole, at)
            yield _Phrase(first, at + 1, whole - definite, definite or words[at] in _ALONE)


def _is_counted(parse: Parse, token: int) -> bool:
    """Whether an article, a number or a superlative ends before this token or the participles that end at it."""
    tags = parse.tags
    while token >= 0 and tags[token] in ("VBN", "VBG"):
        token -= 1
    return token >= 0 and tags[token] in _DETERMINERS


def _is_noun(parse: Parse, token: int) -> bool:
    """Whether a word is used as a noun that is no name; its capital tells nothing where it opens a sentence."""
    if parse.words[token] in _ALONE or parse.words[token] in _INITIALS:
        return True
    capital = has_capital(parse, token)
    return parse.tags[token] in _NAMING and (not capital or _opens(parse, token))


def _opens(parse: Parse, token: int) -> bool:
    """Whether a capital tells nothing here: a sentence or a quotation begins."""
    return token == parse.sentences[parse.sentence_of[token]].first or parse.words[token - 1] in _QUOTES


def _first(parse: Parse, noun: int, taken: Collection[int]) -> int:
    """Where the words begin that stand before a noun and belong to it, in small letters but for those that open a sentence."""
    first = noun
    floor = max(parse.sentences[parse.sentence_of[noun]].first, noun - _LONGEST + 1)
    while first > floor and parse.tags[first - 1] in _MODIFIERS and first - 1 not in taken:
        if (has_capital(parse, first - 1) and not _opens(parse, first - 1)) or leads_on(parse, first - 1):
            break
        first -= 3 if is_compounded(parse, first - 1) else 1
    return first


def _without_adjectives(parse: Parse, first: int, noun: int) -> int:
    """Where a phrase begins without what is only said of its noun ("the corrupt council", but "the parish council")."""
    at, qualifiers = noun, tables.titles().qualifiers
    while at > first and (parse.tags[at - 1] in _NAMING or parse.words[at - 1] in qualifiers):
        if is_compounded(parse, at - 1):
            break
        at -= 1
    return at


def _capitals_before(parse: Parse, first: int) -> int:
    """Where the words with a capital begin that stand right before a token; the token itself where there are none."""
    opens = parse.sentences[parse.sentence_of[first]].first
    while first - 1 > opens and parse.tags[first - 1] in _NAMING and has_capital(parse, first - 1):
        if parse.words[first - 1] in DAYS:
            break
        first -= 1
    return first


def _place_before(token: int, taken: Mapping[int, Party]) -> int:
    """Where a name begins that ends at a token and of which a text tells no more than its capital, as of places; else -1."""
    party = taken[token]
    is_known = party.key or party.taught or party.titles or party.gender or party.full
    if party.kind == "country" or is_known or any(len(form) > 1 for form in party.forms):
        return -1
    while taken.get(token - 1) is party:
        token -= 1
    return token


def _ends(parse: Parse, first: int, noun: int) -> bool:
    """Whether a noun phrase that begins at token `first` ends with this noun, and no name behind "of" or the like tells which
    of several is meant; people may be told by where they are.
    """
    if noun + 1 == len(parse.words):
        return True
    word, tag = parse.words[noun + 1], parse.tags[noun + 1]
    if word == "-" or tag.startswith("NN"):
        return False
    if word in _JOINING or (word == "for" and parse.words[max(0, first - 2)] == "by"):
        return True
    if parse.words[noun] in several_people() and (word in _WHERE or (word == "of" and is_of_place(parse, noun))):
        return True
    return not goes_on(parse, first, noun)


def _acts(parse: Parse, phrase: _Phrase) -> bool:
    """Whether a phrase is what a verb tells of, or on whom somebody acts."""
    tags, words = parse.tags, parse.words
    before = phrase.begin - 1
    before -= before >= 0 and (words[before] in DEFINITE or words[before] in _OWN)
    if tags[phrase.stop : phrase.stop + 1] and tags[phrase.stop].startswith(("VB", "MD")):
        return True
    if words[phrase.stop : phrase.stop + 1] == ("who",):
        return True
    if before < 0 or words[before] in _TELLING:
        return False
    if tags[before].startswith("VB") or words[before] in _TOWARD:
        return True
    if before == 0:
        return False
    trusted = words[before] == "in" and words[before - 1] in _TRUSTING
    return trusted or (words[before] in _ASKED_OF and tags[before - 1].startswith("VB"))


def _party(parse: Parse, phrases: Sequence[_Phrase]) -> Party:
    """A party that is told only by these phrases, without its places."""
    first, stop = phrases[0][:2]
    noun = parse.words[stop - 1]
    body = noun in tables.organisations().stands_for or noun in _BODIES
    party = Party("organisation" if body else "person" if noun in OFFICES else "group")
    party.plural = party.kind == "group"
    party.count(tuple(parse.text(first, stop).split()))
    return party


@cache
def _heads() -> frozenset[str]:
    return (body_nouns() | _BODIES | several_people()) - REPORTS - (VAGUE - VAGUE_UNLESS_TOLD) - _PLAIN_THINGS
