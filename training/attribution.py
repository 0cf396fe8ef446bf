"""Train the labeller: from the folder of corpora to `stancecli/weights/attribution.npz`, in one command.

    python training/attribution.py CORPORA [--out FILE] [--leave-out PUBLISHER] [--fold K]

Takes about 15 minutes on one core; needs PyTorch beside the package (`pip install -e .[training]`).
Seeded, and on one thread: the same corpora and versions give the same file. Learns from
polnear-train (who says what) and ewt-tags-train (tags, which teach the first layers what words
are). `--leave-out` and `--fold` keep articles aside, for figures of docs/models.md.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
import torch
from network import POOL_AFTER, Network, stream
from torch.nn import functional

from examples import Example, article, cue_index, parse_of, records, tagged, vocabulary
from stancecli.attribute.encode import Types

SEED = 1
WIDTH = 128
DISTANCES = (1, 2, 4, 8, 16, 1)
DROP = 0.35
EPOCHS = 16
RATE = 3e-3
ARTICLES = 12
"""Articles in one step."""
TAGGED = 10
"""Batches of tagged sentences in one step, of 25 sentences each."""
TAG_SHARE = 0.3
"""What the loss of tags counts beside that of labels."""
FOLDS = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=Path("stancecli/weights/attribution.npz"))
    parser.add_argument("--leave-out", help="a publisher whose articles are not learned from")
    parser.add_argument("--fold", type=int, help=f"which of {FOLDS} parts is not learned from")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    random.seed(SEED)
    kept = [
        record
        for number, record in enumerate(records(args.corpora / "polnear-train.jsonl"))
        if record["publisher"] != args.leave_out and number % FOLDS != args.fold
    ]
    sentences = list(records(args.corpora / "ewt-tags-train.jsonl"))
    parses = [parse_of(record) for record in kept]
    words = vocabulary(parses, sentences)
    types, cues = Types(words), cue_index()
    articles = [article(record, parse, types, cues) for record, parse in zip(kept, parses, strict=True)]
    names = sorted({tag for sentence in sentences for tag in sentence["tags"]})
    numbers = {tag: number for number, tag in enumerate(names)}
    tags = [tagged(sentences[at : at + 25], numbers, types, cues) for at in range(0, len(sentences), 25)]
    network = Network(len(words), len(names), WIDTH, DISTANCES, DROP)
    train(network, articles, tags)
    export(network, words, args.out)


def train(network: Network, articles: list[Example], tags: list[Example]) -> None:
    """Minimise the loss of labels and, with a smaller share, of tags."""
    steps = -(-len(articles) // ARTICLES)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=EPOCHS * steps, pct_start=0.1)
    network.train()
    for epoch in range(EPOCHS):
        order = random.sample(range(len(articles)), len(articles))
        total = 0.0
        for at in range(0, len(order), ARTICLES):
            several = stream([articles[number] for number in order[at : at + ARTICLES]])
            loss = network.loss(network.emissions(several), several) / several.real.sum()
            total += loss.item()
            others = stream(random.sample(tags, TAGGED))
            real = others.real[:, 0] > 0
            loss = loss + TAG_SHARE * functional.cross_entropy(network.tags(others)[real], others.answers[real])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / steps:.4f} a token", flush=True)


def export(network: Network, words: list[str], out: Path) -> None:
    """Write the weights that labelling needs, half as wide as they were trained."""
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    arrays = {
        "words": np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
        "distances": np.array(DISTANCES),
        "pool_after": np.array(POOL_AFTER),
        "word": state["word.weight"],
        "suffix": state["suffix.weight"],
        "shape": state["shape.weight"],
        "start": state["start"],
        "transitions": state["transitions"],
    }
    names = {"input": "input", "pool": "pool", "out": "out"}
    names |= {f"layers.{number}": f"layer{number}" for number in range(len(DISTANCES))}
    for theirs, ours in names.items():
        arrays[ours] = state[f"{theirs}.weight"].T
        arrays[f"{ours}_bias"] = state[f"{theirs}.bias"]
    halved = {name: a.astype(np.float16) if a.dtype == np.float32 else a for name, a in arrays.items()}
    np.savez_compressed(out, **halved)


if __name__ == "__main__":
    main()
