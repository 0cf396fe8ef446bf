"""Cut a document into tokens, sentences and quotation zones."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from stancecli.model import Document, Parse, Range, Span, unmarked
from stancecli.segment.quotations import find_quotations
from stancecli.segment.sentences import find_sentences
from stancecli.tokens import Tokens, tokenize_parts

__all__ = ["segment"]


def segment(document: Document) -> Parse:
    """Cut every paragraph of `document`; what lies outside the paragraphs has no tokens.

    Runs in time linear in the length of the text, and answers any text.
    """
    text, places = _readable(document)
    tokens = tokenize_parts(text, places)
    paragraphs = _ranges(places, tokens)
    found = find_sentences(text, tokens, paragraphs)
    quotations = find_quotations(text, tokens, paragraphs)
    tokens = _in_document(document, tokens)
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
        quotations=quotations,
    )


def _readable(document: Document) -> tuple[str, list[Span]]:
    """The text without its marks, as if they had never been typed, and where its paragraphs are then."""
    text, marks = document.text, document.marks
    places = [Span(start, end) for start, end, _ in document.paragraphs]
    if not marks:
        return text, places
    removed = _removed(marks)
    shifts = [[at - removed[bisect_left(marks, (at,))] for at in place] for place in places]
    return unmarked(text, marks, 0, len(text)), [Span(start, end) for start, end in shifts]


def _removed(marks: tuple[Span, ...]) -> list[int]:
    """How many characters of marks stand before each mark, and before the end."""
    return list(accumulate([end - start for start, end in marks], initial=0))


def _in_document(document: Document, tokens: Tokens) -> Tokens:
    """The tokens of the readable text at their places in the document's own: no mark before or behind is theirs."""
    marks = document.marks
    if not marks:
        return tokens
    removed = _removed(marks)
    cuts = [start - before for (start, _), before in zip(marks, removed, strict=False)]
    starts = [at + removed[bisect_right(cuts, at)] for at in tokens.starts]
    ends = [at + removed[bisect_left(cuts, at)] for at in tokens.ends]
    return Tokens(tokens.words, tuple(starts), tuple(ends))


def _ranges(places: list[Span], tokens: Tokens) -> tuple[Range, ...]:
    """Which tokens are whose; every token lies in a paragraph."""
    stops = [bisect_left(tokens.starts, end) for _, end in places]
    return tuple(map(Range, [0, *stops], stops))
