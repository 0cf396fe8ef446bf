"""What a hit counts for: the factors of categories and places, and the product that is shown."""

from __future__ import annotations

from math import prod

import pytest
import yaml

from stancecli import analyze
from stancecli.lexicon import load_lexicons
from stancecli.lexicon.keys import CATEGORIES
from stancecli.weights import loaded

TABLE = yaml.safe_load(loaded.FILE.read_text(encoding="utf-8"))
SAID = "The committee of the town of Leeds met late on Monday in the old hall by the river. "


def test_a_factor_stands_for_a_category_or_a_place_and_never_for_a_word() -> None:
    assert set(TABLE) == {"categories", "distances"}
    assert set(TABLE["categories"]) <= set(CATEGORIES)
    assert set(TABLE["distances"]) == {"reported", "quoted", "scare quotes"}
    rows = [row for part in TABLE.values() for row in part.values()]
    assert all(set(row) == {"factor", "babe", "basil"} and 0.3 < row["factor"] < 3 for row in rows)
    assert all(set(row[corpus]) == {"hits", "marked"} for row in rows for corpus in ("babe", "basil"))


def test_what_the_author_says_himself_counts_most() -> None:
    assert max(loaded.factors().distances.values()) < 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The shambolic plan passed.", None),
        ("“We have seen a shambolic plan from them,” said Ann Hill.", "quoted"),
        ("Ann Hill said that the plan was shambolic.", "reported"),
        ("Ann Hill spoke of a “shambolic” plan on Monday.", "scare quotes"),
    ],
)
def test_the_place_of_a_word_is_told(text: str, place: str | None) -> None:
    (hit,) = analyze(SAID + text).hits
    assert {"quoted", "reported", "scare quotes"} & hit.factors.keys() == ({place} if place else set())


def test_the_weight_is_the_product_of_what_is_shown() -> None:
    entries = {entry.id: entry for lexicon in load_lexicons() for entry in lexicon.entries}
    text = "Ann Hill said that the utterly shambolic plan was not reckless. Critics slammed the mayor’s “vile” lies."
    hits = analyze(SAID + text).hits
    assert {"negated", "intensified", "reported", "scare quotes"} <= {name for hit in hits for name in hit.factors}
    for hit in hits:
        assert hit.weight == pytest.approx(entries[hit.entry].weight * prod(hit.factors.values()), abs=1e-4)
        assert 1 not in hit.factors.values()
        assert hit.factors.get(hit.category, 1) == loaded.factors().categories.get(hit.category, 1)
