"""`explain`: an article with its voices, its loaded words and a note on each; each module here is a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from stancecli.annotate import Annotated, Passage, Segment, Voice
from stancecli.asked import asked
from stancecli.model import Report
from stancecli.notes import Note
from stancecli.render import no_actor
from stancecli.render.screen.canvas import Signs
from stancecli.render.screen.cells import counted
from stancecli.render.screen.framing import calling, telling

FORMATS = ("screen", "markdown", "html")
"""Modules of this folder: `render(explained, surface) -> str`."""


class Lines(NamedTuple):
    """Lines of the text from `first` to `last`, both within."""

    first: int
    last: int


class Wish(Struct, frozen=True):
    """What of an article is wanted: all of it, or the words by or about some, or some categories, or some lines."""

    actors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    lines: tuple[Lines, ...] = ()


class Explained(Struct, frozen=True):
    """An article to show: what is known of it, and its text with notes. `passages` are None where some are left out."""

    report: Report
    passages: tuple[Passage | None, ...]
    notes: tuple[Note, ...]
    voices: dict[str, Voice]
    missing: tuple[str, ...] = ()
    """What is wanted and not there: an actor, a line."""

    small: tuple[str, ...] = ()
    """Words that count a little for stances and have no note."""


def explained(report: Report, annotated: Annotated, wish: Wish) -> Explained:
    """What of the article is wanted. Numbers of notes and keys of voices are those of the whole article."""
    known = report.names
    noted = {note.number for note in annotated.notes if _is_wanted(note, wish, known)}
    kept: list[Passage | None] = []
    for passage in annotated.passages:
        if _holds(passage, noted, wish, known):
            kept.append(replace(passage, segments=tuple(_bare(one, noted) for one in passage.segments)))
        elif not kept or kept[-1] is not None:
            kept.append(None)
    segments = [segment for passage in kept if passage for segment in passage.segments]
    shown = {segment.note for segment in segments}
    heard = {segment.voice for segment in segments}
    notes = tuple(note for note in annotated.notes if note.number in shown)
    return Explained(
        report,
        tuple(kept),
        notes,
        {voice.name: voice for voice in annotated.voices if voice.name in heard},
        tuple(_missing(report, annotated, wish)),
        annotated.small if any(note.shares for note in notes) else (),
    )


def _missing(report: Report, annotated: Annotated, wish: Wish) -> Iterator[str]:
    names = report.names
    for name in wish.actors:
        if not any(asked([name], actor, names) for actor in names):
            yield no_actor(name, names)
    end = max((passage.last_line for passage in annotated.passages), default=0)
    for first, last in wish.lines:
        if not any(passage.line <= last and first <= passage.last_line for passage in annotated.passages):
            lines = f"line {first}" if first == last else f"lines {first}-{last}"
            yield f"No words on {lines}" + (f": the last line is {end}" if first > end else "")


def _is_wanted(note: Note, wish: Wish, known: Sequence[str]) -> bool:
    if wish.categories and (note.hit is None or note.hit.category not in wish.categories):
        return False
    parties = {note.voice, *(share.stance.holder for share in note.shares), *(s.stance.target for s in note.shares)}
    if note.hit and note.hit.target:
        parties.add(note.hit.target)
    return any(asked(wish.actors, party, known) for party in parties)


def _holds(passage: Passage, noted: set[int], wish: Wish, known: Sequence[str]) -> bool:
    """Whether a passage stands on a wanted line and holds a wanted note, or words of a wanted actor."""
    if wish.lines and not any(passage.line <= last and first <= passage.last_line for first, last in wish.lines):
        return False
    if not wish.actors and not wish.categories:
        return True
    heard = wish.actors and not wish.categories
    return any(
        one.note in noted or (heard and one.voice and asked(wish.actors, one.voice, known)) for one in passage.segments
    )


def _bare(segment: Segment, noted: set[int]) -> Segment:
    return segment if segment.note is None or segment.note in noted else replace(segment, note=None)


def contexts(note: Note) -> list[str]:
    """What the weight of an entry is multiplied by here: "2.0 times 0.58 (quoted), 0.5 (negated)"; without one, why
    the words count.
    """
    hit, entry = note.hit, note.entry
    if hit is None:
        return ["no loaded word", *dict.fromkeys(reason for share in note.shares for reason in share.reasons)]
    if not hit.factors or entry is None:
        return []
    return [f"{entry.weight:.1f} times {', '.join(f'{factor:g} ({name})' for name, factor in hit.factors.items())}"]


def unmarked_of(explained: Explained) -> str:
    """What there is to know of words that have no note and count all the same; nothing where there are none."""
    listed = ", ".join(explained.small)
    return f"Small words near a party count a little for stances, without a note: {listed}" if listed else ""


def first_of_entry(notes: Sequence[Note]) -> dict[str, int]:
    """The note that tells of each entry: the first one, so that nothing is told twice."""
    found: dict[str, int] = {}
    for note in notes:
        if note.entry:
            found.setdefault(note.entry.id, note.number)
    return found


def described(voice: Voice, report: Report, signs: Signs) -> str:
    """What a legend tells of a voice beside its name: what it is, how much it says, how the author tells it."""
    return "; ".join([f"{kind_of(voice)}, {counted(voice.words, 'word')}", *framing_of(voice, report, signs)])


def framing_of(voice: Voice, report: Report, signs: Signs) -> list[str]:
    """How the author tells the voice's words, and what he calls it; nothing where neither tells."""
    row = next((row for row in report.actors if row.name == voice.name), None)
    told = (telling(row, signs), calling(row, signs)) if row else ()
    return [words for words in told if words]


def kind_of(voice: Voice) -> str:
    """What a voice is, where its name does not say so."""
    return {"author": "the article itself", "unattributed": "speaker unknown"}.get(voice.kind, voice.kind)


def renderer(name: str) -> Callable[..., str]:
    """The `render` of a format."""
    render: Callable[..., str] = import_module(f"{__name__}.{name}").render
    return render
