"""Which evidence judges a party, and which only tells what it did or what became of it."""

from __future__ import annotations

from stancecli.model import AUTHOR
from stancecli.stance.evidence import Item

_TIES = frozenset(["predicate", "modified", "passed"])
_VERDICTS = frozenset(
    f"target {name}{sign}"
    for name in (
        "adjectives-ill",
        "adjectives-well",
        "nouns-ill",
        "nouns-well",
        "verdicts",
        "duty",
        "conduct",
        "opinions",
    )
    for sign in "+-"
)
"""Keys of what judges somebody, where others tell what he did or what became of him."""


def judges(item: Item) -> bool:
    """Does the evidence pass judgement, whoever tells it, or does an author tell it of himself ("I have had enough of Smith")?"""
    if item.holder == AUTHOR:
        return True
    role = item.tie.removesuffix(".of")
    return role in _TIES or (role == "aimed" and item.number is not None) or not _VERDICTS.isdisjoint(item.keys)
