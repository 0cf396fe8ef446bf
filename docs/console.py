"""Run the commands of a Markdown page's console blocks and put what they print into the page: `make docs`.

A block begins with a line of three backticks and `console`; in it each line `$ command` is followed by
what the command prints. Pages that show what the tool no longer says fail a test.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/ci.md", "docs/tutorial.md", "docs/howto-article.md", "docs/howto-corpus.md")

_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_DROPPED = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS")


def refreshed(page: str) -> str:
    """The page with the present output of its commands."""
    return _BLOCK.sub(lambda block: "\n".join(map(_session, _commands(block[0]))), page)


def _commands(block: str) -> list[str]:
    """The commands of a block; a line that ends with a backslash goes on in the next."""
    return re.findall(r"^\$ ((?:.*\\\n)*.*)$", block, re.MULTILINE)


def _session(command: str) -> str:
    variables = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    variables["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), variables["PATH"]])
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    lines = done.stdout.decode().splitlines()
    return "".join(f"{line}".rstrip() + "\n" for line in [f"$ {command}", *lines])


if __name__ == "__main__":
    for name in PAGES:
        path = ROOT / name
        path.write_text(refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")
