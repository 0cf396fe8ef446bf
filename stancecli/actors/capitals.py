"""Single words in capitals ("BOYLE: No."): that they are no organisation's initials, the rest of the text tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from operator import attrgetter

from stancecli.actors.names import Name
from stancecli.model import Parse, Speech

_INITIALS = 3
"""So many capitals within a sentence may be initials, whosever surname they are."""


def with_capitals(parse: Parse, names: Sequence[Name], speech: Speech) -> list[Name]:
    """The names, with each word in capitals that is the surname of a person who has his full or titled name elsewhere.

    Before a colon it may also begin the name of the one person or organisation that has it, and is a person's where it stands
    nowhere else.
    """
    longer = {
        at
        for name in names
        if name.stop - name.first > 1 or name.taught or (name.key and name.kind == "organisation")
        for at in range(name.first, name.stop)
    }
    called = {name.first: name for name in _named(parse, names, speech) if name.first not in longer}
    if not called:
        return list(names)
    return sorted([*(name for name in names if name.first not in called), *called.values()], key=attrgetter("first"))


def _named(parse: Parse, names: Sequence[Name], speech: Speech) -> Iterator[Name]:
    """What the words in capitals name; of the same word the last counts."""
    words = parse.words
    ahead = [at for at in compress(count(-1), map(":".__eq__, words)) if at >= 0]
    turns = [at for at in ahead if parse.text(at, at + 1).isupper()]
    labels = _labels(parse, names, speech, ahead) if ahead else set()
    yield from (_person(parse, at) for at in labels)
    begun = _openers(names) if turns or labels else {}
    for at in (*turns, *labels):
        if words[at] in begun:
            yield begun[words[at]]._replace(first=at, stop=at + 1)
    surnames = {
        name.words[-1].lower() for name in names if name.kind == "person" and (len(name.words) > 1 or name.titles)
    }
    yield from (_person(parse, at) for at in (*turns, *_guessed(parse, names)) if words[at] in surnames)


def _person(parse: Parse, at: int) -> Name:
    return Name(at, at + 1, (parse.text(at, at + 1),), "person")


def _guessed(parse: Parse, names: Iterable[Name]) -> Iterator[int]:
    """Where single words in capitals are taken for an organisation, and are too long for initials."""
    for name in names:
        (word, *more), at = name.words, name.first
        lone = not more and not name.sure and name.kind == "organisation" and parse.words[at - 1 : at] != ("the",)
        if lone and word.isupper() and len(word) > _INITIALS:
            yield at


def _openers(names: Iterable[Name]) -> dict[str, Name]:
    """The one party for which the first word of its name may stand, by that word."""
    found: dict[str, set[tuple[str, ...]]] = {}
    parties: dict[str, Name] = {}
    for name in names:
        if len(name.words) > 1 and name.kind in ("person", "organisation"):
            word = name.words[0].lower()
            found.setdefault(word, set()).add(name.words)
            parties[word] = name
    return {word: parties[word] for word, whole in found.items() if len(whole) == 1}


def _labels(parse: Parse, names: Sequence[Name], speech: Speech, ahead: Iterable[int]) -> set[int]:
    """Where words in capitals begin turns that stand nowhere else: these would be taken for initials.

    `ahead` are the words before colons.
    """
    starts = {one.source.spans[0].start for one in speech.attributions if one.source and one.source.spans}
    turns = {at for at in ahead if parse.starts[at] in starts}
    guessed = {name.first for name in names if name.kind == "organisation" and not name.sure} if turns else set()
    initials = {parse.words[at] for at in guessed - turns}
    return {at for at in guessed & turns if parse.words[at] not in initials}
