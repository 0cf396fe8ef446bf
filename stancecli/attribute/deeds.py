"""Deeds that are told with words of reports (`recalled its envoy`, `refused entry to fans`), and votes."""

from __future__ import annotations

from stancecli import tables
from stancecli.attribute.cues import Listed
from stancecli.attribute.grammar import BE, THAT, kind_of
from stancecli.attribute.roles import Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

_JUDGED = frozenset(
    "jailed imprisoned convicted sentenced fined arrested detained acquitted cleared extradited".split()
)
"""What courts and police do to somebody: for one such word in ten, annotated news has a source and content."""
_RECALLS = frozenset("recall recalls recalled recalling".split())
_APPEALS = frozenset("appeal appeals appealed appealing".split())
_REFUSES = frozenset("refuse refuses refused refusing deny denies denied denying".split())
_GRANTED = frozenset(
    "entry access admission admittance bail parole permission asylum refuge visa visas service credit boarding citizenship"
    " treatment loan loans licence license permit".split()
)
"""What is given or refused to somebody, and not said."""
_CALLED_BACK = frozenset("goods cars vehicles models products batches toys parliament".split())
_REMEMBERED = frozenset(("as", "who", "with", "whose", "fondly"))
"""What tells more of what comes back to somebody's mind."""
_SENT = frozenset("envoy envoys ambassador ambassadors diplomat diplomats consul troops delegation negotiators".split())
_WITHDRAWN = {
    **dict.fromkeys("call calls called calling".split(), frozenset(["off"])),
    **dict.fromkeys("back backs backed backing".split(), frozenset("down out off".split())),
}
"""Verbs that tell of no words with these behind them (`called off the strike`, `backs down on the plan`)."""
_VOTES = frozenset("vote votes voted voting".split())
_WAYS = (("for",), ("against",), ("in", "favour", "of"), ("in", "favor", "of"))
_LARGE = 3
"""A number of so many digits counts goods, not memories."""


def is_deed(scene: Scene, link: Link, listed: Listed) -> bool:
    """Is it told what somebody did, and neither what he said nor what he thought?"""
    if link.cue is None or not link.contents or _is_said(scene, link.contents[0]):
        return False
    cue, first = scene.words[slice(*link.cue)], link.contents[0].first
    if not _RECALLS.isdisjoint(cue):
        passive = link.source is None and not BE.isdisjoint(cue)
        return passive or (first == link.cue.stop and _is_called_back(scene, first))
    if cue[-1] == "against" and (not _APPEALS.isdisjoint(cue) or _is_contest(scene, link.source)):
        return True
    behind = scene.words[link.cue.first + 1 : link.cue.stop + 1]
    if any(after in _WITHDRAWN.get(word, ()) for word, after in zip(cue, behind, strict=False)):
        return True
    if _is_cast(scene, cue, first) or _is_found(scene, cue, link.contents[0]):
        return True
    if not _VOTES.isdisjoint(cue):
        return False
    if cue[-1] in _REFUSES:
        return first == link.cue.stop and _is_granted(scene, link.contents[0])
    return not _JUDGED.isdisjoint(cue) and not any(found.verb for found in listed.inside(link.cue))


def _is_contest(scene: Scene, source: Range | None) -> bool:
    """Does no party stand against another, but a match or a trial (`their next match is against the Rovers`)?"""
    return source is not None and scene.words[source.stop - 1] in _CONTESTS


_CONTESTS = frozenset(
    "match game fixture clash tie final semi-final race fight bout trial case hearing lawsuit claim".split()
)


def _is_cast(scene: Scene, cue: tuple[str, ...], first: int) -> bool:
    """Is it a vote that somebody gave (`cast her vote`)?"""
    return cue[-1] in ("cast", "casts", "casting") and scene.words[_head(scene, first)] in _BALLOTS


_BALLOTS = frozenset("vote votes ballot ballots".split())


def _is_found(scene: Scene, cue: tuple[str, ...], content: Range) -> bool:
    """Is it whom or what somebody found by looking (`found the boy at dawn`), and not what he finds so (`found him guilty`)?"""
    tags, (first, stop) = scene.tags, content
    if cue[-1] not in ("found", "finds") or tags[first] not in ("DT", "PRP$"):
        return False
    return not any(tag.startswith(_TELLING) for tag in tags[_head(scene, first) + 1 : stop])


_TELLING = ("VB", "MD", "JJ", "TO", "W")


def _is_said(scene: Scene, content: Range) -> bool:
    """Is it a quotation, or a clause with "that"?"""
    return kind_of(scene.words[content.first]) == THAT or scene.has_statement(*content)


def _is_called_back(scene: Scene, first: int) -> bool:
    """Is it who or what is ordered back (`its envoy`, `3,000 cars`), which is no memory (`her mother`, `the war`)?"""
    words, head = scene.words, _head(scene, first)
    if scene.tag(head + 1) in ("POS", "VBG") or scene.word(head + 1) in _REMEMBERED:
        return False
    if words[first][0].isdigit():
        return sum(map(str.isdigit, words[first])) >= _LARGE and words[head] in _CALLED_BACK
    people = tables.people() | tables.titles().heads if words[first] == "its" else frozenset[str]()
    return words[head] in _SENT or words[head] in _CALLED_BACK or words[head] in people


def _head(scene: Scene, first: int) -> int:
    """The last noun of the noun phrase that begins at `first`."""
    tags, at = scene.tags, first
    while at + 1 < len(tags) and tags[at + 1] in _NOMINAL:
        at += 1
    return at


_NOMINAL = frozenset("JJ NN NNS NNP NNPS CD HYPH".split())


def _is_granted(scene: Scene, content: Range) -> bool:
    """Is it what somebody is not given: `entry to fans`, `fans entry`, `him a loan`? What has a verb tells what is untrue."""
    words, tags, (first, stop) = scene.words, scene.tags[slice(*content)], content
    if any(tag.startswith(("VB", "MD", "W")) for tag in tags):
        return False
    given = first + next((at for at, tag in enumerate(tags) if tag in ("IN", "TO")), stop - first) - 1
    return given >= first and words[given] in _GRANTED


def with_tally(scene: Scene, link: Link) -> None:
    """`voted 6-3 for the budget`: how many did so is no part of what they are for."""
    if link.cue is None or not link.contents or scene.words[link.cue.stop - 1] not in _VOTES:
        return
    words, (first, stop) = scene.words, link.contents[0]
    if first != link.cue.stop or not words[first][0].isdigit():
        return
    at = first + 1
    while at + 1 < stop and words[at] in ("-", "–", "to") and words[at + 1][0].isdigit():
        at += 2
    at += next((len(way) for way in _WAYS if words[at : at + len(way)] == way), 0)
    if at < stop:
        link.cue, link.contents[0] = Range(link.cue.first, at), Range(at, stop)
