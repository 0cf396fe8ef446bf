"""Compiled lexicons are kept for the next run: quick to load, the same as anew, and never in the way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
import yaml
from process import ARTICLE, ROOT, Tool, environment
from test_lexicon import ENTRY, HEAD
from test_lexicon import write as written
from timed import seconds

from stancecli.lexicon import check, find, load_lexicons
from stancecli.lexicon.source import LOADER
from stancecli.pipeline import analyze, prepare

OWN = f"{HEAD}weight: 5\n{ENTRY}"


@pytest.fixture
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own for a test, so that nothing is known from before."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("STANCECLI_CACHE_DIR", str(folder))
    return folder


def write(folder: Path, text: str = OWN) -> str:
    return written(folder, text)


def test_all_that_ships_is_compiled_in_a_second_and_a_half_and_ready_to_match_in_a_moment() -> None:
    """By the clock of the processor, and beside work on the same machine."""
    files = find(["default"])
    read = seconds(lambda: [yaml.load(file.data, LOADER) for file in files], 3)
    compiled = seconds(lambda: [check(file) for file in files], 3)
    assert compiled < 1.5 and compiled < 4 * read
    prepare()
    ready = seconds(prepare, 5)
    assert ready < 0.06 and ready < compiled / 15


def test_a_kept_lexicon_is_the_compiled_one(tmp_path: Path, own_cache: Path) -> None:
    path = write(tmp_path)
    first = load_lexicons([path])
    assert len(list(own_cache.iterdir())) == len(first)
    assert load_lexicons([path]) == first


def test_loading_what_is_kept_needs_neither_yaml_nor_the_inflections(stancecli: Tool) -> None:
    code = (
        "import sys, stancecli.lexicon as x; x.load_lexicons(); print({'yaml', 'lemminflect', 'nltk'} & {*sys.modules})"
    )
    for _ in "ab":
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True
        )
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("garbage", [b"", b"\x00\x01", b"\xc1" * 99])
def test_garbage_in_the_cache_is_compiled_over(tmp_path: Path, own_cache: Path, garbage: bytes) -> None:
    path = write(tmp_path)
    first = load_lexicons([path])
    for file in own_cache.iterdir():
        file.write_bytes(garbage)
    assert load_lexicons([path]) == first
    assert all(file.read_bytes() != garbage for file in own_cache.iterdir()), "and is kept anew"


def test_a_single_wrong_bit_is_noticed(tmp_path: Path, own_cache: Path) -> None:
    path = write(tmp_path)
    first = load_lexicons([path])
    (kept,) = (file for file in own_cache.iterdir() if b"The parade was fine" in file.read_bytes())
    whole = kept.read_bytes()
    kept.write_bytes(whole.replace(b"The parade was fine", b"The parade was fime"))
    assert load_lexicons([path]) == first
    assert kept.read_bytes() == whole


def test_a_report_is_the_same_bytes_with_the_cache_and_without(
    tmp_path: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = ARTICLE.read_text(encoding="utf-8") + "\n\nThe parade was a dud, the goons said."

    def reported() -> bytes:
        return msgspec.json.encode(analyze(text, lexicons=["default", write(tmp_path)], ignore=["war", "goon"]))

    anew, kept = reported(), reported()
    files = list(own_cache.iterdir())
    for file, other in pairwise(files):
        shutil.copy(other, file)
    exchanged = reported()
    monkeypatch.setenv("STANCECLI_CACHE_DIR", str(tmp_path / "own.yaml"))
    assert [kept, exchanged, reported()] == [anew] * 3
    assert b"own:dud" in anew


def test_entries_come_by_the_words_that_their_forms_begin_with() -> None:
    lexicons = load_lexicons()
    begun = lexicons.begun("cues", "tones")
    for lexicon in lexicons:
        for entry in lexicon.entries[::20]:
            words = {form[0] for form in entry.forms}
            assert all((entry in begun[word]) == (lexicon.kind in ("cues", "tones")) for word in words), entry.id


def test_a_cache_cut_short_is_compiled_over(tmp_path: Path, own_cache: Path) -> None:
    first = load_lexicons([write(tmp_path)])
    for file in own_cache.iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    assert load_lexicons([write(tmp_path)]) == first


def test_where_nothing_can_be_kept_lexicons_still_load(
    tmp_path: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    for place in (blocked, blocked / "below"):
        monkeypatch.setenv("STANCECLI_CACHE_DIR", str(place))
        assert load_lexicons([write(tmp_path)])[0].name == "own"
    assert list(own_cache.iterdir()) == []


def test_a_changed_file_is_compiled_anew_in_the_same_place(tmp_path: Path, own_cache: Path) -> None:
    for number in (1, 2, 3):
        (lexicon, *others) = load_lexicons([write(tmp_path, OWN.replace("version: 1", f"version: {number}"))])
        assert lexicon.version == number
        assert len(list(own_cache.iterdir())) == 1 + len(others)


def test_what_other_code_compiled_is_not_read(tmp_path: Path, own_cache: Path) -> None:
    """A copy of the package beside a library of which only the version is asked: this file inflects nothing."""
    write(tmp_path, OWN.replace("    inflect: noun\n", ""))
    shutil.copytree(ROOT / "stancecli", tmp_path / "stancecli", ignore=shutil.ignore_patterns("__pycache__"))
    library = tmp_path / "lemminflect" / "__init__.py"
    library.parent.mkdir()
    library.write_text("__version__ = '1'\n")
    code = (
        "from stancecli.lexicon import LexiconFile, load; load(LexiconFile('own.yaml', open('own.yaml', 'rb').read()))"
    )
    call = [sys.executable, "-c", code]
    variables = environment(PYTHONPATH=str(tmp_path), STANCECLI_CACHE_DIR=str(own_cache), PYTHONDONTWRITEBYTECODE="1")
    ours = (
        tmp_path / "stancecli" / name
        for name in ("model/lexicon.py", "tokens.py", "lexicon/build.py", "lexicon/inflect.py")
    )
    before = b""
    for changed in (None, *ours, library):
        if changed:
            changed.write_text(changed.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
        subprocess.run(call, env=variables, cwd=tmp_path, check=True)
        (kept,) = own_cache.iterdir()
        assert kept.read_bytes() != before, changed
        before, written = kept.read_bytes(), kept.stat().st_mtime_ns
        subprocess.run(call, env=variables, cwd=tmp_path, check=True)
        assert kept.stat().st_mtime_ns == written, "and is read, not made again"


def test_tests_leave_the_cache_of_whoever_runs_them_alone(tmp_path: Path, stancecli: Tool, harbour: Path) -> None:
    assert stancecli("analyze", harbour, HOME=str(tmp_path), XDG_CACHE_HOME=str(tmp_path)).code == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "darwin", reason="names of files are UTF-8 there")
def test_a_lexicon_whose_name_is_no_utf_8_is_read_and_not_kept(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path / "own") + b"\xff.yaml"
    with open(name, "w", encoding="utf-8") as file:
        file.write(OWN)
    command = [os.fsencode(sys.executable), b"-m", b"stancecli", b"analyze", os.fsencode(ARTICLE), b"--lexicon", name]
    done = subprocess.run(command, capture_output=True, env=environment(), cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
