"""Articles as PDF and as Word files, written by the libraries that people write them with."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from process import ARTICLE, ROOT, Tool, environment

from stancecli.clean import clean
from stancecli.errors import InputError
from stancecli.model import Input

docx = pytest.importorskip("docx", reason="Word files are written by python-docx")
platypus = pytest.importorskip("reportlab.platypus", reason="PDFs are written by ReportLab")
pytest.importorskip("pypdfium2", reason="PDFs are read by pypdfium2")

PARAGRAPHS = [" ".join(part.split()) for part in ARTICLE.read_text(encoding="utf-8").split("\n\n")]
BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(12))


def printed(paragraphs: list[str], *, times: int = 1, indent: float = 0, **how: object) -> bytes:
    """A PDF with a headline; where it is long, with a running head and page numbers."""
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet

    sheet, stream = getSampleStyleSheet(), io.BytesIO()
    body = sheet["BodyText"]
    if indent:
        body = ParagraphStyle("indented", parent=body, firstLineIndent=indent, spaceBefore=0, spaceAfter=0)

    def around(canvas, document):
        canvas.drawString(72, 820, "The Norrhaven Gazette, 3 March 2026")
        canvas.drawString(280, 30, f"Page {document.page} of 9")

    story = [
        platypus.Paragraph(text.replace("&", "&amp;"), body if number else sheet["Title"])
        for _ in range(times)
        for number, text in enumerate(paragraphs)
    ]
    furniture = {"onFirstPage": around, "onLaterPages": around} if times > 1 else {}
    platypus.SimpleDocTemplate(stream, **how).build(story, **furniture)
    return stream.getvalue()


def written(paragraphs: list[str], title: str = "") -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    document.core_properties.title = title
    for number, text in enumerate(paragraphs):
        document.add_paragraph(text, style=None if number else "Title")
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("indent", [0, 12], ids=["spaced", "indented"])
def test_a_pdf_gives_its_paragraphs_without_heads_and_page_numbers(indent: float) -> None:
    found = clean(Input(id="x", data=printed(PARAGRAPHS, times=4, indent=indent)))
    assert found.extracted and found.text.split("\n") == PARAGRAPHS * 4


def test_the_title_of_a_pdf_counts_where_it_shows() -> None:
    shown = printed(PARAGRAPHS, title="Norrhaven claims victory as harbour talks collapse")
    assert clean(Input(id="x", data=shown)).title == "Norrhaven claims victory as harbour talks collapse"
    assert clean(Input(id="x", data=printed(PARAGRAPHS, title="Microsoft Word - 3.doc"))).title == PARAGRAPHS[0]


@pytest.mark.parametrize(
    "title", ["", "Word Document", "Untitled", "Microsoft Word - Talks.doc", "talks.html", "final.docx"]
)
def test_a_title_that_a_program_gave_is_none(title: str) -> None:
    paragraphs = [PARAGRAPHS[0], f"{title} was its name, said Ida Lund on Monday.", *PARAGRAPHS[1:]]
    assert clean(Input(id="x", data=written(paragraphs, title))).title == PARAGRAPHS[0]
    assert clean(Input(id="x", data=printed(paragraphs, title=title))).title == PARAGRAPHS[0]


def test_what_a_browser_prints_around_a_page_is_no_paragraph() -> None:
    from reportlab.lib.styles import getSampleStyleSheet

    def around(canvas, document):
        canvas.drawString(24, 820, "11/25/26, 9:07\u202fAM")
        canvas.drawString(280, 820, "Talks collapse")
        canvas.drawString(24, 20, "file:///home/ida/talks.html")
        canvas.drawString(540, 20, "1/1")

    stream = io.BytesIO()
    sheet = getSampleStyleSheet()
    story = [
        platypus.Paragraph(text, sheet["Title" if not number else "BodyText"])
        for number, text in enumerate(PARAGRAPHS[:4])
    ]
    platypus.SimpleDocTemplate(stream, topMargin=72).build(story, onFirstPage=around)
    found = clean(Input(id="x", data=stream.getvalue()))
    assert found.text.split("\n") == PARAGRAPHS[:4] and found.title == PARAGRAPHS[0]


def test_a_word_file_gives_its_paragraphs_and_tables() -> None:
    document, stream = docx.Document(io.BytesIO(written(PARAGRAPHS, "A title"))), io.BytesIO()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "The left cell spoke.", "The right cell did not."
    document.save(stream)
    found = clean(Input(id="x", data=stream.getvalue()))
    assert found.text.split("\n") == [*PARAGRAPHS, "The left cell spoke.", "The right cell did not."]
    assert (found.extracted, found.title, found.paragraphs[0].role) == (True, "A title", "headline")


WORD = (
    (
        "<w:p><w:r><w:t>Kept</w:t></w:r><w:ins><w:r><w:t> and added</w:t></w:r></w:ins><w:del><w:r><w:delText> and "
        "gone</w:delText></w:r></w:del><w:r><w:tab/><w:t>here.</w:t></w:r></w:p>"
    ),
    "<w:sdt><w:sdtContent><w:p><w:r><w:t>A control.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    (
        "<w:p><w:r><w:t>Before the frame.</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>In it.</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r><w:r><w:t>After it.</w:t></w:r></w:p>"
    ),
    (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/><w:vMerge w:val="restart"/></w:tcPr>'
        "<w:p><w:r><w:t>Once.</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
    ),
)
LINES = (["Kept and added here."], ["A control."], ["Before the frame.", "In it.", "After it."], ["Once."])


@pytest.mark.parametrize(
    ("xml", "lines"), list(zip(WORD, LINES, strict=True)), ids=["changes", "control", "frame", "merged"]
)
def test_all_that_a_word_file_shows_is_read_once(xml: str, lines: list[str]) -> None:
    kept = parts(written([]))
    document = kept["word/document.xml"].replace(b"<w:sectPr", xml.encode() + b"<w:sectPr", 1)
    found = clean(Input(id="x", data=packed({**kept, "word/document.xml": document})))
    assert found.text.split("\n") == lines


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_offsets_point_into_the_text_that_the_report_carries(tmp_path: Path, stancecli: Tool, ending: str) -> None:
    import json

    make: Callable[[list[str]], bytes] = printed if ending == "pdf" else written
    (tmp_path / f"a.{ending}").write_bytes(make(PARAGRAPHS))
    done = stancecli("batch", tmp_path, "--format", "jsonl", "-q")
    assert done.code == 0, done.err
    report = json.loads(done.out)
    assert report["text"].split("\n") == PARAGRAPHS and report["hits"]
    for hit in report["hits"]:
        assert report["text"][hit["start"] : hit["end"]] == hit["text"]
        assert report["text"].split("\n")[hit["line"] - 1][hit["column"] - 1 :].startswith(hit["text"])
    plain = json.loads(stancecli("analyze", ARTICLE, "--format", "json").out)["documents"][0]
    assert [hit["entry"] for hit in report["hits"]] == [hit["entry"] for hit in plain["hits"]]
    page = stancecli("report", tmp_path, "-q", "-o", tmp_path / "r.html")
    assert page.code == 0 and "reckless" in (tmp_path / "r.html").read_text(encoding="utf-8")


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def encrypted() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    return printed(PARAGRAPHS, encrypt=StandardEncryption("secret", canPrint=0))


def blank() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    page = Canvas(stream)
    page.rect(9, 9, 99, 99)
    page.save()
    return stream.getvalue()


HOSTILE = {
    "no PDF": ("pdf", lambda: b"%PDF-1.7\nnothing", "is a broken PDF"),
    "half a PDF": ("pdf", lambda: printed(PARAGRAPHS)[:200], "is a broken PDF"),
    "a page for nobody": ("pdf", encrypted, "is encrypted"),
    "a picture": ("pdf", blank, "scanned pages"),
    "no Word file": ("docx", lambda: b"not a zip", "is a broken Word file"),
    "half a Word file": ("docx", lambda: written(PARAGRAPHS)[:5000], "is a broken Word file"),
    "another archive": ("docx", lambda: packed({"a.txt": b"hello"}), "is a broken Word file"),
    "an old Word file": ("docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "with a password"),
    "a bomb": ("docx", lambda: packed({**parts(written(["x"])), "word/media/a.png": bytes(1 << 28)}), "128 MB"),
    "broken XML": ("docx", lambda: packed({**parts(written(["x"])), "word/document.xml": b"<a"}), "broken Word file"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_is_told_and_stops_no_other(name: str, tmp_path: Path, stancecli: Tool) -> None:
    ending, make, message = HOSTILE[name]
    (tmp_path / f"a.{ending}").write_bytes(make())
    (tmp_path / "b.txt").write_text("The goons lied.", encoding="utf-8")
    done = stancecli("batch", tmp_path, "--format", "jsonl")
    assert done.code == 3 and f"a.{ending}: " in done.err and message in done.err
    assert '"entry":"labels:goon"' in done.out and "Traceback" not in done.err


def test_a_broken_pdf_with_drawings_is_told(tmp_path: Path, stancecli: Tool) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n/Subtype /Form /Subtype /F#6frm nothing")
    done = stancecli("analyze", tmp_path / "a.pdf")
    assert done.code == 3 and "a.pdf: is a broken PDF" in done.err


def test_entities_of_a_word_file_are_not_unfolded() -> None:
    whole = parts(written(["Hello there.", "MARK"]))
    body = whole["word/document.xml"].decode().partition("?>")[2]
    whole["word/document.xml"] = f"<!DOCTYPE w [{BOMB}]>{body.replace('MARK', '&a11;')}".encode()
    try:
        assert len(clean(Input(id="x", data=packed(whole))).text) < 100
    except InputError as error:
        assert "broken Word file" in str(error)


@pytest.mark.parametrize(("ending", "module", "extra"), [("pdf", "pypdfium2", "pdf"), ("docx", "docx", "docx")])
def test_a_missing_extra_is_named(tmp_path: Path, ending: str, module: str, extra: str) -> None:
    """In a real process, to which the library is as if it were not installed."""
    (tmp_path / f"a.{ending}").write_bytes(printed(["x"]) if ending == "pdf" else written(["x"]))
    code = f"import sys; sys.modules[{module!r}] = None; from stancecli.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "analyze", str(tmp_path / f"a.{ending}")],
        capture_output=True,
        text=True,
        env=environment(),
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    assert (
        done.returncode == 3
        and f"pip install 'stancecli[{extra}]', or pip install '.[{extra}]' in a clone" in done.stderr
    )


def test_a_pipe_is_known_by_its_first_bytes(stancecli: Tool) -> None:
    for data in (printed(PARAGRAPHS), written(PARAGRAPHS)):
        done = stancecli("analyze", "-", stdin=data)
        assert done.code == 0 and "Ida Lund" in done.out


def test_pages_that_are_all_alike_keep_their_text() -> None:
    """What stands on every page is a running head only where there is something else."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream)
    for _ in range(3):
        canvas.drawString(72, 700, "Ida Lund said that the ferry was late.")
        canvas.showPage()
    canvas.save()
    assert "Ida Lund said" in clean(Input(id="x", data=stream.getvalue())).text
