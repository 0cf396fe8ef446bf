"""The measures themselves: floors are kept, figures reach the page that shows them."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys

import pytest
from process import ROOT, environment

SENTENCE = 'The mayor of Norrhaven said the ferry was late. "It is a disgrace," said Ida Lund.'
TOOL = ("--cmd", f"{sys.executable} -m stancecli")


def measured(name, *args):
    """What a script of benchmarks/ says."""
    command = [sys.executable, ROOT / "benchmarks" / f"{name}.py", *args]
    return subprocess.run(
        [*map(str, command)], capture_output=True, text=True, cwd=ROOT, env=environment(), timeout=300, check=False
    )


def gold(folder, *attributions):
    """A corpus of one article; each attribution is a source and a content, each cue a "said"."""
    cues = [
        [SENTENCE.index("said"), SENTENCE.index("said") + 4],
        [SENTENCE.rindex("said"), SENTENCE.rindex("said") + 4],
    ]
    spans = [
        {"source": [spot(source)], "cue": [cue], "content": [spot(content)]}
        for (source, content), cue in zip(attributions, cues, strict=False)
    ]
    record = {"id": "1", "text": SENTENCE, "attributions": spans}
    (folder / "polnear-check.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")


def spot(words):
    return [SENTENCE.index(words), SENTENCE.index(words) + len(words)]


def test_figures_over_their_floors_are_written_between_the_marks(tmp_path):
    gold(tmp_path, ("The mayor of Norrhaven", "the ferry was late"), ("Ida Lund", '"It is a disgrace,"'))
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- figures: begin -->\nold\n<!-- figures: end -->\nafter\n", encoding="utf-8")
    done = measured("accuracy", tmp_path, *TOOL, "--into", page)
    assert done.returncode == 0, done.stderr
    assert "| PolNeAR | source right, of all | 0.71 | 1.000 |  |" in done.stdout.splitlines()
    written = page.read_text(encoding="utf-8")
    assert written == (f"before\n<!-- figures: begin -->\n{done.stdout.rstrip()}\n<!-- figures: end -->\nafter\n")


def test_a_figure_under_its_floor_fails(tmp_path):
    gold(tmp_path, ("Ida Lund", "The mayor of Norrhaven"))
    done = measured("accuracy", tmp_path, *TOOL)
    assert done.returncode == 1
    assert "under its floor: PolNeAR: words of reported content, F1" in done.stderr


@pytest.mark.parametrize("folder", ["empty", "missing"])
def test_a_folder_without_corpora_is_told(tmp_path, folder):
    (tmp_path / "empty").mkdir()
    done = measured("accuracy", tmp_path / folder, *TOOL)
    assert done.returncode == 1 and "no corpus in" in done.stderr


def test_speed_measures_one_part_and_keeps_its_bounds(tmp_path):
    corpus = tmp_path / "one.jsonl"
    corpus.write_text(json.dumps({"text": SENTENCE * 20}) + "\n", encoding="utf-8")
    done = measured("speed", "--only", "throughput", "--repeat", 1, "--corpus", corpus)
    assert done.returncode == 0, done.stderr
    stages = [line.split(" | ")[0].strip("| ") for line in done.stdout.partition("### Stages")[2].splitlines()[2:]]
    assert [name for name in stages if name][2:] == [
        "clean", "segment", "label", "attribute", "identify", "match", "aim", "judge", "tally", "report and JSON"
    ]  # fmt: skip


def test_every_category_of_loaded_words_has_its_figures(tmp_path):
    record = {"text": "The shambolic mayor slammed the plan.", "biased": True, "biased_words": ["shambolic"]}
    (tmp_path / "babe-check.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text("<!-- categories: begin -->\n<!-- categories: end -->\n", encoding="utf-8")
    done = measured("categories", tmp_path, *TOOL, "--into", page)
    assert done.returncode == 0, done.stderr
    rows = {line.split(" | ")[0].strip("| "): line.split(" | ")[1:3] for line in done.stdout.splitlines()}
    assert (rows["incompetence"], rows["cues"], rows["all"]) == (["1", "1.00"], ["1", "0.00"], ["2", "0.50"])
    assert done.stdout in page.read_text(encoding="utf-8")


def test_scale_measures_all_parts_and_writes_them_into_pages(tmp_path):
    """At sizes that tell nothing of speed, but each table has its rows."""
    for name, marks in (("scale", ("throughput", "memory", "store")), ("cost", ("cost",))):
        page = "".join(f"<!-- {mark}: begin -->\nold\n<!-- {mark}: end -->\n" for mark in marks)
        (tmp_path / f"{name}.md").write_text(page, encoding="utf-8")
    sizes = ("--documents", 20, "--short", 40, "--kept", 20)
    done = measured("scale", *sizes, "--into", tmp_path / "scale.md", "--cost", tmp_path / "cost.md")
    assert done.returncode == 0, done.stderr
    scale, cost = ((tmp_path / f"{name}.md").read_text(encoding="utf-8") for name in ("scale", "cost"))
    rows = [line.split(" | ")[0].strip("| ") for line in scale.splitlines() if line.startswith("| ")]
    answered = ["1 process", "2 processes", "2 Dask workers"]
    assert [row for row in rows if row not in ("answered by", "run", "---")] == [
        *answered, *answered[:2], "1 process, with a store",
        "without a store", "first run with a store", "the same again",
    ]  # fmt: skip
    assert cost.count("$") == 4 and "old" not in scale + cost


def test_rows_for_and_against_are_counted_where_they_are_sure_enough(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    stances = importlib.import_module("stances")
    told = [
        stances.Told(1, ((1, 0.9),)),
        stances.Told(-1, ((1, 0.8), (-1, 0.75))),
        stances.Told(0, ((-1, 0.9), (0, 0.9))),
        stances.Told(-1, ((-1, 0.5),)),
    ]
    assert stances.shown(told, 0.7) == {"shown_right": 2 / 4, "shown_found": 2 / 3}
