"""From the bytes of a YAML file to nodes that know their lines, and the mistakes found on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

from stancecli.lexicon.spelling import nearest
from stancecli.model import Fault

MAXIMUM_BYTES = 2_000_000
MAXIMUM_DEPTH = 12
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast reader of YAML where PyYAML was built with it, else the slow one."""


class Mistakes:
    """The mistakes of one file, each at its line."""

    def __init__(self, path: str) -> None:
        """`path` is the file's name as users see it."""
        self.path = path
        self.found: list[tuple[int, str]] = []

    def add(self, where: yaml.Node | int, message: str) -> None:
        """Remember a mistake at a node, or at a line counted from 1."""
        self.found.append((where if isinstance(where, int) else line_of(where), message))

    def unknown(self, where: yaml.Node, what: str, name: str, known: Iterable[str]) -> None:
        """Remember a name that is none of the known ones, with the nearest of these."""
        self.add(where, f"unknown {what} {name!r}{nearest(name, known)}")

    def faults(self) -> tuple[Fault, ...]:
        """All mistakes in the order of their lines."""
        return tuple(Fault(message, f"{self.path}:{line}") for line, message in sorted(self.found))


def line_of(node: yaml.Node) -> int:
    """The line that a node begins in, counted from 1."""
    return int(node.start_mark.line) + 1


def compose(data: bytes, mistakes: Mistakes, shape: str) -> yaml.MappingNode | None:
    """The file's outermost mapping, or None with the reason among the mistakes; `shape` says what it must be.

    Anchors and aliases, tags, deep nesting, large files and anything but UTF-8 are refused before
    nodes are built: no file needs them, and each is a way to make a reader run forever.
    """
    text = _decode(data, mistakes)
    if text is None:
        return None
    try:
        if not _plain(text, mistakes):
            return None
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = str(error.problem or error.context)
        at_tab = mark and text[mark.index : mark.index + 1] == "\t"
        told = "a tab stands here; use spaces" if at_tab or " tab " in problem else f"not valid YAML: {problem}"
        mistakes.add(mark.line + 1 if mark else 1, told)
        return None
    if not isinstance(node, yaml.MappingNode):
        mistakes.add(1, shape)
        return None
    return node


def _decode(data: bytes, mistakes: Mistakes) -> str | None:
    if len(data) > MAXIMUM_BYTES:
        mistakes.add(1, f"larger than {MAXIMUM_BYTES // 1_000_000} MB; divide it into several files")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mistakes.add(data.count(b"\n", 0, error.start) + 1, "not UTF-8; save the file with the encoding UTF-8")
        return None
    odd = _UNPRINTABLE.search(text)
    if odd:
        mistakes.add(text.count("\n", 0, odd.start()) + 1, f"control character {odd[0]!r}; delete it")
        return None
    return text


def _plain(text: str, mistakes: Mistakes) -> bool:
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if getattr(event, "anchor", None) is not None:
            mistakes.add(line, "anchors and aliases (& and *) are not allowed; write the value out")
            return False
        if getattr(event, "tag", None) is not None:
            mistakes.add(line, "tags (!) are not allowed; put the text in quotes")
            return False
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAXIMUM_DEPTH:
            mistakes.add(line, "lists within lists without end; nothing needs to be that deep")
            return False
    return True
