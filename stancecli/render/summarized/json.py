"""A summary as JSON, with all that it holds."""

from __future__ import annotations

import msgspec

from stancecli.render.jsonl import encode
from stancecli.render.screen.canvas import Canvas
from stancecli.summary.model import Summary


def render(summary: Summary, canvas: Canvas) -> str:
    """One JSON value; `canvas` has no say in it."""
    return msgspec.json.format(encode(summary), indent=2) + "\n"
