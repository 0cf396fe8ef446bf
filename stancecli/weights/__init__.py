"""Trained weights and what reads them. docs/models.md says what each file was trained on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

TABLES = frozenset(("word", "suffix", "shape"))
"""Embeddings. They stay as they are stored: of their many rows an article looks up few."""

LISTS = frozenset(("words", "tags"))


def load(name: str) -> dict[str, Any]:
    """The arrays of the shipped `NAME.npz`, as `read` gives them."""
    return read(Path(__file__).with_name(f"{name}.npz"))


def read(path: Path) -> dict[str, Any]:
    """The arrays of a file, floats but those of `TABLES` as float32, and those of `LISTS` as lists of strings."""
    with np.load(path, allow_pickle=False) as file:
        arrays: dict[str, Any] = {key: file[key] for key in file.files}
    arrays.update(
        {key: a.astype(np.float32) for key, a in arrays.items() if a.dtype == np.float16 and key not in TABLES}
    )
    return {**arrays, **{key: bytes(arrays[key]).decode().split("\n") for key in LISTS & arrays.keys()}}
