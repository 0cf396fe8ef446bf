"""A report of a thousand articles: it opens at once, and draws what is looked at."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest
from process import ROOT

from stancecli.model import Input, Report
from stancecli.pipeline import answer, prepare
from stancecli.render import Run
from stancecli.render.reported import Page, told
from stancecli.render.reported.html import render
from stancecli.render.screen.canvas import Canvas

ARTICLES = sorted((ROOT / "tests" / "golden" / "attribution").glob("*.txt"))
MOST_SECONDS = 2.0
"""Of work for the browser's main thread until the page can be used, as on a machine that does nothing else."""


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tools = prepare()
    entries = {entry.id: entry for lexicon in tools.lexicons for entry in lexicon.entries}
    outlets = ("Gazette", "Herald", "Post", "Wire")
    inputs = [
        Input(id=path.stem, data=path.read_text(encoding="utf-8"), outlet=outlets[number % 4])
        for number, path in enumerate(ARTICLES)
    ]
    answers = [one for one in answer(inputs, tools) if isinstance(one.report, Report)]
    articles = tuple(islice(cycle([told(one, entries) for one in answers]), 1000))
    page = tmp_path_factory.mktemp("large") / "report.html"
    page.write_text(render(Page("A thousand articles", articles, ()), Canvas(Run(()))), encoding="utf-8")
    return page


def test_a_thousand_articles_open_within_two_seconds_of_work(thousand: Path, browser: Any) -> None:
    page = browser.new_page()
    meter = page.context.new_cdp_session(page)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(thousand.as_uri())
    figures = {one["name"]: one["value"] for one in meter.send("Performance.getMetrics")["metrics"]}
    assert page.locator("#told").inner_text().startswith("1,000 of 1,000 articles")
    assert figures["TaskDuration"] < MOST_SECONDS
    took = page.evaluate(
        """() => { const begun = performance.now(); const outlet = document.querySelector("[name=outlet]");
        outlet.value = "1"; outlet.dispatchEvent(new Event("change", { bubbles: true }));
        document.body.offsetHeight; return performance.now() - begun }"""
    )
    assert page.locator("#told").inner_text().startswith("300 of 1,000 articles")
    assert took < 1000
    page.close()


def test_what_is_led_to_is_drawn(thousand: Path, opened: Any) -> None:
    page = opened(thousand)
    assert len(page.query_selector_all("article section")) < 3 * 10
    page.locator("#rows a").last.click()
    page.locator("#a1000 .text").wait_for()
    page.get_by_role("button", name="Previous word").click()
    assert page.evaluate("document.activeElement.closest('article').id") == "a1000"
    page.get_by_role("button", name="Next word").click()
    assert page.evaluate("document.activeElement.closest('article').id") == "a1"
    assert page.locator("#a700 section").count() == 0


def test_an_address_leads_into_an_article(thousand: Path, browser: Any) -> None:
    page = browser.new_page()
    page.goto(f"{thousand.as_uri()}#a702w1")
    mark = page.locator("mark:has(+ sup a:target)")
    mark.wait_for()
    assert mark.evaluate("one => one.closest('article').id") == "a702"
    page.close()


def test_more_evidence_is_drawn_when_asked_for(thousand: Path, opened: Any) -> None:
    page = opened(thousand)
    groups = page.locator("#groups details")
    before = groups.count()
    left = page.evaluate("JSON.parse(document.getElementById('index').textContent).groups.length")
    assert before == min(left, 200)
    page.locator("#groups summary").first.click()
    page.locator("#groups details[open] li").first.wait_for()


def test_all_that_is_selected_is_printed(thousand: Path, opened: Any) -> None:
    page = opened(thousand)
    page.select_option("select[name=target]", index=1)
    chosen = int(page.locator("#told").inner_text().partition(" ")[0])
    assert 0 < chosen < 1000
    assert len(page.pdf()) > 100_000
    assert len(page.query_selector_all("article:not([hidden]) .text")) == chosen
    assert len(page.query_selector_all("article[hidden] .text")) < 10
