"""The one kind of error that users see, and the exit code that each of its kinds ends with."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of the command line tool."""

    FINE = 0
    GATE = 1
    USAGE = 2
    INPUT = 3
    INTERRUPTED = 130


class StanceError(Exception):
    """Something that the user can mend.

    `message` says what is wrong and what to do, `place` where: a path, "FILE:LINE" or "standard
    input", or "" where there is no place to name. `exit_code` is what the process ends with.
    """

    exit_code = Exit.INPUT

    def __init__(self, message: str, place: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


def extra(name: str) -> str:
    """How to install an optional part of the package, from the package index or from a clone of the repository."""
    return f"install the extra: pip install 'stancecli[{name}]', or pip install '.[{name}]' in a clone"


class InputError(StanceError):
    """An input that cannot be read or holds nothing to analyse."""


class LexiconError(StanceError):
    """A lexicon that cannot be used."""


class RosterError(StanceError):
    """A file of actors that cannot be used."""


class SettingsError(StanceError):
    """A file of settings that cannot be used."""


class UsageError(StanceError):
    """A command line that asks for what does not exist."""

    exit_code = Exit.USAGE
