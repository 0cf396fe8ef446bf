"""Pages in a real browser: what tests of reports ask of them."""

from __future__ import annotations

from typing import Any

import pytest


def drawn(page: Any) -> Any:
    """The page, with its articles drawn, as by one who scrolls through it."""
    for number, article in enumerate(page.locator("article").all(), 1):
        if article.is_visible():
            article.scroll_into_view_if_needed()
            page.locator(f"#a{number} section").first.wait_for(state="attached")
    return page


def without_barriers(page: Any) -> None:
    """That axe-core finds nothing that keeps anybody out; the page was opened with `bypass_csp`."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core looks for barriers")
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def shown(page: Any, selector: str) -> list[str]:
    return [one.inner_text() for one in page.locator(selector).all() if one.is_visible()]
