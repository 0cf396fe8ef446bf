"""Given names of two syllables, as Koreans and Chinese have them: "Jae-in", "Ing-wen"."""

from __future__ import annotations

import re

from stancecli import tables
from stancecli.model import Parse

_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|ts|hs)?"
    r"(?:[aeiou]|ae|ai|ao|au|aw|ea|ee|ei|eo|eou?|eu|eui|ia|iao|ie|io|iu|oe|oo|ou|ua|uai|ue|ui|uo|wa|we|wi|wo|woo"
    r"|y[aeiou]|yae|yeo|yeou|yoo|you|yao|yue)"
    r"(?:n|ng|m|k|l|h|p(?<=eop))?"
)
"""How syllables are written in Latin letters, of Korean by its official spelling and by others that many use."""
_ENGLISH = frozenset(
    "man men up bin pan tan fan hall call sell tell all well like make made long time one old wide".split()
)
"""English words that are written like syllables and stand behind a hyphen ("ten-man")."""


def given_stop(parse: Parse, token: int) -> int:
    """Where the given name ends that begins with the word at `token`, which has a capital; `token` itself where none does."""
    words, stop = parse.words, token + 3
    if words[token + 1 : token + 2] != ("-",) or len(words) < stop or words[token] in tables.ordinary():
        return token
    second = words[token + 2]
    joined = parse.ends[token] == parse.starts[token + 1] and parse.ends[token + 1] == parse.starts[token + 2]
    small = parse.document.text[parse.starts[token + 2]].islower()
    if not (joined and small) or second in _ENGLISH or words[stop : stop + 1] == ("-",):
        return token
    return stop if _SYLLABLE.fullmatch(words[token]) and _SYLLABLE.fullmatch(second) else token
