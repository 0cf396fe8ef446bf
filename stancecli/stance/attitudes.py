"""Who stands where by a predicate: its attitudes with the phrases of the sentence in their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stancecli.model import Parse
from stancecli.predicates import Predicate
from stancecli.stance.syntax import Syntax

NEGATIONS = frozenset("not n't never no neither nor without hardly scarcely".split())
REFUSALS = frozenset(
    "refuse refuses refused refusing decline declines declined declining fail fails failed failing stop stops stopped "
    "stopping avoid avoided avoids cease ceased".split()
)
"""Verbs that deny what follows ("refused to endorse", "stopped short of endorsing")."""
REACH = 3
"""How many words before a predicate a negation is looked for."""
BE = frozenset("is are was were be been being am 's 're 'm gets get got".split())
OWNING = frozenset("his her its their my our your".split())


class Filled(NamedTuple):
    """An attitude in a sentence: chunks `holder` (-1 for the author, -2 where nobody is named) and `target`.

    `strength` is the polarity times the entry's weight, turned round by a negation. `owned` says that the target only
    has what the predicate is about ("attacked Smith's plan"), by "'s" or a possessive pronoun.
    """

    predicate: Predicate
    holder: int
    target: int
    strength: float
    negated: bool


AUTHOR_CHUNK, NOBODY = -1, -2


def fill(parse: Parse, syntax: Syntax, predicate: Predicate) -> Iterator[Filled]:
    """The attitudes of a predicate whose targets are found."""
    entry = predicate.entry
    token = predicate.first if entry.inflect == "verb" else predicate.stop - 1
    here = syntax.at(token)
    if here < 0 or not _fits(parse, token, entry.inflect):
        return
    negated = _negated(parse, syntax, here, predicate.first)
    for attitude in entry.attitudes:
        target = _place(parse, syntax, here, predicate, attitude.target)
        if target < 0:
            continue
        holder = AUTHOR_CHUNK
        if attitude.holder != "author":
            holder = _place(parse, syntax, here, predicate, attitude.holder)
            holder = holder if holder >= 0 else NOBODY
        if holder == target:
            continue
        strength = attitude.polarity * entry.weight
        yield Filled(predicate, holder, target, -strength / 2 if negated else strength, negated)


_TAGS = {"verb": ("VB", "MD"), "noun": ("NN",), "adjective": ("JJ", "VBN", "VBG", "RB")}


def _fits(parse: Parse, token: int, inflect: str) -> bool:
    """Is the word used in the class that its entry is meant in? Tags of verbs and adjectives are often mixed up."""
    wanted = _TAGS.get(inflect)
    return wanted is None or parse.tags[token].startswith(wanted)


def _negated(parse: Parse, syntax: Syntax, here: int, first: int) -> bool:
    words = parse.words
    start = max(syntax.low, min(first, syntax.first[here]) - 1, first - REACH - 2)
    if any(words[i] in NEGATIONS for i in range(start, first)):
        return True
    at = syntax.first[here] - 1
    return at > syntax.low and words[at] in REFUSALS


def _place(parse: Parse, syntax: Syntax, here: int, predicate: Predicate, role: str) -> int:
    verb = syntax.kind[here] == "v"
    if role == "subject":
        spelt_out = parse.words[predicate.first] in BE  # "was accused of" names its own subject
        return (syntax.subject[here] if spelt_out else _agent(syntax, here)) if verb else _said_of(syntax, here)
    if role == "object":
        return _object(syntax, here, predicate) if verb else _after(syntax, here, "of")
    if role == "possessor":
        return _possessor(parse, syntax, here)
    if role == "modified":
        return _modified(syntax, here, predicate)
    return _after(syntax, here, role)


def _agent(syntax: Syntax, here: int) -> int:
    if syntax.passive[here]:
        return _after(syntax, here, "by")
    return syntax.subject[here]


def _object(syntax: Syntax, here: int, predicate: Predicate) -> int:
    if syntax.passive[here]:
        return syntax.subject[here]
    if predicate.stop > syntax.stop[here]:
        for k in range(here + 1, min(here + 5, len(syntax.kind))):
            if syntax.first[k] >= predicate.stop:
                return k if syntax.kind[k] == "n" else -1
    return syntax.object[here]


def _said_of(syntax: Syntax, here: int) -> int:
    """Whom a noun or adjective is said of: the subject of its "is", what it is in apposition to."""
    if syntax.said[here] >= 0:
        return syntax.said[here]
    return syntax.same[here]


def _modified(syntax: Syntax, here: int, predicate: Predicate) -> int:
    if syntax.kind[here] == "n" and syntax.head[here] >= predicate.stop:
        return here
    return _said_of(syntax, here)


def _possessor(parse: Parse, syntax: Syntax, here: int) -> int:
    if syntax.holder[here] >= 0:
        return syntax.holder[here]
    if parse.words[syntax.first[here]] in OWNING:
        return here
    found = _after(syntax, here, "by")
    if found < 0:
        found = _after(syntax, here, "from")
    if found < 0 and syntax.kind[here] == "n" and syntax.verb[here] >= 0 and not syntax.prep[here]:
        verb = syntax.verb[here]
        found = syntax.subject[verb] if syntax.object[verb] == here else -1
    return found


def _after(syntax: Syntax, here: int, preposition: str) -> int:
    """The phrase behind a preposition that belongs to the chunk `here`."""
    verb = syntax.kind[here] == "v"
    for k in range(here + 1, min(here + 12, len(syntax.kind))):
        if syntax.kind[k] == "v" or syntax.kind[k] in ";k.":
            return -1
        if syntax.prep[k] == preposition and (verb or syntax.site[k] == here or syntax.verb[k] == syntax.verb[here]):
            return k
    return -1
