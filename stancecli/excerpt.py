"""The words around a place, never more of them than a reader wants."""

from __future__ import annotations

from bisect import bisect_right

from stancecli.model import Parse, Span


def sentence_at(parse: Parse, place: int) -> Span:
    """The sentence in which a character stands, or the last before it."""
    token = bisect_right(parse.starts, place) - 1
    if token < 0:
        return Span(place, place + 1)
    return parse.span(*parse.sentences[parse.sentence_of[token]])


def cropped(text: str, whole: Span, first: int, stop: int, reach: int, longest: int) -> Span:
    """`whole` without what is more than `reach` characters from `first` and `stop`, cut at spaces where there are any.

    It has at most `longest` characters.
    """
    start, end = min(whole.start, first), max(whole.end, stop)
    if first - start > reach:
        cut = first - reach
        start = text.find(" ", cut, first) + 1 or cut
    limit = min(stop + reach, start + longest)
    if end > limit:
        cut = text.rfind(" ", max(stop, limit - reach), limit)
        end = cut if cut > 0 else limit
    return Span(start, end)
