"""Draw the README's pictures of what the tool really shows, one SVG beside this file for each: `make docs`."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

DOCS = Path(__file__).parent


class Picture(NamedTuple):
    """A picture's file, the command whose screen it shows, what it says to those who do not see it.

    `lines` is how many lines of the screen are shown, from the first; 0 is all.
    """

    name: str
    command: str
    about: str
    width: int
    lines: int = 0


PICTURES = (
    Picture(
        "stance-table",
        "analyze examples/harbour.txt",
        "Stance table: actors, what they said, loaded words per 100, strongest wording, stance to each target",
        118,
    ),
    Picture(
        "explain",
        "explain examples/harbour.txt --line 17",
        "A passage of an article: the letter of each voice in the margin, loaded words marked, a note on each below",
        92,
    ),
    Picture(
        "compare",
        "compare tests/golden/compare/gazette.txt tests/golden/compare/herald.txt",
        "Two tellings of one story: cues, names, loaded words, stances and quotations that differ, the most telling first",
        92,
        22,
    ),
)

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
    <title>{about}</title>
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


def screen(picture: Picture) -> str:
    """What the command shows, in colour, whatever the terminal is."""
    command = [sys.executable, "-m", "stancecli", *picture.command.split()]
    options = ["--width", str(picture.width), "--color", "always"]
    done = subprocess.run([*command, *options], cwd=DOCS.parent, stdout=subprocess.PIPE, check=True)
    lines = done.stdout.decode().rstrip("\n").splitlines(keepends=True)
    return "".join(lines[: picture.lines or None]).rstrip("\n") + "\n"


def drawn(picture: Picture) -> str:
    """The screen as an SVG that needs nothing from anywhere."""
    console = Console(file=io.StringIO(), record=True, width=picture.width, color_system="standard", _environ={})
    console.print(Text.from_ansi(screen(picture)))
    return console.export_svg(
        title=f"stancecli {picture.command}",
        theme=PAPER,
        code_format=SVG.replace("{about}", picture.about),
        unique_id=picture.name.partition("-")[0],
    )


if __name__ == "__main__":
    for each in PICTURES:
        (DOCS / f"{each.name}.svg").write_text(drawn(each), encoding="utf-8")
