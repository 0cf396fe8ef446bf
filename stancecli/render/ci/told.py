"""A finding and a crossed gate in words, and how grave each is."""

from __future__ import annotations

from collections.abc import Mapping

from stancecli.gate import Level
from stancecli.model import AUTHOR, UNATTRIBUTED, Crossing, Entry, Hit
from stancecli.render import Run

_PLAIN_WORDS = 4
"""So many words that a plain writer would use are told."""


def entries_of(run: Run) -> dict[str, Entry]:
    """The entries of the run's lexicons by their ids."""
    return {entry.id: entry for lexicon in run.lexicons for entry in lexicon.entries}


def gravity(crossing: Crossing) -> Level:
    """How grave a crossed gate is."""
    return "error" if crossing.rule.level == "fail" else "warning"


def of_hit(hit: Hit, entries: Mapping[str, Entry]) -> str:
    """What there is to say of a hit in a line: “goons” (name-calling), the author's word, about Ann Hill; ..."""
    voice = {AUTHOR: "the author's word", UNATTRIBUTED: "an unnamed speaker's word"}.get(hit.voice)
    said = f"“{hit.text}” ({hit.category}{', negated' if hit.negated else ''}), {voice or f'said by {hit.voice}'}"
    about = f", about {hit.target}" if hit.target else ""
    entry = entries.get(hit.entry)
    plainly = f"; plainly: {', '.join(entry.neutral[:_PLAIN_WORDS])}" if entry and entry.neutral else ""
    return said + about + plainly


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 word, 1,204 words."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def of_crossing(crossing: Crossing) -> str:
    """A crossed gate in a line: author.density > 3: 4.25."""
    about = f" ({crossing.about})" if crossing.about else ""
    return f"{crossing.rule.text}: {crossing.value:.4g}{about}"
