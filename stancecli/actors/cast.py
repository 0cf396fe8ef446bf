"""Put the parties of a text together: names, sources, pronouns, requested targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from stancecli.actors.names import find_names
from stancecli.actors.parties import Party, called, merge
from stancecli.actors.pronouns import GENDERS, resolve
from stancecli.actors.runs import Vocabulary
from stancecli.actors.sources import (
    Mentions,
    Phrase,
    described,
    group_name,
    group_place,
    is_definite,
    is_demonym,
    is_person,
    is_plural,
    kind_of,
    named_heads,
    phrase_of,
)
from stancecli.actors.targets import find_targets
from stancecli.model import Actor, Attribution, Cast, Parse, Span, Speech, Withheld

_PLURALS = frozenset("they them their theirs themselves".split())
_NEUTERS = frozenset("it its itself".split())
_SPEECHLESS = frozenset(
    "i me my myself we us our ours you your this that these those one who whom which what "
    "some few many several most others all both none everyone nobody anyone".split()
)
_REACH = 4


def identify(parse: Parse, speech: Speech) -> Cast:
    """Find the parties of a text, all their mentions, and whom each source of `speech` stands for.

    Sources that stand for nobody known keep `actor=None`. Runs in time linear in the length of the text.
    """
    parties = merge(parse, find_names(parse, Vocabulary(parse)))
    sources = _Sources(parse, parties, speech)
    names = called(sources.parties)
    actors = tuple(_actors(parse, sources.parties, names))
    return Cast(actors, _filled(speech, sources, names), find_targets(parse.document.targets, sources.parties, names))


class _Sources:
    """Finds the party of each source phrase; new parties are made for anonymous groups.

    `parties` are all parties afterwards, in order of their first mention; `found` has the party of each
    source phrase by the phrase's first character.
    """

    def __init__(self, parse: Parse, parties: list[Party], speech: Speech) -> None:
        self._parse = parse
        self._mentions = Mentions(parties)
        self._groups: dict[str, Party] = {}
        self.found: dict[int, Party] = {}
        phrases = [(start, phrase) for start, phrase in self._phrases(speech)]
        heads = self._name(phrases)
        self.parties = [*parties, *self._groups.values()]
        self._give_way()
        pronouns = resolve(parse, self.parties, heads, self._speakers(speech))
        self._resolve(phrases, pronouns)
        for token, party in sorted(pronouns.items()):
            party.places.append((token, token + 1))
        spoken = set(self.found.values())
        self.parties = sorted(
            (party for party in self.parties if party.places or party in spoken),
            key=lambda party: min(party.places, default=(len(parse.words), 0)),
        )

    def _phrases(self, speech: Speech) -> Iterable[tuple[int, Phrase]]:
        spans = [one.source.spans[0] for one in speech.attributions if one.source and one.source.spans]
        spans += [one.source for one in speech.withheld if one.source]
        for span in sorted(set(spans)):
            phrase = phrase_of(self._parse, span)
            if phrase is not None:
                yield span.start, phrase

    def _name(self, phrases: Sequence[tuple[int, Phrase]]) -> frozenset[int]:
        """Find named and anonymous sources; the tokens at which their mentions begin."""
        heads: set[int] = set()
        for start, phrase in phrases:
            if self._is_pronoun(phrase):
                continue
            named = named_heads(self._parse, phrase, self._mentions)
            if named and not is_demonym(self._parse, phrase, named[0][1]):
                heads.update(first for first, _ in named)
                self.found[start] = named[0][1] if len(named) == 1 else self._joint([party for _, party in named])
            elif party := self._anonymous(phrase):
                self.found[start] = party
        return frozenset(heads)

    def _joint(self, parties: Sequence[Party]) -> Party:
        """Several named parties that speak together; each keeps its own mentions."""
        name = f"{', '.join(party.name for party in parties[:-1])} and {parties[-1].name}"
        party = self._groups.setdefault(name.lower(), Party("group", name))
        party.plural = True
        return party

    def _is_pronoun(self, phrase: Phrase) -> bool:
        word = self._parse.words[phrase.head]
        alone = phrase.head_stop == phrase.stop == phrase.head + 1
        return alone and (word in GENDERS or word in _PLURALS or word in _NEUTERS or word in _SPEECHLESS)

    def _anonymous(self, phrase: Phrase) -> Party | None:
        parse = self._parse
        if is_definite(parse, phrase):
            party = described(parse, phrase, self._mentions)
            if party:
                party.places.append((phrase.head, phrase.head_stop))
                return party
            noun = parse.words[phrase.head_stop - 1]
            for party in reversed(self._groups.values()):
                if party.forms and party.last == noun:
                    party.places.append((phrase.head, phrase.head_stop))
                    return party
            if is_person(parse, phrase):
                return None
        words = group_name(parse, phrase)
        party = self._groups.setdefault(" ".join(words).lower(), Party(kind_of(parse, phrase)))
        party.forms.append(words)
        party.last = parse.words[phrase.head_stop - 1]
        party.plural = is_plural(parse, phrase)
        party.places.append(group_place(parse, phrase))
        return party

    def _give_way(self) -> None:
        """Drop names that stand inside an anonymous source ("Venezuelan" in "Venezuelan officials")."""
        taken = {token for party in self._groups.values() for place in party.places for token in range(*place)}
        if taken:
            for party in self.parties:
                if party.forms and party not in self._groups.values():
                    party.places = [place for place in party.places if taken.isdisjoint(range(*place))]

    def _speakers(self, speech: Speech) -> dict[int, Party]:
        return {}

    def _resolve(self, phrases: Sequence[tuple[int, Phrase]], pronouns: dict[int, Party]) -> None:
        """Find whom pronouns stand for that are sources, and let anonymous singles be mentioned by them."""
        sentence_of, words = self._parse.sentence_of, self._parse.words
        latest: list[tuple[int, Party]] = []
        for start, phrase in phrases:
            word, party = words[phrase.head], self.found.get(start)
            if party is None and self._is_pronoun(phrase):
                if word in GENDERS:
                    party = pronouns.get(phrase.head)
                elif word in {"who", "which"}:
                    party = self._antecedent(phrase.head)
                elif word in _PLURALS or word in _NEUTERS:
                    party = next(
                        (
                            one
                            for sentence, one in reversed(latest)
                            if _agrees(one, word) and sentence_of[phrase.head] - sentence <= _REACH
                        ),
                        None,
                    )
                    if party:
                        pronouns[phrase.head] = party
                if party:
                    self.found[start] = party
            if party:
                latest.append((sentence_of[phrase.head], party))

    def _antecedent(self, token: int) -> Party | None:
        """The named party that stands just before a relative pronoun."""
        last = token - 1 - (self._parse.words[token - 1] == ",")
        return next((party for _, stop, party in self._mentions.within(last - 12, token) if stop == last + 1), None)


def _agrees(party: Party, word: str) -> bool:
    if word in _PLURALS:
        return party.plural
    return party.kind in {"organisation", "country"}


def _actors(parse: Parse, parties: Iterable[Party], names: dict[Party, str]) -> Iterable[Actor]:
    """One actor for each name, with all mentions in order."""
    rows: dict[str, list[Party]] = {}
    for party in parties:
        rows.setdefault(names[party], []).append(party)
    for name, same in rows.items():
        places = sorted(place for party in same for place in party.places)
        yield Actor(name, same[0].kind, tuple(parse.span(*place) for place in places))


def _filled(speech: Speech, sources: _Sources, names: dict[Party, str]) -> Speech:
    def actor(span: Span | None) -> str | None:
        party = sources.found.get(span.start) if span else None
        return names.get(party) if party else None

    def attribution(one: Attribution) -> Attribution:
        if one.source is None or not one.source.spans:
            return one
        return replace(one, source=replace(one.source, actor=actor(one.source.spans[0])))

    def withheld(one: Withheld) -> Withheld:
        return replace(one, actor=actor(one.source))

    return Speech(tuple(map(attribution, speech.attributions)), tuple(map(withheld, speech.withheld)))
