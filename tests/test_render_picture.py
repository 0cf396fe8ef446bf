"""The picture in the README is what the example article really gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "stance-table.svg"


def test_the_picture_is_what_the_run_gives():
    made = subprocess.run([sys.executable, "docs/picture.py"], cwd=ROOT, capture_output=True, check=True)
    assert made.stdout == PICTURE.read_bytes(), "make docs"


def test_the_picture_needs_nothing_from_anywhere():
    text = PICTURE.read_text(encoding="utf-8")
    assert text.count("http") == 1 and 'xmlns="http://www.w3.org/2000/svg"' in text
    assert text.count("url(") == text.count("url(#")
    ElementTree.fromstring(text)
    assert "Ida" in text and "Lund" in text
