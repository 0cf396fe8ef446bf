"""What is reported after its cue, as far as the cue's frame lets it be."""

from __future__ import annotations

from stancecli.attribute.clauses import clause_after, infinitive_after, object_after
from stancecli.attribute.cues import CueAt
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
    HYPHEN,
    OBJECT,
    OTHER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    kind_of,
)
from stancecli.attribute.readings import Find, subject_of
from stancecli.attribute.scene import Scene
from stancecli.attribute.subjects import verb_start
from stancecli.model import Range

ADDRESSEE = 16
"""How many words may stand between a cue and its content (`told the committee on Monday that ...`)."""

SUBJECT = 14
"""Within how many words a clause without "that" must have its verb."""

QUESTIONS = frozenset("whether how why what if who which when where".split())
TELL = frozenset(
    "tell tells told telling assure assures assured remind reminds reminded inform informed warn warned ask asked urge"
    " urged urging advise advised persuade persuaded convince convinced".split()
)
"""Forms of verbs whose object hears what is reported."""


def following(scene: Scene, cue: CueAt, floor: int, ceiling: int, speaker: Range | None) -> Find | None:
    """Read the cue as a verb with its content after it; `speaker` is whose words came before it in the sentence."""
    assert cue.verb is not None
    stop = cue_stop(scene, cue, cue.verb.takes)
    start = verb_start(scene.words, cue.first, floor)
    source = subject_of(scene, start, cue, floor, speaker)
    takes = cue.verb.takes
    relative = source is not None and kind_of(scene.words[source.first]) in (RELATIVE, THAT)
    if relative:
        ceiling = _end_of_relative(scene, stop, ceiling)
        if stop < ceiling and "noun-phrase" in takes and kind_of(scene.words[stop]) not in (THAT, PRONOUN):
            takes = tuple([frame for frame in takes if frame != "that-clause"])
    content = content_after(scene, stop, takes, ceiling) or _as_said(scene, source, cue.verb.takes, stop, ceiling)
    return Find(source, Range(start, stop), (content,)) if content else None


def _end_of_relative(scene: Scene, first: int, ceiling: int) -> int:
    """Where the verb of the main clause takes over from `who said ..., `."""
    words = scene.words
    for at in range(first, min(ceiling, first + ADDRESSEE * 2) - 1):
        if words[at] == "," and kind_of(words[at + 1]) in (AUXILIARY, FINITE, ADVERB):
            return at
    return ceiling


def cue_stop(scene: Scene, cue: CueAt, takes: tuple[str, ...]) -> int:
    """Where the cue ends: the "that" or the "to" of an infinitive is the first word of the content."""
    last = scene.words[cue.stop - 1] if cue.stop - cue.first > 1 else ""
    infinitive = "to-infinitive" in takes and "noun-phrase" not in takes and not _is_addressed(scene, cue.stop)
    return cue.stop - 1 if last == "that" or (last == "to" and infinitive) else cue.stop


def _is_addressed(scene: Scene, at: int) -> bool:
    """Does a noun phrase begin here, so that "to" before it leads to whom something is said (`appealed to both sides`)?"""
    return scene.tag(at) in _OPENING


_OPENING = frozenset("DT CD NN NNS NNP NNPS PRP PRP$".split())


def _as_said(scene: Scene, source: Range | None, takes: tuple[str, ...], stop: int, ceiling: int) -> Range | None:
    """`As Ruiz noted, ...`"""
    words = scene.words
    if (
        source is None
        or source.first == 0
        or "that-clause" not in takes
        or words[source.first - 1] != "as"
        or scene.word(stop) != ","
    ):
        return None
    return clause_after(scene, stop + 1, ceiling)


def content_after(scene: Scene, cue_stop: int, takes: tuple[str, ...], ceiling: int) -> Range | None:
    """The content of the frame that begins at `cue_stop`, or None where the frame does not fit."""
    words = scene.words
    at = _past_addressee(scene, cue_stop, ceiling)
    if at >= len(words):
        return None
    quotation = _quotation_at(scene, at)
    if quotation:
        return quotation
    if at >= ceiling:
        return None
    word, kind = words[at], kind_of(words[at])
    if word == "that" and "that-clause" in takes:
        return clause_after(scene, at, ceiling)
    if word in QUESTIONS:
        return clause_after(scene, at, ceiling) if not _ASKING.isdisjoint(takes) else None
    if word == "to":
        return infinitive_after(scene, at, ceiling) if "to-infinitive" in takes else None
    if kind == PREPOSITION:
        fits = (word == "of" and "of" in takes) or (word == "about" and "about" in takes)
        return object_after(scene, at + 1, ceiling) if fits else None
    if kind in _NO_CONTENT:
        return None
    if "to-infinitive" in takes and "noun-phrase" not in takes and kind_of(words[cue_stop - 1]) in _LEADS:
        return _asked_of(scene, at, ceiling)
    if "that-clause" in takes and _is_clause(scene, at, ceiling, "noun-phrase" in takes):
        return clause_after(scene, at, ceiling)
    return object_after(scene, at, ceiling) if "noun-phrase" in takes else None


def _asked_of(scene: Scene, first: int, ceiling: int) -> Range | None:
    """Whom something is asked of, with what: `appealed to [both sides to stop]`, `appealed to [drivers for patience]`."""
    words = scene.words
    for at in range(first + 1, min(first + ADDRESSEE, ceiling)):
        if words[at] == "to":
            asked = infinitive_after(scene, at, ceiling)
        elif words[at] == "for":
            asked = object_after(scene, at + 1, ceiling)
            if asked and not SPELLS.isdisjoint(words[slice(*asked)]):
                return None  # `The offer appealed to them for years`
        elif kind_of(words[at]) in _NO_ADDRESSEE:
            return None
        else:
            continue
        return Range(first, asked.stop) if asked else None
    return None


_ASKING = frozenset(("that-clause", "about", "quote"))
"""A cue that takes one of these may lead to a question."""
_LEADS = frozenset((PREPOSITION, TO))
_NO_ADDRESSEE = frozenset((COMMA, STOP, BREAK, DASH, AUXILIARY, FINITE, THAT, SUBORDINATOR))
SPELLS = frozenset("time times year years month months week weeks day days decade decades generations reasons".split())
"""What "for" leads to that nobody is asked for (`appealed to them for years`)."""

_NO_CONTENT = frozenset((COMMA, STOP, BREAK, DASH, HYPHEN, COORDINATOR, AUXILIARY, RELATIVE, ADVERB, TIME, POSSESSIVE))


def _quotation_at(scene: Scene, at: int) -> Range | None:
    """The quotation that begins at `at`, or after a comma or colon there."""
    words = scene.words
    after_sign = words[at] in (",", ":") and at + 1 < len(words)
    place = at + after_sign
    quotation = scene.zone_at(place) or (scene.quotation_from(place) if after_sign else None)
    return Range(quotation.first, quotation.stop) if quotation else None


def _is_clause(scene: Scene, first: int, ceiling: int, either: bool) -> bool:
    """Does a clause without "that" begin here: is there a verb within reach?

    `either` says that the cue may take a noun phrase instead; the verb must then follow a plain subject.
    """
    words = scene.words
    opening = kind_of(words[first])
    if opening in (OBJECT, PRONOUN, GERUND):
        return opening == PRONOUN or (opening == GERUND and not either)
    for at in range(first + 1, min(first + SUBJECT, ceiling)):
        kind = kind_of(words[at])
        if kind in (STOP, BREAK) or (either and kind in _NO_SUBJECT):
            return False
        if kind == AUXILIARY or (kind == FINITE and not (either and scene.word(at + 1) == "by")):
            return True
        if kind == PRONOUN and not either:
            return True
    return False


_NO_SUBJECT = frozenset((COMMA, PRONOUN, RELATIVE, THAT, SUBORDINATOR, COORDINATOR, GERUND))


_WHEN = frozenset("last this next early late".split())


def _past_addressee(scene: Scene, at: int, ceiling: int) -> int:
    """Step over the addressee, the day and the place between a cue and its content."""
    words = scene.words
    stop = min(at + ADDRESSEE, ceiling)
    tell = words[at - 1] in TELL
    if at >= stop or not (tell or kind_of(words[at]) in (PREPOSITION, TIME, ADVERB) or words[at] in _WHEN):
        return at
    if words[at] in ("of", "about"):
        return at
    for place in range(at, stop):
        word, kind = words[place], kind_of(words[place])
        if kind == THAT or scene.zone_of[place] >= 0 or (kind == PRONOUN and word not in ("it", "you")):
            return place
        if tell and (word in QUESTIONS or word == "to") and place > at:
            return place
        if kind in (STOP, BREAK, AUXILIARY):
            break
        if word == "," and not (place + 1 < len(words) and scene.zone_of[place + 1] >= 0):
            break
    while at < stop and kind_of(words[at]) in (TIME, ADVERB):
        at += 1
    if tell and at < stop and scene.capital(at):
        while at < stop and scene.capital(at):
            at += 1
        return at if at < stop and kind_of(words[at]) in (DETERMINER, OTHER) else stop
    return at
