"""What the teacher of labels and the tutor of stances share: a small transformer's subwords, and how it is taught."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoModel

SUBWORDS = 4
"""Of a token's subwords, so many are read."""


def body(folder: Path) -> Any:
    """The transformer of a folder, its lowest third left as it is."""
    # Dropout of attention takes a third of the time and teaches nothing that its other places do not.
    found = AutoModel.from_pretrained(folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0)
    layers = found.encoder.layer
    for part in (found.embeddings, *layers[: len(layers) // 3]):
        part.requires_grad_(False)
    return found


class Subwords(dict[str, list[int]]):
    """The numbers of each word's subwords, found once."""

    def __init__(self, tokenizer: Any) -> None:
        super().__init__()
        self._tokenizer = tokenizer

    def __missing__(self, word: str) -> list[int]:
        found = self._tokenizer.encode(word, add_special_tokens=False)[:SUBWORDS] or [self._tokenizer.unk_token_id]
        self[word] = found
        return found


class Steps:
    """Steps down the loss of a model: its `body` at one rate, all else at another, both rising first and falling then."""

    def __init__(self, model: nn.Module, rates: Sequence[float], total: int, rising: float) -> None:
        """`total` is how many steps there may be, `rising` the share of them in which the rates rise."""
        heads = [part for name, part in model.named_children() if name != "body"]
        body = [weights for weights in model.body.parameters() if weights.requires_grad]
        parts = [body, [weights for part in heads for weights in part.parameters()]]
        groups = [{"params": part, "lr": rate} for part, rate in zip(parts, rates, strict=True)]
        self._model = model
        self._optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(
            self._optimizer, list(rates), total_steps=total, pct_start=rising
        )

    def take(self, loss: Tensor) -> float:
        """One step; gives the loss."""
        self._optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
        self._optimizer.step()
        self._schedule.step()
        return loss.item()
