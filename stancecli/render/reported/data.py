"""What the script of a report draws articles and evidence from: JSON that a page may hold, and no markup."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec
from markupsafe import Markup
from msgspec import Struct

from stancecli.annotate import Passage, running
from stancecli.nameless import SIGN
from stancecli.render.explained import described
from stancecli.render.explained.html import note_lines, passage_runs, side, style, words_of
from stancecli.render.reported import Piece, Told
from stancecli.render.screen.canvas import Canvas
from stancecli.render.screen.plain import plain

Names = Mapping[str, Mapping[str, int]]
"""By filter ("actor", "target", "category", "outlet"): each name with its number, counted from 0."""


class ArticleData(Struct, frozen=True):
    """An article. In `passages`, a run is the number of its voice (-1: nobody's) and its pieces: a text, or a text,
    the number of its note, and 1 where they are the first words of the note.

    voices    name, key, style, what else is known
    passages  line, role, runs
    notes     number, words, side, lines with their style
    """

    voices: list[tuple[str, str, str, str]]
    passages: list[tuple[int, str, list[Any]]]
    notes: list[tuple[int, str, str, list[tuple[str, str]]]]


class IndexData(Struct, frozen=True):
    """What filters need to know of the whole report; everything is told by its number.

    names     of each filter, in the order of their numbers
    articles  the voices heard in each, and its outlet (-1: none)
    groups    holder, target, score or null, and pieces: article (from 0), note (0: not shown), words, voice,
              category (-1: none), 1 where the words count for the target
    """

    names: dict[str, list[str]]
    articles: list[tuple[list[int], int]]
    groups: list[tuple[int, int, float | None, list[tuple[int, int, str, int, int, int]]]]


def index_data(
    articles: Sequence[Told],
    groups: Mapping[tuple[str, str], Sequence[Piece]],
    scores: Mapping[tuple[str, str], float],
    names: Names,
    nameless: Collection[str],
) -> IndexData:
    """The index of a report; groups in the order given. Those of the `nameless` have a sign behind their names."""
    actor, target, category, outlet = (names[name] for name in ("actor", "target", "category", "outlet"))
    return IndexData(
        {
            kind: [f"{name}{SIGN}" if kind in ("actor", "target") and name in nameless else name for name in numbers]
            for kind, numbers in names.items()
        },
        [
            ([actor[name] for name in one.article.voices], outlet.get(one.article.report.outlet or "", -1))
            for one in articles
        ],
        [
            (
                actor[pair[0]],
                target[pair[1]],
                scores.get(pair),
                [
                    (
                        piece.article - 1,
                        piece.note or 0,
                        piece.words,
                        actor[piece.voice],
                        category.get(piece.category, -1),
                        int(piece.favours),
                    )
                    for piece in pieces
                ],
            )
            for pair, pieces in groups.items()
        ],
    )


def article_data(one: Told, canvas: Canvas) -> ArticleData:
    """What there is to draw of an article below its heading."""
    article = one.article
    numbers = {name: number for number, name in enumerate(article.voices)}
    words = words_of(article)
    notes = {note.number: note for note in article.notes}
    firsts = {segments[0].start for segments in words.values()}

    def passage(shown: Passage) -> tuple[int, str, list[Any]]:
        runs = []
        for name, pieces in passage_runs(shown, notes, firsts):
            told = [(piece.text, piece.note, int(piece.first)) if piece.note else piece.text for piece in pieces]
            runs.append((numbers.get(name, -1), told))
        return shown.line, shown.role, runs

    return ArticleData(
        [
            (voice.name, voice.key, style(voice), described(voice, article.report, canvas.signs))
            for voice in article.voices.values()
        ],
        [passage(shown) for shown in article.passages if shown],
        [
            (
                note.number,
                running(words[note.number]),
                side(note),
                [(line.text, line.style) for line in note_lines(article, canvas)[note.number]],
            )
            for note in article.notes
        ],
    )


def inert(data: Struct) -> Markup:
    """JSON for a script element that is none to the browser: it can hold no end of it, and what is printed is legible."""
    text = msgspec.json.encode(_legible(msgspec.to_builtins(data))).decode()
    return Markup(text.replace("<", "\\u003c"))


def _legible(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list | tuple):
        return [_legible(one) for one in value]
    if isinstance(value, dict):
        return {key: _legible(one) for key, one in value.items()}
    return value
