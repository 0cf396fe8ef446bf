"""Who holds a stance and whom it means, where a sentence has more verbs, countries or sorts of people than one."""

from __future__ import annotations

import pytest

from stancecli.pipeline import analyze


def told(text: str) -> set[tuple[str, str, str]]:
    return {(row.holder, row.target, row.label) for row in analyze(text).stances}


def between(text: str, holder: str, target: str) -> set[str]:
    return {row[2] for row in told(text) if row[:2] == (holder, target)}


@pytest.mark.parametrize(
    ("text", "holder", "other", "label"),
    [
        ("The Pier Trust that is meant to help the council thanked Ida Lund.", "Pier Trust", "council", "supports"),
        (
            "Campaigners representing sailors at Bergby Harbour have accused Ida Lund of fraud.",
            "Campaigners",
            "Bergby Harbour",
            "opposes",
        ),
        ("Greta Holm told the council to wait and praised Ida Lund.", "Greta Holm", "council", "supports"),
        (
            "Greta Holm called on Tomas Brandt to act and accused Ida Lund of fraud.",
            "Greta Holm",
            "Tomas Brandt",
            "opposes",
        ),
    ],
)
def test_the_subject_is_found_over_what_belongs_to_it(text: str, holder: str, other: str, label: str) -> None:
    assert between(text, holder, "Ida Lund") == {label}
    assert between(text, other, "Ida Lund") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Claims that Ida Lund had shouted were dismissed as fiction by Greta Holm.",
        "Greta Holm had been assured by Ida Lund that parish support was strong.",
    ],
)
def test_what_is_said_of_a_claim_or_of_support_is_not_said_of_who_stands_before(text: str) -> None:
    assert between(text, "Greta Holm", "Ida Lund") == set()
