"""Whom an age stands for: "the 24-year-old"."""

from __future__ import annotations

from stancecli.actors.parties import Party
from stancecli.actors.people import is_quoted
from stancecli.actors.pronouns import prominence
from stancecli.actors.sources import Mentions
from stancecli.model import Parse

_AGE = ("-", "year", "-", "old")
LENGTH = 1 + len(_AGE)
"""The tokens of an age."""
_SUBJECTS = ("he", "she")
_LONGEST_NAME = 6
"""How many words before an age its bearer's name may begin."""
_SENTENCES = 2
"""After so many sentences an age stands for nobody whose age is not told."""


def is_age(parse: Parse, token: int) -> bool:
    """Does "24-year-old" stand at this token?"""
    return parse.words[token + 1 : token + LENGTH] == _AGE


def bearer(parse: Parse, token: int, mentions: Mentions) -> list[tuple[int, Party]]:
    """The person whose age the number at this token tells ("Ann Hill, 24, who won, said"), with the first token of the name."""
    rows = mentions.within(token - _LONGEST_NAME, token) if parse.words[token - 1] == "," else []
    return [(first, party) for first, stop, party in rows if stop == token - 1 and party.kind == "person"]


def aged(parse: Parse, token: int, mentions: Mentions) -> Party | None:
    """The latest person of whom this age is told ("Ann Hill, 24,"), else who was named last in this sentence, else the subject of the
    sentence before; nobody of whom another age is told, who owns something there, or who is named in quoted words.
    """
    people = [row for row in mentions.before(token) if row[2].kind == "person"]
    ages: dict[Party, str] = {}
    for _, stop, party in people:
        if parse.words[stop : stop + 1] == (",",) and parse.words[stop + 1].isdigit():
            ages[party] = parse.words[stop + 1]
    told = [party for _, _, party in people if ages.get(party) == parse.words[token]]
    if told:
        return told[-1]
    quoted = is_quoted(parse, token)
    fitting = [
        (first, stop, party)
        for first, stop, party in people
        if party not in ages and parse.words[stop] != "'s" and (quoted or not is_quoted(parse, first))
    ]
    number = parse.sentence_of[token]
    here = [party for first, _, party in fitting if parse.sentence_of[first] == number]
    if here:
        return here[-1]
    near = [
        row
        for row in fitting
        if 0 < number - parse.sentence_of[row[0]] <= _SENTENCES and not _follows_pronoun(parse, row[0])
    ]
    latest = [row for row in near if parse.sentence_of[row[0]] == parse.sentence_of[near[-1][0]]]
    return max(latest, key=lambda row: prominence(parse, *row[:2]))[2] if latest else None


def _follows_pronoun(parse: Parse, token: int) -> bool:
    """Whether "he" or "she" is the subject before a name in its sentence, as in "She beat Ann Hill"."""
    first = parse.sentences[parse.sentence_of[token]].first
    return any(parse.words[at] in _SUBJECTS and not is_quoted(parse, at) for at in range(first, token))
