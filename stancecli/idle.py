"""Targets of an order that no document mentions: their rows are neutral, or are not there, and say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from stancecli.lexicon.spelling import close
from stancecli.model import Answer
from stancecli.phrases import PhraseIndex
from stancecli.terminal import Messages
from stancecli.tokens import words_of

T = TypeVar("T")

_MOST_NAMES = 5_000
"""So many names at most are kept to find out what was meant."""
_SLIP = 0.85
"""A name of the watch list that is so much like another one is a slip; a list of many names is no order to meet them all."""


class IdleTargets:
    """Those of the targets that were not met so far, in the documents that went by."""

    def __init__(self, targets: Iterable[str], watch: Iterable[str] = ()) -> None:
        """`targets` are asked for by name; those of `watch` may be met or not, and only slips among them are told."""
        self._targets = tuple(targets)
        self._unmet = {name: PhraseIndex([(words_of(name), name)]) for name in (*self._targets, *watch)}
        self._names: set[str] = set()
        self._seen = False

    def watched(self, results: Iterable[T]) -> Iterator[T]:
        """The same results, once the answers among them are looked into."""
        for result in results:
            if isinstance(result, Answer):
                self.look_into(result)
            yield result

    def look_into(self, answer: Answer) -> None:
        """Note which targets a document mentions."""
        self._seen = True
        for target, phrase in tuple(self._unmet.items()):
            if answer.report.targets.get(target) is not None or any(phrase.find(answer.parse.words)):
                del self._unmet[target]
        if self._unmet and len(self._names) < _MOST_NAMES:
            for actor in answer.report.actors:
                self._names.update((actor.name, actor.name.rpartition(" ")[2]))

    def tell(self, messages: Messages) -> None:
        """Tell of those that are left, where there was a document at all."""
        for name in self._unmet if self._seen else ():
            asked = name in self._targets
            meant = close(name, self._names) if asked else close(name, self._names, _SLIP)
            if asked or meant:
                kind = "target" if asked else "watched name"
                question = f"; did you mean {meant!r}?" if meant else ""
                messages.tell(f"no document mentions the {kind} {name}{question}")
