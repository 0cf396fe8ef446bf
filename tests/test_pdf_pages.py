"""PDFs that are small to store and endless to read: each is read in a process that has a limit and outlives nobody."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from process import environment
from test_engines import children_of, gone, seconds_of, until

from stancecli import pdf_pages
from stancecli.clean import clean
from stancecli.errors import InputError
from stancecli.model import Input

pytest.importorskip("reportlab", reason="PDFs are written by ReportLab")
pytest.importorskip("pypdfium2", reason="PDFs are read by pypdfium2")

WORDS = b"BT /T 12 Tf 72 700 Td (Ida Lund spoke of goons.) Tj ET\n"


def stored(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1, the first of them its root."""
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>" % (len(places) + 1)
    return data + b"xref\n0 %d\n%s%s\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, table, trailer, len(data))


def stream(content: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def paged(*more: bytes, contents: int = 1, pages: int = 1) -> bytes:
    """A PDF that lists one page, and in it one stream of contents (object 5), so many times."""
    resources = b"/Resources << /Font << /T 4 0 R >> /XObject << /F 6 0 R >> >>"
    return stored(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b"3 0 R " * pages),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [%s] %s >>"
        % (b"5 0 R " * contents, resources),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    )


def drawn(times: int) -> bytes:
    """A page that draws one form so many times, which has so many words; what the form is stands elsewhere."""
    entries = b"/Type /XObject /Subtype 7 0 R /BBox [0 0 595 842] /Resources << /Font << /T 4 0 R >> >>"
    return paged(stream(b"/F Do " * times), stream(WORDS * times, entries), b"/Form")


def nested(depth: int, times: int) -> bytes:
    """A PDF whose page draws a form that draws another one so many times, and so on; the last one is words."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    page = Canvas(stream)
    for number in range(depth):
        page.beginForm(f"f{number}")
        if number:
            for _ in range(times):
                page.doForm(f"f{number - 1}")
        else:
            page.drawString(72, 700, "Ida Lund spoke of goons.")
        page.endForm()
    page.doForm(f"f{depth - 1}")
    page.save()
    return stream.getvalue()


ENDLESS = {
    "a form that is drawn many times": drawn,
    "contents that are listed many times": lambda times: paged(stream(WORDS * times), contents=times),
    "a page that is listed many times": lambda times: paged(stream(WORDS * times), contents=100, pages=times),
    "forms within forms": lambda times: nested(min(times, 12), min(times, 10)),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_pdf_without_end_is_left_in_time(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert clean(Input(id="x", data=ENDLESS[name](1))).text == "Ida Lund spoke of goons."
    monkeypatch.setattr(pdf_pages, "SECONDS", 1)
    endless = ENDLESS[name](4000)
    assert len(endless) < 30_000
    with pytest.raises(InputError, match="x: took longer than 1 s"):
        clean(Input(id="x", data=endless))


def started(folder: Path, *args: str) -> subprocess.Popen[bytes]:
    """A run over a PDF without end."""
    (folder / "a.pdf").write_bytes(nested(12, 10))
    tool = [sys.executable, "-m", "stancecli", *args, str(folder / "a.pdf")]
    return subprocess.Popen(tool, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())


def readers(pid: int) -> set[int]:
    """Processes that read PDFs, among the children of a process and theirs."""
    found: set[int] = set()
    for child in children_of(pid):
        with contextlib.suppress(OSError):
            found |= (
                {child} if b"stancecli.pdf_pages" in Path(f"/proc/{child}/cmdline").read_bytes() else readers(child)
            )
    return found


def at_work(process: subprocess.Popen[bytes]) -> set[int]:
    """The readers of a run, once one of them has read for a while."""
    until(lambda: any(seconds_of(reader) > 0.5 for reader in readers(process.pid)))
    return readers(process.pid)


@pytest.mark.parametrize("processes", ["1", "2"])
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_reader_outlives_the_run(tmp_path: Path, end: signal.Signals, processes: str) -> None:
    """Long before its own limit."""
    with started(tmp_path, "batch", "-p", processes) as process:
        left = at_work(process)
        process.send_signal(end)
        process.communicate(timeout=10)
    until(lambda: all(map(gone, left)), 5)


def test_no_reader_outlives_the_worker_that_is_late(tmp_path: Path) -> None:
    left: set[int] = set()
    with started(tmp_path, "batch", "-p", "2", "--timeout", "2") as process:
        until(lambda: left.update(readers(process.pid)) or process.poll() is not None)
        assert process.stderr and b"took longer than 2 s, twice" in process.stderr.read()
    assert len(left) == 2
    until(lambda: all(map(gone, left)), 5)


def test_a_reader_that_dies_is_told_from_a_broken_pdf(tmp_path: Path) -> None:
    with started(tmp_path, "analyze") as process:
        os.kill(at_work(process).pop(), signal.SIGKILL)
        assert process.stderr and b"a.pdf: ended the process that read it (SIGKILL)" in process.stderr.read()
    assert process.returncode == 3


def test_where_no_process_can_be_started_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(drawn(1))
    code = "import sys; sys.executable = 'nowhere'; from stancecli.cli import main; main()"
    tool = [sys.executable, "-c", code, "analyze", str(tmp_path / "a.pdf")]
    done = subprocess.run(tool, capture_output=True, text=True, env=environment(), check=False, timeout=60)
    assert done.returncode == 3
    assert "a.pdf: no worker process can be started (No such file or directory)" in done.stderr


def test_nothing_in_the_folder_is_run_where_a_pdf_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(nested(3, 1))
    (tmp_path / "msgspec.py").write_text("raise SystemExit(0)", encoding="utf-8")
    tool = Path(sys.executable).with_name("stancecli")
    done = subprocess.run(
        [tool, "analyze", "a.pdf"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(),
        check=False,
        timeout=60,
    )
    assert done.returncode == 0 and "a.pdf" in done.stdout, done.stderr
