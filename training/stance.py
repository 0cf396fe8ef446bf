"""Learn the weights of stance evidence, `stancecli/weights/stance.yaml`, from sentences with a target and its polarity.

    python training/stance.py CORPORA MODEL [--validate] [--alone] [--out FILE]

CORPORA holds newsmtsc-train.jsonl, and the texts in `UNANNOTATED`; MODEL is the folder of a transformer,
all-mpnet-base-v2 (docs/models.md says where it is from). First the tutor (`tutor.py`) learns from the annotated
sentences, then it judges every sentence of all texts, then the weights learn from both. `--validate` keeps two of five
articles aside, prints how well they are told, and writes nothing. `--alone` does without the tutor; `--tutor` keeps what the
tutor learned, so that it need not learn again. Needs `pip install -e '.[training]'`; takes two hours on one slow core.
Seeded: the same corpora and versions give the same file.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import yaml
from lemminflect import getLemma
from sentences import Case, heard, kept_aside, read
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from tutor import LESSONS, Shown, judged, taught

from examples import records
from stancecli.pipeline import prepare
from stancecli.stance.evidence import evidence, setting
from stancecli.stance.learned import learned, word_keys

SEED = 0
HEARSAY = 0.5
"""What a sentence counts whose polarity only the tutor gave."""
LEAST_CASES = 10
KEPT = 2
"""Of five parts of the articles, so many are kept aside for validation."""
STRENGTH = 0.02
"""The inverse of the penalty on large weights: small, so that few cases move a weight little."""
LEAST_WEIGHT = 0.06
"""Features whose weights are smaller than this in both directions are left out."""
MARKS = frozenset(["n't", "'s", "?", "!", "“", "”", ","])
"""What may be learned beside words."""
BELIEVED = {
    "passed+ suffered": (2.0, -0.8),
    "passed- suffered": (-0.8, 2.0),
    "passed+ own": (0.9, -0.1),
    "passed- own": (-0.1, 0.9),
    "deed+": (1.9, -0.3),
    "deed+ owned": (0.4, 0.0),
    "deed-": (-0.4, 2.2),
    "deed- owned": (0.0, 0.4),
    "plain+": (0.95, -0.4),
    "plain-": (-0.4, 0.95),
    "voiced+": (0.5, -0.25),
    "voiced-": (-0.25, 0.5),
    "to teller-": (-0.6, 1.6),
    "to teller+": (1.6, -0.6),
    "contrast+ told": (1.4, -0.8),
    "contrast- told": (-0.8, 1.4),
    "target verdicts+": (0.0, -0.15),
    "target verdicts-": (-0.15, 0.32),
}
"""Weights set by reading, of constructions too rare in the sentences to be learned from them."""
HERE = Path(__file__).parent
SHIPPED = HERE.parent / "stancecli" / "weights" / "stance.yaml"
HEAD = """\
# How much each kind of evidence speaks for and against a party: log odds of "for" and of "against", each against "neutral".
# Made by training/stance.py; docs/method.md says how they are used, docs/models.md where they come from.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("model", type=Path, help="the folder of the transformer")
    parser.add_argument("--tutor", type=Path, help="where the tutor's weights are kept, if there are any yet")
    parser.add_argument("--validate", action="store_true", help="keep articles aside and tell them")
    parser.add_argument("--alone", action="store_true", help="learn from annotated sentences only")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    args = parser.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    tools = prepare()
    cases = list(read(records(args.corpora / "newsmtsc-train.jsonl"), tools))
    aside = kept_aside((case.article for case in cases), KEPT) if args.validate else set()
    known = [case for case in cases if case.article not in aside]
    words = vocabulary(known)
    features = [described(case, words) for case in known]
    likely = np.eye(3)[[case.polarity + 1 for case in known]]
    if not args.alone:
        tutor = taught(args.model, known, LESSONS, args.tutor)
        shown: list[Shown] = []
        for case in heard(args.corpora, tools):
            if case.article not in aside:
                features.append(described(case, words))
                shown.append(tutor.shown(case))
        likely = np.concatenate([likely, HEARSAY * judged(tutor, shown)])
    print(
        f"{len(known)} cases, {len(features) - len(known)} judged by the tutor, {len(set(words.values()))} words",
        flush=True,
    )
    learner = Learner(features, likely)
    if args.validate:
        validate([case for case in cases if case.article in aside], words, learner)
    else:
        args.out.write_text(written(learner, words), encoding="utf-8")


def vocabulary(cases: Sequence[Case]) -> dict[str, str]:
    """The lemma of each form of the words that enough sentences hold and that a reader let pass."""
    passed = set(yaml.safe_load((HERE / "stance_words.yaml").read_text(encoding="utf-8"))["words"])
    lemmas: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        for sentence in case.sentences:
            for at in range(*sentence.place):
                word, tag = sentence.parse.words[at], sentence.parse.tags[at]
                if (word.isalpha() or word in MARKS) and not tag.startswith("NNP"):
                    lemmas[word][lemma(word, tag)] += 1
    words = {word: counts.most_common(1)[0][0] for word, counts in sorted(lemmas.items())}
    held = Counter(
        name
        for case in cases
        for name in {words[w] for one in case.sentences for w in one.parse.words[slice(*one.place)] if w in words}
    )
    return {word: name for word, name in words.items() if held[name] >= LEAST_CASES and name in passed}


def lemma(word: str, tag: str) -> str:
    """The word's base form by its tag."""
    universal = {"N": "NOUN", "V": "VERB", "J": "ADJ", "R": "ADV"}.get(tag[0])
    found = getLemma(word, universal) if universal else ()
    return str(found[0]) if found else word


def described(case: Case, words: Mapping[str, str]) -> dict[str, float]:
    """The amounts of all keys of a case."""
    amounts: Counter[str] = Counter()
    for sentence in case.sentences:
        amounts.update(setting(sentence, case.target))
        for item in evidence(sentence, case.target):
            for key in item.keys:
                if key not in BELIEVED:
                    amounts[key] += item.amount
        for at, place, _ in learned(sentence, case.target, words):
            amounts.update(word_keys(words[sentence.parse.words[at]], place))
    return {key: min(3.0, amount) for key, amount in amounts.items()}


def matrix_scale(name: str) -> float:
    """How much larger a feature's weight may grow than others at the same penalty.

    What the grammar ties to the target is believed beforehand; what merely stands near has to be proved by the cases.
    """
    return 3.0 if name.startswith(("target", "aimed", "contrast", "passed")) else 1.0


class Learner:
    """Weights learned from the features of cases, and from how likely against, neutral and for are in each: a row a case."""

    def __init__(self, features: Sequence[dict[str, float]], likely: np.ndarray) -> None:
        """Rows of `likely` add up to what a case counts. Every feature needs `LEAST_CASES`."""
        counts = Counter(key for row in features for key in row)
        self._vectorizer = DictVectorizer(dtype=np.float64)
        kept = [{key: value for key, value in row.items() if counts[key] >= LEAST_CASES} for row in features]
        self._vectorizer.fit(kept)
        self.names: list[str] = list(self._vectorizer.feature_names_)
        rows, classes = likely.nonzero()
        self._model = LogisticRegression(C=STRENGTH, max_iter=200, tol=1e-3)
        self._model.fit(self._matrix(kept)[rows], classes, sample_weight=likely[rows, classes])

    @property
    def weights(self) -> np.ndarray:
        """A row a feature: what one of it adds to the log odds of against, neutral and for."""
        return np.array([matrix_scale(name) * row for name, row in zip(self.names, self._model.coef_.T, strict=True)])

    @property
    def bias(self) -> np.ndarray:
        """The same of no feature at all."""
        return np.array(self._model.intercept_)

    def told(self, features: Sequence[dict[str, float]]) -> np.ndarray:
        """How likely against, neutral and for are: a row a case."""
        return np.array(self._model.predict_proba(self._matrix(features)))

    def _matrix(self, features: Sequence[dict[str, float]]) -> Any:
        return self._vectorizer.transform(
            [{key: value * matrix_scale(key) for key, value in row.items()} for row in features]
        ).tocsr()


def validate(cases: Sequence[Case], words: Mapping[str, str], learner: Learner) -> None:
    """Print how well articles that were not learned from are told."""
    likely = learner.told([described(case, words) for case in cases])
    polarity = np.array([case.polarity for case in cases])
    told = likely.argmax(axis=1) - 1
    print(f"macro-F1 {f1_score(polarity, told, average='macro'):.4f} on articles not learned from")
    for least in (0.6, 0.65, 0.7, 0.75, 0.8):
        shown = (likely.max(axis=1) >= least) & (told != 0)
        right = (told == polarity) & shown
        print(f"at {least}: {right.sum() / shown.sum():.3f} right, {right.sum() / (polarity != 0).sum():.3f} found")


def written(learner: Learner, words: Mapping[str, str]) -> str:
    """The weight file."""
    bias = learner.bias
    rows = {name: (row[2] - row[1], row[0] - row[1]) for name, row in zip(learner.names, learner.weights, strict=True)}
    rows = {name: row for name, row in rows.items() if max(map(abs, row)) >= LEAST_WEIGHT}
    rows.update(BELIEVED)
    used = {name.split(" ")[1] for name in rows if name.startswith("word ")}
    forms: dict[str, list[str]] = defaultdict(list)
    for form, name in words.items():
        if name in used:
            forms[name].append(form)
    lines = [HEAD + "weights:", _line("bias", (bias[2] - bias[1], bias[0] - bias[1]))]
    lines += [_line(name, rows[name]) for name in sorted(rows)]
    lines.append("words:")
    lines += [f'  "{name}": [{", ".join(map(_quoted, sorted(forms[name])))}]' for name in sorted(forms)]
    return "\n".join(lines) + "\n"


def _quoted(word: str) -> str:
    return f'"{word}"'


def _line(name: str, row: tuple[float, float]) -> str:
    return f'  "{name}": [{row[0]:.2f}, {row[1]:.2f}]'


if __name__ == "__main__":
    main()
