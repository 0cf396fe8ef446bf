"""The settings and what each may hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

import yaml

from stancecli.errors import UsageError
from stancecli.gate import LEVELS, parse_rule
from stancecli.lexicon.keys import Check, anything, one_of, text, texts
from stancecli.lexicon.source import Mistakes
from stancecli.model import Rule
from stancecli.render import formats

_COUNT = re.compile(r"[0-9]{1,4}")
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")


def rules(level: Literal["fail", "warn"], *, run: bool) -> Check:
    """A check for a list of rules; with `run`, also of those for the whole run."""

    def check(node: yaml.Node, key: str, mistakes: Mistakes) -> tuple[Rule, ...] | None:
        if not isinstance(node, yaml.SequenceNode):
            mistakes.add(node, f"{key!r} must be a list of rules, as in [author.density > 3]")
            return None
        found = [_rule(item, key, level, run, mistakes) for item in node.value]
        return tuple(rule for rule in found if rule)

    return check


def _rule(node: yaml.Node, key: str, level: Literal["fail", "warn"], run: bool, mistakes: Mistakes) -> Rule | None:
    written = text(node, key, mistakes)
    if written is None:
        return None
    try:
        rule = parse_rule(written, level)
    except UsageError as error:
        mistakes.add(node, error.message)
        return None
    if rule.run and not run:
        mistakes.add(node, f"{written!r} is about the whole run, and here are some of its files")
        return None
    return rule


def _texts_of_rules(level: Literal["fail", "warn"]) -> Check:
    check = rules(level, run=True)

    def texts_of(node: yaml.Node, key: str, mistakes: Mistakes) -> tuple[str, ...] | None:
        found: tuple[Rule, ...] | None = check(node, key, mistakes)
        return None if found is None else tuple(rule.text for rule in found)

    return texts_of


def number(node: yaml.Node, key: str, mistakes: Mistakes) -> float | None:
    """A number of seconds above 0."""
    if isinstance(node, yaml.ScalarNode) and _NUMBER.fullmatch(node.value) and float(node.value) > 0:
        return float(node.value)
    mistakes.add(node, f"{key!r} must be a number above 0")
    return None


def count(node: yaml.Node, key: str, mistakes: Mistakes) -> int | None:
    """A whole number from 0 to 1024."""
    if isinstance(node, yaml.ScalarNode) and _COUNT.fullmatch(node.value) and int(node.value) <= 1024:
        return int(node.value)
    mistakes.add(node, f"{key!r} must be a whole number from 0 to 1024")
    return None


SETTINGS: dict[str, Check] = {
    "lexicons": texts,
    "ignore": texts,
    "targets": texts,
    "watch": texts,
    "actors": text,
    "fail-on": _texts_of_rules("fail"),
    "warn-on": _texts_of_rules("warn"),
    "findings": one_of(LEVELS),
    "format": one_of(("auto", *formats())),
    "output": texts,
    "baseline": text,
    "processes": count,
    "timeout": number,
}
"""Settings by name; what the check returns is what the option of the same name gives to a command."""

OVERRIDE: dict[str, Check] = {
    "paths": texts,
    "ignore": texts,
    "targets": texts,
    "fail-on": rules("fail", run=False),
    "warn-on": rules("warn", run=False),
}

FILE: dict[str, Check] = SETTINGS | {"overrides": anything}

PATHS: dict[str, Callable[[str], bool]] = {
    "actors": lambda value: True,
    "output": lambda value: True,
    "baseline": lambda value: True,
    "lexicons": lambda value: "/" in value or value.endswith((".yaml", ".yml")),
}
"""Settings that name files, and which of their values do: these are seen from the folder of the settings."""
