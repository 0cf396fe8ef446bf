"""Whether an unknown name is a country's, a town's or a club's rather than a person's: the words around it tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stancecli import tables
from stancecli.actors.appositions import described_body
from stancecli.actors.parties import Party, plain
from stancecli.actors.words import ARTICLES, has_capital
from stancecli.attribute.grammar import PREPOSITION, kind_of
from stancecli.model import ActorKind, Parse

_IN = frozenset("in within across throughout inside outside neighbouring neighboring nearby".split())
_NOT_IN = frozenset("confidence trust faith belief believe believes believed interest interested interests".split())
_STATE = frozenset(
    "president minister ministers ministry parliament army navy capital embassy ambassador currency constitution border "
    "borders prime troops citizens".split()
)
_RULED = frozenset(
    "government capital minister ministers president parliament republic king queen kingdom army".split()
)
_ROLES = frozenset(
    "coach captain chairman chairwoman goalkeeper striker midfielder defender winger manager mayor governor police "
    "councillor skipper".split()
)
_TOWN = frozenset("council residents harbour harbor airport outskirts suburbs streets waters coast shores".split())
_PARTS = frozenset(
    "mayor city town village port island province region streets outskirts suburbs coast people north south east west".split()
)
_RULES = frozenset("ministry parliament government army navy embassy".split())
_CALLED_BEHIND = frozenset(
    (word,) for word in "union charity airline retailer supermarket regulator watchdog party militia nonprofit".split()
)
"""Words for bodies behind their names ("the Senn union"); others as often tell whose a body is ("the Hill group")."""
_MADE_BY_PERSONS = frozenset("film documentary dress policy law programme".split())
_ASIDE = 3
"""How many words of an apposition may tell what a body is."""
_PLANS = frozenset("would will had has plans planned could might".split())
_IMPERSONAL = frozenset(
    "be been rain rained snow snowed freeze frozen take taken mean meant cost seem seemed help helped hurt make made matter "
    "depend get become come not never only also soon probably".split()
)
"""Words behind "it would" that are as often said of the weather or of the matter as of whoever speaks."""
_DESKS = frozenset("research strategy economics sales trading investment investments rates markets partner".split())
"""What heads and analysts have charge of ("head of research at Senn Lund")."""
_IN_FIRMS = frozenset(
    "analyst analysts economist economists strategist strategists lawyer lawyers solicitor solicitors attorney attorneys "
    "barrister barristers broker brokers banker bankers trader traders accountant accountants auditor auditors adviser "
    "advisers advisor advisors consultant consultants partners".split()
)
"""Who works in firms that are called like persons ("an analyst at Charles Lund")."""
_PERSONAL = frozenset("he she his her hers himself herself widow widower".split())
"""Words that nobody uses of a body."""
_GOES_ON = 20
"""Within how many words behind a name they tell that it is a person's."""
_SHARES = frozenset("share shares stake stakes stock".split())
_OWNED = 3
"""How many words after "Norrhaven's" may hold what it has ("Norrhaven's former transport minister")."""


def ruling(organisations: Iterable[Party]) -> set[str]:
    """The first words of ministries, parliaments and the like ("Norrhaven Defence Ministry"): a country's name."""
    forms = (form for party in organisations if party.key is None for form in party.forms)
    return {plain(form[0]) for form in forms if len(form) > 1 and plain(form[-1]) in _RULES}


def kind_by_context(parse: Parse, places: Iterable[tuple[int, int]]) -> ActorKind:
    """The kind of a name that only its capitals tell, by what stands before and after its mentions.

    A "country" has ministers, an army, a capital; an "organisation" is all else that one can be in, or be the mayor or
    the coach of: towns, regions, clubs. What persons have as well ("her government", "his regime") tells nothing.
    """
    told = {_kind_told(parse, first, stop) for first, stop in places}
    return "country" if "country" in told else "organisation" if "organisation" in told else "person"


def is_body(parse: Parse, places: Iterable[tuple[int, int]]) -> bool:
    """Whether a noun for companies and other bodies stands by a name ("the operator Senn", "Senn, a maker of toys"), or tells
    more of it than a noun ("the firm that runs the home, Senn,").
    """
    kinds = tables.organisations().kinds
    return any(not kinds.isdisjoint(told_of(parse, first, stop)) for first, stop in places)


def is_called_person(parse: Parse, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a noun for one person, and none for companies too, stands right before a name ("the drug dealer Kovac")."""
    table, nouns = tables.organisations(), tables.people()
    bodies = (table.kinds, table.either, table.dealers)
    opens = (parse.sentences[parse.sentence_of[first]].first == first for first, _ in places)
    before = [parse.words[first - 1] for (first, _), alone in zip(places, opens, strict=True) if not alone]
    return any(noun in nouns and not any(noun in words for words in bodies) for noun in before)


def trades(parse: Parse, places: Sequence[tuple[int, int]], *, whole: bool) -> bool:
    """Whether a name is that of a dealer in goods who is nowhere "he" or "she", or "which" goes on about it.

    Of a `whole` one of several words only the second tells.
    """
    which = any(_is_which(parse, first, stop) for first, stop in places)
    if which or whole:
        return which
    deals = any(_deals(parse.words, first, stop) for first, stop in places)
    return deals and not any(is_personal(parse, stop) for _, stop in places)


def is_personal(parse: Parse, stop: int) -> bool:
    """Whether an age, "who" or, before the next name, a personal pronoun follows a name that ends before token `stop`."""
    words = parse.words
    aside = words[stop + 1] if words[stop : stop + 1] == (",",) and stop + 1 < len(words) else ""
    if aside in ("who", "whose") or aside.isdigit():
        return True
    for at in range(stop, min(stop + _GOES_ON, len(words))):
        if words[at] in _PERSONAL:
            return True
        if has_capital(parse, at):
            return False
    return False


def _deals(words: tuple[str, ...], first: int, stop: int) -> bool:
    """Whether a dealer in goods stands before a name or in an apposition ("the oil trader Senn", "Senn, a grain exporter")."""
    table = tables.organisations()
    ends = [first] + [stop + 4] * (
        words[stop : stop + 1] == (",",) and not ARTICLES.isdisjoint(words[stop + 1 : stop + 2])
    )
    return any(
        2 <= end <= len(words) and words[end - 1] in table.dealers and words[end - 2] in table.wares for end in ends
    )


def _is_which(parse: Parse, first: int, stop: int) -> bool:
    """Whether "which" goes on about a name that no preposition leads to ("Senn, which owns the yard", but "in Senn, which")."""
    opens = parse.sentences[parse.sentence_of[first]].first == first
    free = opens or kind_of(parse.words[first - 1]) != PREPOSITION
    return free and parse.words[stop : stop + 2] == (",", "which")


def is_workplace(parse: Parse, places: Sequence[tuple[int, int]], first_name: bool) -> bool:
    """Whether most mentions of a name tell where somebody works ("an analyst at Senn Lund").

    A name with a `first_name` is a firm's only where those work who are in firms ("a nurse at Ann Hill" is with a person).
    """
    nouns = _DESKS | (_IN_FIRMS if first_name else tables.people())
    told = [
        first
        for first, stop in places
        if first > 1
        and parse.words[first - 1] == "at"
        and parse.words[first - 2] in nouns
        and parse.words[stop : stop + 1] != ("'s",)
    ]
    return 2 * len(told) >= len(places)


def acts_as_body(parse: Parse, places: Iterable[tuple[int, int]]) -> bool:
    """Whether a name has shares, or is "it" behind its own verb ("Senn sold its yard", "Senn said it would close")."""
    return any(_is_it(parse.words[stop : stop + 4]) or _is_shared(parse.words, first) for first, stop in places)


def _is_it(after: tuple[str, ...]) -> bool:
    plans = after[1:2] == ("it",) and not _PLANS.isdisjoint(after[2:3]) and _IMPERSONAL.isdisjoint(after[3:])
    return plans or "its" in after[:2]


def _is_shared(words: tuple[str, ...], first: int) -> bool:
    return first > 1 and words[first - 1] in ("in", "of") and words[first - 2] in _SHARES


def told_of(parse: Parse, first: int, stop: int) -> tuple[str, ...]:
    """The words of which one may tell what the name at tokens `first` to `stop` is ("the airline Senn", "Senn, an airline")."""
    body = described_body(parse, first, stop)
    return _beside(parse, first, stop) + (parse.words[body : body + 1] if body >= 0 else ())


def _beside(parse: Parse, first: int, stop: int) -> tuple[str, ...]:
    """The words of the same sentence that may tell what a name is: right before or behind it and in an apposition."""
    words, sentence = parse.words, parse.sentences[parse.sentence_of[first]]
    closed = words[stop : stop + 1] == (",",)
    article = not ARTICLES.isdisjoint(words[first - 1 : first])
    apart = closed and words[first - 1 - article : first - article] == (",",)
    before = first - 1 - (apart and 1 + article)
    told = words[max(before, sentence.first) : before + 1]
    if words[before - 1 : before] == ("-",) and told == ("maker",) and words[before - 2] in _MADE_BY_PERSONS:
        told = ()
    if apart and _is_led(parse, before, sentence.first):
        told = ()
    if closed and not ARTICLES.isdisjoint(words[stop + 1 : stop + 2]):
        told += words[stop + 2 : min(stop + 2 + _ASIDE, sentence.stop)]
    if article and words[stop : stop + 1] in _CALLED_BEHIND:
        told += words[stop : stop + 1]
    return told


def _is_led(parse: Parse, noun: int, floor: int) -> bool:
    """Whether a preposition leads to the noun: what stands between commas then need not be its name ("the owner of the
    bank, Lund, left").
    """
    at = next((at for at in range(noun - 1, max(floor, noun - 1 - _ASIDE), -1) if parse.words[at] in ARTICLES), noun)
    return at > floor and kind_of(parse.words[at - 1]) == PREPOSITION


def is_called_body(parse: Parse, first: int) -> bool:
    """Whether such a noun stands right before the name at token `first`: it tells more than that the name is one of persons."""
    inside = first > parse.sentences[parse.sentence_of[first]].first
    return inside and parse.words[first - 1] in tables.organisations().kinds


def _kind_told(parse: Parse, first: int, stop: int) -> ActorKind:
    """The kind of a name by the words beside one mention; "person" where they tell nothing."""
    words = parse.words
    before, earlier = words[first - 1] if first else "", words[first - 2] if first > 1 else ""
    if before == "of":
        return "country" if earlier in _RULED else "organisation" if earlier in _PARTS else "person"
    if words[stop : stop + 1] == ("'s",):
        return "person" if _STATE.isdisjoint(words[stop + 1 : stop + 1 + _OWNED]) else "country"
    after = words[stop] if stop < len(words) else ""
    if after in _STATE or (
        words[stop + 1 : stop + 2] == ("its",) and not _STATE.isdisjoint(words[stop + 2 : stop + 3])
    ):
        return "country"  # "Senn recalled its ambassador"
    if after in _ROLES and has_capital(parse, stop + 1):
        return "organisation"
    inside = before in _IN and earlier not in _NOT_IN
    return "organisation" if inside or after in _TOWN else "person"
