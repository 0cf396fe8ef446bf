"""The cues of all lexicons, compiled once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stancecli.model import Entry, Lexicon
from stancecli.phrases import PhraseIndex


class CueAt(NamedTuple):
    """A cue in a parse: tokens `first` to `stop`, and the entry that lists it."""

    first: int
    stop: int
    entry: Entry


class CueIndex:
    """Finds the cues of all lexicons of the kind "cues". Of two equal forms the first one read stays."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        """Compile the entries' forms; the phrases in which they are innocent shadow them."""
        self._phrases = PhraseIndex(_phrases([lexicon for lexicon in lexicons if lexicon.kind == "cues"]))

    def find(self, words: tuple[str, ...]) -> list[CueAt]:
        """The longest cues from left to right, without overlaps."""
        return [CueAt(first, stop, entry) for first, stop, entry in self._phrases.find(words) if entry]


def _phrases(lexicons: Sequence[Lexicon]) -> Iterator[tuple[tuple[str, ...], Entry | None]]:
    entries = [entry for lexicon in lexicons for entry in lexicon.entries]
    yield from ((form, entry) for entry in entries for form in entry.forms)
    yield from ((phrase, None) for entry in entries for phrase in entry.innocent)
