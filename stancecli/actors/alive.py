"""What only persons do, and what is done to nothing else: a name like a street's is somebody's beside such a word."""

from __future__ import annotations

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
