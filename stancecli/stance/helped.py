"""What somebody is helped to do: "helped Lund sack Smith" tells of Lund and of Smith, and whom it is done to has no helper."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from stancecli import tables
from stancecli.aim.parties import Party
from stancecli.model import Parse
from stancecli.predicates import Predicate
from stancecli.stance.denial import is_denied
from stancecli.stance.syntax import Syntax
from stancecli.stance.verbs import HELPING

_MISTAKEN = frozenset("NN NNP JJ VBG".split())
"""Tags that a bare verb gets behind a name, where none is expected."""
_BEGINS_OBJECT = frozenset("DT PRP PRP$ NNP".split())
"""Tags with which the object of such a verb begins; no more than a noun would be followed by a verb ("helped Lund fans win")."""


def with_infinitives(parse: Parse, parties: Iterable[Party], predicates: Iterable[Predicate]) -> Parse:
    """The same with the tags of verbs for what is done by the party that somebody helps ("helped Lund sack Smith").

    `predicates` are those of the parse, whatever the tags of their words.
    """
    if HELPING.isdisjoint(parse.words):
        return parse
    known = {one.first for one in predicates if one.entry.inflect == "verb"}
    helped = (party for party in parties if _is_helped(parse, party))
    verbs = [party.stop for party in helped if _is_verb(parse, party.stop, party.person or party.stop in known)]
    if not verbs:
        return parse
    tags = list(parse.tags)
    for at in verbs:
        tags[at] = "VB"
    return replace(parse, tags=tuple(tags))


def _is_helped(parse: Parse, party: Party) -> bool:
    before = party.first - 1
    before -= before > 0 and parse.tags[before] in ("DT", "PRP$")
    return before >= 0 and parse.words[before] in HELPING and parse.tags[before].startswith("VB")


def _is_verb(parse: Parse, at: int, may_be: bool) -> bool:
    """Whether a bare verb stands behind a party: the tagger says so, or it may be one and is a word for nobody before an object.

    It may behind persons; behind others a noun is as likely ("helped the council boss Smith"), if it is no verb of attitudes.
    """
    if at + 1 >= len(parse.words) or parse.document.text[parse.starts[at]].isupper():
        return False
    word, tag = parse.words[at], parse.tags[at]
    if tag in ("VB", "VBP"):
        return True
    table = tables.organisations()
    told = any(word in words for words in (tables.people(), table.kinds, table.either))
    bare = tag in _MISTAKEN and word.isalpha() and not word.endswith(("ing", "ed"))
    return may_be and bare and not told and parse.tags[at + 1] in _BEGINS_OBJECT


def helper(parse: Parse, syntax: Syntax, here: int, subject: int) -> int:
    """The party that helps the subject of an infinitive to do it, and so does it too; -1 where there is none."""
    verb = subject - 1
    if verb < 0 or here != subject + 1 or syntax.word[verb] not in HELPING or syntax.object[verb] != subject:
        return -1
    first = syntax.first[here]
    bare = parse.words[first] == "to" or parse.tags[first] == "VB"
    who = syntax.subject[verb]
    return who if bare and who in syntax.named and not is_denied(parse, syntax, verb) else -1
