"""Pages in a real browser: what tests of reports ask of them."""

from __future__ import annotations

from typing import Any


def drawn(page: Any) -> Any:
    """The page, with its articles drawn, as by one who scrolls through it."""
    for number, article in enumerate(page.locator("article").all(), 1):
        if article.is_visible():
            article.scroll_into_view_if_needed()
            page.locator(f"#a{number} section").first.wait_for(state="attached")
    return page


def shown(page: Any, selector: str) -> list[str]:
    return [one.inner_text() for one in page.locator(selector).all() if one.is_visible()]
