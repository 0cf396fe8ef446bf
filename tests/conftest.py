"""What tests of the command line share: the tool, an article, and a folder of articles."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from process import ARTICLE, Tool, run

# The same examples on every run, so that a red test is the change's own; --hypothesis-profile=default looks further.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")


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
