"""The keys of a lexicon and what each may hold. docs/lexicons.md explains them to their writers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, get_args

import yaml

from stancecli.lexicon.find import GENERAL
from stancecli.lexicon.inflect import KINDS
from stancecli.lexicon.source import Mistakes
from stancecli.model import Aim, Attitude, Examples, Tilt
from stancecli.tokens import words_of

Values = dict[str, Any]
Check = Callable[[yaml.Node, str, Mistakes], Any]
"""Turns a node into a value; remembers a mistake and returns None where it cannot."""

CATEGORIES = (
    "name-calling",
    "extremism",
    "escalation",
    "violence",
    "deceit",
    "corruption",
    "blame",
    "ridicule",
    "condemnation",
    "fear",
    "incompetence",
    "contempt",
    "legitimacy",
    "praise",
    "euphemism",
    "exaggeration",
    "minimising",
    "cues",
)
"""The categories of the shipped lexicons. Others are allowed, if they are not one of these misspelt."""

PACKS = (GENERAL, "abortion", "climate", "economy", "elections", "health", "immigration", "policing", "war")
"""The packs of the shipped lexicons: one for each subject, and the one for words of all subjects. Others are allowed."""

POLARITIES = {"negative": -1.0, "neutral": 0.0, "positive": 1.0}
TAGS = ("ADJ", "ADV", "INTJ", "NOUN", "NUM", "PRON", "PROPN", "VERB")
DOMAINS = ("animals", "court", "fire", "illness", "kitchen", "science", "sport", "stage", "weapons", "weather")
"""The domains of `tables/domains.yaml`."""
TAKES = ("that-clause", "to-infinitive", "noun-phrase", "of", "about", "quote")
KINDS_OF_LEXICON = ("terms", "cues", "predicates", "tones")
HOLDERS = ("subject", "object", "possessor", "author")
TARGETS = (
    *("subject", "object", "possessor", "modified"),
    *("about", "against", "among", "around", "at", "before", "behind", "between", "beyond", "by", "for", "from", "in"),
    *("into", "of", "off", "on", "onto", "over", "through", "to", "toward", "towards", "under", "upon", "with"),
)
"""Whom an attitude is about: a role, or the object of a preposition."""
SIGNS = {"-1": -1.0, "1": 1.0}
_DECIMAL = re.compile(r"\d{1,3}(\.\d{1,6})?")
NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def text(node: yaml.Node, key: str, mistakes: Mistakes) -> str | None:
    """A text with something in it."""
    if not isinstance(node, yaml.ScalarNode):
        mistakes.add(node, f"{key!r} must be a text")
        return None
    if not node.tag.endswith(":str"):
        mistakes.add(node, f"{key!r} must be a text; put {node.value or 'it'} in quotes")
        return None
    value = " ".join(node.value.split())
    if not value:
        mistakes.add(node, f"{key!r} is empty")
        return None
    return value


def texts(node: yaml.Node, key: str, mistakes: Mistakes) -> tuple[str, ...] | None:
    """A list of texts."""
    if not isinstance(node, yaml.SequenceNode):
        mistakes.add(node, f"{key!r} must be a list, as in [one, two]")
        return None
    return tuple(value for item in node.value if (value := text(item, key, mistakes)) is not None)


def phrase(node: yaml.Node, key: str, mistakes: Mistakes) -> str | None:
    """A text that holds a word."""
    value = text(node, key, mistakes)
    if value and not value[0].isalnum() and not any(word[0].isalnum() for word in words_of(value)):
        mistakes.add(node, f"{key!r} holds no word")
        return None
    return value


def phrases(node: yaml.Node, key: str, mistakes: Mistakes) -> tuple[str, ...] | None:
    """A list of texts, each with a word in it."""
    if not isinstance(node, yaml.SequenceNode):
        mistakes.add(node, f"{key!r} must be a list, as in [one, two]")
        return None
    return tuple(value for item in node.value if (value := phrase(item, key, mistakes)) is not None)


def name(node: yaml.Node, key: str, mistakes: Mistakes) -> str | None:
    """A name of lower-case letters, digits and hyphens."""
    value = text(node, key, mistakes)
    if value is not None and not NAME.fullmatch(value):
        mistakes.add(node, f"{key!r} must be lower-case letters, digits and hyphens, as in name-calling")
        return None
    return value


def known_or_new(known: tuple[str, ...]) -> Check:
    """A check for one of our names, or a new one that does not look like one of ours misspelt."""

    def check(node: yaml.Node, key: str, mistakes: Mistakes) -> str | None:
        value = name(node, key, mistakes)
        if value and value not in known and get_close_matches(value, known, n=1, cutoff=0.8):
            mistakes.unknown(node, key, value, known)
            return None
        return value

    return check


def version(node: yaml.Node, key: str, mistakes: Mistakes) -> int | None:
    """A whole number from 1."""
    if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":int") and re.fullmatch(r"[1-9]\d{0,8}", node.value):
        return int(node.value)
    mistakes.add(node, f"{key!r} must be a whole number from 1")
    return None


def weight(node: yaml.Node, key: str, mistakes: Mistakes) -> float | None:
    """A number above 0 and at most 5."""
    if isinstance(node, yaml.ScalarNode) and _DECIMAL.fullmatch(node.value):
        value = float(node.value)
        if node.tag.endswith((":int", ":float")) and 0 < value <= 5:
            return value
    mistakes.add(node, f"{key!r} must be a number above 0 and at most 5")
    return None


def one_of(choices: tuple[str, ...], values: Mapping[str, Any] | None = None) -> Check:
    """A check for one of a few words; `values` says what each stands for, if not for itself."""

    def check(node: yaml.Node, key: str, mistakes: Mistakes) -> Any:
        # A word that YAML reads as no text (a lone "none" it does not, "no" it does) is compared as written.
        value = node.value if isinstance(node, yaml.ScalarNode) else None
        if value not in choices:
            mistakes.unknown(node, f"value for {key!r}:", str(value) if value is not None else "a list", choices)
            return None
        return values[value] if values else value

    return check


def some_of(choices: tuple[str, ...]) -> Check:
    """A check for a list of such words."""

    def check(node: yaml.Node, key: str, mistakes: Mistakes) -> tuple[str, ...] | None:
        found = texts(node, key, mistakes)
        for value in found or ():
            if value not in choices:
                mistakes.unknown(node, f"value for {key!r}:", value, choices)
        return found

    return check


def examples(node: yaml.Node, key: str, mistakes: Mistakes) -> Examples | None:
    """Sentences that hit and sentences that miss, at least one of the first."""
    values = mapping(node, key, {"hit": texts, "miss": texts}, mistakes)
    if values is None:
        return None
    if not values.get("hit"):
        mistakes.add(node, "'examples' has no 'hit': a sentence in which the entry is found")
        return None
    return Examples(values["hit"], values.get("miss") or (), node.start_mark.line + 1)


def attitudes(node: yaml.Node, key: str, mistakes: Mistakes) -> tuple[Attitude, ...] | None:
    """A list of who thinks what of whom, with something in it."""
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        mistakes.add(node, f"{key!r} must be a list, as in [{{holder: subject, target: object, polarity: -1}}]")
        return None
    found = tuple(one for item in node.value if (one := _attitude(item, key, mistakes)) is not None)
    return found if len(found) == len(node.value) else None


def _attitude(node: yaml.Node, key: str, mistakes: Mistakes) -> Attitude | None:
    values = mapping(node, key, ATTITUDE, mistakes)
    if values is None or not isinstance(node, yaml.MappingNode):
        return None
    written = {name.value for name, _ in node.value}
    missing = [name for name in ATTITUDE if name not in written]
    for name in missing:
        mistakes.add(node, f"an attitude needs {name!r}")
    if len(values) < len(ATTITUDE):
        return None
    if values["holder"] == values["target"]:
        mistakes.add(node, f"the {values['holder']} cannot be both holder and target")
        return None
    return Attitude(**values)


def mapping(node: yaml.Node, what: str, checks: Mapping[str, Check], mistakes: Mistakes) -> Values | None:
    """The values of a mapping's keys that are without mistakes; None where it is no mapping at all."""
    if not isinstance(node, yaml.MappingNode):
        mistakes.add(node, f"{what!r} must be a mapping, as in 'term: goon'")
        return None
    values: Values = {}
    seen: set[str] = set()
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in seen:
            mistakes.add(key_node, f"the key {key!r} stands here twice")
        elif key not in checks:
            mistakes.unknown(key_node, "key", key, checks)
        else:
            value = checks[key](value_node, key, mistakes)
            if value is not None:
                values[key] = value
        seen.add(key)
    return values


def anything(node: yaml.Node, key: str, mistakes: Mistakes) -> yaml.Node:
    """The node itself, for its reader to take apart."""
    return node


_ANY: dict[str, Check] = {
    "weight": weight,
    "why": text,
    "inflect": one_of(KINDS),
    "pos": some_of(TAGS),
    "examples": examples,
}
_TERMS: dict[str, Check] = {
    "category": known_or_new(CATEGORIES),
    "polarity": one_of(tuple(POLARITIES), POLARITIES),
    "aim": one_of(get_args(Aim)),
    "literal": some_of(DOMAINS),
}
_CUES: dict[str, Check] = {
    "takes": some_of(TAKES),
    "tilt": one_of(get_args(Tilt)),
    "reports": one_of(("speech", "thought", "attitude")),
}
ATTITUDE: dict[str, Check] = {
    "holder": one_of(HOLDERS),
    "target": one_of(TARGETS),
    "polarity": one_of(tuple(SIGNS), SIGNS),
}
_SHARED: dict[str, dict[str, Check]] = {
    "terms": _ANY | _TERMS,
    "cues": _ANY | _TERMS | _CUES,
    "predicates": _ANY | {"attitudes": attitudes},
    "tones": _ANY | {key: _TERMS[key] for key in ("category", "polarity")},
}
_NEEDED = {
    "terms": ("category", "polarity", "examples"),
    "cues": ("examples",),
    "predicates": ("attitudes", "examples"),
    "tones": ("category", "polarity", "examples"),
}
"""What every entry must have, or its group or file."""
_ENTRY: dict[str, Check] = {"term": phrase, "forms": phrases, "not": phrases}
_LISTS: dict[str, Check] = {"entries": anything, "groups": anything}
_HEAD: dict[str, Check] = {
    "lexicon": name,
    "language": name,
    "version": version,
    "kind": one_of(KINDS_OF_LEXICON),
    "pack": known_or_new(PACKS),
    "description": text,
}


class Keys:
    """The checks for the keys of a file, a group and an entry of one kind of lexicon."""

    def __init__(self, kind: str) -> None:
        """`kind` is one of `KINDS_OF_LEXICON`."""
        self.shared = _SHARED[kind]
        self.needed = _NEEDED[kind]
        self.category = kind
        self.file = _HEAD | self.shared | _LISTS
        self.group = self.shared | {"entries": anything}
        self.entry = _ENTRY | self.shared | ({"neutral": texts} if kind in ("terms", "cues") else {})
