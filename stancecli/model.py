"""Every type of the pipeline: frozen values that stages take and return.

Positions come in two kinds and are never mixed. A `Span` counts characters of `Document.text`; a
`Range` counts tokens of a `Parse`. Both are half open. `Parse.span` turns the second into the first.

What the JSON report shows (`Report` and all that it holds) is written field by field as declared
here; its JSON Schema is generated from these classes, so a field's description stands beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct

SCHEMA = "stancecli.report/1"
AUTHOR = "author"
UNATTRIBUTED = "unattributed"

Unit = Annotated[float, Meta(ge=0, le=1)]
Signed = Annotated[float, Meta(ge=-1, le=1)]


class Span(NamedTuple):
    """Characters `start` to `end` (exclusive) of the document's text."""

    start: int
    end: int


class Range(NamedTuple):
    """Tokens `first` to `stop` (exclusive) of a parse."""

    first: int
    stop: int


# --- what is read -------------------------------------------------------------------------------


class Member(Struct, frozen=True):
    """A party that a roster teaches: the name to show, what else it is called, "m", "f" or "" for a person."""

    name: str
    kind: Literal["person", "country", "organisation", "group"]
    aliases: tuple[str, ...] = ()
    gender: Literal["m", "f", ""] = ""


class Roster(Struct, frozen=True):
    """The parties that a desk knows (`actors.yaml`). `digest` is the SHA-256 of the file's bytes, in hexadecimal."""

    members: tuple[Member, ...]
    digest: str


class Origin(NamedTuple):
    """The file of many articles that one came in, and its line there, counted from 1."""

    path: str
    line: int


class Input(Struct, frozen=True):
    """One article as it came in, before it is decoded.

    `data` is `str` only where the carrier was text already (a JSON Lines record). `media` is
    "text", "markdown" or "html" where the carrier says so, else None and the content decides.
    `roster` holds the parties that are known beforehand. `origin` tells where a record stands; an article with a
    file of its own has none, and the file's name as its id. `ignored` names entries, lexicons or packs of which it
    has no hits.
    """

    id: str
    data: bytes | str
    media: Literal["text", "markdown", "html", "pdf", "docx"] | None = None
    title: str | None = None
    targets: tuple[str, ...] = ()
    url: str | None = None
    date: str | None = None
    outlet: str | None = None
    roster: Roster | None = None
    origin: Origin | None = None
    ignored: tuple[str, ...] = ()


class Paragraph(NamedTuple):
    """A stretch of the text in which words are read and scored; what no paragraph covers is not."""

    start: int
    end: int
    role: Literal["headline", "body"]


def unmarked(text: str, marks: Sequence[Span], start: int, end: int) -> str:
    """What stands from `start` to `end`, less the marks there, which are in order."""
    kept: list[str] = []
    at = bisect_left(marks, (start,))
    while at < len(marks) and marks[at].end <= end:
        kept.append(text[start : marks[at].start])
        start = marks[at].end
        at += 1
    return "".join([*kept, text[start:end]])


class Anchor(NamedTuple):
    """Character `at` of a text taken out of markup stands in the input at `line` and `column`, counted from 1."""

    at: int
    line: int
    column: int


class Waiver(NamedTuple):
    """Characters `start` to `end` in which a mark sets hits aside: those of `names`, or all where it has none.

    `line` is where the mark stands in the input, `says` its words; `line_only`: only on that line.
    """

    start: int
    end: int
    line: int
    says: str
    names: tuple[str, ...] = ()
    line_only: bool = False


class Document(Struct, frozen=True):
    """A decoded article. Offsets point into `text`.

    `paragraphs` are in order and do not overlap; leftovers of web pages, bylines and agency lines
    lie between them. `extracted` says that `text` was taken out of markup and is not the input's own.
    `marks` are what stands within paragraphs and is no word: the signs of Markdown, in order. `anchors` tell where
    an extracted text stands in its input, in order; between two of them both go on alike.
    """

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None
    language: str
    digest: str
    extracted: bool = False
    targets: tuple[str, ...] = ()
    url: str | None = None
    date: str | None = None
    outlet: str | None = None
    byline: str | None = None
    warnings: tuple[str, ...] = ()
    roster: Roster | None = None
    marks: tuple[Span, ...] = ()
    origin: Origin | None = None
    anchors: tuple[Anchor, ...] = ()
    ignored: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()


# --- how it is cut ------------------------------------------------------------------------------


class Quotation(NamedTuple):
    """A zone between quotation marks, in tokens, its marks included.

    A zone never leaves its paragraph: a quote that goes on over paragraphs is one zone in each, the
    later ones with `continues`. `closed` is false where the closing mark is missing (the zone then
    ends with the paragraph). `depth` is 0 for an outer quote, 1 for a quote within it. `scare` marks
    a few words set off by the writer that do not make a statement of their own.
    """

    first: int
    stop: int
    depth: int
    closed: bool
    continues: bool
    scare: bool


class Parse(Struct, frozen=True):
    """A document in columns: token i is `words[i]`, at characters `starts[i]` to `ends[i]`.

    `words` are lower-cased, with straight apostrophes; `document.text` has them as written. Clitics
    ("'s", "n't") and hyphens are tokens of their own ("Russian", "-", "backed"); an abbreviation with
    inner stops ("U.S.") is one token. `sentences` cover all tokens in order; `paragraphs` run parallel
    to `document.paragraphs` (an empty paragraph has an empty range). `sentence_of[i]` is the number of
    token i's sentence. `quotations` are in order of their first token. `tags` are Penn Treebank tags, one a token;
    there are none before `label`.
    """

    document: Document
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Range, ...]
    sentence_of: tuple[int, ...]
    paragraphs: tuple[Range, ...]
    quotations: tuple[Quotation, ...]
    tags: tuple[str, ...] = ()

    def span(self, first: int, stop: int) -> Span:
        """The characters that tokens `first` to `stop` cover; `first < stop`."""
        return Span(self.starts[first], self.ends[stop - 1])

    def text(self, first: int, stop: int) -> str:
        """The text of tokens `first` to `stop`, as written, but for the marks of Markdown."""
        document = self.document
        if not document.marks:
            return document.text[self.starts[first] : self.ends[stop - 1]]
        return unmarked(document.text, document.marks, self.starts[first], self.ends[stop - 1])


# --- lexicons -----------------------------------------------------------------------------------


class Examples(Struct, frozen=True, gc=False, array_like=True):
    """Sentences in which an entry must fire, and sentences in which it must not.

    `line` is where they stand. Entries of one file that inherit the same examples have equal ones.
    """

    hit: tuple[str, ...] = ()
    miss: tuple[str, ...] = ()
    line: int = 0


Aim = Literal["subject", "object", "modified", "speaker", "none"]
Tilt = Literal["neutral", "doubtful", "endorsing", "hostile"]


class Attitude(Struct, frozen=True, gc=False, array_like=True):
    """What a predicate says of two parties: the one in the place `holder` is for (1) or against (-1) the one in `target`.

    `target` is a role or a preposition, then its object. The holder "author" is the voice that the word stands in.
    """

    holder: Literal["subject", "object", "possessor", "author"]
    target: str
    polarity: float


Inflection = Literal["noun", "verb", "adjective", "none"]


class Entry(Struct, frozen=True, gc=False, array_like=True):
    """A word or phrase of a lexicon.

    `id` is "lexicon:term". `forms` and `innocent` (the YAML key `not`) are sequences of words as in
    `Parse.words`. `polarity` is -1, 0 or 1; `weight` is above 0 and at most 5. `takes`, `tilt` and
    `reports` are set in lexicons of cues only; a cue with polarity 0 is never a hit. `attitudes` are set in
    lexicons of predicates only, which are no hits; `inflect` is the word class that the forms were made for.
    `literal` are domains (`tables/domains.yaml`) among whose words it is a plain fact.
    """

    id: str
    term: str
    lexicon: str
    category: str
    polarity: float
    weight: float
    forms: tuple[tuple[str, ...], ...]
    innocent: tuple[tuple[str, ...], ...] = ()
    pos: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    aim: Aim = "none"
    why: str = ""
    examples: Examples = Examples()
    line: int = 0
    takes: tuple[str, ...] = ()
    tilt: Tilt = "neutral"
    reports: Literal["", "speech", "thought", "attitude"] = ""
    inflect: Inflection = "none"
    attitudes: tuple[Attitude, ...] = ()
    literal: tuple[str, ...] = ()


class Lexicon(Struct, frozen=True):
    """A file of entries. `digest` is the SHA-256 of the file's bytes, in hexadecimal.

    `pack` is the subject whose loaded words it holds ("war"), "general" where it holds those of all subjects.
    """

    name: str
    kind: Literal["terms", "cues", "predicates", "tones"]
    language: str
    version: int
    description: str
    path: str
    digest: str
    entries: tuple[Entry, ...]
    pack: str = "general"


# --- who says what ------------------------------------------------------------------------------


class Source(Struct, frozen=True):
    """The phrase that names who speaks, and the actor it stands for (None before `actors`)."""

    text: str
    spans: tuple[Span, ...]
    actor: str | None = None


class Cue(Struct, frozen=True):
    """The words that show that something is reported.

    `hedges` are words such as "reportedly"; `denied` is true for "denied that".
    """

    text: str
    spans: tuple[Span, ...]
    tilt: Tilt = "neutral"
    hedged: bool = False
    hedges: tuple[str, ...] = ()
    denied: bool = False


class Content(Struct, frozen=True):
    """What is reported; more than one span where the cue interrupts it."""

    text: str
    spans: tuple[Span, ...]


class Attribution(Struct, frozen=True):
    """Someone's words or thoughts as the article reports them."""

    id: int
    kind: Literal["direct", "indirect", "mixed"]
    confidence: Unit
    source: Source | None
    cue: Cue | None
    content: Content


class Withheld(Struct, frozen=True):
    """Speech that was refused or is missing: "declined to comment". Not a statement.

    `actor` is the source phrase as written before `actors`, the actor's name after it.
    """

    actor: str | None
    text: str
    spans: tuple[Span, ...]
    source: Span | None = None


class Speech(Struct, frozen=True):
    """What `attribute` finds in one document; attributions in order of their first character."""

    attributions: tuple[Attribution, ...]
    withheld: tuple[Withheld, ...]


ActorKind = Literal["person", "country", "organisation", "group", "author", "unattributed"]


class Actor(Struct, frozen=True):
    """A party: all mentions that stand for it, by name, title or resolved pronoun, in order."""

    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]


class Cast(Struct, frozen=True):
    """What `actors` finds: the parties, and the speech with every source's actor filled in.

    Each mention's span belongs to one actor. `targets` maps a requested target (`--target`, or
    `targets` of a record) to the actor that it names, where there is one. `requested` are the document's targets and
    what is watched and in the text.
    """

    actors: tuple[Actor, ...]
    speech: Speech
    targets: dict[str, str]
    requested: tuple[str, ...] = ()


# --- what is scored -----------------------------------------------------------------------------

Relation = Literal["modifier", "possessor", "predicate", "subject", "object", "speaker", "clause", "sentence"]


class Hit(Struct, frozen=True):
    """A loaded word or phrase in the text. `line` and `column` count from 1, in the input as it was read.

    `polarity` is after negation. `weight` is that of the entry times all `factors`: by its category, and by its
    place ("quoted", "reported", "scare quotes", "negated", "intensified"); none of them is 1. `voice` is an actor's
    name, "author" or "unattributed"; `attribution` is the one whose content holds the hit; `target` is the actor (or the requested phrase) it is aimed
    at, where one is found, `relation` how the two are tied, and `mention` the words of the target that
    tie them. `match` leaves the last five at their defaults; `aim` fills them.
    """

    start: int
    end: int
    line: int
    column: int
    text: str
    entry: str
    lexicon: str
    category: str
    polarity: Signed
    weight: Annotated[float, Meta(gt=0)]
    negated: bool
    factors: dict[str, float] = {}
    voice: str = AUTHOR
    attribution: int | None = None
    target: str | None = None
    relation: Relation | None = None
    mention: Span | None = None

    @property
    def strength(self) -> float:
        """Polarity times weight in the mouth of whoever says it: that the author only quotes or reports it is left out."""
        return self.polarity * self.weight / self.factors.get("quoted", 1) / self.factors.get("reported", 1)


class Evidence(Struct, frozen=True):
    """One contribution to a stance: where it stands, the hit behind it, why, and how much."""

    spans: tuple[Span, ...]
    hit: int | None
    why: str
    value: float


class Stance(Struct, frozen=True):
    """A holder's attitude to a target, as worded in this text."""

    holder: str
    target: str
    score: Signed
    label: Literal["opposes", "neutral", "supports"]
    confidence: Unit
    evidence: tuple[Evidence, ...]


class Device(Struct, frozen=True):
    """Words with which the author frames an actor, and where they stand.

    "cue": what introduces the actor's words, with its `tilt`; "hedge": a word such as "reportedly" on them; "scare
    quotes": words that the author sets off by marks; "label": a noun or title that the author has for the actor.
    """

    kind: Literal["cue", "hedge", "scare quotes", "label"]
    text: str
    spans: tuple[Span, ...]
    tilt: Tilt | None = None


class Places(Struct, frozen=True):
    """How often something is in the headline, and in the first, the middle and the last third of the body's words."""

    headline: int = 0
    first: int = 0
    middle: int = 0
    last: int = 0


class Framing(Struct, frozen=True):
    """What the author does to an actor; docs/framing.md tells why each of it matters.

    `tilts` counts the author's cues for the actor's words by tilt, `kinds` the statements so told by kind. `cues` are
    the cues that are not neutral, `hedges` words such as "reportedly", `scare_quotes` the words that the author sets
    off, each once; `labels` counts the nouns and titles by which the author calls the actor. `devices` are all of
    these with their places, in order. `quoted_words` of the actor's words stand between quotation marks, which is
    `quoted_share` of them; `voice_share` is what the actor has of all words that somebody is made to say; both are None
    where there are no such words. `mentioned` and `heard` tell where the mentions and the statements stand. Of the
    author's `sentences` that mention the actor, so many have a loaded word `against` or `favour`ing it.
    """

    tilts: dict[Tilt, int] = {}
    kinds: dict[Literal["direct", "indirect", "mixed"], int] = {}
    cues: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    scare_quotes: tuple[str, ...] = ()
    labels: dict[str, int] = {}
    devices: tuple[Device, ...] = ()
    quoted_words: int = 0
    quoted_share: Unit | None = None
    voice_share: Unit | None = None
    mentioned: Places = Places()
    heard: Places = Places()
    sentences: int = 0
    against: int = 0
    favour: int = 0


Measure = Literal["distanced", "endorsed", "quoted", "against", "favour"]


class Treatment(Struct, frozen=True):
    """How differently the author treats two parties: a share of the first, less the same share of the second.

    The share is, by `measure`, that of the author's cues which are doubtful or hostile ("distanced") or endorsing
    ("endorsed"); of the statements with words in quotation marks ("quoted"); of the author's sentences about the party
    with a loaded word "against" it or in its "favour". `counts` are so many of `cases`, for the first and the second;
    the `interval` holds the difference of 95 articles in 100 that have no more to tell than this one.
    """

    parties: tuple[str, str]
    measure: Measure
    counts: tuple[int, int]
    cases: tuple[int, int]
    difference: Signed
    interval: tuple[Signed, Signed]

    @property
    def told(self) -> bool:
        """Whether the difference is larger than chance makes it: its interval leaves zero out."""
        return self.interval[0] > 0 or self.interval[1] < 0


class ActorRow(Struct, frozen=True):
    """An actor with its figures. `density` is hits per 100 words, None under the minimum of words."""

    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    statements: int
    words: int
    loaded: int
    density: float | None
    intensity: float
    categories: dict[str, int]
    framed: Framing


class Stamp(Struct, frozen=True):
    """What made this report: with the same stamp, title and targets it is the same report."""

    version: str
    lexicons: dict[str, str]
    settings: str
    input: str


class Report(Struct, frozen=True):
    """Everything that is known of one article; the JSON that users keep."""

    schema: str
    id: str
    title: str | None
    url: str | None
    date: str | None
    outlet: str | None
    language: str
    words: int
    sentences: int
    text: str | None
    attributions: tuple[Attribution, ...]
    withheld: tuple[Withheld, ...]
    actors: tuple[ActorRow, ...]
    hits: tuple[Hit, ...]
    stances: tuple[Stance, ...]
    targets: dict[str, str | None]
    treatment: tuple[Treatment, ...]
    quoted_words: int
    quoted_words_attributed: int
    warnings: tuple[str, ...]
    stamp: Stamp
    byline: str | None = None


class Fault(Struct, frozen=True):
    """What went wrong (`message`) and where (`place`: a file, `FILE:LINE`, or a record)."""

    message: str
    place: str


class Failure(Struct, frozen=True):
    """An input that could not be answered; takes the place of its report."""

    id: str
    error: Fault


# --- what must not be crossed -------------------------------------------------------------------


class Filter(Struct, frozen=True):
    """One condition on hits: `key` is a field's name, `value` what it must be, or must not where `equal` is false."""

    key: Literal["category", "entry", "lexicon", "polarity", "target", "voice"]
    value: str
    equal: bool = True


class Rule(Struct, frozen=True):
    """A gate as written in `text`: what is measured, a comparison and a limit.

    "actor": a `figure` of the rows of `actor`; "hits": how many pass all `filters`; "stance": the scores of
    `actor` to `target`. Of names "*" means any. `run` asks for the figure of all documents together.
    """

    text: str
    kind: Literal["actor", "hits", "stance"]
    comparison: str
    limit: float
    actor: str = "*"
    figure: str = ""
    target: str = "*"
    filters: tuple[Filter, ...] = ()
    run: bool = False
    level: Literal["fail", "warn"] = "fail"


class Crossing(Struct, frozen=True):
    """A rule that was crossed, the value with which it was, and who it is about where the rule says "*".

    `document` is "" for the whole run.
    """

    document: str
    rule: Rule
    value: float
    about: str = ""


class Answer(Struct, frozen=True):
    """A report with the parse it was made from: the views of evidence show the text's own words.

    `crossings` are the gates that it crosses; `known` are the numbers of the hits that findings leave out: a baseline
    holds them, or they are not grave enough.
    """

    report: Report
    parse: Parse
    crossings: tuple[Crossing, ...] = ()
    known: frozenset[int] = frozenset()


Result = Answer | Failure
"""What comes of an input."""
