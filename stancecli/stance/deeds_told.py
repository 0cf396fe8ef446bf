"""Who did the deeds that a text tells: "the board fined Lund", "issued a ruling", "the board's verdict"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import compress, count
from typing import NamedTuple

from stancecli import tables
from stancecli.lazy import lazy
from stancecli.model import Range
from stancecli.predicates import OWNERS
from stancecli.stance.deeds import doers, owner
from stancecli.stance.denial import VERB_NEGATIONS
from stancecli.stance.meant import holders_in
from stancecli.stance.places import after
from stancecli.stance.scene import PRONOUNS, Scene
from stancecli.stance.subjects import CLAUSAL
from stancecli.stance.unreal import DENYING
from stancecli.stance.verbs import MAKING, SAYING

_INTENDING = frozenset(
    "decide decides decided vote votes voted agree agrees agreed plan plans planned intend intends intended propose proposes "
    "proposed resolve resolves resolved choose chose opt opts opted move moves moved threaten threatens threatened promise "
    "promises promised vow vows vowed pledge pledges pledged".split()
)
"""Verbs behind which an infinitive tells of a deed of their subject's."""
CARRYING_OUT = MAKING | frozenset(
    "impose imposes imposed imposing compile compiles compiled compiling author authored present presents presented "
    "presenting lay lays laid laying draw draws drew drawn drawing hand hands handed handing order orders ordered "
    "ordering conduct conducts conducted conducting enact enacts enacted enacting set sets setting levy levies levied "
    "levying outline outlines outlined outlining".split()
)
"""Verbs whose subject does the deed that their object is ("issued a ruling", "imposed a fine")."""
_TAKING = frozenset("take takes took taken taking reach reaches reached reaching".split())
"""Verbs by which a decision is made, and nothing else."""
_PASSED = frozenset(["bill", "law", "motion", "amendment"])
_PASSING = frozenset("pass passes passed passing adopt adopts adopted adopting".split())
"""Who does so with a bill need not be behind it: who votes against it stands against those who brought it in."""
_BY_WITHIN = 4
"""So many chunks behind a verb in the passive its doer stands at most."""
_FUTURE = frozenset(["will", "'ll", "would"])
_AGREEING = frozenset("agree agrees agreed agreeing".split())
_PLANNING = frozenset("plan plans planned planning intend intends intended intending".split())
_PERSONAL = frozenset(
    "speak attend sue testify vote run visit return travel stay leave retire meet watch ask apply".split()
)
"""What somebody plans to do himself makes no plan that others talk of."""
_STATES = frozenset("be become go have remain stay get face need see".split())
"""Verbs that tell no deed ("Rubbish will go uncollected")."""
_FACTS = frozenset("vexh")
"""Forms of verb groups that tell what is done."""
_DECISION = "decision"
_DECIDED = frozenset([_DECISION, "plan", "charge"])
"""Sorts of deeds that a text may tell in any words where it opens with them ("The council will empty bins once a month")."""
_LEAD = 2
"""In so many sentences with parties, from the start, they are looked for."""


class Doer(NamedTuple):
    """Who did a deed that is told at a token: a party, "" for somebody else, and its mention there."""

    at: int
    name: str
    mention: Range


class ToldDeeds:
    """The deeds that a text tells, by their sort, in order; each sort is read when one without a doer is judged."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        """`scenes` are the sentences with parties, in order."""
        self._scenes = scenes
        self._by_sort: dict[str, tuple[list[Doer], list[int]]] = {}

    def doer(self, sorts: Collection[str], low: int, high: int) -> Doer | None:
        """Who did the last deed of one of these sorts that is told between two tokens, if he is a party."""
        last: Doer | None = None
        for sort in sorts:
            found, places = self._of(sort)
            at = bisect_left(places, high) - 1
            if at >= 0 and (last is None or found[at].at > last.at):
                last = found[at]
        if last is None and not _DECIDED.isdisjoint(sorts):
            last = next((one for one in self._opening if one.at < high), None)
        return last if last and last.name and last.at >= low else None

    def named(self, doer: Doer) -> Range:
        """Where he is first mentioned by his name, if only a pronoun stands for him there."""
        first, stop = doer.mention
        alone = stop == first + 1 and self._scenes[0].parse.words[first] in PRONOUNS
        return self._first_mentions.get(doer.name, doer.mention) if alone else doer.mention

    @lazy
    def _first_mentions(self) -> dict[str, Range]:
        found: dict[str, Range] = {}
        for scene in self._scenes:
            for name, mentions in scene.mentions.items():
                found.setdefault(name, mentions[0])
        return found

    def _of(self, sort: str) -> tuple[list[Doer], list[int]]:
        """The deeds of a sort and their tokens; linear in the length of the text."""
        if sort in self._by_sort:
            return self._by_sort[sort]
        found: list[Doer] = []
        scenes, parse = iter(self._scenes), self._scenes[0].parse
        scene = next(scenes, None)
        for at in compress(count(), map(tables.deeds().words[sort].__contains__, parse.words)):
            while scene and scene.place.stop <= at:
                scene = next(scenes, None)
            if scene and scene.place.first <= at:
                doer = _doer_at(scene, at, sort)
            else:  # nobody whom the text knows did it
                doer = Doer(at, "", Range(at, at)) if parse.tags[at] == "VBD" else None
            if doer:
                found.append(doer)
        self._by_sort[sort] = found, [doer.at for doer in found]
        return self._by_sort[sort]

    @lazy
    def _opening(self) -> list[Doer]:
        """The bodies that are to do something, whatever it is, as the text opens."""
        found = []
        for scene in self._scenes[:_LEAD]:
            syntax = scene.syntax
            for k, kind in enumerate(syntax.kind):
                if (
                    kind == "v"
                    and syntax.word[k] not in _STATES
                    and (scene.parse.words[syntax.first[k]] in _FUTURE or _is_to(scene, k))
                ):
                    doer = _doer(scene, k)
                    if doer and any(one.name == doer.name and not one.person for one in scene.parties):
                        found.append(doer)
        return found


def _doer_at(scene: Scene, at: int, sort: str) -> Doer | None:
    """Who does the deed that a token tells by a verb or a noun of some sort."""
    syntax = scene.syntax
    k = syntax.at(at)
    if k < 0 or syntax.head[k] != at:
        return None
    word = syntax.word[k]
    if syntax.kind[k] == "v":
        doer = _doer(scene, k)
        if sort in tables.deeds().told_by.get(word, ()):
            return doer
        body = doer and any(one.name == doer.name and not one.person for one in scene.parties)
        return doer if body and sort in tables.deeds().of_bodies.get(word, ()) else None
    return _named_doer(scene, k, sort) if tables.deeds().sort_of.get(word) == sort else None


def _doer(scene: Scene, k: int) -> Doer | None:
    """Who does what the verb group `k` tells as done, or as sure to come; None where it does not say."""
    syntax = scene.syntax
    if not _is_told(scene, k):
        return None
    if syntax.passive[k]:
        chunk = after(syntax, k, ("by",))
        chunk = chunk if chunk - k <= _BY_WITHIN else -1
    elif k > 0 and syntax.kind[k - 1] == "n" and syntax.prep[k - 1] in CLAUSAL:
        if syntax.prep[k - 1] == "as" and syntax.word[k] in SAYING:
            return None  # "not 5 percent, as the board says"
        chunk = k - 1
    else:
        chunk = k - 1 if _is_to(scene, k) else syntax.subject[k]
    return _party(scene, k, chunk) if chunk >= 0 else None


def _named_doer(scene: Scene, k: int, sort: str) -> Doer | None:
    """Whose deed the noun phrase `k` names ("the board's ruling", "a ruling by the board", "the board issued a ruling")."""
    syntax = scene.syntax
    if syntax.prep[k] == "as":
        return None  # "unsafe, as a ruling by the court demands"
    whose = owner(syntax, k)
    chunk = whose if whose >= 0 else next(doers(syntax, k), -1)
    if chunk >= 0:
        return _party(scene, k, chunk) if syntax.prep[chunk] != "with" else None
    if scene.parse.words[syntax.first[k]] in OWNERS:
        return _party(scene, k, k)
    for verb in (syntax.verb[k], k + 1):
        if not (0 <= verb < len(syntax.kind) and syntax.kind[verb] == "v"):
            continue
        passed = sort in _PASSED and syntax.word[verb] in _PASSING
        made = (syntax.word[verb] in CARRYING_OUT and not passed) or (
            sort == _DECISION and syntax.word[verb] in _TAKING
        )
        if made and (syntax.subject[verb] if syntax.passive[verb] else syntax.object[verb]) == k:
            return _doer(scene, verb)
    return None


def _party(scene: Scene, k: int, chunk: int) -> Doer:
    """The party in a chunk that does what is told in the chunk `k`."""
    syntax = scene.syntax
    at = syntax.head[k]
    names = holders_in(syntax, scene.parties, scene.lent, chunk)
    beside = (chunk, syntax.same[chunk], *syntax.apposed_to(chunk), syntax.holder[chunk])
    for name in names[:1]:
        for party, place in zip(scene.parties, scene.places, strict=True):
            if party.name == name and syntax.at(place.first) in beside:
                # What somebody only says that another did ("“Ostmark shelled it,” he said") is not told.
                return Doer(at, name if scene.teller(at) in (None, name) else "", place)
    return Doer(at, "", Range(at, at))


def _is_told(scene: Scene, k: int) -> bool:
    """Does the verb group `k` tell a deed as done, or as sure to come?"""
    syntax, words = scene.syntax, scene.parse.words
    first, form = syntax.first[k], syntax.form[k]
    if not VERB_NEGATIONS.isdisjoint(words[first : syntax.head[k]]) or _is_of_his_own(scene, k):
        return False
    if form == "t":
        return _is_to(scene, k) or (k > 0 and syntax.kind[k - 1] == "v" and syntax.word[k - 1] in _INTENDING)
    if form == "g":
        return k > 0 and syntax.kind[k - 1] == ","
    return form in _FACTS or (
        words[first] in _FUTURE and "attack" not in tables.deeds().told_by.get(syntax.word[k], ())
    )


def _is_of_his_own(scene: Scene, k: int) -> bool:
    """Does the verb group `k` only say no ("denied that ...") or yes to somebody, or plan what is nobody else's business
    ("plans to speak")?
    """
    syntax, words = scene.syntax, scene.parse.words
    behind = syntax.stop[k]
    if syntax.word[k] in DENYING:
        return syntax.object[k] < 0 and not syntax.passive[k]
    if syntax.word[k] in _AGREEING:
        return words[behind : behind + 1] == ("with",)
    return syntax.word[k] in _PLANNING and words[behind : behind + 1] == ("to",) and words[behind + 1] in _PERSONAL


def _is_to(scene: Scene, k: int) -> bool:
    """Is the group `k` the only verb of a headline, in the infinitive ("Council to close pool")?"""
    syntax = scene.syntax
    return syntax.form[k] == "t" and "v" not in syntax.kind[:k] and syntax.kind[k - 1 : k] == "n"
