"""Settings: where they are found, what they may say, and which of several sayings counts."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from process import Tool

from stancecli.config import Overrides, find_config
from stancecli.config.keys import OVERRIDE, SETTINGS
from stancecli.config.load import load_config
from stancecli.errors import Exit, SettingsError
from stancecli.gate import parse_rule
from stancecli.model import Input

YAML = """\
lexicons: [labels, words/ours.yaml]
ignore:
  - goon
watch: [Ida Lund, Ostmark]
actors: people.yaml
fail-on: [author.density > 2, 'hits[category=name-calling, voice=author] > 0']
warn-on: ['run: author.density > 1']
findings: warning
format: jsonl
output: [sarif=out/stance.sarif, report.md]
processes: 2
timeout: 1.5
baseline: base.json
overrides:
  - paths: [opinion/, '*.note.txt']
    fail-on: []
    targets: [Ida Lund]
  - paths: [opinion/old/]
    fail-on: [author.density > 9]
    ignore: [thug]
"""
TOML = """\
[project]
name = "x"

[tool.stancecli]
lexicons = ["labels", "words/ours.yaml"]
ignore = [
  "goon",
]
watch = ["Ida Lund", "Ostmark"]
actors = "people.yaml"
fail-on = ["author.density > 2", "hits[category=name-calling, voice=author] > 0"]
warn-on = ["run: author.density > 1"]
findings = "warning"
format = "jsonl"
output = ["sarif=out/stance.sarif", "report.md"]
processes = 2
timeout = 1.5
baseline = "base.json"

[[tool.stancecli.overrides]]
paths = ["opinion/", "*.note.txt"]
fail-on = []
targets = ["Ida Lund"]

[[tool.stancecli.overrides]]
paths = ["opinion/old/"]
fail-on = ["author.density > 9"]
ignore = ["thug"]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a folder below it, in which the user stands."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path / "news")
    return tmp_path


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("name", "text"), [("stancecli.yaml", YAML), ("pyproject.toml", TOML)])
def test_both_kinds_of_file_say_the_same(here: Path, name: str, text: str) -> None:
    config = load_config(written(here / name, text))
    assert {key: setting.value for key, setting in config.settings.items()} == {
        "lexicons": ("labels", "../words/ours.yaml"),
        "ignore": ("goon",),
        "watch": ("Ida Lund", "Ostmark"),
        "actors": "../people.yaml",
        "fail-on": ("author.density > 2", "hits[category=name-calling, voice=author] > 0"),
        "warn-on": ("run: author.density > 1",),
        "findings": "warning",
        "format": "jsonl",
        "output": ("sarif=../out/stance.sarif", "../report.md"),
        "processes": 2,
        "timeout": 1.5,
        "baseline": "../base.json",
    }
    lines = {key: text[: text.index(f"\n{key}") + 1].count("\n") + 1 for key in list(config.settings)[1:]}
    assert {key: config.settings[key].place for key in lines} == {
        key: f"../{name}:{line}" for key, line in lines.items()
    }
    first, second = config.overrides
    assert (first.paths, first.fail, first.warn, first.targets) == (("opinion/", "*.note.txt"), (), None, ("Ida Lund",))
    assert (second.fail, second.ignore) == ((parse_rule("author.density > 9"),), ("thug",))


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("fali-on: []", 1, "unknown key 'fali-on'; did you mean 'fail-on'?"),
        ("\nformat: sarf", 2, "did you mean 'sarif'?"),
        ("fail-on: author.density > 2", 1, "must be a list of rules"),
        ("fail-on:\n  - author.density > 2\n  - author.densty > 2", 3, "did you mean density?"),
        ("ignore: goon", 1, "must be a list"),
        ("ignore: [1]", 1, "must be a text"),
        ("processes: two", 1, "must be a whole number"),
        ("processes: -1", 1, "must be a whole number"),
        ("timeout: 0", 1, "must be a number above 0"),
        ("timeout: .inf", 1, "must be a number above 0"),
        ("format: auto\nformat: table", 2, "stands here twice"),
        ("- format", 1, "settings are a mapping"),
        ("overrides: {}", 1, "must be a list of mappings"),
        ("overrides:\n  - ignore: [goon]", 2, "has no 'paths'"),
        ("overrides:\n  - paths: [a]\n    format: table", 3, "unknown key 'format'"),
        ("overrides:\n  - paths: [a]\n    fail-on: ['run: hits > 0']", 3, "is about the whole run"),
        ("ignore: &a [*a]", 1, "anchors and aliases"),
        ("ignore: !!python/object:os.system []", 1, "tags"),
        ("ignore: [a]]", 1, "not valid YAML"),
    ],
)
def test_a_mistake_is_told_at_its_line(here: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_config(written(here / "stancecli.yaml", text))
    assert caught.value.place == f"../stancecli.yaml:{line}"
    assert message in caught.value.message
    assert caught.value.exit_code == Exit.INPUT


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("[tool.stancecli]\nfali-on = []", 2, "did you mean 'fail-on'?"),
        ("x = 1\n[tool.stancecli]\nignore = 3", 3, "must be a list"),
        ("[tool.stancecli]\nactors = true", 2, "must be a text"),
        ("[tool.stancecli]\n[[tool.stancecli.overrides]]\npaths=['a']\nformat='table'", 4, "unknown key 'format'"),
        ("[tool.stancecli]\nfail-on = ]", 2, "not valid TOML"),
        ("tool.stancecli = 3", 1, "must be a table"),
    ],
)
def test_a_mistake_in_toml_is_told_at_its_line(here: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_config(written(here / "pyproject.toml", text))
    assert caught.value.place == f"../pyproject.toml:{line}"
    assert message in caught.value.message


def test_a_mistake_in_a_rule_points_at_its_character(here: Path, stancecli: Tool) -> None:
    written(here / "stancecli.yaml", "fail-on: [author.densty > 2, hits > many]\n")
    done = stancecli("batch", "-", cwd=here / "news")
    assert done.code == 3
    first, rule, mark = done.err.splitlines()
    assert first.startswith("stancecli: ../stancecli.yaml:1: expected a number") and first.endswith("(and 1 more)")
    assert rule[mark.index("^") :].startswith("many")


def test_the_nearest_file_counts_up_to_the_root_of_the_repository(here: Path) -> None:
    below = here / "news" / "today"
    below.mkdir()
    assert find_config(str(below)) is None
    written(here / "pyproject.toml", "[tool.other]\n")
    assert find_config(str(below)) is None
    project = written(here / "pyproject.toml", TOML)
    assert find_config(str(below)) == project
    whole = written(here / "stancecli.yaml", "")
    assert find_config(str(below)) == whole
    nearer = written(here / "news" / "pyproject.toml", "[tool.stancecli]\n")
    assert find_config(str(below)) == nearer
    (below / ".git").mkdir()
    assert find_config(str(below)) is None


def test_overrides_hold_for_their_files_only(here: Path) -> None:
    overrides = Overrides(load_config(written(here / "stancecli.yaml", YAML)))
    general = [parse_rule("author.density > 2"), parse_rule("hits > 5", "warn")]

    def texts(path: str) -> list[str]:
        return [rule.text for rule in overrides.rules(path, general)]

    assert texts("a.txt") == ["author.density > 2", "hits > 5"]
    assert texts("../opinion/a.txt") == texts("b.note.txt") == ["hits > 5"]
    assert texts(str(here / "opinion" / "old" / "a.txt")) == ["hits > 5", "author.density > 9"]
    item = Input("../opinion/old/a.txt", "x", targets=("Ida Lund", "Ostmark"))
    changed = overrides.applied(item)
    assert isinstance(changed, Input)
    assert (changed.ignored, changed.targets) == (("thug",), ("Ida Lund", "Ostmark"))
    assert overrides.applied(Input("a.txt", "x")) == Input("a.txt", "x")


# --- by the command line --------------------------------------------------------------------------

GOONS = "The goons lied. The thugs came.\n"


def test_what_is_nearer_counts(here: Path, stancecli: Tool) -> None:
    written(here / "stancecli.yaml", "format: jsonl\nignore: [goon, lie]\n")
    written(here / "news" / "a.txt", GOONS)
    news = here / "news"

    def terms(*args: str, **variables: str) -> list[str]:
        done = stancecli("batch", "a.txt", *args, cwd=news, **variables)
        return [hit["entry"] for hit in json.loads(done.out)["hits"]]

    assert terms() == ["labels:thug"]
    assert terms(STANCECLI_IGNORE="thug; goon") == ["deceit:lie"]
    assert terms("--ignore", "thug", STANCECLI_IGNORE="goon") == ["labels:goon", "deceit:lie"]
    other = written(here / "other.yaml", "format: jsonl\nignore: [lie]\n")
    assert terms("--config", other) == terms(STANCECLI_CONFIG=other) == ["labels:goon", "labels:thug"]
    assert len(terms("--config", "/dev/null", "--format", "jsonl")) == 3


def test_rules_of_settings_fail_and_the_command_line_silences_overrides(here: Path, stancecli: Tool) -> None:
    written(here / "stancecli.yaml", "fail-on: [hits > 0]\noverrides:\n  - {paths: [opinion/], fail-on: []}\n")
    (here / "news" / "opinion").mkdir()
    (here / "opinion").mkdir()
    for path in ("news/a.txt", "news/opinion/b.txt"):
        written(here / path, GOONS)
    done = stancecli("batch", ".", "-q", cwd=here / "news")
    assert (done.code, done.err) == (1, "stancecli: ./a.txt: crossed hits > 0: 3\n")
    done = stancecli("batch", ".", "-q", "--fail-on", "hits > 1", cwd=here / "news")
    assert done.err.count("crossed hits > 1") == 2


def test_overrides_ignore_words_and_every_reading_command_heeds_them(here: Path, stancecli: Tool) -> None:
    written(here / "stancecli.yaml", "format: jsonl\noverrides:\n  - {paths: [a.txt], ignore: [goon, deceit]}\n")
    for name in ("a.txt", "b.txt"):
        written(here / "news" / name, GOONS)
    done = stancecli("analyze", "a.txt", "b.txt", cwd=here / "news")
    first, second = map(json.loads, done.out.splitlines())
    assert [hit["entry"] for hit in first["hits"]] == ["labels:thug"]
    assert len(second["hits"]) == 3
    assert first["stamp"]["settings"] != second["stamp"]["settings"]
    assert "goons]" not in stancecli("explain", "a.txt", cwd=here / "news").out
    done = stancecli("analyze", "a.txt", "--ignore", "labels", cwd=here / "news")
    assert (done.code, json.loads(done.out)["hits"]) == (0, []), (
        "what is ignored for all may be ignored for some as well"
    )
    written(here / "stancecli.yaml", "overrides:\n  - paths: [a.txt]\n    ignore: [gooon]\n")
    done = stancecli("batch", "b.txt", cwd=here / "news")
    assert (done.code, done.err.startswith("stancecli: ../stancecli.yaml:2: 'gooon': nothing to ignore")) == (3, True)


@pytest.mark.parametrize("command", ["analyze", "batch", "explain", "config show"])
def test_a_variable_that_is_no_setting_is_a_mistake(command: str, here: Path, stancecli: Tool) -> None:
    done = stancecli(*command.split(), cwd=here, STANCECLI_FROMAT="json")
    message = "stancecli: STANCECLI_FROMAT: no setting has this name; did you mean 'STANCECLI_FORMAT'?\n"
    assert (done.code, done.out, done.err) == (3, "", message)


def test_show_says_where_each_value_comes_from(here: Path, stancecli: Tool) -> None:
    written(here / "stancecli.yaml", YAML.replace("lexicons: [labels, words/ours.yaml]\n", ""))
    args = ("config", "show", "../opinion/old/x.txt", "--format", "csv")
    done = stancecli(*args, cwd=here / "news", STANCECLI_TARGETS="Ida Lund;Ostmark")
    rows = [line.split("  ") for line in done.out.splitlines()]
    told = {row[0].strip(): (row[-1].strip(), [cell.strip() for cell in row[1:-1] if cell.strip()]) for row in rows}
    assert done.out.startswith("settings: ../stancecli.yaml\n")
    assert told["format"] == ("command line", ["csv"])
    assert told["targets"] == ("STANCECLI_TARGETS", ["Ida Lund"])
    assert told["ignore"] == ("../stancecli.yaml:1", ["goon"])
    assert told["lexicons"] == ("default", ["–"])
    assert told["../opinion/old/x.txt: ignore"] == ("../stancecli.yaml:17", ["also thug"])
    assert set(SETTINGS) <= {row[0].strip() for row in rows}
    assert "no file" in stancecli("config", "show", cwd=here.parent).out


def test_show_leaves_out_the_rules_of_an_override_that_a_variable_makes_void(here: Path, stancecli: Tool) -> None:
    written(here / "stancecli.yaml", YAML)
    show = ("config", "show", "opinion/old/x.txt")
    bare, given = stancecli(*show, cwd=here).out, stancecli(*show, cwd=here, STANCECLI_FAIL_ON="hits > 3").out
    assert "opinion/old/x.txt: fail-on" in bare and "opinion/old/x.txt: fail-on" not in given
    assert "opinion/old/x.txt: ignore" in bare and "opinion/old/x.txt: ignore" in given


# --- whatever is in the file ----------------------------------------------------------------------

values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from([*SETTINGS, *OVERRIDE, "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)), st.sampled_from(["a.yaml", "a.toml"]))
def test_any_bytes_are_settings_or_a_mistake(tmp_path: Path, data: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(data)
    with suppress(SettingsError):
        load_config(str(tmp_path / name))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(st.sampled_from([*SETTINGS, "overrides"]), values, max_size=6))
def test_any_values_are_settings_or_a_mistake(tmp_path: Path, data: dict[str, object]) -> None:
    written(tmp_path / "a.yaml", json.dumps(data))
    with suppress(SettingsError):
        Overrides(load_config(str(tmp_path / "a.yaml"))).of("x/y.txt")
