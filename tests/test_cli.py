"""The command line as a real process: what goes in, what comes out, and every kind of bad input."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from process import Tool, environment, run

from stancecli import __version__, analyze
from stancecli.cli import cli
from stancecli.paths import ARTICLES
from stancecli.records import JSON_LINES

TEXT = b'"The goons are shameless liars," said Ida Lund.\n'

OWN = """lexicon: own
language: en
version: 1
category: labels
description: A lexicon of our own.
polarity: negative
weight: 2
entries:
  - term: goon
    inflect: noun
    why: Belittles people.
    examples:
      hit: ["He sent goons to the border."]
      miss: ["He sent men to the border."]
"""


# --- help, version, usage -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["analyze", "batch", "compare", "explain", "report", "summarize"])
def test_what_may_not_be_read_is_left_to_the_command_to_tell(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)  # type: ignore[arg-type]
    paths = [option.type for option in command.params if isinstance(option.type, click.Path)]
    assert paths and not any(path.readable for path in paths)


def test_help_lists_every_command_with_examples(stancecli: Tool) -> None:
    done = stancecli("--help")
    assert done.code == 0 and done.err == ""
    for word in ("analyze", "batch", "lexicon", "schema", "Examples:"):
        assert word in done.out


@pytest.mark.parametrize("command", ["analyze", "batch"])
def test_help_tells_what_is_read_in_a_directory(stancecli: Tool, command: str) -> None:
    told = stancecli(command, "--help").out
    assert all(re.search(rf"\s\{ending}[,.]?\s", told) for ending in (*ARTICLES, *JSON_LINES)), told


def test_version(stancecli: Tool) -> None:
    assert stancecli("--version").out == f"stancecli {__version__}\n"


def test_no_command_shows_the_help(stancecli: Tool) -> None:
    assert stancecli() == stancecli("--help")


@pytest.mark.parametrize("words, completed", [("stancecli an", "analyze"), ("stancecli lexicon va", "validate")])
def test_the_shell_completes_commands(words: str, completed: str) -> None:
    done = run(_STANCECLI_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(words.count(" ")))
    assert (done.code, done.out) == (0, f"plain,{completed}\n")


@pytest.mark.parametrize("heavy", ["nltk", "numpy", "rich", "msgspec", "yaml", "trafilatura"])
def test_help_and_version_load_nothing_heavy(heavy: str) -> None:
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom stancecli.cli import cli\n"
        "for asked in (['--help'], ['--version'], ['analyze', '--help']):\n"
        "    assert CliRunner().invoke(cli, asked).exit_code == 0\n"
        f"sys.exit({heavy!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["analyse"], ["No such command 'analyse'", "Did you mean 'analyze'?"]),
        (["zzz"], ["No such command 'zzz'."]),
        (["lexicon", "shwo"], ["No such command 'shwo'"]),
        (["analyze", "--formt", "json"], ["No such option", "--format"]),
        (["analyze", "--format", "xml"], ["'xml' is not one of", "json"]),
        (["analyze", "--view", "quots"], ["'quots' is not one of", "quotes"]),
        (["analyze", "--width", "wide"], ["--width"]),
        (["batch", "--fail-on", "author.densty > 3", "-"], ["--fail-on", "did you mean density?", "^"]),
        (["analyze", "-o", "xml=out", "-"], ["-o xml=out", "'xml' is no format"]),
        (["analyze", "-o", "json=", "-"], ["no file is named"]),
        (["analyze", "-o", "out.doc", "-"], ["-o out.doc", "no format ends in .doc", "json, jsonl, junit"]),
        (["analyze", "-o", "json=-", "-"], ["use --format for standard output"]),
        (["analyze", "-o", "-", "-"], ["use --format for standard output"]),
        (["analyze", "-o", "a.json", "-o", "jsonl=./a.json", "-"], ["-o jsonl=./a.json", "named twice"]),
    ],
)
def test_wrong_usage_is_told_with_a_hint(stancecli: Tool, args: list[str], words: list[str], tmp_path: Path) -> None:
    done = stancecli(*args, stdin=TEXT, cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert done.code == 2 and done.out == ""
    assert all(word in done.err for word in words), done.err
    assert "Traceback" not in done.err


# --- ways in --------------------------------------------------------------------------------------


def documents(out: str) -> list[dict]:
    return json.loads(out)["documents"]


def ids(out: str) -> list[str]:
    return [document["id"] for document in documents(out)]


@pytest.mark.parametrize("args", [[], ["-"]])
def test_standard_input_is_an_article(stancecli: Tool, args: list[str]) -> None:
    done = stancecli("analyze", *args, "--format", "json", "--stdin-name", "wire", stdin=TEXT)
    assert done.code == 0
    assert ids(done.out) == ["wire"]
    assert documents(done.out)[0]["attributions"][0]["source"]["text"] == "Ida Lund"


def test_the_name_of_standard_input_says_what_it_holds(stancecli: Tool) -> None:
    done = stancecli(
        "analyze", "--format", "json", "--stdin-name", "draft.md", stdin=b"---\ndate: x\n---\nThe goons lied."
    )
    assert documents(done.out)[0]["words"] == 3


def test_files_patterns_and_directories(stancecli: Tool, news: Path) -> None:
    one, two = str(Path("news/a.txt")), str(Path("news/later/b.txt"))
    for paths in ([one, two], ["news/**/*.txt"], ["news"]):
        done = stancecli("analyze", *paths, "--format", "json", cwd=news.parent)
        assert (done.code, ids(done.out)) == (0, [one, two])


def test_html_and_markdown_are_told_by_what_they_hold(stancecli: Tool) -> None:
    page = b"<!doctype html><html><head><title>Harbour</title></head><body><article><h1>Harbour</h1>"
    page += b"<p>" + TEXT.strip() * 5 + b"</p></article></body></html>"
    (document,) = documents(stancecli("analyze", "--format", "json", stdin=page).out)
    assert "<p>" not in document["text"]
    assert {hit["voice"] for hit in document["hits"]} == {"Ida Lund"}


def test_the_library_says_the_same(stancecli: Tool, harbour: Path) -> None:
    import msgspec

    report = analyze(harbour.read_text(encoding="utf-8"), targets=["Ostmark"], id=str(harbour))
    (document,) = documents(stancecli("analyze", harbour, "--target", "Ostmark", "--format", "json").out)
    assert json.loads(msgspec.json.encode(report)) == document


# --- ways out -------------------------------------------------------------------------------------


def test_formats(stancecli: Tool, harbour: Path) -> None:
    table, whole, lines = (stancecli("analyze", harbour, "--format", name).out for name in ("table", "json", "jsonl"))
    assert "Ida Lund" in table and not table.startswith("{")
    assert documents(whole) == [json.loads(lines)]


def test_files_come_out_whole_beside_the_screen(stancecli: Tool, harbour: Path, tmp_path: Path) -> None:
    done = stancecli("analyze", harbour, "-o", "a.json", "-o", "jsonl=b.txt", "-o", "table=c", cwd=tmp_path)
    assert done.code == 0
    assert (tmp_path / "c").read_text(encoding="utf-8") == f"made by stancecli {__version__}\n\n{done.out}"
    assert documents((tmp_path / "a.json").read_text()) == [json.loads((tmp_path / "b.txt").read_text())]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.json", "b.txt", "c"]


def test_a_file_is_left_as_it_was_when_the_run_fails(stancecli: Tool, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("before")
    done = stancecli("analyze", "-o", "out.json", "-o", "missing/out.json", "-", stdin=TEXT, cwd=tmp_path)
    assert done.code == 3
    assert done.err == "stancecli: missing/out.json: cannot be written: No such file or directory\n"
    assert (tmp_path / "out.json").read_text() == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize("command", ["analyze", "batch"])
@pytest.mark.parametrize(
    ("paths", "out"),
    [
        (["news/a.txt"], "news/a.txt"),
        (["news/later/b.txt", "./news/a.txt"], "link"),
        (["link"], "jsonl=news/a.txt"),
        (["news"], "json=news/a.txt"),
        (["news/*.txt"], "news/a.txt"),
    ],
)
def test_an_input_is_never_overwritten(
    stancecli: Tool, command: str, paths: list[str], out: str, news: Path, tmp_path: Path
) -> None:
    before = (news / "a.txt").read_bytes()
    (tmp_path / "link").symlink_to(news / "a.txt")
    done = stancecli(command, *paths, "-o", "other.json", "-o", out, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert (
        done.err
        == f"stancecli: -o {out.partition('=')[2] or out}: is an input and would be overwritten: name another file\n"
    )
    assert (news / "a.txt").read_bytes() == before and not (tmp_path / "other.json").exists()


def test_nor_is_standard_input_or_a_roster(stancecli: Tool, news: Path) -> None:
    tool = f"exec {sys.executable} -m stancecli analyze - -o a.txt < a.txt"
    done = subprocess.run(["sh", "-c", tool], capture_output=True, cwd=news, env=environment(), check=False)
    assert done.returncode == 2 and b"a.txt: is an input" in done.stderr
    (news / "own.yaml").write_text("actors: [{name: Ida Lund}]\n")
    done = stancecli("analyze", "a.txt", "--actors", "own.yaml", "-o", "table=own.yaml", cwd=news)
    assert done.code == 2 and "own.yaml: is an input" in done.err


def test_what_stands_in_the_folder_and_is_not_read_may_be_written_again(stancecli: Tool, news: Path) -> None:
    for _ in range(2):
        assert stancecli("analyze", news, "-o", news / "answers.json", "-q").code == 0
    assert len(documents((news / "answers.json").read_text())) == 2


def test_output_to_a_pipe_is_written_as_it_is(stancecli: Tool, tmp_path: Path) -> None:
    done = stancecli("analyze", "-o", "json=/dev/stderr", "-", stdin=TEXT, cwd=tmp_path)
    assert done.code == 0 and len(documents(done.err)) == 1


@pytest.mark.parametrize(
    ("args", "variables", "colored"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(stancecli: Tool, harbour: Path, args: list[str], variables: dict[str, str], colored: bool) -> None:
    done = stancecli("analyze", harbour, *args, **variables)
    assert ("\x1b[" in done.out) is colored


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_width_is_kept(stancecli: Tool, harbour: Path, width: int) -> None:
    lines = stancecli("analyze", harbour, "--width", str(width)).out.splitlines()
    assert max(map(len, lines)) <= width


def test_an_actor_is_found_without_accents(stancecli: Tool) -> None:
    done = stancecli("analyze", "--actor", "illes", stdin="“They lied,” Márta Illés said.".encode())
    assert "Márta Illés" in done.out and "No such actor" not in done.out


def test_who_has_the_very_name_is_shown_alone(stancecli: Tool) -> None:
    text = b"Rova said it was cold. Anna Berg of the Bank of Rova said it was warm."
    shown = {name: stancecli("analyze", "--actor", name, stdin=text).out for name in ("Rova", "Berg")}
    assert "Rova" in shown["Rova"] and "Bank of Rova" not in shown["Rova"].partition("──")[2]
    assert "Anna Berg" in shown["Berg"]


def test_views_and_actors(stancecli: Tool, harbour: Path) -> None:
    tables = {view: stancecli("analyze", harbour, "--view", view).out for view in ("actors", "quotes", "hits")}
    assert len(set(tables.values())) == 3
    assert "strangling" in tables["hits"]
    one = stancecli("analyze", harbour, "--actor", "Ida Lund").out
    assert "Ida Lund" in one and "Tomas Brandt" not in one.split("▲")[0].split("▼")[0]


def test_lexicons_are_chosen_and_entries_ignored(stancecli: Tool, tmp_path: Path) -> None:
    every = documents(stancecli("analyze", "--format", "json", stdin=TEXT).out)[0]["hits"]
    (goons,) = (hit for hit in every if hit["text"] == "goons")
    without = documents(stancecli("analyze", "--format", "json", "--ignore", goons["entry"], stdin=TEXT).out)[0]["hits"]
    assert [hit for hit in every if hit["text"] != "goons"] == without
    alone = documents(stancecli("analyze", "--format", "json", "--lexicon", goons["lexicon"], stdin=TEXT).out)[0]
    assert {hit["lexicon"] for hit in alone["hits"]} == {goons["lexicon"]}
    assert goons["lexicon"] in alone["stamp"]["lexicons"] and "deceit" not in alone["stamp"]["lexicons"]


def test_a_target_is_answered_even_without_evidence(stancecli: Tool) -> None:
    done = stancecli("analyze", "--format", "json", "--target", "Atlantis", stdin=TEXT)
    (row,) = (row for row in documents(done.out)[0]["stances"] if row["target"] == "Atlantis")
    assert (row["holder"], row["label"], row["score"]) == ("author", "neutral", 0)


def test_any_encoding_of_the_terminal_will_do(stancecli: Tool, harbour: Path) -> None:
    plain = stancecli("analyze", harbour, "--color", "always", PYTHONIOENCODING="ascii")
    assert plain.code == 0 and plain.out.isascii()
    done = stancecli("analyze", "--view", "hits", stdin="“The goons,” said Zoë.".encode(), PYTHONIOENCODING="ascii")
    assert done.code == 0 and done.out.isascii()
    done = stancecli("analyze", harbour, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.code == 0 and "Ida Lund" in done.out


# --- bad input ------------------------------------------------------------------------------------


def bad(stancecli: Tool, *args: str | Path, stdin: bytes = b"", cwd: Path | None = None, words: tuple[str, ...]) -> str:
    """Run on bad input: exit code 3, a message with these words, no traceback."""
    done = stancecli(*args, stdin=stdin, cwd=cwd)
    assert done.code == 3, done
    assert done.err.startswith("stancecli: ") and "Traceback" not in done.err
    assert all(word in done.err for word in words), done.err
    return done.err


@pytest.mark.parametrize("command", ["analyze", "batch"])
class TestBadInput:
    def test_a_missing_file(self, stancecli: Tool, command: str) -> None:
        bad(stancecli, command, "missing.txt", words=("missing.txt", "no such file"))

    def test_a_pattern_without_matches(self, stancecli: Tool, command: str, tmp_path: Path) -> None:
        bad(stancecli, command, "*.html", cwd=tmp_path, words=("*.html",))

    def test_a_directory_without_articles(self, stancecli: Tool, command: str, tmp_path: Path) -> None:
        (tmp_path / "notes.xyz").write_text("no article")
        bad(stancecli, command, tmp_path, words=(str(tmp_path), "no articles"))

    @pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf"])
    def test_an_empty_file(self, stancecli: Tool, command: str, data: bytes, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(data)
        bad(stancecli, command, "a.txt", cwd=tmp_path, words=("a.txt",))

    def test_binary_data(self, stancecli: Tool, command: str, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 20)
        bad(stancecli, command, "a.txt", cwd=tmp_path, words=("a.txt",))

    def test_a_broken_encoding(self, stancecli: Tool, command: str, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"\xff\xfe" + "The goons ran.".encode("utf-16-le") + b"\x00\xd8\x41\x00\x00")
        bad(stancecli, command, "a.txt", cwd=tmp_path, words=("a.txt",))

    def test_a_record_without_text(self, stancecli: Tool, command: str, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_text('{"id": 1, "text": "Fine words."}\n\n{"id": 2, "txt": "Other"}\n{"id"\n')
        told = bad(stancecli, command, "a.jsonl", cwd=tmp_path, words=("a.jsonl:3", "text"))
        assert "a.jsonl:4" in told

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_an_unreadable_file(self, stancecli: Tool, command: str, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(TEXT)
        (tmp_path / "a.txt").chmod(0)
        bad(stancecli, command, "a.txt", cwd=tmp_path, words=("a.txt", "Permission denied"))

    def test_what_is_no_file_at_all(self, stancecli: Tool, command: str) -> None:
        bad(stancecli, command, "/proc/self/mem", words=("/proc/self/mem", "cannot be read"))

    def test_a_lexicon_that_is_not_there(self, stancecli: Tool, command: str) -> None:
        bad(stancecli, command, "-", "--lexicon", "labls", stdin=TEXT, words=("labls", "did you mean"))

    def test_a_lexicon_with_a_mistake(self, stancecli: Tool, command: str, tmp_path: Path) -> None:
        (tmp_path / "own.yaml").write_text(OWN.replace("weight", "weihgt"))
        bad(stancecli, command, "-", "--lexicon", "own.yaml", stdin=TEXT, cwd=tmp_path,
            words=("own.yaml:7:", "did you mean", "weight"))  # fmt: skip

    def test_an_alias_bomb(self, stancecli: Tool, command: str, tmp_path: Path) -> None:
        bomb = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 64))
        (tmp_path / "bomb.yaml").write_text(bomb)
        bad(stancecli, command, "-", "--lexicon", "bomb.yaml", stdin=TEXT, cwd=tmp_path, words=("bomb.yaml",))

    def test_the_others_go_on(self, stancecli: Tool, command: str, news: Path) -> None:
        done = stancecli(command, "missing.txt", news, "also.txt", "--format", "json")
        assert done.code == 3
        whole = json.loads(done.out)
        assert len(whole["documents"]) == 2
        assert [failure["id"] for failure in whole["failures"]] == ["missing.txt", "also.txt"]
        assert {failure["error"]["place"] for failure in whole["failures"]} == {"missing.txt", "also.txt"}

    def test_a_closed_pipe_ends_silently(self, command: str, harbour: Path) -> None:
        """`| head`: the reader goes away while there is more to come."""
        tool = [sys.executable, "-m", "stancecli", command, *[str(harbour)] * 200, "--format", "json"]
        with subprocess.Popen(tool, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
            assert process.stdout and process.stderr
            process.stdout.read(10)
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(60) == 0

    def test_ctrl_c(self, command: str) -> None:
        tool = [sys.executable, "-m", "stancecli", command, "-", "--format", "jsonl", "-q"]
        with subprocess.Popen(
            tool, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        ) as process:
            time.sleep(2)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err) == (130, b"", b"")

    def test_a_full_disk(self, command: str, harbour: Path) -> None:
        tool = [sys.executable, "-m", "stancecli", command, str(harbour)]
        with open("/dev/full", "w") as full:
            done = subprocess.run(tool, stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
        assert done.returncode == 3
        assert b"standard output: No space left on device" in done.stderr and b"Traceback" not in done.stderr

    @pytest.mark.parametrize("closed", [0, 1])
    def test_a_closed_stream(self, command: str, harbour: Path, closed: int) -> None:
        """`<&-` and `>&-`: the process starts without standard input or output."""
        tool = f"exec {sys.executable} -m stancecli {command} {harbour} {closed}<&-"
        done = subprocess.run(["sh", "-c", tool], capture_output=True, env=environment(), check=False)
        assert done.returncode == 0 and b"Traceback" not in done.stderr

    def test_hostile_words_are_shown_as_text(self, stancecli: Tool, command: str, tmp_path: Path) -> None:
        hostile = b'"The [red]goons[/red] \x1b[2J\xc2\x9b2J\x07 are liars," said Ida Lund [bold] \x1b]0;title\x07.\n'
        name = "a\x1b[2J.txt"
        (tmp_path / name).write_bytes(hostile)
        for color in ("always", "never"):
            done = stancecli(command, name, "missing\x1b[2J.txt", "--color", color, cwd=tmp_path)
            assert done.code == 3
            assert "\x1b[2J" not in done.out + done.err and "\x07" not in done.out + done.err
            assert "\\x1b[2J" in done.err
        done = stancecli("analyze", name, "--view", "quotes", cwd=tmp_path)
        assert "[red]goons[/red]" in done.out and "\x1b" not in done.out


def test_help_into_a_closed_pipe_ends_silently() -> None:
    tool = f"{sys.executable} -m stancecli --help"
    done = subprocess.run(["bash", "-c", f"{tool} | true; echo ${{PIPESTATUS[0]}}"], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_another_language_is_answered_with_a_warning(stancecli: Tool) -> None:
    german = "Der Minister sagte am Montag, dass die Verhandlungen mit dem Nachbarland gescheitert sind. " * 5
    done = stancecli("analyze", "--format", "json", "--stdin-name", "zeitung", stdin=german.encode())
    assert done.code == 0 and done.err.startswith("stancecli: zeitung: warning: ")
    assert documents(done.out)[0]["warnings"]
    assert stancecli("analyze", "-q", stdin=german.encode()).err == ""


@pytest.mark.parametrize(
    "text",
    ["a" * 300_000, "“" * 20_000, '"' * 20_001, "( ’ ' « " * 5_000, "said " * 50_000, "1234 %%% --- \x00 \x7f"],
    ids=["one word", "open quotes", "straight quotes", "odd marks", "cues only", "no letters"],
)
def test_odd_text_is_answered(stancecli: Tool, text: str) -> None:
    done = stancecli("analyze", "--format", "json", stdin=text.encode())
    assert "Traceback" not in done.err
    assert done.code == 0 or "\x00" in text


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
def test_no_thread_is_started_that_is_not_used(harbour: Path) -> None:
    code = (
        "import atexit, os, sys; from stancecli.cli import main;"
        "atexit.register(lambda: print('threads:', len(os.listdir('/proc/self/task')), file=sys.stderr)); main()"
    )
    call = [sys.executable, "-c", code, "analyze", harbour, "-q"]
    done = subprocess.run(call, capture_output=True, text=True, env=environment(), check=True)
    assert done.stderr.splitlines()[-1] == "threads: 1"
