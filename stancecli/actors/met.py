"""Whether one mention is enough to tell that a word with a capital is somebody's name."""

from __future__ import annotations

from stancecli import tables
from stancecli.actors.acting import acts, is_told_of
from stancecli.actors.alive import CLOSING, DONE_TO_PARTIES
from stancecli.actors.appositions import described_body, described_office
from stancecli.actors.binding import breaks_in
from stancecli.actors.words import has_capital
from stancecli.attribute.grammar import PREPOSITION, kind_of
from stancecli.model import Parse

_DEALING = DONE_TO_PARTIES | frozenset(
    "attacked attacks attacking backed backs backing supported supports opposed opposes boycotted rejected joined left bought".split()
)
"""Before a word with a capital these tell that it is somebody's name."""


def is_met(parse: Parse, first: int, stop: int) -> bool:
    """Whether one mention tells that a word is a name: its bearer acts or is dealt with, a clause goes on about him, or the name
    tells who the person or body before it is ("his wife, Mary, said", "the singer Moonbeam").
    """
    words, before = parse.words, parse.words[first - 1] if first else "."
    alone = not has_capital(parse, stop)
    described = max(described_office(parse, first, stop), described_body(parse, first, stop))
    told = is_told_of(parse, first, stop) and kind_of(before) != PREPOSITION
    called = (before in tables.people() or before in tables.organisations().either) and words[
        stop : stop + 1
    ] in CLOSING
    told = told or (stop + 1 < len(words) and breaks_in(words, stop + 1))  # "Lund, she said, was ill"
    return acts(words, stop) or told or (before in _DEALING and alone) or called or 0 <= described == first - 2
