"""Quoted words that leave out the name of whom they are about: "A bully and a coward" may be of one named before.

Those that somebody says *of* a party are about it, whatever they are: `"They have my backing," she said of the union`.
"""

from __future__ import annotations

from collections.abc import Sequence

from stancecli import tables
from stancecli.aim.parties import Party
from stancecli.stance.deeds import DONE_BY_OWNER
from stancecli.stance.scene import Scene
from stancecli.stance.topic import Topic
from stancecli.voices import voice_name

_CALLING_NAMES = "name-calling"
"""The category of loaded words that are always of somebody."""
_ON = frozenset(["of", "about"])
_NOMINAL = frozenset("DT JJ JJR JJS NN NNS NNP PRP$ CD".split())
"""Tags of the words before a name in its own phrase."""
_REACH = 6
"""So many words behind "said of" its party begins at the latest ("said of the rival Allied Union")."""


def topic_of(scene: Scene, before: Sequence[Party]) -> Topic | None:
    """Whom a quotation is about: the party that it is said of; else, where it has no verb and no party, a person.

    That is the one beside it, else the one `before`; never who says it. None where there are two, and for words that may as
    well be about an event ("A disgrace").
    """
    telling = [*(sign.first for sign in scene.signs), *(predicate.first for predicate in scene.predicates)]
    told = [at for at in telling if scene.owners[at] >= 0]
    if not told:
        return None
    owner = scene.owners[told[0]]
    party = _said_of(scene, owner) or _fragment(scene, owner, before)
    return Topic(party, owner) if party else None


def _said_of(scene: Scene, owner: int) -> Party | None:
    """The party that the phrase behind the cue, or behind its speaker, and "of" names, or whose deed it names ("of Lund's plan").

    Not "of those whom Lund sacked", nor "of Lund's horse".
    """
    words, tags = scene.parse.words, scene.parse.tags
    for (_, stop), attribution in scene.cues:
        if attribution is scene.speech.attributions[owner]:
            of = _behind_speaker(scene, stop)
            if _ON.isdisjoint(words[of : of + 1]):
                continue
            speaker, behind = voice_name(scene.speech, owner), range(of + 1, of + _REACH)
            party = next((one for one in scene.parties if one.first in behind and one.name != speaker), None)
            named = (
                party
                and (words[party.stop : party.stop + 1] != ("'s",) or _is_deed(scene, party.stop + 1))
                and _leads_to(tags[of + 1 : party.first])
            )
            return party if named else None
    return None


def _leads_to(tags: Sequence[str]) -> bool:
    """Are these the tags of what stands before a name in its own phrase, or in the one to which it is an apposition ("the mayor,
    [Ann Lund]")?
    """
    return _NOMINAL.issuperset(tags[:-1]) and (tags[-1:] in ((), (",",)) or tags[-1] in _NOMINAL)


def _behind_speaker(scene: Scene, stop: int) -> int:
    """The token behind whom a cue that ends at `stop` is followed by ("said [Lund] of Brandt"), or `stop` itself."""
    return next((party.stop for party in scene.parties if party.first == stop), stop)


def _is_deed(scene: Scene, first: int) -> bool:
    """Does the phrase that begins at this token name something done ("latest plan")?"""
    words, tags = scene.parse.words, scene.parse.tags
    for at in range(first, min(first + _REACH, len(words))):
        if tags[at] not in _NOMINAL:
            return False
        if words[at] in DONE_BY_OWNER:
            return not any(tag.startswith("NN") for tag in tags[at + 1 : at + 2])
    return False


def _fragment(scene: Scene, owner: int, before: Sequence[Party]) -> Party | None:
    """The person whom words without a verb and without a party are about."""
    owners, words = scene.owners, scene.parse.words
    if any(owners[party.first] == owner for party in scene.parties):
        return None
    said = [at for at in range(*scene.place) if owners[at] == owner]
    named = any(sign.name == _CALLING_NAMES for sign in scene.signs if owners[sign.first] >= 0)
    if not named and tables.people().isdisjoint(words[at] for at in said):
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
