"""Parties that no name tells, only a noun ("council", "police"): in another document they may be others."""

from __future__ import annotations

from collections.abc import Mapping

from stancecli.asked import without_article
from stancecli.model import AUTHOR, UNATTRIBUTED, ActorKind

SIGN = "*"
TOLD = f"{SIGN} without a name: may be another party in each"
"""What the sign behind a name says, in sums over documents; the kind of document goes behind."""

SEVERAL = "perhaps several"
"""The same in a line of words."""


def is_nameless(name: str, kinds: Mapping[str, ActorKind]) -> bool:
    """Whether an actor, or a target that may be one, of a document with actors of these kinds is told by a noun alone.

    Names have capitals; that of a group may only be the one of a sentence which it opens ("Residents"). What was asked for
    and is no party ("climate policy") is the same everywhere.
    """
    actor = without_article(name)
    if actor not in kinds or name in (AUTHOR, UNATTRIBUTED):
        return False
    return name.islower() or (kinds[actor] == "group" and name[1:].islower())
