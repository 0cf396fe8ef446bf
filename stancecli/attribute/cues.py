"""The cues of all lexicons, compiled once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stancecli.attribute.grammar import AUXILIARY, FINITE, GERUND, kind_of
from stancecli.model import Entry, Lexicon
from stancecli.phrases import PhraseIndex


class CueAt(NamedTuple):
    """A cue in a parse: tokens `first` to `stop`, with the entry that lists it as a verb, as a noun, or both."""

    first: int
    stop: int
    verb: Entry | None
    noun: Entry | None

    @property
    def entry(self) -> Entry:
        """The entry to ask where it does not matter which."""
        entry = self.verb or self.noun
        assert entry is not None
        return entry


class CueIndex:
    """Finds the cues of all lexicons of the kind "cues". Of two entries for one form the first one read stays."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        """Compile the entries' forms; the phrases in which they are innocent shadow them.

        A phrase that holds its own source ("a poll shows") is found through its verb.
        """
        entries = [entry for lexicon in lexicons if lexicon.kind == "cues" for entry in lexicon.entries]
        verbs = {form: entry for entry in reversed(entries) if not _is_noun(entry) for form in entry.forms}
        nouns = {form: entry for entry in reversed(entries) if _is_noun(entry) for form in entry.forms}
        nouns = {form: entry for form, entry in nouns.items() if len(form) < 2 or form[-1:] not in verbs}
        innocent = [phrase for entry in entries for phrase in entry.innocent]
        self._phrases = PhraseIndex(_phrases(verbs, nouns, innocent))

    def find(self, words: tuple[str, ...]) -> list[CueAt]:
        """The longest cues from left to right, without overlaps."""
        found = self._phrases.find(words)
        return [CueAt(first, stop, *entries) for first, stop, entries in found if entries]


Entries = tuple[Entry | None, Entry | None]
Forms = dict[tuple[str, ...], Entry]


def _phrases(
    verbs: Forms, nouns: Forms, innocent: list[tuple[str, ...]]
) -> Iterator[tuple[tuple[str, ...], Entries | None]]:
    yield from ((form, (verbs.get(form), nouns.get(form))) for form in {**verbs, **nouns})
    yield from ((phrase, None) for phrase in innocent)


def _is_noun(entry: Entry) -> bool:
    """Tell nouns by their guard, or by having no form of a verb that is none of a noun."""
    if entry.pos:
        return "VERB" not in entry.pos
    return not any(kind_of(word) in _VERBAL for form in entry.forms for word in (form[0], form[-1]))


_VERBAL = (FINITE, GERUND, AUXILIARY)
