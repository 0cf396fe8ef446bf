"""One letter for each token of a sentence, by its word and its tag: what `syntax.py` reads its patterns from.

`a` article, `x` be, `h` have and do, `N` negation, `k` conjunction, `t` to, `"` mark, `,` `;` `-` as they are; by tag
`d` determiner, `j` adjective, `n` noun, `p` pronoun, `s` possession, `v` finite verb, `g` gerund, `e` participle, `b`
bare verb, `m` modal, `i` preposition, `w` relative, `r` adverb, `c` and/or, `u` particle, `.` end; `o` anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from stancecli import tables
from stancecli.stance.verbs import HELPING


def letters_of(words: Sequence[str], tags: Sequence[str], named: Sequence[tuple[int, int]]) -> str:
    """The letters of the tokens, as one string. `named` are the mentions of parties among them.

    A tagger may take a rare name for anything; a mention is a noun, if it is not a pronoun or an adjective.
    """
    pointing = [first - 1 for first, _ in named if first and words[first - 1] == "that" and tags[first] == "NN"]
    tags = _with_names(tags, named)
    letters = list(map(_LETTERS.__getitem__, zip(words, tags, strict=True)))
    for at in pointing:  # "that company", which is a mention of somebody: a clause would begin with "the company"
        letters[at] = "d"
    if "nothing" in words or "longer" in words or "anything" in words:
        _adverbial(letters, words)
    if "her" in words or "whose" in words:
        _owning(letters, words)
    if not TIMES.isdisjoint(words):
        _timed(letters, words, named)
    _trading(letters, words)
    _amid(letters, words)
    if "." in words:
        _pointed(letters, words)
    return _by_neighbours("".join(letters), words, tags)


def _by_neighbours(letters: str, words: Sequence[str], tags: Sequence[str]) -> str:
    """The letters with those mended that cannot stand beside each other."""
    letters = _PARTED.sub(lambda found: "r" * len(found[0]), letters)
    letters = _COMPOUND.sub("rrj", letters)
    letters = letters.replace("i-", "--")  # "re-election", "by-election"
    letters = letters.replace("ten", "ien")  # "to contaminated water"
    letters = letters.replace("ib", "in")  # no bare verb follows a preposition: the tagger took a noun for one
    letters = _NOUN.sub("an", letters)
    letters = _NO_ADVERB.sub("an", letters)
    letters = _TWO_VERBS.sub(lambda found: "nn" if _disagree(tags, found.start()) else "nv", letters)
    if "'s" not in words:
        return letters
    letters = _clitics(letters, words, tags)
    letters = _IS_DOING.sub("x", letters)
    return letters.replace("sv", "sn").replace("sb", "sn").replace("sg", "sn")  # "offer" in "Lund's offer"


def _adverbial(letters: list[str], words: Sequence[str]) -> None:
    """ "Nothing but love" is love, "nothing short of brilliant" is brilliant; "anything but" and "no longer" are adverbs."""
    for at in range(len(words) - 1):
        if tuple(words[at : at + 2]) in _LIKE_ADVERBS:
            letters[at : at + 2] = "rr"
        elif words[at : at + 3] == NOTHING_SHORT_OF:
            letters[at : at + 3] = "rrr"


def _pointed(letters: list[str], words: Sequence[str]) -> None:
    """A point within a sentence is that of an abbreviation and ends nothing ("Lund, D-Minn., said")."""
    end = len(letters)
    while end and letters[end - 1] in '."':
        end -= 1
    for at in range(end):
        if words[at] == letters[at] == ".":
            letters[at] = "o"


def _trading(letters: list[str], words: Sequence[str]) -> None:
    """What a firm does is a part of its name behind another noun ("the aircraft leasing firm Lund")."""
    kinds = tables.organisations().kinds
    if kinds.isdisjoint(words):
        return
    for at in range(1, len(words) - 1):
        if letters[at] == "g" and letters[at - 1] in "nj" and words[at + 1] in kinds:
            letters[at] = "n"


def _amid(letters: list[str], words: Sequence[str]) -> None:
    """Phrases that stand for an adverb within a verb group ("has since accused", "had by then endorsed")."""
    for at in range(1, len(words) - 1):
        if letters[at - 1] in _AUXILIARIES and words[at] in _AMID:
            size = next((len(one) for one in _AMID[words[at]] if words[at : at + len(one)] == one), 0)
            if size and at + size < len(letters) and letters[at + size] in "evbg":
                letters[at : at + size] = "r" * size


def _owning(letters: list[str], words: Sequence[str]) -> None:
    """In "described her as rude" and "help her win" she owns nothing; in "whose plan Lund condemned" the plan is somebody's."""
    for at in range(len(words) - 1):
        if words[at] == "her" and words[at + 1] == "as":
            letters[at : at + 2] = "pi"
        elif words[at] == "her" and letters[at + 1] == "b" and at and words[at - 1] in HELPING:
            letters[at] = "p"
        elif words[at] == "whose" and letters[at + 1] in "vb":
            letters[at + 1] = "n"


def _disagree(tags: Sequence[str], at: int) -> bool:
    """No plain present follows a singular noun before another verb: it is a noun ("community support was strong")."""
    return tags[at + 1] == "VBP" and tags[at] in ("NN", "NNP")


def _by_key(listed: dict[str, str]) -> dict[str, str]:
    return {key: letter for letter, keys in listed.items() for key in keys.split()}


_BY_WORD = _by_key(
    {
        "a": "the a an my your his her its our their",
        "x": "is are was were be been being am 'm 're get gets got gotten getting",
        "h": "has have had having do does did 've 'd",
        "N": "not n't never",
        "r": "both",
        "k": "that because while although though if unless until since whereas whether once",
        "t": "to",
        '"': "“ ” \" ‘ ’ ' `` '' « »",
        "-": "-",
        ",": ",",
        ";": "; : — – -- ( ) [ ] … ...",
    }
)
"""Letters of words whose tag tells too little or is often wrong. Each word is one token, in small letters."""
_BY_TAG = _by_key(
    {
        "d": "DT PDT PRP$ WP$ $ #",
        "j": "JJ JJR JJS CD ADD",
        "n": "NN NNS NNP NNPS FW GW",
        "p": "PRP EX",
        "s": "POS",
        "v": "VBD VBZ VBP",
        "g": "VBG",
        "e": "VBN",
        "b": "VB",
        "m": "MD",
        "i": "IN TO",
        "w": "WDT WP WRB",
        "r": "RB RBR RBS",
        "c": "CC",
        "u": "RP",
        ".": ".",
    }
)
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning afternoon evening night noon week "
    "weekend month year season january february april june july august september october november december".split()
)
_NOUN = re.compile(r'ag(?![jn"-])')
"""A gerund behind an article or possessive, without a noun behind it, is a noun ("has my backing")."""
_NO_ADVERB = re.compile("ar(?=[xmhv])")
"""What an article leads to before a verb is no adverb ("the fine was too high")."""
_TWO_VERBS = re.compile("nv(?=[xhm])")
ANYTHING_BUT = ("anything", "but")
_LIKE_ADVERBS = frozenset([("nothing", "but"), ("no", "longer"), ANYTHING_BUT])
NOTHING_SHORT_OF = ("nothing", "short", "of")
_KEPT = frozenset("PRP PRP$ DT IN POS CC JJ WP WDT".split())
"""Tags that a part of a name keeps."""
_PASTS = frozenset(
    "went took gave came began became chose drew drove fell flew forgot froze grew knew rode saw sang sank shook spoke stole "
    "swore threw tore woke wore wrote withdrew undertook overthrew foresaw mistook arose forgave forbade".split()
)
"""Past tenses that are no nouns: verbs where the tagger takes them for one, if they are not in a name or behind an article."""
_AUXILIARIES = frozenset("hxm")
_AMID: dict[str, list[tuple[str, ...]]] = {}
for _phrase in "since,by then,by now,in turn,in fact,in effect,in private,in public,at times,at least,at last,for years,more than once".split(
    ","
):
    _AMID.setdefault(_phrase.split()[0], []).append(tuple(_phrase.split()))
_PARTED = re.compile("(?<=[hxm]),r+,(?=[evbg])")
"""An adverb between commas within a verb group ("has, however, accused")."""
_IS_DOING = re.compile("s(?=g[ad])")
""" "'s" before a gerund with an object is the verb ("Smith's doing the right thing")."""
_COMPOUND = re.compile("j-[je]")
"""An adjective of two words ("short-sighted")."""
_LESS = 6
"""A longer word that ends in "less" is an adjective ("baseless"), even where the tagger takes it for a noun."""
_KNOWN = 1 << 16
"""So many pairs of a word and a tag are kept at most."""


class _Letters(dict[tuple[str, str], str]):
    """The letter of each word with its tag, kept once it is known."""

    def __missing__(self, pair: tuple[str, str]) -> str:
        word, tag = pair
        letter = _BY_WORD.get(word) or _BY_TAG.get(tag, "o")
        if tag == "NN" and letter == "n" and len(word) > _LESS and word.endswith("less"):
            letter = "j"
        elif (
            (tag == "NN" and word in _PASTS)
            or (tag == "VBG" and word.endswith("ed"))
            or (word == "let" and tag == "MD")
        ):
            letter = "v"
        elif tag == "POS":
            letter = "s"  # "the Owens' challenge"
        elif word == "once" and tag == "RB":
            letter = "r"  # "who once called Smith a liar"
        if len(self) < _KNOWN:
            self[pair] = letter
        return letter


_LETTERS = _Letters()


def _with_names(tags: Sequence[str], named: Iterable[tuple[int, int]]) -> list[str]:
    changed = list(tags)
    for first, stop in named:
        for at in range(first, min(stop, len(changed))):
            if changed[at] not in _KEPT or (
                changed[at] == "IN" and stop - first > 1
            ):  # the "of" of a name, or "Per Lund"
                changed[at] = "NNP"
    return changed


def _timed(letters: list[str], words: Sequence[str], named: Iterable[tuple[int, int]]) -> None:
    """End a phrase before a party that a time precedes ("on Monday evening Lund was cheered")."""
    for first, _ in named:
        if first and words[first - 1] in TIMES:
            letters[first - 1] = "o"


def _clitics(letters: str, words: Sequence[str], tags: Sequence[str]) -> str:
    """Tell "'s" the possessive from "'s" the verb."""
    return "".join(
        "s" if word == "'s" and tag == "POS" else "x" if word == "'s" and tag.startswith("VB") else letter
        for letter, word, tag in zip(letters, words, tags, strict=True)
    )
