"""`stancecli batch`: corpora and folders, in order, with totals, gates and memory that does not grow."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from process import Tool, environment

from stancecli.model import Failure, Fault
from stancecli.output import Output, destination, write_all
from stancecli.render import Run


def corpus(count: int) -> bytes:
    records = ({"id": f"r{i}", "text": f'"The goons lied {i} times," said Ida Lund.'} for i in range(count))
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_corpus_is_answered_in_its_order(stancecli: Tool) -> None:
    done = stancecli("batch", "-", "--format", "jsonl", stdin=corpus(50))
    assert done.code == 0
    assert [row["id"] for row in lines(done.out)] == [f"r{i}" for i in range(50)]
    assert done.err.startswith("stancecli: 50 documents, 400 words\nstancecli: loudest actors: ")


def test_a_failure_keeps_its_place(stancecli: Tool) -> None:
    broken = corpus(2) + b'{"id": "x"}\n{"id": "empty", "text": " "}\n' + corpus(1)
    done = stancecli("batch", "-", "--format", "jsonl", "--stdin-name", "wire", stdin=broken)
    assert done.code == 3
    rows = lines(done.out)
    assert [row["id"] for row in rows] == ["r0", "r1", "x", "empty", "r0"]
    assert [sorted(row["error"]) for row in rows[2:4]] == [["message", "place"]] * 2
    assert [row["error"]["place"] for row in rows[2:4]] == ["wire:3", "wire:4"]
    assert "3 documents, 24 words, 2 failures" in done.err


@pytest.mark.parametrize("format", ["table", "json", "jsonl"])
def test_every_format_has_the_failures(stancecli: Tool, format: str) -> None:
    done = stancecli("batch", "-", "--format", format, stdin=corpus(1) + b'{"id": "x7"}\n')
    assert done.code == 3 and "standard input:2" in done.out and "r0" in done.out


def test_a_record_asks_for_its_own_targets_and_all_for_those_of_the_command(stancecli: Tool) -> None:
    record = b'{"id": "a", "text": "Ida Lund spoke.", "targets": ["Atlantis"], "title": "A title"}\n'
    done = stancecli("batch", "-", "--format", "jsonl", "--target", "Lemuria", "--target", "Atlantis", stdin=record)
    (row,) = lines(done.out)
    assert [stance["target"] for stance in row["stances"]] == ["Atlantis", "Lemuria"]
    assert row["title"] == "A title"


def test_directories_are_read_with_all_they_hold_but_what_is_ignored(stancecli: Tool, news: Path) -> None:
    (news / ".stancecliignore").write_text("*.md\n/later/\n")
    (news / "notes.md").write_text("Notes on Ida Lund.")
    (news / "more.jsonl").write_bytes(corpus(2))
    done = stancecli("batch", "news", "--format", "jsonl", cwd=news.parent)
    assert [row["id"] for row in lines(done.out)] == [str(Path("news/a.txt")), "r0", "r1"]


def test_answers_stream(tmp_path: Path) -> None:
    """The first answers arrive while the input is still open."""
    tool = [sys.executable, "-m", "stancecli", "batch", "-", "--format", "jsonl"]
    with subprocess.Popen(
        tool, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdin and process.stdout
        process.stdin.write(corpus(40))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "r0"
        process.stdin.close()
        assert len(process.stdout.readlines()) == 39


def test_quiet_and_verbose(stancecli: Tool) -> None:
    assert stancecli("batch", "-", "-q", stdin=corpus(1)).err == ""
    told = stancecli("batch", "-", "-v", stdin=corpus(1)).err
    assert "words a second" in told and "lexicons: " in told


# --- gates ----------------------------------------------------------------------------------------

LOADED = json.dumps({"id": "a", "text": "Ida Lund met the shameless goons. " * 12}).encode() + b"\n"
PLAIN = json.dumps({"id": "b", "text": "Ida Lund met the council on Monday. " * 12}).encode() + b"\n"


def test_a_crossed_gate_names_document_rule_and_value(stancecli: Tool) -> None:
    done = stancecli("batch", "-", "-q", "--fail-on", "author.density>3", stdin=PLAIN + LOADED)
    assert done.code == 1
    assert done.err == "stancecli: a: crossed author.density>3: 33.33\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), ["note goons", "warning regime", "error thugs"]),
        (("--findings", "warning"), ["warning regime", "error thugs"]),
        (("--findings", "error"), ["error thugs"]),
    ],
)
def test_findings_are_of_the_level_that_is_asked_for_and_gates_count_them_all(
    stancecli: Tool, tmp_path: Path, args: tuple[str, ...], words: list[str]
) -> None:
    text = '"The goons came," said Ida Lund.\n\n"The regime fell," said Tomas Brandt.\n\nThe thugs met.\n'
    (tmp_path / "a.txt").write_text(text)
    rules = ("--fail-on", "hits[voice=author] > 0", "--warn-on", "Tomas Brandt.loaded > 0", "--fail-on", "hits == 3")
    files = ("-o", "sarif=o.sarif", "-o", "o.md", "-o", "jsonl=o.jsonl", "-o", "gitlab=o.json")
    done = stancecli("batch", "a.txt", "-q", "-f", "unix", *rules[:4], *files, *args, cwd=tmp_path)
    found = re.findall(r"^a\.txt:\d+:\d+: (\w+): “(\w+)”", done.out, re.MULTILINE)
    assert (done.code, [" ".join(pair) for pair in found]) == (1, words)
    assert done.out.count("[gate]") == 2
    (run,) = json.loads((tmp_path / "o.sarif").read_text())["runs"]
    items = json.loads((tmp_path / "o.json").read_text())
    assert len(run["results"]) == len(items) == len(words) + 2
    assert (tmp_path / "o.md").read_text().count("| a.txt\\:") == len(words)
    assert len(json.loads((tmp_path / "o.jsonl").read_text())["hits"]) == 3
    assert "hits == 3: 3" in stancecli("batch", "a.txt", "-q", *rules[4:], *args, cwd=tmp_path).err


def test_a_gate_that_holds(stancecli: Tool) -> None:
    done = stancecli("batch", "-", "--fail-on", "author.density > 3", stdin=PLAIN)
    assert done.code == 0 and "0 gates crossed" in done.err


def test_the_summary_of_a_file_counts_gates_as_the_terminal_does(stancecli: Tool) -> None:
    rules = ("--fail-on", "author.words > 1", "--warn-on", "author.words > 0")
    done = stancecli("batch", "-", "-f", "markdown", *rules, stdin=corpus(1))
    assert ", 1 gate crossed, 1 that only warns\n" in done.err
    assert ", 1 gate crossed, 1 that only warns.\n" in done.out


def test_a_target_in_no_document_is_told(stancecli: Tool) -> None:
    targets = ("--target", "Ida Lund", "--target", "the council", "--target", "Elon Musk", "--target", "...")
    text = b"Ida Lund met the council."
    assert (
        stancecli("analyze", *targets[:6], stdin=text).err == "stancecli: no document mentions the target Elon Musk\n"
    )
    assert stancecli("analyze", "-q", *targets, stdin=text).err == ""
    for misspelt, meant in (("Ida Lunt", "Ida Lund"), ("Lundt", "Lund")):
        told = f"stancecli: no document mentions the target {misspelt}; did you mean '{meant}'?\n"
        assert stancecli("analyze", "--target", misspelt, stdin=text).err == told


def test_a_slip_in_a_watched_name_is_told(stancecli: Tool) -> None:
    """A watch list may name many whom no article mentions; one that is almost there was meant."""
    text = b"Ida Lund met Tomas Brandt."
    told = "stancecli: no document mentions the watched name Thomas Brandt; did you mean 'Tomas Brandt'?\n"
    watch = ("--watch", "Thomas Brandt", "--watch", "Ida Lund", "--watch", "Ida Holm", "--watch", "Elon Musk")
    assert stancecli("analyze", *watch, stdin=text).err == told
    assert stancecli("analyze", "-q", *watch, stdin=text).err == ""
    record = json.dumps({"id": "b", "text": text.decode()}).encode()
    assert told in stancecli("batch", "-", *watch, stdin=corpus(1) + record).err


@pytest.mark.parametrize(
    "command", [("explain", "a.txt"), ("compare", "a.txt", "later/b.txt"), ("report", ".", "-o", "out.html")]
)
def test_so_is_it_by_other_commands(command: tuple[str, ...], news: Path, stancecli: Tool) -> None:
    done = stancecli(*command, "--target", "Elon Musk", "--target", "the council", "--target", "Lund", cwd=news)
    told = [line for line in done.err.splitlines() if "mentions the target" in line]
    council = ["stancecli: no document mentions the target the council"] if command[0] == "explain" else []
    assert told == ["stancecli: no document mentions the target Elon Musk", *council]
    assert stancecli(*command, "-q", "--target", "Elon Musk", cwd=news).err == ""


def test_a_gate_about_nobody_is_told(stancecli: Tool) -> None:
    """A slip in a name must not pass for ever; a party that one document has is no slip."""
    rules = ("--fail-on", "nobody.density > 1", "--fail-on", "ida lund.loaded > 9", "--fail-on", "author.words < 1")
    told = "stancecli: the rule nobody.density > 1 measured nothing: no document has whom it is about\n"
    done = stancecli("batch", "-", *rules, stdin=PLAIN + corpus(1))
    assert done.code == 0
    assert done.err.startswith(told + "stancecli: 2 documents, 92 words, 0 gates crossed\nstancecli: loudest ")
    assert stancecli("analyze", *rules, stdin=b"Ida Lund met the council.").err == told
    assert stancecli("batch", "-", "-q", *rules, stdin=PLAIN).err == ""


@pytest.mark.parametrize(
    ("option", "rule", "meant"),
    [
        ("--fail-on", "ida lnd.loaded > 0", "Ida Lund"),
        ("--fail-on", "lundt.loaded > 0", "Ida Lund"),
        ("--fail-on", "run: Ida Lumd.words > 0", "Ida Lund"),
        ("--fail-on", "stance[autor, *] < 0", "author"),
        ("--fail-on", "hits[voice=Ida Lund, target=Outher] > 0", ""),
        ("--warn-on", "Ida Lunt.words > 0", ""),
    ],
)
def test_a_slip_in_whom_a_gate_is_about_is_told_even_by_a_quiet_run(
    stancecli: Tool, option: str, rule: str, meant: str
) -> None:
    """Of what it would fail by: that a party is in no document of a run is no news, that it is misspelt is."""
    done = stancecli("batch", "-", "-q", option, rule, stdin=corpus(2))
    told = f"stancecli: the rule {rule} measured nothing: no document has whom it is about (did you mean {meant}?)\n"
    assert (done.code, done.err) == (0, told if meant else "")


def test_a_bad_input_counts_more_than_a_gate(stancecli: Tool) -> None:
    assert stancecli("batch", "-", "missing.txt", "--fail-on", "author.loaded > 0", stdin=LOADED).code == 3


def test_analyze_has_gates_too(stancecli: Tool) -> None:
    text = json.loads(LOADED)["text"].encode()
    assert stancecli("analyze", "--fail-on", "author.loaded >= 12", stdin=text).code == 1


# --- outputs --------------------------------------------------------------------------------------


def test_several_outputs_take_from_one_stream_without_piling_up() -> None:
    """However many results there are, none of the outputs runs ahead of the others."""
    taken = written = 0
    furthest = 0

    def results():
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield Failure(str(number), Fault("bad", "here"))

    def write(piece: str) -> None:
        nonlocal written, furthest
        written += piece.count('"id"')
        furthest = max(furthest, taken * 3 - written)

    write_all(results(), [Output("jsonl", Run(()), write)] * 3)
    assert written == 3000
    assert furthest <= 6


@pytest.mark.parametrize(
    ("text", "format", "path"),
    [
        ("json=out", "json", "out"),
        ("out.json", "json", "out.json"),
        ("OUT.JSONL", "jsonl", "OUT.JSONL"),
        ("table=a=b.json", "table", "a=b.json"),
        ("out.txt", "table", "out.txt"),
        ("out.table", "table", "out.table"),
        ("OUT.ANSI", "table", "OUT.ANSI"),
        ("json=out.csv", "json", "out.csv"),
        ("./xml=out", "table", "xml=out"),
    ],
)
def test_destinations(text: str, format: str, path: str) -> None:
    assert destination(text, "table") == (format, Path(path))


def test_the_json_of_a_batch_is_that_of_analyze(stancecli: Tool, harbour: Path) -> None:
    one, other = (stancecli(command, harbour, "--format", "json").out for command in ("analyze", "batch"))
    assert msgspec.json.decode(one) == msgspec.json.decode(other)


def test_files_are_whole_though_nobody_reads_standard_output(tmp_path: Path) -> None:
    """`batch ... -o json=all.json | head -1`: the report that CI keeps is not lost with the pipe."""
    tool = [sys.executable, "-m", "stancecli", "batch", "-", "--format", "jsonl", "-q", "-o", "json=all.json"]
    with subprocess.Popen(
        tool, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), cwd=tmp_path
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdout.close()
        process.stdin.write(corpus(300))
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0
    assert len(json.loads((tmp_path / "all.json").read_text())["documents"]) == 300
    assert [path.name for path in tmp_path.iterdir()] == ["all.json"]


def test_a_file_that_cannot_be_written_is_named(stancecli: Tool) -> None:
    done = stancecli("batch", "-", "-o", "json=/dev/full", "-q", stdin=corpus(1))
    assert done.code == 3
    assert "stancecli: /dev/full: cannot be written: No space left on device" in done.err


def test_a_file_keeps_its_mode(stancecli: Tool, tmp_path: Path) -> None:
    (tmp_path / "secret.json").touch(mode=0o600)
    assert stancecli("batch", "-", "-o", "secret.json", "-q", stdin=corpus(1), cwd=tmp_path).code == 0
    assert (tmp_path / "secret.json").stat().st_mode & 0o777 == 0o600
    assert json.loads((tmp_path / "secret.json").read_text())["documents"]


def test_a_run_that_is_told_to_end_leaves_nothing_behind(tmp_path: Path) -> None:
    tool = [sys.executable, "-m", "stancecli", "batch", "-", "--format", "jsonl", "-o", "json=all.json"]
    with subprocess.Popen(
        tool, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), cwd=tmp_path
    ) as process:
        assert process.stdin and process.stdout
        process.stdin.write(corpus(40))
        process.stdin.flush()
        process.stdout.readline()  # it is at work
        assert [path.suffix for path in tmp_path.iterdir()] == [".part"]
        process.terminate()
        process.communicate(timeout=60)
    assert process.returncode == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_cleared_by_the_next(stancecli: Tool, tmp_path: Path) -> None:
    """What is held by a run at work stays, and so does what is somebody else's."""
    tool = [sys.executable, "-m", "stancecli", "batch", "-", "--format", "jsonl", "-o", "json=all.json"]
    others = (".all.json.12345678.part.txt", ".all.json.1234567.part", ".more.json.12345678.part")
    for name in others:
        (tmp_path / name).touch()
    with subprocess.Popen(
        tool, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), cwd=tmp_path
    ) as process:
        assert process.stdin and process.stdout
        process.stdin.write(corpus(40))
        process.stdin.flush()
        process.stdout.readline()  # it is at work
        (held,) = {path.name for path in tmp_path.iterdir()} - set(others)
        assert stancecli(*tool[3:], stdin=corpus(1), cwd=tmp_path).code == 0
        assert {path.name for path in tmp_path.iterdir()} == {held, "all.json", *others}
        process.kill()
    assert stancecli(*tool[3:], stdin=corpus(1), cwd=tmp_path).code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"all.json", *others}


def test_no_record_forges_a_line_on_standard_error(stancecli: Tool) -> None:
    record = {"id": "r1\nstancecli: all is well", "text": "Das ist ein ganz langer Satz auf Deutsch, und der hat so viele "
              "Wörter, dass man sehr wohl sehen kann, in welcher Sprache er steht."}  # fmt: skip
    done = stancecli("batch", "-", "--format", "jsonl", stdin=json.dumps(record).encode() + b"\n")
    assert "r1\\nstancecli: all is well: warning" in done.err
    assert not [line for line in done.err.splitlines() if line == "stancecli: all is well"]
