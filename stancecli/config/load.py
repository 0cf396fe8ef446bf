"""From a file to settings, or to its first mistake, at its line."""

from __future__ import annotations

import os
from typing import Any

import yaml

from stancecli.config.keys import FILE, OVERRIDE, PATHS
from stancecli.config.model import Config, Override, Setting, Value
from stancecli.config.toml import compose_toml
from stancecli.errors import SettingsError
from stancecli.lexicon.keys import mapping
from stancecli.lexicon.source import Mistakes, compose, line_of

_SHAPE = "settings are a mapping, as in 'fail-on: [author.density > 3]'"


def load_config(path: str) -> Config:
    """Read a file of settings: TOML by its ending, else YAML; an empty one says nothing.

    Raises `SettingsError` with the first mistake in it.
    """
    try:
        with open(path, "rb") as stream:
            data = stream.read()
    except (OSError, ValueError) as error:
        raise SettingsError(f"cannot be read: {getattr(error, 'strerror', None) or error}", path) from error
    shown = _shown(path)
    mistakes = Mistakes(shown)
    config = _config(data, shown, mistakes)
    if mistakes.found:
        first, *others = mistakes.faults()
        more = f" (and {len(others)} more)" if others else ""
        message, *lines = first.message.split("\n")
        raise SettingsError("\n".join([message + more, *lines]), first.place)
    return config


def _config(data: bytes, path: str, mistakes: Mistakes) -> Config:
    folder = os.path.dirname(path) or "."
    if path.endswith(".toml"):
        root = compose_toml(data, mistakes)
    else:
        root = compose(data, mistakes, _SHAPE) if data.strip() else None
    if root is None:
        return Config(path, folder)
    values = mapping(root, "settings", FILE, mistakes) or {}
    lines = {str(key.value): line_of(key) for key, _ in root.value}
    overrides = _overrides(values.pop("overrides", None), path, mistakes)
    settings = {key: Setting(_from_folder(key, value, folder), f"{path}:{lines[key]}") for key, value in values.items()}
    return Config(path, folder, settings, overrides)


def _overrides(node: yaml.Node | None, path: str, mistakes: Mistakes) -> tuple[Override, ...]:
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        mistakes.add(node, "'overrides' must be a list of mappings, each with 'paths'")
        return ()
    return tuple(_override(item, path, mistakes) for item in node.value)


def _override(node: yaml.Node, path: str, mistakes: Mistakes) -> Override:
    values: dict[str, Any] = mapping(node, "overrides", OVERRIDE, mistakes) or {}
    if isinstance(node, yaml.MappingNode) and not any(key.value == "paths" for key, _ in node.value):
        mistakes.add(node, "an override has no 'paths': the files that it is for, as in [opinion/]")
    return Override(
        paths=values.get("paths", ()),
        place=f"{path}:{line_of(node)}",
        ignore=values.get("ignore", ()),
        targets=values.get("targets", ()),
        fail=values.get("fail-on"),
        warn=values.get("warn-on"),
    )


def _from_folder(key: str, value: Value, folder: str) -> Value:
    names_file = PATHS.get(key)
    if names_file is None or folder == ".":
        return value
    if isinstance(value, tuple):
        return tuple(_joined(item, folder) if names_file(item) else item for item in value)
    return _joined(value, folder) if isinstance(value, str) else value


def _joined(value: str, folder: str) -> str:
    """The path as seen from where the user stands; `FORMAT=` of an output stays before it."""
    head, sign, file = value.partition("=")
    if sign and head.replace("-", "").isalpha():
        return f"{head}={os.path.join(folder, file)}"
    return os.path.join(folder, os.path.expanduser(value))


def _shown(path: str) -> str:
    """The path from where the user stands."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return path
