"""Read rules: from left to right, once, with a mark under the character where reading failed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Literal, NamedTuple, get_args

from stancecli.errors import UsageError
from stancecli.model import Filter, Rule

FIGURES = ("density", "intensity", "loaded", "statements", "words")
"""The figures of an `ActorRow` that a rule may ask about."""

COMPARISONS = (">", ">=", "<", "<=", "==", "!=")

Key = Literal["category", "entry", "lexicon", "polarity", "target", "voice"]
KEYS: tuple[Key, ...] = get_args(Key)
POLARITIES = ("negative", "positive")

_RUN = re.compile(r"run ?:")
_TOKEN = re.compile(
    r'"(?P<string>[^"]*)"|(?P<comparison>[<>]=?|[=!]=)|(?P<sign>[=,\[\]])|(?P<stop>\.(?!\d))'
    r"|(?P<number>-?(?:\d+(?:\.\d+)?|\.\d+)(?![\w.]))|(?P<word>[^\s.\"<>=!,\[\]]+)"
)


class _Token(NamedTuple):
    kind: str
    text: str
    at: int
    end: int


def parse_rule(text: str, level: Literal["fail", "warn"] = "fail", place: str = "") -> Rule:
    """Read a rule. Raises `UsageError`, with a mark under the character where reading failed.

    `place` is where the rule stands, if not in the option of its level.
    """
    return _Reader(text, level, place or f"--{level}-on").rule()


class _Reader:
    """Reads one rule, a method for each of its parts."""

    def __init__(self, text: str, level: Literal["fail", "warn"], place: str) -> None:
        self.text = " ".join(text.split())
        self.level: Literal["fail", "warn"] = level
        self.place = place
        prefix = _RUN.match(self.text)
        self.run = prefix is not None
        self.tokens = list(self._tokens(prefix.end() if prefix else 0))
        self.next = 0

    def rule(self) -> Rule:
        second = self.tokens[min(1, len(self.tokens) - 1)]
        opens = second.kind == "sign" and second.text == "["
        if self._here.text == "hits" and self._here.kind == "word" and (opens or second.kind == "comparison"):
            return self._hits()
        if self._here.text == "stance" and self._here.kind == "word" and opens:
            return self._stance()
        actor = self._actor()
        self._take("stop", "a full stop and a figure, such as author.density")
        return self._ended("actor", actor=actor, figure=self._figure())

    def _hits(self) -> Rule:
        self.next = 1
        filters: list[Filter] = []
        if self._here.text == "[":
            self.next += 1
            filters.append(self._filter())
            while not self._closes():
                filters.append(self._filter())
        return self._ended("hits", filters=tuple(filters))

    def _stance(self) -> Rule:
        self.next = 2
        holder = self._name("the holder's name, or *", ",")
        self._sign(",", "a comma, and the target's name")
        target = self._name("the target's name, or *", "]")
        self._sign("]", "]")
        return self._ended("stance", actor=holder, target=target)

    def _ended(
        self,
        kind: Literal["actor", "hits", "stance"],
        actor: str = "*",
        figure: str = "",
        target: str = "*",
        filters: tuple[Filter, ...] = (),
    ) -> Rule:
        """The rule, once its comparison and its limit are read and nothing follows."""
        comparison = self._take("comparison", "one of " + " ".join(COMPARISONS)).text
        limit = float(self._take("number", "a number").text)
        self._take("end", "the end of the rule")
        return Rule(self.text, kind, comparison, limit, actor, figure, target, filters, self.run, self.level)

    def _filter(self) -> Filter:
        token = self._take("word", "a field of hits: " + ", ".join(KEYS))
        key = next((key for key in KEYS if key == token.text), None)
        if key is None:
            raise self._error(f"the fields of hits are {', '.join(KEYS)}{_hint(token.text, KEYS)}", token.at)
        sign = self._here
        if sign.text not in ("=", "!=") or sign.kind == "string":
            raise self._error("expected = or !=", sign.at)
        self.next += 1
        at = self._here.at
        value = self._name(f"the {key} wanted", ",]")
        if key == "polarity" and value not in POLARITIES:
            raise self._error("a polarity is negative or positive", at)
        return Filter(key, value, sign.text == "=")

    def _closes(self) -> bool:
        """Whether the list ends here; if not, a comma stands here."""
        if self._here.kind == "sign" and self._here.text == ",":
            self.next += 1
            return False
        self._sign("]", "a comma or ]")
        return True

    @property
    def _here(self) -> _Token:
        return self.tokens[self.next]

    def _tokens(self, at: int) -> Iterator[_Token]:
        at += self.text[at : at + 1] == " "
        while at < len(self.text):
            found = _TOKEN.match(self.text, at)
            if found is None:
                raise self._error("a quotation mark is open" if self.text[at] == '"' else "this is not understood", at)
            kind = str(found.lastgroup)
            yield _Token(kind, found[kind], at, found.end())
            at = found.end() + self.text.startswith(" ", found.end())
        yield _Token("end", "", at, at)

    def _take(self, kind: str, wanted: str) -> _Token:
        token = self._here
        if token.kind != kind:
            raise self._error(f"expected {wanted}", token.at)
        self.next += 1
        return token

    def _sign(self, sign: str, wanted: str) -> None:
        if self._here.kind != "sign" or self._here.text != sign:
            raise self._error(f"expected {wanted}", self._here.at)
        self.next += 1

    def _name(self, wanted: str, until: str) -> str:
        """A name in quotation marks, or all words up to one of the signs."""
        first = self._here
        if first.kind == "string" and first.text.strip():
            self.next += 1
            return first.text.strip()
        while self._here.kind in {"word", "number", "stop"}:
            self.next += 1
        if self._here is first:
            raise self._error(f"expected {wanted}", first.at)
        if self._here.kind != "sign" or self._here.text not in until:
            signs = " or ".join(until)
            raise self._error(
                f"expected {signs} (a name with other signs must stand in quotation marks)", self._here.at
            )
        return self.text[first.at : self.tokens[self.next - 1].end]

    def _actor(self) -> str:
        first = self._here
        if first.kind == "string" and first.text.strip():
            self.next += 1
            return first.text.strip()
        while self._here.kind in {"word", "number"}:
            self.next += 1
        if self._here is first:
            raise self._error("expected the name of an actor, or author, or hits, or stance[HOLDER, TARGET]", first.at)
        return self.text[first.at : self.tokens[self.next - 1].end]

    def _figure(self) -> str:
        token = self._take("word", "a figure: " + ", ".join(FIGURES))
        if token.text in FIGURES:
            return token.text
        if self._here.kind == "stop":
            raise self._error("a name with a full stop must stand in quotation marks", self.tokens[0].at)
        raise self._error(f"the figures are {', '.join(FIGURES)}{_hint(token.text, FIGURES)}", token.at)

    def _error(self, message: str, at: int) -> UsageError:
        return UsageError(f"{message}\n    {self.text}\n    {' ' * at}^", self.place)


def _hint(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word[:40], list(known), 1)
    return f" (did you mean {close[0]}?)" if close else ""
