"""Answers made by hand for the tests of rendering: every field of a report has something to show."""

from __future__ import annotations

import re

from stancecli.model import (
    SCHEMA,
    ActorRow,
    Answer,
    Attribution,
    Content,
    Cue,
    Device,
    Document,
    Evidence,
    Failure,
    Fault,
    Framing,
    Hit,
    Paragraph,
    Parse,
    Places,
    Range,
    Report,
    Source,
    Span,
    Stamp,
    Stance,
    Treatment,
    Withheld,
)
from stancecli.tokens import tokenize

STORY = """Harbour Authority Accuses Dock Owners of Sabotage

“These parasites bled our port dry, and they will not get away with it,” said harbour master Ilse Varga on Monday. \
She praised the brave crews of the tugboats.

Officials of the port claimed that the owners had reportedly hidden the damage. They called the repairs a “gift”.

Dock owner Piet Maartens declined to comment. The reckless gamble has already cost the town its summer trade.
"""


def parsed(text: str, name: str = "story.txt", targets: tuple[str, ...] = ()) -> Parse:
    """A parse good enough to show: sentences end at a stop before white space, or with the paragraph."""
    words, starts, ends = tokenize(text)
    sentences, first = [], 0
    for i, word in enumerate(words):
        gap = text[ends[i] : starts[i + 1]] if i + 1 < len(words) else "\n\n"
        if "\n\n" in gap or (word == "." and gap):
            sentences.append(Range(first, i + 1))
            first = i + 1
    sentence_of = tuple(n for n, (a, b) in enumerate(sentences) for _ in range(a, b))
    paragraphs = tuple(Paragraph(*found.span(), "body") for found in re.finditer(r"(?:.|\n(?!\n))+", text))
    title = text.partition("\n")[0]
    document = Document(name, text, paragraphs, title, "en", "d" * 64, targets=targets)
    return Parse(document, words, starts, ends, tuple(sentences), sentence_of, (), ())


def at(text: str, phrase: str) -> Span:
    start = text.index(phrase)
    return Span(start, start + len(phrase))


def hit(text: str, phrase: str, entry: str, category: str, polarity: float, weight: float, **more: object) -> Hit:
    start, end = at(text, phrase)
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Hit(start, end, line, column, phrase, entry, entry.partition(":")[0], category, polarity, weight,
               more.pop("negated", False), **more)  # fmt: skip


def story(targets: tuple[str, ...] = ()) -> Answer:
    """An article with two parties that speak, one that does not, and an author with views."""
    parse = parsed(STORY, targets=targets)
    text = parse.document.text

    def one(phrase: str) -> tuple[Span, ...]:
        return (at(text, phrase),)

    def source(phrase: str, actor: str | None) -> Source:
        return Source(phrase, one(phrase), actor)

    def device(kind: str, phrase: str, tilt: str | None = None) -> Device:
        return Device(kind, phrase, one(phrase), tilt)

    def content(*phrases: str) -> Content:
        return Content(" … ".join(phrases), tuple(at(text, phrase) for phrase in phrases))

    threat = "“These parasites bled our port dry, and they will not get away with it,”"
    attributions = (
        Attribution(0, "indirect", 0.72, source("Harbour Authority", "Harbour Authority"),
                    Cue("Accuses", one("Accuses"), tilt="hostile"), content("Dock Owners of Sabotage")),
        Attribution(1, "direct", 0.97, source("harbour master Ilse Varga", "Ilse Varga"),
                    Cue("said", one("said")), content(threat)),
        Attribution(2, "indirect", 0.64, source("She", "Ilse Varga"),
                    Cue("praised", one("praised"), tilt="endorsing"), content("the brave crews of the tugboats")),
        Attribution(3, "indirect", 0.88, source("Officials of the port", "Officials of the port"),
                    Cue("claimed", one("claimed"), tilt="doubtful", hedged=True, hedges=("reportedly",)),
                    content("the owners had reportedly hidden the damage")),
        Attribution(4, "mixed", 0.41, source("They", None), Cue("called", one("called"), denied=True),
                    content("the repairs", "“gift”")),
    )  # fmt: skip
    hits = (
        hit(text, "Sabotage", "violence:sabotage", "violence", -1, 2, voice="Harbour Authority", attribution=0,
            target="dock owners"),
        hit(text, "parasites", "labels:parasite", "name-calling", -1, 3, voice="Ilse Varga", attribution=1,
            target="dock owners"),
        hit(text, "bled our port dry", "violence:bleed dry", "exaggeration", -1, 1.5, voice="Ilse Varga",
            attribution=1, target="dock owners"),
        hit(text, "brave", "praise:brave", "praise", 1, 1, voice="Ilse Varga", attribution=2, target="tugboat crews",
            relation="modifier", mention=at(text, "crews of the tugboats")),
        hit(text, "claimed", "cues-speech:claim", "distancing", -0.5, 1, target="Officials of the port"),
        hit(text, "reckless", "condemnation:reckless", "condemnation", -1, 2, target="Piet Maartens"),
        hit(text, "gamble", "condemnation:gamble", "condemnation", 0.5, 1, negated=True),
    )  # fmt: skip
    rows = (
        ActorRow("Harbour Authority", "organisation", one("Harbour Authority"), 1, 4, 1, None, 2.0, {"violence": 1},
                 Framing(mentioned=Places(headline=1))),
        ActorRow("dock owners", "group", one("Dock Owners"), 0, 0, 0, None, 0.0, {}, Framing()),
        ActorRow("Ilse Varga", "person", one("Ilse Varga"), 2, 38, 3, 7.9, 1.8, {"name-calling": 1},
                 Framing(tilts={"endorsing": 1, "neutral": 1}, kinds={"direct": 1, "indirect": 1}, cues=("praised",),
                         labels={"harbour master": 1},
                         devices=(device("label", "harbour master"), device("cue", "said", "neutral"),
                                  device("cue", "praised", "endorsing")),
                         quoted_words=14, quoted_share=0.3684, voice_share=0.0354, mentioned=Places(0, 1, 1, 0),
                         heard=Places(0, 1, 1, 0), sentences=2)),
        ActorRow("Officials of the port", "group", one("Officials of the port"), 1, 1030, 0, 0.0, 0.0, {},
                 Framing({"doubtful": 2}, {"indirect": 2}, ("claimed",), ("reportedly",), ("gift",), {"officials": 1},
                         (device("label", "Officials"), device("cue", "claimed", "doubtful"),
                          device("cue", "claimed", "doubtful"), device("hedge", "reportedly"),
                          device("scare quotes", "gift")),
                         1, 0.001, 0.9608, Places(0, 0, 1, 0), Places(1, 0, 1, 1), 1)),
        ActorRow("Piet Maartens", "person", one("Piet Maartens"), 0, 0, 0, None, 0.0, {}, Framing()),
        ActorRow("author", "author", (), 0, 61, 3, 4.9, 1.2, {"condemnation": 2}, Framing()),
        ActorRow("unattributed", "unattributed", (), 1, 3, 0, None, 0.0, {}, Framing()),
    )  # fmt: skip
    stances = (
        Stance("Harbour Authority", "dock owners", -0.5, "opposes", 0.86, (Evidence(one("Sabotage"), 0, "aimed", -2),)),
        Stance("Ilse Varga", "tugboat crews", 0.3, "supports", 0.75, (Evidence(one("brave"), 3, "modifies", 1),)),
        Stance("Ilse Varga", "dock owners", -0.7, "opposes", 0.8, (Evidence(one("parasites"), 1, "is called", -3),)),
        Stance("Ilse Varga", "Piet Maartens", 0.0, "neutral", 0.2, ()),
        Stance("author", "Piet Maartens", -0.5, "opposes", 0.74, (Evidence(one("reckless"), 5, "modifies", -2),)),
    )  # fmt: skip
    pair = ("Ilse Varga", "Officials of the port")
    treatment = (
        Treatment(pair, "distanced", (0, 5), (6, 6), -0.8333, (-0.9689, -0.2941)),
        Treatment(pair, "quoted", (3, 1), (6, 6), 0.3333, (-0.2341, 0.7015)),
    )
    return Answer(
        Report(
            SCHEMA, "news/story.txt", parse.document.title, "https://example.org/story", "2026-11-02", "Example", "en", 1172, 7, None, attributions,
            (Withheld("Piet Maartens", "declined to comment", one("declined to comment"), at(text, "Dock owner Piet Maartens")),),
            rows, hits, stances, dict.fromkeys(targets), treatment, 71, 68, (),
            Stamp("0.1.0", {"violence": "a" * 64, "labels": "b" * 64, "praise": "c" * 64, "condemnation": "d" * 64},
                  "e" * 64, "f" * 64),
        ),
        parse,
    )  # fmt: skip


HOSTILE = (
    "[red]\x1b[2JBad\x07 \u202eeman [/]\n\n"
    "[bold]Über \x9b31m[/bold] said the \ud83d regime :smile: is\tgone. 国家 \x00 said nothing.\u2028Next\x7f.\n"
)


def hostile() -> Answer:
    """Names, words and warnings that try to steer the terminal."""
    parse = parsed(HOSTILE, name="evil\x1b]0;x\x07.txt")
    text = parse.document.text
    name = "[bold]Über \x9b31m[/bold]"
    rows = (
        ActorRow(name, "person", (at(text, name),), 1, 40, 1, 2.5, 2.0, {"labels": 1}, Framing({}, {}, ("[u]said",), devices=(Device("cue", "[u]said", (at(text, "said"),), "hostile"), Device("hedge", "\x1bM", (at(text, "gone"),))))),
        ActorRow("author", "author", (), 0, 9, 0, None, 0.0, {}, Framing()),
    )  # fmt: skip
    said = Attribution(0, "direct", 1.0, Source(name, (at(text, name),), "\u202eUber"), Cue("[b]said", (at(text, "said"),)),
                       Content("the", (at(text, "the \ud83d regime :smile: is\tgone"),)))  # fmt: skip
    hits = (hit(text, "\ud83d regime", "labels:[i]regime", "\x1b[1mlabels", -1, 2, voice=name, target="\x1b[7m"),)
    return Answer(
        Report(SCHEMA, parse.document.id, parse.document.title, None, None, None, "en", 14, 3, text, (said,), (), rows, hits,
               (Stance(name, "\x1b[7mState[/]", -0.5, "opposes", 0.9, ()),), {}, (), 0, 0, ("odd \x1b[5m language",),
               Stamp("0.1.0", {"[x]": "a"}, "b", "c")),
        parse,
    )  # fmt: skip


def empty() -> Answer:
    """An article in which nothing was found."""
    parse = parsed("Rain fell.\n", name="-")
    report = Report(SCHEMA, "-", None, None, None, None, "en", 2, 1, None, (), (),
                    (ActorRow("author", "author", (), 0, 2, 0, None, 0.0, {}, Framing()),), (), (), {}, (), 0, 0,
                    ("The text may not be English.",), Stamp("0.1.0", {}, "b", "c"))  # fmt: skip
    return Answer(report, parse)


FAILURE = Failure("broken.txt", Fault("is not text: it has null bytes", "broken.txt"))
RECORD = Failure("r\x1b7", Fault("has no `text`", "corpus.jsonl:7"))
