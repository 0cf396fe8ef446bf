"""`report`: many articles as one page, with an overview, filters, and a link to each piece of evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from stancecli.annotate import Segment, annotate, annotate_hits, running
from stancecli.model import Answer, Entry, Failure, Report
from stancecli.notes import Note, Share
from stancecli.render.explained import Explained, Wish, explained
from stancecli.settings import DEFAULT

NOBODY = "nobody named"
"""The target of words that are aimed at nobody."""

TEXTLESS = "These results hold no text, and no file of this name has it still: only the loaded words are shown."


class Told(Struct, frozen=True):
    """An article to show, and all its notes: of small words and of those within longer ones, the article shows none.

    `words` are those of each note by its number, where the text is at hand.
    """

    article: Explained
    notes: tuple[Note, ...]
    words: dict[int, str]


class Piece(NamedTuple):
    """Words that count: for whose stance to whom, in whose voice, in which article (from 1), and by which note.

    `note` is None where the article does not show it.
    """

    article: int
    note: int | None
    words: str
    holder: str
    voice: str
    target: str
    category: str
    favours: bool


def told(result: Answer | Report, entries: Mapping[str, Entry]) -> Told:
    """What the page tells of an answer, or of a report whose text is not at hand; `entries` of the lexicons, by id.

    Stances that tables would not show are none to the page: neither its sums nor its notes count them.
    """
    if isinstance(result, Answer):
        result = replace(result, report=_sure(result.report))
        report, annotated = result.report, annotate(result, entries)
        text = result.parse.document.text
        words = {note.number: " … ".join(text[slice(*span)] for span in note.spans) for note in annotated.notes}
    else:
        words = {}
        result = _sure(result)
        report, annotated = replace(result, warnings=(*result.warnings, TEXTLESS)), annotate_hits(result, entries)
    return Told(explained(report, annotated, Wish()), annotated.notes, words)


def _sure(report: Report) -> Report:
    """The report with the stances alone that are sure enough to be shown, and those to targets that were asked for."""
    stances = tuple(
        stance
        for stance in report.stances
        if DEFAULT.shows(stance.label, stance.confidence) or stance.target in report.targets
    )
    return replace(report, stances=stances)


def evidence(several: Sequence[Told]) -> dict[tuple[str, str], list[Piece]]:
    """All pieces of all articles by holder and target, in the order of the articles."""
    groups: dict[tuple[str, str], list[Piece]] = {}
    for number, one in enumerate(several, 1):
        for piece in _pieces(number, one):
            groups.setdefault((piece.holder, piece.target), []).append(piece)
    return groups


def _pieces(number: int, one: Told) -> Iterator[Piece]:
    shown: dict[int, list[Segment]] = {note.number: [] for note in one.article.notes}
    for passage in one.article.passages:
        for segment in passage.segments if passage else ():
            if segment.note:
                shown[segment.note].append(segment)
    telling = {_pair(share) for note in one.notes if not note.small for share in note.shares}
    for note in one.notes:
        if note.small and telling.issuperset(map(_pair, note.shares)):
            continue
        hit = note.hit
        words = running(shown.get(note.number, ())) or one.words.get(note.number, hit.text if hit else "")
        category = hit.category if hit else ""
        place = note.number if note.number in shown else None
        for share in note.shares:
            holder, target = _pair(share)
            yield Piece(number, place, words, holder, note.voice, target, category, share.value > 0)
        if not note.shares:
            target = (hit.target if hit else None) or NOBODY
            yield Piece(number, place, words, note.voice, note.voice, target, category, note.polarity > 0)


def _pair(share: Share) -> tuple[str, str]:
    return share.stance.holder, share.stance.target


class Page(Struct, frozen=True):
    """All that the page shows."""

    title: str
    articles: tuple[Told, ...]
    failures: tuple[Failure, ...]
