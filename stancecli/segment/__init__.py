"""Cut a document into tokens, sentences and quotation zones."""

from __future__ import annotations

from stancecli.model import Document, Parse, Range
from stancecli.segment.quotations import quotations
from stancecli.segment.sentences import sentences
from stancecli.tokens import Tokens, tokenize

__all__ = ["segment"]


def segment(document: Document) -> Parse:
    """Cut every paragraph of `document`; what lies outside the paragraphs has no tokens.

    Runs in time linear in the length of the text, and answers any text.
    """
    tokens, paragraphs = _tokens(document)
    found = sentences(document.text, tokens, paragraphs)
    sentence_of: list[int] = []
    for number, (first, stop) in enumerate(found):
        sentence_of += [number] * (stop - first)
    return Parse(
        document=document,
        words=tokens.words,
        starts=tokens.starts,
        ends=tokens.ends,
        sentences=found,
        sentence_of=tuple(sentence_of),
        paragraphs=paragraphs,
        quotations=quotations(document.text, tokens, paragraphs),
    )


def _tokens(document: Document) -> tuple[Tokens, tuple[Range, ...]]:
    """The tokens of all paragraphs, and which of them are whose."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    paragraphs: list[Range] = []
    for start, end, _ in document.paragraphs:
        first = len(words)
        tokens = tokenize(document.text, start, end)
        words += tokens.words
        starts += tokens.starts
        ends += tokens.ends
        paragraphs.append(Range(first, len(words)))
    return Tokens(tuple(words), tuple(starts), tuple(ends)), tuple(paragraphs)
