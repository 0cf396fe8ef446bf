"""Lexicons by name or path, compiled and ready to use."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace

from stancecli.errors import LexiconError
from stancecli.garbage import uncollected
from stancecli.lexicon import cache
from stancecli.lexicon.find import DEFAULT, LexiconFile, find, shipped
from stancecli.lexicon.packed import Begun, Lexicons, Packed, pack
from stancecli.lexicon.spelling import nearest
from stancecli.model import Entry, Fault, Lexicon
from stancecli.tokens import words_of


def load_lexicons(names: Sequence[str] = (), ignore: Sequence[str] = ()) -> Lexicons:
    """Load lexicons, compiled from YAML or from the cache of compiled ones.

    `names` are names of shipped lexicons or packs, paths of YAML files or of folders of them, and
    "default" for all shipped ones, which is also what no name means. Where none of them holds cues the
    shipped cues come with them: without cues nobody is found to say anything; so do the shipped
    predicates and tones. `ignore` are packs,
    lexicons, terms, forms or entry ids ("labels:goon") to drop; an ignored cue still shows who speaks,
    but is no loaded word.

    Raises `LexiconError` for a lexicon that does not exist or has a mistake, for two lexicons of one
    name, and for an `ignore` that names nothing.
    """
    loaded = [_packed(file) for file in find(names or (DEFAULT,))]
    for kind in ("cues", "predicates", "tones"):
        if not any(packed.head.kind == kind for packed in loaded):
            loaded += _shipped(kind)
    lexicons = Lexicons(loaded)
    _check_names(lexicons.heads)
    return _without(lexicons, ignore) if ignore else lexicons


def load_cues() -> Lexicons:
    """The cues that come with stancecli, and nothing else."""
    return Lexicons(_shipped("cues"))


def _shipped(kind: str) -> list[Packed]:
    """Those of one kind among the shipped lexicons: "cues", "predicates" or "tones", which is how their names begin."""
    ours = (_packed(file) for file in find([name for name in shipped() if name.startswith(kind)]))
    return [packed for packed in ours if packed.head.kind == kind]


def load(file: LexiconFile) -> Lexicon:
    """One lexicon. Raises `LexiconError` with the first mistake in it."""
    return Lexicons([_packed(file)])[0]


def _packed(file: LexiconFile) -> Packed:
    packed = cache.recall(file)
    if packed is None:
        lexicon, faults = check(file)
        if lexicon is None:
            more = f" (and {len(faults) - 1} more; see `stancecli lexicon validate`)" if len(faults) > 1 else ""
            raise LexiconError(faults[0].message + more, faults[0].place)
        packed = pack(lexicon)
        cache.remember(file, packed)
    return replace(packed, head=replace(packed.head, path=file.path))


def check(file: LexiconFile) -> tuple[Lexicon | None, tuple[Fault, ...]]:
    """Compile one lexicon anew; the second value holds all its mistakes, and then the first is None."""
    from stancecli.lexicon.build import build

    with uncollected():
        return build(file.data, file.path)


def _check_names(lexicons: Sequence[Lexicon]) -> None:
    paths: dict[str, str] = {}
    for lexicon in lexicons:
        other = paths.setdefault(lexicon.name, lexicon.path)
        if other != lexicon.path:
            raise LexiconError(f"{other} is named {lexicon.name!r} too; give one of them another name", lexicon.path)


def _without(lexicons: Lexicons, ignore: Sequence[str]) -> Lexicons:
    names = Names(lexicons)
    ignored = frozenset().union(*(names.required(name) for name in ignore))
    touched = {id.partition(":")[0] for id in ignored}
    less = (
        pack(_less(lexicons[at], ignored)) if packed.head.name in touched else packed
        for at, packed in enumerate(lexicons.packed)
    )
    return Lexicons((packed for packed in less if packed.begun), whole=lexicons)


class Names:
    """What the names of packs, lexicons, entries, terms and forms stand for: ids of entries."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._lexicons = lexicons
        self._known: dict[str, frozenset[str]] = {}

    def __getitem__(self, name: str) -> frozenset[str]:
        """The ids behind the name of a pack or lexicon, else behind an id, a term or a form; maybe none."""
        if name not in self._known:
            self._known[name] = frozenset(self._named(name))
        return self._known[name]

    def required(self, name: str, place: str = "") -> frozenset[str]:
        """The same. Raises `LexiconError`, at `place` or at the name itself, where nothing is or ever was behind it."""
        whole = self._lexicons.whole
        if not self[name] and (whole is self._lexicons or not Names(whole)[name]):
            told = f"nothing to ignore: no entry has this term or id{_nearest(name, self._lexicons)}"
            raise LexiconError(f"{name!r}: {told}" if place else told, place or name)
        return self[name]

    def _named(self, name: str) -> Iterator[str]:
        whole = [at for at, head in enumerate(self._lexicons.heads) if name in (head.name, head.pack)]
        for at in whole:
            yield from (entry.id for entry in self._lexicons[at].entries)
        if not whole:
            for words in filter(None, (words_of(name), words_of(name.partition(":")[2]))):
                begun = self._begun[words[0]]
                yield from (entry.id for entry in begun if entry.id == name or words_of(name) in entry.forms)

    @cached_property
    def _begun(self) -> Begun:
        return self._lexicons.begun()


def _less(lexicon: Lexicon, ignored: frozenset[str]) -> Lexicon:
    """The lexicon without the ignored entries, and with a digest of its own."""
    gone = [entry.id for entry in lexicon.entries if entry.id in ignored]
    digest = hashlib.sha256("\n".join([lexicon.digest, *gone]).encode()).hexdigest()
    return replace(lexicon, entries=tuple(_kept(lexicon, ignored)), digest=digest)


def _kept(lexicon: Lexicon, ignored: frozenset[str]) -> Iterator[Entry]:
    for entry in lexicon.entries:
        if entry.id not in ignored:
            yield entry
        elif lexicon.kind == "cues":
            yield replace(entry, polarity=0.0)


def _nearest(name: str, lexicons: Sequence[Lexicon]) -> str:
    known = [text for lexicon in lexicons for text in (lexicon.name, lexicon.pack)]
    known += [entry.id if ":" in name else entry.term for lexicon in lexicons for entry in lexicon.entries]
    return nearest(name, known)
