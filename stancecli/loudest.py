"""What is loudest in a run: actors and categories with most loaded words, documents that are densest with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import heappush, heappushpop

from stancecli.model import ActorKind, Report
from stancecli.nameless import SEVERAL, is_nameless
from stancecli.settings import DEFAULT

SHOWN = 3
MOST = 20_000
"""Actors that are held at a time; of more, the half with fewest loaded words, then fewest words, is given up."""


class Loudest:
    """Counts while reports go by; memory does not grow with their number."""

    def __init__(self) -> None:
        self._actors: dict[str, tuple[int, int, int, ActorKind]] = {}
        self._categories: dict[str, int] = {}
        self._documents: list[tuple[float, int, str, int, int]] = []
        self._number = 0

    def add(self, report: Report) -> None:
        """Count the loaded words of a document."""
        self._number += 1
        for row in report.actors:
            if row.words or row.loaded:
                loaded, words, documents, kind = self._actors.get(row.name, (0, 0, 0, row.kind))
                self._actors[row.name] = (loaded + row.loaded, words + row.words, documents + 1, kind)
                for category, count in row.categories.items():
                    self._categories[category] = self._categories.get(category, 0) + count
        if len(self._actors) > MOST:
            self._actors = dict(sorted(self._actors.items(), key=_most)[: MOST // 2])
        hits = len(report.hits)
        if hits and report.words >= DEFAULT.density_minimum_words:
            entry = (hits / report.words, -self._number, report.id, hits, report.words)
            push: Callable[..., object] = heappush if len(self._documents) < SHOWN else heappushpop
            push(self._documents, entry)

    def told(self) -> Iterator[str]:
        """A line for each kind; nothing of one document, which speaks for itself."""
        actors = sorted((item for item in self._actors.items() if item[1][0]), key=_most)[:SHOWN]
        if self._number < 2 or not actors:
            return
        yield "loudest actors: " + "; ".join(_actor(name, *counts) for name, counts in actors)
        categories = sorted(self._categories.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]
        yield "loudest categories: " + "; ".join(f"{name} {count:,}" for name, count in categories)
        if self._documents:
            documents = sorted(self._documents, reverse=True)
            yield "loudest documents: " + "; ".join(f"{id} {_rate(hits, words)}" for _, _, id, hits, words in documents)


def _most(item: tuple[str, tuple[int, int, int, ActorKind]]) -> tuple[int, int, str]:
    name, (loaded, words, *_) = item
    return -loaded, -words, name


def _actor(name: str, loaded: int, words: int, documents: int, kind: ActorKind) -> str:
    several = f", {SEVERAL}," if documents > 1 and is_nameless(name, {name: kind}) else ""
    return f"{name}{several} {_rate(loaded, words)}"


def _rate(loaded: int, words: int) -> str:
    """45 (3.8 per 100); of few words the number alone."""
    enough = words >= max(1, DEFAULT.density_minimum_words)
    return f"{loaded:,} ({100 * loaded / words:.1f} per 100)" if enough else f"{loaded:,}"
