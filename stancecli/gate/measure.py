"""What a rule measures in one document, and whether that crosses it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache

from stancecli.asked import asked, without_article
from stancecli.gate.read import COMPARISONS
from stancecli.model import Answer, Crossing, Filter, Hit, Report, Rule, Stance
from stancecli.settings import DEFAULT

_FUNCTIONS = (operator.gt, operator.ge, operator.lt, operator.le, operator.eq, operator.ne)
_COMPARE: dict[str, Callable[[float, float], bool]] = dict(zip(COMPARISONS, _FUNCTIONS, strict=True))

ANY = "*"

_LONGEST, _ALIKE = 80, 0.8
"""Of names that are compared: characters, and what part of two must be the same in both for a slip."""


def crossings(answer: Answer, rules: Sequence[Rule]) -> Iterator[Crossing]:
    """The rules that a document crosses, in the order of the rules; those for the whole run are left aside."""
    for rule in rules:
        if not rule.run:
            for about, value in figures(answer, rule):
                if crosses(value, rule):
                    yield Crossing(answer.report.id, rule, value, about)


def crosses(value: float, rule: Rule) -> bool:
    """Whether a value is beyond the rule's limit."""
    return _COMPARE[rule.comparison](value, rule.limit)


def figures(answer: Answer, rule: Rule) -> Iterator[tuple[str, float]]:
    """What the rule measures in a document: values, each with whom it is about where the rule does not say the very
    name (else "").
    """
    report = answer.report
    if rule.kind == "hits":
        yield "", count(answer, rule)
    elif rule.kind == "actor":
        known = report.names
        for row in report.actors:
            value: float | None = getattr(row, rule.figure)
            if value is not None and is_named(row.name, rule.actor, known):
                yield (row.name if named_otherwise(row.name, rule.actor) else ""), value
    else:
        for stance in stances(report, rule):
            pairs = ((stance.holder, rule.actor), (stance.target, rule.target))
            otherwise = any(named_otherwise(*pair) for pair in pairs)
            yield (f"{stance.holder} to {stance.target}" if otherwise else ""), stance.score


def stances(report: Report, rule: Rule) -> Iterator[Stance]:
    """The stances that a rule is about, of those that tables show: the sure ones, and all to a target that was asked for."""
    known = list(names_of(report, rule))
    for stance in report.stances:
        sure = DEFAULT.shows(stance.label, stance.confidence) or stance.target in report.targets
        if sure and is_named(stance.holder, rule.actor, known) and is_named(stance.target, rule.target, known):
            yield stance


def count(answer: Answer, rule: Rule) -> float:
    """How many hits a rule about hits measures in a document."""
    return float(sum(map(measured(answer.report, rule), new_hits(answer))))


def new_hits(answer: Answer) -> Iterator[Hit]:
    """The hits that no baseline holds."""
    return (hit for number, hit in enumerate(answer.report.hits) if number not in answer.known)


def lacking(report: Report, rule: Rule) -> list[str]:
    """The names that the rule is about and the document does not have: one with a slip is in none."""
    names = [filter.value for filter in rule.filters if filter.key in ("voice", "target")]
    names += [rule.actor, rule.target] if rule.kind == "stance" else [rule.actor]
    known = list(names_of(report, rule))
    return [name for name in names if not any(is_named(one, name, known) for one in known)]


def nearest(names: Iterable[str], wanted: str) -> str | None:
    """The one of some names that the wanted one may be a slip of, or of a part of it ("Lund"); long ones are none."""
    short = [name for name in names if len(name) <= _LONGEST]
    known = {part.casefold(): name for name in short for part in name.split()} | {
        name.casefold(): name for name in short
    }
    close = get_close_matches(without_article(wanted).casefold()[:_LONGEST], known, 1, _ALIKE)
    return known[close[0]] if close else None


def voices(report: Report, rule: Rule) -> Iterator[str]:
    """The names of a document that a rule about hits asks for, as voices or targets."""
    wanted = [one.value for one in rule.filters if one.key in ("voice", "target") and one.equal and one.value != ANY]
    known = list(names_of(report, rule)) if wanted else []
    return (name for name in known if any(is_named(name, value, known) for value in wanted))


def names_of(report: Report, rule: Rule) -> Iterator[str]:
    """The names of a document that a rule of this kind can be about: one about an actor measures nothing of mere targets."""
    yield from report.names
    if rule.kind != "actor":
        yield from (stance.target for stance in report.stances)


def measured(report: Report, rule: Rule) -> Callable[[Hit], bool]:
    """What tells whether a hit of the document is among what the rule measures; it looks up each name but once."""
    known = list(names_of(report, rule))

    @cache
    def named(name: str, wanted: str) -> bool:
        return is_named(name, wanted, known)

    def counts(hit: Hit) -> bool:
        if rule.kind == "hits":
            return all(_meets(hit, condition, named) for condition in rule.filters)
        if not named(hit.voice, rule.actor):
            return False
        if rule.kind == "actor":
            return rule.figure in ("density", "intensity", "loaded")
        return hit.target is not None and named(hit.target, rule.target)

    return counts


def is_named(name: str, wanted: str, known: Collection[str]) -> bool:
    """Whether a name is asked for by the wanted one among those known, or any is wanted."""
    return wanted == ANY or asked((wanted,), name, known)


def named_otherwise(name: str, wanted: str) -> bool:
    """Whether a name that is wanted is not the very one that the rule says: "*", or a part of it."""
    return name.casefold() not in (wanted.casefold(), without_article(wanted).casefold())


def _meets(hit: Hit, condition: Filter, named: Callable[[str, str], bool]) -> bool:
    if condition.key == "polarity":
        found: str | None = "positive" if hit.polarity > 0 else "negative"
    else:
        found = getattr(hit, condition.key)
    if condition.key in ("voice", "target"):
        met = found is not None and named(found, condition.value)
    else:
        met = found is not None and condition.value.casefold() in (ANY, found.casefold())
    return met is condition.equal
