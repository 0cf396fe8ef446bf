"""The command line: its commands, and the one place where an error becomes a message and an exit code."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from stancecli import __version__
from stancecli.errors import Exit, StanceError
from stancecli.terminal import open_streams, printable, silence

_COMMANDS = Path(__file__).parent / "commands"


class Commands(click.Group):
    """A group whose commands are the files of a folder, imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the files."""
        return sorted(file.stem for file in _COMMANDS.glob("[!_]*.py"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The `command` of the file of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"stancecli.commands.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As Click does, but it does not know which names are close to one that is none."""
        close = get_close_matches(args[0], self.list_commands(ctx), 1)
        if close and close[0] != args[0] and not ctx.resilient_parsing:
            ctx.fail(f"No such command {args[0]!r}. Did you mean {close[0]!r}?")
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the command line."""
        with _ending():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it wrote has left when this ends."""
        with _ending():
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result


@contextmanager
def _ending() -> Iterator[None]:
    """Turn what may end a run into a message on standard error and an exit code."""
    try:
        yield
    except StanceError as error:
        place = f"{printable(error.place)}: " if error.place else ""
        message = "\n".join(map(printable, error.message.split("\n")))  # a rule's error points at the character below
        click.echo(f"stancecli: {place}{message}", err=True)
        raise click.exceptions.Exit(error.exit_code) from error
    except BrokenPipeError:
        silence()
        raise click.exceptions.Exit(Exit.FINE) from None
    except OSError as error:  # what reading and writing raise and nobody nearer explains: a full disk
        silence()
        click.echo(f"stancecli: {printable(str(error.filename or 'standard output'))}: {error.strerror}", err=True)
        raise click.exceptions.Exit(Exit.INPUT) from error
    except KeyboardInterrupt:
        silence()
        raise click.exceptions.Exit(Exit.INTERRUPTED) from None


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Who uses loaded words, against whom, in news articles.

    stancecli finds who says what in an English article, scores the wording of each party and of the author
    against lexicons that you can read and change, and shows where each of them stands. Scores describe
    wording, not truth. Nothing leaves your machine.

    \b
    Examples:
      stancecli analyze article.txt            a table of who says what
      stancecli explain article.txt            the article, its loaded words marked
      stancecli compare ours.txt theirs.txt    what two tell differently
      stancecli report news/ -o report.html    a folder as one page, to read and share
      stancecli batch news/ --format jsonl     a folder, a line for each article
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # Labelling takes one thread; NumPy would start one for each processor, a seventh of a short run's work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    open_streams()
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))  # so that unfinished files are cleared away
    cli(prog_name="stancecli")
