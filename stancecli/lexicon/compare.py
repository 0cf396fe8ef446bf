"""What changed from some lexicons to others: entries that came, went, or count otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from stancecli.lexicon.show import phrases, sign
from stancecli.model import Entry, Lexicon

_FIELDS: dict[str, Callable[[Entry], str]] = {
    "category": lambda entry: entry.category,
    "polarity": sign,
    "weight": lambda entry: f"{entry.weight:g}",
    "aim": lambda entry: entry.aim,
    "pos": lambda entry: ", ".join(entry.pos),
    "literal": lambda entry: ", ".join(entry.literal),
    "neutral": lambda entry: ", ".join(entry.neutral),
    "takes": lambda entry: ", ".join(entry.takes),
    "tilt": lambda entry: entry.tilt,
    "reports": lambda entry: entry.reports,
    "why": lambda entry: entry.why,
}
_SETS: dict[str, Callable[[Entry], tuple[tuple[str, ...], ...]]] = {
    "forms": lambda entry: entry.forms,
    "not": lambda entry: entry.innocent,
}


class Change(NamedTuple):
    """What became of an entry: "+" it came, "-" it went, "~" it changed; with its term, and how."""

    sign: str
    term: str
    how: str


def compare(before: Sequence[Lexicon], after: Sequence[Lexicon]) -> Iterator[Change]:
    """The changes by term, in the order of the alphabet. An entry is known by its term, in whatever lexicon it stands."""
    old, new = _by_term(before), _by_term(after)
    for key in sorted(old.keys() | new.keys()):
        if key not in old:
            yield Change("+", new[key].term, _told(new[key]))
        elif key not in new:
            yield Change("-", old[key].term, _told(old[key]))
        elif how := "; ".join(_differences(old[key], new[key])):
            yield Change("~", new[key].term, how)


def _by_term(lexicons: Sequence[Lexicon]) -> dict[tuple[str, str], Entry]:
    # Of predicates one term may be several entries, by the class that its forms were made for.
    return {
        (entry.term.lower(), entry.inflect if entry.attitudes else ""): entry
        for lexicon in lexicons
        for entry in lexicon.entries
    }


def _told(entry: Entry) -> str:
    return f"{entry.category}, {sign(entry)}, weight {entry.weight:g}"


def _differences(old: Entry, new: Entry) -> Iterator[str]:
    for name, value in _FIELDS.items():
        if value(old) != value(new):
            yield f"{name}: {value(old) or '-'} -> {value(new) or '-'}"
    for name, values in _SETS.items():
        gone, come = set(values(old)) - set(values(new)), set(values(new)) - set(values(old))
        if come:
            yield f"{name}: + {phrases(sorted(come))}"
        if gone:
            yield f"{name}: - {phrases(sorted(gone))}"
