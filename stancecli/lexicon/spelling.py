"""What somebody probably meant to write."""

from __future__ import annotations

from collections.abc import Iterable

_FEW = 20
ALIKE = 0.6
"""What two names that are meant to be one have in common at least, of 1 ("difflib")."""


def close(name: str, known: Iterable[str], alike: float = ALIKE) -> str | None:
    """The known name that was probably meant: the one most like it, if it is as much so as `alike` says, of 0 to 1."""
    from difflib import get_close_matches

    choices = {choice.lower(): choice for choice in sorted(known, reverse=True)}
    found = get_close_matches(name.lower(), choices, n=1, cutoff=alike)
    return choices[found[0]] if found else None


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name was probably meant ("; did you mean 'weight'?"), or list them if they are few."""
    choices = set(known)
    meant = close(name, choices)
    if meant:
        return f"; did you mean {meant!r}?"
    return f"; it may be {', '.join(sorted(choices))}" if 0 < len(choices) <= _FEW else ""
