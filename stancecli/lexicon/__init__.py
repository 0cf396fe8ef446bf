"""Lexicons: YAML files of loaded words and of cues, and what is wrong with them."""

from stancecli.lexicon.find import LexiconFile, find
from stancecli.lexicon.load import Names, check, load, load_cues, load_lexicons
from stancecli.lexicon.packed import Lexicons, Packed
from stancecli.lexicon.spelling import nearest

__all__ = [
    "LexiconFile",
    "Lexicons",
    "Names",
    "Packed",
    "check",
    "find",
    "load",
    "load_cues",
    "load_lexicons",
    "nearest",
]
