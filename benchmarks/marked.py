"""Write measured figures into a page, between two marks, so that nobody copies them by hand."""

from __future__ import annotations

import re
import sys
from pathlib import Path

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def write(file: Path, lines: list[str]) -> None:
    """Put the lines in place of what stands between the marks; ends the process where there are none."""
    text = file.read_text(encoding="utf-8")
    figures = "\n".join([BEGIN, *lines, END])
    changed, count = re.subn(f"{BEGIN}.*?{END}", lambda _: figures, text, flags=re.DOTALL)
    if not count:
        sys.exit(f"{file} has no marks {BEGIN} and {END}")
    file.write_text(changed, encoding="utf-8")
