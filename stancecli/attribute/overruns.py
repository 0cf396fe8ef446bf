"""Contents and sources that go on into the reporter's own words, cut where those begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from stancecli.attribute.grammar import ADVERB, COMMA, COORDINATOR, FINITE_TAGS, NEGATION, RELATIVE, THAT, kind_of
from stancecli.attribute.roles import Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

_LONGEST_SUBJECT = 6
"""Words of what is told of next, behind "and"."""
_MEANWHILE = frozenset(("as", "when", "while"))
"""What opens a clause that tells when something was said."""


def without_overruns(scene: Scene, links: Sequence[Link]) -> None:
    """Cut what follows the report of a relative clause, and whom the next report is of behind "and"."""
    speakers = {link.source.first for link in links if link.source and _is_followed(scene, link)}
    for link in links:
        relative = link.source.first if link.source and _is_relative(scene, link.source) else None
        for number, content in enumerate(link.contents):
            if link.cue and content.first >= link.cue.stop:
                content = Range(content.first, _before_comment(scene, content))
                content = Range(content.first, _before_teller(scene, link.cue, content))
                if relative is not None:
                    content = Range(content.first, _end_of_relative(scene, relative, content))
                elif link.cue.first and kind_of(scene.words[link.cue.first - 1]) in (RELATIVE, THAT):
                    content = Range(content.first, _before_main_verb(scene, content))
                elif content.stop + 1 in speakers:
                    content = Range(content.first, _without_next(scene, content))
                link.contents[number] = content


def _is_followed(scene: Scene, link: Link) -> bool:
    """Does the cue stand right behind the source, or behind the comma that ends it as an apposition?"""
    source, cue = link.source, link.cue
    if source is None or cue is None:
        return False
    return cue.first == source.stop + (scene.word(source.stop) == ",")


def _is_relative(scene: Scene, source: Range) -> bool:
    """Is it the "who" of a clause behind a comma (`Ruiz, who says ..., left`)?"""
    first, stop = source
    return stop - first == 1 and kind_of(scene.words[first]) == RELATIVE and scene.word(first - 1) == ","


def _end_of_relative(scene: Scene, relative: int, content: Range) -> int:
    """The last comma behind which the main clause goes on with its first verb (`who says she was ill, [will sue]`)."""
    words, tags, (first, stop) = scene.words, scene.tags, content
    goes_on_behind = scene.word(stop) == "," and scene.tag(stop + 1) in FINITE_TAGS
    if goes_on_behind or scene.has_verb(scene.sentence(relative).first, relative):
        return stop
    for at in range(stop - 2, first, -1):
        verb = at + 1 + (kind_of(words[at + 1]) == ADVERB)
        goes_on = kind_of(words[at]) == COMMA and scene.zone_of[at] < 0 and verb < stop and tags[verb] in FINITE_TAGS
        if goes_on and scene.has_verb(first, at):
            return at
    return stop


def _before_comment(scene: Scene, content: Range) -> int:
    """The content's end, without what the reporter says of the report behind a comma (`would resign[, a move that ...]`,
    `had no debts[, sending its shares up]`, `would close[, weeks after ...]`).
    """
    words, tags, (first, stop) = scene.words, scene.tags, content
    verb = next((at for at in range(first, stop) if tags[at] in FINITE_TAGS), stop)
    for at in range(max(first + 2, verb + 1), min(stop - 1, len(words) - 3)):
        if words[at] != "," or scene.zone_of[at] >= 0:
            continue
        a_move = words[at + 1] == "a" and words[at + 2] in _MOVES and words[at + 3] in _THAT
        later = words[at + 1] in _TIMES and words[at + 2] in _LATER
        if words[at + 1] in _RESULTING or a_move or later:
            return at if "," not in words[at + 1 : stop] else stop
    return stop


def _before_teller(scene: Scene, cue: Range, content: Range) -> int:
    """The content's end, without from whom or what somebody learned it (`heard of the closure[ from a neighbour]`)."""
    words, (first, stop) = scene.words, content
    if words[cue.stop - 1] not in ("of", "about") or _LEARNING.isdisjoint(words[slice(*cue)]):
        return stop
    return next((at for at in range(first + 1, stop) if words[at] == "from"), stop)


_LEARNING = frozenset("learned learnt learn learns heard hear hears".split())
_RESULTING = frozenset("sending prompting sparking triggering".split())
"""Behind a comma the reporter tells with these what came of what was said."""
_MOVES = frozenset("move decision step claim statement remark comment verdict announcement".split())
_THAT = frozenset(("that", "which"))
_TIMES = frozenset("hours days weeks months years".split())
_LATER = frozenset(("after", "before"))
_OPENERS = frozenset(
    "that which who whom what whose and but or nor because if when while as after before since than where how why though although "
    "unless until so whether to , ; : –".split()
)


def _before_main_verb(scene: Scene, content: Range) -> int:
    """The content's end, without the verb of what the relative clause tells of (`a man who said he was ill [was found]`)."""
    words, tags, (first, stop) = scene.words, scene.tags, content
    verbs = [at for at in range(first, stop) if tags[at] in FINITE_TAGS and scene.zone_of[at] < 0]
    for verb, following in pairwise(verbs):
        between = range(verb + 1, following)
        own = any(words[at] in _OPENERS or tags[at] == "PRP" for at in between)
        relative = kind_of(words[verb - 1]) in (RELATIVE, THAT)  # "the driver who hit the child had fled"
        if following - verb > 1 and not (own or relative) and kind_of(words[following - 1]) != NEGATION:
            return following
    return stop


def _without_next(scene: Scene, content: Range) -> int:
    """The content's end, without the subject of the next clause (`that jobs will go[, and its leader], Ann Holm, said`)."""
    words, (first, stop) = scene.words, content
    if scene.word(stop) != ",":
        return stop
    for at in range(max(first + 1, stop - _LONGEST_SUBJECT - 2), stop - 2):
        if kind_of(words[at]) == COMMA and kind_of(words[at + 1]) == COORDINATOR and scene.zone_of[at] < 0:
            own = not scene.has_verb(at + 2, stop) and scene.has_verb(first, at)
            return at if own else stop
    return stop


def without_next_clause(scene: Scene, link: Link) -> None:
    """`“...”, muttered [a man] as the lights went out`: when it was said is no part of who said it; nor does "there" speak."""
    words, tags, source, cue = scene.words, scene.tags, link.source, link.cue
    if source is None or cue is None:
        return
    if words[slice(*source)] == ("there",):
        link.source = None
    elif cue.stop <= source.first:
        at = next((at for at in range(source.first + 1, source.stop - 1) if words[at] in _MEANWHILE), source.stop)
        if tags[source.stop - 1] in FINITE_TAGS or scene.tag(source.stop) in FINITE_TAGS:
            link.source = Range(source.first, at)


def before_meanwhile(scene: Scene, link: Link) -> None:
    """`“Shame!” they shouted as the doors closed`: when it was said is no part of it."""
    words, cue = scene.words, link.cue
    if cue is None or words[cue.stop - 1] not in _MEANWHILE or cue.stop - cue.first < 2:
        return
    quoted = [content for content in link.contents if scene.has_marks(content)]
    if quoted and quoted[0].stop <= cue.first and not any(content.first == cue.stop for content in quoted):
        link.contents, link.cue = quoted, Range(cue.first, cue.stop - 1)


def without_time(scene: Scene, link: Link) -> None:
    """Take a clause of time behind quoted words out of what is said (`shouted “shame” as the result was announced`)."""
    if link.cue and link.how != "turn":
        link.contents = [_until_time(scene, content) for content in link.contents]


def _until_time(scene: Scene, content: Range) -> Range:
    quotation = scene.quotation_from(content.first)
    end = quotation.stop if quotation and quotation.closed else content.stop
    if end + 1 >= content.stop or scene.words[end] not in _MEANWHILE:
        return content
    return Range(content.first, end) if _is_clause(scene, Range(end + 1, content.stop)) else content


def _is_clause(scene: Scene, stretch: Range) -> bool:
    """Has it a verb of its own, and no quoted words?"""
    return scene.has_verb(*stretch) and not scene.has_marks(stretch)


def until_there(scene: Scene, content: Range) -> Range:
    """The content up to what the reporter sets against it (`that power was back, but there were more outages`)."""
    words, (first, stop) = scene.words, content
    if "there" not in words[first:stop]:
        return content
    inside = range(first + 1, stop - 3)
    ends = (at for at in inside if words[at : at + 3] == (",", "but", "there") and words[at + 3] in _THERE)
    return Range(first, next((at for at in ends if scene.zone_of[at] < 0), stop))


_THERE = frozenset("is are was were has have had".split())
