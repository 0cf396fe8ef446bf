"""Evidence in plain words: which words tell, and by what they are tied to the party."""

from __future__ import annotations

from stancecli.model import Evidence, Parse, Range
from stancecli.stance.evidence import Item

IMPRESSION = "impression"
"""How a sentence as a whole is tied to a party."""


def told_evidence(parse: Parse, item: Item, value: float) -> Evidence:
    """A piece of evidence as the report has it, with the words that tell and those that they tell of."""
    words = Range(item.first, item.stop)
    spans = [parse.span(*words)]
    why = f"“{parse.text(*words)}” {worded(item.tie)}"
    if item.mention:
        spans.append(parse.span(*item.mention))
        why += f" “{parse.text(*item.mention)}”"
    return Evidence(tuple(sorted(set(spans))), item.number, why, value)


def worded(tie: str) -> str:
    """A tie in plain words, such as stand between those that tell and the party: "belongs to"."""
    behind = tie.startswith(_BY_PREPOSITION)
    role, _, owned = tie.removeprefix(_BY_PREPOSITION).partition(".")
    plainly = f"is tied by “{role}” to" if behind else _WORDED.get(role, role)
    return f"{plainly} what belongs to" if owned else plainly


_BY_PREPOSITION = "with."
"""What ties begin with where a preposition stands behind the party ("Smith in disgrace")."""

_WORDED = {
    "modified": "modifies",
    "possessor": "belongs to",
    "predicate": "is said of",
    "subject": "is done by",
    "object": "is done to",
    "held": "is what is told of",
    "around": "stands in what is told of",
    "acting": "acts on",
    "target": "is aimed at",
    "happened": "is told of",
    "aimed": "is about",
    "holder": "is the attitude of",
    "holds": "is done by",
    "speaks": "introduces the words of",
    "contrast": "sets another against",
    "passed": "judges what concerns",
    "deed": "is about what was done by",
    "did": "is done to the speaker by",
    IMPRESSION: "is so spoken of by the sentence as a whole",
    **{side: f"stands {side}" for side in ("before", "after", "just before", "just after")},
    **{
        f"{side} {far}": f"stands {how}{side}"
        for side in ("before", "after")
        for far, how in (
            ("near", "shortly "),
            ("middle", ""),
            ("far", "well "),
            ("apart", "in another clause "),
            ("elsewhere", "for another party "),
        )
    },
}
