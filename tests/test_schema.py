"""The JSON Schema: that it is one, that all output keeps to it, and that it would notice."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from process import run
from rendered import FAILURE, RECORD, empty, hostile, story

import stancecli
from stancecli.commands.schema import command
from stancecli.model import Failure, Report
from stancecli.render import Run, renderer
from stancecli.render.jsonl import encode
from stancecli.report_schema import report_schema

SCHEMA = report_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
RESULTS = (story(("Piet Maartens",)), FAILURE, empty(), hostile(), RECORD)


def test_is_a_schema_of_the_draft_that_it_names():
    Draft202012Validator.check_schema(SCHEMA)


def test_holds_for_every_line_of_jsonl():
    for line in renderer("jsonl")(Run(RESULTS)):
        VALIDATOR.validate(json.loads(line))


def test_holds_for_json_as_a_whole():
    VALIDATOR.validate(json.loads("".join(renderer("json")(Run(RESULTS)))))
    VALIDATOR.validate({"schema": "stancecli.report/1", "documents": [], "failures": []})


def test_holds_for_a_real_analysis():
    text = '"This reckless regime lies," said Ida Lund. The town of Norrhaven declined to comment.'
    VALIDATOR.validate(json.loads(encode(stancecli.analyze(text, targets=["Norrhaven"]))))


@pytest.mark.parametrize("field", Report.__struct_fields__)
def test_notices_a_missing_field(field):
    report = json.loads(encode(story().report))
    del report[field]
    assert best_match(VALIDATOR.iter_errors(report)) is not None


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("stances", 0, "score"), 1.5),
        (("stances", 0, "label"), "hates"),
        (("hits", 0, "weight"), 0),
        (("hits", 0, "polarity"), -2),
        (("attributions", 0, "confidence"), 2),
        (("attributions", 0, "content", "spans", 0), [1]),
        (("attributions", 0, "kind"), "said"),
        (("actors", 0, "words"), "4"),
        (("actors", 0, "kind"), "alien"),
        (("words",), None),
    ],
)
def test_notices_a_wrong_value(path, value):
    report = json.loads(encode(story().report))
    place = copy.deepcopy(report)
    wrong = place
    for step in path[:-1]:
        wrong = wrong[step]
    wrong[path[-1]] = value
    assert VALIDATOR.is_valid(report)
    assert not VALIDATOR.is_valid(place)


def test_describes_every_type_and_asks_for_every_field():
    assert {"Documents", "Report", "Failure", "Hit", "Stance", "Attribution", "ActorRow"} <= set(SCHEMA["$defs"])
    for name, definition in SCHEMA["$defs"].items():
        assert definition["description"], name
        if "properties" in definition:
            assert definition["required"] == list(definition["properties"])
    assert list(SCHEMA["$defs"]["Failure"]["properties"]) == list(Failure.__struct_fields__)


def test_the_command_prints_it():
    done = CliRunner().invoke(command)
    assert done.exit_code == 0
    assert json.loads(done.output) == SCHEMA
    assert done.output.endswith("}\n")


def test_the_guide_explains_every_field():
    guide = (Path(__file__).parent.parent / "docs" / "report.md").read_text(encoding="utf-8")
    named = (
        "Documents",
        "Report",
        "Failure",
        "Attribution",
        "ActorRow",
        "Framing",
        "Device",
        "Places",
        "Hit",
        "Stance",
        "Cue",
    )
    for name in (*named, "Treatment"):
        for field in SCHEMA["$defs"][name]["properties"]:
            assert re.search(rf"[`\".]{field}[`\"]", guide), f"docs/report.md says nothing of {name}.{field}"


@pytest.mark.parametrize("by", [(), ("--by", "outlet")], ids=["stories", "outlets"])
def test_a_comparison_keeps_to_its_schema(tmp_path: Path, by: tuple[str, ...]):
    schema = json.loads(run("schema", "compare").out)
    Draft202012Validator.check_schema(schema)
    texts = (
        'The goons lied, said Ida Lund. "No," claimed Jon Berg.',
        'The police spoke, claimed Ida Lund. "No," said Jon Berg.',
    )
    paths = [tmp_path / f"{number}.txt" for number in range(2)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("".join(json.dumps({"text": t, "outlet": n}) + "\n" for t, n in zip(texts, "ab", strict=True)))
    done = run("compare", *([corpus, *by] if by else paths), "--format", "json")
    found = json.loads(done.out)
    assert best_match(Draft202012Validator(schema).iter_errors(found)) is None
    del found["differences"]
    assert best_match(Draft202012Validator(schema).iter_errors(found)) is not None
