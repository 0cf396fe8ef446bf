"""Noun phrases around a verb: who does it.

Everything looks at most `REACH` words far, so that a text without full stops costs no more than another.
"""

from __future__ import annotations

from stancecli.attribute.grammar import (
    ADVERB,
    AUXILIARY,
    BREAK,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    HYPHEN,
    MARK,
    NEGATION,
    OBJECT,
    OTHER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    kind_of,
)
from stancecli.attribute.scene import Scene
from stancecli.model import Range

REACH = 45
"""How many words a subject may stand from its verb."""
LONGEST = 24
"""How many words a source phrase may have; longer ones name nobody."""

_NOMINAL = frozenset((OTHER, DETERMINER, POSSESSIVE, PRONOUN, OBJECT))
_VERBAL = frozenset((AUXILIARY, ADVERB, NEGATION))


def verb_start(words: tuple[str, ...], verb: int, floor: int) -> int:
    """The first word of the verb group that ends at `verb`: auxiliaries, adverbs, "to", negations."""
    first = verb
    while first > floor and words[first - 1] not in _LOOSE:
        since = words[first - 1] == "since" and first - 1 > floor and kind_of(words[first - 2]) == AUXILIARY
        if kind_of(words[first - 1]) not in _VERBAL and not since:
            break
        first -= 1
    return first


_LOOSE = frozenset("yesterday today tonight tomorrow then however therefore meanwhile thus perhaps instead".split())


def subject_before(scene: Scene, verb: int, floor: int) -> Range | None:
    """The subject of the verb group that begins at `verb`, where it stands right before it.

    Appositions and relative clauses between commas belong to it ("Ana Ruiz, the mayor, said").
    `floor` is the first token that may be looked at.
    """
    words, floor = scene.words, max(floor, verb - REACH)
    at = _past_day(words, verb - 1, floor)
    if at < floor:
        return None
    kind = kind_of(words[at])
    if kind in (PRONOUN, RELATIVE, THAT):
        return Range(at, at + 1)
    if kind == COMMA:
        return _before_parenthesis(scene, at, floor)
    if kind == DASH:
        return _before_dashes(scene, at, floor)
    return phrase_left(scene, at + 1, floor)


def _past_day(words: tuple[str, ...], at: int, floor: int) -> int:
    """Step back over adverbs and `on Monday` between a subject and its verb."""
    while at >= floor and kind_of(words[at]) in (TIME, ADVERB):
        day = kind_of(words[at]) == TIME
        at -= 1
        if day and at >= floor and words[at] == "on":
            at -= 1
    return at


def _open_bracket(words: tuple[str, ...], closing: int, floor: int) -> int | None:
    for at in range(closing - 1, max(floor, closing - 12) - 1, -1):
        if words[at] == "(":
            return at
    return None


def _before_dashes(scene: Scene, closing: int, floor: int) -> Range | None:
    for at in range(closing - 1, floor, -1):
        if kind_of(scene.words[at]) == DASH:
            phrase = phrase_left(scene, at, floor)
            return Range(phrase.first, closing + 1) if phrase else None
    return None


def _before_parenthesis(scene: Scene, comma: int, floor: int) -> Range | None:
    """The phrase before `, ... ,`: with the insertion where it tells who somebody is.

    Of several commas the one before a relative clause or a participle counts (`Ruiz, who won in Leon,
    Cadiz and Vigo, said`), else the first that an apposition follows.
    """
    words = scene.words
    best: Range | None = None
    opens_aside = kind_of(words[floor]) in (PREPOSITION, SUBORDINATOR)
    for at in range(comma - 1, floor, -1):
        kind = kind_of(words[at])
        if kind == MARK or words[at] in (";", ":"):
            break
        if kind != COMMA or (phrase := named_left(scene, at, floor)) is None:
            continue
        if opens_aside and "," not in words[floor:at] and not _follows_adjunct(words, phrase.first, floor):
            break
        insertion = kind_of(words[at + 1])
        if insertion in (RELATIVE, GERUND, FINITE):
            return phrase if insertion != RELATIVE else Range(phrase.first, comma + 1)
        if best is None or best.first > at:
            best = phrase if insertion in _ASIDE else Range(phrase.first, comma + 1)
    return best if best and best.stop - best.first <= LONGEST else None


def _follows_adjunct(words: tuple[str, ...], first: int, floor: int) -> bool:
    """Does a subject begin behind an opening that no comma closes (`By contrast [the fund], with ten votes, said`)?"""
    behind = kind_of(words[first - 1]) == OTHER and words[first - 1] != "-"
    return first > floor + 1 and kind_of(words[first]) == DETERMINER and behind


_ASIDE = frozenset((PREPOSITION, SUBORDINATOR, ADVERB, TIME))


def phrase_left(scene: Scene, stop: int, floor: int) -> Range | None:
    """The noun phrase that ends before `stop`."""
    words = scene.words
    if stop > floor and words[stop - 1] == ")":
        opening = _open_bracket(words, stop - 1, floor)
        inner = phrase_left(scene, opening, floor) if opening is not None else None
        return Range(inner.first, stop) if inner else None
    if stop <= floor or not _can_end(scene, stop - 1, floor):
        return None
    at = stop
    while at > floor:
        kind = kind_of(words[at - 1])
        head = _before_relative(words, at - 1, floor) if kind in _RELATIVES and not scene.capital(at - 1) else None
        if head is not None:
            at = head
        elif _reaches(scene, at - 1, floor, stop):
            at -= 1
        else:
            break
    opened = at > floor and kind_of(words[at - 1]) == PREPOSITION
    first = _after_adjunct(scene, at, stop) if opened else at
    while first < stop and words[first] in ("and", ",", "or", "-", "'s", "."):
        first += 1
    return Range(first, stop) if first < stop and stop - first <= LONGEST else None


def named_left(scene: Scene, stop: int, floor: int) -> Range | None:
    """The noun phrase that ends before `stop`, with whose age that is (`the mother-of-two, 34,`)."""
    phrase = phrase_left(scene, stop, floor)
    if phrase is None or phrase.first - 1 <= floor or not _is_age(scene.words, phrase):
        return phrase
    whose = phrase_left(scene, phrase.first - 1, floor)
    return Range(whose.first, stop) if whose else phrase


def _is_age(words: tuple[str, ...], phrase: Range) -> bool:
    lone = phrase.stop - phrase.first == 1 and words[phrase.first - 1] == ","
    return lone and words[phrase.first].isdigit() and len(words[phrase.first]) <= 3


def _reaches(scene: Scene, at: int, floor: int, stop: int) -> bool:
    """Does the noun phrase whose later words go up to `stop` reach back over this word?"""
    words, kind = scene.words, kind_of(scene.words[at])
    if kind == TIME and at + 1 < stop and kind_of(words[at + 1]) == DETERMINER:
        return False
    if kind in _NOMINAL or (scene.capital(at) and kind in _IN_NAMES):
        return kind != PRONOUN or at + 1 == stop
    if words[at] in ("-", ".", "&", "and", "or", ","):
        return _joins(scene, at, floor, stop)
    if at <= floor:
        return False
    if kind == PREPOSITION:
        return _nominal(scene, at - 1) or words[at - 1] == "-"
    return kind in (FINITE, GERUND) and kind_of(words[at - 1]) in (DETERMINER, POSSESSIVE)


_RELATIVES = frozenset((RELATIVE, FINITE, AUXILIARY))
_IN_NAMES = frozenset((FINITE, GERUND, TIME, ADVERB, AUXILIARY))
_STANDS_ALONE = frozenset(
    "this these those some any many several all both most another few two three four five six seven eight nine ten".split()
)


def _can_end(scene: Scene, at: int, floor: int) -> bool:
    """Can a noun phrase end with this word? A form in -ing or -ed can after a determiner ("the filing")."""
    kind = kind_of(scene.words[at])
    if kind == DETERMINER:
        return scene.words[at] in _STANDS_ALONE
    if kind in _NOMINAL or scene.capital(at):
        return True
    before = kind_of(scene.words[at - 1]) if at > floor else STOP
    return kind in (GERUND, FINITE) and before in (DETERMINER, POSSESSIVE)


def _nominal(scene: Scene, at: int) -> bool:
    kind = kind_of(scene.words[at])
    return kind in (OTHER, DETERMINER, POSSESSIVE, OBJECT) or scene.capital(at)


def _joins(scene: Scene, at: int, floor: int, stop: int) -> bool:
    """Does a hyphen, a stop, a comma or "and" hold two parts of one noun phrase together?"""
    words = scene.words
    if at <= floor or at + 1 >= stop:
        return False
    if words[at] == "-":
        return True
    both = scene.capital(at - 1) and scene.capital(at + 1)
    if words[at] == ".":
        return both and len(words[at - 1]) <= 4
    if words[at] == ",":
        return both and "and" in words[at + 1 : stop]
    return both or (_nominal(scene, at - 1) and kind_of(words[at + 1]) == OTHER)


def _before_relative(words: tuple[str, ...], at: int, floor: int) -> int | None:
    """From inside `critics who oppose him`: the place after the head ("critics")."""
    for back in range(at, max(floor, at - 10), -1):
        kind = kind_of(words[back])
        if kind == RELATIVE or words[back] == "that":
            return back if kind_of(words[back - 1]) == OTHER else None
        if kind in (STOP, MARK, BREAK, COMMA):
            return None
    return None


def _after_adjunct(scene: Scene, at: int, stop: int) -> int:
    """Where the subject begins after an opening phrase without a comma ("On Tuesday Mr. Cho said")."""
    words = scene.words
    for place in range(stop - 1, at, -1):
        kind = kind_of(words[place])
        if kind == DETERMINER:
            return place
        if kind == TIME and place + 1 < stop:
            return place + 1
    return at


def subject_left(scene: Scene, verb: int, floor: int) -> Range | None:
    """The subject that a conjoined verb or a participle shares with a verb further to the left."""
    words, floor = scene.words, max(floor, verb - REACH)
    for at in range(verb - 1, floor, -1):
        kind = kind_of(words[at])
        if kind not in (FINITE, AUXILIARY) or scene.zone_of[at] >= 0:
            continue
        if scene.capital(at) and kind == FINITE and scene.capital(at - 1):
            continue
        start = verb_start(words, at, floor)
        if start > floor and (found := subject_before(scene, start, floor) or _before_stray_comma(scene, start, floor)):
            return found
    return None


def _before_stray_comma(scene: Scene, verb: int, floor: int) -> Range | None:
    """`Senator Ruiz, used`: a name with a comma that should not be there."""
    if scene.words[verb - 1] != "," or verb - 2 < floor or not scene.capital(verb - 2):
        return None
    return phrase_left(scene, verb - 1, floor)


def phrase_after(scene: Scene, first: int, ceiling: int) -> Range | None:
    """The noun phrase that begins at `first` ("said Ana Ruiz, the mayor of Leon"), appositions included."""
    words, ceiling = scene.words, min(ceiling, first + LONGEST)
    if first < ceiling and kind_of(words[first]) == PRONOUN:
        return Range(first, first + 1)
    at, relative = first, False
    while at < ceiling and not (kind_of(words[at]) == MARK and scene.zone_of[at] < 0 and at > first):
        if words[at] == ",":
            if not _describes(scene, at, ceiling):
                break
        elif not _belongs(scene, first, at, relative):
            break
        relative = relative or (at > first and kind_of(words[at]) in (RELATIVE, THAT))
        at += 1
    while at > first + 1 and kind_of(words[at - 1]) in _NEVER_LAST and not _abbreviated(scene, at - 1):
        at -= 1
    return Range(first, at) if at > first else None


_NEVER_LAST = frozenset((COMMA, PREPOSITION, COORDINATOR, DETERMINER, STOP))


def _belongs(scene: Scene, first: int, at: int, relative: bool) -> bool:
    """Can the word go on with the noun phrase that began at `first`, in a relative clause or not?"""
    words, kind = scene.words, kind_of(scene.words[at])
    if kind in _NOMINAL or scene.capital(at):
        return True
    if at == first:
        return False
    if kind in (PREPOSITION, RELATIVE, THAT, HYPHEN) or words[at] in ("(", ")", "and", "&"):
        return True
    if kind in (FINITE, GERUND) and kind_of(words[at - 1]) in (DETERMINER, POSSESSIVE):
        return True
    if kind == STOP:
        return _abbreviated(scene, at)
    return relative and kind in (FINITE, AUXILIARY, ADVERB, NEGATION, TO, GERUND, OBJECT)


def _describes(scene: Scene, comma: int, ceiling: int) -> bool:
    """Does an apposition or a relative clause follow the comma, rather than a clause with a verb of its own?"""
    words = scene.words
    if comma + 1 >= ceiling:
        return False
    kind = kind_of(words[comma + 1])
    if kind == RELATIVE:
        return True
    if kind not in (DETERMINER, OTHER) and not scene.capital(comma + 1):
        return False
    for at in range(comma + 2, ceiling):
        kind = kind_of(words[at])
        if kind in (COMMA, MARK, RELATIVE, THAT) or words[at] in (";", ":"):
            return True
        if kind in (AUXILIARY, FINITE) and not scene.capital(at):
            return kind_of(words[at - 1]) in (DETERMINER, POSSESSIVE)
    return True


def _abbreviated(scene: Scene, at: int) -> bool:
    """Is the stop part of an abbreviated title or initial rather than a sentence's end?"""
    words = scene.words
    inside = at + 1 < len(words) and scene.parse.sentence_of[at] == scene.parse.sentence_of[at + 1]
    return inside and words[at] == "." and len(words[at - 1]) <= 4
