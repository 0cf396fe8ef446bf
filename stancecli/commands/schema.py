"""`stancecli schema`: what the JSON output looks like, for programs."""

from __future__ import annotations

import click


@click.command(name="schema")
@click.argument("of", type=click.Choice(["report", "compare"]), default="report")
def command(of: str) -> None:
    """Print the JSON Schema of the report, or of a comparison.

    That of the report holds for the whole output of --format json and for each line of --format jsonl; that of compare
    for its --format json.

    \b
    Examples:
      stancecli schema > report.schema.json
      stancecli schema compare > comparison.schema.json
      stancecli schema | jq '."$defs".Hit'
    """
    import json

    if of == "compare":
        from stancecli.compare.schema import comparison_schema as schema
    else:
        from stancecli.report_schema import report_schema as schema
    click.echo(json.dumps(schema(), indent=2))
