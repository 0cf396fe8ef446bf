"""Where only an adjective can stand: what somebody is, feels, is called or is described as.

A tagger takes rare adjectives there for anything ("was livid with Lund", "called Lund reckless").
"""

from __future__ import annotations

from stancecli.model import Parse
from stancecli.stance.letters import ANYTHING_BUT, NOTHING_SHORT_OF
from stancecli.stance.verbs import CALLING, LINKS, SEEING

_DESCRIBING = SEEING | frozenset(
    "describing dismissing condemning denouncing portraying regarding characterise characterised characterize characterized decry "
    "decries decried remember remembers remembered rate rates rated".split()
)
"""Verbs that say of their object what stands behind "as"."""
_ADVERBS = frozenset(["RB", "RBR", "RBS"])
_DEGREES = frozenset("so too very quite rather more most less as utterly deeply highly simply just both".split())
_MARKS = frozenset("“ \" ‘ `` '".split())
_JOINS = frozenset(["and", "or", ",", "but"])
_NOUNS = ("NN", "PR")
_ENDS_PREDICATE = frozenset(
    ". , ; : — – ? ! ” \" ’ ' and or but for in on at by with over about to of after when because while that as".split()
)
_ENDINGS = ("ly", "ful", "ish", "ous", "ive", "able", "ible", "less")
"""No participle ends so."""
_REACH = 9
"""So many words before an adjective the verb that calls somebody so is looked for, or "as"."""
_SERIES = 4
"""So many joined adjectives are followed to the first ("rash, rude and ridiculous")."""


def is_predicative(parse: Parse, at: int) -> bool:
    """Can the word at this token only be an adjective that is said of somebody?

    It stands behind a verb that links, behind "as" and a verb that describes, or ends a clause behind what somebody is called.
    """
    words, tags = parse.words, parse.tags
    low = parse.sentences[parse.sentence_of[at]].first
    before = _before(parse, at, low)
    for _ in range(_SERIES):
        if before > low and words[before] in _JOINS and tags[before - 1].startswith("JJ"):
            before = _before(parse, before - 1, low)
    if words[before - 2 : before + 1] == NOTHING_SHORT_OF:
        before = _before(parse, before - 2, low)
    elif words[before - 1 : before + 1] == ANYTHING_BUT:
        before = _before(parse, before - 1, low)
    if before < low:
        return False
    word = words[before]
    behind = words[at + 1] if at + 1 < len(words) else "."
    if word in LINKS and (word != "'s" or tags[before].startswith("VB")):
        return not tags[at].startswith("VB") or tags[at] == "VB" or words[at].endswith(_ENDINGS)
    if behind not in _ENDS_PREDICATE:
        return False
    earlier = words[max(low, before - _REACH) : before]
    if word == "as":
        return not _DESCRIBING.isdisjoint(earlier)
    return tags[before].startswith(_NOUNS) and not CALLING.isdisjoint(earlier)


def _before(parse: Parse, at: int, low: int) -> int:
    """The last token before this one that is no adverb and no opening mark."""
    words, tags = parse.words, parse.tags
    before = at - 1
    while (
        before >= low
        and words[before] not in LINKS
        and words[before] != "as"
        and (tags[before] in _ADVERBS or words[before] in _DEGREES or words[before] in _MARKS)
    ):
        before -= 1
    return before
