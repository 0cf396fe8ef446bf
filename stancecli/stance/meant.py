"""Whom a noun phrase means: those whom its head names, not a country whose people they are, nor a sort of people as such."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stancecli import tables
from stancecli.aim.parties import Party
from stancecli.aim.words import OPPONENTS
from stancecli.model import Parse
from stancecli.stance.syntax import Syntax
from stancecli.stance.verbs import GATHERING

_STATE = frozenset(
    "government governments administration regime authorities authority officials official forces force troops soldiers army military "
    "navy parliament ministry embassy consulate presidency president minister ministers premier chancellor leader leaders leadership "
    "diplomat diplomats ambassador envoy negotiators delegation intelligence people public state side spokesman spokeswoman".split()
)
"""Behind a country's adjective these speak and act for the country ("Norwegian officials")."""
_SPEAKING_FOR = frozenset(
    "spokesman spokesmen spokeswoman spokeswomen spokesperson spokespeople lawyer lawyers attorney attorneys solicitor solicitors "
    "barrister barristers counsel aide aides agent agents publicist representative representatives secretary officials minister "
    "ministers troops forces prosecutor prosecutors authorities diplomats negotiators ambassador ambassadors envoy envoys diplomat consul embassy delegation".split()
)
"""Who is somebody's holds for him what they say or do for him ("Lund's lawyer")."""
_SERVED = frozenset("client clients customer customers patient patients pupil pupils follower followers".split())
"""Others who are somebody's by what he does, and no part of him."""
_FOLK = frozenset(["people", "folk", "folks"])
_PERSON_ENDINGS = ("ers", "ists", "ians", "men", "women")
"""Endings of plurals that are mostly of people."""
_IN_COUNTRIES = frozenset(
    "election elections primary primaries referendum economy economies market markets soil border borders coast coasts waters dollar "
    "currency dream dreams life politics football sport countryside weather landscape taxpayer taxpayers "
    "constitution passport passports visa visas underclass elite elites".split()
)
"""What is only in a country, or everybody's there: who is against it is not against the country ("the American election")."""
_SITES = frozenset("twitter facebook instagram youtube tiktok linkedin reddit telegram whatsapp snapchat".split())
_POSTED = frozenset("post posts page pages account message messages video videos feed thread group users user".split())
_DETERMINERS = frozenset("DT PDT PRP$ CD POS WP$".split())


def lent(parse: Parse, syntax: Syntax, parties: Iterable[Party]) -> frozenset[int]:
    """The first tokens of mentions that only tell who or what others are: of countries' adjectives ("Polish climbers", "Russian
    President Lund"), of whom others are against ("anti-Smith protesters"), and of sites where something was read.
    """
    known = list(parties)
    heads = {syntax.at(party.first) for party in known if not party.adjectival and _is_head(syntax, party)}
    return frozenset(
        party.first
        for party in known
        if (party.adjectival and not _is_head(syntax, party) and _is_others(parse, syntax, party, heads))
        or _is_aside(parse.words, party)
    )


def _is_aside(words: Sequence[str], party: Party) -> bool:
    """Does it only tell whom others are against, or where something was said ("on Twitter", "a Facebook post")?"""
    at = party.first
    if at > 1 and words[at - 1] == "-" and words[at - 2] == "anti":
        return True
    if words[at] not in _SITES or party.stop > at + 1:
        return False
    return words[at - 1 : at] == ("on",) or not _POSTED.isdisjoint(words[at + 1 : at + 2])


def _is_others(parse: Parse, syntax: Syntax, party: Party, heads: set[int]) -> bool:
    k = syntax.at(party.first)
    if k < 0:
        return False
    if k in heads:
        return True
    noun, head = syntax.word[k], syntax.head[k]
    if noun in _STATE:
        return False
    if noun in _IN_COUNTRIES:
        return True
    groups, bodies = tables.groups(), tables.organisations()
    if noun in bodies.kinds or noun in bodies.stands_for:
        return True
    if (
        noun in groups.plural
        or noun in groups.singular
        or (parse.tags[head] == "NNS" and noun.endswith(_PERSON_ENDINGS))
    ):
        return True
    return _is_capital(parse, head) and _is_capital(parse, party.stop)


def _is_head(syntax: Syntax, party: Party) -> bool:
    k = syntax.at(party.first)
    return k < 0 or party.stop > syntax.head[k]


def _is_capital(parse: Parse, token: int) -> bool:
    return parse.document.text[parse.starts[token]].isupper()


def is_generic(parse: Parse, syntax: Syntax, k: int) -> bool:
    """Is the phrase a sort of people rather than some whom the text knows ("loyal staff", "reasonable judges")?"""
    head = syntax.head[k]
    if syntax.holder[k] >= 0 or _is_capital(parse, head) or parse.tags[syntax.first[k]] in _DETERMINERS:
        return False
    return parse.tags[head] == "NNS" or syntax.word[k] in tables.groups().collective


def holds_for_himself(syntax: Syntax, k: int) -> bool:
    """Is the phrase of somebody who belongs to another and has a mind of his own ("her aunt", "Lund's critics")?"""
    noun = syntax.word[k]
    known = noun in tables.people() or noun in tables.groups().plural or noun in _SERVED
    return known and noun not in _SPEAKING_FOR


def is_somebody_else(syntax: Syntax, k: int) -> bool:
    """Is the phrase of one person who belongs to another, and is no part of what that one is or does ("her client")?"""
    noun = syntax.word[k]
    return noun not in _SPEAKING_FOR and (noun in tables.people() or noun in _SERVED)


def stands_apart(syntax: Syntax, k: int) -> bool:
    """Is the phrase of somebody else in that sense, or of others who are against whom they belong to ("her rivals")?"""
    return is_somebody_else(syntax, k) or syntax.word[k] in OPPONENTS


def is_treated(syntax: Syntax, k: int) -> bool:
    """Is the phrase of people to whom somebody does something ("threw honest people out"), and who are no people of his own?"""
    verb = syntax.verb[k]
    treated = verb >= 0 and syntax.object[verb] == k and syntax.said[k] < 0 and syntax.word[verb] not in GATHERING
    return treated and (syntax.word[k] in _FOLK or holds_for_himself(syntax, k))


def meant_by(syntax: Syntax, k: int) -> int:
    """The phrase that belongs to the phrase `k` by "'s" and is somebody ("France's [president], Ann Lund"), else `k`: of what
    somebody has or does he is told himself ("Lund's conduct").
    """
    j = k + 2
    return j if j < len(syntax.kind) and syntax.holder[j] == k and is_somebody_else(syntax, j) else k


def names_in(syntax: Syntax, parties: Sequence[Party], asides: frozenset[int], chunk: int) -> list[str]:
    """The parties named in a chunk or owning it, first those whom its head or an apposition names; no `asides`, told by
    their first tokens.
    """
    meant: list[str] = []
    beside: list[str] = []
    for k in (chunk, syntax.same[chunk], *syntax.apposed_to(chunk), syntax.holder[chunk]):
        if k >= 0:
            start, stop, head = syntax.first[k], syntax.stop[k], syntax.head[k]
            for party in parties:
                if start <= party.first < stop and party.first not in asides:
                    is_meant = party.stop > head and k != syntax.holder[chunk]
                    (meant if is_meant else beside).append(party.name)
    return meant + beside


def holders_in(syntax: Syntax, parties: Sequence[Party], asides: frozenset[int], chunk: int) -> list[str]:
    """The same without those who only own somebody with a mind of his own ("her aunt praised Lund")."""
    named = names_in(syntax, parties, asides, chunk)
    if not named or not holds_for_himself(syntax, chunk):
        return named
    heads = [k for k in (chunk, syntax.same[chunk], *syntax.apposed_to(chunk)) if k >= 0]
    meant = {one.name for one in parties for k in heads if syntax.head[k] < one.stop <= syntax.stop[k]}
    return [name for name in named if name in meant]
