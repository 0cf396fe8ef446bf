"""A comparison as JSON, with all that it holds."""

from __future__ import annotations

import msgspec

from stancecli.compare.model import Comparison
from stancecli.render.jsonl import encode
from stancecli.render.screen.canvas import Canvas


def render(comparison: Comparison, canvas: Canvas) -> str:
    """One JSON value; `canvas` has no say in it."""
    return msgspec.json.format(encode(comparison), indent=2) + "\n"
