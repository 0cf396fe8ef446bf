"""Which ordinary words begin the name of a body: "Liberal Party", "Parents for Calm"."""

from __future__ import annotations

from stancecli import tables
from stancecli.model import Parse

_BANDS = frozenset(
    "group charity campaign lobby network nonprofit organisation organization union club alliance movement".split()
)
_LONGEST = 4
"""How many words what a band is for may have, and what tells of it."""


def opens_body(parse: Parse, token: int) -> bool:
    """Whether a noun or adjective that is ordinary elsewhere begins a body's name here ("Liberal Party")."""
    after = token + 1
    if after == len(parse.words) or parse.words[after] not in tables.organisations().heads:
        return False
    telling = bool(parse.tags) and parse.tags[token][:2] in ("JJ", "NN")
    return telling and parse.document.text[parse.starts[after]].isupper()


def opens_band(parse: Parse, token: int) -> bool:
    """Whether those who are for something are called so together ("Parents for Calm, the group that ...").

    A sentence may begin so otherwise ("Lawyers for Hill said"): an apposition must tell then.
    """
    words, text = parse.words, parse.document.text
    if words[token] not in tables.groups().plural or words[token + 1 : token + 2] != ("for",):
        return False
    stop = token + 2
    while stop < min(token + 2 + _LONGEST, len(words)) and text[parse.starts[stop]].isupper():
        stop += 1
    told = words[stop : stop + 1] == (",",) and words[stop + 1 : stop + 2] in (("the",), ("a",), ("an",))
    return stop > token + 2 and told and not _BANDS.isdisjoint(words[stop + 2 : stop + 2 + _LONGEST])
