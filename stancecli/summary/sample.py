"""Sums over documents, and what they would be of other documents of the same kind: a bootstrap in one pass."""

from __future__ import annotations

from array import array
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from stancecli.compare.measure import INTERVAL
from stancecli.summary.model import Estimate

SAMPLES = 1000
FEWEST = 5
"""Of fewer documents nobody can tell how far their figures are by chance."""

_SPARSE = 512  # documents that are held one by one; as many sums are no larger
_FIGURES = 4

_Sums = NDArray[np.int64]


@lru_cache(maxsize=64)
def times(document: str) -> _Sums:
    """How often a document is drawn in each sample: a Poisson bootstrap, which needs no number of documents.

    S. Hanley, B. MacGibbon (2006), Creating non-parametric bootstrap samples using Poisson frequencies. The draws hang on
    the name alone, so that neither the order nor the form of the results changes an interval. The legacy generator is
    taken for its stream, which NumPy promises never to change.
    """
    digest = blake2b(document.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    seed = np.frombuffer(digest, "<u4")
    return np.asarray(np.random.RandomState(seed).poisson(1.0, SAMPLES), np.int64)


class Sampled:
    """Four sums (of whole numbers, so that their order changes nothing) and the same of each sample.

    Memory is bounded: few documents are kept as they are, many as sums alone.
    """

    __slots__ = ("_figures", "_ids", "_sums", "totals")

    def __init__(self) -> None:
        self.totals = (0,) * _FIGURES
        self._ids: list[str] = []
        self._figures = array("q")
        self._sums: _Sums | None = None

    def add(self, document: str, figures: tuple[int, int, int, int]) -> None:
        """Add the figures of a document."""
        self.totals = tuple(map(sum, zip(self.totals, figures, strict=True)))
        if self._sums is not None:
            self._sums += np.outer(figures, times(document))
            return
        self._ids.append(document)
        self._figures.extend(figures)
        if len(self._ids) > _SPARSE:
            self._sums = self.samples()
            self._ids, self._figures = [], array("q")

    def samples(self) -> _Sums:
        """The four sums, in rows, of all samples, in columns."""
        if self._sums is not None:
            return self._sums
        sums = np.zeros((_FIGURES, SAMPLES), np.int64)
        for number, document in enumerate(self._ids):
            figures = self._figures[number * _FIGURES : (number + 1) * _FIGURES]
            sums += np.outer(figures, times(document))
        return sums


def estimate(value: float, above: _Sums, below: _Sums, scale: float, places: int, documents: int) -> Estimate:
    """The figure `value`, with the interval of `scale` times one sum over another; samples that have none are left out."""
    known = below > 0
    if documents < FEWEST or not known.any():
        return Estimate(round(value, places), None, None)
    low, high = np.percentile(scale * above[known] / below[known], INTERVAL)
    return Estimate(round(value, places), round(float(low), places), round(float(high), places))
