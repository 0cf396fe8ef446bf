"""Where a speaker goes on to another report: `Ruiz said the plan was a mistake and praised the mayor`.

"And" or "but" with a verb behind it may go on with the cue or with a verb in what is reported. It goes on with the cue
where what is reported has no verb of its own, or one to which the second is no match. docs/attribution.md says how often
that is right in annotated news.
"""

from __future__ import annotations

from collections.abc import Iterator

from stancecli.attribute.clauses import trimmed
from stancecli.attribute.cues import CueAt, Listed
from stancecli.attribute.following import content_after, cue_stop
from stancecli.attribute.grammar import (
    ADVERB,
    BE,
    COMMA,
    FINITE_TAGS,
    HAVE,
    OBJECT,
    POSSESSIVE,
    PRONOUN,
    THAT,
    kind_of,
)
from stancecli.attribute.roles import Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

_AND = frozenset(("and", "but"))
_RELATIVES = frozenset(("who", "which"))
_LAID_OUT = frozenset(("turn", "headline", "signed", "loose"))
_PAST = ("VBD", "VBN")
_SPOKEN = frozenset(
    "accused added admitted agreed announced apologised apologized appealed applauded argued asked asserted assured begged"
    " berated blamed blasted branded called castigated cautioned challenged claimed commended complained conceded condemned"
    " congratulated contended countered criticised criticized declared demanded denied denounced derided described"
    " dismissed emphasised emphasized expressed hailed implored insisted invited joked labelled labeled lambasted lamented"
    " lauded likened mocked named noted objected ordered pleaded pledged praised predicted promised proposed protested"
    " questioned quipped quoted rebuked recommended rejected remarked reminded replied requested ridiculed said scolded"
    " singled slammed stated stressed suggested swore thanked threatened told urged voiced vowed warned welcomed wrote".split()
)
"""Past forms of verbs for what only a speaker does: a plan, a law or a price seldom does it."""


def second_halves(scene: Scene, links: list[Link], listed: Listed) -> list[Link]:
    """The links, each ended where its speaker goes on to something else; a second report becomes a link of its own."""
    owned = Owned(links, len(scene.words))
    found = []
    for link in links:
        rest: Link | None = link
        while rest:
            found.append(rest)
            rest = _cut(scene, rest, owned, listed)
    return found


class Owned:
    """Which words are part of a link, and the cues of which they are."""

    def __init__(self, links: list[Link], size: int) -> None:
        """`size` is how many words there are."""
        self.cues = {token: link for link in links if link.cue for token in range(*link.cue)}
        self._taken = bytearray(size)
        for link in links:
            for first, stop in link.parts:
                self._taken[first:stop] = b"\x01" * (stop - first)

    def free(self, first: int, stop: int) -> int:
        """Up to which word before `stop` those from `first` on are free."""
        taken = self._taken.find(b"\x01", first, stop)
        return stop if taken < 0 else taken


def _cut(scene: Scene, link: Link, owned: Owned, listed: Listed) -> Link | None:
    """End a link at the first verb that goes on with its cue; its second half, where that is a report not yet found."""
    tense = _tense(scene, link)
    if not tense or link.source is None or link.cue is None:
        return None
    end = scene.sentence(link.cue.first).stop
    for number, content in enumerate(link.contents):
        if not link.cue.stop <= content.first < end:
            continue
        for at in _coordinators(scene, content, end):
            verb = _verb_after(scene, at, end)
            known = owned.cues.get(verb)
            cue = listed.verb_at(verb) if known is None else None
            if not _agrees(scene, verb, tense) or (cue is None and not (known and _shares(known, link))):
                continue
            if at >= content.stop:
                return _second(scene, link.source, cue, owned.free(verb, end)) if cue else None
            if known or (verb < content.stop and _goes_on(scene, content, at, verb)):
                first, later = trimmed(scene, content.first, at), link.contents[number + 1 :]
                link.contents[number:] = ([first] if first else []) + ([] if cue else later)
                return _second(scene, link.source, cue, content.stop, later) if cue else None
    return None


def _shares(known: Link, link: Link) -> bool:
    return known is not link and known.source == link.source


def _tense(scene: Scene, link: Link) -> str:
    """The tag of the finite verb of a cue, "" where it has none or the page's layout is the cue."""
    if link.cue is None or link.how in _LAID_OUT:
        return ""
    tag = next((tag for tag in scene.tags[slice(*link.cue)] if tag in FINITE_TAGS), "")
    return tag if tag != "MD" else ""


def _agrees(scene: Scene, verb: int, tense: str) -> bool:
    """Is the verb in the tense of that tag?"""
    tag = scene.tags[verb]
    return tag == tense or (tense == "VBD" and (tag in _PAST or scene.words[verb] in _SPOKEN))


def _coordinators(scene: Scene, content: Range, end: int) -> Iterator[int]:
    """Where "and" or "but" stand in a content or right behind it, outside of quotations."""
    last = content.stop + (content.stop < end and kind_of(scene.words[content.stop]) == COMMA)
    for at in range(content.first + 1, min(last + 1, end - 1)):
        if scene.words[at] in _AND and not scene.is_quoted(at):
            yield at


def _verb_after(scene: Scene, at: int, end: int) -> int:
    verb = at + 1
    while verb < end - 1 and kind_of(scene.words[verb]) == ADVERB:
        verb += 1
    return verb


def _goes_on(scene: Scene, content: Range, at: int, verb: int) -> bool:
    """Does the verb behind the coordinator at `at` go on with the cue, rather than with what is reported?"""
    tags = scene.tags
    verbs = [token for token in range(content.first, at) if tags[token] in FINITE_TAGS]
    plain = [token for token in verbs if not scene.is_quoted(token)]
    if not (plain if scene.is_quoted(content.first) else verbs):
        return tags[verb] in FINITE_TAGS
    return bool(plain) and scene.words[verb] in _SPOKEN and _is_no_match(scene, plain[-1], at, verb)


def _is_no_match(scene: Scene, last: int, at: int, verb: int) -> bool:
    """Is the last verb of what is reported one with which a past tense does not go on?

    One of a relative clause ("a liar who cheats and promised more") may be, but not "what he called a farce and promised".
    """
    tags, words = scene.tags, scene.words
    if last > 1 and words[last - 2] == "what":
        return scene.tag(verb + 1) not in FINITE_TAGS
    if not _RELATIVES.isdisjoint(words[last - 1 : at]):
        return False
    if words[last] in BE:
        return "VBN" not in tags[last:at] or _has_object(scene, verb)
    return words[last] not in HAVE and tags[last] != "VBD"


def _has_object(scene: Scene, verb: int) -> bool:
    """Is it active, as a participle (`was booed and accused of theft`) is not?"""
    after = verb + 1
    if after >= scene.sentence(verb).stop:
        return False
    return kind_of(scene.words[after]) in (THAT, PRONOUN, OBJECT, POSSESSIVE) or scene.capital(after)


def _second(scene: Scene, source: Range, cue: CueAt, ceiling: int, later: list[Range] | None = None) -> Link | None:
    """A link for a second cue; where `later` is given, all words up to `ceiling` are reported, and that is too."""
    assert cue.verb is not None
    stop = cue_stop(scene, cue, cue.verb.takes)
    said = content_after(scene, stop, cue.verb.takes, ceiling)
    if later is not None:
        said = trimmed(scene, said.first if said else stop, ceiling)
    contents = ([said] if said else []) + (later or [])
    return Link(source, Range(cue.first, stop), contents, "shared") if contents else None
