"""Whom a user asks for by a name: `--actor Lund`, a rule about "Lund"."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache


def asked(names: Sequence[str], actor: str, known: Collection[str]) -> bool:
    """Whether `actor` is asked for by one of the names; any is, where there are none.

    It has the very name, or, where nobody of those `known` in the document has it, all of the name's words. Case,
    accents and "the" before it do not matter: names have no article.
    """
    return not names or any(_stands_for(name, actor, known) for name in names)


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """A name for comparing, whatever its case and accents."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())


def without_article(name: str) -> str:
    """A name as parties have it: "council" for "the council"."""
    words = name.split(maxsplit=1)
    return words[1] if len(words) > 1 and words[0].casefold() == "the" else name


def _stands_for(name: str, actor: str, known: Collection[str]) -> bool:
    wanted, own = folded(name), folded(actor)
    if wanted == own:
        return True
    bare = without_article(wanted)
    if not set(own.split()).issuperset(bare.split()):
        return False
    closer = {wanted} if own == bare else {wanted, bare}
    return not any(folded(one) in closer for one in known)
