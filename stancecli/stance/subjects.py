"""Which phrase is the subject of a verb group: the nearest before it, over what belongs to another verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stancecli import tables
from stancecli.stance import verbs
from stancecli.stance.letters import TIMES

if TYPE_CHECKING:
    from stancecli.stance.syntax import Syntax

RELATIVE = frozenset("whom who which that".split())
_WHOSE = frozenset(("whose", "whom", "which"))
_FROM_OBJECT = frozenset("of from for into as".split())
"""Prepositions after which a gerund is what the object does ("accused Smith of lying")."""
_CONJOINED = 24
"""Within how many chunks the clause before stands to which "and who" or "and which" is joined."""
_SERIES = 3
"""How many such clauses in a row are followed to the first."""
CLAUSAL = frozenset("after before as".split())
"""Prepositions that may open a clause."""
_OPENERS = frozenset(["", "c"])
"""What may stand before such a clause at the beginning of its sentence."""
_WRITING = frozenset("write writes wrote written writing".split())
_FINITE = frozenset("vhxm")
"""Forms of verb groups that may have a subject of their own."""
_CHAIN = 3
"""How many verb groups in a row make one clause ("who is said to be about to leave")."""
_CONTENT_NOUNS = frozenset(
    "claim claims allegation allegations accusation accusations suggestion suggestions report reports rumour rumours rumor rumors idea "
    "notion belief fear fears hope hopes complaint complaints argument fact view theory assertion insinuation charge impression".split()
)
"""Nouns behind which "that" leads to what somebody says or thinks, and which are the subject of a verb behind that."""
_BEFORE_CLAUSES = frozenset(
    "saying claiming arguing insisting warning fearing believing thinking knowing hoping alleging suggesting adding noting telling "
    "showing meaning ensuring letting making seeing hearing finding feeling guessing assuming supposing wishing pretending "
    "realising realizing learning proving".split()
)
"""Gerunds behind which a clause may stand with a subject of its own."""


def find_subject(syntax: Syntax, k: int, verb: int, letter: str) -> int:
    """The subject of the verb group `k`, -1 where there is none; `verb` is the group before, `letter` tells its form."""
    kinds = syntax.kind
    before = kinds[k - 1] if k else "."
    inverted = before == "," and kinds[k + 1 : k + 2] == "n" and kinds[k + 2 : k + 3] in (",", ".")
    if inverted and syntax.word[k] in verbs.SAYING:
        return k + 1
    if letter == "t":
        verb = _before_aside(syntax, k, verb)
        if before == "n" and _is_called_on(syntax, k - 1, verb):
            return k - 1
        control = syntax.object[verb] if verb >= 0 else -1
        return control if control >= 0 else _of(syntax, verb)
    if letter == "b" and before == "n" and verb == k - 2 and syntax.word[verb] in verbs.HELPING:
        return k - 1  # "helped Smith sack the coach"
    gerund = letter == "g" or (letter == "x" and syntax.word[k].endswith("ing"))
    if gerund and before == "-":  # "accused Smith of cherry-picking"
        control = syntax.object[verb] if verb >= 0 else -1
        return control if control >= 0 else _of(syntax, verb)
    if gerund and before == "i":
        control = syntax.object[verb] if verb >= 0 else -1
        if syntax.word[k - 1] in _FROM_OBJECT:
            return control if control >= 0 else (_of(syntax, verb) if verb >= 0 else nearest(syntax, k - 2))
        return _of(syntax, verb)
    if letter in "ge":
        if before == "n":
            sender = _sender(syntax, k - 1, verb) if letter == "g" else -1
            return sender if sender >= 0 else k - 1
        if letter == "g" and before == ",":
            writer = _writer(syntax, k - 2)
            if writer >= 0:
                return writer
            verb = _main(syntax, k, verb)
        return _of(syntax, verb) if before in ",c" else nearest(syntax, k - 1)
    if before == "c" and verb >= 0:
        return _of(syntax, _joined_to(syntax, k, verb, letter))
    if k > 3 and kinds[k - 4 : k] in ("nknv", "nwnv") and syntax.word[k - 3] in RELATIVE:
        return k - 4  # "the flat that Smith rented was overpriced"
    if before == "w":
        beside = kinds[k - 2 : k - 1] == "n" and k - 2 not in syntax.named  # "people who", whoever "who" is taken for
        if k - 1 in syntax.named and not beside:
            return k - 1
        antecedent = _first_relative(syntax, k - 1) - 1
        among = syntax.verb[antecedent] if antecedent >= 0 and syntax.prep[antecedent] == "among" else -1
        if among >= 0 and syntax.word[among] in verbs.LINKS:
            return syntax.subject[among]  # "Smith is among those who signed"
        people = antecedent - (kinds[antecedent] == ",")
        if syntax.word[k - 1] == "who" and _are_people(syntax, people):
            return people  # "driven by voters who blame Smith"
        return nearest(syntax, antecedent, relative=True) if k > 1 else -1
    clausal = _clausal(syntax, k, verb) if letter in _FINITE else -1
    if clausal >= 0:
        return clausal
    if before == "k" and k > 1 and kinds[k - 2] == "n" and syntax.word[k - 1] == "that":
        return k - 2
    if (what := _what(syntax, k, verb)) >= 0:
        return what
    if before == "," and letter in "vx" and verb >= 0 and _is_series(syntax, k, verb):
        return syntax.subject[verb]
    return nearest(syntax, k - 1)


def _before_aside(syntax: Syntax, k: int, verb: int) -> int:
    """The group before what is set off in front of "to" ("get voters, including those backing Smith, to stay"), else `verb`."""
    comma = syntax.kind.rfind(",", 0, k - 1) if syntax.kind[k - 1 : k] == "," else -1
    return syntax.kind.rfind("v", 0, comma) if 0 <= comma < verb else verb


def _what(syntax: Syntax, k: int, verb: int) -> int:
    """The "what" that begins the subject of the group `k` (`[what] has happened to Smith is a disgrace`), -1 for none."""
    start = max(syntax.kind.rfind(mark, 0, k) for mark in ";.") + 1
    told = start < verb < k and syntax.word[start] == "what" and syntax.kind[start] == "w"
    return start if told and syntax.word[k] in verbs.LINKS and syntax.kind.count("v", start, k) == 1 else -1


def _is_series(syntax: Syntax, k: int, verb: int) -> bool:
    """Is the group `k` one of several verbs of one subject ("respected the decision, [looked] forward and was glad")?"""
    kinds, behind = syntax.kind, k - 2
    told = syntax.object[verb] == behind and syntax.form[verb] in "vhx" and syntax.subject[verb] >= 0
    joined = kinds.find("cv", k)
    plain = syntax.same[behind] < 0 and "," not in kinds[verb:behind] and "w" not in kinds[:verb]
    return told and plain and joined > 0 and {";", "."}.isdisjoint(kinds[k:joined])


def _clausal(syntax: Syntax, k: int, verb: int) -> int:
    """The phrase with which a clause opens behind "after" or "as", which taggers take for prepositions ("left after the
    head of the board accused Lund"); -1 where the phrase may still belong to what stands before it.
    """
    kinds, at = syntax.kind, k - 1
    if kinds[at] == "," and at > 0 and syntax.same[at - 1] >= 0:
        at = syntax.same[at - 1]
    for _ in range(_CHAIN):
        if at > 1 and syntax.prep[at] not in CLAUSAL and kinds[at - 1] == "i" and syntax.site[at] >= 0:
            at = syntax.site[at]
    if at < 1 or kinds[at] != "n" or syntax.prep[at] not in CLAUSAL:
        return -1
    if verb < 0:
        return at if kinds[: at - 1] in _OPENERS else -1
    start = max(kinds.rfind(";", 0, k), kinds.rfind(".", 0, k)) + 1
    told = "w" in kinds[start:verb] or (syntax.word[verb] in verbs.SAYING and verb < syntax.site[at])
    return at if verb < at and syntax.form[verb] in _FINITE and not told else -1


def _joined_to(syntax: Syntax, k: int, verb: int, letter: str) -> int:
    """The group to which "and" joins the group `k`: a past tense goes on from no infinitive ("asked Lund to wait and left")."""
    past = letter == "v" or (letter == "b" and syntax.word[k].endswith("ed"))
    while past and verb > 0 and syntax.form[verb] in "tb":
        earlier = syntax.kind.rfind("v", 0, verb)
        if earlier < 0 or not {";", "."}.isdisjoint(syntax.kind[earlier:verb]):
            break
        verb = earlier
    return verb


def _is_called_on(syntax: Syntax, k: int, verb: int) -> bool:
    """`called on [the board] to act`, `called for [Smith] to go`, `calls for [Smith] to be freed`."""
    calls = syntax.passive[k + 1] and k > 1 and syntax.word[k - 2] in verbs.CALLS and syntax.prep[k] == "for"
    called = verb >= 0 and syntax.word[verb] in verbs.CALLING_ON | verbs.WAITING and syntax.verb[k] == verb
    return calls or (called and syntax.prep[k] in ("for", "on", "upon"))


def _writer(syntax: Syntax, k: int) -> int:
    """From whom the message is that ends with phrase `k` ("a letter from [Lund], thanking Brandt"), or -1."""
    if k < 2 or syntax.kind[k] != "n" or syntax.prep[k] not in ("from", "by"):
        return -1
    site = syntax.site[k]
    while site > 1 and syntax.word[site] in TIMES:
        site = syntax.kind.rfind("n", 0, site)  # "a message on Monday from Smith"
    return k if site >= 0 and syntax.word[site] in verbs.MESSAGES else -1


def _sender(syntax: Syntax, k: int, verb: int) -> int:
    """Who writes to phrase `k` what is told behind it ("wrote a letter to Lund condemning Brandt"), or -1."""
    if verb < 0 or syntax.prep[k] != "to":
        return -1
    sent = syntax.object[verb] if syntax.object[verb] >= 0 else verb
    return syntax.subject[verb] if syntax.word[sent] in verbs.MESSAGES | _WRITING else -1


def _main(syntax: Syntax, k: int, verb: int) -> int:
    """The verb to whose clause a gerund behind a comma belongs: the last with a tense ("fined Lund for lying to the board, citing
    ..."), but for one in a series ("accused Lund of lying, cheating and stealing").
    """
    kinds = syntax.kind
    following = kinds.find("v", k + 1)
    listed = following > 0 and kinds[following - 1] == "c" and syntax.word[following].endswith("ing")
    if listed or verb == k - 2:
        return verb
    main = verb
    while main > 0 and syntax.form[main] in "tgb":
        main = kinds.rfind("v", 0, main)
    closed = main < 0 or not {";", "."}.isdisjoint(kinds[main:k])
    return verb if closed else main


def _of(syntax: Syntax, verb: int) -> int:
    return syntax.subject[verb] if verb >= 0 else -1


def _are_people(syntax: Syntax, k: int) -> bool:
    """Is the phrase of people, who are more likely told of than what they belong to, as no body is "who"?"""
    return k >= 0 and syntax.kind[k] == "n" and bool(syntax.prep[k]) and syntax.word[k] in tables.groups().plural


def _first_relative(syntax: Syntax, k: int) -> int:
    """The pronoun that opens the first of conjoined relative clauses: of `who runs the ferry and who sued Lund`."""
    for _ in range(_SERIES):
        near = range(k - 3, max(-1, k - _CONJOINED), -1) if syntax.kind[k - 1] == "c" else range(0)
        k = next((j for j in near if syntax.kind[j] == "w" and syntax.word[j] == syntax.word[k]), k)
    return k


def nearest(syntax: Syntax, k: int, relative: bool = False) -> int:
    """The last noun phrase up to chunk k that no preposition leads, over apposition and relative clauses.

    A verb before it loses it as its object, unless it has a `relative` clause ("praised the nurses who stayed").
    """
    kinds, found = syntax.kind, -1
    while k >= 0:
        if kinds[k] == "," and kinds[k - 3 : k] == ",nv":  # "Lund, he said, was ..."
            k -= 4
            continue
        kind = kinds[k]
        if kind == "n":
            if not syntax.prep[k] and found < 0:
                found = syntax.same[k] if syntax.same[k] >= 0 else k
                mended = k > 0 and syntax.object[k - 1] == k  # whose verb is none of its own: see `MENDING`
                verb = k - 1 if mended else syntax.verb[k]
                if verb < 0 or (syntax.object[verb] != k and not _is_told_of_object(syntax, k, verb)):
                    return found
        elif kind == "v":
            opened = _belongs_before(syntax, k)
            if opened >= 0:
                k, found = opened, -1
            elif found >= 0:
                if not relative:
                    syntax.object[k] = -1
                return found
            elif syntax.subject[k] >= 0:
                return _claimed(syntax, syntax.subject[k])
        elif kind in ";k.":
            return found
        k -= 1
    return found


def _is_told_of_object(syntax: Syntax, k: int, verb: int) -> bool:
    """Is the phrase what a verb says of its object ("Lund, who called Brandt a liar, said ...")?"""
    return syntax.said[k] >= 0 and syntax.said[k] == syntax.object[verb]


def _belongs_before(syntax: Syntax, k: int) -> int:
    """Where the clause of the verb group `k` opens that tells which a noun before means; -1 where it has a life of its own.

    `the council that is meant to run the town`, `Lund, whose son attends the school`, `the boy killed by a dog`.
    """
    kinds = syntax.kind
    for _ in range(_CHAIN):
        if k > 0 and kinds[k - 1] == "v" and syntax.form[k] == "t":
            k -= 1
    if k > 1 and kinds[k - 1] == "w":
        return _first_relative(syntax, k - 1)
    if k > 1 and kinds[k - 2 : k] == "nk" and syntax.word[k - 1] == "that" and syntax.subject[k] == k - 2:
        return k - 1
    if k > 2 and kinds[k - 1] == "n" and syntax.word[k - 2] in _WHOSE:
        return k - 2
    reduced = syntax.form[k] == "e" or (
        syntax.form[k] == "g"
        and syntax.word[k] not in _BEFORE_CLAUSES
        and (k - 1 not in syntax.proper or syntax.word[k - 1] in tables.groups().plural)
    )
    return k if reduced and k > 0 and kinds[k - 1] == "n" and syntax.subject[k] == k - 1 else -1


def _claimed(syntax: Syntax, subject: int) -> int:
    """The noun of which the clause of a subject is the content ("claims that Lund lied were denied"), else that subject."""
    claim = subject - 2
    that = claim >= 0 and syntax.kind[claim + 1] == "k" and syntax.word[claim + 1] == "that"
    return claim if that and syntax.word[claim] in _CONTENT_NOUNS else subject
