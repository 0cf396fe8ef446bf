"""Hand-made scenes: a text in which parties, hits and attributions are marked, as the stages give them.

    {Russia|Russian} <labels:goon|goons>     a mention of the actor Russia, a hit of an entry
    [[Smith|direct|content]]                 content of an attribution with the source actor Smith
    ((Smith|hostile|slammed))                the cue of Smith's next attribution and its tilt

Marks nest. Every entry is negative with weight 2; a "+" before its id makes it positive.
"""

import re
from typing import NamedTuple

from stancecli.aim import PartyMap
from stancecli.model import (
    Actor,
    Attribution,
    Cast,
    Content,
    Cue,
    Document,
    Entry,
    Hit,
    Paragraph,
    Parse,
    Source,
    Span,
    Speech,
)
from stancecli.segment import segment
from stancecli.voices import find_voices

_MARK = re.compile(r"\{([^|{}]+)\|?|<([^|<>]+)\||\[\[([^|]*)\|([^|]*)\||\(\(([^|]*)\|([^|]*)\||\}|>|\]\]|\)\)")
COUNTRIES = ("Russia", "Cuba", "United States", "France", "Norway")


class Scene(NamedTuple):
    parse: Parse
    cast: Cast
    parties: PartyMap
    hits: tuple[Hit, ...]
    terms: "Terms"


class Terms:
    def __init__(self, aims: dict[str, str]) -> None:
        self.aims = aims

    def entry(self, id: str) -> Entry:
        lexicon, term = id.split(":")
        return Entry(id, term, lexicon, lexicon, -1, 2, ((term,),), aim=self.aims.get(id, "modified"))


class _Found(NamedTuple):
    kind: str
    values: tuple[str, ...]
    span: Span


def scene(marked: str, targets: tuple[str, ...] = (), names: dict[str, str] | None = None, **aims: str) -> Scene:
    """Build a scene; `aims` gives an entry's aim by its term, `names` the actors of requested targets."""
    text, found = _unmarked(marked)
    document = Document("scene", text, (Paragraph(0, len(text), "body"),), None, "en", "", targets=targets)
    actors: dict[str, list[Span]] = {}
    for kind, values, span in found:
        if kind == "{":
            actors.setdefault(values[0], []).append(span)
    parse, speech = segment(document), Speech(_attributions(text, found), ())
    cast = Cast(
        tuple(Actor(name, "country" if name in COUNTRIES else "person", tuple(s)) for name, s in actors.items()),
        speech,
        find_voices(parse, speech),
        names or {},
    )
    hits = tuple(_hit(text, values[0], span) for kind, values, span in found if kind == "<")
    by_id = {f"{hit.lexicon}:{hit.entry.split(':')[1]}": hit for hit in hits}
    return Scene(
        parse, cast, PartyMap(parse, cast), hits, Terms({id: aims.get(id.split(":")[1], "modified") for id in by_id})
    )


def _unmarked(marked: str) -> tuple[str, list[_Found]]:
    text, found, open_, at = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        opening = mark.group()[0]
        if opening in "{<[(":
            open_.append((opening, tuple(g for g in mark.groups() if g is not None), len(text)))
            if opening == "{" and not mark.group().endswith("|"):
                text += mark.group()[1:]
        else:
            kind, values, start = open_.pop()
            found.append(_Found(kind, values, Span(start, len(text))))
    assert not open_, f"open marks in {marked!r}"
    return text + marked[at:], sorted(found, key=lambda f: (f.span.start, -f.span.end))


def _attributions(text: str, found: list[_Found]) -> tuple[Attribution, ...]:
    cues = [f for f in found if f.kind == "("]
    made = []
    for kind, values, span in found:
        if kind != "[":
            continue
        name, how = values
        cue = next((c for c in cues if c.values[0] == name), None)
        if cue:
            cues.remove(cue)
        named = [f.span for f in found if f.kind == "{" and f.values[0] == name]
        outside = [s for s in named if s.end <= span.start or s.start >= span.end]
        nearest = sorted(outside, key=lambda s: min(abs(span.start - s.end), abs(s.start - span.end)))[:1]
        source = Source(name or "someone", tuple(nearest), name or None)
        content = Content(text[slice(*span)], (span,))
        made.append(Attribution(len(made), how, 1.0, source, _cue(text, cue), content))
    return tuple(made)


def _cue(text: str, cue: "_Found | None") -> "Cue | None":
    if cue is None:
        return None
    tilt, _, hedge = cue.values[1].partition("+")
    hedges = (hedge,) if hedge else ()
    return Cue(text[slice(*cue.span)], (cue.span,), tilt or "neutral", bool(hedges), hedges)


def _hit(text: str, id: str, span: Span) -> Hit:
    polarity = 1.0 if id.startswith("+") else -1.0
    id = id.lstrip("+")
    line = text.count("\n", 0, span.start) + 1
    return Hit(
        span.start, span.end, line, span.start + 1, text[slice(*span)], id, id.split(":")[0], "x", polarity, 2.0, False
    )
