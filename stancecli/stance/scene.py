"""A sentence with its parties and all that tells in it, whomever it tells of."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import compress

from stancecli.aim.parties import Party
from stancecli.aim.words import KIN
from stancecli.lazy import lazy
from stancecli.model import AUTHOR, UNATTRIBUTED, Attribution, Parse, Range, Speech
from stancecli.predicates import Predicate
from stancecli.stance.apposed import told_of
from stancecli.stance.attitudes import NOBODIES, Filled, fill, is_set_against, without_contrary
from stancecli.stance.contrast import Contrast, find_contrast
from stancecli.stance.deeds import DEEDS, FEELINGS, JUDGING, ON_DEEDS, Deed, Verdict, behind, doers, owner, suffers
from stancecli.stance.demands import AUTHOR_CHUNK
from stancecli.stance.denial import is_disbelieved
from stancecli.stance.inner import Inner, inner_reports
from stancecli.stance.meant import is_generic, lent, names_in
from stancecli.stance.places import after
from stancecli.stance.predicative import is_predicative
from stancecli.stance.relations import relation
from stancecli.stance.signs import Marked, Sign, Tie, negated
from stancecli.stance.subjects_mended import VoicedSyntax
from stancecli.stance.syntax import Syntax
from stancecli.stance.topic import Topic
from stancecli.stance.unreal import unreal_tokens
from stancecli.stance.word_class import is_about_others

STRONG = frozenset(["modified", "possessor", "predicate", "subject", "object", "held", "acting"])
"""Ties by which a sign is about one party and no other of its sentence."""
REACH = 60
"""Parties further from a sign or a learned word than this are not tied to it; keeps endless sentences linear."""
_FELT = frozenset("at by about over with".split())  # before what a feeling is about ("appalled at the attack")
_DEMONSTRATIVE = frozenset(["this", "that"])  # these stand for somebody only before a finite verb
_FINITE_TAGS = (("VBZ",), ("VBD",), ("MD",))
PRONOUNS = frozenset("he she it they him them his her its their".split())


class Scene:
    """What `evidence` looks at: a sentence, and what is worked out of it when it is first asked for."""

    def __init__(
        self, parse: Parse, place: Range, owners: Sequence[int], speech: Speech, unsaid: frozenset[int]
    ) -> None:
        """`owners` are the voices of all tokens by their attributions in `speech`, `unsaid` the tokens of what nobody
        is known to have said.
        """
        self.parse = parse
        self.place = place
        self.owners = owners
        self.speech = speech
        self.unsaid = unsaid
        self.parties: list[Party] = []
        self.places: list[Range] = []
        self.signs: list[Sign] = []
        self.predicates: list[Predicate] = []
        self.cues: list[tuple[Range, Attribution]] = []
        self.inside: set[int] = set()
        self.topic: Topic | None = None

    def add(self, party: Party) -> None:
        """Take a party that is mentioned in the sentence, behind all others so far; its tokens are `inside`."""
        self.parties.append(party)
        self.places.append(Range(party.first, party.stop))
        self.inside.update(range(party.first, party.stop))

    def set_topic(self, topic: Topic) -> None:
        """Let the words of a voice be said of a party that another voice mentions, or the sentence before.

        Their pronouns that stand for nobody yet stand for that party.
        """
        self.topic = topic
        party, words, tags = topic.party, self.parse.words, self.parse.tags
        if party not in self.parties:
            self.add(party)
        for at in range(*self.place):
            stands = words[at] in PRONOUNS or (words[at] in _DEMONSTRATIVE and tags[at + 1 : at + 2] in _FINITE_TAGS)
            if stands and self.owners[at] == topic.voice and at not in self.inside:
                self.add(Party(at, at + 1, party.name, False, party.person))

    @lazy
    def syntax(self) -> Syntax:
        """The chunks of the sentence."""
        first, stop = self.place
        named = [place for place in self.places if first <= place.first < stop]
        syntax = Syntax(self.parse, self.place, named, list(self._adjectives()), told_of(self.parse, self.parties))
        VoicedSyntax(self.parse, syntax, self.owners, self.speech).mend_subjects()
        return syntax

    def _adjectives(self) -> Iterator[Range]:
        """Its predicates that are adjectives by their place, though the tagger may take them for anything."""
        for one in self.predicates:
            if one.entry.inflect == "adjective" and one.stop <= self.place.stop:
                known = one.stop == one.first + 1 and self.parse.tags[one.first].startswith("JJ")
                if not known and is_predicative(self.parse, one.first):
                    yield Range(one.first, one.stop)

    @lazy
    def mentions(self) -> dict[str, list[Range]]:
        """Where each party is mentioned, by name."""
        found: dict[str, list[Range]] = {}
        for party, place in zip(self.parties, self.places, strict=True):
            found.setdefault(party.name, []).append(place)
        return found

    @lazy
    def filled(self) -> list[Filled]:
        """The attitudes of its predicates."""
        found = [held for one in self.predicates for held in fill(self.parse, self.syntax, one, self._about(one.first))]
        return without_contrary(self.syntax, found)

    def _about(self, token: int) -> int:
        """The chunk of the topic of the words that stand at a token, -1 where they have none."""
        topic = self.topic
        return self.syntax.at(topic.party.first) if topic and topic.voice == self.owners[token] else -1

    @lazy
    def marked(self) -> list[Marked]:
        """The signs outside names, with their ties; predicates come after the others.

        What somebody feels is not said of him ("Lund was scathing about Hill", "Lund was furious"). A tone that is a predicate
        with its parties in place says no more than that, nor does a hit that is turned round in it ("falsely accused"), nor a
        tone within a set phrase ("was relieved of his duties").
        """
        placed: dict[int, float] = {}
        felt = {one.first for one in self.predicates if one.entry.lexicon == FEELINGS}
        targets: dict[int, list[str]] = {}
        for one in self.filled:
            names = self.names_in(one.target)
            for at in range(one.predicate.first, one.predicate.stop):
                placed[at] = one.strength
                targets.setdefault(at, []).extend(names)
        phrases = {at for one in self.predicates if one.stop > one.first + 1 for at in range(one.first, one.stop)}
        signs = [
            sign
            for sign in self.signs
            if sign.first not in felt
            and (
                (sign.kind == "hit" and sign.balance * placed.get(sign.first, sign.balance) > 0)
                or not (sign.first in placed or sign.first in phrases)
            )
            and not is_set_against(self.syntax, self.filled, sign.first, sign.stop, sign.balance)
        ]
        signs = [
            sign for sign in signs if sign.name != "exaggeration" or sign.balance * placed.get(sign.stop, 0) >= 0
        ]  # "utterly convincing" is no ill word
        signs += [
            self._untied(one)
            for one in self.predicates
            if not (one.entry.lexicon == ON_DEEDS or is_about_others(self.parse, one))
        ]
        return [self._marked(sign, targets.get(sign.first, ())) for sign in signs]

    @lazy
    def verdicts(self) -> list[Verdict]:
        """What is said of deeds, as it passes on to the parties behind them."""
        found: list[Verdict] = []
        for one in self.filled:
            if one.predicate.entry.lexicon in JUDGING and one.holder != AUTHOR_CHUNK and one.strength and not one.deed:
                found += self._verdicts(one.predicate, one.target, one.strength, one.holder)
        syntax = self.syntax
        for sign in self.signs:
            k = syntax.at(sign.first)
            if k < 0:
                continue
            said = syntax.said[k]
            deeds = [said, after(syntax, k, _FELT) if syntax.kind[k] == "j" else -1]
            if said < 0 and sign.name == "deceit" and syntax.kind[k] == "n" and syntax.head[k] >= sign.stop:
                deeds.append(k)
            for deed in deeds:
                if deed >= 0:
                    found += self._verdicts(sign, deed, sign.balance * sign.amount, AUTHOR_CHUNK)
        return found

    @lazy
    def judged(self) -> list[tuple[Sign, int]]:
        """The signs that are said of a deed, each with the phrase of whose deed it is; predicates have attitudes of their own."""
        syntax, found = self.syntax, []
        filled = {at for one in self.filled for at in range(one.predicate.first, one.predicate.stop)}
        for sign in self.signs:
            k = syntax.at(sign.first)
            deed = syntax.said[k] if k >= 0 else -1
            verdict = deed >= 0 and syntax.head[k] < sign.stop  # not "a great source of shame", nor "some kind of plan"
            verdict = verdict and not (sign.kind == "tone" and self.parse.words[sign.stop : sign.stop + 1] == ("of",))
            if verdict and syntax.word[deed] in DEEDS and sign.first not in filled:
                whose = owner(syntax, deed)
                found += [(sign, doer) for doer in ([whose] if whose >= 0 else doers(syntax, deed))]
        return found

    @lazy
    def suffered(self) -> list[tuple[int, int]]:
        """The phrases of deeds, each with a phrase that suffers it."""
        if not suffers(self.syntax):
            return []
        nouns = [k for k, kind in enumerate(self.syntax.kind) if kind == "n"]
        return [(k, deed.party) for k in nouns for deed in self._behind(k) if deed.sense < 0]

    def _verdicts(self, words: Sign | Predicate, deed: int, strength: float, holder: int) -> list[Verdict]:
        return [
            Verdict(Range(words.first, words.stop), deed, party, sense, strength * sense, holder)
            for party, sense in self._behind(deed)
            if (words.first, party) not in self._deeds and self.syntax.word[deed] not in KIN
        ]

    @lazy
    def _deeds(self) -> set[tuple[int, int]]:
        """The words, by their first tokens, that tell what is thought of a deed, each with the phrase of who did it."""
        filled = {(one.predicate.first, one.target) for one in self.filled if one.deed}
        return filled | {(sign.first, doer) for sign, doer in self.judged}

    def _behind(self, chunk: int) -> Iterator[Deed]:
        return behind(self.syntax, self.parse.words, chunk, self._bad)

    def _bad(self, chunk: int) -> bool:
        return self._balance.get(self.syntax.head[chunk], 0) < 0

    @lazy
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

    @lazy
    def contrast(self) -> Contrast | None:
        """The two sides that the sentence sets against each other."""
        return find_contrast(self.parse.words, self.place, self.syntax)

    @lazy
    def inner(self) -> list[Inner]:
        """What it tells that others say."""
        cues = {token for place, _ in self.cues for token in range(*place)}
        return inner_reports(self.syntax, self.parse.words, self.owners, cues, self.place.stop)

    def inner_teller(self, token: int) -> str | None:
        """Who says what stands at this token, if somebody else only tells that he does; nobody known is "unattributed"."""
        for report in reversed(self.inner):
            if report.told.first <= token < report.told.stop:
                known = self.names_in(report.teller) if report.teller >= 0 else []
                return next(iter(known), UNATTRIBUTED)
        cue = self.speech.attributions[self.owners[token]].cue if self.owners[token] >= 0 else None
        return UNATTRIBUTED if cue and cue.text in ("heard", "hears") else None

    @lazy
    def unreal(self) -> frozenset[int]:
        """The tokens of what is asked, supposed or denied, and of hits in what somebody does not believe."""
        words, hits = self.parse.words, [sign.first for sign in self.signs if sign.kind == "hit"]
        return unreal_tokens(words, self.place).union(at for at in hits if is_disbelieved(words, self.place.first, at))

    @lazy
    def is_told_as_fact(self) -> bool:
        """Is nothing in the sentence asked, supposed, denied, or said or done by nobody?"""
        words, (low, stop) = self.parse.words, self.place
        told = NOBODIES.isdisjoint(words[low:stop]) and not is_disbelieved(words, low, stop - 1)
        return told and not self.unreal and self.unsaid.isdisjoint(range(low, stop))

    @lazy
    def told_of(self) -> set[str]:
        """The names of the parties to whom the grammar ties anything that tells."""
        found = {name for marked in self.marked for name in marked.about}
        found |= {sign.hit.target for sign in self.signs if sign.hit and sign.hit.target}
        chunks = [doer for _, doer in self.judged] + [verdict.party for verdict in self.verdicts]
        chunks += [side.subject for side in self.contrast.sides] if self.contrast else []
        acts = [one for one in self.filled if one.holder >= 0]
        chunks += [one.holder for one in acts if self.is_done_to(self.teller(one.predicate.first), one)]
        return found.union(*map(self.names_in, chunks))

    def is_done_to(self, teller: str | None, attitude: Filled) -> bool:
        """Is it done to who tells it: by name, or as the "them" of a group's words who stand for nobody else? Good is done to him
        only where he is named, and not what is his ("shared her view").
        """
        syntax, k = self.syntax, attitude.target
        named = self.names_in(k)
        if teller in named and attitude.strength > 0:
            first, stop = syntax.first[k], syntax.stop[k]
            return any(one.name == teller and one.first == first and one.stop == stop for one in self.parties)
        if named or syntax.word[k] != "them" or syntax.first[k] + 1 < syntax.stop[k]:
            return teller in named
        return any(one.name == teller for one in self.parties if not one.person)

    def teller(self, token: int) -> str | None:
        """Who says what a token stands in."""
        source = self.speech.attributions[self.owners[token]].source if self.owners[token] >= 0 else None
        return source.actor if source else None

    @lazy
    def lent(self) -> frozenset[int]:
        """The first tokens of mentions that only tell who or what others are."""
        return lent(self.parse, self.syntax, self.parties)

    def names_in(self, chunk: int) -> list[str]:
        """The parties named in a chunk or owning it, first those whom its head or an apposition names."""
        return names_in(self.syntax, self.parties, self.lent, chunk)

    def speakers_at(self, token: int) -> list[str]:
        """Whose words a cue introduces that holds this token ("released a statement calling on ...")."""
        sources = [one.source for place, one in self.cues if place.first <= token < place.stop]
        return [source.actor for source in sources if source and source.actor]

    def learned(self, words: Container[str]) -> list[int]:
        """The tokens of learned words that are no part of a name."""
        text, tags, inside = self.parse.words, self.parse.tags, self.inside
        first, stop = self.place
        known = compress(range(first, stop), map(words.__contains__, text[first:stop]))
        return [at for at in known if at not in inside and tags[at] not in ("NNP", "NNPS")]

    @lazy
    def held(self) -> set[int]:
        """The tokens of attitudes that are told of somebody, and so are none of whoever tells it."""
        return {
            one.first for one in self.predicates if all(attitude.holder != AUTHOR for attitude in one.entry.attitudes)
        }

    def _untied(self, predicate: Predicate) -> Sign:
        entry = predicate.entry
        denied = "not" if negated(self.parse, predicate.first, self.place.first) else ""
        sign = denied + ("+" if sum(one.polarity for one in entry.attitudes) > 0 else "-")
        name = entry.lexicon.removeprefix("predicates-")
        spares = entry.inflect == "verb" and all(one.target == "subject" for one in entry.attitudes)
        place = (predicate.first, predicate.stop)
        return Sign(*place, "predicate", name, sign, entry.weight / 2, end=predicate.end, spares=spares)

    def _marked(self, sign: Sign, targets: Sequence[str]) -> Marked:
        ties: dict[str, Tie] = {}
        about: set[str] = set()
        for party, place in zip(self.parties, self.places, strict=True):
            if party.name in about or abs(party.first - sign.first) > REACH:
                continue
            is_topic = self.topic and party is self.topic.party and self.owners[sign.first] == self.topic.voice
            role = "predicate" if is_topic else relation(self.syntax, sign.stop - 1, place)
            if (sign.spares and role == "object") or party.first in self.lent:
                continue
            if role == "modified" and is_generic(self.parse, self.syntax, self.syntax.at(party.first)):
                role = ""
            if role:
                ties[party.name] = Tie(role, place)
            if role in STRONG:
                about.add(party.name)
        about.update(targets)
        return Marked(sign, ties, about)
