"""Learn the weights of stance evidence, `stancecli/weights/stance.yaml`, from sentences with a target and its polarity.

    python training/stance.py CORPORA

CORPORA holds newsmtsc-train.jsonl. Prints macro-F1 by cross-validation; articles are never split. scikit-learn is needed
(`pip install -e '.[training]'`). Takes some minutes on one core; the same input gives the same file.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from lemminflect import getLemma
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from stancecli.actors import identify
from stancecli.aim import aim
from stancecli.attribute import attribute, label
from stancecli.clean import clean
from stancecli.match import match
from stancecli.model import Input
from stancecli.pipeline import Tools, prepare
from stancecli.segment import segment
from stancecli.stance.evidence import evidence, learned, setting, word_keys
from stancecli.stance.gather import gather
from stancecli.stance.scene import Scene

LEAST_CASES = 10
FOLDS = 5
STRENGTH = 0.02
"""The inverse of the penalty on large weights: small, so that few cases move a weight little."""
LEAST_WEIGHT = 0.03
"""Features whose weights are smaller than this in both directions are left out."""
MARKS = frozenset(["n't", "'s", "?", "!", "“", "”", ","])
"""What may be learned beside words."""
BELIEVED = {
    "passed+ suffered": (2.0, -0.8),
    "passed- suffered": (-0.8, 2.0),
    "passed+ own": (0.9, -0.1),
    "passed- own": (-0.1, 0.9),
    "to teller-": (-0.6, 1.6),
    "to teller+": (1.6, -0.6),
    "contrast+ told": (1.4, -0.8),
    "contrast- told": (-0.8, 1.4),
}
"""Weights set by reading, of constructions too rare in the sentences to be learned from them."""
HERE = Path(__file__).parent
SHIPPED = HERE.parent / "stancecli" / "weights" / "stance.yaml"
HEAD = """\
# How much each kind of evidence speaks for and against a party: log odds of "for" and of "against", each against "neutral".
# Made by training/stance.py; docs/method.md says how they are used, docs/models.md where they come from.
"""


class Case(NamedTuple):
    """A sentence and its target: all sentences of the text that mention it, the polarity, the article."""

    sentences: list[Scene]
    target: str
    polarity: int
    article: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    args = parser.parse_args()
    with open(args.corpora / "newsmtsc-train.jsonl", encoding="utf-8") as file:
        cases = list(read([json.loads(line) for line in file], prepare()))
    words = vocabulary(cases)
    features = [described(case, words) for case in cases]
    print(f"{len(cases)} cases, {len(set(words.values()))} words")
    validate(cases, features)
    args.out.write_text(written(*fitted(cases, features), words), encoding="utf-8")


def read(records: Sequence[dict[str, Any]], tools: Tools) -> Iterator[Case]:
    """What each record's text holds for its target, as the tool itself finds it."""
    for at in range(0, len(records), 64):
        several = records[at : at + 64]
        inputs = [Input(id=str(at), data=record["text"], targets=(record["target"],)) for record in several]
        for record, item in zip(several, label([segment(clean(one)) for one in inputs], tools.cues), strict=True):
            cast = identify(item.parse, attribute(item))
            hits = aim(item.parse, cast, match(item.parse, tools.terms, cast.speech), tools.terms)
            name = cast.targets.get(record["target"], record["target"])
            sentences = gather(item.parse, cast, hits, tools.finders)
            mine = [sentence for sentence in sentences if any(party.name == name for party in sentence.parties)]
            yield Case(mine, name, record["polarity"], article_of(record["id"]))


def article_of(id: str) -> str:
    """The article of a sentence, by the id of its record."""
    parts = id.split("_")
    return "_".join(parts[:3] if parts[0] == "polusa" else parts[:2])


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


def model() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=200, tol=1e-3)


def matrix(features: Sequence[dict[str, float]]) -> tuple[Any, list[str]]:
    """The features that enough cases have, as a sparse matrix, and their names."""
    counts = Counter(key for row in features for key in row)
    kept = [
        {key: value * matrix_scale(key) for key, value in row.items() if counts[key] >= LEAST_CASES} for row in features
    ]
    vectorizer = DictVectorizer(dtype=np.float64)
    return vectorizer.fit_transform(kept).tocsr(), list(vectorizer.feature_names_)


def validate(cases: Sequence[Case], features: Sequence[dict[str, float]]) -> None:
    """Print how well articles that were not learned from are told."""
    articles = sorted({case.article for case in cases})
    random.Random(0).shuffle(articles)
    number = {article: at % FOLDS for at, article in enumerate(articles)}
    folds = np.array([number[case.article] for case in cases])
    polarity = np.array([case.polarity for case in cases])
    matrix_, _ = matrix(features)
    likely = np.zeros((len(cases), 3))
    for fold in range(FOLDS):
        known = folds != fold
        likely[~known] = model().fit(matrix_[known], polarity[known]).predict_proba(matrix_[~known])
    told = likely.argmax(axis=1) - 1
    print(f"macro-F1 {f1_score(polarity, told, average='macro'):.4f} on articles not learned from")
    for least in (0.6, 0.65, 0.7, 0.75, 0.8):
        shown = (likely.max(axis=1) >= least) & (told != 0)
        right = (told == polarity) & shown
        print(f"at {least}: {right.sum() / shown.sum():.3f} right, {right.sum() / (polarity != 0).sum():.3f} found")


def fitted(cases: Sequence[Case], features: Sequence[dict[str, float]]) -> tuple[list[str], Any, Any]:
    """The names of the features, and for each and for the bias the weights of against, neutral and for."""
    matrix_, names = matrix(features)
    fit = model().fit(matrix_, np.array([case.polarity for case in cases]))
    return names, fit.coef_, fit.intercept_


def written(names: Sequence[str], weights: Any, bias: Any, words: Mapping[str, str]) -> str:
    """The weight file."""
    rows = {
        name: tuple(matrix_scale(name) * (row[at] - row[1]) for at in (2, 0))
        for name, row in zip(names, weights.T, strict=True)
    }
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
