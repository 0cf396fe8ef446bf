"""Find the predicates of a parse: words by which one party stands for or against another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

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
LONGEST_APPOSITION = 8
"""Within so many words an apposition to the object ends."""
_APPOSED = ("NN", "JJ", "DT", "CD", "POS", "PRP$", "IN")
"""Tags of its words."""
_ASKING = frozenset("want wants wanted wanting ask asks asked asking beg begs begged begging".split())
_BE_WITHIN = 3
_PARTICLES = frozenset("up down off back away out over".split())
"""Behind a verb these are its own, and open no object of it."""
"""Of these, who has no object does it himself ("wanted to stay"), unless it is done to him ("was told to stay")."""
OWNERS = frozenset("his her its their my our your".split())
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


_Meant: TypeAlias = "tuple[int, Predicate, Words]"
"""A predicate with the number of its entry, and what follows its object."""


class _Begun(NamedTuple):
    """The entries of a phrase, numbered: those of which it is all, and by the next word those that go on behind an object."""

    whole: list[tuple[int, Entry]]
    slotted: dict[str, list[tuple[int, Entry, Words]]]


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

    def _begun_with(self, word: str) -> Iterable[tuple[Words, _Begun]]:
        """The phrases that a word begins, as far as to their slots, each with its entries."""
        begun: dict[Words, _Begun] = {}
        for number, entry in enumerate(self._begun[word]):
            for form in entry.forms:
                if form[0] == word:
                    slotted = entry.inflect == "verb" and SLOT in form[1:]  # elsewhere it is a word like any other
                    at = form.index(SLOT, 1) if slotted else len(form)
                    row, rest = begun.setdefault(form[:at], _Begun([], {})), form[at + 1 :]
                    if rest:
                        row.slotted.setdefault(rest[0], []).append((number, entry, rest))
                    else:
                        row.whole.append((number, entry))
        return begun.items()


def _entries(parse: Parse, first: int, stop: int, begun: _Begun) -> list[Predicate]:
    """Those of the entries that are meant, but for the ones that a phrase with an object makes longer ("tell Lund to quit"), or
    that say less behind it ("bore Lund ill will" in "bore Lund no ill will").
    """
    several: list[_Meant] = [(number, Predicate(first, stop, entry, stop), ()) for number, entry in begun.whole]
    if begun.slotted and parse.tags[first].startswith(("VB", "MD")):
        several = _longer(parse, first, stop, begun, several)
    found = [
        (one, len(rest))
        for _, one, rest in several
        if not (one.entry.innocent and _is_innocent(parse, first, one.end, rest, one.entry))
    ]
    if len(found) < 2:
        return [one for one, _ in found]
    longest = max([(one.end, behind) for one, behind in found])
    return [one for one, behind in found if (one.end, behind) == longest]


def _longer(parse: Parse, first: int, stop: int, begun: _Begun, whole: list[_Meant]) -> list[_Meant]:
    """The same with the phrases that go on behind an object, in the order of the entries, each once."""
    meant: dict[int, _Meant] = {number: (number, one, rest) for number, one, rest in whole}
    for at, word in _ends(parse, first, stop):
        for number, entry, rest in begun.slotted.get(word, ()):
            end = at + len(rest)
            if number not in meant and parse.words[at + 1 : end] == rest[1:]:
                meant[number] = number, Predicate(first, stop, entry, end, rest[0] == "'s"), rest
    return [meant[number] for number in sorted(meant)]


def _ends(parse: Parse, first: int, stop: int) -> Iterator[tuple[int, str]]:
    """The tokens at which the object may have ended of a phrase that begins at `first` and goes on with it at `stop`, with
    the words that go on there.

    "her" in "took her side" is its own "'s", and so is the mark behind a plural.
    """
    words, tags = parse.words, parse.tags
    if stop < len(words) and words[stop] in OWNERS:
        yield stop, "'s"
    if words[stop : stop + 1] and words[stop] in _PARTICLES and tags[stop] in ("RP", "IN", "RB"):
        return  # "push up prices and crowd out"
    least = stop + (words[first] in _ASKING and _BE.isdisjoint(words[max(0, first - _BE_WITHIN) : first]))
    at, limit, behind = least, min(stop + MOST_IN_SLOT + 1, len(words)), 0
    while at < limit:
        yield at, "'s" if words[at] == "'" else words[at]
        if words[at] == "," and at > least and not behind:
            behind = _behind_apposition(parse, at)
            if behind == at:
                return
            at, limit = behind, min(limit + behind - at - 1, len(words))
        elif _in_object(words[at], tags[at]) or _is_abbreviated(parse, at) or (at > stop and _is_surname(parse, at)):
            at += 1
        else:
            return


def _behind_apposition(parse: Parse, comma: int) -> int:
    """The token behind the second comma of an apposition that begins behind the first ("the mayor, Ann Hill, ..."); the comma
    itself where none does.
    """
    for at in range(comma + 1, min(comma + LONGEST_APPOSITION, len(parse.words) - 1)):
        if parse.words[at] == ",":
            return at + 1 if at > comma + 1 else comma
        if not parse.tags[at].startswith(_APPOSED):
            return comma
    return comma


def _is_innocent(parse: Parse, first: int, end: int, rest: Words, entry: Entry) -> bool:
    """Is it part of an innocent phrase? Of one with an object, what follows the object tells."""
    words = parse.words
    if within(words, first, end, entry.innocent):
        return True
    slotted = [(phrase[: (at := phrase.index(SLOT))], phrase[at + 1 :]) for phrase in entry.innocent if SLOT in phrase]
    if rest:
        start = end - len(rest)  # there "his" stands for "'s"
        return any(
            tail[:1] == rest[:1] and words[start + 1 : start + len(tail)] == tail[1:] for _, tail in slotted if tail
        )
    tails = [tail for begun, tail in slotted if begun == words[first:end] and tail]
    return bool(tails) and any(
        tail[0] == word and words[at + 1 : at + len(tail)] == tail[1:]
        for at, word in _ends(parse, first, end)
        for tail in tails
    )


def _is_abbreviated(parse: Parse, at: int) -> bool:
    """Is it the point of "Mr." or "Sen.", with the name behind it in the same sentence?"""
    behind = at + 1 < parse.sentences[parse.sentence_of[at]].stop
    return parse.words[at] == "." and behind and parse.words[at + 1][0].isalnum()


def _is_surname(parse: Parse, at: int) -> bool:
    """Does a word with a capital go on from another, whatever its tag ("told Owen Price he ...")?"""
    text, starts = parse.document.text, parse.starts
    return text[starts[at]].isupper() and text[starts[at - 1]].isupper()


def _in_object(word: str, tag: str) -> bool:
    if word in _DENYING or (tag in _APART and word != "of"):
        return False
    return word[0].isalnum() or word in _LINKS
