"""Whom an age, a nationality or a family stands for: "the 24-year-old", "the Irishman", "the mother-of-two"."""

from __future__ import annotations

from collections.abc import Sequence

from stancecli import tables
from stancecli.actors.acting import one_of_a_people
from stancecli.actors.lookup import demonyms
from stancecli.actors.mentions import Mentions
from stancecli.actors.parties import Party
from stancecli.actors.said import is_quoted
from stancecli.actors.salience import prominence
from stancecli.actors.words import HE_OR_SHE, has_capital
from stancecli.model import Parse

_AGE = ("-", "year", "-", "old")
_OF = ("-", "of", "-")
_CHILDREN = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_NOUNS = frozenset(["NN", "JJ", "CD"])
"""How tags begin of what may go on with an age."""
_SENTENCES = 2
"""After so many sentences an epithet stands for nobody of whom it is not told."""
_QUOTED = 8
"""Among so many sentences those are looked for that are not all quoted words."""
_BESIDE = 30
"""Within so many words behind an epithet somebody else is looked for."""


def epithet(parse: Parse, token: int) -> int:
    """How many tokens the epithet has that stands at this one behind "the"; 0 where there is none, or a noun goes on with it
    ("the 24-year-old bridge").
    """
    if not 0 < token < len(parse.words):
        return 0
    word = parse.words[token]
    *link, children = parse.words[token + 1 : token + 2 + len(_OF)] or ("",)
    if tuple(link) == _OF and (children in _CHILDREN or children.isdigit()):
        return len(_OF) + 2 if parse.words[token - 1] == "the" and word in tables.groups().genders else 0
    if not word.isdigit() and word not in demonyms():
        return 0
    after = token + 1 + len(_AGE)
    if parse.words[token + 1 : after] == _AGE:
        goes_on = parse.tags[after : after + 1] and parse.tags[after][:2] in _NOUNS
        meant = word.isdigit() and parse.words[token - 1] == "the" and not goes_on
        return after - token if meant else 0
    named = has_capital(parse, token + 1)
    return int(parse.words[token - 1] == "the" and not named and one_of_a_people(parse, token))


def bearer(parse: Parse, token: int, mentions: Mentions) -> list[tuple[int, Party]]:
    """The person whose age the number at this token tells ("Ann Hill, 24, who won, said"), with the first token of the name."""
    aside = parse.words[token - 1] == "," and parse.words[token + 1 : token + 2] == (",",)
    named = mentions.ending(token - 1) if aside else None
    return [(named[0], named[2])] if named and named[2].kind == "person" else []


def meant(parse: Parse, token: int, mentions: Mentions) -> Party | None:
    """The person for whom the epithet at this token stands: the latest one of whom this age is told ("Ann Hill, 24,"),
    else who was named last in this sentence, else the subject of the sentence before.

    Nobody of whom another age is told, who only owns something there, or who is named in quoted words.
    """
    gender = tables.groups().genders.get(parse.words[token], "")
    people = [row for row in mentions.before(token) if row[2].kind == "person" and not _is_other(row[2], gender)]
    ages: dict[Party, str] = {}
    if parse.words[token].isdigit():
        for _, stop, party in people:
            if parse.words[stop : stop + 1] == (",",) and parse.words[stop + 1].isdigit():
                ages[party] = parse.words[stop + 1]
    told = [party for _, _, party in people if ages.get(party) == parse.words[token]]
    if told:
        return told[-1]
    quoted = is_quoted(parse, token)
    apart = ages.keys() | _named_beside(parse, token, mentions)
    free = [row for row in people if row[2] not in apart and parse.words[row[1]] != "'s"]
    return _foremost(parse, token, [row for row in free if quoted or not is_quoted(parse, row[0])])


def _named_beside(parse: Parse, token: int, mentions: Mentions) -> set[Party]:
    """Who is named in the sentence behind the epithet, and so is somebody else ("The 24-year-old beat Ann Hill").

    Not whose name follows a comma at once ("the 24-year-old, Ann Hill").
    """
    first = token + epithet(parse, token)
    stop = min(first + _BESIDE, parse.sentences[parse.sentence_of[token]].stop)
    rows = mentions.within(first, stop) if first < stop else []
    aside = first + 1 if parse.words[first : first + 1] == (",",) else -1
    return {party for at, _, party in rows if at != aside}


def _is_other(party: Party, gender: str) -> bool:
    return bool(gender and party.gender) and party.gender != gender


def _foremost(parse: Parse, token: int, people: Sequence[tuple[int, int, Party]]) -> Party | None:
    """Of these mentions the last in the sentence of `token`, else the most prominent one in the sentence before with any."""
    number = parse.sentence_of[token]
    here = [party for first, _, party in people if parse.sentence_of[first] == number]
    if here:
        return here[-1]
    earliest = _earliest(parse, number)
    near = [row for row in people if parse.sentence_of[row[0]] >= earliest and not _follows_pronoun(parse, row[0])]
    latest = [row for row in near if parse.sentence_of[row[0]] == parse.sentence_of[near[-1][0]]]
    return max(latest, key=lambda row: prominence(parse, *row[:2]))[2] if latest else None


def _earliest(parse: Parse, number: int) -> int:
    """The first sentence that is near enough to this one; those that are all quoted words do not count."""
    left = _SENTENCES
    for earlier in range(number - 1, max(-1, number - 1 - _QUOTED), -1):
        first, stop = parse.sentences[earlier]
        left -= not (first < stop and is_quoted(parse, first) and is_quoted(parse, stop - 1))
        if left < 0:
            return earlier + 1
    return max(0, number - _QUOTED)


def _follows_pronoun(parse: Parse, token: int) -> bool:
    """Whether "he" or "she" is the subject before a name in its sentence, as in "She beat Ann Hill"."""
    first = parse.sentences[parse.sentence_of[token]].first
    return any(parse.words[at] in HE_OR_SHE and not is_quoted(parse, at) for at in range(first, token))
