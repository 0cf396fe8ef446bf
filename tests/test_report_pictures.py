"""Pictures of a report as people see it, kept in build/pictures to be looked at; and that each shows something else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browsing import drawn
from process import ARTICLE, ROOT, run

KEPT = ROOT / "build" / "pictures"
VIEWS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1200, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1200, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("pictures") / "report.html"
    stories = [ROOT / "tests" / "golden" / "compare" / f"{name}.txt" for name in ("gazette", "herald")]
    assert run("report", ARTICLE, *stories, "-q", "-o", page).code == 0
    return page


def test_pictures_are_kept(report: Path, opened: Any) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    taken = {}
    for name, how in VIEWS.items():
        page = opened(report, **how)
        page.locator("#groups summary").first.click()
        drawn(page)
        taken[name] = page.screenshot(path=KEPT / f"{name}.png", full_page=True)
    page.locator("article").first.scroll_into_view_if_needed()
    taken["article"] = page.screenshot(path=KEPT / "article.png")
    printed = opened(report, **VIEWS["light"]).pdf(path=KEPT / "print.pdf")
    assert printed.startswith(b"%PDF") and len(set(taken.values())) == len(taken)
    print(f"\npictures: {KEPT}")
