"""Find the loaded words of a parse."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from stancecli.match.guards import meant
from stancecli.match.negation import denied, intensified
from stancecli.model import Entry, Hit, Lexicon, Parse, Range
from stancecli.phrases import PhraseIndex
from stancecli.settings import DEFAULT, Settings
from stancecli.tables import domains

__all__ = ["TermIndex", "match"]

_LINE_END = re.compile(r"\r\n|\r|\n")


class TermIndex:
    """Lexicons compiled for `match`, once."""

    def __init__(self, lexicons: Sequence[Lexicon], settings: Settings = DEFAULT) -> None:
        """Take all entries that have a polarity. Of two with one form the heavier counts, then the earlier name;
        the other one counts where the first is not meant.
        """
        loaded = [entry for lexicon in lexicons for entry in lexicon.entries if entry.polarity]
        loaded.sort(key=lambda entry: (-entry.weight, entry.lexicon))
        by_form: dict[tuple[str, ...], tuple[Entry, ...]] = {}
        for entry in loaded:
            for form in entry.forms:
                by_form[form] = (*by_form.get(form, ()), entry)
        self.settings = settings
        self.phrases = PhraseIndex(by_form.items())
        self._entries = {entry.id: entry for entry in loaded}
        named = {entry.literal for entry in loaded if entry.literal}
        self._literal = {names: frozenset().union(*(domains()[name] for name in names)) for names in named}

    def entry(self, id: str) -> Entry:
        """The entry behind `Hit.entry`."""
        return self._entries[id]

    def meant(self, parse: Parse, place: Range, entry: Entry) -> bool:
        """Are the entry's words meant as the entry means them?"""
        return meant(parse, place, entry, self._literal.get(entry.literal, frozenset()), self.settings.literal_words)


def match(parse: Parse, index: TermIndex) -> tuple[Hit, ...]:
    """The hits in a parse, in order and without overlaps; the longest phrase counts.

    `polarity` and `weight` are after negation and intensifiers. `voice`, `attribution` and `target`
    are left for `aim`. Parts of speech are guarded where the parse has tags. Linear in the length of the text.
    """
    text = parse.document.text
    lines = [0, *(found.end() for found in _LINE_END.finditer(text))]
    return tuple([_hit(parse, place, entry, lines, index.settings) for place, entry in _found(parse, index)])


def _found(parse: Parse, index: TermIndex) -> Iterator[tuple[Range, Entry]]:
    for paragraph in parse.paragraphs:
        for first, stop, entries in index.phrases.find(parse.words[paragraph.first : paragraph.stop]):
            place = Range(paragraph.first + first, paragraph.first + stop)
            entry = next((entry for entry in entries if index.meant(parse, place, entry)), None)
            if entry:
                yield place, entry


def _hit(parse: Parse, place: Range, entry: Entry, lines: list[int], settings: Settings) -> Hit:
    start, end = parse.span(*place)
    line = bisect_right(lines, start)
    negated = denied(parse, place.first, settings.negation_words)
    weight = entry.weight
    if negated:
        weight *= settings.negated_factor
    elif intensified(parse, place.first):
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
