"""A coarse kind for every word, from short lists of function words and from endings, for rules that read before or beside
the tagger; which tags are verbs; and which noun phrases stand for nobody.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from stancecli import tables
from stancecli.model import Parse

DETERMINER: Final = "d"
PREPOSITION: Final = "p"
COORDINATOR: Final = "c"
SUBORDINATOR: Final = "s"
RELATIVE: Final = "w"
THAT: Final = "t"
TO: Final = "to"
PRONOUN: Final = "n"
OBJECT: Final = "m"
AUXILIARY: Final = "x"
ADVERB: Final = "a"
TIME: Final = "day"
FINITE: Final = "v"
GERUND: Final = "g"
NEGATION: Final = "not"
POSSESSIVE: Final = "'s"
COMMA: Final = ","
STOP: Final = "."
BREAK: Final = ";"
DASH: Final = "-"
HYPHEN: Final = "h"
MARK: Final = "q"
OTHER: Final = "o"

BE = frozenset("is are was were be been being am 's 're 'm".split())
MODAL = frozenset("will would can could may might must shall should 'll 'd wo ca".split())
DO = frozenset("do does did".split())
HAVE = frozenset("has have had having 've".split())

_LISTS: dict[str, str] = {
    DETERMINER: "the a an this these those his her their its our my your whose some any many several all both no every"
    " each most more another other few two three four five six seven eight nine ten dozens hundreds thousands",
    PREPOSITION: "of in on at by for with from about over under during against between among through into without"
    " within amid despite toward towards via like than upon near across behind inside outside around beyond",
    COORDINATOR: "and or but nor yet &",
    SUBORDINATOR: "when while where if because although though since unless until whether how why what as after before"
    " so whereas once lest except",
    RELATIVE: "who whom which",
    THAT: "that",
    TO: "to",
    PRONOUN: "he she they it we i you someone everyone nobody somebody everybody",
    OBJECT: "him them us me himself herself themselves itself",
    ADVERB: "also then now later earlier afterward afterwards again still just even too once never always often soon only"
    " first instead already recently further however therefore nevertheless meanwhile thus previously sometimes perhaps ever quite"
    " very today yesterday tonight tomorrow",
    TIME: "monday tuesday wednesday thursday friday saturday sunday",
    NEGATION: "not n't",
    POSSESSIVE: "'s '",
    COMMA: ",",
    STOP: ". ! ? … ...",
    BREAK: "; : ( ) [ ]",
    DASH: "— – -- ---",
    HYPHEN: "-",
    MARK: "\" “ ” '' `` „ « »",
    FINITE: "said spoke went made took gave came got ran won lost met held told kept left began wrote saw found knew"
    " thought felt brought bought sought fought taught caught stood understood led read put let set hit cut sent spent"
    " built became broke chose drew drove fell flew forgot grew heard hid hurt laid lay paid rose sat sold shot showed"
    " spread struck swore threw wore says goes makes takes gives comes gets runs wins loses keeps leaves begins writes"
    " wants needs seems appears faces calls used died tied",
}
_LOWER = {word: kind for kind, words in _LISTS.items() for word in words.split()}
_LOWER.update(dict.fromkeys(BE | MODAL | DO | HAVE, AUXILIARY))
_LOWER["'s"] = POSSESSIVE
_LOWER[""] = STOP  # what `Scene.word` tells of the end of the text
_NOT_ADVERBS = frozenset("family ally assembly italy reply supply july rally bully anomaly monopoly".split())
_NOT_GERUNDS = frozenset(
    "king thing nothing something anything everything spring string morning evening meeting building hearing ring wing"
    " bring during beijing wyoming shooting".split()
)
_NOT_PAST = frozenset("united hundred red need seed feed speed bed indeed bloodshed exceed proceed".split())
MAXIMUM = 50_000


class _Kinds(dict[str, str]):
    """The kind of each word met so far; forgotten all at once when there are too many."""

    def __missing__(self, word: str) -> str:
        if len(self) > MAXIMUM:
            self.clear()
            self.update(_LOWER)
        kind = self[word] = _by_ending(word)
        return kind


def _by_ending(word: str) -> str:
    if len(word) > 4 and word.isalpha():
        if word.endswith("ly") and word not in _NOT_ADVERBS:
            return ADVERB
        if word.endswith("ing") and word not in _NOT_GERUNDS:
            return GERUND
        if word.endswith("ed") and word not in _NOT_PAST:
            return FINITE
    return OTHER


_KINDS = _Kinds(_LOWER)


kind_of = _KINDS.__getitem__
"""The kind of a lower-cased word: one of the constants of this module."""


FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Tags of verbs that have a subject of their own, where words alone do not tell."""
VERB_TAGS = FINITE_TAGS | {"VB", "VBN", "VBG"}
"""Tags of all forms of verbs."""
_NOBODY = frozenset("no nobody none neither".split())
_SOME = frozenset(("fewer", "less", "."))
"""`No fewer than forty` are somebody, and so is `No. 10`."""


def is_nobody(parse: Parse, first: int, stop: int) -> bool:
    """Does a noun phrase stand for nobody (`no one`, `none of the residents`, not `a single resident`)?"""
    words = parse.words
    if words[first] not in _NOBODY:
        return first > 0 and words[first - 1] == "not" and words[first] in ("a", "one")
    second = words[first + 1] if first + 1 < stop else ""
    if words[first] == "no":
        return not (second in _SOME or second.isdigit() or (second and _is_named_no(parse, first)))
    return (words[first], second) != ("none", "other")


def _is_named_no(parse: Parse, first: int) -> bool:
    """Does "No" begin a name (`No Labels`, not `No Minister`, `no Norwegian`)?"""
    name = parse.text(first, first + 1).istitle() and parse.text(first + 1, first + 2)[0].isupper()
    return name and parse.words[first + 1] not in _people()


@cache
def _people() -> frozenset[str]:
    """Words with which nobody is told by "no", though they may have a capital."""
    groups, countries = tables.groups(), tables.countries().countries
    demonyms = (phrase.lower() for country in countries for phrase in country.demonyms)
    return groups.plural | groups.singular | tables.titles().heads | {"one", *demonyms}
