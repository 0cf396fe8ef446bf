"""An answer as the article itself, cut where voices and loaded words begin and end: what explains and reports show."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from msgspec import Struct

from stancecli.model import (
    AUTHOR,
    UNATTRIBUTED,
    ActorKind,
    Answer,
    Entry,
    Parse,
    Range,
    Report,
    Speech,
    unmarked,
)
from stancecli.notes import LONGEST, Note, notes_of
from stancecli.places import LINE_END, Places
from stancecli.voices import NARRATED, find_voices, voice_name

UNKNOWN_KEY = "?"
NOBODY = ""
"""The voice of what is not scored."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_APOSTROPHES = "'’"


class Voice(Struct, frozen=True):
    """Whose words stand in the article. `key` is short ("A", "AB"), "?" for the unattributed, empty for the author."""

    name: str
    kind: ActorKind
    key: str
    words: int


class Segment(Struct, frozen=True):
    """Characters `start` to `end` of the document, of one voice, within or outside the words of one note.

    `text` is what they read, less the marks of Markdown. `voice` is empty for what is not scored, a dateline.
    `attribution` is the one whose content they are part of, `note` the number of their note.
    """

    start: int
    end: int
    text: str
    voice: str
    attribution: int | None
    note: int | None


class Passage(Struct, frozen=True):
    """A paragraph with what else stands on its lines, or lines that are not scored ("unread").

    Lines are those of the input as it was read, and count from 1.
    """

    line: int
    last_line: int
    role: Literal["headline", "body", "unread"]
    segments: tuple[Segment, ...]


class Annotated(Struct, frozen=True):
    """A whole article: its segments in order, its notes, and its voices in the order in which they are first heard.

    `small` are the words of small notes, each once.
    """

    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]
    voices: tuple[Voice, ...]
    small: tuple[str, ...] = ()


class _Mark(NamedTuple):
    """Characters that are the words of a note."""

    start: int
    end: int
    number: int


class _Run(NamedTuple):
    """Characters of one voice; `attribution` as in `Segment`."""

    start: int
    end: int
    voice: str
    attribution: int | None


def annotate(answer: Answer, entries: Mapping[str, Entry]) -> Annotated:
    """Cut an article at its voices and notes. `entries` are those of the lexicons, by id. Linear in the text's length."""
    report, parse = answer.report, answer.parse
    notes = tuple(notes_of(report, entries, parse))
    marks = _flat(notes, parse.document.text)
    runs = _runs(parse, Speech(report.attributions, report.withheld))
    text, places = parse.document.text, Places(parse.document)
    passages: list[Passage] = []
    for start, end, role, words in _stretches(parse, runs):
        line, last = places.begin(start, end).line, places.end(start, end).line
        segments = tuple(_segments(parse, words, _within(marks, start, end)))
        at = passages[-1].segments[-1].end if passages else start
        if passages and "unread" in (role, passages[-1].role) and not LINE_END.search(text, at, start):
            before = passages.pop()
            role = before.role if role == "unread" else role
            gap = tuple(_segments(parse, [_Run(at, start, NOBODY, None)], ()))
            segments = before.segments + gap + segments
            line = before.line
        if segments:
            passages.append(Passage(line, max(line, last), role, segments))
    small = (text[slice(*span)].lower() for note in notes if note.small for span in note.spans)
    told = tuple(dict.fromkeys(one for one in small if any(map(str.isalnum, one))))
    return Annotated(tuple(passages), notes, tuple(_voices(report, passages)), told)


def running(segments: Iterable[Segment]) -> str:
    """The words of segments, with an ellipsis where more than a blank stands between two."""
    told, at = "", 0
    for segment in segments:
        gap = segment.start - at if told else 0
        told += ("" if not gap else " " if gap == 1 else " … ") + segment.text
        at = segment.end
    return told


def annotate_hits(report: Report, entries: Mapping[str, Entry]) -> Annotated:
    """A report without its text: the loaded words alone, those of a line as one passage."""
    notes = tuple(note for note in notes_of(report, entries, None) if note.hit)
    passages = []
    for line, row in groupby(notes, lambda note: note.hit.line if note.hit else 0):
        segments: list[Segment] = []
        for note in row:
            hit = note.hit
            if hit and (not segments or segments[-1].end <= hit.start):
                if segments:
                    segments.append(Segment(segments[-1].end, hit.start, " … ", NOBODY, None, None))
                segments.append(Segment(hit.start, hit.end, hit.text, hit.voice, hit.attribution, note.number))
        passages.append(Passage(line, line, "unread", tuple(segments)))
    return Annotated(tuple(passages), notes, tuple(_voices(report, passages)))


def _stretches(
    parse: Parse, runs: Mapping[int, Sequence[_Run]]
) -> Iterator[tuple[int, int, Literal["headline", "body", "unread"], Sequence[_Run]]]:
    """Paragraphs and what stands between them, in order, without white space around; with their runs of voices."""
    document, at = parse.document, 0

    def between(start: int, end: int) -> Iterator[tuple[int, int, Literal["unread"], Sequence[_Run]]]:
        for line in document.text[start:end].splitlines(keepends=True):
            first, last = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
            if first < last:
                yield first, last, "unread", [_Run(first, last, NOBODY, None)]
            start += len(line)

    for number, paragraph in enumerate(document.paragraphs):
        yield from between(at, paragraph.start)
        yield (
            paragraph.start,
            paragraph.end,
            paragraph.role,
            runs.get(number, [_Run(paragraph.start, paragraph.end, AUTHOR, None)]),
        )
        at = paragraph.end
    yield from between(at, len(document.text))


def _runs(parse: Parse, speech: Speech) -> dict[int, list[_Run]]:
    """The voices of each paragraph, by its number; what stands between two voices is the author's."""
    owners = find_voices(parse, speech).owners
    found: dict[int, list[_Run]] = {}
    for number, (paragraph, tokens) in enumerate(zip(parse.document.paragraphs, parse.paragraphs, strict=False)):
        at = paragraph.start
        row: list[_Run] = []
        for code, (first, stop) in _alike(owners, tokens):
            if code != NARRATED:
                start, end = parse.span(first, stop)
                if at < start:
                    row.append(_Run(at, start, AUTHOR, None))
                row.append(_Run(start, end, voice_name(speech, code), code if code >= 0 else None))
                at = end
        if at < paragraph.end:
            row.append(_Run(at, paragraph.end, AUTHOR, None))
        found[number] = row
    return found


def _alike(owners: Sequence[int], tokens: Range) -> Iterator[tuple[int, Range]]:
    """Tokens in a row that one voice owns."""
    first = tokens.first
    for code, row in groupby(owners[slice(*tokens)]):
        stop = first + sum(1 for _ in row)
        yield code, Range(first, stop)
        first = stop


def _flat(notes: Iterable[Note], text: str) -> list[_Mark]:
    """Where the words of notes are, with the note's number, in order and without overlap: of two, the shorter stays.

    A clitic ("'s") is part of the word before it, which is not cut.
    """
    spans = sorted(
        (end - start, start, end, note.number)
        for note in notes
        if not note.small
        for start, end in note.spans
        if text[start] not in _APOSTROPHES
    )
    taken: dict[int, int] = {}
    kept = []
    for _, start, end, number in spans:
        if end - start <= LONGEST and not any(place in taken for place in range(start, end)):
            taken.update(dict.fromkeys(range(start, end), number))
            kept.append(_Mark(start, end, number))
    return sorted(kept)


def _within(marks: Sequence[_Mark], start: int, end: int) -> Sequence[_Mark]:
    first = bisect_left(marks, (start,))
    return marks[first : bisect_left(marks, (end,), first)]


def _segments(parse: Parse, runs: Iterable[_Run], marks: Sequence[_Mark]) -> Iterator[Segment]:
    """The runs, cut at the words of notes. Blanks where a voice ends within these words are none of them."""
    document, at = parse.document, 0
    for run in runs:
        start = run.start
        while start < run.end:
            while at < len(marks) and marks[at].end <= start:
                at += 1
            number, stop = None, run.end
            if at < len(marks) and marks[at].start < run.end:
                number = marks[at].number if marks[at].start <= start else None
                stop = min(run.end, marks[at].end if number else marks[at].start)
            if number:
                words = document.text[start:stop]
                blanks = len(words) - len(words.lstrip())
                number = None if blanks else number
                stop = start + blanks if blanks else start + len(words.rstrip())
            text = unmarked(document.text, document.marks, start, stop)
            if text:
                yield Segment(start, stop, text, run.voice, run.attribution, number)
            start = stop


def _voices(report: Report, passages: Iterable[Passage]) -> Iterator[Voice]:
    rows = {row.name: row for row in report.actors}
    heard = dict.fromkeys(segment.voice for passage in passages for segment in passage.segments)
    letters = 0
    heard.pop(NOBODY, None)
    for name in dict.fromkeys((AUTHOR, *heard)):
        key = "" if name == AUTHOR else UNKNOWN_KEY
        if name not in (AUTHOR, UNATTRIBUTED):
            key = _letters(letters)
            letters += 1
        row = rows.get(name)
        kind: ActorKind = row.kind if row else "author" if name == AUTHOR else "unattributed"
        yield Voice(name, kind, key, row.words if row else 0)


def _letters(number: int) -> str:
    """A, B, ... Z, AA, AB ..."""
    first, last = divmod(number, len(_LETTERS))
    return (_letters(first - 1) if first else "") + _LETTERS[last]
