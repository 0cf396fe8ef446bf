"""The layer of tags, fitted alone once all else stands: in the last course the layers below it learn for labels above all."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import torch
from network import Network, stream
from torch import Tensor
from torch.nn import functional

from examples import Example

EPOCHS, RATE, TOKENS = 6, 3e-3, 4096
"""How often all tokens are read, the highest rate, and how many tokens make a step."""
TOGETHER = 10
"""Examples that go through the network together."""
TAGGED = 2.0
"""What a token of a tagged sentence counts, where one of an article counts 1."""
ANSWERED = 0.5
"""The share of the answer in what is learned of a tagged sentence; the rest is what the earlier network makes of it."""


def settle(network: Network, earlier: Network, articles: Sequence[Example], tags: Sequence[Example]) -> None:
    """Fit the network's layer of tags, and nothing else of it, to tagged sentences and to what `earlier` makes of all texts.

    What was tagged well before stays so: most words of the news stand in no sentence that is tagged.
    """
    network.eval()
    earlier.eval()
    with torch.no_grad():
        known = list(_seen(network, earlier, articles, 1.0, answered=False))
        known += _seen(network, earlier, tags, TAGGED, answered=True)
    inputs, aims, weights = (torch.cat(column) for column in zip(*known, strict=True))
    optimizer = torch.optim.Adam(network.tag.parameters(), lr=RATE)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        order = torch.tensor(random.sample(range(len(inputs)), len(inputs)))
        for rows in order.split(TOKENS):
            distance = -(aims[rows] * network.tag(inputs[rows]).log_softmax(1)).sum(1)
            optimizer.zero_grad()
            (distance * weights[rows]).mean().backward()
            optimizer.step()


def _seen(
    network: Network, earlier: Network, examples: Sequence[Example], weight: float, *, answered: bool
) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """What the layer of tags sees of each token, how likely each tag is to be told there, and what the token counts."""
    for at in range(0, len(examples), TOGETHER):
        several = stream(examples[at : at + TOGETHER])
        real = several.real[:, 0] > 0
        inputs, likely = network.before_tags(several)[real], earlier.tags(several)[real].softmax(1)
        if answered:
            answers = functional.one_hot(several.answers[real], likely.shape[1])
            likely = ANSWERED * answers + (1 - ANSWERED) * likely
        yield inputs, likely, torch.full((len(inputs),), weight)
