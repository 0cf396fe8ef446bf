"""Where settings are: the nearest file, from the folder where the user stands upward."""

from __future__ import annotations

import os

YAML = "stancecli.yaml"
TOML = "pyproject.toml"


def find_config(folder: str) -> str | None:
    """The nearest `stancecli.yaml`, or pyproject.toml with a table of ours, in `folder` or above it.

    In one folder the first of them counts. The search ends at the root of the repository.
    """
    here = os.path.abspath(folder)
    while True:
        if os.path.isfile(os.path.join(here, YAML)):
            return os.path.join(here, YAML)
        if _has_table(os.path.join(here, TOML)):
            return os.path.join(here, TOML)
        above = os.path.dirname(here)
        if above == here or os.path.exists(os.path.join(here, ".git")):
            return None
        here = above


def _has_table(path: str) -> bool:
    """Whether a project's file speaks of us; one with a mistake in it is others' to tell, if it does not."""
    try:
        with open(path, "rb") as stream:
            return b"tool.stancecli" in stream.read(2_000_000)
    except OSError:
        return False
