"""Whether a loaded word is denied, or made stronger, by the words before it."""

from __future__ import annotations

from stancecli.model import Parse


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEGATIONS = _words(
    """not n't never no cannot hardly scarcely barely rarely seldom without neither nor nothing nobody none"""
)
NEGATING_PHRASES = frozenset({("far", "from"), ("anything", "but"), ("free", "of")})
NOT_NEGATING = frozenset(
    [("not", word) for word in ("only", "just", "merely", "simply", "least", "hesitate")]
    + [("n't", word) for word in ("only", "just", "hesitate")]
    + [("no", word) for word in ("doubt", "wonder", "matter", "less", "sooner", "problem", "question", "other")]
    + [("nothing", "but"), ("nothing", "short"), ("nothing", "less"), ("none", "other")]
)
"""Where a negating word and the next one deny nothing: "not only", "no doubt"."""

CLAUSE_ENDS = _words(
    """. , ; : ( ) — – -- ... … but and yet however though although because while whereas since until unless if when
    that which who whom whose whether"""
)
"""Words over which a negation does not reach."""

INTENSIFIERS = _words(
    """utterly deeply very extremely completely totally absolutely thoroughly wholly profoundly highly grossly wildly
    hugely massively increasingly incredibly truly downright outright blatantly shockingly unbelievably ridiculously
    dangerously especially particularly hopelessly"""
)


_AT_NO_TIME = _words("never rarely seldom")
_COME_ACROSS = _words(
    """see sees saw seen seeing hear hears heard hearing meet meets met meeting know knows knew known knowing read reads reading
    experience experiences experienced experiencing witness witnesses witnessed witnessing"""
)
"""What somebody never comes across is the most there is; what he never says or does is denied."""
_ANYTHING = _words("anything anyone anybody")
_COMPARED = 5
"""How many words a comparison may have before "than"."""


def denied(parse: Parse, first: int, reach: int) -> bool:
    """Does a negation in the same clause, at most `reach` words before, reach the word at `first`?"""
    words = parse.words
    start = max(first - reach, parse.sentences[parse.sentence_of[first]].first)
    for at in range(first - 1, start - 1, -1):
        word = words[at]
        if word in CLAUSE_ENDS:
            return False
        if word in NEGATIONS:
            return words[at : at + 2] not in NOT_NEGATING and not is_unmatched(parse, at, first)
        if words[at : at + 2] in NEGATING_PHRASES:
            return True
    return False


def is_unmatched(parse: Parse, negation: int, first: int) -> bool:
    """`There was never a braver player`, `I have never seen anything so clueless`: what is never more is most."""
    word, before = parse.words[first], parse.words[first - 1]
    if parse.words[negation] not in _AT_NO_TIME:
        return False
    between = parse.words[negation:first]
    if before in ("so", "as") and not (_ANYTHING.isdisjoint(between) or _COME_ACROSS.isdisjoint(between)):
        return True
    compared = word.endswith("er") and "than" in parse.words[first + 1 : first + _COMPARED]
    more = compared or before == "more" or parse.tags[first : first + 1] in (("JJR",), ("RBR",))
    return more


def intensified(parse: Parse, first: int) -> bool:
    """Does an intensifier stand just before the word at `first`?"""
    return first > 0 and parse.words[first - 1] in INTENSIFIERS
