"""What is not told as a fact: asked, supposed, denied."""

from __future__ import annotations

from collections.abc import Sequence

from stancecli.model import Range
from stancecli.stance.denial import BEFORE_VERBS

SUPPOSING = frozenset("if whether unless".split())
CONDITIONS = frozenset(["if", "unless"])
DENYING = frozenset("deny denies denied denying disputes disputed".split())
NOT_HELD = frozenset("say saying think suggest suggesting suggested prove establish".split())
"""What follows one of these is not told as a fact where it is denied ("would not say that Smith lied")."""
_RULING_OUT = frozenset("rule rules ruled ruling".split())
_CLAIMS = frozenset(
    "claim claims allegation allegations accusation accusations suggestion suggestions objection objections complaint complaints "
    "warning warnings notion charge charges".split()
)
_WAVED_AWAY = frozenset(
    "any overriding overrode dismissing dismissed dismisses rejecting rejected rejects ignoring ignored brushing brushed scotched".split()
)
"""What is claimed so is no fact to who tells it ("rejected any suggestion that Smith lied", "overriding objections that ...")."""
_WITHIN = 3
_DOUBTING = frozenset("doubt doubts doubted doubting".split())
_TELLTALE = SUPPOSING | DENYING | BEFORE_VERBS | _RULING_OUT | _DOUBTING | _WAVED_AWAY | {"?", "short"}
"""Without one of these all is told as a fact."""
WOULD = frozenset("would 'd could might".split())
_ENDS_CLAUSE = frozenset(", ; : — – . ? ! but and".split())
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
        if word in SUPPOSING or word in DENYING or _leads(words, at):
            end = next((i for i in range(at + 1, stop) if words[i] in _ENDS_CLAUSE), stop)
            found.update(range(at + 1, end))
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


def _leads(words: Sequence[str], at: int) -> bool:
    """Is what follows a token told as no fact: "did not say", "stopped short of saying", "ruled out that"?"""
    word, before = words[at], words[at - 1] if at else ""
    if word in NOT_HELD:
        return before in BEFORE_VERBS or (word == "saying" and words[max(0, at - 2) : at] == ("short", "of"))
    behind = words[at + 1] if at + 1 < len(words) else ""
    if word in _CLAIMS and behind == "that":
        return not _WAVED_AWAY.isdisjoint(words[max(0, at - _WITHIN) : at])
    if word == "out":
        return before in _RULING_OUT and behind == "that"
    return word in _DOUBTING and behind == "that"
