"""`stancecli compare`: the same story told by several."""

from __future__ import annotations

from typing import Any, Literal

import click

from stancecli.options import one_file, reading


@click.command(short_help="Compare how several documents or outlets tell the same story.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(readable=False))
@click.option(
    "-f",
    "--format",
    type=click.Choice(["table", "json", "markdown", "html"]),
    help="Table for a terminal; JSON, Markdown and HTML to keep and to send. Else what FILE ends in, or table.",
)
@click.option(
    "--by",
    type=click.Choice(["path", "outlet"]),
    default="path",
    show_default=True,
    help="What is compared: each path with the others, or the outlets of all articles.",
)
@one_file
@reading
@click.pass_context
def command(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    format: str | None,
    by: Literal["path", "outlet"],
    output: str | None,
    **given: Any,
) -> None:
    """Compare how several documents, revisions or outlets tell the same story.

    Each PATH is a side: an article, or a directory or JSON Lines file of many. With --by outlet the articles of
    all paths are sorted by their outlet (of a record or a page, else the folder that they lie in). The parties
    are aligned first; then come the differences, the most telling ones first: nouns for the same party, cues
    that bring in its words, sources that only some quote, words quoted, loaded words about a party, and stances,
    these with the interval that nine of ten samples of the same sentences give. Outlets are told apart by
    log-odds of the nouns for each party. Two texts that do not differ have no difference.

    \b
    Examples:
      stancecli compare ours.txt theirs.txt
      stancecli compare draft-1.md draft-2.md draft-3.md --format markdown
      stancecli compare ours.txt theirs.txt -o compared.html
      stancecli compare corpus.jsonl --by outlet --format json
    """
    from stancecli.contrast import contrast
    from stancecli.output import format_of
    from stancecli.reading import Reading
    from stancecli.render.compared import FORMATS

    context.exit(contrast(paths, format or format_of(output, FORMATS), by, Reading(**given), output))
