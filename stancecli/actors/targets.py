"""Which party each requested phrase of a text stands for: a name, an alias, a title, a description or a pronoun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from stancecli import tables
from stancecli.actors.fitting import holds
from stancecli.actors.lookup import named_country
from stancecli.actors.parties import Party, plain
from stancecli.aim.words import CONJUNCTIONS, FIRST_PERSON, PREPOSITIONS, RELATIVES
from stancecli.model import AUTHOR, UNATTRIBUTED, Parse, Speech
from stancecli.phrases import PhraseIndex
from stancecli.tokens import words_of
from stancecli.voices import find_voices, voice_name

_POSSESSIVE = ("'s", "'")
_DIVIDES = CONJUNCTIONS | PREPOSITIONS | RELATIVES | {"of", "as", "than", *_POSSESSIVE}
"""Between the beginning of a phrase and a name at its end: the phrase is about something else ("critics of Smith")."""


def find_targets(
    parse: Parse, speech: Speech, wanted: Iterable[str], parties: Sequence[Party], names: Mapping[Party, str]
) -> dict[str, str]:
    """The name of the actor that each wanted phrase stands for; those that stand for none are left out.

    A phrase is compared with the names of all parties, whether it stands in the text or not; else the party decides that most
    of its occurrences in the text are mentions of, else the only one who has the office. `speech` has its actors.
    """
    found, open_ = {}, []
    known = _known_words(parties, names)
    nameless = [party for party in parties if party.taught or names[party].islower()]
    for target in wanted:
        among = nameless if _is_plain(target, parse) else parties
        party = _named(_owner(target), among, names, known)
        if party is None:
            open_.append(target)
        else:
            found[target] = names[party]
    if not open_:
        return found
    offices = {target: names[party] for target in open_ if (party := _in_office(target, parties))}
    return {**found, **offices, **dict(_standing_for(open_, parse, speech, parties, names))}


def present(parse: Parse, targets: Sequence[str], watch: Sequence[str], found: Mapping[str, str]) -> tuple[str, ...]:
    """The requested targets, then what is on the watch list and in the text, each party by one name."""
    requested = list(dict.fromkeys(targets))
    told = {found.get(name, name) for name in requested}
    unknown = {words_of(name): name for name in watch if name not in found}
    written = {name for _, _, name in PhraseIndex(unknown.items()).find(parse.words)} if unknown else set()
    for name in watch:
        actor = found.get(name) or (name if name in written else None)
        if actor is not None and actor not in told:
            told.add(actor)
            requested.append(name)
    return tuple(requested)


def _is_plain(target: str, parse: Parse) -> bool:
    """Is it no name: small as "the bill" is, or as the text has it somewhere?"""
    if target != target.lower():
        return False
    words = words_of(target)
    found = PhraseIndex([(words, target)]).find(parse.words)
    return words[:1] == ("the",) or any(parse.text(first, stop) == target for first, stop, _ in found)


def _owner(target: str) -> str:
    """A target without the sign of possession at its end."""
    bare = target.strip().replace("’", "'")
    return bare.removesuffix("'s") if len(bare) > 2 else bare


def _known_words(parties: Sequence[Party], names: Mapping[Party, str]) -> frozenset[str]:
    """The plain words of all names, so that who is not in the text costs little."""
    forms = {form for party in parties for form in party.forms}
    aliases = (alias for party in parties if party.taught for alias in party.taught.aliases)
    return frozenset(
        plain(word) for form in (*forms, *(name.split() for name in (*names.values(), *aliases))) for word in form
    )


def _named(target: str, parties: Sequence[Party], names: Mapping[Party, str], known: frozenset[str]) -> Party | None:
    """The party that a name fits best; `known` are the words of all names."""
    words = _without_title(target)
    if not words:
        return None
    bare = target.removeprefix("the ").removeprefix("The ")
    key = named_country(bare) or tables.organisations().known.get(bare)
    if key is None and words[-1] not in known:
        return None
    tests: tuple[Callable[[Party], bool], ...] = (
        lambda one: plain(names[one]) == plain(target),
        lambda one: key is not None and one.key == key,
        lambda one: one.taught is not None and plain(target) in map(plain, one.taught.aliases),
        lambda one: any(tuple(map(plain, form)) == words for form in one.forms),
        lambda one: one.kind == "person" and words[-1] == one.last and words[0] in (one.first, one.last),
        lambda one: one.kind == "person" and len(words) == 1 and words[0] == one.first,
        lambda one: one.kind != "group" and any(words == tuple(map(plain, form))[-len(words) :] for form in one.forms),
    )
    for test in tests:
        fits = [one for one in parties if test(one)]
        if fits:
            return max(fits, key=lambda one: len(one.places))
    return None


def _in_office(target: str, parties: Sequence[Party]) -> Party | None:
    """The one person who has the office that a target names ("the mayor")."""
    office = plain(target).removeprefix("the ")
    if office not in tables.titles().heads:
        return None
    fits = [one for one in parties if one.kind == "person" and one.titles and holds(one, office, "")]
    return fits[0] if len(fits) == 1 else None


def _without_title(target: str) -> tuple[str, ...]:
    """The plain words of a target without article and title."""
    words = [word for word in map(plain, target.split()) if word]
    titles = tables.titles()
    while len(words) > 1 and (words[0] == "the" or words[0] in titles.heads or words[0] in titles.qualifiers):
        del words[0]
    return tuple(words)


def _standing_for(
    targets: Sequence[str], parse: Parse, speech: Speech, parties: Sequence[Party], names: Mapping[Party, str]
) -> Iterator[tuple[str, str]]:
    """The actor of each target of which some occurrences are mentions, or "I" and "we" in an actor's own words."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for target in targets:
        alike.setdefault(words_of(target), []).append(target)
    ends = {stop: (first, names[party]) for party in parties for first, stop in party.places}
    owners = (
        find_voices(parse, speech).owners
        if not FIRST_PERSON.isdisjoint(word for words in alike for word in words[:1])
        else []
    )
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for first, stop, words in PhraseIndex((words, words) for words in alike).find(parse.words):
        name = _meant(parse, first, stop, ends)
        if name is None and stop == first + 1 and words[0] in FIRST_PERSON and parse.text(first, stop) != "US":
            voice = voice_name(speech, owners[first])
            name = voice if voice not in (AUTHOR, UNATTRIBUTED) else None
        if name is not None:
            votes.setdefault(words, Counter())[name] += 1
    for words, counts in votes.items():
        yield from ((target, counts.most_common(1)[0][0]) for target in alike[words])


def _meant(parse: Parse, first: int, stop: int, ends: Mapping[int, tuple[int, str]]) -> str | None:
    """Whose mention ends a phrase ("the senator", "Arizona rancher Sam Poe"), if it is what the phrase is about."""
    if stop - first > 1 and parse.words[stop - 1] in _POSSESSIVE:
        stop -= 1
    begin, name = ends.get(stop, (-1, ""))
    if begin < first or any(
        word in _DIVIDES or not (word[0].isalnum() or word == ".") for word in parse.words[first:begin]
    ):
        return None
    return name
