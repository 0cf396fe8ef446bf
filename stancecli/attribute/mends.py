"""What the tagger is known to get wrong, mended by the tags and words beside: patterns that leave no other reading."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from stancecli.attribute.grammar import BE

Ints = npt.NDArray[np.int64]

_OBJECTS = frozenset("it him them us me".split())
"""Pronouns that follow a verb, not a noun."""
_CLOSING = frozenset([".", ",", ";", "!", "?", "”"])
_HAVE = frozenset(["has", "have", "had"])
_PARTICLES = frozenset("by up for against with behind to".split())
"""What stands behind participles of phrasal verbs ("stood by", "stuck with")."""
_INTRANSITIVE = frozenset("appealed protested argued campaigned complained testified voted".split())
"""Nobody is "appealed against": who stands before such a word did so."""
_BEHIND_VERBS = _OBJECTS | frozenset("her the a an this that these those his its their our my your every".split())
"""What a participle behind "has" is done to begins so ("had undermined her")."""
_NAMING = frozenset("named renamed called dubbed titled entitled nicknamed labelled labeled considered elected".split())
"""Participles that a name may follow (", named Lund")."""
_OFFICES = frozenset(
    "manager minister director leader owner president secretary mayor governor senator professor chairman chairwoman striker "
    "goalkeeper midfielder winger lawyer inspector sergeant councillor commissioner treasurer ambassador".split()
)
"""Nouns before a name that are no verbs ("gave his backing to manager Lund")."""
_HOME = frozenset("secretary office affairs side team fans crowd town win ground owners care minister".split())
"""Before these "home" is no adverb."""
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_LEFT = frozenset(["left", "quit", "won", "lost", "fell"])
"""Behind a name and at the end of a clause these are verbs."""
_LONG = 5
_NO_PAST = ("eed", "shed", "red", "sled", "bed", "wed", "med")
"""How longer words end in "-ed" that are nouns behind another one ("hatred", "a poppy seed")."""
_PLANS, _PLANNED = frozenset("plan hope vow demand pledge fear".split()), frozenset(["to", "a", "an", "the"])
"""Words that are nouns as often, and what stands behind them as verbs."""
_SENTENCE = 30
"""So many words of a sentence are looked at, to both sides."""
_LOVED = frozenset("adores admires loves hates loathes detests despises".split())
_HELD = _LOVED | frozenset("attacks backs blames doubts fears praises supports thanks trusts".split())
"""Between two names these are verbs; some of them are no nouns anywhere."""
_WAGED, _FOR = frozenset("campaign vote protest march rally".split()), frozenset(["against", "for"])
"""Nouns that are verbs between "to" and a preposition ("vowed to campaign against it")."""
"""Before a gerund with an object these make a verb of it ("was cheating drinkers")."""


class Mender:
    """The numbers of the tags that patterns are made of."""

    def __init__(self, tags: Sequence[str]) -> None:
        """`tags` are the names of all tags, by number."""
        self._numbers = {tag: number for number, tag in enumerate(tags)}
        self._common = [self._numbers[tag] for tag in ("NN", "NNS")]
        self._objects = [self._numbers[tag] for tag in ("NNS", "NNP", "DT", "PRP", "PRP$")]
        self._finite = {self._numbers[tag] for tag in ("VBD", "VBZ", "VBP", "MD")}
        self._subjects = {self._numbers[tag] for tag in ("NN", "NNS", "NNP", "PRP")}

    def mend(self, words: Sequence[str], tags: Ints) -> None:
        """Change the tags of a document in place."""
        self._nouns(words, tags)
        self._verbs(words, tags)

    def _has_no_verb(self, words: Sequence[str], tags: Ints, at: int) -> bool:
        """Has its sentence no other tense, and does it open with a plural ("Nurses at the ward plan ...")?"""
        first = stop = at
        while first > 0 and at - first < _SENTENCE and words[first - 1] not in _CLOSING:
            first -= 1
        while stop < len(words) and stop - at < _SENTENCE and words[stop] not in _CLOSING:
            stop += 1
        return tags[first] == self._numbers["NNS"] and not self._finite.intersection(tags[first:stop].tolist())

    def _nouns(self, words: Sequence[str], tags: Ints) -> None:
        """No verb follows a possessive or "the" ("his refusal", "the move"), nor, in the present, "a" and an adjective ("a good
        throw brought"); no noun stands between "to" and an object's pronoun ("to wreck it"), and no verb where an office does
        ("to manager Lund"); and "a" has a noun before a full stop ("a coward.").
        """
        of = self._numbers
        noun, adjective, infinitive = of["NN"], of["JJ"], of["VB"]
        tags[1:][(tags[:-1] == of["PRP$"]) & (tags[1:] == infinitive)] = noun
        for before in np.flatnonzero((tags[:-1] == of["DT"]) & (tags[1:] == infinitive)).tolist():
            if words[before] == "the":
                tags[before + 1] = noun
        verb = (tags[2:] == infinitive) | (tags[2:] == of["VBP"])
        for before in np.flatnonzero(verb & (tags[1:-1] == adjective) & (tags[:-2] == of["DT"])).tolist():
            if words[before] in ("a", "an") and words[before + 1] not in ("few", "many"):
                tags[before + 2] = noun
        for at in np.flatnonzero(tags[:-1] == of["RB"]).tolist():
            if words[at] == "home" and words[at + 1] in _HOME:
                tags[at] = noun
        for before in np.flatnonzero((tags[1:-1] == noun) & (tags[:-2] == of["TO"])).tolist():
            if words[before + 2] in _OBJECTS:
                tags[before + 1] = infinitive
        for before in np.flatnonzero(
            (tags[1:-1] == infinitive) & (tags[:-2] == of["TO"]) & (tags[2:] == of["NNP"])
        ).tolist():
            if words[before + 1] in _OFFICES:
                tags[before + 1] = noun
        for before in np.flatnonzero((tags[1:-1] == adjective) & (tags[:-2] == of["DT"])).tolist():
            if words[before] in ("a", "an") and words[before + 2] in _CLOSING:
                tags[before + 1] = noun

    def _verbs(self, words: Sequence[str], tags: Ints) -> None:
        """Behind "has" stands a participle ("has always stood by us", "had undermined her"), and behind a name no passive of what
        nobody suffers ("Lund appealed against it"), nor a plural before another name ("Lund trusts Holm"); behind a comma and
        before a name stands no passive ("Lund, the mayor, condemned Holm"). A word in "-ed" or "said" is no gerund.
        """
        of = self._numbers
        name = of["NNP"]
        for before in np.flatnonzero(tags[1:-1] == of["NN"]).tolist():
            word = words[before + 1]
            if (
                word.endswith("ed")
                and len(word) > _LONG
                and not word.endswith(_NO_PAST)
                and tags[before] in self._subjects
            ):
                tags[before + 1] = of["VBD"]
        for before in np.flatnonzero((tags[1:-1] == of["NN"]) & (tags[:-2] == of["NN"])).tolist():
            if (
                words[before + 1] in _PLANS
                and words[before + 2] in _PLANNED
                and self._has_no_verb(words, tags, before + 1)
            ):
                tags[before + 1] = of["VBP"]
        for at in np.flatnonzero(tags == of["VBG"]).tolist():
            if words[at].endswith("ed") or words[at] == "said":
                tags[at] = of["VBD"]
        for before in np.flatnonzero((tags[1:-1] == of["RB"]) & (tags[2:] == of["JJ"])).tolist():
            if words[before] in _HAVE and words[before + 3 : before + 4] and words[before + 3] in _PARTICLES:
                tags[before + 2] = of["VBN"]
        for before in np.flatnonzero(tags[1:] == of["JJ"]).tolist():
            if (
                words[before] in _HAVE
                and words[before + 1].endswith("ed")
                and not _BEHIND_VERBS.isdisjoint(words[before + 2 : before + 3])
            ):
                tags[before + 1] = of["VBN"]
        objects = (tags[2:] == of["DT"]) | (tags[2:] == of["PRP$"])
        for before in np.flatnonzero((tags[:-2] == of["MD"]) & (tags[1:-1] == of["JJ"]) & objects).tolist():
            if words[before + 1] not in ("such", "many"):
                tags[before + 1] = of["VB"]  # "would bankrupt the town"
        for before in np.flatnonzero((tags[1:] == of["VBN"]) & (tags[:-1] == name)).tolist():
            if words[before + 1] in _INTRANSITIVE:
                tags[before + 1] = of["VBD"]
        for before in np.flatnonzero((tags[1:-1] == of["VBN"]) & (tags[2:] == name)).tolist():
            verb, behind = words[before + 1], words[before + 2]
            if words[before] == "," and verb.endswith("ed") and verb not in _NAMING and behind not in _DAYS:
                tags[before + 1] = of["VBD"]
        for before in np.flatnonzero((tags[:-1] == name) & ((tags[1:] == name) | (tags[1:] == of["NN"]))).tolist():
            if words[before + 1] in _LEFT and not _CLOSING.isdisjoint(words[before + 2 : before + 3]):
                tags[before + 1] = of["VBD"]
        for before in np.flatnonzero(np.isin(tags[1:-1], self._common) & (tags[:-2] == name)).tolist():
            named = tags[before + 2] == name or words[before + 2] in _BEHIND_VERBS
            if words[before + 1] in _HELD and (named or words[before + 1] in _LOVED):
                tags[before + 1] = of["VBZ"]
        for before in np.flatnonzero((tags[1:-1] == of["NN"]) & (tags[:-2] == of["TO"])).tolist():
            if words[before + 1] in _WAGED and words[before + 2] in _FOR:
                tags[before + 1] = of["VB"]
        for before in np.flatnonzero((tags[1:-1] == of["NN"]) & np.isin(tags[2:], self._objects)).tolist():
            if words[before] in BE and words[before + 1].endswith("ing"):
                tags[before + 1] = of["VBG"]
