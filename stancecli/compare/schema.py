"""The JSON Schema of a comparison, made from its types."""

from __future__ import annotations

from typing import Any

from stancecli.compare.model import SCHEMA, Comparison
from stancecli.report_schema import schema_of


def comparison_schema() -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) that holds for every output of `compare --format json`."""
    return schema_of((Comparison,), SCHEMA, "Output of stancecli compare --format json.")
