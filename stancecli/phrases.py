"""Find many phrases in a sequence of words at once."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from itertools import compress, count
from typing import Generic, TypeVar

Value = TypeVar("Value")
Phrase = tuple[str, ...]
Row = tuple[tuple[Phrase, Value], ...]


class PhraseIndex(Generic[Value]):
    """Phrases by their first two words, longest first.

    A word that begins no phrase costs one look into a dict, which is most words; one that begins
    many (`made` of `made clear`, `made no secret of`) costs one look more. Words are compared whole,
    so that no boundary is ever checked. What a word begins is put in order when the word first comes up.
    """

    def __init__(self, phrases: Iterable[tuple[Phrase, Value]]) -> None:
        """Store each phrase (words as in `Parse.words`); of two equal phrases the first stays."""
        begun: dict[str, list[tuple[Phrase, Value]]] = {}
        for phrase, value in phrases:
            if phrase:
                begun.setdefault(phrase[0], []).append((phrase, value))
        self._ask(begun.keys(), begun.__getitem__)

    @classmethod
    def asking(
        cls, words: Container[str], phrases: Callable[[str], Iterable[tuple[Phrase, Value]]]
    ) -> PhraseIndex[Value]:
        """An index of all that `phrases` tells: what a word begins, asked once for each of the `words` that comes up."""
        index = cls.__new__(cls)
        index._ask(words, phrases)
        return index

    def _ask(self, words: Container[str], phrases: Callable[[str], Iterable[tuple[Phrase, Value]]]) -> None:
        self._words = words
        self._phrases = phrases
        self._begun: dict[str, tuple[dict[str, Row[Value]], Row[Value]]] = {}

    def find(self, words: tuple[str, ...]) -> list[tuple[int, int, Value]]:
        """The longest phrases from left to right, without overlaps: first token, stop, value."""
        begun = self._begun
        found: list[tuple[int, int, Value]] = []
        free = 0
        last = len(words) - 1
        for first in compress(count(), map(self._words.__contains__, words)):
            if first < free:
                continue
            word = words[first]
            if word not in begun:
                begun[word] = _ordered(self._phrases(word))
            longer, alone = begun[word]
            for phrase, value in longer.get(words[first + 1], alone) if first < last else alone:
                stop = first + len(phrase)
                if words[first:stop] == phrase:
                    found.append((first, stop, value))
                    free = stop
                    break
        return found


def within(words: tuple[str, ...], first: int, stop: int, phrases: Iterable[Phrase]) -> bool:
    """Do the words `first` to `stop` stand within one of the phrases?"""
    word = words[first]
    for phrase in phrases:
        if word in phrase:
            size = len(phrase)
            for at in range(max(0, stop - size), first + 1):
                if words[at : at + size] == phrase:
                    return True
    return False


def _ordered(phrases: Iterable[tuple[Phrase, Value]]) -> tuple[dict[str, Row[Value]], Row[Value]]:
    """Phrases that one word begins: by their second word, and those that may stand where none goes on with it."""
    alone: Row[Value] = ()
    several: dict[str, dict[Phrase, Value]] = {}
    for phrase, value in phrases:
        if len(phrase) == 1:
            alone = alone or ((phrase, value),)
        else:
            several.setdefault(phrase[1], {}).setdefault(phrase, value)
    longest = {second: sorted(row.items(), key=lambda item: -len(item[0])) for second, row in several.items()}
    return {second: (*row, *alone) for second, row in longest.items()}, alone
