"""Parties that no name tells, only a noun ("council", "police"): in another document they may be others."""

from __future__ import annotations

from collections.abc import Collection

from stancecli.asked import without_article
from stancecli.model import AUTHOR, UNATTRIBUTED

SIGN = "*"
TOLD = f"{SIGN} without a name: may be another party in each"
"""What the sign behind a name says, in sums over documents; the kind of document goes behind."""


def is_nameless(name: str, actors: Collection[str]) -> bool:
    """Whether an actor, or a target that may be one, of a document with these actors is told by a noun alone.

    Names have capitals. What was asked for and is no party ("climate policy") is the same everywhere.
    """
    return name.islower() and name not in (AUTHOR, UNATTRIBUTED) and without_article(name) in actors
