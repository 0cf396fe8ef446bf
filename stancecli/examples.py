"""Try the examples of a lexicon: does it find what it says that it finds, and nothing else?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from stancecli.attribute import CueIndex, label
from stancecli.garbage import uncollected
from stancecli.lexicon import Lexicons, load_cues
from stancecli.match import TermIndex, match
from stancecli.model import Document, Entry, Examples, Fault, Lexicon, Paragraph, Parse
from stancecli.predicates import PredicateIndex
from stancecli.segment import segment
from stancecli.tones import ToneIndex


def try_examples(lexicons: Sequence[Lexicon]) -> list[tuple[Fault, ...]]:
    """Run all sentences through `segment`, `label` and `match`, each with its lexicon alone.

    Returns for each lexicon what fails, by line. A `hit` must hold a hit of one of the entries that share
    the example, a `miss` none of them. Cues that are no loaded words are looked for in the same way, by
    their words; predicates in theirs.
    """
    with uncollected():
        every = [_sharers(lexicon) for lexicon in lexicons]
        parses = _parses(examples for groups in every for examples in groups)
        return [tuple(_faults(lexicon, groups, parses)) for lexicon, groups in zip(lexicons, every, strict=True)]


def _sharers(lexicon: Lexicon) -> dict[Examples, list[Entry]]:
    """The entries that share each of the examples."""
    groups: dict[Examples, list[Entry]] = {}
    for entry in lexicon.entries:
        groups.setdefault(entry.examples, []).append(entry)
    return groups


def _faults(lexicon: Lexicon, groups: Mapping[Examples, list[Entry]], parses: Mapping[str, Parse]) -> Iterator[Fault]:
    find = _finder(lexicon)
    for examples, entries in sorted(groups.items(), key=lambda item: item[0].line):
        for message in _failures(examples, entries, lambda sentence: find(parses[sentence])):
            yield Fault(message, f"{lexicon.path}:{examples.line}")


Found = list[tuple[str, Entry]]
"""What is found in a sentence: the text, and the entry."""


def _finder(lexicon: Lexicon) -> Callable[[Parse], Found]:
    if lexicon.kind == "predicates":
        predicates = PredicateIndex(Lexicons.of(lexicon))
        return lambda parse: [(parse.text(one.first, one.end), one.entry) for one in predicates.find(parse)]
    if lexicon.kind == "tones":
        tones = ToneIndex(Lexicons.of(lexicon))
        return lambda parse: [(parse.words[one.at], one.entry) for one in tones.find(parse)]
    audible = tuple(entry if entry.polarity else replace(entry, polarity=-1.0, pos=()) for entry in lexicon.entries)
    index = TermIndex(Lexicons.of(replace(lexicon, entries=audible)))
    return lambda parse: [(hit.text, index.entry(hit.entry)) for hit in match(parse, index)]


def _parses(every: Iterable[Examples]) -> dict[str, Parse]:
    """All sentences, tagged as they are in an analysis with the default lexicons."""
    sentences = list(dict.fromkeys(sentence for examples in every for sentence in (*examples.hit, *examples.miss)))
    labelled = label([_parse(sentence) for sentence in sentences], _cues())
    return {sentence: item.parse for sentence, item in zip(sentences, labelled, strict=True)}


@cache
def _cues() -> CueIndex:
    return CueIndex(load_cues())


def _failures(examples: Examples, entries: list[Entry], find: Callable[[str], Found]) -> Iterator[str]:
    wanted = set(map(_identity, entries))
    whose = repr(entries[0].term) if len(entries) == 1 else f"the group of {entries[0].term!r}"
    for sentence in examples.hit:
        found = find(sentence)
        if not any(_identity(entry) in wanted for _, entry in found):
            instead = f"; found: {', '.join(repr(text) for text, _ in found)}" if found else ""
            yield f"{whose} is not found in its 'hit' example {sentence!r}{instead}"
    for sentence in examples.miss:
        for text, entry in find(sentence):
            if _identity(entry) in wanted:
                yield f"{text!r} is found in the 'miss' example {sentence!r}"


def _identity(entry: Entry) -> tuple[str, str]:
    """What tells entries apart: two predicates may be one word, as a verb and as a noun."""
    return entry.id, entry.inflect


def _parse(sentence: str) -> Parse:
    paragraphs = (Paragraph(0, len(sentence), "body"),)
    return segment(Document("example", sentence, paragraphs, title=None, language="en", digest=""))
