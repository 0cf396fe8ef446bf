"""What the page itself tells: speakers' turns, headlines with a name, and quotes that go on over paragraphs."""

from __future__ import annotations

from stancecli.attribute.grammar import DASH, HYPHEN, STOP, kind_of
from stancecli.attribute.roles import Labels, Link
from stancecli.attribute.scene import Scene
from stancecli.model import Range

NAME_WORDS = 8
"""How many words the name before a colon may have."""
TURNS = 3
"""From so many turns on, an article can be a transcript: unnamed paragraphs then go on with the last speaker."""


def turns(scene: Scene) -> list[Link]:
    """The paragraphs that name their speaker before a colon (`MAYOR RUIZ: ...`) or after a dash (`“...” — Ana Ruiz`)."""
    named = [_turn(scene, paragraph) for paragraph in scene.parse.paragraphs]
    transcript = _is_transcript(scene, named)
    found: list[Link] = []
    last: Link | None = None
    for paragraph, link in zip(scene.parse.paragraphs, named, strict=True):
        if link and (link.how != "turn" or transcript or _evident(scene, link)):
            found.append(link)
            last = link if link.how == "turn" else None
        elif last and transcript and _goes_on(scene, paragraph):
            last.contents.append(_without_stop(scene, paragraph))
        else:
            last = None
    return found


def _is_transcript(scene: Scene, named: list[Link | None]) -> bool:
    """Do names before colons take turns? A name that comes back tells them from the heads of a list."""
    names = [scene.words[link.source.first] for link in named if link and link.how == "turn" and link.source]
    return len(names) >= TURNS and len(set(names)) < len(names)


def _turn(scene: Scene, paragraph: Range) -> Link | None:
    words = scene.words
    first, stop = paragraph
    if stop - first < 3:
        return None
    reach = range(first, min(first + NAME_WORDS + 1, stop - 1)) if scene.zone_of[first] < 0 else range(0)
    colon = next((i for i in reach if words[i] == ":"), 0)
    if colon > first and _is_name(scene, first, colon) and _spaced(scene, colon):
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


def _spaced(scene: Scene, colon: int) -> bool:
    """Is the colon one of a sentence, not of a time of day ("10:37")?"""
    return scene.parse.starts[colon + 1] > scene.parse.ends[colon] or scene.zone_of[colon + 1] >= 0


def _is_name(scene: Scene, first: int, stop: int) -> bool:
    """Only capitalised words, titles in brackets, "Q" or "A"."""
    if stop - first == 1 and scene.words[first] in ("q", "a"):
        return True
    plain = [i for i in range(first, stop) if scene.words[i][0].isalpha()]
    small = [i for i in plain if not scene.capital(i)]
    return bool(plain) and scene.capital(plain[0]) and len(small) * 4 <= len(plain)


def _evident(scene: Scene, link: Link) -> bool:
    """Is a single `NAME: ...` a statement? In a headline, or where the rest is one quotation, or the name in capitals."""
    assert link.source is not None
    content = link.contents[0]
    headline = scene.headline(content.first)
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

    That is whoever was last quoted in the same paragraph, or else spoke in it; at the beginning of a
    paragraph, whoever the end of the paragraph before announces (`He said:`), quotes or lets speak.
    """
    kept: list[Link] = []
    quoted: Link | None = None
    latest: Link | None = None
    for link in sorted(links, key=lambda item: item.first):
        if link.how == "loose":
            heir = _heir(scene, link.contents[0], quoted) or _heir(scene, link.contents[0], latest)
            if heir:
                heir.contents.append(link.contents[0])
                continue
        kept.append(link)
        if link.source:
            latest = link
            if any(scene.zone_of[content.first] >= 0 for content in link.contents):
                quoted = link
    return [link for link in kept if link.contents]


def _heir(scene: Scene, content: Range, speaker: Link | None) -> Link | None:
    if speaker is None or scene.zone_of[content.first] < 0:
        return None
    last = max(part.stop for part in (speaker.source, speaker.cue, *speaker.contents) if part) - 1
    here, there = scene.paragraph_of(content.first), scene.paragraph_of(last)
    if here == there:
        return speaker
    return speaker if here - there == 1 and content.first == scene.parse.paragraphs[here].first else None
