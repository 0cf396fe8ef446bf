"""Compare how several documents, revisions or outlets tell the same story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from stancecli.compare import figures, wording
from stancecli.compare.align import Aligned, Group
from stancecli.compare.model import SCHEMA, Cell, Comparison, Difference, Facts, Party, Presence, Side
from stancecli.model import Answer

LEAST_TELLING = 0.05
"""What is less telling is not told."""


def compare(sides: Sequence[Sequence[Facts]], names: Sequence[str], answers: Sequence[Answer] = ()) -> Comparison:
    """Compare sides: each the facts of one document or of many, under a name.

    `answers` are those of the documents where each side is a single one: their texts are then read side by side, so that
    words in each other's place are found. Without them labels are compared by their numbers.
    """
    aligned = Aligned(sides)
    if answers:
        wording.joins(answers, aligned)
    worded = list(_wording(sides, answers, aligned, names))  # first: it finds out which nouns stand for whom
    parties = tuple(_parties(sides, aligned))
    found = [
        *worded,
        *figures.sources(sides, aligned, parties, names),
        *figures.quoted(parties, names),
        *figures.loaded(sides, aligned, names),
        *figures.stances(sides, aligned, {party.name: party for party in parties}, names),
    ]
    return Comparison(
        schema=SCHEMA,
        sides=tuple(_side(name, documents) for name, documents in zip(names, sides, strict=True)),
        parties=parties,
        stances=tuple(_cells(sides, aligned)),
        differences=tuple(sorted((one for one in found if one.telling >= LEAST_TELLING), key=_order)),
        author=figures.authors(sides, names),
    )


def _order(difference: Difference) -> tuple[float, str, str]:
    return -difference.telling, difference.kind, difference.sentence


def _wording(
    sides: Sequence[Sequence[Facts]], answers: Sequence[Answer], aligned: Aligned, names: Sequence[str]
) -> Iterable[Difference]:
    if answers:
        labels = wording.label_contrasts(answers, [documents[0] for documents in sides], aligned)
    else:
        labels = wording.label_odds(sides, aligned)
    yield from (wording.difference("label", party, contrast, names) for party, contrast in labels.items())
    cues = wording.cue_contrasts(sides, aligned)
    yield from (wording.difference("cue", party, contrast, names) for party, contrast in cues.items())


def _side(name: str, documents: Sequence[Facts]) -> Side:
    title = documents[0].title if len(documents) == 1 else None
    return Side(
        name,
        len(documents),
        sum(facts.words for facts in documents),
        title,
        sum(facts.author_words for facts in documents),
        sum(len(facts.loaded) for facts in documents),
    )


def _parties(sides: Sequence[Sequence[Facts]], aligned: Aligned) -> Iterable[Party]:
    """The parties that say something or are called something, those with most words first."""
    figures_of: dict[str, list[Counter[str]]] = {}
    cues: dict[str, list[Counter[str]]] = {}
    labels: dict[str, list[Counter[str]]] = {}
    for side, documents in enumerate(sides):
        for facts in documents:
            for heard in facts.parties:
                row = figures_of.setdefault(aligned.of(side, heard.name), [Counter() for _ in sides])[side]
                row.update({"mentions": heard.mentions, "statements": heard.statements, "words": heard.words})
            for said in facts.said:
                if said.party and said.cue:
                    cues.setdefault(aligned.of(side, said.party), [Counter() for _ in sides])[side][said.cue] += 1
            for label in facts.labels:
                if label.party != label.word:
                    labels.setdefault(aligned.of(side, label.party), [Counter() for _ in sides])[side][label.word] += 1
            for party, _ in facts.aimed:
                figures_of.setdefault(aligned.of(side, party), [Counter() for _ in sides])[side]["loaded"] += 1
    groups = {aligned.name(group): group for group in aligned.groups}
    none: list[Counter[str]] = [Counter() for _ in sides]
    made = [
        _party(name, groups[name], figures_of[name], cues.get(name, none), labels.get(name, none))
        for name in figures_of
        if name in groups
    ]
    return sorted(made, key=lambda party: (-sum(one.words for one in party.sides), party.name))


def _party(
    name: str, group: Group, rows: Sequence[Counter[str]], cues: Sequence[Counter[str]], labels: Sequence[Counter[str]]
) -> Party:
    return Party(
        name,
        group.kind,
        tuple(
            Presence(
                tuple(group.names.get(side, {})),
                row["mentions"],
                row["statements"],
                row["words"],
                dict(cues[side].most_common()),
                dict(labels[side].most_common()),
                row["loaded"],
            )
            for side, row in enumerate(rows)
        ),
    )


def _cells(sides: Sequence[Sequence[Facts]], aligned: Aligned) -> Iterable[Cell]:
    """The stances of all sides, in one matrix."""
    for (holder, target), rows in figures.held(sides, aligned).items():
        scores = tuple(round(figures.score(row), 4) if row else None for row in rows)
        yield Cell(holder, target, scores)
