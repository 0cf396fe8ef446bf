"""Where answers go: one stream of results to several formats at once, and files that are whole or not there."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import tee
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, NamedTuple

from msgspec.structs import replace

from stancecli.errors import StanceError, UsageError
from stancecli.leavings import HOLDS, clear_stale, open_held
from stancecli.model import Result
from stancecli.render import Run, formats, renderer
from stancecli.terminal import silence

PLAIN = (".txt", ".ansi")
"""Endings that any format may have."""

ENDINGS = {".md": "markdown", ".xml": "junit"}
"""Endings of files whose format is called otherwise."""


PAGES = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".json": "json"}
"""Endings of files that say the format of what is one piece: an article, a comparison."""


class Output(NamedTuple):
    """A format, how it is to be shown (`run` without its results), and what takes its pieces."""

    format: str
    run: Run
    write: Callable[[str | bytes], object]


class Destination(NamedTuple):
    """What `-o` names: a file and its format."""

    format: str
    path: Path


def chosen(format: str) -> str:
    """The format itself, or the one that "auto" stands for here."""
    if format != "auto":
        return format
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "table"


def format_of(output: str | None, formats: Sequence[str]) -> str:
    """The format that a file's ending says; the first without a file, or an ending. Raises `UsageError` for any other."""
    ending = Path(output or "").suffix.lower()
    if ending in ("", *PLAIN):
        return formats[0]
    if PAGES.get(ending) not in formats:
        known = [known for known, format in PAGES.items() if format in formats]
        raise UsageError(
            f"no format ends in {ending}: name a file in {', '.join((*known, *PLAIN))}, or the --format", f"-o {output}"
        )
    return PAGES[ending]


def destinations(texts: Iterable[str], default: str, inputs: Iterable[str | int]) -> list[Destination]:
    """What every `-o` names, as `destination` reads it; `inputs` are the files that will be read.

    Raises `UsageError` also for a file that is named twice, and for one that is an input.
    """
    named: dict[str, Destination] = {}
    for text in texts:
        asked = destination(text, default)
        place = os.path.realpath(asked.path)
        if place in named:
            raise UsageError("this file is named twice: two formats need two files", f"-o {text}")
        named[place] = asked
    refuse_inputs([asked.path for asked in named.values()], inputs)
    return list(named.values())


def refuse_inputs(paths: Iterable[Path], inputs: Iterable[str | int]) -> None:
    """Raise `UsageError` where a file is an input, under whatever name; `inputs` are not looked for where no file is
    there yet.
    """
    there = {identity: path for path in paths if (identity := _identity(path))}
    for file in inputs if there else ():
        identity = _identity(file)
        if identity in there:
            raise UsageError("is an input and would be overwritten: name another file", f"-o {there[identity]}")


def _identity(file: Path | str | int) -> tuple[int, int] | None:
    """What two names of one plain file have in common."""
    try:
        found = os.stat(file)
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def destination(text: str, default: str) -> Destination:
    """Read `[FORMAT=]FILE`: the format stands before the sign, or is the file's ending.

    It is `default` for a file without an ending, or with one in `PLAIN`. Raises `UsageError` for what looks
    like a format and is none, and for "-".
    """
    known = formats()
    name, sign, file = text.partition("=")
    if text == "-" or (sign and file == "-"):
        raise UsageError("use --format for standard output", f"-o {text}")
    if sign and name in known and file:
        return Destination(name, Path(file))
    if sign and name.replace("-", "").isalpha():
        wrong = f"{name!r} is no format" if file else "no file is named"
        raise UsageError(f"{wrong}: write FORMAT=FILE, where FORMAT is one of {', '.join(known)}", f"-o {text}")
    ending = Path(text).suffix.lower()
    if ending in ("", *PLAIN):
        return Destination(default, Path(text))
    format = ENDINGS.get(ending, ending[1:])
    if format in known:
        return Destination(format, Path(text))
    raise UsageError(
        f"no format ends in {ending}: write FORMAT=FILE, where FORMAT is one of {', '.join(known)}", f"-o {text}"
    )


def write_all(results: Iterable[Result], outputs: Sequence[Output]) -> None:
    """Show the results in every output as they come in.

    The output that has taken the fewest results goes on first, so that no more than a result or two
    waits in memory, however many there are.
    """
    live = [
        (feed, iter(renderer(output.format)(replace(output.run, results=feed))), output.write)
        for feed, output in zip(map(_Feed, tee(results, len(outputs))), outputs, strict=True)
    ]
    while live:
        slowest = min(live, key=lambda member: member[0].taken)
        _, pieces, write = slowest
        try:
            write(next(pieces))
        except StopIteration:
            live.remove(slowest)
        except BrokenPipeError:
            if len(live) == 1:
                raise
            silence()  # nobody reads standard output any more, but the files want their answers
            live.remove(slowest)


class _Feed:
    """An iterator that counts what was taken from it."""

    def __init__(self, results: Iterator[Result]) -> None:
        self._results = results
        self.taken = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> Result:
        result = next(self._results)
        self.taken += 1
        return result


@contextmanager
def written_whole(path: Path) -> Iterator[Callable[[str | bytes], object]]:
    """What writes a file (text as UTF-8) that takes the place of `path` at the end, all at once, or leaves it as it was.

    What is no plain file (a pipe, `/dev/stderr`) is written as it is. Raises `StanceError` where the
    file cannot be written.
    """
    with _explained(path):
        stream, part = _opened(path)

    def write(piece: str | bytes) -> None:
        with _explained(path):
            stream.write(encoded(piece))

    try:
        yield write
        with _explained(path):
            stream.flush() if HOLDS else stream.close()
            if part:
                part.replace(path.resolve())  # while it is still held
            stream.close()
    finally:
        with suppress(OSError):
            stream.close()
        if part:
            part.unlink(missing_ok=True)


def encoded(piece: str | bytes) -> bytes:
    """A piece of a file; what UTF-8 cannot hold is replaced."""
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace")


def _opened(path: Path) -> tuple[BinaryIO, Path | None]:
    """A stream to write to, and the file beside `path` that it belongs to, if it may take the place of `path`."""
    if path.exists() and not path.is_file():
        return path.open("wb"), None
    target = path.resolve()
    part = target.with_name(f".{target.name}.{token_hex(4)}.part")
    clear_stale(target)
    stream = open_held(part)
    if target.exists():
        shutil.copymode(target, part)
    return stream, part


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StanceError(f"cannot be written: {error.strerror}", str(path)) from error
