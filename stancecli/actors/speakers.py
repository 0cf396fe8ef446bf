"""Find the party that each source phrase of a text stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

from stancecli import tables
from stancecli.actors.addressees import addressed
from stancecli.actors.bodies import charged_bodies, may_be_it, opening_body, opening_phrase, owned_bodies
from stancecli.actors.clients import clients
from stancecli.actors.common_nouns import CALLINGS, may_be_person
from stancecli.actors.contexts import is_called_person
from stancecli.actors.descriptions import descriptions, introduced, named_before
from stancecli.actors.epithets import bearer, epithet, meant
from stancecli.actors.fitting import announced, described, named_later
from stancecli.actors.interviews import answers
from stancecli.actors.mentions import Mentions
from stancecli.actors.parties import Party
from stancecli.actors.principals import body_before, is_his_office, is_spoken_for, principal, sort_of
from stancecli.actors.pronouns import resolve
from stancecli.actors.said import said_words, told_words
from stancecli.actors.sources import (
    Phrase,
    breaks,
    group_name,
    group_place,
    is_definite,
    is_demonym,
    is_headline_words,
    is_plural,
    kind_of_source,
    named_heads,
    phrase_of,
    with_apposition,
)
from stancecli.actors.spoken_of import spoken_of
from stancecli.actors.unnamed import united, unnamed
from stancecli.actors.words import GENDERS
from stancecli.attribute.grammar import is_nobody
from stancecli.model import Parse, Speech

_PLURALS = frozenset("they them their theirs themselves".split())
_NEUTERS = frozenset("it its itself".split())
_OPEN = frozenset(
    "i me my myself we us our ours you your this that these those one who whom which what some few many several most "
    "others all both none everyone nobody anyone".split()
)
_PRONOUNS = _OPEN.union(_PLURALS, _NEUTERS, GENDERS)
_RELATIVE = frozenset(("who", "which", "whose"))
_SOME = frozenset((word,) for word in "one some few many several most others both none each".split())
"""Words that alone name nobody: "one of them", "others in the hall"."""

_ASKED_BY = frozenset(
    (word, "by") for word in "asked questioned pressed quizzed challenged grilled cross-examined".split()
)
"""Behind these stands who asks; it is the one who was asked that goes on speaking."""
_REACH = 4
"""Within so many sentences behind a source "they" or "it" may stand for it."""
_RECENT = 20
"""So many sources back are looked at for whom they stand for: what keeps the cost linear."""


class Speakers:
    """The party of each source phrase in `found`, by the phrase's first character.

    `parties` are all parties afterwards, anonymous ones and resolved pronouns included, in order of their
    first mention; no two mentions overlap.
    """

    def __init__(self, parse: Parse, parties: Sequence[Party], speech: Speech) -> None:
        self._parse = parse
        self._mentions = Mentions(parties)
        self._names = {party.name.lower(): party for party in parties}
        self._anonymous: dict[str, Party] = {}
        self._latest: dict[str, Party] = {}
        self._ended: dict[int, Party] = {}
        self.found: dict[int, Party] = {}
        self._taken: set[int] = set()
        self._offices: set[int] = set()
        heads = self._name(phrases := list(self._phrases(speech)))
        self.found.update(answers(parse, speech, self._mentions))
        groups = list(self._anonymous.values())
        self._taken = _part(groups, parties)
        quoted = said_words(parse, speech, self.found)
        pronouns = resolve(parse, [*parties, *groups], heads, quoted, told_words(parse, speech))
        self._mention(tuple(introduced(parse, parties, self._taken)))
        for place, party in descriptions(parse, self._mentions, self._taken):
            party.places.append(place)
        self._owned = owned_bodies(parse, pronouns, self._mentions, self._taken)
        for token, party in self._owned.items():
            party.places.append((token, token + 1))
        self._refer(phrases, pronouns)
        known = (self._mentions, self._taken)
        charged = charged_bodies(parse, self._mentions, self._owned, self._taken)
        self._mention([*charged, *spoken_of(parse, quoted, pronouns, *known), *clients(parse, pronouns, *known)])
        self._mention([(token, party) for token, party in pronouns.items() if token not in self._taken])
        self.parties = self._in_order([*parties, *self._nameless(parties)])
        for party in parties:
            if party.bare:  # nor is he ever told by "he" or "she" then
                party.kind = "person" if is_called_person(parse, party.places) else "organisation"
        self._mention(addressed(parse, speech, self.parties))

    def _mention(self, rows: Iterable[tuple[int, Party]]) -> None:
        """Note further tokens that stand for parties."""
        for token, party in rows:
            party.places.append((token, token + 1))
            self._taken.add(token)

    def _nameless(self, named: Sequence[Party]) -> list[Party]:
        """All parties without a name, those that never speak too, but for those that turn out to be others."""
        silent, gone = unnamed(self._parse, named, self._anonymous)
        groups = [*self._anonymous.values(), *silent]
        meant = gone | united(self._parse, groups, named)
        for party in groups:
            party.speaks_for = meant.get(party.speaks_for, party.speaks_for) if party.speaks_for else None
        self.found.update({start: meant[party] for start, party in self.found.items() if party in meant})
        return [party for party in groups if party not in meant]

    def _phrases(self, speech: Speech) -> Iterable[tuple[int, Phrase]]:
        spans = {one.source.spans[0] for one in speech.attributions if one.source and one.source.spans}
        spans |= {one.source for one in speech.withheld if one.source}
        for span in sorted(spans):
            phrase = phrase_of(self._parse, span)
            if phrase is not None and not is_nobody(self._parse, phrase.first, phrase.stop):
                yield span.start, with_apposition(self._parse, phrase, self._mentions)

    # --- names and anonymous sources ------------------------------------------------------------

    def _name(self, phrases: Sequence[tuple[int, Phrase]]) -> frozenset[int]:
        """Find named and anonymous sources; the tokens at which those begin that are named or pronouns."""
        heads: set[int] = set()
        for start, phrase in phrases:
            if self._is_pronoun(phrase):
                heads.add(phrase.head)
            named = self._named(phrase)
            if self._parse.words[phrase.first - 2 : phrase.first] not in _ASKED_BY:
                heads.update(first for first, _ in named)
            party = self._one_of(named) or self._spokesman(phrase) or self._described(phrase)
            if party:
                self.found[start] = party
        return frozenset(heads)

    def _named(self, phrase: Phrase) -> list[tuple[int, Party]]:
        if self._is_number(phrase):
            return bearer(self._parse, phrase.head, self._mentions)
        named = named_heads(self._parse, phrase, self._mentions)
        return [] if named and is_demonym(self._parse, phrase, named[0][1]) else named

    def _one_of(self, named: Sequence[tuple[int, Party]]) -> Party | None:
        """The party that is named, or the several ones together."""
        return self._joint([party for _, party in named]) if len(named) > 1 else named[0][1] if named else None

    def _spokesman(self, phrase: Phrase) -> Party | None:
        """Who speaks for a party, or the party whose a report is; None for all other sources."""
        span = principal(self._parse, phrase, self._mentions)
        whole = phrase_of(self._parse, span) if span else None
        if whole:
            party = self._one_of(self._named(whole)) or self._described(whole)
        else:
            party = body_before(self._parse, phrase, self._mentions)
        if party is None or not is_spoken_for(self._parse, phrase):
            return party
        noun = phrase.noun
        one = self._anonymous.setdefault(f"{noun} for {party.name}".lower(), Party("person"))
        one.speaks_for = party
        one.plural = is_plural(self._parse, phrase)
        one.gender = tables.groups().genders.get(noun, "")
        self._latest[noun] = one
        self._place(one, phrase._replace(head=phrase.head_stop - 1))
        return one

    def _is_pronoun(self, phrase: Phrase) -> bool:
        word = self._parse.words[phrase.head]
        alone = phrase.head_stop == phrase.stop == phrase.head + 1
        return word in _RELATIVE or (alone and word in _PRONOUNS)

    def _is_number(self, phrase: Phrase) -> bool:
        """Is a number all of it ("34, who won", but not "34 of the voters")?"""
        stop = phrase.head_stop
        alone = self._parse.words[phrase.head].isdigit() and stop == phrase.head + 1
        return alone and (stop == phrase.stop or breaks(self._parse, stop))

    def _joint(self, parties: Sequence[Party]) -> Party:
        """Several named parties that speak together; each keeps its own mentions."""
        name = f"{', '.join(party.name for party in parties[:-1])} and {parties[-1].name}"
        party = self._anonymous.setdefault(name.lower(), Party("group", name))
        party.plural = True
        return party

    def _described(self, phrase: Phrase) -> Party | None:
        """The party of a source without a name; None for a description of somebody who may have been named before."""
        parse = self._parse
        if (
            self._is_pronoun(phrase)
            or self._is_number(phrase)
            or is_his_office(parse, phrase)
            or parse.words[phrase.head : phrase.head_stop] in _SOME
        ):
            return None
        if epithet(parse, phrase.head):
            person = meant(parse, phrase.head, self._mentions)
            if person:
                person.places.append((phrase.head, phrase.head_stop))
            return person
        if is_definite(parse, phrase):
            party = described(parse, phrase, self._mentions) or self._again(phrase)
            noun = phrase.noun
            party = party or named_later(parse, phrase, self._mentions)
            party = party or (self._mentions.only_person(phrase.first) if noun in CALLINGS else None)
            if party:
                party.places.append((phrase.head, phrase.head_stop))
            single = noun in tables.people() or may_be_person(noun)
            if party or (single and self._mentions.has_person(0, phrase.first)):
                return party
        bearers = announced(parse, phrase, self._mentions)
        if bearers:
            return self._bearer(phrase, bearers)
        return None if is_headline_words(parse, phrase) else self._group(phrase)

    def _again(self, phrase: Phrase) -> Party | None:
        """The last anonymous source of the same noun: "the official" is "a senior official", and no "former official"."""
        words = self._parse.words
        party = self._latest.get(sort_of(phrase.noun))
        told = set(words[phrase.head : phrase.head_stop - 1]) - {"same"}
        return party if party and told <= {word.lower() for form in party.forms for word in form} else None

    def _bearer(self, phrase: Phrase, bearers: Sequence[Party]) -> Party | None:
        """The one whom a headline's office stands for, until a name follows; None where it may be several."""
        if len(bearers) > 1:
            return None
        self._latest[sort_of(phrase.noun)] = bearers[0]
        bearers[0].places.append((phrase.head, phrase.head_stop))
        return bearers[0]

    def _group(self, phrase: Phrase) -> Party:
        words = group_name(self._parse, phrase)
        name = self._plainly(phrase, words)
        if name in self._names:
            return self._names[name]
        party = self._anonymous.setdefault(name, Party(kind_of_source(self._parse, phrase)))
        party.count(words)
        noun = phrase.noun
        self._latest[sort_of(noun)] = party
        party.plural = is_plural(self._parse, phrase)
        party.gender = tables.groups().genders.get(noun, "")
        self._place(party, phrase)
        return party

    def _plainly(self, phrase: Phrase, words: Sequence[str]) -> str:
        """The words for comparing: "Norrhaven's parliament" and "the Norrhaven parliament" are one."""
        rows = self._mentions.within(phrase.head, phrase.head + 1)
        if not rows or rows[0][2].kind != "country" or rows[0][1] >= phrase.head_stop:
            return " ".join(words).lower()
        rest = words[len(self._parse.text(*rows[0][:2]).split()) :]
        return " ".join([rows[0][2].name, *rest]).lower()

    def _place(self, party: Party, phrase: Phrase) -> None:
        """Note where an anonymous source stands."""
        place = group_place(self._parse, phrase)
        # A list keeps the names in it: "the Senate and other bodies" is no mention of its own.
        listed = "and" in self._parse.words[slice(*place)] and self._mentions.within(*place)
        if not listed and self._taken.isdisjoint(range(*place)):
            party.places.append(place)
            self._ended[place[1]] = party

    # --- pronouns -------------------------------------------------------------------------------

    def _refer(self, phrases: Sequence[tuple[int, Phrase]], pronouns: dict[int, Party]) -> None:
        """Find whom the pronouns stand for that are sources."""
        latest: list[tuple[int, Party]] = []
        for start, phrase in phrases:
            token = phrase.head
            word, party = self._parse.words[token], self.found.get(start)
            if party is None and self._is_pronoun(phrase):
                party = self._antecedent(token, word, latest, pronouns)
            elif party is None and is_his_office(self._parse, phrase):
                party = pronouns.get(phrase.first)
                self._offices.add(token)
            if party:
                self.found[start] = party
                latest.append((token, party))

    def _antecedent(
        self, token: int, word: str, latest: Sequence[tuple[int, Party]], pronouns: dict[int, Party]
    ) -> Party | None:
        if word in GENDERS:
            return pronouns.get(token)
        if word in _RELATIVE:
            named = next((party for _, _, party in named_before(self._parse, token, self._mentions)), None)
            return named or self._ended.get(token - (self._parse.words[token - 1] == ","))
        if word in _PLURALS:
            several = [row for row in latest[-_RECENT:] if row[1].plural]
            party = self._last(token, several, opening_phrase(self._parse, token, tables.groups().plural))
        elif word in _NEUTERS:
            bodies = [row for row in latest[-_RECENT:] if may_be_it(row[1]) or row[0] in self._offices]
            opening = opening_body(self._parse, token, self._mentions, self._owned)
            rows = sorted([*bodies, *([opening] if opening else [])], key=itemgetter(0))
            party = self._last(
                token, rows, None if rows else opening_phrase(self._parse, token, tables.organisations().stands_for)
            )
        else:
            return None
        if party:
            pronouns[token] = party
        return party

    def _last(self, token: int, rows: Sequence[tuple[int, Party]], opening: Phrase | None) -> Party | None:
        """The latest of the sources in `rows`, or the group that opens a sentence after it."""
        sentence_of = self._parse.sentence_of
        near = [row for row in rows if sentence_of[token] - sentence_of[row[0]] <= _REACH]
        if opening and not (near and near[-1][0] >= opening.head):
            return self._group(opening)
        return near[-1][1] if near else None

    def _in_order(self, parties: Sequence[Party]) -> list[Party]:
        spoken = {id(party) for party in self.found.values()}
        kept = [party for party in parties if party.places or id(party) in spoken]
        return sorted(kept, key=lambda party: min(party.places, default=(len(self._parse.words), 0)))


def _part(groups: Sequence[Party], parties: Sequence[Party]) -> set[int]:
    """Let no two mentions overlap: names give way to the anonymous source around them. Returns all tokens taken."""
    taken: set[int] = set()
    for party in (*groups, *parties):
        places = []
        for place in sorted(set(party.places)):
            if taken.isdisjoint(range(*place)):
                places.append(place)
                taken.update(range(*place))
        party.places = places
    return taken
