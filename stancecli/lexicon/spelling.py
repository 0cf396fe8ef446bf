"""What somebody probably meant to write."""

from __future__ import annotations

from collections.abc import Iterable

_FEW = 20


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name was probably meant ("; did you mean 'weight'?"), or list them if they are few."""
    from difflib import get_close_matches

    choices = sorted(set(known))
    close = get_close_matches(name.lower(), choices, n=1)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; it may be {', '.join(choices)}" if 0 < len(choices) <= _FEW else ""
