"""What is scored, and the report that users keep."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from stancecli.model.lexicon import Tilt
from stancecli.model.speech import ActorKind, Attribution, Unit, Withheld
from stancecli.model.text import Span

AUTHOR = "author"
UNATTRIBUTED = "unattributed"
SCHEMA = "stancecli.report/1"

Signed = Annotated[float, Meta(ge=-1, le=1)]
Relation = Literal["modifier", "possessor", "predicate", "subject", "object", "speaker", "clause", "sentence"]


class Hit(Struct, frozen=True):
    """A loaded word or phrase in the text. `line` and `column` count from 1, in the input as it was read.

    `polarity` is after negation. `weight` is that of the entry times all `factors`: by its category, and by its place
    ("quoted", "reported", "scare quotes", "negated", "intensified"); none of them is 1. `voice` is an actor's name,
    "author" or "unattributed"; `attribution` is the one whose content holds the hit; `target` is the actor (or the
    requested phrase) it is aimed at, where one is found, `relation` how the two are tied, and `mention` the words of
    the target that tie them. `match` leaves the last five at their defaults; `aim` fills them.
    """

    start: int
    end: int
    line: int
    column: int
    text: str
    entry: str
    lexicon: str
    category: str
    polarity: Signed
    weight: Annotated[float, Meta(gt=0)]
    negated: bool
    factors: dict[str, float] = {}
    voice: str = AUTHOR
    attribution: int | None = None
    target: str | None = None
    relation: Relation | None = None
    mention: Span | None = None

    @property
    def strength(self) -> float:
        """Polarity times weight in the mouth of whoever says it: that the author only quotes or reports it is left out."""
        return self.polarity * self.weight / self.factors.get("quoted", 1) / self.factors.get("reported", 1)


class Evidence(Struct, frozen=True):
    """One contribution to a stance: where it stands, the hit behind it, why, and how much."""

    spans: tuple[Span, ...]
    hit: int | None
    why: str
    value: float


class Stance(Struct, frozen=True):
    """A holder's attitude to a target, as worded in this text."""

    holder: str
    target: str
    score: Signed
    label: Literal["opposes", "neutral", "supports"]
    confidence: Unit
    evidence: tuple[Evidence, ...]


class Device(Struct, frozen=True):
    """Words with which the author frames an actor, and where they stand.

    "cue": what introduces the actor's words, with its `tilt`; "hedge": a word such as "reportedly" on them; "scare
    quotes": words that the author sets off by marks; "label": a noun or title that the author has for the actor.
    """

    kind: Literal["cue", "hedge", "scare quotes", "label"]
    text: str
    spans: tuple[Span, ...]
    tilt: Tilt | None = None


class Places(Struct, frozen=True):
    """How often something is in the headline, and in the first, the middle and the last third of the body's words."""

    headline: int = 0
    first: int = 0
    middle: int = 0
    last: int = 0


class Framing(Struct, frozen=True):
    """What the author does to an actor; docs/framing.md tells why each of it matters.

    `tilts` counts the author's cues for the actor's words by tilt, `kinds` the statements so told by kind. `cues` are
    the cues that are not neutral, `hedges` words such as "reportedly", `scare_quotes` the words that the author sets
    off, each once; `labels` counts the nouns and titles by which the author calls the actor. `devices` are all of
    these with their places, in order. `quoted_words` of the actor's words stand between quotation marks, which is
    `quoted_share` of them; `voice_share` is what the actor has of all words that somebody is made to say; both are None
    where there are no such words. `mentioned` and `heard` tell where the mentions and the statements stand. Of the
    author's `sentences` that mention the actor, so many have a loaded word `against` or `favour`ing it.
    """

    tilts: dict[Tilt, int] = {}
    kinds: dict[Literal["direct", "indirect", "mixed"], int] = {}
    cues: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    scare_quotes: tuple[str, ...] = ()
    labels: dict[str, int] = {}
    devices: tuple[Device, ...] = ()
    quoted_words: int = 0
    quoted_share: Unit | None = None
    voice_share: Unit | None = None
    mentioned: Places = Places()
    heard: Places = Places()
    sentences: int = 0
    against: int = 0
    favour: int = 0


Measure = Literal["distanced", "endorsed", "quoted", "against", "favour"]


class Treatment(Struct, frozen=True):
    """How differently the author treats two parties: a share of the first, less the same share of the second.

    The share is, by `measure`, that of the author's cues which are doubtful or hostile ("distanced") or endorsing
    ("endorsed"); of the statements with words in quotation marks ("quoted"); of the author's sentences about the party
    with a loaded word "against" it or in its "favour". `counts` are so many of `cases`, for the first and the second;
    the `interval` holds the difference of 95 articles in 100 that have no more to tell than this one.
    """

    parties: tuple[str, str]
    measure: Measure
    counts: tuple[int, int]
    cases: tuple[int, int]
    difference: Signed
    interval: tuple[Signed, Signed]

    @property
    def told(self) -> bool:
        """Whether the difference is larger than chance makes it: its interval leaves zero out."""
        return self.interval[0] > 0 or self.interval[1] < 0


class ActorRow(Struct, frozen=True):
    """An actor with its figures. `density` is hits per 100 words, None under the minimum of words."""

    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    statements: int
    words: int
    loaded: int
    density: float | None
    intensity: float
    categories: dict[str, int]
    framed: Framing


class Stamp(Struct, frozen=True):
    """What made this report: with the same stamp, title and targets it is the same report."""

    version: str
    lexicons: dict[str, str]
    settings: str
    input: str


class Report(Struct, frozen=True):
    """Everything that is known of one article; the JSON that users keep."""

    schema: str
    id: str
    title: str | None
    url: str | None
    date: str | None
    outlet: str | None
    language: str
    words: int
    sentences: int
    text: str | None
    attributions: tuple[Attribution, ...]
    withheld: tuple[Withheld, ...]
    actors: tuple[ActorRow, ...]
    hits: tuple[Hit, ...]
    stances: tuple[Stance, ...]
    targets: dict[str, str | None]
    treatment: tuple[Treatment, ...]
    quoted_words: int
    quoted_words_attributed: int
    warnings: tuple[str, ...]
    stamp: Stamp
    byline: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its actors, in order."""
        return tuple(row.name for row in self.actors)
