"""Whether a paragraph without a name goes on with the turn before it, or is the author's again."""

from __future__ import annotations

from stancecli.attribute.cues import CueAt
from stancecli.attribute.roles import Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

SHORTEST = 4
"""Words and marks; a shorter paragraph is a direction (`Laughter.`)."""

_PERSONAL = frozenset("i me my mine myself we us our ours ourselves you your yours yourself".split())
_ADVERBS = ("RB", "RBR")


class Transcript:
    """The turns of one parse, and what tells the author's words between and behind them.

    Who speaks says "I", "we" or "you"; an author tells of the speakers by name and of what somebody said. Behind the
    last turn no such sign is needed where the article began with the author and no other turn has a second paragraph.
    """

    def __init__(self, scene: Scene, named: list[Link | None], cues: list[CueAt]) -> None:
        """`named` has a turn for each paragraph that names its speaker."""
        self._scene = scene
        self._told = {cue.first for cue in cues if cue.verb and cue.verb.reports == "speech"}
        numbers = [number for number, link in enumerate(named) if link and link.how == "turn"]
        self._names = {self._surname(link) for number in numbers if (link := named[number])}
        paragraphs = scene.parse.paragraphs
        introduced = any(not scene.headline(first) for first, _ in paragraphs[: numbers[0]])
        within = range(numbers[0], numbers[-1])
        brief = not any(named[number] is None and not self._is_direction(paragraphs[number]) for number in within)
        self._end = paragraphs[numbers[-1]].stop if introduced and brief else len(scene.words)

    def goes_on(self, turn: Link, paragraph: Range) -> bool:
        """Are the paragraph's words still those of the turn's speaker?"""
        if self._is_direction(paragraph) or self._is_quoted(turn.contents[-1]):
            return False
        own = [token for token in range(*paragraph) if self._scene.zone_of[token] < 0]
        if any(self._scene.words[token] in _PERSONAL for token in own):
            return True
        return paragraph.first < self._end and not self._is_told(own, self._surname(turn))

    def _is_quoted(self, content: Range) -> bool:
        """Does what was said last end with its quotation mark?"""
        zone = self._scene.zone_at(content.stop - 1)
        return zone is not None and zone.first == content.first and zone.closed

    def _is_direction(self, paragraph: Range) -> bool:
        first, stop = paragraph
        return stop - first < SHORTEST or self._scene.words[first] in ("(", "[", "*")

    def _is_told(self, own: list[int], speaker: str) -> bool:
        """Does somebody tell of the speaker, of what another speaker did, or of what anybody said?"""
        return any(
            self._names_person(token)
            and (self._scene.words[token] == speaker or self._acts(token, self._scene.words[token] in self._names))
            for token in own
        )

    def _names_person(self, token: int) -> bool:
        """Is it the last word of a name?"""
        return self._scene.tag(token) == "NNP" != self._scene.tag(token + 1)

    def _acts(self, name: int, speaker: bool) -> bool:
        """Is the name followed by a verb of the past, which for anybody but a speaker must be one of speech?"""
        verb = name + 1 + (self._scene.tag(name + 1) in _ADVERBS)
        return self._scene.tag(verb) == "VBD" and (speaker or verb in self._told)

    def _surname(self, turn: Link) -> str:
        """The last word of a speaker's name, less what stands in brackets."""
        words = self._scene.words
        assert turn.source is not None
        return next((words[i] for i in range(*turn.source) if words[i + 1] in (":", "(", "[", ",")), "")
