"""PDF and Word files among the inputs. What reads them is imported where one comes: it takes a twentieth of a start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stancecli.model import Input

if TYPE_CHECKING:
    from stancecli.markup import Page

PDF = b"%PDF-"
ZIP = b"PK\x03\x04"
PART = b"word/document.xml"
"""A part that every Word file has; its name stands in the archive as it is."""


def page_of(item: Input) -> Page | None:
    """What is taken out of a PDF or a Word file, which are known by their first bytes, else by their endings.

    Raises `InputError` for one that cannot be read.
    """
    if not isinstance(item.data, bytes):
        return None
    if item.media == "pdf" or item.data.startswith(PDF):
        from stancecli import pdf

        return pdf.extract(item.data, item.id)
    if item.media == "docx" or (item.data.startswith(ZIP) and PART in item.data):
        from stancecli import word

        return word.extract(item.data, item.id)
    return None
