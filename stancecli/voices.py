"""Whose words each token belongs to: computed from the attributions alone, shared by all that counts voices."""

from __future__ import annotations

from bisect import bisect_left

from stancecli.model import AUTHOR, UNATTRIBUTED, Parse, Range, Span, Speech, Voices

NARRATED = -1
"""The code of a token outside all content and quotation marks: the author's own."""

UNSOURCED = -2
"""The code of a token between quotation marks that no attribution covers."""


def find_voices(parse: Parse, speech: Speech) -> Voices:
    """Find the innermost attribution of every token.

    Contents are painted from the outside in; where two cross, the later has the words that they share.
    """
    owners = [NARRATED] * len(parse.words)
    for zone in parse.quotations:
        if not zone.depth and not zone.scare:
            owners[zone.first : zone.stop] = [UNSOURCED] * (zone.stop - zone.first)
    outer = [NARRATED] * len(speech.attributions)
    seen: set[int] = set()
    contents = [
        (span[0], -span[1], number)
        for number, attribution in enumerate(speech.attributions)
        for span in attribution.content.spans
    ]
    for start, negative_end, number in sorted(contents):
        first, stop = tokens_of(parse, Span(start, -negative_end))
        if number not in seen and first < stop and owners[first] >= 0:
            outer[number] = owners[first]
        seen.add(number)
        owners[first:stop] = [number] * (stop - first)
    return Voices(owners, outer)


def tokens_of(parse: Parse, span: Span) -> Range:
    """The tokens that characters `span` touch: empty where they hold no token."""
    first = bisect_left(parse.ends, span[0] + 1)
    return Range(first, bisect_left(parse.starts, span[1], first))


def voice_name(speech: Speech, code: int) -> str:
    """The name of a voice: an actor's, "author" or "unattributed"."""
    if code == NARRATED:
        return AUTHOR
    if code == UNSOURCED:
        return UNATTRIBUTED
    source = speech.attributions[code].source
    return (source.actor if source else None) or UNATTRIBUTED
