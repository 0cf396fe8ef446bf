"""What the tagger is known to get wrong, mended by the tags and words beside: patterns that leave no other reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stancecli.attribute.grammar import BE, FINITE_TAGS, TIME, kind_of

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
_A, _THAT = ("a", "an"), frozenset(["that", "who", "which"])


class Mend(NamedTuple):
    """What tag a word gets that stands in a pattern, where the words of the pattern fit."""

    pattern: str
    """Tags of neighbouring words, `NN|NNS` for either, `*` for any; the one to be changed in brackets."""
    tag: str
    fits: Callable[..., bool]
    """Asked with the words of the pattern."""


_NOUNS = (
    Mend("PRP$ [VB]", "NN", lambda *_: True),  # "his refusal"
    Mend("DT [VB]", "NN", lambda the, _: the == "the"),  # "the move"
    # "a good throw brought"
    Mend("DT JJ [VB|VBP]", "NN", lambda a, good, _: a in _A and good not in ("few", "many")),
    Mend("[RB] *", "NN", lambda home, win: home == "home" and win in _HOME),
    Mend("TO [NN] *", "VB", lambda _, wreck, it: it in _OBJECTS),
    Mend("TO [VB] NNP", "NN", lambda _, manager, __: manager in _OFFICES),
    Mend("DT [JJ] *", "NN", lambda a, coward, end: a in _A and end in _CLOSING),
    # "the Owens' challenge to her"
    Mend(
        "NNP|NNPS|NNS [``] NN|NNS|JJ * * *",
        "POS",
        lambda owens, mark, *behind: owens.endswith("s") and mark == "'" and mark not in behind,
    ),
    # "rivals mocked"
    Mend(
        "NN|NNS|NNP|PRP [NN] *",
        "VBD",
        lambda _, verb, __: verb.endswith("ed") and len(verb) > _LONG and not verb.endswith(_NO_PAST),
    ),
)
"""What is a noun and no verb, or the other way round, whatever else the sentence has."""

_VERBS = (
    Mend("[VBG]", "VBD", lambda verb: verb.endswith("ed") or verb == "said"),
    # "has always stood by us"
    Mend("* RB [JJ] *", "VBN", lambda has, _, stood, by: has in _HAVE and by in _PARTICLES),
    # "the crowd that booed Lund"
    Mend("NN|NNS * [JJ] NNP", "VBD", lambda _, that, verb, __: that in _THAT and verb.endswith("ed")),
    # "had undermined her"
    Mend("* [JJ] *", "VBN", lambda had, verb, her: had in _HAVE and verb.endswith("ed") and her in _BEHIND_VERBS),
    # "would bankrupt the town"
    Mend("MD [JJ] DT|PRP$", "VB", lambda _, verb, __: verb not in ("such", "many")),
    # "Lund appealed against it"
    Mend("NNP [VBN]", "VBD", lambda _, verb: verb in _INTRANSITIVE),
    # "Lund, the mayor, condemned Holm"
    Mend(
        "* [VBN] NNP",
        "VBD",
        lambda comma, verb, name: (
            comma == "," and verb.endswith("ed") and verb not in _NAMING and kind_of(name) != TIME
        ),
    ),
    Mend("NNP [NNP|NN] *", "VBD", lambda _, left, end: left in _LEFT and end in _CLOSING),
    Mend("NNP [NN|NNS] NNP", "VBZ", lambda _, trusts, __: trusts in _HELD),
    Mend("NNP [NN|NNS] *", "VBZ", lambda _, verb, his: verb in _LOVED or (verb in _HELD and his in _BEHIND_VERBS)),
    Mend("TO [NN] *", "VB", lambda _, campaign, against: campaign in _WAGED and against in _FOR),
    # "was cheating drinkers"
    Mend("* [NN] NNS|NNP|DT|PRP|PRP$", "VBG", lambda was, verb, _: was in BE and verb.endswith("ing")),
)
"""Which form of a verb it is."""


class Mender:
    """The patterns, in the numbers of tags."""

    def __init__(self, tags: Sequence[str]) -> None:
        """`tags` are the names of all tags, by number."""
        self._numbers = {tag: number for number, tag in enumerate(tags)}
        self._finite = {self._numbers[tag] for tag in FINITE_TAGS}
        self._nouns, self._verbs = ([self._compiled(mend) for mend in mends] for mends in (_NOUNS, _VERBS))
        self._plans = self._compiled(Mend("NN [NN] *", "VBP", lambda _, plan, to: plan in _PLANS and to in _PLANNED))

    def mend(self, words: Sequence[str], tags: Ints) -> None:
        """Change the tags of a document in place."""
        for mend in self._nouns:
            mend.apply(words, tags)
        for at in self._plans.places(words, tags):
            if self._has_no_verb(words, tags, at):
                tags[at] = self._plans.tag
        for mend in self._verbs:
            mend.apply(words, tags)

    def _compiled(self, mend: Mend) -> _Compiled:
        steps = mend.pattern.split()
        bare = [step.strip("[]").split("|") for step in steps]
        wanted = [() if step == ["*"] else tuple([self._numbers[tag] for tag in step]) for step in bare]
        place = next(at for at, step in enumerate(steps) if step.startswith("["))
        return _Compiled(wanted, place, self._numbers[mend.tag], mend.fits)

    def _has_no_verb(self, words: Sequence[str], tags: Ints, at: int) -> bool:
        """Has its sentence no other tense, and does it open with a plural ("Nurses at the ward plan ...")?"""
        first = stop = at
        while first > 0 and at - first < _SENTENCE and words[first - 1] not in _CLOSING:
            first -= 1
        while stop < len(words) and stop - at < _SENTENCE and words[stop] not in _CLOSING:
            stop += 1
        return tags[first] == self._numbers["NNS"] and not self._finite.intersection(tags[first:stop].tolist())


class _Compiled(NamedTuple):
    """A mend in numbers: of each word of the pattern the tags that it may have, none for any; and which is changed."""

    wanted: list[tuple[int, ...]]
    place: int
    tag: int
    fits: Callable[..., bool]

    def apply(self, words: Sequence[str], tags: Ints) -> None:
        """Change the tags of all words that stand so."""
        for at in self.places(words, tags):
            tags[at] = self.tag

    def places(self, words: Sequence[str], tags: Ints) -> Iterator[int]:
        """The words that stand so."""
        width = len(self.wanted)
        count = max(0, len(tags) - width + 1)
        steps = [(tags[step : step + count], numbers) for step, numbers in enumerate(self.wanted) if numbers]
        likely = [reduce(or_, [here == number for number in numbers]) for here, numbers in steps]
        for first in reduce(and_, likely).nonzero()[0].tolist():
            if self.fits(*words[first : first + width]):
                yield first + self.place
