"""Turn parses into arrays: what the labeller sees of each token.

A token is seen twice over: as a *type* (its written form, described once) and in its *place*
(quotation zones, sentence and paragraph, cues). Names are masked: a capitalised word that is no
ordinary word is seen only by its shape and by the class that a table of facts gives it, so that
replacing a name by another of its kind changes nothing.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from itertools import compress

import numpy as np
import numpy.typing as npt

from stancecli import tables
from stancecli.attribute.cues import CueAt
from stancecli.model import Entry, Parse, Quotation

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

SUFFIXES = 2048
"""Rows for hashed endings of words."""

MOST_FORMS = 1 << 16
"""Written forms that are known at a time; a novel has a quarter of them."""

MASKED = (
    "<pad>", "<other>", "<name>", "<acronym>", "<initial>", "<number>", "<mixed>",
    "<country>", "<first name>", "<organisation>", "<group>",
)  # fmt: skip
"""Words of the vocabulary that stand for classes; their numbers are their positions here."""
PAD, OTHER, NAME, ACRONYM, INITIAL, NUMBER, MIXED, COUNTRY, FIRST_NAME, ORGANISATION, GROUP = range(len(MASKED))

SHAPES = ("pad", "lower", "capital", "upper", "mixed", "number", "sign")

_OPENERS = frozenset(("``", *"“\"‘'([«„:—–-`"))
_DAYS = """i monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december"""

FRAMES = (
    "that-clause", "to-infinitive", "noun-phrase", "of", "about", "quote",
    "speech", "thought", "attitude", "neutral", "doubtful", "endorsing", "hostile",
)  # fmt: skip
PLACES = (
    "in quote", "in nested", "in scare", "open mark", "close mark", "continues", "unclosed",
    "zone 3", "zone 8", "zone 20", "zone long", "after open", "before close",
    "sentence first", "sentence last", "sentence has quote", "sentence has cue", "sentence quoted",
    "headline", "first sentence", "last sentence", "paragraph first", "paragraph last", "paragraph opens quote",
    "paragraph closes quote", "paragraph ends colon", "paragraph has quote", "after colon", "after opening",
    "after unclosed", "after closing", "before opening", "transcript name", "transcript speech",
    "cue first", "cue inside", "cue noun",
)  # fmt: skip
FLAGS = len(PLACES) + len(FRAMES)
_PLACE = {name: column for column, name in enumerate(PLACES)}
_TRANSCRIPT = re.compile(r"(?:[^\W\d_][\w.'’-]*[ \t]+){0,4}[^\W\d_][\w.'’-]*(?: ?\([^()\n]{1,40}\))?:(?=\s)")


class Types:
    """Rows that describe distinct written forms, made when a form is first seen.

    A row is (word in a sentence, word where a capital is expected, suffix, shape). The table is kept
    between documents and forgotten where it grows too long, so that a corpus of any length costs constant
    memory, and each form its own row and no copy of the others.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._vocabulary = {word: number for number, word in enumerate(vocabulary)}
        self._numbers: dict[str, int] = {}
        self._table: Ints = np.empty((1 << 10, 4), dtype=np.int64)

    def columns(self, pieces: list[str], expected: Bools) -> tuple[Ints, Ints, Ints]:
        """Word, suffix and shape of each piece; `expected` says where a capital says nothing."""
        forms = set(pieces)
        new = forms.difference(self._numbers)
        if len(self._numbers) + len(new) > MOST_FORMS:
            self._numbers.clear()
            new = forms
        if new:
            self._learn(sorted(new))
        numbers = self._numbers
        rows = self._table[list(map(numbers.__getitem__, pieces))]
        words = np.where(expected, rows[:, 1], rows[:, 0])
        # Many surnames are somebody's first name too: who is called by one of them is told like all others.
        words[1:][(words[1:] == FIRST_NAME) & (words[:-1] == FIRST_NAME)] = NAME
        suffixes = np.where((words >= len(MASKED)) | (words == OTHER), rows[:, 2], 0)
        return words, suffixes, rows[:, 3]

    def number(self, word: str) -> int:
        """The number of a lower-cased word, that of `OTHER` for one that is not known."""
        return self._vocabulary.get(word, OTHER)

    def _learn(self, forms: list[str]) -> None:
        first = len(self._numbers)
        stop = first + len(forms)
        if stop > len(self._table):
            grown = np.empty((max(stop, 2 * len(self._table)), 4), dtype=np.int64)
            grown[:first] = self._table[:first]
            self._table = grown
        self._table[first:stop] = [self._describe(form) for form in forms]
        self._numbers.update(zip(forms, range(first, stop), strict=True))

    def _describe(self, piece: str) -> tuple[int, int, int, int]:
        word = piece.lower().replace("’", "'")
        known = self._vocabulary.get(word, OTHER)
        suffix = zlib.crc32(word[-3:].encode("utf-8", "replace")) % SUFFIXES
        if piece[0].isdigit():
            return (known if known != OTHER else NUMBER,) * 2 + (0, 5)
        if not piece[0].isalpha() and not piece[-1:].isalpha():
            return known, known, 0, 6
        if not piece[0].isupper():
            lower = piece.islower() or not piece[0].isalpha()
            return (known, known, suffix, 1) if lower else (MIXED, MIXED, 0, 4)
        if word in _kept():
            return known, known, suffix, 2
        mask = _classes().get(word) or ((INITIAL if len(piece) == 1 else ACRONYM) if piece.isupper() else NAME)
        shape = 3 if piece.isupper() and len(piece) > 1 else 2
        ordinary = known if known != OTHER else mask
        return mask, ordinary, suffix if known != OTHER else 0, shape


@cache
def _kept() -> frozenset[str]:
    """Words with a capital that name nobody: offices, days, months."""
    titles = tables.titles()
    # Professions and ranks came after the weights.
    return titles.heads - titles.professions - titles.ranks | frozenset(_DAYS.split())


@cache
def _classes() -> dict[str, int]:
    """By word; of two classes the later one here counts ("Scot" is a first name rather than somebody from Scotland)."""
    countries = tables.countries().countries
    demonyms = [phrase for row in countries for phrase in row.demonyms]
    names = [phrase for row in countries for phrase in (row.name, *row.aliases)]
    return {
        **{phrase.lower(): COUNTRY for phrase in demonyms if " " not in phrase},
        **dict.fromkeys(tables.first_names().genders, FIRST_NAME),
        **dict.fromkeys(tables.organisations().heads, ORGANISATION),
        **dict.fromkeys(tables.groups().plural, GROUP),
        **{phrase.lower(): COUNTRY for phrase in names if " " not in phrase},
    }


def pieces_of(parse: Parse) -> list[str]:
    """The tokens as written."""
    text = parse.document.text
    return [text[start:end] for start, end in zip(parse.starts, parse.ends, strict=True)]


def expected_capital(parse: Parse, pieces: list[str]) -> Bools:
    """Where a capital says nothing: sentence beginnings, after opening marks, headlines, capitals all over.

    Not where the word is a name elsewhere in the text: capitalised inside a sentence and never small.
    """
    expected = np.zeros(len(pieces), dtype=bool)
    expected[[first for first, stop in parse.sentences if first < stop]] = True
    expected[[i for i, word in enumerate(parse.words[:-1], 1) if word in _OPENERS]] = True
    for paragraph, (first, stop) in zip(parse.document.paragraphs, parse.paragraphs, strict=True):
        if paragraph.role == "headline" or sum(map(str.islower, pieces[first:stop])) * 4 < stop - first:
            expected[first:stop] = True
    names = {piece for piece in set(compress(pieces, (~expected).tolist())) if piece[0].isupper()}
    small = names.intersection(map(str.title, set(pieces).difference(names)))
    known = names - small
    expected[[i for i in np.flatnonzero(expected).tolist() if pieces[i] in known]] = False
    return expected


def names_nobody(word: str) -> bool:
    """Does a capital not make a name of this lower-cased word? Training asks it when it counts words."""
    return word in _kept()


def opens(word: str) -> bool:
    """Is a capital to be expected after this token?"""
    return word in _OPENERS


def place(name: str) -> int:
    """The column of a flag."""
    return _PLACE[name]


@cache
def _row(verb: CueTraits | None, noun: CueTraits | None) -> bytes:
    """The flags of a cue that is listed so."""
    row = np.zeros(FLAGS, dtype=np.uint8)
    row[_PLACE["cue inside"]] = 1
    row[_PLACE["cue noun"]] = noun is not None
    for takes, reports, tilt in filter(None, (verb, noun)):
        row[[len(PLACES) + FRAMES.index(name) for name in {*takes, reports, tilt} - {""}]] = 1
    return row.tobytes()


CueTraits = tuple[tuple[str, ...], str, str]
"""What an entry takes, reports and tilts to."""


def _traits(entry: Entry | None) -> CueTraits | None:
    return (entry.takes, entry.reports, entry.tilt) if entry else None


def mark_cues(flags: npt.NDArray[np.uint8], cues: list[CueAt]) -> None:
    """Fill in the flags that tell of cues: the first to be filled in."""
    if not cues:
        return
    rows = b"".join([_row(_traits(verb), _traits(noun)) * (stop - first) for first, stop, verb, noun in cues])
    tokens = [token for first, stop, _, _ in cues for token in range(first, stop)]
    flags[tokens] = np.frombuffer(rows, dtype=np.uint8).reshape(-1, FLAGS)
    firsts = [cue.first for cue in cues]
    flags[firsts, _PLACE["cue first"]] = 1
    flags[firsts, _PLACE["cue inside"]] = 0


def flags_of(parse: Parse, cues: list[CueAt]) -> npt.NDArray[np.uint8]:
    """What each token's place says: a row a token, a column a flag of `PLACES` and `FRAMES`."""
    flags = np.zeros((len(parse.words), FLAGS), dtype=np.uint8)

    def mark(name: str, first: int, stop: int) -> None:
        flags[first:stop, _PLACE[name]] = 1

    mark_cues(flags, cues)
    for zone in parse.quotations:
        _mark_zone(mark, zone)
    _mark_sentences(parse, flags)
    _mark_paragraphs(parse, flags, mark)
    return flags


Mark = Callable[[str, int, int], None]


def _mark_zone(mark: Mark, zone: Quotation) -> None:
    first, stop = zone.first, zone.stop
    if zone.scare:
        mark("in scare", first, stop)
        return
    mark("in nested" if zone.depth else "in quote", first, stop)
    if zone.depth:
        return
    mark("open mark", first, first + 1)
    mark("after open", first + 1, min(first + 2, stop))
    if zone.closed:
        mark("close mark", stop - 1, stop)
        mark("before close", max(first, stop - 2), stop - 1)
    else:
        mark("unclosed", first, stop)
    if zone.continues:
        mark("continues", first, stop)
    size = stop - first - 2
    mark("zone 3" if size <= 3 else "zone 8" if size <= 8 else "zone 20" if size <= 20 else "zone long", first, stop)


def _mark_sentences(parse: Parse, flags: npt.NDArray[np.uint8]) -> None:
    firsts, stops = np.array([sentence for sentence in parse.sentences if sentence.first < sentence.stop]).T
    lengths = stops - firsts
    quoted, cued = (
        np.add.reduceat(flags[:, _PLACE[name]], firsts, dtype=np.int64) for name in ("in quote", "cue first")
    )
    flags[firsts, _PLACE["sentence first"]] = 1
    flags[stops - 1, _PLACE["sentence last"]] = 1
    for name, holds in (
        ("sentence quoted", quoted == lengths),
        ("sentence has quote", (quoted > 0) & (quoted < lengths)),
        ("sentence has cue", cued > 0),
    ):
        flags[:, _PLACE[name]] = np.repeat(holds, lengths)


def _mark_paragraphs(parse: Parse, flags: npt.NDArray[np.uint8], mark: Mark) -> None:
    opens, closes, unclosed = (flags[:, _PLACE[name]].tobytes() for name in ("open mark", "close mark", "unclosed"))
    before: tuple[int, ...] = ()
    previous = (0, 0)
    for paragraph, (first, stop) in zip(parse.document.paragraphs, parse.paragraphs, strict=True):
        if first >= stop:
            continue
        last = stop - 1
        mark("paragraph first", first, first + 1)
        mark("paragraph last", last, stop)
        mark("first sentence", *parse.sentences[parse.sentence_of[first]])
        mark("last sentence", *parse.sentences[parse.sentence_of[last]])
        if paragraph.role == "headline":
            mark("headline", first, stop)
        has = (opens[first], 1 in closes[max(first, last - 1) : stop], parse.words[last] == ":",
               unclosed[last], 1 in opens[first:stop])  # fmt: skip
        for name in (*compress(_OF_PARAGRAPH, has), *compress(_OF_NEXT, before)):
            if name:
                mark(name, first, stop)
        if before and opens[first]:
            mark("before opening", *previous)
        _mark_transcript(parse, first, stop, mark)
        before, previous = has, (first, stop)


_OF_PARAGRAPH = ("paragraph opens quote", "paragraph closes quote", "paragraph ends colon", "", "paragraph has quote")
"""Flags of all tokens of a paragraph, by what it has; "" for none."""
_OF_NEXT = ("after opening", "after closing", "after colon", "after unclosed", "")
"""Flags of the paragraph behind it."""


def _mark_transcript(parse: Parse, first: int, stop: int, mark: Mark) -> None:
    """`NAME: what NAME says` at the beginning of a paragraph."""
    opening = parse.words[first : min(stop, first + 16)]
    if ":" not in opening[1:]:
        return
    start = parse.starts[first]
    if _TRANSCRIPT.match(parse.document.text, start, min(start + 120, parse.ends[stop - 1])):
        colon = first + opening.index(":")
        mark("transcript name", first, colon)
        mark("transcript speech", colon + 1, stop)
