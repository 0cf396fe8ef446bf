"""Figures that are not the same on all sides: who is quoted, how loaded the words about a party are, stances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log

from stancecli.compare.align import Aligned, same_words
from stancecli.compare.measure import Gap, Sample, amounts, gap, rates, sampled, scores
from stancecli.compare.model import Difference, Facts, Kind, Party, Told, Weighed
from stancecli.model import AUTHOR, UNATTRIBUTED, Span
from stancecli.settings import DEFAULT

Sides = Sequence[Sequence[Facts]]

LEAST_QUOTED = 10
"""Words by which a party is quoted more, at least, to be told."""

_FEW_WORDS = 5
"""Under it, a party is named with a word or two rather than quoted."""

_WORDS = 6
"""Words that are given as examples."""


def sources(sides: Sides, aligned: Aligned, parties: Sequence[Party], names: Sequence[str]) -> Iterator[Difference]:
    """Parties that are quoted on some sides and on others not."""
    unnamed = _unnamed(sides, aligned)
    for party in parties:
        quoted = [presence.statements > 0 for presence in party.sides]
        if all(quoted) or not any(quoted) or party.name in unnamed:
            continue
        words = max(presence.words for presence in party.sides)
        telling = (0.3 + 0.5 * words / (words + 20)) * (0.4 if words < _FEW_WORDS else 1.0)
        absent = [name for name, presence in zip(names, party.sides, strict=True) if not presence.statements]
        present = [name for name, told in zip(names, quoted, strict=True) if told]
        missing = not any(presence.mentions for presence in party.sides if not presence.statements)
        yield Difference(
            kind="sources",
            party=party.name,
            holder=None,
            sides=tuple(Told(presence.words) for presence in party.sides),
            interval=None,
            telling=round(telling, 4),
            sentence=f"{party.name}: quoted in {', '.join(present)} only ({words} words)"
            + (f"; not named in {', '.join(absent)}" if missing else ""),
        )


def _unnamed(sides: Sides, aligned: Aligned) -> set[str]:
    """The parties whose words another document tells too, but as those of nobody whom the tool knows."""
    found = set()
    if all(len(documents) == 1 for documents in sides):
        for second, (facts,) in enumerate(sides):
            for first, (others,) in enumerate(sides[:second]):
                for one, other in same_words(others.said, facts.said):
                    if one.party and not other.party:
                        found.add(aligned.of(first, one.party))
                    elif other.party and not one.party:
                        found.add(aligned.of(second, other.party))
    return found


def quoted(parties: Sequence[Party], names: Sequence[str]) -> Iterator[Difference]:
    """Parties that are quoted on all sides, but much more on one."""
    for party in parties:
        words = [presence.words for presence in party.sides]
        if not all(presence.statements for presence in party.sides):
            continue
        low, high = _extremes([float(word) for word in words])
        if words[high] - words[low] < LEAST_QUOTED:
            continue
        found = gap(words[high] - words[low], amounts(words[low], low), amounts(words[high], high))
        effect = min(1.0, log((words[high] + 5) / (words[low] + 5)) / log(4))
        counted = ", ".join(f"{count} words in {name}" for count, name in zip(words, names, strict=True))
        yield _difference(
            "quoted",
            party.name,
            None,
            [Told(word) for word in words],
            found,
            (low, high),
            0.8 * effect,
            f"{party.name}: {counted}",
        )


def loaded(sides: Sides, aligned: Aligned, names: Sequence[str]) -> Iterator[Difference]:
    """Parties about which an author of one side has more loaded words, by what he has written in all."""
    about: dict[str, list[list[tuple[int, Weighed]]]] = {}
    if min(_author_words(sides)) < DEFAULT.density_minimum_words:
        return
    for side, documents in enumerate(sides):
        for number, facts in enumerate(documents):
            for party, weighed in facts.aimed:
                about.setdefault(aligned.of(side, party), [[] for _ in sides])[side].append((number, weighed))
    for party, rows in about.items():
        found = _density(party, rows, sides, names, f"loaded words about {party}")
        if len({told.value for told in found.sides}) > 1:
            yield found


def authors(sides: Sides, names: Sequence[str]) -> Difference | None:
    """How loaded the author's words are on each side, whomever they are about; None where they are too few."""
    if min(_author_words(sides)) < DEFAULT.density_minimum_words:
        return None
    rows = [
        [(number, weighed) for number, facts in enumerate(documents) for weighed in facts.loaded] for documents in sides
    ]
    return _density(AUTHOR, rows, sides, names, "loaded words of the author")


def _author_words(sides: Sides) -> list[int]:
    return [sum(facts.author_words for facts in documents) for documents in sides]


def _density(
    party: str, rows: Sequence[Sequence[tuple[int, Weighed]]], sides: Sides, names: Sequence[str], what: str
) -> Difference:
    """Loaded words in 100 words of the author on each side; `rows` hold them with the numbers of their documents."""
    words = _author_words(sides)
    figures = [100 * len(row) / words[side] for side, row in enumerate(rows)]
    low, high = _extremes(figures)
    drawn = [rates(_sample(rows[side], sides[side]), side, words[side]) for side in (low, high)]
    found = gap(figures[high] - figures[low], *drawn)
    told = [
        Told(round(figure, 2), *_words(row, len(sides[side])))
        for side, (figure, row) in enumerate(zip(figures, rows, strict=True))
    ]
    counted = ", ".join(f"{len(row)} in {name}" for row, name in zip(rows, names, strict=True))
    effect = found.value / (found.value + 0.5)
    return _difference("loaded", party, None, told, found, (low, high), effect, f"{what}: {counted}")


def stances(sides: Sides, aligned: Aligned, parties: Mapping[str, Party], names: Sequence[str]) -> Iterator[Difference]:
    """Stances that are not the same, where both sides let the holder speak enough.

    Words that all sides have of the target are what happened, whoever tells it: only what else they say is compared.
    """
    for (holder, target), all_rows in held(sides, aligned).items():
        if not _speaks(holder, sides, parties):
            continue
        rows = _own(all_rows)
        figures = [score(row) for row in rows]
        low, high = _extremes(figures)
        if figures[high] - figures[low] < DEFAULT.stance_threshold:
            continue
        drawn = [scores(_sample(rows[side], sides[side]), side, DEFAULT.stance_prior) for side in (low, high)]
        found = gap(figures[high] - figures[low], *drawn)
        told = [
            Told(round(figure, 2), *_words(row, len(sides[side])))
            for side, (figure, row) in enumerate(zip(figures, rows, strict=True))
        ]
        counted = ", ".join(f"{figure:+.1f} in {name}" for figure, name in zip(figures, names, strict=True))
        yield _difference(
            "stance",
            target,
            holder,
            told,
            found,
            (low, high),
            min(1.0, found.value),
            f"{holder} on {target}: {counted}",
        )


def held(sides: Sides, aligned: Aligned) -> dict[tuple[str, str], list[list[tuple[int, Weighed]]]]:
    """The evidence of each stance that is sure enough for a table of some document, by holder and target, on each side, with
    the number of its document.
    """
    shown: set[tuple[str, str]] = set()
    found: dict[tuple[str, str], list[list[tuple[int, Weighed]]]] = {}
    for side, documents in enumerate(sides):
        for number, facts in enumerate(documents):
            for stance in facts.held:
                pair = aligned.of(side, stance.holder), aligned.of(side, stance.target)
                row = found.setdefault(pair, [[] for _ in sides])[side]
                row += [(number, weighed) for weighed in stance.evidence]
                if stance.shown:
                    shown.add(pair)
    return {pair: rows for pair, rows in found.items() if pair in shown}


def _own(rows: Sequence[Sequence[tuple[int, Weighed]]]) -> list[list[tuple[int, Weighed]]]:
    """Each side's evidence, less the words that all sides have, as often as all have them."""
    counts = [Counter(weighed.text.lower() for _, weighed in row) for row in rows]
    shared = {word: min(count[word] for count in counts) for word in counts[0]}
    found: list[list[tuple[int, Weighed]]] = []
    for row in rows:
        left, own = Counter(shared), []
        for number, weighed in row:
            if left[word := weighed.text.lower()] > 0:
                left[word] -= 1
            else:
                own.append((number, weighed))
        found.append(own)
    return found


def score(row: Sequence[tuple[int, Weighed]]) -> float:
    """The score that strengths add up to; 0 where there are none."""
    strengths = [weighed.value for _, weighed in row]
    return sum(strengths) / (sum(map(abs, strengths)) + DEFAULT.stance_prior)


def _speaks(holder: str, sides: Sides, parties: Mapping[str, Party]) -> bool:
    """Whether the holder is heard on every side: what one leaves out is told as such, once."""
    if holder in (AUTHOR, UNATTRIBUTED):
        return all(
            sum(facts.author_words for facts in documents) >= DEFAULT.density_minimum_words for documents in sides
        )
    party = parties.get(holder)
    return party is not None and all(presence.statements for presence in party.sides)


def _sample(row: Sequence[tuple[int, Weighed]], documents: Sequence[Facts]) -> Sample:
    return sampled(row, len(documents) > 1)


def _words(row: Sequence[tuple[int, Weighed]], documents: int) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The words behind a figure, the weightiest first; where they stand, if it is one document."""
    heavy = sorted(row, key=lambda one: -abs(one[1].value))
    words = tuple(dict.fromkeys(weighed.text for _, weighed in heavy))[:_WORDS]
    return words, tuple(weighed.span for _, weighed in row) if documents == 1 else ()


def _extremes(figures: Sequence[float]) -> tuple[int, int]:
    """The sides with the lowest and the highest figure."""
    order = sorted(range(len(figures)), key=lambda side: figures[side])
    return order[0], order[-1]


def _difference(
    kind: Kind,
    party: str,
    holder: str | None,
    told: Sequence[Told],
    found: Gap,
    pair: tuple[int, int],
    effect: float,
    sentence: str,
) -> Difference:
    """A difference whose effect counts as much as its direction is sure."""
    low, high = found.interval
    interval = (low, high) if len(told) > 2 or pair == (0, 1) else (-high, -low)
    telling = round(effect * (2 * found.certainty - 1), 4)
    return Difference(kind, party, holder, tuple(told), interval, telling, sentence)
