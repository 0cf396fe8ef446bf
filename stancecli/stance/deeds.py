"""Deeds between a verdict and a party: who condemns an attack on somebody stands for him.

A verdict on a deed passes on to the party behind it. It is turned round where the deed is done to the party ("attack on Lund",
"the charges against Lund", "Lund's critics"), and stays as it is where the deed is the party's own ("the lies of Lund").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from stancecli import tables
from stancecli.model import Range
from stancecli.predicates import OWNERS
from stancecli.stance.meant import meant_by
from stancecli.stance.syntax import Syntax

AGAINST = frozenset("against on at toward towards upon into".split())
"""What a bad deed is done to stands behind one of these; behind "against" any deed is bad."""
OWN = frozenset("of by from".split())
CONTESTS = frozenset(
    "primary primaries race races election elections contest contests match matches game games bout final semi-final fixture "
    "tie runoff run-off".split()
)
"""Whom these are against is only met in them ("wary of a primary against Lund")."""
OPPONENTS = frozenset(
    "critic critics opponent opponents enemy enemies foe foes detractor detractors adversary adversaries accuser accusers "
    "attacker attackers assailant assailants hater haters tormentor tormentors".split()
)
REACHED = frozenset("nijtcs")
"""Kinds of chunks over which what belongs to a phrase is looked for."""
SUFFERED = OPPONENTS | frozenset(
    "criticism condemnation denunciation vilification demonisation demonization persecution harassment mistreatment torture "
    "humiliation betrayal murder killing assassination poisoning bombing shelling shooting lynching abduction kidnapping "
    "arrest detention imprisonment jailing incarceration prosecution ouster ousting overthrow removal dismissal sacking "
    "firing expulsion eviction deportation extradition banning censorship silencing exclusion rejection defamation slander "
    "ridicule mockery bullying intimidation neglect death loss departure exile".split()
)
"""Nouns of deeds whose "of" and whose owner name who suffers them ("the persecution of Lund", "Lund's arrest")."""


JUDGING = frozenset(
    f"predicates-{name}" for name in ("criticism", "opposition", "doubt", "praise", "support", "regard", "feelings")
)
"""The lexicons of predicates that judge what they are about; others only tell what is done with it ("threatened action")."""
FEELINGS = "predicates-feelings"
"""Of these, the lexicon of what somebody feels."""
ON_DEEDS = "predicates-deeds"
"""The lexicon of predicates that judge deeds alone: who welcomes a ruling judges it, who welcomes guests does not."""


JOINT = frozenset(
    "tour tours talks meeting meetings deal deals agreement agreements pact pacts truce treaty treaties contract contracts alliance "
    "alliances partnership partnerships coalition merger mergers ties links relations cooperation collaboration collaborations venture "
    "project projects interview interviews summit accord arrangement sponsorship friendship engagement duet film album show shows "
    "concert concerts".split()
)
"""Nouns of what is done together with whom "with" names ("a joint tour with Lund")."""
DONE_BY_OWNER = JOINT | frozenset(
    "offer offers bid bids proposal proposals plan plans policy policies decision decisions ruling rulings verdict move moves choice "
    "act acts action actions deed deeds step steps response reaction attempt attempts effort efforts approach handling treatment "
    "conduct behaviour behavior leadership management stewardship governance performance performances record work initiative "
    "crackdown judgment judgement investigation "
    "gesture stunt tantrum outburst tirade rant joke jokes gaffe silence attitude tone language timing logic reasoning rhetoric "
    "defence defense evidence stand tweet tweets post posts email emails memo column essay review reviews novel play poem song songs "
    "memoir video advert advertisement interpretation analysis findings figures numbers forecast verdicts priorities "
    "remark remarks comment comments statement statements claim claims speech speeches words apology apologies promise promises "
    "pledge pledges criticism criticisms accusation accusations allegation allegations suggestion suggestions demand demands request "
    "requests appeal appeals complaint complaints petition argument arguments account explanation excuse excuses answer answers "
    "testimony letter letters article articles book books report reports advice warning warnings threat threats "
    "bill bills budget budgets motion motions amendment amendments reform reforms programme program campaign campaigns manifesto "
    "agenda candidacy candidature nomination appointment election re-election reelection selection promotion membership application "
    "applications licence licences license licenses permit permits registration accreditation franchise tender lease contract "
    "contracts takeover tactics strategy scheme schemes design designs order orders role stance position view views opinion "
    "opinions version theory idea ideas vision refusal failure insistence intervention involvement use abuse "
    "honesty integrity courage bravery competence skill dedication commitment patience wisdom generosity motives character "
    "credibility sincerity".split()
)
"""Nouns of deeds, words, works, rights and virtues: who judges or stops one stands so toward whose it is. No bodies, places or
times.

The nouns of tables/deeds.yaml are others on purpose: they name alone ("the fine") what a text has told by a verb. Some of them
their owner suffers ("the city's bombardment"), and most of these are told by no verb of their own.
"""


IMPOSED = frozenset("inquiry probe search raid fine fines penalty penalties sentence closure cut cuts".split())
"""Nouns of what is done to their owner: only who is behind "by" does them."""
DEEDS = DONE_BY_OWNER | IMPOSED
SUBJECTS = frozenset(
    "treatment handling criticism criticisms accusation accusations allegation allegations use abuse report reports account warning "
    "warnings threat threats complaint complaints version theory suggestion suggestions explanation refusal".split()
)
"""Of these, "of" names whom or what the deed is about, not whose it is."""


TREATED = frozenset("treatment abuse use".split())
"""Of these, the owner too suffers the deed ("Lund's treatment"), unless "of" names who does ("her treatment of staff")."""


class Deed(NamedTuple):
    """A party's chunk behind a noun phrase; `sense` is 1 where what is bad for the phrase is bad for the party, else -1."""

    party: int
    sense: int


class Verdict(Struct, frozen=True):
    """What `words` say of the phrase `deed`, passed on to the phrase `party` behind it.

    `strength` is for the party; `holder` is the chunk of who judges, or `AUTHOR_CHUNK` for the voice of the words.
    """

    words: Range
    deed: int
    party: int
    sense: int
    strength: float
    holder: int


def suffers(syntax: Syntax) -> bool:
    """May anybody in the sentence suffer a deed?"""
    return not (SUFFERED.isdisjoint(syntax.word) and AGAINST.isdisjoint(syntax.prep))


def behind(syntax: Syntax, words: Sequence[str], k: int, bad: Callable[[int], bool]) -> Iterator[Deed]:
    """The phrases that the phrase `k` is a deed of, or is done to; `bad` tells whether a phrase names something bad."""
    suffered = syntax.word[k] in SUFFERED
    if syntax.holder[k] >= 0:
        if suffered or _is_treated(syntax, k):
            yield Deed(syntax.holder[k], -1)
        elif not _has(syntax, k, "by"):
            yield Deed(syntax.holder[k], 1)
    elif suffered and words[syntax.first[k]] in OWNERS:
        yield Deed(k, -1)
    for j in range(k + 1, min(k + 6, len(syntax.kind))):
        if syntax.kind[j] not in REACHED:
            return
        if syntax.kind[j] != "n" or not syntax.prep[j] or not _belongs(syntax, j, k):
            continue
        preposition = syntax.prep[j]
        if (preposition in ("against", "with") and syntax.word[k] in CONTESTS) or meant_by(syntax, j) != j:
            continue
        if preposition == "against" or (preposition in AGAINST and bad(k)):
            yield Deed(j, -1)
        elif preposition in OWN:
            yield Deed(j, -1 if suffered and preposition == "of" else 1)


def doers(syntax: Syntax, k: int) -> Iterator[int]:
    """The parties' phrases behind the phrase `k` whose deed, word, work or right it is ("a sweetened offer from Lund")."""
    noun = syntax.word[k]
    if noun not in DEEDS:
        return
    for j in range(k + 1, min(k + 6, len(syntax.kind))):
        if syntax.kind[j] not in REACHED:
            return
        told = not syntax.named.isdisjoint((j, *syntax.apposed_to(j)))
        if told and _belongs(syntax, j, k):
            preposition = syntax.prep[j]
            if noun in IMPOSED:
                whose = preposition == "by"
            elif preposition == "with":
                whose = noun in JOINT
            else:
                whose = preposition in OWN and (preposition != "of" or noun not in SUBJECTS | SUFFERED)
            if whose:
                yield j
                return


def owner(syntax: Syntax, k: int) -> int:
    """The phrase before the phrase `k` whose deed it is by "'s", or -1: who is treated or nominated by another does nothing."""
    done_to = syntax.word[k] in IMPOSED or _is_treated(syntax, k) or _has(syntax, k, "by")
    return -1 if done_to else syntax.holder[k]


def is_deed(syntax: Syntax, words: Sequence[str], k: int) -> bool:
    """Is the phrase `k` somebody's deed or word, or one that names no doer ("the fine")?"""
    noun = syntax.word[k]
    if noun in DONE_BY_OWNER:
        return True
    owned = syntax.holder[k] >= 0 or words[syntax.first[k]] in OWNERS
    return noun in tables.deeds().sort_of and not owned


def _is_treated(syntax: Syntax, k: int) -> bool:
    return syntax.word[k] in TREATED and not _has(syntax, k, "of")


def _has(syntax: Syntax, k: int, preposition: str) -> bool:
    """Does the preposition stand between the phrase `k` and the next?"""
    stop = min(k + 3, len(syntax.kind))
    return any(syntax.site[j] == k and syntax.prep[j] == preposition for j in range(k + 1, stop))


def _belongs(syntax: Syntax, j: int, k: int) -> bool:
    """Does the phrase `j` hang on `k`, at once or over who did it ("attack by Hill on Lund")?"""
    site = syntax.site[j]
    return site == k or (site >= 0 and syntax.site[site] == k and syntax.prep[site] in OWN)
