"""Trained weights and what reads them. docs/models.md says what each file was trained on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np


def load(name: str) -> dict[str, Any]:
    """The arrays of the shipped `NAME.npz`, as `read` gives them."""
    return read(Path(__file__).with_name(f"{name}.npz"))


def read(path: Path) -> dict[str, Any]:
    """The arrays of a file, floats as float32, and `words` and `tags` as lists of strings."""
    with np.load(path, allow_pickle=False) as file:
        arrays: dict[str, Any] = {key: file[key] for key in file.files}
    arrays = {key: a.astype(np.float32) if a.dtype == np.float16 else a for key, a in arrays.items()}
    return {**arrays, **{key: bytes(arrays[key]).decode().split("\n") for key in ("words", "tags")}}
