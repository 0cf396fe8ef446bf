"""How sure an attribution is: the chance that its source is the right one.

A logistic function of how the linker found the source and of how likely the labeller held the words
of each part to be what they were taken for, fitted on articles that the labeller had not seen
(`training/confidence.py`; docs/attribution.md tells how often it holds).
"""

from __future__ import annotations

from math import exp, log

from stancecli.attribute.roles import Belief, How, Link

FIXED: dict[How, float] = {
    "turn": 0.85,
    "headline": 0.85,
    "signed": 0.85,
    "inserted": 0.85,
    "agent": 0.5,
    "sourceless": 0.2,
    "loose": 0.1,
}
"""Found by the page's layout or by grammar alone, which the labeller does not judge, or without a source."""
FOUND: dict[How, float] = {"subject": -0.09, "inverted": -0.17, "shared": -0.43, "far": -2.99}
"""What it starts from, by where the source stands."""
SOURCE, CUE, CONTENT = 0.58, 0.34, 0.33
"""What the log odds of each part count."""
FLOOR, CEILING = 0.02, 0.995
"""Beliefs beyond these are taken for these: a few tokens never make certainty."""


def confidence(link: Link, belief: Belief) -> float:
    """The chance that the source is right, 0..1, to two digits."""
    if link.source is None or link.cue is None:
        return FIXED.get(link.how, FIXED["sourceless"])
    return chance(link.how, belief.source(link.source), belief.cue(link.cue), belief.content(*link.contents))


def chance(how: How, source: float, cue: float, content: float) -> float:
    """The same of a source that was found so, by how likely each part is held to be what it was taken for."""
    if how in FIXED:
        return FIXED[how]
    odds = FOUND[how] + SOURCE * _log_odds(source) + CUE * _log_odds(cue) + CONTENT * _log_odds(content)
    return round(1 / (1 + exp(-odds)), 2)


def _log_odds(share: float) -> float:
    share = min(max(share, FLOOR), CEILING)
    return log(share / (1 - share))
