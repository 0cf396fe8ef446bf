"""`stancecli baseline`: keep a baseline small."""

from __future__ import annotations

from typing import Any

import click

from stancecli.options import reading


@click.group(name="baseline")
def command() -> None:
    """Look after a baseline, which `stancecli batch --write-baseline` makes.

    \b
    Examples:
      stancecli baseline prune baseline.json news/
    """


@command.command(short_help="Take out what is no longer there.")
@click.argument("file", metavar="FILE", type=click.Path(readable=False))
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(readable=False))
@reading
@click.pass_context
def prune(context: click.Context, /, file: str, paths: tuple[str, ...], **given: Any) -> None:
    """Take out of the baseline FILE the documents and hits that are no longer in PATH.

    Where a document cannot be read, the file stays as it was, and the command ends with 3.

    \b
    Examples:
      stancecli baseline prune baseline.json news/
    """
    from pathlib import Path

    from stancecli.baseline import load_baseline
    from stancecli.errors import Exit
    from stancecli.model import Failure
    from stancecli.output import written_whole
    from stancecli.reading import Reading

    baseline, reader = load_baseline(file), Reading(**given)
    failures: list[Failure] = []
    left = baseline.pruned(reader.answers(paths, reader.tools(), failures))
    if failures:
        context.exit(Exit.INPUT)
    with written_whole(Path(file)) as write:
        write(left.text())
    before, after = (sum(len(debt.hits) for debt in one.documents.values()) for one in (baseline, left))
    click.echo(f"{before - after:,} of {before:,} known hits are gone")
