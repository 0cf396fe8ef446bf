"""Whose attitude it is: who the grammar says, who speaks, or who calls somebody so."""

from __future__ import annotations

import re

from stancecli import tables
from stancecli.model import AUTHOR, UNATTRIBUTED
from stancecli.stance.attitudes import Filled
from stancecli.stance.demands import AUTHOR_CHUNK, NOBODY, is_only_met
from stancecli.stance.meant import holders_in
from stancecli.stance.scene import PRONOUNS, Scene
from stancecli.stance.syntax import Syntax
from stancecli.stance.verbs import CALLING, DISMISSING, LIKENING, LINKS, SAYING, SHAMED, STRIKING, TREATING
from stancecli.voices import NARRATED

_WRITERS = frozenset(["", "by", "from", "of", "after", "before", "as", "since"])
"""Prepositions that lead to whose words something holds, or to a clause of his own."""
_REPORTING = "report"
"""Who does so tells of others ("reported that they had plotted")."""
_ONE, _OWN = frozenset(["he", "she"]), frozenset(["i", "we"])
_OF_THINGS, _OF_MANY = frozenset(["it", "its"]), frozenset(["they", "them", "their"])


def holder_of(scene: Scene, attitude: Filled, target: str) -> str | None:
    """Whose attitude it is, None for the voice of the words.

    An attitude of somebody without a name, or of nobody in particular ("was praised"), is not the author's.
    """
    k = attitude.holder
    if k >= 0:
        k = _who_says(scene.syntax, k)
    named = holders_in(scene.syntax, scene.parties, scene.lent, k) if k >= 0 else []
    if k < 0 or not is_only_met(scene.syntax, k):
        speakers = scene.speakers_at(attitude.predicate.first)
        named += [name for name in speakers if not _is_told_between(scene, k, attitude.predicate.first, name)]
    if k >= 0 and not named and (teller := _self(scene, k)):
        named = [teller]
    if k >= 0 and not named and scene.syntax.word[k] in _OWN and scene.owners[scene.syntax.first[k]] == NARRATED:
        return AUTHOR
    holder = next((one for one in named if one != target), None)
    if holder is None and k != AUTHOR_CHUNK and scene.parse.words[attitude.predicate.first] in SHAMED:
        holder = scene.teller(attitude.predicate.first)
    if holder or k >= 0:
        return holder or UNATTRIBUTED
    return UNATTRIBUTED if k == NOBODY else caller(scene, attitude.predicate.first, target)


def _is_told_between(scene: Scene, k: int, token: int, name: str) -> bool:
    """Does what stands between the subject `k` and its verb only tell of somebody ("the council that runs the country thanked
    Lund", but "the letter from Lund")?
    """
    syntax = scene.syntax
    here = syntax.at(token)
    chunks = [syntax.at(place.first) for place in scene.mentions.get(name, ())]
    between = [j for j in chunks if 0 <= k < j < here]
    if not between or any(0 <= j <= k for j in chunks):
        return False
    j = between[0]
    verb = syntax.verb[j]
    done = verb > k and (syntax.object[verb] == j or syntax.form[verb] in "vhxm")
    return done or syntax.prep[j] not in _WRITERS


def caller(scene: Scene, token: int, target: str) -> str | None:
    """Who calls somebody what stands at this token, outside all words of others ("Lund, who once called Brandt a liar, ...");
    None where nobody does.
    """
    syntax, k = scene.syntax, scene.syntax.at(token)
    verb = syntax.verb[k] if k >= 0 else -1
    if verb < 0 or syntax.said[k] < 0 or scene.owners[token] != NARRATED:
        return None
    holder = -1
    if syntax.said[k] == syntax.object[verb] and syntax.word[verb] in _JUDGING:
        holder = syntax.subject[verb]
    elif syntax.said[k] == syntax.subject[verb]:
        holder = syntax.object[verb] if syntax.word[verb] in STRIKING else _viewer(syntax, verb)
    if holder < 0:
        return None
    names = holders_in(syntax, scene.parties, scene.lent, holder)
    return next((one for one in names if one != target), UNATTRIBUTED)


_JUDGING = CALLING | DISMISSING | TREATING | LIKENING
"""Verbs whose subject holds what they say of their object."""
_CHARGING = frozenset("arrest charge detain question caution bail book indict".split())
_POLICE = frozenset(
    "police officers detectives deputies troopers prosecutors investigators constabulary prosecution".split()
)
_VIEWER = re.compile("[it]n(?:[it]n)*(?:,n(?:[it]n)*)?,")
_STAYS = frozenset("remain remains remained stay stays stayed".split())
"""With these "for" tells who sees it so; "for Labour, Lund was a disaster" tells whom she harmed."""


def _viewer(syntax: Syntax, verb: int) -> int:
    """To whom somebody is what a sentence says ("To Lund, Brandt is a hero", "For Lund, Brandt remains a bully"), or -1."""
    opening = syntax.word[0] == "to" or (syntax.word[0] == "for" and syntax.word[verb] in _STAYS)
    subject = syntax.subject[verb]
    opens = opening and subject > 1 and _VIEWER.fullmatch(syntax.kind, 0, subject)
    named = not syntax.named.isdisjoint((1, *syntax.apposed_to(1)))
    return 1 if opens and named and syntax.word[verb] in LINKS else -1


def _self(scene: Scene, chunk: int) -> str | None:
    """Who speaks of himself by a pronoun that opens his words ("the party said it would back Lund"), where it stands
    for nobody else.
    """
    first = scene.syntax.first[chunk]
    alone = scene.syntax.stop[chunk] == first + 1
    before = first - (2 if scene.parse.words[first - 1 : first] == ("that",) else 1)
    opens = alone and before >= 0 and scene.owners[before] != scene.owners[first]
    word, teller = scene.parse.words[first], scene.teller(first)
    if not (opens and teller and word in PRONOUNS):
        return None
    cue = scene.speech.attributions[scene.owners[first]].cue
    told = cue is not None and cue.text.startswith(_REPORTING)  # "newspapers reported that they had plotted"
    return teller if not told and _may_stand_for(scene, word, teller) else None


def _who_says(syntax: Syntax, k: int) -> int:
    """Whom the phrase `k` means as a pronoun that opens what a relative clause reports ("an angler who said that [he] was sick of
    Lund"): who says it; else `k` itself.
    """
    if syntax.word[k] not in _ONE or syntax.first[k] + 1 < syntax.stop[k]:
        return k
    at = k - 1 - (syntax.kind[k - 1 : k] == "k")
    said = (
        at > 1 and syntax.kind[at - 1 : at + 1] == "wv" and syntax.word[at] in SAYING and syntax.word[at - 1] == "who"
    )
    if not said:
        return k
    return syntax.subject[at] if syntax.subject[at] >= 0 or syntax.kind[at - 2] != "n" else at - 2


def _may_stand_for(scene: Scene, pronoun: str, name: str) -> bool:
    """Can the pronoun mean this party: "it" nobody of flesh and blood, "they" no single person, "she" no group?"""
    words = name.split()
    many = not tables.groups().plural.isdisjoint(name.lower().split())
    single = not many and len(words) > 1 and all(word[0].isupper() for word in words)
    single = single and any(one.person for one in scene.parties if one.name == name)
    if pronoun in _OF_MANY:
        return not single
    return not many and not (single and pronoun in _OF_THINGS)


def is_official(term: str, holder: str | None) -> bool:
    """Is it what the police do to whom they suspect ("charged Smith with theft"), which is no view of theirs on him?"""
    return term.split()[0] in _CHARGING and holder is not None and holder.lower().split()[-1] in _POLICE
