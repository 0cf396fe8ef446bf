"""The rules that find the party a loaded word is about, from the places of words alone."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import Literal, NamedTuple

from stancecli import tables
from stancecli.aim.parties import Party
from stancecli.aim.scene import Scene
from stancecli.aim.words import (
    AIMING,
    BE,
    BREAKS,
    CALLING,
    DETERMINERS,
    FUNCTION,
    IMPERSONAL,
    LINKING,
    NEGATIONS,
    OCCASIONS,
    PARTICIPLES,
    POSSESSIVES,
    QUOTES,
    REJECTING,
    THINGS,
    TRANSPARENT,
)
from stancecli.model import Aim, Relation

_NOUN = 2
"""The noun that an adjective belongs to stands so many words behind it at most."""
_IMPERSONAL = 4
"""Within so many words before what it would be stands "it" ("it would be rather rash to")."""
_TRUSTING = frozenset(
    "trust put hire elect appoint promote choose pick let leave make give hand vote rely believe follow back support sign invite".split()
)
"""What it is reckless to do with whom that is said of; whom it is cruel to evict is no cruel one."""
_EVENT = 5
"""So many words tell at most what befell somebody."""
_BEFALLING = (("happened", "to"), ("happening", "to"), ("done", "to"))


class Aimed(NamedTuple):
    """The party that a hit is about, and how the two are tied."""

    party: Party
    relation: Relation


def find_target(scene: Scene, aim: Aim, pos: tuple[str, ...]) -> Aimed | None:
    """Find whom the hit is about: by its entry's aim, else by noun phrase, clause and sentence.

    What strikes an object that is not found is aimed at nobody: whoever stands near is likely to be the striker.
    """
    if not (scene.parties or scene.topic):
        return None
    if aim == "object":
        found = _object(scene) or _possessor(scene)
    elif aim in ("subject", "speaker"):
        unnamed = _unnamed(scene)
        if unnamed == "nobody" or _is_of_occasion(scene):
            return None
        found = _subject(scene) or _noun_phrase(scene, pos) or (None if unnamed else _nearby(scene))
    elif _is_rejected(scene) or _is_impersonal(scene):
        return None
    else:
        found = (
            _noun_phrase(scene, pos)
            or _undertaking(scene)
            or (None if _is_of_somebody(scene) or _is_of_occasion(scene) or _is_of_event(scene) else _nearby(scene))
        )
    return found and Aimed(scene.owner(found.party), found.relation)


def _noun_phrase(scene: Scene, pos: tuple[str, ...]) -> Aimed | None:
    return _modifier(scene) or _predicate(scene) or _possessor(scene) or _head(scene, not pos or "ADJ" in pos)


def _modifier(scene: Scene) -> Aimed | None:
    """ "Russian goons", "Russia's reckless plan", "its reckless plan", "Smith and his goons"."""
    words, at, passed = scene.words, scene.first, 0
    while at > scene.low and passed <= 3:
        if words[at - 1] in POSSESSIVES and words[at - 2] == "and" and (party := scene.ending(at - 2)):
            return Aimed(party, "possessor")
        party = scene.ending(at)
        if party:
            own = words[at - 1] in POSSESSIVES
            return Aimed(party, "possessor" if own else "modifier") if own or party.adjectival or not passed else None
        at -= 1
        word = words[at]
        if word in ("'s", "'") and (party := scene.ending(at)):
            one_of_many = words[scene.first].endswith("est") and not party.person
            return None if one_of_many else Aimed(party, "possessor")  # "one of America's silliest traditions"
        if word in POSSESSIVES:
            return _antecedent(scene, at)
        if word in FUNCTION:
            return None
        passed += word not in TRANSPARENT
    return None


def _antecedent(scene: Scene, at: int) -> Aimed | None:
    """The party that an unresolved "its" or "their" at token `at` stands for: the last one but the voice."""
    personal = scene.words[at] in ("his", "her")
    others = (party for party in scene.before(at) if party.name != scene.voice and party.person >= personal)
    party = next((party for party in others if not scene.place(party)), None)
    return Aimed(party, "possessor") if party else None


def _head(scene: Scene, adjective: bool) -> Aimed | None:
    """ "the corrupt Smith", "the reckless former senator Smith"."""
    at, passed = scene.stop, 0
    while at < scene.high and passed <= (3 if adjective else 0):
        party = scene.starting(at)
        if party:
            return Aimed(party, "modifier")
        word = scene.words[at]
        if word in FUNCTION or (passed and word.endswith(("ed", "ing"))):
            return None
        passed += word not in TRANSPARENT
        at += 1
    return None


def _possessor(scene: Scene) -> Aimed | None:
    """ "the lies of Smith", "reckless conduct by the Smith family", "the regime in Ostmark"."""
    at, passed, inside = scene.stop, 0, False
    while at < scene.high and passed <= 2:
        party = scene.starting(at)
        if party:
            return Aimed(party, "possessor") if inside else None
        word = scene.words[at]
        if (word in ("of", "by") or (word == "in" and at == scene.stop)) and not inside:
            inside, passed = True, 0
        elif inside and word in DETERMINERS:
            pass
        elif word in FUNCTION:
            return None
        else:
            passed += word not in TRANSPARENT
        at += 1
    return None


def _predicate(scene: Scene) -> Aimed | None:
    """ "Smith is a disgrace", "called Smith a liar", "Smith, a bully", "told of Smith's plan as rash"."""
    words, at, passed, article = scene.words, scene.first, 0, ""
    while at > scene.low and passed <= 4:
        apart = words[at - 1] in (",", "'s", "'")
        if article and (party := scene.ending(at - apart)) and (apart or not scene.place(party)):
            return Aimed(party, "predicate")
        at -= 1
        word = words[at]
        if word in LINKING:
            if _is_of_event(scene):
                return None
            party = scene.subject(at, possessive=True) or (scene.topic if words[at - 1] in THINGS else None)
            return Aimed(party, "predicate") if party else None
        if word in BREAKS:
            return None
        if word in DETERMINERS or word in ("as", "like"):
            article = word
        elif word in NEGATIONS or word in TRANSPARENT:
            pass
        elif word in FUNCTION or (article and article != "as"):
            return None
        else:
            passed += 1
    return None


def _passive(scene: Scene) -> bool:
    """ "was crushed", "slammed by critics"."""
    words = scene.words
    if not words[scene.first].endswith(PARTICIPLES):
        return False
    if scene.stop < scene.high and words[scene.stop] == "by":
        return True
    at = scene.first - 1
    if at > scene.low and (scene.adverb(at) or words[at] in NEGATIONS):
        at -= 1
    return at >= scene.low and words[at] in BE


def _subject(scene: Scene) -> Aimed | None:
    """ "Smith lied", "was bullied by Smith"; "his lies" are a noun and belong to him."""
    if scene.first > scene.low and scene.words[scene.first - 1] in POSSESSIVES | {"'s", "'"}:
        return _modifier(scene)
    if _passive(scene):
        agents = [p for p in scene.after(scene.stop, scene.clause_stop(scene.stop)) if scene.preposition(p) == "by"]
        return Aimed(agents[0], "subject") if agents else None
    party = scene.subject(scene.first)
    return Aimed(party, "subject") if party else None


def find_striker(scene: Scene) -> Party | None:
    """Who does what strikes an object: "Smith slammed Jones", "Jones was slammed by Smith"."""
    found = _subject(scene)
    return scene.owner(found.party) if found else None


def _unnamed(scene: Scene) -> Literal["", "nobody", "somebody"]:
    """Whether a verb has a subject that is no party, so that parties near it are rather its victims.

    It is nobody's in "it was wrong to botch the plan", somebody's in "the president betrays the French".
    """
    words = scene.words
    start, at = scene.clause_start(scene.first), scene.first
    while at > start and (words[at - 1] in QUOTES or scene.adverb(at - 1)):
        at -= 1
    if at > start and words[at - 1] == "to":
        impersonal = any(words[i] == "it" and words[i + 1] in IMPERSONAL for i in range(start, at - 1))
        return "nobody" if impersonal else ""
    while start < at and words[start] in QUOTES:
        start += 1
    described = words[start] in DETERMINERS or words[start] in POSSESSIVES
    return "somebody" if described and at - start > 1 else ""


def _is_of_somebody(scene: Scene) -> bool:
    """ "the work of a spiteful man": one person who has no name there, and is nobody's description."""
    words, first = scene.words, scene.first
    while first > scene.low and words[first - 1] in TRANSPARENT:
        first -= 1
    if first == scene.low or words[first - 1] not in ("a", "an"):
        return False
    behind = takewhile(lambda word: word not in FUNCTION, words[scene.stop : min(scene.stop + _NOUN, scene.high)])
    return not tables.people().isdisjoint(behind)


def _is_rejected(scene: Scene) -> bool:
    """ "A charge that Smith rejected as a fabrication": the word is about the charge, and it is not Smith who made it."""
    words, at = scene.words, scene.first
    while at > scene.low and (words[at - 1] in DETERMINERS or words[at - 1] in TRANSPARENT):
        at -= 1
    verb = at - 2
    rejected = verb > scene.low and words[at - 1] == "as" and words[verb] in REJECTING
    return rejected and BE.isdisjoint(words[max(scene.low, verb - 2) : verb])


def _is_impersonal(scene: Scene) -> bool:
    """ "It would be absurd to call Smith a liar": the word is about doing so."""
    words, at = scene.words, scene.first
    while at > scene.low and (scene.adverb(at - 1) or words[at - 1] in TRANSPARENT or words[at - 1] in LINKING):
        at -= 1
    says = at > scene.low and words[at - 1] in ("it", "would", "will") and "it" in words[max(scene.low, at - 2) : at]
    called = words[scene.stop : scene.stop + 1] == ("to",) and not CALLING.isdisjoint(
        words[scene.stop + 1 : scene.stop + 2]
    )
    return says and at < scene.first and called


def _undertaking(scene: Scene) -> Aimed | None:
    """ "It would be reckless to put Smith in charge": whom it is reckless to do so with."""
    if scene.stop >= scene.high or scene.words[scene.stop] != "to":
        return None
    before = scene.words[max(scene.low, scene.first - _IMPERSONAL) : scene.first]
    parties = scene.after(scene.stop, scene.clause_stop(scene.stop))
    fitting = [party for party in parties if party.name != scene.voice and not scene.place(party)]
    trusts = not _TRUSTING.isdisjoint(scene.words[scene.stop + 1 : scene.stop + 3])
    told = trusts and "it" in before and not LINKING.isdisjoint(before) and fitting
    return Aimed(fitting[0], "object") if told else None


def _is_of_event(scene: Scene) -> bool:
    """ "What has happened to Smith is a disgrace": the word is about that, and not about Smith."""
    words, start = scene.words, scene.clause_start(scene.first)
    start += words[start] in QUOTES
    told = words[start : min(start + _EVENT, scene.first)]
    return told[:1] == ("what",) and any(pair in _BEFALLING for pair in pairwise(told))


def _is_of_occasion(scene: Scene) -> bool:
    """ "after a bad-tempered meeting": the word is about that, and about none of those who met."""
    return scene.stop < scene.high and scene.words[scene.stop] in OCCASIONS


def _object(scene: Scene) -> Aimed | None:
    """ "slammed Smith", "lashed out at the Smith camp", "condemned an attack by Russia"; not an attack on it."""
    if _passive(scene):
        party = scene.subject(scene.first, possessive=True)
        return Aimed(party, "object") if party else None
    at, passed = scene.stop, 0
    while at < scene.high and passed <= 4:
        party = scene.starting(at)
        if party:
            return Aimed(party, "object")
        word = scene.words[at]
        leads = word in ("of", "by", "from") if passed else word in AIMING
        if word in FUNCTION and word not in DETERMINERS and not leads:
            return None
        passed += word not in TRANSPARENT and word not in DETERMINERS and not leads
        at += 1
    return None


def _nearby(scene: Scene) -> Aimed | None:
    """The text's main party in the same clause, else in the same sentence; before the hit, else after it.

    The one that the text mentions most counts, of equals the nearest: what an article is about is what its
    loaded words are about. Neither the voice itself nor what introduces it nor a mere place is.
    """
    start = scene.clause_start(scene.first)
    fitting = [p for p in scene.parties if p.name != scene.voice and not scene.place(p) and not scene.beside(p)]
    before = [party for party in reversed(fitting) if party.stop <= scene.first]
    here = [party for party in before if party.first >= start]
    after = [party for party in fitting if party.first >= scene.stop]
    nearest = here or before or after
    if not nearest:
        return None
    party = max(nearest, key=lambda party: scene.counts[party.name])
    return Aimed(party, "clause" if here else "sentence")
