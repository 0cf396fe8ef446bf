"""The watch list: in settings, variables and options, in every command that analyses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from process import Tool

ARTICLE = "The council met Ida Lund on Monday. It rained all day.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text('[tool.stancecli]\nwatch = ["Lund", "Ostmark"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Nobody came. It rained all day.\n", encoding="utf-8")
    return tmp_path


def test_a_watched_party_has_its_rows_wherever_it_is_mentioned(project: Path, stancecli: Tool) -> None:
    done = stancecli("batch", "a.txt", "b.txt", "--format", "jsonl", "--processes", "2", cwd=project)
    first, second = map(json.loads, done.out.splitlines())
    assert first["targets"] == {"Lund": "Ida Lund"}
    assert [(one["target"], one["label"]) for one in first["stances"]] == [("Lund", "neutral")]
    assert (second["targets"], second["stances"]) == ({}, [])
    assert first["stamp"]["settings"] == second["stamp"]["settings"]


def test_the_table_shows_a_watched_party_that_says_nothing(project: Path, stancecli: Tool) -> None:
    shown = stancecli("analyze", "a.txt", cwd=project).out.partition("──")[2]
    assert "Ida Lund" in shown and "1 mention\n" in shown and "0 in 0" not in shown
    assert "Ida Lund" not in stancecli("analyze", "a.txt", "--config", "/dev/null", cwd=project).out.partition("──")[2]


def test_an_option_takes_the_place_of_the_list(project: Path, stancecli: Tool) -> None:
    done = stancecli("analyze", "a.txt", "--format", "jsonl", "--watch", "Ostmark", cwd=project)
    assert json.loads(done.out)["targets"] == {}


def test_config_show_tells_it(project: Path, stancecli: Tool) -> None:
    rows = stancecli("config", "show", cwd=project).out.splitlines()
    at = next(number for number, row in enumerate(rows) if row.startswith("watch "))
    assert (rows[at].split(), rows[at + 1].split()) == (["watch", "Lund", "pyproject.toml:2"], ["Ostmark"])


def test_a_kept_result_is_made_anew_for_another_list(project: Path, stancecli: Tool) -> None:
    args = ("batch", "a.txt", "--format", "jsonl", "--store", "kept.db")
    told = [
        json.loads(stancecli(*args, cwd=project, **variables).out)["targets"]
        for variables in ({}, {"STANCECLI_WATCH": "Ida Lund"}, {})
    ]
    assert told == [{"Lund": "Ida Lund"}, {"Ida Lund": "Ida Lund"}, {"Lund": "Ida Lund"}]


def test_targets_of_a_record_may_be_any_phrase_of_its_text(stancecli: Tool) -> None:
    record = {"id": "1", "text": "Neil Gray is a corrupt bully. He slept.", "targets": ["Judge Gray", "He", "Gray's"]}
    done = stancecli("batch", "-", "--format", "jsonl", stdin=json.dumps(record).encode())
    report = json.loads(done.out)
    assert report["targets"] == dict.fromkeys(record["targets"], "Neil Gray")
    assert [(one["target"], one["label"]) for one in report["stances"]] == [
        (name, "opposes") for name in record["targets"]
    ]
