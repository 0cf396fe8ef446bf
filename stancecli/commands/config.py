"""`stancecli config`: what the settings are, and where each of them comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from stancecli.options import Configured, engine, shared

if TYPE_CHECKING:
    from stancecli.config import Config


@click.group(name="config")
def command() -> None:
    """Show the settings of a project.

    \b
    Examples:
      stancecli config show
    """


@command.command(short_help="Show every setting and where it comes from.")
@shared
@engine
@click.pass_context
def show(context: click.Context, /, config: Config | None, paths: tuple[str, ...], **given: Any) -> None:
    """Show every setting and where it comes from: the command line, the environment, a file, or the default.

    With PATH, also what is different for that file.

    \b
    Examples:
      stancecli config show
      stancecli config show news/opinion/today.txt
      STANCECLI_FORMAT=sarif stancecli config show
    """
    from stancecli.terminal import printable

    rows = [*_settings(context, config, given), *_different(config, paths, given)]
    wide = [max(len(row[column]) for row in rows) for column in (0, 1)]
    click.echo(f"settings: {printable(config.path) if config else 'no file'}")
    for name, value, place in rows:
        click.echo(printable(f"{name:<{wide[0]}}  {value:<{wide[1]}}  {place}".rstrip()))


def _settings(context: click.Context, config: Config | None, given: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """A row for each value: the setting's name, the value, and where it comes from."""
    for option in context.command.params:
        if isinstance(option, Configured) and option.name:
            value = given[option.name]
            values = [str(item) for item in (value if isinstance(value, tuple) else (value,)) if item is not None]
            place = _place(context, option, config)
            for number, item in enumerate(values or ["–"]):
                yield (option.setting if number == 0 else "", item, place if number == 0 else "")


def _place(context: click.Context, option: Configured, config: Config | None) -> str:
    from click.core import ParameterSource

    source = context.get_parameter_source(str(option.name))
    if source is ParameterSource.COMMANDLINE:
        return "command line"
    if source is ParameterSource.ENVIRONMENT:
        return str(option.envvar)
    found = config.settings.get(option.setting) if config else None
    return found.place if found and source is ParameterSource.DEFAULT_MAP else "default"


def _different(config: Config | None, paths: tuple[str, ...], given: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    from stancecli.config import Overrides, yielding

    overrides = Overrides(yielding(config, given["rules"], given["warnings"]))
    for path in paths:
        for override in overrides.of(path):
            rules = (("fail-on", override.fail), ("warn-on", override.warn))
            for name, found in rules:
                for text in ("–",) if found == () else tuple(rule.text for rule in found or ()):
                    yield f"{path}: {name}", text, override.place
            for name, texts in (("ignore", override.ignore), ("targets", override.targets)):
                yield from ((f"{path}: {name}", f"also {text}", override.place) for text in texts)
