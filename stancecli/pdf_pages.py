"""The lines of a PDF's pages, as PDFium finds them. As a program it reads a PDF from standard input for another process."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from stancecli.errors import InputError, extra
from stancecli.streams import LARGEST

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

SECONDS = 20
"""What PDFium may take to read a file whose pages may draw one thing within another."""

_FORM = re.compile(rb"/(?:S|#53)[\w#]*\s*/(?:F|#46)(?:o|#6[fF])(?:r|#72)(?:m|#6[dD])\b")
"""A drawing that pages, and other drawings, may repeat; names may be written in hexadecimal digits."""


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

    Two drawings are enough to repeat each other's content millions of times, and PDFium cannot be stopped: such a file is
    read in a process of its own, which has so many `SECONDS`.
    Raises `InputError` where pypdfium2 is missing, the file is broken, encrypted, takes too long or has too much text.
    """
    found = _apart(data) if len(_FORM.findall(data)) > 1 else _read(data)
    if found.wrong:
        raise InputError(found.wrong, id)
    return found


def _apart(data: bytes) -> Pages:
    """In another process, begun beside this package: Python would import what lies in the folder that it is begun in."""
    program, beside = [sys.executable, "-m", __name__], Path(__file__).parents[1]
    try:
        done = subprocess.run(program, input=data, capture_output=True, check=True, timeout=SECONDS, cwd=beside)
    except subprocess.TimeoutExpired:
        return Pages((), wrong=f"takes more than {SECONDS} seconds to read: its pages repeat drawings within drawings")
    except subprocess.CalledProcessError:
        return Pages((), wrong="is a broken PDF")
    return msgspec.msgpack.decode(done.stdout, type=Pages)


def _read(data: bytes) -> Pages:
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError:
        return Pages((), wrong=f"is a PDF, which needs pypdfium2; {extra('pdf')}")
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


if __name__ == "__main__":
    sys.stdout.buffer.write(msgspec.msgpack.encode(_read(sys.stdin.buffer.read())))
