"""The words that the network knows, and where each of them begins: what a language model holds to be alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

from examples import TaggedSentence
from stancecli.attribute import encode
from stancecli.model import Parse
from stancecli.tables import organisations

NAMES = 20
"""A word that has a capital so many times as often as not, and is hardly ever small elsewhere, is a name."""
TOGETHER = 256
LAYERS = (3, 6)
"""The layers of the language model that tell what a word is like, beside its embedding."""


def vocabulary(parses: Iterable[Parse], sentences: Iterable[TaggedSentence]) -> list[str]:
    """Words that do not have a capital, by frequency: twice in the news, three times in the tagged sentences, or both.

    Names that somebody wrote small ("trump", "@tedcruz") are left out: no name is to be learned.
    """
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for parse in parses:
        words = ("", *parse.words)
        for piece, before, word in zip(encode.pieces_of(parse), words, parse.words, strict=False):
            if before != "@":
                (small if _plain(piece) else large)[word] += 1
    web = Counter(
        word.lower() for sentence in sentences for word in sentence["words"] if word and not word[0].isupper()
    )
    names = {word for word in large if large[word] > NAMES * max(1, small[word]) and web[word] <= 2}
    names -= organisations().heads  # "the institute" is no name
    both = small + web
    known = [
        word
        for word in sorted(both, key=lambda word: (-both[word], word))
        if word not in names
        and not any(map(str.isdigit, word))
        and "\n" not in word
        and (small[word] >= 2 or web[word] >= 3 or (small[word] and web[word]))
    ]
    return [*encode.MASKED, *known]


def _plain(piece: str) -> bool:
    return not piece[0].isupper() or encode.names_nobody(piece.lower())


def vectors(words: Sequence[str], folder: Path, size: int) -> np.ndarray:
    """What a language model holds each word for, standing alone: a row a word, `size` columns of unit spread.

    Its embedding and two of its layers, averaged over subwords, are brought down to `size` by principal components.
    """
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder, add_pooling_layer=False)
    table = model.embeddings.word_embeddings.weight
    rows = []
    with torch.no_grad():
        for at in range(0, len(words), TOGETHER):
            batch = tokenizer(words[at : at + TOGETHER], padding=True, return_tensors="pt")
            ids, mask = batch["input_ids"], batch["attention_mask"]
            states = model(**batch, output_hidden_states=True).hidden_states
            inner = mask.float()
            inner[:, 0] = 0
            inner[torch.arange(len(inner)), mask.sum(1) - 1] = 0
            share = inner / inner.sum(1, keepdim=True).clamp(min=1)
            rows.append([(layer * share[:, :, None]).sum(1) for layer in (table[ids], *(states[i] for i in LAYERS))])
    columns = np.concatenate([_normed(torch.cat(parts).numpy()) for parts in zip(*rows, strict=True)], axis=1)
    main = np.linalg.svd(columns.T @ columns)[0][:, :size]
    found: np.ndarray = columns @ main
    return found / found.std()


def _normed(rows: np.ndarray) -> np.ndarray:
    centred = rows - rows.mean(0)
    scaled: np.ndarray = centred / np.sqrt((centred**2).sum(1).mean())
    return scaled
