"""From the bytes of a YAML file to nodes that know their lines, and the mistakes found on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from stancecli.lexicon.spelling import nearest
from stancecli.model import Fault

MAXIMUM_BYTES = 2_000_000
MAXIMUM_DEPTH = 12
_UNPRINTABLE = yaml.reader.Reader.NON_PRINTABLE
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


def line_of(node: Any) -> int:
    """The line that a node begins in, counted from 1."""
    return int(node.start_mark.line) + 1


def compose(data: bytes, mistakes: Mistakes, shape: str) -> yaml.MappingNode | None:
    """The file's outermost mapping, or None with the reason among the mistakes; `shape` says what it must be.

    Anchors and aliases, tags, deep nesting, large files and anything but UTF-8 are refused as soon as
    they are met: no file needs them, and each is a way to make a reader run forever.
    """
    text = _decode(data, mistakes)
    if text is None:
        return None
    try:
        node = _node(text)
    except _NotPlainError as error:
        mistakes.add(error.line, str(error))
        return None
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


class _NotPlainError(Exception):
    """YAML that no file needs, and its line."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def _node(text: str) -> yaml.Node | None:
    """The outermost node; made of the parser's events, as `yaml.compose` would first have to be shown harmless ones."""
    top: list[yaml.Node] = []
    open_nodes: list[yaml.CollectionNode] = []
    siblings = top
    events: Iterator[Any] = yaml.parse(text, Loader=LOADER)
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent or kind in _COLLECTIONS:
            if event.anchor is not None:
                raise _NotPlainError(line_of(event), _ANCHOR)
            if event.tag is not None:
                raise _NotPlainError(line_of(event), "tags (!) are not allowed; put the text in quotes")
        if kind is yaml.ScalarEvent:
            value = event.value
            telling = event.implicit[0] and value[:1] in _TELLING
            tag = _RESOLVER.resolve(yaml.ScalarNode, value, event.implicit) if telling else _TEXT
            siblings.append(yaml.ScalarNode(tag, value, event.start_mark, event.end_mark))
        elif kind in _COLLECTIONS:
            made, tag = _COLLECTIONS[kind]
            node = made(tag, [], event.start_mark)
            siblings.append(node)
            siblings = node.value
            open_nodes.append(node)
            if len(open_nodes) > MAXIMUM_DEPTH:
                raise _NotPlainError(line_of(event), "lists within lists without end; nothing needs to be that deep")
        elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
            node = open_nodes.pop()
            if kind is yaml.MappingEndEvent:
                node.value = list(zip(siblings[::2], siblings[1::2], strict=True))
            siblings = open_nodes[-1].value if open_nodes else top
        elif kind is yaml.AliasEvent:
            raise _NotPlainError(line_of(event), _ANCHOR)
        elif kind is yaml.DocumentStartEvent and top:
            raise _NotPlainError(line_of(event), "another document begins here (---); a file holds one")
    return top[0] if top else None


_ANCHOR = "anchors and aliases (& and *) are not allowed; write the value out"
_RESOLVER: Any = yaml.resolver.Resolver()
_TEXT = _RESOLVER.DEFAULT_SCALAR_TAG
_TELLING = frozenset(_RESOLVER.yaml_implicit_resolvers)
"""With what unquoted values begin that may be no text: numbers, dates, "yes" and "no"."""
_COLLECTIONS = {
    yaml.SequenceStartEvent: (yaml.SequenceNode, _RESOLVER.DEFAULT_SEQUENCE_TAG),
    yaml.MappingStartEvent: (yaml.MappingNode, _RESOLVER.DEFAULT_MAPPING_TAG),
}
