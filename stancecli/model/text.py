"""An article as it comes in, as a decoded document, and cut into tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec import Struct


class Span(NamedTuple):
    """Characters `start` to `end` (exclusive) of the document's text."""

    start: int
    end: int


class Range(NamedTuple):
    """Tokens `first` to `stop` (exclusive) of a parse."""

    first: int
    stop: int


class Member(Struct, frozen=True):
    """A party that a roster teaches: the name to show, what else it is called, "m", "f" or "" for a person."""

    name: str
    kind: Literal["person", "country", "organisation", "group"]
    aliases: tuple[str, ...] = ()
    gender: Literal["m", "f", ""] = ""


class Roster(Struct, frozen=True):
    """The parties that a desk knows (`actors.yaml`). `digest` is the SHA-256 of the file's bytes, in hexadecimal."""

    members: tuple[Member, ...]
    digest: str


class Origin(NamedTuple):
    """The file of many articles that one came in, and its line there, counted from 1."""

    path: str
    line: int


class Input(Struct, frozen=True):
    """One article as it came in, before it is decoded.

    `data` is `str` only where the carrier was text already (a JSON Lines record). `media` is
    "text", "markdown" or "html" where the carrier says so, else None and the content decides.
    `roster` holds the parties that are known beforehand. `origin` tells where a record stands; an article with a
    file of its own has none, and the file's name as its id. `ignored` names entries, lexicons or packs of which it
    has no hits.
    """

    id: str
    data: bytes | str
    media: Literal["text", "markdown", "html", "pdf", "docx"] | None = None
    title: str | None = None
    targets: tuple[str, ...] = ()
    url: str | None = None
    date: str | None = None
    outlet: str | None = None
    roster: Roster | None = None
    origin: Origin | None = None
    ignored: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where it stands, for messages: FILE:LINE of a record, else what it is called."""
        return f"{self.origin.path}:{self.origin.line}" if self.origin else self.id


class Paragraph(NamedTuple):
    """A stretch of the text in which words are read and scored; what no paragraph covers is not."""

    start: int
    end: int
    role: Literal["headline", "body"]


def unmarked(text: str, marks: Sequence[Span], start: int, end: int) -> str:
    """What stands from `start` to `end`, less what of the marks is there; they are in order."""
    kept: list[str] = []
    at = bisect_left(marks, (start,))
    if at and marks[at - 1].end > start:
        start = min(marks[at - 1].end, end)
    while at < len(marks) and marks[at].start < end:
        kept.append(text[start : marks[at].start])
        start = min(marks[at].end, end)
        at += 1
    return "".join([*kept, text[start:end]])


class Anchor(NamedTuple):
    """Character `at` of a text taken out of markup stands in the input at `line` and `column`, counted from 1."""

    at: int
    line: int
    column: int


class Waiver(NamedTuple):
    """Characters `start` to `end` in which a mark sets hits aside: those of `names`, or all where it has none.

    `line` is where the mark stands in the input, `says` its words; `line_only`: only on that line.
    """

    start: int
    end: int
    line: int
    says: str
    names: tuple[str, ...] = ()
    line_only: bool = False


class Document(Struct, frozen=True):
    """A decoded article. Offsets point into `text`.

    `paragraphs` are in order and do not overlap; leftovers of web pages, bylines and agency lines
    lie between them. `extracted` says that `text` was taken out of markup and is not the input's own.
    `marks` are what stands within paragraphs and is no word: the signs of Markdown, in order. `anchors` tell where
    an extracted text stands in its input, in order; between two of them both go on alike.
    """

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None
    language: str
    digest: str
    extracted: bool = False
    targets: tuple[str, ...] = ()
    url: str | None = None
    date: str | None = None
    outlet: str | None = None
    byline: str | None = None
    warnings: tuple[str, ...] = ()
    roster: Roster | None = None
    marks: tuple[Span, ...] = ()
    origin: Origin | None = None
    anchors: tuple[Anchor, ...] = ()
    ignored: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()


class Quotation(NamedTuple):
    """A zone between quotation marks, in tokens, its marks included.

    A zone never leaves its paragraph: a quote that goes on over paragraphs is one zone in each, the
    later ones with `continues`. `closed` is false where the closing mark is missing (the zone then
    ends with the paragraph). `depth` is 0 for an outer quote, 1 for a quote within it. `scare` marks
    a few words set off by the writer that do not make a statement of their own.
    """

    first: int
    stop: int
    depth: int
    closed: bool
    continues: bool
    scare: bool


class Parse(Struct, frozen=True):
    """A document in columns: token i is `words[i]`, at characters `starts[i]` to `ends[i]`.

    `words` are lower-cased, with straight apostrophes; `document.text` has them as written. Clitics
    ("'s", "n't") and hyphens are tokens of their own ("Russian", "-", "backed"); an abbreviation with
    inner stops ("U.S.") is one token. `sentences` cover all tokens in order; `paragraphs` run parallel
    to `document.paragraphs` (an empty paragraph has an empty range). `sentence_of[i]` is the number of
    token i's sentence. `quotations` are in order of their first token. `tags` are Penn Treebank tags, one a token;
    there are none before `label`.
    """

    document: Document
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Range, ...]
    sentence_of: tuple[int, ...]
    paragraphs: tuple[Range, ...]
    quotations: tuple[Quotation, ...]
    tags: tuple[str, ...] = ()

    def span(self, first: int, stop: int) -> Span:
        """The characters that tokens `first` to `stop` cover; `first < stop`."""
        return Span(self.starts[first], self.ends[stop - 1])

    def text(self, first: int, stop: int) -> str:
        """The text of tokens `first` to `stop`, as written, but for the marks of Markdown."""
        document = self.document
        if not document.marks:
            return document.text[self.starts[first] : self.ends[stop - 1]]
        return unmarked(document.text, document.marks, self.starts[first], self.ends[stop - 1])
