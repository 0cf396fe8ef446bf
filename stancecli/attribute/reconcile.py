"""Make one reading out of two: the trained labeller's, and that of the rules where it saw less.

The labeller is right more often; the rules know what few articles show. So the labeller's links stay, but for two
cases: a report that only the rules find is added, and where the labeller found reports inside one of the rules whose
cue it missed, or broke a content off within a clause, the outermost one is told (docs/models.md has the figures).
"""

from __future__ import annotations

from stancecli.attribute.clauses import trimmed
from stancecli.attribute.confidence import chance
from stancecli.attribute.following import SPELLS
from stancecli.attribute.grammar import RELATIVE, SUBORDINATOR, THAT, VERB_TAGS, kind_of
from stancecli.attribute.passives import is_plain_passive
from stancecli.attribute.roles import Belief, Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

TRUSTED = frozenset(("subject", "inverted", "shared", "signed", "agent"))
"""The ways of finding a source in which a report of the rules alone is believed."""
BELIEF = 0.2
"""How likely the labeller must hold it that the words are reported where only the rules find a report."""
DOUBT = 0.45
"""Where the labeller holds neither source nor cue nor content for so likely, nothing is told."""
UNLIKELY = 0.2
"""Nor is a report told whose source is so unlikely to be right."""
SURE, BEFORE = 0.8, 5
"""How likely a word that the labeller passed over must be a cue, and at most how many words before what it reports."""
QUOTATION = 6
"""A quotation of more tokens than this, or over several paragraphs, is a statement, whoever says it."""


def reconcile(scene: Scene, trained: list[Link], ruled: list[Link], belief: Belief) -> list[Link]:
    """The links of both readings, none overlapping another reading's."""
    for link in trained:
        _lend_cue(scene, link, belief)
        _end_with_quotation(scene, link)
    links: list[Link | None] = list(trained)
    owner = [-1] * belief.tokens
    for number, link in enumerate(trained):
        _claim(owner, link, number)
    for link in ruled:
        rival = links[number] if (number := owner[(link.cue or link.contents[0]).first]) >= 0 else None
        if link == rival:
            continue  # both read the same
        touched = set[int]().union(*(owner[first:stop] for first, stop in link.parts)) - {-1}
        rivals = [rival for number in sorted(touched) if (rival := links[number])]
        if link.source and link.how in TRUSTED and len(holders := set(owner[slice(*link.source)]) - {-1}) < 2:
            _lend_source(scene, link, [rival for number in holders or touched if (rival := links[number])])
        if rivals and link.contents and link.cue and _within_opening_clause(scene, link):
            _end_with_clause(link, rivals)
        if _believed(scene, link, rivals, belief) or (
            not rivals and (_is_statement(scene, link) or is_plain_passive(scene, link))
        ):
            for number in touched:
                links[number] = None
            _claim(owner, link, len(links))
            links.append(link)
    asked = {link.cue for link in ruled if _is_asked_for(scene, link)}
    return [
        link
        for link in links
        if link and (link.cue in asked or not _doubted(link, belief)) and not _only_addressed(scene, link)
    ]


def _lend_cue(scene: Scene, link: Link, belief: Belief) -> None:
    """Where a reported clause is told and no cue, that is the word before it which is likely one (`telling Ruiz [that ...]`)."""
    if link.source or link.cue or kind_of(scene.words[link.first]) != THAT:
        return
    floor = max(scene.sentence(link.first).first, link.first - BEFORE)
    cues = (Range(at, at + 1) for at in reversed(range(floor, link.first)))
    link.cue = next((cue for cue in cues if belief.cue(cue) >= SURE), None)


def _end_with_quotation(scene: Scene, link: Link) -> None:
    """A quotation of nobody known does not go on in the narration behind it."""
    if link.how == "loose" and link.contents:
        link.contents = [until_narration(scene, link.contents[0])]


def until_narration(scene: Scene, content: Range) -> Range:
    """A content that begins with a quotation, without the sentences behind it (`“Never.” He calls it “a farce”.`)."""
    first, stop = content
    if scene.zone_of[first] >= 0:
        end = next((at for at in range(first, stop) if scene.zone_of[at] < 0), stop)
        if end < stop and scene.sentence(end).first >= end:
            return Range(first, end)
    return content


def _lend_source(scene: Scene, link: Link, rivals: list[Link]) -> None:
    """Where both read the same cue and only the rules found who speaks, believe them: who speaks is no content."""
    for rival in rivals:
        said = [rest for content in rival.contents if (rest := _behind_source(scene, content, link.source))]
        if rival.source is None and _is_same_cue(scene, rival, link) and (said or not rival.contents):
            rival.source, rival.contents, rival.how = link.source, said, link.how


def _is_same_cue(scene: Scene, rival: Link, link: Link) -> bool:
    """Is it the same cue, but for a "to" before it?"""
    if rival.cue == link.cue:
        return True
    if rival.cue is None or link.cue is None or rival.cue.stop != link.cue.stop:
        return False
    return rival.cue.first + (scene.words[rival.cue.first] == "to") == link.cue.first


def _behind_source(scene: Scene, content: Range, source: Range | None) -> Range | None:
    """A content without the source with which it begins."""
    opens = source is not None and source.first <= content.first < source.stop
    return trimmed(scene, source.stop, content.stop) if source and opens else content


def _within_opening_clause(scene: Scene, link: Link) -> bool:
    """`While she said that it was safe, the council ...`: the clause that opens the sentence ends, and its report."""
    sentence = scene.sentence(link.first)
    opens = kind_of(scene.words[sentence.first]) == SUBORDINATOR and link.first > sentence.first
    end = link.contents[-1].stop
    return opens and end < sentence.stop and scene.words[end] == ","


def _end_with_clause(link: Link, rivals: list[Link]) -> None:
    for rival in rivals:
        same = rival.cue == link.cue and rival.contents and rival.contents[0].first == link.contents[0].first
        if same and rival.contents[-1].stop > link.contents[-1].stop:
            rival.contents = link.contents


def _believed(scene: Scene, link: Link, rivals: list[Link], belief: Belief) -> bool:
    """Is a link of the rules told in place of its rivals?"""
    if not (link.source and link.cue and link.contents and link.how in TRUSTED):
        return False
    told = [rival for rival in rivals if rival.contents]
    return _outermost(scene, link, told) if told else belief.content(*link.contents) >= BELIEF


def _is_statement(scene: Scene, link: Link) -> bool:
    """Is this a quotation of nobody known that says something?"""
    first, stop = link.contents[0] if link.how == "loose" else Range(0, 0)
    zone = scene.zone_at(first) if first < stop else None
    return zone is not None and (stop - first > QUOTATION or zone.continues or not zone.closed)


def _is_asked_for(scene: Scene, link: Link) -> bool:
    """Does a verb with its preposition lead to what is asked for (`appealed for [calm]`)? The labeller has seen few such cues."""
    if link.cue is None or link.cue.stop - link.cue.first < 2:
        return False
    led = scene.words[link.cue.stop - 1] in ("for", "to") and scene.tags[link.cue.stop - 2] in VERB_TAGS
    return led and any(at.first == link.cue.stop and scene.words[at.first] not in SPELLS for at in link.contents)


def _doubted(link: Link, belief: Belief) -> bool:
    if not (link.source and link.cue and link.contents):
        return False
    likely = belief.source(link.source), belief.cue(link.cue), belief.content(*link.contents)
    return max(likely) < DOUBT or chance(link.how, *likely) < UNLIKELY


_TALKING = frozenset("speak speaks speaking spoke spoken talk talks talking talked met meet meets meeting".split())


def _only_addressed(scene: Scene, link: Link) -> bool:
    """`She spoke to the minister by telephone`: whom she spoke to is told, and not what she said."""
    if not (link.cue and link.contents) or link.contents[0].first != link.cue.stop:
        return False
    *before, last = scene.words[slice(*link.cue)]
    return last in ("to", "with") and bool(before) and before[-1] in _TALKING


def _outermost(scene: Scene, link: Link, rivals: list[Link]) -> bool:
    """Are all rivals told within this report, whose cue the labeller missed, or whose content it broke off within a clause?"""
    inner = [rival for rival in rivals if _within(rival.parts, link.contents)]
    rest = [rival for rival in rivals if rival not in inner]
    return bool(inner) and all(
        _reads_same_cue(rival, link) and _within(rival.contents, link.contents) and _breaks_off(scene, rival)
        for rival in rest
    )


def _reads_same_cue(rival: Link, link: Link) -> bool:
    """Are the cues the same, or the rival's only longer (`used the chance to call for` for `call for`), with no other source
    beside it?
    """
    if rival.cue is None or link.cue is None or rival.cue.stop != link.cue.stop:
        return False
    longer = rival.cue.first < link.cue.first and (rival.source == link.source or rival.how == "far")
    return rival.cue == link.cue or longer


def _breaks_off(scene: Scene, link: Link) -> bool:
    """Is the main clause left out of `that while Lund waits, [Brandt is asking for help]`, or a relative one of `aides
    [who said no]`?
    """
    part = link.contents[-1]
    opening, behind = scene.words[part.first + (scene.words[part.first] == "that")], scene.word(part.stop)
    return (kind_of(opening) == SUBORDINATOR and behind == ",") or kind_of(behind) == RELATIVE


def _within(parts: list[Range], contents: list[Range]) -> bool:
    return all(any(item.first <= part.first and part.stop <= item.stop for item in contents) for part in parts)


def _claim(owner: list[int], link: Link, number: int) -> None:
    for first, stop in link.parts:
        owner[first:stop] = [number] * (stop - first)
