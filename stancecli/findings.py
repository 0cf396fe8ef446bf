"""What CI shows of a hit: where it stands in which file, its sentence, and a key that outlives moved lines."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from stancecli.excerpt import cropped, sentence_at
from stancecli.model import Answer, Document, Hit, Parse, Span, unmarked
from stancecli.places import Place, Places
from stancecli.voices import tokens_of

REACH = 600
"""Characters of a sentence that are shown on either side of a hit."""

LONGEST = 1500
"""Characters of a sentence that are shown at most."""

_CONTEXT = 20
"""Words on either side of a hit, within its sentence, that its key is made of."""


class Finding(Struct, frozen=True):
    """A hit, its number in the report, and what tells it apart from all others.

    `key` is made of the entry and the words around it, so that it stays the same when lines move or are wrapped
    anew. `start` and `end` (behind the last character) are places in the input; None for a record of many in
    one file, which `line` tells.
    """

    hit: Hit
    number: int
    key: str
    path: str
    line: int
    start: Place | None
    end: Place | None


def findings(answer: Answer) -> Iterator[Finding]:
    """Every hit of a document that its baseline does not hold, in order."""
    hits = answer.report.hits
    if len(hits) == len(answer.known):
        return
    document = answer.parse.document
    places, path, record = Places(document), path_of(document), record_of(document)
    for number, (hit, key) in enumerate(zip(hits, keys(answer), strict=True)):
        if number in answer.known:
            continue
        start, end = (None, None) if record else (places[hit.start], places.end(hit.start, hit.end))
        yield Finding(hit, number, key, path, record or hit.line, start, end)


def keys(answer: Answer) -> list[str]:
    """A key for each hit, in order; the same words in the same sentence a second time have another."""
    often: Counter[str] = Counter()
    made = []
    for hit in answer.report.hits:
        words = " ".join([hit.entry, *_around(answer.parse, hit)])
        often[words] += 1
        made.append(hashlib.sha256(f"{often[words]} {words}".encode("utf-8", "replace")).hexdigest()[:20])
    return made


def sentence_of(parse: Parse, hit: Hit) -> str:
    """The sentence of a hit in one line; of one without end, what stands around the hit."""
    text = parse.document.text
    whole = sentence_at(parse, hit.start)
    shown = cropped(text, whole, hit.start, hit.end, REACH, LONGEST)
    return " ".join(unmarked(text, parse.document.marks, *shown).split())


def path_of(document: Document) -> str:
    """The file that a document came in, else what it is called."""
    return document.origin.path if document.origin else document.id


def record_of(document: Document) -> int | None:
    """The line of a record in the file that holds many."""
    return document.origin.line if document.origin else None


def _around(parse: Parse, hit: Hit) -> tuple[str, ...]:
    first, stop = tokens_of(parse, Span(hit.start, hit.end))
    if first >= len(parse.words):
        return ()
    sentence = parse.sentences[parse.sentence_of[first]]
    return parse.words[max(sentence.first, first - _CONTEXT) : min(max(sentence.stop, stop), stop + _CONTEXT)]
