"""A sentence with its parties and all that tells in it, whomever it tells of."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cached_property
from typing import NamedTuple

from stancecli.aim.parties import Party
from stancecli.match.negation import is_unmatched
from stancecli.model import UNATTRIBUTED, Attribution, Hit, Parse, Range, Speech
from stancecli.predicates import Predicate
from stancecli.stance.attitudes import AUTHOR_CHUNK, Filled, after, denied, fill
from stancecli.stance.contrast import Contrast, find_contrast
from stancecli.stance.deeds import FELT, JUDGING, Verdict, behind
from stancecli.stance.inner import Inner, inner_reports
from stancecli.stance.syntax import Syntax, relation
from stancecli.stance.unreal import unreal_tokens
from stancecli.tones import Tone

STRONG = frozenset(["modified", "possessor", "predicate", "subject", "object", "held", "acting"])
"""Ties by which a sign is about one party and no other of its sentence."""
REACH = 60
"""Parties further from a sign than this are not tied to it; keeps endless sentences linear."""


class Sign(NamedTuple):
    """A word that tells, wherever its party stands: tokens `first` to `stop`.

    `kind` is "hit", "tone" or "predicate", `name` its category or lexicon, `sign` "+" or "-", with "not" before it where it
    is denied. `amount` is 1 for a plain one, more for a heavy word. `number` is that of the hit.
    """

    first: int
    stop: int
    kind: str
    name: str
    sign: str
    amount: float
    number: int | None = None
    hit: Hit | None = None

    @property
    def balance(self) -> int:
        """1 for good, -1 for bad; turned round where it is denied."""
        return (1 if self.sign[-1] == "+" else -1) * (-1 if self.sign[0] == "n" else 1)


class Tie(NamedTuple):
    """How the grammar ties a sign to a party, and the mention that it ties."""

    role: str
    mention: Range


class Marked(NamedTuple):
    """A sign with its ties by the parties' names."""

    sign: Sign
    ties: dict[str, Tie]

    def is_elsewhere(self, name: str) -> bool:
        """Is it about another party than this one?"""
        tie = self.ties.get(name)
        if tie and tie.role in STRONG:
            return False
        return any(other.role in STRONG for other in self.ties.values())


class Scene:
    """What `evidence` looks at: a sentence, and what is worked out of it when it is first asked for."""

    def __init__(
        self, parse: Parse, place: Range, owners: Sequence[int], parties: Sequence[Party], speech: Speech
    ) -> None:
        """`owners` are the voices of all tokens by their attributions in `speech`, `parties` those that begin in this sentence, in order."""
        self.parse = parse
        self.place = place
        self.owners = owners
        self.speech = speech
        self.parties = parties
        self.signs: list[Sign] = []
        self.predicates: list[Predicate] = []
        self.cues: list[tuple[Range, Attribution]] = []
        self.topic: Party | None = None

    def set_topic(self, topic: Party) -> None:
        """Let what has no other party be said of one that is mentioned in the sentence before."""
        self.topic = topic
        if topic not in self.parties:
            self.parties = [*self.parties, topic]

    @cached_property
    def syntax(self) -> Syntax:
        """The chunks of the sentence."""
        return Syntax(self.parse, self.place, [Range(one.first, one.stop) for one in self.parties])

    @cached_property
    def mentions(self) -> dict[str, list[Range]]:
        """Where each party is mentioned, by name."""
        found: dict[str, list[Range]] = {}
        for party in self.parties:
            found.setdefault(party.name, []).append(Range(party.first, party.stop))
        return found

    @cached_property
    def inside(self) -> set[int]:
        """The tokens that are parties."""
        return {token for party in self.parties for token in range(party.first, party.stop)}

    @cached_property
    def filled(self) -> list[Filled]:
        """The attitudes of its predicates."""
        if not self.predicates:
            return []
        return [attitude for one in self.predicates for attitude in fill(self.parse, self.syntax, one)]

    @cached_property
    def marked(self) -> list[Marked]:
        """The signs outside names, with their ties; predicates come after the others.

        A tone that is a predicate with its parties in place says no more than that, nor does a hit that is
        turned round in it ("falsely accused").
        """
        placed = {at: one.strength for one in self.filled for at in range(one.predicate.first, one.predicate.stop)}
        plain = (
            sign
            for sign in self.signs
            if sign.first not in placed or (sign.kind == "hit" and sign.balance * placed[sign.first] > 0)
        )
        signs = [*plain, *(self._untied(one) for one in self.predicates)]
        return [Marked(sign, self._ties(sign)) for sign in signs if sign.first not in self.inside]

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """What is said of deeds, as it passes on to the parties behind them."""
        found: list[Verdict] = []
        for one in self.filled:
            if one.predicate.entry.lexicon in JUDGING and one.holder != AUTHOR_CHUNK:
                words = Range(one.predicate.first, one.predicate.stop)
                found += self._verdicts(words, one.target, one.strength, one.holder)
        for sign in self.signs:
            k = self.syntax.at(sign.first)
            if k < 0:
                continue
            words, strength = Range(sign.first, sign.stop), sign.balance * sign.amount
            felt = after(self.syntax, k, FELT) if self.syntax.kind[k] == "j" else -1
            for deed in (self.syntax.said[k], felt):
                if deed >= 0:
                    found += self._verdicts(words, deed, strength, AUTHOR_CHUNK)
            if self.syntax.said[k] >= 0:
                continue
            if sign.name == "deceit" and self.syntax.kind[k] == "n" and self.syntax.head[k] >= sign.stop:
                found += self._verdicts(words, k, strength, AUTHOR_CHUNK)
        return found

    @cached_property
    def suffered(self) -> list[tuple[int, int]]:
        """The phrases of deeds, each with a phrase that suffers it."""
        syntax, words = self.syntax, self.parse.words
        nouns = [k for k, kind in enumerate(syntax.kind) if kind == "n"]
        return [(k, party) for k in nouns for party, sense in behind(syntax, words, k, self._bad) if sense < 0]

    def _verdicts(self, words: Range, deed: int, strength: float, holder: int) -> list[Verdict]:
        text = self.parse.words
        return [
            Verdict(words, deed, party, sense, strength * sense, holder)
            for party, sense in behind(self.syntax, text, deed, self._bad)
        ]

    def _bad(self, chunk: int) -> bool:
        return self._balance.get(self.syntax.head[chunk], 0) < 0

    @cached_property
    def _balance(self) -> dict[int, int]:
        """The signs of the words that tell, by token."""
        found = {
            at: 1 if one.entry.attitudes[0].polarity > 0 else -1
            for one in self.predicates
            for at in range(one.first, one.stop)
        }
        found.update({at: sign.balance for sign in self.signs for at in range(sign.first, sign.stop)})
        return found

    def balance(self, place: Range) -> int:
        """Whether more good or more bad words stand in a part of the sentence: positive or negative."""
        return sum(sign for at, sign in self._balance.items() if place.first <= at < place.stop)

    @cached_property
    def contrast(self) -> Contrast | None:
        """The two sides that the sentence sets against each other."""
        return find_contrast(self.parse.words, self.place, self.syntax)

    @cached_property
    def inner(self) -> list[Inner]:
        """What it tells that others say."""
        cues = {token for place, _ in self.cues for token in range(*place)}
        return inner_reports(self.syntax, self.parse.words, self.owners, cues, self.place.stop)

    def inner_teller(self, token: int) -> str | None:
        """Who says what stands at this token, if somebody else only tells that he does; nobody known is "unattributed"."""
        for report in reversed(self.inner):
            if report.told.first <= token < report.told.stop:
                return next(iter(self.names_in(report.teller)), UNATTRIBUTED)
        return None

    @cached_property
    def unreal(self) -> frozenset[int]:
        """The tokens of what is asked, supposed or denied."""
        return unreal_tokens(self.parse.words, self.place)

    def is_unsaid(self, token: int) -> bool:
        """Does the token belong to a denied report whose source is no known party, its cue included ("No one said ...", "It was denied that ...")?"""
        owner = self.owners[token]
        over = [one for place, one in self.cues if place.first <= token < place.stop]
        over += [self.speech.attributions[owner]] if owner >= 0 else []
        return any(one.cue and one.cue.denied and not (one.source and one.source.actor) for one in over)

    @property
    def told_of(self) -> set[str]:
        """The names of the parties to whom the grammar ties anything that tells."""
        found = {name for marked in self.marked for name, tie in marked.ties.items() if tie.role in STRONG}
        found |= {sign.hit.target for sign in self.signs if sign.hit and sign.hit.target}
        for attitude in self.filled:
            found.update(self.names_in(attitude.target))
        for verdict in self.verdicts:
            found.update(self.names_in(verdict.party))
        if self.contrast:
            for side in self.contrast.sides:
                found.update(self.names_in(side.subject))
        return found

    def names_in(self, chunk: int) -> list[str]:
        """The parties named in a chunk or owning it, the one that its head names first."""
        syntax = self.syntax
        found = []
        for k in (chunk, syntax.same[chunk], syntax.holder[chunk], *_same_as(syntax, chunk)):
            if k >= 0:
                start, stop, head = syntax.first[k], syntax.stop[k], syntax.head[k]
                inside = [party for party in self.parties if start <= party.first < stop]
                found += sorted(inside, key=lambda party: party.stop <= head)
        return [party.name for party in found]

    def speakers_at(self, token: int) -> list[str]:
        """Whose words a cue introduces that holds this token ("released a statement calling on ...")."""
        sources = [one.source for place, one in self.cues if place.first <= token < place.stop]
        return [source.actor for source in sources if source and source.actor]

    def learned(self, words: Container[str]) -> list[int]:
        """The tokens of learned words that are no part of a name."""
        text, tags, inside = self.parse.words, self.parse.tags, self.inside
        return [
            at
            for at in range(*self.place)
            if text[at] in words and at not in inside and tags[at] not in ("NNP", "NNPS")
        ]

    def _untied(self, predicate: Predicate) -> Sign:
        entry = predicate.entry
        denied = "not" if negated(self.parse, predicate.first, self.place.first) else ""
        sign = denied + ("+" if sum(one.polarity for one in entry.attitudes) > 0 else "-")
        name = entry.lexicon.removeprefix("predicates-")
        return Sign(predicate.first, predicate.stop, "predicate", name, sign, entry.weight / 2)

    def _ties(self, sign: Sign) -> dict[str, Tie]:
        found: dict[str, Tie] = {}
        for party in self.parties:
            if abs(party.first - sign.first) > REACH:
                continue
            mention = Range(party.first, party.stop)
            role = "predicate" if party is self.topic else relation(self.syntax, sign.stop - 1, mention)
            if role and (party.name not in found or found[party.name].role not in STRONG):
                found[party.name] = Tie(role, mention)
        return found


def _same_as(syntax: Syntax, chunk: int) -> list[int]:
    """The phrases in apposition to this one."""
    return [k for k, same in enumerate(syntax.same) if same == chunk]


def negated(parse: Parse, first: int, low: int, reach: int = 3) -> bool:
    """Does a negation stand among the few words before?"""
    start = max(low, first - reach)
    if not denied(parse.words, start, first):
        return False
    return not any(is_unmatched(parse, at, first) for at in range(start, first))


def signs_of(parse: Parse, hits: Sequence[tuple[Range, Hit]], tones: Sequence[Tone]) -> list[Sign]:
    """Hits and tones as signs, in order."""
    found = [
        Sign(*place, "hit", hit.category, "+" if hit.polarity > 0 else "-", abs(hit.strength) / 2, number, hit)
        for number, (place, hit) in enumerate(hits)
    ]
    for at, entry in tones:
        denied = "not" if negated(parse, at, parse.sentences[parse.sentence_of[at]].first, 4) else ""
        found.append(Sign(at, at + 1, "tone", entry.category, denied + ("+" if entry.polarity > 0 else "-"), 1.0))
    return sorted(found, key=lambda sign: (sign.first, sign.kind))
