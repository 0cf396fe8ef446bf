"""Where lexicons are: the shipped ones, and those that a user names by path."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from stancecli.errors import LexiconError
from stancecli.lexicon.spelling import nearest

DEFAULT = "default"
GENERAL = "general"
_SUFFIXES = (".yaml", ".yml")
_PACKAGE = Path(__file__).resolve().parent.parent
_PACK = re.compile(rb"^pack: *([a-z0-9-]+)", re.MULTILINE)
"""The head's line that names the pack, so that a pack is found before its lexicons are compiled."""


class LexiconFile(NamedTuple):
    """A lexicon's bytes, and its path as users see it."""

    path: str
    data: bytes


def find(names: Sequence[str]) -> tuple[LexiconFile, ...]:
    """The files behind names of shipped lexicons and packs, paths of files or folders, and "default".

    Each file comes once, in the order in which it is first named. Raises `LexiconError` for a name
    behind which there is nothing.
    """
    paths = [path for name in names for path in _paths(name)]
    once = {path.resolve(): path for path in reversed(paths)}
    return tuple(LexiconFile(_shown(path), _read(path)) for path in reversed(once.values()))


def shipped(package: Path = _PACKAGE) -> dict[str, Path]:
    """The lexicons that come with the tool, by name.

    In a wheel their folder lies inside the package; in a checkout, and so in an editable install, it
    lies beside it. Looking at the folders works in both, where importing `stancecli.lexicons` would
    not, and no other distribution's folder of that name is ever taken.
    """
    for folder in (package / "lexicons" / "en", package.parent / "lexicons" / "en"):
        found = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
        if found:
            return found
    raise LexiconError("the lexicons that come with stancecli are missing; install it again", str(package))


def packs() -> dict[str, list[Path]]:
    """The shipped lexicons by the pack that they are in."""
    found: dict[str, list[Path]] = {}
    for path in shipped().values():
        named = _PACK.search(_read(path))
        found.setdefault(named[1].decode() if named else GENERAL, []).append(path)
    return found


def _paths(name: str) -> list[Path]:
    ours = shipped()
    if name == DEFAULT:
        return list(ours.values())
    by_pack = packs()
    if name in by_pack:
        return by_pack[name]
    if name in ours:
        return [ours[name]]
    path = Path(name).expanduser()
    if path.is_dir():
        inside = sorted(child for child in path.rglob("*") if child.suffix in _SUFFIXES and child.is_file())
        if not inside:
            raise LexiconError("no lexicon (*.yaml) in this folder", name)
        return inside
    if path.is_file():
        return [path]
    if path.suffix in _SUFFIXES or os.sep in name:
        raise LexiconError("no such file", name)
    raise LexiconError(f"no lexicon has this name{nearest(name, [*ours, *by_pack, DEFAULT, *_beside(path)])}", name)


def _beside(path: Path) -> list[str]:
    """The lexicons in the folder in which one was looked for."""
    try:
        return [str(child) for child in path.parent.iterdir() if child.suffix in _SUFFIXES]
    except OSError:
        return []


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LexiconError(f"cannot be read: {error.strerror or error}", _shown(path)) from error


def _shown(path: Path) -> str:
    """Relative to where the user stands, when it is below that; else as it is."""
    try:
        return str(path.relative_to(Path.cwd())) if path.is_absolute() else str(path)
    except (OSError, ValueError):
        return str(path)
