"""Bodies without their names: whom "it" stands for, and "his institute"."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from itertools import compress

from stancecli import tables
from stancecli.actors.mentions import Mentions
from stancecli.actors.parties import Party, has_members, plain
from stancecli.actors.sources import Phrase, phrase_of
from stancecli.actors.words import HIS_OR_HER
from stancecli.model import Parse, Range
from stancecli.predicates import OWNERS

_LINKS = frozenset(("of", "at", "from", "for", "the", ",", "who", "leads", "runs", "heads"))
"""Words between a person and the body to which he belongs ("Ann Hill of the Senn Institute")."""
_OPENING = 6
"""Within so many words a phrase opens its sentence."""
_NOUNS = (("NN",), ("NNP",), ("NNS",))
_CHARGING = frozenset(
    "accuse accuses accused accusing sue sues sued suing blame blames blamed blaming urge urges urged fine fines fined thank thanked".split()
)
"""What is done to "it" so is done to a body, and to no thing."""
_LINKED = 4
"""At most so many words stand between a name and the body's, before ("Hill of the ...") or behind ("the institute's
head, ...").
"""


def may_be_it(party: Party) -> bool:
    """Whether "it" may stand for a source: a body, a report, or a name that no more than its capitals tell; no "Social
    Democrats".
    """
    body = party.kind in ("organisation", "country") and not has_members(party)
    return body or party.guessed or (party.kind == "group" and not party.plural)


def opening_body(parse: Parse, token: int, mentions: Mentions, owned: Mapping[int, Party]) -> tuple[int, Party] | None:
    """The body with which this sentence or the one before it begins, and where; `owned` are those that no name tells,
    by their tokens.
    """
    for sentence in _latest_two(parse, token):
        stop = min(sentence.first + 2, token)
        named = mentions.within(sentence.first, stop)
        told = [(at, at + 1, owned[at]) for at in range(sentence.first, stop) if at in owned]
        for first, end, party in (*named, *told):
            if party.kind == "organisation" and may_be_it(party) and parse.words[end : end + 1] != ("'s",):
                return first, party
    return None


def opening_phrase(parse: Parse, token: int, nouns: Container[str]) -> Phrase | None:
    """The people or the body with whom the sentence of a token or the one before it opens ("Local officials were ...").

    `nouns` are those that may be their heads.
    """
    for sentence in _latest_two(parse, token):
        stop = min(sentence.first + _OPENING, token, sentence.stop)
        noun = next((i for i in range(sentence.first, stop) if parse.words[i] in nouns), None)
        if noun is None or parse.words[sentence.first] in OWNERS or parse.words[noun + 1 : noun + 2] == ("'s",):
            continue
        if parse.tags[noun + 1 : noun + 2] in _NOUNS:
            continue  # "Museum director Ann Hill"
        phrase = phrase_of(parse, parse.span(sentence.first, noun + 1))
        if phrase and phrase.head_stop == noun + 1:
            return phrase
    return None


def _latest_two(parse: Parse, token: int) -> Sequence[Range]:
    """The sentence of a token, and the one before it."""
    number = parse.sentence_of[token]
    return parse.sentences[max(0, number - 1) : number + 1][::-1]


def charged_bodies(
    parse: Parse, mentions: Mentions, owned: Mapping[int, Party], taken: Container[int]
) -> Iterator[tuple[int, Party]]:
    """Each "it" that is accused or sued, by its token, with the body with which its sentence or the one before begins."""
    words = parse.words
    for token in compress(range(1, len(words)), map("it".__eq__, words[1:])):
        charged = words[token - 1] in _CHARGING and token not in taken
        if charged and (found := opening_body(parse, token, mentions, owned)):
            yield token, found[1]


def owned_bodies(
    parse: Parse, pronouns: Mapping[int, Party], mentions: Mentions, taken: Collection[int]
) -> dict[int, Party]:
    """The bodies that are told by whose they are ("his institute" after "Ann Hill of the Senn Institute"), by the noun's token.

    `taken` are the tokens of all mentions.
    """
    return {at: party for at, party in _owned(parse, pronouns, mentions) if at not in taken}


def _owned(parse: Parse, pronouns: Mapping[int, Party], mentions: Mentions) -> Iterator[tuple[int, Party]]:
    nouns = tables.organisations().stands_for
    for token, person in pronouns.items():
        noun = parse.words[token + 1 : token + 2]
        if parse.words[token] in HIS_OR_HER and noun and noun[0] in nouns:
            for first, stop, party in reversed(mentions.before(token)):
                called = any(noun[0] == plain(word) for form in party.forms for word in form)
                if party.kind == "organisation" and called and _is_linked(parse, person, first, stop):
                    yield token + 1, party
                    break


def _is_linked(parse: Parse, person: Party, first: int, stop: int) -> bool:
    """Whether the person is named right before the body at these tokens as one of it, or right behind it as one it has."""
    words = parse.words
    for begin, end in person.places:
        if 0 < first - end <= _LINKED and _LINKS.issuperset(words[end:first]):
            return True
        if 0 < begin - stop <= _LINKED and words[stop] == "'s":
            return True
    return False
