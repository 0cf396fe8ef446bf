"""Which entries of lexicons fire in articles, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from stancecli.match import KINDS
from stancecli.model import Answer, Failure, Input
from stancecli.pipeline import answer, prepare


class Row(Struct, frozen=True):
    """An entry, how many hits it has, and in how many documents."""

    entry: str
    hits: int
    documents: int


class Coverage(Struct, frozen=True):
    """A row for each entry that can be a hit, most hits first; the documents and words read; what could not be."""

    rows: tuple[Row, ...]
    documents: int
    words: int
    failures: tuple[Failure, ...]


def cover(inputs: Iterable[Input | Failure], lexicons: Sequence[str] = ()) -> Coverage:
    """Answer all inputs and count. `lexicons` are as in `prepare`; neutral entries, predicates and tones are no hits."""
    tools = prepare(lexicons)
    hits: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    documents = words = 0
    failures: list[Failure] = []
    for done in answer(inputs, tools):
        if not isinstance(done, Answer):
            failures.append(done)
            continue
        documents += 1
        words += done.report.words
        found = Counter(hit.entry for hit in done.report.hits)
        hits.update(found)
        holders.update(found.keys())
    scored = [lexicon for lexicon in tools.lexicons if lexicon.kind in KINDS]
    entries = sorted({entry.id for lexicon in scored for entry in lexicon.entries if entry.polarity})
    rows = [Row(entry, hits[entry], holders[entry]) for entry in entries]
    return Coverage(tuple(sorted(rows, key=lambda row: -row.hits)), documents, words, tuple(failures))
