"""Find the predicates of a parse: words by which one party stands for or against another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stancecli.model import Entry, Lexicon, Parse
from stancecli.phrases import PhraseIndex

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "'re"])
Words = tuple[str, ...]


class Predicate(NamedTuple):
    """Tokens `first` to `stop` are a form of `entry`."""

    first: int
    stop: int
    entry: Entry


class PredicateIndex:
    """The lexicons of the kind "predicates", compiled once."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        """A form may belong to several entries: "support" is a verb and a noun."""
        entries = [entry for lexicon in lexicons if lexicon.kind == "predicates" for entry in lexicon.entries]
        by_form: dict[Words, list[Entry]] = {}
        for entry in entries:
            for form in entry.forms:
                by_form.setdefault(form, []).append(entry)
        self._phrases = PhraseIndex((form, tuple(several)) for form, several in by_form.items())

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

    def _entries(self, words: Words, first: int, stop: int, entries: tuple[Entry, ...]) -> list[Predicate]:
        return [
            Predicate(first, stop, entry)
            for entry in entries
            if not (entry.innocent and _innocent(words, first, stop, entry))
        ]


def _innocent(words: Words, first: int, stop: int, entry: Entry) -> bool:
    """Does the word stand within one of the entry's innocent phrases?"""
    return any(
        words[at : at + len(phrase)] == phrase
        for phrase in entry.innocent
        for at in range(max(0, stop - len(phrase)), first + 1)
    )
