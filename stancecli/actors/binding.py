"""Who a pronoun is not, by grammar: nobody whom its own clause, or what it says there, calls by name."""

from __future__ import annotations

from stancecli.model import Parse

HE_OR_SHE = frozenset(("he", "she"))
"""Pronouns that are subjects; "her" may only own what is one ("Her lawyer said Ann Hill was ill")."""
_BOUNDS = frozenset(", ; : ( [ – —".split())
"""Marks behind which somebody may be named after all ("she (Ann Hill)", "he was tired, Tom Fox said")."""
_NAMES = frozenset("is was be become became becomes as named called identified dubbed renamed born".split())
"""Words before the name by which the subject itself goes ("she was identified as Ann Hill")."""
_FAR = 60
"""How many words of its clause are looked at: what keeps the cost linear."""


def reach(parse: Parse, token: int, quoted: bytearray) -> int:
    """Where the clause ends, at the latest, whose subject the pronoun at this token is.

    `quoted` tells of each token whether it stands in quoted words.
    """
    words = parse.words
    stop = min(parse.sentences[parse.sentence_of[token]].stop, token + _FAR)
    ends = (at for at in range(token + 1, stop) if words[at] in _BOUNDS or (quoted[token] and not quoted[at]))
    return next(ends, stop)


def is_called(parse: Parse, name: int) -> bool:
    """Whether the name at this token is what its clause says the subject to be or to be called."""
    return parse.words[name - 1] in _NAMES
