"""Take the text of an article out of HTML."""

from __future__ import annotations

from typing import NamedTuple


class Page(NamedTuple):
    """The text of a page, a paragraph a line, and what the page says of itself."""

    text: str
    title: str | None = None
    date: str | None = None
    outlet: str | None = None


def extract(html: str) -> Page:
    """The article in `html`; its text is empty where there is none."""
    from trafilatura import bare_extraction

    found = bare_extraction(html, with_metadata=True, include_comments=False)
    if found is None or not found.text:
        return Page("")
    return Page(found.text, found.title, found.date, found.sitename)
