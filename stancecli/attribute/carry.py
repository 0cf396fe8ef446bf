"""Quotations without a cue of their own, which go on with who spoke before them, over paragraphs too."""

from __future__ import annotations

from stancecli.attribute.roles import Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range


def carry(scene: Scene, links: list[Link]) -> list[Link]:
    """Give quotations without a cue of their own to the speaker who is still speaking.

    That is whoever was last quoted in the same paragraph, or else spoke in it; at the beginning of a
    paragraph, whoever the end of the paragraph before announces (`He said:`), the one who ends a quotation that the
    paragraph leaves open, or whoever the paragraph before quotes or lets speak.
    """
    kept: list[Link] = []
    enders = _enders(scene, links)
    quoted: Link | None = None
    latest: Link | None = None
    for link in sorted(links, key=lambda item: item.first):
        if link.how == "loose" and scene.zone_of[link.contents[0].first] >= 0 and not _is_others(scene, link):
            speakers = (latest, quoted) if latest and _announces(scene, latest) else (quoted, latest)
            heir = next((item for item in speakers if item and _still_speaks(scene, item, link.contents[0])), None)
            if not (heir and (_is_beside(scene, heir, link) or _announces(scene, heir))):
                heir = enders.get(scene.zone_of[link.contents[0].first], heir)
            if heir:
                heir.contents = sorted([*heir.contents, link.contents[0]])
                continue
        kept.append(link)
        if link.source:
            latest = link
            if link.contents and scene.zone_of[link.contents[-1].first] >= 0:
                quoted = link
    return [link for link in kept if link.contents]


def _is_others(scene: Scene, link: Link) -> bool:
    """Do the words before a quotation tell that a crowd says it, or that it stands written (`cries of “Shame!”`, `a banner read:
    “...”`)?
    """
    at, words = link.contents[0].first - 1, scene.words
    at -= at > 0 and words[at] in (":", ",")
    reads = words[at] in _READS and scene.parse.text(at, at + 1).islower()  # not the town of Reading
    return at > 0 and (reads or (words[at] == "of" and words[at - 1] in _CRIES))


_READS = frozenset(("read", "reads", "reading"))
_CRIES = frozenset("cries shouts chants calls screams murmurs chorus choruses yells slogans boos roars".split())


def _enders(scene: Scene, links: list[Link]) -> dict[int, Link]:
    """By the number of a quotation that its paragraph leaves open, who speaks where it goes on: `“...” Ruiz added`."""
    spoken = {scene.zone_of[content.first]: link for link in links if link.source for content in link.contents}
    found: dict[int, Link] = {}
    for number in reversed(range(len(scene.zones) - 1)):
        following = scene.zones[number + 1]
        ender = spoken.get(number + 1) or found.get(number + 1)
        if ender and following.continues and not scene.zones[number].closed:
            found[number] = ender
    return found


def _is_beside(scene: Scene, speaker: Link, link: Link) -> bool:
    """Do both stand in one paragraph?"""
    return scene.paragraph_of(speaker.last) == scene.paragraph_of(link.first)


def _announces(scene: Scene, link: Link) -> bool:
    """Does the paragraph of the link end with a colon?"""
    return scene.words[scene.parse.paragraphs[scene.paragraph_of(link.last)].stop - 1] == ":"


def _still_speaks(scene: Scene, speaker: Link, content: Range) -> bool:
    here, there = scene.paragraph_of(content.first), scene.paragraph_of(speaker.last)
    if here != there and scene.role(speaker.last) == "headline":
        return False
    return here == there or (here - there == 1 and content.first == scene.parse.paragraphs[here].first)
