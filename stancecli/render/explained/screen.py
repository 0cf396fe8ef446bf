"""An article on a terminal: voices down the margin, loaded words underlined, notes and a legend below.

Without colour marks say the same: a voice's words stand in ‹ › after its key, loaded words in brackets with their sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from stancecli.annotate import Passage, Segment, Voice, running
from stancecli.notes import Note, Share
from stancecli.render.explained import Explained, contexts, described, first_of_entry, unmarked_of
from stancecli.render.screen.canvas import AGAINST, FOR, NAME, NOTICE, QUIET, Canvas
from stancecli.render.screen.cells import heading
from stancecli.render.screen.framing import treatment

MEASURE = 100
"""Columns of text that are good to read, however wide the terminal is."""

COLORS = ("cyan", "magenta", "yellow", "bright_blue", "bright_cyan", "bright_magenta", "bright_yellow", "blue")
"""What voices are told apart by; red and green belong to polarity."""

_VOICE = "voice"
_KEYS = 4


def render(several: Sequence[Explained], canvas: Canvas) -> str:
    """Each article, its notes and its legend."""
    return canvas.signature + "\n".join(_article(one, canvas) for one in several)


def _article(explained: Explained, canvas: Canvas) -> str:
    page = _Page(explained, canvas)
    notes = page.notes()
    parts: list[RenderableType] = [heading(canvas, explained.report), "", *page.article()]
    if notes.row_count:
        parts += [canvas.text("Notes", NAME), "", notes]
        if small := unmarked_of(explained):
            parts += [*canvas.folded(canvas.text(small, QUIET), min(MEASURE, canvas.run.width)), ""]
    else:
        told = explained.missing or ("No loaded words found.",)
        parts += [*(canvas.text(line, NOTICE if explained.missing else QUIET) for line in told), ""]
    return canvas.draw(*parts, *page.legend()) if explained.voices else canvas.draw(*parts)


class _Page:
    """An article being drawn: how each voice and each note looks."""

    def __init__(self, explained: Explained, canvas: Canvas) -> None:
        self.explained, self.canvas = explained, canvas
        self.colored = canvas.run.color
        self.styles = _styles(explained.voices)
        self.by_number = {note.number: note for note in explained.notes}
        last = max((passage.last_line for passage in explained.passages if passage), default=1)
        self.digits = len(str(last))
        self.keys = min(_KEYS, max((len(voice.key) for voice in explained.voices.values()), default=1) + 1)

    def article(self) -> Iterator[Text]:
        """The passages, with the line that each begins at and whose words stand on each line."""
        for passage in self.explained.passages:
            if passage is None:
                yield self.canvas.text(f"{self.canvas.signs.more:>{self.digits}}", QUIET)
            else:
                yield from self._passage(passage)
            yield Text()

    def _passage(self, passage: Passage) -> Iterator[Text]:
        canvas, bar = self.canvas, self.canvas.signs.bar
        width = min(MEASURE, canvas.run.width - self.digits - self.keys - 4)
        number = str(passage.line)
        for line in canvas.folded(self._words(passage), width):
            heard = list(dict.fromkeys(self._heard(line)))
            keys = "".join(self.explained.voices[name].key for name in heard)
            keys = keys if len(keys) <= self.keys else keys[: self.keys - 1] + "+"
            style = self.styles[heard[0]] if heard else QUIET
            margin = Text(f"{number:>{self.digits}} ", QUIET).append(f"{keys:<{self.keys}} {bar} ", style)
            yield margin.append_text(line)
            number = ""

    def _heard(self, line: Text) -> Iterator[str]:
        """The voices on a line but for the author's, which needs no key."""
        for span in line.spans:
            name = span.style.meta.get(_VOICE, "") if isinstance(span.style, Style) else ""
            if name and self.explained.voices[name].key:
                yield name

    def _words(self, passage: Passage) -> Text:
        """A passage in one line, with its marks."""
        signs, words, last = self.canvas.signs, Text(), None
        for i, segment in enumerate(passage.segments):
            voice = self.explained.voices.get(segment.voice)
            marked = voice is not None and bool(voice.key) and not self.colored
            if voice and marked and (segment.voice, segment.attribution) != last:
                words.append_text(self.canvas.text(f"{voice.key}{signs.begin}"))
            words.append_text(self._segment(segment, passage))
            last = (segment.voice, segment.attribution)
            after = passage.segments[i + 1 : i + 2]
            if marked and not (after and (after[0].voice, after[0].attribution) == last):
                words.append_text(self.canvas.text(signs.end))
        return words

    def _segment(self, segment: Segment, passage: Passage) -> Text:
        canvas, signs = self.canvas, self.canvas.signs
        text = canvas.text(segment.text, NAME if passage.role == "headline" else "")
        note = self.by_number.get(segment.note or 0)
        if note is not None:
            style = f"underline {_toward(note)}"
            sign = signs.plus if note.polarity > 0 else signs.minus
            opening = "" if self.colored else f"[{sign}"
            text = canvas.line(
                opening, (segment.text, style), "" if self.colored else "]", (canvas.raised(note.number), NOTICE)
            )
        if segment.voice:
            style = self.styles[segment.voice] if note is None else ""
            text.stylize_before(Style.parse(style or "none") + Style(meta={_VOICE: segment.voice}))
        else:
            text.stylize(QUIET)
        return text

    def notes(self) -> Table:
        """A row for each note: its number, then what the words are, count for, and could be instead."""
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(justify="right", no_wrap=True)
        grid.add_column(overflow="fold", max_width=MEASURE)
        told = first_of_entry(self.explained.notes)
        for note in self.explained.notes:
            lines = self._note(note, told)
            grid.add_row(self.canvas.text(str(note.number), NOTICE), Text("\n").join(lines))
            grid.add_row()
        return grid

    def _note(self, note: Note, told: Mapping[str, int]) -> Iterator[Text]:
        canvas, hit, entry = self.canvas, note.hit, note.entry
        dot = f" {canvas.signs.dot} "
        what = f"{hit.entry}{dot}{hit.category}" if hit else ""
        head = [(self._quoted(note), f"{_toward(note)} bold"), (f"  {what}", "")]
        if hit:
            yield canvas.line(
                (canvas.signed(hit.polarity * hit.weight), _toward(note)), " ", *head,
                (dot + ", ".join(contexts(note)) if contexts(note) else "", NOTICE),
            )  # fmt: skip
        else:
            yield canvas.line(*head, (", ".join(contexts(note)), QUIET))
        yield from self._shares(note)
        if entry and told[entry.id] != note.number:
            yield canvas.text(f"as {told[entry.id]}", QUIET)
        elif entry:
            if entry.neutral:
                yield canvas.line(("plain: ", QUIET), ", ".join(entry.neutral))
            if entry.why:
                yield canvas.text(entry.why, QUIET)

    def _quoted(self, note: Note) -> str:
        segments = (one for passage in self.explained.passages if passage for one in passage.segments)
        return running(segment for segment in segments if segment.note == note.number)

    def _shares(self, note: Note) -> Iterator[Text]:
        """Whose words they are, whom they are aimed at, and what they count for."""
        canvas, signs = self.canvas, self.canvas.signs
        hit = note.hit
        target = hit.target if hit else None
        tie = f" ({hit.relation})" if hit and hit.relation else ""
        if not note.shares:
            yield canvas.line(
                (note.voice, self.styles.get(note.voice, "")),
                (f" {signs.arrow} ", QUIET),
                target or signs.none,
                (tie, QUIET),
            )
        for share in note.shares:
            yield self._share(share, tie if share.stance.target == target else "")

    def _share(self, share: Share, tie: str) -> Text:
        canvas, stance = self.canvas, share.stance
        return canvas.line(
            (stance.holder, self.styles.get(stance.holder, "")), (f" {canvas.signs.arrow} ", QUIET), stance.target, (tie, QUIET),
            (f": {canvas.signed(share.value, 2)}", FOR if share.value > 0 else AGAINST),
            (f" of {canvas.signed(stance.score, 2)}", QUIET),
        )  # fmt: skip

    def legend(self) -> Iterator[Text | Table]:
        """Whose the keys are, and what the marks mean."""
        canvas = self.canvas
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(justify="right", no_wrap=True)
        grid.add_column(overflow="fold", max_width=MEASURE)
        for voice in self.explained.voices.values():
            style = self.styles[voice.name]
            said = canvas.line(
                (voice.name, f"{style} bold".strip()),
                (f"  {described(voice, self.explained.report, canvas.signs)}", QUIET),
            )
            grid.add_row(canvas.text(voice.key or canvas.signs.none, style), said)
        yield canvas.text("Voices", NAME)
        yield Text()
        yield grid
        yield Text()
        if told := treatment(canvas, self.explained.report.treatment):
            yield from (told, Text())
        yield self._marks()

    def _marks(self) -> Text:
        canvas, signs = self.canvas, self.canvas.signs
        if self.colored:
            return canvas.line(
                ("against", f"underline {AGAINST}"),
                ", ",
                ("for", f"underline {FOR}"),
                (", with the number of the note", QUIET),
            )
        raised = canvas.raised(1)
        return canvas.line(
            f"A{signs.begin}words of A{signs.end}  [{signs.minus}against]{raised}  [{signs.plus}for]{raised} with the number of the note"
        )


def _styles(voices: Mapping[str, Voice]) -> dict[str, str]:
    """The colour of each voice, always that of its key; the author has none."""
    return {name: _style(voice.key) for name, voice in voices.items()}


def _style(key: str) -> str:
    if not key.isalpha():
        return QUIET if key else ""
    return COLORS[(ord(key[-1]) - ord("A")) % len(COLORS)]


def _toward(note: Note) -> str:
    return FOR if note.polarity > 0 else AGAINST
