"""A compiled lexicon in a form from which single entries are quickly had, and several of them to be asked by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from stancecli.lexicon.inflect import adverb_of
from stancecli.model import Entry, Lexicon

_ENCODER = msgspec.msgpack.Encoder()
_ENTRY = msgspec.msgpack.Decoder(Entry)


class Packed(Struct, frozen=True, array_like=True):
    """A lexicon whose entries are still bytes: entry i is `entries[ends[i]:ends[i + 1]]`.

    `head` is the lexicon without entries. `begun` has the numbers of the entries that a word begins a form of;
    of cues also a phrase in which they are innocent, of tones also an adverb.
    """

    head: Lexicon
    ends: tuple[int, ...]
    entries: bytes
    begun: dict[str, tuple[int, ...]]


def pack(lexicon: Lexicon) -> Packed:
    """The lexicon, packed."""
    pieces = [_ENCODER.encode(entry) for entry in lexicon.entries]
    ends = [0]
    begun: dict[str, list[int]] = {}
    for number, (piece, entry) in enumerate(zip(pieces, lexicon.entries, strict=True)):
        ends.append(ends[-1] + len(piece))
        for word in dict.fromkeys(_beginnings(entry, lexicon.kind)):
            begun.setdefault(word, []).append(number)
    numbers = {word: tuple(several) for word, several in begun.items()}
    return Packed(replace(lexicon, entries=()), tuple(ends), b"".join(pieces), numbers)


def _beginnings(entry: Entry, kind: str) -> Iterator[str]:
    yield from (form[0] for form in entry.forms if form)
    if kind == "cues":
        yield from (phrase[0] for phrase in entry.innocent)
    if kind == "tones" and entry.inflect == "adjective":
        yield adverb_of(entry.term)


class _Volume:
    """A packed lexicon and those of its entries that were made already."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self._made: dict[int, Entry] = {}

    def entry(self, number: int) -> Entry:
        made = self._made.get(number)
        if made is None:
            first, end = self.packed.ends[number : number + 2]
            made = self._made[number] = _ENTRY.decode(memoryview(self.packed.entries)[first:end])
        return made

    def whole(self) -> Lexicon:
        entries = tuple(map(self.entry, range(len(self.packed.ends) - 1)))
        return replace(self.packed.head, entries=entries)


class Begun:
    """The entries of some lexicons by the words that their forms begin with, in the order of the lexicons."""

    def __init__(self, volumes: Iterable[_Volume]) -> None:
        self._volumes = tuple(volumes)
        self.words = frozenset().union(*(volume.packed.begun for volume in self._volumes))

    def __getitem__(self, word: str) -> list[Entry]:
        """The entries that the word begins a form of; maybe none."""
        return [volume.entry(number) for volume in self._volumes for number in volume.packed.begun.get(word, ())]


class Lexicons(Sequence[Lexicon]):
    """Lexicons in use. An entry is made when it is first asked for: few of all are in any one article."""

    def __init__(self, packed: Iterable[Packed], whole: Lexicons | None = None) -> None:
        """`whole` are the lexicons that these are a part of, where entries were left out."""
        self._volumes = tuple(map(_Volume, packed))
        self.whole = whole or self

    @classmethod
    def of(cls, *lexicons: Lexicon) -> Lexicons:
        """Lexicons whose entries are made already."""
        return cls(map(pack, lexicons))

    @property
    def packed(self) -> tuple[Packed, ...]:
        """What they are made of."""
        return tuple(volume.packed for volume in self._volumes)

    @property
    def heads(self) -> tuple[Lexicon, ...]:
        """The lexicons without their entries, which costs nothing."""
        return tuple(volume.packed.head for volume in self._volumes)

    def begun(self, *kinds: str) -> Begun:
        """The entries of the lexicons of these kinds, or of all where none is named, by first word."""
        return Begun(volume for volume in self._volumes if not kinds or volume.packed.head.kind in kinds)

    @overload
    def __getitem__(self, at: int) -> Lexicon: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Lexicon, ...]: ...

    def __getitem__(self, at: int | slice) -> Lexicon | tuple[Lexicon, ...]:
        if isinstance(at, slice):
            return tuple(volume.whole() for volume in self._volumes[at])
        return self._volumes[at].whole()

    def __len__(self) -> int:
        return len(self._volumes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]
