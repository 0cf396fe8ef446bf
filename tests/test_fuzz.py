"""Nothing that is read ends the program, whatever it holds: readers, lexicons, settings, rules, results, the pipeline.

The normal run takes a few examples, the same each time. `--fuzz SECONDS` looks further for that long in each fuzzer
(`make fuzz`), half of it led by libFuzzer where atheris is installed; what it finds is kept as an example beside its fuzzer, or as a test where it was mended.
"""

from __future__ import annotations

import io
import json
import os
import random
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import guided
import hypothesis
import pytest
from faults import WORDS, hostile_bytes, hostile_text
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from test_store import corpus

from stancecli.config.load import load_config
from stancecli.errors import StanceError, UsageError
from stancecli.gate import parse_rule
from stancecli.lexicon.find import LexiconFile
from stancecli.lexicon.load import check
from stancecli.model import Answer, Failure, Input
from stancecli.pipeline import answer, prepare
from stancecli.read import read
from stancecli.records import Records
from stancecli.render import Run, formats, renderer
from stancecli.results import results
from stancecli.roster import build_roster
from stancecli.streams import unpacked, whole

Fuzz = Callable[[Callable[[Any], None], st.SearchStrategy[Any]], None]


@pytest.fixture
def fuzz(request: pytest.FixtureRequest) -> Fuzz:
    """Try a property: on a few examples, or with new ones until the time is over."""
    relaxed = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck)}

    def run(tried: Callable[[Any], None], examples: st.SearchStrategy[Any]) -> None:
        seconds: float = request.config.getoption("--fuzz")
        if not seconds:
            settings(max_examples=40, derandomize=True, **relaxed)(hypothesis.given(examples)(tried))()
            return
        if guided.is_there():
            guided.look(tried, examples, seconds / 2, **relaxed)
            seconds /= 2
        end, number = time.monotonic() + seconds, time.time_ns()
        while time.monotonic() < end:
            number += 1
            property = hypothesis.given(examples)(tried)
            hypothesis.seed(number)(settings(max_examples=200, derandomize=False, **relaxed)(property))()

    return run


# Texts of words, signs and what no text ought to hold; bytes of them; and what a seed makes of a hostile document.
SIGNS = st.sampled_from(
    [
        *WORDS,
        *"“”\"'‘’«»()—:.,;!?<>&#*_-[]`|=+@/\\{}%~^\n\t\r \0\x1b\x85\u2028\u202e\ufeff\ud800é国",
        "\n\n",
        "<p>",
        "said",
    ]
)
TEXTS = st.lists(SIGNS | st.text(max_size=3), max_size=60).map(" ".join) | st.lists(SIGNS, max_size=60).map("".join)
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys, or no file can hold."""

SEEDS = st.integers(0, 2**32).map(random.Random)
HOSTILE = TEXTS | SEEDS.map(hostile_text)
BYTES = (
    st.binary(max_size=300) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | SEEDS.map(hostile_bytes)
)


@st.composite
def changed(draw: st.DrawFn, seeds: tuple[bytes, ...]) -> bytes:
    """A sound file to which something was done: cut, doubled, overwritten."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        stop = draw(st.integers(start, min(len(data), start + 40)))
        piece = draw(
            st.binary(max_size=6)
            | st.sampled_from([b"[", b"{", b'"', b"\n", b"- ", b": ", b"&a ", b"*a", b"\0", b"\xff", b"!", b"'", b"%"])
        )
        data = data[:start] + piece * draw(st.sampled_from([1, 1, 1, 3, 2000])) + data[stop:]
    return data


# --- readers ----------------------------------------------------------------------------------------


def test_streams(fuzz: Fuzz) -> None:
    def tried(data: bytes) -> None:
        with suppress(OSError):
            assert isinstance(whole(unpacked(io.BytesIO(data))), bytes)

    import gzip

    import zstandard

    sound = (gzip.compress(corpus(3)), zstandard.compress(corpus(3)), gzip.compress(b"a") + gzip.compress(b"b"))
    fuzz(tried, BYTES | changed(sound))


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".tsv", ".parquet"])
def test_records(fuzz: Fuzz, ending: str) -> None:
    import pyarrow.parquet

    sink = io.BytesIO()
    pyarrow.parquet.write_table(
        pyarrow.Table.from_pylist([{"id": "1", "text": "The goons lied.", "date": "2026"}]), sink
    )
    table = b'id,text,title\n1,"The goons, ""so called"", lied.",x\n2,"two\nlines",\n'
    sound = {".jsonl": corpus(2), ".csv": table, ".tsv": table.replace(b",", b"\t"), ".parquet": sink.getvalue()}[
        ending
    ]

    def tried(data: bytes) -> None:
        for item in Records({"title": "headline"}).read(io.BytesIO(data), "f", ending):
            assert isinstance(item, Failure) or (isinstance(item.data, str) and item.id)

    fuzz(tried, BYTES | changed((sound,)))


def test_paths(fuzz: Fuzz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("The goons lied.")
    monkeypatch.chdir(tmp_path)

    def tried(path: str) -> None:
        name = path.replace("/", "").replace("..", "") or "x"
        assert name == "-" or all(item.id for item in read([name]))

    # What a command line can hold: bytes, decoded as Python decodes them.
    fuzz(tried, BYTES.map(os.fsdecode) | st.text("*?[]!a.-tx", max_size=9))


def test_results_of_earlier_runs(fuzz: Fuzz) -> None:
    items = answer([Input("a", "“The goons lied,” said Ida Lund of Tomas Brandt.")], prepare())
    sound = "".join(renderer("jsonl")(Run(list(items)))).encode()  # type: ignore[arg-type]

    def tried(data: bytes) -> None:
        assert list(results(["-"], io.BytesIO(data))) is not None

    fuzz(tried, BYTES | changed((sound, b'{"id": "a", "error": {"message": "m", "place": "p"}}\n')))


# --- what users write ---------------------------------------------------------------------------------

LEXICON = b"""lexicon: mine
language: en
version: 1
category: fear
description: Mine.
polarity: negative
weight: 1
entries:
  - term: goon
    inflect: noun
    pos: [NOUN]
    not: [goon squad]
    examples: {hit: ["A goon came."], miss: ["The Goon Show ran."]}
"""
CUES = b"""lexicon: cues-mine
kind: cues
language: en
version: 1
category: cues
description: Mine.
entries:
  - {term: slam, inflect: verb, takes: [noun-phrase], tilt: hostile, reports: speech, polarity: negative, weight: 1}
"""


def test_lexicons(fuzz: Fuzz) -> None:
    def tried(data: bytes) -> None:
        lexicon, faults = check(LexiconFile("mine.yaml", data))
        assert (lexicon is None) == bool(faults)

    fuzz(tried, BYTES | changed((LEXICON, CUES)))


def test_rosters(fuzz: Fuzz) -> None:
    def tried(data: bytes) -> None:
        roster, faults = build_roster(data, "actors.yaml")
        assert (roster is None) == bool(faults)

    fuzz(
        tried,
        BYTES | changed((b"actors:\n  - name: Ida Lund\n    kind: person\n    aliases: [the boss]\n    gender: f\n",)),
    )


@pytest.mark.parametrize("name", ["stancecli.yaml", "pyproject.toml"])
def test_settings(fuzz: Fuzz, tmp_path: Path, name: str) -> None:
    yaml = b"ignore: [regime]\nfail-on: ['author.density > 3']\noverrides:\n  - paths: [a/]\n    fail-on: []\ntimeout: 60\n"
    toml = b'[tool.stancecli]\nignore = ["regime"]\nfail-on = ["author.density > 3"]\n[[tool.stancecli.overrides]]\npaths = ["a/"]\n'
    file = tmp_path / name

    def tried(data: bytes) -> None:
        file.write_bytes(data)
        with suppress(StanceError):
            load_config(str(file))

    fuzz(tried, BYTES | changed((yaml if name.endswith("yaml") else toml,)))


def test_gate_rules(fuzz: Fuzz) -> None:
    pieces = [
        "run:",
        "hits",
        "stance",
        "author",
        *'[],=*."<>-',
        "!=",
        ">=",
        "density",
        "category",
        "1",
        ".5",
        " ",
        "e9",
        "inf",
    ]

    def tried(text: str) -> None:
        try:
            rule = parse_rule(text)
        except UsageError as error:
            assert error.message.split("\n")[2].strip() == "^"
        else:
            assert parse_rule(rule.text) == rule

    fuzz(tried, st.text() | st.lists(st.sampled_from(pieces), max_size=24).map("".join) | HOSTILE)


# --- the whole pipeline -------------------------------------------------------------------------------


def test_the_pipeline_and_every_format(fuzz: Fuzz) -> None:
    """Every document has its answer, whose words add up and whose places lead back to the text."""
    tools = prepare()

    def tried(item: Input) -> None:
        (result,) = answer([item], tools)
        for format in formats():
            written = list(renderer(format)(Run([result])))
            if format != "parquet":
                assert not OBEYED.search("".join(written)), format  # type: ignore[arg-type]
        if isinstance(result, Answer):
            report, text = result.report, result.parse.document.text
            assert sum(row.words for row in report.actors) == report.words
            assert all(text[hit.start : hit.end] == hit.text for hit in report.hits if not result.parse.document.marks)
            assert json.loads("".join(renderer("jsonl")(Run([result]))))["id"]  # type: ignore[arg-type]

    media = st.sampled_from([None, "text", "markdown", "html"])
    about = {"targets": st.lists(TEXTS, max_size=2).map(tuple), "title": st.none() | TEXTS}
    fuzz(tried, st.builds(Input, id=st.just("x"), data=HOSTILE | BYTES, media=media, **about))
