"""What is not told as a fact: asked, supposed, denied."""

from __future__ import annotations

from collections.abc import Sequence

from stancecli.model import Range
from stancecli.stance.denial import NEGATIONS, REFUSALS, VERB_NEGATIONS
from stancecli.stance.verbs import BE, PREVENTING

SUPPOSING = frozenset("if whether unless".split())
CONDITIONS = frozenset(["if", "unless"])
DENYING = frozenset("deny denies denied denying disputes disputed".split())
NOT_HELD = frozenset("say saying suggest suggesting suggested prove establish".split())
"""What follows one of these is not told as a fact where it is denied ("would not say that Smith lied")."""
_CALLING = frozenset(
    "call called calling label labelled labeled labelling labeling brand branded branding describe described describing portray "
    "portrayed portraying treat treated treating refer referred referring".split()
)
"""What follows one of these is nobody's word where it is denied ("never called Smith a liar", "stop calling Smith a liar"). It is
otherwise with thinking: who does not think somebody honest thinks ill of him.
"""
_UNFAIR = frozenset(
    "absurd wrong unfair ridiculous nonsense silly premature mistaken inaccurate misleading simplistic outrageous insulting unjust "
    "false untrue offensive laughable preposterous ludicrous grotesque shameful mistake insult slander smear lie".split()
)
"""What is so is to call somebody something ("it is absurd to call Smith a liar", "calling Smith a liar was wrong")."""
_UNTOLD = VERB_NEGATIONS | REFUSALS | _UNFAIR
_UNFAIR_WITHIN = 4
"""So many words behind "was" stands what it was ("was quite wrong")."""
_SORRY = frozenset(
    "apologise apologised apologises apologising apologize apologized apologizes apologizing apology sorry".split()
)
_SORRY_WITHIN = 7
"""So many words before "calling" somebody apologises for it ("apologised to Lund for calling")."""
_SHORT_OF = ("short", "of")
_NOT_ONCE = ("not", "once")
_RULING_OUT = frozenset("rule rules ruled ruling".split())
_CLAIMS = frozenset(
    "claim claims allegation allegations accusation accusations suggestion suggestions objection objections complaint complaints "
    "warning warnings notion charge charges".split()
)
_WAVED_AWAY = frozenset(
    "any overriding overrode dismissing dismissed dismisses rejecting rejected rejects ignoring ignored brushing brushed scotched "
    "withdrew withdraws withdrawing withdrawn retracted retracts took takes taking disputing disputed disputes rebutting rebutted rebuts refuting "
    "refuted refutes denying denied denies".split()
)
"""What is claimed so is no fact to who tells it ("rejected any suggestion that Smith lied", "overriding objections that ...")."""
_WITHIN = 5
_OWNED = frozenset(["by", "from", "of"])
_CLAIMED_BY = 7
"""Within so many words from a claim "that" follows whose it is ("disputed accusations by Smith that Lund lied")."""
_DOUBTING = frozenset("doubt doubts doubted doubting".split())
_TELLTALE = (
    SUPPOSING
    | DENYING
    | VERB_NEGATIONS
    | _RULING_OUT
    | _DOUBTING
    | _WAVED_AWAY
    | REFUSALS
    | PREVENTING
    | _CALLING
    | {"?", "short", "may", "might"}
)
"""Without one of these all is told as a fact."""
_ALONE = SUPPOSING | DENYING
_MARKING = NOT_HELD | _CLAIMS | _DOUBTING | _CALLING | {"may", "might", "from", "out"}
"""Behind these, where more tells so, something is not told as a fact."""
_PREVENTED_WITHIN = 8
"""So many words before "from" stands what prevents it."""
_NOT_PREVENTED = (
    NEGATIONS | (REFUSALS - PREVENTING) | frozenset("want wants wanted must need needs should help".split())
)
"""Shortly before what prevents a deed: it was done all the same, or is to be stopped because it is done."""
_APART = frozenset("far apart aside".split())
_HINDERED = 3
"""So many words before a verb tell whether it prevents anything."""
_MAYBE = (("may", "have"), ("might", "have"))
WOULD = frozenset("would 'd could might".split())
_ENDS_CLAUSE = frozenset(", ; : — – . ? ! but and".split())
_ENDS_CALLING = _ENDS_CLAUSE | frozenset("since because after when while".split())
_ENDS_PREVENTED = _ENDS_CALLING | {"for"}
_ENDS_CONDITION = frozenset("; : . ? ! but".split())


def unreal_tokens(words: Sequence[str], place: Range) -> frozenset[int]:
    """The tokens of a sentence that stand in a question, behind "if" up to the clause's end, or behind "denied" or "did not say".

    What would be done behind a condition ("if it rained, she would leave") is supposed as well, up to the end of its clause.
    """
    if _TELLTALE.isdisjoint(words[place.first : place.stop]):
        return frozenset()
    found: set[int] = set()
    stop = place.stop
    supposed = False
    for at in range(*place):
        word = words[at]
        if word in _ALONE or (
            word in _MARKING
            and (
                _may_be(words, at)
                or _is_prevented(words, at, place)
                or _leads(words, at)
                or _is_taken_back(words, at, place)
            )
        ):
            end = _clause_end(words, at, stop)
            found.update(range(at + (word not in _CALLING), end))
            supposed = word in CONDITIONS
        elif supposed and word in _ENDS_CONDITION:
            supposed = False
        elif supposed and word in WOULD:
            end = next((i for i in range(at + 1, stop) if words[i] in _ENDS_CONDITION), stop)
            found.update(range(at + 1, end))
        elif word == "?":
            start = next((i + 1 for i in range(at - 1, place.first - 1, -1) if words[i] in '“”":;'), place.first)
            found.update(range(start, at))
    return frozenset(found)


def _may_be(words: Sequence[str], at: int) -> bool:
    """Is only supposed what a verb tells behind these ("may have lied")?"""
    return words[at : at + 2] in _MAYBE and words[at + 2 : at + 3] != ("blame",)


def _is_prevented(words: Sequence[str], at: int, place: Range) -> bool:
    """Is what follows "from" kept from being done ("the law stops Smith from attacking Lund")?"""
    if words[at] != "from" or not words[at + 1 : at + 2] or not words[at + 1].endswith("ing"):
        return False
    first = max(place.first, at - _PREVENTED_WITHIN)
    verb = next((i for i in range(at - 1, first - 1, -1) if words[i] in PREVENTING), -1)
    if verb < 0 or words[verb + 1].endswith("ing") or not _ENDS_CLAUSE.isdisjoint(words[verb:at]):
        return False
    return words[at - 1] not in _APART and _NOT_PREVENTED.isdisjoint(words[max(place.first, verb - _HINDERED) : verb])


def _leads(words: Sequence[str], at: int) -> bool:
    """Is what follows a token told as no fact: "did not say", "stopped short of saying", "ruled out that"?"""
    word, before = words[at], words[at - 1] if at else ""
    if word in NOT_HELD:
        return before in VERB_NEGATIONS or (word == "saying" and words[max(0, at - 2) : at] == _SHORT_OF)
    behind = words[at + 1] if at + 1 < len(words) else ""
    if word in _CLAIMS and (behind == "that" or (behind in _OWNED and "that" in words[at + 2 : at + _CLAIMED_BY])):
        return not _WAVED_AWAY.isdisjoint(words[max(0, at - _WITHIN) : at])
    if word == "out":
        return before in _RULING_OUT and behind == "that"
    return word in _DOUBTING and behind == "that"


def _is_taken_back(words: Sequence[str], at: int, place: Range) -> bool:
    """Does nobody call somebody what follows, or no more: "refused to call", "stop calling", "apologised for calling", "it was
    wrong to call Smith a liar", "calling Smith a liar was wrong"?
    """
    if words[at] not in _CALLING:
        return False
    before = tuple(words[max(place.first, at - _SORRY_WITHIN) : at])
    if before[-1:] == ("for",) and not _SORRY.isdisjoint(before):
        return True
    if before[-1:] == ("to",):
        before = before[:-1]
        if before[-1:] == ("not",):
            return _UNFAIR.isdisjoint(before[-2:-1])
    if not _UNTOLD.isdisjoint(before[-1:]) or before[-2:] in (_SHORT_OF, _NOT_ONCE):
        return True
    return words[at].endswith("ing") and _is_unfair(words, at + 1, _clause_end(words, at, place.stop))


def _is_unfair(words: Sequence[str], first: int, stop: int) -> bool:
    """Is it told of what begins before that it is wrong ("[calling Smith a liar] was quite wrong")?"""
    said = (at for at in range(first, stop) if words[at] in BE)
    return any(not _UNFAIR.isdisjoint(words[at + 1 : min(at + _UNFAIR_WITHIN, stop)]) for at in said)


def _clause_end(words: Sequence[str], at: int, stop: int) -> int:
    ends = _ENDS_CALLING if words[at] in _CALLING else _ENDS_PREVENTED if words[at] == "from" else _ENDS_CLAUSE
    return next((i for i in range(at + 1, stop) if words[i] in ends), stop)
