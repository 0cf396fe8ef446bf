"""Definite descriptions that are no sources ("the senator", "that company", "the 24-year-old", "the Irishman") and
"who": whom they stand for.

Only what the text itself makes sure is resolved: a description must fit a party that was named before, and
no other party may fit that was named as lately; all else stays open.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import compress, count

from stancecli import tables
from stancecli.actors.appositions import described_body, described_office
from stancecli.actors.epithets import epithet, meant
from stancecli.actors.fitting import DOERS, described, holds, named_later
from stancecli.actors.mentions import Mentions
from stancecli.actors.offices import FORMER, PAST, RANKS
from stancecli.actors.parties import Party
from stancecli.actors.sources import Phrase
from stancecli.actors.words import body_nouns, has_capital
from stancecli.model import Parse

_OPENERS = frozenset(("the", "this", "that", "who"))
_TELLS_WHICH = frozenset("of from general elect -".split())
"""Words after a noun that go on with a longer title, or tell which of several is meant."""
_MAY_TELL = frozenset("for in at on to and or".split())
"""Words that do so where no verb has them ("the mayor for Arden", but "she thanked the mayor for coming")."""
_TELLING_OF = frozenset(
    "accuse accuses accused accusing suspect suspects suspected suspecting convict convicts convicted convicting acquit acquits "
    "acquitted acquitting warn warns warned warning remind reminds reminded reminding inform informs informed informing notify "
    "notifies notified notifying assure assures assured assuring convince convinces convinced convincing persuade persuades "
    "persuaded persuading rob robs robbed robbing strip strips stripped stripping deprive deprives deprived depriving rid "
    "relieve relieves relieved relieving cure cures cured curing cleared clearing advise advises advised advising".split()
)
"""Verbs that say something of whom they act on ("accused the union of lying")."""
_SENTENCES = 12
"""After so many sentences a description stands for nobody who was named before."""
_LONGEST_APPOSITION = 12
"""How many words before "who" an apposition may begin."""
_RIVALS = 2
"""Whoever else fits and was named within so many sentences may be meant as well."""


def descriptions(parse: Parse, mentions: Mentions, taken: AbstractSet[int]) -> Iterator[tuple[tuple[int, int], Party]]:
    """The places of all descriptions that stand for somebody named, with the party.

    `mentions` are those by name, `taken` the tokens of all mentions.
    """
    words = parse.words
    for token in compress(count(), map(_OPENERS.__contains__, words)):
        if token in taken:
            continue
        first = token + (words[token] != "who")
        if first == token:
            stop, party = first + 1, _head(parse, token, mentions)
        elif first in taken:
            continue
        elif length := epithet(parse, first):
            stop, party = first + length, meant(parse, first, mentions)
        else:
            stop = _noun(parse, first, mentions.holders) + 1
            free = first < stop and taken.isdisjoint(range(first, stop)) and not _is_clause(parse, token, stop)
            party = _referent(parse, (first, stop), mentions) if free else None
        if party is not None:
            yield (first, stop), party


def introduced(parse: Parse, parties: Iterable[Party], taken: Container[int]) -> Iterator[tuple[int, Party]]:
    """The nouns of which a name behind them tells who is meant ("the company that owns the home, Senn,", "the MP for Arden, Ann
    Hill,"), with whose name it is.

    `taken` are the tokens of all mentions.
    """
    for party in parties:
        nouns: Iterable[int] = ()
        if party.kind == "organisation":
            nouns = [described_body(parse, *place) for place in party.places if not _goes_on_as_list(parse, place[1])]
        elif party.kind == "person" and party.sure:
            wholes = [(first, stop) for first, stop in party.places if stop - first > 1]
            offices = [(described_office(parse, *whole), whole[0]) for whole in wholes]
            nouns = [noun for noun, first in offices if noun < first - 2]  # else it is found by what it is
        yield from [(noun, party) for noun in nouns if noun >= 0 and noun not in taken]


def _goes_on_as_list(parse: Parse, stop: int) -> bool:
    """Whether an article follows the comma behind a name: it may be one of several ("the council, Senn, the union and Ohn")."""
    after = stop + 1 + (parse.words[stop + 1 : stop + 2] == ("and",))
    return parse.tags[after : after + 1] == ("DT",)


def _is_clause(parse: Parse, opener: int, stop: int) -> bool:
    """Whether "that" opens a clause ("that company profits fell"); before one such noun alone it points to somebody."""
    return parse.words[opener] == "that" and parse.tags[stop : stop + 1] != () and parse.tags[stop].startswith("NN")


def _head(parse: Parse, token: int, mentions: Mentions) -> Party | None:
    """The person whose name ends right before "who", or before a comma or an apposition there; none where several are
    listed.
    """
    for first, _, party in named_before(parse, token, mentions):
        if party.kind == "person" and parse.words[first - 1] not in ("and", "or"):
            return party
    return None


def named_before(parse: Parse, token: int, mentions: Mentions) -> Iterator[tuple[int, int, Party]]:
    """The mentions (first token, stop, party) that end right before a "who", or before a comma or an apposition there."""
    last = token - (parse.words[token - 1] == ",")
    yield from filter(None, map(mentions.ending, dict.fromkeys((last, _before_apposition(parse, last)))))


def _before_apposition(parse: Parse, last: int) -> int:
    """Where the phrase between commas that ends before a token began: "Lund[, the mayor of Arden], who"; else the token."""
    words, tags = parse.words, parse.tags
    if words[last : last + 1] != (",",) or not tags:
        return last
    low = max(parse.sentences[parse.sentence_of[last]].first, last - _LONGEST_APPOSITION)
    comma = next((at for at in range(last - 1, low, -1) if words[at] == ","), last)
    apposed = tags[comma + 1] in ("DT", "PRP$", "NN", "JJ") and tags[last - 1].startswith("NN")
    verbs = any(tag.startswith("VB") for tag in tags[comma:last])
    return comma if comma < last - 1 and apposed and not verbs else last


def _noun(parse: Parse, token: int, titles: Container[str]) -> int:
    """The noun of the description that begins at a token, after at most one qualifier; before the token if none does."""
    words = parse.words
    at = token
    if words[at : at + 1] != () and words[at] in _qualified() and _is_noun(words, at + 1, titles):
        at += 1
    if at + 1 >= len(words) or not _is_noun(words, at, titles):
        return token - 1
    return token - 1 if words[at + 1] in _nouns() or goes_on(parse, token, at) else at


def _is_noun(words: tuple[str, ...], token: int, titles: Container[str]) -> bool:
    word = words[token] if token < len(words) else ""
    return word in _nouns() or (word in titles and word not in RANKS and word != FORMER)


def goes_on(parse: Parse, first: int, noun: int) -> bool:
    """Whether what follows a noun belongs to it ("the mayor of Arden", "the chairman and founder", "the senator for Lund");
    `first` is the first token behind its article.
    """
    after = parse.words[noun + 1]
    if after == "of" and _is_of_verb(parse, first, noun):
        return False
    if after in _TELLS_WHICH or after not in _MAY_TELL:
        return after in _TELLS_WHICH
    if len(parse.tags) <= noun + 2:
        return True
    tag, has_verb = parse.tags[noun + 2], first > 1 and parse.tags[first - 2].startswith("VB")
    match after:
        case "to":
            return tag != "VB"
        case "and" | "or":
            return tag[:2] in ("NN", "JJ")
        case "for":
            return tag != "VBG" and not has_verb
    return tag.startswith("NNP") and not has_verb


def _is_of_verb(parse: Parse, first: int, noun: int) -> bool:
    """Whether "of" after a noun belongs to the verb before it ("accused the union of lying", but not "of Arden")."""
    told = noun + 2 < len(parse.words) and not has_capital(parse, noun + 2)
    return told and not _TELLING_OF.isdisjoint(parse.words[first - 2 : first - 1])


@cache
def _qualified() -> frozenset[str]:
    return PAST | RANKS | tables.titles().qualifiers


@cache
def _nouns() -> frozenset[str]:
    return tables.titles().heads | body_nouns() | DOERS.keys()


def _referent(parse: Parse, place: tuple[int, int], mentions: Mentions) -> Party | None:
    """The party that fits; none where a name follows, or where two fit that were both named of late."""
    first, stop = place
    if has_capital(parse, stop):
        return None
    phrase = Phrase(first, stop, first, stop, parse.words[stop - 1])
    party = described(parse, phrase, mentions)
    if party is None:
        return named_later(parse, phrase, mentions)
    noun, second = parse.words[stop - 1], parse.words[stop - 2]
    sentence, known = parse.sentence_of[first], False
    lost = second in PAST and FORMER in party.titles
    for at, _, other in reversed(mentions.before(first)):
        past = sentence - parse.sentence_of[at]
        if other is party:
            known = known or past <= _SENTENCES
        elif past <= _RIVALS and other.titles and holds(other, noun, second) and (not lost or FORMER in other.titles):
            return None
        if past > _SENTENCES or (known and past > _RIVALS):
            break
    return party if known else None
