"""Where each holder stands to each target: all that a text holds for and against, weighed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from stancecli.aim import PartyMap, strikers
from stancecli.model import AUTHOR, UNATTRIBUTED, Cast, Hit, Parse, Range, Stance
from stancecli.settings import Settings
from stancecli.stance.deeds_judged import told_deeds
from stancecli.stance.deeds_told import ToldDeeds
from stancecli.stance.evidence import TYING, Item, evidence, setting
from stancecli.stance.gather import Finders, gather
from stancecli.stance.impression import Glimpse, glimpse, impressions
from stancecli.stance.judging import judges
from stancecli.stance.learned import learned
from stancecli.stance.scene import Scene
from stancecli.stance.weigh import Chances, Pair, chances, shipped
from stancecli.stance.wording import IMPRESSION, told_evidence
from stancecli.voices import voice_name

__all__ = ["Finders", "judge", "label_of"]


Label: TypeAlias = Literal["opposes", "neutral", "supports"]


class _Weighed(Struct, frozen=True):
    """A piece of evidence of a holder's with its weight, and the first token of its sentence.

    `ties` says that it makes a stance of the holder's toward the target: what is asked, supposed or denied does not.
    `extra` is what is looked at only where somebody asks for the target, and nothing else tells.
    """

    holder: str
    item: Item
    pair: Pair
    sentence: int
    ties: bool
    extra: bool


class _Reading(Struct, frozen=True):
    """What the evidence of a holder and a target tells: the pieces, the sentences that hold them, and all `pairs` that weigh in
    them.

    `strength` is how strong what ties the two is, 0 where it is not `told`. `extra` says that nothing ties the two. It is `told`
    where that is not so, and all evidence, that which is told of it, and that which ties the two tell alike.
    """

    holder: str
    target: str
    weighed: list[_Weighed]
    numbers: list[int]
    pairs: list[Pair]
    likely: Chances
    label: Label
    score: float
    values: list[tuple[Item, float]]
    strength: float
    extra: bool
    told: bool


class _Book:
    """The evidence of a document by holder and target; `around` is what each sentence adds whoever the holder is.

    Sentences that tell nothing of a target are extra, and its own words only count where it is asked for: a quotation of
    somebody makes no stance of the author's.
    """

    def __init__(self, cast: Cast, asked: Container[str], striking: dict[int, str], settings: Settings) -> None:
        """`asked` are the targets that are asked for, `striking` is who strikes by a hit, by its number."""
        self.rows: dict[tuple[str, str], list[_Weighed]] = {}
        self.around: dict[tuple[int, str], Pair] = {}
        self.heard: dict[tuple[int, str], list[_Weighed]] = {}
        self._scenes: dict[tuple[int, str], Scene] = {}
        self._impressions: dict[tuple[int, str], Pair] = {}
        self._cast, self._asked, self._striking = cast, asked, striking
        self._names = {actor.name for actor in cast.actors}
        self._least, self._share = settings.least_evidence, settings.heard_share
        self._impressed = settings.impression_share

    def enter(self, scene: Scene, name: str) -> None:
        """Weigh all that a sentence holds for and against a party."""
        weights = shipped()
        number, unreal, extra = scene.place.first, scene.unreal, name not in scene.told_of
        self.heard[number, name] = []
        self._scenes[number, name] = scene
        around = weights.odds[setting(scene, name)]
        favour, against = around.favour, around.against
        for item in evidence(scene, name):
            pair = weights.odds[item.keys].times(item.amount)
            if pair.favour or pair.against:
                self._keep(scene, name, item, pair, ties=item.tie in TYING and item.first not in unreal, extra=extra)
        for at, place, mention in learned(scene, name, weights.words):
            pair = weights.words[scene.parse.words[at]][place]
            if abs(pair.strength) >= self._least:
                self._keep(
                    scene, name, Item(at, at + 1, (), 1.0, place, mention=mention), pair, ties=False, extra=extra
                )
            else:
                favour, against = favour + pair.favour, against + pair.against
        self.around[number, name] = Pair(favour, against)
        if name in self._asked and not self.heard[number, name]:
            self._keep(scene, name, Item(*scene.mentions[name][0], (), 1.0, ""), Pair(0, 0), ties=False, extra=extra)

    def pass_on(self, scene: Scene, name: str, item: Item) -> None:
        """Weigh what a sentence says of a deed of a party's that is told elsewhere."""
        odds, key = shipped().odds, (scene.place.first, name)
        self.heard.setdefault(key, [])
        self.around.setdefault(key, odds[setting(scene, name)])
        pair = odds[item.keys].times(item.amount)
        self._keep(scene, name, item, pair, ties=item.first not in scene.unreal, extra=False)

    def _is_among(self, name: str, holder: str) -> bool:
        """Is the party one of those that hold something together ("Lund and Hill")?"""
        together = holder.replace(" and ", ", ").split(", ") if " and " in holder else ()
        return name in together and self._names.issuperset(together)  # "Barnes and Noble" is one

    def _keep(self, scene: Scene, name: str, item: Item, pair: Pair, *, ties: bool, extra: bool) -> None:
        if item.first in scene.unsaid:
            return
        holder = self._holder(scene, item, name)
        own = holder == name or self._is_among(name, holder)
        if not own and pair.strength < 0 and name not in self._asked and self._voice(scene, item) == name:
            return  # what somebody says that others did to him makes no enemies of them
        holder = AUTHOR if own else holder
        row = self.rows.setdefault((holder, name), [])
        if not own or name in self._asked:
            weighed = _Weighed(holder, item, pair, scene.place.first, ties, extra)
            self.heard[weighed.sentence, name].append(weighed)
            row.append(replace(weighed, pair=pair.plus(shipped().odds[item.own_keys])) if item.own_keys else weighed)

    def look(self, pairs: Iterable[tuple[int, str]]) -> None:
        """Let sentences, by their first tokens, tell as wholes of a party that they mention, each where all that it says is told
        as a fact and divides nobody over the party.
        """
        seen: dict[tuple[int, str], Glimpse] = {}
        for number, name in dict.fromkeys(pairs):
            scene = self._scenes.get((number, name))
            if scene and scene.is_told_as_fact and not self.divides(name, number):
                seen[number, name] = glimpse(scene.parse, scene.place, scene.parties, name)
        seen = {key: one for key, one in seen.items() if one.tells}
        if seen:
            self._impressions = dict(zip(seen, impressions().of(list(seen.values())), strict=True))

    def impressions(self, target: str, sentences: Sequence[int]) -> dict[int, Pair]:
        """What those of the sentences that were looked at say of a party as wholes."""
        known = self._impressions
        return {number: known[number, target] for number in sentences if (number, target) in known}

    def wholes(self, holder: str, target: str, sentences: Sequence[int], *, shared: bool) -> list[_Weighed]:
        """The impressions of sentences as evidence of a holder's; not of those in which another stands for or against the party,
        unless they are `shared`.
        """
        found = []
        for number, impression in self.impressions(target, sentences).items():
            others = any(one.ties and one.holder != holder for one in self.heard[number, target])
            if shared or not others:
                item = Item(*self._scenes[number, target].mentions[target][0], (), 1.0, IMPRESSION)
                pair = impression.times(self._impressed)
                found.append(_Weighed(holder, item, pair, number, ties=False, extra=False))
        return found

    def divides(self, target: str, number: int) -> bool:
        """Do two parties plainly differ over another in a sentence ("Lund backed Hill, but Brandt called him a liar")?"""
        tied: dict[str, float] = {}
        for one in self.heard[number, target]:
            if one.ties and one.holder not in (AUTHOR, UNATTRIBUTED):
                tied[one.holder] = tied.get(one.holder, 0) + one.pair.strength
        return len(tied) > 1 and min(tied.values()) < 0 < max(tied.values())

    def of_others(self, holder: str, target: str, number: int, *, extra: bool) -> list[Pair]:
        """What others hold for and against a party in a sentence, as far as it counts for this holder: nothing, where it
        divides them.
        """
        if self.divides(target, number):
            return []
        heard = [one for one in self.heard[number, target] if one.holder != holder and (extra or not one.extra)]
        return [one.pair.times(self._share) for one in heard]

    def _holder(self, scene: Scene, item: Item, target: str) -> str:
        """Whose evidence it is: the party that the grammar names, else the voice of the words.

        What somebody says himself is the author's if anybody's: it tells how the author presents him.
        """
        if item.holder:
            return item.holder
        if item.number is not None and self._striking.get(item.number, target) != target:
            return self._striking[item.number]
        return scene.inner_teller(item.first) or self._voice(scene, item)

    def _voice(self, scene: Scene, item: Item) -> str:
        return voice_name(self._cast.speech, scene.owners[item.first])


def judge(
    parse: Parse, cast: Cast, parties: PartyMap, hits: tuple[Hit, ...], finders: Finders, settings: Settings
) -> tuple[Stance, ...]:
    """Weigh every pair of a holder and a target that the grammar of a sentence ties; docs/method.md has the formulas.

    Pairs stand in order of their first words, each once, but a requested target (`document.targets`)
    takes the place of the actor that it names, and its name belongs to no other. One of which nothing
    is told has a neutral row of the author's.
    """
    requested = list(dict.fromkeys(parse.document.targets))
    names: dict[str, list[str]] = {name: [] for name in requested}
    for name in requested:
        names.setdefault(cast.targets.get(name, name), []).append(name)
    book = _Book(cast, names, strikers(parse, cast, parties, hits), settings)
    scenes = gather(parse, cast, parties, hits, finders)
    told = ToldDeeds(scenes)
    for scene in scenes:
        if not (names or scene.signs or scene.predicates):
            continue
        told_of = scene.told_of
        for name in scene.mentions:
            if name in told_of or name in names:
                book.enter(scene, name)
        for name, item in told_deeds(scene, told):
            book.pass_on(scene, name, item)
    readings = [read for pair in book.rows if (read := _read(*pair, book, settings, asked=pair[1] in names))]
    looked_at = [read for read in readings if read.strength or read.target in names]
    book.look((number, read.target) for read in looked_at for number in read.numbers)
    found: list[Stance] = []
    for read in readings:
        stance = _stance(parse, read, book, settings, asked=read.target in names)
        found += [replace(stance, target=name) for name in names.get(read.target, [read.target])]
    known = {stance.target for stance in found}
    return (*found, *(Stance(AUTHOR, name, 0.0, "neutral", 0.0, ()) for name in requested if name not in known))


def _stance(parse: Parse, read: _Reading, book: _Book, settings: Settings, *, asked: bool) -> Stance:
    """The row of a pair."""
    if asked:
        read = _with_wholes(read, book, settings)
    confidence = read.likely.of(read.label)
    if not asked:
        wholes = book.impressions(read.target, read.numbers)
        confidence = min(confidence, _firmness(read.strength, read.label, wholes, settings))
    found = tuple([told_evidence(parse, item, value) for item, value in read.values])
    return Stance(read.holder, read.target, read.score, read.label, round(confidence, 4), found)


def _read(holder: str, target: str, book: _Book, settings: Settings, *, asked: bool) -> _Reading | None:
    """What the evidence of a pair tells, with what else its sentences hold; None for one that nobody asked for where it is
    neutral or in doubt, or where nothing ties the two.
    """
    row = book.rows[holder, target]
    plainly = [one for one in row if not one.extra]
    extra = not any(one.ties for one in plainly)
    if extra and not asked:
        return None
    weighed = _summed(row if extra else plainly)
    numbers = list(dict.fromkeys([one.sentence for one in weighed]))
    pairs = [one.pair for one in weighed] + [book.around[number, target] for number in numbers]
    for number in numbers:
        pairs += book.of_others(holder, target, number, extra=extra)
    likely = chances(pairs, len(numbers), shipped().bias)
    label = label_of(likely, settings.neutral_lead)
    score, values = _scored(weighed, settings)
    tied = sum([one.pair.strength for one in weighed if one.ties])
    agreed = (tied > 0) == (score > 0) == (label == "supports")
    told = bool(not extra and label != "neutral" and score and abs(tied) >= settings.least_evidence and agreed)
    strength = _strength(holder, label, weighed, settings) if told else 0.0
    if not asked and (not told or (holder == AUTHOR and likely.of(label) < settings.author_confidence)):
        return None
    return _Reading(holder, target, weighed, numbers, pairs, likely, label, score, values, strength, extra, told)


def _with_wholes(read: _Reading, book: _Book, settings: Settings) -> _Reading:
    """The same of a target that is asked for, with what sentences say of it as wholes: that makes a row surer, and where none is
    told without it, it has a say in which.
    """
    likely, label, score, values = read.likely, read.label, read.score, read.values
    said = book.wholes(read.holder, read.target, read.numbers, shared=read.told)
    if said:
        pairs = [*read.pairs, *(one.pair for one in said)]
        likely = chances(pairs, len(read.numbers), shipped().bias, settings.evidence_share)
    if not read.told:  # else to ask would change what is told anyway
        wordless = read.extra and not any(one.pair.strength for one in read.weighed)
        lead = 1.0 if wordless else settings.neutral_lead
        label = label_of(likely, lead) if said or not wordless else "neutral"
        if read.extra or _differ(label, score):
            score, values = _scored([*read.weighed, *said], settings)
        label = "neutral" if _differ(label, score) else label
    return replace(read, likely=likely, label=label, score=score, values=values)


def _scored(weighed: Sequence[_Weighed], settings: Settings) -> tuple[float, list[tuple[Item, float]]]:
    """The score of a row, and the value of each piece that is strong enough to be told."""
    strengths = [(one.item, one.pair.strength) for one in weighed]
    telling = [(item, strength) for item, strength in strengths if abs(strength) >= settings.least_evidence]
    total = sum([abs(strength) for _, strength in telling]) + settings.stance_prior
    values = [(item, round(strength / total, 4)) for item, strength in telling]
    return max(-1.0, min(1.0, round(sum([value for _, value in values]), 4))), values


def _differ(label: str, score: float) -> bool:
    """Does a label say the contrary of a score?"""
    return (label == "supports" and score < 0) or (label == "opposes" and score > 0)


def _strength(holder: str, label: Label, weighed: Sequence[_Weighed], settings: Settings) -> float:
    """How strong what ties the two is, 0 where it tells the contrary.

    For the author and for nobody in particular only what judges the target counts: all else may be told because it happened.
    """
    judged = holder in (AUTHOR, UNATTRIBUTED)
    tied = sum([one.pair.strength for one in weighed if one.ties and (not judged or judges(one.item))])
    tied *= settings.nobody_share if holder == UNATTRIBUTED else 1
    return max(0.0, tied if label == "supports" else -tied)


def _firmness(strength: float, label: Label, wholes: Mapping[int, Pair], settings: Settings) -> float:
    """How sure a row may be at most: by the strength of what ties the two, and by whether the sentences as wholes agree."""
    likely = chances(list(wholes.values()), len(wholes), Pair(0, 0))
    same, contrary = (likely.favour, likely.against)[:: 1 if label == "supports" else -1]
    strength *= 1 + settings.agreed_share * same - settings.contradicted_share * contrary
    return strength / (strength + settings.tie_prior)


def _summed(row: Sequence[_Weighed]) -> list[_Weighed]:
    """The row with all pieces of the same words and the same tie as one, at the place of the first."""
    kept: dict[tuple[int, int, str, Range | None], _Weighed] = {}
    for one in row:
        item, pair = one.item, one.pair
        key = (item.first, item.stop, item.tie, item.mention)
        first = kept.get(key)
        if first is None:
            kept[key] = one
            continue
        pair = Pair(first.pair.favour + pair.favour, first.pair.against + pair.against)
        item = item if first.item.number is None else first.item
        kept[key] = replace(first, item=replace(first.item, number=item.number), pair=pair)
    return list(kept.values())


def label_of(likely: Chances, lead: float) -> Label:
    """The class that is told: "neutral" where that is so many times as likely, or where for and against are equally likely."""
    if likely.neutral >= lead * max(likely.favour, likely.against) or likely.favour == likely.against:
        return "neutral"
    return "supports" if likely.favour > likely.against else "opposes"
