"""Who does what to whom in a sentence, read off its tags in one pass: noun phrases, verb groups, and their roles.

This is no parser. It knows the plain patterns of news English (subject before verb, object after it, passives, relative
clauses, conjoined verbs, apposition, possession) and leaves the rest without roles.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from stancecli import tables
from stancecli.model import Parse, Range
from stancecli.stance import verbs
from stancecli.stance.letters import TIMES, letters_of
from stancecli.stance.subjects import RELATIVE, find_subject

_CHUNK = re.compile(
    r'(?P<n>p|(?:[ad][dr]*"?)?(?:r?j"?|(?<=a)[vb](?=[jn"\-])"?|(?<=[adj"\-s])[eg](?=[jn"\-])"?|(?<=[ad]r)e(?=[jn])|(?<=i)e(?=n)|-|c(?=j)|n(?:"(?!j))?)*n'
    r'|[ad][dr]*"?(?:[jr]"?)*j|[ad](?=[^nj]))'
    r'|(?P<v>(?:[mhxt][rN"]*)*[vbegxh])'
    r"|(?P<j>[rN]*j(?:c[r]*j)*)"
    r'|[^rN"]'
)

_OPENING_PHRASES = re.compile("(?:[it]n(?:sn)?)+")
"""Phrases with prepositions, as open a sentence before a comma."""
_SUBJECT = re.compile("(?:sn)?(?:[it]n(?:sn)?)*(?:,n(?:[it]n(?:sn)?)*,|,?[wv])")
"""What stands behind a subject: its verb, or an apposition or clause between commas."""
_ASIDE = re.compile("(?:(?:[it]n)+,)?n(?:sn)?(?:cn)*(?:[it]n)*,(?:w[^;.]*|n(?:[it]n)*),")
"""A subject with an apposition or clause between commas, from the beginning of its sentence."""
_LEADING = frozenset("while although though if when because since as after before once unless whereas whenever".split())
"""These open a clause that the main one follows, where they open the sentence."""
_HAVING = frozenset(["having", "being", "getting"])
_OBJECTS = frozenset("me him her us them".split())
_SUBJECTS = frozenset("i he she we they".split())
"""Pronouns that begin a clause of their own behind "and" ("was hard on me and I was late")."""
_NOMINATIVE = _SUBJECTS | {"it", "you"}
"""Pronouns right before a past tense, which is no participle then ("said it fully supported Lund")."""


class Syntax:
    """The chunks of a sentence, in order, in columns; -1 where there is no chunk.

    `kind[k]` is "n" (noun phrase), "v" (verb group), "j" (adjectives outside noun phrases) or another letter of
    `letters.py`. Chunk k is tokens `first[k]` to `stop[k]`, its head is token `head[k]`, which is `word[k]`. `prep[k]`
    is the preposition before a noun phrase, `site[k]` the noun phrase just before that, `verb[k]` the verb group that a
    phrase belongs to. `holder[k]` is the phrase whose "'s" stands before k, `same[k]` the one that k is in apposition
    to. For verb groups `subject`, `object`, `passive` and `form`, the letter of its first word; `said[k]` is the phrase that
    phrase k is said of ("called Smith a liar"). `named` are
    the chunks in which a party is mentioned, `proper` those that end with a name.
    """

    __slots__ = (
        "_told_of", "first", "form", "head", "holder", "kind", "low", "named", "object", "passive", "prep", "proper", "said",
        "same", "site", "stop", "subject", "verb", "word",
    )  # fmt: skip

    def __init__(
        self,
        parse: Parse,
        sentence: Range,
        named: Sequence[Range] = (),
        adjectives: Sequence[Range] = (),
        told_of: Mapping[int, int] | None = None,
    ) -> None:
        """Read the tokens of a sentence; the parse must have tags. `named` are the mentions of parties in it, `adjectives` are
        known ones, whatever their tags; `told_of` has by the first token of a name the noun that it tells of farther off.
        """
        low, stop = sentence
        words = parse.words[low:stop]
        letters = letters_of(words, parse.tags[low:stop], [(first - low, stop - low) for first, stop in named])
        for start, end in adjectives:
            letters = f"{letters[: start - low]}{'r' * (end - start - 1)}j{letters[end - low :]}"
        found = list(_CHUNK.finditer(letters))
        spans = [chunk.span() for chunk in found]
        self.low = low
        self.kind = "".join([chunk.lastgroup or chunk[0] for chunk in found])
        self.first = [low + first for first, _ in spans]
        self.stop = [low + stop for _, stop in spans]
        self.head = [low + stop - 1 for _, stop in spans]
        self.word = [words[stop - 1] for _, stop in spans]
        self.named = {self.at(first) for first, _ in named}
        self.proper = {k for k, head in enumerate(self.head) if parse.tags[head].startswith("NNP")}
        size = len(found)
        self.prep = [""] * size
        self.site, self.verb, self.holder, self.same, self.subject, self.object, self.said = (
            [-1] * size for _ in range(7)
        )
        self.passive = [False] * size
        self._told_of = told_of or {}
        self.form = [letters[first] for first, _ in spans]
        self._link(words, letters)

    def at(self, token: int) -> int:
        """The chunk that a token of the document stands in, -1 where there is none."""
        k = bisect_right(self.first, token) - 1
        return k if k >= 0 and token < self.stop[k] else -1

    def apposed_to(self, k: int) -> list[int]:
        """The phrases in apposition to phrase k."""
        return [j for j, same in enumerate(self.same) if same == k] if k in self.same else []

    def _link(self, words: tuple[str, ...], letters: str) -> None:
        verb = -1
        leading = bool(words) and words[0] in _LEADING
        for k, kind in enumerate(self.kind):
            if kind == "v":
                self._verb(k, verb, words, letters)
                verb = k
            elif kind == "n" or kind == "j":
                self._phrase(k, verb)
            elif kind == ";" or kind == ".":
                verb = -1
            elif leading and kind == "," and verb >= 0 and self.kind[k + 1 : k + 2] == "n":
                self.kind = self.kind[:k] + ";" + self.kind[k + 1 :]  # the main clause begins, with its subject
                leading, verb = False, -1

    def _phrase(self, k: int, verb: int) -> None:
        kinds = self.kind
        before = kinds[k - 1] if k else "."
        if before == "s" and k > 1 and kinds[k - 2] == "n":
            self.holder[k] = k - 2
            self.prep[k], self.site[k], self.verb[k] = self.prep[k - 2], self.site[k - 2], self.verb[k - 2]
            if verb >= 0 and self.object[verb] == k - 2:
                self.object[verb] = k
            self.said[k] = self._one_of(k)
            return
        outer = self._resumed(k)
        if outer >= 0:
            self.verb[k], self.said[k] = outer, self.object[outer]
            return
        if before in "it" and k:
            preposition = self.word[k - 1]
            self.prep[k], self.verb[k] = preposition, verb
            if k > 1 and kinds[k - 2] in "nj":
                self.site[k] = k - 2
            likened = preposition == "to" and verb >= 0 and self.word[verb] in verbs.LIKENING
            if preposition == "into" and verb >= 0 and self.word[verb] in verbs.TURNING and self.object[verb] >= 0:
                old = self.said[k] = self.object[verb]
                self.verb[old], self.prep[k] = -1, ""
            elif (preposition == "as" or likened) and verb >= 0:
                verb = self._seeing(verb)
                linked = self.passive[verb] or self.word[verb] in verbs.LINKS | verbs.STRIKING  # "is as good as gold"
                referred = (
                    k > 1 and self.word[verb] in verbs.REFERRING and self.prep[k - 2] == "to"
                )  # "referred to Lund as a clown"
                self.said[k] = self.subject[verb] if linked else k - 2 if referred else self.object[verb]
            else:
                self.said[k] = self._one_of(k)
            return
        if before == "," and self._is_called(k, verb):
            self.verb[k], self.said[k] = verb, self.object[verb]
            return
        follows = kinds[k] == "n" and k > 1 and kinds[k - 2] == "n"
        beside = before == "," and self.form[k] != "c"  # not in "vetoed it, and local firms protested"
        if follows and beside and kinds[k + 1 : k + 2] != "v" and not self._ends_opening(k):
            other = self._apposed(k)
            self.same[k] = self._first_same(other)
            self.prep[k], self.site[k] = self.prep[other], self.site[other]
            return
        if follows and before == "c" and self.word[k] not in _SUBJECTS:
            self.prep[k], self.site[k], self.verb[k] = self.prep[k - 2], self.site[k - 2], self.verb[k - 2]
            self.said[k] = self.said[k - 2]
            return
        self._complement(k, verb)

    def _seeing(self, verb: int) -> int:
        """The verb that says of its object what stands behind "as", over what that does ("hailed the vote to leave as wise")."""
        outer = self.kind.rfind("v", 0, verb) if self.form[verb] == "t" else -1
        seen = outer >= 0 and self.word[outer] in verbs.SEEING and self.object[outer] == verb - 1
        return outer if seen and self.word[verb] not in verbs.SEEING | verbs.NAMING else verb

    def _is_called(self, k: int, verb: int) -> bool:
        """Does phrase k say what somebody is called, behind an apposition to him ("called the mayor, Ann Lund, a cheat")?"""
        calls = verb >= 0 and self.word[verb] in verbs.CALLING and self.object[verb] >= 0
        return calls and k > 2 and self.same[k - 2] == self.object[verb] and self.form[k] in "aj"

    def _one_of(self, k: int) -> int:
        """What the phrase k is said of as one of several ("is one of the worst liars", "is one of Smith's critics"), or -1."""
        site = self.site[k]
        return self.said[site] if self.prep[k] == "of" and site >= 0 and self.word[site] == "one" else -1

    def _resumed(self, k: int) -> int:
        """The verb that says of its object what stands behind a clause about it ("called Lund, who won, a cheat"), or -1."""
        comma = k - 1 - (self.word[k - 1] == "as")
        told = self.kind.rfind(",w", 0, max(0, comma)) if k and self.kind[comma] == "," else -1
        verb = self.kind.rfind("v", 0, told) if told > 0 else -1
        said = verb >= 0 and self.object[verb] == told - 1 and "v" in self.kind[told:comma]
        return verb if said and (comma < k - 1 or self.word[verb] in verbs.CALLING) else -1

    def _ends_opening(self, k: int) -> bool:
        """Does the comma before phrase k end what opens the sentence ("In a statement, its head, Ann Lund, thanked ...")? Phrase
        k is the subject then, with its verb or something set off behind it; not in "In Oslo, the capital, Lund thanked ...".
        """
        return bool(_OPENING_PHRASES.fullmatch(self.kind, 0, k - 1)) and bool(_SUBJECT.match(self.kind, k + 1))

    def _apposed(self, k: int) -> int:
        """The phrase before the comma to which phrase k is in apposition: the one beside it, if a name tells of no other."""
        other = self.at(self._told_of.get(self.first[k], -1))
        return other if 0 <= other < k else k - 2

    def _first_same(self, k: int) -> int:
        return self.same[k] if self.same[k] >= 0 else k

    def _complement(self, k: int, verb: int) -> None:
        """An object, what a subject is said to be, or what an object is called."""
        if verb < 0:
            return
        self.verb[k] = verb
        if self.subject[verb] == k:
            return
        if self.object[verb] >= 0 and self.object[verb] < verb and k == verb + 1:
            if self.word[verb] in verbs.CALLING:
                self.said[k] = self.object[verb]  # "Smith, whom she called a liar"
        elif k == verb + 1 or (k == verb + 2 and self.kind[verb + 1] == "u"):
            if (self.passive[verb] and self.subject[verb] >= 0) or self.word[verb] in verbs.LINKS:
                self.said[k] = self.subject[verb]
            elif self.kind[k] == "n":
                self.object[verb] = k
                arrests = self.word[verb] in verbs.ARRESTING and self.word[k] in ("arrest", "arrests")
                if self.word[verb] in verbs.MENDING or arrests:
                    self.verb[k] = -1
        elif self.object[verb] == k - 1:
            if self.word[verb] not in verbs.GIVING:
                self.said[k] = self.subject[verb] if self.word[verb] in verbs.STRIKING else k - 1
        elif self.object[verb] >= 0 and self.word[verb] in verbs.CALLING:
            between = range(self.object[verb] + 1, k)
            joined = self.kind[k] == "j" and self.kind[k - 1] == "c"  # "called her account candid and courageous"
            if joined or all(self.kind[j] in "it" or (self.kind[j] == "n" and self.prep[j]) for j in between):
                self.said[k] = self.object[verb]  # "called the charges against Smith baseless"

    def _verb(self, k: int, verb: int, words: tuple[str, ...], letters: str) -> None:
        first, head = self.first[k] - self.low, self.head[k] - self.low
        letter = letters[head]
        auxiliaries = words[first:head]
        bare = first == head or (head - first == 1 and auxiliaries[0] in ("not", "never"))
        helped = not verbs.PASSIVE.isdisjoint(auxiliaries)
        active = letter == "e" and (
            self._is_of_owner(k, words)
            or (k > 0 and self.word[k - 1] in _NOMINATIVE)
            or self._goes_on(k, verb)
            or self._stands_alone(k)
            or self._takes(k, words)
            or self._acts_at_a_time(k)
            or self._follows_aside(k)
            or self._follows_relative(k)
            or self._never(k, words)
        )
        participle = letter == "e" and bare and not active
        if active:
            self.form[k] = "v"
        self.passive[k] = participle or (helped and letter in "ev")
        if bare and letter in "ev" and self._is_caused(k, verb):
            self.passive[k], self.subject[k] = True, k - 1
        else:
            finite = "v" if active and (self.kind[k - 1] == "," or self.word[k - 1] in TIMES) else letter
            self.subject[k] = find_subject(
                self, k, verb, "g" if words[first] in _HAVING else finite if bare else letters[first]
            )
        if letter in "ve" and self._is_of_owner(k, words):
            self.subject[k] = k - 1
            self.object[k] = k - 2 if self.kind[k - 2] == "n" else -1
        elif k > 2 and self.kind[k - 2 : k] == "wn" and self.word[k - 2] in RELATIVE:
            antecedent = k - 3 - (self.kind[k - 3] == ",")
            if antecedent >= 0 and self.kind[antecedent] == "n":
                self.object[k] = antecedent
        elif k > 1 and self.kind[k - 2 : k] == "nn" and self.word[k - 1] in _SUBJECTS and self.word[k] in verbs.CALLING:
            self.object[k] = k - 2  # "a man she called a liar"
        elif self._takes_deed(k):
            self.object[k] = k - 3

    def _takes_deed(self, k: int) -> bool:
        """`a decision that Smith condemned`, where the tagger takes "that" for what leads into a clause."""
        kinds, words = self.kind, self.word
        follows = k > 2 and kinds[k - 3 : k] == "nkn" and kinds[k + 1 : k + 2] not in ("n", "v", "w", "k")
        return follows and words[k - 2] == "that" and words[k - 3] in tables.deeds().sort_of

    def _is_of_owner(self, k: int, words: tuple[str, ...]) -> bool:
        """`Lund, whose plan Brandt condemned`: what is somebody's is the object of the verb, and no part of a list."""
        if k < 2 or self.kind[k - 1] != "n" or k - 1 not in self.named:
            return False
        apart = self.kind[k - 2] == "n"  # else the two are one phrase
        return words[self.first[k - 1 - apart] - self.low] == "whose" and (
            apart or self.head[k - 1] > self.first[k - 1] + 1
        )

    def _goes_on(self, k: int, verb: int) -> bool:
        """`slammed the council and praised Lund`: the tagger takes such a past tense for a participle."""
        kinds = self.kind
        joined = k > 0 and kinds[k - 1] == "c" and verb >= 0 and not self.passive[verb]
        return joined and kinds[k + 1 : k + 2] == "n"

    def _stands_alone(self, k: int) -> bool:
        """`Lund and Brandt both condemned the council`: between two parties, the only verb of its sentence is no participle, nor
        is the one of a whole sentence (`The manager, Vince Lund, sided with Brandt.`).
        """
        kinds = self.kind
        if k == 0 or kinds.count("v") != 1:
            return False
        between = kinds[k + 1 : k + 2] in ("n", "u") and kinds[k - 1] in "nr"
        return between or (kinds[k - 1] in "nr," and kinds[k + 1 : k + 2] == "i" and self.word[-1] == ".")

    def _never(self, k: int, words: tuple[str, ...]) -> bool:
        """`Lund never apologised`: what somebody never did is no participle, if nobody did it to him."""
        first, stop = self.first[k] - self.low, self.stop[k] - self.low
        never = k > 0 and self.kind[k - 1] == "n" and words[first - 1 : first] == ("never",)
        return never and k - 1 in self.named and words[stop : stop + 1] != ("by",)

    def _takes(self, k: int, words: tuple[str, ...]) -> bool:
        """`after Lund filed suit`: behind a party and before what it did it to, a past tense that may be a participle is none.

        What is given, named or fined has such a phrase behind it in the passive too ("Lund named captain", "Lund fined £300").
        """
        kinds = self.kind
        if k > 0 and kinds[k - 1 : k + 3] == "nvjn" and k - 1 in self.named:
            return self.word[k + 1] == "such"  # "Lund condemned such an attack"
        if k < 1 or kinds[k - 1 : k + 2] != "nvn" or k - 1 not in self.named:
            return False
        if self.word[k + 1] in _OBJECTS:
            return True
        if self.word[k] in verbs.NAMED:
            return k + 1 in self.named and k + 1 in self.proper  # "the board fined Lund £300"
        behind = words[self.first[k + 1] - self.low]
        return not (behind[0].isdigit() or behind in "$£€" or self.word[k + 1] in TIMES)

    def _acts_at_a_time(self, k: int) -> bool:
        """`Lund on Tuesday fined Brandt`: the tagger takes a past tense behind a time for a participle."""
        kinds = self.kind
        timed = kinds[k - 2 : k + 2] == "invn" and self.word[k - 1] in TIMES and self.prep[k - 1] == "on"
        return timed and k > 2 and kinds[k - 3] == "n" and k - 3 in self.named and k + 1 in self.named

    def _follows_aside(self, k: int) -> bool:
        """`Lund, who had won, condemned Brandt and left`: the first verb behind what is told of its subject between commas."""
        named = self.kind[k + 1 : k + 2] == "n" and k + 1 in self.named and self.word[k] not in verbs.NAMED
        return named and self.kind[k - 1] == "," and bool(_ASIDE.fullmatch(self.kind, 0, k))

    def _follows_relative(self, k: int) -> bool:
        """`The nurse who treated Lund praised Brandt`: the verb behind a relative clause is that of whom the clause tells."""
        told = k > 3 and self.kind[k - 4 : k] in ("nwvn", "nkvn") and self.word[k - 3] in RELATIVE
        return told and self.kind[k + 1 : k + 2] == "n" and self.word[k] not in verbs.NAMED

    def _is_caused(self, k: int, verb: int) -> bool:
        """`had Lund arrested`, `wants Lund sacked`: what somebody wants or gets done to the party before it."""
        kinds = self.kind
        between = verb == k - 2 and kinds[k - 1 : k] == "n" and kinds[k + 1 : k + 2] not in ("n", "w", "v")
        return between and self.word[verb] in verbs.CAUSING and self.object[verb] == k - 1 and k - 1 in self.named
