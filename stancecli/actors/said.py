"""Where the words stand that somebody is made to say, and whose they are, for those who ask whom a pronoun means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from stancecli.actors.parties import Party
from stancecli.actors.words import GENDERS, HE_OR_SHE
from stancecli.model import Attribution, Parse, Speech
from stancecli.voices import tokens_of

Quoted: TypeAlias = "Sequence[tuple[int, int, Party | int]]"
"""Stretches of quoted words (first token, stop) and their speaker, or the token of the pronoun that names the speaker."""

Told: TypeAlias = "Sequence[tuple[int, int, int]]"
"""Stretches of attributed content: first token, stop, the token at which the source begins or -1."""

_OF = frozenset(["of", "about"])
_CUE = 12
"""How many words behind a quotation may tell about whom it is."""
_QUOTES = 8
"""How many quotation marks before a name are asked whether it stands between them."""


def said_words(parse: Parse, speech: Speech, found: Mapping[int, Party]) -> Quoted:
    """Where quoted words stand that have a source; `found` has the known speakers by the source's first character."""
    rows: list[tuple[int, int, Party | int]] = []
    zones = parse.quotations
    firsts = [zone.first for zone in zones]
    for one in speech.attributions:
        source = _source(parse, one)
        if one.source is None or source < 0 or one.kind == "indirect":
            continue
        speaker = found.get(one.source.spans[0].start, source)
        for span in one.content.spans:
            first, stop = tokens_of(parse, span)
            if one.kind == "direct":
                rows.append((first, stop, speaker))
            else:  # what is told in the reporter's own words has the speaker as "he"
                inner = zones[bisect_left(firsts, first) : bisect_left(firsts, stop)]
                rows += [(zone.first, min(zone.stop, stop), speaker) for zone in inner if not zone.depth]
    return rows


def told_words(parse: Parse, speech: Speech) -> Told:
    """Where the content of each attribution stands."""
    return [(*tokens_of(parse, span), _source(parse, one)) for one in speech.attributions for span in one.content.spans]


def _source(parse: Parse, one: Attribution) -> int:
    """The token at which the source of an attribution begins; -1 where it has none."""
    return tokens_of(parse, one.source.spans[0]).first if one.source and one.source.spans else -1


def other_speakers(parse: Parse, pronouns: Sequence[int], quoted: Quoted) -> dict[int, str]:
    """Of pronouns in quoted words the gender of the one that stands for their speaker, where theirs is another ("“We like [her],”
    he said").
    """
    found: dict[int, str] = {}
    for first, stop, source in quoted:
        gender = GENDERS.get(parse.words[source], "") if isinstance(source, int) else ""
        inside = pronouns[bisect_left(pronouns, first) : bisect_left(pronouns, stop)] if gender else ()
        found.update((token, gender) for token in inside if GENDERS[parse.words[token]] != gender)
    return found


def told_behind(parse: Parse, stop: int) -> tuple[int, int]:
    """The "of" or "about" behind quoted words that end before token `stop`, and where the words end that may tell whom they are
    about ("she said of Lund"); twice the latter where there is none.
    """
    end = min(stop + _CUE, parse.sentences[parse.sentence_of[stop - 1]].stop)
    return next((at for at in range(stop, end) if parse.words[at] in _OF), end), end


def covered(parse: Parse, stretches: Sequence[tuple[int, int]]) -> bytearray:
    """Of each token, whether any of the stretches holds it."""
    held = bytearray(len(parse.words))
    for first, stop in stretches:
        held[first:stop] = b"\x01" * (stop - first)
    return held


def opening_words(parse: Parse, told: Told) -> Iterator[tuple[int, int]]:
    """The pronouns with which somebody's words begin that are not quoted ("Lund said that she"), and where the source does."""
    for first, _, source in told:
        at = first + (parse.words[first : first + 1] == ("that",))
        if 0 <= source < first and not HE_OR_SHE.isdisjoint(parse.words[at : at + 1]):
            yield at, source


def is_quoted(parse: Parse, token: int) -> bool:
    """Whether a token stands in somebody's quoted words."""
    stop = bisect_right(parse.quotations, token, key=lambda zone: zone.first)
    near = parse.quotations[max(0, stop - _QUOTES) : stop]
    return any(token < zone.stop and not zone.scare for zone in near)
