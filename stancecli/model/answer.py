"""What comes of an input."""

from __future__ import annotations

from msgspec import Struct

from stancecli.model.gates import Crossing
from stancecli.model.report import Report
from stancecli.model.text import Parse


class Fault(Struct, frozen=True):
    """What went wrong (`message`) and where (`place`: a file, `FILE:LINE`, or a record)."""

    message: str
    place: str


class Failure(Struct, frozen=True):
    """An input that could not be answered; takes the place of its report."""

    id: str
    error: Fault


class Answer(Struct, frozen=True):
    """A report with the parse it was made from: the views of evidence show the text's own words.

    `crossings` are the gates that it crosses; `known` are the numbers of the hits that findings leave out: a baseline
    holds them, or they are not grave enough.
    """

    report: Report
    parse: Parse
    crossings: tuple[Crossing, ...] = ()
    known: frozenset[int] = frozenset()


Result = Answer | Failure
"""What comes of an input."""
