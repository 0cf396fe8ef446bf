"""What the page itself tells: speakers' turns, headlines with a name, and quotes that go on over paragraphs."""

from __future__ import annotations

from stancecli.attribute.grammar import DASH, HYPHEN, STOP, kind_of
from stancecli.attribute.roles import Labels, Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

NAME_WORDS = 10
"""How many words the name before a colon may have."""
TURNS = 3
"""From so many named turns on, an article is taken for a transcript: unnamed paragraphs go on with the last speaker."""


def turns(scene: Scene) -> list[Link]:
    """The paragraphs that name their speaker before a colon (`MAYOR RUIZ: ...`) or after a dash (`“...” — Ana Ruiz`)."""
    named = [_turn(scene, paragraph) for paragraph in scene.parse.paragraphs]
    spoken = sum(link is not None and link.how == "turn" for link in named)
    found: list[Link] = []
    last: Link | None = None
    for paragraph, link in zip(scene.parse.paragraphs, named, strict=True):
        if link and (link.how != "turn" or spoken >= TURNS or _evident(scene, link)):
            found.append(link)
            last = link if link.how == "turn" else None
        elif last and spoken >= TURNS and _goes_on(scene, paragraph):
            last.contents.append(_without_stop(scene, paragraph))
        else:
            last = None
    return found


def _turn(scene: Scene, paragraph: Range) -> Link | None:
    words = scene.words
    first, stop = paragraph
    if stop - first < 3:
        return None
    colon = next((i for i in range(first, min(first + NAME_WORDS + 1, stop - 1)) if words[i] == ":"), 0)
    if colon > first and _is_name(scene, first, colon):
        return Link(
            Range(first, colon), Range(colon, colon + 1), [_without_stop(scene, Range(colon + 1, stop))], "turn"
        )
    zone = scene.zone_of[first]
    if zone < 0:
        return None
    end = scene.zones[zone].stop
    if not (end + 1 < stop <= end + 16 and kind_of(words[end]) in (DASH, HYPHEN) and scene.capital(end + 1)):
        return None
    quote = Range(scene.zones[zone].first, end)
    return Link(_without_stop(scene, Range(end + 1, stop)), Range(end, end + 1), [quote], "listed")


def _is_name(scene: Scene, first: int, stop: int) -> bool:
    """Only capitalised words, titles in brackets, "Q" or "A"."""
    if stop - first == 1 and scene.words[first] in ("q", "a"):
        return True
    plain = [i for i in range(first, stop) if scene.words[i][0].isalpha()]
    small = [i for i in plain if not scene.capital(i)]
    return bool(plain) and scene.capital(plain[0]) and len(small) * 4 <= len(plain) and len(plain) <= 7


def _evident(scene: Scene, link: Link) -> bool:
    """Is a single `NAME: ...` a statement? In a headline, or where the rest is one quotation, or the name in capitals."""
    assert link.source is not None
    content = link.contents[0]
    headline = scene.parse.document.paragraphs[scene.paragraph_of(content.first)].role == "headline"
    upper = scene.parse.text(*link.source).isupper() and len(scene.parse.text(*link.source)) > 3
    return headline or upper or scene.zone_of[content.first] >= 0


def _goes_on(scene: Scene, paragraph: Range) -> bool:
    return paragraph.stop - paragraph.first > 3 and scene.words[paragraph.first] not in ("(", "[", "*")


def _without_stop(scene: Scene, stretch: Range) -> Range:
    first, stop = stretch
    while stop > first + 1 and kind_of(scene.words[stop - 1]) == STOP:
        stop -= 1
    return Range(first, stop)


def outside(labels: Labels, taken: list[Link]) -> Labels:
    """The labels that no turn covers."""
    ranges = sorted(part for link in taken for part in (link.source, link.cue, *link.contents) if part)

    def free(items: tuple[Range, ...]) -> tuple[Range, ...]:
        kept, at = [], 0
        for item in items:
            while at < len(ranges) and ranges[at].stop <= item.first:
                at += 1
            if at == len(ranges) or ranges[at].first >= item.stop:
                kept.append(item)
        return tuple(kept)

    return Labels(free(labels.sources), free(labels.cues), free(labels.contents))


def carry(scene: Scene, links: list[Link]) -> list[Link]:
    """Give quotations without a cue of their own to the speaker who is still speaking.

    That is the cue that announced them at the end of the paragraph before (`He said:`), or the speaker
    of the quotation before, in the same paragraph or at the end of the one before.
    """
    kept: list[Link] = []
    speaker: Link | None = None
    for link in sorted(links, key=lambda item: item.first):
        if link.how == "loose":
            heir = _heir(scene, link.contents[0], speaker)
            if heir:
                heir.contents.append(link.contents[0])
                continue
        kept.append(link)
        if link.source and (_announces(scene, link) or any(scene.zone_of[c.first] >= 0 for c in link.contents)):
            speaker = link
    return [link for link in kept if link.contents]


def _heir(scene: Scene, content: Range, speaker: Link | None) -> Link | None:
    if speaker is None or scene.zone_of[content.first] < 0:
        return None
    last = max(part.stop for part in (speaker.source, speaker.cue, *speaker.contents) if part) - 1
    here, there = scene.paragraph_of(content.first), scene.paragraph_of(last)
    if here == there:
        return speaker
    begins = content.first == scene.parse.paragraphs[here].first
    return speaker if begins and here - there == 1 else None


def _announces(scene: Scene, link: Link) -> bool:
    """Does the cue end its paragraph with a colon?"""
    if link.cue is None or link.contents:
        return False
    stop = scene.parse.paragraphs[scene.paragraph_of(link.cue.first)].stop
    return link.cue.stop <= stop and scene.words[stop - 1] == ":"
