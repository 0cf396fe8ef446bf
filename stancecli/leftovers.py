"""Leave out what a web page carries around its article, by general rules.

Every rule asks for a paragraph's form (short, no running prose) besides its words, so that an article
about cookies or newsletters keeps its paragraphs. The words stand in `leftover_words`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from stancecli import tables
from stancecli.leftover_words import (
    AGENCIES,
    AUTHORS,
    BUTTONS,
    CALLS,
    COMMENTS,
    CREDITS,
    DATES,
    FILLERS,
    FORMS,
    LABELS,
    LINES,
    MONTHS,
    NAME_WORDS,
    ROLES,
)
from stancecli.model import Span

LONGEST = 400
"""Characters; a longer paragraph is never a leftover by its own words."""

SHORT = 120
"""Characters; labels, credits, bylines and dates are no longer."""

ENOUGH_BEFORE = 50
"""So many words of prose must stand before a comment form for the rest to be left out with it."""

SENTENCE_ENDS = ".?!\"”’')"
DATELINES = 5
"""Only so many of the first paragraphs may begin with a place and an agency."""

_WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")
_FORM = re.compile(r"[\W\d_]+")
_NAME = r"[A-Z][\w.’'-]*"
_ADVERTISEMENT = re.compile(r"ADVERTISEMENTS?\W+[A-Z]?[a-z]")
_AUTHOR = re.compile(
    rf"(?:{_NAME}(?: {_NAME}){{1,4}}|The author|He|She) (?:is|was|covers|writes|reports)\b.{{0,80}}?\b(?:{'|'.join(ROLES)})\b"
)
_PLACE = r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2})?"
_DAY = rf"(?:,? (?:{'|'.join(MONTHS)})[.]? \d{{1,2}})?"
_AGENCY = rf"\((?:{'|'.join(AGENCIES)})\)"
_ANY_AGENCY = r"\((?:[A-Z]{2,8}|[A-Z][^()\n]{0,34}(?:News|Press|Service|Agency|[Rr]eport|Staff))\)"
_DASH = r",? ?(?:—|–|--|-)\s"
_DATED = (
    rf"{_NAME}(?:,? {_NAME}){{0,4}},? (?:(?:{'|'.join(MONTHS)})[.]? \d{{1,2}}|\d{{1,2}} (?:{'|'.join(MONTHS)}))[.]?"
)
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_DAY}(?: {_ANY_AGENCY})?{_DASH}|{_DATED}(?: {_AGENCY})?{_DASH}|(?:{_NAME}(?:,? {_NAME}){{0,4}}(?: \d{{1,2}})? )?{_AGENCY}(?:{_DASH})?)\s*(?=\S)"
)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4})[.!?] ")
"""Behind a word that is no abbreviation."""
_NAMED = re.compile(rf"({_PLACE}):\s+(?=\S)")
"""A place with a colon, or who speaks next: a known place where no other paragraph begins so."""


def without_leftovers(text: str, spans: Sequence[Span]) -> list[Span]:
    """The paragraphs of the article, without the agency lines at their beginnings; all where none would stay."""
    count = _end(text, spans)
    kept = [span for number, span in enumerate(spans[:count]) if not _is_leftover(text, span, number, len(spans))]
    if not kept:
        return list(spans)
    named = [span for span in kept if text[span.end - 1] in SENTENCE_ENDS and _NAMED.match(text, *span)]
    placed = _place_end(text, named[0]) if len(named) == 1 else -1
    return [_after_dateline(text, span, placed) for span in kept[:DATELINES]] + kept[DATELINES:]


def _end(text: str, spans: Sequence[Span]) -> int:
    """The number of the paragraph that begins the readers' comments or what is said of the author.

    Nothing of the article follows either, where enough of it stands before.
    """
    plain = {n: _plain(text[start:end]) for n, (start, end) in enumerate(spans) if end - start <= SHORT}
    marks = {n: line for n, line in plain.items() if line.startswith(COMMENTS + AUTHORS)}
    if not marks:
        return len(spans)
    prose = list(accumulate([_prose(text, span) for span in spans], initial=0))
    for number, line in marks.items():
        if prose[number] >= (ENOUGH_BEFORE if line.startswith(COMMENTS) else max(prose[-1] - prose[number], 1)):
            return number
    return len(spans)


def _prose(text: str, span: Span) -> int:
    """The number of words, where the paragraph ends like a sentence and is longer than a label."""
    words = text.count(" ", *span) + 1
    return words if words > 8 and text[span.end - 1] in SENTENCE_ENDS else 0


def _is_leftover(text: str, span: Span, number: int, count: int) -> bool:
    start, end = span
    if end - start > LONGEST:
        return False
    line = text[start:end]
    plain = _plain(line)
    if plain.startswith(FORMS):
        return True
    if end - start <= SHORT and (
        _is_label(plain)
        or _is_date(plain)
        or _ADVERTISEMENT.match(line)
        or (number > 0 and _is_byline(line.strip("*_")))
    ):
        return True
    return number >= max(count - 3, 1) and _AUTHOR.match(line) is not None


def _plain(line: str) -> str:
    return line.lower().replace("’", "'").lstrip("([*•–—-> ")


def _is_label(plain: str) -> bool:
    """Buttons, headings of lists, credits, calls to click: by how the line begins, ends, or as a whole.

    A call behind a sentence of another kind does not take that sentence away.
    """
    opening = _SENTENCE_END.split(plain, 1)[0]
    if plain.startswith(LABELS) or plain.rstrip(".)]: ").endswith(CREDITS) or any(call in opening for call in CALLS):
        return True
    if _FORM.sub(" ", plain).strip() in LINES:
        return True
    words = _WORD.findall(plain)
    buttons = [word for word in words if word in BUTTONS]
    return bool(buttons) and all(word in BUTTONS or word in FILLERS or word.isdigit() for word in words)


def _is_date(plain: str) -> bool:
    """Nothing but a date or a time, and what says that it is the article's."""
    words = _WORD.findall(plain)
    return any(word[0].isdigit() for word in words) and all(word[0].isdigit() or word in DATES for word in words)


def _is_byline(line: str) -> bool:
    """ "By" and names, or names and a reporter's office."""
    words = line.replace(",", " ").replace("|", " ").split()
    names = words[1:] if words and words[0].lower() in {"by", "byline:"} else words
    if not 1 < len(names) <= 14 or not all(word[0].isupper() or word in NAME_WORDS or "@" in word for word in names):
        return False
    return names is not words or (len(words) > 2 and words[-1].lower().rstrip(".") in ROLES and "," in line)


def _place_end(text: str, span: Span) -> int:
    """Where the known place with its colon ends that opens a paragraph; -1 for who speaks ("HOST: ")."""
    found = _NAMED.match(text, *span)
    return found.end() if found and found[1].partition(",")[0].lower() in _cities() else -1


def _after_dateline(text: str, span: Span, placed: int) -> Span:
    """The paragraph behind its place and agency; `placed` is where a place with a colon ends, if one opens the article."""
    if span.start < placed < span.end:
        return Span(placed, span.end)
    found = _DATELINE.match(text, span.start, span.end)
    return Span(found.end(), span.end) if found else span


@cache
def _cities() -> frozenset[str]:
    """Places that a dateline may name before a colon, where a transcript names who speaks; none that is a person's name."""
    table = tables.countries()
    known = {place.lower() for place in (*tables.places(), *(name for one in table.countries for name in one.capitals))}
    return frozenset(known - {name.lower() for name in table.also_names} - tables.first_names().genders.keys())
