"""`stancecli summarize`: what the results of earlier runs add up to."""

from __future__ import annotations

from typing import Any

import click

from stancecli.options import drawn


@click.command(short_help="Add up the results of earlier runs by actor, outlet, date or target.")
@click.argument("paths", metavar="[RESULTS...]", nargs=-1, type=click.Path(readable=False))
@click.option(
    "--by",
    type=click.Choice(["actor", "outlet", "target", "date", "month", "year"]),
    multiple=True,
    default=("actor",),
    show_default="actor",
    help="What documents must share to be added up. Repeatable: --by outlet --by target.",
)
@click.option(
    "-f",
    "--format",
    type=click.Choice(["table", "chart", "csv", "json"]),
    default="table",
    show_default=True,
    help="What standard output gets.",
)
@click.option(
    "--top",
    metavar="N",
    type=click.IntRange(0),
    help="Show so many groups, those of most documents; 0 shows all. Else 20, and all dates.",
)
@drawn
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], **given: Any) -> None:
    """Add up the results of earlier runs: counts, loaded words per 100, and stances, with intervals.

    RESULTS are what batch has written: JSON Lines, Parquet, or the file of a --store, each also compressed, from a file
    or a pipe; - is standard input. By outlet and date it is the author's words that count, by actor those of each
    voice, by target what anybody says of it. An interval is where nine of ten samples of the documents have the figure; it
    is the same on every run. Memory does not grow with the number of documents.

    \b
    Examples:
      stancecli summarize answers.jsonl.gz
      stancecli summarize results.db --by outlet --by target --format chart
      stancecli batch news/ --format jsonl | stancecli summarize --by month --format csv
    """
    from stancecli.aggregate import aggregate
    from stancecli.terminal import piped

    asked = paths or (("-",) if piped() else ())
    if not asked:
        click.echo(context.get_help())
        return
    context.exit(aggregate(asked, **given))
