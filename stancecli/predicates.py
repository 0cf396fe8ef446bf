"""Find the predicates of a parse: words by which one party stands for or against another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from stancecli.lexicon import Lexicons
from stancecli.model import Entry, Parse
from stancecli.phrases import PhraseIndex, within

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "'re"])
SLOT = "somebody"
"""Holds the place of an object within a phrase ("throw somebody under the bus")."""
MOST_IN_SLOT = 6
"""How many words may stand there; none where the object stands before ("was thrown under the bus")."""
_APART = ("VBD", "VBZ", "VBP", "VB", "MD", "IN")
"""Tags of words that are no part of an object; "of" is one."""
_ASKING = frozenset("want wants wanted wanting ask asks asked asking beg begs begged begging".split())
_BE_WITHIN = 3
"""Of these, who has no object does it himself ("wanted to stay"), unless it is done to him ("was told to stay")."""
_OWNERS = frozenset("his her its their my our your".split())
_LINKS = frozenset(["'s", "'", "-"])
_DENYING = frozenset("not never neither nor hardly scarcely barely but or anything nobody nothing".split())
"""Words by which nobody is what the phrase says ("found Smith not guilty", "anything but")."""
Words = tuple[str, ...]


class Predicate(Struct, frozen=True):
    """Tokens `first` to `stop` are a form of `entry`, or begin one that goes on behind its object and ends at `end`.

    `owned` says that its object is the owner of a noun within the phrase ("took Lund's side").
    """

    first: int
    stop: int
    entry: Entry
    end: int
    owned: bool = False


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
            found += _entries(parse, first, stop, entries)
            if words[first] in _BE and stop - first > 1:
                for _, _, inside in self._phrases.find(words[first + 1 : first + 2]):
                    found += _entries(parse, first + 1, first + 2, inside)
        return found

    def _begun_with(self, word: str) -> Iterable[tuple[Words, list[tuple[Entry, Words]]]]:
        """The phrases that a word begins, as far as to their slots, each with its entries and what follows the slot."""
        begun: dict[Words, list[tuple[Entry, Words]]] = {}
        for entry in self._begun[word]:
            for form in entry.forms:
                if form[0] == word:
                    slotted = entry.inflect == "verb" and SLOT in form[1:]  # elsewhere it is a word like any other
                    at = form.index(SLOT, 1) if slotted else len(form)
                    begun.setdefault(form[:at], []).append((entry, form[at + 1 :]))
        return begun.items()


def _entries(parse: Parse, first: int, stop: int, entries: Iterable[tuple[Entry, Words]]) -> Iterator[Predicate]:
    """Those of the entries that are meant, but for the ones that a phrase with an object makes longer ("tell Lund to quit")."""
    found = []
    for entry, rest in entries:
        end = _end(parse, first, stop, rest) if rest else stop
        if end and not (entry.innocent and _is_innocent(parse.words, first, end, rest, entry)):
            found.append(Predicate(first, stop, entry, end, rest[:1] == ("'s",)))
    longest = max([one.end for one in found], default=0)
    return (one for one in found if one.end == longest)


def _is_innocent(words: Words, first: int, end: int, rest: Words, entry: Entry) -> bool:
    """Is it part of an innocent phrase? Of one with an object, what follows the object tells."""
    if within(words, first, end, entry.innocent):
        return True
    tails = [phrase[phrase.index(SLOT) + 1 :] for phrase in entry.innocent if rest and SLOT in phrase]
    return any(words[end - len(rest) : end - len(rest) + len(tail)] == tail for tail in tails)


def _end(parse: Parse, first: int, stop: int, rest: Words) -> int:
    """Where the rest of a verb's phrase ends that begins with the tokens `first` to `stop`; 0 where it does not follow."""
    words, tags = parse.words, parse.tags
    if not tags[first].startswith("VB"):
        return 0
    if rest[0] == "'s" and words[stop] in _OWNERS and words[stop + 1 : stop + len(rest)] == rest[1:]:
        return stop + len(rest)  # "took her side"
    least = stop + (words[first] in _ASKING and _BE.isdisjoint(words[max(0, first - _BE_WITHIN) : first]))
    for at in range(least, min(stop + MOST_IN_SLOT, len(words) - len(rest)) + 1):
        if words[at : at + len(rest)] == rest or (words[at] == "'" and ("'s", *words[at + 1 : at + len(rest)]) == rest):
            return at + len(rest)
        if not _in_object(words[at], tags[at]):
            break
    return 0


def _in_object(word: str, tag: str) -> bool:
    if word in _DENYING or (tag in _APART and word != "of"):
        return False
    return word[0].isalnum() or word in _LINKS
