"""What the tutor makes of words by themselves, each next to a party in a few frames: what a word says of whoever stands so.

A sentence teaches the network little of a word that it holds once. The tutor knows the word.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from tutor import OTHER, TARGET, Tutor, scores

from stancecli.attribute.encode import MASKED
from stancecli.stance.impression import STEP

FRAMES = (
    f"{TARGET} is {{}} .",
    f"{TARGET} {{}} {OTHER} .",
    f"{OTHER} {{}} {TARGET} .",
    f"the {{}} {TARGET} said .",
    f"{OTHER} called {TARGET} a {{}} .",
)
"""Where a word stands."""
MOST = 127


def verdicts(tutor: Tutor, words: Sequence[str]) -> np.ndarray:
    """For each word and frame, how surely it is for and against the target: steps of `STEP` standard deviations, as int8.

    What is no word, as a number or the mark of a masked name, says nothing.
    """
    plain = [at for at, word in enumerate(words) if word not in MASKED and any(map(str.isalpha, word))]
    odds = np.concatenate([_odds(tutor, frame, [words[at] for at in plain]) for frame in FRAMES], axis=1)
    found = np.zeros((len(words), odds.shape[1]), dtype=np.int8)
    found[plain] = np.clip(np.rint((odds - odds.mean(0)) / odds.std(0) / STEP), -MOST, MOST)
    return found


def _odds(tutor: Tutor, frame: str, words: Sequence[str]) -> np.ndarray:
    shown = [tutor.framed([word if one == "{}" else one for one in frame.split()]) for word in words]
    against, neutral, favour = scores(tutor, shown).T
    return np.stack([favour - neutral, against - neutral], axis=1)
