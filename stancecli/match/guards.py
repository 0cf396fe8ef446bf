"""Whether the words of an entry are meant as the entry means them where they stand."""

from __future__ import annotations

from stancecli.match.names import in_name
from stancecli.model import Entry, Parse, Range
from stancecli.phrases import within

CONTRARY_PREFIXES = frozenset({"anti", "non", "counter"})
"""Before a hyphen they turn a loaded word into something else: "anti-terrorist"."""

_WORDS = frozenset("word term epithet adjective noun".split())
_DETERMINERS = frozenset("the a that this".split())
_MARKS = frozenset("“ ‘ \" '' `` '".split())

_TAGS = {
    "ADJ": frozenset({"JJ", "JJR", "JJS", "AFX"}),
    "ADV": frozenset({"RB", "RBR", "RBS", "WRB"}),
    "INTJ": frozenset({"UH"}),
    "NOUN": frozenset({"NN", "NNS"}),
    "NUM": frozenset({"CD"}),
    "PRON": frozenset({"PRP", "PRP$", "WP", "WP$", "EX", "DT"}),
    "PROPN": frozenset(),
    "VERB": frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"}),
}
"""Parts of speech of lexicons, and the Penn Treebank tags that they stand for."""

_NAMES = frozenset({"NNP", "NNPS"})
"""Tags that satisfy every guard, as capitals throughout do: they tell of headlines, and no part of speech."""

_WAVERING = frozenset({"VBG", "JJ", "NN"})
_LIKE_ADJECTIVES = frozenset({"VBG", "VBN", "NN"})
"""What stands before a noun with one of these tags describes it."""

_BEFORE_VERB = frozenset("do does did will would can could may might must shall should n't 'll".split())
_BEFORE_ADJECTIVE = frozenset("so too very more most as how is are was were be been being seem seems seemed".split())


def meant(parse: Parse, place: Range, entry: Entry, literal: frozenset[str], reach: int) -> bool:
    """Is this a use of the entry? Not after "anti-" or "the word", in an innocent phrase, as another part of speech, in a name,
    or where one of the words in `literal` stands at most `reach` words away.
    """
    return not (
        _contrary(parse.words, place.first)
        or only_named(parse.words, place.first)
        or within(parse.words, *place, entry.innocent)
        or (entry.pos and parse.tags and not _of_part(parse, place, entry))
        or (literal and _among(parse, place, literal, reach))
        or in_name(parse, place)
    )


def only_named(words: tuple[str, ...], first: int) -> bool:
    """`withdrew the word liar`: it is spoken of, not used, with or without marks."""
    before = first - 1 - (first > 1 and words[first - 1] in _MARKS)
    return before > 0 and words[before] in _WORDS and words[before - 1] in _DETERMINERS


def _contrary(words: tuple[str, ...], first: int) -> bool:
    return first > 1 and words[first - 1] == "-" and words[first - 2] in CONTRARY_PREFIXES


def _of_part(parse: Parse, place: Range, entry: Entry) -> bool:
    """Has the word that decides one of the entry's parts of speech? Of a verb's phrase it is the first, else the last."""
    return any(
        _is(parse, place.first, part) if part == "VERB" else _is(parse, place.stop - 1, part) for part in entry.pos
    )


def _is(parse: Parse, at: int, part: str) -> bool:
    tag = parse.tags[at]
    if (
        tag in _NAMES
        or tag in _TAGS[part]
        or tag == "IN"
        or parse.text(at, at + 1).isupper()
        or (part == "ADV" and parse.words[at].endswith("ly"))
    ):
        return True  # no word of a lexicon is a preposition: the tagger did not know it ("hamstrung")
    if part == "VERB" and at and parse.words[at - 1] in _BEFORE_VERB:
        return True
    following = parse.tags[at + 1] if at + 1 < len(parse.tags) else "."
    if part == "ADJ" and tag in _LIKE_ADJECTIVES and following[0] in "NJ":
        return True
    # Of words in "-ing" and "-ed" a tagger can seldom tell whether they are verbs, adjectives or nouns.
    if not (tag == "VBN" or (tag in _WAVERING and parse.words[at].endswith(("ing", "ed")))):
        return False
    return part == "VERB" or (part == "ADJ" and _judged(parse, at, following))


def _judged(parse: Parse, at: int, following: str) -> bool:
    """Does a participle stand like an adjective: after "so" or "is", with nothing behind it?"""
    return at > 0 and parse.words[at - 1] in _BEFORE_ADJECTIVE and not following[0].isalpha()


def _among(parse: Parse, place: Range, domain: frozenset[str], reach: int) -> bool:
    sentence = parse.sentences[parse.sentence_of[place.first]]
    low, high = max(sentence.first, place.first - reach), min(sentence.stop, place.stop + reach)
    return not (domain.isdisjoint(parse.words[low : place.first]) and domain.isdisjoint(parse.words[place.stop : high]))
