"""Who stands where by a predicate: its attitudes with the phrases of the sentence in their places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from stancecli.match.negation import is_unmatched
from stancecli.model import Parse
from stancecli.predicates import OWNERS, Predicate
from stancecli.stance.deeds import ON_DEEDS, SUFFERED, doers, is_deed
from stancecli.stance.demands import AUTHOR_CHUNK, NOBODY, behind_subject, urger
from stancecli.stance.denial import ANYTHING_BUT, denied, is_denied, refuses
from stancecli.stance.helped import helper
from stancecli.stance.meant import is_generic
from stancecli.stance.syntax import Syntax
from stancecli.stance.unreal import WOULD
from stancecli.stance.verbs import HELPING, PASSIVE
from stancecli.stance.word_class import is_beside_noun, telling

HAVING = frozenset(
    "have has had having enjoy enjoys enjoyed enjoying win wins won winning earn earns earned earning gain gains gained gaining "
    "keep keeps kept keeping retain retains retained retaining command commands commanded get gets got receive receives received".split()
)
"""Verbs by which somebody has what others feel for him."""
_SHOWING = frozenset(
    "make makes made making commit commits committed show shows showed showing voice voices voiced express expresses expressed "
    "share shares shared sharing lead leads led leading lose loses lost losing admit admits admitted feel feels felt".split()
)
"""Verbs whose subject has what he does so to, even if it is known already ("led the opposition to Smith")."""
CIRCUMSTANCES = frozenset("after before since during following amid despite until".split())
"""Prepositions before other deeds, which have doers of their own."""
NOBODIES = frozenset(["nobody", "none"])
"""Who does nothing ("was applauded by nobody")."""
_STRANDED = frozenset(["on", "at"])
"""Prepositions that end a passive, as whom it concerns is its subject ("was laughed at", "was called on to go")."""
REACH = 3
"""How many words before a predicate a negation is looked for."""
WISHING = frozenset(
    "want wants wanted wish wishes wished intend intends intended plan plans planned try tried trying".split()
)
"""Who does not do so with what follows does not do it ("does not want to sack Smith")."""
_ABLE = frozenset(["can", "ca", "could", "cannot"])
MANNERS = frozenset(["in", "with"])
"""Prepositions that lead to what a subject does or feels ("came out in defence of Smith", "spoke with admiration for Smith")."""


_FELT = frozenset(f"predicates-{name}" for name in ("doubt", "feelings", "regard"))
_LONGING = frozenset("want wants wanted wanting long longs longed longing wish wishes wished wishing hoping".split())
_ALLOWED = frozenset([("free", "to"), ("welcome", "to")])
_CHARGED = frozenset(
    [("accused", "of"), ("suspected", "of"), ("charged", "with"), ("acquitted", "of"), ("cleared", "of")]
)

BLAME_DENIED, PRAISE_DENIED = -0.15, -0.6
"""What a denial leaves of an attitude: who "did not condemn" says little, who "did not support" says much."""


class Filled(Struct, frozen=True):
    """An attitude in a sentence: chunks `holder` (-1 for the author, -2 where nobody is named) and `target`.

    `strength` is the polarity times the entry's weight, turned round by a negation. `owned` says that the target only
    has what the predicate is about ("attacked Smith's plan"), by "'s" or a possessive pronoun. `deed` says that it is about what
    the target did ("rejected an offer from Smith").
    """

    predicate: Predicate
    holder: int
    target: int
    strength: float
    negated: bool
    deed: bool = False


def fill(parse: Parse, syntax: Syntax, predicate: Predicate, about: int) -> Iterator[Filled]:
    """The attitudes of a predicate whose targets are found. `about` is the chunk that takes the place of a missing one,
    -1 for none.
    """
    entry = predicate.entry
    here = syntax.at(telling(parse, predicate))
    if here < 0 or _is_idle(parse, syntax, here, predicate):
        return
    negated = _negated(parse, syntax, here, predicate.first) and not _never_enough(parse, syntax, predicate)
    for attitude in entry.attitudes:
        target = _place(parse, syntax, here, predicate, attitude.target)
        if target >= 0 and attitude.target == "modified" and syntax.word[target] == "it" and target not in syntax.named:
            of = after(syntax, here, ("of",))
            target = of if of >= 0 and syntax.site[of] == here else target  # "it was cowardly of Smith to resign"
        if target < 0 or (target == here and about >= 0 and _is_alone(syntax, here)):
            target = about
        if attitude.target == "possessor" and is_beside_noun(parse, predicate):
            continue
        if target < 0 and attitude.holder == "possessor":
            target = _enjoyer(parse, syntax, here)
        if target < 0 or (entry.lexicon == ON_DEEDS and not is_deed(syntax, parse.words, target)):
            continue
        holder, sense, helping = AUTHOR_CHUNK, 1.0, -1
        if attitude.holder != "author":
            holder = _place(parse, syntax, here, predicate, attitude.holder)
            if _is_only_charged(parse, predicate.first) or _is_only_thought_of(parse, predicate):
                continue
            if attitude.holder == "subject":
                helping = helper(parse, syntax, here, holder)
                holder, sense = behind_subject(parse, syntax, here, holder)
                if not sense:
                    yield Filled(predicate, NOBODY, target, 0.0, True)
                    continue
            else:
                holder = urger(parse, syntax, here, holder) if holder >= 0 else NOBODY
        if holder == target or (target == here and attitude.target == "modified" and is_generic(parse, syntax, here)):
            continue
        strength = attitude.polarity * entry.weight * sense
        if negated or (holder >= 0 and _is_nobody(parse, syntax, holder)):
            strength *= BLAME_DENIED if strength < 0 else PRAISE_DENIED
        for one in (target, *_joined(parse, syntax, target)):
            for other in (holder, *_joined_before(parse, syntax, holder), *([helping] if helping >= 0 else [])):
                yield Filled(predicate, other, one, strength, negated)
                for doer in doers(syntax, one):
                    if doer != other:
                        yield Filled(predicate, other, doer, strength, negated, True)


def _is_idle(parse: Parse, syntax: Syntax, here: int, predicate: Predicate) -> bool:
    """Is a verb only a part of a phrase ("the celebrated Smith"), or a deed done to nobody ("describes a kidnapping")?"""
    if predicate.entry.inflect != "verb":
        return False
    if predicate.stop > predicate.first + 1:
        return syntax.passive[here] and _leads_on(parse, syntax, predicate)
    if predicate.first > syntax.low and parse.words[predicate.first - 1] in HELPING:
        return True  # "helped sack Smith"
    if parse.tags[predicate.first] == "VBN" and parse.words[predicate.first - 1] == "to":
        return True  # "linked to contaminated water"
    if syntax.kind[here] == "n":
        return syntax.head[here] >= predicate.stop and parse.tags[predicate.first] in ("VBN", "JJ")
    acts = any(one.target == "object" for one in predicate.entry.attitudes)
    return acts and parse.tags[predicate.first] == "VBG" and syntax.object[here] < 0 and not syntax.passive[here]


def _leads_on(parse: Parse, syntax: Syntax, predicate: Predicate) -> bool:
    """Does the preposition of a passive lead to a phrase of its own ("was told on each occasion", "was called on Monday")?"""
    behind = syntax.at(predicate.stop)
    phrase = behind >= 0 and syntax.kind[behind] == "n" and syntax.first[behind] == predicate.stop
    return phrase and predicate.stop == predicate.end and parse.words[predicate.stop - 1] in _STRANDED


def _is_only_charged(parse: Parse, first: int) -> bool:
    """Does the verb here tell what somebody is charged with, and not what he did ("pleaded not guilty to killing Smith")?"""
    words = parse.words
    if parse.tags[first] != "VBG" or first < 2:
        return False
    return words[first - 2 : first] in _CHARGED or words[max(0, first - 3) : first - 1] == ("not", "guilty")


def _is_only_thought_of(parse: Parse, predicate: Predicate) -> bool:
    """Is it a feeling that somebody would have, or what he would have done or may do ("wanted to hate Smith", "would have sacked
    him", "are free to leave him")?
    """
    first, words = predicate.first, parse.words
    before = words[max(0, first - 2) : first]
    if before in _ALLOWED:
        return True
    if before[1:] == ("have",):
        return before[0] in WOULD
    return before[1:] == ("to",) and before[0] in _LONGING and predicate.entry.lexicon in _FELT


def _never_enough(parse: Parse, syntax: Syntax, predicate: Predicate) -> bool:
    """Does a negation say that no praise is enough ("cannot thank Smith enough", but not "did not thank him enough")?"""
    enough = parse.words[predicate.end - 1] == "enough" and predicate.end > predicate.stop
    before = parse.words[max(syntax.low, predicate.first - REACH) : predicate.first]
    return enough and not _ABLE.isdisjoint(before)


def _is_alone(syntax: Syntax, k: int) -> bool:
    """Is the phrase no part of a clause ("“A brilliant piece of work,” Lund said of ...")?"""
    return k not in syntax.named and syntax.verb[k] < 0 and not syntax.prep[k] and k not in syntax.subject


def _is_nobody(parse: Parse, syntax: Syntax, holder: int) -> bool:
    """Is the holder told to be nobody, or not many ("few voters backed Smith", "not all stand behind Smith")?"""
    words, first = parse.words, syntax.first[holder]
    if words[syntax.head[holder]] in NOBODIES or words[first - 1 : first] == ("not",):
        return True
    return words[first] in _NOT_MANY and not _is_some(parse, first)


def _is_some(parse: Parse, no: int) -> bool:
    """Is "no" a number's ("No 10", "No. 10"), or does it mean many with the word behind it ("no fewer than ten voters")?"""
    return parse.words[no] == "no" and (
        parse.words[no + 1 : no + 2] in _AFTER_NO or parse.tags[no + 1 : no + 2] == ("CD",)
    )


_LISTED = re.compile("(?:,n)*,?cn")
"""What follows the first of several ("Lund, Hill and Brandt"); phrases between commas are taken for appositions to the first."""
_NOT_MANY = frozenset("few no not".split())
_AFTER_NO = frozenset([(".",), ("doubt",), ("fewer",), ("less",)])


def _joined(parse: Parse, syntax: Syntax, k: int) -> Iterator[int]:
    """The phrases that "and" joins to the phrase `k`, unless what follows is a clause of its own."""
    while found := _LISTED.match(syntax.kind, k + 1):
        k = found.end() - 1
        if k in syntax.subject or parse.words[syntax.first[k - 1]] not in ("and", "or", "nor"):
            return
        yield k


def _joined_before(parse: Parse, syntax: Syntax, k: int) -> Iterator[int]:
    """The phrases to which "and" joins the phrase `k`, but not the object of another verb ("I praised Lund and I hate Smith")."""
    kinds = syntax.kind
    while k > 1 and kinds[k - 1] == "c" and parse.words[syntax.first[k - 1]] == "and":
        apart = kinds[k - 2] == "," and k > 2
        k -= 3 if apart else 2
        if (
            kinds[k] != "n"
            or syntax.prep[k]
            or k in syntax.object
            or (apart and (syntax.verb[k] >= 0 or syntax.said[k] >= 0))
        ):
            return
        yield k
        first = syntax.same[k]
        if first >= 0 and {k, first} <= syntax.proper & syntax.named:
            yield from (one for one in (first, *syntax.apposed_to(first)) if one < k)  # "Lund, Hill and Brandt"
            return


def _negated(parse: Parse, syntax: Syntax, here: int, first: int) -> bool:
    words, tags = parse.words, parse.tags
    start = max(syntax.low, min(first, syntax.first[here]) - 1, first - REACH - 2)
    while start > syntax.low and tags[start] in ("RB", "RBR"):
        start -= 1  # "no longer"
    if start > syntax.low and words[start - 1 : start + 1] == ANYTHING_BUT:
        start -= 1
    if denied(words, start, first):
        return not any(is_unmatched(parse, at, first) for at in range(start, first))
    at = syntax.first[here] - 1
    unwanted = here and words[at] in WISHING and syntax.head[here - 1] == at and is_denied(parse, syntax, here - 1)
    return refuses(words, syntax.low, at) or bool(unwanted)


def _place(parse: Parse, syntax: Syntax, here: int, predicate: Predicate, role: str) -> int:
    verb = syntax.kind[here] == "v"
    if syntax.kind[here] == "j" and predicate.entry.inflect == "verb" and role in ("subject", "object"):
        # a participle: "was relieved of her duties by the board"
        return _said_of(syntax, here) if role == "object" else _by(syntax, here)
    if role == "subject":
        spelt_out = _spells_out(parse, predicate)
        return (syntax.subject[here] if spelt_out else _agent(syntax, here)) if verb else _said_of(syntax, here)
    if role == "object":
        if verb and parse.words[predicate.first] in PASSIVE and syntax.passive[here]:
            return _behind(syntax, here, predicate)  # "was fed up with Smith" is no passive
        return _object(syntax, here, predicate) if verb else after(syntax, here, ("of",))
    if role == "possessor":
        return _possessor(parse, syntax, here)
    if role == "modified":
        return _modified(syntax, here, predicate)
    return after(syntax, here, (role,))


def _spells_out(parse: Parse, predicate: Predicate) -> bool:
    """Does the phrase have its own "be" ("was accused of", "must be stopped"), whose subject it means?"""
    words = parse.words[predicate.first : predicate.stop]
    return words[0] in PASSIVE or (parse.tags[predicate.first] == "MD" and not PASSIVE.isdisjoint(words))


def _agent(syntax: Syntax, here: int) -> int:
    return _by(syntax, here) if syntax.passive[here] else syntax.subject[here]


def _by(syntax: Syntax, here: int) -> int:
    """Who does what is done; not who did what stands between ("was sacked after a defeat by Stanmoor")."""
    found = after(syntax, here, ("by",))
    site = syntax.site[found] if found >= 0 else -1
    return -1 if site > here and syntax.prep[site] in CIRCUMSTANCES else found


def _object(syntax: Syntax, here: int, predicate: Predicate) -> int:
    if syntax.passive[here]:
        return syntax.subject[here]
    before = 0 <= syntax.object[here] < here  # "whom he accused of lying"
    if predicate.stop > syntax.stop[here] and not before:
        return _behind(syntax, here, predicate)
    return syntax.object[here]


def _behind(syntax: Syntax, here: int, predicate: Predicate) -> int:
    """The phrase right behind a predicate that is longer than its verb."""
    for k in range(here + 1, min(here + 8, len(syntax.kind))):
        if syntax.stop[k] > predicate.stop:  # such a phrase may have the predicate's last word as well
            return k if syntax.kind[k] == "n" else -1
    return syntax.object[here]


def _said_of(syntax: Syntax, here: int) -> int:
    """Whom a noun or adjective is said of: the subject of its "is", what it is in apposition to."""
    if syntax.said[here] >= 0:
        return syntax.said[here]
    return syntax.same[here]


def _modified(syntax: Syntax, here: int, predicate: Predicate) -> int:
    if syntax.kind[here] == "n" and syntax.head[here] >= predicate.stop:
        said = syntax.said[here]  # "Smith is an honest player"
        return said if said in syntax.named and here not in syntax.named else here
    return _said_of(syntax, here)


def _possessor(parse: Parse, syntax: Syntax, here: int) -> int:
    if syntax.holder[here] >= 0:
        return syntax.holder[here]
    if parse.words[syntax.first[here]] in OWNERS:
        return here
    found = after(syntax, here, ("by",))
    if found < 0:
        found = after(syntax, here, ("from",))
    verb = syntax.verb[here]
    if found < 0 and syntax.kind[here] == "n" and verb >= 0:
        done_to = syntax.object[verb] >= 0 and syntax.word[here] in SUFFERED  # "charged him with the murder of Smith"
        manner = syntax.prep[here] in MANNERS and not done_to
        known = parse.words[syntax.first[here]] == "the" and parse.words[syntax.head[verb]] not in HAVING | _SHOWING
        held = (
            manner if syntax.prep[here] else syntax.object[verb] == here and not known
        )  # "put the mistake down to Smith"
        found = syntax.subject[verb] if held else -1
    return found


def _enjoyer(parse: Parse, syntax: Syntax, here: int) -> int:
    """Who has what others feel: "Lund enjoys the council's full support"."""
    verb = syntax.verb[here]
    has = verb >= 0 and syntax.object[verb] == here and parse.words[syntax.head[verb]] in HAVING
    return syntax.subject[verb] if has else -1


def after(syntax: Syntax, here: int, prepositions: Collection[str]) -> int:
    """The phrase behind one of the prepositions that belongs to the chunk `here`."""
    verb = syntax.kind[here] == "v"
    for k in range(here + 1, min(here + 12, len(syntax.kind))):
        if syntax.kind[k] == "v" or syntax.kind[k] in ";k.":
            return -1
        if syntax.prep[k] in prepositions and (verb or syntax.site[k] == here or syntax.verb[k] == syntax.verb[here]):
            return k
    return -1
