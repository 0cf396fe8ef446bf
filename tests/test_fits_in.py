"""Git, pre-commit and GitHub Actions: each with its own reader, or by running what it would run."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from identify.identify import tags_from_path
from pre_commit.clientlib import load_manifest
from process import ROOT, Tool, environment

LOADED = "The goons lied.\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A branch that has changed some files, while main went on."""
    for name in ("same.txt", "edited.txt", "gone.txt", "theirs.txt"):
        (tmp_path / name).write_text(LOADED)
    (tmp_path / ".gitignore").write_text("ignored.txt\n")
    git(tmp_path, "git init -q -b main", "git add .", "git commit -qm one", "git switch -qc mine")
    (tmp_path / "edited.txt").write_text(LOADED * 2)
    (tmp_path / "gone.txt").unlink()
    (tmp_path / "näu \n.txt").write_text(LOADED)
    git(tmp_path, "git add .", "git commit -qm two", "git switch -q main")
    (tmp_path / "theirs.txt").write_text(LOADED * 3)
    git(tmp_path, "git commit -qam three", "git switch -q mine")
    (tmp_path / "untracked.txt").write_text(LOADED)
    (tmp_path / "ignored.txt").write_text(LOADED)
    return tmp_path


def git(folder: Path, *commands: str) -> None:
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b"}
    for command in commands:
        subprocess.run(shlex.split(command), cwd=folder, check=True, capture_output=True, env=os.environ | who)


def read(done_out: str) -> list[str]:
    return [json.loads(line)["id"] for line in done_out.splitlines()]


def test_only_what_a_branch_has_changed_is_scored(stancecli: Tool, repository: Path) -> None:
    args = ("batch", ".", "-f", "jsonl", "-q", "--changed-since", "main")
    done = stancecli(*args, cwd=repository)
    assert (done.code, read(done.out)) == (0, ["./edited.txt", "./näu \n.txt", "./untracked.txt"])
    (repository / "below").mkdir()
    done = stancecli("batch", "../edited.txt", "../same.txt", *args[2:], cwd=repository / "below")
    assert read(done.out) == ["../edited.txt"]
    done = stancecli("batch", "same.txt", *args[2:], cwd=repository)
    assert (done.code, done.out) == (0, "")


@pytest.mark.parametrize(
    ("revision", "message"), [("nowhere", "no such revision"), ("--output=x", "does not begin with a hyphen")]
)
def test_a_revision_that_is_none_is_told(stancecli: Tool, repository: Path, revision: str, message: str) -> None:
    done = stancecli("batch", ".", f"--changed-since={revision}", cwd=repository)
    assert done.code == 2 and message in done.err
    assert not (repository / "x").exists()


def test_outside_of_a_repository_nothing_has_changed_since(stancecli: Tool, tmp_path: Path) -> None:
    done = stancecli(
        "batch", ".", "--changed-since", "main", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent)
    )
    assert done.code == 2 and "not a git repository" in done.err


def test_pre_commit_reads_the_hook_and_what_it_runs_fails_by_the_settings(tmp_path: Path, stancecli: Tool) -> None:
    (hook,) = load_manifest(ROOT / ".pre-commit-hooks.yaml")
    for name in ("a.txt", "a.md", "a.html"):
        (tmp_path / name).write_text(LOADED)
        assert tags_from_path(str(tmp_path / name)) & set(hook["types_or"])
    program, *args = shlex.split(hook["entry"])
    assert program == "stancecli"
    assert stancecli(*args, "a.txt", "a.md", cwd=tmp_path).code == 0
    (tmp_path / "stancecli.yaml").write_text("fail-on: [hits > 1]\n")
    done = stancecli(*args, "a.txt", "a.md", cwd=tmp_path)
    assert done.code == 1 and "a.md: crossed hits > 1" in done.err


def scored(tmp_path: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the step of action.yml that scores, as a runner does: inputs in variables, a file for the summary."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (step,) = (step for step in action["runs"]["steps"] if step["name"] == "Score")
    given = {name: declared["default"] for name, declared in action["inputs"].items()} | inputs
    variables = {name: given[value.strip("${} ").removeprefix("inputs.")] for name, value in step["env"].items()}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    (tmp_path / "summary.md").touch()
    known = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "PATH": path}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(
        command, cwd=tmp_path, env=environment(**known, **variables), capture_output=True, text=True, check=False
    )


def test_the_action_annotates_summarises_and_fails(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text(LOADED)
    (tmp_path / "c.txt").write_text(LOADED)
    done = scored(tmp_path, paths="a b.txt\n\nc.txt\n", args="--fail-on\nhits > 1\n", sarif="stance.sarif")
    assert done.returncode == 1
    assert "::error file=a b.txt,line=1,endLine=1,col=5,endColumn=10,title=stancecli::“goons”" in done.stdout
    assert "2 gates crossed" in (tmp_path / "summary.md").read_text()
    assert len(json.loads((tmp_path / "stance.sarif").read_text())["runs"][0]["results"]) == 6


def test_the_recipe_for_what_a_branch_adds_leaves_out_what_stood_there(tmp_path: Path) -> None:
    """The page's own commands, in a clone of a repository whose main goes on."""
    page = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    recipe = page.partition("**Only what a branch adds.**")[2].partition("```sh\n")[2].partition("```")[0]
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    (origin / "news").mkdir(parents=True)
    for name in ("edited.txt", "same.txt"):
        (origin / "news" / name).write_text(LOADED)
    git(origin, "git init -q -b main", "git add .", "git commit -qm one")
    git(tmp_path, "git clone -q origin clone")
    (clone / "news/edited.txt").write_text(f"A first line.\n\n{LOADED}\nThe thugs met.\n")
    git(clone, "git switch -qc mine", "git commit -qam two")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    variables = environment(PATH=path, STANCECLI_FORMAT="unix")
    done = subprocess.run(
        ["bash", "-euc", recipe], cwd=clone, env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert [line.partition(" (")[0] for line in done.stdout.splitlines()] == ["news/edited.txt:5:5: note: “thugs”"]


@pytest.mark.parametrize("text", ["$(touch pwned)", "`touch pwned`", "; touch pwned", '"; touch pwned; "', "--help"])
def test_no_input_of_the_action_is_run(tmp_path: Path, text: str) -> None:
    (tmp_path / "c.txt").write_text(LOADED)
    done = scored(tmp_path, paths=f"c.txt\n{text}", sarif=f"{text.replace('/', '')}.sarif")
    assert done.returncode == 3 and "no such file" in done.stderr
    assert not (tmp_path / "pwned").exists()
