"""The command line in a real pseudo-terminal: what a person sees on the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import NamedTuple

import pyte
import pytest
from process import environment

LOADED = b'{"id": "r", "text": "The goons lied to Ida Lund."}\n'


class Seen(NamedTuple):
    """How a process in a terminal ended: its code, the screen's lines, and all bytes that it wrote."""

    code: int
    screen: pyte.HistoryScreen
    raw: str

    @property
    def text(self) -> str:
        lines = [self._line(row) for row in self.screen.history.top]
        return "\n".join([*lines, *(line.rstrip() for line in self.screen.display)]).rstrip()

    def _line(self, row: dict[int, pyte.screens.Char]) -> str:
        return "".join(row[column].data for column in range(self.screen.columns)).rstrip()

    @property
    def colors(self) -> set[str]:
        rows = [*self.screen.history.top, *self.screen.buffer.values()]
        return {cell.fg for row in rows for cell in row.values()} - {"default"}


def see(
    *args: str | Path,
    stdin: bytes | None = None,
    stdout: int | None = None,
    columns: int = 100,
    interrupt: bytes = b"",
    **variables: str,
) -> Seen:
    """Run `stancecli` on a terminal of so many columns; `stdin` and `stdout` replace it at those ends."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "stancecli", *map(str, args)],
        stdin=theirs if stdin is None else subprocess.PIPE,
        stdout=theirs if stdout is None else stdout,
        stderr=theirs,
        env=environment(**variables),
        start_new_session=True,
    )
    os.close(theirs)
    if process.stdin is not None:
        process.stdin.write(stdin or b"")
        process.stdin.flush()
        if not interrupt:
            process.stdin.close()
    raw = _read(ours, process, interrupt)
    if process.stdin is not None and not process.stdin.closed:
        process.stdin.close()
    screen = pyte.HistoryScreen(columns, 40, history=1000, ratio=1)
    pyte.ByteStream(screen).feed(raw)
    return Seen(process.wait(60), screen, raw.decode())


def _read(terminal: int, process: subprocess.Popen[bytes], interrupt: bytes) -> bytes:
    """All that is written until the process ends; it gets a Ctrl-C once it has written `interrupt`."""
    read, started = b"", time.monotonic()
    while time.monotonic() - started < 60:
        if interrupt and interrupt in read:
            process.send_signal(signal.SIGINT)
            interrupt = b""
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # Linux: the other end is closed
                break
            if not piece:
                break
            read += piece
    os.close(terminal)
    return read


@pytest.mark.parametrize("command", ["analyze", "batch"])
def test_no_argument_shows_the_help(command: str) -> None:
    seen = see(command)
    assert seen.code == 0
    assert f"Usage: python -m stancecli {command}" in seen.text or f"Usage: stancecli {command}" in seen.text
    assert "Examples:" in seen.text


def test_colours_are_on_and_can_be_turned_off(harbour: Path) -> None:
    assert see("analyze", harbour).colors
    assert not see("analyze", harbour, NO_COLOR="1").colors
    assert not see("analyze", harbour, "--color", "never").colors
    assert not see("analyze", harbour, TERM="dumb").colors


@pytest.mark.parametrize("columns", [60, 100, 160])
def test_the_table_is_as_wide_as_the_terminal(harbour: Path, columns: int) -> None:
    """And never wider: the terminal would break its lines."""
    in_terminal = see("analyze", harbour, columns=columns).text
    assert in_terminal == see("analyze", harbour, "--width", str(columns), columns=200).text


def test_polarity_is_told_by_a_sign_without_colour_too(harbour: Path) -> None:
    seen = see("analyze", harbour, NO_COLOR="1", columns=140)
    assert "▼" in seen.text


def test_hostile_words_do_nothing_to_the_terminal(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_bytes(b'"The [red]goons[/red] \x1b[2J\x1b[31mare\x07 liars \xc2\x9b2J," said Ida Lund.\n')
    seen = see("analyze", article, "--view", "quotes")
    assert seen.code == 0
    assert "[red]goons[/red]" in seen.text
    assert "\x1b[2J" not in seen.raw and "\x07" not in seen.raw and "\x9b" not in seen.raw


@pytest.mark.parametrize(("format", "times"), [("table", 1), ("jsonl", 2)])
def test_a_failure_is_told_once_where_table_and_messages_share_a_screen(format: str, times: int) -> None:
    seen = see("batch", "missing.txt", "--format", format)
    assert seen.code == 3
    assert seen.text.count("there is no such file or directory") == times


def test_a_failure_is_told_on_the_screen_when_the_table_goes_elsewhere() -> None:
    seen = see("batch", "missing.txt", "-q", stdout=subprocess.DEVNULL)
    assert seen.text == "stancecli: missing.txt: there is no such file or directory"


# --- progress -------------------------------------------------------------------------------------


def test_progress_is_shown_and_leaves_the_screen(tmp_path: Path) -> None:
    with (tmp_path / "out.jsonl").open("wb") as out:
        seen = see("batch", "-", "--format", "jsonl", stdin=LOADED * 1200, stdout=out.fileno())
    assert seen.code == 0
    bar = seen.raw.partition("stancecli: ")[0]
    assert "documents, " in bar and "words a second" in bar
    assert seen.text.startswith(
        "stancecli: 1,200 documents, 7,200 words\nstancecli: loudest actors: author 2,400 (33.3 per 100)"
    )
    assert (tmp_path / "out.jsonl").read_bytes().count(b"\n") == 1200


def test_progress_does_not_mix_with_answers_on_the_same_screen() -> None:
    seen = see("batch", "-", "--format", "jsonl", stdin=LOADED * 3, columns=20_000)
    *answers, summary, actors, categories = seen.text.splitlines()
    assert len(answers) == 3 and all(line.startswith("{") and line.endswith("}") for line in answers)
    assert summary == "stancecli: 3 documents, 18 words"
    assert "loudest actors" in actors and "loudest categories" in categories


@pytest.mark.parametrize("args", [["-q"], []])
def test_no_progress_when_quiet_or_where_nobody_looks(args: list[str], tmp_path: Path) -> None:
    if args:
        seen = see("batch", "-", "--format", "jsonl", "-q", stdin=LOADED * 40, stdout=subprocess.DEVNULL)
        assert (seen.code, seen.raw) == (0, "")
    else:
        tool = [sys.executable, "-m", "stancecli", "batch", "-"]
        done = subprocess.run(tool, input=LOADED * 40, capture_output=True, env=environment(), check=True)
        assert done.stderr.startswith(b"stancecli: 40 documents, 240 words\n") and done.stderr.count(b"\n") == 3


def test_ctrl_c_leaves_a_clean_screen() -> None:
    seen = see("batch", "-", "--format", "jsonl", stdin=LOADED * 40, stdout=subprocess.DEVNULL, interrupt=b"words")
    assert seen.code == 130
    assert re.fullmatch(r"stancecli: interrupted: \d+ documents?, \d+ words(\nstancecli: loudest .*)*", seen.text)
    assert not seen.screen.cursor.hidden


def test_bytes_are_not_written_to_a_terminal(harbour: Path) -> None:
    seen = see("batch", harbour, "--format", "parquet")
    assert (seen.code, seen.text) == (2, "stancecli: --format parquet: is no text for a terminal: name a file by -o")
