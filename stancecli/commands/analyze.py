"""`stancecli analyze`: a table for each article."""

from __future__ import annotations

from typing import Any

import click

from stancecli.options import shared


@click.command(short_help="Show who says what, how loaded, and where they stand.")
@click.option("--actor", "actors", metavar="NAME", multiple=True, help="Show this actor's rows only. Repeatable.")
@click.option(
    "--view",
    type=click.Choice(["actors", "quotes", "hits"]),
    default="actors",
    show_default=True,
    help="The table of actors, or the evidence behind it: each quote, or each loaded word.",
)
@shared
@click.pass_context
def command(context: click.Context, /, **given: Any) -> None:
    """Show who says what in each article, how loaded their words are, and where they stand.

    PATH is a file, a pattern such as 'news/*.html', a directory, or - for standard input. Text, Markdown,
    HTML, PDF and Word files (DOCX) are recognised by what they hold; the last two need the extras pdf and docx.
    Of a directory, all files are read, however deep, that end in .txt, .text, .md, .markdown, .html, .htm, .pdf,
    .docx, or (JSON Lines) .jsonl, .ndjson, but for what .gitignore and .stancecliignore name, and for pages and
    results of stancecli.

    \b
    Examples:
      stancecli analyze article.txt
      stancecli analyze article.txt --view hits --actor author
      curl -s https://example.org/story | stancecli analyze --stdin-name story
      stancecli analyze news/ --format json -o table=tables.txt
    """
    from stancecli.batch import Order, run

    context.exit(run(Order(**given), context.get_help))
