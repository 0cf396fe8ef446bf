"""Find the inputs that a command line names: files, patterns, directories, standard input, JSON Lines."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from typing import BinaryIO, Literal, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from stancecli.errors import RosterError, UsageError
from stancecli.ignored import Ignored
from stancecli.model import Failure, Fault, Input, Roster
from stancecli.roster import roster_for

STDIN = "standard input"

Media = Literal["text", "markdown", "html"]

ARTICLES: dict[str, Media] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}
RECORDS = (".jsonl", ".ndjson")
"""Endings of what a directory is searched for; a file that is named is taken whatever its ending."""


class Record(Struct, frozen=True):
    """A line of a JSON Lines corpus; other fields are allowed and left alone."""

    text: str
    id: str | int | float | None = None
    title: str | None = None
    url: str | None = None
    date: str | None = None
    outlet: str | None = None
    targets: tuple[str, ...] | None = None


class _File(NamedTuple):
    """A file to read, and the folder up to which its roster is looked for."""

    path: str
    root: str


class _Named(Struct):
    id: str | int | float | None = None


class _Folder(NamedTuple):
    """A folder to look into, and what the folders around it say of what it holds."""

    path: str
    ignored: Ignored


_BROKEN = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_RECORD = msgspec.json.Decoder(Record)
_NAMED = msgspec.json.Decoder(_Named)


def read(
    paths: Iterable[str],
    *,
    records: bool = False,
    stdin: BinaryIO | None = None,
    stdin_name: str | None = None,
    roster: Roster | None = None,
) -> Iterator[Input | Failure]:
    """Every input that `paths` name, one at a time and always in the same order.

    A path is a file, a directory (read with all that it holds, sorted, but for hidden files, what
    `.gitignore` and `.stancecliignore` name, and what is no article by its ending), a pattern that the
    shell left as it is, or "-" for standard input: one article, or JSON Lines where `records` is true.
    `.jsonl` and `.ndjson` files are JSON Lines: one input a line, named by its `id`, else FILE:LINE.
    What cannot be read is a `Failure` in its place and never stops the others. All inputs carry `roster`;
    where there is none, that of their folder (`actors.yaml` there or above it in the directory named).

    Raises `UsageError`, before anything is read, for a path of no characters.
    """
    paths = tuple(paths)
    if "" in paths:
        raise UsageError("a PATH is empty; name a file, a pattern, a directory, or - for standard input")
    return _read(paths, records, stdin, stdin_name or STDIN, roster)


def _read(
    paths: tuple[str, ...], records: bool, stdin: BinaryIO | None, stdin_name: str, roster: Roster | None
) -> Iterator[Input | Failure]:
    for path in paths:
        if path == "-":
            with _standard_input(stdin) as stream:
                yield from (_known(item, roster) for item in _opened(stream, stdin_name, records))
        else:
            for found in _found(path):
                yield from [found] if isinstance(found, Failure) else _inputs(found, roster)


def _standard_input(stdin: BinaryIO | None) -> AbstractContextManager[BinaryIO]:
    """A stream of its own: one that a thread is left waiting at must not be one that shutdown asks for."""
    return nullcontext(stdin) if stdin else open(sys.stdin.fileno(), "rb", closefd=False)


def files(paths: Iterable[str]) -> Iterator[str | int]:
    """Every file that `read` would open for these paths, in its order; standard input is its number."""
    for path in paths:
        if path == "-":
            yield sys.stdin.fileno()
        else:
            yield from (found.path for found in _found(path) if isinstance(found, _File))


def _known(item: Input | Failure, roster: Roster | None) -> Input | Failure:
    return replace(item, roster=roster) if roster and isinstance(item, Input) else item


def _found(path: str) -> Iterator[_File | Failure]:
    if not os.path.lexists(path) and glob.has_magic(path):
        yield from _pattern(path)
    else:
        yield from _path(path)


def _pattern(pattern: str) -> Iterator[_File | Failure]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield _failure(pattern, "no file matches this pattern")
    for path in matches:
        yield from _path(path)


def _path(path: str) -> Iterator[_File | Failure]:
    if os.path.isdir(path):
        yield from _directory(path)
    else:
        yield _File(path, os.path.dirname(path))


def _directory(root: str) -> Iterator[_File | Failure]:
    empty = True
    for item in _files(root, Ignored.above(root)):
        empty = False
        yield item if isinstance(item, Failure) else _File(item, root)
    if empty:
        yield _failure(root, f"holds no articles: no {', '.join([*ARTICLES, *RECORDS])} file that is not ignored")


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
        yield _failure(folder.path, f"cannot be read: {error.strerror}")
        return
    for entry in entries:
        try:
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith(".") or ignored.holds(entry.path, is_folder):
                continue
            if is_folder:
                yield _Folder(entry.path, ignored)
            elif _ending(entry.name) in (*ARTICLES, *RECORDS) and entry.is_file():
                yield entry.path
        except OSError as error:  # such as a link that leads to itself
            yield _failure(entry.path, f"cannot be read: {error.strerror}")


def _inputs(file: _File, roster: Roster | None) -> Iterator[Input | Failure]:
    try:
        roster = roster or roster_for(*file)
    except RosterError as error:
        yield Failure(legible(file.path), Fault(error.message, error.place))
        return
    yield from (_known(item, roster) for item in _contents(file.path))


def _contents(path: str) -> Iterator[Input | Failure]:
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(open(path, "rb"))
        except FileNotFoundError:
            yield _failure(path, "there is no such file or directory")
        except (OSError, ValueError) as error:  # ValueError: a name that no file can have
            yield _failure(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")
        else:
            ending = _ending(path)
            yield from _opened(stream, legible(path), ending in RECORDS, ARTICLES.get(ending))


def _opened(stream: BinaryIO, name: str, records: bool, media: Media | None = None) -> Iterator[Input | Failure]:
    try:
        if records:
            yield from _records(stream, name)
        else:
            yield Input(id=name, data=stream.read(), media=media)
    except OSError as error:
        yield _failure(name, f"cannot be read: {error.strerror}")


def _records(lines: Iterable[bytes], name: str) -> Iterator[Input | Failure]:
    """JSON Lines, a line at a time; blank lines count but hold nothing."""
    empty = True
    for number, line in enumerate(lines, start=1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            empty = False
            yield _record(line, f"{name}:{number}")
    if empty:
        yield _failure(name, "holds no records")


def _record(line: bytes, place: str) -> Input | Failure:
    try:
        record = _RECORD.decode(line)
    except msgspec.ValidationError as error:
        return Failure(_name(line) or place, Fault(f"is no usable record: {error}", place))
    except _BROKEN as error:
        return Failure(place, Fault(f"is not JSON: {error}", place))
    return Input(
        id=_id(record.id) or place,
        data=record.text,
        title=record.title,
        targets=record.targets or (),
        url=record.url,
        date=record.date,
        outlet=record.outlet,
    )


def _name(line: bytes) -> str:
    """The `id` of a record that is wrong otherwise."""
    try:
        return _id(_NAMED.decode(line).id)
    except _BROKEN:
        return ""


def _id(given: str | float | None) -> str:
    return "" if given is None else str(given)


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def legible(path: str) -> str:
    """The path as text that can be printed and sent, whatever bytes the file system or the shell holds."""
    return os.fsencode(path).decode("utf-8", "replace")


def _failure(path: str, message: str) -> Failure:
    return Failure(legible(path), Fault(message, legible(path)))
