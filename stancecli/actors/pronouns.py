"""Who "he" and "she" are: the fitting person who was last in the foreground, or nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stancecli.actors.parties import Party
from stancecli.model import Parse

GENDERS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip

_PREPOSITIONS = frozenset(
    "of in on at to for with from by about against between among under over through during without within toward "
    "towards into onto upon near behind beside beyond across around off than like unlike despite including".split()
)
_OPENS = frozenset(
    "and but that when while as because if after before since where who which what how why so or though although whether "
    'until once then , ; : . " “ ” ‘ ’ ( ) — – - -- ? !'.split()
)
_SUBJECT, _OBJECT, _POSSESSIVE, _OBLIQUE, _SOURCE = 1.0, 0.6, 0.5, 0.45, 0.5
_FADE = 0.5
_FLOOR = 0.02


class Salience:
    """How much each person is in the foreground; it halves with every sentence."""

    def __init__(self) -> None:
        self._rows: dict[Party, tuple[float, int]] = {}

    def raise_(self, party: Party, sentence: int, weight: float) -> None:
        """Note a mention."""
        self._rows[party] = (self.of(party, sentence) + weight, sentence)

    def of(self, party: Party, sentence: int) -> float:
        """The value at a sentence."""
        value, last = self._rows.get(party, (0.0, sentence))
        return value * _FADE ** min(sentence - last, 60)

    def best(self, gender: str, sentence: int, but: Party | None) -> Party | None:
        """The person of this or of unknown gender who is most in the foreground."""
        fits = [
            (self.of(party, sentence) * (1.0 if party.gender else 0.7 if party.sure else 0.35), party)
            for party in self._rows
            if party is not but and party.gender in ("", gender)
        ]
        if not fits:
            return None
        value, party = max(fits, key=lambda row: row[0])
        return party if value > _FLOOR else None


def resolve(
    parse: Parse,
    parties: Sequence[Party],
    sources: frozenset[int] = frozenset(),
    speakers: Mapping[int, Party] | None = None,
) -> dict[int, Party]:
    """The person whom each pronoun (by its token) stands for; those that stay open are left out.

    `sources` are tokens at which a source's name begins, `speakers` gives the speaker of a quoted token.
    """
    people = [party for party in parties if party.kind == "person"]
    tokens = [i for i, word in enumerate(parse.words) if word in GENDERS]
    if not people or not tokens:
        return {}
    mentions = sorted((first, stop, number) for number, party in enumerate(people) for first, stop in party.places)
    found = _pass(parse, people, mentions, tokens, sources, speakers or {})
    if _learn_genders(parse, people, found):
        found = _pass(parse, people, mentions, tokens, sources, speakers or {})
    return found


def _pass(
    parse: Parse,
    people: Sequence[Party],
    mentions: Sequence[tuple[int, int, int]],
    tokens: Sequence[int],
    sources: frozenset[int],
    speakers: Mapping[int, Party],
) -> dict[int, Party]:
    salience, found, at = Salience(), {}, 0
    for token in tokens:
        while at < len(mentions) and mentions[at][0] < token:
            first, stop, number = mentions[at]
            weight = _weight(parse, first, stop) + (_SOURCE if first in sources else 0.0)
            salience.raise_(people[number], parse.sentence_of[first], weight)
            at += 1
        party = salience.best(GENDERS[parse.words[token]], parse.sentence_of[token], speakers.get(token))
        if party is not None:
            found[token] = party
            salience.raise_(party, parse.sentence_of[token], _weight(parse, token, token + 1))
    return found


def _weight(parse: Parse, first: int, stop: int) -> float:
    """What a mention adds: most as a subject, least after a preposition."""
    words = parse.words
    after = words[stop] if stop < len(words) else ""
    word = words[first]
    if after == "'s" or word in {"his", "hers"}:
        return _POSSESSIVE
    if word in {"he", "she"}:
        return _SUBJECT
    if not first or parse.sentence_of[first - 1] != parse.sentence_of[first] or words[first - 1] in _OPENS:
        return _SUBJECT
    return _OBLIQUE if words[first - 1] in _PREPOSITIONS else _OBJECT


def _learn_genders(parse: Parse, people: Sequence[Party], found: Mapping[int, Party]) -> bool:
    """Give persons of unknown gender the one that their pronouns have, where these agree."""
    votes: dict[Party, list[int]] = {}
    for token, party in found.items():
        if not party.gender:
            votes.setdefault(party, [0, 0])[GENDERS[parse.words[token]] == "f"] += 1
    learned = False
    for party, (male, female) in votes.items():
        if max(male, female) >= 2 * min(male, female) + 1:
            party.gender = "m" if male > female else "f"
            learned = True
    return learned
