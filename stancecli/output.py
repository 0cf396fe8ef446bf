"""Where answers go: one stream of results to several formats at once, and files that are whole or not there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import tee
from pathlib import Path
from typing import Literal, NamedTuple, TextIO

from msgspec.structs import replace

from stancecli.errors import StanceError, UsageError
from stancecli.model import Answer, Failure
from stancecli.render import Run, formats, renderer

Result = Answer | Failure


class Output(NamedTuple):
    """A format, how it is to be shown (`run` without its results), and what takes its pieces."""

    format: str
    run: Run
    write: Callable[[str], object]


class Destination(NamedTuple):
    """What `-o` names: a file and its format."""

    format: str
    path: Path


def destination(text: str, default: str) -> Destination:
    """Read `[FORMAT=]FILE`: the format stands before the sign, or is the file's ending, or `default`.

    Raises `UsageError` for what looks like a format and is none.
    """
    known = formats()
    name, sign, file = text.partition("=")
    if sign and name in known and file:
        return Destination(name, Path(file))
    if sign and name.isalpha():
        wrong = f"{name!r} is no format" if file else "no file is named"
        raise UsageError(f"{wrong}: write FORMAT=FILE, where FORMAT is one of {', '.join(known)}", f"-o {text}")
    ending = Path(text).suffix[1:].lower()
    return Destination(ending if ending in known else default, Path(text))


def write_all(results: Iterable[Result], outputs: Sequence[Output]) -> None:
    """Show the results in every output as they come in.

    The output that has taken the fewest results goes on first, so that no more than a result or two
    waits in memory, however many there are.
    """
    feeds = [_Feed(copy) for copy in tee(results, len(outputs))]
    live = [
        (feed, iter(renderer(output.format)(replace(output.run, results=feed))), output.write)
        for feed, output in zip(feeds, outputs, strict=True)
    ]
    while live:
        slowest = min(live, key=lambda member: member[0].taken)
        _, pieces, write = slowest
        piece = next(pieces, None)
        if piece is None:
            live.remove(slowest)
        else:
            write(piece)


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
def written_whole(path: Path) -> Iterator[TextIO]:
    """A file that takes the place of `path` at the end, all at once, or leaves it as it was.

    What is no plain file (a pipe, `/dev/stderr`) is written as it is. Raises `StanceError` where the
    file cannot be written.
    """
    if path.exists() and not path.is_file():
        with _opened(path, "w", path) as stream:
            yield stream
        return
    target = path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _opened(part, "x", path) as stream:
            yield stream
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _opened(file: Path, mode: Literal["w", "x"], path: Path) -> TextIO:
    try:
        return file.open(mode, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise StanceError(f"cannot be written: {error.strerror}", str(path)) from error
