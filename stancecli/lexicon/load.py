"""Lexicons by name or path, compiled and ready to use."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from stancecli.errors import LexiconError
from stancecli.lexicon import cache
from stancecli.lexicon.find import DEFAULT, LexiconFile, find, shipped
from stancecli.lexicon.spelling import nearest
from stancecli.model import Entry, Fault, Lexicon
from stancecli.tokens import words_of


def load_lexicons(names: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Lexicon, ...]:
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
    loaded = [load(file) for file in find(names or (DEFAULT,))]
    for kind in ("cues", "predicates", "tones"):
        if not any(lexicon.kind == kind for lexicon in loaded):
            ours = (load(file) for file in find([name for name in shipped() if name.startswith(kind)]))
            loaded += [lexicon for lexicon in ours if lexicon.kind == kind]
    _check_names(loaded)
    return _without(tuple(loaded), ignore) if ignore else tuple(loaded)


def load(file: LexiconFile) -> Lexicon:
    """One lexicon. Raises `LexiconError` with the first mistake in it."""
    lexicon = cache.recall(file.data)
    if lexicon is None:
        lexicon, faults = check(file)
        if lexicon is None:
            more = f" (and {len(faults) - 1} more; see `stancecli lexicon validate`)" if len(faults) > 1 else ""
            raise LexiconError(faults[0].message + more, faults[0].place)
        cache.remember(file.data, lexicon)
    return replace(lexicon, path=file.path)


def check(file: LexiconFile) -> tuple[Lexicon | None, tuple[Fault, ...]]:
    """Compile one lexicon anew; the second value holds all its mistakes, and then the first is None."""
    from stancecli.lexicon.build import build

    return build(file.data, file.path)


def _check_names(lexicons: Sequence[Lexicon]) -> None:
    paths: dict[str, str] = {}
    for lexicon in lexicons:
        other = paths.setdefault(lexicon.name, lexicon.path)
        if other != lexicon.path:
            raise LexiconError(f"{other} is named {lexicon.name!r} too; give one of them another name", lexicon.path)


def _without(lexicons: tuple[Lexicon, ...], ignore: Sequence[str]) -> tuple[Lexicon, ...]:
    names = Names(lexicons)
    ignored = frozenset().union(*(names.required(name) for name in ignore))
    less = (_less(lexicon, ignored) for lexicon in lexicons)
    return tuple(lexicon for lexicon in less if lexicon.entries)


class Names:
    """What the names of packs, lexicons, entries, terms and forms stand for: ids of entries."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._lexicons = tuple(lexicons)
        self._known: dict[str, frozenset[str]] = {}

    def __getitem__(self, name: str) -> frozenset[str]:
        """The ids behind the name of a pack or lexicon, else behind an id, a term or a form; maybe none."""
        if name not in self._known:
            self._known[name] = frozenset(_named(name, self._lexicons))
        return self._known[name]

    def required(self, name: str, place: str = "") -> frozenset[str]:
        """The same. Raises `LexiconError`, at `place` or at the name itself, where there is nothing behind it."""
        if not self[name]:
            told = f"nothing to ignore: no entry has this term or id{_nearest(name, self._lexicons)}"
            raise LexiconError(f"{name!r}: {told}" if place else told, place or name)
        return self[name]


def _named(name: str, lexicons: tuple[Lexicon, ...]) -> Iterator[str]:
    whole = [lexicon for lexicon in lexicons if name in (lexicon.name, lexicon.pack)]
    words = words_of(name)
    for lexicon in whole or lexicons:
        yield from (entry.id for entry in lexicon.entries if whole or entry.id == name or words in entry.forms)


def _less(lexicon: Lexicon, ignored: frozenset[str]) -> Lexicon:
    """The lexicon without the ignored entries, and with a digest of its own."""
    gone = [entry.id for entry in lexicon.entries if entry.id in ignored]
    if not gone:
        return lexicon
    digest = hashlib.sha256("\n".join([lexicon.digest, *gone]).encode()).hexdigest()
    return replace(lexicon, entries=tuple(_kept(lexicon, ignored)), digest=digest)


def _kept(lexicon: Lexicon, ignored: frozenset[str]) -> Iterator[Entry]:
    for entry in lexicon.entries:
        if entry.id not in ignored:
            yield entry
        elif lexicon.kind == "cues":
            yield replace(entry, polarity=0.0)


def _nearest(name: str, lexicons: tuple[Lexicon, ...]) -> str:
    known = [text for lexicon in lexicons for text in (lexicon.name, lexicon.pack)]
    known += [entry.id if ":" in name else entry.term for lexicon in lexicons for entry in lexicon.entries]
    return nearest(name, known)
