"""Speech that is refused or missing: "declined to comment" is no statement."""

from __future__ import annotations

from itertools import compress, count
from typing import NamedTuple

from stancecli.attribute.grammar import ADVERB, AUXILIARY, NEGATION, kind_of
from stancecli.attribute.scene import Scene
from stancecli.attribute.subjects import subject_before, subject_left, verb_start
from stancecli.model import Range, Withheld

_REFUSALS = frozenset("decline declines declined declining refuse refuses refused refusing".split())
_SPEAK = frozenset(
    "comment say speak discuss answer respond reply elaborate confirm disclose identify name specify explain".split()
)
_REPLY = frozenset(
    "comment respond reply answer elaborate commented responded replied answered returned return".split()
)
_PAPERS = frozenset(("comment", "comments", "interview", "interviews", "request", "requests", "invitation"))
_ISSUES = frozenset(("issue", "release", "make", "offer", "give"))
_UNREACHED = frozenset("available unavailable reached unreachable".split())
_STARTS = _REFUSALS | _UNREACHED | frozenset("yet not n't no neither nothing".split())
_FOR_COMMENT = (("for", "comment"), ("to", "comment"))
_SPANS = frozenset("years months weeks days decades hours".split())
_CALLS = frozenset("call calls message messages email emails request requests inquiries".split())
_SAYING = frozenset("said say says saying".split())
_AFTER_NOTHING = frozenset(((), (".",), (",",), (";",), ("about",), ("of",), ("to",), ("on",), ("when",), ("and",)))
"""Behind these nothing is said; before a verb it is what is said ("said nothing had changed")."""


class Refusals(NamedTuple):
    """The withheld speech of a parse, and the tokens of each: what is in them is no cue."""

    values: tuple[Withheld, ...]
    cues: tuple[Range, ...]


def withheld(scene: Scene) -> Refusals:
    """Find refusals outside quotations, in order, each with the party that stays silent."""
    values: list[Withheld] = []
    cues: list[Range] = []
    words, stop = scene.words, 0
    for at in compress(count(), map(_STARTS.__contains__, words)):
        end = _end(words, at) if scene.zone_of[at] < 0 and at >= stop else 0
        if not end:
            continue
        floor = scene.sentence(at).first
        first = verb_start(words, at - (words[at] in ("no", "nothing")), max(floor, stop))
        first = _before_span(words, first, floor)
        source = (subject_before(scene, first, floor) or subject_left(scene, first, floor)) if first > floor else None
        stop = end
        actor, place = scene.written(*source) if source else (None, None)
        text, span = scene.written(first, end)
        cues.append(Range(first, end))
        values.append(Withheld(actor, text, (span,), place))
    return Refusals(tuple(values), tuple(cues))


def _before_span(words: tuple[str, ...], first: int, floor: int) -> int:
    """Where the verb group begins that is broken by how long something is so ("had for years refused")."""
    if first - 3 < floor or words[first - 1] not in _SPANS or words[first - 2] != "for":
        return first
    return verb_start(words, first - 3, floor) if kind_of(words[first - 3]) == AUXILIARY else first


def _end(words: tuple[str, ...], at: int) -> int:
    """Where the refusal that has its telling word at `at` ends, or 0 where there is none."""
    word, before = words[at], words[at - 1] if at else ""
    following = words[at + 1 : at + 4]
    if word in _REFUSALS:
        return _infinitive(words, at + 1) or _paper(words, at + 1, 5)
    if word == "yet":
        return _infinitive(words, at + 1) if before in _YET else 0
    if word == "no":
        return at + 2 if following[:1] == ("comment",) and before in _HAD else 0
    if word == "nothing":
        return at + 1 if before in _SAYING and following[:1] in _AFTER_NOTHING else 0
    if word == "neither":
        return at + 4 if following == ("confirm", "nor", "deny") else 0
    if word in _UNREACHED:
        return _for_comment(words, at)
    return _not_replied(words, at)


def _infinitive(words: tuple[str, ...], at: int) -> int:
    """After `to comment`, `to be interviewed`, `to publicly confirm`, `to issue a statement`."""
    if words[at : at + 1] != ("to",):
        return 0
    verb = _past_adverbs(words, at + 1)
    if words[verb : verb + 2] == ("be", "interviewed"):
        return verb + 2
    if words[verb : verb + 1] and words[verb] in _ISSUES and "statement" in words[verb : verb + 6]:
        return words.index("statement", verb) + 1
    return verb + 1 if verb < len(words) and words[verb] in _SPEAK else 0


_YET = frozenset("has have had 's 've still as".split())
_HAD = frozenset("had has have made makes make offered offers gave gives issued was".split())


def _past_adverbs(words: tuple[str, ...], at: int) -> int:
    while at < len(words) and kind_of(words[at]) == ADVERB:
        at += 1
    return at


def _paper(words: tuple[str, ...], at: int, reach: int) -> int:
    """After the noun ("comment", "request for comment") that begins within `reach` words."""
    for place in range(at, min(at + reach, len(words))):
        if words[place] in _PAPERS:
            return place + (3 if words[place + 1 : place + 3] in _FOR_COMMENT else 1)
        if words[place] in (".", ",", ";", "that", "to") and place > at:
            return 0
    return 0


def _for_comment(words: tuple[str, ...], at: int) -> int:
    """`could not be reached`, `was not available for comment`."""
    denied = any(kind_of(word) == NEGATION or word == "cannot" for word in words[max(0, at - 4) : at])
    named = words[at + 1 : at + 3] in _FOR_COMMENT
    if words[at] == "reached":
        be = words[max(0, at - 1) : at] == ("be",)
        return (at + 3 if named else at + 1) if denied and be else 0
    if words[at] == "available" and not denied:
        return 0
    return at + 3 if named else 0


def _not_replied(words: tuple[str, ...], at: int) -> int:
    """`did not immediately respond to a request for comment`, `would not comment`."""
    auxiliary = at > 0 and kind_of(words[at - 1]) == AUXILIARY
    place = _past_adverbs(words[at + 1 : at + 5], 0) + at + 1
    if not auxiliary or place >= len(words) or words[place] not in _REPLY:
        return 0
    if words[place] in ("return", "returned"):
        return _calls(words, place + 1)
    if words[place + 1 : place + 2] == ("to",):
        return _paper(words, place + 2, 6) or _calls(words, place + 2) or place + 1
    return place + 1


def _calls(words: tuple[str, ...], at: int) -> int:
    """After the noun ("calls", "an email") that begins within five words."""
    return next((place + 1 for place in range(at, min(at + 5, len(words))) if words[place] in _CALLS), 0)
