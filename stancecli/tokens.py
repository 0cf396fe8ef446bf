"""Cut text into words with their places. Shared by everything that compares words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, compress, islice, repeat
from operator import sub
from typing import NamedTuple

_ACCENTS = "\u0300-\u036f"  # accents and the like that stand after their letter
_JOINERS = "\u00ad\u200c\u200d\u2060"  # soft hyphens and what else is invisible within a word
_INVISIBLE = re.compile(f"[{_JOINERS}\u200b\ufeff\u200e\u200f]")

# The pieces cover the whole text, so that places are sums of lengths and never searched for; the space behind
# a word belongs to its piece, which halves their number.
# In order: plain words, which are most (those of ASCII before a space first: they need no look into Unicode); other
# white space; addresses; abbreviations with inner stops; numbers; words with inner apostrophes (O'Brien, gov't) but not
# clitics; clitics; runs of stops and dashes; double marks made of single ones, after the single one that ends a quote
# within a quote; any other sign. Both cases are spelt out: a pattern that ignores case is a fifth slower.
_CLITIC = "[sS]|[rR][eE]|[vV][eE]|[lL][lL]|[dD]|[mM]"
PIECE = re.compile(
    r"[a-zA-Z]+ "
    rf"|[^\W\d_][\w{_ACCENTS}{_JOINERS}]+(?![\w{_ACCENTS}{_JOINERS}'’:]) ?"
    r"|\s+"
    r"|(?:"
    r"[hH][tT][tT][pP][sS]?://[^\s<>\"”’)\]]*[\w/]"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b(?!['’]))?"
    r"|\d+(?:[.,]\d+)*\w*"
    rf"|\w[\w{_ACCENTS}{_JOINERS}]*(?:['’](?!(?:{_CLITIC})\b|(?<=[nN]['’])[tT]\b)\w+)*"
    rf"|(?<=[\w.])['’](?:{_CLITIC}|[tT])\b"
    r"|\.{2,}|-{2,}"
    r"|(?<=\S)'(?=''(?!'))|``|''|’’|‘‘"
    r"|\S"
    r") ?"
)


class Tokens(NamedTuple):
    """Words in lower case with straight apostrophes, and the characters at which each stands."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class _Lowered(dict[str, str]):
    """The word that each distinct piece stands for, made once; "" for white space and the invisible."""

    def __missing__(self, piece: str) -> str:
        word = _INVISIBLE.sub("", piece.rstrip(" ")).lower().replace("’", "'")
        word = self[piece] = "" if word.isspace() else word
        return word


_NOT = ("'t", "’t", "'T", "’T")
_LOWERED = _Lowered()
_MOST_LOWERED = 200_000


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Cut `text[start:end]`; the places returned count from the beginning of `text`.

    Clitics ("'s", "n't", "'re") are words of their own, as are hyphens and punctuation; a web address is
    one word. Runs in time linear in the length of the text.
    """
    return tokenize_parts(text, [(start, len(text) if end is None else end)])


def tokenize_parts(text: str, parts: Iterable[tuple[int, int]]) -> Tokens:
    """Cut the parts of `text` (start and end of each; in order, without overlaps) and nothing between them."""
    pieces: list[str] = []
    covered = 0
    for start, end in parts:
        if start > covered:
            pieces.append(" " * (start - covered))
        pieces += _pieces(text[start:end])
        covered = end
    words = _lowered(pieces)
    places = list(accumulate(map(len, pieces), initial=0))
    ends = map(sub, islice(places, 1, None), map(str.endswith, pieces, repeat(" ")))
    return Tokens(tuple(filter(None, words)), tuple(compress(places, words)), tuple(compress(ends, words)))


def _pieces(text: str) -> list[str]:
    """The whole text, piece by piece."""
    pieces = PIECE.findall(text)
    for clitic in _NOT:
        if clitic in text:
            _split_negations(pieces, clitic)
            _split_negations(pieces, clitic + " ")
    return pieces


def _lowered(pieces: list[str]) -> list[str]:
    """The word that each piece stands for."""
    if len(_LOWERED) > _MOST_LOWERED:
        _LOWERED.clear()
    return list(map(_LOWERED.__getitem__, pieces))


def _split_negations(pieces: list[str], clitic: str) -> None:
    """Turn "don", "'t" into "do", "n't", the way that English is annotated everywhere."""
    at = 0
    for _ in range(pieces.count(clitic)):
        at = pieces.index(clitic, at + 1)
        before = pieces[at - 1]
        if len(before) > 1 and before[-1] in "nN":
            pieces[at - 1], pieces[at] = before[:-1], before[-1] + clitic


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as they stand in a text: what to compare with `Parse.words`."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():  # most phrases: nothing but words
        return tuple(phrase.lower().split())
    return tuple(filter(None, _lowered(_pieces(phrase))))
