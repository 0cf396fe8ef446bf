"""How the grammar of a sentence ties a word to a party."""

from __future__ import annotations

from stancecli.model import Range
from stancecli.stance.meant import is_somebody_else
from stancecli.stance.syntax import Syntax


def relation(syntax: Syntax, word: int, party: Range) -> str:
    """How the word at token `word` is tied to a party, or "" where no pattern tells.

    "modified" (reckless Smith), "possessor" (Smith's plan), "predicate" (Smith is a liar), "subject" and "object" (of the
    word as a verb), "held" (the object or complement of what the party does), "acting" (what does something to the
    party), a preposition between the two ("attack on Smith"); with ".of" where the party only owns the subject or object.
    """
    here, there = syntax.at(word), syntax.at(party.first)
    if here < 0 or there < 0:
        return ""
    if here == there:
        return "modified" if syntax.head[there] < party.stop else "possessor"
    own = ""
    owned = _owned(syntax, there)
    if owned == here:
        return "possessor"
    if syntax.head[there] >= party.stop:  # "Smith" in "his Smith plan"
        own = ".of"
    elif owned >= 0:
        there, own = owned, ".of"
    if own and is_somebody_else(syntax, there):
        return ""  # "Smith's mother is a liar"
    found = _tie(syntax, here, there)
    if not found and syntax.same[there] >= 0:
        found = _tie(syntax, here, syntax.same[there])
    return found + own if found else ""


def _owned(syntax: Syntax, k: int) -> int:
    """The phrase that phrase k owns by "'s", or -1."""
    after = k + 2
    return after if after < len(syntax.kind) and syntax.holder[after] == k else -1


def _is_told(syntax: Syntax, verb: int, here: int) -> bool:
    """Is the phrase the subject of a clause to which the verb leads ("Smith said that the corrupt board had won")?"""
    return here in syntax.subject and syntax.object[verb] != here


def _tie(syntax: Syntax, here: int, there: int) -> str:
    if syntax.kind[here] == "v":
        if syntax.subject[here] == there:
            return "object" if syntax.passive[here] else "subject"
        if syntax.object[here] == there:
            return "object"
        if syntax.verb[there] == here and syntax.prep[there]:
            by = syntax.passive[here] and syntax.prep[there] == "by"
            return "subject" if by else syntax.prep[there]
        return ""
    if syntax.said[here] == there or syntax.same[here] == there or syntax.same[there] == here:
        return "predicate"
    if syntax.site[there] == here:
        return syntax.prep[there]
    if syntax.site[here] == there:
        return "with." + syntax.prep[here]
    verb = syntax.verb[here]
    if verb >= 0 and syntax.subject[verb] == there and not _is_told(syntax, verb, here):
        return "held" if not syntax.prep[here] else "around"
    verb = syntax.verb[there]
    if verb >= 0 and syntax.subject[verb] == here:
        return "acting"
    return ""
