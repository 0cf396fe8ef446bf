"""Measure how long a report takes to write and to open in Chromium, and print a Markdown table.

    opening.py                      1,000 articles of about 500 words
    opening.py --articles 200       fewer
    opening.py --words 750          longer: paragraphs of the next article are added up to so many words
    opening.py --into FILE.md       write the table between the marks in FILE too
    opening.py --check              exit with 1 where it opens in more than two seconds, or filters in more than one

It opens from a file, in a new window each time, and the best of several runs is told: from the start of navigation until the
filters act and the page has been painted. Needs Chromium, and Playwright to drive it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import marked
from playwright.sync_api import Browser, sync_playwright
from speed import articles, ms, output, spelled

MOST_SECONDS = 2.0
"""Until a report can be used."""
MOST_FILTER = 1.0
"""Seconds that a filter may take."""
USABLE = """new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
    if (!document.getElementById("told").textContent) throw new Error("the filters do not act");
    done(performance.now());
})))"""
FILTERED = """(() => {
    const begun = performance.now(), outlet = document.querySelector("[name=outlet]");
    outlet.selectedIndex = 1;
    outlet.dispatchEvent(new Event("change", { bubbles: true }));
    document.body.offsetHeight;
    return performance.now() - begun;
})()"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000, help="how many (1000)")
    parser.add_argument("--words", type=int, default=0, help="of each article at least; as they are (0)")
    parser.add_argument("--repeat", type=int, default=5, help="take the best of so many runs (5)")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a figure is past its bound")
    parser.add_argument("--into", type=Path, metavar="FILE", help="write the table between the marks in FILE too")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        corpus, words = records(Path(folder), args.articles, args.words)
        begun = time.perf_counter()
        output([sys.executable, "-m", "stancecli", "report", str(corpus), "--quiet", "-o", str(page)])
        wrote, size = time.perf_counter() - begun, page.stat().st_size
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            visits = [visit(browser, page) for _ in range(args.repeat)]
            browser.close()
    opened, worked, filtered = (min(figures) for figures in zip(*visits, strict=True))
    rows = [
        ("articles, words", f"{args.articles:,}, {words:,}"),
        ("size of the page", f"{size / 1e6:.1f} MB"),
        ("read, answered and written", f"{wrote:.0f} s"),
        ("**opens**: from navigation until it can be used", f"**{ms(opened)} ms**"),
        ("of that, work of the page's own thread", f"{ms(worked)} ms"),
        ("a filter acts, and the page is laid out anew", f"{ms(filtered)} ms"),
    ]
    lines = ["| what | figure |", "| --- | --- |", *(f"| {name} | {figure} |" for name, figure in rows), ""]
    print(*lines, sep="\n")
    if args.into:
        marked.write(args.into, lines, "opening")
    if args.check and (opened > MOST_SECONDS or filtered > MOST_FILTER):
        sys.exit(f"past its bound: opens in {opened:.1f} s, filters in {filtered:.1f} s")


def records(folder: Path, count: int, least: int) -> tuple[Path, int]:
    """The project's articles of so many words, over and over, each time with other people; and how many words they have."""
    outlets = ("Gazette", "Herald", "Post", "Wire", "Globe")
    corpus, words = folder / "corpus.jsonl", 0
    with corpus.open("w", encoding="utf-8") as lines:
        for number, text in enumerate(islice(cycle(lengthened(articles(), least)), count)):
            told = text.replace("Lund", spelled(number)).replace("Brandt", spelled(number + 1))
            day = date(2026, 1, 1) + timedelta(days=number % 300)
            words += len(told.split())
            record = {"id": f"{number}", "text": told, "outlet": outlets[number % 5], "date": f"{day}"}
            lines.write(json.dumps(record) + "\n")
    return corpus, words


def lengthened(texts: Sequence[str], least: int) -> list[str]:
    """The texts, each with as many paragraphs of the next ones as make it so many words long."""
    found = []
    for number, text in enumerate(texts):
        more = (part for other in (*texts[number + 1 :], *texts[:number]) for part in other.split("\n\n")[1:])
        while len(text.split()) < least:
            text += f"\n\n{next(more).strip()}"
        found.append(text)
    return found


def visit(browser: Browser, page: Path) -> tuple[float, float, float]:
    """Seconds until the page can be used, of work for that, and for a filter."""
    context = browser.new_context()
    window = context.new_page()
    meter: Any = context.new_cdp_session(window)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    window.goto(page.as_uri(), wait_until="commit")
    window.wait_for_load_state("load")
    opened = window.evaluate(USABLE) / 1000
    worked = next(
        one["value"] for one in meter.send("Performance.getMetrics")["metrics"] if one["name"] == "TaskDuration"
    )
    filtered = window.evaluate(FILTERED) / 1000
    context.close()
    return opened, worked, filtered


if __name__ == "__main__":
    main()
