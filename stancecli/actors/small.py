"""First names that are small words as well: "May", "Will", "Per"."""

from __future__ import annotations

from stancecli import tables
from stancecli.actors.words import DAYS, has_capital
from stancecli.model import Parse

_WORDS = frozenset({"will", "do", "may", "he", "per", "in", "an", "so", "see"})
_NAMES = frozenset(("will", "may", "per"))
"""Of these what is a whole first name outside of China too."""
_MONTHS = frozenset("april may june jan".split())
_BEFORE_MONTHS = frozenset(
    "in since until till by before after from to of on during through early late mid last next this every each - , and".split()
)
_FINITE = (("VBD",), ("VBZ",))
SURNAMES = frozenset("young black white long little best good may day north west street page love law".split())
"""Ordinary words that many persons have for a surname."""


def may_be_name(parse: Parse, token: int, inside: bool) -> bool:
    """Whether a first name is one here, as far as the words before it tell; `inside` a sentence its capital counts for it."""
    word = parse.words[token]
    if inside and word in _MONTHS and _dates(parse.words[token - 1]):
        return False
    if word not in _WORDS:
        return True
    if inside:
        return word in _NAMES and not _is_in_title(parse, token)
    match word:
        case "will":
            return not _asks(parse, token)
        case "per":
            return True
    return word in _NAMES and _has_verb(parse, token + 2)


def _dates(word: str) -> bool:
    """Whether a word before a month is a day or tells when ("20 May", "the 3rd May", "in May")."""
    return word[0].isdigit() or word in _BEFORE_MONTHS


def _is_in_title(parse: Parse, token: int) -> bool:
    """Whether a word before it that is ordinary too has a capital ("What Will Be")."""
    before = token - 1
    if parse.words[before] in DAYS:  # "on Friday Per Holm"
        return False
    return parse.words[before] in tables.ordinary() and has_capital(parse, before)


def _has_verb(parse: Parse, token: int) -> bool:
    """Whether a finite verb stands at a token ("May Holm said", but "May Holm say so?")."""
    return parse.tags[token : token + 1] in _FINITE


def _asks(parse: Parse, token: int) -> bool:
    """Whether the sentence of a token is a question."""
    _, stop = parse.sentences[parse.sentence_of[token]]
    return "?" in parse.words[stop - 2 : stop]
