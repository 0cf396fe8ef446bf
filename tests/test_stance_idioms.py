"""Idioms of reports tell who stands where, and words of plain news that look like them tell nothing."""

from __future__ import annotations

import pytest

from stancecli.pipeline import analyze

SHOWN = 0.66


def shown(text: str) -> set[tuple[str, str, str]]:
    """The rows that are sure enough to be shown of one text."""
    return {(row.holder, row.target, row.label) for row in analyze(text).stances if row.confidence >= SHOWN}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ida Lund laid the blame at the feet of Tomas Brandt.", "opposes"),
        ("Ida Lund had few kind words for Tomas Brandt.", "opposes"),
        ("Ida Lund took her anger out on Tomas Brandt.", "opposes"),
        ("Ida Lund took the mickey out of Tomas Brandt.", "opposes"),
        ("Ida Lund referred Tomas Brandt to prosecutors.", "opposes"),
        ("Ida Lund threatened to report Tomas Brandt.", "opposes"),
        ("Ida Lund went behind Tomas Brandt's back.", "opposes"),
        ("Ida Lund has scant sympathy for Tomas Brandt.", "opposes"),
        ("Ida Lund holds Tomas Brandt in low regard.", "opposes"),
        ("Ida Lund views Tomas Brandt with suspicion.", "opposes"),
        ("Ida Lund was frustrated with Tomas Brandt.", "opposes"),
        ("Ida Lund was horrible to Tomas Brandt.", "opposes"),
        ("Ida Lund has doubts about Tomas Brandt.", "opposes"),
        ("Ida Lund said that Tomas Brandt cannot be trusted.", "opposes"),
        ("Ida Lund said that Tomas Brandt was out of touch.", "opposes"),
        ("Ida Lund said that Tomas Brandt was clinging to power.", "opposes"),
        ("Ida Lund said they should never have hired Tomas Brandt.", "opposes"),
        ("Ida Lund retained full confidence in Tomas Brandt.", "supports"),
        ("Ida Lund sang the praises of Tomas Brandt.", "supports"),
        ("Ida Lund considers Tomas Brandt a friend.", "supports"),
        ("Ida Lund is firmly behind Tomas Brandt.", "supports"),
        ("Ida Lund was delighted with Tomas Brandt.", "supports"),
        ("Ida Lund acknowledged having some sympathy with Tomas Brandt.", "supports"),
        ("Ida Lund said that Tomas Brandt was only doing his job.", "supports"),
        ("Ida Lund said that Tomas Brandt was being made a scapegoat.", "supports"),
        ("Ida Lund said that Tomas Brandt knows what he is doing.", "supports"),
    ],
)
def test_an_idiom_tells_who_stands_where(text: str, label: str) -> None:
    assert ("Ida Lund", "Tomas Brandt", label) in shown(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ida Lund drew scorn from Tomas Brandt.", "opposes"),
        ("Ida Lund fell out of favour with Tomas Brandt.", "opposes"),
        ("Ida Lund gets on the nerves of Tomas Brandt.", "opposes"),
        ("Ida Lund is popular with Tomas Brandt.", "supports"),
        ("Ida Lund has the ear of Tomas Brandt.", "supports"),
        ("Ida Lund earned the admiration of Tomas Brandt.", "supports"),
    ],
)
def test_who_is_received_so_is_the_target(text: str, label: str) -> None:
    assert shown(text) & {("Tomas Brandt", "Ida Lund", label), ("Ida Lund", "Tomas Brandt", label)} == {
        ("Tomas Brandt", "Ida Lund", label)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund was told on Tuesday by Tomas Brandt that the ferry was late.",
        "Ida Lund, the opposition leader, met Tomas Brandt.",
        "Ida Lund, a campaign manager, met Tomas Brandt.",
        "Ida Lund of the pressure group met Tomas Brandt.",
        "Ida Lund, the architecture critic of the Evening Post, met Tomas Brandt.",
        "Ida Lund glanced at the clock behind Tomas Brandt.",
        "Ida Lund drew a map for Tomas Brandt.",
        "Ida Lund told Tomas Brandt to get a lamp.",
        "Ida Lund said that Tomas Brandt knows the way.",
        "Ida Lund was seated with Tomas Brandt.",
        "Ida Lund is not ready to give up on Tomas Brandt.",
    ],
)
def test_plain_news_with_like_words_shows_nothing(text: str) -> None:
    assert [row for row in shown(text) if row[1] == "Tomas Brandt" or row[0] == "Tomas Brandt"] == []
