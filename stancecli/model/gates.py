"""Rules that a document, or the run, must not cross."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Filter(Struct, frozen=True):
    """One condition on hits: `key` is a field's name, `value` what it must be, or must not where `equal` is false."""

    key: Literal["category", "entry", "lexicon", "polarity", "target", "voice"]
    value: str
    equal: bool = True


class Rule(Struct, frozen=True):
    """A gate as written in `text`: what is measured, a comparison and a limit.

    "actor": a `figure` of the rows of `actor`; "hits": how many pass all `filters`; "stance": the scores of
    `actor` to `target`. Of names "*" means any. `run` asks for the figure of all documents together.
    """

    text: str
    kind: Literal["actor", "hits", "stance"]
    comparison: str
    limit: float
    actor: str = "*"
    figure: str = ""
    target: str = "*"
    filters: tuple[Filter, ...] = ()
    run: bool = False
    level: Literal["fail", "warn"] = "fail"


class Crossing(Struct, frozen=True):
    """A rule that was crossed, the value with which it was, and who it is about where the rule says "*".

    `document` is "" for the whole run.
    """

    document: str
    rule: Rule
    value: float
    about: str = ""
