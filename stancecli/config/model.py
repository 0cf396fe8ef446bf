"""What a file of settings says."""

from __future__ import annotations

from msgspec import Struct

from stancecli.model import Rule

Value = str | int | float | tuple[str, ...]


class Setting(Struct, frozen=True):
    """A value as a command takes it, and where it stands (FILE:LINE)."""

    value: Value
    place: str


class Override(Struct, frozen=True):
    """What is different for the files that `paths` name, patterns as in `.gitignore`, seen from the file's folder.

    `ignore` and `targets` are added to those of all files; `fail` and `warn` take the place of the rules for all
    files, unless they are None.
    """

    paths: tuple[str, ...]
    place: str
    ignore: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    fail: tuple[Rule, ...] | None = None
    warn: tuple[Rule, ...] | None = None


class Config(Struct, frozen=True):
    """A file of settings: `path` is the file ("" where there is none), `folder` what its paths are seen from."""

    path: str = ""
    folder: str = "."
    settings: dict[str, Setting] = {}
    overrides: tuple[Override, ...] = ()
