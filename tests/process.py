"""The tool as a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "examples" / "harbour.txt"


class Done(NamedTuple):
    """A process that has ended."""

    code: int
    out: str
    err: str


Tool = Callable[..., Done]


_OTHERS = {
    "GITHUB_ACTIONS",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONHASHSEED",
    "PYTHONIOENCODING",
}


def environment(**changes: str) -> dict[str, str]:
    """The variables of a plain terminal, so that those of whoever runs the tests do not matter."""
    kept = {name: value for name, value in os.environ.items() if name not in _OTHERS}
    return kept | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | changes


def run(*args: str | Path, stdin: bytes = b"", cwd: Path | None = None, **variables: str) -> Done:
    """Run `stancecli` with these arguments to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "stancecli", *map(str, args)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(**variables),
        timeout=120,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())
