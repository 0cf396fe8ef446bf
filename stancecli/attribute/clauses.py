"""Where a reported clause or object begins and ends."""

from __future__ import annotations

from collections.abc import Callable

from stancecli.attribute.grammar import (
    ADVERB,
    AUXILIARY,
    BREAK,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    MARK,
    OBJECT,
    OTHER,
    PRONOUN,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    kind_of,
)
from stancecli.attribute.scene import Scene
from stancecli.model import Range

FARTHEST = 120
"""How many words a reported clause may have."""

_PAUSES = frozenset((",", ";", "and", "but"))
"""Words with which a reported clause can end."""
_TAKES_OVER = frozenset("despite although though while whereas compared according".split())
_SAYING = frozenset("saying adding noting calling telling pointing arguing claiming citing referring".split())
_TURNS = frozenset(("there", "said", "called"))
_SAID = frozenset(
    "said called told added accused promised pledged vowed insisted denounced praised urged warned".split()
)


def clause_after(scene: Scene, first: int, ceiling: int) -> Range | None:
    """The reported clause that begins at `first`: up to the sentence's end or where the reporter takes over.

    A quotation that begins in the clause belongs to it whole, even past `ceiling`.
    """
    subordinate = _subordinate(scene, first)
    stop = min(ceiling, first + FARTHEST)
    at = first
    while at < stop:
        zone = scene.zone_of[at]
        if zone >= 0:
            at = scene.zones[zone].stop
            continue
        if (
            scene.words[at] in _PAUSES
            and at > first
            and (_reporter_returns(scene, at, stop) or (subordinate and _main_clause(scene, at, stop)))
        ):
            stop = at
            break
        at += 1
    return trimmed(scene, first, max(at, stop))


def _subordinate(scene: Scene, token: int) -> bool:
    """Does the sentence open with a clause of time or contrast that `token` stands in (`While Ruiz said ..., ...`)?"""
    first = scene.sentence(token).first
    while first < token and kind_of(scene.words[first]) in (COORDINATOR, ADVERB, MARK):
        first += 1
    opening = scene.words[first]
    return kind_of(opening) == SUBORDINATOR and opening not in ("how", "what", "whether", "why") and token - first < 25


def _main_clause(scene: Scene, at: int, stop: int) -> bool:
    if scene.words[at] != "," or at + 2 >= stop:
        return False
    kind = kind_of(scene.words[at + 1])
    return kind in (DETERMINER, PRONOUN) or scene.capital(at + 1)


def _reporter_returns(scene: Scene, at: int, stop: int) -> bool:
    word = scene.words[at]
    if word == ";":
        return True
    following = scene.words[at + 1] if at + 1 < stop else ""
    if word in ("and", "but") and following in _SAID:
        return True
    if word != ",":
        return False
    if following in _TAKES_OVER or following in _SAYING:
        return True
    if following not in ("but", "and"):
        return False
    rest = scene.words[at + 2 : min(at + 14, stop)]
    return bool(rest) and (rest[0] in _TURNS or rest[0] in _SAYING or "said" in rest or "says" in rest)


def object_after(scene: Scene, first: int, ceiling: int) -> Range | None:
    """The noun phrase that begins at `first`, with what describes it, up to a verb that is not part of it."""
    return _until(scene, first, ceiling, _ends_object)


def infinitive_after(scene: Scene, first: int, ceiling: int) -> Range | None:
    """The infinitive with "to" that begins at `first`, up to a clause or verb that is not part of it."""
    return _until(scene, first, ceiling, _ends_infinitive)


def _until(scene: Scene, first: int, ceiling: int, ends: Callable[[Scene, int, bool], bool]) -> Range | None:
    words = scene.words
    stop = min(ceiling, first + FARTHEST)
    open_clause = False
    at = first
    while at < stop:
        zone = scene.zone_of[at]
        if zone >= 0:
            at = scene.zones[zone].stop
            continue
        if kind_of(words[at]) in (RELATIVE, THAT) or words[at] in _OPENS_CLAUSE:
            open_clause = True
        elif at > first and ends(scene, at, open_clause):
            break
        at += 1
    return trimmed(scene, first, at)


_OPENS_CLAUSE = frozenset("what how why whether where if".split())


def _ends_object(scene: Scene, at: int, open_clause: bool) -> bool:
    """`open_clause`: there is a relative clause or question in the object, which may have a verb."""
    words, word, kind = scene.words, scene.words[at], kind_of(scene.words[at])
    if kind in (STOP, BREAK, DASH, TIME) or word in ("during", "despite"):
        return True
    following = scene.word(at + 1)
    if kind == COMMA:
        return following not in ("including", "which", "who")
    if open_clause:
        return False
    if kind == FINITE:
        return kind_of(following) in (DETERMINER, OBJECT, PRONOUN) and kind_of(words[at - 1]) not in (DETERMINER, OTHER)
    if kind == COORDINATOR:
        return kind_of(following) in (FINITE, AUXILIARY, ADVERB)
    return kind == AUXILIARY or (kind == SUBORDINATOR and word not in ("as", "so"))


def _ends_infinitive(scene: Scene, at: int, open_clause: bool) -> bool:
    words, word, kind = scene.words, scene.words[at], kind_of(scene.words[at])
    if kind in (STOP, BREAK, DASH):
        return True
    following = scene.word(at + 1)
    if kind == COMMA:
        return following in _BREAKS_OFF or kind_of(following) in (DETERMINER, PRONOUN)
    if open_clause:
        return False
    if kind == AUXILIARY:
        return words[at - 1] != "to" and kind_of(words[at - 1]) not in (ADVERB, COORDINATOR)
    return word in ("when", "while", "after", "before", "because", "as")


_BREAKS_OFF = frozenset("but and so as while when though although despite saying which".split())


def clause_before(scene: Scene, stop: int, floor: int) -> Range | None:
    """The reported clause that ends before `stop` and begins at `floor` or with its quotation."""
    first = max(floor, stop - FARTHEST)
    if zone := scene.zone_at(first):
        first = zone.first
    return trimmed(scene, first, stop)


def trimmed(scene: Scene, first: int, stop: int) -> Range | None:
    """The stretch without the signs at its ends that stand outside quotations."""
    words = scene.words
    while stop > first and scene.zone_of[stop - 1] < 0 and kind_of(words[stop - 1]) in (STOP, COMMA, BREAK, DASH):
        stop -= 1
    while first < stop and scene.zone_of[first] < 0 and kind_of(words[first]) in (COMMA, DASH, STOP):
        first += 1
    return Range(first, stop) if first < stop else None


def without(content: Range, cut: Range) -> list[Range]:
    """What is left of a content where a part is taken out."""
    pieces = [Range(content.first, min(content.stop, cut.first)), Range(max(content.first, cut.stop), content.stop)]
    return [piece for piece in pieces if piece.first < piece.stop]
