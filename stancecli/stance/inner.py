"""Reports within reports: what one party tells that another says ("Lund said that Brandt had called Hill a liar")."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from stancecli.model import Range
from stancecli.stance.places import after
from stancecli.stance.syntax import Syntax
from stancecli.stance.verbs import CALLING, DISMISSING, TREATING

_TELLING = frozenset(
    "say says said saying tell tells told telling claim claims claimed claiming argue argues argued arguing insist insists "
    "insisted warn warns warned complain complains complained declare declares declared write writes wrote written believe "
    "believes believed think thinks thought admit admits admitted allege alleges alleged suggest suggests suggested "
    "promise promises promised swear swears swore decide decides decided conclude concludes concluded assume assumes assumed "
    "presume presumes presumed suspect suspects suspected".split()
)
"""Verbs that lead into what their subject says or thinks, where "that" follows or a clause."""
_INTRODUCING = CALLING | _TELLING | DISMISSING | TREATING
_GOING_ON = frozenset(["and", "but", "so"])
_THAT = 4
"""So many chunks behind the verb, "that" is looked for ("had told the court on Monday that")."""


class Inner(NamedTuple):
    """An inner report: the chunk of who tells, -1 where nobody is named ("was called a liar"), and the tokens of what is told."""

    teller: int
    told: Range


def inner_reports(
    syntax: Syntax, words: Sequence[str], owners: Sequence[int], cues: Container[int], stop: int
) -> list[Inner]:
    """The inner reports of a sentence that ends before token `stop`.

    `owners` are the voices of all tokens, `cues` the tokens that introduce outer reports. Told is all from the verb to the end of
    its voice's words, to a semicolon or "and I"; what the author tells by a passive ("was called a liar") to the next verb.
    """
    if _INTRODUCING.isdisjoint(syntax.word):
        return []
    found = []
    for k, kind in enumerate(syntax.kind):
        verb = syntax.head[k]
        if kind != "v" or syntax.subject[k] < 0 or verb in cues or verb + 1 >= stop:
            continue
        passive = bool(syntax.passive[k])
        if _calls(syntax, words, k) or (syntax.word[k] in _TELLING and _leads(syntax, words, k)):
            first = verb + 1 + (words[verb + 1] == "that")
            if first >= stop:
                continue
            last = stop if owners[first] >= 0 else _clause_end(syntax, k, stop)
            end = next((at for at in range(first, last) if owners[at] != owners[first] or _ends(words, at)), last)
            if first < end and (owners[first] >= 0 or passive):
                teller = after(syntax, k, ("by",)) if passive else syntax.subject[k]
                found.append(Inner(teller, Range(first, end)))
    return found


def _ends(words: Sequence[str], at: int) -> bool:
    """Does whoever tells speak on for himself ("Lund has said that he will act, and I respect that")?"""
    return words[at] == ";" or (words[at] in ("i", "we") and words[at - 1] in _GOING_ON)


def _clause_end(syntax: Syntax, k: int, stop: int) -> int:
    """Where the next verb group behind `k` begins, with which the author tells on."""
    return next((syntax.first[j] for j in range(k + 1, len(syntax.kind)) if syntax.kind[j] == "v"), stop)


def _calls(syntax: Syntax, words: Sequence[str], k: int) -> bool:
    """Does the verb say what its object is ("called Lund a liar", "was dismissed as a liar")?"""
    seen = syntax.word[k] in DISMISSING or (syntax.word[k] in TREATING and not syntax.passive[k])
    return syntax.word[k] in CALLING or (seen and "as" in words[syntax.head[k] + 1 : syntax.head[k] + 6])


def _leads(syntax: Syntax, words: Sequence[str], k: int) -> bool:
    """Does a clause follow: "that", or a phrase that is the subject of another verb?"""
    behind = range(k + 1, min(k + 1 + _THAT, len(syntax.kind)))
    return any(words[syntax.first[j]] == "that" or j in syntax.subject for j in behind)
