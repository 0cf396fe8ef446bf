"""An answer as the article itself, cut where voices and loaded words begin and end: what explains and reports show."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from msgspec import Struct

from stancecli.attribute import grammar
from stancecli.model import (
    AUTHOR,
    UNATTRIBUTED,
    ActorKind,
    Answer,
    Entry,
    Hit,
    Parse,
    Range,
    Report,
    Span,
    Speech,
    Stance,
    unmarked,
)
from stancecli.places import LINE_END, Places
from stancecli.voices import NARRATED, find_voices, tokens_of, voice_name

UNKNOWN_KEY = "?"
NOBODY = ""
"""The voice of what is not scored."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_APOSTROPHES = "'’"
_LONGEST = 200
"""Characters of words that are marked as a note's: whole paragraphs are not."""

_SMALL = frozenset(
    (
        *(grammar.DETERMINER, grammar.PREPOSITION, grammar.COORDINATOR, grammar.RELATIVE, grammar.THAT, grammar.TO),
        *(grammar.PRONOUN, grammar.OBJECT, grammar.AUXILIARY, grammar.NEGATION, grammar.POSSESSIVE),
        *(grammar.COMMA, grammar.STOP, grammar.BREAK, grammar.DASH, grammar.HYPHEN, grammar.MARK),
    )
)
"""Kinds of words that say nothing by themselves. Conjunctions do: "while" sets one party against another."""
_VERBS_TOO = frozenset(["like"])
"""Words of such a kind that may as well be verbs that tell much."""


class Voice(Struct, frozen=True):
    """Whose words stand in the article. `key` is short ("A", "AB"), "?" for the unattributed, empty for the author."""

    name: str
    kind: ActorKind
    key: str
    words: int


class Share(Struct, frozen=True):
    """What a note's words count for: a stance, and their part in its score."""

    stance: Stance
    value: float
    reasons: tuple[str, ...]


class Note(Struct, frozen=True):
    """What there is to say of some words. Numbers count from 1, in the order of the text, those of small words last.

    `hit` is None where the words are no loaded ones and count for a stance all the same; `entry` is None where no
    lexicon at hand has it. `voice` is whose words they are. `small` are words that say nothing by themselves ("in",
    "will"): what stands around a party counts a little, but the article does not mark it.
    """

    number: int
    spans: tuple[Span, ...]
    voice: str
    hit: Hit | None
    entry: Entry | None
    shares: tuple[Share, ...]
    small: bool = False

    @property
    def polarity(self) -> float:
        """Below 0 against, above 0 for somebody or something."""
        return self.hit.polarity if self.hit else sum(share.value for share in self.shares)


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
    notes = tuple(_notes(report, entries, parse))
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
    small = dict.fromkeys(text[slice(*span)].lower() for note in notes if note.small for span in note.spans)
    return Annotated(tuple(passages), notes, tuple(_voices(report, passages)), tuple(small))


def running(segments: Iterable[Segment]) -> str:
    """The words of segments, with an ellipsis where something stands between two."""
    told, at = "", None
    for segment in segments:
        told += (" … " if told and segment.start != at else "") + segment.text
        at = segment.end
    return told


def annotate_hits(report: Report, entries: Mapping[str, Entry]) -> Annotated:
    """A report without its text: the loaded words alone, those of a line as one passage."""
    notes = tuple(note for note in _notes(report, entries, None) if note.hit)
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


def _notes(report: Report, entries: Mapping[str, Entry], parse: Parse | None) -> Iterator[Note]:
    """A note for each hit, and for other words that count for a stance, in order of place; small words last.

    Words that overlap a hit have no note of their own: what they count is told with the hit. Others that overlap share one.
    """
    hit_at = {place: number for number, hit in enumerate(report.hits) for place in range(hit.start, hit.end)}
    mentions = {span for actor in report.actors for span in actor.mentions}
    of_hits: dict[int, list[Share]] = {}
    of_words: dict[tuple[Span, ...], list[Share]] = {}
    for stance in report.stances:
        for evidence in stance.evidence:
            words = tuple(span for span in evidence.spans if span not in mentions) or evidence.spans
            touched = (hit_at[place] for span in words for place in range(*span) if place in hit_at)
            number = next(touched, None) if evidence.hit is None else evidence.hit
            shares = of_words.setdefault(words, []) if number is None else of_hits.setdefault(number, [])
            shares.append(Share(stance, evidence.value, (evidence.why,)))
    found: list[tuple[bool, tuple[Span, ...], Hit | None, list[Share]]] = [
        (False, (Span(hit.start, hit.end),), hit, of_hits.get(number, [])) for number, hit in enumerate(report.hits)
    ]
    found += [
        (parse is not None and _are_small(parse, words), words, None, of) for words, of in _joined(of_words).items()
    ]
    for number, (small, spans, hit, shares) in enumerate(sorted(found, key=lambda one: one[:2]), 1):
        voice = hit.voice if hit else shares[0].stance.holder
        yield Note(number, spans, voice, hit, entries.get(hit.entry) if hit else None, tuple(_summed(shares)), small)


def _joined(of_words: Mapping[tuple[Span, ...], list[Share]]) -> dict[tuple[Span, ...], list[Share]]:
    """The shares of words, with those of words that overlap them: the longest that can be marked have the note."""
    joined: dict[tuple[Span, ...], list[Share]] = {}
    owners: dict[int, tuple[Span, ...]] = {}
    lengths = {words: sum(end - start for start, end in words) for words in of_words}
    for words in sorted(of_words, key=lambda words: (lengths[words] > _LONGEST, -lengths[words])):
        places = [place for span in words for place in range(*span)]
        owner = next((owners[place] for place in places if place in owners), words)
        joined.setdefault(owner, []).extend(of_words[words])
        for place in places:
            owners.setdefault(place, owner)
    return joined


def _summed(shares: Iterable[Share]) -> Iterator[Share]:
    """One share for each stance: the same words may count for it in several ways."""
    ways: dict[tuple[str, str], list[Share]] = {}
    for share in shares:
        ways.setdefault((share.stance.holder, share.stance.target), []).append(share)
    for same in ways.values():
        reasons = tuple(dict.fromkeys(reason for share in same for reason in share.reasons))
        yield Share(same[0].stance, sum(share.value for share in same), reasons)


def _are_small(parse: Parse, spans: Iterable[Span]) -> bool:
    """Whether no word says anything by itself; "like" does as a verb.

    Tags would tell verbs, but the text of an earlier result has none, and its page must be the same.
    """
    words = (parse.words[token] for span in spans for token in range(*tokens_of(parse, span)))
    return all(word not in _VERBS_TOO and grammar.kind_of(word) in _SMALL for word in words)


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
        if end - start <= _LONGEST and not any(place in taken for place in range(start, end)):
            taken.update(dict.fromkeys(range(start, end), number))
            kept.append(_Mark(start, end, number))
    return sorted(kept)


def _within(marks: Sequence[_Mark], start: int, end: int) -> Sequence[_Mark]:
    first = bisect_left(marks, (start,))
    return marks[first : bisect_left(marks, (end,), first)]


def _segments(parse: Parse, runs: Iterable[_Run], marks: Sequence[_Mark]) -> Iterator[Segment]:
    """The runs, cut at the words of notes."""
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
