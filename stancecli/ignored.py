"""What `.gitignore` and `.stancecliignore` files keep out of a directory's articles."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILES = (".gitignore", ".stancecliignore")


class Ignored(NamedTuple):
    """The ignore files that hold for a folder, each with the folder it stands in, outermost first."""

    layers: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    @classmethod
    def above(cls, folder: str) -> Ignored:
        """What the folders around `folder` say, up to the root of its repository; nothing outside of one.

        A folder that they ignore was named on purpose: then they say nothing about what is in it.
        """
        parents: list[str] = []
        here = os.path.abspath(folder)
        while not os.path.exists(os.path.join(here, ".git")):
            here, inner = os.path.dirname(here), here
            if here == inner:
                return cls()
            parents.append(here)
        ignored = cls()
        for parent in reversed(parents):
            ignored = ignored.within(parent)
        return cls() if ignored.holds(folder, is_folder=True) else ignored

    def within(self, folder: str) -> Ignored:
        """The same, with the ignore files in `folder` itself. Raises `OSError` for one that cannot be read."""
        lines: list[str] = []
        for name in FILES:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                with open(path, encoding="utf-8", errors="replace") as stream:
                    lines += stream.read().splitlines()
        if not lines:
            return self
        return Ignored((*self.layers, (os.path.abspath(folder), _spec(lines))))

    def holds(self, path: str, is_folder: bool) -> bool:
        """Whether `path` is ignored: the innermost file that names it decides."""
        whole = os.path.abspath(path) if self.layers else path
        for folder, spec in reversed(self.layers):
            inside = os.path.relpath(whole, folder).replace(os.sep, "/")
            verdict = spec.check_file(inside + "/" if is_folder else inside).include
            if verdict is not None:
                return bool(verdict)
        return False


def _spec(lines: list[str]) -> GitIgnoreSpec:
    """The patterns in the lines of ignore files; a line that is none ("!", "[z-a]") names nothing, as for Git."""
    from pathspec import GitIgnoreSpec

    patterns: list[Any] = []  # what they are called depends on the version
    for line in lines:
        with suppress(ValueError, re.error):
            patterns += GitIgnoreSpec.from_lines([line]).patterns
    return GitIgnoreSpec(patterns)
