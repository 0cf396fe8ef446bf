"""Whom a definite description fits: the holder of an office, a body by a word of its name, a company by its trade."""

from __future__ import annotations

from collections.abc import Sequence

from stancecli import tables
from stancecli.actors.appositions import described_office
from stancecli.actors.contexts import told_of
from stancecli.actors.mentions import Mentions
from stancecli.actors.offices import FORMER, PAST, RANKS
from stancecli.actors.parties import Party, has_members, may_be_body, plain
from stancecli.actors.sources import Phrase, is_in_headline
from stancecli.actors.words import ARTICLES, has_capital
from stancecli.model import Parse

_ALONE = frozenset("judge magistrate coroner arbitrator ombudsman referee umpire".split())
"""Those of whom one decides, so that an article tells first of "a judge" and then his name."""
_INTRODUCED = 3
"""Within so many sentences who was told of without a name is named: "a judge", "the judge"."""
_TOLD = 6
"""Whoever is named in so many sentences before an office may have it."""
_UNIQUE = frozenset(
    "president premier chancellor minister secretary governor mayor speaker regent king queen emperor pope sovereign dictator "
    "taoiseach leader director commissioner chair chairman chairwoman chairperson chief executive head manager treasurer "
    "superintendent principal headteacher headmaster headmistress dean provost coach editor sheriff ombudsman coroner "
    "ambassador founder".split()
)
"""Offices of which a body has one, and so does a text that has "the mayor"; there are many senators and doctors."""
_MANY_HAVE = (
    PAST | RANKS | frozenset("acting chief senior junior leading lead special executive assistant associate".split())
)
"""Words before an office that tell no more of it than that somebody has it."""
_INDEFINITE = frozenset(("a", "an"))
_BEFORE_NOUNS = ARTICLES | {"another"}
_TELL = frozenset((",", "is", "was"))
_BESIDE = 6
"""Within so many words of a name its office stands."""
_BID = frozenset("bid bids offer offers approach proposal takeover".split())
_TEXT = frozenset("play novel book paper study report essay poem poems memoir article".split())
_SUIT = frozenset("lawsuit suit claim complaint petition".split())
DOERS = {"bidder": _BID, "suitor": _BID, "author": _TEXT, "claimant": _SUIT, "plaintiff": _SUIT, "petitioner": _SUIT}
"""Nouns for whoever has done something, with what tells of it ("Senn's bid", "an offer from Senn")."""
_NEAR = 3
"""Within so many words of a name its deed stands."""
_ADJECTIVES = frozenset(("JJ", "VBN", "VBG"))
_PUBLIC = frozenset(
    "department ministry agency administration commission committee council court parliament congress senate assembly "
    "party university college union federation association army navy police office board league church journal times post "
    "news magazine".split()
)
_CIVIC = frozenset(
    "society institute institution foundation guild alliance academy charity coalition trust campaign".split()
)
"""Words for bodies that are called a group, and no company."""
_NO_COMPANIES = _CIVIC | {"union"}
"""Whoever is told to be one of these is not "the company"."""
_IN = (("in",), ("near",), ("around",), ("outside",))
_INHABITANTS = frozenset("people residents citizens villagers town city village port mayor streets".split())
_ANY_COMPANY = frozenset(("company", "firm", "group"))
"""What companies of every trade are called; other words ("the airline") are said of those that are known to be such."""


def described(parse: Parse, phrase: Phrase, mentions: Mentions) -> Party | None:
    """The latest party that a definite description ("the senator", "the ministry") can stand for.

    None where the description names another party ("the Russian president").
    """
    noun = phrase.noun
    organisations = tables.organisations()
    company = noun in organisations.kinds and _is_plain_company(parse, phrase)
    if mentions.within(phrase.head, phrase.head_stop) and not (company and noun in organisations.callings):
        return _told_so(parse, phrase, mentions)
    before = mentions.before(phrase.first)
    if company and noun in organisations.callings:
        return _company(parse, noun, before, mentions)
    found = _fitting(parse, phrase, before)
    if found is None and noun in DOERS:
        return next((party for first, stop, party in reversed(before) if _did(parse, DOERS[noun], first, stop)), None)
    return found or (_company(parse, noun, before, mentions) if company else None)


def _told_so(parse: Parse, phrase: Phrase, mentions: Mentions) -> Party | None:
    """Who alone was told to be what a description with a name in it tells ("the Labour MP" of "Ann Hill, a Labour MP")."""
    told, noun = parse.words[phrase.head : phrase.head_stop], phrase.noun
    rows = [row for row in mentions.before(phrase.first) if noun in row[2].titles and FORMER not in row[2].titles]
    found = {party for first, stop, party in rows if _is_told(parse, first, stop, told)}
    return found.pop() if len(found) == 1 else None


def _is_told(parse: Parse, first: int, stop: int, told: tuple[str, ...]) -> bool:
    """Whether these words tell right beside a name who it is."""
    words, office = parse.words, described_office(parse, first, stop)
    behind = stop + 1 + (not _BEFORE_NOUNS.isdisjoint(words[stop + 1 : stop + 2]))
    if not _TELL.isdisjoint(words[stop : stop + 1]) and words[behind : behind + len(told)] == told:
        return words[behind + len(told) : behind + len(told) + 2] != ("in", "all")  # "president in all but name"
    nouns = [at for at in (*range(first, stop), office) if at >= 0 and words[at] == told[-1]]
    return any(words[max(0, at + 1 - len(told)) : at + 1] == told for at in nouns)


def _did(parse: Parse, deeds: frozenset[str], first: int, stop: int) -> bool:
    """Whether one of these deeds is told to be whose name stands at tokens `first` to `stop`."""
    words = parse.words
    if words[stop : stop + 1] == ("'s",) and not deeds.isdisjoint(words[stop + 1 : stop + 1 + _NEAR]):
        return True
    by = first - 1 - (words[first - 1 : first] == ("the",))
    return words[by : by + 1] in (("by",), ("from",)) and not deeds.isdisjoint(words[max(0, by - _NEAR) : by])


def _fitting(parse: Parse, phrase: Phrase, mentions: Sequence[tuple[int, int, Party]]) -> Party | None:
    """The latest person with the office, or body of the name."""
    noun, adjectives = phrase.noun, parse.words[phrase.head : phrase.head_stop - 1]
    before = adjectives[-1] if adjectives else ""
    if not PAST.isdisjoint(adjectives):
        return _outgoing(mentions, noun, before)
    kind = before if before in tables.titles().qualifiers and before not in _MANY_HAVE else ""
    plainly = not adjectives or has_capital(parse, phrase.head_stop - 1)
    table = tables.organisations()
    is_body = noun in table.stands_for or (noun in table.heads and plainly)
    for _, _, party in reversed(mentions):
        # "the deputy" is called by a rank alone
        if party.titles and holds(party, noun, before or noun) and (not kind or _is_of_kind(party, noun, kind)):
            return party
        if is_body and party.kind == "organisation" and any(_is_told_by(form, noun, before) for form in party.forms):
            return party
    return None


def _outgoing(mentions: Sequence[tuple[int, int, Party]], noun: str, before: str) -> Party | None:
    """Of "the outgoing coach" the latest person who has lost the office, or the only one who has it."""
    fits = (party for _, _, party in reversed(mentions) if party.titles and holds(party, noun, before))
    people = list(dict.fromkeys(fits))
    lost = [party for party in people if FORMER in party.titles]
    return lost[0] if lost else people[0] if len(people) == 1 else None


def _is_told_by(form: tuple[str, ...], noun: str, before: str) -> bool:
    """Whether a noun begins or ends the name of a body, which has the word before it, if any."""
    return noun in (plain(form[-1]), plain(form[0])) and (not before or before in form)


def _is_of_kind(party: Party, noun: str, which: str) -> bool:
    """Whether a person has, and has not lost, the office of the kind that a word before it tells ("the transport secretary")."""
    told = which in party.titles or any(f"{which} {title}" in party.titles for title in _titles(noun))
    return told and FORMER not in party.titles


def _is_plain_company(parse: Parse, phrase: Phrase) -> bool:
    """Whether a company is told by no more than where it sits ("the firm", "the Oslo-based group") or how it does."""
    before = parse.words[phrase.head : phrase.head_stop - 1]
    if before[-1:] == ("based",):
        return True
    adjectives = parse.tags[phrase.head : phrase.head_stop - 1]
    told = len(adjectives) == len(before) and all(tag in _ADJECTIVES for tag in adjectives)
    return told and phrase.noun != "group"


def _company(parse: Parse, noun: str, before: Sequence[tuple[int, int, Party]], mentions: Mentions) -> Party | None:
    """The one that the latest sentence with any begins with, of the organisations `before` that may be companies so called."""
    free = noun in _ANY_COMPANY
    words = _NO_COMPANIES if free else {noun}
    bodies = [row for row in before if may_be_body(row[2]) and not (free and (row[2].key or _is_place(parse, row[0])))]
    told = {row[2] for row in bodies if not words.isdisjoint(_told_of(parse, row, mentions))}
    fitting = [
        (parse.sentence_of[first], party)
        for first, _, party in bodies
        if (not (party in told or _is_public(party, noun)) if free else party in told or _is_called(noun, party))
    ]
    return next((party for sentence, party in fitting if sentence == fitting[-1][0]), None)


def _is_place(parse: Parse, first: int) -> bool:
    """Whether a name only tells where, or whose people ("the court in Brask", "the people of Selhaven")."""
    before, earlier = parse.words[first - 1 : first], parse.words[first - 2 : first - 1]
    return before in _IN or (before == ("of",) and not _INHABITANTS.isdisjoint(earlier))


def _told_of(parse: Parse, row: tuple[int, int, Party], mentions: Mentions) -> tuple[str, ...]:
    """The words that may tell what a mention names, kept: each "the company" asks for those before it."""
    first, stop, _ = row
    if first not in mentions.told:
        mentions.told[first] = told_of(parse, first, stop)
    return mentions.told[first]


def _is_called(noun: str, party: Party) -> bool:
    """Whether an organisation's name, or that in the table, tells that it is such a body ("Senn Airways" an airline, "the
    Machinists" a union).
    """
    forms = (*party.forms, party.key.split()) if party.key else party.forms
    table = tables.organisations()
    also = table.called_also.get(noun, frozenset()) if noun in table.callings else frozenset()
    return (noun == "union" and has_members(party)) or any(
        plain(word) in (noun, f"{noun}s") or (word is form[-1] and plain(word) in also)
        for form in forms
        for word in form
    )


def holds(party: Party, noun: str, before: str) -> bool:
    """Whether a person has the office that a noun names; a president's deputy ("vice") is not the president."""
    return not _titles(noun).isdisjoint(party.titles) and all(
        (word in party.titles) == (word == before) for word in RANKS
    )


def _is_public(party: Party, noun: str) -> bool:
    """Whether an organisation's words tell that it is no company, of which `noun` is said."""
    words = _PUBLIC if noun == "group" else _PUBLIC | _CIVIC
    return has_members(party) or any(plain(word) in words for form in party.forms for word in form)


def announced(parse: Parse, phrase: Phrase, mentions: Mentions) -> list[Party]:
    """Who has the office that a headline tells of, by name only in the article below ("Mayor resigns"), each once.

    So "a federal judge ruled" tells of the only judge, if the next sentences name one.
    """
    noun = phrase.noun
    office = noun in tables.titles().heads and phrase.head_stop == phrase.stop
    alone = noun in _ALONE and parse.words[phrase.first] in _INDEFINITE
    if not office or not (alone or is_in_headline(parse, phrase.first)) or mentions.within(phrase.first, phrase.stop):
        return []
    second = parse.words[max(phrase.head, phrase.head_stop - 2)]
    if is_in_headline(parse, phrase.first):
        named = dict.fromkeys(party for _, _, party in mentions.within(phrase.stop, len(parse.words)))
        return [party for party in named if party.kind == "person" and party.titles and holds(party, noun, second)]
    key = (noun, second if second in RANKS else "")
    if key not in mentions.latest:
        people = [party for party in _holders(*key, mentions) if party.kind == "person"]
        mentions.latest[key] = sorted(people, key=mentions.last)[-2:]
    later = [party for party in mentions.latest[key] if mentions.last(party) >= phrase.stop]
    return later if len(later) == 1 and _is_next(parse, phrase, mentions.begin(later[0])) else []


def named_later(parse: Parse, phrase: Phrase, mentions: Mentions) -> Party | None:
    """Who alone in a text has the office that "the minister" tells of before he is named, where nobody is named before it.

    None where his title tells more than the description ("Foreign Minister Ann Hill").
    """
    noun, told = phrase.noun, parse.words[phrase.head : phrase.head_stop - 1]
    if noun not in _UNIQUE or mentions.within(phrase.head, phrase.head_stop):
        return None
    key = (noun, told[-1] if told and told[-1] in RANKS else "")
    if key not in mentions.soles:
        mentions.soles[key] = _sole(parse, *key, mentions)
    holder = mentions.soles[key]
    if holder is None or FORMER in holder.titles or not all(_is_of_kind(holder, noun, word) for word in told):
        return None
    more = (holder.titles & tables.titles().qualifiers) - {noun, *told}
    first = parse.sentences[max(0, parse.sentence_of[phrase.first] - _TOLD)].first
    if more or mentions.has_person(first, phrase.first):
        return None
    return holder if _is_next(parse, phrase, mentions.begin(holder)) else None


def _sole(parse: Parse, noun: str, rank: str, mentions: Mentions) -> Party | None:
    """Who alone in a text has an office: none where it is that of a nation, or of somebody without a name ("a mayor")."""
    holders = _holders(noun, rank, mentions)
    if len(holders) != 1:
        return None
    begin = mentions.begin(holders[0])
    unsure = begin < 0 or _is_unnamed(parse, noun, begin) or _is_of_nation(parse, noun, holders[0], mentions)
    return None if unsure else holders[0]


def _holders(noun: str, rank: str, mentions: Mentions) -> list[Party]:
    """Who has an office, each once."""
    bearers = (party for title in sorted(_titles(noun)) for party in mentions.holders.get(title, ()))
    return list(dict.fromkeys(party for party in bearers if holds(party, noun, rank)))


def _titles(noun: str) -> frozenset[str]:
    """The titles of those for whom a noun may stand."""
    return tables.titles().stands_for.get(noun, frozenset((noun,)))


def _is_unnamed(parse: Parse, noun: str, stop: int) -> bool:
    """Whether somebody without a name is introduced by a noun before a token ("a mayor", "a local mayor")."""
    words = parse.words
    return any(
        word == noun and not _INDEFINITE.isdisjoint(words[max(0, at - 2) : at]) for at, word in enumerate(words[:stop])
    )


def _is_of_nation(parse: Parse, noun: str, holder: Party, mentions: Mentions) -> bool:
    """Whether a country stands beside somebody's title ("French President Ann Hill", "Ann Hill, the president of France")."""
    words, titles, links = parse.words, _titles(noun), tables.titles().qualifiers | RANKS | {"'s"}
    for first, stop in holder.places:
        for at in range(max(0, first - _BESIDE), min(stop + _BESIDE, len(words))):
            if words[at] not in titles:
                continue
            begin = at
            while begin > 0 and words[begin - 1] in links:
                begin -= 1
            before = mentions.ending(begin)
            behind = mentions.within(at + 2, at + 4) if words[at + 1 : at + 2] == ("of",) else []
            if any(party.kind == "country" for _, _, party in (*behind, *filter(None, [before]))):
                return True
    return False


def _is_next(parse: Parse, phrase: Phrase, first: int) -> bool:
    """Whether a name that begins at token `first` comes soon behind a phrase."""
    return 0 <= parse.sentence_of[first] - parse.sentence_of[phrase.first] <= _INTRODUCED and first > phrase.first
