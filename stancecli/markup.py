"""Take the text of an article out of HTML."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    "script style noscript template head nav footer aside form button select textarea svg math iframe object video "
    "audio canvas figure menu".split()
)
_BLOCKS = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table tr td th hr br "
    "address details summary body html".split()
)
MOST = 0.8
"""The share of a small page's prose that is its article at least."""

SMALL = 300
"""Words of prose; of a page with more in its greater part, the article is what was found."""

_PROSE_LINE = 8
"""Words; a line of prose has more, and a final mark."""

_SPACES = re.compile(r"\s+")
_BLANKS = re.compile(r"\s*\n\s*")


_NO_TITLE = re.compile(
    r"\W*|(?:new |microsoft )?(?:word )?document\W*\d*|\W*untitled(?: document)?\W*\d*\W*|microsoft \w+ - .*"
    r"|.*\.(?:html?|docx?|pdf|txt|rtf|odt)",
    re.IGNORECASE | re.DOTALL,
)


def title_of(properties: str | None) -> str | None:
    """The title that a file's properties tell; None where a program gave it: "Untitled", or the name of a file."""
    return None if properties is None or _NO_TITLE.fullmatch(properties.strip()) else properties


class Page(NamedTuple):
    """The text of a page, a paragraph a line, and what the page says of itself.

    `cut` is true where tags are nested so deeply that what they hold is not read.
    """

    text: str
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    byline: str | None = None
    cut: bool = False


def extract(html: str) -> Page:
    """The article in `html`, found by trafilatura; all visible text where it finds none, which may be "".

    Of a small page it must find most of the prose, or it is asked for more. Works offline. Scripts, menus
    and forms stay out.
    """
    html = html.replace("\0", "")
    found = _article(html)
    if found is None:
        return _visible(html)
    prose = _prose(found.text)
    if prose < SMALL and prose < MOST * _prose(_visible(html).text) < SMALL:
        return _article(html, favor_recall=True) or found
    return found


def _article(html: str, *, favor_recall: bool = False) -> Page | None:
    from trafilatura import bare_extraction

    found = bare_extraction(
        html, with_metadata=True, include_comments=False, include_tables=False, as_dict=False, favor_recall=favor_recall
    )
    if found is None or isinstance(found, dict) or not found.text:
        return None
    text = found.text
    if "\n" not in text and len(text.split()) < SMALL:  # one that is short for it, trafilatura joins to one paragraph
        text = "\n".join(_lines_of(text, _visible(html).text))
    return Page(text, found.title, found.date, found.sitename, found.author)


def _lines_of(paragraph: str, visible: str) -> list[str]:
    """The lines of the visible text that a paragraph was put together from; itself where it was from none."""
    whole, lines = paragraph.split(), visible.splitlines()
    for first in range(len(lines)):
        at = 0
        for last, line in enumerate(islice(lines, first, None), first + 1):
            words = line.split()
            if whole[at : at + len(words)] != words:
                break
            at += len(words)
            if at == len(whole):
                return lines[first:last]
    return [paragraph]


def _prose(text: str) -> int:
    """The words in lines that read like sentences."""
    lines = [len(line.split()) for line in text.splitlines() if line.rstrip("\"”’')").endswith((".", "?", "!"))]
    return sum(words for words in lines if words > _PROSE_LINE)


def _visible(html: str) -> Page:
    """All text that a reader would see, block elements on lines of their own."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(html.encode(), parser) if html.strip() else None
    if root is None:
        return Page("")
    title = _SPACES.sub(" ", root.findtext(".//title") or "").strip()
    cut = any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
    return Page(_BLANKS.sub("\n", "".join(_pieces(root))).strip(), title or None, cut=cut)


def _pieces(root: _Element) -> list[str]:
    from lxml import etree

    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if element.tag in _BLOCKS:
            pieces.append("\n")
        if event == "end":
            pieces.append(_SPACES.sub(" ", element.tail or ""))
        elif element.tag in _SKIPPED:
            walk.skip_subtree()
        else:
            pieces.append(_SPACES.sub(" ", element.text or ""))
    return pieces
