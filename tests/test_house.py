"""The house itself: floors, sizes, and that nothing goes undocumented."""

from __future__ import annotations

import ast
import configparser
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from stancecli import __version__
from stancecli.cli import cli

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "stancecli"
LONGEST, WIDEST = 350, 130


def floors() -> dict[str, int]:
    """Rooms and their floors, as the table of docs/architecture.md tells them."""
    rows = re.findall(
        r"^\| (\d) \| (.+?) \|", (ROOT / "docs/architecture.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    return {room: int(floor) for floor, cell in rows for room in re.findall(r"`(\w+)(?:\.py|/)`", cell)}


FLOORS = floors()
MODULES = sorted(PACKAGE.rglob("*.py"))
STAGES = {file for file in MODULES if FLOORS.get(file.relative_to(PACKAGE).parts[0].removesuffix(".py")) in {1, 2, 3}}


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def room_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(file: Path) -> Iterator[str]:
    """Every module that a file imports, at its top or later, by its full name."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def commands(command: click.Command = cli, path: str = "stancecli") -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield path, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        below = command.get_command(context, name)
        assert below is not None
        yield from commands(below, f"{path} {name}")


COMMANDS = dict(commands())


def test_every_room_has_a_floor() -> None:
    rooms = {room_of(file) for file in MODULES} - {"__init__"}
    assert rooms - FLOORS.keys() == set(), "docs/architecture.md does not know them"
    assert FLOORS.keys() - rooms == set(), "docs/architecture.md names what is not there"


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_no_import_goes_up_a_floor(file: Path) -> None:
    room = room_of(file)
    if room == "__init__":  # the front door loads the pipeline when it is asked for
        return
    for module in imports(file):
        parts = module.split(".")
        if parts[0] == "stancecli" and parts[1] in FLOORS:
            assert FLOORS[parts[1]] <= FLOORS[room], f"{room} imports {module}, which is above it"


@pytest.mark.parametrize("file", sorted(STAGES), ids=name_of)
def test_stages_know_neither_click_nor_the_terminal(file: Path) -> None:
    shown = {"click"} if room_of(file) == "render" else {"click", "rich"}
    assert not {module.split(".")[0] for module in imports(file)} & shown
    calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in {"print", "input"}]


@pytest.mark.parametrize("file", sorted((PACKAGE / "commands").glob("[!_]*.py")), ids=name_of)
def test_a_command_imports_nothing_heavy_at_its_top(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    top = {name.split(".")[0] for node in tree.body for name in _named(node)}
    assert top <= {"__future__", "collections", "pathlib", "typing", "click", "stancecli"}
    ours = {node.module for node in tree.body if isinstance(node, ast.ImportFrom) and node.module is not None}
    assert {module for module in ours if module.startswith("stancecli")} <= {"stancecli.options"}


def _named(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_no_file_is_too_long(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_no_line_of_a_docstring_is_too_wide(file: Path) -> None:
    """Code is folded by its formatter, which leaves strings alone."""
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    told = [node.value for node in nodes if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    lines = file.read_text(encoding="utf-8").splitlines()
    within = (line for value in told for line in lines[value.lineno - 1 : value.end_lineno])
    assert [line for line in within if len(line) > WIDEST] == []


@pytest.mark.parametrize("path", COMMANDS)
def test_a_command_is_documented_with_an_example(path: str) -> None:
    """The page of commands has it with every option; if not, `make docs` writes it anew."""
    page = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    section = page.partition(f"## {path}\n")[2].partition("\n## ")[0]
    assert section, f"docs/commands.md has no section on {path}: make docs"
    for parameter in COMMANDS[path].params:
        if isinstance(parameter, click.Option):
            assert all(name in section for name in parameter.opts), f"{parameter.opts} is not in docs/commands.md"
    help_text = COMMANDS[path].help or ""
    assert "Example" in help_text and f"  {path}" in help_text.replace("| stancecli", "|   stancecli"), path


def test_the_changelog_knows_the_version() -> None:
    assert re.search(
        rf"^## \[{re.escape(__version__)}\] - \d{{4}}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE
    )


def test_setup_names_every_package() -> None:
    """A folder that is forgotten here works in a checkout and is missing in the wheel."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    named = {name for name in setup["options"]["packages"].split() if not name.startswith("stancecli.lexicons")}
    folders = {str(file.parent.relative_to(ROOT)).replace("/", ".") for file in PACKAGE.rglob("__init__.py")}
    assert named == folders
    for file in PACKAGE.rglob("*.py"):
        assert (file.parent / "__init__.py").exists(), f"{file.parent} is a folder of modules without __init__.py"
