"""Where each holder stands to each target, from the hits aimed at it."""

from __future__ import annotations

from math import prod
from typing import Literal

from stancecli.aim import strikers
from stancecli.model import AUTHOR, Cast, Evidence, Hit, Parse, Relation, Span, Stance
from stancecli.settings import Settings

_WHY: dict[Relation, str] = {
    "modifier": "modifies",
    "possessor": "belongs to",
    "predicate": "is said of",
    "subject": "is done by",
    "object": "strikes",
    "speaker": "presents what is said by",
    "clause": "stands in one clause with",
    "sentence": "stands in one sentence with",
}


def judge(parse: Parse, cast: Cast, hits: tuple[Hit, ...], settings: Settings) -> tuple[Stance, ...]:
    """Score every pair of a voice and a target that hits tie together; docs/method.md has the formulas.

    Pairs stand in order of their first hit, each once, but a requested target (`document.targets`)
    takes the place of the actor that it names, and its name belongs to no other. One that nothing is
    aimed at has a neutral row of the author's.
    """
    pairs = _pairs(parse, cast, hits)
    names: dict[str, list[str]] = {requested: [] for requested in parse.document.targets}
    for requested in dict.fromkeys(parse.document.targets):
        names.setdefault(cast.targets.get(requested, requested), []).append(requested)
    stances = [
        _stance(parse, holder, name, numbers, hits, settings)
        for (holder, target), numbers in pairs.items()
        for name in names.get(target, [target])
    ]
    struck = {target for _, target in pairs}
    silent = [name for target, several in names.items() if target not in struck for name in several]
    return (*stances, *(Stance(AUTHOR, name, 0.0, "neutral", 0.0, ()) for name in silent))


def _pairs(parse: Parse, cast: Cast, hits: tuple[Hit, ...]) -> dict[tuple[str, str], list[int]]:
    """The numbers of the hits by holder and target.

    A word that strikes or lifts someone ("slammed", "hailed", "mocked") tells where the one stands who does so: it
    counts for him where he is known, and only else for the voice that chose the word.
    """
    holders = strikers(parse, cast, hits)
    pairs: dict[tuple[str, str], list[int]] = {}
    for number, hit in enumerate(hits):
        if hit.target is None:
            continue
        pairs.setdefault((holders.get(number, hit.voice), hit.target), []).append(number)
    return pairs


def _stance(
    parse: Parse, holder: str, target: str, numbers: list[int], hits: tuple[Hit, ...], settings: Settings
) -> Stance:
    strengths = [hits[number].strength for number in numbers]
    total = sum(map(abs, strengths))
    values = [round(strength / (total + settings.stance_prior), 4) for strength in strengths]
    score = max(-1.0, min(1.0, round(sum(values), 4)))
    return Stance(
        holder=holder,
        target=target,
        score=score,
        label=_label(score, settings),
        confidence=_confidence([hits[number] for number in numbers], strengths, settings),
        evidence=tuple(
            _evidence(parse, hits[number], number, value) for number, value in zip(numbers, values, strict=True)
        ),
    )


def _label(score: float, settings: Settings) -> Literal["opposes", "neutral", "supports"]:
    if abs(score) < settings.stance_threshold:
        return "neutral"
    return "supports" if score > 0 else "opposes"


def _confidence(hits: list[Hit], strengths: list[float], settings: Settings) -> float:
    """Agreement times the chance that at least one hit is tied rightly."""
    total = sum(map(abs, strengths))
    if not total:
        return 0.0
    agreement = abs(sum(strengths)) / total
    missed = prod(1 - settings.trust(hit.relation) for hit in hits)
    return round(agreement * (1 - missed), 4)


def _evidence(parse: Parse, hit: Hit, number: int, value: float) -> Evidence:
    spans = [Span(hit.start, hit.end)]
    why = f"“{hit.text}” ({hit.entry})"
    if hit.mention and hit.relation:
        spans.append(hit.mention)
        why += f" {_WHY[hit.relation]} “{parse.document.text[hit.mention[0] : hit.mention[1]]}”"
    return Evidence(tuple(sorted(spans)), number, why, value)
