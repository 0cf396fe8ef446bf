"""Put the parties of a text together: names, sources, pronouns, requested targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from stancecli.actors.adjectives import with_adjectives
from stancecli.actors.capitals import with_capitals
from stancecli.actors.couples import with_couples
from stancecli.actors.merge import merge
from stancecli.actors.names import find_names
from stancecli.actors.nicknames import with_nicknames
from stancecli.actors.parties import Party, report_names
from stancecli.actors.runs import Vocabulary
from stancecli.actors.speakers import Speakers
from stancecli.actors.targets import find_targets, present
from stancecli.actors.taught import teach
from stancecli.model import AUTHOR, Actor, Attribution, Cast, Parse, Span, Speech, Voices, Withheld
from stancecli.voices import NARRATED, find_voices, tokens_of

_AUTHORS = frozenset(["i", "we"])
"""What an author calls himself, where no speaker does."""


def identify(parse: Parse, speech: Speech, watch: Sequence[str] = ()) -> Cast:
    """Find the parties of a text, all their mentions, and whom each source of `speech` stands for.

    The document's roster goes before all that is guessed. Sources that stand for nobody known keep `actor=None`.
    `watch` are names that are asked for wherever the text has them. Runs in time linear in the length of the text.
    """
    wanted = dict.fromkeys((*parse.document.targets, *watch))
    vocabulary = Vocabulary(parse, wanted)
    whole = with_couples(parse, with_nicknames(parse, find_names(parse, vocabulary)))
    found_names = with_adjectives(parse, whole, vocabulary)
    parties = merge(parse, teach(parse, with_capitals(parse, found_names, speech)))
    speakers = Speakers(parse, parties, speech)
    names = report_names(speakers.parties)
    actors = tuple(_actors(parse, speakers.parties, names))
    voices = find_voices(parse, speech)
    filled = _filled(speech, speakers, names, _own(parse, speech, voices))
    found = find_targets(parse, filled, wanted, speakers.parties, names) if wanted else {}
    return Cast(actors, filled, voices, found, present(parse, parse.document.targets, watch, found))


def _actors(parse: Parse, parties: Iterable[Party], names: dict[Party, str]) -> Iterable[Actor]:
    """One actor for each name, with all mentions in order."""
    starts, ends = parse.starts, parse.ends
    rows: dict[str, list[Party]] = {}
    for party in parties:
        rows.setdefault(names[party], []).append(party)
    for name, same in rows.items():
        places = same[0].places if len(same) == 1 else [place for party in same for place in party.places]
        kind = next((party.kind for party in same if party.speaks_for is None), same[0].kind)
        yield Actor(name, kind, tuple([Span(starts[first], ends[stop - 1]) for first, stop in sorted(places)]))


def _filled(speech: Speech, speakers: Speakers, names: dict[Party, str], own: frozenset[int]) -> Speech:
    """The same with the actors of all sources; `own` is where those begin that are the author himself."""

    def actor(span: Span | None) -> str | None:
        party = speakers.found.get(span.start) if span else None
        return names.get(party) if party else AUTHOR if span and span.start in own else None

    def attribution(one: Attribution) -> Attribution:
        if one.source is None or not one.source.spans:
            return one
        name = actor(one.source.spans[0])
        return replace(one, source=replace(one.source, actor=name)) if name else one

    def withheld(one: Withheld) -> Withheld:
        return replace(one, actor=actor(one.source))

    return Speech(tuple(map(attribution, speech.attributions)), tuple(map(withheld, speech.withheld)))


def _own(parse: Parse, speech: Speech, voices: Voices) -> frozenset[int]:
    """Where sources begin that are the author himself: "I think", outside of all that is quoted or told."""
    spans = [
        one.source.spans[0]
        for one in speech.attributions
        if one.source and one.source.spans and one.source.text.lower() in _AUTHORS
    ]
    return frozenset([span.start for span in spans if voices.owners[tokens_of(parse, span).first] == NARRATED])
