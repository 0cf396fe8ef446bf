"""Write measured figures into a page, between two marks, so that nobody copies them by hand."""

from __future__ import annotations

import re
import sys
from pathlib import Path


def write(file: Path, lines: list[str], name: str = "figures") -> None:
    """Put the lines in place of what stands between the marks of that name; ends the process where there are none."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    text = file.read_text(encoding="utf-8")
    figures = "\n".join([begin, *lines, end])
    changed, count = re.subn(f"{begin}.*?{end}", lambda _: figures, text, flags=re.DOTALL)
    if not count:
        sys.exit(f"{file} has no marks {begin} and {end}")
    file.write_text(changed, encoding="utf-8")
