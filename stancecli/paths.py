"""Find the files that paths name: files themselves, patterns, directories with all they hold."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from typing import Literal, NamedTuple

from stancecli.ignored import Ignored
from stancecli.model import Failure, Fault
from stancecli.own import is_own
from stancecli.records import JSON_LINES
from stancecli.streams import COMPRESSED

Media = Literal["text", "markdown", "html", "pdf", "docx"]

ARTICLES: dict[str, Media] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}
"""Endings of what a directory is searched for besides JSON Lines; a named file is taken whatever its ending."""


class File(NamedTuple):
    """A file to read, and the folder up to which its roster is looked for."""

    path: str
    root: str


class _Folder(NamedTuple):
    """A folder to look into, and what the folders around it say of what it holds."""

    path: str
    ignored: Ignored


def found(path: str) -> Iterator[File | Failure]:
    """Every file that a path names: the file itself, what matches a pattern, the articles of a directory, sorted."""
    if not os.path.lexists(path) and glob.has_magic(path):
        yield from _pattern(path)
    else:
        yield from _path(path)


def _pattern(pattern: str) -> Iterator[File | Failure]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield failure(pattern, "no file matches this pattern")
    for path in matches:
        yield from _path(path)


def _path(path: str) -> Iterator[File | Failure]:
    if os.path.isdir(path):
        yield from _directory(path)
    else:
        yield File(path, os.path.dirname(path))


def _directory(root: str) -> Iterator[File | Failure]:
    empty = True
    for item in _files(root, Ignored.above(root)):
        empty = False
        yield item if isinstance(item, Failure) else File(item, root)
    if empty:
        yield failure(root, f"holds no articles: no {', '.join([*ARTICLES, *JSON_LINES])} file that is not ignored")


def _files(root: str, ignored: Ignored) -> Iterator[str | Failure]:
    """The articles in a folder and below it, sorted by name; folders may be nested deeper than calls may."""
    waiting: list[_Folder | str | Failure] = [_Folder(root, ignored)]
    while waiting:
        item = waiting.pop()
        if isinstance(item, _Folder):
            waiting += reversed(list(_held(item)))
        else:
            yield item


def _held(folder: _Folder) -> Iterator[_Folder | str | Failure]:
    """The articles and folders right in a folder, sorted by name."""
    try:
        entries = sorted(os.scandir(folder.path), key=lambda entry: entry.name)
        ignored = folder.ignored.within(folder.path)
    except OSError as error:
        yield failure(folder.path, f"cannot be read: {error.strerror}")
        return
    for entry in entries:
        try:
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith(".") or ignored.holds(entry.path, is_folder):
                continue
            if is_folder:
                yield _Folder(entry.path, ignored)
            elif kind_of(entry.name) in (*ARTICLES, *JSON_LINES) and entry.is_file() and not is_own(entry.path):
                yield entry.path
        except OSError as error:  # such as a link that leads to itself
            yield failure(entry.path, f"cannot be read: {error.strerror}")


def kind_of(path: str) -> str:
    """The ending that says what a file holds, in lower case; that of an archive says nothing."""
    stem, ending = os.path.splitext(path.lower())
    return os.path.splitext(stem)[1] if ending in COMPRESSED else ending


def legible(path: str) -> str:
    """The path as text that can be printed and sent, whatever bytes the file system or the shell holds."""
    return os.fsencode(path).decode("utf-8", "replace")


def failure(path: str, message: str) -> Failure:
    """What stands in the place of a file that cannot be read."""
    return Failure(legible(path), Fault(message, legible(path)))
