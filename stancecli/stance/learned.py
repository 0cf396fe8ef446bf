"""Learned words near a party: where they stand tells what weight they have."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from stancecli.model import Range
from stancecli.stance.epithets import epithet_ends
from stancecli.stance.scene import REACH, Scene


def learned(scene: Scene, name: str, words: Container[str]) -> Iterator[tuple[int, str, Range]]:
    """The learned words near a party: token, "before", "after", "just before" or "just after" it, and the mention."""
    mentions = scene.mentions[name]
    stop = epithet_ends(scene.syntax, scene.marked, mentions, scene.place.stop)
    for at in scene.learned(words):
        away, mention = nearest_to(mentions, at)
        if abs(away) <= REACH and at < stop:
            side = "before" if away > 0 else "after"
            yield at, f"just {side}" if abs(away) == 1 else side, mention


def word_keys(word: str, place: str) -> tuple[str, ...]:
    """The keys of a learned word in a place that `learned` tells."""
    side = place.removeprefix("just ")
    just = (f"word {word} {place}",) if place != side else ()
    return (f"word {word}", f"word {word} {side}", *just)


def nearest_to(mentions: Sequence[Range], first: int) -> tuple[int, Range]:
    """How far the nearest mention is, negative where it stands before the word, and the mention."""
    best, found = 1_000_000, mentions[0]
    for mention in mentions:
        start, stop = mention
        away = start - first if start > first else stop - 1 - first
        if abs(away) < abs(best):
            best, found = away, mention
    return best, found
