"""Decode an input and find the paragraphs in it that are read and scored."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from stancecli.anchors import anchors
from stancecli.decoding import decode
from stancecli.errors import InputError
from stancecli.frontmatter import find_front_matter
from stancecli.inline import Mark, blanked, find_inline, places_in_page, places_in_text, waivers_of
from stancecli.language import language_of
from stancecli.layout import blocks, lines_of, markdown_blocks
from stancecli.leftovers import without_leftovers
from stancecli.marks import find_marks
from stancecli.model import Anchor, Document, Input, Paragraph, Span, Waiver, unmarked
from stancecli.places import line_starts
from stancecli.printed import page_of

if TYPE_CHECKING:
    from stancecli.markup import Page

TOO_DEEP = "holds no text that can be reached: its tags are nested too deeply"
FOREIGN = "the text does not seem to be English; scores may mean nothing"
HEADLINE_WORDS = 25

_HTML = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}>|<!--[^>]{0,2000}-->)*"
    r"<(?:!doctype\s+html|html|head|body|article|main|section|div|h1|p)\b[^<]{0,2000}>",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"\s*# \S")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FINAL = re.compile(r"[.,;:…][\"'”’)\]]*$")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def clean(item: Input) -> Document:
    """Decode `item` and lay out its paragraphs; offsets count characters of `Document.text`.

    The text is the input's own (a byte order mark is no part of it) unless it is HTML: then it is what
    was taken out of the markup, and `extracted` says so. Leftovers of web pages lie in no paragraph.
    Raises `InputError` for binary data, for an encoding that cannot be told, and where there is no text.
    """
    printed = page_of(item)
    text, raw = ("", bytes(item.data)) if printed else _text_and_bytes(item)  # type: ignore[arg-type]
    page, inline = text, find_inline(text)
    found = printed or _marked_up(item, text)
    extracted = found is not None
    if found:
        text = found.text
    if not text or text.isspace():
        raise InputError(TOO_DEEP if found and found.cut else "holds no text", item.place)
    title = item.title or (found.title if found else None)
    bare = text if extracted else blanked(text, [mark.span for mark in inline])
    front = None if extracted else find_front_matter(bare)
    cut = lines_of if extracted else markdown_blocks if front or _is_markdown(item, bare) else blocks
    told = found or front
    if front:
        bare = blanked(bare, [front.span])
    paragraphs = _paragraphs(bare, cut(bare), title)
    marks = () if extracted else _with_inline(find_marks(bare, paragraphs), inline, paragraphs)
    where = anchors(page, text) if page and extracted else ()
    waivers, wrong = _waivers(page, text, inline, where if extracted else None, paragraphs) if inline else ((), ())
    language = language_of(bare)
    return Document(
        id=item.id,
        text=text,
        paragraphs=paragraphs,
        title=title or _heading(text, marks, paragraphs) or (front.title if front else None),
        language=language,
        digest=hashlib.sha256(raw).hexdigest(),
        extracted=extracted,
        targets=item.targets,
        url=item.url,
        date=item.date or (told.date if told else None),
        outlet=item.outlet or (found.outlet if found else None),
        byline=told.byline if told else None,
        warnings=((() if language == "en" else (FOREIGN,)) + wrong),
        roster=item.roster,
        origin=item.origin,
        ignored=item.ignored,
        anchors=where,
        waivers=waivers,
        marks=marks,
    )


def _marked_up(item: Input, text: str) -> Page | None:
    if item.media != "html" and _HTML.match(text) is None:
        return None
    from stancecli.markup import extract

    return extract(text)


def _waivers(
    page: str, text: str, inline: list[Mark], where: tuple[Anchor, ...] | None, paragraphs: tuple[Paragraph, ...]
) -> tuple[tuple[Waiver, ...], tuple[str, ...]]:
    """What our comments in the input set aside in its text, and what is wrong with them.

    `where` tells where a text that was taken out of the page stands in it; None where it is the input itself.
    """
    starts = line_starts(page)
    places = places_in_page(inline, starts, where, len(text)) if where is not None else places_in_text(inline, starts)
    return waivers_of(inline, list(places), len(text), paragraphs)


def _with_inline(marks: tuple[Span, ...], inline: list[Mark], paragraphs: tuple[Paragraph, ...]) -> tuple[Span, ...]:
    """The marks of Markdown and our comments within paragraphs, in order: neither is a word."""
    if not inline:
        return marks
    starts = [paragraph.start for paragraph in paragraphs]
    within = [
        mark.span
        for mark in inline
        if (at := bisect_right(starts, mark.span.start)) and mark.span.end <= paragraphs[at - 1].end
    ]
    return tuple(sorted([*marks, *within]))


def _text_and_bytes(item: Input) -> tuple[str, bytes]:
    """Both forms of the input; half of a surrogate pair, which no file can hold, becomes U+FFFD."""
    if isinstance(item.data, bytes):
        return decode(item.data, item.id), item.data
    try:
        return item.data, item.data.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", item.data), item.data.encode("utf-8", "surrogatepass")


def _is_markdown(item: Input, text: str) -> bool:
    return item.media == "markdown" or (item.media is None and _MARKDOWN.match(text) is not None)


def _paragraphs(text: str, spans: list[Span], title: str | None) -> tuple[Paragraph, ...]:
    """The paragraphs to read; the first of them may be a headline."""
    kept = without_leftovers(text, spans)
    headed = len(kept) > 1 and _is_headline(text, kept[0], title)
    return tuple(
        [
            Paragraph(start, end, "headline" if headed and not number else "body")
            for number, (start, end) in enumerate(kept)
        ]
    )


def _heading(text: str, marks: tuple[Span, ...], paragraphs: tuple[Paragraph, ...]) -> str | None:
    headlines = (unmarked(text, marks, start, end) for start, end, role in paragraphs[:1] if role == "headline")
    return next(headlines, None)


def _is_headline(text: str, span: Span, title: str | None) -> bool:
    """A short first paragraph is a headline if it has no final stop, capitals throughout, or is the known title."""
    line = text[span.start : span.end]
    words = _LETTERS.findall(line)
    if len(words) > HEADLINE_WORDS or "\n" in line or "\r" in line:
        return False
    if title and words == _LETTERS.findall(title):
        return True
    if not _FINAL.search(line):
        return True
    long = [word for word in words if len(word) > 3]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long) and line.endswith(".")
