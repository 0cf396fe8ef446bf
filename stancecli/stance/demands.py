"""Whose attitude it is that somebody wants others to show: who urges, demands, brings about, signs or votes for it."""

from __future__ import annotations

from stancecli.model import Parse
from stancecli.stance.syntax import Syntax
from stancecli.stance.verbs import CALLING_ON, CAUSING

AUTHOR_CHUNK, NOBODY = -1, -2
"""Stand for the chunk of a holder where that is the author, or nobody who is named."""
_URGING = frozenset(
    "urge urges urged urging ask asks asked asking tell tells told telling want wants wanted encourage encourages encouraged "
    "persuade persuades persuaded implore implored beg begs begged press pressed advise advises advised".split()
)
"""Verbs whose subject holds the attitude that their object is to have ("urged voters to back Smith")."""
_CALLING_FOR = frozenset(
    "call calls called calling ask asks asked asking push pushes pushed campaign campaigned".split()
)
_DEMANDING = (
    _CALLING_FOR
    | CAUSING
    | frozenset(
        "demand demands demanded demanding insist insists insisted recommend recommends recommended propose proposes proposed "
        "urge urges urged request requests requested".split()
    )
)
"""Verbs whose subject holds the attitude that is to be shown to another ("called for Smith to be freed")."""
_URGED_WITHIN, _DEMANDED_WITHIN = 6, 7
"""How many chunks before the deed such a verb is looked for."""
_DUTIES = frozenset("must should ought".split())
"""What others must do to somebody, whoever says so wants himself ("Lund said the board must sack Smith")."""
_MADE = frozenset(
    "letter petition resolution motion amendment bill law statement brief article essay column post tweet message advert ad "
    "leaflet banner placard poster campaign lawsuit complaint declaration pledge speech walkout rally march protest strike sit-in "
    "vigil boycott bid effort attempt drive push fight battle crusade vote plan move meeting conference interview "
    "appearance shirt t-shirt badge sign flag song poem video editorial report ruling order decree message".split()
)
"""What somebody makes, does or votes for, and which speaks for him ("a letter condemning Smith", "a rally to back Smith")."""
_REJECTING = frozenset(
    "reject rejects rejected rejecting oppose opposes opposed opposing block blocks blocked blocking veto vetoes vetoed vetoing "
    "defeat defeats defeated dismiss dismisses dismissed denounce denounced condemn condemns condemned criticise criticised "
    "criticize criticized".split()
)
"""Verbs whose subject is against such a thing."""
_VOTING = frozenset("vote votes voted voting".split())
_NOT = frozenset(["not", "n't", "never"])
_REFUSING = frozenset("refuse refuses refused refusing decline declines declined declining".split())
_UNSIGNED, _UNWANTED = -0.8, -0.8
"""What is left where somebody does not sign what says so, or does not want it done."""


def behind_subject(parse: Parse, syntax: Syntax, here: int, subject: int) -> tuple[int, float]:
    """Who holds the attitude that a verb tells of its subject, and how far: below 0 where he is against it, else 1.

    That is who urges the subject, who says what it must do, or who made it; else the subject itself.
    """
    if subject < 0:
        return _demander(parse, syntax, here)
    who = urger(parse, syntax, here, subject)
    if syntax.word[who] in _MADE:
        return _maker(parse, syntax, here, who)
    first = syntax.first[here]
    ought = (
        parse.words[first] in _DUTIES and parse.words[first + 1] != "have"
    )  # "must have attacked Smith" only supposes it
    return (AUTHOR_CHUNK if ought else who), 1


def urger(parse: Parse, syntax: Syntax, here: int, subject: int) -> int:
    """Who urges the subject of an infinitive to do it, else that subject."""
    if parse.words[syntax.first[here]] == "to":
        for verb in range(here - 1, max(-1, here - _URGED_WITHIN), -1):
            called_on = syntax.word[verb] in CALLING_ON and syntax.verb[subject] == verb and syntax.prep[subject]
            urged = syntax.object[verb] == subject and parse.words[syntax.head[verb]] in _URGING
            if (called_on or urged) and syntax.subject[verb] >= 0:
                return syntax.speaker.get(verb, syntax.subject[verb])
    return subject


def _maker(parse: Parse, syntax: Syntax, here: int, made: int) -> tuple[int, float]:
    """Who writes, signs or votes for what says so ("signed a letter condemning Smith"); he may be against it."""
    verb = syntax.verb[made]
    if made != here - 1 or verb < 0 or syntax.subject[verb] < 0 or syntax.passive[verb]:
        return made, 1
    voted = syntax.prep[made] in ("for", "against") and syntax.word[verb] in _VOTING
    if not voted and syntax.object[verb] != made:
        return made, 1
    against = syntax.prep[made] == "against" if voted else syntax.word[verb] in _REJECTING
    return syntax.subject[verb], _UNSIGNED if _is_denied(parse, syntax, verb) else -1 if against else 1


def _demander(parse: Parse, syntax: Syntax, here: int) -> tuple[int, float]:
    """Who demands what is to be done by somebody who is not named ("called for Smith to be freed", "wants Smith sacked")."""
    if not syntax.passive[here] or syntax.subject[here] < 0:
        return NOBODY, 1
    words, kinds = parse.words, syntax.kind
    for k in range(here - 1, max(-1, here - _DEMANDED_WITHIN), -1):
        if kinds[k] == "v":
            verb = words[syntax.head[k]]
            demands = verb in _DEMANDING and (verb not in _CALLING_FOR or words[syntax.stop[k]] in ("for", "on"))
            caused = verb in CAUSING and syntax.first[here] == syntax.head[here]
            wanted = demands and (caused or words[syntax.first[here]] in ("to", "be"))
            if not wanted or syntax.subject[k] < 0 or syntax.passive[k]:
                return NOBODY, 1
            sense = _UNWANTED if _is_denied(parse, syntax, k) else 1
            return syntax.speaker.get(k, syntax.subject[k]), sense
        if kinds[k] in ",;.":
            break
    return NOBODY, 1


def _is_denied(parse: Parse, syntax: Syntax, verb: int) -> bool:
    """Is it told that somebody does not do so ("did not want", "refused to sign")?"""
    first = syntax.first[verb]
    return not _NOT.isdisjoint(parse.words[first : syntax.stop[verb]]) or parse.words[first - 1] in _REFUSING
