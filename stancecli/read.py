"""Read what a command line names: articles and corpora, from files, directories and standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from typing import BinaryIO

from msgspec.structs import replace

from stancecli.errors import RosterError, UsageError
from stancecli.model import Failure, Fault, Input, Roster
from stancecli.paths import ARTICLES, File, failure, found, kind_of, legible
from stancecli.records import JSON_LINES, TABLES, Records
from stancecli.roster import roster_for
from stancecli.streams import Meter, begun, unpacked, whole

STDIN = "standard input"
NO_RECORDS = "is no JSON Lines, as its first line is no object; for one article use analyze, or name its file"


def read(
    paths: Iterable[str],
    *,
    records: bool = False,
    stdin: BinaryIO | None = None,
    stdin_name: str | None = None,
    roster: Roster | None = None,
    columns: Mapping[str, str] | None = None,
    meter: Meter | None = None,
    only: Callable[[str], bool] | None = None,
) -> Iterator[Input | Failure]:
    """Every input that `paths` name, one at a time and always in the same order.

    A path is a file, a directory (read with all that it holds, sorted, but for hidden files, what
    `.gitignore` and `.stancecliignore` name, what stancecli wrote, and what is no article by its ending), a pattern that the
    shell left as it is, or "-" for standard input: what the ending of `stdin_name` says, else JSON Lines where `records` is
    true. What has no ending is JSON Lines where it begins with a record, else one article.
    `.jsonl` and `.ndjson` files are JSON Lines: one input a line, named by its `id`, else FILE:LINE. `.csv`,
    `.tsv` and `.parquet` files that are named are tables with such records; `columns` says under which other
    names their fields stand. What is compressed (gzip, Zstandard) is decompressed on the way, and `meter`
    told where reading has come to. `only` says which of the files found are read.
    What cannot be read is a `Failure` in its place and never stops the others. All inputs carry `roster`;
    where there is none, that of their folder (`actors.yaml` there or above it in the directory named).

    Raises `UsageError`, before anything is read, for a path of no characters.
    """
    paths = tuple(paths)
    if "" in paths:
        raise UsageError("a PATH is empty; name a file, a pattern, a directory, or - for standard input")
    return _Reader(Records(columns), roster, meter or Meter(), only).read(paths, records, stdin, stdin_name or STDIN)


def files(paths: Iterable[str]) -> Iterator[str | int]:
    """Every file that `read` would open for these paths, in its order; standard input is its number."""
    for path in paths:
        if path == "-":
            yield sys.stdin.fileno()
        else:
            yield from (item.path for item in found(path) if isinstance(item, File))


class _Reader:
    """Opens what is found, and makes inputs of what it holds."""

    def __init__(
        self, records: Records, roster: Roster | None, meter: Meter, only: Callable[[str], bool] | None
    ) -> None:
        self._records, self._roster, self._meter, self._only = records, roster, meter, only

    def read(
        self, paths: tuple[str, ...], records: bool, stdin: BinaryIO | None, name: str
    ) -> Iterator[Input | Failure]:
        """What all the paths name."""
        for path in paths:
            if path == "-":
                with _standard_input(stdin) as stream:
                    kind = kind_of(name)
                    guessed = records and kind not in (*JSON_LINES, *TABLES)
                    items = self._opened(stream, name, JSON_LINES[0] if guessed else kind, guessed)
                    yield from (_known(item, self._roster) for item in items)
            else:
                for file in found(path):
                    if isinstance(file, Failure):
                        yield file
                    elif self._only is None or self._only(file.path):
                        yield from self._inputs(file)

    def _inputs(self, file: File) -> Iterator[Input | Failure]:
        try:
            roster = self._roster or roster_for(*file)
        except RosterError as error:
            yield Failure(legible(file.path), Fault(error.message, error.place))
            return
        yield from (_known(item, roster) for item in self._contents(file.path))

    def _contents(self, path: str) -> Iterator[Input | Failure]:
        with ExitStack() as stack:
            try:
                stream = stack.enter_context(open(path, "rb"))
            except FileNotFoundError:
                yield failure(path, "there is no such file or directory")
            except (OSError, ValueError) as error:  # ValueError: a name that no file can have
                yield failure(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")
            else:
                stack.enter_context(self._meter.at(stream))
                yield from self._opened(stream, legible(path), kind_of(path))

    def _opened(self, stream: BinaryIO, name: str, kind: str, guessed: bool = False) -> Iterator[Input | Failure]:
        """What a stream holds; where its kind is only `guessed` to be JSON Lines, an article is told as one, once."""
        try:
            stream = unpacked(stream)
            if guessed:
                first, stream = begun(stream)
                if first and not first.startswith(b"{"):
                    yield failure(name, NO_RECORDS)
                    return
            if not kind:
                first, stream = begun(stream)
                kind = JSON_LINES[0] if self._records.begin(first) else ""
            if kind in (*JSON_LINES, *TABLES):
                yield from self._records.read(stream, name, kind)
            else:
                yield Input(id=name, data=whole(stream), media=ARTICLES.get(kind))
        except OSError as error:
            yield failure(name, f"cannot be read: {error.strerror}")


def _standard_input(stdin: BinaryIO | None) -> AbstractContextManager[BinaryIO]:
    """A stream of its own: one that a thread is left waiting at must not be one that shutdown asks for."""
    return nullcontext(stdin) if stdin else open(sys.stdin.fileno(), "rb", closefd=False)


def _known(item: Input | Failure, roster: Roster | None) -> Input | Failure:
    return replace(item, roster=roster) if roster and isinstance(item, Input) else item
