"""What somebody probably meant to write."""

from __future__ import annotations

from collections.abc import Iterable

_FEW = 20


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name was probably meant ("; did you mean 'weight'?"), or list them if they are few."""
    from difflib import get_close_matches

    choices = {choice.lower(): choice for choice in sorted(known, reverse=True)}
    close = get_close_matches(name.lower(), choices, n=1)
    if close:
        return f"; did you mean {choices[close[0]]!r}?"
    return f"; it may be {', '.join(sorted(choices.values()))}" if 0 < len(choices) <= _FEW else ""
