"""Find the loaded words of a parse."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import prod

from stancecli.lexicon import Lexicons, Names
from stancecli.match.guards import meant
from stancecli.match.names import outside_names
from stancecli.match.negation import denied, intensified
from stancecli.match.voice import Distance, Distances
from stancecli.model import Entry, Hit, Parse, Range, Speech
from stancecli.phrases import PhraseIndex
from stancecli.places import Places
from stancecli.settings import DEFAULT, Settings
from stancecli.tables import domains
from stancecli.weights.loaded import factors

__all__ = ["KINDS", "TermIndex", "match", "outside_names"]

KINDS = ("terms", "cues")
"""The kinds of lexicons whose words are hits, where they have a polarity."""


class TermIndex:
    """Lexicons compiled for `match`, once."""

    def __init__(self, lexicons: Lexicons, settings: Settings = DEFAULT) -> None:
        """Take all entries that have a polarity. Of two with one form the heavier counts, then the earlier name;
        the other one counts where the first is not meant.
        """
        self.settings = settings
        self.names = Names(lexicons)
        self._factors = factors()
        self._begun = lexicons.begun(*KINDS)
        self.phrases = PhraseIndex.asking(self._begun.words, self._begun_with)
        self._entries: dict[str, Entry] = {}

    def _begun_with(self, word: str) -> Iterator[tuple[tuple[str, ...], tuple[Entry, ...]]]:
        entries = [entry for entry in self._begun[word] if entry.polarity]
        entries.sort(key=lambda entry: (-entry.weight, entry.lexicon))
        self._entries.update((entry.id, entry) for entry in entries)
        for form in dict.fromkeys(form for entry in entries for form in entry.forms if form[0] == word):
            yield form, tuple(entry for entry in entries if form in entry.forms)

    def entry(self, id: str) -> Entry:
        """The entry behind the `Hit.entry` of a hit that was found with this index."""
        return self._entries[id]

    def factors(self, entry: Entry, distance: Distance | None, *, negated: bool, intensified: bool) -> dict[str, float]:
        """What the entry's weight is multiplied by where it stands, by what calls for it; none is 1."""
        known, settings = self._factors, self.settings
        return {
            name: factor
            for name, factor in (
                (entry.category, known.categories.get(entry.category, 1.0)),
                (distance or "", known.distances[distance] if distance else 1.0),
                ("negated", settings.negated_factor if negated else 1.0),
                ("intensified", settings.intensified_factor if intensified and not negated else 1.0),
            )
            if factor != 1
        }

    def meant(self, parse: Parse, place: Range, entry: Entry) -> bool:
        """Are the entry's words meant as the entry means them?"""
        return meant(parse, place, entry, _words_of(entry.literal), self.settings.literal_words)


@cache
def _words_of(literal: tuple[str, ...]) -> frozenset[str]:
    """The words of all these domains."""
    return frozenset().union(*(domains()[name] for name in literal))


def match(parse: Parse, index: TermIndex, speech: Speech | None = None) -> tuple[Hit, ...]:
    """The hits in a parse, in order and without overlaps; the longest phrase counts.

    `polarity` is after negation, `weight` after all `factors`; without `speech` none knows of words that are
    reported without quotation marks. `voice`, `attribution` and `target` are left for `aim`. Parts of speech
    are guarded where the parse has tags. Linear in the length of the text.
    """
    found = list(_found(parse, index))
    if not found:
        return ()
    places = Places(parse.document)
    distances = Distances(parse, speech)
    return tuple([_hit(parse, place, entry, places, distances.of(place.first), index) for place, entry in found])


def _found(parse: Parse, index: TermIndex) -> Iterator[tuple[Range, Entry]]:
    for paragraph in parse.paragraphs:
        for first, stop, entries in index.phrases.find(parse.words[paragraph.first : paragraph.stop]):
            place = Range(paragraph.first + first, paragraph.first + stop)
            entry = next((entry for entry in entries if index.meant(parse, place, entry)), None)
            if entry:
                yield place, entry


def _hit(parse: Parse, place: Range, entry: Entry, places: Places, distance: Distance | None, index: TermIndex) -> Hit:
    start, end = parse.span(*place)
    line, column = places[start]
    negated = denied(parse, place.first, index.settings.negation_words)
    factors = index.factors(entry, distance, negated=negated, intensified=intensified(parse, place.first))
    return Hit(
        start=start,
        end=end,
        line=line,
        column=column,
        text=parse.document.text[start:end],
        entry=entry.id,
        lexicon=entry.lexicon,
        category=entry.category,
        polarity=-entry.polarity if negated else entry.polarity,
        weight=round(entry.weight * prod(factors.values()), 4),
        negated=negated,
        factors=factors,
    )
