"""A comparison as one page of HTML."""

from __future__ import annotations

from stancecli import __version__
from stancecli.compare.model import Comparison
from stancecli.render.compared import sheet
from stancecli.render.pages import page
from stancecli.render.screen.canvas import Canvas


def render(comparison: Comparison, canvas: Canvas) -> str:
    """What stands against what, then a table for each section."""
    return page("compared", title="Comparison", version=__version__, sheet=sheet(comparison, canvas))
