"""Quoted words that say who somebody is and leave out the name: `"A bully and a coward," she said` is about one named before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from stancecli import tables
from stancecli.aim.parties import Party
from stancecli.stance.scene import Scene
from stancecli.voices import voice_name

_CALLING_NAMES = "name-calling"
"""The category of loaded words that are always of somebody."""
_ON = frozenset(["of", "about"])


@cache
def _people() -> frozenset[str]:
    """Nouns for one person."""
    return tables.titles().heads | tables.groups().singular


def topic_of(scene: Scene, before: Sequence[Party]) -> Party | None:
    """The person whom a quotation without a verb and without a party is about: the one beside it ("she said of Lund"), else the one
    `before`; never who says it. None where there are two, and for words that may as well be about an event ("A disgrace").
    """
    owners, words = scene.owners, scene.parse.words
    told = [sign for sign in scene.signs if owners[sign.first] >= 0]
    if not told:
        return None
    owner = owners[told[0].first]
    if any(owners[party.first] == owner for party in scene.parties):
        return None
    said = [at for at in range(*scene.place) if owners[at] == owner]
    if not any(sign.name == _CALLING_NAMES for sign in told) and _people().isdisjoint(words[at] for at in said):
        return None
    syntax = scene.syntax
    if any(kind == "v" and owners[syntax.head[k]] == owner for k, kind in enumerate(syntax.kind)):
        return None
    speaker = voice_name(scene.speech, owner)
    beside = [party for party in scene.parties if party.name != speaker]
    if not beside and not _ON.isdisjoint(words[said[-1] + 1 : scene.place.stop]):
        return None
    others = beside or [party for party in before if party.name != speaker]
    return others[-1] if len({party.name for party in others}) == 1 else None
