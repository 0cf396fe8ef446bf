"""Whether a loaded word is a part of a proper name: a programme, an organisation, a title."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from stancecli.model import Cast, Hit, Parse, Range
from stancecli.tables import organisations

REACH = 12
"""How many words to each side of a word are looked at; keeps endless sentences linear."""

TITLE_SHARE = 0.75
"""A stretch in which so many of the longer words have a capital is written like a title."""

_LINKING = frozenset(("of", "the", "&"))
_HEADS = frozenset("act award awards bill day hotline index law line pac prize show street week".split())
"""Last words of names, beside those of organisations."""


def in_name(parse: Parse, place: Range) -> bool:
    """Is the word within a name ("Fox News Sunday Morning Massacre", "Crisis Text Line")?

    It then has a capital where none is expected, and stands in a run of words with capitals that either has two of
    them before it or ends as organisations' names do: "Crooked Hillary" is none. In titles, where every word has a
    capital, nothing can be told; a word all in capitals is meant to be heard, and is no name.
    """
    first, stop = place
    if not (_capital(parse, first) and _capital(parse, stop - 1)):
        return False
    sentence = parse.sentences[parse.sentence_of[first]]
    low, high = max(sentence.first, first - REACH), min(sentence.stop, stop + REACH)
    run = _run(parse, place, low, high)
    if run == place or _shouted(parse, place) or _title(parse, run, low, high):
        return False
    capitals = sum(_capital(parse, at) for at in range(run.first, first))
    return capitals > 1 or (run.stop > stop and _ends_a_name(parse.words[run.stop - 1]))


def outside_names(hits: Sequence[Hit], cast: Cast, text: str) -> tuple[Hit, ...]:
    """The hits that are no part of a proper name where it stands with a capital: nobody is blamed for being called Coward.

    What a group without a name is called ("Furious residents") is no such name, nor is a single word that only its capital
    makes one ("Thugs planned it").
    """
    if not hits:
        return ()
    named = (actor for actor in cast.actors if actor.kind != "group" and " " in actor.name)
    mentions = sorted((span.start, span.end, actor.name) for actor in named for span in actor.mentions)
    starts = [start for start, _, _ in mentions]

    def is_named(hit: Hit) -> bool:
        at = bisect_right(starts, hit.start) - 1
        if at < 0 or not hit.text[0].isupper():
            return False
        _, end, name = mentions[at]
        return hit.end <= end and hit.text.casefold() in name.casefold().split()

    return tuple([hit for hit in hits if not is_named(hit)])


def _run(parse: Parse, place: Range, low: int, high: int) -> Range:
    """The words with capitals around the place, and small words between them."""
    first, stop = place
    at = first - 1
    while at >= low and (_capital(parse, at) or parse.words[at] in _LINKING):
        first = at if _capital(parse, at) else first
        at -= 1
    at = stop
    while at < high and (_capital(parse, at) or parse.words[at] in _LINKING):
        stop = at + 1 if _capital(parse, at) else stop
        at += 1
    return Range(first, stop)


def _ends_a_name(word: str) -> bool:
    return word in _HEADS or word in organisations().heads


def _capital(parse: Parse, at: int) -> bool:
    return parse.document.text[parse.starts[at]].isupper()


def _shouted(parse: Parse, place: Range) -> bool:
    text = parse.document.text[slice(*parse.span(*place))]
    return len(text) > 1 and text.isupper()


def _title(parse: Parse, run: Range, low: int, high: int) -> bool:
    """Is the stretch around the run written like a title? Words of four letters and more decide, but for the first."""
    around = (*range(low + 1, run.first), *range(run.stop, high))
    longer = [at for at in around if parse.ends[at] - parse.starts[at] > 3 and parse.words[at].isalpha()]
    return sum(_capital(parse, at) for at in longer) >= TITLE_SHARE * len(longer)
