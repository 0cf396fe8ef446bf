"""How much of what stands between quotation marks has a known speaker."""

from __future__ import annotations

from bisect import bisect_left

from stancecli.model import Parse, Speech


def quoted_words(parse: Parse, speech: Speech) -> tuple[int, int]:
    """Count the words between quotation marks, scare quotes left out, and how many of them somebody says.

    A word is a token that begins with a letter or digit; somebody says it where it stands in the
    content of an attribution that has a source.
    """
    said = bytearray(len(parse.words))
    for attribution in speech.attributions:
        if attribution.source:
            for start, end in attribution.content.spans:
                first, stop = bisect_left(parse.starts, start), bisect_left(parse.starts, end)
                said[first:stop] = b"\x01" * (stop - first)
    quoted = attributed = 0
    for zone in parse.quotations:
        if not zone.depth and not zone.scare:
            tokens = [i for i in range(zone.first, zone.stop) if parse.words[i][0].isalnum()]
            quoted += len(tokens)
            attributed += sum(said[i] for i in tokens)
    return quoted, attributed
