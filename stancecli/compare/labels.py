"""The nouns by which an author names parties: "the Valdian regime", "rioters", "Valdia's strongman"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from stancecli import tables
from stancecli.compare.model import Label
from stancecli.model import Answer, Entry, Parse, Range, Span
from stancecli.voices import NARRATED, tokens_of

NOUNS = frozenset({"NN", "NNS"})
_NAMES = frozenset({"NNP", "NNPS"})
_INSIDE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "POS", "VBN", "VBG", "CD", "HYPH"})
_OWNING = frozenset({"POS", "PRP$"})
NAME_CALLING = "name-calling"
"""The category of words that name people or bodies, whatever else they may mean."""

_LINKS = frozenset({"of", "from", "at"})
"""What stands between people and the party that they belong to; "in" leads to a mere place as often."""

_NAMING = frozenset("call calls called calling style styles styled styling name names named naming dub dubbed".split())
_SELF = frozenset({"themselves", "itself", "himself", "herself"})
_BEFORE_NAMING = frozenset({"who", "which", "that", ",", "is", "are", "was", "were", "have", "has", "now"})
"""What may stand between a noun and the verb that gives it a name."""

GUESSED = frozenset({"sentence", "clause"})
"""How a loaded noun is tied to a party that it merely stands near."""

_NEAR = 4
"""How many tokens after a name its noun may stand ("Valdia's hardline ruling party")."""


def find_labels(answer: Answer, owners: Sequence[int], entries: Mapping[str, Entry]) -> tuple[Label, ...]:
    """Every noun for people or bodies in the author's own words, with the party that it stands for, in order.

    The party is the actor in whose mention the noun stands, or whose name is its modifier or its possessor, or the name
    that the noun is said to have ("protesters who call themselves Green Valley"); a noun without one names a party of
    its own, under its own word, and so do people who belong to a person ("his cronies"). `owners` are the voices of the
    tokens.
    """
    parse, report = answer.parse, answer.report
    hits = {hit.start: hit for hit in report.hits}
    parties = _parties(parse, {actor.name: actor.mentions for actor in report.actors}) | _called(parse)
    persons = {actor.name for actor in report.actors if actor.kind == "person"}
    found: dict[bool, list[Label]] = {True: [], False: []}
    for token in _heads(parse):
        word, span, party = parse.words[token], parse.span(token, token + 1), parties.get(token)
        hit = hits.get(span.start)
        party = party or (hit.target if hit and hit.relation not in GUESSED else None)
        if party in persons and _is_others(parse, token, parties, party):
            party = None
        if names_people(word) or (hit and (party or hit.category == NAME_CALLING)):
            strength = hit.strength if hit else 0.0
            entry = entries.get(hit.entry) if hit else None
            label = Label(party or word, word, strength, entry.neutral if entry else (), span)
            found[owners[token] == NARRATED].append(label)
    return tuple(_settled(found[True], _owned(found[False]) | _owned(found[True])))


def _owned(labels: Sequence[Label]) -> dict[str, set[str]]:
    """The parties that nouns, in the singular, stand beside."""
    owners: dict[str, set[str]] = {}
    for label in labels:
        if label.party != label.word:
            owners.setdefault(singular(label.word), set()).add(label.party)
    return owners


def _settled(labels: Sequence[Label], owners: Mapping[str, set[str]]) -> Iterator[Label]:
    """A noun that goes with one party alone ("activists from Green Valley") stands for it where it is by itself too."""
    for label in labels:
        mine = owners.get(singular(label.word), ())
        yield replace(label, party=next(iter(mine))) if label.party == label.word and len(mine) == 1 else label


def _heads(parse: Parse) -> Iterator[int]:
    """Nouns that no other noun follows: the heads of their phrases."""
    tags = parse.tags
    for token in range(len(tags)):
        if _is_noun(parse, token) and (token + 1 == len(tags) or tags[token + 1] not in NOUNS | _NAMES):
            yield token


def _is_noun(parse: Parse, token: int) -> bool:
    """Whether a token is a common noun; one for people that begins a sentence has the capital of a name."""
    if parse.tags[token] in NOUNS:
        return True
    begins = token == parse.sentences[parse.sentence_of[token]].first
    return begins and parse.tags[token] in _NAMES and names_people(parse.words[token])


def _parties(parse: Parse, mentions: Mapping[str, Sequence[Span]]) -> dict[int, str]:
    """The party of each token that stands in a mention, just after one, or just before "of" one."""
    found: dict[int, str] = {}
    for name, spans in mentions.items():
        for span in spans:
            mention = tokens_of(parse, span)
            found.update(dict.fromkeys(range(*mention), name))
            found.update(dict.fromkeys(_after(parse, mention), name))
            before = _before(parse, mention)
            if before is not None:
                found.setdefault(before, name)
    return found


def _is_others(parse: Parse, noun: int, parties: Mapping[int, str], person: str | None) -> bool:
    """Whether a noun is for people whom a person has, not for the person; "Maduro's regime" is he himself."""
    for token in range(noun - 1, max(-1, noun - 2 - _NEAR), -1):
        if parse.tags[token] in _OWNING:
            owner = token - 1 if parse.tags[token] == "POS" else token
            return parties.get(owner) == person and parse.words[noun] not in tables.organisations().heads
        if parse.tags[token] not in _INSIDE:
            return False
    return False


def _called(parse: Parse) -> dict[int, str]:
    """The names that nouns are said to have: "protesters, who call themselves Green Valley", "a group known as Green Valley"."""
    found: dict[int, str] = {}
    words, tags = parse.words, parse.tags
    for token in range(1, len(words) - 1):
        naming = words[token] in _SELF and words[token - 1] in _NAMING
        if not naming and words[token - 1 : token + 1] != ("known", "as"):
            continue
        noun, first = token - 2, token + 1
        while noun >= 0 and words[noun] in _BEFORE_NAMING:
            noun -= 1
        if words[first] == "the":
            first += 1
        stop = first
        while stop < len(tags) and tags[stop] in _NAMES:
            stop += 1
        if noun >= 0 and _is_noun(parse, noun) and stop > first:
            found[noun] = parse.text(first, stop)
    return found


def _after(parse: Parse, mention: Range) -> Iterator[int]:
    """The tokens of the noun phrase that a name begins ("Valdia 's ruling party")."""
    for token in range(mention.stop, min(mention.stop + _NEAR, len(parse.tags))):
        if parse.tags[token] not in _INSIDE:
            return
        yield token


def _before(parse: Parse, mention: Range) -> int | None:
    """The noun before a preposition and a name ("the regime of Valdia", "activists from Green Valley")."""
    token = mention.first - 1
    if token >= 0 and parse.words[token] == "the":
        token -= 1
    if token > 0 and parse.words[token] in _LINKS and _is_noun(parse, token - 1):
        return token - 1
    return None


def names_people(word: str) -> bool:
    """Whether a noun names people, an office or a body that acts, in either number."""
    return singular(word) in _people() or word in _people()


@cache
def _people() -> frozenset[str]:
    groups, organisations = tables.groups(), tables.organisations()
    words = groups.plural | groups.singular | tables.titles().heads | organisations.heads | organisations.of_heads
    words |= {singular(word) for word in words}
    return words - {"some", "many", "few", "most", "several", "both", "others", "those", "everyone", "ones"}


def singular(word: str) -> str:
    """A noun's singular, roughly: enough to see that two forms are one word."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
