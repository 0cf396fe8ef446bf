"""Who says what: attributions, and the parties that speak and are spoken of."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct

from stancecli.model.lexicon import Tilt
from stancecli.model.text import Span

Unit = Annotated[float, Meta(ge=0, le=1)]


class Source(Struct, frozen=True):
    """The phrase that names who speaks, and the actor it stands for (None before `actors`)."""

    text: str
    spans: tuple[Span, ...]
    actor: str | None = None


class Cue(Struct, frozen=True):
    """The words that show that something is reported.

    `hedges` are words such as "reportedly"; `denied` is true for "denied that".
    """

    text: str
    spans: tuple[Span, ...]
    tilt: Tilt = "neutral"
    hedged: bool = False
    hedges: tuple[str, ...] = ()
    denied: bool = False


class Content(Struct, frozen=True):
    """What is reported; more than one span where the cue interrupts it."""

    text: str
    spans: tuple[Span, ...]


class Attribution(Struct, frozen=True):
    """Someone's words or thoughts as the article reports them."""

    id: int
    kind: Literal["direct", "indirect", "mixed"]
    confidence: Unit
    source: Source | None
    cue: Cue | None
    content: Content


class Withheld(Struct, frozen=True):
    """Speech that was refused or is missing: "declined to comment". Not a statement.

    `actor` is the source phrase as written before `actors`, the actor's name after it.
    """

    actor: str | None
    text: str
    spans: tuple[Span, ...]
    source: Span | None = None


class Speech(Struct, frozen=True):
    """What `attribute` finds in one document; attributions in order of their first character."""

    attributions: tuple[Attribution, ...]
    withheld: tuple[Withheld, ...]


ActorKind = Literal["person", "country", "organisation", "group", "author", "unattributed"]


class Actor(Struct, frozen=True):
    """A party: all mentions that stand for it, by name, title or resolved pronoun, in order."""

    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]


class Voices(NamedTuple):
    """`owners[i]` is the attribution (its position in the speech) in whose content token i stands, or
    `voices.NARRATED`, or `voices.UNSOURCED`. `outer[a]` is the attribution that holds attribution a, or `NARRATED`.
    """

    owners: list[int]
    outer: list[int]


class Cast(Struct, frozen=True):
    """What `actors` finds: the parties, the speech with every source's actor filled in, and whose words each token belongs to.

    Each mention's span belongs to one actor. `targets` maps a requested target (`--target`, or
    `targets` of a record) to the actor that it names, where there is one. `requested` are the document's targets and
    what is watched and in the text.
    """

    actors: tuple[Actor, ...]
    speech: Speech
    voices: Voices
    targets: dict[str, str]
    requested: tuple[str, ...] = ()
