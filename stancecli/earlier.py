"""Answers that earlier runs wrote, to be shown with their articles: JSON Lines of `batch`, and the file of a store."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from stancecli.anchors import anchors
from stancecli.clean import clean
from stancecli.decoding import decode
from stancecli.errors import StanceError
from stancecli.model import Answer, Document, Failure, Fault, Input, Report
from stancecli.own import RESULT
from stancecli.paths import legible
from stancecli.read import read
from stancecli.resultfiles import ResultFile, flowing, form_of, opened, result_lines, wrong
from stancecli.segment import segment
from stancecli.store import kept
from stancecli.streams import LARGEST, begun, unpacked

_BROKEN = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class _Line(Struct, frozen=True):
    """What tells a line of results from a record: it has a schema, or an error and no text."""

    schema: str | None = None
    error: Fault | None = None
    text: msgspec.Raw = msgspec.Raw(b"null")


_LINE = msgspec.json.Decoder(_Line)
_REPORT = msgspec.json.Decoder(Report).decode
_FAILURE = msgspec.json.Decoder(Failure).decode


def holds_results(path: str) -> bool:
    """Whether a file is a store, or JSON Lines whose first line that is not blank is a result.

    What cannot be read is none: reading it as an article tells why.
    """
    with suppress(OSError, ValueError):
        if os.path.isfile(path):
            with open(path, "rb") as stream:
                return told_of(unpacked(stream))[0]
    return False


def told_of(stream: io.BufferedReader) -> tuple[bool, io.BufferedReader]:
    """Whether an unpacked stream holds results, and a stream of all that it holds: a pipe is read only once.

    Raises `OSError` where it cannot be read.
    """
    form = form_of(stream)
    if form != "lines":
        return form == "store", stream
    first, stream = begun(stream)
    return first.startswith(RESULT.encode()) or (first.startswith(b"{") and _is_result(first)), stream


def earlier(path: str) -> Iterator[Answer | Report | Failure]:
    """What a file of results holds, in its order; a report alone where its text is nowhere to be had.

    A text is had from the results, or from the file that the result is named by, where its content is the same still.
    What is no result is a `Failure` in its place, and so is what an earlier run could not answer.
    """
    return _earlier(opened(path, sys.stdin.buffer), legible(path))


def earlier_in(stream: io.BufferedReader, name: str) -> Iterator[Answer | Report | Failure]:
    """The same of an unpacked stream that is no file."""
    return _earlier(flowing(stream, name), name)


def _earlier(results: AbstractContextManager[ResultFile], name: str) -> Iterator[Answer | Report | Failure]:
    try:
        with results as found:
            if found.form == "store":
                yield from kept(found.path)
            else:
                yield from result_lines(found, _result, _FAILURE)
    except OSError as error:
        yield wrong(name, f"cannot be read: {error.strerror}")
    except StanceError as error:
        yield wrong(name, error.message)


def _is_result(line: bytes) -> bool:
    if line == b"{":  # a whole run, which is refused
        return True
    try:
        found = _LINE.decode(line)
    except _BROKEN:
        return False
    return found.schema is not None or (found.error is not None and bytes(found.text) == b"null")


def _result(line: bytes) -> Answer | Report:
    report = _REPORT(line)
    document = _document(report)
    if not _fits(report, len(document.text) if document else LARGEST):
        raise msgspec.ValidationError("a place lies outside the text")
    return Answer(report, segment(document)) if document else report


def _fits(report: Report, length: int) -> bool:
    """Whether all that is drawn lies within a text of so many characters, and all evidence leads to a hit that is there."""
    pieces = [piece for stance in report.stances for piece in stance.evidence]
    spans = [(hit.start, hit.end) for hit in report.hits]
    spans += [span for piece in pieces for span in piece.spans]
    spans += [span for actor in report.actors for span in actor.mentions]
    spans += [span for attribution in report.attributions for span in attribution.content.spans]
    hits = range(len(report.hits))
    return all(0 <= start < end <= length for start, end in spans) and all(
        piece.hit is None or piece.hit in hits for piece in pieces
    )


def _document(report: Report) -> Document | None:
    """The text of a report as the run saw it; None where there is none, or another.

    Where the text's own page is as it was, its lines are those of the page.
    """
    item = _same(report)
    if report.text is None:
        return _cleaned(replace(item, title=report.title)) if item else None
    document = _cleaned(Input(id=report.id, data=report.text, media="text", title=report.title))
    if document and item and isinstance(item.data, bytes) and item.media not in ("pdf", "docx"):
        with suppress(StanceError):
            return replace(document, anchors=anchors(decode(item.data, item.id), document.text))
    return document


def _same(report: Report) -> Input | None:
    """The file that a report is named by, where its content is the same still."""
    item = next(read([report.id]), None) if os.path.isfile(report.id) else None
    if not isinstance(item, Input) or not isinstance(item.data, bytes):
        return None
    return item if hashlib.sha256(item.data).hexdigest() == report.stamp.input else None


def _cleaned(item: Input) -> Document | None:
    with suppress(StanceError):
        return clean(item)
    return None
