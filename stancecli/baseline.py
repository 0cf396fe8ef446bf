"""Old debt: the hits and crossed gates of an earlier run, so that a later one shows only what is new."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from stancecli.errors import SettingsError
from stancecli.findings import keys
from stancecli.model import Answer, Crossing, Document, Result

SCHEMA: Literal["stancecli.baseline/1"] = "stancecli.baseline/1"


class Debt(Struct, frozen=True):
    """What is known of a document: the keys of its hits, and each gate that it crosses with the value."""

    hits: tuple[str, ...] = ()
    gates: dict[str, float] = {}


class _File(Struct, frozen=True):
    schema: Literal["stancecli.baseline/1"]
    documents: dict[str, Debt]


class Baseline:
    """The debts of documents by their names, which are paths as seen from the folder of the baseline's file."""

    def __init__(self, path: str, documents: dict[str, Debt] | None = None) -> None:
        self.documents = documents or {}
        self._folder = os.path.dirname(os.path.abspath(path))

    def marked(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, each answer with the hits that are known."""
        for result in results:
            debt = self._debt(result) if isinstance(result, Answer) else None
            if isinstance(result, Answer) and debt and debt.hits:
                old = frozenset(debt.hits)
                known = frozenset(number for number, key in enumerate(keys(result)) if key in old)
                result = replace(result, known=known)
            yield result

    def lessened(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, without the crossed gates that are known and have not become worse."""
        for result in results:
            debt = self._debt(result) if isinstance(result, Answer) else None
            if isinstance(result, Answer) and debt and result.crossings:
                kept = tuple(crossing for crossing in result.crossings if _is_new(crossing, debt))
                result = replace(result, crossings=kept)
            yield result

    def recorded(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, whose hits and crossed gates are from now on known."""
        for result in results:
            if isinstance(result, Answer):
                gates = {_name(crossing): crossing.value for crossing in result.crossings}
                self.documents[self._named(result.parse.document)] = Debt(tuple(keys(result)), gates)
                result = replace(result, crossings=(), known=frozenset(range(len(result.report.hits))))
            yield result

    def pruned(self, results: Iterable[Result]) -> Baseline:
        """What of the debts is left: of documents and hits that are still there."""
        left: dict[str, Debt] = {}
        for result in results:
            debt = self._debt(result) if isinstance(result, Answer) else None
            if isinstance(result, Answer) and debt:
                there = set(keys(result))
                kept = replace(debt, hits=tuple(key for key in debt.hits if key in there))
                if kept.hits or kept.gates:
                    left[self._named(result.parse.document)] = kept
        return Baseline(os.path.join(self._folder, "-"), left)

    def text(self) -> str:
        """What a file holds: one line a document, in the order of their names; without those that owe nothing."""
        owing = {name: debt for name, debt in sorted(self.documents.items()) if debt.hits or debt.gates}
        lines = ",\n".join(f"  {_json(name)}: {_json(debt)}" for name, debt in owing.items())
        documents = f"{{\n{lines}\n}}" if lines else "{}"
        return f'{{"schema": "{SCHEMA}", "documents": {documents}}}\n'

    def _debt(self, answer: Answer) -> Debt | None:
        return self.documents.get(self._named(answer.parse.document))

    def _named(self, document: Document) -> str:
        if document.origin or "\0" in document.id:
            return document.id
        return os.path.relpath(os.path.abspath(document.id), self._folder).replace(os.sep, "/")


def load_baseline(path: str) -> Baseline:
    """Read a baseline. Raises `SettingsError` for a file that is none."""
    try:
        with open(path, "rb") as stream:
            return Baseline(path, msgspec.json.decode(stream.read(), type=_File).documents)
    except OSError as error:
        hint = "; --write-baseline makes one" if isinstance(error, FileNotFoundError) else ""
        raise SettingsError(f"cannot be read: {error.strerror}{hint}", path) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(f"is no baseline: {error}", path) from error


def _is_new(crossing: Crossing, debt: Debt) -> bool:
    """Whether a crossed gate is not known, or has become worse in the direction that it forbids.

    One about hits counts only those that are not known, and so is always new.
    """
    known = debt.gates.get(_name(crossing))
    if known is None or crossing.rule.kind == "hits":
        return True
    if crossing.rule.comparison in (">", ">="):
        return crossing.value > known
    return crossing.value < known if crossing.rule.comparison in ("<", "<=") else crossing.value != known


def _name(crossing: Crossing) -> str:
    return f"{crossing.rule.text} ({crossing.about})" if crossing.about else crossing.rule.text


def _json(value: object) -> str:
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return msgspec.json.encode(str(value).encode("utf-8", "replace").decode()).decode()
