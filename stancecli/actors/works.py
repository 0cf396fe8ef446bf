"""Titles of books, films and the like: they stand between quotation marks and are no parties."""

from __future__ import annotations

from stancecli.actors.words import ARTICLES
from stancecli.model import Parse

_CALLING = ARTICLES | {"so-called", "called", "named", "nicknamed", "dubbed"}
"""A name in quotation marks behind one of these is a nickname (`the "Iron Lady"`)."""


def titles_of_works(parse: Parse) -> set[tuple[int, int]]:
    """The tokens, from first to stop, of all that fills a pair of quotation marks, without an article and a last full stop."""
    found = set()
    for zone in parse.quotations:
        if zone.closed and (not zone.first or parse.words[zone.first - 1] not in _CALLING):
            first, stop = zone.first + 1, zone.stop - 1
            first += parse.words[first] in ARTICLES
            stop -= not parse.words[stop - 1][0].isalnum()
            found.add((first, stop))
    return found
