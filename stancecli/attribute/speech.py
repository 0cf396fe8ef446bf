"""The door from labels to `Speech`: links, layout, manner and withheld speech put together."""

from __future__ import annotations

from bisect import bisect_left

from stancecli.attribute.agents import agent, before_quotation, is_object
from stancecli.attribute.bounds import bounded, whole
from stancecli.attribute.carry import carry
from stancecli.attribute.clauses import trimmed, without
from stancecli.attribute.confidence import confidence
from stancecli.attribute.cues import Listed
from stancecli.attribute.deeds import is_deed, with_tally
from stancecli.attribute.grammar import BE, POSSESSIVE, is_nobody, kind_of
from stancecli.attribute.headlines import ended
from stancecli.attribute.insertions import inserted
from stancecli.attribute.layout import turns
from stancecli.attribute.link import link_labels, with_nameless
from stancecli.attribute.manner import HEDGES, kind_of_content, manner
from stancecli.attribute.nested import nested, outside
from stancecli.attribute.opinions import viewed
from stancecli.attribute.overruns import (
    before_meanwhile,
    until_there,
    without_next_clause,
    without_overruns,
    without_time,
)
from stancecli.attribute.passives import (
    LED_ON,
    by_agent,
    described,
    is_bare_passive,
    is_of_next_clause,
    with_subject,
)
from stancecli.attribute.questions import is_put_to, with_questions, without_question
from stancecli.attribute.readings import SAID_OF
from stancecli.attribute.reconcile import reconcile
from stancecli.attribute.roles import Belief, Link, Reading
from stancecli.attribute.scene import Scene
from stancecli.attribute.second import second_halves
from stancecli.attribute.withheld import withheld
from stancecli.model import Attribution, Content, Range, Source, Speech


def speech_of(scene: Scene, reading: Reading) -> Speech:
    """Turn the reading of one parse into attributions, in order of their first character."""
    refused = withheld(scene)
    listed = Listed(reading.cues)
    links = links_of(scene, reading, refused.cues)
    found = [_attribution(scene, item, number, reading.belief, listed) for number, item in enumerate(links)]
    return Speech(tuple(found), refused.values)


def links_of(scene: Scene, reading: Reading, refused: tuple[Range, ...]) -> list[Link]:
    """The links of all attributions, in order; `refused` are the cues of withheld speech."""
    spoken, listed = turns(scene, reading.cues), Listed(reading.cues)
    spoken = spoken or ended(scene, reading.cues)
    trained, ruled = (
        link_labels(scene, outside(with_nameless(scene, labels), spoken)) for labels in (reading.trained, reading.ruled)
    )
    for item in (*trained, *ruled):
        if item.source is None or item.how == "far":
            by_agent(scene, item)
    links = spoken + nested(scene, reading, spoken) + carry(scene, reconcile(scene, trained, ruled, reading.belief))
    for item in links:
        _settle(scene, item)
        without_time(scene, item)
    without_overruns(scene, links)
    links = _told_once(links)
    _rejoin(scene, links)
    links += [other for item in links if (other := described(scene, item))]
    links += tuple(viewed(scene, links))
    links = with_questions(scene, links)
    kept = [
        item
        for item in second_halves(scene, links, listed)
        if item.contents
        and not (item.cue and refused and _overlapping(item.cue, refused))
        and not _is_adjective(scene, item, listed)
        and not is_deed(scene, item, listed)
        and (item.source or item.cue or any(scene.has_statement(*content) for content in item.contents))
    ]
    return sorted(kept, key=lambda item: item.first)


def _told_once(links: list[Link]) -> list[Link]:
    """The links without those whose cue is the beginning of another's (`was reported by`, `was reported by ... as saying`)."""
    longest: dict[int, int] = {}
    for item in links:
        if item.cue:
            longest[item.cue.first] = max(longest.get(item.cue.first, 0), item.cue.stop)
    return [item for item in links if item.cue is None or item.cue.stop == longest[item.cue.first]]


def _rejoin(scene: Scene, links: list[Link]) -> None:
    """Give a report what follows behind its speaker (`[Two were hurt], said Ruiz, [and a drum was lost].`)."""
    words, tags = scene.words, scene.tags
    firsts = sorted(part.first for link in links for part in link.parts)
    for link in links:
        source, cue = link.source, link.cue
        if not (source and cue and len(link.contents) == 1 and link.contents[0].stop <= cue.first < source.first):
            continue
        first, stop = source.stop + 1, scene.sentence(cue.first).stop - 1
        rest = Range(first, stop)
        if words[source.stop : first + 1] not in _GOING_ON or not 2 < stop - first <= _LONGEST_REST:
            continue
        free = bisect_left(firsts, first) == bisect_left(firsts, stop) and not scene.has_marks(rest)
        quoted = scene.zone_of[link.contents[0].first] >= 0
        if free and not quoted and tags[first + 1] in _SUBJECTS and scene.has_verb(first + 2, stop):
            link.contents.append(rest)


_GOING_ON = ((",", "and"), (",", "but"))
_LONGEST_REST = 40
_SUBJECTS = frozenset("DT PRP PRP$ NN NNS NNP EX".split())


def _with_has(scene: Scene, link: Link) -> None:
    """`Ruiz's warned that ...`: what looks like a possessive is "has"."""
    words, source, cue = scene.words, link.source, link.cue
    if source is None or cue is None or source.stop != cue.first or source.stop - source.first < 2:
        return
    if words[cue.first - 1] == "'s" and scene.word(cue.stop) == "that":
        link.source = Range(source.first, source.stop - 1)


def _with_as(scene: Scene, link: Link) -> None:
    """`Ruiz was dismissed as a liar`: the cue is "dismissed as", whoever says so."""
    words, cue = scene.words, link.cue
    if link.source or cue is None or scene.word(cue.stop) != "as" or BE.isdisjoint(words[slice(*cue)]):
        return
    rest = [Range(first + (first == cue.stop), stop) for first, stop in link.contents]
    if rest != link.contents and all(first < stop for first, stop in rest):
        link.contents, link.cue = rest, Range(cue.first, cue.stop + 1)


def _settle(scene: Scene, link: Link) -> None:
    """Give a link the source that it lacks, the right ends of the one it has, and none where whom it names does not speak."""
    _with_has(scene, link)
    before_meanwhile(scene, link)
    without_question(scene, link)
    inserted(scene, link)
    if link.how == "loose" and (found := before_quotation(scene, link)):
        link.source, link.how = found, "agent"
    astray = link.source is None or link.how == "far" or is_object(scene, link)
    if astray and (found := agent(scene, link)):
        link.source, link.how = found, "agent"
    by_agent(scene, link)
    without_next_clause(scene, link)
    if link.source and link.how != "turn":
        _widen(scene, link)
        link.source = bounded(scene, link.source)
    link.unsaid = link.source is not None and is_nobody(scene.parse, *link.source)
    subject = link.source
    if is_put_to(scene, link) or _is_spoken_of(scene, link) or is_of_next_clause(scene, link):
        link.source = None
    with_subject(scene, link, subject)
    _with_as(scene, link)
    with_tally(scene, link)
    if link.how != "turn":
        contents = (until_there(scene, content) for content in link.contents)
        link.contents = [rest for content in contents if (rest := trimmed(scene, *content))]


def _widen(scene: Scene, link: Link) -> None:
    """Give a source the head to which it belongs, and take that out of what it says (`It is over, [Ruiz, a critic], said`)."""
    if link.source is None or link.cue is None:
        return
    source = whole(scene, link.source, link.cue)
    if source == link.source:
        return
    left = (rest for content in link.contents for rest in without(content, source))
    contents = [told for rest in left if (told := trimmed(scene, *rest))]
    if contents:
        link.source, link.contents = source, contents


def _overlapping(cue: Range, others: tuple[Range, ...]) -> bool:
    at = bisect_left(others, (cue.first + 1,))
    return bool(at and others[at - 1].stop > cue.first) or (at < len(others) and others[at].first < cue.stop)


def _is_adjective(scene: Scene, link: Link, listed: Listed) -> bool:
    """Is the cue a participle before a noun, where nobody reports (`the town's reported losses`, `so-called`)?"""
    if link.cue is None:
        return False
    if scene.word(link.cue.first - 1) == "-":
        return True
    if link.source is None or kind_of(scene.words[link.source.stop - 1]) != POSSESSIVE:
        return False
    inside = listed.inside(link.cue)
    return bool(inside) and all(cue.noun is None for cue in inside)


_IS = BE - {"'s"}
"""`She's warned that ...` has "has" more often than "is", but not `She's said to be ill`."""


def _is_spoken_of(scene: Scene, link: Link) -> bool:
    """`Ruiz is said to be ill`, `Ruiz accused of fraud`: the subject is whom others speak of, or to."""
    if link.cue is None or link.source is None or link.source.first > link.cue.first:
        return False
    if is_bare_passive(scene, link):
        return True
    words = scene.words[slice(*link.cue)]
    if HEDGES.issuperset(words):
        return True  # `Ruiz reportedly left in tears`
    if BE.isdisjoint(words):
        return False
    *before, last = words
    if before and last in LED_ON:
        *before, last = before
    told_to = scene.word(link.cue.stop) == "to"
    return last in SAID_OF and not (BE if told_to else _IS).isdisjoint(before)


def _attribution(scene: Scene, link: Link, number: int, belief: Belief, listed: Listed) -> Attribution:
    return Attribution(
        id=number,
        kind="direct" if link.how == "turn" else kind_of_content(scene, link.contents),
        confidence=confidence(link, belief),
        source=_source(scene, link.source),
        cue=manner(scene, link.cue, listed.inside(link.cue), link.unsaid) if link.cue else None,
        content=_content(scene, sorted(link.contents)),
    )


def _source(scene: Scene, source: Range | None) -> Source | None:
    if source is None:
        return None
    text, span = scene.written(*source)
    return Source(text, (span,))


def _content(scene: Scene, contents: list[Range]) -> Content:
    spans = tuple([scene.parse.span(*content) for content in contents])
    text = scene.parse.document.text
    return Content(" ".join([text[start:end] for start, end in spans]), spans)
