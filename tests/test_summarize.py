"""`summarize`: what results add up to, how sure that is, and that its form and order change nothing."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import zstandard
from process import ARTICLE, Done, Tool

from stancecli import resultfiles
from stancecli.errors import StanceError
from stancecli.model import Failure, Fault
from stancecli.render import Run
from stancecli.render.screen.canvas import Canvas
from stancecli.render.summarized import renderer
from stancecli.results import Aimed, Held, Told, Unanswered, Voice, results
from stancecli.summary import summarize
from stancecli.summary.model import Dimension, Summary
from stancecli.summary.sample import SAMPLES, Sampled, times

LUND, BRANDT = "Ida Lund", "Tomas Brandt"


def told(number: int, *, loaded: int = 2, score: float = -0.5, **about: str | None) -> Told:
    """A document of 130 words, in which Lund says 30 with one loaded word about Brandt."""
    return Told(
        f"d{number}",
        130,
        [Voice(LUND, "person", 2, 30, 1), Voice("Norrhaven", "country", 0, 0, 0), Voice("author", "author", 0, 100, loaded)],
        [Aimed(LUND, BRANDT), *[Aimed("author", LUND)] * loaded, Aimed("author", None)],
        [Held("author", LUND, score, "opposes", 0.9, 2), Held(LUND, BRANDT, -0.25, "opposes", 0.5, 1),
         Held("author", "Asked For", 0.0, "neutral", 0.0, 0)],
        **about,
    )  # fmt: skip


DOCUMENTS = [
    told(1, outlet="Post", date="2026-01-02"),
    told(2, outlet="Post", date="2026-01-30T10:00", loaded=0, score=0.1),
    told(3, outlet="Wire", date="2027-01-30", loaded=1, score=-0.2),
    Unanswered("d4", Fault("is empty", "d4")),
    told(5, date="yesterday"),
]


def rows(*by: Dimension, top: int | None = None) -> dict[tuple, tuple]:
    groups = summarize(DOCUMENTS, by, top).groups
    return {
        group.key: (group.documents, group.words, group.loaded, group.density and group.density.value,
                    group.stances, group.opposes, group.supports, group.score and group.score.value)
        for group in groups
    }  # fmt: skip


def test_an_actor_has_its_own_words_and_the_stances_that_it_holds() -> None:
    assert rows("actor") == {
        ("author",): (4, 400, 5, 1.25, 4, 4, 0, -0.275),
        (LUND,): (4, 120, 4, 3.33, 4, 0, 0, -0.25),
    }
    first, second = summarize(DOCUMENTS, ["actor"], None).groups
    assert (first.kind, second.kind, second.statements) == ("author", "person", 8)


def test_outlets_and_times_have_the_words_of_their_authors() -> None:
    post, wire, none = (2, 200, 2, 1.0, 2, 2, 0, -0.2), (1, 100, 1, 1.0, 1, 1, 0, -0.2), (1, 100, 2, 2.0, 1, 1, 0, -0.5)
    assert rows("outlet") == {("Post",): post, ("Wire",): wire, (None,): none}
    assert list(rows("year").items()) == [(("2026",), post), (("2027",), wire), ((None,), none)]
    assert list(rows("month")) == [("2026-01",), ("2027-01",), (None,)]
    assert list(rows("date")) == [("2026-01-02",), ("2026-01-30",), ("2027-01-30",), (None,)]


def test_a_target_has_what_anybody_says_of_it() -> None:
    assert rows("target") == {
        (LUND,): (4, 520, 5, 0.96, 4, 4, 0, -0.275),
        (BRANDT,): (4, 520, 4, 0.77, 4, 0, 0, -0.25),
    }


def test_a_party_without_a_name_is_marked_where_several_documents_have_it() -> None:
    def of(number: int, name: str) -> Told:
        actors = [Voice(name, "organisation", 1, 40, 1), Voice("author", "author", 0, 90, 0)]
        held = [Held("author", target, -0.5, "opposes", 0.9, 1) for target in (name, "climate policy")]
        return Told(f"d{number}", 130, actors, [], held)

    documents = [of(1, "council"), of(2, "council"), of(3, "police"), of(4, "Hexley council"), of(5, "Hexley council")]
    by_target = {group.key: group.nameless for group in summarize(documents, ["outlet", "target"], None).groups}
    assert {key[1]: dimensions for key, dimensions in by_target.items()} == {
        "climate policy": (), "Hexley council": (), "council": ("target",), "police": ("target",),
    }  # fmt: skip
    for by, format in (("actor", "table"), ("target", "table"), ("target", "chart")):
        drawn = renderer(format)(summarize(documents, [by], None), Canvas(Run((), width=100)))
        assert "council*" in drawn and "Hexley council*" not in drawn and "police*" not in drawn
        assert drawn.count("\n* without a name: may be another party in each document.") == 1
    alone = renderer("table")(summarize(documents[2:], ["actor"], None), Canvas(Run((), width=100)))
    assert "*" not in alone


def test_dimensions_go_together() -> None:
    assert rows("outlet", "actor", "target")["Post", "author", LUND] == (2, 200, 2, 1.0, 2, 2, 0, -0.2)
    assert rows("actor", "target")[LUND, BRANDT] == (4, 120, 4, 3.33, 4, 0, 0, -0.25)
    assert ("author", BRANDT) not in rows("actor", "target")


def test_the_largest_groups_are_kept_and_counted() -> None:
    assert list(rows("outlet", top=1)) == [("Post",)]
    summary = summarize(DOCUMENTS, ["actor"], 0)
    assert (summary.documents, summary.unanswered, summary.groups) == (4, 1, ())


def test_few_documents_have_no_interval_and_few_words_no_density() -> None:
    group, _ = summarize(DOCUMENTS[:3], ["actor"], None).groups
    assert group.density and group.score and group.density.low is group.density.high is group.score.low is None
    few = Told("x", 29, [Voice("author", "author", 0, 29, 3)], [], [])
    (group,) = summarize([few], ["actor"], None).groups
    assert group.density is None and group.score is None


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """Nine of ten times, more or less: 40 documents each, with 2 loaded words per 100 on average."""
    chance = random.Random(7)
    inside = 0
    for trial in range(150):
        loaded = [sum(chance.random() < 0.02 for _ in range(100)) for _ in range(40)]
        documents = [
            Told(f"{trial}/{n}", 100, [Voice("author", "author", 0, 100, count)], [], [])
            for n, count in enumerate(loaded)
        ]
        (group,) = summarize(documents, ["actor"], None).groups
        assert group.density and group.density.low is not None and group.density.high is not None
        assert group.density.low <= group.density.value <= group.density.high
        inside += group.density.low <= 2 <= group.density.high
    assert 120 <= inside <= 146


def test_the_order_of_documents_changes_nothing() -> None:
    documents = [told(n, loaded=n % 5, score=(n % 9 - 4) / 10) for n in range(60)]
    summary = summarize(documents, ["actor"], None)
    random.Random(1).shuffle(documents)
    assert summarize(documents, ["actor"], None) == summary
    assert summary.groups[0].density and summary.groups[0].density.low != summary.groups[0].density.high


def test_sums_of_many_documents_are_those_of_few() -> None:
    """Beyond some number documents are no longer held; nothing else changes."""
    many = Sampled()
    for number in range(1500):
        many.add(f"d{number}", (number, 1, -number, 2))
    drawn = np.array([times(f"d{number}") for number in range(1500)])
    assert many.totals == (1500 * 1499 // 2, 1500, -1500 * 1499 // 2, 3000)
    assert (many.samples()[0] == np.arange(1500) @ drawn).all() and (many.samples()[3] == 2 * drawn.sum(axis=0)).all()
    assert drawn.shape == (1500, SAMPLES) and abs(drawn.mean() - 1) < 0.01


def test_memory_does_not_grow_with_the_number_of_documents() -> None:
    def documents(count: int) -> Iterator[Told]:
        return (told(n, outlet="Post") for n in range(count))

    def peak(count: int) -> int:
        tracemalloc.start()
        summarize(documents(count), ["actor"], 5)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(1)  # what the first call imports and keeps is none of the documents'
    assert peak(1500) < 1.1 * peak(600)


def test_names_without_end_are_given_up_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stancecli.summary.MOST", 10)
    documents = [
        Told(f"d{n}", 90, [Voice(LUND, "person", 1, 50, 1), Voice(f"Voice {n}", "person", 1, 40, 0)], [], [])
        for n in range(40)
    ]
    summary = summarize(documents, ["actor"], 1)
    assert summary.groups[0].key == (LUND,) and summary.groups[0].documents == 40
    assert summary.rare > 20


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, stancecli: Tool) -> Path:
    """The results of nine documents, of which one failed, in every form that they may have."""
    folder = tmp_path_factory.mktemp("results")
    text = ARTICLE.read_text(encoding="utf-8")
    records = [
        {"id": f"r{n}", "text": text, "outlet": ["Post", "=1+1"][n % 2], "date": f"2026-0{n}-01"} for n in range(1, 9)
    ]
    records.append({"id": "bad"})
    stdin = "".join(json.dumps(record) + "\n" for record in records).encode()
    done = stancecli("batch", "-", "-q", "-f", "jsonl", "-o", "parquet=r.parquet", "-o", "json=r.json", "--store", "r.db",
                     stdin=stdin, cwd=folder)  # fmt: skip
    assert done.code == 3
    lines = done.out.encode()
    (folder / "r.jsonl").write_bytes(lines)
    (folder / "r.jsonl.gz").write_bytes(gzip.compress(lines))
    (folder / "r.jsonl.zst").write_bytes(zstandard.compress(lines))
    (folder / "r.db.gz").write_bytes(gzip.compress((folder / "r.db").read_bytes()))
    (folder / "c.jsonl").write_bytes(stdin * 3)
    return folder


ADDED_UP = ("--by", "outlet", "--by", "target", "--format", "json", "--top", "0")


@pytest.fixture(scope="module")
def expected(stancecli: Tool, corpus: Path) -> Done:
    """What the results as JSON Lines add up to."""
    done = stancecli("summarize", "r.jsonl", *ADDED_UP, cwd=corpus)
    assert done.code == 0 and not done.err
    summary = json.loads(done.out)
    assert (summary["documents"], summary["unanswered"], summary["by"]) == (8, 1, ["outlet", "target"])
    assert len(summary["groups"]) > 4 and summary["groups"][0]["documents"] == 4
    return done


@pytest.mark.parametrize("pipe", ["", "-", "/dev/stdin"])
@pytest.mark.parametrize("name", ["r.jsonl", "r.jsonl.gz", "r.jsonl.zst", "r.parquet", "r.db", "r.db.gz"])
def test_the_form_of_results_changes_nothing(
    stancecli: Tool, corpus: Path, expected: Done, name: str, pipe: str
) -> None:
    stdin = (corpus / name).read_bytes() if pipe else b""
    assert stancecli("summarize", pipe or name, *ADDED_UP, cwd=corpus, stdin=stdin) == expected


@pytest.mark.parametrize("before", [b"\n", b" \r\n\n  ", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n\t"])
def test_blanks_and_marks_before_the_first_result_hide_nothing(stancecli: Tool, corpus: Path, before: bytes) -> None:
    done = stancecli("summarize", "-", "--format", "json", stdin=before + (corpus / "r.jsonl").read_bytes())
    assert done.code == 0 and not done.err
    assert json.loads(done.out)["documents"] == 8


def test_a_store_in_a_pipe_is_not_looked_for_in_a_file_of_that_name(
    stancecli: Tool, corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / "-").write_text("Another text.", encoding="utf-8")
    done = stancecli("summarize", "-", "--format", "json", stdin=(corpus / "r.db").read_bytes(), cwd=tmp_path)
    assert done.code == 0 and json.loads(done.out)["documents"] == 8


def test_an_archive_that_holds_more_than_a_disk_is_given_up(monkeypatch: pytest.MonkeyPatch, corpus: Path) -> None:
    monkeypatch.setattr(resultfiles, "_ASIDE", 8 << 20)
    bomb = gzip.compress((corpus / "r.db").read_bytes() + bytes(9 << 20))
    (told,) = results(["-"], io.BytesIO(bomb))
    assert isinstance(told, Failure) and told.error.message.startswith("cannot be read: holds more than 0 GB")


def test_csv_has_every_figure_and_no_formula(stancecli: Tool, corpus: Path) -> None:
    done = stancecli("summarize", "r.jsonl", "r.db", "--by", "outlet", "-f", "csv", cwd=corpus)
    post, other = sorted(csv.DictReader(io.StringIO(done.out)), key=lambda row: row["outlet"], reverse=True)
    assert (post["outlet"], other["outlet"], post["documents"]) == ("Post", "'=1+1", "8")
    assert float(post["density_low"]) <= float(post["density"]) <= float(post["density_high"])
    done = stancecli("summarize", "r.jsonl", "r.db", "--by", "outlet", "--by", "target", "-f", "csv", cwd=corpus)
    scores = {(row["outlet"], row["target"]): row["score"] for row in csv.DictReader(io.StringIO(done.out))}
    assert scores["Post", "Germany"] == scores["'=1+1", "Germany"] != ""


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("c.jsonl", "c.jsonl:1: is no result of stancecli"),
        ("r.json", "is one JSON value for a whole run: write it with --format jsonl"),
        ("table.txt", "table.txt: is no result of stancecli: write it with batch --format jsonl\n"),
        ("missing", "cannot be read: No such file"),
        (".", "cannot be read: Is a directory"),
        ("other.db", "is no store of stancecli"),
        ("cut.db", "is no store of stancecli"),
        ("cut.parquet", "is no readable Parquet"),
        ("text.parquet", "is no result of stancecli"),
        ("cut.jsonl.gz", "ends too early"),
    ],
)
def test_what_is_no_result_is_told_and_the_rest_adds_up(
    stancecli: Tool, corpus: Path, tmp_path: Path, name: str, message: str
) -> None:
    import pyarrow.parquet
    import sqlite_utils

    sqlite_utils.Database(tmp_path / "other.db")["mine"].insert({"a": 1})
    (tmp_path / "table.txt").write_text("Article  Words\n\na.txt    12\n")
    (tmp_path / "cut.db").write_bytes((corpus / "r.db").read_bytes()[:5000])
    (tmp_path / "cut.parquet").write_bytes((corpus / "r.parquet").read_bytes()[:900])
    (tmp_path / "cut.jsonl.gz").write_bytes((corpus / "r.jsonl.gz").read_bytes()[:-300])
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([{"id": "1", "text": "a"}]), tmp_path / "text.parquet")
    path = corpus / name if (corpus / name).is_file() else tmp_path / name
    done = stancecli("summarize", path, corpus / "r.jsonl", "--format", "json")
    assert done.code == 3 and message in done.err and "Traceback" not in done.err
    assert json.loads(done.out)["documents"] >= 8
    assert done.err.count("\n") <= 11, "ten lines, and how many there are besides"
    alone = stancecli("summarize", path)
    assert alone.code == 3 and (not alone.out or name == "cut.jsonl.gz")


@pytest.mark.parametrize(
    ("place", "figure"),
    [("score", "1e308"), ("score", "-1.5"), ("words", str(1 << 63)), ("words", "-5"), ("loaded", "1" * 40)],
)
def test_figures_that_no_document_has_are_told(stancecli: Tool, corpus: Path, place: str, figure: str) -> None:
    line = (corpus / "r.jsonl").read_text(encoding="utf-8").splitlines()[0]
    stdin, changes = re.subn(rf'"{place}":-?[0-9.]+', f'"{place}":{figure}', line)
    done = stancecli("summarize", "-", stdin=stdin.encode())
    assert changes and done.code == 3
    assert done.err.startswith("stancecli: standard input:1: is no result of stancecli: Expected ")


def test_an_empty_name_is_a_mistake(stancecli: Tool) -> None:
    assert stancecli("summarize", "").code == 2
    assert StanceError.exit_code == 3


def summary_of(count: int = 24, *by: Dimension) -> Summary:
    documents = [
        told(n, loaded=n % 4, score=(n % 9 - 4) / 10, outlet=f"An outlet with a long name {n % 3}")
        for n in range(count)
    ]
    return summarize(documents, by or ("outlet", "target"), 20)


@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize("format", ["table", "chart"])
def test_it_fits_its_width(width: int, unicode: bool, format: str) -> None:
    shown = renderer(format)(summary_of(), Canvas(Run((), width=width, unicode=unicode)))
    lines = shown.splitlines()
    assert max(map(len, lines)) <= width and (unicode or shown.isascii())
    assert "Tomas" in shown and " to " in shown
    if format == "chart":
        assert sum(bool(re.search("●|[ #.[]o", line)) for line in lines) >= 12, shown


def test_a_chart_shows_figure_and_interval_where_they_are() -> None:
    """By the place of its signs alone: colours say nothing more."""
    summary = summary_of(40, "actor")
    chart = renderer("chart")(summary, Canvas(Run((), width=100)))
    (line,) = [line for line in chart.splitlines() if line.startswith("author") and "%" not in line][:1]
    bar = line[len("author    ") : line.rindex("  ")]
    low, point, high = bar.index("├"), bar.index("●"), bar.index("┤")
    density = summary.groups[0].density
    assert density and density.low is not None and density.high is not None and low < point < high
    scale = (high - low) / (density.high - density.low)
    assert abs((point - low) - (density.value - density.low) * scale) <= 1
    colored = renderer("chart")(summary, Canvas(Run((), width=100, color=True)))
    assert "\x1b[" in colored and "\x1b[" not in chart


def test_bars_have_the_scale_of_other_tables_and_brackets_are_explained_where_they_are() -> None:
    canvas = Canvas(Run((), width=120, color=False, unicode=True))

    def drawn(count: int) -> str:
        return renderer("table")(summarize([told(number) for number in range(count)], ["actor"], None), canvas)

    few, many = drawn(2), drawn(6)
    assert re.search(r"^author .* ━╸────── 2\.0 ", few, re.MULTILINE)
    assert re.search(r"^Ida Lund .* ━━╸───── 3\.3 ", few, re.MULTILINE)
    assert "[" not in few and "In brackets" not in few
    assert "[" in many and "In brackets" in many


def test_names_cannot_steer_the_terminal() -> None:
    document = told(1, outlet="\x1b[2J[red]x\u202e")
    for format in ("table", "chart", "csv"):
        shown = renderer(format)(summarize([document], ["outlet"], 5), Canvas(Run((), width=80)))
        assert "\x1b" not in shown and "\u202e" not in shown and "[red]" in shown
