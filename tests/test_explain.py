"""`explain`: the article on a screen, as Markdown and as HTML."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from browsing import without_barriers
from process import ARTICLE, Tool, run
from rich.cells import cell_len
from test_render_table import SGR, WIDTHS, same_as_golden
from test_terminal import see

from stancecli import __version__

FERRY = Path(__file__).parent / "golden" / "explain" / "ferry.txt"
WORDS = FERRY.with_name("words.yaml")
HOSTILE = (
    '# A \x1b[2Jstory <script>alert(1)</script>\n\n"The [goons](javascript:x) <img src=x onerror=alert(2)> are \x9b31m '
    '\u202eliars & **thugs** | `x`," said Ida </script> Lund.\n'
)


@cache
def ferry(*args: str | Path, **variables: str) -> str:
    """What is said of the ferry: the same arguments are run once."""
    done = run("explain", FERRY.name, "--lexicon", WORDS.name, *args, cwd=FERRY.parent, **variables)
    assert done.code == 0, done.err
    return done.out


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "<b>evil.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


@pytest.mark.parametrize("width", WIDTHS)
def test_looks_as_designed_on_a_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FERRY.parent)
    seen = see("explain", FERRY.name, "--lexicon", WORDS.name, columns=width, PAGER="cat")
    assert seen.code == 0
    assert {"red", "green", "cyan", "magenta"} <= seen.colors
    same_as_golden(f"explain/screen-{width}.txt", seen.text + "\n")
    bare = see("explain", FERRY.name, "--lexicon", WORDS.name, columns=width, PAGER="cat", NO_COLOR="1")
    assert not bare.colors
    same_as_golden(f"explain/screen-{width}-bare.txt", bare.text + "\n")


def test_looks_as_designed_in_colour_ascii_markdown_and_html() -> None:
    same_as_golden("explain/screen-colour.ansi", ferry("--color", "always", "--width", "80"))
    ascii_only = ferry("--width", "80", PYTHONIOENCODING="ascii")
    assert ascii_only.isascii()
    same_as_golden("explain/screen-ascii.txt", ascii_only)
    same_as_golden("explain/ferry.md", ferry("--format", "markdown"))
    same_as_golden("explain/ferry.html", ferry("--format", "html"))


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("x.html", "html"),
        ("x.HTM", "html"),
        ("x.md", "markdown"),
        ("x.markdown", "markdown"),
        ("x.txt", "screen"),
        ("x", "screen"),
    ],
)
def test_the_ending_of_a_file_says_its_format(name: str, format: str, tmp_path: Path) -> None:
    ferry("-o", tmp_path / name, "--width", "80")
    ferry("-o", tmp_path / "asked.html", "--format", format, "--width", "80")
    assert (tmp_path / name).read_bytes() == (tmp_path / "asked.html").read_bytes()


def test_an_ending_of_no_format_is_refused() -> None:
    done = run("explain", FERRY, "-o", "x.docx")
    assert done.code == 2
    assert done.err.startswith("stancecli: -o x.docx: no format ends in .docx: name a file in .html, ")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--actor", "Brant"), "No such actor here: Brant; did you mean Tomas Brandt?"),
        (("--actor", "Qqqq"), "No such actor here: Qqqq\n"),
        (("--line", "999"), "No words on line 999: the last line is "),
        (("--line", "2"), "No words on line 2\n"),
    ],
)
def test_what_is_wanted_and_not_there_is_told(args: tuple[str, str], told: str) -> None:
    shown = run("explain", ARTICLE, *args).out
    assert told in shown and "No loaded words" not in shown


def test_colour_replaces_marks_and_changes_no_word() -> None:
    def words(shown: str) -> str:
        article = re.sub(r"^.*│ ", "", shown.partition("Notes")[0], flags=re.MULTILINE)
        return re.sub(r"[A-Z?]‹|›|\[[−+]|(?<=\w)\](?=[⁰-⁹¹²³])|\s", "", article)

    coloured = SGR.sub("", ferry("--color", "always"))
    assert words(coloured) == words(ferry())
    assert "‹" not in coloured.partition("Notes")[0]


@pytest.mark.parametrize("width", [40, 61, 99, 300])
def test_no_line_is_wider_than_asked(harbour: Path, width: int) -> None:
    lines = run("explain", harbour, "--width", str(width)).out.splitlines()
    assert max(map(cell_len, lines)) <= width


def test_only_what_is_wanted_is_shown() -> None:
    by_line = ferry("--line", "5")
    assert "shabby" in by_line and "Brekke" not in by_line and "…" in by_line
    by_lines = ferry("--line", "1-3", "--line", "7-9")
    assert "WESTERHAVN" in by_lines and "Brekke" in by_lines and "Solheim" not in by_lines
    by_actor = ferry("--actor", "Brekke")
    assert "the vote was calm" in by_actor and "not a" not in by_actor
    by_category = ferry("--category", "name-calling")
    numbered = re.search(r"\[−goons\][⁰¹²³⁴-⁹]+", ferry())
    assert numbered, "the whole article has a note on it"
    assert numbered[0] in by_category and "[−shabby]" not in by_category and "reliable" not in by_category


def test_the_legend_tells_how_the_author_frames_a_voice(tmp_path: Path, stancecli: Tool) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "The regime of Nicolas Maduro fell. Maduro claimed that he won. He insisted that he will stay.\n"
    )
    for format in ("screen", "markdown", "html"):
        told = stancecli("explain", article, "--format", format).out
        assert "claimed, insisted; called regime" in " ".join(told.split()), format


def test_what_does_not_exist_is_told(stancecli: Tool) -> None:
    done = stancecli("explain", FERRY, "--category", "prase")
    assert (done.code, done.out) == (2, "") and "did you mean 'praise'?" in done.err
    done = stancecli("explain", FERRY, "--line", "a-b")
    assert done.code == 2 and "write a line or a range of lines" in done.err
    done = stancecli("explain", FERRY, "--actor", "Nobody Here")
    assert done.code == 0 and "no passage has what was asked for" in done.err
    done = stancecli("explain", "missing.txt")
    assert (done.code, done.out) == (3, "") and "missing.txt" in done.err


def test_a_record_of_a_corpus_is_an_article(tmp_path: Path, stancecli: Tool) -> None:
    corpus = tmp_path / "two.jsonl"
    corpus.write_text(
        '{"id": "one", "text": "The goons lied."}\n{"id": "two", "text": "It rained."}\n', encoding="utf-8"
    )
    for format in ("screen", "markdown", "html"):
        shown = stancecli("explain", corpus, "--format", format).out
        assert shown.index("The ") < shown.index("It rained")
    assert stancecli("explain", "-", stdin=b"The goons lied.").out.startswith("standard input")


PAGE = """<!doctype html>
<html><head>
<title>Mayor slams plan</title>
</head><body><article>

<h1>Mayor slams plan</h1>

<p>Mayor Ida Lund met reporters in the town hall on Tuesday, where she
spoke for an hour about the bridge.</p> <p>She then left.</p>
<p>"It is a disgrace," Lund said.
"Thugs planned it," she added.</p>
</article></body></html>
"""


def test_lines_of_a_page_are_those_of_its_file_as_for_hits(tmp_path: Path, stancecli: Tool) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    shown = stancecli("explain", page).out
    assert re.findall(r"^ *(\d+) .*?│", shown, re.MULTILINE) == ["6", "8", "9", "10"]
    hits = re.findall(r"^(\d+):\d+ .*\[(\w+)\]", stancecli("analyze", page, "--view", "hits").out, re.MULTILINE)
    assert [word for _, word in hits] == ["slams", "disgrace", "Thugs"]
    for line, word in hits:
        assert f"[−{word}]" in stancecli("explain", page, "--line", line).out
    results = tmp_path / "r.jsonl"
    results.write_text(stancecli("batch", page, "--format", "jsonl", "-q").out, encoding="utf-8")
    pages = []
    for given in (page, results):
        assert stancecli("report", given, "-o", tmp_path / "out.html").code == 0
        pages.append((tmp_path / "out.html").read_text(encoding="utf-8"))
    assert pages[0] == pages[1]


def test_a_long_article_goes_through_the_pager_of_a_terminal_only(tmp_path: Path, harbour: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho PAGED\ncat\n")
    pager.chmod(0o755)
    assert see("explain", harbour, PAGER=str(pager)).text.startswith("PAGED")
    assert "\x1b[4;31m" in see("explain", harbour, PAGER=str(pager)).raw
    assert "PAGED" not in see("explain", harbour, "--line", "1", "--category", "praise", PAGER=str(pager)).text
    assert "PAGED" not in run("explain", harbour, PAGER=str(pager)).out


def test_hostile_words_do_nothing_to_the_terminal(hostile: Path) -> None:
    for options in ([], ["--color", "always"]):
        raw = SGR.sub("", run("explain", hostile, *options).out)
        assert all(char.isprintable() or char == "\n" for char in raw)
    assert r"\x1b[2Jstory" in raw


def test_hostile_words_stay_words_in_markdown(hostile: Path) -> None:
    shown = run("explain", hostile, "--format", "markdown").out
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert r"\<script\>" in shown and "<script>" not in shown
    assert r"\[" in shown and "](javascript" not in shown.replace(r"\](", "")
    assert r"\|" in shown


class Page(HTMLParser):
    """What a browser would find: tags, attributes, and ids."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def test_hostile_words_stay_words_in_html(hostile: Path) -> None:
    text = run("explain", hostile, "--format", "html").out
    page = Page()
    page.feed(text)
    assert all(char.isprintable() or char == "\n" for char in text)
    assert not {"script", "img", "b", "iframe", "link"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
    assert "&lt;/script&gt; Lund" in text


def test_the_page_stands_alone_and_its_links_lead_somewhere(harbour: Path) -> None:
    text = run("explain", harbour, "--format", "html").out
    page = Page()
    page.feed(text)
    ids = [value for name, value in page.attributes if name == "id"]
    links = [value for name, value in page.attributes if name == "href"]
    assert len(ids) == len(set(ids))
    assert links and {link and link.removeprefix("#") for link in links} <= set(ids)
    assert all(link and link.startswith("#") for link in links)
    assert not [value for name, value in page.attributes if name == "src"]
    assert "default-src 'none'" in text and "unsafe" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_keeps_nobody_out(opened: Any, harbour: Path, tmp_path: Path, scheme: str) -> None:
    assert run("explain", harbour, "-o", tmp_path / "page.html").code == 0
    page = opened(tmp_path / "page.html", color_scheme=scheme, viewport={"width": 360, "height": 800}, bypass_csp=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    without_barriers(page)


def test_the_style_sheet_is_the_one_that_the_policy_allows() -> None:
    import hashlib
    from base64 import b64encode

    text = ferry("--format", "html")
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in text


def test_no_two_sections_of_a_page_have_one_name(tmp_path: Path) -> None:
    records = tmp_path / "two.jsonl"
    records.write_text('{"text": "The goons lied."}\n{"text": "The goons lied again."}\n', encoding="utf-8")
    names = re.findall(r'<section[^>]* aria-label="([^"]+)"', run("explain", records, "--format", "html").out)
    assert len(names) == 6 == len(set(names))


def test_no_legend_says_unattributed_twice(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text('It was late. "The goons lied to us all, and we know it."\n\nThe end came.\n', encoding="utf-8")
    legends = [run("explain", article, "--format", format).out for format in ("screen", "markdown", "html")]
    assert all("speaker unknown" in one for one in legends)
    assert not any(re.search(r"unattributed\W+(<[^>]+>)?\W*unattributed", one) for one in legends)


def test_a_file_takes_what_the_screen_would_show_and_says_what_made_it(tmp_path: Path) -> None:
    for format, mark in (("screen", f"made by stancecli {__version__}\n\n"), ("markdown", ""), ("html", "")):
        assert ferry("--format", format, "-o", tmp_path / "f", "--width", "80") == ""
        assert (tmp_path / "f").read_text(encoding="utf-8") == mark + ferry("--format", format, "--width", "80")
    article = tmp_path / "a.txt"
    article.write_text("The goons lied.", encoding="utf-8")
    done = run("explain", article, "-o", article)
    assert done.code == 2 and article.read_text(encoding="utf-8") == "The goons lied."
