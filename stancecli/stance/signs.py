"""Words that tell, whomever they tell of: hits, tones and predicates as signs."""

from __future__ import annotations

from msgspec import Struct

from stancecli.match.negation import is_unmatched
from stancecli.model import Hit, Parse, Range
from stancecli.stance.denial import denied, is_disbelieved
from stancecli.tones import Tone


class Sign(Struct, frozen=True):
    """A word that tells, wherever its party stands: tokens `first` to `stop`.

    `kind` is "hit", "tone" or "predicate", `name` its category or lexicon, `sign` "+" or "-", with "not" before it where it
    is denied. `amount` is 1 for a plain one, more for a heavy word. `number` is that of the hit. A phrase that goes on behind
    its object ("threw Lund under the bus") has an `end` of its own. What `spares` its object tells of its subject alone ("failed
    Lund").
    """

    first: int
    stop: int
    kind: str
    name: str
    sign: str
    amount: float
    number: int | None = None
    hit: Hit | None = None
    end: int | None = None
    spares: bool = False

    @property
    def balance(self) -> int:
        """1 for good, -1 for bad; turned round where it is denied."""
        return (1 if self.sign[-1] == "+" else -1) * (-1 if self.sign[0] == "n" else 1)


class Tie(Struct, frozen=True):
    """How the grammar ties a sign to a party, and the mention that it ties."""

    role: str
    mention: Range


class Marked(Struct, frozen=True):
    """A sign with its ties by the parties' names; `about` are those to which a strong one or its predicate ties it."""

    sign: Sign
    ties: dict[str, Tie]
    about: set[str]


def negated(parse: Parse, first: int, low: int, reach: int = 3) -> bool:
    """Does a negation stand among the few words before, or is it told of what nobody believes?"""
    start = max(low, first - reach)
    if denied(parse.words, start, first):
        return not any(is_unmatched(parse, at, first) for at in range(start, first))
    return is_disbelieved(parse.words, low, first)


def sign_of_hit(place: Range, number: int, hit: Hit) -> Sign:
    """A hit as a sign."""
    return Sign(*place, "hit", hit.category, "+" if hit.polarity > 0 else "-", abs(hit.strength) / 2, number, hit)


def sign_of_tone(parse: Parse, tone: Tone) -> Sign:
    """A tone as a sign, turned round where it is denied."""
    at, entry = tone.at, tone.entry
    denied = "not" if negated(parse, at, parse.sentences[parse.sentence_of[at]].first, 4) else ""
    return Sign(at, at + 1, "tone", entry.category, denied + ("+" if entry.polarity > 0 else "-"), 1.0)
