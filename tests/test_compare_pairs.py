"""Twelve stories told twice, with differences that were planted by somebody who had not seen the code."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from stancecli.compare import compare
from stancecli.compare.facts import facts_of
from stancecli.compare.labels import singular
from stancecli.compare.model import Comparison, Difference
from stancecli.model import Answer, Entry
from stancecli.pipeline import Tools, answer, prepare
from stancecli.read import read

PAIRS = sorted((Path(__file__).parent / "golden" / "pairs").iterdir())
SPARE = 2
"""Differences that may be told beside the planted ones before the last of these."""

ENOUGH = 10
ORDER = {"opposes": -1, "neutral": 0, "supports": 1}


@cache
def tools() -> Tools:
    return prepare()


@cache
def entries() -> dict[str, Entry]:
    return {entry.id: entry for lexicon in tools().lexicons for entry in lexicon.entries}


@cache
def answers(pair: Path) -> tuple[Answer, ...]:
    found = tuple(answer(read([str(pair / "a.txt"), str(pair / "b.txt")]), tools()))
    assert all(isinstance(one, Answer) for one in found)
    return found


def compared(*several: Answer) -> Comparison:
    names = [Path(one.report.id).name for one in several]
    return compare([[facts_of(one, entries())] for one in several], names, several)


def words(name: str) -> set[str]:
    return {singular(word.lower().strip(".,")) for word in name.split()} - {"the", "of", "a", "and"}


def same_party(planted: str, told: str) -> bool:
    """Whether one name holds all words of the other."""
    return words(planted) <= words(told) or words(told) <= words(planted)


def holds(told: tuple[str, ...], planted: str) -> bool:
    """Whether the planted word, of several the last, is among those that are told."""
    return any(words(planted.split()[-1]) <= words(one) for one in told)


def found(planted: dict[str, Any], told: Difference) -> bool:
    """Whether a difference that is told is the planted one, with its direction."""
    if told.kind != planted["kind"]:
        return False
    a, b = told.sides
    if told.kind == "label":
        return holds(a.words, planted["a"]) and holds(b.words, planted["b"])
    if told.kind == "stance":
        rise = ORDER[planted["b"]] - ORDER[planted["a"]]
        parties = same_party(planted["holder"], told.holder or "") and same_party(planted["target"], told.party)
        return parties and ((b.value or 0) - (a.value or 0)) * rise > 0
    if not same_party(planted["party"], told.party):
        return False
    if told.kind == "cue":
        return holds(a.words, planted["a"]) and holds(b.words, planted["b"])
    more = planted["only" if told.kind == "sources" else "more"]
    return ((b.value or 0) > (a.value or 0)) == (more == "b")


def ranks(pair: Path) -> list[tuple[str, int | None]]:
    """The kind of each planted difference and the place at which it is told, from 0."""
    told = compared(*answers(pair)).differences
    planted = yaml.safe_load((pair / "planted.yaml").read_text(encoding="utf-8"))["differences"]
    return [
        (each["kind"], next((place for place, one in enumerate(told) if found(each, one)), None)) for each in planted
    ]


def is_on_top(places: list[tuple[str, int | None]]) -> bool:
    return all(place is not None and place < len(places) + SPARE for _, place in places)


def test_planted_differences_are_on_top() -> None:
    """All that were planted in a story stand among the first so many and two that are told of it."""
    assert len(PAIRS) == 12
    places = {pair.name: ranks(pair) for pair in PAIRS}
    missed = Counter(
        kind for row in places.values() for kind, place in row if place is None or place >= len(row) + SPARE
    )
    assert sum(map(is_on_top, places.values())) >= ENOUGH, (missed, places)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_text_does_not_differ_from_itself(pair: Path) -> None:
    for one in answers(pair):
        assert compared(one, one).differences == ()
        assert compared(one, one, one).differences == ()


@pytest.mark.parametrize("pair", PAIRS[:4], ids=lambda pair: pair.name)
def test_the_order_of_sides_does_not_matter(pair: Path) -> None:
    a, b = answers(pair)
    there, back = compared(a, b).differences, compared(b, a).differences
    assert {(one.kind, *(side.value for side in one.sides)) for one in there} == {
        (one.kind, *(side.value for side in reversed(one.sides))) for one in back
    }
