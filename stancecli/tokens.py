"""Cut text into words with their places. Shared by everything that compares words."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

# The pieces cover the whole text, so that places are sums of lengths and never searched for.
# In order: white space; abbreviations with inner stops; numbers; words with inner apostrophes
# (O'Brien, gov't) but not clitics; clitics; runs of stops, dashes and TeX quotes; any other sign.
_PIECE = re.compile(
    r"\s+"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b(?!['’]))?"
    r"|\d+(?:[.,]\d+)*\w*"
    r"|\w+(?:['’](?!(?:s|re|ve|ll|d|m)\b|(?<=n['’])t\b)\w+)*"
    r"|(?<=\w)['’](?:s|re|ve|ll|d|m|t)\b"
    r"|\.{2,}|-{2,}|``|''"
    r"|\S",
    re.IGNORECASE,
)


class Tokens(NamedTuple):
    """Words in lower case with straight apostrophes, and the characters at which each stands."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class _Lowered(dict[str, str]):
    """Each distinct piece is lower-cased once."""

    def __missing__(self, piece: str) -> str:
        lowered = self[piece] = piece.lower().replace("’", "'")
        return lowered


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Cut `text[start:end]`; the places returned count from the beginning of `text`.

    Clitics ("'s", "n't", "'re") are words of their own, as are hyphens and punctuation. Runs in time
    linear in the length of the text.
    """
    pieces: list[str] = _PIECE.findall(text if end is None and not start else text[start:end])
    if "'t" in text or "’t" in text:
        _split_negations(pieces)
    places = list(accumulate(map(len, pieces), initial=start))
    lowered = _Lowered()
    kept = [i for i, piece in enumerate(pieces) if not piece.isspace()]
    return Tokens(
        tuple([lowered[pieces[i]] for i in kept]),
        tuple([places[i] for i in kept]),
        tuple([places[i + 1] for i in kept]),
    )


def _split_negations(pieces: list[str]) -> None:
    """Turn "don", "'t" into "do", "n't", the way that English is annotated everywhere."""
    for i, piece in enumerate(pieces):
        if len(piece) == 2 and piece in {"'t", "’t", "'T", "’T"} and i and pieces[i - 1][-1:] in {"n", "N"}:
            before = pieces[i - 1]
            if len(before) > 1:
                pieces[i - 1], pieces[i] = before[:-1], before[-1] + piece


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as they stand in a text: what to compare with `Parse.words`."""
    return tokenize(phrase).words
