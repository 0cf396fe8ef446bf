"""The lines of a PDF's pages, as PDFium finds them in a process of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from stancecli.errors import InputError, extra
from stancecli.hand import Hand, Loss, serve
from stancecli.streams import LARGEST

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

SECONDS = 20
"""What PDFium may take to read a file."""


class Line(NamedTuple):
    """A line of a page, in points from its lower left corner; `size` is that of its type."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


class Pages(NamedTuple):
    """The lines of each page, the title that the file gives itself, and what is wrong with it, if anything."""

    lines: Sequence[Sequence[Line]]
    title: str = ""
    wrong: str = ""


def pages_of(data: bytes, id: str) -> Pages:
    """The pages of a PDF.

    A few hundred bytes can be the work of hours: drawings within drawings, contents that a page lists a thousand times.
    PDFium has no limit and cannot be stopped, so that every file is read in a process of its own, which has so many
    `SECONDS`, and which ends with this one.
    Raises `InputError` where pypdfium2 is missing, the file is broken, encrypted, takes too long, has too much text or
    ends the process that reads it; `StanceError` where no process can be started.
    """
    if find_spec("pypdfium2") is None:
        raise InputError(f"is a PDF, which needs pypdfium2; {extra('pdf')}", id)
    hand = Hand(__name__, timeout=SECONDS)
    try:
        packed = hand.work(data)
    finally:
        hand.close()
    if isinstance(packed, Loss):
        raise InputError(packed.reason, id)
    found = msgspec.msgpack.decode(packed, type=Pages)
    if found.wrong:
        raise InputError(found.wrong, id)
    return found


def main() -> None:
    """Read PDFs for another process."""
    serve(lambda _: lambda data: msgspec.msgpack.encode(_read(data)))


def _read(data: bytes) -> Pages:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        encrypted = "password" in str(error).lower()
        return Pages((), wrong="is encrypted: save it without its password" if encrypted else "is a broken PDF")
    try:
        return Pages(list(_pages(document)), str(document.get_metadata_dict(skip_empty=True).get("Title", "")))
    except PdfiumError:
        return Pages((), wrong="is a broken PDF")
    except OverflowError:
        return Pages((), wrong=f"has more than {LARGEST >> 20} MB of text")
    finally:
        document.close()


def _pages(document: PdfDocument) -> Iterator[list[Line]]:
    """The lines of each page. Raises `OverflowError` where that is more than is read of any article."""
    read = 0
    for number in range(len(document)):
        page = document[number]
        lines = list(_lines(page))
        page.close()
        read += sum(len(line.text) for line in lines)
        if read > LARGEST:
            raise OverflowError
        yield lines


def _lines(page: PdfPage) -> Iterator[Line]:
    text = page.get_textpage()
    last = text.count_chars() - 1
    at = 0
    for line in text.get_text_range().split("\n"):
        words = line.strip()
        if words:
            first = at + line.index(words[0])
            left, bottom, _, top = text.get_charbox(min(first, last), loose=True)
            right = text.get_charbox(min(first + len(words) - 1, last), loose=True)[2]
            yield Line(re.sub(r"\s+", " ", words), left, right, bottom, max(top - bottom, 1.0))
        at += len(line) + 1
    text.close()
