"""In which class a word is used that tells, and which token of a predicate carries it."""

from __future__ import annotations

from stancecli import tables
from stancecli.model import Parse
from stancecli.predicates import Predicate
from stancecli.stance.predicative import is_predicative
from stancecli.stance.verbs import PASSIVE

_LEADING_ON = frozenset(["IN", "TO", "WDT", "WP"])
"""Tags of the words that lead from a noun to what belongs to it."""
_BEFORE_NOUNS = frozenset(["DT", "PRP$", "POS"])
_ENDS_PHRASE = frozenset("VBD VBZ VBP MD IN TO CC WDT . , :".split())
"""Tags behind which no noun of the same phrase follows."""
_BEFORE_BIDDING = frozenset(", : ; “ ‘ \" '".split())
_CLOSING = ((), ("now",), ("immediately",), ("today",), ("soon",), ("because",))
_AT_ONCE = (
    ("at", "once"),
    ("and", "that"),
    ("and", "so"),
    ("and", "he"),
    ("and", "she"),
    ("and", "take"),
    ("and", "go"),
)
_OF_WHOM = frozenset("hearted minded ever performing run meaning intentioned but and".split())
"""Behind a hyphen these leave what is said with whom it is said of ("great-hearted")."""
_BESIDE = frozenset(["modified", "subject", "object"])
"""Whom such attitudes mean stands beside the word."""
_TAGS = {"verb": ("VB", "MD"), "noun": ("NN",), "adjective": ("JJ", "VBN", "VBG", "RB")}


def fits(parse: Parse, predicate: Predicate) -> bool:
    """Is the word used in the class that its entry is meant in? Tags of verbs and adjectives are often mixed up.

    A gerund behind an article or possessive is a noun where no noun follows ("has my backing"), and what stands before a noun may
    be an adjective ("the greedy Smith"). What a set phrase means is clear, unless a noun stands where its verb should
    ("the grass on").
    """
    inflect, tags = predicate.entry.inflect, parse.tags
    if inflect in _TAGS and inflect != "verb" and _is_bidden(parse, predicate.first):
        return False
    if parse.words[predicate.end - 1] == "go" and not _ends_there(parse, predicate.end):
        return False
    if predicate.stop > predicate.first + 1:
        return inflect != "verb" or not tags[predicate.first].startswith("NN")
    token = telling(parse, predicate)
    if inflect in ("adjective", "none") and _opens_compound(parse, token):
        return False
    if tuple(predicate.entry.pos) == ("ADJ",) and is_nominal(parse, token):
        return False
    if inflect not in _TAGS:
        return True
    tag, behind = tags[token], tags[token + 1][:2] if token + 1 < len(tags) else ""
    if tag == "VBG" and token and tags[token - 1] in _BEFORE_NOUNS and behind not in ("NN", "JJ"):
        return inflect == "noun"
    if tag.startswith(_TAGS[inflect]):
        return inflect != "adjective" or not is_nominal(parse, token)
    return inflect == "adjective" and (tag[:2] == "NN" == behind or is_predicative(parse, token))


def _opens_compound(parse: Parse, token: int) -> bool:
    """Does a hyphen join the word to what is meant ("the best-funded group")?"""
    words, starts, ends = parse.words, parse.starts, parse.ends
    hyphen, other = token + 1, token + 2
    if words[hyphen:other] != ("-",) or other == len(words) or words[other] in _OF_WHOM:
        return False
    return ends[token] == starts[hyphen] and ends[hyphen] == starts[other]


def _ends_there(parse: Parse, stop: int) -> bool:
    """Does nothing tell where to go, or what to do: is it a demand to leave ("must go", not "must go to school")?"""
    behind = parse.words[stop : stop + 2]
    return behind[:1] in _CLOSING or behind in _AT_ONCE or not behind[0][0].isalnum()


def _is_bidden(parse: Parse, first: int) -> bool:
    """Does it tell only what somebody is bidden to be (“They told us, be brave”)?"""
    words = parse.words
    if first < 2 or words[first - 1] != "be" or parse.tags[first - 1] != "VB":
        return False
    return parse.sentences[parse.sentence_of[first]].first == first - 1 or words[first - 2] in _BEFORE_BIDDING


def is_wronged(parse: Parse, at: int) -> bool:
    """Does the word tell what somebody is made to suffer, by nobody who is named ("says he is being misrepresented")?"""
    words, tags = parse.words, parse.tags
    by = words[at + 1 : at + 2] == ("by",)
    return at > 0 and words[at - 1] == "being" and tags[at] == "VBN" and not by


def is_of_doer(parse: Parse, at: int) -> bool:
    """Is the word an adverb of a passive, which tells of who does it ("was wrongly held", "was treated unfairly")?"""
    words, tags = parse.words, parse.tags
    adverb = words[at].endswith("ly") and tags[at] in ("RB", "JJ")
    within = at > 0 and words[at - 1] in PASSIVE and tags[at + 1 : at + 2] == ("VBN",)
    behind = at > 1 and words[at - 1] == "treated" and words[at - 2] in PASSIVE
    return adverb and (within or behind)


def is_nominal(parse: Parse, at: int) -> bool:
    """Is what seems to be an adjective the noun of its phrase ("welcomed the fine")? Its phrase ends with it then."""
    tags, words = parse.tags, parse.words
    if tags[at] != "JJ" or not at or words[at - 1] != "the":
        return False
    behind = tags[at + 1] if at + 1 < len(tags) else "."
    return behind in _ENDS_PHRASE and not (behind == "CC" and tags[at + 2 : at + 3] == ("JJ",))


def is_dealt_with(parse: Parse, at: int) -> bool:
    """Does the noun at this token only tell with what an office deals ("opposition leader", "justice minister")? That is no
    verdict on who holds the office.
    """
    tags = parse.tags[at : at + 2]
    nouns = len(tags) == 2 and all(tag.startswith("NN") for tag in tags)
    return nouns and parse.words[at + 1] in tables.titles().heads


def is_beside_noun(parse: Parse, predicate: Predicate) -> bool:
    """Does the noun only tell of what sort another is ("Lund's fraud reforms")?"""
    stop = predicate.stop
    return predicate.entry.inflect == "noun" and all(tag.startswith("NN") for tag in parse.tags[stop - 1 : stop + 1])


def is_about_others(parse: Parse, predicate: Predicate) -> bool:
    """The same of a predicate that tells of nobody whom it stands beside ("campaign group", but "the bully minister")."""
    entry, last = predicate.entry, predicate.stop - 1
    if entry.inflect != "noun" or any(one.target in _BESIDE for one in entry.attitudes):
        return False
    named = parse.words[last + 1 : last + 2]
    body = bool(named) and parse.tags[last + 1] == "NN" and named[0] in tables.organisations().kinds
    return is_dealt_with(parse, last) or body


def telling(parse: Parse, predicate: Predicate) -> int:
    """The token that carries a predicate: the verb, else the noun or adjective at its end.

    Of "a breath of fresh air" and "a wolf in sheep's clothing" that is the noun before the preposition.
    """
    first, last = predicate.first, predicate.stop - 1
    if predicate.entry.inflect == "verb":
        if parse.tags[first] not in ("RB", "DT"):
            return first
        verbs = (at for at in range(first + 1, predicate.stop) if parse.tags[at].startswith("VB"))
        return next(verbs, last)  # "falsely accused", "no longer trusts"
    if last > first and parse.tags[first] != "IN":
        inside = (at - 1 for at in range(first + 1, predicate.stop) if parse.tags[at] in _LEADING_ON)
        return next((at for at in inside if parse.tags[at].startswith(("NN", "JJ"))), last)
    return last
