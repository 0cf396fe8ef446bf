"""How much a mention brings a person to the foreground, and for how long."""

from __future__ import annotations

from collections.abc import Collection

from stancecli import tables
from stancecli.actors.parties import Party
from stancecli.actors.words import HE_OR_SHE
from stancecli.model import Parse

PREPOSITIONS = frozenset(
    "of in on at to for with from by about against between among under over through during without within toward "
    "towards into onto upon near behind beside beyond across around off than like unlike despite including".split()
)
_OPENS = frozenset(
    "and but that when while as because if after before since where who which what how why so or though although whether "
    'until once then , ; : . " “ ” ‘ ’ ( ) — – - -- ? !'.split()
)
SUBJECT, _OBJECT, _POSSESSIVE, _OBLIQUE = 1.0, 0.6, 0.5, 0.45
TOPIC = 1.5
"""What a mention adds at least that tells of whom a paragraph is."""
_KIN = 3
"""Within so many words behind an owner stands who is hers ("Ann Hill's new deputy")."""
_SHORT = 12
"""So many words has, at most, a first sentence without a verb."""
_VERBS = ("VB", "MD")
_FADES = tuple(0.5**times for times in range(61))
_FLOOR = 0.02
_CROWD = 16
_FORGOTTEN = 20
"""After so many sentences and paragraphs nothing is left of any mention."""


class Salience:
    """How much each person is in the foreground; it halves with every sentence, and once more with every paragraph.

    Times count the sentences and paragraphs up to a place.
    """

    def __init__(self) -> None:
        self._rows: dict[Party, tuple[float, int]] = {}

    def raise_(self, party: Party, when: int, weight: float) -> None:
        """Note a mention; who was mentioned longest ago is forgotten where there are many."""
        if row := self._rows.pop(party, None):
            value, last = row
            weight += value * _FADES[min(when - last, 60)]
        self._rows[party] = weight, when
        if len(self._rows) > _CROWD:
            del self._rows[next(iter(self._rows))]

    def best(self, gender: str, when: int, but: Collection[Party]) -> Party | None:
        """The person of this or of unknown gender who is most in the foreground, but for some who cannot be meant.

        Where all are far away, the only one of this gender.
        """
        most, found = _FLOOR, None
        fitting: list[Party] = []
        for party, (value, last) in reversed(self._rows.items()):
            if when - last > _FORGOTTEN:
                break
            if party in but or (party.gender and party.gender != gender):
                continue
            value *= _FADES[when - last] * (1.0 if party.gender else 0.7 if party.sure else 0.35)
            if party.gender:
                fitting.append(party)
            if value >= most:
                most, found = value, party
        return found or (fitting[0] if len(fitting) == 1 else None)


def prominence(parse: Parse, first: int, stop: int) -> float:
    """What a mention adds: most as a subject, least after a preposition."""
    words = parse.words
    after = words[stop] if stop < len(words) else ""
    word = words[first]
    if after == "'s" or word in {"his", "hers"} or (word == "her" and parse.tags[first : first + 1] == ("PRP$",)):
        return _POSSESSIVE
    if word in HE_OR_SHE:
        return SUBJECT
    if not first or parse.sentence_of[first - 1] != parse.sentence_of[first] or words[first - 1] in _OPENS:
        return SUBJECT
    return _OBLIQUE if words[first - 1] in PREPOSITIONS else _OBJECT


def is_topic(parse: Parse, first: int, stop: int) -> bool:
    """Whether a name owns something at the beginning of its sentence, or stands in a short one without a verb.

    A paragraph that opens so goes on about its bearer: "Ann Hill's answer was cool. ...", "Not so Ann Hill. ...". One that opens
    with "Ann Hill's deputy" goes on about the deputy.
    """
    sentence = parse.sentences[parse.sentence_of[first]]
    if parse.words[stop : stop + 1] == ("'s",):
        return first == sentence.first and tables.people().isdisjoint(parse.words[stop + 1 : stop + 1 + _KIN])
    short = sentence.stop - sentence.first <= _SHORT and bool(parse.tags)
    return short and not any(tag.startswith(_VERBS) for tag in parse.tags[sentence.first : sentence.stop])
