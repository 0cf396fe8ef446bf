"""`stancecli lexicon` as people use it, and the page that teaches it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from process import ROOT, Tool
from test_terminal import see

from stancecli.examples import try_examples
from stancecli.lexicon import LexiconFile, check, load_lexicons
from stancecli.lexicon.keys import ATTITUDE, CATEGORIES, KINDS_OF_LEXICON, Keys

GUIDE = (ROOT / "docs" / "lexicons.md").read_text(encoding="utf-8")
LESSONS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "city-hall.yaml"
    path.write_text(LESSONS[0], encoding="utf-8")
    return path


def test_list_keeps_to_a_narrow_terminal() -> None:
    head, *rows = see("lexicon", "list", columns=80).text.splitlines()
    assert head.split() == ["name", "pack", "category", "entries", "description"]
    assert rows and max(map(len, rows)) <= 80


def test_list_names_every_lexicon_on_a_line(stancecli: Tool) -> None:
    done = stancecli("lexicon", "list")
    head, *rows = done.out.splitlines()
    assert done.code == 0 and head.split()[:4] == ["name", "pack", "category", "entries"]
    for row, lexicon in zip(rows, load_lexicons(), strict=True):
        name, pack, _, entries, language, version, digest, *_ = row.replace(" +", "+").split()
        assert (name, pack, int(entries), language, int(version)) == (
            *(lexicon.name, lexicon.pack, len(lexicon.entries)),
            *(lexicon.language, lexicon.version),
        )
        assert lexicon.digest.startswith(digest) and len(digest) == 12


def test_list_starts_without_what_analysis_needs(stancecli: Tool) -> None:
    stancecli("lexicon", "list")  # compiles what is not kept yet
    done = stancecli("lexicon", "list", PYTHONVERBOSE="1")
    for heavy in ("nltk", "numpy", "yaml", "rich"):
        assert f"import '{heavy}'" not in done.err


@pytest.mark.parametrize("name", ["labels:goon", "goon", "Goons"])
def test_show_explains_an_entry_by_id_term_or_form(stancecli: Tool, name: str) -> None:
    done = stancecli("lexicon", "show", name)
    line = next(
        number
        for number, text in enumerate((ROOT / "lexicons/en/labels.yaml").read_text(encoding="utf-8").splitlines(), 1)
        if "term: goon" in text
    )
    assert done.code == 0
    assert re.search(rf"^labels:goon  .*labels\.yaml:{line}$", done.out, re.MULTILINE)
    for told in ("hired thugs", "goon, goons", "goon show", "members", "He sent Russian goons", "The Goon Show ran"):
        assert told in done.out


def test_show_shows_a_whole_lexicon(stancecli: Tool) -> None:
    done = stancecli("lexicon", "show", "labels")
    (labels, *_) = load_lexicons(["labels"])
    assert all(f"  {entry.term}  " in done.out for entry in labels.entries)


def test_show_looks_into_your_own(stancecli: Tool, own: Path) -> None:
    assert "Makes clerks small." in stancecli("lexicon", "show", "pencil pushers", "--lexicon", own).out


def test_show_says_what_was_probably_meant(stancecli: Tool) -> None:
    done = stancecli("lexicon", "show", "gooon")
    assert (done.code, done.out) == (3, "") and "did you mean 'goon'?" in done.err


def test_all_that_ships_is_valid_and_behaves_in_under_five_seconds(stancecli: Tool) -> None:
    """Of a processor, which others may be using too; and to try it costs little more than to check it."""
    spent = []
    for command in ("validate", "test"):
        before = os.times()
        done = stancecli("lexicon", command)
        after = os.times()
        assert (done.code, done.err) == (0, "")
        assert len(done.out.splitlines()) == len(load_lexicons())
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    checked, tried = spent
    assert tried < 5 and tried < 4 * checked


def test_validate_tells_every_mistake_of_every_file_on_stderr(stancecli: Tool, own: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(LESSONS[0].replace("inflect: noun", "infelct: noun"), encoding="utf-8")
    done = stancecli("lexicon", "validate", bad, "nowhere.yaml", own, cwd=tmp_path)
    assert done.code == 3
    assert done.out == "city-hall.yaml: 2 entries, no mistake\n"
    assert done.err.splitlines() == [
        "bad.yaml:10: unknown key 'infelct'; did you mean 'inflect'?",
        "bad.yaml:18: unknown key 'infelct'; did you mean 'inflect'?",
        "nowhere.yaml: no such file",
    ]


def test_a_name_that_is_nearly_a_file_here_is_told(stancecli: Tool, own: Path) -> None:
    done = stancecli("analyze", ROOT / "examples/harbour.txt", "--lexicon", "city-hal", cwd=own.parent)
    assert (done.code, "did you mean 'city-hall.yaml'?" in done.err) == (3, True)


def test_one_is_not_told_in_the_plural(stancecli: Tool, own: Path) -> None:
    own.write_text(LESSONS[0].partition("      miss")[0], encoding="utf-8")
    assert stancecli("lexicon", "validate", own, cwd=own.parent).out == "city-hall.yaml: 1 entry, no mistake\n"
    done = stancecli("lexicon", "test", own, cwd=own.parent)
    assert done.out == "city-hall.yaml: 1 entry, 1 example, all as they should be\n"


def test_validate_takes_folders_and_names(stancecli: Tool, own: Path) -> None:
    done = stancecli("lexicon", "validate", own.parent, "labels")
    assert (done.code, done.err, len(done.out.splitlines())) == (0, "", 2)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Two pencil pushers closed", "Two clerks closed", "'pencil pusher' is not found in its 'hit' example"),
        ("He pushed a pencil", "A pencil pusher put it", "'pencil pusher' is found in the 'miss' example"),
    ],
)
def test_test_tells_which_example_fails_and_where(stancecli: Tool, own: Path, old: str, new: str, told: str) -> None:
    own.write_text(LESSONS[0].replace(old, new), encoding="utf-8")
    done = stancecli("lexicon", "test", own, cwd=own.parent)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("city-hall.yaml:15: ") and told in done.err


def test_what_a_file_says_is_never_obeyed_by_the_terminal(stancecli: Tool, own: Path) -> None:
    odd = r'why: "\e[2J[red]small[/red]"'
    own.write_text(LESSONS[0].replace("why: Makes clerks small.", odd), encoding="utf-8")
    done = stancecli("lexicon", "show", "pencil pusher", "--lexicon", own)
    assert "\x1b" not in done.out and r"\x1b[2J[red]small[/red]" in done.out
    own.write_text(LESSONS[0].replace("inflect: noun", '"\\e[31m": noun'), encoding="utf-8")
    done = stancecli("lexicon", "validate", own)
    assert done.code == 3 and "\x1b" not in done.err


# --- the page that teaches it ---------------------------------------------------------------------


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.split()[1])
def test_what_the_guide_shows_is_valid_and_behaves(lesson: str) -> None:
    lexicon, faults = check(LexiconFile("lesson.yaml", lesson.encode()))
    assert faults == () and lexicon is not None
    assert try_examples([lexicon]) == [()]


def test_the_guide_knows_every_key_and_category() -> None:
    kinds = [Keys(kind) for kind in KINDS_OF_LEXICON]
    known = set(re.findall(r"^\| `([\w-]+)` \|", GUIDE, re.MULTILINE))
    keys = {key for kind in kinds for key in (*kind.file, *kind.group, *kind.entry)}
    assert known == keys | set(CATEGORIES) | set(ATTITUDE)


def test_the_mistake_in_the_guide_is_what_is_told(stancecli: Tool, own: Path) -> None:
    (shown,) = re.findall(r"```text\n(city-hall.*?)```", GUIDE, re.DOTALL)
    own.write_text(LESSONS[0].replace("inflect", "infelct", 1), encoding="utf-8")
    assert stancecli("lexicon", "validate", own, cwd=own.parent).err == shown


def test_the_guides_commands_work(stancecli: Tool, own: Path, harbour: Path) -> None:
    own.parent.joinpath("article.txt").write_bytes(harbour.read_bytes())
    for line in re.findall(r"^    stancecli (.*)$", GUIDE, re.MULTILINE):
        assert stancecli(*line.split(), cwd=own.parent).code == 0, line
