"""Find the predicates of a parse: words by which one party stands for or against another."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from stancecli.lexicon import Lexicons
from stancecli.model import Entry, Parse
from stancecli.phrases import PhraseIndex, within

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "'re"])
Words = tuple[str, ...]


class Predicate(Struct, frozen=True):
    """Tokens `first` to `stop` are a form of `entry`."""

    first: int
    stop: int
    entry: Entry


class PredicateIndex:
    """The lexicons of the kind "predicates", compiled once."""

    def __init__(self, lexicons: Lexicons) -> None:
        """A form may belong to several entries: "support" is a verb and a noun."""
        self._begun = lexicons.begun("predicates")
        self._phrases = PhraseIndex.asking(self._begun.words, self._begun_with)

    def find(self, parse: Parse) -> list[Predicate]:
        """The predicates in order; the longest phrase counts, and every entry that has this form.

        A phrase that begins with a form of "be" ("was accused of") tells of its subject; the verb in it, of who did it.
        """
        words = parse.words
        found: list[Predicate] = []
        for first, stop, entries in self._phrases.find(words):
            found += self._entries(words, first, stop, entries)
            if words[first] in _BE and stop - first > 1:
                for _, _, inside in self._phrases.find(words[first + 1 : first + 2]):
                    found += self._entries(words, first + 1, first + 2, inside)
        return found

    def _begun_with(self, word: str) -> Iterator[tuple[Words, tuple[Entry, ...]]]:
        entries = self._begun[word]
        for form in dict.fromkeys(form for entry in entries for form in entry.forms if form[0] == word):
            yield form, tuple(entry for entry in entries if form in entry.forms)

    def _entries(self, words: Words, first: int, stop: int, entries: tuple[Entry, ...]) -> list[Predicate]:
        return [
            Predicate(first, stop, entry)
            for entry in entries
            if not (entry.innocent and within(words, first, stop, entry.innocent))
        ]
