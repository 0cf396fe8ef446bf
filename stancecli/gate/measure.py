"""What a rule measures in one document, and whether that crosses it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence

from stancecli.gate.read import COMPARISONS
from stancecli.model import Answer, Crossing, Filter, Hit, Report, Rule

_FUNCTIONS = (operator.gt, operator.ge, operator.lt, operator.le, operator.eq, operator.ne)
_COMPARE: dict[str, Callable[[float, float], bool]] = dict(zip(COMPARISONS, _FUNCTIONS, strict=True))

ANY = "*"


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
    """What the rule measures in a document: values, each with the names that "*" stands for ("" without one)."""
    report = answer.report
    if rule.kind == "hits":
        yield "", float(sum(passes(hit, rule) for hit in new_hits(answer)))
    elif rule.kind == "actor":
        for row in report.actors:
            value: float | None = getattr(row, rule.figure)
            if value is not None and is_named(row.name, rule.actor):
                yield (row.name if rule.actor == ANY else ""), value
    else:
        for stance in report.stances:
            if is_named(stance.holder, rule.actor) and is_named(stance.target, rule.target):
                told = f"{stance.holder} to {stance.target}" if ANY in (rule.actor, rule.target) else ""
                yield told, stance.score


def new_hits(answer: Answer) -> Iterator[Hit]:
    """The hits that no baseline holds."""
    return (hit for number, hit in enumerate(answer.report.hits) if number not in answer.known)


def touches(report: Report, rule: Rule) -> bool:
    """Whether a document has what the rule is about: a name with a slip is in none."""
    if rule.kind == "actor":
        return any(is_named(row.name, rule.actor) for row in report.actors)
    names = [filter.value for filter in rule.filters if filter.key in ("voice", "target")]
    names += [rule.actor, rule.target] if rule.kind == "stance" else []
    known = {row.name.casefold() for row in report.actors} | {stance.target.casefold() for stance in report.stances}
    return all(name == ANY or name.casefold() in known for name in names)


def concerns(rule: Rule, hit: Hit) -> bool:
    """Whether a hit is among what the rule measures."""
    if rule.kind == "hits":
        return passes(hit, rule)
    if rule.kind == "actor":
        return rule.figure in ("density", "intensity", "loaded") and is_named(hit.voice, rule.actor)
    return hit.target is not None and is_named(hit.voice, rule.actor) and is_named(hit.target, rule.target)


def passes(hit: Hit, rule: Rule) -> bool:
    """Whether a hit meets all conditions of a rule about hits."""
    return all(_meets(hit, condition) for condition in rule.filters)


def is_named(name: str, wanted: str) -> bool:
    """Whether a name is the wanted one, or any is wanted; case does not matter."""
    return wanted == ANY or name.casefold() == wanted.casefold()


def _meets(hit: Hit, condition: Filter) -> bool:
    if condition.key == "polarity":
        found: str | None = "positive" if hit.polarity > 0 else "negative"
    else:
        found = getattr(hit, condition.key)
    return (found is not None and is_named(found, condition.value)) is condition.equal
