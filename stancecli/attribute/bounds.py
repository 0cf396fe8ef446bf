"""Where a source begins and ends: what a reader took into it, or left out, that the grammar tells otherwise."""

from __future__ import annotations

from stancecli.attribute.grammar import (
    ADVERB,
    BREAK,
    COMMA,
    COORDINATOR,
    DASH,
    FINITE,
    FINITE_TAGS,
    GERUND,
    MARK,
    PREPOSITION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    kind_of,
)
from stancecli.attribute.scene import Scene
from stancecli.attribute.subjects import REACH, named_left, phrase_left
from stancecli.model import Range

_PARTICIPLES = ("VBN", "VBD", "VBG")
_CALENDAR = frozenset("day week weekend month year morning afternoon evening night".split())
_WHICH = frozenset("last this next earlier that following previous same".split())
_THEN = frozenset("yesterday today tonight tomorrow earlier later recently afterwards afterward".split())
_HOURS = frozenset("dawn sunrise noon midday lunchtime dusk sunset night midnight".split())
_WHEN = frozenset("at in on over during".split())
_ARTICLES = ("a", "an", "the")
_AMOUNTS = frozenset(("least", "most"))
_OPENERS = (COMMA, COORDINATOR, SUBORDINATOR, THAT, MARK)
LONGEST = 25
"""Words of a source; who is named by more is named by its beginning."""
_JOINTS = frozenset("of for at in on with from by to".split())


def bounded(scene: Scene, source: Range) -> Range:
    """The source without a predicate, a day or a lone "who" at its end, and without an adjunct that opens its sentence.

    A very long one ends before its first clause.
    """
    stop = source.stop
    if stop - source.first == 1:
        return source
    first = _whole_amount(scene, _past_head(scene, _past_opening(scene, source), stop), stop)
    while stop - first > 1:
        end = _without_time(scene, first, _without_predicate(scene, first, _without_aside(scene, first, stop)))
        end = _without_relative(scene, first, end)
        if end == stop:
            break
        stop = end
    return _shortened(scene, Range(first, stop))


def _shortened(scene: Scene, source: Range) -> Range:
    """The source up to its first comma or relative clause, where it is longer than any name with what is told of it."""
    first, stop = source
    if stop - first <= LONGEST:
        return source
    ends = (at for at in range(first + 1, stop) if kind_of(scene.words[at]) in (COMMA, RELATIVE))
    return Range(first, next(ends, stop))


def whole(scene: Scene, source: Range, cue: Range) -> Range:
    """The source with the head to which it belongs: `a page on [climate] says` is told of the page."""
    words, tags, first = scene.words, scene.tags, source.first
    if (own := _of_own_clause(scene, source, cue)) != source:
        return own
    if cue.first < source.stop or first < 2 or tags[cue.first] not in FINITE_TAGS:
        return source
    inner = words[first - 1] in _JOINTS and tags[first - 2].startswith("NN")
    cut = tags[first] in ("IN", "TO") and words[first] != "at"
    found = phrase_left(scene, source.stop, scene.sentence(first).first) if inner or cut else None
    if found and found.first < first:
        source = found
    if opening := _insertion(scene, source, cue):
        head = named_left(scene, opening, scene.sentence(first).first)
        return Range(head.first, source.stop) if head else source
    return _with_name(scene, source) if _is_apposition(scene, source) else source


def _of_own_clause(scene: Scene, source: Range, cue: Range) -> Range:
    """Who rules a relative or its main clause: `Ruiz, whom [Holm] called a liar`, `Ruiz, whose plans [critics] mocked`,
    `Ruiz, whose lawyer, [Ann Holm], says`.
    """
    words, (first, stop) = scene.words, source
    relative = next((at for at in range(first, stop - 1) if words[at] in ("whom", "whose")), None)
    if relative is None or (relative == first and scene.has_verb(first, stop)):
        return source
    whose = words[relative] == "whose"
    comma = next((at for at in range(relative + 2, min(relative + 5, stop)) if whose and words[at] == ","), None)
    subject = Range(comma + 1 if comma else relative + 1 + whose, stop)
    aside = comma is not None and "," not in words[comma + 1 : stop]
    rules = not scene.has_verb(relative, stop) and (
        aside or "," not in (*words[subject.first : stop], *words[stop : cue.stop])
    )
    if rules and subject.first < stop:
        return subject
    return Range(first, relative - (words[relative - 1] == ",")) if words[relative] == "whom" else source


def _insertion(scene: Scene, source: Range, cue: Range) -> int | None:
    """The comma before an insertion in which a source stands: `Ruiz, who has run [the ferry], said` is said by Ruiz."""
    words, (first, stop) = scene.words, source
    closing = cue.first - 1
    while closing > first and kind_of(words[closing]) == ADVERB:
        closing -= 1
    lone = stop - first == 1 and kind_of(words[first]) == RELATIVE
    ends = scene.has_verb(first, closing) if lone else closing - stop in (-1, 0)
    if words[closing] != "," or not ends:
        return None
    floor = max(scene.sentence(first).first, first - REACH)
    at = first - 1
    while at > floor and kind_of(words[at]) not in _EDGES:
        at -= 1
    opens = kind_of(words[at]) == COMMA and at > floor and _opens_insertion(scene, at + 1)
    return at if opens else None


_EDGES = frozenset((COMMA, STOP, BREAK, MARK, DASH))


def _opens_insertion(scene: Scene, at: int) -> bool:
    """Does a relative clause or a participle begin here (`who`, `whose`, `for which`, `also presented`)?"""
    words = scene.words
    relative = words[at] == "whose" or RELATIVE in (kind_of(words[at]), kind_of(words[at + 1]))
    return relative or scene.tags[at + (kind_of(words[at]) == ADVERB)] in ("VBG", "VBN")


def _is_apposition(scene: Scene, source: Range) -> bool:
    """Does it stand between commas behind a name (`Ruiz, [a critic of the plan], said`)?"""
    words, (first, stop) = scene.words, source
    name = first > 1 and words[first - 1] == "," and scene.tags[first - 2] == "NNP"
    return name and words[first] in (*_ARTICLES, "her", "his") and scene.word(stop) == ","


def _with_name(scene: Scene, source: Range) -> Range:
    """The apposition with the name before it, where that opens a clause."""
    floor = scene.sentence(source.first).first
    name = phrase_left(scene, source.first - 1, floor)
    opens = name and (name.first == floor or kind_of(scene.words[name.first - 1]) in _OPENERS)
    return Range(name.first, source.stop) if name and opens else source


def _past_opening(scene: Scene, source: Range) -> int:
    """`In a letter to the board, the chairman wrote`: the board is none of the source, though a comma is in it. Nor is
    whom the subject does something to (`Thanking Holm, Ruiz said`).
    """
    words, tags = scene.words, scene.tags
    first, opening = source.first, scene.sentence(source.first).first
    inside = first > opening and tags[opening] == "IN" and tags[first - 1] in ("IN", "TO")
    inside = inside or _opens_with_deed(scene, source)
    if not inside or "," in words[opening:first] or "," not in words[first : source.stop - 1]:
        return first
    behind = words.index(",", first) + 1
    return first if tags[behind] == "IN" else behind  # `the trust, with ten votes` has no opening


def _opens_with_deed(scene: Scene, source: Range) -> bool:
    """Does the sentence open with what somebody does to another, and a name right before the cue?"""
    words, (first, stop) = scene.words, source
    opens = first == scene.sentence(first).first and kind_of(words[first]) == GERUND and words[first + 1] != ","
    return opens and scene.capital(stop - 1) and scene.word(stop) != ","


def _past_head(scene: Scene, first: int, stop: int) -> int:
    """`A point the office denied`: who denies it is the office."""
    words, tags = scene.words, scene.tags
    heads = (at for at in range(first + 2, stop - 1) if words[at] == "the" and tags[at - 1] in ("NN", "NNS"))
    return next(heads, first)


def _whole_amount(scene: Scene, first: int, stop: int) -> int:
    """`At least two ministers`: "at" is part of the number."""
    return first - (
        first > 0 and stop - first > 1 and scene.words[first] in _AMOUNTS and scene.words[first - 1] == "at"
    )


def _without_aside(scene: Scene, first: int, stop: int) -> int:
    """`The trust, with ten votes` is the trust."""
    words = scene.words
    at = next((at for at in range(first + 1, stop - 1) if words[at] == "," and words[at + 1] == "with"), stop)
    return stop if "," in words[at + 1 : stop] else at


def _without_predicate(scene: Scene, first: int, stop: int) -> int:
    """`The striker grinned and` is the striker, who grinned and said."""
    words, tags = scene.words, scene.tags
    if kind_of(words[stop - 1]) != COORDINATOR:
        return stop
    for at in range(first + 1, stop - 1):
        kind = kind_of(words[at])
        if kind in (RELATIVE, SUBORDINATOR, THAT):
            break
        if tags[at] in FINITE_TAGS or tags[at] == "VBN" or (kind == FINITE and at == stop - 2):
            return at
    return stop - 1


def timeless(scene: Scene, source: Range) -> Range:
    """The source without a day at its end."""
    return Range(source.first, _without_time(scene, *source))


def _without_time(scene: Scene, first: int, stop: int) -> int:
    """`The mayor on Monday` is the mayor; in `a poll released on Monday` the day belongs to the poll."""
    for end in range(first + 2, stop):  # `Holm at the weekend in Oslo`
        if kind_of(scene.words[end]) == PREPOSITION and _time(scene.words, end):
            stop = end
            break
    at = stop - _time(scene.words, stop)
    before = slice(max(first, at - 2), at)
    tagged = zip(scene.tags[before], scene.words[before], strict=False)
    released = any(tag in _PARTICIPLES and word not in _THEN for tag, word in tagged)
    return stop if at <= first or released else at


def _time(words: tuple[str, ...], stop: int) -> int:
    """How many words before `stop` tell a time of day, a day, a year or "no longer", be it the beginning of more (`the following`
    day, `at the` weekend).
    """
    if stop < 2:
        return 0
    before, last = words[stop - 2 : stop]
    if kind_of(last) == TIME:
        return 1 + (before == "on")
    if last in _THEN:
        return 1
    if (before, last) == ("no", "longer"):
        return 2
    if "ago" in (last, *words[stop : stop + 1]):
        return 3 if last == "ago" else 2
    if last in _ARTICLES:
        return 1 + (kind_of(before) == PREPOSITION)
    if last in _CALENDAR and kind_of(before) == TIME:
        return 2 + (words[stop - 3 : stop - 2] == ("on",))
    if last in _CALENDAR and before == "the" and not _WHEN.isdisjoint(words[stop - 3 : stop - 2]):
        return 3
    year = len(last) == 4 and last.isdigit() and before == "in"
    if year or (last in _HOURS and before == "at") or (last in _CALENDAR and before in _WHICH):
        return 2 + (words[stop - 3 : stop - 2] == ("the",) and before in _WHICH)
    return 2 if (before, last) == ("the", "following") else 0


def _without_relative(scene: Scene, first: int, stop: int) -> int:
    lone = stop - first > 2 and kind_of(scene.words[stop - 1]) == RELATIVE and scene.words[stop - 2] == ","
    return stop - 2 if lone else stop
