"""Reports within reports: what one party tells that another says ("Lund said that Brandt had called Hill a liar")."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from stancecli.model import Range
from stancecli.stance.syntax import CALLING, Syntax

_TELLING = frozenset(
    "say says said saying tell tells told telling claim claims claimed claiming argue argues argued arguing insist insists "
    "insisted warn warns warned complain complains complained declare declares declared write writes wrote written believe "
    "believes believed think thinks thought admit admits admitted allege alleges alleged suggest suggests suggested "
    "promise promises promised swear swears swore decide decides decided conclude concludes concluded assume assumes assumed "
    "presume presumes presumed suspect suspects suspected".split()
)
"""Verbs that lead into what their subject says or thinks, where "that" follows or a clause."""
_LEADING = CALLING | _TELLING
_THAT = 4
"""So many chunks behind the verb, "that" is looked for ("had told the court on Monday that")."""


class Inner(NamedTuple):
    """An inner report: the chunk of who tells, and the tokens of what is told."""

    teller: int
    told: Range


def inner_reports(
    syntax: Syntax, words: Sequence[str], owners: Sequence[int], cues: Container[int], stop: int
) -> list[Inner]:
    """The inner reports of a sentence that ends before token `stop`.

    `owners` are the voices of all tokens, `cues` the tokens that introduce outer reports. Told is all from the verb to the end of
    its voice's words, or to the next semicolon.
    """
    if _LEADING.isdisjoint(syntax.word):
        return []
    found = []
    for k, kind in enumerate(syntax.kind):
        verb = syntax.head[k]
        if kind != "v" or syntax.subject[k] < 0 or verb in cues or verb + 1 >= stop:
            continue
        if syntax.word[k] in CALLING or (syntax.word[k] in _TELLING and _leads(syntax, words, k)):
            first = verb + 1 + (words[verb + 1] == "that")
            end = next((at for at in range(first, stop) if owners[at] != owners[first] or words[at] == ";"), stop)
            if first < end and owners[first] >= 0:
                found.append(Inner(syntax.subject[k], Range(first, end)))
    return found


def _leads(syntax: Syntax, words: Sequence[str], k: int) -> bool:
    """Does a clause follow: "that", or a phrase that is the subject of another verb?"""
    behind = range(k + 1, min(k + 1 + _THAT, len(syntax.kind)))
    return any(words[syntax.first[j]] == "that" or j in syntax.subject for j in behind)
