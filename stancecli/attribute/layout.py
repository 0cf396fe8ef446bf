"""What the page itself tells: speakers' turns, headlines with a name, and names below quotations."""

from __future__ import annotations

from stancecli.attribute.cues import CueAt
from stancecli.attribute.grammar import DASH, FINITE, HYPHEN, STOP, kind_of
from stancecli.attribute.roles import Link
from stancecli.attribute.scene import HEADLINE, Scene
from stancecli.attribute.transcript import Transcript
from stancecli.model import Range

NAME_WORDS = 8
"""How many words the name before a colon may have."""
NAME = 16
"""How many tokens it may have, with a direction behind it (`RUIZ (by telephone): ...`)."""
SIGNATURE = 16
"""Within how many words of a paragraph's end the sign before a signature is looked for."""
SAID = 3
"""How many words at least follow the name of a speaker where no transcript or quotation vouches for it."""
GOES_ON = 8
"""Over how many paragraphs a quotation with a signature below it may go on."""
TURNS = 3
"""From so many turns on, an article can be a transcript: unnamed paragraphs then go on with the last speaker."""


def turns(scene: Scene, cues: list[CueAt]) -> list[Link]:
    """The paragraphs that name their speaker before a colon, or after a dash or colon at their end or right below.

    `MAYOR RUIZ: ...` in a transcript, a headline or before a quotation; `“...” — Ana Ruiz`; and
    `Winter to be mild: forecasters` in a headline.
    """
    paragraphs = scene.parse.paragraphs
    named = [_turn(scene, paragraph) or _signed(scene, paragraph) for paragraph in paragraphs]
    for number in range(1, len(paragraphs)):
        if named[number] is None and named[number - 1] is None:
            named[number] = _signs(scene, number)
    transcript = Transcript(scene, named, cues) if _is_transcript(scene, named) else None
    found: list[Link] = []
    last: Link | None = None
    for paragraph, link in zip(scene.parse.paragraphs, named, strict=True):
        if link and (link.how != "turn" or transcript or _evident(scene, link)):
            if not transcript and link.how == "turn" and scene.headline(paragraph.first):
                link.how = "headline"
            found.append(link)
            last = link if link.how == "turn" and not _opens_article(scene, link) else None
        elif last and transcript and not _is_headed(scene, paragraph) and transcript.goes_on(last, paragraph):
            last.contents.append(_without_stop(scene, paragraph))
        else:
            last = None
    return found


def _opens_article(scene: Scene, link: Link) -> bool:
    """Is it a headline (`Lund: We Will Go`) and no first turn (`LUND: Will we go?`)?"""
    return scene.role(link.first) == "headline" and not _is_shouted(scene, link)


def _is_transcript(scene: Scene, named: list[Link | None]) -> bool:
    """Do names before colons take turns? A name that comes back tells them from the heads of a list."""
    spoken = [
        link
        for link in named
        if link and link.how == "turn" and (_is_said(scene, link.contents[0]) or _is_shouted(scene, link))
    ]
    names = {scene.words[link.source.first] for link in spoken if link.source}
    return len(spoken) >= TURNS and len(names) < len(spoken)


def _turn(scene: Scene, paragraph: Range) -> Link | None:
    """`NAME: ...`, in a headline also `Title — NAME: ...`."""
    words, (first, stop) = scene.words, paragraph
    if stop - first < 3 or scene.zone_of[first] >= 0:
        return None
    reach = HEADLINE if scene.headline(first) else NAME
    opening = words[first + 1 : min(first + reach, stop - 1)]
    if ":" not in opening:
        return None
    colon = first + 1 + opening.index(":")
    name = next((i + 1 for i in range(colon - 1, first, -1) if kind_of(words[i]) == DASH), first)
    if not _is_name(scene, name, colon) or not _spaced(scene, colon) or _is_headed(scene, paragraph):
        return None
    content = _without_stop(scene, Range(colon + 1, stop))
    return Link(Range(name, colon), Range(colon, colon + 1), [content], "turn")


def _signed(scene: Scene, paragraph: Range) -> Link | None:
    """`“...” — NAME`, `“...”: NAME on the tolls`, and in a headline `...: NAME`."""
    words, (first, stop) = scene.words, paragraph
    first += stop > first and words[first] in _BULLETS
    end = stop - 1 if stop - first > 3 and kind_of(words[stop - 1]) == STOP else stop
    earliest = max(first + 2, end - SIGNATURE) + 1
    if _SIGNS.isdisjoint(words[earliest : end - 1]):
        return None
    sign = next(i for i in range(end - 2, earliest - 1, -1) if words[i] in _SIGNS)
    if not scene.capital(sign + 1):
        return None
    zone = scene.zone_of[sign - 1]
    quoted = scene.zone_of[first] >= 0 and zone == scene.zone_of[first]
    titled = words[sign] == ":" and end - sign <= 5 and scene.headline(first) and _is_name(scene, sign + 1, end)
    named = titled and _named_again(scene, end - 1) and not _is_headed(scene, paragraph)
    topic = _topic(scene, sign + 1, end) if words[sign] == ":" and _is_one_quotation(scene, first, sign) else 0
    if not (quoted and words[sign] != ":") and not named and not topic:
        return None
    return Link(
        Range(sign + 1, topic or end), Range(sign, sign + 1), [_without_stop(scene, Range(first, sign))], "signed"
    )


def _is_one_quotation(scene: Scene, first: int, stop: int) -> bool:
    """Do quotation marks hold these words, and no title of a book or film?"""
    quotation = scene.quotation_from(first)
    one = quotation is not None and quotation.stop == stop and stop - first > 2
    return one and (stop - first == 3 or not scene.capital(stop - 2))


def _topic(scene: Scene, first: int, stop: int) -> int:
    """Where it begins to be told what somebody with two names talks about (`“...”: Ana Ruiz on the tolls`); 0 for nowhere."""
    at = next((at for at in range(first, stop) if scene.words[at] in ("on", "about")), 0)
    return at if at - first > 1 and _is_name(scene, first, at) else 0


def _signs(scene: Scene, number: int) -> Link | None:
    """A paragraph that is `— NAME` and no more, with quotations above it; `“...” NAME` in one paragraph of a web page."""
    first, stop = scene.parse.paragraphs[number]
    if first == stop:
        return None
    sign = kind_of(scene.words[first]) in (DASH, HYPHEN)
    if sign and _is_listed(scene, number):
        return None
    quoted = _quotations_above(scene, number) if sign else _quotation_with_name(scene, Range(first, stop))
    if not quoted:
        return None
    name = _without_stop(scene, Range(first + 1 if sign else quoted[-1].stop, stop))
    if not 0 < name.stop - name.first <= SIGNATURE or not _opens_with_name(scene, name):
        return None
    return Link(name, Range(first, first + 1) if sign else None, quoted, "signed")


def _is_listed(scene: Scene, number: int) -> bool:
    """Whether the next paragraph begins with the same sign as this one: both are items of a list."""
    below = scene.parse.paragraphs[number + 1 : number + 2]
    return any(
        first < stop and scene.words[first] == scene.words[scene.parse.paragraphs[number].first]
        for first, stop in below
    )


def _quotations_above(scene: Scene, number: int) -> list[Range]:
    """What the paragraphs right before this one say that are nothing but one quotation."""
    found: list[Range] = []
    for first, stop in reversed(scene.parse.paragraphs[max(0, number - GOES_ON) : number]):
        zone = scene.zone_at(first) if first < stop else None
        if zone is None or zone.first > first or _without_stop(scene, Range(zone.first, stop)).stop > zone.stop:
            break
        found.append(Range(zone.first, zone.stop))
        if not zone.continues:
            return found[::-1]
    return []


def _quotation_with_name(scene: Scene, paragraph: Range) -> list[Range]:
    """The sentences between quotation marks with which a paragraph begins that has no full stop behind them."""
    first, stop = paragraph
    zone = scene.zone_at(first)
    if zone is None or scene.headline(first) or not zone.closed or zone.stop == stop:
        return []
    ended = kind_of(scene.words[zone.stop - 2]) == STOP and kind_of(scene.words[stop - 1]) != STOP
    return [Range(zone.first, zone.stop)] if ended else []


def _opens_with_name(scene: Scene, stretch: Range) -> bool:
    """Is it a name, alone or with a comma and more behind it (`Ana Ruiz, mayor of Leon`)?"""
    first, stop = stretch
    comma = scene.comma(first, stop)
    return comma > first and scene.capital(first) and _is_name(scene, first, comma)


_HEADS = frozenset(
    "interview q&a note notes correction corrections clarification analysis opinion comment editorial update updates watch"
    " listen explainer exclusive breaking live video podcast review obituary".split()
)


def _is_headed(scene: Scene, paragraph: Range) -> bool:
    """Does the paragraph begin with what it is (`Correction: ...`, `Editor's note: ...`) and not with who speaks?"""
    first, stop = paragraph
    opening = scene.words[first : min(first + NAME, stop)]
    colon = first + opening.index(":") if ":" in opening[1:] else first
    head = scene.parse.text(first, colon).lower() if colon > first else ""
    return not _HEADS.isdisjoint(head.split()[-1:])


_TOLD = frozenset(("VBD", "VBZ"))
_BULLETS = frozenset(("-", "*", "•", "–", "—", "·"))
_SIGNS = frozenset((":", "—", "–", "-", "--", "―"))


def _spaced(scene: Scene, colon: int) -> bool:
    """Is it a colon of a sentence, not of a time of day ("10:37")?"""
    return scene.parse.starts[colon + 1] > scene.parse.ends[colon] or scene.zone_of[colon + 1] >= 0


def _is_said(scene: Scene, content: Range) -> bool:
    """Are there words, not a figure or a mere name?"""
    return sum(word.isalpha() for word in scene.words[content.first : min(content.stop, content.first + 12)]) >= SAID


def _is_name(scene: Scene, first: int, stop: int) -> bool:
    """Capitalised words with few small ones between them, titles in brackets, "Q" or "A"; not `Ida Lund said`, and not
    `Ida Lund told Holm`.
    """
    if stop - first == 1 and scene.words[first] in ("q", "a"):
        return True
    stop = _undirected(scene, first, stop)
    plain = [i for i in range(first, stop) if scene.words[i][0].isalpha()]
    small = [i for i in plain if not scene.capital(i)]
    if not 0 < len(plain) <= NAME_WORDS or not scene.capital(plain[0]):
        return False
    if any(kind_of(scene.words[i]) == FINITE or scene.tags[i] in _TOLD for i in small):
        return False
    ends_small = plain[-1] in small and scene.words[stop - 1] not in (")", "]")
    return len(small) * 4 <= len(plain) and not ends_small


def _undirected(scene: Scene, first: int, stop: int) -> int:
    """Where a name ends, less a direction behind it: `(by telephone)`, not `(Harrow College)`."""
    opens = (i for i in range(first + 1, stop - 2) if scene.words[i] in ("(", "[") and not scene.capital(i + 1))
    return next(opens, stop) if scene.words[stop - 1] in (")", "]") else stop


def _evident(scene: Scene, link: Link) -> bool:
    """Is a single `NAME: ...` a statement?

    It is where the rest is one quotation, where the name is all capitals, and in a headline if the
    article names the same party again ("Ruiz: ..." rather than "Revealed: ...").
    """
    assert link.source is not None
    content = link.contents[0]
    if scene.zone_of[content.first] >= 0:
        return True
    if not _is_said(scene, content):
        return False
    return _named_again(scene, link.source.stop - 1) if scene.headline(content.first) else _is_shouted(scene, link)


def _is_shouted(scene: Scene, link: Link) -> bool:
    """Is the speaker's name in capitals?"""
    first, stop = link.source or (0, 0)
    name = scene.parse.text(first, _undirected(scene, first, stop)) if link.source else ""
    return name.isupper() and len(name) > 3


def _named_again(scene: Scene, token: int) -> bool:
    return scene.last_capital.get(scene.words[token], 0) > token


def _without_stop(scene: Scene, stretch: Range) -> Range:
    first, stop = stretch
    while stop > first + 1 and kind_of(scene.words[stop - 1]) == STOP:
        stop -= 1
    return Range(first, stop)
