"""A linear chain of labels over paragraphs, as teacher and pupil are trained with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn

from stancecli.attribute.label import LABELS, LONGEST

TOGETHER = 96
"""Paragraphs that go through the chain in step."""


class Piece(NamedTuple):
    """A paragraph, or a piece of a long one, in tokens of a stream, and how much it counts."""

    first: int
    stop: int
    weight: float = 1.0


def pieces(paragraphs: Sequence[tuple[int, int]], at: int, weight: float) -> list[Piece]:
    """The paragraphs of a document that begins at token `at` of the stream."""
    return [
        Piece(at + i, at + min(i + LONGEST, stop), weight)
        for first, stop in paragraphs
        for i in range(first, stop, LONGEST)
    ]


class Chain(nn.Module):
    """Scores of a label at a paragraph's start, and of one label after another."""

    def __init__(self) -> None:
        super().__init__()
        self.start = nn.Parameter(torch.zeros(LABELS))
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))

    def loss(self, emissions: Tensor, answers: Tensor, paragraphs: Sequence[Piece]) -> Tensor:
        """Negative log likelihood of the right path through each paragraph, summed."""
        total = emissions.new_zeros(())
        ordered = sorted(paragraphs, key=lambda item: item.stop - item.first)
        for at in range(0, len(ordered), TOGETHER):
            several = ordered[at : at + TOGETHER]
            longest = torch.arange(max(item.stop - item.first for item in several))[None]
            first, stop = (torch.tensor([item[column] for item in several])[:, None] for column in (0, 1))
            places, mask = torch.minimum(first + longest, stop - 1), first + longest < stop
            weights = torch.tensor([item.weight for item in several])
            total = total + (self._losses(emissions[places], answers[places], mask) * weights).sum()
        return total

    def _losses(self, scores: Tensor, right: Tensor, mask: Tensor) -> Tensor:
        reach = self.start + scores[:, 0]
        for step in range(1, scores.shape[1]):
            onward = torch.logsumexp(reach[:, :, None] + self.transitions, 1) + scores[:, step]
            reach = torch.where(mask[:, step : step + 1], onward, reach)
        taken = (scores.gather(2, right[:, :, None])[:, :, 0] * mask).sum(1) + self.start[right[:, 0]]
        taken = taken + (self.transitions[right[:, :-1], right[:, 1:]] * mask[:, 1:]).sum(1)
        return torch.logsumexp(reach, 1) - taken
