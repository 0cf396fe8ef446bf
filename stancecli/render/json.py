"""One JSON value for the whole run, written as it grows: documents first, failures at the end."""

from __future__ import annotations

from collections.abc import Iterator

from stancecli.model import SCHEMA, Answer, Failure, Report
from stancecli.render import Run
from stancecli.render.jsonl import encode


def render(run: Run) -> Iterator[str]:
    """`{"schema": ..., "documents": [...], "failures": [...]}`, a document at a time.

    Each item of a document's lists has a line of its own: good to read, to search and to compare.
    Only failures are kept until the end.
    """
    failures: list[Failure] = []
    yield f'{{\n  "schema": {encode(SCHEMA)},\n  "documents": ['
    comma = ""
    for result in run.results:
        if isinstance(result, Answer):
            yield f"{comma}\n    {_document(result.report)}"
            comma = ","
        else:
            failures.append(result)
    yield "\n  ],\n" if comma else "],\n"
    yield f'  "failures": {_items(failures, "    ")}\n}}\n'


def _document(report: Report) -> str:
    fields = ((name, getattr(report, name)) for name in report.__struct_fields__)
    lines = (
        f'"{name}": {_items(value, " " * 8) if isinstance(value, tuple) else encode(value)}' for name, value in fields
    )
    return "{\n      " + ",\n      ".join(lines) + "\n    }"


def _items(values: list[Failure] | tuple[object, ...], indent: str) -> str:
    if not values:
        return "[]"
    return f"[\n{indent}" + f",\n{indent}".join(map(encode, values)) + f"\n{indent[2:]}]"
