"""The tutor: a small transformer that learns who is spoken for and against, and then judges sentences for the weights
to learn from.

The weights of stance know a few hundred words; a transformer that has read much else understands many more. What it
makes of sentences that nobody annotated is what the weights learn from beside the annotated ones. It sees no name: the target is
one sign, every other party another.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from sentences import Case
from torch import Tensor, nn
from torch.nn import functional
from transformer import Steps, Subwords, body
from transformers import AutoTokenizer

from stancecli.stance.impression import NAMES, PRONOUNS

TARGET, OTHER = "smith", "jones"
LONGEST = 110
"""Subwords of a case."""
SENTENCES = 2
"""Sentences of a case that are read."""
HIDDEN = 192
TOGETHER = 32
RATE, HEAD_RATE = 1e-4, 1e-3
CLASSES = 3
LESSONS = 4
"""How often it reads the annotated sentences."""


class Shown(NamedTuple):
    """A case as the tutor sees it: its subwords, and where the target stands among them."""

    subwords: list[int]
    places: list[int]


class Tutor(nn.Module):
    """A transformer with a small network on top, which sees a sentence as a whole, and its target."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.body = body(folder)
        self.middle = nn.Linear(3 * self.body.config.hidden_size, HIDDEN)
        self.out = nn.Linear(HIDDEN, CLASSES)
        self._signs = self.tokenizer.convert_tokens_to_ids([TARGET, OTHER])
        self._subwords = Subwords(self.tokenizer)

    def shown(self, case: Case) -> Shown:
        """The case in subwords, its names masked."""
        target, other = self._signs
        subwords, places = [self.tokenizer.cls_token_id], []
        for scene in case.sentences[:SENTENCES]:
            parties = {party.first: party for party in scene.parties}
            at = scene.place.first
            while at < scene.place.stop:
                word, party = scene.parse.words[at], parties.get(at)
                if party and party.name == case.target:
                    places.append(len(subwords))
                    subwords.append(target)
                if word in PRONOUNS or not (party or scene.parse.tags[at] in NAMES):
                    subwords += self._subwords[word]
                elif not (party and party.name == case.target) and subwords[-1] != other:
                    subwords.append(other)
                at = max(at + 1, party.stop if party else 0)
        return Shown([*subwords[:LONGEST], self.tokenizer.sep_token_id], [at for at in places if at < LONGEST] or [0])

    def framed(self, words: Sequence[str]) -> Shown:
        """A sentence in subwords, whose target is `TARGET`."""
        subwords = [self._subwords[word] for word in words]
        before = accumulate([len(one) for one in subwords], initial=1)
        places = [at for at, word in zip(before, words, strict=False) if word == TARGET]
        ends = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id
        return Shown([ends[0], *chain.from_iterable(subwords), ends[1]], places)

    def forward(self, several: Sequence[Shown]) -> Tensor:
        """Scores for against, neutral and for: a row a case."""
        longest = max(len(one.subwords) for one in several)
        empty = self.tokenizer.pad_token_id
        padded = torch.tensor([one.subwords + [empty] * (longest - len(one.subwords)) for one in several])
        mask = torch.tensor([[1] * len(one.subwords) + [0] * (longest - len(one.subwords)) for one in several])
        with torch.autocast("cpu", torch.bfloat16):
            states = self.body(input_ids=padded, attention_mask=mask).last_hidden_state.float()
        weights = mask[:, :, None].float()
        target = torch.stack([states[row, one.places].mean(0) for row, one in enumerate(several)])
        seen = torch.cat([states[:, 0], (states * weights).sum(1) / weights.sum(1), target], 1)
        hidden = functional.gelu(self.middle(functional.dropout(seen, 0.1, self.training)))
        scores: Tensor = self.out(functional.dropout(hidden, 0.1, self.training))
        return scores


def taught(folder: Path, cases: Sequence[Case], epochs: int, kept: Path | None) -> Tutor:
    """The tutor whose weights are kept, or one that learns now."""
    if kept and kept.exists():
        tutor = Tutor(folder)
        tutor.load_state_dict(torch.load(kept, weights_only=True))
        return tutor
    tutor = teach(folder, cases, epochs)
    if kept:
        torch.save(tutor.state_dict(), kept)
    return tutor


def teach(folder: Path, cases: Sequence[Case], epochs: int) -> Tutor:
    """A tutor that has learned from annotated cases."""
    tutor = Tutor(folder)
    shown = [tutor.shown(case) for case in cases]
    answers = torch.tensor([case.polarity + 1 for case in cases])
    count = -(-len(shown) // TOGETHER)
    steps = Steps(tutor, (RATE, HEAD_RATE), epochs * count + 1, rising=0.2)
    tutor.train()
    for epoch in range(epochs):
        total = 0.0
        for batch in _batches(shown, shuffled=True):
            loss = functional.cross_entropy(tutor([shown[at] for at in batch]), answers[batch], label_smoothing=0.05)
            total += steps.take(loss)
        print(f"tutor, epoch {epoch + 1} of {epochs}: loss {total / count:.4f}", flush=True)
    return tutor


def judged(tutor: Tutor, shown: Sequence[Shown]) -> np.ndarray:
    """How likely against, neutral and for are: a row a case."""
    odds = np.exp(scores(tutor, shown))
    return odds / odds.sum(1, keepdims=True)


def scores(tutor: Tutor, shown: Sequence[Shown]) -> np.ndarray:
    """Scores of against, neutral and for, of which only the differences tell: a row a case."""
    tutor.eval()
    found = np.zeros((len(shown), CLASSES))
    with torch.no_grad():
        for batch in _batches(shown, shuffled=False):
            found[batch] = tutor([shown[at] for at in batch]).numpy()
    return found


def _batches(shown: Sequence[Shown], shuffled: bool) -> Iterator[list[int]]:
    """Numbers of cases of about the same length, in another company each time where they are shuffled."""
    order = sorted(range(len(shown)), key=lambda at: len(shown[at].subwords) + 10 * random.random() * shuffled)
    batches = [order[at : at + TOGETHER] for at in range(0, len(order), TOGETHER)]
    if shuffled:
        random.shuffle(batches)
    yield from batches
