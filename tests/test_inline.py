"""Marks in an article that set hits aside, in text, Markdown and HTML; and where a page's words stand."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancecli.anchors import anchors
from stancecli.clean import clean
from stancecli.errors import InputError
from stancecli.model import Answer, Input, Report
from stancecli.pipeline import answer, prepare
from stancecli.places import Places

TOOLS = prepare()


def report(text: str, media: str = "text") -> Report:
    (told,) = answer([Input("a", text, media=media)], TOOLS)  # type: ignore[arg-type]
    assert isinstance(told, Answer), told
    return told.report


def words(text: str, media: str = "text") -> list[str]:
    return [hit.text for hit in report(text, media).hits]


def mark(says: str) -> str:
    return f"<!-- stancecli: {says} -->"


FIRST = "The goons came to the council on Monday and stayed for an hour."
SECOND = "The thugs and a shameless man went to the mayor on Tuesday, and she went home at once."
THIRD = "The regime fell on Wednesday while it rained in the old town hall."


def parted(media: str, *pieces: str) -> str:
    if media == "html":
        inside = "\n".join(piece if piece.startswith("<!--") else f"<p>{piece}</p>" for piece in pieces)
        return f"<html><body><article>\n<h1>A day at the council</h1>\n{inside}\n</article></body></html>"
    return "\n\n".join(pieces) + "\n"


MEDIA = pytest.mark.parametrize("media", ["text", "markdown", "html"])


@MEDIA
@pytest.mark.parametrize(
    ("pieces", "left"),
    [
        ((FIRST, mark("ignore next"), SECOND, THIRD), ["goons", "regime"]),
        ((FIRST, mark("ignore next: thug"), SECOND, THIRD), ["goons", "shameless", "regime"]),
        ((FIRST, mark("ignore next: contempt, labels:thug"), SECOND, THIRD), ["goons", "regime"]),
        ((FIRST, mark("ignore next: name-calling"), SECOND, THIRD), ["goons", "shameless", "regime"]),
        ((mark("ignore start"), FIRST, SECOND, mark("ignore end"), THIRD), ["regime"]),
        ((FIRST, mark("ignore start: shameless"), SECOND, mark("ignore end"), THIRD), ["goons", "thugs", "regime"]),
        ((FIRST, SECOND, THIRD, mark("ignore file")), []),
        ((FIRST, f"{SECOND} {mark('ignore line')}", THIRD), ["goons", "regime"]),
        ((FIRST, f"The thugs came. {mark('ignore next')} They were shameless on Tuesday.", THIRD), ["goons", "thugs", "regime"]),
        ((FIRST, "<!--stancecli:ignore   next-->", SECOND), ["goons"]),
    ],
)  # fmt: skip
def test_what_a_mark_sets_aside(media: str, pieces: tuple[str, ...], left: list[str]) -> None:
    told = report(parted(media, *pieces), media)
    assert [hit.text for hit in told.hits] == left
    assert not [warning for warning in told.warnings if warning.startswith("line")]


@MEDIA
@pytest.mark.parametrize(
    ("says", "warning"),
    [
        ("ignore next", "there is nothing for 'ignore next' to ignore"),
        ("ignore next: goon", "there is nothing for 'ignore next: goon' to ignore"),
        ("ignore nxt", "'ignore nxt' is not a known instruction; did you mean 'ignore next'?"),
        ("ignore end", "'ignore end' has no start"),
        ("ignore start", "'ignore start' has no end, and holds to the end of the text"),
    ],
)
def test_a_mark_without_use_or_sense_is_told_at_its_line(media: str, says: str, warning: str) -> None:
    text = parted(media, FIRST, mark(says), "It rained on Tuesday, and nobody in the town was surprised by that.")
    line = text[: text.index("<!-- stancecli")].count("\n") + 1
    told = report(text, media)
    assert f"line {line}: {warning}" in told.warnings
    assert [hit.text for hit in told.hits] == ["goons"]


@MEDIA
def test_a_mark_is_no_word_and_moves_nothing(media: str) -> None:
    with_mark = report(parted(media, FIRST, f"{SECOND} {mark('ignore line: shameless')}", THIRD), media)
    without = report(parted(media, FIRST, SECOND, THIRD), media)
    assert with_mark.words == without.words and with_mark.sentences == without.sentences
    assert [hit.line for hit in with_mark.hits] == [hit.line for hit in without.hits if hit.text != "shameless"]


def test_figures_and_stances_leave_out_what_is_set_aside() -> None:
    text = "Ida Lund met the shameless goons of Ostmark. " * 8
    (author,) = (row for row in report(text).actors if row.name == "author")
    (less,) = (row for row in report(text + mark("ignore line: goon")).actors if row.name == "author")
    assert (author.loaded, less.loaded) == (16, 8)


# --- where the words of a page stand --------------------------------------------------------------

PAGE = """<!doctype html>
<html><head><title>Goons came to the council hall on Monday</title><script>var goons = "The goons lied";</script></head>
<body><nav><a href="/">Home</a> <a>The thugs lied</a></nav>
<!-- The goons lied -->
<article>
  <h1>Goons came to the council hall on Monday</h1>
  <p>The caf&eacute; owner said: &ldquo;The <b>thugs</b>
     lied&nbsp;to the mayor on Tuesday, and she
     went home.&rdquo;</p>
  <p>Nobody was surprised. The regime &amp; its
  cronies fell on Wednesday while it rained in the old town hall.</p>
</article></body></html>
"""


def test_hits_stand_at_the_line_and_column_of_the_page() -> None:
    for hit in report(PAGE, "html").hits:
        line = PAGE.splitlines()[hit.line - 1]
        assert line[hit.column - 1 :].startswith(hit.text), (hit.text, hit.line, hit.column)
    assert {"thugs", "regime", "cronies"} <= set(words(PAGE, "html"))


@settings(deadline=None)
@given(st.lists(st.sampled_from(["goons", "lied", "<p>", "</p>", "&eacute;", "a", " ", "\n", "<b>", "<!--", "-->", "<script>", "</script>", "&", "<", "é"]), max_size=60).map("".join))  # fmt: skip
def test_every_anchor_is_the_place_of_its_word(body: str) -> None:
    page = f"<html><body><p>{body}</p></body></html>"
    try:
        document = clean(Input("a", page, media="html"))
    except InputError:
        return
    places = Places(document)
    lines = page.split("\n")
    for anchor in document.anchors:
        assert places[anchor.at] == (anchor.line, anchor.column)
        there = lines[anchor.line - 1][anchor.column - 1 :]
        assert there[0] in (document.text[anchor.at], "&")


@pytest.mark.parametrize(
    "unit", ["goons ", "<", "<!--", "<script>", "<a ", "&amp", "a b c d ", "<p>goons lied</p>\n", "<style>"]
)
def test_anchors_are_found_in_linear_time(unit: str) -> None:
    page = unit * (300_000 // len(unit))
    started = time.process_time()
    anchors(page, "goons lied a b c d\n" * 5_000)
    assert time.process_time() - started < 5


@given(st.text())
def test_any_text_has_marks_or_none(text: str) -> None:
    for media in ("text", "markdown"):
        try:
            document = clean(Input("a", f"<!-- stancecli:{text}-->{text}", media=media))  # type: ignore[arg-type]
        except InputError:
            continue
        assert list(document.marks) == sorted(document.marks)
        assert all(one.end <= other.start for one, other in zip(document.marks, document.marks[1:], strict=False))
