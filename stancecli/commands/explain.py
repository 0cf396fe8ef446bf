"""`stancecli explain`: the article itself, with its voices and its loaded words."""

from __future__ import annotations

from typing import Any

import click

from stancecli.options import one_file, reading


@click.command(short_help="Show the article itself, its voices and loaded words marked.")
@click.argument("file", metavar="FILE", type=click.Path(readable=False), required=False)
@click.option(
    "-f",
    "--format",
    type=click.Choice(["screen", "markdown", "html"]),
    help="Screen for a terminal; Markdown and HTML to keep and to send. Else what FILE ends in, or screen.",
)
@click.option("--actor", "actors", metavar="NAME", multiple=True, help="Only words by or about this actor. Repeatable.")
@click.option("--category", "categories", metavar="NAME", multiple=True, help="Only this category. Repeatable.")
@click.option("--line", "lines", metavar="N|N-M", multiple=True, help="Only passages on these lines. Repeatable.")
@one_file
@reading
@click.pass_context
def command(
    context: click.Context,
    /,
    file: str | None,
    format: str | None,
    actors: tuple[str, ...],
    categories: tuple[str, ...],
    lines: tuple[str, ...],
    output: str | None,
    **given: Any,
) -> None:
    """Show the article itself: each voice in its colour, loaded words underlined, a note on each below.

    FILE is an article in text, Markdown, HTML, PDF or DOCX, or - for standard input. In the margin stand the line that a
    passage begins at and a letter for each voice but the author's. Where there are no colours, a voice's words
    stand in A‹ ›, and loaded words in [brackets] with the sign of their polarity. A note tells the entry, its
    category and weight, what changed them here, whose stance it counts for and how much, a plain alternative,
    and why the word is loaded. A long article goes through the pager (PAGER) on a terminal.

    \b
    Examples:
      stancecli explain article.txt
      stancecli explain article.txt --actor 'Tomas Brandt' --line 5-20
      stancecli explain article.txt -o article.html
    """
    from stancecli.explain import explain
    from stancecli.explain import lines as parsed
    from stancecli.output import format_of
    from stancecli.reading import Reading
    from stancecli.render.explained import FORMATS, Wish
    from stancecli.terminal import piped

    if file is None and not piped():
        click.echo(context.get_help())
        return
    wish = Wish(actors, categories, tuple(map(parsed, lines)))
    context.exit(explain(file or "-", format or format_of(output, FORMATS), wish, Reading(**given), output))
