"""The arguments and options that commands share, in the order in which help shows them.

What a command line does not say, the environment may say (STANCECLI_FAIL_ON for --fail-on), else the project's file of
settings, else the option's own default.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stancecli.gravity import LEVELS

if TYPE_CHECKING:
    from stancecli.config import Config

SEPARATOR = ";"
"""Between the items of a list in a variable of the environment: rules and terms have spaces and commas."""


_OURS = "STANCECLI_"
_OTHERS = {"STANCECLI_CONFIG", "STANCECLI_CACHE_DIR"}  # variables that are no settings


def _variable(setting: str) -> str:
    """What a setting is called in the environment."""
    return _OURS + setting.upper().replace("-", "_")


class Configured(click.Option):
    """An option whose value may also come from a variable of the environment or from a file of settings."""

    def __init__(self, *names: Any, setting: str, **given: Any) -> None:
        """`setting` is its name in a file of settings, and, in capitals, of its variable."""
        super().__init__(*names, envvar=_variable(setting), **given)
        self.setting = setting

    def value_from_envvar(self, ctx: click.Context) -> Any:
        """The variable's value, taken apart where the option may be repeated."""
        value = self.resolve_envvar_value(ctx)
        if value is None or not self.multiple:
            return value
        return tuple(item.strip() for item in value.split(SEPARATOR) if item.strip())


def _refuse_unknown(variables: Iterable[str]) -> None:
    """Raise `SettingsError` for a variable of ours that says nothing, as a key of a file of settings would."""
    named = sorted(name for name in variables if name.startswith(_OURS) and name not in _OTHERS)
    if not named:
        return
    from stancecli.config.keys import SETTINGS
    from stancecli.errors import SettingsError
    from stancecli.lexicon.spelling import nearest

    known = {_variable(setting) for setting in SETTINGS} | _OTHERS
    for name in named:
        if name not in known:
            raise SettingsError(f"no setting has this name{nearest(name, known)}", name)


def _configure(context: click.Context, _: click.Parameter, path: str | None) -> Config | None:
    """Read the settings, so that what the command line and the environment leave open is taken from them."""
    from stancecli.config.find import find_config

    if context.resilient_parsing:
        return None
    _refuse_unknown(os.environ)
    if not (found := path or find_config(os.getcwd())):
        return None
    from stancecli.config.load import load_config

    config = load_config(found)
    values = {
        option.name: config.settings[option.setting].value
        for option in context.command.params
        if isinstance(option, Configured) and option.setting in config.settings
    }
    context.default_map = {**(context.default_map or {}), **values}
    return config


# What `render.formats()` says; asked of the folder itself, so that help need not import what renders.
_FORMATS = sorted(file.stem.replace("_", "-") for file in (Path(__file__).parent / "render").glob("[!_]*.py"))

_PATHS = click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path(readable=False))

_WRITTEN = (
    click.option(
        "-f",
        "--format",
        type=click.Choice(["auto", *_FORMATS]),
        default="auto",
        show_default=True,
        help="What standard output gets; auto is table, or github in a step of GitHub Actions.",
        cls=Configured,
        setting="format",
    ),
    click.option(
        "-o",
        "--output",
        "outputs",
        metavar="[FORMAT=]FILE",
        multiple=True,
        help="Write a file as well; its ending says the format where FORMAT does not. Repeatable.",
        cls=Configured,
        setting="output",
    ),
)

_READ = (
    click.option(
        "--lexicon",
        "lexicons",
        metavar="NAME-or-PATH",
        multiple=True,
        help="Use these lexicons or packs in place of the default set; 'default' keeps it. Repeatable.",
        cls=Configured,
        setting="lexicons",
    ),
    click.option(
        "--ignore",
        "ignored",
        metavar="TERM-or-ID",
        multiple=True,
        help="Leave out an entry, or a whole lexicon or pack. Repeatable.",
        cls=Configured,
        setting="ignore",
    ),
    click.option(
        "--target",
        "targets",
        metavar="NAME",
        multiple=True,
        help="Show stances to this party even where none is found. Repeatable.",
        cls=Configured,
        setting="targets",
    ),
    click.option(
        "--watch",
        metavar="NAME",
        multiple=True,
        help="The same in every document that mentions this party, and in no other. Repeatable.",
        cls=Configured,
        setting="watch",
    ),
    click.option(
        "--actors",
        "roster",
        metavar="FILE",
        help="Teach the names of your own actors, in place of an actors.yaml beside the articles.",
        cls=Configured,
        setting="actors",
    ),
)

_CONFIG = (
    click.option(
        "--config",
        metavar="FILE",
        is_eager=True,
        envvar="STANCECLI_CONFIG",
        callback=_configure,
        help="Settings; else the stancecli.yaml or pyproject.toml that is found from here upward.",
    ),
)

_GATES = (
    click.option(
        "--fail-on",
        "rules",
        metavar="RULE",
        multiple=True,
        help="End with 1 if a document crosses the rule, such as 'author.density > 3'. Repeatable.",
        cls=Configured,
        setting="fail-on",
    ),
    click.option(
        "--warn-on",
        "warnings",
        metavar="RULE",
        multiple=True,
        help="Tell where a document crosses the rule, without failing. Repeatable.",
        cls=Configured,
        setting="warn-on",
    ),
)

_FINDINGS = (
    click.option(
        "--findings",
        type=click.Choice(LEVELS),
        default=LEVELS[0],
        show_default=True,
        help="Leave words below this level out of what CI is told: error is one that a crossed --fail-on measures, "
        "warning one that a --warn-on does.",
        cls=Configured,
        setting="findings",
    ),
)

_NEW = (
    click.option(
        "--changed-since",
        metavar="REV",
        help="Only files that Git says have changed since this revision and HEAD parted.",
    ),
    click.option(
        "--baseline",
        metavar="FILE",
        help="Show in findings and gates only what this file does not know.",
        cls=Configured,
        setting="baseline",
    ),
    click.option("--write-baseline", metavar="FILE", help="Make all that is found now known, in this file."),
)

_ENGINE = (
    click.option(
        "-p",
        "--processes",
        metavar="N",
        type=click.IntRange(0, 1024),
        default=1,
        show_default=True,
        help="Answer with so many processes; 0: one for each core.",
        cls=Configured,
        setting="processes",
    ),
    click.option(
        "--timeout",
        metavar="SECONDS",
        type=click.FloatRange(0, min_open=True),
        help="Give a document up, as a failure, that takes longer.",
        cls=Configured,
        setting="timeout",
    ),
)

_STDIN = click.option(
    "--stdin-name", metavar="NAME", help="What to call standard input in answers; its ending says what it holds."
)

_QUIET = click.option("-q", "--quiet", is_flag=True, help="No warnings, summary or progress.")

_SURFACE = (
    click.option("--width", type=click.IntRange(40, 1000), help="Columns of the table; else those of the terminal."),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colour; auto heeds the terminal, NO_COLOR and FORCE_COLOR.",
    ),
)

_DRAWN = (_STDIN, *_SURFACE, _QUIET)

_VERBOSE = (click.option("-v", "--verbose", is_flag=True, help="Tell the lexicons, the time and the speed."),)

_SHARED = (*_WRITTEN, *_READ, *_GATES, *_FINDINGS, *_NEW, *_CONFIG, *_DRAWN, *_VERBOSE)


def shared(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the paths and the options; it receives them by name, ready for `batch.Order`."""
    for option in reversed((_PATHS, *_SHARED)):
        command = option(command)
    return command


def engine(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say how many documents are answered at a time, and for how long at most."""
    for option in reversed(_ENGINE):
        command = option(command)
    return command


one_file = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Write to FILE instead, in the format that it ends in; else without colours.",
)
"""The option of a command that shows one piece: the file that it may go to."""


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say how articles are read and how wide and coloured what is said of them is."""
    for option in reversed((*_READ, *_CONFIG, *_DRAWN)):
        command = option(command)
    return command


def drawn(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say how wide and coloured what it shows is."""
    for option in reversed(_SURFACE):
        command = option(command)
    return command


def paged(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the paths, and the options that say how articles are read where no terminal shows them."""
    for option in reversed((_PATHS, *_READ, _STDIN, _QUIET)):
        command = option(command)
    return command


_CORPUS = (
    *(
        click.option(
            f"--{field}-column",
            metavar="NAME",
            help=f"Where records have their {field}, if not in {field!r}.",
        )
        for field in ("text", "id", "title", "url", "date", "outlet")
    ),
    click.option(
        "--store",
        metavar="FILE",
        help="Keep results in this SQLite file, and answer only what is not there yet.",
    ),
    click.option(
        "--engine",
        type=click.Choice(["local", "dask"]),
        default="local",
        show_default=True,
        help="Answer on this machine, or with the workers of a Dask scheduler.",
    ),
    click.option("--scheduler", metavar="ADDRESS", help="The Dask scheduler, such as tcp://host:8786."),
    *_ENGINE,
)


def corpus(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of many documents; `..._column` come together, as `columns`."""

    @functools.wraps(command)
    def gathered(*args: Any, **given: Any) -> None:
        named = [option for option in given if option.endswith("_column")]
        columns = {option.removesuffix("_column"): given.pop(option) for option in named}
        command(*args, columns={field: name for field, name in columns.items() if name}, **given)

    for option in reversed(_CORPUS):
        gathered = option(gathered)
    return gathered
