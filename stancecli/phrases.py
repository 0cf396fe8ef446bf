"""Find many phrases in a sequence of words at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress, count
from typing import Generic, TypeVar

Value = TypeVar("Value")


Rows = tuple[tuple[tuple[str, ...], Value], ...]


class PhraseIndex(Generic[Value]):
    """Phrases by their first two words, longest first.

    A word that begins no phrase costs one look into a dict, which is most words; one that begins
    many (`made` of `made clear`, `made no secret of`) costs one look more. Words are compared whole,
    so that no boundary is ever checked. Of each first word, `_rows` has the phrases by their second word, and
    what is left where no phrase goes on with the word that follows: the first word alone, if it is a phrase.
    """

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], Value]]) -> None:
        """Store each phrase (words as in `Parse.words`); of two equal phrases the first stays."""
        rows: dict[str, tuple[dict[str, Rows[Value]], Rows[Value]]] = {}
        several: dict[str, dict[str, dict[tuple[str, ...], Value]]] = {}
        for phrase, value in phrases:
            if len(phrase) == 1:
                if phrase[0] not in rows:
                    rows[phrase[0]] = ({}, ((phrase, value),))
            elif phrase:
                several.setdefault(phrase[0], {}).setdefault(phrase[1], {}).setdefault(phrase, value)
        for first, rest in several.items():
            alone = rows[first][1] if first in rows else ()
            longer = {
                second: (*sorted(row.items(), key=lambda item: -len(item[0])), *alone) for second, row in rest.items()
            }
            rows[first] = (longer, alone)
        self._rows = rows

    def find(self, words: tuple[str, ...]) -> list[tuple[int, int, Value]]:
        """The longest phrases from left to right, without overlaps: first token, stop, value."""
        rows = self._rows
        found: list[tuple[int, int, Value]] = []
        free = 0
        last = len(words) - 1
        for first in compress(count(), map(rows.__contains__, words)):
            if first < free:
                continue
            longer, alone = rows[words[first]]
            for phrase, value in longer.get(words[first + 1], alone) if first < last else alone:
                stop = first + len(phrase)
                if words[first:stop] == phrase:
                    found.append((first, stop, value))
                    free = stop
                    break
        return found
