"""Targets of the command line that no document mentions: their rows are neutral, and say nothing."""

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


class IdleTargets:
    """Those of the targets that were not met so far, in the documents that went by."""

    def __init__(self, targets: Iterable[str]) -> None:
        self._unmet = {target: PhraseIndex([(words_of(target), target)]) for target in targets}
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
        for target in self._unmet if self._seen else ():
            meant = close(target, self._names)
            question = f"; did you mean {meant!r}?" if meant else ""
            messages.tell(f"no document mentions the target {target}{question}")
