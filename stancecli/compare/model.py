"""What a comparison is made of: facts of each document, parties across them, and what differs."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from stancecli.model import ActorKind, Span, Tilt, Unit

SCHEMA = "stancecli.comparison/1"

Kind = Literal["label", "cue", "sources", "quoted", "loaded", "stance"]


class Said(Struct, frozen=True):
    """An attribution: who is said to have said so many words, how it is told, and the words that tell what it is about.

    `party` is None where the source stands for nobody known; `source` is then how the text calls it.
    """

    party: str | None
    source: str
    cue: str
    tilt: Tilt
    words: int
    content: frozenset[str]
    span: Span


class Label(Struct, frozen=True):
    """A noun by which the author names a party; `strength` is that of its hit, 0 for a plain word.

    `plain` are the words that a plain writer would take instead.
    """

    party: str
    word: str
    strength: float
    plain: tuple[str, ...]
    span: Span


class Weighed(Struct, frozen=True):
    """A contribution to something counted: how much, in which sentence, and the words."""

    value: float
    sentence: int
    text: str
    span: Span


class Held(Struct, frozen=True):
    """A stance, by the strengths that it is made of; `shown` says whether a table of its document has it."""

    holder: str
    target: str
    evidence: tuple[Weighed, ...]
    shown: bool


class Heard(Struct, frozen=True):
    """A party of one document, with what it says there. `plain` is its name without loaded words before the noun."""

    name: str
    kind: ActorKind
    mentions: int
    statements: int
    words: int
    plain: str = ""


class Facts(Struct, frozen=True):
    """What is compared of one document; `loaded` are the author's loaded words, `aimed` those that are about a party, by it."""

    id: str
    title: str | None
    words: int
    author_words: int
    sentences: int
    parties: tuple[Heard, ...]
    said: tuple[Said, ...]
    held: tuple[Held, ...]
    aimed: tuple[tuple[str, Weighed], ...]
    labels: tuple[Label, ...]
    loaded: tuple[Weighed, ...] = ()


class Side(Struct, frozen=True):
    """One of those that are compared: a document, a revision, or all documents of an outlet. `loaded` of `author_words`
    are loaded.
    """

    name: str
    documents: int
    words: int
    title: str | None = None
    author_words: int = 0
    loaded: int = 0


class Presence(Struct, frozen=True):
    """A party on one side: what it is called there, and how much it is heard. `cues` and `labels` count words."""

    names: tuple[str, ...]
    mentions: int
    statements: int
    words: int
    cues: dict[str, int]
    labels: dict[str, int]
    loaded: int


class Party(Struct, frozen=True):
    """A party across all sides, with its presence on each."""

    name: str
    kind: ActorKind
    sides: tuple[Presence, ...]


class Cell(Struct, frozen=True):
    """A stance of the matrix: its score on each side, None where there is none."""

    holder: str
    target: str
    scores: tuple[float | None, ...]


class Told(Struct, frozen=True):
    """What one side says: a figure, the words behind it, and where they stand in its document (none for an outlet)."""

    value: float | None = None
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class Difference(Struct, frozen=True):
    """Something that is not the same on all sides.

    `party` is whom it is about, `holder` who holds the stance. `interval` holds the difference of the second side's
    figure and the first's in nine of ten samples of the same sentences, for two sides. `telling` orders differences, 0 to 1.
    """

    kind: Kind
    party: str
    holder: str | None
    sides: tuple[Told, ...]
    interval: tuple[float, float] | None
    telling: Unit
    sentence: str


class Comparison(Struct, frozen=True):
    """All of it; differences with the most telling first.

    `author` tells how loaded the author's words are in all, be they different or not; None under 30 words on any side.
    """

    schema: Annotated[str, Meta(description="stancecli.comparison/1")]
    sides: tuple[Side, ...]
    parties: tuple[Party, ...]
    stances: tuple[Cell, ...]
    differences: tuple[Difference, ...]
    author: Difference | None = None
