"""Words for which several files of this room ask: closed classes, nouns for people and bodies, and what has a capital."""

from __future__ import annotations

from functools import cache

from stancecli import tables
from stancecli.model import Parse

ARTICLES = frozenset(("the", "a", "an"))
GENDERS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
"""Pronouns that stand for one person, and that person's gender."""
HE_OR_SHE = frozenset(("he", "she"))
"""Pronouns that are subjects; "her" may only own what is one ("Her lawyer said Ann Hill was ill")."""
HIS_OR_HER = frozenset(("his", "her"))
HONOURS = frozenset("kc qc mp mps msp mep mla td md phd obe mbe cbe kbe dbe gbe bem frs frcs esq".split())
"""What stands behind a name and is no part of it ("Ann Hill KC")."""
SUFFIXES = frozenset("jr sr ii iii iv".split())
"""What stands behind a name and tells which of a family has it."""
PARTICLES = frozenset("de del della der den van von bin ibn bint al el di da dos du la le ul ter zu".split())
"""Small words that begin surnames."""
SAINTS = frozenset(("st", "saint"))
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october "
    "november december jan feb mar apr jun jul aug sept oct nov dec".split()
)
"""Names of days and months as they are written with a capital."""


@cache
def body_nouns() -> frozenset[str]:
    """Nouns that stand for a body alone ("the ministry"), or that one is called by ("the airline")."""
    return tables.organisations().stands_for | tables.organisations().kinds


@cache
def several_people() -> frozenset[str]:
    """Nouns for several people, which need no article."""
    return tables.groups().plural | tables.groups().collective


def is_compounded(parse: Parse, token: int) -> bool:
    """Whether a hyphen without a space joins a token to the one before it ("class" in "working-class voters")."""
    hyphen = token - 1
    joined = hyphen > 0 and parse.words[hyphen] == "-" and parse.ends[hyphen] == parse.starts[token]
    return joined and parse.ends[hyphen - 1] == parse.starts[hyphen]


def has_capital(parse: Parse, token: int) -> bool:
    """Whether a token begins with a capital; behind the last one there is none."""
    return token < len(parse.starts) and parse.document.text[parse.starts[token]].isupper()
