"""Where reports and their sources end: not in the reporter's own words behind them."""

from __future__ import annotations

import pytest

from stancecli.pipeline import analyze


def told(text: str) -> list[tuple[str | None, str]]:
    """Source and content of each report, as written."""
    return [
        (
            text[slice(*one.source.spans[0])] if one.source else None,
            " … ".join(text[start:end] for start, end in one.content.spans),
        )
        for one in analyze(text).attributions
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Ida Lund, who says she was never consulted, will sue the council.", "who", "she was never consulted"),
        (
            "The union fears that hundreds of jobs will go, and its leader, Tom Vane, has called the plan a betrayal.",
            "The union",
            "that hundreds of jobs will go",
        ),
        ("“What a mess,” muttered one councillor as the lights went out.", "one councillor", "“What a mess,”"),
        ("In the view of Ida Lund, the deal is fair.", "Ida Lund", "the deal is fair"),
        ("Residents were told by the council to boil their water.", "the council", "to boil their water"),
        ("The crew was told by the harbour board that it was safe.", "the harbour board", "that it was safe"),
        ("There are fears that the dam could fail.", None, "that the dam could fail"),
        ("Greta Holm no longer supports Ida Lund.", "Greta Holm", "Ida Lund"),
    ],
)
def test_a_report_ends_where_the_reporter_goes_on(text: str, source: str | None, content: str) -> None:
    assert (source, content) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund, who says the bridge, if it opens, will be too small, is leaving.",
        "Ida Lund, who says the bridge is too small and the road too narrow, is leaving.",
    ],
)
def test_it_does_not_end_within_its_clause(text: str) -> None:
    ((_, content), *_) = told(text)
    assert content.startswith("the bridge") and content.endswith(("too small", "too narrow"))


def test_who_speaks_behind_but_did_not_say_what_stands_before() -> None:
    text = "Ida Lund has been accused of fraud, but Greta Holm said she was innocent."
    assert [source for source, content in told(text) if "Ida Lund" in content] == [None]
