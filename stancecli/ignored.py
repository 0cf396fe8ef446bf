"""What `.gitignore` and `.stancecliignore` files keep out of a directory's articles."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import count
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
        return Ignored((*self.layers, (os.path.abspath(folder), patterns_of(lines))))

    def holds(self, path: str, is_folder: bool) -> bool:
        """Whether `path` is ignored: the innermost file that names it decides."""
        whole = os.path.abspath(path) if self.layers else path
        for folder, spec in reversed(self.layers):
            inside = os.path.relpath(whole, folder).replace(os.sep, "/")
            verdict = spec.check_file(inside + "/" if is_folder else inside).include
            if verdict is not None:
                return bool(verdict)
        return False


def is_pattern(line: str) -> bool:
    """Whether a line is a pattern: "!" and "[z-a]" are none."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True


def patterns_of(lines: Iterable[str]) -> GitIgnoreSpec:
    """The patterns in lines as ignore files have them; a line that is none ("!", "[z-a]") names nothing, as for Git.

    However many stars they have, a name is looked at in little time.
    """
    from pathspec import GitIgnoreSpec

    patterns: list[Any] = []  # what they are called depends on the version
    for line in lines:
        with suppress(ValueError, re.error):
            patterns += GitIgnoreSpec.from_lines([line]).patterns
    for pattern in patterns:
        if pattern.regex is not None and pattern.regex.pattern.count("*") + pattern.regex.pattern.count(".+") > _FEW:
            pattern.regex = re.compile(_tamed(pattern.regex.pattern))
    try:
        return GitIgnoreSpec(patterns, backend="simple")  # others know no groups that look ahead
    except TypeError:  # a version that has no others
        return GitIgnoreSpec(patterns)


_FEW = 2
_STAR, _DEEP = "[^/]*", "(?:/.+)?/"
# What stands between two stars of one name: characters, sets, question marks.
_BETWEEN = re.compile(r"\[\^/\]\*((?:\\.|\[\^/\](?!\*)|\[(?!\^/\])(?:\\.|[^\]\\])*\]|[^][\\/()*+?|^$.])+)(?=\[\^/\]\*)")


def _tamed(regex: str) -> str:
    """The regular expression of a pattern, such that it gives up in little time, whatever the name.

    What stands between two stars may be taken where it is found first, for the second star bears with all that comes
    after. So no star ever has to be tried again, as with `fnmatch`.
    """
    first, *others = _BETWEEN.sub(_found_first(_STAR + "?"), regex).split(_DEEP)
    for number, part in enumerate(others[:-1]):
        first += f"(?=(?P<deep{number}>(?:/.+?)??/{part}(?=/)))(?P=deep{number})"
    return first + "".join(_DEEP + part for part in others[-1:])


def _found_first(star: str) -> Callable[[re.Match[str]], str]:
    numbers = count()
    return lambda found: f"(?=(?P<star{(n := next(numbers))}>{star}{found[1]}))(?P=star{n})"
