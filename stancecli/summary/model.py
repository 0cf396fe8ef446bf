"""What a summary holds."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from stancecli.model import ActorKind

SCHEMA = "stancecli.summary/1"

Dimension = Literal["actor", "outlet", "target", "date", "month", "year"]


class Estimate(Struct, frozen=True):
    """A figure of many documents, and between what nine of ten samples of these documents have it.

    `low` and `high` are None where there are too few documents to tell.
    """

    value: float
    low: float | None
    high: float | None


class Group(Struct, frozen=True):
    """Documents that have the same values of the dimensions; None is a value that is not known.

    `kind` is told by actor alone. `statements`, `words` and `loaded` are counts; `density` is loaded words per 100,
    None under the minimum of words. `score` is the mean of all `stances`; `opposes` and `supports` count those that are
    sure enough to be shown. `nameless` are the dimensions whose value is no name but a noun ("council"): in each document
    it may be another party.
    """

    key: tuple[str | None, ...]
    kind: ActorKind | None
    documents: int
    statements: int
    words: int
    loaded: int
    density: Estimate | None
    stances: int
    opposes: int
    supports: int
    score: Estimate | None
    nameless: tuple[Dimension, ...] = ()


class Summary(Struct, frozen=True):
    """Groups of `documents`; `unanswered` documents had no answer, `rare` groups were too many to be kept."""

    schema: str
    by: tuple[Dimension, ...]
    documents: int
    unanswered: int
    rare: int
    groups: tuple[Group, ...]
