"""Gates: rules such as `author.density > 3` that a document must not cross.

A rule is an actor, a figure of that actor, a comparison and a number:

    author.density > 3          loaded words per 100 in the author's own voice
    Juan Guaido.loaded >= 5     names may have spaces; case does not matter
    "U.S. officials".words > 0  and stand in quotation marks where they hold a full stop or a sign

A rule about an actor that a document does not have is not crossed there, nor is one about a density
that is not told because there are too few words.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from msgspec import Struct

from stancecli.errors import UsageError
from stancecli.model import ActorRow, Report

FIGURES = ("density", "intensity", "loaded", "statements", "words")
"""The figures of an `ActorRow` that a rule may ask about."""

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
}

_TOKEN = re.compile(
    r'"(?P<string>[^"]*)"|(?P<comparison>[<>]=?|[=!]=)|(?P<stop>\.(?!\d))|(?P<number>-?(?:\d+(?:\.\d+)?|\.\d+)(?![\w.]))'
    r"|(?P<word>[^\s.\"<>=!]+)"
)


class Rule(Struct, frozen=True):
    """A gate as written in `text`; `actor` is a name, `figure` one of `FIGURES`."""

    text: str
    actor: str
    figure: str
    comparison: str
    limit: float


class Crossing(Struct, frozen=True):
    """A rule that a document crossed, and the value with which it did."""

    document: str
    rule: Rule
    value: float


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


def crossings(report: Report, rules: Sequence[Rule]) -> Iterator[Crossing]:
    """The rules that a document crosses, in the order of the rules."""
    for rule in rules:
        for row in rows(report, rule):
            value: float | None = getattr(row, rule.figure)
            if value is not None and _COMPARE[rule.comparison](value, rule.limit):
                yield Crossing(report.id, rule, value)


def rows(report: Report, rule: Rule) -> Iterator[ActorRow]:
    """The rows of a document that a rule is about."""
    return (row for row in report.actors if row.name.casefold() == rule.actor.casefold())


def parse_rule(text: str) -> Rule:
    """Read a rule. Raises `UsageError`, with a mark under the character where reading failed."""
    return _Reader(text).rule()


class _Reader:
    """Reads one rule from left to right, a method for each of its parts."""

    def __init__(self, text: str) -> None:
        self.text = " ".join(text.split())
        self.tokens = list(self._tokens())
        self.next = 0

    def rule(self) -> Rule:
        actor = self._actor()
        self._take("stop", "a full stop and a figure, such as author.density")
        figure = self._figure()
        comparison = self._take("comparison", "one of " + " ".join(_COMPARE)).text
        limit = float(self._take("number", "a number").text)
        self._take("end", "the end of the rule")
        return Rule(self.text, actor, figure, comparison, limit)

    def _tokens(self) -> Iterator[_Token]:
        at = 0
        while at < len(self.text):
            found = _TOKEN.match(self.text, at)
            if found is None:
                raise self._error("a quotation mark is open" if self.text[at] == '"' else "this is not understood", at)
            kind = str(found.lastgroup)
            yield _Token(kind, found[kind], at)
            at = found.end() + self.text[found.end() :].startswith(" ")
        yield _Token("end", "", at)

    def _take(self, kind: str, wanted: str) -> _Token:
        token = self.tokens[self.next]
        if token.kind != kind:
            raise self._error(f"expected {wanted}", token.at)
        self.next += 1
        return token

    def _actor(self) -> str:
        first = self.tokens[0]
        if first.kind == "string" and first.text.strip():
            self.next = 1
            return first.text.strip()
        while self.tokens[self.next].kind in {"word", "number"}:
            self.next += 1
        if not self.next:
            raise self._error("expected the name of an actor, or author", first.at)
        return self.text[: self.tokens[self.next].at].rstrip()

    def _figure(self) -> str:
        token = self._take("word", "a figure: " + ", ".join(FIGURES))
        if token.text in FIGURES:
            return token.text
        if self.tokens[self.next].kind == "stop":
            raise self._error("a name with a full stop must stand in quotation marks", 0)
        close = get_close_matches(token.text, FIGURES, 1)
        hint = f" (did you mean {close[0]}?)" if close else ""
        raise self._error(f"the figures are {', '.join(FIGURES)}{hint}", token.at)

    def _error(self, message: str, at: int) -> UsageError:
        return UsageError(f"{message}\n    {self.text}\n    {' ' * at}^", "--fail-on")
