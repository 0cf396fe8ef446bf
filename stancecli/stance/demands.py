"""Whose attitude it is that somebody wants others to show: who urges, demands, brings about, signs or votes for it."""

from __future__ import annotations

from stancecli.model import Parse
from stancecli.stance.denial import is_denied
from stancecli.stance.syntax import Syntax
from stancecli.stance.verbs import CALLING_ON, CALLS, CAUSING, MADE, MAKING, WAITING

AUTHOR_CHUNK, NOBODY = -1, -2
"""Stand for the chunk of a holder where that is the author, or nobody who is named."""
_URGING = frozenset(
    "urge urges urged urging ask asks asked asking tell tells told telling want wants wanted encourage encourages encouraged "
    "persuade persuades persuaded warn warns warned warning implore implored beg begs begged press pressed advise advises advised".split()
)
"""Verbs whose subject holds the attitude that their object is to have ("urged voters to back Smith")."""
_DEMANDING = (
    CALLING_ON
    | CAUSING
    | frozenset(
        "demand demands demanded demanding insist insists insisted recommend recommends recommended propose proposes proposed "
        "urge urges urged request requests requested".split()
    )
)
"""Verbs whose subject holds the attitude that is to be shown to another ("called for Smith to be freed")."""
_URGED_WITHIN, _DEMANDED_WITHIN = 6, 7
"""How many chunks before the deed such a verb is looked for."""
DUTIES = frozenset("must should ought".split())
"""What others must do to somebody, whoever says so wants himself ("Lund said the board must sack Smith")."""
_REJECTING = frozenset(
    "reject rejects rejected rejecting resist resists resisted resisting rebuff rebuffs rebuffed oppose opposes opposed opposing "
    "block blocks blocked blocking veto vetoes vetoed vetoing "
    "defeat defeats defeated defeating dismiss dismisses dismissed dismissing denounce denounces denounced denouncing condemn condemns "
    "condemned condemning criticise criticises criticised criticising criticize criticizes criticized criticizing".split()
)
"""Verbs whose subject is against such a thing."""
_DISAPPROVING = frozenset("disapprove disapproves disapproved disapproving".split())
_BACKING = MAKING | frozenset(
    "co-sign co-signs co-signed cosigned lead leads led leading back backs backed backing join joins joined joining "
    "hold holds held holding organise organises organised organising organize organizes organized organizing send "
    "sends sent sending post posts posted posting move moves moved moving second seconds seconded approve approves "
    "approved approving support supports supported supporting endorse endorses endorsed endorsing pen pens penned "
    "compose composes composed sing sings sang singing perform performs performed performing run runs ran running air "
    "airs aired airing start starts started starting stage stages staged staging wage wages waged waging wear wears "
    "wore worn wearing unfurl unfurls unfurled wave waves waved waving display displays displayed displaying circulate circulates circulated "
    "circulating share shares shared sharing retweet retweets retweeted fund funds funded funding finance finances "
    "financed hatch hatches hatched devise devises devised record records recorded recording attend attends attended "
    "attending".split()
)
"""Verbs whose subject makes, shows or stands behind such a thing ("signed a petition"); who reads or fears one does not."""
_VOTING = frozenset("vote votes voted voting".split())
_ASKED = frozenset("why whether if how when what who".split())
"""Words before the subject by which only a question is told ("asked why the board should sack Smith")."""
_REPEATING = frozenset(
    "renew renews renewed repeat repeats repeated reiterate reiterates reiterated echo echoes echoed step steps stepped".split()
)
_UNSIGNED, _UNWANTED, _UNCALLED, _CALLED = -0.8, -0.8, -0.3, 0.8
"""What is left where somebody does not sign what says so, does not want it done, never calls for it, or stands by such calls."""


def behind_subject(parse: Parse, syntax: Syntax, here: int, subject: int) -> tuple[int, float]:
    """Who holds the attitude that a verb tells of its subject, and how far: below 0 where he is against it, else 1.

    That is who urges the subject, who says what it must do, or who made it; else the subject itself. 0 where that is only asked,
    or waited for.
    """
    if subject < 0:
        return _demander(parse, syntax, here)
    urging = _urging(parse, syntax, here, subject)
    if urging >= 0:
        unwanted = _UNWANTED if parse.words[syntax.head[urging]] in CAUSING else _UNCALLED
        return syntax.subject[urging], unwanted if is_denied(parse, syntax, urging) else 1
    if _is_rejected(syntax, here):
        yielded = syntax.word[here - 1] == "resist" and is_denied(parse, syntax, here - 1)
        return subject, 1 if yielded else _UNWANTED  # "could not resist mocking Smith"
    who = subject
    if syntax.word[who] in MADE:
        return _maker(parse, syntax, here, who)
    first = syntax.first[here]
    if parse.words[first] not in DUTIES or parse.words[first : first + 2] == ("must", "have"):
        return who, 1  # "must have attacked Smith" only supposes it
    asked = syntax.first[who] > syntax.low and parse.words[syntax.first[who] - 1] in _ASKED
    return (NOBODY, 0) if asked else (AUTHOR_CHUNK, 1)


def _is_rejected(syntax: Syntax, here: int) -> bool:
    """Is the deed one that its subject is against ("opposed sacking Smith", "disapproves of sacking Smith")?"""
    words = syntax.word
    if not words[here].endswith("ing") or syntax.form[here] != "g" or here < 2:
        return False
    plain = syntax.kind[here - 1] == "v" and words[here - 1] in _REJECTING
    return plain or (words[here - 1] == "of" and words[here - 2] in _DISAPPROVING)


def urger(parse: Parse, syntax: Syntax, here: int, subject: int) -> int:
    """Who urges the subject of an infinitive to do it, else that subject."""
    urging = _urging(parse, syntax, here, subject)
    return syntax.subject[urging] if urging >= 0 else subject


def _urging(parse: Parse, syntax: Syntax, here: int, subject: int) -> int:
    """The verb by which somebody urges the subject of an infinitive to do it, -1 where there is none."""
    if parse.words[syntax.first[here]] == "to":
        for verb in range(here - 1, max(-1, here - _URGED_WITHIN), -1):
            called_on = syntax.word[verb] in CALLING_ON and syntax.verb[subject] == verb and syntax.prep[subject]
            urged = syntax.object[verb] == subject and parse.words[syntax.head[verb]] in _URGING
            if (called_on or urged) and syntax.subject[verb] >= 0:
                return verb
    return -1


def _maker(parse: Parse, syntax: Syntax, here: int, made: int) -> tuple[int, float]:
    """Who writes, signs or votes for what says so ("signed a letter condemning Smith"); he may be against it."""
    verb = _verb_of(syntax, made)
    if made != here - 1 or verb < 0 or syntax.subject[verb] < 0 or syntax.passive[verb]:
        return made, 1
    voted = syntax.prep[made] in ("for", "against") and syntax.word[verb] in _VOTING
    if not voted and syntax.object[verb] != made:
        return made, 1
    against = syntax.prep[made] == "against" if voted else syntax.word[verb] in _REJECTING
    if not (voted or against or syntax.word[verb] in _BACKING):
        return made, 1
    return syntax.subject[verb], (-1 if against else 1) * (_UNSIGNED if is_denied(parse, syntax, verb) else 1)


def _verb_of(syntax: Syntax, made: int) -> int:
    """The verb before a phrase that is its object or hangs on it; -1 where there is none."""
    if syntax.verb[made] >= 0 or made == 0:
        return syntax.verb[made]
    return made - 1 if syntax.object[made - 1] == made else -1  # of what is ended or resisted


def is_only_met(syntax: Syntax, k: int) -> bool:
    """Is it a text that the subject of its verb does not make ("received a letter condemning Smith")?"""
    verb = _verb_of(syntax, k) if syntax.word[k] in MADE else -1
    return verb >= 0 and syntax.subject[verb] >= 0 and not syntax.passive[verb] and syntax.word[verb] not in _BACKING


def _demander(parse: Parse, syntax: Syntax, here: int) -> tuple[int, float]:
    """Who demands what is to be done by somebody who is not named ("called for Smith to be freed", "wants Smith sacked")."""
    if not syntax.passive[here] or syntax.subject[here] < 0:
        return NOBODY, 1
    words, kinds = parse.words, syntax.kind
    for k in range(here - 1, max(-1, here - _DEMANDED_WITHIN), -1):
        if syntax.word[k] in CALLS and kinds[k - 1 : k] == "v" and syntax.stop[k - 1] == syntax.first[k]:
            return _caller(parse, syntax, k - 1, k)
        if kinds[k] == "v":
            verb, calling = words[syntax.head[k]], words[syntax.stop[k]] in ("for", "on")
            if verb in WAITING and words[syntax.first[here]] == "to":
                return NOBODY, 0
            demands = verb in _DEMANDING and (verb not in CALLING_ON or calling)
            caused = verb in CAUSING and syntax.first[here] == syntax.head[here]
            wanted = demands and (caused or words[syntax.first[here]] in ("to", "be"))
            done_to = syntax.passive[k] and not (verb in CALLING_ON and calling)
            if not wanted or syntax.subject[k] < 0 or done_to:
                return NOBODY, 1
            denied = is_denied(parse, syntax, k)
            sense = (_UNWANTED if verb in CAUSING else _UNCALLED) if denied else 1
            return syntax.subject[k], sense
        if kinds[k] in ",;.":
            break
    return NOBODY, 1


def _caller(parse: Parse, syntax: Syntax, verb: int, calls: int) -> tuple[int, float]:
    """Who stands by calls for what is to be done, or against them ("opposed calls for Smith"); else the calls themselves."""
    against = syntax.word[verb] in _REJECTING
    if syntax.subject[verb] < 0 or syntax.passive[verb] or not (against or syntax.word[verb] in _BACKING | _REPEATING):
        return calls, 1
    denied = is_denied(parse, syntax, verb)
    return syntax.subject[verb], (-1 if against else 1) * (_UNCALLED if denied else _CALLED)
