"""Where a title before a name begins and ends: "Det Supt Ann Hill", "the French Foreign Minister Ann Hill"."""

from __future__ import annotations

from stancecli import tables
from stancecli.actors.lookup import known_at
from stancecli.actors.runs import Vocabulary
from stancecli.model import Parse

_LINKS = frozenset(". of for in and to - the".split())
_BEHIND_RANKS = frozenset((".", "con"))
"""What an abbreviated rank may have behind it ("Det Con")."""


def title_stop(parse: Parse, vocabulary: Vocabulary, first: int, stop: int) -> int | None:
    """Where the last title of a run ends and the name of its bearer begins; none where no person's name follows."""
    titles, names, words = tables.titles(), tables.first_names().genders, parse.words
    found = None
    for token in range(first, stop - 1):
        word = words[token]
        if word not in titles.heads and not (word in titles.initials and _is_rank(parse, vocabulary, token)):
            continue
        called = token > first and words[token - 1] in names and found is None
        if called and not _is_of_town(parse, first, token, stop):
            continue
        if word in names and not (word in titles.abbreviations and words[token + 1] == "."):
            continue
        end = _after_title(words, token + 1, stop)
        if end < stop:
            found = end
    return None if found is None or _is_no_person(parse, vocabulary, found, stop) else found


def _is_of_town(parse: Parse, first: int, token: int, stop: int) -> bool:
    """Whether the first name before a title is a town's here ("Charlotte Mayor Vi Lund", but "Charlotte Bishop Lund")."""
    found, word = known_at(parse, first), parse.words[token]
    town = found is not None and found.known.sort == "place" and found.stop == token
    return town and (stop - token > 2 or word not in tables.first_names().surnames)


def title_first(parse: Parse, first: int, stop: int) -> int:
    """Where the title that ends before `stop` begins: after countries and other names."""
    titles, words = tables.titles(), parse.words
    begin = stop
    while begin > first:
        word = words[begin - 1]
        ranked = word in _BEHIND_RANKS or (begin == stop and word in titles.initials)
        if not (ranked or word in titles.heads or word in titles.qualifiers or word in _LINKS):
            break
        begin -= 1
    while begin < stop and not words[begin][0].isalpha():
        begin += 1
    return begin


def _is_rank(parse: Parse, vocabulary: Vocabulary, token: int) -> bool:
    """Whether initials are a title here: somebody's first name, or his known surname, follows ("DC Ann Hill")."""
    names, after = tables.first_names(), parse.words[token + 1]
    known = after in names.genders or after in names.surnames or after in vocabulary.surnames
    return known and parse.text(token, token + 1).isupper()


def _is_no_person(parse: Parse, vocabulary: Vocabulary, title: int, stop: int) -> bool:
    """Whether what follows a title is no name of a person ("Major American companies", "General Motors")."""
    found, word = known_at(parse, title), parse.words[title]
    if word in tables.first_names().genders or word in vocabulary.called:
        return False
    if stop - title == 1 and (word in tables.titles().heads or _is_of_initials(parse, vocabulary, title)):
        return True
    if word in vocabulary.surnames and found is not None and found.known.sort == "organisation":
        return False  # "Captain Fox", where the text has an "Ann Fox"
    return parse.words[stop - 1] in tables.organisations().heads or (
        found is not None and found.known.sort in {"country", "demonym", "organisation"}
    )


def _is_of_initials(parse: Parse, vocabulary: Vocabulary, noun: int) -> bool:
    """Whether initials like a title's stand before a noun for people ("PC Users", but not "PC Rogers" or "PC Young")."""
    initials = parse.text(noun - 1, noun)
    shouted = len(initials) > 1 and initials.isupper() and not vocabulary.is_loud(noun)
    return shouted and parse.words[noun] in tables.groups().plural


def _after_title(words: tuple[str, ...], token: int, stop: int) -> int:
    """The first token after a title's last word and what belongs to it (a full stop, "of State")."""
    titles = tables.titles()
    if token < stop and words[token] == ".":
        token += 1
    if token < stop and words[token] in {"of", "for", "in", "to"}:
        token += 1 + (words[token + 1 : token + 2] == ("the",))
        while token < stop and (words[token] in titles.complements or words[token] in titles.qualifiers):
            token += 1
    while token + 1 < stop and (words[token] in titles.abbreviations or words[token] in _BEHIND_RANKS):
        token += 1
    return token
