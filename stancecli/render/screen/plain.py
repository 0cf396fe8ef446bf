"""Untrusted text made fit for a terminal: words of articles, lexicons and file names."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_TYPOGRAPHY = str.maketrans(
    {"‘": "'", "’": "'", "‚": ",", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "--", "−": "-"}
    | {"…": "...", "→": "->", "×": "x", "·": "*", "•": "*"}
)


def plain(text: str, unicode: bool = True) -> str:
    r"""`text` in one line, with what a terminal would obey or could not show written as an escape.

    Controls, marks that turn the direction of writing, lone surrogates and all else that Unicode
    calls not printable become `\x1b`, `\u202e` and so on. Without `unicode` the result is ASCII:
    typographic signs and accents are simplified, other letters escaped.
    """
    line = _SPACE.sub(" ", text)
    if not line.isprintable():
        line = "".join([char if char.isprintable() else _escape(char) for char in line])
    return line if unicode or line.isascii() else _ascii(line)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _ascii(line: str) -> str:
    bare = unicodedata.normalize("NFKD", line.translate(_TYPOGRAPHY))
    kept = "".join([char for char in bare if not unicodedata.combining(char)])
    return kept.encode("ascii", "backslashreplace").decode("ascii")
