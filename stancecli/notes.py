"""What there is to say of the words of an article: a note for each that is loaded, or counts for a stance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from stancecli.attribute import grammar
from stancecli.model import Entry, Hit, Parse, Report, Span, Stance
from stancecli.voices import tokens_of

LONGEST = 200
"""Characters of words that are marked as a note's: whole paragraphs are not."""

_SMALL = frozenset(
    (
        *(grammar.DETERMINER, grammar.PREPOSITION, grammar.COORDINATOR, grammar.RELATIVE, grammar.THAT, grammar.TO),
        *(grammar.PRONOUN, grammar.OBJECT, grammar.AUXILIARY, grammar.NEGATION, grammar.POSSESSIVE),
        *(grammar.COMMA, grammar.STOP, grammar.BREAK, grammar.DASH, grammar.HYPHEN, grammar.MARK),
    )
)
"""Kinds of words that say nothing by themselves. Conjunctions do: "while" sets one party against another."""
_VERBS_TOO = frozenset(["like"])
"""Words of such a kind that may as well be verbs that tell much."""


class Share(Struct, frozen=True):
    """What a note's words count for: a stance, and their part in its score."""

    stance: Stance
    value: float
    reasons: tuple[str, ...]


class Note(Struct, frozen=True):
    """What there is to say of some words. Numbers count from 1, in the order of the text, those of small words last.

    `hit` is None where the words are no loaded ones and count for a stance all the same; `entry` is None where no
    lexicon at hand has it. `voice` is whose words they are. `small` are words that say nothing by themselves ("in",
    "will"): what stands around a party counts a little, but the article does not mark it.
    """

    number: int
    spans: tuple[Span, ...]
    voice: str
    hit: Hit | None
    entry: Entry | None
    shares: tuple[Share, ...]
    small: bool = False

    @property
    def polarity(self) -> float:
        """Below 0 against, above 0 for somebody or something."""
        return self.hit.polarity if self.hit else sum(share.value for share in self.shares)


def notes_of(report: Report, entries: Mapping[str, Entry], parse: Parse | None) -> Iterator[Note]:
    """A note for each hit, and for other words that count for a stance, in order of place; small words last.

    Words that overlap a hit have no note of their own: what they count is told with the hit. Others that overlap share one.
    """
    hit_at = {place: number for number, hit in enumerate(report.hits) for place in range(hit.start, hit.end)}
    mentions = {span for actor in report.actors for span in actor.mentions}
    of_hits: dict[int, list[Share]] = {}
    of_words: dict[tuple[Span, ...], list[Share]] = {}
    for stance in report.stances:
        for evidence in stance.evidence:
            words = tuple(span for span in evidence.spans if span not in mentions) or evidence.spans
            touched = (hit_at[place] for span in words for place in range(*span) if place in hit_at)
            number = next(touched, None) if evidence.hit is None else evidence.hit
            shares = of_words.setdefault(words, []) if number is None else of_hits.setdefault(number, [])
            shares.append(Share(stance, evidence.value, (evidence.why,)))
    found: list[tuple[bool, tuple[Span, ...], Hit | None, list[Share]]] = [
        (False, (Span(hit.start, hit.end),), hit, of_hits.get(number, [])) for number, hit in enumerate(report.hits)
    ]
    found += [
        (parse is not None and _are_small(parse, words), words, None, of) for words, of in _joined(of_words).items()
    ]
    for number, (small, spans, hit, shares) in enumerate(sorted(found, key=lambda one: one[:2]), 1):
        voice = hit.voice if hit else shares[0].stance.holder
        yield Note(number, spans, voice, hit, entries.get(hit.entry) if hit else None, tuple(_summed(shares)), small)


def _joined(of_words: Mapping[tuple[Span, ...], list[Share]]) -> dict[tuple[Span, ...], list[Share]]:
    """The shares of words, with those of words that overlap them: the longest that can be marked have the note."""
    joined: dict[tuple[Span, ...], list[Share]] = {}
    owners: dict[int, tuple[Span, ...]] = {}
    lengths = {words: sum(end - start for start, end in words) for words in of_words}
    for words in sorted(of_words, key=lambda words: (lengths[words] > LONGEST, -lengths[words])):
        places = [place for span in words for place in range(*span)]
        owner = next((owners[place] for place in places if place in owners), words)
        joined.setdefault(owner, []).extend(of_words[words])
        for place in places:
            owners.setdefault(place, owner)
    return joined


def _summed(shares: Iterable[Share]) -> Iterator[Share]:
    """One share for each stance: the same words may count for it in several ways."""
    ways: dict[tuple[str, str], list[Share]] = {}
    for share in shares:
        ways.setdefault((share.stance.holder, share.stance.target), []).append(share)
    for same in ways.values():
        reasons = tuple(dict.fromkeys(reason for share in same for reason in share.reasons))
        yield Share(same[0].stance, sum(share.value for share in same), reasons)


def _are_small(parse: Parse, spans: Iterable[Span]) -> bool:
    """Whether no word says anything by itself; "like" does as a verb.

    Tags would tell verbs, but the text of an earlier result has none, and its page must be the same.
    """
    words = (parse.words[token] for span in spans for token in range(*tokens_of(parse, span)))
    return all(word not in _VERBS_TOO and grammar.kind_of(word) in _SMALL for word in words)
