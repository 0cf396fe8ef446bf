"""Articles as one page of HTML: voices in colours with their keys, loaded words linked with their notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from stancecli.annotate import Passage, Segment, Voice, running
from stancecli.notes import Note
from stancecli.render.explained import Explained, contexts, described, first_of_entry, unmarked_of
from stancecli.render.pages import page
from stancecli.render.screen.canvas import Canvas
from stancecli.render.screen.cells import counted

_COLORS = 8


class Piece(NamedTuple):
    """Words within a run; `note` is their note's number, `first` whether they are its first ones."""

    text: str
    note: int | None
    side: str
    first: bool


class VoiceRun(NamedTuple):
    """Words of one voice in a row; `key` is shown where they begin."""

    voice: str
    key: str
    style: str
    pieces: Sequence[Piece]


class Line(NamedTuple):
    """A line of a note, and a class for how it looks."""

    text: str
    style: str = ""


def render(several: Sequence[Explained], canvas: Canvas) -> str:
    """One page for all articles."""
    report = several[0].report
    title = report.title or report.id if len(several) == 1 else f"{len(several)} articles"
    return page(
        "explained",
        title=title,
        version=report.stamp.version,
        articles=[article_values(one, canvas) for one in several],
    )


def article_values(explained: Explained, canvas: Canvas) -> dict[str, object]:
    """What the template of an article shows."""
    words = words_of(explained)
    lines = note_lines(explained, canvas)
    notes = {note.number: note for note in explained.notes}
    firsts = {segments[0].start for segments in words.values()}
    return {
        "report": explained.report,
        "words": counted(explained.report.words, "word"),
        "passages": [
            _passage(passage, explained, notes, firsts) if passage else None for passage in explained.passages
        ],
        "voices": [
            {
                "key": voice.key,
                "name": voice.name,
                "told": described(voice, explained.report, canvas.signs),
                "style": style(voice),
            }
            for voice in explained.voices.values()
        ],
        "notes": [
            {
                "number": note.number,
                "side": side(note),
                "words": running(words[note.number]),
                "lines": lines[note.number],
            }
            for note in explained.notes
        ],
        "small": unmarked_of(explained),
    }


def words_of(explained: Explained) -> dict[int, list[Segment]]:
    """The words of each note that is shown, by its number, in the order of the text."""
    words: dict[int, list[Segment]] = {}
    for passage in explained.passages:
        for segment in passage.segments if passage else ():
            if segment.note:
                words.setdefault(segment.note, []).append(segment)
    return words


def note_lines(explained: Explained, canvas: Canvas) -> dict[int, list[Line]]:
    """What each note tells, by its number."""
    told = first_of_entry(explained.notes)
    return {note.number: list(_lines(note, told, canvas)) for note in explained.notes}


def passage_runs(
    passage: Passage, notes: Mapping[int, Note], firsts: set[int]
) -> Iterator[tuple[str, Sequence[Piece]]]:
    """The words of each voice in a row; `firsts` are where the words of notes begin."""
    for (name, _), segments in groupby(passage.segments, lambda one: (one.voice, one.attribution)):
        yield name, [_piece(segment, notes, firsts) for segment in segments]


def _passage(passage: Passage, explained: Explained, notes: Mapping[int, Note], firsts: set[int]) -> dict[str, object]:
    runs = []
    for name, pieces in passage_runs(passage, notes, firsts):
        voice = explained.voices.get(name)
        runs.append(VoiceRun(name, voice.key if voice else "", style(voice) if voice else "nobody", pieces))
    return {"line": passage.line, "role": passage.role, "runs": runs}


def _piece(segment: Segment, notes: Mapping[int, Note], firsts: set[int]) -> Piece:
    note = notes.get(segment.note or 0)
    if note is None:
        return Piece(segment.text, None, "", False)
    return Piece(segment.text, note.number, side(note), segment.start in firsts)


def style(voice: Voice) -> str:
    """The class that colours a voice: by its key, so that it stays when parts of the article are left out."""
    if not voice.key:
        return "author"
    return f"v{(ord(voice.key[-1]) - ord('A')) % _COLORS}" if voice.key.isalpha() else "nobody"


def side(note: Note) -> str:
    """The class that colours the words of a note."""
    return "for" if note.polarity > 0 else "against"


def _lines(note: Note, told: Mapping[str, int], canvas: Canvas) -> Iterator[Line]:
    hit, entry = note.hit, note.entry
    if hit:
        parts = [canvas.signed(hit.polarity * hit.weight), hit.entry, hit.category, *contexts(note)]
        yield Line(" · ".join(parts))
    else:
        yield Line(", ".join(contexts(note)))
    if not note.shares:
        tie = f" ({hit.relation})" if hit and hit.relation else ""
        yield Line(f"{note.voice} → {hit.target if hit and hit.target else '–'}{tie}")
    for share in note.shares:
        stance = share.stance
        value, score = canvas.signed(share.value, 2), canvas.signed(stance.score, 2)
        yield Line(f"{stance.holder} → {stance.target}: {value} of {score}")
    if entry and told[entry.id] != note.number:
        yield Line(f"as {told[entry.id]}", " quiet")
    elif entry:
        if entry.neutral:
            yield Line(f"plain: {', '.join(entry.neutral)}")
        if entry.why:
            yield Line(entry.why, " quiet")
