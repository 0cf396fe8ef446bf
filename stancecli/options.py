"""The arguments and options that commands share, in the order in which help shows them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

# What `render.formats()` says; asked of the folder itself, so that help need not import what renders.
_FORMATS = sorted(file.stem.replace("_", "-") for file in (Path(__file__).parent / "render").glob("[!_]*.py"))

_PATHS = click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path())

_WRITTEN = (
    click.option(
        "-f",
        "--format",
        type=click.Choice(["auto", *_FORMATS]),
        default="auto",
        show_default=True,
        help="What standard output gets; auto is table, or github in a step of GitHub Actions.",
    ),
    click.option(
        "-o",
        "--output",
        "outputs",
        metavar="[FORMAT=]FILE",
        multiple=True,
        help="Write a file as well; its ending says the format where FORMAT does not. Repeatable.",
    ),
)

_READ = (
    click.option(
        "--lexicon",
        "lexicons",
        metavar="NAME-or-PATH",
        multiple=True,
        help="Use these lexicons or packs in place of the default set; 'default' keeps it. Repeatable.",
    ),
    click.option(
        "--ignore",
        "ignored",
        metavar="TERM-or-ID",
        multiple=True,
        help="Leave out an entry, or a whole lexicon or pack. Repeatable.",
    ),
    click.option(
        "--target",
        "targets",
        metavar="NAME",
        multiple=True,
        help="Show stances to this party even where none is found. Repeatable.",
    ),
    click.option(
        "--actors",
        "roster",
        metavar="FILE",
        help="Teach the names of your own actors, in place of an actors.yaml beside the articles.",
    ),
)

_GATES = (
    click.option(
        "--fail-on",
        "rules",
        metavar="RULE",
        multiple=True,
        help="End with 1 if a document crosses the rule, such as 'author.density > 3'. Repeatable.",
    ),
    click.option(
        "--warn-on",
        "warnings",
        metavar="RULE",
        multiple=True,
        help="Tell where a document crosses the rule, without failing. Repeatable.",
    ),
)

_DRAWN = (
    click.option("--stdin-name", metavar="NAME", help="What to call standard input in answers."),
    click.option("--width", type=click.IntRange(40, 1000), help="Columns of the table; else those of the terminal."),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colour; auto heeds the terminal, NO_COLOR and FORCE_COLOR.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="No warnings, summary or progress."),
)

_VERBOSE = (click.option("-v", "--verbose", is_flag=True, help="Tell the lexicons, the time and the speed."),)

_SHARED = (*_WRITTEN, *_READ, *_GATES, *_DRAWN, *_VERBOSE)


def shared(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the paths and the options; it receives them by name, ready for `batch.Order`."""
    for option in reversed((_PATHS, *_SHARED)):
        command = option(command)
    return command


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say how articles are read and how wide and coloured what is said of them is."""
    for option in reversed((*_READ, *_DRAWN)):
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
        "-p",
        "--processes",
        metavar="N",
        type=click.IntRange(0, 1024),
        default=1,
        show_default=True,
        help="Answer with so many processes; 0: one for each core.",
    ),
    click.option(
        "--engine",
        type=click.Choice(["local", "dask"]),
        default="local",
        show_default=True,
        help="Answer on this machine, or with the workers of a Dask scheduler.",
    ),
    click.option("--scheduler", metavar="ADDRESS", help="The Dask scheduler, such as tcp://host:8786."),
    click.option(
        "--timeout",
        metavar="SECONDS",
        type=click.FloatRange(0, min_open=True),
        help="Give a document up, as a failure, that takes longer.",
    ),
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
