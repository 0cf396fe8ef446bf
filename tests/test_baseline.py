"""Baselines: only what is new is shown, and what is known outlives moved lines."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from process import Tool

from stancecli.baseline import load_baseline
from stancecli.errors import SettingsError

OLD = "The goons came to the town hall.\n\nThe council met on Monday.\n"
RULE = ("--fail-on", "hits[voice=author] > 0")


@pytest.fixture
def archive(tmp_path: Path, stancecli: Tool) -> Path:
    (tmp_path / "a.txt").write_text(OLD)
    done = stancecli("batch", "a.txt", *RULE, "--write-baseline", "base.json", cwd=tmp_path)
    assert done.code == 0 and "0 gates crossed" in done.err
    return tmp_path


def rows(stancecli: Tool, archive: Path, *args: str) -> tuple[int, list[str]]:
    done = stancecli("batch", "a.txt", *RULE, "--baseline", "base.json", "-f", "csv-hits", "-q", *args, cwd=archive)
    return done.code, [line.split(",")[3] for line in done.out.splitlines()[1:]]


def test_what_is_known_is_not_shown_and_what_is_new_is(stancecli: Tool, archive: Path) -> None:
    assert rows(stancecli, archive) == (0, [])
    (archive / "a.txt").write_text("A new day.\n\n" + OLD.replace("came to", "came\nto"))
    assert rows(stancecli, archive) == (0, [])
    (archive / "a.txt").write_text(OLD + "\nThe thugs lied.\n")
    assert rows(stancecli, archive) == (1, ["thugs", "lied"])
    (archive / "a.txt").write_text(OLD + OLD)
    assert rows(stancecli, archive) == (1, ["goons"])


def test_a_file_is_known_from_wherever_one_stands(stancecli: Tool, archive: Path) -> None:
    (archive / "below").mkdir()
    done = stancecli("batch", "../a.txt", *RULE, "--baseline", "../base.json", "-q", cwd=archive / "below")
    assert done.code == 0


def test_a_gate_is_known_until_it_becomes_worse(stancecli: Tool, tmp_path: Path) -> None:
    text = "Ida Lund met the shameless goons. " * 12
    (tmp_path / "a.txt").write_text(text)
    gate = ("batch", "a.txt", "-q", "--fail-on", "author.loaded > 3")
    assert stancecli(*gate, "--write-baseline", "b.json", cwd=tmp_path).code == 0
    assert stancecli(*gate, "--baseline", "b.json", cwd=tmp_path).code == 0
    (tmp_path / "a.txt").write_text(text + "The thugs came.")
    done = stancecli(*gate, "--baseline", "b.json", cwd=tmp_path)
    assert done.code == 1 and "crossed author.loaded > 3: 25" in done.err


def test_prune_takes_out_what_is_gone(stancecli: Tool, archive: Path) -> None:
    (archive / "b.txt").write_text("The thugs lied.\n")
    stancecli("batch", "a.txt", "b.txt", "--write-baseline", "base.json", cwd=archive)
    (archive / "b.txt").write_text("The thugs left.\n")
    done = stancecli("baseline", "prune", "base.json", "missing.txt", cwd=archive)
    assert done.code == 3 and len(json.loads((archive / "base.json").read_text())["documents"]["b.txt"]["hits"]) == 2
    done = stancecli("baseline", "prune", "base.json", "a.txt", "b.txt", cwd=archive)
    assert (done.code, done.out) == (0, "2 of 3 known hits are gone\n")
    assert set(json.loads((archive / "base.json").read_text())["documents"]) == {"a.txt"}


def test_a_missing_baseline_says_how_to_make_one(stancecli: Tool, archive: Path) -> None:
    done = stancecli("batch", "a.txt", "--baseline", "nothing.json", cwd=archive)
    assert done.code == 3 and "--write-baseline makes one" in done.err


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(), st.text().map(str.encode)))
def test_any_bytes_are_a_baseline_or_a_mistake(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "b.json").write_bytes(data)
    with suppress(SettingsError):
        load_baseline(str(tmp_path / "b.json"))
