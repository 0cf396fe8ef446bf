"""Verbs whose object is said to be something, or is to do something or have it done to it."""

from __future__ import annotations

CALLING_ON = frozenset(
    "call calls called calling push pushes pushed pushing campaign campaigns campaigned campaigning plead pleads pleaded "
    "pleading wait waits waited waiting ask asks asked asking".split()
)
"""Verbs behind which "for" or "on" leads to who is to do something ("called for Smith to go", "called on the board to act")."""
CAUSING = frozenset("want wants wanted wanting have has had having get gets got getting see sees".split())
"""Verbs of what is wanted or brought about ("had Smith arrested", "wants Smith sacked")."""
CALLING = frozenset(
    "call calls called calling label labels labelled labeled brand brands branded deem deems deemed consider considers considered "
    "find finds found declare declares declared dub dubbed pronounce pronounced think thinks thought".split()
)
"""Verbs that say of their object what stands behind it."""
