"""Lexicons and their entries."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Examples(Struct, frozen=True, gc=False, array_like=True):
    """Sentences in which an entry must fire, and sentences in which it must not.

    `line` is where they stand. Entries of one file that inherit the same examples have equal ones.
    """

    hit: tuple[str, ...] = ()
    miss: tuple[str, ...] = ()
    line: int = 0


Aim = Literal["subject", "object", "modified", "speaker", "none"]
Tilt = Literal["neutral", "doubtful", "endorsing", "hostile"]


class Attitude(Struct, frozen=True, gc=False, array_like=True):
    """What a predicate says of two parties: the one in the place `holder` is for (1) or against (-1) the one in `target`.

    `target` is a role or a preposition, then its object. The holder "author" is the voice that the word stands in.
    """

    holder: Literal["subject", "object", "possessor", "author"]
    target: str
    polarity: float


Inflection = Literal["noun", "verb", "adjective", "none"]


class Entry(Struct, frozen=True, gc=False, array_like=True):
    """A word or phrase of a lexicon.

    `id` is "lexicon:term". `forms` and `innocent` (the YAML key `not`) are sequences of words as in
    `Parse.words`. `polarity` is -1, 0 or 1; `weight` is above 0 and at most 5. `takes`, `tilt` and
    `reports` are set in lexicons of cues only; a cue with polarity 0 is never a hit. `attitudes` are set in
    lexicons of predicates only, which are no hits; `inflect` is the word class that the forms were made for.
    `literal` are domains (`tables/domains.yaml`) among whose words it is a plain fact.
    """

    id: str
    term: str
    lexicon: str
    category: str
    polarity: float
    weight: float
    forms: tuple[tuple[str, ...], ...]
    innocent: tuple[tuple[str, ...], ...] = ()
    pos: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    aim: Aim = "none"
    why: str = ""
    examples: Examples = Examples()
    line: int = 0
    takes: tuple[str, ...] = ()
    tilt: Tilt = "neutral"
    reports: Literal["", "speech", "thought", "attitude"] = ""
    inflect: Inflection = "none"
    attitudes: tuple[Attitude, ...] = ()
    literal: tuple[str, ...] = ()


class Lexicon(Struct, frozen=True):
    """A file of entries. `digest` is the SHA-256 of the file's bytes, in hexadecimal.

    `pack` is the subject whose loaded words it holds ("war"), "general" where it holds those of all subjects.
    """

    name: str
    kind: Literal["terms", "cues", "predicates", "tones"]
    language: str
    version: int
    description: str
    path: str
    digest: str
    entries: tuple[Entry, ...]
    pack: str = "general"
