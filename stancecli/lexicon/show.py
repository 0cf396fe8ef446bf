"""Tell of lexicons and entries in lines of text, for whoever asks what is counted and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from stancecli.errors import LexiconError
from stancecli.lexicon.spelling import nearest
from stancecli.model import Entry, Lexicon
from stancecli.tokens import words_of

_SIGNS = {-1.0: "negative", 0.0: "neutral", 1.0: "positive"}
_AIMS = {
    "modified": "what it stands beside",
    "object": "the object of its verb",
    "subject": "the subject of its verb",
    "speaker": "who speaks",
}
_COLUMNS = 86


def about(name: str, lexicons: Sequence[Lexicon]) -> Iterator[str]:
    """The lines about a lexicon, or about the entries of that id, term or form; `LexiconError` where there is none."""
    words = words_of(name)
    named = [lexicon for lexicon in lexicons if lexicon.name == name]
    entries = [
        (entry, lexicon)
        for lexicon in lexicons
        for entry in lexicon.entries
        if entry.id == name or words in entry.forms
    ]
    if not named and not entries:
        known = [lexicon.name for lexicon in lexicons]
        known += [text for lexicon in lexicons for entry in lexicon.entries for text in (entry.id, entry.term)]
        raise LexiconError(f"no lexicon, term or id has this name{nearest(name, known)}", name)
    for lexicon in named:
        yield from _about_lexicon(lexicon)
    for entry, lexicon in entries:
        yield from _about_entry(entry, lexicon)


def overview(lexicons: Sequence[Lexicon]) -> Iterator[tuple[str, ...]]:
    """A row for each lexicon, under a head; the last cell is the description's first sentence."""
    yield ("name", "pack", "category", "entries", "language", "version", "digest", "description")
    for lexicon in lexicons:
        numbers = (str(len(lexicon.entries)), lexicon.language, str(lexicon.version), lexicon.digest[:12])
        sentence = lexicon.description.partition(". ")[0].removesuffix(".")
        yield (lexicon.name, lexicon.pack, _categories(lexicon), *numbers, sentence)


def sign(entry: Entry) -> str:
    """The polarity of a term, or who stands where by a predicate ("subject against object")."""
    if not entry.attitudes:
        return _SIGNS[entry.polarity]
    return "; ".join(f"{one.holder} {'for' if one.polarity > 0 else 'against'} {one.target}" for one in entry.attitudes)


def phrases(several: Iterable[tuple[str, ...]]) -> str:
    """Phrases as one text."""
    return ", ".join(" ".join(phrase).replace(" - ", "-") for phrase in several)


def _about_lexicon(lexicon: Lexicon) -> Iterator[str]:
    yield f"{lexicon.name}  pack {lexicon.pack}  {_categories(lexicon)}  version {lexicon.version}  {lexicon.path}"
    yield f"  {lexicon.description}"
    for entry in lexicon.entries:
        yield f"  {entry.term}  {sign(entry)} {entry.weight:g}"
    yield ""


def _about_entry(entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    rows = [
        ("kind", f"{entry.category}, {sign(entry)}, weight {entry.weight:g}"),
        ("pack", lexicon.pack),
        ("why", entry.why),
        ("about", _AIMS.get(entry.aim, "")),
        ("forms", phrases(entry.forms)),
        ("only as", ", ".join(entry.pos)),
        ("not in", phrases(entry.innocent)),
        ("not among", ", ".join(entry.literal)),
        ("plainly", ", ".join(entry.neutral)),
        ("takes", ", ".join(entry.takes)),
        ("reports", entry.reports and f"{entry.reports}, {entry.tilt}"),
        *(("hits", sentence) for sentence in entry.examples.hit),
        *(("misses", sentence) for sentence in entry.examples.miss),
    ]
    yield f"{entry.id}  {lexicon.path}:{entry.line}"
    for label, text in rows:
        for number, line in enumerate(wrap(text, _COLUMNS)):
            yield f"  {'' if number else label:<10}{line}"
    yield ""


def _categories(lexicon: Lexicon) -> str:
    """The category of most entries, and a sign that there are others."""
    counts = Counter(entry.category for entry in lexicon.entries)
    first, *others = sorted(counts, key=lambda name: (-counts[name], name))
    return f"{first} +{len(others)}" if others else first
