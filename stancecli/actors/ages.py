"""Whom an age stands for: "the 24-year-old"."""

from __future__ import annotations

from stancecli.actors.parties import Party
from stancecli.actors.sources import Mentions
from stancecli.model import Parse

_AGE = ("-", "year", "-", "old")
LENGTH = 1 + len(_AGE)
"""The tokens of an age."""
_SENTENCES = 2
"""After so many sentences an age stands for nobody whose age is not told."""


def is_age(parse: Parse, token: int) -> bool:
    """Does "24-year-old" stand at this token?"""
    return parse.words[token + 1 : token + LENGTH] == _AGE


def aged(parse: Parse, token: int, mentions: Mentions) -> Party | None:
    """The latest person of whom this age is told ("Ann Hill, 24,"), else who was named last in this sentence, else the first named in
    the sentence before; nobody of whom another age is told.
    """
    people = [row for row in mentions.before(token) if row[2].kind == "person"]
    ages: dict[Party, str] = {}
    for _, stop, party in people:
        if parse.words[stop : stop + 1] == (",",) and parse.words[stop + 1].isdigit():
            ages[party] = parse.words[stop + 1]
    told = [party for _, _, party in people if ages.get(party) == parse.words[token]]
    if told:
        return told[-1]
    fitting = [(first, party) for first, _, party in people if party not in ages]
    number = parse.sentence_of[token]
    here = [party for first, party in fitting if parse.sentence_of[first] == number]
    if here:
        return here[-1]
    near = [first for first, _ in fitting if number - parse.sentence_of[first] <= _SENTENCES]
    latest = parse.sentence_of[near[-1]] if near else -1
    return next((party for first, party in fitting if parse.sentence_of[first] == latest), None)
