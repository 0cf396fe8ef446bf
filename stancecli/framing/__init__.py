"""What the author does to each actor: how its words are told, what it is called, where it stands, how it is spoken of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import itemgetter
from typing import Any, TypeVar

from stancecli.aim import PartyMap
from stancecli.aim.parties import Party
from stancecli.framing.dates import undated
from stancecli.framing.labels import Labels
from stancecli.framing.layout import Layout
from stancecli.framing.treatment import treatment
from stancecli.model import AUTHOR, UNATTRIBUTED, Actor, Attribution, Cast, Cue, Device, Framing, Hit, Parse
from stancecli.voices import NARRATED, tokens_of, voice_name

__all__ = ["frame", "treatment"]

_Value = TypeVar("_Value", bound=str)

_HEDGES_BEFORE = 4
"""How many words before a cue its hedges may stand."""


def frame(
    parse: Parse, cast: Cast, parties: PartyMap, hits: Sequence[Hit], words: Mapping[str, int]
) -> dict[str, Framing]:
    """The framing of every actor of the cast, and of "unattributed".

    `words` are the numbers of words of each voice. Only what the author tells himself frames: what one actor says of
    another is left out. Linear in the length of the text: looks at mentions, cues and quotations, at no other token.
    """
    stage = _Stage(parse, cast, hits, words)
    actors = (*cast.actors, Actor(UNATTRIBUTED, "unattributed", ()))
    return {actor.name: stage.framing(actor, parties.by_name.get(actor.name, ())) for actor in actors}


class _Stage:
    """What the framings of one document are made from, by actor."""

    def __init__(self, parse: Parse, cast: Cast, hits: Sequence[Hit], words: Mapping[str, int]) -> None:
        self._parse, self._owners, self._words = parse, cast.voices.owners, words
        self._layout = Layout(parse)
        self._labels = Labels(parse, hits, cast.voices.owners)
        self._quoted = _quoted(parse, cast)
        self._reported = sum(count for name, count in words.items() if name not in (AUTHOR, UNATTRIBUTED))
        self._told: dict[str, list[Attribution]] = {}
        self._said: dict[str, list[int]] = {}
        for number, attribution in enumerate(cast.speech.attributions):
            name = voice_name(cast.speech, number)
            self._said.setdefault(name, []).append(bisect_right(parse.ends, attribution.content.spans[0].start))
            if cast.voices.outer[number] == NARRATED:
                self._told.setdefault(name, []).append(attribution)
        self._scares = _scare_quotes(parse, cast, hits)
        self._struck: dict[str, list[tuple[int, bool]]] = {}
        for hit in hits:
            if hit.voice == AUTHOR and hit.target and hit.polarity:
                sentence = self._sentence(hit.start)
                self._struck.setdefault(hit.target, []).append((sentence, hit.polarity > 0))

    def _sentence(self, start: int) -> int:
        """The sentence of the token at or after a character."""
        token = bisect_left(self._parse.starts, start)
        return self._parse.sentence_of[min(token, len(self._parse.words) - 1)]

    def framing(self, actor: Actor, mentions: Sequence[Party]) -> Framing:
        """The framing of one actor."""
        name, sentence_of = actor.name, self._parse.sentence_of
        told, struck = self._told.get(name, ()), self._struck.get(name, ())
        own = [mention for mention in mentions if self._owners[mention.first] == NARRATED]
        devices = self._devices(actor, own, [one.cue for one in told if one.cue])
        words, quoted = self._words.get(name, 0), self._quoted.get(name, 0)
        reported = self._reported if actor.kind != "unattributed" else 0
        return Framing(
            **_listed(devices),
            kinds=_counted([one.kind for one in told]),
            devices=devices,
            quoted_words=quoted,
            quoted_share=round(quoted / words, 4) if words else None,
            voice_share=round(words / reported, 4) if reported else None,
            mentioned=self._layout.places([mention.first for mention in mentions]),
            heard=self._layout.places(self._said.get(name, ())),
            sentences=len({sentence_of[mention.first] for mention in own} | {at for at, _ in struck}),
            against=len({at for at, good in struck if not good}),
            favour=len({at for at, good in struck if good}),
        )

    def _devices(self, actor: Actor, mentions: Sequence[Party], cues: Sequence[Cue]) -> tuple[Device, ...]:
        """Cues, hedges, scare quotes and labels in the order of the text."""
        found = [*self._scares.get(actor.name, ()), *self._labels.of(actor, mentions)]
        for cue in cues:
            found += [Device("cue", cue.text, cue.spans, cue.tilt), *self._hedges(cue)]
        return tuple(sorted(found, key=lambda device: device.spans)) if len(found) > 1 else tuple(found)

    def _hedges(self, cue: Cue) -> Iterator[Device]:
        """The hedges of a cue, each where it stands: shortly before it, in it, or just after it."""
        if not cue.hedges:
            return
        first, stop = tokens_of(self._parse, cue.spans[0])
        for token in range(max(0, first - _HEDGES_BEFORE), min(stop + 1, len(self._parse.words))):
            if self._parse.words[token] in cue.hedges:
                yield Device("hedge", self._parse.text(token, token + 1), (self._parse.span(token, token + 1),))


def _listed(devices: Sequence[Device]) -> dict[str, Any]:
    """The words of the devices by what they are."""
    if not devices:  # of most actors
        return {}
    return {
        "tilts": _counted([device.tilt for device in devices if device.tilt]),
        "cues": _once(undated(device.text) for device in devices if device.tilt not in (None, "neutral")),
        "hedges": _once(device.text.lower() for device in devices if device.kind == "hedge"),
        "scare_quotes": _once(device.text for device in devices if device.kind == "scare quotes"),
        "labels": _counted([device.text.lower() for device in devices if device.kind == "label"]),
    }


def _counted(values: Sequence[_Value]) -> dict[_Value, int]:
    """How often each value occurs, in the order of their first."""
    return {value: values.count(value) for value in dict.fromkeys(values)}


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _quoted(parse: Parse, cast: Cast) -> Counter[str]:
    """Words between quotation marks by whose they are; a word is a token that begins with a letter or digit."""
    counts: Counter[str] = Counter()
    for zone in parse.quotations:
        if not zone.depth:
            place = slice(zone.first, zone.stop)
            owners = compress(cast.voices.owners[place], map(str.isalnum, map(itemgetter(0), parse.words[place])))
            for code, count in Counter(owners).items():
                counts[voice_name(cast.speech, code)] += count
    return counts


def _scare_quotes(parse: Parse, cast: Cast, hits: Sequence[Hit]) -> dict[str, list[Device]]:
    """Scare quotes by the actor whose paraphrased words hold them, or whom the author means by them."""
    zones = [zone for zone in parse.quotations if zone.scare and zone.stop - zone.first > 2]
    if not zones:
        return {}
    about = {hit.start: hit.target for hit in hits if hit.voice == AUTHOR and hit.target}
    found: dict[str, list[Device]] = {}
    for zone in zones:
        last = zone.stop - 1 if zone.closed else zone.stop
        span = parse.span(zone.first + 1, last)
        owner = cast.voices.owners[zone.first + 1]
        if owner < 0:
            actor = next((about[start] for start in range(*span) if start in about), None)
        elif cast.speech.attributions[owner].kind != "direct":
            actor = voice_name(cast.speech, owner)
        else:
            actor = None
        if actor:
            found.setdefault(actor, []).append(Device("scare quotes", parse.text(zone.first + 1, last), (span,)))
    return found
