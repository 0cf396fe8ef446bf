"""An article as Markdown: voices in ‹ › after their key, loaded words in bold with a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from stancecli.annotate import Passage
from stancecli.notes import Note, Share
from stancecli.own import REFERENCE
from stancecli.render.explained import Explained, contexts, first_of_entry, framing_of, kind_of, unmarked_of
from stancecli.render.screen.canvas import UNICODE, Canvas
from stancecli.render.screen.plain import plain

_OBEYED = re.compile(r"([\\`*_\[\]<>#|~&$])")


def render(several: Sequence[Explained], canvas: Canvas) -> str:
    """Each article, its legend, and its notes as footnotes."""
    return REFERENCE + "\n".join(_article(one, canvas) for one in several)


def _article(explained: Explained, canvas: Canvas) -> str:
    report = explained.report
    by_number = {note.number: note for note in explained.notes}
    lines = [f"# {escaped(report.title or report.id)}", "", f"{escaped(report.id)} · {report.words:,} words", ""]
    lines += [f"> {escaped(warning)}\n" for warning in report.warnings]
    for passage in explained.passages:
        lines += [_passage(explained, passage, by_number) if passage else "…", ""]
    lines += ["## Voices", "", "| | Voice | Kind | Words | Framed by author |", "| --- | --- | --- | ---: | --- |"]
    lines += [
        f"| {escaped(voice.key) or '–'} | {escaped(voice.name)} | {kind_of(voice)} | {voice.words:,} "
        f"| {escaped('; '.join(framing_of(voice, report, canvas.signs)))} |"
        for voice in explained.voices.values()
    ]
    told = first_of_entry(explained.notes)
    small = unmarked_of(explained)
    lines += ["", escaped(small)] if small else []
    lines += ["", *(f"[^{note.number}]: {_note(canvas, note, told)}" for note in explained.notes)]
    return "\n".join(lines).rstrip() + "\n"


def escaped(text: str) -> str:
    """Words from anywhere as words: nothing in them is Markdown, HTML, or a new line."""
    return _OBEYED.sub(r"\\\1", plain(text))


def _passage(explained: Explained, passage: Passage, notes: Mapping[int, Note]) -> str:
    """A passage after its line's number; so no word of it stands at the beginning of a line, where it might mean a list."""
    pieces: list[str] = []
    open_: tuple[str, int | None] | None = None
    for segment in passage.segments:
        voice = explained.voices.get(segment.voice)
        now = (segment.voice, segment.attribution) if voice and voice.key else None
        if now != open_:
            pieces += [UNICODE.end if open_ else "", f"{escaped(voice.key)}{UNICODE.begin}" if voice and now else ""]
            open_ = now
        note = notes.get(segment.note or 0)
        words = escaped(segment.text)
        pieces.append(f"**{_sign(note.polarity)}{words.strip()}**[^{note.number}]" if note else words)
    text = "".join([*pieces, UNICODE.end if open_ else ""])
    return f"`{passage.line}` {text}"


def _note(canvas: Canvas, note: Note, told: Mapping[str, int]) -> str:
    return " · ".join(filter(None, _parts(canvas, note, told)))


def _parts(canvas: Canvas, note: Note, told: Mapping[str, int]) -> Iterator[str]:
    hit, entry = note.hit, note.entry
    if hit:
        yield f"{canvas.signed(hit.polarity * hit.weight)} {escaped(hit.entry)}"
        yield escaped(hit.category)
    yield ", ".join(contexts(note))
    if not note.shares:
        yield f"{escaped(note.voice)} → {escaped(hit.target) if hit and hit.target else '–'}"
    for share in note.shares:
        yield _share(canvas, share)
    if entry and told[entry.id] != note.number:
        yield f"as {told[entry.id]}"
    elif entry:
        yield f"plain: {escaped(', '.join(entry.neutral))}" if entry.neutral else ""
        yield escaped(entry.why)


def _share(canvas: Canvas, share: Share) -> str:
    stance = share.stance
    value, score = canvas.signed(share.value, 2), canvas.signed(stance.score, 2)
    return f"{escaped(stance.holder)} → {escaped(stance.target)}: {value} of {score}"


def _sign(polarity: float) -> str:
    return UNICODE.plus if polarity > 0 else UNICODE.minus
