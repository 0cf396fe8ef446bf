"""Train the labeller: from the folder of corpora to `stancecli/weights/attribution.npz`, in one command.

    python training/attribution.py CORPORA MODEL LARGER [--begin FILE] [--out FILE] [--leave-out PUBLISHER] [--fold K]

MODEL and LARGER are folders of transformers, all-MiniLM-L6-v2 and all-mpnet-base-v2 (docs/models.md says where they are
from), which need PyTorch and transformers beside the package (`pip install -e .[training]`). Each gives a course: first a
teacher learns from annotated articles, then it reads all texts that may be learned from, then the labeller learns from the
annotations and from the teacher. In the last course the annotated articles are told by teachers of their own, which have read
half of them and tell the others. It takes some ten hours of processor time; `--begin` goes on from a labeller that has been
through the first course. Seeded: the same corpora and versions give the same file. `--leave-out` and `--fold` keep articles
aside, for figures of docs/models.md; `--teacher` keeps what the last teacher learned, so that a second labeller need not wait
for it; `--alone` does without teachers.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from network import POOL_AFTER, TAG_AFTER, WORD, Network, stream
from reworded import Rewording
from tagging import settle
from teacher import Teacher, teach, told
from torch.nn import functional
from words import vectors, vocabulary

from examples import Example, article, cue_index, parse_of, records, tagged
from stancecli.attribute import encode
from stancecli.attribute.label import decode
from stancecli.weights import read

SEED = 1
WIDTH = 128
DISTANCES = (1, 2, 4, 8, 16, 1, 2, 4, 8, 16)
DROP = 0.17
ARTICLES = 12
"""Annotated articles in one step."""
HEARD = 0.5
"""Of the texts that nobody annotated, such a share is read in one epoch: others in the next."""
TAGGED = 10
"""Batches of tagged sentences in one step, of 25 sentences each."""
TAG_SHARE = 0.3
"""What the loss of tags counts beside that of labels."""
HEARSAY = 0.3
"""What a label counts that only the teacher gave."""
UNANNOTATED = ("basil-train", "newsmtsc-train", "babe-train")
OURS = Path(__file__).parent / "articles"
"""Articles that we wrote, so that other subjects and manners than those of the corpora are learned from."""
SLIGHT = 0.1
"""What new layers begin with, of the weights that they would begin with elsewhere."""
FOLDS = 6
HALVES = 2
"""A teacher tells articles that it has read with their answers by heart. So each of several parts of them is told by a teacher that
has read the others."""


class Round(NamedTuple):
    """So many epochs at a highest rate, by several learners that trust their teacher more or less, and then are averaged.

    A trust is what the distance to the teacher counts beside the loss of labels. (Averages of weights that began alike:
    "model soups", Wortsman et al., ICML 2022.)
    """

    epochs: int
    rate: float
    trusts: tuple[float, ...]


class Course(NamedTuple):
    """How often a teacher reads the annotated articles and its highest rate, and how the labeller then learns from it.

    `versions` says how many other wordings of each text are learned from, of annotated ones and of others; `halves` into how
    many parts the annotated ones are divided, each of which is told by a teacher that has read the others (1: all by one).
    """

    lessons: int
    rate: float
    versions: tuple[int, int]
    halves: int
    rounds: tuple[Round, ...]


SEASONS = ((12, 2e-3), (8, 1e-3), (12, 2e-3), (6, 1e-3), (8, 1.5e-3))
"""Epochs and highest rates of the last course's rounds."""
COURSES = (
    Course(5, 1.3e-4, (1, 0), 1, (Round(16, 3e-3, (1.0,)),)),
    Course(3, 7e-5, (2, 2), HALVES, tuple(Round(epochs, rate, (1.0, 2.5)) for epochs, rate in SEASONS)),
)
"""One for each transformer."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("models", type=Path, nargs=len(COURSES), help="the folders of transformers")
    parser.add_argument("--begin", type=Path, help="a labeller to go on from, in the last course")
    parser.add_argument("--out", type=Path, default=Path("stancecli/weights/attribution.npz"))
    parser.add_argument("--width", type=int, default=WIDTH)
    parser.add_argument("--leave-out", help="a publisher whose articles are not learned from")
    parser.add_argument("--fold", type=int, help=f"which of {FOLDS} parts is not learned from")
    parser.add_argument("--teacher", type=Path, help="where the last teacher's weights are kept, if there are any yet")
    parser.add_argument(
        "--alone", action="store_true", help="learn from the annotations and no teacher, in the first course"
    )
    args = parser.parse_args()
    if args.alone and args.begin:
        parser.error("--alone is the first course, and --begin the last: give one of them")
    torch.manual_seed(SEED)
    random.seed(SEED)
    kept = [
        record
        for number, record in enumerate(records(args.corpora / "polnear-train.jsonl"))
        if record["publisher"] != args.leave_out and number % FOLDS != args.fold
    ]
    parses = [parse_of(record) for record in kept]
    files = [args.corpora / f"{name}.jsonl" for name in UNANNOTATED] + sorted(OURS.glob("*.jsonl"))
    more = [parse_of(record) for file in files for record in records(file)]
    more = [parse for parse in more if parse.words]
    sentences = list(records(args.corpora / "ewt-tags-train.jsonl"))
    words = vocabulary([*parses, *more], sentences)
    types, cues = encode.Types(words), cue_index()
    annotated = [article(parse, types, cues, record) for record, parse in zip(kept, parses, strict=True)]
    others = [article(parse, types, cues) for parse in more]
    beginnings = vectors(words[len(encode.MASKED) :], args.models[0], WORD)
    rewording = Rewording(words[len(encode.MASKED) :], beginnings)
    names = sorted({tag for sentence in sentences for tag in sentence["tags"]})
    numbers = {tag: number for number, tag in enumerate(names)}
    tags = [tagged(sentences[at : at + 25], numbers, types, cues) for at in range(0, len(sentences), 25)]
    network = Network(beginnings, len(names), args.width, DISTANCES, DROP)
    if args.alone:
        learn(network, COURSES[0].rounds, annotated, [], tags)
        return export(network, words, names, args.out)
    if args.begin:
        recall(network, args.begin, words)
    for number in range(1 if args.begin else 0, len(COURSES)):
        course = COURSES[number]
        last = number == len(COURSES) - 1
        again, anew = (
            [
                article(other, types, cues, pieces=pieces)
                for parse in several * versions
                for other, pieces in [rewording.of(parse)]
            ]
            for several, versions in zip((parses, more), course.versions, strict=True)
        )
        model = args.models[number]
        teacher = taught_teacher(model, annotated, course, args.teacher if last else None)
        heard = taught(teacher, [*others, *anew])
        if course.halves == 1:
            told_again, told_first = taught(teacher, again), with_scores(annotated, told(teacher, annotated))
        else:
            told_first, told_again = crossed(model, course, annotated, again)
        earlier = deepcopy(network)
        learn(network, course.rounds, told_first, [*heard, *told_again], tags)
        if last:
            settle(network, earlier, [*annotated, *others], tags)
    export(network, words, names, args.out)


def taught_teacher(model: Path, annotated: list[Example], course: Course, kept: Path | None) -> Teacher:
    """The teacher whose weights are kept, or one that learns now."""
    if kept and kept.exists():
        teacher = Teacher(model)
        teacher.load_state_dict(torch.load(kept, weights_only=True))
        return teacher
    teacher = teach(model, annotated, course.lessons, course.rate)
    if kept:
        torch.save(teacher.state_dict(), kept)
    return teacher


def taught(teacher: Teacher, texts: list[Example]) -> list[Example]:
    """Texts that nobody annotated with what a teacher makes of them, which is also the answer."""
    chain = [weights.detach().numpy() for weights in (teacher.chain.start, teacher.chain.transitions)]
    heard = []
    for item in with_scores(texts, told(teacher, texts)):
        paths = decode([item.told[first:stop] for first, stop in item.paragraphs], chain[0], chain[1])
        heard.append(item._replace(answers=np.concatenate(paths), weight=HEARSAY))
    return heard


def crossed(
    model: Path, course: Course, annotated: list[Example], again: list[Example]
) -> tuple[list[Example], list[Example]]:
    """Annotated articles and their other wordings, each told by a teacher that has not read it; the answers are the annotated
    ones.
    """
    scores: dict[int, np.ndarray] = {}
    texts = [*annotated, *again]
    for part in range(course.halves):
        known = [item for number, item in enumerate(annotated) if number % course.halves != part]
        teacher = teach(model, known, course.lessons, course.rate)
        unknown = [at for at in range(len(texts)) if at % len(annotated) % course.halves == part]
        scores.update(zip(unknown, told(teacher, [texts[at] for at in unknown]), strict=True))
    found = with_scores(texts, [scores[at] for at in range(len(texts))])
    reworded = [
        item._replace(answers=annotated[number % len(annotated)].answers, weight=HEARSAY)
        for number, item in enumerate(found[len(annotated) :])
    ]
    return found[: len(annotated)], reworded


def with_scores(texts: Sequence[Example], scores: Sequence[np.ndarray]) -> list[Example]:
    """The texts with what a teacher makes of them."""
    return [item._replace(told=rows) for item, rows in zip(texts, scores, strict=True)]


def learn(
    network: Network,
    rounds: Sequence[Round],
    annotated: list[Example],
    others: list[Example],
    tags: list[Example],
) -> None:
    """Let the network become the average of a round's learners, round after round."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # products of these sizes are no faster on more, and sums are the same on every machine
    for one in rounds:
        learners = []
        for trust in one.trusts:
            learner = deepcopy(network)
            train(learner, one, trust, annotated, others, tags)
            learners.append(learner.state_dict())
        network.load_state_dict(
            {name: sum(learned[name] for learned in learners) / len(learners) for name in learners[0]}
        )
    torch.set_num_threads(threads)


def train(
    network: Network,
    one: Round,
    trust: float,
    annotated: list[Example],
    others: list[Example],
    tags: list[Example],
) -> None:
    """Minimise the loss of labels, the distance to the teacher and, with a smaller share, the loss of tags."""
    steps = -(-len(annotated) // ARTICLES)
    optimizer = torch.optim.AdamW(network.parameters(), lr=one.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, one.rate, total_steps=one.epochs * steps, pct_start=0.1)
    network.train()
    for epoch in range(one.epochs):
        ours = random.sample(range(len(annotated)), len(annotated))
        theirs = random.sample(range(len(others)), len(others))
        total = 0.0
        for step in range(steps):
            here = [annotated[number] for number in ours[step::steps]]
            loss = _loss(network, trust, [*here, *(others[number] for number in theirs[step::steps])])
            total += loss.item()
            loss = loss + TAG_SHARE * _tag_loss(network, random.sample(tags, TAGGED))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        print(f"epoch {epoch + 1} of {one.epochs}: loss {total / steps:.4f} a token", flush=True)


def _loss(network: Network, trust: float, examples: list[Example]) -> torch.Tensor:
    several = stream(examples)
    emissions = network.emissions(several)
    chain = network.chain.loss(emissions, several.answers, several.paragraphs) / several.real.sum()
    distances = -(torch.softmax(several.told, 1) * torch.log_softmax(emissions, 1)).sum(1)
    return chain + trust * (distances * several.heard).sum() / several.heard.sum().clamp(min=1)


def _tag_loss(network: Network, sentences: list[Example]) -> torch.Tensor:
    several = stream(sentences)
    real = several.real[:, 0] > 0
    return functional.cross_entropy(network.tags(several)[real], several.answers[real])


def export(network: Network, words: list[str], tags: list[str], out: Path) -> None:
    """Write the weights that labelling needs, half as wide as they were trained."""
    arrays: dict[str, Any] = {
        "words": np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
        "tags": np.frombuffer("\n".join(tags).encode(), dtype=np.uint8),
        "distances": np.array(DISTANCES),
        "pool_after": np.array(POOL_AFTER),
        "tag_after": np.array(TAG_AFTER),
    }
    for theirs, value in network.state_dict().items():
        name, turned = named(theirs)
        array = value.detach().numpy()
        arrays[name] = (array.T if turned else array).astype(np.float16)
    np.savez(out, **arrays)  # packages are compressed anyway, and every start would wait for it


def recall(network: Network, file: Path, words: list[str]) -> None:
    """Take over the weights that a file has. A layer that it has not says little at first: what was learned goes on.

    A word that it has not begins where the words lie that are alike: the way from their beginnings to what they have become
    is followed with its beginning (least squares).
    """
    arrays = read(file)
    state = network.state_dict()
    rows = {word: row for row, word in enumerate(arrays["words"])}
    known = [number for number, word in enumerate(words) if word in rows]
    table = torch.from_numpy(arrays["word"].astype(np.float32))
    learned = table[[rows[words[number]] for number in known]]
    way = torch.linalg.lstsq(state["word.weight"][known], learned).solution
    state["word.weight"] = state["word.weight"] @ way
    state["word.weight"][known] = learned
    for theirs in state.keys() - {"word.weight"}:
        name, turned = named(theirs)
        if name in arrays:
            array = torch.from_numpy(arrays[name].astype(np.float32))
            state[theirs] = array.T if turned else array
        elif not name.startswith("narrow"):
            state[theirs] = state[theirs] * SLIGHT
    network.load_state_dict(state)


def named(theirs: str) -> tuple[str, bool]:
    """What a weight of the network is called in the file, and whether it is turned there: inputs by rows."""
    owner, _, kind = theirs.rpartition(".")
    if owner in ("word", "suffix", "shape"):
        return owner, False
    if owner == "chain":
        return kind, False
    for several, one in (("layers.", "layer"), ("narrow.", "narrow"), ("pools.", "pool")):
        owner = owner.replace(several, one)
    return (f"{owner}_bias", False) if kind == "bias" else (owner, True)


if __name__ == "__main__":
    main()
