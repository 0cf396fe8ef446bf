"""Find the words of a parse that tell of good or bad things, by their part of speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stancecli.model import Entry, Lexicon, Parse


class Tone(NamedTuple):
    """The word at token `at` is a form of `entry`."""

    at: int
    entry: Entry


_CLASS = {"noun": "N", "verb": "V", "adjective": "J"}
_TAG = {"NN": "N", "VB": "V", "JJ": "J", "RB": "J"}


class ToneIndex:
    """The lexicons of the kind "tones", by word and part of speech. Phrases are not looked for."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        """Take every form of one word; an adjective has its adverb too ("brutally")."""
        self._words: dict[str, dict[str, Entry]] = {}
        for lexicon in lexicons:
            for entry in lexicon.entries if lexicon.kind == "tones" else ():
                for form in _forms(entry):
                    self._words.setdefault(form, {}).setdefault(_CLASS.get(entry.inflect, "J"), entry)

    def find(self, parse: Parse) -> list[Tone]:
        """The tones in order. Participles, and what is listed as no verb, count as any class: tags mix them up."""
        known, tags = self._words, parse.tags
        found = []
        for at in [i for i, word in enumerate(parse.words) if word in known]:
            classes = known[parse.words[at]]
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


def _forms(entry: Entry) -> Iterator[str]:
    for form in entry.forms:
        if len(form) == 1:
            yield form[0]
    if entry.inflect == "adjective":
        yield _adverb(entry.term)


def _adverb(term: str) -> str:
    """ "brutally" of "brutal", "angrily" of "angry", "terribly" of "terrible", "tragically" of "tragic"."""
    if term.endswith("y"):
        return term[:-1] + "ily"
    if term.endswith("le"):
        return term[:-1] + "y"
    return term + ("ally" if term.endswith("ic") else "ly")
