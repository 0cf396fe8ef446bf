"""Of whom quoted words speak that do not name him: "“The man is a liar,” she said of Hart", "“They lied to us,” she said"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from stancecli.actors.bodies import may_be_it
from stancecli.actors.mentions import Mentions
from stancecli.actors.parties import Party
from stancecli.actors.said import Quoted, told_behind
from stancecli.actors.words import several_people
from stancecli.attribute.grammar import BE, FINITE_TAGS
from stancecli.model import Parse

_NAMED = 5
"""So many words behind "of" his name begins ("of the referee Bob Hart")."""
_POINTING = frozenset(["the", "this", "that"])
_NOUNS = {"man": "m", "guy": "m", "bloke": "m", "lad": "m", "fellow": "m", "woman": "f", "lady": "f", "girl": "f"}
_THEY = frozenset(["they", "them"])
_OWN = frozenset(["its", "their"])
_BEFORE = 2
"""So many sentences before a quotation tell whom it means by "they"."""
_ANYBODY = frozenset("anybody anyone everybody everyone nobody somebody someone both".split())
_VERBAL = FINITE_TAGS | {"VBN"}
_ADVERBS = 3
"""Within so many words behind its subject a verb stands."""
_WORDS = 150
"""And so many words of them: what keeps the cost linear."""


def spoken_of(
    parse: Parse, quoted: Quoted, pronouns: Mapping[int, Party], mentions: Mentions, taken: Container[int]
) -> Iterator[tuple[int, Party]]:
    """Each noun or pronoun in quoted words that stands for somebody named outside of them, by its token, with the party.

    `pronouns` tells whom speakers are that are pronouns; `taken` are the tokens of all mentions.
    """
    words = parse.words
    for first, stop, source in quoted:
        person = _person_behind(parse, stop, mentions)
        if person:
            for at in range(first + 1, stop):
                fits = words[at] in _NOUNS and person.gender in (_NOUNS[words[at]], "")
                if fits and words[at - 1] in _POINTING and at not in taken:
                    yield at, person
        they = [at for at in range(first, stop) if words[at] in _THEY and at not in taken]
        if they:
            speaker = source if isinstance(source, Party) else pronouns.get(source)
            body = _body_before(parse, (first, stop), they[0], speaker, mentions)
            if body:
                yield from ((at, body) for at in they)


def _person_behind(parse: Parse, stop: int, mentions: Mentions) -> Party | None:
    """The person of whom words are said ("she said of the referee, Bob Hart")."""
    of, end = told_behind(parse, stop)
    named = [party for _, _, party in mentions.within(of + 1, min(of + _NAMED, end)) if party.kind == "person"]
    return named[0] if named else None


def _body_before(
    parse: Parse, place: tuple[int, int], they: int, speaker: Party | None, mentions: Mentions
) -> Party | None:
    """The only body of which the text spoke before the quotation at `place`, where neither people nor another body may be meant,
    nor things, and the speaker is not told to be one of it.
    """
    first, stop = place
    words, number = parse.words, parse.sentence_of[first]
    opens, ends = parse.sentences[number].first, parse.sentences[parse.sentence_of[stop - 1]].stop
    low = max(parse.sentences[max(0, number - _BEFORE)].first, opens - _WORDS)
    people = several_people()
    if any(word in people or word in _ANYBODY for word in (*words[low:opens], *words[first:they])):
        return None
    if not _OWN.isdisjoint((*words[opens:first], *words[stop:ends])):  # "said its head"
        return None
    acts = words[they] == "they" and BE.isdisjoint(words[they + 1 : they + 2])
    if "NNS" in parse.tags[first:they] or (not acts and "NNS" in parse.tags[low:opens]):
        return None
    named = dict.fromkeys(party for _, _, party in (*mentions.within(low, opens), *mentions.within(first, they)))
    beside = {speaker, speaker.speaks_for if speaker else None, *(row[2] for row in mentions.within(stop, ends))}
    others = [party for party in named if party not in beside]
    bodies = [party for party in others if party.kind == "organisation" and may_be_it(party)]
    persons = [party for party in others if party.kind == "person"]
    if len(bodies) != 1 or len(persons) > 1:  # "they" are two persons at least
        return None
    return bodies[0] if any(_rules(parse, stop) for _, stop in bodies[0].places if low < stop <= they) else None


def _rules(parse: Parse, stop: int) -> bool:
    """Whether a name that ends before a token is a subject: its verb follows ("Senn has cut jobs", "Senn already cut jobs")."""
    return not _VERBAL.isdisjoint(parse.tags[stop : stop + _ADVERBS])
