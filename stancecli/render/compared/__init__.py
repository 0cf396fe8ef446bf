"""`compare`: what differs between documents or outlets; each module here is a format, all but JSON made of one sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

from stancecli.compare.model import Comparison, Difference, Kind, Presence, Side, Told
from stancecli.render.screen.canvas import Canvas
from stancecli.render.screen.cells import counted, listed, times

FORMATS = ("table", "json", "markdown", "html")
"""Modules of this folder: `render(comparison, canvas) -> str`."""

SHOWN = 15
"""Differences, parties and stances that people are shown; JSON has all."""

ABREAST = 3
"""Sides that have a column each; more stand one under another."""

WORDS = 5
_WHAT: Mapping[Kind, str] = {
    "label": "named",
    "cue": "brought in by",
    "sources": "quoted by some",
    "quoted": "quoted more",
    "loaded": "loaded words",
    "stance": "stance",
}

Cell = tuple[str, ...]
"""Lines of text."""


class Section(NamedTuple):
    """A table: its title, what to know of it, its headings and rows, and how many rows are left out."""

    title: str
    note: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    more: int


class Sheet(NamedTuple):
    """A comparison as people read it: what stands against what, and tables."""

    sides: Sequence[str]
    sections: Sequence[Section]


def sheet(comparison: Comparison, canvas: Canvas) -> Sheet:
    """The comparison in words; signs and minus are those of the canvas."""
    keys = side_keys(comparison.sides)
    return Sheet(
        [_side(key, side, canvas) for key, side in zip(keys, comparison.sides, strict=True)],
        [
            _differences(comparison, keys, canvas),
            _author(comparison, keys, canvas),
            _parties(comparison, keys, canvas),
            _stances(comparison, keys, canvas),
        ],
    )


def side_keys(sides: Sequence[Side]) -> list[str]:
    """A, B, C ...; numbers where there are more than letters."""
    return [chr(ord("A") + i) if len(sides) <= 26 else str(i + 1) for i in range(len(sides))]


def _side(key: str, side: Side, canvas: Canvas) -> str:
    size = counted(side.words, "word")
    documents = f"{counted(side.documents, 'document')}, " if side.documents > 1 else ""
    title = f" {canvas.signs.dot} {side.title}" if side.title else ""
    return f"{key} {side.name}{title} ({documents}{size})"


def _abreast(keys: Sequence[str], cells: Sequence[Cell]) -> list[Cell]:
    """A cell for each side, or one for all where they are too many."""
    if len(keys) <= ABREAST:
        return list(cells)
    return [tuple(f"{key} {', '.join(cell)}" for key, cell in zip(keys, cells, strict=True) if any(cell))]


def _headings(keys: Sequence[str], *before: str) -> list[str]:
    return [*before, *(keys if len(keys) <= ABREAST else ["Sides"])]


def _differences(comparison: Comparison, keys: Sequence[str], canvas: Canvas) -> Section:
    shown = comparison.differences[:SHOWN]
    rows = [_difference(difference, keys, canvas) for difference in shown]
    note = "" if rows else "Nothing tells these apart."
    return Section(
        "Differences, the most telling first",
        note,
        _headings(keys, "What", "About"),
        rows,
        len(comparison.differences) - len(shown),
    )


def _difference(difference: Difference, keys: Sequence[str], canvas: Canvas) -> list[Cell]:
    about = f"{difference.holder} {canvas.signs.arrow} {difference.party}" if difference.holder else difference.party
    lines = [about]
    if difference.interval:
        unit = " words" if difference.kind == "quoted" else ""
        low, high = (_figure(number, difference.kind, canvas) for number in difference.interval)
        lines.append(f"by {low} to {high}{unit}")
    cells = [tuple(_told(difference.kind, side, canvas)) for side in difference.sides]
    return [(_WHAT[difference.kind],), tuple(lines), *_abreast(keys, cells)]


def _author(comparison: Comparison, keys: Sequence[str], canvas: Canvas) -> Section:
    """How loaded the author's words are in all, however little that differs."""
    rows = []
    if comparison.author:
        who = _difference(comparison.author, keys, canvas)[1]
        cells = []
        for told, side in zip(comparison.author.sides, comparison.sides, strict=True):
            density, *words = _told("loaded", told, canvas)
            cells.append((density, f"{side.loaded:,} in {side.author_words:,}", *words))
        rows.append([who, *_abreast(keys, cells)])
    note = "" if rows else "The author has too few words to say how loaded they are."
    return Section("How loaded the author's own words are", note, _headings(keys, "Who"), rows, 0)


def _figure(number: float, kind: Kind, canvas: Canvas) -> str:
    return canvas.signed(number, 0 if kind == "quoted" else 1)


def _told(kind: Kind, told: Told, canvas: Canvas) -> Iterator[str]:
    """What a side has, in lines."""
    if kind in ("sources", "quoted"):
        yield counted(int(told.value or 0), "word") if told.value else canvas.signs.none
    elif kind == "loaded":
        yield f"{told.value or 0:.1f} per 100"
    elif kind == "stance":
        yield canvas.signed(told.value or 0.0)
    if told.words:
        yield listed(told.words, WORDS, canvas.signs)
    elif kind in ("label", "cue"):
        yield canvas.signs.none


def _parties(comparison: Comparison, keys: Sequence[str], canvas: Canvas) -> Section:
    told = [party for party in comparison.parties if any(one.statements or one.loaded for one in party.sides)]
    rows = [
        [(party.name,), *_abreast(keys, [tuple(_presence(one, party.name, canvas)) for one in party.sides])]
        for party in told[:SHOWN]
    ]
    note = "" if rows else "Nobody is quoted."
    return Section(
        "Who is quoted, by which cues, and how named", note, _headings(keys, "Party"), rows, len(told) - len(rows)
    )


def _presence(presence: Presence, name: str, canvas: Canvas) -> Iterator[str]:
    if not presence.names:
        yield canvas.signs.none
        return
    if presence.statements:
        yield f"{counted(presence.words, 'word')} in {presence.statements}"
    else:
        yield "not quoted"
    if presence.cues:
        yield listed(_times(presence.cues, canvas), WORDS, canvas.signs)
    called = _times(presence.labels, canvas)
    other = [one for one in presence.names if one != name]
    if called or other:
        yield f"as {listed([*other, *called], WORDS, canvas.signs)}"
    if presence.loaded:
        yield counted(presence.loaded, "loaded word")


def _times(words: Mapping[str, int], canvas: Canvas) -> list[str]:
    return [times(word, count, canvas.signs) for word, count in words.items()]


def _stances(comparison: Comparison, keys: Sequence[str], canvas: Canvas) -> Section:
    ordered = sorted(
        comparison.stances, key=lambda cell: -max(abs(score) for score in cell.scores if score is not None)
    )
    rows = [
        [
            (f"{cell.holder} {canvas.signs.arrow} {cell.target}",),
            *_abreast(keys, [(canvas.signs.none if s is None else canvas.signed(s),) for s in cell.scores]),
        ]
        for cell in ordered[:SHOWN]
    ]
    note = "" if rows else "No stances found."
    return Section("Stances", note, _headings(keys, "Who on whom"), rows, len(ordered) - len(rows))


def renderer(name: str) -> Callable[[Comparison, Canvas], str]:
    """The `render` of a format."""
    render: Callable[[Comparison, Canvas], str] = import_module(f"{__name__}.{name}").render
    return render
