"""Whose deed a phrase means that names nobody: "the fine" is that of whoever the text last told of fining.

Where the last such deed is told without its doer, or its doer is no known party, the phrase is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import compress, count
from typing import NamedTuple

from stancecli import tables
from stancecli.lazy import lazy
from stancecli.model import Range
from stancecli.predicates import OWNERS
from stancecli.stance.attitudes import Filled, after
from stancecli.stance.deeds import IMPOSED, JUDGING, ON_DEEDS, SUBJECTS, doers, owner
from stancecli.stance.demands import AUTHOR_CHUNK
from stancecli.stance.evidence import FACTUAL, UNREAL, Item, holder_of, plainly
from stancecli.stance.meant import holders_in
from stancecli.stance.scene import PRONOUNS, Scene
from stancecli.stance.signs import Sign
from stancecli.stance.syntax import Syntax

_POINTING = frozenset("the this that these those".split())
_ANY = frozenset(["a", "an"])
"""A deed with an article of these is told just before it ("will close the pool, a decision that Lund condemned")."""
_OTHER = frozenset(
    "first second third other earlier previous last next original initial former old older similar same another rival "
    "alternative only best worst past separate lower subsequent".split()
)
"""Adjectives of a deed that is not the one last told."""
_INTENDING = frozenset(
    "decide decides decided vote votes voted agree agrees agreed plan plans planned intend intends intended propose proposes "
    "proposed resolve resolves resolved choose chose opt opts opted move moves moved threaten threatens threatened promise "
    "promises promised vow vows vowed pledge pledges pledged".split()
)
"""Verbs behind which an infinitive tells of a deed of their subject's."""
_MAKING = frozenset(
    "make makes made making take takes took taken taking issue issues issued issuing impose imposes imposed imposing publish "
    "publishes published publishing release releases released releasing produce produces produced producing compile compiles "
    "compiled compiling write writes wrote written writing author authored draft drafts drafted drafting introduce introduces "
    "introduced introducing table tables tabled tabling file files filed filing propose proposes proposed proposing unveil "
    "unveils unveiled unveiling announce announces announced announcing present presents presented presenting launch launches "
    "launched launching mount mounts mounted mounting carry carries carried carrying lay lays laid laying draw draws drew drawn "
    "drawing hand hands handed handing deliver delivers delivered delivering order orders ordered ordering conduct conducts "
    "conducted conducting pass passes passed passing adopt adopts adopted adopting enact enacts enacted enacting submit submits "
    "submitted submitting put puts putting set sets setting bring brings brought bringing push pushes pushed pushing sponsor "
    "sponsors sponsored sponsoring levy levies levied levying outline outlines outlined outlining issue give gives gave given "
    "giving have has had having begin begins began begun sign signs signed signing strike struck reach reaches reached hold "
    "holds held holding want wants wanted".split()
)
"""Verbs whose subject does the deed that their object is ("issued a ruling", "unveiled plans")."""
_OPENING = frozenset("after as before since until".split())
"""Prepositions that open a clause as well ("as a judge sentenced Lund")."""
_FUTURE = frozenset(["will", "'ll", "would"])
_NOT_DONE = frozenset("not n't never cannot".split())
_FACTS = frozenset("vexh")
"""Forms of verb groups that tell what is done."""
_DECIDED = frozenset(["decision", "plan", "charge"])
"""Sorts of deeds that a text may tell in any words where it opens with them ("The council will empty bins once a month")."""
_TEXTS = frozenset(["report", "estimate", "claim"])
"""Sorts of deeds that others believe or not."""
_FEELINGS, _DECEIT = "predicates-feelings", "deceit"
_LEAD = 2
"""In so many sentences with parties, from the start, they are looked for."""
_APPEALS = frozenset("appeal appeals appealed appealing".split())
_APPEALED = ("ruling", "fine", "ban", "sentence")
"""What may be appealed against where that is not told ("said that it would appeal")."""
_BEHIND = 5
"""So many chunks behind a deed, its doer may be named."""


class Doer(NamedTuple):
    """Who did a deed that is told at a token: a party, "" for somebody else, and its mention there."""

    at: int
    name: str
    mention: Range


class Told:
    """The deeds that a text tells, by their sort, in order; read when the first deed without a doer is judged."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        """`scenes` are the sentences with parties, in order."""
        self._scenes = scenes

    def doer(self, sorts: Collection[str], low: int, high: int) -> Doer | None:
        """Who did the last deed of one of these sorts that is told between two tokens, if he is a party."""
        last: Doer | None = None
        for sort in sorts:
            found, places = self._by_sort[sort]
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

    @lazy
    def _by_sort(self) -> dict[str, tuple[list[Doer], list[int]]]:
        """All deeds and their tokens; linear in the length of the text."""
        table, parse = tables.deeds(), self._scenes[0].parse
        found: dict[str, tuple[list[Doer], list[int]]] = {sort: ([], []) for sort in table.sort_of.values()}
        scenes = iter(self._scenes)
        scene = next(scenes, None)
        for at in compress(count(), map(table.words.__contains__, parse.words)):
            while scene and scene.place.stop <= at:
                scene = next(scenes, None)
            word = parse.words[at]
            sorts = table.told_by.get(word, ())
            if scene and scene.place.first <= at:
                k = scene.syntax.at(at)
                if k < 0 or scene.syntax.head[k] != at:
                    continue
                if scene.syntax.kind[k] == "v":
                    doer = _doer(scene, k)
                else:
                    doer, sorts = _named_doer(scene, k), (table.sort_of.get(word, ""),)
            else:  # nobody whom the text knows did it
                doer = Doer(at, "", Range(at, at)) if parse.tags[at] == "VBD" else None
            for sort in sorts if doer else ():
                if sort:
                    found[sort][0].append(doer)
                    found[sort][1].append(at)
        return found

    @lazy
    def _opening(self) -> list[Doer]:
        """The bodies that are to do something, whatever it is, as the text opens."""
        found = []
        for scene in self._scenes[:_LEAD]:
            syntax = scene.syntax
            for k, kind in enumerate(syntax.kind):
                if kind == "v" and (scene.parse.words[syntax.first[k]] in _FUTURE or _is_to(scene, k)):
                    doer = _doer(scene, k)
                    if doer and any(one.name == doer.name and not one.person for one in scene.parties):
                        found.append(doer)
        return found


def told_deeds(scene: Scene, told: Told) -> Iterator[tuple[str, Item]]:
    """What the sentence says of deeds whose doer another sentence or clause tells, each with his name."""
    words = scene.parse.words[slice(*scene.place)]
    if tables.deeds().nouns.isdisjoint(words) and _APPEALS.isdisjoint(words):
        return
    sort_of = tables.deeds().sort_of
    syntax, low = scene.syntax, scene.place.first
    filled: set[int] = set()
    for one in scene.filled:
        filled.update(range(one.predicate.first, one.predicate.stop))
        k = one.target
        if one.strength and not one.deed and _is_unowned(scene, k) and _judges(one, sort_of[syntax.word[k]]):
            before = min(syntax.first[k], syntax.first[syntax.at(one.predicate.first)])
            doer = told.doer((sort_of[syntax.word[k]],), _since(scene, k), before)
            if doer:
                yield from _item(scene, told, doer, one)
    for predicate in scene.predicates:
        k = syntax.at(predicate.first)
        if predicate.entry.lexicon == ON_DEEDS and predicate.first not in filled and _appeals(scene, k):
            doer = told.doer(_APPEALED, 0, syntax.first[k])
            if doer:
                one = Filled(predicate, syntax.subject[k], k, -predicate.entry.weight, False, True)
                yield from _item(scene, told, doer, one)
    for sign in scene.signs:
        k = syntax.at(sign.first)
        deed = syntax.said[k] if k >= 0 else -1
        if deed >= 0 and syntax.head[k] < sign.stop and sign.first not in filled and _is_unowned(scene, deed):
            if sort_of[syntax.word[deed]] in _TEXTS and sign.name != _DECEIT:
                continue
            doer = told.doer((sort_of[syntax.word[deed]],), _since(scene, deed), syntax.first[deed])
            if doer and scene.teller(sign.first) != doer.name:
                amount = UNREAL if sign.first in scene.unreal else 1.0
                yield doer.name, _deed_item(sign, f"deed{'+' if sign.balance > 0 else '-'}", amount, told.named(doer))


def _deed_item(sign: Sign, key: str, amount: float, mention: Range) -> Item:
    return Item(sign.first, sign.end or sign.stop, (key,), amount, "deed", None, sign.number, mention)


def _item(scene: Scene, told: Told, doer: Doer, one: Filled) -> Iterator[tuple[str, Item]]:
    """Nobody is told to judge a deed of his own."""
    predicate = one.predicate
    own = one.holder >= 0 and doer.name in scene.names_in(one.holder)
    if own or scene.teller(predicate.first) == doer.name:
        return
    real = UNREAL if predicate.first in scene.unreal else 1.0
    key = f"deed{'+' if one.strength > 0 else '-'}"
    holder = holder_of(scene, one, doer.name)
    amount = max(real, abs(one.strength) / 2 * real)
    own_keys = plainly(scene, one, doer.name, holder, key[-1]) if amount >= 1 else ()
    mention = told.named(doer)
    yield doer.name, Item(predicate.first, predicate.end, (key,), amount, "deed", holder, None, mention, own_keys)


def _judges(one: Filled, sort: str) -> bool:
    """Does an attitude toward a deed of some sort tell of its doer? Who is appalled at a claim or a report believes it."""
    lexicon = one.predicate.entry.lexicon
    if sort in _TEXTS:
        return one.holder != AUTHOR_CHUNK and lexicon in JUDGING | {ON_DEEDS} and lexicon != _FEELINGS
    return one.holder != AUTHOR_CHUNK or lexicon.removeprefix("predicates-") not in FACTUAL


def _is_unowned(scene: Scene, k: int) -> bool:
    """Is the phrase `k` a deed that the text has told of, and which names no doer?"""
    syntax, words = scene.syntax, scene.parse.words
    noun = syntax.word[k]
    if noun not in tables.deeds().sort_of or k in syntax.named or syntax.holder[k] >= 0:
        return False
    first = syntax.first[k]
    if words[first] not in _POINTING and not _is_apposed(scene, k):
        return False
    if not _OTHER.isdisjoint(words[first : syntax.head[k]]):
        return False
    return not any(_names_doer(syntax, j, k) for j in range(k + 1, min(k + _BEHIND, len(syntax.kind))))


def _names_doer(syntax: Syntax, j: int, k: int) -> bool:
    """Does the phrase `j` tell, known or not, whose the deed `k` is ("the ruling of a judge")?"""
    preposition, noun = syntax.prep[j], syntax.word[k]
    if syntax.site[j] != k:
        return False
    return preposition in ("by", "from") or (preposition == "of" and noun not in IMPOSED and noun not in SUBJECTS)


def _is_apposed(scene: Scene, k: int) -> bool:
    syntax = scene.syntax
    return scene.parse.words[syntax.first[k]] in _ANY and k > 1 and syntax.kind[k - 1] in ",;"


def _since(scene: Scene, k: int) -> int:
    """The first token at which the deed `k` may be told: in its own sentence where it is "a decision"."""
    return scene.place.first if scene.parse.words[scene.syntax.first[k]] in _ANY else 0


def _appeals(scene: Scene, k: int) -> bool:
    """Does the verb group `k` tell that somebody appeals, and not against what?"""
    syntax, words = scene.syntax, scene.parse.words
    if k < 0 or syntax.kind[k] != "v" or syntax.word[k] not in _APPEALS or syntax.subject[k] < 0:
        return False
    denied = not _NOT_DONE.isdisjoint(words[syntax.first[k] : syntax.head[k]])
    return not (denied or syntax.passive[k] or syntax.object[k] >= 0)


def _doer(scene: Scene, k: int) -> Doer | None:
    """Who does what the verb group `k` tells as done, or as sure to come; None where it does not say."""
    syntax = scene.syntax
    if not _is_told(scene, k):
        return None
    if syntax.passive[k]:
        chunk = after(syntax, k, ("by",))
    elif k > 0 and syntax.kind[k - 1] == "n" and syntax.prep[k - 1] in _OPENING:
        chunk = k - 1
    else:
        chunk = k - 1 if _is_to(scene, k) else syntax.subject[k]
    return _party(scene, k, chunk) if chunk >= 0 else None


def _named_doer(scene: Scene, k: int) -> Doer | None:
    """Whose deed the noun phrase `k` names ("the board's ruling", "a ruling by the board", "the board issued a ruling")."""
    syntax = scene.syntax
    whose = owner(syntax, k)
    chunk = whose if whose >= 0 else next(doers(syntax, k), -1)
    if chunk >= 0:
        return _party(scene, k, chunk)
    if scene.parse.words[syntax.first[k]] in OWNERS:
        return _party(scene, k, k)
    for verb in (syntax.verb[k], k + 1):
        made = 0 <= verb < len(syntax.kind) and syntax.kind[verb] == "v" and syntax.word[verb] in _MAKING
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
                return Doer(at, name, place)
    return Doer(at, "", Range(at, at))


def _is_told(scene: Scene, k: int) -> bool:
    """Does the verb group `k` tell a deed as done, or as sure to come?"""
    syntax, words = scene.syntax, scene.parse.words
    first, form = syntax.first[k], syntax.form[k]
    if not _NOT_DONE.isdisjoint(words[first : syntax.head[k]]):
        return False
    if form == "t":
        return _is_to(scene, k) or (k > 0 and syntax.kind[k - 1] == "v" and syntax.word[k - 1] in _INTENDING)
    if form == "g":
        return k > 0 and syntax.kind[k - 1] == ","
    return form in _FACTS or words[first] in _FUTURE


def _is_to(scene: Scene, k: int) -> bool:
    """Is the group `k` the only verb of a headline, in the infinitive ("Council to close pool")?"""
    syntax = scene.syntax
    return syntax.form[k] == "t" and "v" not in syntax.kind[:k] and syntax.kind[k - 1 : k] == "n"
