"""Where in a sentence the phrases stand that a predicate is about: in each of the roles that its entry names."""

from __future__ import annotations

from collections.abc import Collection

from stancecli.model import Parse
from stancecli.predicates import OWNERS, Predicate
from stancecli.stance.deeds import DONE_BY_OWNER, SUFFERED
from stancecli.stance.meant import meant_by
from stancecli.stance.syntax import Syntax
from stancecli.stance.verbs import MADE, OFF, PASSIVE, WARDING, WARDING_OFF

HAVING = frozenset(
    "have has had having enjoy enjoys enjoyed enjoying win wins won winning earn earns earned earning gain gains gained gaining "
    "keep keeps kept keeping retain retains retained retaining command commands commanded get gets got receive receives received".split()
)
"""Verbs by which somebody has what others feel for him."""
_SHOWING = frozenset(
    "make makes made making commit commits committed show shows showed showing voice voices voiced express expresses expressed "
    "share shares shared sharing lead leads led leading lose loses lost losing admit admits admitted feel feels felt".split()
)
"""Verbs whose subject has what he does so to, even if it is known already ("led the opposition to Smith")."""
_OWED = frozenset(
    "loyalty commitment love support devotion allegiance faith trust confidence friendship sympathy respect admiration".split()
)
"""What somebody may be doubted to feel; what he does or says ("an attack on Smith") is done all the same."""
_DOUBTING = frozenset("question questions questioned questioning doubt doubts doubted doubting".split())
_HAVE = frozenset(["have", "has", "had"])
CIRCUMSTANCES = frozenset("after before since during following amid despite until".split())
"""Prepositions before other deeds, which have doers of their own."""
MANNERS = frozenset(["in", "with"])
"""Prepositions that lead to what a subject does or feels ("came out in defence of Smith", "spoke with admiration for Smith")."""


def place_of(parse: Parse, syntax: Syntax, here: int, predicate: Predicate, role: str) -> int:
    """The chunk that stands in a role of the predicate whose chunk is `here`, -1 for none."""
    verb = syntax.kind[here] == "v"
    if syntax.kind[here] == "j" and predicate.entry.inflect == "verb" and role in ("subject", "object"):
        # a participle: "was relieved of her duties by the board"
        return _said_of(syntax, here) if role == "object" else _by(syntax, here)
    if role == "subject":
        if not verb:
            return _said_of(syntax, here)
        return _told_of(syntax, syntax.subject[here] if _spells_out(parse, predicate) else _agent(syntax, here))
    if role == "object":
        if verb and parse.words[predicate.first] in PASSIVE and syntax.passive[here]:
            return _behind(syntax, here, predicate)  # "was fed up with Smith" is no passive
        return _object(syntax, here, predicate) if verb else after(syntax, here, ("of",))
    if role == "possessor":
        return _possessor(parse, syntax, here)
    if role == "modified":
        return _modified(syntax, here, predicate)
    found = after(syntax, here, (role,))
    return meant_by(syntax, found) if found >= 0 else -1


def _told_of(syntax: Syntax, k: int) -> int:
    """Whom the phrase `k` is said of, where it is a sort of people and he is named ("Smith is a man who lies"); else `k`."""
    said = syntax.said[k] if k >= 0 else -1
    return said if said in syntax.named and k not in syntax.named else k


def _spells_out(parse: Parse, predicate: Predicate) -> bool:
    """Does the phrase have its own "be" ("was accused of", "must be stopped"), whose subject it means?"""
    words = parse.words[predicate.first : predicate.stop]
    leads = parse.tags[predicate.first] == "MD" or words[0] in _HAVE
    return words[0] in PASSIVE or (leads and not PASSIVE.isdisjoint(words))


def _agent(syntax: Syntax, here: int) -> int:
    return _by(syntax, here) if syntax.passive[here] else syntax.subject[here]


def _by(syntax: Syntax, here: int) -> int:
    """Who does what is done; not who did what stands between ("was sacked after a defeat by Stanmoor")."""
    found = after(syntax, here, ("by",))
    site = syntax.site[found] if found >= 0 else -1
    return -1 if site > here and syntax.prep[site] in CIRCUMSTANCES else found


def _object(syntax: Syntax, here: int, predicate: Predicate) -> int:
    if syntax.passive[here]:
        return syntax.subject[here]
    before = 0 <= syntax.object[here] < here  # "whom he accused of lying"
    if predicate.stop > syntax.stop[here] and not before:
        return _behind(syntax, here, predicate)
    return syntax.object[here]


def _behind(syntax: Syntax, here: int, predicate: Predicate) -> int:
    """The phrase right behind a predicate that is longer than its verb."""
    for k in range(here + 1, min(here + 8, len(syntax.kind))):
        if syntax.stop[k] > predicate.stop:  # such a phrase may have the predicate's last word as well
            if syntax.kind[k] != "n":
                return -1
            owned = k + 2 < len(syntax.kind) and syntax.holder[k + 2] == k and syntax.word[k + 2] in DONE_BY_OWNER
            return k + 2 if owned else meant_by(syntax, k)
    return syntax.object[here]


def _said_of(syntax: Syntax, here: int) -> int:
    """Whom a noun or adjective is said of: the subject of its "is", what it is in apposition to."""
    if syntax.said[here] >= 0:
        return syntax.said[here]
    return syntax.same[here]


def _modified(syntax: Syntax, here: int, predicate: Predicate) -> int:
    if syntax.kind[here] == "n" and syntax.head[here] >= predicate.stop:
        said = syntax.said[here]  # "Smith is an honest player"
        return said if said in syntax.named and here not in syntax.named else here
    return _said_of(syntax, here)


def _possessor(parse: Parse, syntax: Syntax, here: int) -> int:
    if syntax.holder[here] >= 0:
        return syntax.holder[here]
    if parse.words[syntax.first[here]] in OWNERS:
        return here
    found = after(syntax, here, ("by",))
    if found < 0:
        found = after(syntax, here, ("from",))
    verb = syntax.verb[here]
    if found < 0 and here in syntax.subject and syntax.word[here] in MADE:
        done = syntax.subject.index(here)
        found = _by(syntax, done) if syntax.passive[done] else -1  # "a petition against Smith was started by Lund"
    if found < 0 and syntax.kind[here] == "n" and verb >= 0:
        done_to = syntax.object[verb] >= 0 and syntax.word[here] in SUFFERED  # "charged him with the murder of Smith"
        manner = syntax.prep[here] in MANNERS and not done_to
        known = parse.words[syntax.first[here]] == "the" and parse.words[syntax.head[verb]] not in HAVING | _SHOWING
        held = (
            manner if syntax.prep[here] else syntax.object[verb] == here and not known
        )  # "put the mistake down to Smith"
        found = syntax.subject[verb] if held else -1
    return found


def enjoyer(parse: Parse, syntax: Syntax, here: int) -> int:
    """Who has what others feel: "Lund enjoys the council's full support"."""
    verb = syntax.verb[here]
    has = verb >= 0 and syntax.object[verb] == here and parse.words[syntax.head[verb]] in HAVING
    return syntax.subject[verb] if has else -1


def is_warded(parse: Parse, syntax: Syntax, here: int, holder: int) -> bool:
    """Is it what others feel or do that the holder has to do with ("shrugged off criticism of Smith"), or that somebody doubts
    ("questioned Smith's loyalty to Lund")?
    """
    verb = syntax.verb[here]
    if verb >= 0 and syntax.object[verb] == here and syntax.word[verb] in _DOUBTING and syntax.word[here] in _OWED:
        return True
    if verb < 0 or (holder >= 0 and syntax.subject[verb] != holder):
        return False
    off = parse.words[syntax.stop[verb]] in OFF and syntax.first[here] == syntax.stop[verb] + 1
    direct = syntax.object[verb] == here and not syntax.prep[here]
    return (direct and syntax.word[verb] in WARDING) or (off and syntax.word[verb] in WARDING_OFF)


def after(syntax: Syntax, here: int, prepositions: Collection[str]) -> int:
    """The phrase behind one of the prepositions that belongs to the chunk `here`."""
    verb = syntax.kind[here] == "v"
    for k in range(here + 1, min(here + 12, len(syntax.kind))):
        if syntax.kind[k] == "v" or syntax.kind[k] in ";k.":
            return -1
        if syntax.prep[k] in prepositions and (verb or syntax.site[k] == here or syntax.verb[k] == syntax.verb[here]):
            return k
    return -1
