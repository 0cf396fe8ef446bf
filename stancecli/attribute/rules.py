"""Label sources, cues and contents by rules: quotations, the frames of cues, and the order of words.

The trained labeller reads beside these rules; `reconcile.py` makes one reading of both.
Two passes: first what is reported before its cue (`..., Ruiz said`; `..., according to Ruiz`), for such a
clause may hold other cues; then, from left to right, what is reported after its cue.
"""

from __future__ import annotations

from stancecli.attribute.cues import CueAt
from stancecli.attribute.following import following
from stancecli.attribute.nouns import noun_reading
from stancecli.attribute.preceding import framed, preceding
from stancecli.attribute.readings import Find, verbal
from stancecli.attribute.roles import Labels
from stancecli.attribute.scene import Scene
from stancecli.model import Range

REACH = 200
"""How many words a search may go to either side of a cue."""


def label(scene: Scene, known: list[CueAt]) -> Labels:
    """Label one parse, given its cues. Linear: every search is bounded, what is labelled is not read again."""
    page = Page(scene)
    candidates = [cue for cue in known if scene.zone_of[cue.first] < 0]
    late = [cue for cue in candidates if not page.add(_before(page, cue))]
    for cue in late:
        if not page.taken(cue.first):
            page.add(_after(page, cue))
    return page.labels()


class Page:
    """What is labelled so far."""

    def __init__(self, scene: Scene) -> None:
        """Begin with every quotation as content."""
        self.scene = scene
        self._finds: list[Find] = []
        self._used = bytearray(len(scene.words))
        self._walls = bytearray(len(scene.words))

    def taken(self, token: int) -> bool:
        """Is the token labelled?"""
        return bool(self._used[token])

    def floor(self, token: int) -> int:
        """The first token that a search to the left of `token` may look at: what is labelled is not read again."""
        sentence = max(self.scene.sentence(token).first, token - REACH)
        return max(sentence, self._used.rfind(b"\x01", sentence, token) + 1)

    def ceiling(self, token: int) -> int:
        """The token at which a search to the right of `token` must end: a label, a source's included."""
        sentence = min(self.scene.sentence(token - 1).stop, token + REACH)
        found = self._walls.find(b"\x01", token, sentence)
        return sentence if found < 0 else found

    def speaker(self, token: int) -> Range | None:
        """The source of the last report in the same sentence before `token`: participles share it."""
        last = self._finds[-1] if self._finds else None
        if last is None or last.source is None or last.source.first >= token:
            return None
        return last.source if last.source.first >= self.scene.sentence(token).first else None

    def add(self, find: Find | None) -> bool:
        """Label what was found; false where nothing was."""
        if find is None:
            return False
        self._finds.append(find)
        for part in (find.cue, *find.contents):
            self._used[part.first : part.stop] = self._walls[part.first : part.stop] = b"\x01" * (
                part.stop - part.first
            )
        if find.source:
            self._walls[find.source.first] = 1
            if find.source.first > find.cue.first:
                first, stop = find.source
                self._used[first:stop] = b"\x01" * (stop - first)
        return True

    def labels(self) -> Labels:
        """All labels, in order; what overlaps becomes one."""
        zones = [Range(zone.first, zone.stop) for zone in self.scene.zones]
        return Labels(
            _merged([find.source for find in self._finds if find.source]),
            _merged([find.cue for find in self._finds]),
            _merged(zones + [content for find in self._finds for content in find.contents]),
        )


def _before(page: Page, cue: CueAt) -> Find | None:
    """What stands before a cue, if anything does."""
    if page.taken(cue.first):
        return None
    floor = page.floor(cue.first)
    return framed(page.scene, cue, floor) or preceding(page.scene, cue, floor)


def _after(page: Page, cue: CueAt) -> Find | None:
    """What stands after a cue, read as a verb where it can be one, else as a noun."""
    floor, ceiling = page.floor(cue.first), page.ceiling(cue.stop)
    if cue.verb and verbal(page.scene, cue, floor):
        return following(page.scene, cue, floor, ceiling, page.speaker(cue.first))
    return noun_reading(page.scene, cue, floor, ceiling)


def _merged(ranges: list[Range]) -> tuple[Range, ...]:
    merged: list[Range] = []
    for item in sorted(ranges):
        if merged and item.first < merged[-1].stop:
            merged[-1] = Range(merged[-1].first, max(merged[-1].stop, item.stop))
        else:
            merged.append(item)
    return tuple(merged)
