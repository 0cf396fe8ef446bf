"""`stancecli schema`: what the JSON output looks like, for programs."""

from __future__ import annotations

import click


@click.command(name="schema")
def command() -> None:
    """Print the JSON Schema of the report.

    It holds for the whole output of --format json and for each line of --format jsonl.

    \b
    Examples:
      stancecli schema > report.schema.json
      stancecli schema | jq '."$defs".Hit'
    """
    import json

    from stancecli.report_schema import report_schema

    click.echo(json.dumps(report_schema(), indent=2))
