"""README shows what the tool really does: its commands are run and compared, its links lead somewhere."""

from __future__ import annotations

import doctest
import importlib.util
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from process import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


def refreshed() -> Callable[[str], str]:
    spec = importlib.util.spec_from_file_location("console", ROOT / "docs" / "console.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.refreshed


@pytest.mark.parametrize(
    ("name", "commands"), [("README.md", 4), ("tutorial.md", 3), ("howto-article.md", 2), ("howto-corpus.md", 1)]
)
def test_commands_print_what_the_page_says(name: str, commands: int) -> None:
    """If not: `make docs`, and read what has changed."""
    page = next(page for page in PAGES if page.name == name).read_text(encoding="utf-8")
    assert page.count("\n$ stancecli ") >= commands
    assert refreshed()(page) == page


@pytest.mark.parametrize("name", ["README.md", "docs/howto-library.md"])
def test_the_library_does_what_the_page_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")
    assert result.attempted >= 3 and result.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_readme_names_both_commands_and_what_scores_are_not() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    for words in (
        "make demo",
        "source .venv/bin/activate",
        "pip install '.[pdf,docx]'",
        "make test",
        "pip install .",
        "pipx install .",
        "wording, not truth",
    ):
        assert words in page
