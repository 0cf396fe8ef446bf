"""The JSON Schema of lexicon files: what editors complete keys by, and mark mistakes by as one writes.

The reader (`build.py`) knows more than a schema can say, such as examples that do not behave.
"""

from __future__ import annotations

from typing import Any, get_args

from stancecli.lexicon.inflect import KINDS
from stancecli.lexicon.keys import (
    CATEGORIES,
    DOMAINS,
    HOLDERS,
    KINDS_OF_LEXICON,
    NAME,
    PACKS,
    POLARITIES,
    TAGS,
    TAKES,
    TARGETS,
    Keys,
)
from stancecli.model import Aim, Tilt

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "pattern": r"\S"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_NAME: Schema = {"type": "string", "pattern": f"^(?:{NAME.pattern})$"}


def _one_of(*choices: str) -> Schema:
    return {"enum": list(choices)}


def _some_of(*choices: str) -> Schema:
    return {"type": "array", "items": _one_of(*choices)}


def _known_or_new(*known: str) -> Schema:
    return {"anyOf": [_one_of(*known), _NAME]}


def _mapping(properties: dict[str, Schema], *required: str) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


_ATTITUDE = _mapping(
    {"holder": _one_of(*HOLDERS), "target": _one_of(*TARGETS), "polarity": {"enum": [-1, 1]}},
    *("holder", "target", "polarity"),
)
KEYS: dict[str, Schema] = {
    "lexicon": _NAME | {"description": "The name; no two lexicons in use may have the same."},
    "language": _NAME | {"description": "The language of the words: en."},
    "version": {"type": "integer", "minimum": 1, "description": "Count up when the list changes."},
    "kind": _one_of(*KINDS_OF_LEXICON) | {"description": "terms (loaded words), cues or predicates."},
    "pack": _known_or_new(*PACKS) | {"description": "The subject whose words it holds; general if left out."},
    "description": _TEXT | {"description": "One sentence on what is collected here."},
    "category": _known_or_new(*CATEGORIES) | {"description": "What sort of loaded word it is."},
    "polarity": _one_of(*POLARITIES) | {"description": "A neutral entry is not counted."},
    "weight": {
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": 5,
        "description": "1 a shade, 2 clear, 3 strong, 4 extreme.",
    },
    "aim": _one_of(*get_args(Aim)) | {"description": "Whom the word is about."},
    "why": _TEXT | {"description": "One sentence for the reader who asks why this is loaded."},
    "inflect": _one_of(*KINDS) | {"description": "What the forms are made for; none: as it stands."},
    "pos": _some_of(*TAGS) | {"description": "The parts of speech in which it is meant."},
    "literal": _some_of(*DOMAINS) | {"description": "Domains in which it is a plain fact."},
    "takes": _some_of(*TAKES) | {"description": "What follows the cue."},
    "tilt": _one_of(*get_args(Tilt)) | {"description": "How far the reporter vouches for what is reported."},
    "reports": _one_of("speech", "thought", "attitude") | {"description": "What the cue reports."},
    "attitudes": {
        "type": "array",
        "items": _ATTITUDE,
        "minItems": 1,
        "description": "Who thinks what of whom.",
    },
    "examples": _mapping({"hit": _TEXTS | {"minItems": 1}, "miss": _TEXTS}, "hit")
    | {"description": "Sentences in which it must be found, and in which it must not."},
    "term": _TEXT | {"description": "The word or phrase."},
    "forms": _TEXTS | {"description": "More forms, spelt out."},
    "not": _TEXTS | {"description": "Longer phrases in which it is innocent."},
    "neutral": _TEXTS | {"description": "What a plain writer would say instead."},
}


def lexicon_schema() -> Schema:
    """A JSON Schema (draft 2020-12) of a lexicon file; which keys it may have depends on its `kind`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A lexicon of stancecli",
        "description": "docs/lexicons.md teaches how to write one.",
        "type": "object",
        "if": _kind_is("cues"),
        "then": {"$ref": "#/$defs/cues"},
        "else": {
            "if": _kind_is("predicates"),
            "then": {"$ref": "#/$defs/predicates"},
            "else": {"$ref": "#/$defs/terms"},
        },
        "$defs": {kind: _file(kind) for kind in KINDS_OF_LEXICON},
    }


def _kind_is(kind: str) -> Schema:
    return {"properties": {"kind": {"const": kind}}, "required": ["kind"]}


def _file(kind: str) -> Schema:
    keys = Keys(kind)
    entry = {"anyOf": [_TEXT, _mapping({key: KEYS[key] for key in keys.entry}, "term")]}
    entries: Schema = {"type": "array", "items": entry, "description": "The entries."}
    group = _mapping(_properties(keys.group, entries), "entries")
    groups: Schema = {"type": "array", "items": group, "description": "Entries that have much in common."}
    return _mapping(_properties(keys.file, entries, groups), "lexicon", "language", "version", "description") | {
        "anyOf": [{"required": ["entries"]}, {"required": ["groups"]}]
    }


def _properties(names: dict[str, Any], entries: Schema, groups: Schema | None = None) -> dict[str, Schema]:
    lists = {"entries": entries} | ({"groups": groups} if groups else {})
    return {name: lists.get(name) or KEYS[name] for name in names}
