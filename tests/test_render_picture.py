"""The pictures in the README are what the examples really give."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType
from xml.etree import ElementTree

import pytest
from process import ROOT

SHOWN = {"stance-table": ("Ida", "Lund"), "explain": ("generous", "Notes", "Voices"), "compare": ("claimed", "goons")}
"""Each picture of the README, and some of its words."""


@pytest.fixture(scope="module")
def drawing() -> ModuleType:
    spec = importlib.util.spec_from_file_location("picture", ROOT / "docs" / "picture.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["picture"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", SHOWN)
def test_the_picture_is_what_the_run_gives(name: str, drawing: ModuleType) -> None:
    picture = next(each for each in drawing.PICTURES if each.name == name)
    kept = (ROOT / "docs" / f"{name}.svg").read_text(encoding="utf-8")
    assert drawing.drawn(picture) == kept, "make docs"


@pytest.mark.parametrize("name", SHOWN)
def test_the_picture_needs_nothing_from_anywhere(name: str) -> None:
    text = (ROOT / "docs" / f"{name}.svg").read_text(encoding="utf-8")
    assert text.count("http") == 1 and 'xmlns="http://www.w3.org/2000/svg"' in text
    assert text.count("url(") == text.count("url(#")
    said = " ".join("".join(element.itertext()) for element in ElementTree.fromstring(text).iter())
    assert all(word in said for word in SHOWN[name])
    assert len(text) < 100_000


def test_the_readme_shows_every_picture(drawing: ModuleType) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {each.name for each in drawing.PICTURES} == set(SHOWN)
    assert all(f"](docs/{name}.svg)" in readme for name in SHOWN)
