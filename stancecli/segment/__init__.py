"""Cut a document into tokens, sentences and quotation zones."""

from __future__ import annotations

from bisect import bisect_left

from stancecli.model import Document, Parse, Range
from stancecli.segment.quotations import find_quotations
from stancecli.segment.sentences import find_sentences
from stancecli.tokens import Tokens, tokenize_parts

__all__ = ["segment"]


def segment(document: Document) -> Parse:
    """Cut every paragraph of `document`; what lies outside the paragraphs has no tokens.

    Runs in time linear in the length of the text, and answers any text.
    """
    tokens = tokenize_parts(document.text, [(start, end) for start, end, _ in document.paragraphs])
    paragraphs = _ranges(document, tokens)
    found = find_sentences(document.text, tokens, paragraphs)
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
        quotations=find_quotations(document.text, tokens, paragraphs),
    )


def _ranges(document: Document, tokens: Tokens) -> tuple[Range, ...]:
    """Which tokens are whose; every token lies in a paragraph."""
    stops = [bisect_left(tokens.starts, end) for _, end, _ in document.paragraphs]
    return tuple(map(Range, [0, *stops], stops))
