"""How much of what stands between quotation marks has a known speaker."""

from __future__ import annotations

from stancecli.model import Cast, Parse
from stancecli.voices import NARRATED


def quoted_words(parse: Parse, cast: Cast) -> tuple[int, int]:
    """Count the words between quotation marks, and how many of them stand in the content of an actor.

    A word is a token that begins with a letter or digit. Scare quotes outside
    all content are the author's and do not count.
    """
    owners = cast.voices.owners
    known = [bool(item.source and item.source.actor) for item in cast.speech.attributions]
    quoted = attributed = 0
    for zone in parse.quotations:
        if zone.depth or (zone.scare and owners[zone.first] == NARRATED):
            continue
        words = [owners[i] for i in range(zone.first, zone.stop) if parse.words[i][0].isalnum()]
        quoted += len(words)
        attributed += sum(owner >= 0 and known[owner] for owner in words)
    return quoted, attributed
