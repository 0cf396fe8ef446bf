"""What is compared of one answer, small enough to keep for a whole corpus."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import attrgetter

from stancecli.compare.labels import GUESSED, find_labels
from stancecli.compare.model import Facts, Heard, Held, Label, Said, Weighed
from stancecli.framing.dates import undated
from stancecli.model import AUTHOR, UNATTRIBUTED, ActorRow, Answer, Attribution, Entry, Hit, Parse, Span, Speech, Stance
from stancecli.settings import DEFAULT
from stancecli.voices import find_voices, tokens_of

STOP = frozenset(
    "the and that with from this have has had was were are been not but for its his her their they them who whom which what "
    "will would could should can may might must about after before into over under than then there here when where while "
    "said says also more most some such only other out all any you your our she him you're it's".split()
)
"""Words that tell nothing of what a sentence is about."""


def facts_of(answer: Answer, entries: Mapping[str, Entry]) -> Facts:
    """The facts of one document; `entries` are those of the lexicons, by id."""
    report, parse = answer.report, answer.parse
    rows = {row.name: row for row in report.actors}
    mentions = {span for row in report.actors for span in row.mentions}
    owners = find_voices(parse, Speech(report.attributions, report.withheld)).owners
    labels = find_labels(answer, owners, entries)
    return Facts(
        id=report.id,
        title=report.title,
        words=report.words,
        author_words=rows[AUTHOR].words if AUTHOR in rows else 0,
        sentences=len(parse.sentences),
        parties=tuple(
            Heard(row.name, row.kind, len(row.mentions), row.statements, row.words, _plain_name(row, report.hits))
            for row in report.actors
            if row.name not in (AUTHOR, UNATTRIBUTED)
        ),
        said=tuple(_said(parse, attribution) for attribution in report.attributions),
        held=(
            *(held for stance in report.stances if (held := _held(parse, stance, mentions, report.targets)).evidence),
            *_named(parse, report.hits, labels),
        ),
        aimed=tuple(_aimed(parse, report.hits, labels)),
        labels=labels,
        loaded=tuple(
            _weighed(parse, hit.strength, Span(hit.start, hit.end)) for hit in report.hits if hit.voice == AUTHOR
        ),
    )


def content_words(parse: Parse, first: int, stop: int) -> frozenset[str]:
    """The words of some tokens that tell what they are about, lower-cased."""
    return frozenset(word for word in parse.words[first:stop] if len(word) > 2 and word.isalnum() and word not in STOP)


def _plain_name(row: ActorRow, hits: Sequence[Hit]) -> str:
    """The name of a group without loaded words before its noun: "residents" of "furious residents"."""
    *before, noun = row.name.split()
    if row.kind != "group" or not before:
        return row.name
    loaded = {
        word for mention in row.mentions for hit in _within(mention, hits) for word in hit.text.casefold().split()
    }
    return " ".join([*(word for word in before if word.casefold() not in loaded), noun])


def _within(span: Span, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits that lie within a span; all are in the order of their places."""
    start = attrgetter("start")
    first, stop = bisect_left(hits, span.start, key=start), bisect_left(hits, span.end, key=start)
    return (hit for hit in hits[first:stop] if hit.end <= span.end)


def _said(parse: Parse, attribution: Attribution) -> Said:
    words, content = 0, frozenset[str]()
    for span in attribution.content.spans:
        first, stop = tokens_of(parse, span)
        words += sum(word[0].isalnum() for word in parse.words[first:stop])
        content |= content_words(parse, first, stop)
    source, cue = attribution.source, attribution.cue
    span = cue.spans[0] if cue and cue.spans else attribution.content.spans[0]
    return Said(
        party=source.actor if source else None,
        source=source.text if source else "",
        cue=undated(cue.text) if cue else "",
        tilt=cue.tilt if cue else "neutral",
        words=words,
        content=content,
        span=span,
    )


def _held(parse: Parse, stance: Stance, mentions: Collection[Span], asked: Collection[str]) -> Held:
    """A stance with its evidence as strengths: what its values were before they were divided by their sum.

    Of the words of a piece those that tell are taken, not those that name the party; a sentence as a whole has none.
    """
    shares = sum(abs(evidence.value) for evidence in stance.evidence)
    total = DEFAULT.stance_prior / (1 - shares) if shares < 1 else DEFAULT.stance_prior
    return Held(
        stance.holder,
        stance.target,
        tuple(
            _weighed(parse, one.value * total, next((s for s in one.spans if s not in mentions), one.spans[0]))
            for one in stance.evidence
            if one.hit is not None or any(span not in mentions for span in one.spans)
        ),
        stance.target in asked or DEFAULT.shows(stance.label, stance.confidence),
    )


def _named(parse: Parse, hits: Sequence[Hit], labels: Sequence[Label]) -> Iterator[Held]:
    """The author's stances in names: a loaded noun is about whom it names, where it is not aimed at another."""
    free = {hit.start for hit in hits if hit.target is None and hit.voice == AUTHOR}
    for label in labels:
        if label.strength and label.span.start in free:
            yield Held(AUTHOR, label.party, (_weighed(parse, label.strength, label.span),), True)


def _weighed(parse: Parse, value: float, span: Span) -> Weighed:
    return Weighed(value, sentence_at(parse, span.start), parse.document.text[span.start : span.end], span)


def sentence_at(parse: Parse, place: int) -> int:
    """The number of the sentence in which a character stands, or of the last before it."""
    token = bisect_right(parse.starts, place) - 1
    return parse.sentence_of[token] if token >= 0 else 0


def _aimed(parse: Parse, hits: Sequence[Hit], labels: Sequence[Label]) -> Iterator[tuple[str, Weighed]]:
    """The author's loaded words by the party that they are about, or that they name."""
    named = {label.span.start: label.party for label in labels}
    for hit in hits:
        name = named.get(hit.start)
        party = name or hit.target if hit.relation in GUESSED else hit.target or name
        if hit.voice == AUTHOR and party:
            yield party, _weighed(parse, hit.strength, Span(hit.start, hit.end))
