"""What stands before a name at the beginning of a sentence and has a capital for that alone: "Furious Hill", "Pensioner Ann
Hill".
"""

from __future__ import annotations

from stancecli import tables
from stancecli.actors.common_nouns import PEOPLE_END
from stancecli.actors.runs import Vocabulary
from stancecli.model import Parse

_ADJECTIVAL = ("less", "ful", "ous", "some")
"""How adjectives end, and few names."""
_PARTICIPLES = ("ed", "ing")
_ROLES = (*PEOPLE_END, "er", "or", "ant")
"""How words end for what somebody is or does ("Oboist Ann Hill"), if a person is named behind them."""
_SHORTEST = 6
"""A shorter word that ends so may be a name ("Bless")."""


def leads(parse: Parse, vocabulary: Vocabulary, token: int, stop: int) -> bool:
    """Whether the word at `token` only leads to the name that goes on up to `stop`: what is told of who is named.

    It must open a sentence and be no name elsewhere in the text; what follows must be known for a person's name.
    """
    if not vocabulary.is_initial(token) or vocabulary.is_first_name(token):
        return False
    word = parse.words[token]
    table = tables.organisations()
    tells = word in table.kinds or _tells_of_person(word, vocabulary)
    return word in table.leads or (tells and _is_person(parse, vocabulary, token + 1, stop))


def _tells_of_person(word: str, vocabulary: Vocabulary) -> bool:
    """Whether an ordinary word says what or how somebody is."""
    names = tables.first_names()
    if word in names.genders or word in names.surnames or word in tables.titles().heads or word in vocabulary.named:
        return False
    role = len(word) >= _SHORTEST and word.endswith(_ROLES)
    return role or word in tables.groups().singular or word in vocabulary.lower or _is_adjective(word)


def _is_adjective(word: str) -> bool:
    ends = word.endswith(_ADJECTIVAL) or word.endswith(_PARTICIPLES)
    return word in tables.adjectives() or (len(word) >= _SHORTEST and ends)


def _is_person(parse: Parse, vocabulary: Vocabulary, first: int, stop: int) -> bool:
    """Whether these tokens are a first name with or without surname, or a surname that the tables or the text know."""
    names, word = tables.first_names(), parse.words[first]
    if stop - first == 2:
        return word in names.genders
    return stop - first == 1 and (word in names.genders or word in names.surnames or word in vocabulary.surnames)
