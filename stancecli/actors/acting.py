"""Whether who is named acts, as a person or otherwise, is dealt with or is told of: by the words beside the name."""

from __future__ import annotations

from stancecli.actors.lookup import demonyms
from stancecli.model import Parse

ACTS = frozenset(
    "is was has had will would should must may might can could does did do says said told wants insists insisted denies "
    "warns accuses calls claims announces vows rejects blames sees saw fears hopes argues thinks believes knew knows "
    "considers regards backs supports opposes sent sends made makes took takes gave gives also still never itself "
    "himself herself won lost went came led met spoke wrote".split()
)
"""Words that follow the name of one who does something."""
_BEHIND_NOUN = frozenset(". , ; : ? ! ” ) — – 's who whose".split())
_VERBS = {("VBD",), ("VBZ",), ("MD",)}
"""What stands behind a noun and not behind its adjective: "the Spaniard won", but "the Spanish team"."""
_NEAR = frozenset("in at near across outside inside around throughout within from to through into via toward".split())
_DEALS = frozenset(
    "with against between for by accuse accuses accused accusing blame blames blamed condemn condemns condemned criticise "
    "criticises criticised criticize criticizes criticized denounce denounces denounced praise praises praised rebuke rebuked "
    "thank thanks thanked threaten threatens threatened threatening urge urges urged urging warn warns warned warning".split()
)
"""What stands before a government that is dealt with or spoken to."""
_RELATIVE = ((",", "which"), (",", "who"), (",", "whose"))
_DOES = frozenset(
    "said says told tells wrote writes argued argues added warned warns insisted insists replied explained admitted admits vowed "
    "vows blamed blames denied denies claimed claims accused accuses thanked thanks praised praises hopes hoped believes believed "
    "thinks thought urged urges appealed died resigned quit married apologised apologized pleaded wept smiled laughed".split()
)
"""What a person does, and no street."""
DONE_TO_PARTIES = frozenset(
    "praised praises praising criticised criticises criticising criticized criticizes criticizing accused accuses accusing blamed "
    "blames blaming thanked thanks thanking mocked mocks mocking insulted insults insulting urged urges urging told tells telling "
    "asked asks asking warned warns warning rebuked rebukes scolded sued sues suing sacked sacks sacking fired fires appointed "
    "appoints endorsed endorses endorsing defended defends defending condemned condemns condemning denounced denounces "
    "denouncing lambasted slammed slams hailed hails congratulated congratulates applauded applauds forgave "
    "forgives trusts trusted distrusts".split()
)
"""What somebody does to a person or a body, and to no street."""
_DONE = frozenset(
    "arrested jailed charged sentenced convicted acquitted sacked hired elected appointed married knighted interviewed "
    "imprisoned accused born".split()
)
"""What is done to a person, and to no street."""
_DEALT_WITH = _DONE | DONE_TO_PARTIES
_SAID = (("said",), ("says",))
CLOSING = ((), (".",), (",",), (";",), ("and",), ("on",), ("in",), ("for",), ("after",), ("over",))
"""What stands behind a name that ends there, and not behind one that tells of another ("Barrow Lane residents")."""
_HAVE = frozenset("has had have".split())
_AUXILIARIES = _HAVE | frozenset("is was be been being also later".split())


def acts(words: tuple[str, ...], stop: int) -> bool:
    """Whether the name that ends before token `stop` is one who does or owns something."""
    after = words[stop] if stop < len(words) else ""
    return after in ACTS or after == "'s" or after.endswith("ed")


def acts_as_person(words: tuple[str, ...], first: int, stop: int) -> bool:
    """Whether the name at these tokens does what only persons do, or has it done ("Lane resigned", "jailed Zubin Lane")."""
    verb = stop
    while words[verb : verb + 1] and words[verb] in _AUXILIARIES:
        verb += 1
    after, before = words[verb : verb + 1], words[first - 1 : first]
    passive = verb > stop and words[verb - 1] not in _HAVE
    inverted = before in _SAID and words[stop : stop + 1] in CLOSING
    done = not _DEALT_WITH.isdisjoint(before) and words[stop : stop + 1] in CLOSING
    return inverted or done or not (_DONE if passive else _DOES).isdisjoint(after)


def is_told_of(parse: Parse, first: int, stop: int) -> bool:
    """Whether a clause behind a comma goes on about a proper noun ("Senn, which owns the yard, ...")."""
    return parse.tags[first : first + 1] == ("NNP",) and parse.words[stop : stop + 2] in _RELATIVE


def stands_for_government(parse: Parse, first: int, stop: int) -> bool:
    """Whether a capital stands for its government here: it does something, or is dealt with."""
    words = parse.words
    before = words[first - 1] if first else ""
    after = words[stop] if stop < len(words) else ""
    if before in _NEAR or before == ",":
        return False
    return (
        after in ACTS
        or after.endswith("ed")
        or (before in _DEALS and after != ",")
        or (before == "and" and first > 2 and words[first - 3] == "between")
    )


def one_of_a_people(parse: Parse, token: int) -> bool:
    """Whether a person of a country stands here and not the country ("an Irishman", "the Spaniard said")."""
    word, people = parse.words[token], demonyms()
    if word not in people:
        return False
    if word.endswith("woman") or (word.endswith("man") and f"{word[:-3]}men" in people):
        return True
    if parse.words[token - 1 : token] != ("the",) or f"{word}s" not in people:
        return False
    after = parse.words[token + 1] if token + 1 < len(parse.words) else "."
    return after in ACTS or after in _BEHIND_NOUN or parse.tags[token + 1 : token + 2] in _VERBS
