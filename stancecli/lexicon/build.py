"""From nodes to a lexicon, with every mistake of the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

import yaml

from stancecli.lexicon.find import GENERAL
from stancecli.lexicon.inflect import by_anybody, forms_of, with_contractions
from stancecli.lexicon.keys import KINDS_OF_LEXICON, Check, Keys, Values, mapping, phrase
from stancecli.lexicon.source import Mistakes, compose, line_of
from stancecli.lexicon.spelling import close
from stancecli.model import Entry, Examples, Fault, Lexicon
from stancecli.tokens import words_of

_SHAPE = "a lexicon is a mapping of keys such as 'lexicon', 'language' and 'entries'"
_NEEDED = ("lexicon", "language", "version", "description")
_DEFAULTS: Values = {"polarity": 0.0, "weight": 1.0}


def build(data: bytes, path: str) -> tuple[Lexicon | None, tuple[Fault, ...]]:
    """Compile the bytes of a YAML file; `path` is what mistakes name.

    Returns the lexicon and no mistakes, or None and all of them.
    """
    mistakes = Mistakes(path)
    root = compose(data, mistakes, _SHAPE)
    if root is None:
        return None, mistakes.faults()
    keys = Keys(_kind(root))
    head = _given(root, "lexicon", keys.file, mistakes) or {}
    for key in _NEEDED:
        if key not in head:
            mistakes.add(1, f"the key {key!r} is missing")
    name = head.get("lexicon", "")
    entries = tuple(_entries(head, name, keys, mistakes))
    if not entries and not mistakes.found:
        mistakes.add(1, "a lexicon needs 'entries' or 'groups'")
    _check_terms(entries, head.get("kind") in ("predicates", "tones"), mistakes)
    _check_examples(entries, mistakes)
    if mistakes.found:
        return None, mistakes.faults()
    kind = head.get("kind", "terms")
    digest = hashlib.sha256(data).hexdigest()
    described = (head["language"], head["version"], head["description"])
    return Lexicon(name, kind, *described, path, digest, entries, head.get("pack", GENERAL)), ()


def _kind(root: yaml.MappingNode) -> str:
    """What kind of lexicon a file says that it is: it decides which keys are known in it."""
    for key, value in root.value:
        if key.value == "kind" and value.value in KINDS_OF_LEXICON:
            return str(value.value)
    return "terms"


def _given(node: yaml.Node, what: str, checks: Mapping[str, Check], mistakes: Mistakes) -> Values | None:
    """The values of a mapping's keys, None for each that is there with a mistake in its name or its value."""
    values = mapping(node, what, checks, mistakes)
    if values is None or not isinstance(node, yaml.MappingNode):
        return None
    if len(values) == len(node.value):  # none of them with a mistake
        return values
    for name in {str(key.value) for key, _ in node.value} - values.keys():
        meant = name if name in checks else close(name, checks)
        if meant:
            values.setdefault(meant, None)
    return values


def _entries(head: Values, lexicon: str, keys: Keys, mistakes: Mistakes) -> Iterator[Entry]:
    shared = {key: head[key] for key in keys.shared if key in head}
    yield from _listed(head.get("entries"), shared, lexicon, keys, mistakes)
    for node in _items(head.get("groups"), "groups", mistakes):
        group = _given(node, "groups", keys.group, mistakes)
        if group is None:
            continue
        if "entries" not in group:
            mistakes.add(node, "a group needs 'entries'")
        yield from _listed(group.pop("entries", None), shared | group, lexicon, keys, mistakes)


def _listed(node: yaml.Node | None, shared: Values, lexicon: str, keys: Keys, mistakes: Mistakes) -> Iterator[Entry]:
    for item in _items(node, "entries", mistakes):
        if isinstance(item, yaml.ScalarNode):
            own: Values | None = {"term": phrase(item, "term", mistakes)}
        else:
            own = _given(item, "entries", keys.entry, mistakes)
        if own is None:
            continue
        if "term" not in own:
            mistakes.add(item, "the key 'term' is missing")
            continue
        values = shared | own
        for key in keys.needed:
            if key not in values and own["term"]:
                mistakes.add(item, f"{own['term']!r} has no {key!r}, nor has its group or its file")
        if None not in values.values():  # of one with a mistake, what follows from it would be told as one more
            yield _entry(values, line_of(item), lexicon, keys, mistakes)


def _items(node: yaml.Node | None, key: str, mistakes: Mistakes) -> list[yaml.Node]:
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        mistakes.add(node, f"{key!r} must be a list: each item begins with '- '")
        return []
    return list(node.value)


def _entry(values: Values, line: int, lexicon: str, keys: Keys, mistakes: Mistakes) -> Entry:
    values = _DEFAULTS | {"category": keys.category} | values
    term, listed, innocent = values["term"], values.pop("forms", ()), values.pop("not", ())
    forms = forms_of(term, values.get("inflect", "none"), listed)
    if "attitudes" in values:
        forms = with_contractions(by_anybody(forms))
    return Entry(
        id=f"{lexicon}:{term}",
        lexicon=lexicon,
        forms=forms,
        innocent=_innocent(term, forms, innocent, line, mistakes),
        line=line,
        **values,
    )


def _innocent(
    term: str, forms: tuple[tuple[str, ...], ...], listed: tuple[str, ...], line: int, mistakes: Mistakes
) -> tuple[tuple[str, ...], ...]:
    """The innocent phrases, each with every form of the term in the place of the one that it names."""
    made: dict[tuple[str, ...], None] = {}
    for text in listed:
        words = words_of(text)
        places = [
            (at, at + len(form)) for form in forms for at in range(len(words)) if words[at : at + len(form)] == form
        ]
        if not places or len(words) == places[0][1] - places[0][0]:
            mistakes.add(line, f"'not' lists {text!r}, which is no longer phrase with {term!r} in it")
            continue
        first, stop = max(places, key=lambda place: place[1] - place[0])
        made.update((words[:first] + form + words[stop:], None) for form in forms)
    return tuple(made)


def _check_terms(entries: tuple[Entry, ...], twice: bool, mistakes: Mistakes) -> None:
    """No term stands twice, but once in each word class where `twice`: "support" the verb, "support" the noun."""
    lines: dict[tuple[tuple[str, ...], str], int] = {}
    for entry in entries:
        first = lines.setdefault((entry.forms[0], entry.inflect if twice else ""), entry.line)
        if first != entry.line:
            mistakes.add(entry.line, f"{entry.term!r} stands here twice; first in line {first}")


def _check_examples(entries: tuple[Entry, ...], mistakes: Mistakes) -> None:
    """No sentence may be another one, nor another one with the term exchanged: that would show nothing new."""
    sentences: dict[tuple[str, ...], tuple[int, str]] = {}
    users: dict[Examples, list[Entry]] = {}
    for entry in entries:
        users.setdefault(entry.examples, []).append(entry)
    for examples, group in users.items():
        forms: dict[str, list[tuple[str, ...]]] = {}
        for form in sorted({form for entry in group for form in entry.forms}, key=len, reverse=True):
            forms.setdefault(form[0], []).append(form)
        for sentence in (*examples.hit, *examples.miss):
            frame = _without(words_of(sentence), forms)
            _, same = sentences.setdefault(frame, (examples.line, sentence))
            if same is not sentence:
                mistakes.add(examples.line, f"the example {sentence!r} differs from {same!r} by the term alone")


def _without(words: tuple[str, ...], forms: dict[str, list[tuple[str, ...]]]) -> tuple[str, ...]:
    """A sentence's words with a blank for each of the forms, which are given by their first word."""
    frame: list[str] = []
    at = 0
    while at < len(words):
        form = next((form for form in forms.get(words[at], ()) if words[at : at + len(form)] == form), None)
        frame.append("" if form else words[at])
        at += len(form) if form else 1
    return tuple(frame)
