"""The nouns and titles by which the author calls an actor: "regime", "opposition leader", "President".

A label is looked for in and around the actor's mentions in the author's own words, in five places: the title within a
mention; the nouns before it; an apposition before or after it; what the author says that it is ("is a dictator"); and,
for those who rule, the body named after them ("the Maduro regime", "the government of Cuba").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from stancecli import tables
from stancecli.aim.parties import Party
from stancecli.model import AUTHOR, Actor, Device, Hit, Parse, Range
from stancecli.tokens import words_of
from stancecli.voices import NARRATED

_NOUNS = frozenset(("NN", "NNS"))
_NAMING = _NOUNS | {"NNP", "NNPS"}
_INSIDE = frozenset(("NN", "NNS", "NNP", "JJ", "JJR", "JJS", "VBN", "VBG", "CD", "HYPH", "RB"))
_ARTICLES = frozenset(("a", "an", "the"))
_IS = frozenset(("is", "was", "remains", "remained", "becomes", "became", "are", "were"))
_ENDS = frozenset(
    (",", ".", ";", "—", "–", ")", "who", "of", "in", "for", "at", "from", "and", "with", "whose", "that")
)
"""What follows an apposition or a predicate; a verb shows that the noun begins a clause ("Smith, the officials said")."""

_LINKS = frozenset(("of", "for", "from"))
_PREPOSITIONS = frozenset(("of", "in", "for", "from", "at", "with", "on", "near", "who"))
_NEVER = frozenset(("not", "n't", "never", "hardly"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "him", "her", "his", "hers", "its", "them", "their", "who"))
_ONCE = frozenset(("since", "when", "if", "unless", "until", "whether", "as"))
"""Before these it is said of another time, or not said at all ("since he was a boy")."""

_COURTESY = frozenset(
    "mr mrs ms miss mister mme mlle messrs sir dame madam st dr dr. drs doctor prof prof. rev rev. hon hon.".split()
)
"""Titles that tell manners and not what somebody is; professors and doctors are so called wherever they are named."""

_LONGEST = 4
"""How many words a label may have before its noun, or stand away from the name."""

NAME_CALLING = "name-calling"
"""The category of words that name people or bodies, whatever else they may mean."""


class Labels:
    """Finds the labels of actors; the author's loaded names for people count as nouns for people."""

    def __init__(self, parse: Parse, hits: Sequence[Hit], owners: Sequence[int]) -> None:
        """`owners` are the voices of the tokens."""
        self._parse, self._words, self._tags, self._owners = parse, parse.words, parse.tags, owners
        self._called = {hit.start for hit in hits if hit.voice == AUTHOR and hit.category == NAME_CALLING}

    def of(self, actor: Actor, mentions: Sequence[Party]) -> list[Device]:
        """The labels of an actor, each once, with their places; `mentions` are those in the author's own words."""
        found: dict[int, Range] = {}
        for mention in mentions:
            for place in self._around(actor, mention):
                if place:
                    found.setdefault(place.stop, place)
        return [Device("label", self._parse.text(*place), (self._parse.span(*place),)) for place in found.values()]

    def _around(self, actor: Actor, mention: Party) -> Sequence[Range | None]:
        after, said = self._after(actor, mention), self._said(actor, mention)
        if actor.kind == "group":
            return self._group(mention), after, said
        inside = self._inside(actor, mention) if actor.kind == "person" else None
        set_before = self._set_before(mention) if actor.kind == "person" and not inside else None
        return inside, self._before(actor, mention), set_before, after, self._body_of(mention), said

    def _group(self, mention: Party) -> Range | None:
        """The noun of people without a name ("sources" of "diplomatic sources in Caracas")."""
        words = self._words[mention.first : mention.stop]
        head = mention.first + next((i for i, word in enumerate(words) if word in _PREPOSITIONS), len(words)) - 1
        return self._run(head, mention.first) if head >= mention.first and self._words[head] in _people().any else None

    def _inside(self, actor: Actor, mention: Party) -> Range | None:
        """The title before a name ("National Security Adviser John Bolton"), or a description ("the senator")."""
        words, stop = self._words, mention.stop
        if _people().written_out.isdisjoint(words[mention.first : stop]):
            return None
        names = frozenset(words_of(actor.name))
        while stop > mention.first and (words[stop - 1] in names or not words[stop - 1][0].isalnum()):
            stop -= 1
        if not _people().written_out.isdisjoint(words[mention.first : stop]):
            return Range(mention.first, stop)
        return None

    def _before(self, actor: Actor, mention: Party) -> Range | None:
        """Nouns right before a name ("opposition leader Juan Guaido")."""
        first, sentence = mention.first, self._sentence(mention)
        if first == sentence.first or self._words[first] in _PRONOUNS or not self._names(actor, first - 1):
            return None
        if actor.kind != "person" and self._words[first - 1].endswith("s"):
            return None  # "in early states Iowa"
        run = self._run(first - 1, sentence.first)
        of_another = run.first > sentence.first and self._words[run.first - 1] in ("a", "an")
        return None if of_another else run  # "told a reporter Smith would come"

    def _set_before(self, mention: Party) -> Range | None:
        """An apposition before a name, both between commas ("the opposition leader, Juan Guaido, ...")."""
        first, sentence, words = mention.first, self._sentence(mention), self._words
        if first - sentence.first < 3 or words[first - 1] != "," or not self._is_one(first - 2):
            return None
        run = self._run(first - 2, sentence.first)
        at = run.first - 1
        while at > max(sentence.first, run.first - _LONGEST) and self._tags[at] in _INSIDE:
            at -= 1
        is_whole = at >= sentence.first and words[at] in _ARTICLES and self._word(mention.stop) in (",", ".", "—", "–")
        return run if is_whole else None

    def _after(self, actor: Actor, mention: Party) -> Range | None:
        """An apposition after a name ("Smith, the mayor of Norwich")."""
        at = mention.stop
        if self._word(at) != ",":
            return None
        has_article = self._word(at + 1) in _ARTICLES
        label = self._phrase(at + 1 + has_article)
        if label is None or not self._names(actor, label.stop - 1):
            return None
        return label if self._word(label.stop) in (_ENDS if has_article else _LINKS) else None

    def _said(self, actor: Actor, mention: Party) -> Range | None:
        """What the author says that an actor is ("Maduro is a dictator")."""
        at, before = mention.stop, self._words[mention.first - 1] if mention.first else "."
        if self._word(at) not in _IS or before in _ONCE:
            return None
        at += 1 + (at + 1 < len(self._tags) and self._tags[at + 1] == "RB" and self._words[at + 1] not in _NEVER)
        label = self._phrase(at + 1) if self._word(at) in _ARTICLES else None
        if label is None or not self._names(actor, label.stop - 1) or self._word(label.stop) not in _ENDS:
            return None
        return label

    def _body_of(self, mention: Party) -> Range | None:
        """Those who rule or act for a party ("the Maduro regime", "Cuba's government", "the regime of Maduro")."""
        words, bodies = self._words, tables.organisations().acts_for
        first = mention.first - (mention.first > 0 and words[mention.first - 1] == "the")
        if first > 1 and words[first - 1] in _LINKS and words[first - 2] in bodies:
            return self._run(first - 2, self._sentence(mention).first)
        if bodies.isdisjoint(words[mention.stop : mention.stop + _LONGEST + 2]):
            return None
        label = self._phrase(mention.stop + (self._word(mention.stop) == "'s"))
        return label if label and words[label.stop - 1] in bodies else None

    # --- pieces ---------------------------------------------------------------------------------

    def _word(self, token: int) -> str:
        return self._words[token] if token < len(self._words) else "."

    def _sentence(self, mention: Party) -> Range:
        return self._parse.sentences[self._parse.sentence_of[mention.first]]

    def _phrase(self, first: int) -> Range | None:
        """The nouns that end the noun phrase of which the rest begins at a token; None where there is none."""
        stop = first
        while stop < min(first + _LONGEST + 1, len(self._tags)) and self._inner(stop):
            stop += 1
        while stop > first and not self._is_noun(stop - 1):
            stop -= 1
        return self._run(stop - 1, first) if stop > first else None

    def _inner(self, token: int) -> bool:
        return self._owners[token] == NARRATED and (self._tags[token] in _INSIDE or self._words[token] == "-")

    def _run(self, head: int, floor: int) -> Range:
        """A noun with the nouns right before it that say which ("opposition leader")."""
        first, floor = head, max(floor, head - _LONGEST + 1)
        while first > floor and self._owners[first - 1] == NARRATED and self._is_noun(first - 1):
            first -= 1
        return Range(first, head + 1)

    def _is_noun(self, token: int) -> bool:
        word = self._words[token]
        return self._tags[token] in _NOUNS or word in _people().any or word in tables.titles().qualifiers

    def _is_one(self, token: int) -> bool:
        """Whether a noun names one person."""
        word = self._words[token]
        return word in _people().one or (self._parse.starts[token] in self._called and not word.endswith("s"))

    def _names(self, actor: Actor, token: int) -> bool:
        """Whether a noun can name such an actor."""
        if self._owners[token] != NARRATED:
            return False
        if actor.kind == "person":
            return self._is_one(token)
        is_noun = self._tags[token] in _NAMING
        return is_noun and (self._words[token] in _people().any or self._parse.starts[token] in self._called)


class _People(NamedTuple):
    """Nouns for one person, those of them that are no abbreviations, and nouns for people and bodies of any number."""

    one: frozenset[str]
    written_out: frozenset[str]
    any: frozenset[str]


@cache
def _people() -> _People:
    groups, organisations = tables.groups(), tables.organisations()
    one = (groups.singular | tables.titles().heads) - _COURTESY
    return _People(
        one,
        one - tables.titles().abbreviations,
        one | groups.plural | organisations.stands_for | organisations.acts_for,
    )
