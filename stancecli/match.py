"""Find the loaded words of a parse."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from stancecli.model import Entry, Hit, Lexicon, Parse, Range
from stancecli.phrases import PhraseIndex
from stancecli.settings import DEFAULT, Settings

Words = tuple[str, ...]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEGATIONS = _words(
    """not n't never no cannot hardly scarcely barely rarely seldom without neither nor nothing nobody none"""
)
NEGATING_PHRASES = frozenset({("far", "from"), ("anything", "but"), ("free", "of")})
NOT_NEGATING = frozenset(
    [("not", word) for word in ("only", "just", "merely", "simply", "least", "hesitate")]
    + [("n't", word) for word in ("only", "just", "hesitate")]
    + [("no", word) for word in ("doubt", "wonder", "matter", "less", "sooner", "problem", "question", "other")]
    + [("nothing", "but"), ("nothing", "short"), ("nothing", "less"), ("none", "other")]
)
"""Where a negating word and the next one deny nothing: "not only", "no doubt"."""

CLAUSE_ENDS = _words(
    """. , ; : ( ) — – -- ... … but and yet however though although because while whereas since until unless if when
    that which who whom whose whether"""
)
"""Words over which a negation does not reach."""

INTENSIFIERS = _words(
    """utterly deeply very extremely completely totally absolutely thoroughly wholly profoundly highly grossly wildly
    hugely massively increasingly incredibly truly downright outright blatantly shockingly unbelievably ridiculously
    dangerously especially particularly hopelessly"""
)

CONTRARY_PREFIXES = _words("anti non counter")
"""Before a hyphen they turn a loaded word into something else: "anti-terrorist"."""

_LINE_END = re.compile(r"\r\n|\r|\n")


class TermIndex:
    """Lexicons compiled for `match`, once."""

    def __init__(self, lexicons: Sequence[Lexicon], settings: Settings = DEFAULT) -> None:
        """Take all entries that have a polarity. Of two with one form the heavier counts, then the earlier name."""
        loaded = [entry for lexicon in lexicons for entry in lexicon.entries if entry.polarity]
        loaded.sort(key=lambda entry: (-entry.weight, entry.lexicon))
        self.settings = settings
        self.phrases = PhraseIndex((form, entry) for entry in loaded for form in entry.forms)
        self._entries = {entry.id: entry for entry in loaded}

    def entry(self, id: str) -> Entry:
        """The entry behind `Hit.entry`."""
        return self._entries[id]


def match(parse: Parse, index: TermIndex) -> tuple[Hit, ...]:
    """The hits in a parse, in order and without overlaps; the longest phrase counts.

    `polarity` and `weight` are after negation and intensifiers. `voice`, `attribution` and `target`
    are left for `aim`. Linear in the length of the text.
    """
    text = parse.document.text
    lines = [0, *(found.end() for found in _LINE_END.finditer(text))]
    hits = []
    for paragraph in parse.paragraphs:
        for first, stop, entry in index.phrases.find(parse.words[paragraph.first : paragraph.stop]):
            place = Range(paragraph.first + first, paragraph.first + stop)
            if not _innocent(parse.words, place, entry):
                hits.append(_hit(parse, place, entry, lines, index.settings))
    return tuple(hits)


def _hit(parse: Parse, place: Range, entry: Entry, lines: list[int], settings: Settings) -> Hit:
    first = place.first
    start, end = parse.span(first, place.stop)
    line = bisect_right(lines, start)
    negated = _negated(parse, first, settings.negation_words)
    weight = entry.weight
    if negated:
        weight *= settings.negated_factor
    elif first and parse.words[first - 1] in INTENSIFIERS:
        weight *= settings.intensified_factor
    return Hit(
        start=start,
        end=end,
        line=line,
        column=start - lines[line - 1] + 1,
        text=parse.document.text[start:end],
        entry=entry.id,
        lexicon=entry.lexicon,
        category=entry.category,
        polarity=-entry.polarity if negated else entry.polarity,
        weight=round(weight, 6),
        negated=negated,
    )


def _innocent(words: Words, place: Range, entry: Entry) -> bool:
    """Is this no use of the entry: after "anti-", or within one of its innocent phrases?"""
    first, stop = place
    if first > 1 and words[first - 1] == "-" and words[first - 2] in CONTRARY_PREFIXES:
        return True
    return any(
        words[at : at + len(phrase)] == phrase
        for phrase in entry.innocent
        for at in range(max(0, stop - len(phrase)), first + 1)
    )


def _negated(parse: Parse, first: int, reach: int) -> bool:
    """Does a negation in the same clause reach the word at `first`?"""
    words = parse.words
    start = max(first - reach, parse.sentences[parse.sentence_of[first]].first)
    for at in range(first - 1, start - 1, -1):
        word = words[at]
        if word in CLAUSE_ENDS:
            return False
        if word in NEGATIONS:
            return words[at : at + 2] not in NOT_NEGATING
        if words[at : at + 2] in NEGATING_PHRASES:
            return True
    return False
