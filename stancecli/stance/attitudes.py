"""Who stands where by a predicate: its attitudes with the phrases of the sentence in their places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from stancecli.match.negation import is_unmatched
from stancecli.model import Attitude, Parse
from stancecli.predicates import Predicate
from stancecli.stance.deeds import ON_DEEDS, doers, is_deed
from stancecli.stance.demands import AUTHOR_CHUNK, DUTIES, NOBODY, behind_subject, urger
from stancecli.stance.denial import REGRETTING, denied, is_denied, is_disbelieved, refuses
from stancecli.stance.helped import helper
from stancecli.stance.letters import ANYTHING_BUT
from stancecli.stance.meant import is_generic
from stancecli.stance.places import after, enjoyer, is_warded, place_of
from stancecli.stance.syntax import Syntax
from stancecli.stance.unreal import WOULD
from stancecli.stance.verbs import HELPING, PASSIVE
from stancecli.stance.word_class import is_beside_noun, telling

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
_EVERYBODY = frozenset(["everybody", "everyone"])
_ABLE = frozenset(["can", "ca", "could", "cannot"])


_OWNING_UP = frozenset("hang take bear shoulder".split())
"""Who should do so has done wrong ("ought to hang his head in shame")."""
_FELT = frozenset(f"predicates-{name}" for name in ("doubt", "feelings", "regard"))
_LONGING = frozenset("want wants wanted wanting long longs longed longing wish wishes wished wishing hoping".split())
_UNSURE = frozenset((word, "to") for word in "free welcome used".split())
_BIDDEN = frozenset((word, "to") for word in "asked urged invited pressed".split())
"""Before what somebody may do, did once or shall do, if he does ("refused when asked to condemn Smith")."""
_BIDDING = PASSIVE | frozenset(["when", "if", "being"])
"""Before what somebody is bidden to do, else he bids others or asks for himself ("asked to thank Smith")."""
_ACCUSING = frozenset("accuse accuses accused accusing".split())
_CHARGED = frozenset(
    [("accused", "of"), ("suspected", "of"), ("charged", "with"), ("acquitted", "of"), ("cleared", "of")]
)

_OTHERS_GIVE = frozenset(
    "support backing confidence trust respect praise blessing approval sympathy loyalty admiration affection endorsement".split()
)
"""What somebody who has it has from others ("has the support of Smith"), where with "a" it is his own ("has a fear of Smith")."""

BLAME_DENIED, PRAISE_DENIED, PRAISE_DISBELIEVED = -0.15, -0.6, -0.9
"""What a denial leaves of an attitude: who "did not condemn" says little, who "did not support" much, and who "does not
believe that Smith is honest" more.
"""


class Filled(Struct, frozen=True):
    """An attitude in a sentence: chunks `holder` (-1 for the author, -2 where nobody is named) and `target`.

    `strength` is the polarity times the entry's weight, turned round by a negation, as `negated` tells. `deed` says that it is
    about what the target did ("rejected an offer from Smith").
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
        target = place_of(parse, syntax, here, predicate, attitude.target)
        if target >= 0 and attitude.target == "modified" and syntax.word[target] == "it" and target not in syntax.named:
            of = after(syntax, here, ("of",))
            target = of if of >= 0 and syntax.site[of] == here else target  # "it was cowardly of Smith to resign"
        if target < 0 or (target == here and about >= 0 and _is_alone(syntax, here)):
            target = about
        if attitude.target == "possessor" and is_beside_noun(parse, predicate):
            continue
        if target < 0 and attitude.holder == "possessor":
            target = enjoyer(parse, syntax, here)
        had = enjoyer(parse, syntax, here) if attitude.target == "of" and attitude.holder == "possessor" else -1
        if had >= 0 and target >= 0 and parse.words[syntax.first[here]] == "the" and syntax.word[here] in _OTHERS_GIVE:
            yield Filled(predicate, target, had, attitude.polarity * entry.weight, False)  # "has the support of Smith"
            continue
        if target < 0 or (entry.lexicon == ON_DEEDS and not is_deed(syntax, parse.words, target)):
            continue
        if _is_only_due(parse, syntax, here, predicate, attitude):
            continue
        alleged = accuser(parse, syntax, here)
        if alleged != AUTHOR_CHUNK and attitude.holder == "author" and attitude.target != "subject":
            continue  # "accused Smith of humiliating Lund"
        holder, sense, helping = alleged, 1.0, -1
        if attitude.holder != "author":
            holder = place_of(parse, syntax, here, predicate, attitude.holder)
            if _is_only_charged(parse, predicate.first) or _is_only_thought_of(parse, predicate):
                continue
            if holder >= 0 and syntax.word[holder] in _EVERYBODY and holder not in syntax.named:
                holder = AUTHOR_CHUNK  # "everyone loves Smith" is who says so
            elif attitude.holder == "subject":
                helping = helper(parse, syntax, here, holder)
                holder, sense = behind_subject(parse, syntax, here, holder)
                sense = 0.0 if alleged != AUTHOR_CHUNK else sense  # "accused Smith of attacking Lund"
            else:
                sense = 0.0 if is_warded(parse, syntax, here, holder) else 1.0
                holder = urger(parse, syntax, here, holder) if holder >= 0 else NOBODY
            if not sense:
                yield Filled(predicate, NOBODY, target, 0.0, True)
                continue
        if holder == target or (target == here and attitude.target == "modified" and is_generic(parse, syntax, here)):
            continue
        strength = attitude.polarity * entry.weight * sense
        if negated or _is_nobody(parse, syntax, holder) or _is_neither(parse, syntax, {holder, target}):
            disbelieved = is_disbelieved(parse.words, syntax.low, predicate.first)
            strength *= BLAME_DENIED if strength < 0 else PRAISE_DISBELIEVED if disbelieved else PRAISE_DENIED
        subjects = _joined_before(parse, syntax, target) if target in syntax.subject else ()
        for one in (target, *_joined(parse, syntax, target), *subjects):
            for other in (holder, *_joined_before(parse, syntax, holder), *([helping] if helping >= 0 else [])):
                yield Filled(predicate, other, one, strength, negated)
                for doer in doers(syntax, one):
                    if doer != other:
                        yield Filled(predicate, other, doer, strength, negated, True)


def accuser(parse: Parse, syntax: Syntax, here: int) -> int:
    """Who accuses somebody of what a verb tells ("Smith, who has accused Lund of bullying staff"), else the author; nobody who
    is named where only the accused is ("Lund was accused of bullying staff").
    """
    if here and syntax.form[here] == "t" and syntax.form[here - 1] == "g":
        here -= 1  # "accused Smith of trying to undermine Lund"
    if syntax.form[here] != "g" or parse.words[syntax.first[here] - 1 : syntax.first[here]] != ("of",):
        return AUTHOR_CHUNK
    verb = syntax.kind.rfind("v", 0, here)
    if verb < 0 or syntax.word[verb] not in _ACCUSING:
        return AUTHOR_CHUNK
    if syntax.passive[verb]:
        by = after(syntax, verb, ("by",))
        return by if by >= 0 else NOBODY
    return syntax.subject[verb] if syntax.object[verb] >= 0 and syntax.subject[verb] >= 0 else AUTHOR_CHUNK


def is_set_against(syntax: Syntax, filled: Iterable[Filled], first: int, stop: int, strength: float) -> bool:
    """Do words (tokens `first` to `stop`) stand before the name of whom somebody holds the contrary of what they say
    ("praised the embattled Smith")?
    """
    k = syntax.at(first)
    if k < 0 or syntax.head[k] < stop:
        return False
    held = [one.strength for one in filled if one.holder >= 0 and k in (one.target, syntax.same[one.target])]
    return any(other * strength < 0 for other in held)


def without_contrary(syntax: Syntax, filled: list[Filled]) -> list[Filled]:
    """The attitudes without what is only said of whom somebody holds the contrary of it."""
    if all(one.holder < 0 for one in filled):
        return filled
    return [
        one
        for one in filled
        if one.holder != AUTHOR_CHUNK
        or not is_set_against(syntax, filled, one.predicate.first, one.predicate.stop, one.strength)
    ]


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
    him", "are free to leave him"), or one that he had ("used to admire Smith", "once admired Smith")?
    """
    first, words = predicate.first, parse.words
    before = words[max(0, first - 2) : first]
    felt = predicate.entry.lexicon in _FELT
    bidden = before in _BIDDEN and not _BIDDING.isdisjoint(words[max(0, first - 4) : first - 2])
    if bidden or before in _UNSURE or (felt and before[1:] == ("once",)):
        return True
    if before[1:] == ("have",):
        return before[0] in WOULD
    return before[1:] == ("to",) and before[0] in _LONGING and felt


def _is_only_due(parse: Parse, syntax: Syntax, here: int, predicate: Predicate, attitude: Attitude) -> bool:
    """Is what would be held for or against a verb's subject what its teller says it should do ("should declare war on Smith")?"""
    judges = attitude.holder == "author" and attitude.target == "subject"
    first, doing = syntax.first[here], predicate.first
    if not judges or first == doing or parse.words[first] not in DUTIES:
        return False
    return parse.words[first + 1] != "have" and parse.words[doing] not in _OWNING_UP


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
    if holder < 0:
        return False
    words, first = parse.words, syntax.first[holder]
    if words[syntax.head[holder]] in NOBODIES or words[first - 1 : first] == ("not",):
        return True
    return words[first] in _NOT_MANY and not _is_some(parse, first)


def _is_neither(parse: Parse, syntax: Syntax, chunks: Collection[int]) -> bool:
    """Is it told of neither of two ("neither Smith nor Lund can be trusted")?"""
    return any(k in syntax.subject and parse.words[syntax.first[k] - 1] == "nor" for k in chunks if k > 0)


def _is_some(parse: Parse, no: int) -> bool:
    """Is "no" a number's ("No 10", "No. 10"), or does it mean many with the word behind it ("no fewer than ten voters")?"""
    return parse.words[no] == "no" and (
        parse.words[no + 1 : no + 2] in _AFTER_NO or parse.tags[no + 1 : no + 2] == ("CD",)
    )


_LISTED = re.compile("(?:,n)*,?cn")
"""What follows the first of several ("Lund, Hill and Brandt"); phrases between commas are taken for appositions to the first."""
_VERB_BEHIND = re.compile("[nisj]*v")
"""What follows a phrase that begins a clause of its own ("vetoed it, and many in the town protested")."""
_NOT_MANY = frozenset("few no not".split())
_AFTER_NO = frozenset([(".",), ("doubt",), ("fewer",), ("less",)])


def _joined(parse: Parse, syntax: Syntax, k: int) -> Iterator[int]:
    """The phrases that "and" joins to the phrase `k`, unless what follows is a clause of its own."""
    while found := _LISTED.match(syntax.kind, k + 1):
        k = found.end() - 1
        verb = _VERB_BEHIND.match(syntax.kind, k + 1) if found[0] == ",cn" else None
        apart = verb and syntax.form[verb.end() - 1] not in "gt" and syntax.subject[verb.end() - 1] <= k
        if apart or k in syntax.subject or parse.words[syntax.first[k - 1]] not in ("and", "or", "nor"):
            return
        yield k


def _joined_before(parse: Parse, syntax: Syntax, k: int) -> Iterator[int]:
    """The phrases to which "and" joins the phrase `k`, but not the object of another verb ("I praised Lund and I hate Smith")."""
    kinds = syntax.kind
    while k > 1 and kinds[k - 1] == "c" and parse.words[syntax.first[k - 1]] in ("and", "nor"):
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
    within = denied(words, start, first) and not any(is_unmatched(parse, at, first) for at in range(start, first))
    verb = syntax.verb[here]
    linked = verb >= 0 and 0 <= syntax.said[here] == syntax.subject[verb]
    low, high = (syntax.first[verb], min(syntax.stop[verb], start)) if linked else (0, 0)
    without = denied(words, low, high) and not any(is_unmatched(parse, at, first) for at in range(low, high))
    disbelieved = is_disbelieved(words, syntax.low, first)
    if within or without or disbelieved:
        return (within != without) != disbelieved  # "never anything but kind"
    at = syntax.first[here] - 1
    unwanted = here and words[at] in WISHING and syntax.head[here - 1] == at and is_denied(parse, syntax, here - 1)
    unthought = verb >= 0 and 0 <= syntax.said[here] == syntax.object[verb] and is_denied(parse, syntax, verb)
    regretted = at >= syntax.low and words[at] in REGRETTING and tags[at] != "VB"  # nor what somebody "will regret"
    return refuses(words, syntax.low, at) or regretted or unthought or bool(unwanted)
