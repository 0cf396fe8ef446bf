"""Find the words of a parse that tell of good or bad things, by their part of speech."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count

from msgspec import Struct

from stancecli.lexicon import Lexicons
from stancecli.lexicon.inflect import adverb_of
from stancecli.model import Entry, Parse


class Tone(Struct, frozen=True):
    """The word at token `at` is a form of `entry`."""

    at: int
    entry: Entry


_CLASS = {"noun": "N", "verb": "V", "adjective": "J"}
_TAG = {"NN": "N", "VB": "V", "JJ": "J", "RB": "J"}


class ToneIndex:
    """The lexicons of the kind "tones", by word and part of speech. Phrases are not looked for."""

    def __init__(self, lexicons: Lexicons) -> None:
        """Take every form of one word; an adjective has its adverb too ("brutally")."""
        self._begun = lexicons.begun("tones")
        self._known: dict[str, dict[str, Entry]] = {}

    def find(self, parse: Parse) -> list[Tone]:
        """The tones in order. Participles, and what is listed as no verb, count as any class: tags mix them up."""
        tags, listed = parse.tags, self._begun.words
        found = []
        for at in compress(count(), map(listed.__contains__, parse.words)):
            classes = self._classes(parse.words[at])
            tag = tags[at][:2]
            entry = classes.get(_TAG.get(tag, ""))
            if (
                entry is None
                and len(classes) == 1
                and tag in _TAG
                and ("V" not in classes or parse.words[at][-2:] == "ed")
            ):
                (entry,) = classes.values()
            if entry is not None:
                found.append(Tone(at, entry))
        return found

    def _classes(self, word: str) -> dict[str, Entry]:
        """The entry of each part of speech that the word may have."""
        classes = self._known.get(word)
        if classes is None:
            classes = self._known[word] = {}
            for entry in self._begun[word]:
                if word in _forms(entry):
                    classes.setdefault(_CLASS.get(entry.inflect, "J"), entry)
        return classes


def _forms(entry: Entry) -> Iterator[str]:
    for form in entry.forms:
        if len(form) == 1:
            yield form[0]
    if entry.inflect == "adjective":
        yield adverb_of(entry.term)
