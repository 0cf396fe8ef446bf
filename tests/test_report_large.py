"""A report of a thousand articles: it opens with little work, and draws what is looked at."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from process import ROOT

from stancecli.model import Input, Report
from stancecli.pipeline import answer, prepare
from stancecli.render import Run
from stancecli.render.reported import Page, told
from stancecli.render.reported.html import render
from stancecli.render.screen.canvas import Canvas

ARTICLES = sorted((ROOT / "tests" / "golden" / "attribution").glob("*.txt"))
MOST_GROWTH = 15
"""Ten times as many articles may take so many times the work: a little more than ten."""
MOST_SECONDS, MOST_FILTERING = 2, 1
"""Of the page's own thread, until a thousand articles are open, and until a filter has acted."""
FILTER = """() => { const outlet = document.querySelector("[name=outlet]");
    outlet.value = "1"; outlet.dispatchEvent(new Event("change", { bubbles: true })); document.body.offsetHeight }"""


class Visit(NamedTuple):
    """Seconds of work of the page's own thread: until it is open, and for a filter to act."""

    opened: float
    filtered: float


@pytest.fixture(scope="module")
def sized(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Reports of the same articles over and over, by how many they have."""
    tools = prepare()
    entries = {entry.id: entry for lexicon in tools.lexicons for entry in lexicon.entries}
    outlets = ("Gazette", "Herald", "Post", "Wire")
    inputs = [
        Input(id=path.stem, data=path.read_text(encoding="utf-8"), outlet=outlets[number % 4])
        for number, path in enumerate(ARTICLES)
    ]
    answers = [told(one, entries) for one in answer(inputs, tools) if isinstance(one.report, Report)]
    folder = tmp_path_factory.mktemp("large")
    pages = {size: folder / f"{size}.html" for size in (100, 1000)}
    for size, page in pages.items():
        articles = tuple(islice(cycle(answers), size))
        page.write_text(render(Page(f"{size} articles", articles, ()), Canvas(Run(()))), encoding="utf-8")
    return pages


@pytest.fixture
def thousand(sized: dict[int, Path]) -> Path:
    return sized[1000]


def visit(browser: Any, file: Path) -> Visit:
    page = browser.new_page()
    meter = page.context.new_cdp_session(page)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})

    def work() -> float:
        figures = meter.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in figures if one["name"] == "TaskDuration"))

    page.goto(file.as_uri())
    opened = work()
    page.evaluate(FILTER)
    filtered = work() - opened
    page.close()
    return Visit(opened, filtered)


def test_ten_times_as_many_articles_take_ten_times_the_work_at_the_most(sized: dict[int, Path], browser: Any) -> None:
    few, many = (
        Visit(*map(min, zip(*(visit(browser, sized[size]) for _ in range(3)), strict=True))) for size in (100, 1000)
    )
    assert many.opened < MOST_SECONDS and many.filtered < MOST_FILTERING
    assert many.opened < MOST_GROWTH * few.opened
    assert many.filtered < many.opened, "a filter takes less than to open the page anew"


def test_a_filter_draws_no_more_than_what_is_looked_at(thousand: Path, browser: Any) -> None:
    page = browser.new_page()
    page.goto(thousand.as_uri())
    assert page.locator("#told").inner_text().startswith("1,000 of 1,000 articles")
    page.evaluate(FILTER)
    assert page.locator("#told").inner_text().startswith("300 of 1,000 articles")
    assert len(page.query_selector_all("article section")) < 3 * 10
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
