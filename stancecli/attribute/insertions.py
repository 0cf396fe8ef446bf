"""Reports that break into what they report: `Ruiz, said Holm, was a liar`, `Ruiz, Holm told reporters, had lied`."""

from __future__ import annotations

from stancecli.attribute.grammar import FINITE_TAGS
from stancecli.attribute.roles import Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

_LONGEST = 20
"""So many words behind the cue, at most, tell who speaks."""
_SAYING = frozenset(("VBD", "VBZ"))
_NAMING = frozenset("DT PRP$ JJ CD NN NNS NNP NNPS".split())
"""With these begins who speaks."""
_RELATIVE = frozenset(("who", "whose", "which", "whom"))
_ENDS = frozenset((".", "!", "?"))
_LEADING = frozenset(("RB", "IN", "CC"))
"""Tags of words that are no subject."""


def inserted(scene: Scene, link: Link) -> None:
    """Give such a report its speaker, who was taken for a part of the content, and the content its subject."""
    if link.cue:
        _behind_cue(scene, link, link.cue)
        _before_cue(scene, link, link.cue)
        _without_subject(scene, link, link.cue)
        _without_verb(scene, link, link.cue)
        _behind_relative(scene, link, link.cue)


def _behind_cue(scene: Scene, link: Link, cue: Range) -> None:
    """`[Ruiz], said [Holm], [was a liar]`: no subject has a comma between itself and its verb."""
    words, tags = scene.words, scene.tags
    before = [part for part in (link.source, *link.contents) if part and part.stop == cue.first - 1]
    plain = cue.stop - cue.first == 1 and tags[cue.first] in _SAYING and words[cue.first - 1] == ","
    if not (plain and before) or scene.is_parted(before[0]) or scene.tag(cue.stop) not in _NAMING:
        return
    verb = _goes_on(scene, cue.stop)
    stops = [content.stop for content in link.contents if content.stop > verb]
    if verb >= 0 and stops:
        comma = words.index(",", cue.stop)
        link.source, link.how = Range(cue.stop, comma), "inserted"
        link.contents = [before[0], Range(verb, stops[-1])]


def _goes_on(scene: Scene, first: int) -> int:
    """The verb with which a clause goes on behind the name of who speaks and a comma; -1 where there is none."""
    words, tags = scene.words, scene.tags
    for at in range(first, min(first + _LONGEST, scene.sentence(first).stop - 1)):
        if tags[at] in FINITE_TAGS or scene.zone_of[at] >= 0 or words[at] in ("who", "which", "and", "that"):
            return -1
        if at > first and words[at] == "," and tags[at + 1] in FINITE_TAGS:
            return at + 1
    return -1


def _before_cue(scene: Scene, link: Link, cue: Range) -> None:
    """`[Ruiz], [Holm] told reporters, [had lied]`: what is said has a verb and no subject."""
    words, source = scene.words, link.source
    if source is None or source.stop != cue.first or len(link.contents) != 1:
        return
    content = link.contents[0]
    commas = [at for at in range(*source) if words[at] == ","]
    if _is_bare(scene, cue, content) and len(commas) == 1 and source.first < commas[0] < source.stop - 1:
        link.source = Range(commas[0] + 1, source.stop)
        link.contents = [Range(source.first, commas[0]), content]


def _is_bare(scene: Scene, cue: Range, content: Range) -> bool:
    """Does what is said begin with its verb, behind the cue and a comma?"""
    first = content.first
    return first > cue.stop and scene.words[first - 1] == "," and scene.tags[first] in FINITE_TAGS


def _without_subject(scene: Scene, link: Link, cue: Range) -> None:
    """`[Ruiz], [she] added, [was “a joy”]`: the subject stands before who speaks."""
    words, source = scene.words, link.source
    if source is None or source.stop != cue.first or not link.contents or words[source.first - 1] != ",":
        return
    content, first = link.contents[0], scene.sentence(cue.first).first
    subject = Range(first, source.first - 1)
    named = any(tag not in _LEADING for tag in scene.tags[slice(*subject)])  # "Rather, she added, ..." has no subject
    if _is_bare(scene, cue, content) and named and subject.stop - first <= _LONGEST and not scene.is_parted(subject):
        link.contents.insert(0, subject)


def _without_verb(scene: Scene, link: Link, cue: Range) -> None:
    """`[Ruiz's claims], [she] told the paper, [were nonsense]`: the verb stands behind who speaks."""
    source = link.source
    if source is None or source.stop != cue.first or len(link.contents) != 1:
        return
    content, stop = link.contents[0], scene.sentence(cue.first).stop
    subject = content.stop == source.first - 1 and not scene.is_parted(content)
    verb = _goes_on(scene, cue.stop) if subject else -1
    if verb >= 0:
        link.contents.append(Range(verb, stop - (scene.words[stop - 1] in _ENDS)))


def _behind_relative(scene: Scene, link: Link, cue: Range) -> None:
    """`According to [Ruiz, whose mother died], [the inquiry was a whitewash]`: a relative clause tells of who speaks."""
    words, source = scene.words, link.source
    if source is None or cue.stop != source.first or words[cue.stop - 1] != "to" or not link.contents:
        return
    first, stop = link.contents[0]
    if words[source.stop : first] != (",",) or words[first] not in _RELATIVE:
        return
    comma = scene.comma(first + 1, stop)
    if comma < stop - 1:
        link.source = Range(source.first, comma)
        link.contents[0] = Range(comma + 1, stop)
