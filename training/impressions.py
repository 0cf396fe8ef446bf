"""Train the network that tells what a sentence says of a party: from the corpora to `stancecli/weights/impressions.npz`.

    python training/impressions.py CORPORA MODEL [--tutor FILE] [--out FILE]

MODEL is the folder of a transformer, all-mpnet-base-v2, of which the tutor (`tutor.py`) is made: it learns from four fifths of
the articles of newsmtsc-train, then judges every party of every sentence of all texts, these again in other words, other nouns,
and words by themselves (`more_cases.py`, `verdicts.py`). The network learns from the annotations and from the tutor; its words are
those of the shipped labeller, so that another labeller needs another network. The last fifth of the articles is told at the end,
and is what `evidence_share` and `impression_share` of the settings were fitted on. `--tutor` keeps what the tutor learned. Needs
`pip install -e '.[training]'`; takes four hours on one slow core. Seeded.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from more_cases import noun_cases, reworded, web_cases
from reworded import Rewording
from sentences import Case, heard, kept_aside, read
from sklearn.metrics import f1_score
from torch import Tensor, nn
from torch.nn import functional
from tutor import LESSONS, judged, taught
from verdicts import verdicts
from words import vectors

from examples import records
from stancecli.attribute.encode import MASKED
from stancecli.attribute.label import labeller
from stancecli.pipeline import prepare
from stancecli.stance.impression import DISTANCES, NAME, STEPS, Words, glimpse, rings_of
from stancecli.weights import load

SEED = 1
ASIDE = 1
"""Of five parts of the articles, so many are kept aside."""
ANNOTATED = 3.0
"""What a sentence counts that somebody annotated, beside one that only the tutor judged."""
EPOCHS, RATE, DECAY = 8, 2e-3, 0.03
TOGETHER = 96
UNITS, HIDDEN, HEEDING = 96, 64, 4
DROP = 0.14
MEANINGS = 64
"""In so many numbers words are compared that give way to others."""
HIDE = 0.08
"""Of the words, so many are hidden while the network learns, so that no single word is relied on."""

NOTHING = np.zeros(3)


class Told(NamedTuple):
    """A target in a sentence: rows of the sentence's words, their signs and rings, what is likely, its weight."""

    rows: np.ndarray
    signs: np.ndarray
    rings: np.ndarray
    likely: np.ndarray
    weight: float


class Several(NamedTuple):
    """Parties of sentences as tensors, a row a word, and whose each word is."""

    rows: Tensor
    signs: Tensor
    rings: Tensor
    party: Tensor
    count: int
    likely: Tensor
    weight: Tensor


class Network(nn.Module):
    """The network of `stancecli/stance/impression.py`, to be trained."""

    def __init__(self, inputs: int) -> None:
        """`inputs` is the width of a word's row."""
        super().__init__()
        self.sign = nn.Embedding(NAME + 1, UNITS)
        self.ring = nn.Embedding(2 * len(STEPS) + 1, UNITS)
        for table in (self.sign, self.ring):
            nn.init.normal_(table.weight, std=0.2)
        self.input = nn.Linear(inputs, UNITS)
        self.near = nn.ModuleList(nn.Linear(3 * UNITS, UNITS) for _ in DISTANCES)
        self.heed = nn.Linear(UNITS, HEEDING, bias=False)
        self.told = nn.Linear((3 + HEEDING) * UNITS, HIDDEN)
        self.judged = nn.Linear(HIDDEN, 3)

    def forward(self, s: Several) -> Tensor:
        """Scores for against, neutral and for: a row a party."""
        rows = s.rows * (torch.rand(len(s.rows), 1) >= HIDE) if self.training else s.rows
        x = functional.relu(self.input(self._drop(rows, 0.5)) + self.sign(s.signs) + self.ring(s.rings))
        for layer, distance in zip(self.near, DISTANCES, strict=True):
            same = (s.party[distance:] == s.party[:-distance]).float()[:, None]
            seen, empty = self._drop(x, 1.0), x.new_zeros(distance, UNITS)
            left, right = (
                torch.cat(pair) for pair in ((empty, seen[:-distance] * same), (seen[distance:] * same, empty))
            )
            x = x + functional.relu(layer(torch.cat([left, seen, right], 1)))
        own = (s.rings == 0).float()[:, None]
        heed = self.heed(x).clamp(-8, 8).exp()
        most = x.new_zeros(s.count, UNITS).scatter_reduce(0, s.party[:, None].expand_as(x), x, "amax")
        whole = [_mean(x, torch.ones_like(own), s), _mean(x, own, s)]
        whole += [*(_mean(x, heed[:, [number]], s) for number in range(HEEDING)), most]
        told = functional.relu(self.told(self._drop(torch.cat(whole, 1), 1.0)))
        scores: Tensor = self.judged(self._drop(told, 2.0))
        return scores

    def _drop(self, x: Tensor, share: float) -> Tensor:
        return functional.dropout(x, DROP * share, self.training)


def _mean(x: Tensor, shares: Tensor, s: Several) -> Tensor:
    total = shares.new_zeros(s.count, 1).index_add_(0, s.party, shares)
    return x.new_zeros(s.count, UNITS).index_add_(0, s.party, x * shares) / total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("model", type=Path, help="the folder of the transformer")
    parser.add_argument("--tutor", type=Path, help="where the tutor's weights are kept, if there are any yet")
    parser.add_argument("--out", type=Path, default=Path("stancecli/weights/impressions.npz"))
    args = parser.parse_args()
    torch.manual_seed(SEED)
    random.seed(SEED)
    torch.set_num_threads(1)
    tools = prepare()
    annotated = list(read(records(args.corpora / "newsmtsc-train.jsonl"), tools))
    aside = kept_aside((case.article for case in annotated), ASIDE)
    known = [case for case in annotated if case.sentences and case.article not in aside]
    tutor = taught(args.model, known, LESSONS, args.tutor)
    vocabulary = load("attribution")["words"]
    words = Words(labeller(), verdicts(tutor, vocabulary))
    cases = [*known, *(case for case in heard(args.corpora, tools) if case.article not in aside)]
    plain = vocabulary[len(MASKED) :]
    rewording = Rewording(plain, vectors(plain, args.model, MEANINGS))
    more = [*reworded(cases, rewording), *noun_cases(cases), *web_cases(args.corpora)]
    likely = judged(tutor, [tutor.shown(case) for case in (*cases, *more)])
    likely[: len(known)] += np.eye(3)[[case.polarity + 1 for case in known]]
    likely[: len(known)] /= 2
    weights = [ANNOTATED] * len(known) + [1.0] * (len(likely) - len(known))
    examples = [example(words, *one) for one in zip((*cases, *more), likely, weights, strict=True)]
    network = learned(examples)
    tell(network, words, [case for case in annotated if case.sentences and case.article in aside])
    export(network, words, args.out)


def example(words: Words, case: Case, likely: np.ndarray = NOTHING, weight: float = 1.0) -> Told:
    """The first sentence of a case as the network sees it."""
    scene = case.sentences[0]
    seen = glimpse(scene.parse, scene.place, scene.parties, case.target)
    rows = words.of(seen.words).astype(np.float16)
    return Told(rows, np.array(seen.signs), rings_of(seen.signs), likely, weight)


def learned(examples: Sequence[Told]) -> Network:
    """A network that has learned from examples."""
    network = Network(examples[0].rows.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    count = -(-len(examples) // TOGETHER)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=EPOCHS * count, pct_start=0.1)
    network.train()
    for epoch in range(EPOCHS):
        order, total = random.sample(range(len(examples)), len(examples)), 0.0
        for step in range(count):
            s = several([examples[number] for number in order[step::count]])
            loss = (-(s.likely * torch.log_softmax(network(s), 1)).sum(1) * s.weight).sum() / s.weight.sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / count:.4f}", flush=True)
    return network.eval()


def several(examples: Sequence[Told]) -> Several:
    """Examples as tensors."""
    rows, signs, rings = (torch.from_numpy(np.concatenate([one[column] for one in examples])) for column in range(3))
    party = np.repeat(np.arange(len(examples)), [len(one.rows) for one in examples])
    likely = torch.tensor(np.array([one.likely for one in examples]), dtype=torch.float32)
    weight = torch.tensor([one.weight for one in examples])
    return Several(rows.float(), signs, rings, torch.from_numpy(party), len(examples), likely, weight)


def tell(network: Network, words: Words, cases: Sequence[Case]) -> None:
    """Print how well articles that were not learned from are told."""
    with torch.no_grad():
        told = network(several([example(words, case) for case in cases])).softmax(1).numpy()
    polarity = np.array([case.polarity for case in cases])
    print(f"macro-F1 {f1_score(polarity, told.argmax(1) - 1, average='macro'):.4f} on articles not learned from")


def export(network: Network, words: Words, out: Path) -> None:
    """Write the verdicts on words, and the weights half as wide as they were trained."""
    arrays = {"verdicts": words.verdicts}
    for name, value in network.state_dict().items():
        owner, _, kind = name.replace("near.", "near").rpartition(".")
        turned = kind == "weight" and owner not in ("sign", "ring")
        array = value.numpy().T if turned else value.numpy()
        arrays[f"{owner}_bias" if kind == "bias" else owner] = array.astype(np.float16)
    np.savez(out, **arrays)


if __name__ == "__main__":
    main()
