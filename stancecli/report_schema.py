"""The JSON Schema of what `json` and `jsonl` print, made from the types themselves."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from stancecli.model import SCHEMA, Failure, Report


class Documents(Struct, frozen=True):
    """What `--format json` prints: every document, then every input that could not be answered."""

    schema: str
    documents: tuple[Report, ...]
    failures: tuple[Failure, ...]


def report_schema() -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) that holds for every output.

    The whole output of `json` is a `Documents`, each line of `jsonl` a `Report` or a `Failure`; all
    three, and what they are made of, stand under `$defs` with the descriptions of their types.
    """
    description = "Output of stancecli: with --format json as a whole, with --format jsonl each line."
    return schema_of((Documents, Report, Failure), SCHEMA, description)


def schema_of(types: Sequence[type[Struct]], title: str, description: str) -> dict[str, Any]:
    """A JSON Schema of what is one of some types, with what they are made of under `$defs`."""
    roots, definitions = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": description,
        "anyOf": list(roots),
        "$defs": {name: _completed(definition) for name, definition in sorted(definitions.items())},
    }


def _completed(definition: dict[str, Any]) -> dict[str, Any]:
    """Say what msgspec cannot know: every field is always written, so none has a default."""
    completed = {**definition, "description": inspect.cleandoc(definition["description"])}
    if "properties" in definition:
        properties = definition["properties"].items()
        completed["properties"] = {
            name: {k: v for k, v in field.items() if k != "default"} for name, field in properties
        }
        completed["required"] = list(completed["properties"])
    return completed
