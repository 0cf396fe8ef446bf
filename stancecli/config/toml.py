"""TOML as nodes that know their lines, so that one set of checks reads both kinds of file."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import Any

import yaml

from stancecli.lexicon.source import Mistakes

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_TABLE = ("tool", "stancecli")
_LINE = re.compile(r"at line (\d+)")


def compose_toml(data: bytes, mistakes: Mistakes) -> yaml.MappingNode | None:
    """The table `[tool.stancecli]`, or None with the reason among the mistakes; empty where there is none.

    TOML's reader does not tell lines: a key is looked for under the heading of its table, and where it stands
    in another way it has the line of the heading.
    """
    try:
        text = data.decode("utf-8")
        table: Any = tomllib.loads(text)
    except UnicodeDecodeError:
        mistakes.add(1, "not UTF-8; save the file with the encoding UTF-8")
        return None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _LINE.search(str(error))
        mistakes.add(int(found[1]) if found else 1, f"not valid TOML: {error}")
        return None
    for name in _TABLE:
        table = table.get(name, {}) if isinstance(table, dict) else {}
    node = _node(table, _Lines(text), (), 1)
    if not isinstance(node, yaml.MappingNode):
        mistakes.add(1, "tool.stancecli must be a table")
        return None
    return node


class _Lines:
    """Where headings and keys stand."""

    def __init__(self, text: str) -> None:
        self._at: dict[tuple[str, ...], int] = {}
        heading: tuple[str, ...] = ()
        counts: dict[tuple[str, ...], int] = {}
        for number, line in enumerate(text.splitlines(), start=1):
            found = re.match(r"\s*(\[{1,2})\s*([^\]]+?)\s*\]", line)
            if found:
                heading = tuple(part.strip().strip("\"'") for part in found[2].split("."))
                if found[1] == "[[":
                    counts[heading] = counts.get(heading, -1) + 1
                    heading = (*heading, str(counts[heading]))
                self._at.setdefault(heading, number)
            elif key := re.match(r"\s*[\"']?([\w-]+)[\"']?\s*=", line):
                self._at.setdefault((*heading, key[1]), number)

    def line(self, path: Sequence[str], above: int) -> int:
        return self._at.get((*_TABLE, *path), above)


def _node(value: Any, lines: _Lines, path: tuple[str, ...], above: int) -> yaml.Node:
    """A value of TOML as a node at its line; `above` is that of what holds it."""
    line = lines.line(path, above)
    mark = yaml.Mark("", 0, line - 1, 0, None, 0)
    if isinstance(value, dict):
        pairs = [
            (_scalar(key, "str", lines.line((*path, key), line)), _node(item, lines, (*path, key), line))
            for key, item in value.items()
        ]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, mark, mark)
    if isinstance(value, list):
        items = [_node(item, lines, (*path, str(number)), line) for number, item in enumerate(value)]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, mark, mark)
    kind = "str" if isinstance(value, str) else "other"
    return _scalar(str(value), kind, line)


def _scalar(text: str, kind: str, line: int) -> yaml.ScalarNode:
    mark = yaml.Mark("", 0, line - 1, 0, None, 0)
    return yaml.ScalarNode(f"tag:yaml.org,2002:{kind}", text, mark, mark)
