"""`summarize`: what the reports of an earlier run add up to by actor, outlet, date or target, in memory that is bounded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from stancecli.model import AUTHOR, ActorKind
from stancecli.nameless import is_nameless
from stancecli.results import Held, Told, Unanswered
from stancecli.settings import DEFAULT
from stancecli.summary.model import SCHEMA, Dimension, Group, Summary
from stancecli.summary.sample import Sampled, estimate

MOST = 50_000
"""Groups that are held at a time; where there are more, the half with fewest documents is given up."""

_PARTIES: tuple[Dimension, ...] = ("actor", "target")
_TIMES: Mapping[Dimension, int] = {"date": 10, "month": 7, "year": 4}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SCALE = 10_000
"""Scores have four places: as whole numbers they add up alike in any order."""

_Key = tuple[str | None, ...]


class _Share:
    """What one document gives to one group."""

    __slots__ = ("kind", "loaded", "nameless", "opposes", "scores", "statements", "supports", "words")

    def __init__(self, kind: ActorKind | None, statements: int, words: int, loaded: int) -> None:
        self.kind, self.statements, self.words, self.loaded = kind, statements, words, loaded
        self.opposes = self.supports = 0
        self.scores: list[int] = []
        self.nameless: tuple[Dimension, ...] = ()

    def hold(self, stance: Held) -> None:
        self.scores.append(round(stance.score * _SCALE))
        if stance.confidence >= DEFAULT.shown_confidence:
            self.opposes += stance.label == "opposes"
            self.supports += stance.label == "supports"


class _Gathered:
    """A group while documents come."""

    __slots__ = ("documents", "kind", "nameless", "opposes", "statements", "sums", "supports")

    def __init__(self, kind: ActorKind | None) -> None:
        self.kind = kind
        self.documents = self.statements = self.opposes = self.supports = 0
        self.sums = Sampled()
        self.nameless: tuple[Dimension, ...] = ()

    def add(self, document: str, share: _Share) -> None:
        self.documents += 1
        self.statements += share.statements
        self.opposes += share.opposes
        self.supports += share.supports
        self.nameless = max(self.nameless, share.nameless, key=len)
        self.sums.add(document, (share.words, share.loaded, sum(share.scores), len(share.scores)))


def summarize(told: Iterable[Told | Unanswered], by: Sequence[Dimension], top: int | None) -> Summary:
    """Add up documents that have the same values of all dimensions of `by`.

    With "actor", a group has the words and stances of that voice; else, with "target", those of anybody, or else those
    of the author. With "target", its loaded words are those about the target, its words those of the documents that
    say anything of it. `top` is how many groups are wanted, those of most documents; None for all.
    """
    groups: dict[_Key, _Gathered] = {}
    documents = unanswered = rare = 0
    for document in told:
        if isinstance(document, Unanswered):
            unanswered += 1
            continue
        documents += 1
        for key, share in _shares(document, by).items():
            group = groups.get(key)
            if group is None:
                group = groups[key] = _Gathered(share.kind)
            group.add(document.id, share)
        if len(groups) > MOST:
            rare += len(groups)
            groups = dict(sorted(groups.items(), key=_rank)[: MOST // 2])
            rare -= len(groups)
    ranked = sorted(groups.items(), key=_rank)
    kept = ranked if top is None else ranked[:top]
    if any(dimension in _TIMES for dimension in by):
        kept = sorted(kept, key=lambda item: [(name is None, name or "") for name in item[0]])
    return Summary(SCHEMA, tuple(by), documents, unanswered, rare, tuple(_group(*item) for item in kept))


def _rank(item: tuple[_Key, _Gathered]) -> tuple[int, int, list[str]]:
    """Those of most documents first, of these those of most words."""
    key, group = item
    return -group.documents, -group.sums.totals[0], [name or "" for name in key]


def _shares(document: Told, by: Sequence[Dimension]) -> dict[_Key, _Share]:
    """What a document gives to each group that it belongs to."""
    fixed: dict[Dimension, str | None] = {name: _cut(document.date, length) for name, length in _TIMES.items()} | {
        "outlet": document.outlet or None
    }
    found = _towards(document, "actor" in by) if "target" in by else _of_voices(document, "actor" in by)
    known = {row.name: row.kind for row in document.actors}
    shares: dict[_Key, _Share] = {}
    for (actor, target), share in found:
        values: dict[Dimension, str | None] = {**fixed, "actor": actor, "target": target}
        share.nameless = tuple(name for name in by if name in _PARTIES and is_nameless(values[name] or "", known))
        shares[tuple(values[name] for name in by)] = share
    return shares


def _cut(date: str | None, length: int) -> str | None:
    found = _DAY.match(date or "")
    return found[0][:length] if found else None


def _of_voices(document: Told, each: bool) -> Iterator[tuple[tuple[str, str], _Share]]:
    """What a voice says: `each` of those that say anything, or only the author."""
    held = _by_holder(document.stances)
    for row in document.actors:
        stances = held.get(row.name, ())
        if row.name == AUTHOR or (each and (row.words or row.statements or stances)):
            share = _Share(row.kind if each else None, row.statements, row.words, row.loaded)
            for stance in stances:
                share.hold(stance)
            yield (row.name, ""), share


def _by_holder(stances: Iterable[Held]) -> dict[str, list[Held]]:
    held: dict[str, list[Held]] = {}
    for stance in stances:
        if stance.evidence:  # a row that was asked for and tells nothing is no stance
            held.setdefault(stance.holder, []).append(stance)
    return held


def _towards(document: Told, each: bool) -> Iterator[tuple[tuple[str, str], _Share]]:
    """What is said of each target: by `each` voice, or by all together."""
    rows = {row.name: row for row in document.actors}
    shares: dict[tuple[str, str], _Share] = {}

    def share(voice: str, target: str) -> _Share:
        key = (voice if each else "", target)
        if key not in shares:
            row = rows.get(voice) if each else None
            words = row.words if row else 0 if each else document.words
            shares[key] = _Share(row.kind if row else None, row.statements if row else 0, words, 0)
        return shares[key]

    for hit in document.hits:
        if hit.target is not None:
            share(hit.voice, hit.target).loaded += 1
    for holder, stances in _by_holder(document.stances).items():
        for stance in stances:
            share(holder, stance.target).hold(stance)
    yield from shares.items()


def _group(key: _Key, gathered: _Gathered) -> Group:
    words, loaded, scores, stances = gathered.sums.totals
    samples = gathered.sums.samples()
    density = score = None
    if words >= max(1, DEFAULT.density_minimum_words):
        density = estimate(100 * loaded / words, samples[1], samples[0], 100, 2, gathered.documents)
    if stances:
        score = estimate(scores / stances / _SCALE, samples[2], samples[3], 1 / _SCALE, 4, gathered.documents)
    return Group(
        key, gathered.kind, gathered.documents, gathered.statements, words, loaded, density,
        stances, gathered.opposes, gathered.supports, score, gathered.nameless,
    )  # fmt: skip
