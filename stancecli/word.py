"""Take the text of an article out of a Word file (DOCX)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from stancecli.errors import InputError, extra
from stancecli.markup import Page, title_of
from stancecli.streams import LARGEST

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What Word files of before 2007 begin with, and newer ones that have a password."""

MOST = 4 * LARGEST
"""Bytes that the parts of a file may have together when they are unpacked: 128 MB."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_UNSEEN = frozenset(
    [*(f"{_W}{name}" for name in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "del", "moveFrom")),
     "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)  # fmt: skip
"""What is no text, was deleted under tracked changes, or says again what stands beside it."""


def extract(data: bytes, id: str) -> Page:
    """The text of a DOCX, a paragraph a line, tables cell by cell; the title is that of its properties.

    Raises `InputError` where python-docx is missing, the file is broken, has a password, or is too large unpacked.
    """
    if data.startswith(OLD):
        raise InputError("is an old Word file, or one with a password: save it as DOCX without one", id)
    try:
        from docx import Document
    except ImportError as error:
        raise InputError(f"is a Word file, which needs python-docx; {extra('docx')}", id) from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size > MOST:
            raise InputError(f"grows to more than {MOST >> 20} MB", id)
        document = Document(io.BytesIO(data))
        lines = [" ".join(line.split()) for line in _lines(document.element.body)]
        title = document.core_properties.title
    except InputError:
        raise
    except Exception as error:  # whatever a package of many parts can have wrong, in its archive, XML or relations
        raise InputError(f"is a broken Word file ({type(error).__name__})", id) from error
    return Page("\n".join(line for line in lines if line), title_of(title))


def _lines(body: Any) -> Iterator[str]:
    """The paragraphs of the body, in order, wherever they stand: in tables cell by cell, in frames and content controls.

    Looks at each element once; what a table says of merged cells, which may be any number, is not asked.
    """
    from lxml.etree import iterwalk

    pieces: list[str] = []
    walk = iterwalk(body, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if tag == f"{_W}p":  # ends what came before, too: a frame stands within the paragraph that it is fixed to
            yield from "".join(pieces).split("\n")
            pieces.clear()
        elif event == "start" and tag in _UNSEEN:
            walk.skip_subtree()
        elif event == "start":
            pieces.append((element.text or "") if tag == f"{_W}t" else _SIGNS.get(tag, ""))
