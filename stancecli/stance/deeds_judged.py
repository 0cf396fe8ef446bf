"""Whose deed a phrase means that names nobody: "the fine" is that of whoever the text last told of fining.

A verdict on it passes on to him. Where the last such deed is told without its doer, or its doer is no known party, the phrase is
left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from stancecli import tables
from stancecli.model import UNATTRIBUTED
from stancecli.stance.attitudes import Filled
from stancecli.stance.deeds import FEELINGS, IMPOSED, JUDGING, ON_DEEDS, SUBJECTS
from stancecli.stance.deeds_told import CARRYING_OUT, Doer, ToldDeeds
from stancecli.stance.demands import AUTHOR_CHUNK
from stancecli.stance.denial import VERB_NEGATIONS
from stancecli.stance.evidence import UNREAL, Item, plainly
from stancecli.stance.holders import holder_of
from stancecli.stance.scene import Scene
from stancecli.stance.signs import Sign
from stancecli.stance.syntax import Syntax

_DEFINITE = frozenset("the this that these those".split())
_ANY = frozenset(["a", "an"])
"""A deed with an article of these is told just before it ("will close the pool, a decision that Lund condemned")."""
_OTHER = frozenset(
    "first second third other earlier previous last next original initial former old older similar same another rival "
    "alternative only best worst past separate lower subsequent alleged supposed possible potential looming impending".split()
)
"""Adjectives of a deed that is not the one last told, or of none."""
_SAID = frozenset(["claim", "accusation", "criticism", "complaint", "warning"])
_TEXTS = _SAID | {"report", "survey", "estimate"}
"""Sorts of deeds that others believe or not."""
_DECEIT = "deceit"
_APPEALS = frozenset("appeal appeals appealed appealing".split())
_OPEN = VERB_NEGATIONS | {"can", "could", "may", "might"}
"""Before "appeal", these tell that nobody does so yet."""
_APPEALED = ("ruling", "fine", "ban", "sentence")
"""What may be appealed against where that is not told ("said that it would appeal")."""
_BEHIND = 5
"""So many chunks behind a deed, its doer may be named."""


def told_deeds(scene: Scene, told: ToldDeeds) -> Iterator[tuple[str, Item]]:
    """What the sentence says of deeds whose doer another sentence or clause tells, each with his name."""
    low, high = scene.place
    if _marks().isdisjoint(scene.parse.words[low:high]):
        return
    filled: set[int] = set()
    for one in scene.filled:
        filled.update(range(one.predicate.first, one.predicate.stop))
        if one.strength and not one.deed and _is_unowned(scene, one.target) and _judges(scene, one):
            # "rejected the decision" tells of a decision too, which is not the one meant
            before = min(one.predicate.first, scene.syntax.first[one.target])
            doer = _doer_of(scene, told, one.target, before)
            if doer:
                yield from _held(scene, told, doer, one)
    for predicate in scene.predicates:
        k = scene.syntax.at(predicate.first)
        if predicate.entry.lexicon == ON_DEEDS and predicate.first not in filled and _appeals(scene, k):
            doer = told.doer(_APPEALED, 0, scene.syntax.first[k])
            if doer:
                appeal = Filled(predicate, scene.syntax.subject[k], k, -predicate.entry.weight, False, True)
                yield from _held(scene, told, doer, appeal)
    for sign in scene.signs:
        if sign.first not in filled:
            yield from _said(scene, told, sign)


@cache
def _marks() -> frozenset[str]:
    """Without one of these a sentence judges no such deed."""
    return _APPEALS.union(tables.deeds().sort_of)


def _doer_of(scene: Scene, told: ToldDeeds, k: int, before: int) -> Doer | None:
    """Who did the deed `k`, as told before a token: of "a decision" in its own sentence, of "the tax plan" where it is told of
    taxes.
    """
    syntax, parse = scene.syntax, scene.parse
    first, head = syntax.first[k], syntax.head[k]
    since = scene.place.first if parse.words[first] in _ANY else 0
    doer = told.doer((tables.deeds().sort_of[syntax.word[k]],), since, before)
    which = {parse.words[at] for at in range(first + 1, head) if parse.tags[at].startswith("NN")}
    if doer and which:
        there = parse.sentences[parse.sentence_of[doer.at]]
        return doer if which.issubset(parse.words[there.first : there.stop]) else None
    return doer


def _held(scene: Scene, told: ToldDeeds, doer: Doer, one: Filled) -> Iterator[tuple[str, Item]]:
    """The attitude toward the doer of who has it toward his deed, if that is not himself, and no stranger."""
    predicate, k = one.predicate, one.holder
    holders = (k, scene.syntax.same[k], *scene.syntax.apposed_to(k)) if k >= 0 else ()
    own = any(doer.name in scene.names_in(j) for j in holders if j >= 0)
    holder = holder_of(scene, one, doer.name)
    if own or holder == UNATTRIBUTED or scene.teller(predicate.first) == doer.name:
        return
    real = UNREAL if predicate.first in scene.unreal else 1.0
    sign = "+" if one.strength > 0 else "-"
    least = 0.0 if one.negated and one.strength > 0 else 1.0  # "did not condemn" says little
    amount = max(least, abs(one.strength) / 2) * real
    own_keys = plainly(scene, one, doer.name, holder, sign) if amount >= 1 else ()
    place, mention = (predicate.first, predicate.end), told.named(doer)
    yield doer.name, Item(*place, (f"deed{sign}",), amount, "deed", holder, None, mention, own_keys)


def _said(scene: Scene, told: ToldDeeds, sign: Sign) -> Iterator[tuple[str, Item]]:
    """What a word says of a deed ("the ruling is a farce", "this reckless ruling")."""
    syntax = scene.syntax
    k = syntax.at(sign.first)
    if k < 0:
        return
    beside = syntax.head[k] >= sign.stop
    deed = k if beside and sign.kind == "hit" else syntax.said[k]
    if deed < 0 or (beside and deed != k) or not _is_unowned(scene, deed):
        return
    if tables.deeds().sort_of[syntax.word[deed]] in _TEXTS and sign.name != _DECEIT:
        return
    between = syntax.kind[deed + 1 : max(deed + 1, syntax.verb[k])]
    if "v" in between and "w" not in between:
        return  # "respected the decision, left and was glad"
    doer = _doer_of(scene, told, deed, syntax.first[min(k, deed)])
    if doer and scene.teller(sign.first) != doer.name:
        amount = UNREAL if sign.first in scene.unreal else 1.0
        place, key = (sign.first, sign.end or sign.stop), f"deed{'+' if sign.balance > 0 else '-'}"
        yield doer.name, Item(*place, (key,), amount, "deed", None, sign.number, told.named(doer))


def _judges(scene: Scene, one: Filled) -> bool:
    """Does the attitude toward a deed tell of its doer? Who is appalled at a claim or a report believes it, and what a deed
    brings about is no verdict on it.
    """
    entry = one.predicate.entry
    if tables.deeds().sort_of[scene.syntax.word[one.target]] in _TEXTS:
        return one.holder != AUTHOR_CHUNK and entry.lexicon in JUDGING | {ON_DEEDS} and entry.lexicon != FEELINGS
    return one.holder != AUTHOR_CHUNK or entry.inflect != "verb"


def _is_unowned(scene: Scene, k: int) -> bool:
    """Is the phrase `k` a deed that the text has told, and which names no doer?"""
    syntax, words, table = scene.syntax, scene.parse.words, tables.deeds()
    if syntax.word[k] not in table.sort_of or k in syntax.named or syntax.holder[k] >= 0:
        return False
    first, stop = syntax.first[k], syntax.stop[k]
    apposed = words[first] in _ANY and k > 1 and syntax.kind[k - 1] in ",;"
    if not (apposed or words[first] in _DEFINITE):
        return False
    if any(words[at] in _OTHER or _is_name(scene, at) for at in range(first + 1, stop)):
        return False
    if words[stop : stop + 1] == ("that",) and table.sort_of[syntax.word[k]] in _SAID:
        return False  # "the claim that boats leak" may be any
    stops = next((j for j in range(k + 1, min(k + _BEHIND, len(syntax.kind))) if syntax.kind[j] == "v"), k + _BEHIND)
    if "by" in syntax.prep[k + 1 : stops]:
        return False  # "the ban on cars by others"
    if syntax.kind[k + 1 : k + 2] == "v" and syntax.first[k + 1] == stop:
        verb = syntax.word[k + 1]
        if words[stop] == "to":
            return False  # "the decision to sell the pool" may be any
        if syntax.passive[k + 1] and syntax.form[k + 1] == "e" and (verb in CARRYING_OUT or verb in table.told_by):
            return False  # "the fine imposed by others"
    return not any(_names_doer(syntax, j, k) for j in range(k + 1, min(k + _BEHIND, len(syntax.kind))))


def _is_name(scene: Scene, at: int) -> bool:
    """Does a word tell a deed by its own name or year ("the Dodd-Frank law", "the 2010 law")?"""
    letter = scene.parse.document.text[scene.parse.starts[at]]
    return letter.isupper() or letter.isdigit()


def _names_doer(syntax: Syntax, j: int, k: int) -> bool:
    """Does the phrase `j` tell, known or not, whose the deed `k` is ("the ruling of a judge")?"""
    preposition, noun = syntax.prep[j], syntax.word[k]
    if syntax.site[j] != k:
        return False
    return preposition in ("by", "from") or (preposition == "of" and noun not in IMPOSED and noun not in SUBJECTS)


def _appeals(scene: Scene, k: int) -> bool:
    """Does the verb group `k` tell that somebody appeals, and not against what?"""
    syntax, words = scene.syntax, scene.parse.words
    if k < 0 or syntax.kind[k] != "v" or syntax.word[k] not in _APPEALS or syntax.subject[k] < 0:
        return False
    denied = not _OPEN.isdisjoint(words[syntax.first[k] : syntax.head[k]])
    return not (denied or syntax.passive[k] or syntax.object[k] >= 0)
