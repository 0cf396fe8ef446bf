"""Try the examples of a lexicon: does it find what it says that it finds, and nothing else?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from stancecli.match import TermIndex, match
from stancecli.model import Document, Entry, Examples, Fault, Lexicon, Paragraph, Parse
from stancecli.segment import segment


def try_examples(lexicon: Lexicon) -> tuple[Fault, ...]:
    """Run all sentences through `segment` and `match` with this lexicon alone; what fails, by line.

    A `hit` must hold a hit of one of the entries that share the example, a `miss` none of them. Cues
    that are no loaded words are looked for in the same way, by their words.
    """
    audible = tuple(replace(entry, polarity=entry.polarity or -1.0) for entry in lexicon.entries)
    index = TermIndex([replace(lexicon, entries=audible)])
    groups: dict[Examples, list[Entry]] = {}
    for entry in lexicon.entries:
        groups.setdefault(entry.examples, []).append(entry)
    return tuple(
        Fault(message, f"{lexicon.path}:{examples.line}")
        for examples, entries in sorted(groups.items(), key=lambda item: item[0].line)
        for message in _failures(examples, entries, index)
    )


def _failures(examples: Examples, entries: list[Entry], index: TermIndex) -> Iterator[str]:
    ids = {entry.id for entry in entries}
    whose = repr(entries[0].term) if len(entries) == 1 else f"the group of {entries[0].term!r}"
    for sentence in examples.hit:
        found = match(_parse(sentence), index)
        if not any(hit.entry in ids for hit in found):
            instead = f"; found: {', '.join(repr(hit.text) for hit in found)}" if found else ""
            yield f"{whose} is not found in its 'hit' example {sentence!r}{instead}"
    for sentence in examples.miss:
        for hit in match(_parse(sentence), index):
            if hit.entry in ids:
                yield f"{hit.text!r} is found in the 'miss' example {sentence!r}"


def _parse(sentence: str) -> Parse:
    paragraphs = (Paragraph(0, len(sentence), "body"),)
    return segment(Document("example", sentence, paragraphs, title=None, language="en", digest=""))
