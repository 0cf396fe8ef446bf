"""Which overrides hold for a document."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from stancecli.config.model import Config, Override
from stancecli.errors import SettingsError
from stancecli.ignored import is_pattern, patterns_of
from stancecli.lexicon import Names
from stancecli.model import Failure, Input, Rule

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def yielding(config: Config | None, rules: tuple[str, ...], warnings: tuple[str, ...]) -> Config | None:
    """The settings, without the rules for single files where those in use are not the settings' own.

    The command line or the environment has given them, and theirs hold for all files.
    """
    if config is None:
        return None
    fail, warn = (config.settings.get(name) for name in ("fail-on", "warn-on"))
    kept_fail = rules == (fail.value if fail else ())
    kept_warn = warnings == (warn.value if warn else ())
    overrides = (
        replace(override, fail=override.fail if kept_fail else None, warn=override.warn if kept_warn else None)
        for override in config.overrides
    )
    return replace(config, overrides=tuple(overrides))


class Overrides:
    """The overrides of a file of settings, ready to be asked."""

    def __init__(self, config: Config | None) -> None:
        """Raises `SettingsError` for a pattern that is none."""
        config = config or Config()
        self._folder = os.path.abspath(config.folder)
        self._all = [(override, _spec(override)) for override in config.overrides]

    def of(self, path: str) -> list[Override]:
        """The overrides for a file, in their order."""
        if not self._all:
            return []
        inside = os.path.relpath(os.path.abspath(path.replace("\0", "")), self._folder).replace(os.sep, "/")
        return [override for override, spec in self._all if spec.match_file(inside)]

    def applied(self, item: Input | Failure) -> Input | Failure:
        """The input with what its overrides add."""
        if not self._all or isinstance(item, Failure):
            return item
        found = self.of(item.origin.path if item.origin else item.id)
        ignored = [name for override in found for name in override.ignore]
        targets = [name for override in found for name in override.targets]
        if not ignored and not targets:
            return item
        return replace(item, ignored=(*item.ignored, *ignored), targets=tuple(dict.fromkeys((*item.targets, *targets))))

    def rules(self, path: str, rules: Sequence[Rule]) -> Sequence[Rule]:
        """The rules for a file: those for all files, or of each level those of the last override that has some."""
        for override in self.of(path):
            for level, others in (("fail", override.fail), ("warn", override.warn)):
                if others is not None:
                    rules = [*(rule for rule in rules if rule.level != level), *others]
        return rules

    def every_rule(self) -> list[Rule]:
        """The rules of all overrides."""
        return [rule for override, _ in self._all for rule in (*(override.fail or ()), *(override.warn or ()))]

    def check_names(self, names: Names) -> None:
        """Raise `LexiconError` for a name to ignore that the lexicons do not have."""
        for override, _ in self._all:
            for name in override.ignore:
                names.required(name, override.place)


def _spec(override: Override) -> GitIgnoreSpec:
    for line in override.paths:
        if not is_pattern(line):
            raise SettingsError(f"{line!r} is no pattern of paths", override.place)
    return patterns_of(override.paths)
