"""`stancecli report`: articles as one page to share."""

from __future__ import annotations

from typing import Any

import click

from stancecli.options import paged


@click.command(short_help="Write one page of HTML on many articles, to read offline and to share.")
@paged
@click.option("-o", "--output", metavar="FILE", type=click.Path(readable=False), help="The page, which must be named.")
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], output: str | None, **given: Any) -> None:
    """Write one page of HTML on many articles: charts, filters, each piece of evidence, and the articles themselves.

    PATH is as for batch: files, patterns, directories, JSON Lines of records with `id`, `text` and, where they are
    known, `outlet` and `date`, or - for JSON Lines on standard input. Results of earlier runs are shown as they are: the
    file of --store, and JSON Lines of batch, from a file or a pipe, whose texts are taken from the files that they
    name, where these are the same still. The page is one file that loads nothing: it works offline, on a phone, in
    dark and light, and printed. It holds the articles in full; mind who may read them.

    \b
    Examples:
      stancecli report news/ -o report.html
      stancecli report corpus.jsonl --target 'Tomas Brandt' -o report.html
      stancecli report results.db -o report.html
      stancecli batch news/ --format jsonl | stancecli report - -o report.html
      zcat corpus.jsonl.gz | stancecli report -o report.html
    """
    from stancecli.errors import UsageError
    from stancecli.publish import publish
    from stancecli.reading import Reading
    from stancecli.terminal import piped

    asked = paths or (("-",) if piped() else ())
    if not asked:
        click.echo(context.get_help())
        return
    if output is None:
        raise UsageError("say where the page goes: -o report.html")
    context.exit(publish(asked, output, Reading(**given)))
