"""What writers of lexicons work with: a skeleton, a schema for editors, coverage of articles, differences."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from process import ROOT, Tool

from stancecli.examples import try_examples
from stancecli.lexicon import LexiconFile, check, find, load_lexicons
from stancecli.lexicon.keys import KINDS_OF_LEXICON, PACKS, Keys
from stancecli.lexicon.schema import KEYS, lexicon_schema
from stancecli.lexicon.show import phrases
from stancecli.lexicon.skeleton import skeleton
from stancecli.lexicon.source import LOADER

SCHEMA = jsonschema.Draft202012Validator(lexicon_schema())


class AsEditorsDo(LOADER):
    """YAML 1.2, in which "on" is a word and not true."""


AsEditorsDo.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in known if not tag.endswith(":bool")]
    for sign, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
LESSONS = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "lexicons.md").read_text(encoding="utf-8"), re.DOTALL)
WORDS = """\
lexicon: {name}
language: en
version: 1
description: Words for these tests.
category: ridicule
polarity: negative
weight: {weight}
examples: {{hit: ["A dud it was."]}}
entries:
  - {{term: dud, inflect: noun}}
  - {other}
"""


@pytest.fixture
def write(tmp_path: Path) -> Any:
    def written(name: str, other: str, weight: float = 1) -> Path:
        path = tmp_path / f"{name}.yaml"
        path.write_text(WORDS.format(name=name, other=other, weight=weight), encoding="utf-8")
        return path

    return written


# --- skeleton and schema --------------------------------------------------------------------------


def test_a_new_lexicon_is_valid_behaves_and_satisfies_the_schema(stancecli: Tool, tmp_path: Path) -> None:
    path = tmp_path / "harbour.yaml"
    path.write_text(stancecli("lexicon", "new", "harbour").out, encoding="utf-8")
    lexicon, faults = check(LexiconFile("harbour.yaml", path.read_bytes()))
    assert lexicon is not None and not faults and lexicon.name == "harbour"
    assert try_examples([lexicon]) == [()]
    assert SCHEMA.is_valid(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_a_new_lexicon_names_every_key_that_entries_have_and_every_pack() -> None:
    text = skeleton("harbour")
    assert [key for key in Keys("terms").entry if not re.search(rf"\b{key}:", text)] == []
    assert [pack for pack in PACKS[1:] if pack not in text] == []


@pytest.mark.parametrize("name", ["City Hall", "", "../up", "Ä"])
def test_what_cannot_be_a_name_is_refused(stancecli: Tool, name: str) -> None:
    done = stancecli("lexicon", "new", name)
    assert (done.code, done.out) == (2, "") and "cannot be a name" in done.err


def test_the_schema_knows_every_key_and_no_other() -> None:
    keys = {key for kind in KINDS_OF_LEXICON for key in (*Keys(kind).file, *Keys(kind).entry)}
    assert keys - {"entries", "groups"} == set(KEYS)


def test_the_published_schema_is_the_one_that_is_printed(stancecli: Tool) -> None:
    """If not, `make docs` writes it anew."""
    printed = stancecli("lexicon", "schema").out
    assert json.loads(printed) == lexicon_schema()
    assert (ROOT / "lexicons" / "lexicon.schema.json").read_text(encoding="utf-8") == printed


def test_all_that_ships_and_all_that_the_guide_shows_satisfies_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(lexicon_schema())
    for text in [*LESSONS, *(file.data.decode() for file in find(["default"]))]:
        assert [error.message for error in SCHEMA.iter_errors(yaml.load(text, AsEditorsDo))] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("inflect: noun", "infelct: noun"),
        ("inflect: noun", "inflect: nuon"),
        ("inflect: noun", "weight: 6"),
        ("inflect: noun", "takes: [quote]"),
        ("inflect: noun", "pos: NOUN"),
        ("term: dud", "forms: [dud]"),
        ("version: 1", "version: one"),
        ("version: 1\n", ""),
        ("lexicon: own", "lexicon: Own Words"),
        ("hit:", "hits:"),
        ("entries:", "groups:"),
        ("polarity: negative", "polarity: -1"),
        ("lexicon: own", "lexicon: own\nkind: predicates"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(old: str, new: str) -> None:
    text = WORDS.format(name="own", other="flop", weight=1)
    assert SCHEMA.is_valid(yaml.safe_load(text))
    changed = text.replace(old, new)
    assert check(LexiconFile("own.yaml", changed.encode()))[1]
    assert not SCHEMA.is_valid(yaml.safe_load(changed))


# --- coverage -------------------------------------------------------------------------------------


def test_coverage_counts_hits_and_documents_and_tells_what_never_fires(
    stancecli: Tool, tmp_path: Path, write: Any
) -> None:
    own = write("own", "flop")
    (tmp_path / "a.txt").write_text("A dud it was. The second dud was worse.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Two duds lay in the hall of the town.\n", encoding="utf-8")
    args = ("lexicon", "coverage", tmp_path / "a.txt", tmp_path / "b.txt", "--lexicon", own)
    few = stancecli(*args).out.splitlines()
    assert [line.split()[-1] for line in few[:-1]] == ["entry", "own:dud"]
    done = stancecli(*args, "--all")
    assert done.code == 0
    assert re.fullmatch(rf"{len(done.out.splitlines()) - 2} entr(y|ies) never fired: --all lists them", few[-1])
    rows = [tuple(line.split()) for line in done.out.splitlines()]
    assert rows[0] == ("hits", "documents", "entry") and rows[1] == ("3", "2", "own:dud")
    assert ("0", "0", "own:flop") in rows and all(row[0] == "0" for row in rows[2:])
    kinds = {lexicon.name: lexicon.kind for lexicon in load_lexicons()}
    silent = {kinds.get(row[2].partition(":")[0], "terms") for row in rows[2:]}
    assert silent == {"terms", "cues"}, "what is never a hit is not missed"
    assert re.search(r"^3 hits of 1 of \d+ entries in 2 documents, 18 words$", done.err, re.MULTILINE)


def test_coverage_goes_on_over_what_cannot_be_read(stancecli: Tool, tmp_path: Path, write: Any) -> None:
    (tmp_path / "a.txt").write_text("A dud it was.\n", encoding="utf-8")
    done = stancecli(
        "lexicon", "coverage", tmp_path / "none.txt", tmp_path / "a.txt", "--lexicon", write("own", "flop")
    )
    assert done.code == 3 and "none.txt" in done.err and "1  own:dud" in done.out


# --- differences ----------------------------------------------------------------------------------


def test_what_came_went_and_changed_is_told_by_term(stancecli: Tool, write: Any) -> None:
    old, new = write("old", "{term: flop, pos: [NOUN]}"), write("new", "{term: fiasco, forms: [fiascoes]}", 2.5)
    done = stancecli("lexicon", "diff", old, new)
    assert done.code == 0
    assert done.out.splitlines() == [
        "~ dud  weight: 1 -> 2.5",
        "+ fiasco  ridicule, negative, weight 2.5",
        "- flop  ridicule, negative, weight 1",
    ]
    assert "1 came, 1 went, 1 changed" in done.err


def test_every_key_of_an_entry_makes_a_difference(stancecli: Tool, write: Any) -> None:
    same = write("same", "flop")
    assert stancecli("lexicon", "diff", same, same).out == ""
    for key, value in {
        "category": "blame", "polarity": "positive", "weight": "3", "aim": "object", "why": "So.", "pos": "[NOUN]",
        "literal": "[fire]", "forms": "[floppy]", "not": "[flop house]", "neutral": "[failure]",
    }.items():  # fmt: skip
        changed = write("changed", f"{{term: flop, {key}: {value}}}")
        (line,) = stancecli("lexicon", "diff", same, changed).out.splitlines()
        assert line.startswith("~ flop  polarity:" if key == "polarity" else f"~ flop  {key}:"), line


def test_the_same_lexicons_under_other_names_do_not_differ(stancecli: Tool) -> None:
    done = stancecli("lexicon", "diff", "default", "default")
    assert done.out == "" and "0 came, 0 went, 0 changed" in done.err
    assert len(load_lexicons()) > 20


def test_forms_are_told_as_they_are_written() -> None:
    assert phrases([("hard", "-", "pressed"), ("broken",)]) == "hard-pressed, broken"
