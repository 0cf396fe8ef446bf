"""For whom a source speaks: a spokesman's principal, the maker of a report."""

from __future__ import annotations

from functools import cache

from stancecli import tables
from stancecli.actors.mentions import Mentions
from stancecli.actors.parties import Party
from stancecli.actors.sources import BODIES, DEFINITE, REPORTS, Phrase, breaks, phrase_of
from stancecli.actors.words import DAYS, HIS_OR_HER, body_nouns, has_capital
from stancecli.model import Parse, Span

_SPOKESPEOPLE = frozenset(
    "spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople lawyer lawyers attorney attorneys".split()
)
_DEPUTIES = frozenset("representative representatives rep reps publicist publicists".split())
"""Who speaks for somebody only where "for" tells for whom."""
_WORDS = REPORTS | frozenset(
    "tweet tweets post posts speech message messages email emails column blog essay ruling filing lawsuit complaint petition "
    "testimony remarks lecture sermon".split()
)
"""What somebody says things in, which speaks for whose it is ("the union's first ad", "her tweet")."""
_OWNED = frozenset(("'s", "'"))
_BEFORE_OFFICE = frozenset(("post", "press", "box", "media"))
_SITES = frozenset("post posts message messages".split())
"""Before these stands where they were read, unless "'s" tells whose they are ("the Facebook post")."""
_TIMES = DAYS | frozenset("day week month year today tonight tomorrow yesterday morning evening night weekend".split())
_SPOKEN_FOR, _MADE_BY = frozenset(("for", "of")), frozenset(("by", "from"))
"""What leads from a spokesman to his principal, and from a report to its maker."""
_ANYBODY = frozenset("men women boys girls children people".split())
"""Of whose deeds a report tells: "a study of murder by men"."""
_SPOKEN = 3
"""Within how many sentences a spokesman of whom nothing more is told speaks for the body that was named."""


def body_before(parse: Parse, phrase: Phrase, mentions: Mentions) -> Party | None:
    """The organisation that the latest sentence with any begins with, before a spokesman of whom no more is told ("a
    spokeswoman said").
    """
    bare = phrase.stop - phrase.head == 1 and parse.words[phrase.head].startswith("spokes")
    if not bare or parse.words[phrase.first] in DEFINITE:
        return None
    sentence = parse.sentence_of[phrase.first]
    rows = [(parse.sentence_of[first], party) for first, _, party in mentions.before(phrase.first)]
    bodies = [row for row in rows if row[1].kind == "organisation" and sentence - row[0] <= _SPOKEN]
    return next((party for at, party in bodies if at == bodies[-1][0]), None)


def sort_of(noun: str) -> str:
    """The noun by which a source is known again: a survey may be called a poll, a study a report, a company a firm."""
    return "report" if noun in REPORTS else "company" if noun == "firm" else noun


def is_spoken_for(parse: Parse, phrase: Phrase) -> bool:
    """Whether a source speaks for somebody: a spokesman, a lawyer."""
    noun = phrase.noun
    return noun in _SPOKESPEOPLE or (
        noun in _DEPUTIES and parse.words[phrase.head_stop : phrase.head_stop + 1] == ("for",)
    )


def is_his_office(parse: Parse, phrase: Phrase) -> bool:
    """Whether a source speaks for the person whom "his" or "her" before it stands for ("his office", "her tweet")."""
    noun = phrase.noun
    speaks = noun == "office" or noun in _SPOKESPEOPLE or noun in _WORDS
    others = not _OWNED.isdisjoint(parse.words[phrase.first : phrase.head])  # "her critics' letter"
    return parse.words[phrase.first] in HIS_OR_HER and speaks and not others


def _may_make(parse: Parse, phrase: Phrase | None) -> bool:
    """Whether a name, people or a body are told, who may have made a report ("by the institute", not "by the bed")."""
    if phrase is None:
        return False
    noun = phrase.noun
    named = any(has_capital(parse, at) for at in range(phrase.head, phrase.head_stop))
    return named or noun in BODIES or (noun in _makers() and noun not in _ANYBODY)


@cache
def _makers() -> frozenset[str]:
    return tables.groups().plural | tables.people() | tables.organisations().heads | body_nouns()


def principal(parse: Parse, phrase: Phrase, mentions: Mentions) -> Span | None:
    """The part of a phrase that names for whom a spokesman speaks, or whose a poll or a report is."""
    words, noun = parse.words, phrase.head_stop - 1
    office = words[noun] == "office" and not has_capital(parse, noun)
    speaks, report = is_spoken_for(parse, phrase), words[noun] in _WORDS or office
    if not speaks and not report:
        return None
    stop = next((i for i in range(noun + 1, phrase.stop) if breaks(parse, i)), phrase.stop)
    maker = noun + 1
    if report and "by" in words[maker:stop]:  # "a survey of growers carried out by the institute"
        maker = words.index("by", maker)
    if maker + 1 < stop and words[maker] in (_SPOKEN_FOR if speaks else _MADE_BY):
        span = parse.span(maker + 1, stop)
        if speaks or _may_make(parse, phrase_of(parse, span)):
            return span
    owned = [at for at in range(phrase.head, noun) if words[at] in _OWNED] if report else []
    before = owned[-1] if owned else noun - (words[noun - 1] in _OWNED)  # "the union's first ad"
    place = words[noun - 1] in _BEFORE_OFFICE if office else words[noun] in _SITES and not owned
    if before <= phrase.head or place or words[before - 1] in _TIMES:
        return None
    ends = any(stop == before for _, stop, _ in mentions.within(phrase.head, before))
    if office and not ends:  # "the president's office", of whichever president
        return None
    bodies = words[before - 1] in tables.organisations().heads or words[before - 1] in BODIES
    return parse.span(phrase.first, before) if ends or bodies or before < noun else None
