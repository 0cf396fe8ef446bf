"""JSON for programs: a line a document, or one value that grows; nothing lost, nothing that steers."""

from __future__ import annotations

import json
import subprocess
import sys

import msgspec
import pytest
from rendered import FAILURE, RECORD, empty, hostile, story
from test_render_table import same_as_golden

from stancecli.model import SCHEMA, Failure, Report
from stancecli.render import Run, formats, renderer

RESULTS = (story(), FAILURE, empty(), hostile(), RECORD)


def written(name: str, *results) -> str:
    return "".join(renderer(name)(Run(results)))


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_looks_as_designed(name):
    same_as_golden(f"report.{name}", written(name, *RESULTS))


def test_formats_are_the_files_of_the_folder():
    assert formats() == (
        "checkstyle", "csv", "csv-hits", "github", "gitlab", "json", "jsonl", "junit", "markdown", "parquet", "sarif",
        "table", "tap", "unix",
    )  # fmt: skip


def test_a_line_for_each_result_in_order():
    lines = written("jsonl", *RESULTS).splitlines()
    assert [json.loads(line)["id"] for line in lines] == [
        "news/story.txt", "broken.txt", "-", "evil\x1b]0;x\x07.txt", "r\x1b7",
    ]  # fmt: skip
    assert json.loads(lines[1]) == {
        "id": "broken.txt",
        "error": {"message": "is not text: it has null bytes", "place": "broken.txt"},
    }


def test_a_report_is_the_same_when_it_is_read_again():
    line = written("jsonl", story())
    assert msgspec.json.decode(line, type=Report) == story().report
    assert list(json.loads(line)) == list(Report.__struct_fields__)
    assert msgspec.json.decode(written("jsonl", FAILURE), type=Failure) == FAILURE


def test_json_holds_the_same_documents_as_the_lines():
    whole = json.loads(written("json", *RESULTS))
    lines = [json.loads(line) for line in written("jsonl", *RESULTS).splitlines()]
    assert list(whole) == ["schema", "documents", "failures"]
    assert whole["schema"] == SCHEMA
    assert whole["documents"] == [line for line in lines if "schema" in line]
    assert whole["failures"] == [line for line in lines if "error" in line]


@pytest.mark.parametrize("results", [(), (FAILURE,), (story(),), (empty(), empty())])
def test_json_is_whole_whatever_came(results):
    text = written("json", *results)
    whole = json.loads(text)
    assert text.endswith("}\n")
    assert len(whole["documents"]) + len(whole["failures"]) == len(results)


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_nothing_that_a_terminal_obeys_or_a_file_cannot_hold(name):
    text = written(name, *RESULTS)
    assert all(char.isprintable() or char == "\n" for char in text)
    assert "\\ud83d" not in text
    read = json.loads(text if name == "json" else text.splitlines()[3])
    document = read["documents"][2] if name == "json" else read
    assert document["text"] == hostile().parse.document.text.replace("\ud83d", "\ufffd")


def test_numbers_that_json_does_not_have_become_null():
    row = msgspec.structs.replace(story().report.actors[0], density=float("nan"))
    report = msgspec.structs.replace(story().report, actors=(row,))
    assert '"density":null' in written("jsonl", msgspec.structs.replace(story(), report=report))


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_a_document_is_written_before_the_next_is_asked_for(name):
    taken = []

    def results():
        for result in (story(), empty()):
            taken.append(result.report.id)
            yield result

    for piece in renderer(name)(Run(results())):
        if '"news/story.txt"' in piece:
            break
    assert taken == ["news/story.txt"]


def test_programs_do_not_wait_for_what_only_people_see():
    code = """if True:
        import sys
        from stancecli.render import Run, formats, renderer
        for name in set(formats()) - {"github", "parquet", "table"}:
            list(renderer(name)(Run([])))
        formats()
        print([name for name in ("rich", "click", "nltk", "numpy") if name in sys.modules])
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
