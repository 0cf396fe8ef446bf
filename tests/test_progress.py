"""How far a run is, in a line; and what was loudest in it."""

from __future__ import annotations

import itertools
import json
import time
from pathlib import Path

import pytest
from msgspec.structs import replace
from process import Tool
from rendered import story

from stancecli.loudest import MOST, Loudest
from stancecli.progress import Gauge
from stancecli.streams import Meter
from stancecli.terminal import Messages


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look at the clock is ten seconds after the last."""
    seconds = itertools.count(0, 10)
    monkeypatch.setattr(time, "monotonic", lambda: next(seconds))


@pytest.mark.usefixtures("moving")
def test_a_gauge_tells_documents_speed_failures_and_time_left(tmp_path: Path) -> None:
    for name, size in (("a", 300), ("b", 700)):
        (tmp_path / name).write_bytes(b"x" * size)
    meter = Meter()
    gauge = Gauge(meter, [str(tmp_path / "a"), str(tmp_path / "b"), str(tmp_path / "missing")])
    gauge.count(500)
    assert gauge.told() == "1 document, 50 words a second"
    with (tmp_path / "a").open("rb", buffering=0) as stream, meter.at(stream):  # type: ignore[arg-type]
        stream.read(250)
        gauge.count(None)
        assert gauge.fraction == 0.25
        assert gauge.told() == "1 document, 25 words a second, 1 failure, 60 s left"
    for _ in range(999):
        gauge.count(0)
    assert gauge.told().startswith("1,000 documents, ") and gauge.told().endswith(" min left")


def test_nobody_knows_how_long_a_pipe_is() -> None:
    meter = Meter()
    gauge = Gauge(meter, ["/dev/stdin" if Path("/dev/stdin").is_char_device() else "/dev/null"])
    gauge.count(3)
    assert gauge.fraction is None and "left" not in gauge.told()


def test_a_line_now_and_then_where_no_terminal_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    messages = Messages(Gauge(Meter(), []))
    messages.count(10)
    assert capsys.readouterr().err == "", "not before its time"
    monkeypatch.setattr("stancecli.terminal.EVERY", 0.0)
    messages.count(10)
    messages.count(None)
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("stancecli: 2 documents, ") and second.endswith(", 1 failure")
    quiet = Messages()
    quiet.count(10)
    assert capsys.readouterr().err == ""


def test_the_end_of_a_run_names_what_was_loudest(stancecli: Tool, tmp_path: Path) -> None:
    texts = {
        "calm": "The council met on Monday. Ida Lund said that it was cold. " * 4,
        "loud": 'The thugs lied. "The goons are shameless liars," said Ida Lund. ' * 4,
        "less": 'The council met on Monday. It was a cold day. "The goons lied," said Tomas Brandt. ' * 4,
        "short": "The goons lied.",
    }
    stdin = "".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in texts.items()).encode()
    done = stancecli("batch", "-", "-f", "jsonl", stdin=stdin)
    rows = {row["id"]: row for row in map(json.loads, done.out.splitlines())}
    _, actors, categories, documents = done.err.splitlines()
    voices = [actor for row in rows.values() for actor in row["actors"] if actor["name"] == "Ida Lund"]
    loaded, words = (sum(voice[key] for voice in voices) for key in ("loaded", "words"))
    assert f"Ida Lund {loaded} ({100 * loaded / words:.1f} per 100)" in actors.split(": ", 2)[2].split("; ")
    most = max(len([hit for row in rows.values() for hit in row["hits"] if hit["category"] == name]) for name in
               {hit["category"] for row in rows.values() for hit in row["hits"]})  # fmt: skip
    assert categories.split("; ")[0].endswith(f" {most}")
    hits, size = len(rows["loud"]["hits"]), rows["loud"]["words"]
    assert documents.startswith(f"stancecli: loudest documents: loud {hits} ({100 * hits / size:.1f} per 100); less ")
    assert "short" not in documents, "few words are no measure"
    assert stancecli("batch", "-", "-f", "jsonl", "-q", stdin=stdin).err == ""


def test_one_document_and_calm_ones_are_not_loud() -> None:
    loudest, report = Loudest(), story().report
    loudest.add(report)
    assert list(loudest.told()) == []
    loudest.add(report)
    assert len(list(loudest.told())) == 3
    calm = Loudest()
    for _ in range(3):
        calm.add(replace(report, hits=(), actors=()))
    assert list(calm.told()) == []


def test_a_loud_party_without_a_name_may_be_several() -> None:
    loudest, report = Loudest(), story().report
    row = replace(report.actors[2], loaded=5, words=10)
    for name in ("council", "council", "police"):
        loudest.add(replace(report, actors=(replace(row, name=name),)))
    assert next(loudest.told()) == "loudest actors: council, perhaps several, 10; police 5"
    for kind, told in (("group", "Residents, perhaps several, 10"), ("organisation", "Residents 10")):
        loudest = Loudest()
        for _ in range(2):
            loudest.add(replace(report, actors=(replace(row, name="Residents", kind=kind),)))
        assert next(loudest.told()) == f"loudest actors: {told}"


def test_loud_names_without_end_are_given_up() -> None:
    loudest, report = Loudest(), story().report
    row = report.actors[2]
    for first in range(0, 2 * MOST, 1000):
        voices = [replace(row, name=f"Voice {number}", loaded=1) for number in range(first, first + 1000)]
        loudest.add(replace(report, actors=(row, *voices)))
    times = 2 * MOST // 1000
    assert next(loudest.told()).startswith(f"loudest actors: {row.name} {times * row.loaded:,} (")
    assert len(loudest._actors) <= MOST
