"""What is installed works: a wheel and an editable install, each in an environment of its own outside the tree."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from process import ARTICLE, ROOT, environment


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a release is built from, so that building leaves no trace in the tree."""
    copy = tmp_path_factory.mktemp("source") / "stancecli"
    for folder in ("stancecli", "lexicons"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "setup.cfg", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, copy)
    return copy


def call(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert done.returncode == 0, done.stdout.decode()
    return done.stdout.decode()


@pytest.fixture(scope="session")
def wheel(source: Path) -> Path:
    told = call(sys.executable, "-m", "build", "--wheel", "--no-isolation", cwd=source)
    assert "warn" not in told.lower() and "deprecat" not in told.lower(), told
    (built,) = (source / "dist").glob("*.whl")
    return built


def installed(folder: Path, *what: str | Path) -> Path:
    """An environment with the package installed; what it depends on is borrowed from the one that tests run in."""
    call(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    python = folder / "venv" / "bin" / "python"
    site = call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    # A plain path in a .pth file: an editable install in the borrowed environment is not taken along.
    (Path(site) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    pip = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check", "install", "--no-deps"]
    call(*pip, "--no-build-isolation", "--no-index", "--ignore-installed", *what, cwd=folder)
    return python


def check(python: Path, folder: Path, home: Path) -> None:
    """The code under `home` runs there, with its lexicons, as a command and as a library."""
    shutil.copy(ARTICLE, folder / "article.txt")
    where = call(python, "-c", "import stancecli; print(stancecli.__file__)", cwd=folder).strip()
    assert Path(where).is_relative_to(home)
    (document,) = json.loads(
        call(python.with_name("stancecli"), "analyze", "article.txt", "--format", "json", cwd=folder)
    )["documents"]
    assert len(document["stamp"]["lexicons"]) >= 12
    assert document["hits"] and document["attributions"]
    code = (
        "import msgspec; from stancecli import analyze; text = open('article.txt', encoding='utf-8').read();"
        "print(msgspec.json.encode(analyze(text, id='article.txt')).decode())"
    )
    assert json.loads(call(python, "-c", code, cwd=folder)) == document


def test_the_wheel_holds_the_data(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    ours = {f"stancecli/lexicons/en/{file.name}" for file in (ROOT / "lexicons" / "en").glob("*.yaml")}
    ours |= {str(file.relative_to(ROOT)) for file in (ROOT / "stancecli").rglob("*") if file.is_file()}
    ours = {name for name in ours if "__pycache__" not in name}
    assert ours and ours <= names
    assert "stancecli/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests", "lexicons", "benchmarks"))]


def test_a_wheel_works_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    check(installed(tmp_path, wheel), tmp_path, tmp_path / "venv")


def test_an_editable_install_works(source: Path, tmp_path: Path) -> None:
    copy = tmp_path / "checkout"
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("build", "dist", "*.egg-info"))
    check(installed(tmp_path, "--editable", copy), tmp_path, copy)
