"""docs/ci.md: its commands print what it shows, and its tables name what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from process import ROOT
from test_readme import refreshed

from stancecli import analyze
from stancecli.config import Overrides
from stancecli.config.keys import SETTINGS
from stancecli.config.load import load_config
from stancecli.gate import FIGURES, parse_rule
from stancecli.gate.read import KEYS
from stancecli.render import formats

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_commands_print_what_the_page_says() -> None:
    """If not: `make docs`, and read what has changed."""
    assert refreshed()(PAGE) == PAGE


def test_every_format_has_a_row() -> None:
    rows = re.findall(r"^\| (`.*?) \|", section("Outputs"), re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`([\w-]+)`", row)} == set(formats())


def test_every_rule_is_one_and_every_word_of_rules_is_told() -> None:
    told = section("Gates")
    rules = [parse_rule(rule) for rule in re.findall(r"^\| `(.*?)` \|", told, re.MULTILINE)]
    assert {rule.kind for rule in rules} == {"actor", "hits", "stance"} and any(rule.run for rule in rules)
    assert all(f"`{name}`" in told or f".{name}" in told for name in (*FIGURES, *KEYS))


def test_the_settings_are_all_there_and_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", section("Settings"), re.DOTALL)
    (tmp_path / "stancecli.yaml").write_text(block, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    config = load_config("stancecli.yaml")
    assert set(config.settings) == set(SETTINGS)
    assert Overrides(config).of("news/a.column.md")[0].ignore == ("so-called",)


def test_every_comment_sets_something_aside() -> None:
    comments = re.findall(r"`(<!-- stancecli: .*? -->)`", section("Inline"))
    assert len(comments) == 6
    for comment in (comment for comment in comments if "ignore end" not in comment):
        text = f"{comment}\n\nThe thugs came to the council on Monday. {comment if 'line' in comment else ''}"
        text += "\n\n<!-- stancecli: ignore end -->" if "start" in comment else ""
        told = analyze(text)
        assert not told.hits, comment
