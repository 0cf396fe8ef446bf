"""Whom a source phrase stands for: its head decides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from stancecli import tables
from stancecli.actors.appositions import is_apposed
from stancecli.actors.lookup import is_people, known_at
from stancecli.actors.mentions import Mentions
from stancecli.actors.parties import Party
from stancecli.actors.words import ARTICLES, HIS_OR_HER, HONOURS, has_capital
from stancecli.model import ActorKind, Parse, Span
from stancecli.voices import tokens_of

_DETERMINERS = frozenset(
    "a an the this that these those both some any all each every another our his her their its my your".split()
)
_SINGULAR = frozenset("a an this that each every another".split())
DEFINITE = frozenset("the this that these those".split())
_BREAKS = frozenset("who whom whose which that where when , ( — – -- ; : including such like".split())
_COMPLEMENTS = frozenset(
    "of in on at to for with from by about against between among under over inside outside within across near like "
    "close familiar involved briefed speaking including".split()
)
_BEHIND = HONOURS | {"himself", "herself", "itself", "themselves", "'s"}
"""What may stand behind a phrase's head and is no part of it ("Ann Hill KC", "the mayor himself")."""
_QUANTITIES = frozenset(
    "all some both any many most several few each none hundreds thousands dozens scores tens crowds groups".split()
)
REPORTS = frozenset(
    "poll polls survey surveys report reports article articles study studies story statement memo letter book ad ads "
    "analysis review investigation documents document video paper estimate audit inquiry assessment".split()
)
BODIES = frozenset("government administration regime military ministry presidency company campaign".split())
_WHERE = frozenset("in on at from within inside across who whose".split())
_LONGEST = 8
_DESCRIBING = 8
"""Within so many words behind a comma the name of an apposition begins."""
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozens hundreds thousands".split())


class Phrase(NamedTuple):
    """A source phrase in tokens: the whole of it, and its head noun phrase without article and complements; `noun` ends that."""

    first: int
    stop: int
    head: int
    head_stop: int
    noun: str


def breaks(parse: Parse, token: int) -> bool:
    """Whether a relative clause, an apposition or an aside begins here."""
    word = parse.words[token]
    aside = word == "-" and parse.ends[token - 1] < parse.starts[token]
    return word in _BREAKS or aside


def _complements(words: tuple[str, ...], token: int) -> bool:
    """Whether a preposition goes on after a noun, but for those within a word ("mother-of-two")."""
    return words[token] in _COMPLEMENTS and words[token - 1] != "-"


def _is_participle(parse: Parse, token: int) -> bool:
    """Whether a participle goes on after a noun ("officers running the country", but no name: "director Ted")."""
    words = parse.words
    if not words[token].endswith(("ed", "ing")) or has_capital(parse, token):
        return False
    groups = tables.groups()
    return words[token - 1] in groups.plural or words[token - 1] in groups.singular or words[token - 1] in REPORTS


def _is_behind(parse: Parse, head: int, token: int) -> bool:
    """Whether a phrase with this first token has its head before `token`; "MP" is itself the head of those of a party or a
    country ("a Labour MP").
    """
    words, before = parse.words, token - 1
    if words[token] not in HONOURS:
        return words[token] in _BEHIND
    if not has_capital(parse, before):
        return False
    if before > head and has_capital(parse, before - 1):
        return True
    sorts = words[before] in tables.titles().qualifiers or words[before] in tables.ordinary()
    return not (sorts or parse.text(before, token).isupper() or known_at(parse, before))


def phrase_of(parse: Parse, span: Span) -> Phrase | None:
    """The tokens of a source phrase; None where it has no words."""
    first, stop = tokens_of(parse, span)
    words = parse.words
    while first < stop and not words[first][0].isalnum():
        first += 1
    while first < stop and not words[stop - 1][0].isalnum():
        stop -= 1
    if first >= stop or words[stop - 1] in ARTICLES:
        return None
    head = first
    while head < stop - 1 and _is_before_head(words, head):
        head += 1 + (words[head + 1] == "of" and head + 2 < stop)
    end = head + 1
    while end < stop and not (_complements(words, end) or breaks(parse, end) or _is_participle(parse, end)):
        end += 1
    while end - 1 > head and _is_behind(parse, head, end - 1):
        end -= 1
    return Phrase(first, stop, head, end, words[end - 1])


def _is_before_head(words: tuple[str, ...], token: int) -> bool:
    """Whether a word stands before the noun of its phrase; "some in the party" has no other noun than "some"."""
    behind = words[token + 1]
    return (words[token] in _DETERMINERS and behind not in _WHERE) or (words[token] in _QUANTITIES and behind == "of")


def with_apposition(parse: Parse, phrase: Phrase, mentions: Mentions) -> Phrase:
    """A phrase with the full name behind it that tells who is described ("criticised by the mayor, Ann Hill, and others").

    The same one where no such name follows, or the phrase tells more than a noun.
    """
    words, comma = parse.words, phrase.stop
    if words[comma : comma + 1] != (",",) or phrase.head_stop != comma or phrase.first == phrase.head:
        return phrase
    for first, stop, party in mentions.within(comma + 1, comma + 1 + _DESCRIBING):
        whole = stop - first > 1 and words[stop : stop + 1] in ((",",), (".",), ())
        fits = party.kind != "person" or words[comma - 1] in tables.people()
        if whole and fits and is_apposed(parse, comma, stop, (first, stop, party)):
            return phrase._replace(stop=stop)
    return phrase


def named_heads(parse: Parse, phrase: Phrase, mentions: Mentions) -> list[tuple[int, Party]]:
    """The named parties at the head of a source phrase, each with the token at which its mention begins.

    "Bolton's spokesman" and "the president of Venezuela" have none: their heads are the common nouns. More
    than one where names are listed ("Ann Hill, Sam Poe and Joe Fox"); none where a list has others too.
    """
    rows = mentions.touching(phrase.head, phrase.stop)
    if holder := _of_office(parse, phrase, rows) or _behind_office(parse, phrase, rows):
        return [holder]
    for at, (first, stop, party) in enumerate(rows):
        if _is_head(parse, phrase, first, stop, party):
            others = _listed(parse, phrase, rows[at:])
            with_others = not others and stop < phrase.stop and parse.words[stop] == "and"
            return [] if with_others else [(first, party), *others]
    return []


def _of_office(parse: Parse, phrase: Phrase, rows: Sequence[tuple[int, int, Party]]) -> tuple[int, Party] | None:
    """Who has the office of a body named before it, with where his name begins ("Bank of Norrhaven governor Eva Sund")."""
    if len(rows) < 2 or rows[0][0] - phrase.head > 1:  # "St Bride's chief executive"
        return None
    words, stop, (first, end, party) = parse.words, rows[0][1], rows[1]
    role = stop < first and party.kind == "person" and words[first - 1] in tables.people()
    whole = end == phrase.stop or breaks(parse, end)
    apart = any(_complements(words, at) or breaks(parse, at) or words[at] == "and" for at in range(stop, first))
    return (first, party) if role and whole and not apart else None


def _behind_office(parse: Parse, phrase: Phrase, rows: Sequence[tuple[int, int, Party]]) -> tuple[int, Party] | None:
    """Whose full name stands right behind all that tells of his office ("head of security Ann Hill", not "a friend of the singer
    Ann Hill").
    """
    words, (first, stop, party) = parse.words, rows[-1] if rows else (0, 0, None)
    if party is None or party.kind != "person" or stop != phrase.stop or stop - first < 2 or first <= phrase.head_stop:
        return None
    named = parse.tags[first - 1 : first] == ("NN",) and words[first - 1] not in tables.people()
    told = named and phrase.noun in tables.people() and words[phrase.head_stop : phrase.head_stop + 1] == ("of",)
    return (first, party) if told else None


def _is_head(parse: Parse, phrase: Phrase, first: int, stop: int, party: Party) -> bool:
    words, after = parse.words, phrase.head_stop
    if first < after:
        ends = stop >= after or words[stop] == "and"
        alone = party.kind != "country" or first == phrase.head
        return (
            ends
            and alone
            and ({"and", "or"}.isdisjoint(words[phrase.head : first]) or words[first - 1] in tables.people())
        )
    return is_apposed(parse, after, phrase.stop, (first, stop, party))


def _listed(parse: Parse, phrase: Phrase, rows: Sequence[tuple[int, int, Party]]) -> list[tuple[int, Party]]:
    """The further parties of a list that begins with the first of `rows`."""
    words, found = parse.words, []
    stop = rows[0][1]
    for first, end, party in rows[1:]:
        between = [word for word in words[stop:first] if word not in {"former", "the", *HIS_OR_HER}]
        if between not in (["and"], [","], [",", "and"]) or words[end : end + 1] == ("'s",):
            break
        found.append((first, party))
        stop = end
        if "and" in between:
            ends = end >= phrase.stop or words[end] in _COMPLEMENTS or breaks(parse, end)
            return found if ends else []
    return []


def is_definite(parse: Parse, phrase: Phrase) -> bool:
    """Whether a phrase is a bare definite description: article and noun, and no complement that tells which."""
    bare = _ends(parse, phrase) and "'s" not in parse.words[phrase.head : phrase.stop]
    return bare and phrase.first < phrase.head and parse.words[phrase.head - 1] in DEFINITE


def _ends(parse: Parse, phrase: Phrase) -> bool:
    """Whether nothing follows the head of a phrase but what a comma sets off."""
    return phrase.head_stop == phrase.stop or parse.words[phrase.head_stop] == ","


def group_name(parse: Parse, phrase: Phrase) -> tuple[str, ...]:
    """The words of an anonymous source as written, at most 8: no article, number, relative clause or apposition."""
    words, stop = parse.words, phrase.head_stop
    first = phrase.head + (words[phrase.head] in _NUMBERS and stop - phrase.head > 1 and words[phrase.head + 1] != "-")
    while stop < phrase.stop and not (breaks(parse, stop) or _is_participle(parse, stop) or _is_deed(parse, stop)):
        stop += 1
    if len(parse.text(first, stop).split()) > _LONGEST:
        written = parse.text(first, stop).split()[:_LONGEST]
        stop = bisect_left(parse.starts, parse.starts[first] + len(" ".join(written)))
    while stop - 1 > first and (
        words[stop - 1] in _COMPLEMENTS or words[stop - 1] in _DETERMINERS or words[stop - 1] in {"and", "or", "'s"}
    ):
        stop -= 1
    return tuple(parse.text(first, stop).split())


def _is_deed(parse: Parse, token: int) -> bool:
    """Whether "of" and a deed begin here that somebody is accused of ("was accused by the board of hiding it")."""
    return parse.words[token] == "of" and parse.tags[token + 1 : token + 2] == ("VBG",)


def group_place(parse: Parse, phrase: Phrase) -> tuple[int, int]:
    """Where an anonymous source itself stands: its head noun phrase, after a possessive and before complements."""
    owner = max((i for i in range(phrase.head, phrase.head_stop) if parse.words[i] == "'s"), default=phrase.head - 1)
    return owner + 1, phrase.head_stop


def is_in_headline(parse: Parse, token: int) -> bool:
    """Whether a token stands in the headline of its article."""
    paragraphs = parse.document.paragraphs
    return bool(paragraphs) and paragraphs[0].role == "headline" and token < parse.paragraphs[0].stop


def is_headline_words(parse: Parse, phrase: Phrase) -> bool:
    """Whether a source in a headline is no word for people or bodies: where all have capitals, none tells a party."""
    if not is_in_headline(parse, phrase.first):
        return False
    people, noun = tables.people(), phrase.noun
    return not (noun in people or noun in tables.groups().plural or noun in tables.organisations().heads)


def is_plural(parse: Parse, phrase: Phrase) -> bool:
    """Whether an anonymous source is more than one."""
    head = parse.words[phrase.head : phrase.head_stop]
    one = phrase.first < phrase.head and parse.words[phrase.head - 1] in _SINGULAR
    many = head[-1].endswith("s") and not head[-1].endswith(("ss", "us", "is", "'s")) and not one
    return many or head[-1] in tables.groups().plural or "and" in head


def is_demonym(parse: Parse, phrase: Phrase, party: Party) -> bool:
    """Whether people of a country are the source and not the country ("Americans", but "the Americans")."""
    word = parse.words[phrase.head]
    return party.kind == "country" and phrase.first == phrase.head and is_people(word)


def kind_of_source(parse: Parse, phrase: Phrase) -> ActorKind:
    """What kind of party an anonymous source is, by its noun."""
    noun = phrase.noun
    if noun in tables.people() or _is_bare_name(parse, phrase):
        return "person"
    return "organisation" if noun in tables.organisations().stands_for or noun in BODIES else "group"


def _is_bare_name(parse: Parse, phrase: Phrase) -> bool:
    """Whether one capitalised word is all that names a source, and no word for people ("Earnest", "Jo, 34")."""
    word = parse.words[phrase.head]
    alone = phrase.first == phrase.head and phrase.head_stop == phrase.head + 1 and _ends(parse, phrase)
    if word in tables.groups().plural or word in tables.organisations().heads or word in tables.ordinary():
        return False
    return alone and has_capital(parse, phrase.head) and not word.endswith("s") and not word.isdigit()
