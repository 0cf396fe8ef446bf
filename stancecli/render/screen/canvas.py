"""The surface that views draw on: its width, its colours, its signs."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.box import Box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from stancecli import __version__
from stancecli.own import SCREEN
from stancecli.render import Run
from stancecli.render.screen.plain import plain

AGAINST = "red"
FOR = "green"
NOTICE = "yellow"
NAME = "bold"
QUIET = "dim"

Row = Mapping[str, RenderableType]
"""What a table row holds, by field; a field that is missing takes no room."""


class Column(NamedTuple):
    """A column: its heading, the fields that stand in it one under another, its largest share of the width."""

    heading: str
    fields: tuple[str, ...]
    share: float = 1.0


Layout = Sequence[Column]


class Signs(NamedTuple):
    """Characters that carry meaning: what a colour says is always said by one of these too."""

    supports: str
    opposes: str
    neutral: str
    plus: str
    minus: str
    none: str
    arrow: str
    dot: str
    bullet: str
    times: str
    more: str
    opening: str
    closing: str
    full: str
    half: str
    empty: str
    begin: str
    end: str
    bar: str
    left: str
    right: str
    point: str
    raised: str
    lines: Box


def _lines(line: str, is_ascii: bool) -> Box:
    rule = f" {line}{line} \n"
    return Box("    \n    \n" + rule + "    \n" + rule + "    \n    \n    \n", ascii=is_ascii)


UNICODE = Signs(
    "▲",
    "▼",
    "•",
    "+",
    "−",
    "–",
    "→",
    "·",
    "·",
    "×",
    "…",
    "“",
    "”",
    "━",
    "╸",
    "─",
    "‹",
    "›",
    "│",
    "├",
    "┤",
    "●",
    "⁰¹²³⁴⁵⁶⁷⁸⁹",
    _lines("─", False),
)
ASCII = Signs(
    "^",
    "v",
    "=",
    "+",
    "-",
    "-",
    "->",
    "|",
    "*",
    "x",
    "...",
    '"',
    '"',
    "#",
    "",
    ".",
    "<",
    ">",
    "|",
    "[",
    "]",
    "o",
    "0123456789",
    _lines("-", True),
)


class Canvas:
    """Makes pieces of text in a run's style and turns what is drawn into a string."""

    def __init__(self, run: Run) -> None:
        """Take width, colour and signs from `run`, and nothing from the environment."""
        self.run = run
        self.signs = UNICODE if run.unicode else ASCII
        self._console = Console(
            file=io.StringIO(),
            width=run.width,
            height=100,
            color_system="standard" if run.color else None,
            force_terminal=run.color,
            no_color=not run.color,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
            _environ={},
        )

    @property
    def signature(self) -> str:
        """What a signed text begins with: what made it, and an empty line."""
        return f"{SCREEN}{__version__}\n\n" if self.run.signed else ""

    def text(self, words: str, style: str = "") -> Text:
        """Words from anywhere, as plain text: no markup, no terminal escapes."""
        return Text(plain(words, self.run.unicode), style=style, overflow="fold")

    def line(self, *parts: str | tuple[str, str]) -> Text:
        """Parts in a row, each a string or a string with its style."""
        line = Text(overflow="fold")
        for part in parts:
            line.append_text(self.text(part) if isinstance(part, str) else self.text(*part))
        return line

    def items(self, items: Iterable[tuple[Text, Text]], more: int = 0) -> Group:
        """Lines of a sign and what it says; long ones hang under their beginning. No items take no room."""
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        for sign, said in items:
            grid.add_row(sign, said)
        if more > 0:
            grid.add_row(self.text(self.signs.more, QUIET), self.text(f"{more} more", QUIET))
        return Group(grid) if grid.row_count else Group()

    def table(
        self, layout: Layout, sections: Iterable[Sequence[Row]], widths: Sequence[int] = (), headings: bool = True
    ) -> Table:
        """Rows under headings with air between, a rule between sections; `widths` are as measured, where not given."""
        table = Table(
            box=self.signs.lines,
            padding=(0, 1, 0, 0),
            pad_edge=False,
            show_edge=False,
            header_style=NAME,
            border_style=QUIET,
            show_header=headings,
        )
        for i, (heading, _, share) in enumerate(layout):
            width = widths[i] if widths else None
            table.add_column(heading, overflow="fold", width=width, max_width=int(share * self.run.width))
        for rows in sections:
            for i, row in enumerate(rows):
                if i:
                    table.add_row()
                table.add_row(*(Group(*(row[field] for field in fields if field in row)) for _, fields, _ in layout))
            table.add_section()
        return table

    def draw(self, *drawn: RenderableType) -> str:
        """What is drawn, as lines of text without spaces at their ends."""
        with self._console.capture() as capture:
            for part in drawn:
                self._console.print(part)
        return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())

    def page(self, heading: Text, body: RenderableType, *notes: Text) -> str:
        """A heading, what it is about, and notes below, with an empty line between each."""
        return self.draw(heading, "", body, *(part for note in notes for part in ("", note)))

    def folded(self, text: Text, width: int) -> Iterator[Text]:
        """The lines of a text that is `width` columns wide."""
        yield from text.wrap(self._console, width)

    def raised(self, number: int) -> str:
        """A number as a mark of reference: "¹²", in ASCII "^12"."""
        digits = "".join(self.signs.raised[int(digit)] for digit in str(number))
        return digits if self.run.unicode else f"^{digits}"

    def signed(self, number: float, places: int = 1) -> str:
        """A number with its sign and so many decimals: "−0.8", "+0.4", "0.0"."""
        size = f"{abs(number):.{places}f}"
        if not float(size):
            return size
        return f"{self.signs.plus if number > 0 else self.signs.minus}{size}"
