"""The site: it builds without a warning, leads nowhere wrong, and loads nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from process import ROOT, environment

pytest.importorskip("material", reason="the site is made by Material for MkDocs: pip install -e '.[docs]'")

LOADED = re.compile(r"""<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)=["']?((?:https?:)?//[^"'\s>]+)""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=ROOT,
        env=environment(NO_MKDOCS_2_WARNING="1"),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        assert LOADED.findall(page.read_text(encoding="utf-8")) == [], page.name
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(?:https?:)?//", sheet.read_text(encoding="utf-8")), sheet.name


def test_reference_is_made_from_the_code(site: Path) -> None:
    schema = (site / "schema.html").read_text(encoding="utf-8")
    assert 'id="hit"' in schema and "<code>polarity</code>" in schema
    categories = (site / "categories.html").read_text(encoding="utf-8")
    assert "<code>name-calling</code>" in categories and "<code>predicates-" in categories


def test_pages_from_elsewhere_lead_to_pages(site: Path) -> None:
    index = (site / "index.html").read_text(encoding="utf-8")
    assert 'href="method.html"' in index and 'href="accuracy.html"' in index and 'src="stance-table.svg"' in index
    assert 'href="docs/' not in index
