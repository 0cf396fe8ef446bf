"""What the author does to an actor, in few words, and what he does differently to two of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group
from rich.text import Text

from stancecli.model import ActorRow, Measure, Treatment
from stancecli.render.screen.canvas import NOTICE, QUIET, Canvas, Signs
from stancecli.render.screen.cells import listed, times

FRAMES = 4
LABELS = 3
DIFFERENCES = 3
"""So many are shown; the rest is counted."""

_ENOUGH = 3
"""From so many statements on it tells something that none is quoted, or where they stand."""

_MEASURES: dict[Measure, str] = {
    "distanced": "words introduced with doubt or hostility",
    "endorsed": "words introduced as true",
    "quoted": "statements with words in quotation marks",
    "against": "the author's sentences with a loaded word against the party",
    "favour": "the author's sentences with a loaded word for the party",
}


def framed(canvas: Canvas, row: ActorRow) -> Group:
    """A line on how the actor's words are told, one on what it is called, one on where it stands, as far as they tell."""
    lines = ((telling(row, canvas.signs), NOTICE), (calling(row, canvas.signs), ""), (", ".join(_places(row)), QUIET))
    sign = canvas.text(canvas.signs.bullet, QUIET)
    return canvas.items((sign, canvas.text(line, style)) for line, style in lines if line)


def telling(row: ActorRow, signs: Signs) -> str:
    """The author's cues that are not neutral, hedges and scare quotes: "claimed ×2, reportedly, “gift”"."""
    counts: Counter[str] = Counter()
    for device in row.framed.devices:
        if device.kind == "scare quotes":
            counts[f"{signs.opening}{device.text}{signs.closing}"] += 1
        elif device.kind == "hedge" or device.tilt not in (None, "neutral"):
            counts[device.text.lower()] += 1
    return _words(counts, FRAMES, signs)


def calling(row: ActorRow, signs: Signs) -> str:
    """What the author calls the actor, if not by its name: "called regime ×3, strongman"."""
    name = row.name.casefold()
    labels = {label: count for label, count in row.framed.labels.items() if label.casefold() not in name}
    return f"called {_words(labels, LABELS, signs)}" if labels else ""


def _words(counts: Mapping[str, int], most: int, signs: Signs) -> str:
    """Words in one line, the most frequent first: "claimed ×2, insisted, …"."""
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    return listed([times(text, count, signs) for text, count in ordered], most, signs)


def _places(row: ActorRow) -> Iterator[str]:
    """That an actor stands in the headline; that it is never quoted, or heard late only."""
    framing = row.framed
    if framing.mentioned.headline:
        yield "in the headline"
    if row.statements >= _ENOUGH and not framing.quoted_words and "direct" not in framing.kinds:
        yield "only paraphrased"
    if row.statements >= _ENOUGH and framing.heard.last == row.statements:
        yield "heard in the last third only"


def treatment(canvas: Canvas, differences: Sequence[Treatment]) -> Text | None:
    """The differences that are more than chance, the largest first; None where there are none."""
    told = sorted((one for one in differences if one.told), key=lambda one: -abs(one.difference))
    if not told:
        return None
    lines = [canvas.text("Treated differently by the author (95% interval of the difference)", QUIET)]
    lines += [_line(canvas, one) for one in told[:DIFFERENCES]]
    if len(told) > DIFFERENCES:
        lines.append(canvas.text(f"{canvas.signs.more} {len(told) - DIFFERENCES} more", QUIET))
    return Text("\n").join(lines)


def _line(canvas: Canvas, one: Treatment) -> Text:
    """Whoever has more comes first: "words introduced with doubt: Smith 6 of 7, Jones 0 of 8 (+86 points, 30 to 98)"."""
    order = (0, 1) if one.difference > 0 else (1, 0)
    shares = ", ".join(f"{one.parties[at]} {one.counts[at]} of {one.cases[at]}" for at in order)
    low, high = sorted(abs(round(100 * bound)) for bound in one.interval)
    size = f" (+{abs(100 * one.difference):.0f} points, {low} to {high})"
    return canvas.line((canvas.signs.bullet, QUIET), f" {_MEASURES[one.measure]}: ", (shares, NOTICE), (size, QUIET))
