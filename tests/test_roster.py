"""Your own actors: the file, where it is found, and what it changes. docs/actors.md is the example."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from process import ROOT, run

from stancecli import analyze
from stancecli.actors import identify
from stancecli.clean import clean
from stancecli.errors import RosterError
from stancecli.model import Actor, Failure, Input, Roster, Speech
from stancecli.pipeline import prepare, report
from stancecli.read import read
from stancecli.roster import build_roster, load_roster
from stancecli.segment import segment

PAGE = (ROOT / "docs/actors.md").read_text(encoding="utf-8")
HILL = "Ann Hill: {kind: person, aliases: [the lady]}\n"


def roster_of(text: str) -> Roster:
    roster, faults = build_roster(text.encode(), "own.yaml")
    assert roster is not None, faults
    return roster


def mistakes(text: str) -> list[str]:
    roster, faults = build_roster(text.encode(), "own.yaml")
    assert (roster is None) == bool(faults)
    return [f"{fault.place}: {fault.message}" for fault in faults]


def actors(text: str, roster: str, *targets: str) -> tuple[Actor, ...]:
    item = Input(id="test", data=text, targets=targets, roster=roster_of(roster))
    return identify(segment(clean(item)), Speech((), ())).actors


def mentions(text: str, roster: str) -> dict[str, list[str]]:
    return {actor.name: [text[start:end] for start, end in actor.mentions] for actor in actors(text, roster)}


def test_the_page_tells_what_happens() -> None:
    yaml, text = re.findall(r"```(?:yaml|text)\n(.*?)```", PAGE, re.DOTALL)[:2]
    rows = re.findall(r"^\| ([A-Z][^|]+?) \| (\w+) \| (.+?) \|$", PAGE, re.MULTILINE)
    found = [
        (actor.name, actor.kind, ", ".join(text[start:end] for start, end in actor.mentions))
        for actor in actors(text, yaml)
    ]
    assert len(rows) == 3 and found == rows


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- Ann Hill\n", "1: a file of actors is a mapping"),
        ("Ann Hill: person\n", "1: 'Ann Hill' must have a mapping"),
        ("Ann Hill: {}\n", "1: 'Ann Hill' has no 'kind': one of person, country, organisation, group"),
        ("Ann Hill:\n  kind: persn\n", "2: unknown value for 'kind': 'persn'; did you mean 'person'?"),
        ("Ann Hill:\n  kind: person\n  alias: [x]\n", "3: unknown key 'alias'; did you mean 'aliases'?"),
        ("Ann Hill:\n  kind: person\n  aliases: Hill\n", "3: 'aliases' must be a list"),
        ("Ann Hill:\n  kind: person\n  aliases: ['...']\n", "3: 'aliases' holds no word"),
        ("FOA: {kind: organisation, pronoun: he}\n", "1: 'FOA' has a 'pronoun'"),
        ("author: {kind: person}\n", "1: 'author' is a row of every report"),
        (
            HILL + "Sam Poe:\n  kind: person\n  aliases: [The Lady]\n",
            "2: 'The Lady' stands for 'Ann Hill' too, in line 1",
        ),
        (HILL + HILL, "2: 'Ann Hill' stands for 'Ann Hill' too, in line 1"),
        ("Ann Hill: {kind: person\n", "2: not valid YAML"),
        ("a: &x {kind: person}\nb: *x\n", "1: anchors and aliases"),
    ],
)
def test_each_mistake_is_told_at_its_line(text: str, told: str) -> None:
    assert mistakes(text)[0].startswith(f"own.yaml:{told}")


def test_an_empty_mapping_teaches_nobody() -> None:
    assert roster_of("{}").members == ()


@pytest.mark.parametrize(
    ("text", "roster", "found"),
    [
        ("Hill met the lady. The hill is high.", "Ann Hill: {kind: person, aliases: [Hill]}", {"Ann Hill": ["Hill"]}),
        ("Benny Hill sang.", "Ann Hill: {kind: person, aliases: [Hill]}", {"Benny Hill": ["Benny Hill"]}),
        ("Mayor Hill spoke.", "Ann Hill: {kind: person, aliases: [Hill]}", {"Ann Hill": ["Mayor Hill"]}),
        ("The owners left.", "FOA: {kind: group, aliases: [the owners]}", {"FOA": ["owners"]}),
        ("Some owners left.", "FOA: {kind: group, aliases: [the owners]}", {}),
        ("The owners of Oslo left.", "FOA: {kind: group, aliases: [the owners]}", {}),
        ("Iron Lady Street is a band.", "Iron Lady Street: {kind: group}", {"Iron Lady Street": ["Iron Lady Street"]}),
        ("Norrhaven denied it.", "Norrhaven: {kind: country}", {"Norrhaven": ["Norrhaven"]}),
        ("Robin Vale won. Vale wept.", "Robin Vale: {kind: person}", {"Robin Vale": ["Robin Vale", "Vale"]}),
    ],
)
def test_names_of_the_roster_are_found_as_they_must_be_written(
    text: str, roster: str, found: dict[str, list[str]]
) -> None:
    assert mentions(text, roster) == found


def test_a_pronoun_follows_the_roster() -> None:
    text = "Robin Vale met Tom Poe. She smiled."
    assert mentions(text, "Robin Vale: {kind: person, pronoun: she}")["Robin Vale"] == ["Robin Vale", "She"]


def test_a_target_may_be_an_alias_that_the_text_does_not_use() -> None:
    item = Input(id="x", data="Ann Hill is a liar.", targets=("the lady",), roster=roster_of(HILL))
    assert identify(segment(clean(item)), Speech((), ())).targets == {"the lady": "Ann Hill"}


def test_the_stamp_changes_with_the_roster() -> None:
    tools = prepare()
    stamps = [
        report(clean(Input(id="x", data="Ann Hill is here.", roster=roster)), tools).stamp
        for roster in (None, roster_of(HILL), roster_of(HILL + "Sam Poe: {kind: person}\n"))
    ]
    assert len({stamp.settings for stamp in stamps}) == 3
    assert len({stamp.input for stamp in stamps}) == 1


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Two folders of one article each; the outer one has a roster."""
    inner = tmp_path / "news" / "2026"
    inner.mkdir(parents=True)
    (tmp_path / "news" / "actors.yaml").write_text(HILL)
    for folder in (inner.parent, inner):
        (folder / "one.txt").write_text("The lady said that the bridge was safe.")
    (inner / "two.jsonl").write_text(json.dumps({"text": "The lady said that the bridge was safe."}) + "\n")
    return inner.parent


def test_the_folder_of_the_articles_teaches_their_actors(news: Path) -> None:
    inputs = list(read([str(news)]))
    assert len(inputs) == 3
    assert all(isinstance(item, Input) and item.roster == roster_of(HILL) for item in inputs)
    (inside,) = read([str(news / "2026" / "one.txt")])
    assert isinstance(inside, Input) and inside.roster is None, "a file's own folder has none"
    (beside,) = read([str(news / "one.txt")])
    assert isinstance(beside, Input) and beside.roster is not None
    (news / "2026" / "actors.yaml").write_text("Sam Poe: {kind: person}\n")
    nearest = [item.roster.members[0].name for item in read([str(news)]) if isinstance(item, Input) and item.roster]
    assert nearest == ["Sam Poe", "Sam Poe", "Ann Hill"]


def test_a_mistake_in_a_folder_fails_its_articles_and_no_others(news: Path) -> None:
    (news / "2026" / "actors.yaml").write_text("Sam Poe: {kind: man}\n")
    inner, records, outer = read([str(news)])
    for item in (inner, records):
        assert isinstance(item, Failure) and item.error.place.endswith("actors.yaml:1")
    assert isinstance(outer, Input)


def test_the_option_takes_the_place_of_the_folders_own(news: Path) -> None:
    own = news.parent / "own.yaml"
    own.write_text("Eve Roe: {kind: person, aliases: [the lady]}\n")
    (news / "actors.yaml").write_text("not: a roster\n")
    for command in ("analyze", "batch"):
        done = run(command, "--actors", own, "--format", "jsonl", news / "one.txt")
        assert done.code == 0, done.err
        assert json.loads(done.out)["attributions"][0]["source"]["actor"] == "Eve Roe"


def test_a_mistake_in_the_file_of_the_option_is_told_and_ends_with_3(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("Ann Hill:\n  kind: person\n  kin: person\n")
    done = run("analyze", "--actors", own, "-", stdin=b"Ann Hill spoke.")
    assert done.code == 3
    assert f"{own}:3: unknown key 'kin'; did you mean 'kind'?" in done.err
    missing = run("analyze", "--actors", tmp_path / "none.yaml", "-", stdin=b"Ann Hill spoke.")
    assert missing.code == 3 and "none.yaml: cannot be read" in missing.err


def test_the_library_takes_the_path(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(HILL)
    found = analyze("The lady said that it was late.", actors=str(path))
    assert [row.name for row in found.actors if row.mentions] == ["Ann Hill"]
    path.write_text("Ann Hill: {}\n")
    with pytest.raises(RosterError, match="has no 'kind'"):
        load_roster(str(path))
