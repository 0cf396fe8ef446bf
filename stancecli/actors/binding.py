"""Who a pronoun is not, by grammar: nobody whom its own clause, or what it says there, calls by name."""

from __future__ import annotations

from stancecli import tables
from stancecli.actors.acting import ACTS
from stancecli.actors.words import HE_OR_SHE
from stancecli.attribute.grammar import (
    COORDINATOR,
    DETERMINER,
    FINITE_TAGS,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    kind_of,
)
from stancecli.model import Parse

RIVALS = frozenset("rival opponent challenger critic accuser enemy foe predecessor".split())
"""Nouns for whoever speaks rather of the other than of himself ("Her rival, Sam Poe, said she had lost")."""
JUDGED_FOR = frozenset(
    "thank thanks thanked thanking praise praises praised praising blame blames blamed blaming criticise criticises criticised "
    "criticising criticize criticizes criticized criticizing forgive forgives forgave condemn condemns condemned condemning hail "
    "hails hailed hailing applaud applauded salute saluted commend commended honour honoured honor honored congratulate "
    "congratulated punish punished mock mocks mocked mocking ridicule ridiculed rebuke rebuked scold scolded admire admires "
    "admired respect respects respected slam slams slammed attack attacked attacking jail jailed fine fined sentence sentenced".split()
)
"""Verbs of what is done to somebody for something of his ("thanked Lund for his courage")."""
_BOUNDS = frozenset(", ; : ( [ – —".split())
"""Marks behind which somebody may be named after all ("she (Ann Hill)", "he was tired, Tom Fox said")."""
_NAMES = frozenset("is was be become became becomes as named called identified dubbed renamed born".split())
"""Words before the name by which the subject itself goes ("she was identified as Ann Hill")."""
_BE = frozenset("is was become became becomes".split())
_ENDS = frozenset((PREPOSITION, COORDINATOR, RELATIVE, THAT))
"""Kinds of words behind which a name is no longer that of the noun before them ("the head of Ann Hill")."""
_NOUNS = 5
"""Within how many words before the name the noun for its bearer is looked for ("she is the night nurse Ann Hill")."""
_FOR_OTHERS = frozenset("defence defense rescue aid".split())
"""To these somebody comes who is not himself in need of them."""
_TAKING = frozenset("take takes took taken taking".split())
_SOMEWHERE = frozenset("to into up down on through past from back home".split())
"""Behind these a side is a team ("took his side to the final")."""
_MINE = frozenset(["my", "our"])
_NAMED_AFTER_ALL = frozenset(
    "friend colleague opponent rival leader boss client predecessor successor ally partner".split()
)
"""Who is somebody's by these is often told of by name elsewhere."""
_NOUN_WITHIN = 15
"""Within so many words behind a noun a pronoun may stand for it."""
_FAR = 60
"""How many words of its clause are looked at: what keeps the cost linear."""


def reach(parse: Parse, token: int, quoted: bytearray) -> int:
    """Where the clause ends, at the latest, whose subject the pronoun at this token is.

    `quoted` tells of each token whether it stands in quoted words.
    """
    words = parse.words
    stop = min(parse.sentences[parse.sentence_of[token]].stop, token + _FAR)
    ends = (at for at in range(token + 1, stop) if words[at] in _BOUNDS or (quoted[token] and not quoted[at]))
    return next(ends, stop)


def behind_aside(words: tuple[str, ...], first: int, stop: int) -> int:
    """Where a clause goes on behind its subject, which ends before token `first`: over what a clause between commas tells of it
    ("Lund, who led the board, disliked her").
    """
    if words[first : first + 1] != (",",) or kind_of(words[first + 1]) != RELATIVE:
        return first
    return next((at + 1 for at in range(first + 2, stop) if words[at] == ","), first)


def names_subject(parse: Parse, name: int) -> bool:
    """Whether the name at this token is what its clause says the subject to be or to be called."""
    words = parse.words
    if words[name - 1] in _NAMES:
        return True
    floor = max(name - 1 - _NOUNS, parse.sentences[parse.sentence_of[name]].first)
    for at in range(name - 1, floor, -1):
        if kind_of(words[at]) in _ENDS:
            return False
        if kind_of(words[at]) == DETERMINER:
            return words[at - 1] in _BE
    return False


def unnamed_since(parse: Parse, pronoun: int, gender: str, quoted: bytearray) -> int:
    """From which token on nobody may be named if a pronoun stands for somebody who is only a noun, else -1.

    `quoted` tells of each token whether it stands in quoted words.
    """
    noun = _noun_before(parse, pronoun, gender, quoted)
    return noun - 2 if noun >= 0 else _opens_on_nobody(parse, pronoun)


def _noun_before(parse: Parse, pronoun: int, gender: str, quoted: bytearray) -> int:
    """The noun for whom a pronoun in a quotation stands that is the speaker's ("I love my sister, but she is wrong"), else -1."""
    people, genders = tables.people(), tables.groups().genders
    floor = max(parse.sentences[parse.sentence_of[pronoun]].first + 1, pronoun - _NOUN_WITHIN)
    for at in range(pronoun - 1, floor - 1, -1):
        if not quoted[at] or not quoted[pronoun]:
            return -1
        if parse.words[at] in people and genders.get(parse.words[at], gender) == gender:
            mine = next((i for i in (at - 1, at - 2) if parse.words[i] in _MINE), 0)
            told = parse.words[mine - 1] in _NAMES  # "Lund is my son and he will win"
            return at if mine and not told and parse.words[at] not in _NAMED_AFTER_ALL else -1
    return -1


def _opens_on_nobody(parse: Parse, pronoun: int) -> int:
    """Where the sentence before begins if the pronoun opens one and stands for the noun that opens that ("The witness cannot be
    named. He said so."), else -1.
    """
    number = parse.sentence_of[pronoun]
    if not number or parse.sentences[number].first != pronoun or parse.words[pronoun] not in HE_OR_SHE:
        return -1
    first, stop = parse.sentences[number - 1]
    opening = range(first + 1, min(first + _NOUNS, stop))
    noun = next((at for at in opening if parse.words[at] in tables.people()), -1)
    alone = noun > 0 and kind_of(parse.words[first]) == DETERMINER and parse.tags[noun : noun + 1] == ("NN",)
    return first if alone else -1


def is_of_other_clause(parse: Parse, pronoun: int, stop: int) -> bool:
    """Whether the pronoun's clause hangs on another, of which the name before token `stop` is the subject ("As she left Ann
    Hill waved").
    """
    if not pronoun or kind_of(parse.words[pronoun - 1]) != SUBORDINATOR or stop >= len(parse.words):
        return False
    return parse.tags[stop] in FINITE_TAGS if parse.tags else parse.words[stop] in ACTS


def is_for_other(words: tuple[str, ...], token: int) -> bool:
    """Whether the subject of a possessive's clause does it for somebody else ("came to his defence", "took her side")."""
    before, after = words[token - 1 : token], words[token + 1 : token + 2]
    came = before == ("to",) and not _FOR_OTHERS.isdisjoint(after)
    team = not _SOMEWHERE.isdisjoint(words[token + 2 : token + 3])
    return came or (after == ("side",) and not team and not _TAKING.isdisjoint(before))


def breaks_in(words: tuple[str, ...], pronoun: int) -> bool:
    """Whether a report breaks in with this pronoun behind the subject of which it tells ("Lund, she said, was ill")."""
    before, around = words[pronoun - 1 : pronoun], words[pronoun + 2 : pronoun + 3]
    return before == around == (",",) and words[pronoun] in HE_OR_SHE
