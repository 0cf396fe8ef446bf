"""How sure a difference is: seeded resampling, and log-odds with an informative prior."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stancecli.compare.model import Weighed

DRAWS = 2000
SEED = 20_08
INTERVAL = (5, 95)
"""Nine of ten samples lie within."""

PRIOR_WORDS = 10.0
"""How many words the prior of log-odds weighs as much as."""

_Floats = NDArray[np.float64]


class Sample(NamedTuple):
    """Contributions by what is drawn together: sentences of one document, documents of an outlet."""

    values: Sequence[float]
    units: Sequence[int]


class Gap(NamedTuple):
    """A difference, its interval, and how much of the samples agree on its direction (0.5 to 1)."""

    value: float
    interval: tuple[float, float]
    certainty: float


def sampled(weighed: Sequence[tuple[int, Weighed]], several: bool) -> Sample:
    """A sample of contributions, each with the number of its document."""
    units: dict[tuple[int, int], int] = {}
    keys = [(document, 0 if several else one.sentence) for document, one in weighed]
    return Sample([one.value for _, one in weighed], [units.setdefault(key, len(units)) for key in keys])


def _times(sample: Sample, side: int) -> _Floats:
    """How often each contribution is drawn, in rows of draws: a Poisson bootstrap, the same on every run and machine.

    The legacy generator is taken for its stream, which NumPy promises never to change.
    """
    generator = np.random.RandomState(SEED + side)
    units = max(sample.units, default=-1) + 1
    drawn = generator.poisson(1.0, size=(DRAWS, units)).astype(np.float64)
    return drawn[:, list(sample.units)]


def scores(sample: Sample, side: int, prior: float) -> _Floats:
    """Stance scores of all draws, as `stance` makes them of strengths."""
    times, values = _times(sample, side), np.array(sample.values)
    return np.asarray((times * values).sum(axis=1) / ((times * np.abs(values)).sum(axis=1) + prior))


def rates(sample: Sample, side: int, words: int) -> _Floats:
    """Contributions per 100 words of all draws."""
    return np.asarray(100 * _times(sample, side).sum(axis=1) / max(words, 1))


def amounts(words: int, side: int, block: int = 10) -> _Floats:
    """Numbers of words of all draws, as if they came in blocks."""
    return np.random.RandomState(SEED + side).poisson(words / block, size=DRAWS).astype(np.float64) * block


def gap(value: float, first: _Floats, second: _Floats) -> Gap:
    """The difference `value` of the second and the first figure, and what the draws say of it."""
    drawn = second - first
    low, high = np.percentile(drawn, INTERVAL)
    same = np.mean(np.sign(drawn) == np.sign(value)) + np.mean(drawn == 0) / 2
    return Gap(value, (round(float(low), 4), round(float(high), 4)), max(0.5, float(same)))


def log_odds(ours: Mapping[str, int], others: Mapping[str, int], background: Mapping[str, int]) -> dict[str, float]:
    """The z-scores of words that one group uses more (above 0) or less often than another.

    Log-odds ratio with an informative Dirichlet prior: B. L. Monroe, M. P. Colaresi, K. M. Quinn (2008), Fightin' Words,
    Political Analysis 16(4). The prior is the distribution of `background`, with the weight of `PRIOR_WORDS` words.
    """
    total = sum(background.values()) or 1
    prior = {word: PRIOR_WORDS * count / total for word, count in background.items()}
    n_ours, n_others, n_prior = sum(ours.values()), sum(others.values()), PRIOR_WORDS
    found = {}
    for word in sorted(ours.keys() | others.keys()):
        weight = prior.get(word, PRIOR_WORDS / total)
        a, b = ours.get(word, 0) + weight, others.get(word, 0) + weight
        rest_a, rest_b = n_ours + n_prior - a, n_others + n_prior - b
        if rest_a > 0 and rest_b > 0:
            found[word] = (log(a / rest_a) - log(b / rest_b)) / sqrt(1 / a + 1 / b)
    return found
