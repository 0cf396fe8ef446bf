"""Gates over a run: each document's crossings, and at the end those of all documents together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from stancecli.findings import path_of
from stancecli.gate.measure import (
    ANY,
    count,
    crosses,
    crossings,
    is_named,
    lacking,
    names_of,
    nearest,
    stances,
    voices,
)
from stancecli.model import ActorRow, Answer, Crossing, Failure, Report, Rule, Stance
from stancecli.nameless import SEVERAL, is_nameless
from stancecli.settings import DEFAULT

_KEPT = 1 << 14
"""Names that are remembered as unlike one of a rule, so that memory stays bounded."""

_About: TypeAlias = "tuple[str, ...]"
"""Whom a sum is about: a party or a pair that "*" stands for, else nobody."""
Scoped = Callable[[str, Sequence[Rule]], Sequence[Rule]]


class Gates:
    """The rules of a run, and what of them must be kept until its end."""

    def __init__(self, rules: Sequence[Rule], scoped: Scoped = lambda path, rules: rules) -> None:
        """`scoped` says which rules hold for a file, given its path and the rules for all."""
        self._each = [rule for rule in rules if not rule.run]
        self._sums = [_Sum(rule) for rule in rules if rule.run]
        self._scoped = scoped
        self._idle = dict.fromkeys(rules)
        self._touched: set[Rule] = set()
        self._unasked = dict.fromkeys(rule for rule in rules if rule.kind == "stance" and rule.target != ANY)
        self._near: dict[Rule, str] = {}
        self._compared: dict[tuple[Rule, str], set[str]] = {}

    @property
    def idle(self) -> list[Rule]:
        """The rules about names that no document had so far."""
        return list(self._idle)

    @property
    def unasked(self) -> list[Rule]:
        """The rules about stances to a party of which documents tell, that no document had a row for: nobody asked for it."""
        return [rule for rule in self._unasked if rule in self._touched]

    def meant(self, rule: Rule) -> str | None:
        """A name of some document that an idle rule may be meant for; None where no name is like its own."""
        return self._near.get(rule)

    def judged(self, results: Iterable[Answer | Failure]) -> Iterator[Answer | Failure]:
        """The same results, each answer with the rules that it crosses."""
        for result in results:
            if isinstance(result, Answer):
                rules = self._scoped(path_of(result.parse.document), self._each)
                self._heed(result.report, rules)
                for rule in [rule for rule in self._unasked if any(stances(result.report, rule))]:
                    del self._unasked[rule]
                for total in self._sums:
                    total.add(result)
                found = tuple(crossings(result, rules))
                result = replace(result, crossings=found) if found else result
            yield result

    def overall(self) -> tuple[Crossing, ...]:
        """The rules that all documents together cross; known once all results were taken."""
        return tuple(
            Crossing("", total.rule, value, about)
            for total in self._sums
            for about, value in total.figures()
            if crosses(value, total.rule)
        )

    def _heed(self, report: Report, rules: Sequence[Rule]) -> None:
        """Note which rules are about something that the document has."""
        for rule in dict.fromkeys([*self._idle, *(rule for rule in rules if rule not in self._touched)]):
            self._idle.setdefault(rule)
            names = lacking(report, rule)
            if not names:
                self._touched.add(rule)
                del self._idle[rule]
            elif rule not in self._near:
                self._compare(report, rule, names)

    def _compare(self, report: Report, rule: Rule, lacked: Sequence[str]) -> None:
        """Note a name of the document that one of those lacked may be a slip of; what was compared before is not again."""
        for wanted in lacked:
            compared = self._compared.setdefault((rule, wanted), set())
            fresh = [name for name in names_of(report, rule) if name not in compared]
            if near := nearest(fresh, wanted):
                self._near[rule] = near
                return
            if len(compared) > _KEPT:
                compared.clear()
            compared.update(fresh)


class _Sum:
    """What a rule for the whole run adds up: counts for actors and hits, scores by holder and target for stances.

    An actor is known by its name: of two documents' "Smith" it knows no better than they do; of two documents' "council" it
    tells that they may be several. The score of a pair is the mean over the documents that have it, so that a long one counts
    no more than a short one.
    """

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._sums: dict[_About, list[float]] = {}
        self._nameless: Counter[tuple[_About, str]] = Counter()

    def add(self, answer: Answer) -> None:
        """Add up what a document has of what the rule is about."""
        kinds = {row.name: row.kind for row in answer.report.actors}
        named = dict.fromkeys(self._add_up(answer))  # each once, in their order
        self._nameless.update((about, name) for about, name in named if is_nameless(name, kinds))

    def figures(self) -> Iterator[tuple[str, float]]:
        """The figures of the run, each with the names that "*" stands for, and those that may be of several parties."""
        several: dict[_About, list[str]] = {}
        for (about, name), documents in self._nameless.items():
            if documents > 1:
                several.setdefault(about, []).append(name)
        for about, sums in self._sums.items():
            value = self._figure(*sums)
            if value is not None:
                yield _told(about, several.get(about, [])), value

    def _add_up(self, answer: Answer) -> list[tuple[_About, str]]:
        """The names of all that is added, each with what it is added to."""
        rule, report = self.rule, answer.report
        if rule.kind == "hits":
            self._add((), count(answer, rule))
            return [((), name) for name in voices(report, rule)]
        if rule.kind == "stance":
            return [named for stance in stances(report, rule) for named in self._add_stance(stance)]
        rows = [row for row in report.actors if is_named(row.name, rule.actor, report.names)]
        return [(self._add_row(row), row.name) for row in rows]

    def _add_stance(self, stance: Stance) -> list[tuple[_About, str]]:
        pair = (stance.holder, stance.target)
        about = pair if ANY in (self.rule.actor, self.rule.target) else ()
        self._add(about, stance.score, 1)
        return [(about, name) for name in pair]

    def _add_row(self, row: ActorRow) -> _About:
        rule, about = self.rule, (row.name,) if self.rule.actor == ANY else ()
        if rule.figure in ("statements", "words", "loaded"):
            self._add(about, float(getattr(row, rule.figure)))
        elif rule.figure == "density":
            self._add(about, row.loaded, row.words)
        else:
            self._add(about, row.intensity * row.loaded, row.loaded)
        return about

    def _add(self, about: _About, value: float, base: float = 0) -> None:
        sums = self._sums.setdefault(about, [0.0, 0.0])
        sums[0] += value
        sums[1] += base

    def _figure(self, total: float, base: float) -> float | None:
        rule = self.rule
        if rule.kind == "stance" or rule.figure == "intensity":
            return round(total / base, 4) if base else None
        if rule.figure == "density":
            return round(100 * total / base, 2) if base >= DEFAULT.density_minimum_words else None
        return total


def _told(about: _About, several: Sequence[str]) -> str:
    """Who a figure is about: who "*" stands for, and which of them, or of those that the rule names, may be several parties."""
    marked = {name: f"{name}, {SEVERAL}" for name in several}
    if not about:
        return "; ".join(marked.values())
    first, *rest = [marked.get(name, name) for name in about]
    return " to ".join([f"{first}," if rest and about[0] in marked else first, *rest])
