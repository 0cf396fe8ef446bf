"""How grave a finding may be, apart from gates, so that help can tell it without loading what judges."""

from __future__ import annotations

from typing import Literal, get_args

Level = Literal["note", "warning", "error"]

LEVELS: tuple[Level, ...] = get_args(Level)
"""From the least to the gravest."""
