"""Paths become inputs, and what cannot be read becomes a failure in its place."""

from __future__ import annotations

import gzip
import io
import json
import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec
from process import run

from stancecli.ignored import patterns_of
from stancecli.model import Failure, Input, Origin
from stancecli.read import NO_RECORDS, read


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return write


def ids(*paths, **options):
    return [item.id for item in read(paths, **options)]


def test_a_file_keeps_its_bytes_and_its_kind(folder):
    folder({"a.md": b"\xff\r\n", "b.HTML": "", "c.txt": "", "d.log": ""})
    assert list(read(["a.md"])) == [Input(id="a.md", data=b"\xff\r\n", media="markdown")]
    assert [item.media for item in read(["b.HTML", "c.txt", "d.log"])] == ["html", "text", None]


def test_a_directory_gives_its_articles_sorted(folder):
    folder(
        {"news/b.txt": "", "news/a/z.html": "", "news/a/photo.png": "", "news/.git/x.txt": "", "news/.hidden.txt": ""}
    )
    assert ids("news") == ["news/a/z.html", "news/b.txt"]
    assert ids("news/a/photo.png") == ["news/a/photo.png"]


def test_ignore_files_are_honoured_inside_and_above_a_directory(folder):
    folder(
        {
            ".git/HEAD": "",
            ".gitignore": "drafts/\n*.md\n/news/old.txt\n",
            "news/.stancecliignore": "!keep.md\n",
            "news/keep.md": "",
            "news/drop.md": "",
            "news/old.txt": "",
            "news/new.txt": "",
            "news/drafts/a.txt": "",
        }
    )
    assert ids("news") == ["news/keep.md", "news/new.txt"]
    assert ids("news/drop.md", "news/drafts") == ["news/drop.md", "news/drafts/a.txt"]


@pytest.mark.parametrize("line", ["!", "\\", "[z-a].txt", "["])
def test_a_line_that_is_no_pattern_names_nothing(folder, line):
    folder({"news/.gitignore": f"a.txt\n{line}\nb.txt\n", "news/a.txt": "", "news/b.txt": "", "news/c.txt": ""})
    assert ids("news") == ["news/c.txt"]


def test_a_pattern_that_the_shell_left_is_expanded(folder):
    folder({"a/2.txt": "", "a/1.txt": "", "b/3.txt": "", "odd[1].txt": ""})
    assert ids("*/*.txt") == ["a/1.txt", "a/2.txt", "b/3.txt"]
    assert ids("**/3.txt") == ["b/3.txt"]
    assert ids("odd[1].txt") == ["odd[1].txt"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("absent.txt", "there is no such file or directory"),
        ("absent*.txt", "no file matches this pattern"),
        ("empty", "holds no articles"),
        ("nul\0.txt", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_a_failure_and_the_rest_goes_on(folder, path, message):
    folder({"empty/picture.png": "", "good.txt": "x"})
    failure, good = read([path, "good.txt"])
    assert isinstance(failure, Failure)
    assert failure.id == failure.error.place == path
    assert message in failure.error.message
    assert good == Input(id="good.txt", data=b"x", media="text")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_a_failure(folder, tmp_path):
    folder({"a.txt": ""})
    (tmp_path / "a.txt").chmod(0)
    (failure,) = read(["a.txt"])
    assert "Permission denied" in failure.error.message


@pytest.mark.skipif(os.name != "posix", reason="links need no rights there")
def test_a_link_to_itself_is_a_failure_and_the_rest_goes_on(folder):
    folder({"news/a.txt": "", "news/c.txt": ""})
    os.symlink("b.txt", "news/b.txt")
    first, failure, last = read(["news"])
    assert (first.id, last.id) == ("news/a.txt", "news/c.txt")
    assert isinstance(failure, Failure) and failure.id == "news/b.txt"
    assert "cannot be read" in failure.error.message


@pytest.mark.skipif(os.name != "posix", reason="paths are short elsewhere")
def test_folders_may_be_nested_deeper_than_calls(folder, tmp_path):
    folder({"news/a.txt": "", "news/e.txt": ""})
    deep = "news" + "/d" * 1_500
    for end in range(len("news/d"), len(deep) + 1, 2):
        os.mkdir(deep[:end])
    with open(f"{deep}/c.txt", "w"):
        pass
    try:
        assert ids("news") == ["news/a.txt", f"{deep}/c.txt", "news/e.txt"]
    finally:
        os.remove(f"{deep}/c.txt")
        for end in range(len(deep), len("news"), -2):
            os.rmdir(deep[:end])


def test_an_empty_path_is_a_mistake_of_the_command_line(folder):
    folder({"a.txt": "x"})
    done = run("analyze", "a.txt", "")
    assert (done.code, done.out) == (2, "")
    assert "a PATH is empty" in done.err


@pytest.mark.skipif(os.name != "posix", reason="names of bytes")
def test_a_name_that_is_not_unicode_can_be_shown(tmp_path):
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text("x")
    (item,) = read([str(tmp_path)])
    assert item.id.endswith("�.txt")


def test_standard_input_is_an_article_or_records():
    assert list(read(["-"], stdin=io.BytesIO(b"x"))) == [Input(id="standard input", data=b"x")]
    assert list(read(["-"], stdin=io.BytesIO(b"x"), stdin_name="n")) == [Input(id="n", data=b"x")]
    assert list(read(["-"], stdin=io.BytesIO(b'{"text": "x"}'), records=True, stdin_name="n")) == [
        Input(id="n:1", data="x", origin=Origin("n", 1))
    ]


def test_records_carry_their_fields(folder):
    record = {
        "id": "r1",
        "text": "T",
        "title": "H",
        "url": "u",
        "date": "d",
        "outlet": "o",
        "targets": ["A", "B"],
        "more": [1, {}],
    }
    folder({"c.jsonl": "\ufeff" + json.dumps(record) + '\r\n\n{"id": 7, "text": ""}\n{"text": "x"}'})
    whole, numbered, unnamed = read(["c.jsonl"])
    assert whole == Input(
        id="r1", data="T", title="H", url="u", date="d", outlet="o", targets=("A", "B"), origin=Origin("c.jsonl", 1)
    )
    assert (numbered.id, unnamed.id) == ("7", "c.jsonl:4")


@pytest.mark.parametrize(
    ("line", "id", "message"),
    [
        ('{"id": "k"}', "k", "is no usable record: it has no 'text'; if"),
        ('{"text": 5}', "c.ndjson:2", "is no usable record: 'text' must be a text, but is a number"),
        ('{"id": [], "text": "x"}', "c.ndjson:2", "'id' must be a text or a number, but is a list"),
        (
            '{"id": 3, "text": "x", "targets": "A"}',
            "3",
            "'targets' must be a list of names ([\"Ann Hill\"]), but is a text",
        ),
        ('{"text": "x", "targets": ["A", 5]}', "c.ndjson:2", '(["Ann Hill"]), but holds a number'),
        ('["text"]', "c.ndjson:2", "is no usable record: it is a list, not an object"),
        ('{"text": "x"', "c.ndjson:2", "is not JSON"),
        ("plain words", "c.ndjson:2", "is not JSON"),
        ('{"more": ' + "[" * 100_000, "c.ndjson:2", "is not JSON"),
        ('{"text": 1, "id": "\udcff"}', "c.ndjson:2", "'text' must be a text"),
        ('{"text": 1, "more": ' + "[" * 200_000, "c.ndjson:2", "'text' must be a text"),
    ],
)
def test_a_bad_record_names_its_file_and_line(folder, line, id, message):
    corpus = ('{"text": "a"}\n' + line + '\n{"text": "b"}\n').encode("utf-8", "surrogateescape")
    folder({"c.ndjson": corpus})
    for found in (read(["c.ndjson"]), read(["-"], stdin=io.BytesIO(corpus), stdin_name="c.ndjson", records=True)):
        first, failure, last = found
        assert (first.data, last.data) == ("a", "b")
        assert (failure.id, failure.error.place) == (id, "c.ndjson:2")
        assert message in failure.error.message


@pytest.mark.parametrize("article", ["The council met.\n\nIt voted.\n", "\n\n[1]\n", "plain words"])
@pytest.mark.parametrize("packed", [bytes, gzip.compress])
def test_an_article_on_standard_input_is_told_once_where_records_are_wanted(article, packed):
    (failure,) = read(["-"], stdin=io.BytesIO(packed(article.encode())), records=True)
    assert (failure.error.place, failure.error.message) == ("standard input", NO_RECORDS)
    (answered,) = read(["-"], stdin=io.BytesIO(article.encode()), stdin_name="notes")
    assert answered.data == article.encode()


def test_a_broken_first_record_costs_no_other():
    bad, good = read(["-"], stdin=io.BytesIO(b'\n{"text": 1}\n{"text": "x"}\n'), records=True)
    assert (bad.error.place, good.data) == ("standard input:2", "x")


def test_a_renamed_field_is_told_by_its_name():
    (failure,) = read(["-"], stdin=io.BytesIO(b'{"my body": 1}\n'), records=True, columns={"text": "my body"})
    assert "'my body' must be a text, but is a number" in failure.error.message


def test_a_corpus_without_records_is_a_failure(folder):
    folder({"c.jsonl": "\n\n"})
    (failure,) = read(["c.jsonl"])
    assert failure.error.message == "holds no records"


def test_records_are_read_one_at_a_time():
    """The first is there before the second is written."""
    reader, writer = os.pipe()
    os.write(writer, b'{"text": "a"}\n')
    with os.fdopen(reader, "rb") as stream, os.fdopen(writer, "wb"):
        assert next(read(["-"], stdin=stream, records=True)).data == "a"


@pytest.mark.parametrize(
    ("pattern", "path"),
    [("*a" * 40 + "b.txt", "a" * 200 + ".txt"), ("a/**/" * 20 + "b.txt", "a/" * 60 + "c.txt")],
)
def test_a_pattern_that_explodes_is_read_in_a_moment(folder, pattern, path):
    folder({"news/.gitignore": f"{pattern}\nb.txt\n", f"news/{path}": "", "news/b.txt": ""})
    started = time.process_time()
    assert ids("news") == [f"news/{path}"]
    assert time.process_time() - started < 5


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "b", "*", "**/", "/", "?", "[ab]", "\\*", "."]), min_size=3, max_size=9).map(
        "".join
    ),
    st.lists(st.text("ab.*", min_size=1, max_size=4), min_size=1, max_size=4).map("/".join),
)
def test_patterns_with_many_stars_mean_what_they_mean(pattern, path):
    try:
        as_git_says = GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        return
    for name in (path, path + "/"):
        assert patterns_of([pattern]).check_file(name).include == as_git_says.check_file(name).include


def test_what_has_no_ending_is_json_lines_where_it_begins_with_a_record(folder):
    record = b'\n{"id": "a", "text": "One."}\n'
    folder({"corpus": record, "a.txt": record, "odd": b'{"id": "a"}\n', "story": b"{One} text.\n"})
    assert ids("corpus", "a.txt", "odd", "story") == ["a", "a.txt", "odd", "story"]
    assert ids("-", stdin=io.BytesIO(record)) == ["a"]
    assert ids("-", stdin=io.BytesIO(record), stdin_name="b.txt") == ["b.txt"]
