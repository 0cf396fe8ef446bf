"""Where a reported clause begins and ends."""

from __future__ import annotations

from stancecli.attribute.grammar import BREAK, COMMA, DASH, GERUND, STOP, kind_of
from stancecli.attribute.scene import Scene
from stancecli.model import Range

FARTHEST = 120
"""How many words a reported clause may have."""

_TAKES_OVER = frozenset("despite although though while whereas compared".split())


def clause_floor(scene: Scene, token: int) -> int:
    """The first token of the unquoted stretch of the sentence that `token` stands in."""
    floor = scene.sentence(token).first
    zones = scene.zone_of
    for at in range(token - 1, max(floor, token - FARTHEST) - 1, -1):
        if zones[at] >= 0:
            return at + 1
    return floor


def clause_after(scene: Scene, first: int, bare: bool) -> Range | None:
    """The reported clause that begins at `first`: up to the sentence's end or where the reporter takes over."""
    words = scene.words
    while first < len(words) and kind_of(words[first]) == COMMA:
        first += 1
    if first >= len(words):
        return None
    stop = min(scene.sentence(first).stop, first + FARTHEST)
    at = first
    while at < stop:
        zone = scene.zone_of[at]
        if zone >= 0:
            at = scene.zones[zone].stop
            stop = max(stop, at)
            continue
        if at > first and _reporter_returns(scene, at, stop):
            stop = at
            break
        at += 1
    return _trimmed(scene, first, stop)


def _reporter_returns(scene: Scene, at: int, stop: int) -> bool:
    word = scene.words[at]
    if word == ";":
        return True
    if word != "," or at + 2 >= stop:
        return False
    following = scene.words[at + 1]
    if following in _TAKES_OVER or (kind_of(following) == GERUND and following in _SAYING):
        return True
    return following == "but" and scene.words[at + 2] in ("there", "it")


_SAYING = frozenset("saying adding noting calling telling pointing arguing claiming".split())


def clause_before(scene: Scene, stop: int, floor: int) -> Range | None:
    """The reported clause that ends before `stop` and begins at `floor` or with its quotation."""
    first = max(floor, stop - FARTHEST)
    if first > 0 and scene.zone_of[first - 1] >= 0:
        first = scene.zones[scene.zone_of[first - 1]].first
    return _trimmed(scene, first, stop)


def _trimmed(scene: Scene, first: int, stop: int) -> Range | None:
    words = scene.words
    while stop > first and scene.zone_of[stop - 1] < 0 and kind_of(words[stop - 1]) in (STOP, COMMA, BREAK, DASH):
        stop -= 1
    while first < stop and scene.zone_of[first] < 0 and kind_of(words[first]) in (COMMA, DASH, STOP):
        first += 1
    return Range(first, stop) if first < stop else None
