"""The cues of all lexicons, compiled once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from stancecli import tables
from stancecli.attribute.grammar import AUXILIARY, FINITE, GERUND, kind_of
from stancecli.lexicon import Lexicons
from stancecli.model import Entry, Parse, Range
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


class Listed:
    """The cues of the lexicons in one parse, to be asked by place."""

    def __init__(self, cues: list[CueAt]) -> None:
        """`cues` are in order."""
        self._cues, self._firsts = cues, [cue.first for cue in cues]

    def inside(self, cue: Range) -> list[CueAt]:
        """The listed cues within a cue."""
        at = bisect_left(self._firsts, cue.first)
        return self._cues[at : bisect_left(self._firsts, cue.stop, at)]

    def verb_at(self, token: int) -> CueAt | None:
        """The listed verb that begins with a token."""
        at = bisect_left(self._firsts, token)
        found = self._cues[at] if at < len(self._cues) and self._firsts[at] == token else None
        return found if found and found.verb else None


def without_names(parse: Parse, cues: list[CueAt]) -> list[CueAt]:
    """The cues less those that are first names before surnames ("Hope Lund"), which a headline may write of any words."""
    names, words = tables.first_names().genders, parse.words
    return [
        cue
        for cue in cues
        if cue.stop - cue.first > 1 or words[cue.first] not in names or not _is_named(parse, cue.first)
    ]


def _is_named(parse: Parse, token: int) -> bool:
    text, headline = parse.document.text, parse.document.paragraphs[0].role == "headline"
    capitals = all(text[start].isupper() for start in parse.starts[token : token + 2])
    return capitals and not (headline and token < parse.paragraphs[0].stop)


class CueIndex:
    """Finds the cues of all lexicons of the kind "cues". Of two entries for one form the first one read stays."""

    def __init__(self, lexicons: Lexicons) -> None:
        """Compile the entries' forms; the phrases in which they are innocent shadow them.

        A phrase that holds its own source ("a poll shows") is found through its verb.
        """
        self._begun = lexicons.begun("cues")
        self._phrases = PhraseIndex.asking(self._begun.words, self._begun_with)

    def find(self, words: tuple[str, ...]) -> list[CueAt]:
        """The longest cues from left to right, without overlaps."""
        found = self._phrases.find(words)
        return [CueAt(first, stop, *entries) for first, stop, entries in found if entries]

    def _begun_with(self, word: str) -> Iterator[tuple[tuple[str, ...], _Entries | None]]:
        entries = self._begun[word][::-1]
        verbs = {form: entry for entry in entries if not _is_noun(entry) for form in entry.forms if form[0] == word}
        nouns = {form: entry for entry in entries if _is_noun(entry) for form in entry.forms if form[0] == word}
        nouns = {form: entry for form, entry in nouns.items() if len(form) < 2 or not self._is_verb(form[-1])}
        yield from ((form, (verbs.get(form), nouns.get(form))) for form in {**verbs, **nouns})
        yield from ((phrase, None) for entry in entries for phrase in entry.innocent if phrase[0] == word)

    def _is_verb(self, word: str) -> bool:
        return any((word,) in entry.forms and not _is_noun(entry) for entry in self._begun[word])


_Entries = tuple[Entry | None, Entry | None]


def _is_noun(entry: Entry) -> bool:
    """Tell nouns by their guard, or by having no form of a verb that is none of a noun."""
    if entry.pos:
        return "VERB" not in entry.pos
    return not any(kind_of(word) in _VERBAL for form in entry.forms for word in (form[0], form[-1]))


_VERBAL = (FINITE, GERUND, AUXILIARY)
