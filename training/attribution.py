"""Train the labeller: from the folder of corpora to `stancecli/weights/attribution.npz`, in one command.

    python training/attribution.py CORPORA MODEL [--out FILE] [--leave-out PUBLISHER] [--fold K] [--width W] [--teacher FILE | --alone]

MODEL is the folder of a small transformer, all-MiniLM-L6-v2 (docs/models.md says where it is from), which needs
PyTorch and transformers beside the package (`pip install -e .[training]`). It takes some two hours on two cores: first the
teacher learns from annotated articles, then it reads all texts that may be learned from, then the labeller learns from the
annotations and from the teacher. Seeded: the same corpora and versions give the same file. `--leave-out` and `--fold` keep
articles aside, for figures of docs/models.md. `--teacher` keeps what the teacher learned, so that a second labeller need not
wait for it; `--alone` does without one.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import Any

import numpy as np
import torch
from network import POOL_AFTER, WORD, Network, stream
from reworded import Rewording
from teacher import Teacher, teach, told
from torch.nn import functional
from words import vectors, vocabulary

from examples import Example, article, cue_index, parse_of, records, tagged
from stancecli.attribute import encode
from stancecli.attribute.label import decode

SEED = 1
WIDTH = 128
DISTANCES = (1, 2, 4, 8, 16, 1, 2, 4)
DROP = 0.17
EPOCHS = 16
RATE = 3e-3
ARTICLES = 12
"""Annotated articles in one step; of the others, as large a share as of these."""
TAGGED = 10
"""Batches of tagged sentences in one step, of 25 sentences each."""
TAG_SHARE = 0.3
"""What the loss of tags counts beside that of labels."""
HEARSAY = 0.3
"""What a label counts that only the teacher gave."""
TRUST = 1.0
"""What the distance to the teacher counts beside the loss of labels."""
LESSONS = 5
"""How often the teacher reads the annotated articles."""
UNANNOTATED = ("basil-train", "newsmtsc-train", "babe-train")
FOLDS = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("model", type=Path, help="the folder of the transformer")
    parser.add_argument("--out", type=Path, default=Path("stancecli/weights/attribution.npz"))
    parser.add_argument("--width", type=int, default=WIDTH)
    parser.add_argument("--leave-out", help="a publisher whose articles are not learned from")
    parser.add_argument("--fold", type=int, help=f"which of {FOLDS} parts is not learned from")
    parser.add_argument("--teacher", type=Path, help="where the teacher's weights are kept, if there are any yet")
    parser.add_argument("--alone", action="store_true", help="learn from the annotations and no teacher")
    args = parser.parse_args()
    torch.manual_seed(SEED)
    random.seed(SEED)
    kept = [
        record
        for number, record in enumerate(records(args.corpora / "polnear-train.jsonl"))
        if record["publisher"] != args.leave_out and number % FOLDS != args.fold
    ]
    parses = [parse_of(record) for record in kept]
    more = [parse_of(record) for name in UNANNOTATED for record in records(args.corpora / f"{name}.jsonl")]
    more = [parse for parse in more if parse.words]
    sentences = list(records(args.corpora / "ewt-tags-train.jsonl"))
    words = vocabulary([*parses, *more], sentences)
    types, cues = encode.Types(words), cue_index()
    annotated = [article(parse, types, cues, record) for record, parse in zip(kept, parses, strict=True)]
    others = [article(parse, types, cues) for parse in more]
    beginnings = vectors(words[len(encode.MASKED) :], args.model, WORD)
    rewording = Rewording(words[len(encode.MASKED) :], beginnings)
    for parse in parses:
        other, pieces = rewording.of(parse)
        others.append(article(other, types, cues, pieces=pieces))
    names = sorted({tag for sentence in sentences for tag in sentence["tags"]})
    numbers = {tag: number for number, tag in enumerate(names)}
    tags = [tagged(sentences[at : at + 25], numbers, types, cues) for at in range(0, len(sentences), 25)]
    if args.alone:
        others = []
    else:
        annotated, others = taught(taught_teacher(args.model, annotated, args.teacher), annotated, others)
    network = Network(beginnings, len(names), args.width, DISTANCES, DROP)
    train(network, annotated, others, tags)
    export(network, words, names, args.out)


def taught_teacher(model: Path, annotated: list[Example], kept: Path | None) -> Teacher:
    """The teacher whose weights are kept, or one that learns now."""
    if kept and kept.exists():
        teacher = Teacher(model)
        teacher.load_state_dict(torch.load(kept, weights_only=True))
        return teacher
    teacher = teach(model, annotated, LESSONS)
    if kept:
        torch.save(teacher.state_dict(), kept)
    return teacher


def taught(teacher: Teacher, annotated: list[Example], others: list[Example]) -> tuple[list[Example], list[Example]]:
    """The examples with what a teacher makes of them, which is also the answer where nobody annotated one."""
    chain = [weights.detach().numpy() for weights in (teacher.chain.start, teacher.chain.transitions)]
    annotated = [item._replace(told=scores) for item, scores in zip(annotated, told(teacher, annotated), strict=True)]
    heard = []
    for item, scores in zip(others, told(teacher, others), strict=True):
        paths = decode([scores[first:stop] for first, stop in item.paragraphs], chain[0], chain[1])
        heard.append(item._replace(told=scores, answers=np.concatenate(paths), weight=HEARSAY))
    return annotated, heard


def train(network: Network, annotated: list[Example], others: list[Example], tags: list[Example]) -> None:
    """Minimise the loss of labels, the distance to the teacher and, with a smaller share, the loss of tags."""
    torch.set_num_threads(1)
    steps = -(-len(annotated) // ARTICLES)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=EPOCHS * steps, pct_start=0.1)
    network.train()
    for epoch in range(EPOCHS):
        ours = random.sample(range(len(annotated)), len(annotated))
        theirs = random.sample(range(len(others)), len(others))
        total = 0.0
        for step in range(steps):
            here = [annotated[number] for number in ours[step::steps]]
            loss = _loss(network, [*here, *(others[number] for number in theirs[step::steps])])
            total += loss.item()
            loss = loss + TAG_SHARE * _tag_loss(network, random.sample(tags, TAGGED))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / steps:.4f} a token", flush=True)


def _loss(network: Network, examples: list[Example]) -> torch.Tensor:
    several = stream(examples)
    emissions = network.emissions(several)
    chain = network.chain.loss(emissions, several.answers, several.paragraphs) / several.real.sum()
    distances = -(torch.softmax(several.told, 1) * torch.log_softmax(emissions, 1)).sum(1)
    return chain + TRUST * (distances * several.heard).sum() / several.heard.sum().clamp(min=1)


def _tag_loss(network: Network, sentences: list[Example]) -> torch.Tensor:
    several = stream(sentences)
    real = several.real[:, 0] > 0
    return functional.cross_entropy(network.tags(several)[real], several.answers[real])


def export(network: Network, words: list[str], tags: list[str], out: Path) -> None:
    """Write the weights that labelling needs, half as wide as they were trained."""
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    arrays: dict[str, Any] = {
        "words": np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
        "tags": np.frombuffer("\n".join(tags).encode(), dtype=np.uint8),
        "distances": np.array(DISTANCES),
        "pool_after": np.array(POOL_AFTER),
        "word": state["word.weight"],
        "suffix": state["suffix.weight"],
        "shape": state["shape.weight"],
        "start": state["chain.start"],
        "transitions": state["chain.transitions"],
    }
    names = {name: name for name in ("input", "pool", "out", "tag")}
    names |= {f"layers.{number}": f"layer{number}" for number in range(len(DISTANCES))}
    names |= {f"narrow.{number}": f"narrow{number}" for number in range(len(DISTANCES))}
    for theirs, ours in names.items():
        arrays[ours] = state[f"{theirs}.weight"].T
        if f"{theirs}.bias" in state:
            arrays[f"{ours}_bias"] = state[f"{theirs}.bias"]
    halved = {name: a.astype(np.float16) if a.dtype == np.float32 else a for name, a in arrays.items()}
    np.savez(out, **halved)  # packages are compressed anyway, and every start would wait for it


if __name__ == "__main__":
    main()
