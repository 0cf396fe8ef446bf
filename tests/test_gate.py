"""Gates: what a rule says, where its mistakes are, and what crosses it."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancecli.errors import Exit, UsageError
from stancecli.gate import FIGURES, crossings, parse_rule
from stancecli.model import ActorRow, Framing, Report, Stamp


def row(name: str, **figures: float | None) -> ActorRow:
    values = {"statements": 0, "words": 0, "loaded": 0, "density": None, "intensity": 0.0} | figures
    return ActorRow(name=name, kind="person", mentions=(), categories={}, framed=Framing(), **values)


def report(*actors: ActorRow) -> Report:
    return Report(
        schema="", id="a.txt", title=None, url=None, date=None, outlet=None, language="en", words=0, sentences=0, text=None, attributions=(), withheld=(),
        actors=actors, hits=(), stances=(), quoted_words=0, quoted_words_attributed=0, warnings=(),
        stamp=Stamp(version="", lexicons={}, settings="", input=""),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "actor", "figure", "comparison", "limit"),
    [
        ("author.density > 3", "author", "density", ">", 3),
        ("author.density>3.5", "author", "density", ">", 3.5),
        ('"Juan Guaido".density > 2', "Juan Guaido", "density", ">", 2),
        ("Juan  Guaido . loaded >= 5", "Juan Guaido", "loaded", ">=", 5),
        ('"U.S. officials".words != 0', "U.S. officials", "words", "!=", 0),
        ("G20.intensity <= .5", "G20", "intensity", "<=", 0.5),
        ("5 Star Movement.statements == 2", "5 Star Movement", "statements", "==", 2),
        ("O'Brien-Walsh.density < -1", "O'Brien-Walsh", "density", "<", -1),
    ],
)
def test_a_rule_is_read(text: str, actor: str, figure: str, comparison: str, limit: float) -> None:
    rule = parse_rule(text)
    assert (rule.actor, rule.figure, rule.comparison, rule.limit) == (actor, figure, comparison, limit)


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("", "expected the name of an actor", 0),
        ("density > 3", "expected a full stop and a figure", 8),
        ("author.densty > 3", "did you mean density?", 7),
        ("author.mood > 3", "the figures are density", 7),
        ("author.density", "expected one of > >=", 14),
        ("author.density ~ 3", "expected one of > >=", 15),
        ("author.density = 3", "this is not understood", 15),
        ("author.density > many", "expected a number", 17),
        ("author.density > nan", "expected a number", 17),
        ("author.density > 3 or so", "expected the end", 19),
        ("author.density > 3.5.1", "this is not understood", 18),
        ('"author.density > 3', "a quotation mark is open", 0),
        ('"".density > 3', "expected the name of an actor", 0),
        ("U.S..density > 3", "quotation marks", 0),
        ("__import__('os').system > 3", "the figures are", 17),
    ],
)
def test_a_mistake_is_shown_where_it_stands(text: str, message: str, column: int) -> None:
    with pytest.raises(UsageError) as caught:
        parse_rule(text)
    first, _, mark = caught.value.message.split("\n")
    assert message in first
    assert mark == " " * (4 + column) + "^"
    assert caught.value.exit_code == Exit.USAGE


@given(st.text())
def test_any_text_is_a_rule_or_a_usage_error(text: str) -> None:
    with suppress(UsageError):
        assert parse_rule(text).figure in FIGURES


@pytest.mark.parametrize(
    ("rule", "crossed"),
    [
        ("author.density > 3", True),
        ("author.density > 4.25", False),
        ("author.density >= 4.25", True),
        ("AUTHOR.density != 4", True),
        ("author.loaded == 12", True),
        ("Ida Lund.density >= 0", False),  # too few words: no density is told
        ("Ida Lund.words < 30", True),
        ("Someone Else.words >= 0", False),
    ],
)
def test_what_crosses(rule: str, crossed: bool) -> None:
    told = report(row("author", density=4.25, loaded=12, words=280), row("Ida Lund", words=12))
    assert bool(list(crossings(told, [parse_rule(rule)]))) is crossed


def test_a_crossing_names_document_rule_and_value() -> None:
    (crossing,) = crossings(report(row("author", density=4.25)), [parse_rule("author.density > 3")])
    assert (crossing.document, crossing.rule.text, crossing.value) == ("a.txt", "author.density > 3", 4.25)
