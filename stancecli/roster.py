"""Your own actors: the names, aliases and kinds that a YAML file teaches. docs/actors.md explains it to its writers."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache

import yaml

from stancecli.errors import RosterError
from stancecli.lexicon.keys import Check, Values, mapping, one_of, phrase, phrases
from stancecli.lexicon.source import Mistakes, compose, line_of
from stancecli.model import AUTHOR, UNATTRIBUTED, Fault, Member, Roster
from stancecli.tokens import words_of

FILE = "actors.yaml"
"""What a folder's own roster is called."""

_SHAPE = "a file of actors is a mapping of names, as in 'Ann Hill: {kind: person}'"
_KINDS = ("person", "country", "organisation", "group")
_GENDERS = {"he": "m", "she": "f"}
_KEYS: dict[str, Check] = {
    "kind": one_of(_KINDS),
    "aliases": phrases,
    "pronoun": one_of(tuple(_GENDERS), _GENDERS),
}


def roster_for(path: str, root: str) -> Roster | None:
    """The roster of an article's folder, or of the nearest folder above it up to `root`, if there is one.

    Raises `RosterError` for one with a mistake.
    """
    folder, root = os.path.dirname(path), root.rstrip(os.sep)
    while True:
        file = os.path.join(folder, FILE)
        if os.path.isfile(file):
            return load_roster(file)
        if folder in (root, os.path.dirname(folder)):
            return None
        folder = os.path.dirname(folder)


def load_roster(path: str) -> Roster:
    """Read a file of actors. Raises `RosterError` with the first mistake in it, at its line."""
    try:
        with open(path, "rb") as stream:
            data = stream.read()
    except OSError as error:
        raise RosterError(f"cannot be read: {error.strerror or error}", path) from error
    roster, faults = build_roster(data, path)
    if roster is None:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        raise RosterError(faults[0].message + more, faults[0].place)
    return roster


@lru_cache(maxsize=8)
def build_roster(data: bytes, path: str) -> tuple[Roster | None, tuple[Fault, ...]]:
    """The roster in a file's bytes and no mistakes, or None and all of them; `path` is what they name."""
    mistakes = Mistakes(path)
    root = compose(data, mistakes, _SHAPE)
    names = _Names(mistakes)
    members = [_member(key, value, names, mistakes) for key, value in root.value] if root else []
    if mistakes.found:
        return None, mistakes.faults()
    return Roster(tuple(filter(None, members)), hashlib.sha256(data).hexdigest()), ()


class _Names:
    """All names and aliases of a file, each with the actor and the line that first had it."""

    def __init__(self, mistakes: Mistakes) -> None:
        self._mistakes = mistakes
        self._first: dict[tuple[str, ...], tuple[str, yaml.Node]] = {}

    def enter(self, words: str, actor: str, key: yaml.Node) -> None:
        """Note that the actor whose entry has this `key` is called so."""
        owner, first = self._first.setdefault(words_of(words), (actor, key))
        if first is not key:
            line = line_of(first)
            self._mistakes.add(key, f"{words!r} stands for {owner!r} too, in line {line}; one name is for one actor")


def _member(key: yaml.Node, value: yaml.Node, names: _Names, mistakes: Mistakes) -> Member | None:
    name = phrase(key, "name", mistakes)
    if not isinstance(value, yaml.MappingNode):
        mistakes.add(value, f"{key.value!r} must have a mapping, as in 'Ann Hill: {{kind: person}}'")
        return None
    values = mapping(value, name or "name", _KEYS, mistakes)
    if name is None or values is None:
        return None
    if name in {AUTHOR, UNATTRIBUTED}:
        mistakes.add(key, f"{name!r} is a row of every report; write a longer name")
    if not any(word.value == "kind" for word, _ in value.value):
        mistakes.add(key, f"{name!r} has no 'kind': one of {', '.join(_KINDS)}")
    return _checked(key, name, values, names, mistakes)


def _checked(key: yaml.Node, name: str, values: Values, names: _Names, mistakes: Mistakes) -> Member:
    kind, gender = values.get("kind", "person"), values.get("pronoun", "")
    if gender and kind != "person":
        mistakes.add(key, f"{name!r} has a 'pronoun', which only persons have")
    aliases = tuple(dict.fromkeys(values.get("aliases", ())))
    for words in (name, *aliases):
        names.enter(words, name, key)
    return Member(name, kind, aliases, gender)
