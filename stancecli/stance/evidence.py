"""What a sentence holds for or against a party: words that tell, each with its place relative to the party.

Every piece of evidence is described by a few keys, such as "tone wrong- held" or "hit- before near". `training/stance.py`
learns a pair of weights for each key from annotated sentences; `weigh.py` looks them up. Keys know words by their lexicon and
places by the sentence: no key holds a name, so that no name can have a weight.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from stancecli.model import UNATTRIBUTED, Range
from stancecli.stance.attitudes import Filled
from stancecli.stance.deeds import DONE_BY_OWNER, SUFFERED
from stancecli.stance.demands import AUTHOR_CHUNK, DUTIES, NOBODY
from stancecli.stance.holders import caller, holder_of, is_official
from stancecli.stance.learned import nearest_to
from stancecli.stance.meant import is_somebody_else, is_treated, stands_apart
from stancecli.stance.places import after
from stancecli.stance.scene import STRONG, Scene
from stancecli.stance.signs import Marked
from stancecli.stance.syntax import Syntax
from stancecli.stance.verbs import MENDING
from stancecli.voices import NARRATED

NEAR, MIDDLE = 3, 8
"""Up to this many words from a party is near, and up to this many in the middle distance."""
BREAKS = frozenset(
    "; : — – but while although though because whereas if when since unless until who which whom".split()
)
"""Where another clause begins."""
_NO_CHUNK = (None, Range(0, 0))
_KNOWN = 1 << 12
"""The keys of so many kinds of signs are kept at most."""
NEARBY = frozenset(["clause", "sentence"])
"""A hit that is aimed so only stands near whom it may be about."""
UNREAL = 0.3
"""What is left of what is asked, supposed or denied."""
LOOSE = frozenset(["subject", "object", "held", "acting"])
"""By these a plain word tells what somebody did or had, which need be no verdict on him ("treating a patient")."""
DOING = frozenset(["subject", "acting"])
"""By these a word of who stands where tells what somebody holds of another, which is no verdict on him ("had excluded talks")."""
TIES = "ties"
CALLED = frozenset(["modified", "predicate"])
"""By these a noun of this lexicon tells whose friend or foe somebody is, which is no verdict on him ("her rival Smith")."""
ALWAYS_JUDGING = frozenset(["praise", "integrity"])
"""Categories of plain words that judge wherever they stand ("we respect her choice")."""
VICTIMS = frozenset("victim victims target targets scapegoat".split())
"""What is done to these is not held against them."""
TYING = frozenset(
    tie + of for tie in (*STRONG, "aimed", "target", "contrast", "passed", "did", "deed") for of in ("", ".of")
)
"""Ties that make a stance of one party toward another; what merely stands near only adds to it."""
WARM = frozenset(["predicates-praise", "predicates-feelings"])
"""Lexicons of what is said or felt for somebody: who is helped speaks for his helper, who is thanked says nothing by it."""
WARM_VERBS = frozenset("believe in,like,pray for,respect,trust,vote for".split(","))
"""Verbs of the same kind in other lexicons."""
OUTCOMES = frozenset("winner victor victory win triumph success".split())
"""With these an author tells how something ended, where others praise ("the victor, Ann Lund")."""
FACTUAL = frozenset(["failure", "conciliation"])
"""Lexicons of what happens to somebody: who tells of it need not judge him ("said Lund had lost his job")."""


class Item(Struct, frozen=True):
    """A piece of evidence: tokens `first` to `stop` with their keys, each counting `amount` times.

    `holder` is whose it is: the name of a party, or None for the voice of its words. `tie` tells a reader how the words and
    the party are tied. `number` is that of the hit. `own_keys` tell of the holder alone, and nothing of how the party is told of.
    """

    first: int
    stop: int
    keys: tuple[str, ...]
    amount: float
    tie: str
    holder: str | None = None
    number: int | None = None
    mention: Range | None = None
    own_keys: tuple[str, ...] = ()


def evidence(scene: Scene, name: str) -> Iterator[Item]:
    """All that the sentence holds for or against the party `name`, but for learned words."""
    mentions = scene.mentions[name]
    chunks = _chunks(scene.syntax, mentions, scene.lent)
    shielded: set[int] = set()
    touched: dict[int, str | None] = {}
    yield from _passed_on(scene, name, chunks, shielded)
    yield from _contrasted(scene, name, chunks, shielded)
    _spared(scene, name, chunks, shielded)
    yield from _judged(scene, chunks)
    for attitude in scene.filled:
        if attitude.predicate.first not in shielded:
            for item in _attitude(scene, attitude, name, chunks):
                touched[item.first] = item.holder
                yield item
    for marked in scene.marked:
        first = marked.sign.first
        if first not in shielded and not (first in touched and marked.sign.kind == "predicate"):
            yield _signed(scene, marked, name, touched.get(first))
    for place, attribution in scene.cues:
        if attribution.source and attribution.source.actor == name and attribution.cue:
            hedged = ("speaks hedged",) if attribution.cue.hedged else ()
            keys = ("speaks", f"speaks {attribution.cue.tilt}", f"speaks {attribution.kind}", *hedged)
            yield Item(*place, keys, 1.0, "speaks", mention=mentions[0])


def setting(scene: Scene, name: str) -> tuple[str, ...]:
    """Keys for where a party stands, whatever is said of it."""
    mentions, place = scene.mentions.get(name), scene.place
    others = len(scene.mentions) - (name in scene.mentions)
    keys = [f"others {min(others, 3)}", f"words {min((place.stop - place.first) // 10, 5)}0"]
    if not mentions:
        return tuple(keys)
    if place.first <= mentions[0].first <= place.first + 2:
        keys.append("opens")
    if scene.owners[mentions[0].first] >= 0:
        keys.append("in content")
    elif scene.owners[mentions[0].first] < -1:
        keys.append("in quotes")
    if any(one.source and one.source.actor != name for _, one in scene.cues):
        keys.append("others speak")
    if len(mentions) > 1:
        keys.append("again")
    return tuple(keys)


def _signed(scene: Scene, marked: Marked, name: str, holder: str | None) -> Item:
    sign = marked.sign
    end = sign.end or sign.stop
    away, nearest = nearest_to(scene.mentions[name], sign.first)
    side = "before" if away > 0 else "after"
    tie = marked.ties.get(name)
    role, mention = (tie.role, tie.mention) if tie else ("", nearest)
    if role == "predicate" and holder is None:
        holder = caller(scene, sign.first, name)
    told = "same voice" if scene.owners[sign.first] == scene.owners[nearest.first] else "other voice"
    aimed = sign.hit.target if sign.hit else None
    amount = sign.amount * (UNREAL if sign.first in scene.unreal else 1)
    if aimed != name and (aimed or (marked.about and name not in marked.about)):
        keys = _elsewhere_keys(sign.kind, sign.name, sign.sign, side, told)
        return Item(sign.first, end, keys, amount, f"{side} elsewhere", holder, sign.number, mention)
    words = scene.parse.words
    between = words[sign.stop : nearest.first] if away > 0 else words[nearest.stop : sign.first]
    apart = not BREAKS.isdisjoint(between)
    far = "apart" if apart else "near" if abs(away) <= NEAR else "middle" if abs(away) <= MIDDLE else "far"
    how = str(sign.hit.relation) if aimed and sign.hit else ""
    keys = _sign_keys(sign.kind, sign.name, sign.sign, side, far, told, role, how)
    plain = (sign.kind == "tone" and sign.name not in ALWAYS_JUDGING) or (
        sign.kind != "hit" and words[sign.first] in MENDING
    )
    own = role.removesuffix(".of")
    loose = plain and own in LOOSE
    loose = loose or (sign.kind == "predicate" and own in DOING and sign.first in scene.held)
    loose = loose or (sign.name == TIES and own in CALLED and sign.first in scene.held)
    loose = loose or (words[sign.first] in OUTCOMES and scene.owners[sign.first] == NARRATED)
    loose = loose or (own == "possessor" and _is_circumstance(scene.syntax, sign.first))
    of_others = sign.balance > 0 and is_treated(scene.syntax, scene.syntax.at(sign.first))
    due = how == "subject" and sign.balance < 0 and not DUTIES.isdisjoint(between)
    others = own == "held" and (of_others or _is_his_view(scene, sign.first, name))
    loose = loose or others
    tied = ("holds" if role == "subject" and loose and sign.first in scene.held else "" if loose else role) or (
        "aimed" if aimed and not (others or how in NEARBY or due) else f"{side} {far}"
    )
    return Item(sign.first, end, keys, amount, tied, holder, sign.number, mention)


def _is_circumstance(syntax: Syntax, token: int) -> bool:
    """Does the word tell of what became of whose it is, and of nobody who does it ("with his detention")?"""
    k = syntax.at(token)
    return syntax.word[k] in SUFFERED and bool(syntax.prep[k])


def _is_his_view(scene: Scene, token: int, name: str) -> bool:
    """Does the word tell whom the party is against ("Lund accused smear merchants")?"""
    k = scene.syntax.at(token)
    return any(
        one.target == k and one.holder >= 0 and one.strength < 0 and name in scene.names_in(one.holder)
        for one in scene.filled
    )


@lru_cache(_KNOWN)
def _elsewhere_keys(kind: str, name: str, sign: str, side: str, told: str) -> tuple[str, ...]:
    """The keys of a sign that is about another party; the same come again and again."""
    key = f"{kind}{sign} elsewhere"
    return (key, f"{key} {side}", f"{key} {told}", f"{kind} {name}{sign} elsewhere")


@lru_cache(_KNOWN)
def _sign_keys(
    kind: str, name: str, sign: str, side: str, far: str, told: str, role: str, aimed: str
) -> tuple[str, ...]:
    """The keys of a sign by where it stands, and by how it is tied and aimed, if it is."""
    key, group = f"{kind}{sign}", f"{kind} {name}{sign}"
    keys = [key, f"{key} {side}", f"{key} {side} {far}", f"{key} {told}", group, f"{group} {side}"]
    if role:
        keys += [f"{key} {role}", f"{group} {role}"]
    if aimed:
        keys += [f"aimed{sign}", f"aimed{sign} {aimed}"]
    return tuple(keys)


def _chunks(syntax: Syntax, mentions: Sequence[Range], lent: Container[int]) -> dict[int, tuple[str, Range]]:
    """The chunks that stand for a party, with ".of" for those that only belong to it."""
    found: dict[int, tuple[str, Range]] = {}
    for mention in mentions:
        k = syntax.at(mention.first)
        if k < 0 or mention.first in lent:
            continue
        if syntax.head[k] >= mention.stop:
            found.setdefault(k, (".of", mention))
            continue
        found[k] = ("", mention)
        if k + 2 < len(syntax.kind) and syntax.holder[k + 2] == k:
            found.setdefault(k + 2, (".of", mention))
        others = (syntax.same[k], *syntax.apposed_to(k))
        found |= {other: ("", mention) for other in others if other >= 0 and other not in found}
    return found


def _attitude(scene: Scene, attitude: Filled, name: str, chunks: dict[int, tuple[str, Range]]) -> Iterator[Item]:
    predicate = attitude.predicate
    sign = "+" if attitude.strength > 0 else "-"
    real = UNREAL if predicate.first in scene.unreal else 1.0
    amount = abs(attitude.strength) / 2 * real
    subject = predicate.entry.lexicon.removeprefix("predicates-")
    own = chunks.get(attitude.holder, _NO_CHUNK)[0] == ""  # "Lund testified against her employer" is not against Lund
    if attitude.target in chunks and not own:
        of, mention = chunks[attitude.target]
        within = scene.syntax.head[attitude.target] == predicate.end - 1
        if of and not within and stands_apart(scene.syntax, attitude.target):
            return  # "called her client a liar", "condemned her rivals"
        of = "" if predicate.owned and within else of
        holder = holder_of(scene, attitude, name)
        who = "author" if attitude.holder == AUTHOR_CHUNK else "nobody" if attitude.holder == NOBODY else "party"
        aimed: tuple[str, ...] = (f"target{sign}", f"target{sign} {who}{of}", f"target {subject}{sign}")
        if attitude.deed:
            yield Item(
                predicate.first, predicate.end, (f"deed{sign}",), max(real, amount), "deed", holder, None, mention
            )
        else:
            done = bool(of) and scene.syntax.word[attitude.target] in DONE_BY_OWNER
            if done:
                aimed = (*aimed, f"deed{sign} owned")
            own_keys = plainly(scene, attitude, name, holder, sign) if amount >= 1 and (done or not of) else ()
            won = predicate.entry.term in OUTCOMES and scene.owners[predicate.first] == NARRATED
            mere = who == "author" and (subject in FACTUAL or won or (bool(of) and not done))
            tie = "happened" if mere or is_official(predicate.entry.term, holder) else "target"
            yield Item(predicate.first, predicate.end, aimed, amount, tie, holder, None, mention, own_keys)
    if attitude.holder in chunks and attitude.target not in chunks and not attitude.deed:
        of, mention = chunks[attitude.holder]
        teller = scene.teller(predicate.first)
        warm = attitude.strength > 0 and (predicate.entry.lexicon in WARM or predicate.entry.term in WARM_VERBS)
        if not warm and teller and teller != name and scene.is_done_to(teller, attitude):
            told = min(1.0, amount)
            yield Item(predicate.first, predicate.end, (f"to teller{sign}",), told, "did", teller, None, mention)
        keys = (f"holder{sign}{of}", f"holder {subject}{sign}")
        yield Item(predicate.first, predicate.end, keys, amount, "holder", None, None, mention)


def plainly(scene: Scene, attitude: Filled, name: str, holder: str | None, sign: str) -> tuple[str, ...]:
    """The key of what a named party plainly does, or of what a named speaker plainly says."""
    if attitude.negated:
        return ()
    if holder not in (None, UNATTRIBUTED):
        return (f"plain{sign}",)
    voiced = attitude.holder == AUTHOR_CHUNK and scene.teller(attitude.predicate.first) not in (None, name)
    return (f"voiced{sign}",) if voiced else ()


def _passed_on(scene: Scene, name: str, chunks: dict[int, tuple[str, Range]], shielded: set[int]) -> Iterator[Item]:
    """Verdicts on deeds that are done to the party, or by it. The words of a deed done to it are not held against it."""
    for verdict in scene.verdicts:
        known = chunks.get(verdict.deed)
        if verdict.party not in chunks or (known and (verdict.sense > 0 or not known[0])):
            continue
        if chunks[verdict.party][0] and is_somebody_else(scene.syntax, verdict.party):
            continue  # "welcomed the sacking of Smith's manager"
        sign = "+" if verdict.strength > 0 else "-"
        whose = "own" if verdict.sense > 0 else "suffered"
        holder = (
            next((one for one in scene.names_in(verdict.holder) if one != name), None) if verdict.holder >= 0 else None
        )
        keys = (f"passed{sign} {whose}",)
        shielded.add(verdict.words.first)
        if verdict.sense < 0:
            shielded.update(range(scene.syntax.first[verdict.deed], scene.syntax.stop[verdict.deed]))
        yield Item(
            *verdict.words, keys, max(1.0, abs(verdict.strength) / 2), "passed", holder, None, chunks[verdict.party][1]
        )


def _judged(scene: Scene, chunks: dict[int, tuple[str, Range]]) -> Iterator[Item]:
    """What is said of a deed of the party's ("Hill called Lund's conduct impeccable")."""
    for sign, doer in scene.judged:
        of, mention = chunks.get(doer, _NO_CHUNK)
        if mention.stop and not of:
            key = f"deed{'+' if sign.balance > 0 else '-'}"
            amount = UNREAL if sign.first in scene.unreal else 1.0
            yield Item(sign.first, sign.end or sign.stop, (key,), amount, "deed", None, sign.number, mention)


def _spared(scene: Scene, name: str, chunks: dict[int, tuple[str, Range]], shielded: set[int]) -> None:
    """What somebody is defended against is not held against him ("defended Smith against the charge")."""
    for attitude in scene.filled:
        if attitude.target in chunks and attitude.strength > 0 and attitude.predicate.entry.inflect == "verb":
            against = after(scene.syntax, attitude.target, ("against", "from"))
            if against >= 0:
                shielded.update(range(scene.syntax.first[against], scene.syntax.stop[against]))
            after_it = scene.syntax.stop[attitude.target]
            if after_it < scene.place.stop and scene.parse.tags[after_it] == "RB":
                shielded.add(after_it)  # "misses him terribly"
    ends = {one.predicate.first: one.predicate.end for one in scene.filled}  # of "called for Smith's arrest"
    for deed, party in scene.suffered:
        if party in chunks:  # "appalled at what she called an attack on Smith" is about the attack
            for one in scene.marked:
                tied = name in one.ties and one.ties[name].role.removesuffix(".of") in STRONG
                if one.sign.stop <= scene.syntax.first[deed] >= ends.get(one.sign.first, 0) and not tied:
                    shielded.add(one.sign.first)
    if VICTIMS.isdisjoint(scene.syntax.word):
        return
    for k, said in enumerate(scene.syntax.said):
        if said in chunks and scene.syntax.word[k] in VICTIMS:
            deed = after(scene.syntax, k, ("of",))
            if deed >= 0:
                shielded.update(range(scene.syntax.first[deed], scene.syntax.stop[deed]))


def _contrasted(scene: Scene, name: str, chunks: dict[int, tuple[str, Range]], shielded: set[int]) -> Iterator[Item]:
    """The contrary of what is said of the other side's subject where two clauses are set against each other."""
    if scene.contrast is None:
        return
    for mine, other in (scene.contrast.sides, scene.contrast.sides[::-1]):
        party = chunks.get(mine.subject)
        if party is None or party[0] or other.subject in chunks or not scene.names_in(other.subject):
            continue
        here, there = scene.balance(mine.place), scene.balance(other.place)
        if not there or here * there > 0:
            continue
        at = scene.contrast.at
        sign = "+" if there < 0 else "-"
        told = scene.owners[mine.place.first]
        whose = "told" if told >= 0 and told == scene.owners[other.place.first] else "narrated"
        keys = (f"contrast{sign} {whose}",)
        shielded.update(range(*other.place))
        yield Item(at, at + 1, keys, 1.0, "contrast", mention=party[1])
