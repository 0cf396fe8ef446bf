"""Print the picture of a real stance table, docs/stance-table.svg: `make docs`."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from stancecli.model import Input
from stancecli.pipeline import answer, prepare
from stancecli.render import Run
from stancecli.render.table import render

ARTICLE = "examples/harbour.txt"
WIDTH = 118

# Ink on paper, readable on light and dark pages; red and green differ in lightness too.
PAPER = TerminalTheme(
    (252, 251, 248),
    (38, 43, 51),
    [
        (38, 43, 51),
        (178, 34, 34),
        (0, 122, 84),
        (171, 104, 0),
        (40, 84, 160),
        (120, 60, 140),
        (0, 110, 130),
        (90, 96, 105),
    ],
)

# No font is fetched: whoever looks has one of these, and every line is set to its own length.
SVG = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
    <title>Stance table: actors, what they said, loaded words per 100, strongest wording, stance to each target</title>
    <style>
    .{unique_id}-matrix {{
        font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
        font-size: {char_height}px;
        line-height: {line_height}px;
    }}
    .{unique_id}-title {{ font: bold 16px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }}
    {styles}
    </style>
    <defs>
    <clipPath id="{unique_id}-clip-terminal">
      <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
    </clipPath>
    {lines}
    </defs>
    {chrome}
    <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix">
    {matrix}
    </g>
    </g>
</svg>
"""


def table() -> str:
    """What `stancecli analyze` shows of the example article, in colour."""
    root = Path(__file__).parent.parent
    article = Input(ARTICLE, (root / ARTICLE).read_bytes())
    return "".join(render(Run(answer([article], prepare()), width=WIDTH, color=True)))


def picture(screen: str) -> str:
    """Lines with terminal colours as an SVG that needs nothing from anywhere."""
    console = Console(file=io.StringIO(), record=True, width=WIDTH, color_system="standard", _environ={})
    console.print(Text.from_ansi(screen))
    return console.export_svg(title=f"stancecli analyze {ARTICLE}", theme=PAPER, code_format=SVG, unique_id="stance")


if __name__ == "__main__":
    print(picture(table()), end="")
