"""Who "he" and "she" are: the fitting person who was last in the foreground, or nobody."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from stancecli.actors.binding import (
    JUDGED_FOR,
    RIVALS,
    behind_aside,
    breaks_in,
    is_for_other,
    is_of_other_clause,
    names_subject,
    reach,
    unnamed_since,
)
from stancecli.actors.genders import learn_genders
from stancecli.actors.mentions import Mentions
from stancecli.actors.parties import Party
from stancecli.actors.said import Quoted, Told, covered, opening_words, other_speakers, told_behind
from stancecli.actors.salience import PREPOSITIONS, SUBJECT, TOPIC, Salience, is_topic, prominence
from stancecli.actors.words import GENDERS, HE_OR_SHE, HIS_OR_HER
from stancecli.model import Parse

_OBJECTS, _REFLEXIVES = frozenset(["him", "her"]), frozenset(["himself", "herself"])
_ENDS = frozenset(
    "that to while when as because if after before since where who whom which what how why so or though although whether until "
    'once : ; “ ” " ( ) — –'.split()
)
"""Words after which another subject may rule ("Lund said that Brandt met her", "Lund asked Brandt to meet her")."""
_OWNED_WITHIN = 8
"""Within so many words of an owner's name stands what is hers beside what she owns."""
_APART = frozenset("and or , on against about with by toward towards".split())
"""Words behind which it is rather somebody else's ("Lund's attack on her record")."""
_OWNED = frozenset(["NN", "JJ", "CD", "VB"])
"""How tags begin of what may stand behind "her", the possessive."""
_VERBAL = frozenset(["VB", "MD", "RB"])
_NOMINAL = frozenset(["NN", "PR", "CD", "DT", "PO"])
"""How tags begin of what ends a noun phrase."""
_JOINING = frozenset(["and", "but", "so", "yet"])
_TOWARD = frozenset(["about", "against", "of", "to"])
"""Prepositions whose object is not the subject itself, as it may be with "behind him"."""
_CLAUSE = 25
"""So many tokens after its subject, at most, an object is looked at."""
_SOURCE, _IN_QUOTE = 0.5, 0.5
_OWNER = 0.25
"""What "his" adds at most before whoever is named next ("His grandson, Jake Moss, has an answer")."""


def resolve(
    parse: Parse, parties: Sequence[Party], sources: frozenset[int], quoted: Quoted, told: Told
) -> dict[int, Party]:
    """The person whom each pronoun (by its token) stands for; those that stay open are left out.

    `sources` are tokens at which a source begins, a name or a pronoun. `quoted` are stretches of quoted words with their speaker,
    who is not meant by "he" within them, nor named there; `told` is all that somebody is made to say, with its source.
    """
    people = [party for party in parties if party.kind == "person"]
    tokens = list(compress(range(len(parse.words)), map(GENDERS.__contains__, parse.words)))
    if not people or not tokens:
        return {}
    scene = _Scene(parse, people, tokens, sources, told)
    scene.speaking = other_speakers(parse, tokens, quoted)
    scene.bar_named(quoted, told)
    scene.set_topics(quoted)
    found = scene.play({})
    speakers = {
        token: speaker
        for first, stop, source in quoted
        for token in tokens[bisect_left(tokens, first) : bisect_left(tokens, stop)]
        if (speaker := source if isinstance(source, Party) else found.get(source))
    }
    wrong = any(found.get(token) is speaker for token, speaker in speakers.items())
    return scene.play(speakers) if learn_genders(parse, found) or wrong else found


class _Place(NamedTuple):
    """What the place of a mention tells: how much it adds, whether it is a subject, part of what is told, a source.

    `when` counts the sentences and paragraphs up to it.
    """

    token: int
    when: int
    weight: float
    rules: bool
    told: bool
    speaks: bool


class _Foreground:
    """Who was told of up to a place of the text, and how lately; `subject` is the last one, with the token."""

    def __init__(self) -> None:
        self.everywhere, self._outside = Salience(), Salience()
        self._heard: Party | None = None
        self.subject: tuple[int, Party] | None = None

    def note(self, place: _Place, party: Party) -> None:
        """Take up one more mention."""
        if place.rules:
            self.subject = place.token, party
        self.everywhere.raise_(party, place.when, place.weight)
        if not place.told:
            self._outside.raise_(party, place.when, place.weight)
            self._heard = party if place.speaks else self._heard

    def best(self, place: _Place, gender: str, but: Sequence[Party]) -> Party | None:
        """Whom a pronoun of this gender stands for, by no more than who is in the foreground.

        Outside quotations and paraphrases, whoever is named only within them does not count while the last one who
        spoke may be meant: "he" goes on from the speaker, not from those of whom he spoke.
        """
        found = None
        if self._heard and self._heard.gender in (gender, "") and not place.told:
            found = self._outside.best(gender, place.when, but)
        return found or self.everywhere.best(gender, place.when, but)


class _Scene:
    """The mentions of persons and the pronouns of a text, to be gone through in order."""

    def __init__(
        self, parse: Parse, people: Sequence[Party], tokens: Sequence[int], sources: frozenset[int], told: Told
    ) -> None:
        self._parse, self._tokens, self._sources = parse, tokens, sources
        self._contents = sorted({first for first, _, _ in told})
        quotations = [(zone.first, zone.stop) for zone in parse.quotations if not zone.scare]
        self._quoted = covered(parse, quotations)
        self._told = covered(parse, [*quotations, *[(first, stop) for first, stop, _ in told]])
        self._openings = [paragraph.first for paragraph in parse.paragraphs]
        self._opening = frozenset(self._openings)
        self._mentions = Mentions(people)
        heard = self._mentions.within(0, tokens[-1])  # nothing is asked behind the last pronoun
        self._named = [(self._place(first, stop), party) for first, stop, party in heard]
        self._pronouns = [self._place(token, token + 1) for token in tokens]
        self._barred: dict[int, list[Party]] = {}
        self._topics: dict[int, Party] = {}
        self._own = dict(opening_words(parse, told))
        self.speaking: dict[int, str] = {}

    def bar_named(self, quoted: Quoted, told: Told) -> None:
        """Whoever is named in her own words is not the "she" who said them, nor whom "she" does something to ("She met Lund")."""
        said = [(first, stop, source) for first, stop, source in quoted if isinstance(source, int)]
        said += [row for row in told if 0 <= row[2] < row[0]]
        rules = [(token, reach(self._parse, token, self._quoted), token) for token in self._tokens]
        for token in self._tokens:
            row = self._mentions.ending(token - 1)
            if row and breaks_in(self._parse.words, token):
                self._barred.setdefault(token, []).append(row[2])
        for first, stop, token in (*said, *rules):
            if self._parse.words[token] in HE_OR_SHE:
                named = [
                    party
                    for name, end, party in self._mentions.within(first, stop)
                    if not names_subject(self._parse, name)
                    and not (first == token and is_of_other_clause(self._parse, token, end))
                ]
                self._barred.setdefault(token, []).extend(named)

    def set_topics(self, quoted: Quoted) -> None:
        """In `"He is a bully," she said of Lund`, Lund is "he", unless the words name somebody themselves."""
        for first, stop, _ in quoted:
            of, end = told_behind(self._parse, stop)
            behind = self._mentions.within(of, min(of + 3, end))
            if behind and not self._mentions.within(first, stop):
                tokens = self._tokens[bisect_left(self._tokens, first) : bisect_left(self._tokens, stop)]
                self._topics.update(dict.fromkeys(tokens, behind[0][2]))

    def play(self, speakers: Mapping[int, Party]) -> dict[int, Party]:
        """Resolve all pronouns from left to right; `speakers` tells who speaks the words in which they stand."""
        named, words, foreground = self._named, self._parse.words, _Foreground()
        found: dict[int, Party] = {}
        called: dict[Party, str] = {}
        at = 0
        for place in self._pronouns:
            token = place.token
            while at < len(named) and named[at][0].token < token:
                foreground.note(*named[at])
                at += 1
            subject = foreground.subject
            gender = GENDERS[words[token]]
            but = [*self._barred.get(token, ()), *([speakers[token]] if token in speakers else ())]
            but += [party for party, other in called.items() if other != gender]
            if subject and self._is_object_of(token, subject[0]):
                but.append(subject[1])
            if token in self.speaking:  # in "“We like her,” he said", who is "he" is not "her"
                speaker = foreground.everywhere.best(self.speaking[token], place.when, but)
                but += [speaker] if speaker else []
            since = unnamed_since(self._parse, token, gender, self._quoted)
            if since >= 0 and not self._mentions.within(since, token):
                continue
            best = self._beside(token, subject, found) or self._by_grammar(token, gender, but, subject)
            best = best or foreground.best(place, gender, but)
            if best is not None:
                found[token] = best
                if not best.gender:
                    called[best] = gender
                foreground.note(place, best)
        return found

    def _by_grammar(
        self, token: int, gender: str, but: Sequence[Party], subject: tuple[int, Party] | None
    ) -> Party | None:
        """Whom the sentence itself tells: of whom the words are said, or the subject that owns."""
        topic = self._topics.get(token)
        if topic and topic not in but and topic.gender in (gender, ""):
            return topic
        owner = self._owner(token) or self._thanked(token)
        if owner and owner not in but and owner.gender in (gender, ""):
            return owner
        if subject is None or subject[1] in but or subject[1].gender not in (gender, ""):
            return None
        told = (
            self._opens_own(token, subject[0])
            or self._is_reflexive_of(token, subject[0])
            or self._is_owned_by(token, subject[0])
            or self._goes_on_from(token, *subject)
            or self._is_joined_to(token, subject[0])
        )
        return subject[1] if told else None

    def _beside(self, token: int, subject: tuple[int, Party] | None, found: Mapping[int, Party]) -> Party | None:
        """Whose rival the subject is, who tells no gender himself: "Her rival, Sam Poe, said she had lost"."""
        if subject is None or subject[1].gender:
            return None
        words, first = self._parse.words, subject[0]
        before = self._tokens[max(0, bisect_left(self._tokens, token) - 1)]
        opens = before == self._parse.sentences[self._parse.sentence_of[token]].first and self._owns(before)
        rival = opens and words[first - 1] == "," and words[first - 2] in RIVALS
        return found.get(before) if rival and GENDERS[words[before]] == GENDERS[words[token]] else None

    def _owner(self, token: int) -> Party | None:
        """Who is named as the owner of that to which "her" belongs: "Lund's right to her views"."""
        parse, (first, stop, owner) = self._parse, self._mentions.previous(token) or (token, token, None)
        near = 1 < token - stop <= _OWNED_WITHIN and parse.sentence_of[first] == parse.sentence_of[token]
        if not near or parse.words[stop] != "'s" or not self._owns(token):
            return None
        acts = any(tag.startswith(("VB", "MD")) for tag in parse.tags[stop + 1 : token])
        return None if acts or not _APART.isdisjoint(parse.words[stop + 1 : token]) else owner

    def _thanked(self, token: int) -> Party | None:
        """Who is thanked or blamed for what is "his": "thanked Lund for his courage"."""
        words, row = self._parse.words, self._mentions.ending(token - 1)
        if row is None or words[token - 1] != "for" or not self._owns(token):
            return None
        own = words[token + 1 : token + 2] == ("own",)
        return None if own or JUDGED_FOR.isdisjoint(words[row[0] - 1 : row[0]]) else row[2]

    def _opens_own(self, token: int, subject: int) -> bool:
        """Does the speaker who is this subject begin with the pronoun what is told of him?"""
        return subject in self._sources and token in self._own and self._own[token] <= subject

    def _is_reflexive_of(self, token: int, subject: int) -> bool:
        """Is it "herself", and the subject in the same sentence?"""
        parse = self._parse
        return parse.words[token] in _REFLEXIVES and parse.sentence_of[subject] == parse.sentence_of[token]

    def _is_joined_to(self, token: int, subject: int) -> bool:
        """Does "and" or "but" join the clause of the pronoun to that of this subject ("Lund had a voice, but she left")?"""
        parse = self._parse
        joined = parse.words[token] in HE_OR_SHE and parse.words[token - 1] in _JOINING
        alone = joined and parse.sentence_of[subject] == parse.sentence_of[token]
        return alone and not self._mentions.within(subject + 1, token)

    def _goes_on_from(self, token: int, subject: int, party: Party) -> bool:
        """Does one sentence begin with a name that tells no gender, and the next with "he" or "she"?"""
        parse, number = self._parse, self._parse.sentence_of[token]
        opens = parse.sentences[number].first == token and parse.words[token] in HE_OR_SHE
        return opens and not party.gender and number > 0 and parse.sentences[number - 1].first == subject

    def _owns(self, token: int) -> bool:
        """Is it the "her" of "her brother"? The tagger alone is too often wrong."""
        tags = self._parse.tags[token : token + 2]
        return tags[:1] == ("PRP$",) or (self._parse.words[token] == "her" and tags[1:] != () and tags[1][:2] in _OWNED)

    def _is_object_of(self, token: int, subject: int) -> bool:
        """Is "him" or "her" what the verb of this subject is done to? Then it is somebody else."""
        parse = self._parse
        if is_for_other(parse.words, token):
            return parse.sentence_of[token] == parse.sentence_of[subject]
        if not parse.tags or parse.words[token] not in _OBJECTS or token - subject > _CLAUSE or self._owns(token):
            return False
        if parse.words[subject] in GENDERS and self._owns(subject):
            return False  # "her rivals mocked her"
        named = self._mentions.within(subject, subject + 1)
        first = behind_aside(parse.words, named[0][1] if named else subject + 1, token)
        between = parse.words[first:token]
        if parse.sentence_of[subject] != parse.sentence_of[token] or self._is_ended(first, token):
            return False
        told = self._contents[bisect_right(self._contents, subject) : bisect_left(self._contents, token)]
        if any(parse.words[first] != "to" for first in told):
            return False  # "Lund said Brandt had let her down", but "Lund hoped to meet her"
        if between.count(",") not in (0, 2) or not self._goes_on(first, token):
            return False
        voted_for = between[-1:] in (("for",), ("at",)) and parse.tags[token - 2].startswith("VB")
        return not between or between[-1] not in PREPOSITIONS or between[-1] in _TOWARD or voted_for

    def _is_ended(self, first: int, stop: int) -> bool:
        """Does another subject rule behind one of these tokens? An infinitive has that of its verb or adjective ("was proud to
        vote for her"), but for one behind a noun ("asked Brandt to meet her").
        """
        words, tags = self._parse.words, self._parse.tags
        ends = [at for at in range(first, stop) if words[at] in _ENDS]
        return any(words[at] != "to" or tags[at - 1][:2] in _NOMINAL or tags[at + 1] != "VB" for at in ends)

    def _is_owned_by(self, token: int, subject: int) -> bool:
        """Does the "her" of "Lund kept her promise" go back to the subject of its clause?"""
        parse = self._parse
        if not self._quoted[subject] or not self._owns(token):
            return False
        between = parse.words[subject + 1 : token]
        return parse.sentence_of[subject] == parse.sentence_of[token] and _ENDS.isdisjoint(between)

    def _goes_on(self, first: int, stop: int) -> bool:
        """Does every "and" lead to a further verb, and not to a further subject?"""
        words, tags = self._parse.words, self._parse.tags
        return all(tags[at + 1][:2] in _VERBAL for at in range(first, stop - 1) if words[at] in ("and", "but", "or"))

    def _opens_content(self, first: int, stop: int) -> bool:
        """Does what somebody is made to say begin here, with its subject ("Lund said Brandt had let her down")?"""
        at = bisect_left(self._contents, first)
        opens = at < len(self._contents) and self._contents[at] == first
        return opens and any(tag[:2] in _VERBAL for tag in self._parse.tags[stop : stop + 1])

    def _place(self, first: int, stop: int) -> _Place:
        parse, speaks = self._parse, first in self._sources
        least, weight = SUBJECT, prominence(parse, first, stop) + (_SOURCE if speaks else 0.0)
        if weight < SUBJECT and self._opens_content(first, stop):
            weight = SUBJECT
        if (
            parse.words[first] in HIS_OR_HER
            and parse.words[first + 2 : first + 3] == (",",)
            and self._mentions.within(first + 3, first + 4)
        ):
            weight = min(weight, _OWNER)
        if self._quoted[first]:
            least, weight = least * _IN_QUOTE, weight * _IN_QUOTE
        rules = weight >= least
        opens = parse.sentences[parse.sentence_of[first]].first in self._opening
        if opens and is_topic(parse, first, stop):
            weight = max(weight, TOPIC)
        when = parse.sentence_of[first] + bisect_right(self._openings, first)
        return _Place(first, when, weight, rules, bool(self._told[first]), speaks)
