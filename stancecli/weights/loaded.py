"""What a hit counts for: the factors of categories and of places, fitted by `training/loaded.py`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from stancecli.lexicon.source import LOADER

FILE = Path(__file__).with_name("loaded.yaml")


class Factors(NamedTuple):
    """What the weight of an entry is multiplied by: by category, and by what stands between the author and the word.

    A category that is not among them has 1.
    """

    categories: dict[str, float]
    distances: dict[str, float]


@cache
def factors() -> Factors:
    """The factors that ship, read once."""
    table = yaml.load(FILE.read_text(encoding="utf-8"), Loader=LOADER)
    return Factors(*({name: row["factor"] for name, row in table[part].items()} for part in Factors._fields))
