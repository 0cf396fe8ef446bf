"""What is reported before its cue: `“...,” Ruiz said`; `..., said Ruiz`; `..., according to Ruiz`."""

from __future__ import annotations

from stancecli.attribute.bounds import timeless
from stancecli.attribute.clauses import clause_after, clause_before
from stancecli.attribute.cues import CueAt
from stancecli.attribute.following import TELL
from stancecli.attribute.grammar import (
    ADVERB,
    AUXILIARY,
    BREAK,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    OTHER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    kind_of,
)
from stancecli.attribute.manner import DENIALS
from stancecli.attribute.readings import Find, passive, verbal
from stancecli.attribute.scene import Scene
from stancecli.attribute.subjects import phrase_after, subject_before, verb_start
from stancecli.model import Range

ADJUNCT = 6
"""An opening of so few words that begins with a preposition is not reported (`In both cases, Ruiz said, ...`)."""
TOLD = 8
"""How many words may tell at a sentence's end whom something was told."""


def framed(scene: Scene, cue: CueAt, floor: int) -> Find | None:
    """`according to Ruiz`, `in the words of Ruiz`: the source follows, the content lies before or after both."""
    words = scene.words
    if not _is_frame(words[cue.first : cue.stop]):
        return None
    sentence = scene.sentence(cue.first)
    source = phrase_after(scene, cue.stop, sentence.stop)
    if source is None:
        return None
    if cue.first > sentence.first and floor > sentence.first:
        return None
    content = clause_before(scene, cue.first, floor)
    if content is None or content.stop - content.first < 3:
        content = clause_after(scene, source.stop, sentence.stop)
    return Find(source, Range(cue.first, cue.stop), (content,)) if content else None


def _is_frame(phrase: tuple[str, ...]) -> bool:
    if phrase == ("according", "to"):
        return True
    return len(phrase) > 2 and phrase[0] in ("in", "as", "on", "by") and phrase[-1] in ("of", "by")


def preceding(scene: Scene, cue: CueAt, floor: int) -> Find | None:
    """A verb of saying after what is said, its subject before it or after it."""
    entry = cue.verb
    if entry is None or entry.reports == "attitude" or not _says(entry.takes):
        return None
    if not _may_end(scene, floor, cue.first) or not verbal(scene, cue, floor):
        return None
    start = verb_start(scene.words, cue.first, floor)
    if passive(scene, start, cue) or kind_of(scene.words[cue.first]) == GERUND:
        return None
    subject = subject_before(scene, start, floor) if start > floor else None
    edge = subject.first if subject else start
    before = _ending_at(scene, edge, floor)
    if before is None:
        return None
    quoted = scene.zone_of[before.stop - 1] >= 0 or scene.quotation_to(before.stop) is not None
    if not quoted and subject and kind_of(scene.words[subject.first]) in (RELATIVE, THAT):
        return None
    complete = quoted and scene.words[before.stop - 2] == "."
    if complete and not DENIALS.isdisjoint(scene.words[cue.first : cue.stop]):
        return None  # `“It is safe.” Ruiz disagreed.` begins anew
    if subject is None:
        return _inverted(scene, cue, start, before) if quoted or _has_verb(scene, before) else None
    if (complete or not quoted) and not _closes(scene, cue.stop):
        return None
    contents = _parts(scene, before, cue.stop)
    spoken = quoted or len(contents) > 1 or contents[0] != before or _has_verb(scene, before)
    return Find(subject, Range(start, cue.stop), contents) if spoken else None


def _parts(scene: Scene, before: Range, stop: int) -> tuple[Range, ...]:
    """The clause before a source and cue that end at `stop`, and the rest after them."""
    if scene.zone_of[before.stop - 1] >= 0:
        return (before,)
    rest = _going_on(scene, stop)
    quoted = bool(rest) and scene.zone_of[rest[0].first] >= 0
    return rest if rest and _is_adjunct(scene, before, quoted) else (before, *rest)


def _says(takes: tuple[str, ...]) -> bool:
    return "quote" in takes or "that-clause" in takes


def _may_end(scene: Scene, floor: int, stop: int) -> bool:
    """Is there a quotation or a comma between the two, or right before them, with which what is said can end?"""
    return "," in scene.words[max(0, floor - 2) : stop] or scene.has_statement(max(0, floor - 1), stop)


def _ending_at(scene: Scene, edge: int, floor: int) -> Range | None:
    """The quotation that ends at `edge`, or the clause with a comma after it."""
    at = edge - 1
    if at < scene.parse.paragraphs[scene.paragraph_of(edge)].first:
        return None
    comma = kind_of(scene.words[at]) == COMMA
    last = at - comma
    if last >= 0 and (zone := scene.zone_at(last)):
        return _with_opening(scene, zone.first, zone.stop, floor) if zone.stop == last + 1 else None
    quotation = scene.quotation_to(last + 1)
    if quotation and last >= 0 and (comma or scene.words[last - 1] == ","):
        return Range(quotation.first, quotation.stop)
    return clause_before(scene, edge, floor) if comma and at > floor else None


def _with_opening(scene: Scene, first: int, stop: int, floor: int) -> Range:
    """A quotation with the words of its sentence that run on into it (`The mayor is “tired,” Ruiz said`)."""
    runs_on = (
        floor < first
        and scene.zone_of[first - 1] < 0
        and kind_of(scene.words[first - 1]) not in (COMMA, BREAK, STOP, DASH)
    )
    return Range(floor, stop) if runs_on and scene.sentence(floor) == scene.sentence(first) else Range(first, stop)


def _closes(scene: Scene, stop: int) -> bool:
    """Does the sentence end after the cue, or go on with when, where or to whom it was said?"""
    end = scene.sentence(stop - 1).stop
    if stop >= end or (scene.words[stop - 1] in TELL and _is_phrase(scene, stop, end)):
        return True
    word, kind = scene.words[stop], kind_of(scene.words[stop])
    return word in (".", ",", ";", ")", "!", "?", "…", "—", "--") or (
        kind in (TIME, PREPOSITION, SUBORDINATOR, ADVERB) and word not in _FRAMES
    )


def _is_phrase(scene: Scene, first: int, end: int) -> bool:
    """Is the rest of the sentence a noun phrase, and short: whom it was told (`..., Ruiz told the BBC.`)?"""
    stop = end - (kind_of(scene.words[end - 1]) == STOP)
    return stop - first <= TOLD and phrase_after(scene, first, stop) == Range(first, stop)


_FRAMES = frozenset("how why what whether if of for with about by against".split())


def _inverted(scene: Scene, cue: CueAt, start: int, before: Range) -> Find | None:
    """`..., said Ruiz, the mayor of Leon.`"""
    if start > before.stop + 1:
        return None
    source = phrase_after(scene, cue.stop, scene.sentence(cue.stop - 1).stop)
    if (
        source is None
        or not _names(scene, source)
        or kind_of(scene.words[min(source.stop, len(scene.words) - 1)]) in _VERBS
    ):
        return None
    return Find(timeless(scene, source), Range(start, cue.stop), _parts(scene, before, source.stop))


def _has_verb(scene: Scene, clause: Range) -> bool:
    return any(kind_of(word) in _VERBS or word.endswith("s") for word in scene.words[clause.first : clause.stop])


_VERBS = frozenset((AUXILIARY, FINITE))


def _names(scene: Scene, source: Range) -> bool:
    return any(scene.capital(at) for at in range(*source)) or kind_of(scene.words[source.first]) in (
        DETERMINER,
        PRONOUN,
        OTHER,
    )


def _going_on(scene: Scene, stop: int) -> tuple[Range, ...]:
    """The rest of a report that the cue stood in the middle of: `, Ruiz said, ...`."""
    end = scene.sentence(stop - 1).stop
    if stop + 1 >= end or scene.words[stop] != ",":
        return ()
    if zone := scene.zone_at(stop + 1):
        return (Range(zone.first, zone.stop),)
    if kind_of(scene.words[stop + 1]) in (GERUND, COORDINATOR, FINITE):
        return ()
    rest = clause_after(scene, stop + 1, end)
    return (rest,) if rest else ()


def _is_adjunct(scene: Scene, clause: Range, quoted: bool) -> bool:
    """Does the clause tell when or where something was said, rather than what?"""
    short = clause.stop - clause.first <= ADJUNCT
    opening = kind_of(scene.words[clause.first])
    return (short or quoted) and opening in (PREPOSITION, ADVERB, TIME, SUBORDINATOR, COORDINATOR)
