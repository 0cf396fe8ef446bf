"""Which words name the same party on each side, and which cues bring in its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from stancecli.compare.align import Aligned, same_words
from stancecli.compare.labels import names_people, singular
from stancecli.compare.measure import log_odds
from stancecli.compare.model import Difference, Facts, Kind, Label, Said, Told
from stancecli.compare.parallel import swaps
from stancecli.model import Answer, Span, Tilt
from stancecli.voices import tokens_of

SIGNIFICANT = 1.96
"""Log-odds beyond it (in standard errors) are told."""


class Contrast(Struct):
    """What is called differently, while it is being found: words and places by side, and how telling it is."""

    sides: dict[int, dict[str, list[Span]]] = field(default_factory=dict)
    telling: float = 0.0

    def add(self, side: int, word: str, span: Span) -> None:
        """One more word of a side."""
        spans = self.sides.setdefault(side, {}).setdefault(word, [])
        if span not in spans:
            spans.append(span)

    def take(self, other: Contrast) -> None:
        """Take up the words of another contrast that is about the same party."""
        for side, words in other.sides.items():
            for word, spans in words.items():
                for span in spans:
                    self.add(side, word, span)

    def shares(self, other: Contrast) -> bool:
        """Whether the two have a word of a side in common."""
        return any(self.sides.get(side, {}).keys() & words.keys() for side, words in other.sides.items())

    def told(self, number: int) -> tuple[Told, ...]:
        """What each of so many sides says."""
        return tuple(
            Told(None, tuple(words), tuple(span for spans in words.values() for span in spans))
            for words in (self.sides.get(side, {}) for side in range(number))
        )


def difference(kind: Kind, party: str, contrast: Contrast, names: Sequence[str]) -> Difference:
    """A contrast as a difference, with its sentence."""
    told = contrast.told(len(names))
    parts = [
        f"{', '.join(f'“{word}”' for word in one.words) or 'nothing'} in {name}"
        for one, name in zip(told, names, strict=True)
    ]
    return Difference(
        kind, party, None, told, None, round(min(1.0, contrast.telling), 4), f"{party}: {'; '.join(parts)}"
    )


def label_contrasts(answers: Sequence[Answer], facts: Sequence[Facts], aligned: Aligned) -> dict[str, Contrast]:
    """The parties that documents call by different nouns: by what stands in the other's place, else by lexicon and names."""
    found: dict[str, Contrast] = {}
    for second in range(len(answers)):
        for first in range(second):
            _by_place(answers, facts, aligned, (first, second), found)
            _by_lexicon(facts, aligned, (first, second), found)
            _by_lexicon(facts, aligned, (second, first), found)
    return _merged(found, aligned)


def _merged(found: Mapping[str, Contrast], aligned: Aligned) -> dict[str, Contrast]:
    """Contrasts that share a word of a side as one: "protesters, demonstrators" here, "rioters, mob" there.

    Nouns of nobody's name then stand for the party in all that is counted. Of named parties each keeps to itself.
    """
    order = sorted(found, key=lambda party: (not aligned.knows(party), -found[party].telling, party))
    kept: dict[str, Contrast] = {}
    for party in order:
        mine = [other for other, contrast in kept.items() if contrast.shares(found[party])]
        if aligned.knows(party) or not mine:
            kept[party] = found[party]
            continue
        first, *others = mine
        kept[first].take(found[party])
        for other in others:
            if not aligned.knows(other):
                kept[first].take(kept.pop(other))
    for party, contrast in kept.items():
        for side, words in contrast.sides.items():
            for word in words:
                aligned.call(side, word, party)
    return kept


def _by_place(
    answers: Sequence[Answer],
    facts: Sequence[Facts],
    aligned: Aligned,
    pair: tuple[int, int],
    found: dict[str, Contrast],
) -> None:
    """Nouns that stand in each other's place."""
    first, second = pair
    parses = answers[first].parse, answers[second].parse
    rows = [{label.span.start: label for label in facts[side].labels} for side in pair]
    hits = [{hit.start: hit.strength for hit in answers[side].report.hits} for side in pair]
    for swap in swaps(*parses):
        places = [parse.span(token, token + 1) for parse, token in zip(parses, swap, strict=True)]
        words = [parse.words[token] for parse, token in zip(parses, swap, strict=True)]
        strengths = [hits[side].get(place.start, 0.0) for side, place in enumerate(places)]
        if not any(map(names_people, words)) and not any(strengths):
            continue
        labels = [row.get(place.start) for row, place in zip(rows, places, strict=True)]
        party = _party(aligned, pair, labels, words, strengths)
        contrast = found.setdefault(party, Contrast())
        for side, word, place in zip(pair, words, places, strict=True):
            contrast.add(side, word, place)
        people = 0.25 if all(map(names_people, words)) else 0.15
        apart = abs(strengths[0] - strengths[1])
        contrast.telling = max(contrast.telling, people + (0.3 + 0.1 * min(apart, 3.0) if apart else 0.0)) + 0.04


def _party(
    aligned: Aligned,
    pair: Sequence[int],
    labels: Sequence[Label | None],
    words: Sequence[str],
    strengths: Sequence[float],
) -> str:
    """Whom two words name: an actor of either side, else the plainer word itself."""
    for side, label in zip(pair, labels, strict=True):
        if label and label.party != label.word:
            return aligned.of(side, label.party)
    return words[0] if abs(strengths[0]) <= abs(strengths[1]) else words[1]


def _by_lexicon(facts: Sequence[Facts], aligned: Aligned, pair: tuple[int, int], found: dict[str, Contrast]) -> None:
    """Loaded names of one side whose plain counterparts, or whose party, the other names without them."""
    loud, calm = pair
    theirs = {singular(label.word) for label in facts[calm].labels}
    ours = {singular(label.word) for label in facts[loud].labels}
    for label in facts[loud].labels:
        if not label.strength or singular(label.word) in theirs:
            continue
        party = aligned.of(loud, label.party)
        plain = {singular(word) for word in label.plain}
        matches = [
            other
            for other in facts[calm].labels
            if (singular(other.word) in plain and singular(other.word) not in ours)
            or (label.party != label.word and aligned.of(calm, other.party) == party)
        ]
        if matches:
            name = aligned.of(calm, matches[0].party)
            if label.party != label.word:
                if label.word in label.party.lower().split() and party != name:
                    aligned.rename(loud, label.party, name)
                else:
                    name = party
            contrast = found.setdefault(name, Contrast())
            contrast.add(loud, label.word, label.span)
            for other in matches:
                contrast.add(calm, other.word, other.span)
            contrast.telling = max(contrast.telling, 0.5 + 0.1 * min(abs(label.strength), 3.0))


def label_odds(sides: Sequence[Sequence[Facts]], aligned: Aligned) -> dict[str, Contrast]:
    """The parties that outlets call by different nouns more often than chance would have it."""
    counts: dict[str, list[Counter[str]]] = {}
    background: Counter[str] = Counter()
    loaded: set[str] = set()
    for side, documents in enumerate(sides):
        for facts in documents:
            for label in facts.labels:
                word, party = singular(label.word), aligned.of(side, label.party)
                counts.setdefault(party, [Counter() for _ in sides])[side][word] += 1
                background[word] += 1
                if label.strength:
                    loaded.add(word)
    found: dict[str, Contrast] = {}
    for party, rows in counts.items():
        for side, ours in enumerate(rows):
            others = sum((row for number, row in enumerate(rows) if number != side), Counter[str]())
            for word, z in log_odds(ours, others, background).items():
                if z >= SIGNIFICANT and others.total():
                    contrast = found.setdefault(party, Contrast())
                    contrast.sides.setdefault(side, {})[word] = []
                    contrast.telling = max(contrast.telling, min(0.8, z / 6) + 0.2 * (word in loaded))
    return found


def cue_contrasts(sides: Sequence[Sequence[Facts]], aligned: Aligned) -> dict[str, Contrast]:
    """The parties whose words are brought in differently: by tilted cues here, by plain or other ones there."""
    heard: dict[str, dict[int, list[Said]]] = {}
    for side, documents in enumerate(sides):
        for facts in documents:
            for said in facts.said:
                if said.party and said.cue:
                    heard.setdefault(aligned.of(side, said.party), {}).setdefault(side, []).append(said)
    directly = {said for pair in _pairs(sides) for said in pair}
    found = {}
    for party, rows in heard.items():
        if len(rows) < len(sides):
            continue
        contrast = _cues(rows, directly, single=all(len(documents) == 1 for documents in sides))
        if contrast:
            found[party] = contrast
    return found


def _pairs(sides: Sequence[Sequence[Facts]]) -> Iterator[tuple[Said, Said]]:
    """What single documents tell both, with cues that are not the same."""
    if any(len(documents) != 1 for documents in sides):
        return
    for second in range(len(sides)):
        for first in range(second):
            for one, other in same_words(sides[first][0].said, sides[second][0].said):
                if one.cue and other.cue and one.cue != other.cue:
                    yield one, other


def _cues(rows: Mapping[int, Sequence[Said]], directly: set[Said], *, single: bool) -> Contrast | None:
    tilts = {side: Counter(said.tilt for said in row) for side, row in rows.items()}
    distance = max(_distance(one, other) for one in tilts.values() for other in tilts.values())
    changed = any(said in directly for row in rows.values() for said in row)
    if not distance and not (changed and single):
        return None
    contrast = Contrast()
    common = set.intersection(*({said.cue for said in row} for row in rows.values()))
    for side, row in rows.items():
        telling = [said for said in row if said.cue not in common or said.tilt != "neutral" or said in directly]
        for said in telling or row:
            contrast.add(side, said.cue, said.span)
    number = sum(said.tilt != "neutral" for row in rows.values() for said in row)
    contrast.telling = (0.35 + 0.35 * distance + 0.05 * min(number, 3) if distance else 0.12) + (
        0.1 if changed else 0.0
    )
    return contrast


def _distance(one: Counter[Tilt], other: Counter[Tilt]) -> float:
    """The part of cues that would have to change to make the tilts alike, 0 to 1."""
    first, second = one.total(), other.total()
    return sum(abs(one[tilt] / first - other[tilt] / second) for tilt in one.keys() | other.keys()) / 2


def joins(answers: Sequence[Answer], aligned: Aligned) -> None:
    """Take parties for one whose names stand in each other's place ("Valdian government", "Valdian regime")."""
    for second in range(len(answers)):
        for first in range(second):
            one, other = _mentions(answers[first]), _mentions(answers[second])
            for swap in swaps(answers[first].parse, answers[second].parse):
                a, b = one.get(swap.first), other.get(swap.second)
                if a and b and a != b:
                    aligned.join(first, a, second, b)
                    if _is_loaded(answers[first], swap.first):
                        aligned.rename(first, a, b)
                    elif _is_loaded(answers[second], swap.second):
                        aligned.rename(second, b, a)


def _is_loaded(answer: Answer, token: int) -> bool:
    start = answer.parse.starts[token]
    return any(hit.start == start for hit in answer.report.hits)


def _mentions(answer: Answer) -> dict[int, str]:
    """The party of each token of a name."""
    return {
        token: actor.name
        for actor in answer.report.actors
        for span in actor.mentions
        for token in range(*tokens_of(answer.parse, span))
    }
