"""`stancecli batch`: a row for each of many articles, totals, and gates."""

from __future__ import annotations

from typing import Any

import click

from stancecli.options import corpus, shared


@click.command(short_help="Score many articles: one row each, totals, and gates.")
@shared
@corpus
@click.pass_context
def command(context: click.Context, /, **given: Any) -> None:
    """Score many articles: one row each, then totals and the gates that were crossed.

    PATH is a file, a pattern, a directory, a file of records that have `id` and `text` (JSON Lines, CSV, Parquet), or -
    for JSON Lines on standard input. What gzip or Zstandard compressed is read as it is. Of a directory, all files are
    read, however deep, that end in .txt, .text, .md, .markdown, .html, .htm, .pdf, .docx, or (JSON Lines) .jsonl,
    .ndjson, but for what .gitignore and .stancecliignore name, and for pages and results of stancecli. Answers come in
    the order of the input, as soon as they are known. A document that cannot be read, takes too long or ends the
    process that reads it never stops the others; the exit code is then 3. Ctrl-C ends the run and keeps what is done.

    \b
    Examples:
      stancecli batch news/
      stancecli batch corpus.jsonl --format jsonl > answers.jsonl
      stancecli batch corpus.jsonl --processes 0 --timeout 60 -o jsonl=answers.jsonl
      stancecli batch news/ --fail-on 'author.density > 3' -o json=report.json
      stancecli batch corpus.jsonl --store results.db --quiet > /dev/null
      stancecli batch corpus.jsonl --engine dask --scheduler tcp://host:8786
      stancecli batch corpus.csv.gz --text-column body --id-column guid
      cat corpus.jsonl.zst | stancecli batch - --target 'Tomas Brandt'
    """
    from stancecli.batch import Order, run

    context.exit(run(Order(**given, batch=True), context.get_help))
