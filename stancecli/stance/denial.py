"""Words that deny what follows them."""

from __future__ import annotations

from collections.abc import Sequence

from stancecli.aim.words import QUOTES
from stancecli.model import Parse
from stancecli.stance.letters import ANYTHING_BUT, NOTHING_SHORT_OF
from stancecli.stance.syntax import Syntax

NEGATIONS = frozenset("not n't never no neither nor without hardly scarcely nothing nobody".split())
VERB_NEGATIONS = frozenset("not n't never cannot nor neither".split())
"""Words before a verb by which what it tells is not done."""
REFUSALS = frozenset(
    "refuse refuses refused refusing decline declines declined declining fail fails failed failing stop stops stopped "
    "stopping refusal avoid avoided avoids cease ceased unlikely unwilling reluctant loath".split()
)
"""Verbs that deny what follows ("refused to endorse", "stopped short of endorsing")."""
_DISPOSED = frozenset("ready prepared willing inclined likely".split())
_INDISPOSED = frozenset("not n't never less longer".split())
"""Before words for who will do something: he will not ("is not ready to endorse", "is less likely to endorse")."""
REGRETTING = frozenset("regret regrets regretted regretting".split())
"""Verbs that take back what follows ("regretted endorsing")."""
REFRAINING = frozenset("refrain refrains refrained refraining shied shy shies shying".split())
"""Verbs that deny what follows behind "from" ("refrained from endorsing", "shied away from endorsing")."""
SCANT = frozenset(["little", "few"])
"""Deny what follows, unless "a" stands before."""
LESS = frozenset(["less", "least"])
"""Deny the word right behind them ("less kind about Smith"), unless "no" or "at" stands before."""
BRINGING = frozenset("bring brings brought".split())
REFLEXIVES = frozenset("himself herself itself themselves myself ourselves oneself".split())
_ANY_NEGATION = NEGATIONS | SCANT | LESS | {"anything"}
_UNDONE = frozenset("but resist hide conceal disguise".split())
"""Behind a negation these let stand what follows ("nothing but", "could not resist mocking", "did not hide his contempt")."""
_SHORT_OF = NOTHING_SHORT_OF[1:]
_THINKING = frozenset("believe believed think feel".split())
_BELIEVED, _DISBELIEVED = 12, 2
"""So many words behind these what somebody thinks may go on, and so many before them he may be told not to."""
_ENDS_BELIEF = frozenset(", ; : — – but and or because so when while how what twice about well".split())
_UNBELIEVING = frozenset("cannot ca can could".split())
"""Before "not believe" these only marvel ("cannot believe Smith lied")."""
_ADVERBS = 3
"""So many adverbs may stand between a negation and a verb."""


def denied(words: Sequence[str], first: int, stop: int) -> bool:
    """Does a negation stand there? "Nothing but" and "nothing short of" are none; "anything but" is one."""
    if _ANY_NEGATION.isdisjoint(words[first:stop]):
        return False
    if words[stop - 2 : stop] == ANYTHING_BUT:
        return NEGATIONS.isdisjoint(words[first : stop - 2])  # "never anything but kind"
    return any(
        (words[i] in NEGATIONS and words[i + 1] not in _UNDONE and words[i + 1 : i + 3] != _SHORT_OF)
        or (words[i] in SCANT and words[i - 1] != "a")
        or (words[i] in LESS and i == stop - 1 and words[i - 1] not in ("no", "at"))
        or words[i : i + 2] == ANYTHING_BUT
        for i in range(first, stop)
    )


def is_disbelieved(words: Sequence[str], low: int, at: int) -> bool:
    """Does the word at a token stand in what somebody does not believe ("does not think that Smith is honest")?"""
    first = max(low, at - _BELIEVED)
    if _THINKING.isdisjoint(words[first:at]):
        return False
    for i in range(at - 1, first - 1, -1):
        if words[i] in _ENDS_BELIEF:
            return False
        if words[i] in _THINKING:
            before = words[max(low, i - _DISBELIEVED) : i]
            return not VERB_NEGATIONS.isdisjoint(before) and _UNBELIEVING.isdisjoint(before)
    return False


def refuses(words: Sequence[str], low: int, at: int) -> bool:
    """Does a verb at this token, or a phrase that ends there, deny what follows? The sentence begins at `low`."""
    at -= words[at] in QUOTES  # "is “not ready” to endorse"
    if at <= low:
        return False
    if words[at] in _DISPOSED:
        return words[at - 1] in _INDISPOSED
    if words[at] == "from":
        verb = at - 2 if words[at - 1] == "away" else at - 1
        return verb >= low and words[verb] in REFRAINING
    if words[at] in REFLEXIVES:  # "could not bring himself to hate"
        return words[at - 1] in BRINGING and not NEGATIONS.isdisjoint(words[max(low, at - 4) : at - 1])
    return words[at] in REFUSALS or words[at - 1 : at + 1] == _SHORT_OF


def is_denied(parse: Parse, syntax: Syntax, verb: int) -> bool:
    """Is it told that somebody does not do so ("did not want", "never called", "refused to sign")?"""
    words, first = parse.words, syntax.first[verb]
    low = max(syntax.low, first - _ADVERBS)
    before = first - 1
    while before > low and words[before] not in NEGATIONS and parse.tags[before] == "RB":
        before -= 1
    if before >= low and words[before] in NEGATIONS and parse.tags[before] == "RB":
        return True
    return not NEGATIONS.isdisjoint(words[first : syntax.stop[verb]]) or refuses(words, syntax.low, first - 1)
