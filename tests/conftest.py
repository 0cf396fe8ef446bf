"""What tests share: the tool, an article, a folder of articles, and a browser."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from process import ARTICLE, Tool, run

# The same examples on every run, so that a red test is the change's own; --hypothesis-profile=default looks further.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """What `make faults` asks for."""
    parser.addoption("--faults", action="store_true", help="all faults, not a sample of them")
    parser.addoption(
        "--fuzz", type=float, default=0.0, metavar="SECONDS", help="look for failures so long in each fuzzer"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Compiled lexicons of a run are kept apart from those of whoever runs it, and shared by all its processes."""
    if hasattr(config, "workerinput"):  # one of several workers: it inherits the variable
        return
    folder, patch = tempfile.TemporaryDirectory(), pytest.MonkeyPatch()
    patch.setenv("STANCECLI_CACHE_DIR", folder.name)
    config.add_cleanup(folder.cleanup)
    config.add_cleanup(patch.undo)


@pytest.fixture(scope="session")
def stancecli() -> Tool:
    return run


@pytest.fixture(scope="session")
def harbour() -> Path:
    return ARTICLE


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A directory with two short articles, one of them deeper down."""
    folder = tmp_path / "news"
    (folder / "later").mkdir(parents=True)
    (folder / "a.txt").write_text('"The goons are shameless liars," said Ida Lund.\n', encoding="utf-8")
    (folder / "later" / "b.txt").write_text("The council met on Monday. Ida Lund said it was cold.\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, where it is installed; it reaches no network of its own accord."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the browser is driven by Playwright")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("there is no Chromium to open the page in")
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    if sys.platform == "linux" and os.getuid() == 0:
        quiet.append("--no-sandbox")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=quiet)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any) -> Iterator[Any]:
    """What opens a page, and at the end finds that it asked for nothing, and that no error came up."""
    contexts, asked, errors = [], [], []

    def visit(file: Path, **how: Any) -> Any:
        context = browser.new_context(**how)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text))
        page.on("dialog", lambda dialog: errors.append(dialog.message))
        page.goto(file.as_uri())
        return page

    yield visit
    assert [url for url in asked if not url.startswith("file:") or not url.partition("#")[0].endswith(".html")] == []
    assert errors == []
    for context in contexts:
        context.close()
