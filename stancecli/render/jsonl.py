"""JSON Lines: one document a line, as soon as it is known; a failure is a line in its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from stancecli.model import Answer
from stancecli.render import Run

# What JSON allows in a string but a terminal obeys or a line reader splits at: delete and the C1
# controls, line and paragraph separators, marks that turn the direction of writing.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def render(run: Run) -> Iterator[str]:
    """A line for each result, in order."""
    for result in run.results:
        yield encode(result.report if isinstance(result, Answer) else result) + "\n"


def encode(value: Any) -> str:
    """Compact JSON of any value of the model, without a character that a terminal obeys.

    A lone surrogate, which no UTF-8 file can hold and most readers refuse, is written as U+FFFD: one
    character for one, so that spans still fit.
    """
    try:
        encoded = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":"))
        encoded = _SURROGATE.sub("\ufffd", text)
    return _OBEYED.sub(_escape, encoded)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
