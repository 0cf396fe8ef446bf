"""`compare`: parties across documents, what differs between them, and how sure that is."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from math import log, sqrt
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from browsing import without_barriers
from process import Done, run
from rich.cells import cell_len
from test_compare_pairs import compared, tools
from test_render_table import SGR, WIDTHS, same_as_golden
from test_terminal import see
from timed import growth

from stancecli import __version__
from stancecli.compare.align import Aligned
from stancecli.compare.facts import facts_of
from stancecli.compare.measure import PRIOR_WORDS, Sample, gap, log_odds, scores
from stancecli.compare.model import SCHEMA, Comparison, Difference, Facts, Heard
from stancecli.compare.parallel import swaps
from stancecli.model import Answer, Input
from stancecli.pipeline import answer, prepare

FOLDER = Path(__file__).parent / "golden" / "compare"
STORIES = ("gazette.txt", "herald.txt")
OWN = ("--lexicon", "../explain/words.yaml", "--lexicon", "cues.yaml")


@cache
def ferry(*args: str, **variables: str) -> Done:
    """The comparison of two stories: the same arguments are run once."""
    return run("compare", *STORIES, *OWN, *args, cwd=FOLDER, **variables)


def answers(*texts: str) -> tuple[Answer, ...]:
    inputs = [Input(f"{number}.txt", text) for number, text in enumerate(texts)]
    found = tuple(answer(inputs, tools()))
    assert all(isinstance(one, Answer) for one in found)
    return found  # type: ignore[return-value]


def of_kind(comparison: Comparison, kind: str) -> list[Difference]:
    return [one for one in comparison.differences if one.kind == kind]


def facts(*names: tuple[str, str], id: str = "x") -> Facts:
    parties = tuple(Heard(name, kind, 1, 1, 20) for name, kind in names)  # type: ignore[arg-type]
    return Facts(id, None, 100, 50, 5, parties, (), (), (), ())


# --- screens --------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
def test_looks_as_designed_on_a_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    seen = see("compare", *STORIES, *OWN, columns=width, PAGER="cat")
    assert seen.code == 0
    same_as_golden(f"compare/screen-{width}.txt", seen.text + "\n")
    bare = see("compare", *STORIES, *OWN, columns=width, PAGER="cat", NO_COLOR="1")
    assert (bare.text, bare.colors) == (seen.text, set())


def test_looks_as_designed_in_ascii_markdown_and_html() -> None:
    shown = ferry("--width", "80", PYTHONIOENCODING="ascii").out
    assert shown.isascii()
    same_as_golden("compare/screen-ascii.txt", shown)
    same_as_golden("compare/ferry.md", ferry("--format", "markdown").out)
    same_as_golden("compare/ferry.html", ferry("--format", "html").out)


@pytest.mark.parametrize("width", [40, 73, 111, 250])
def test_no_line_is_wider_than_asked(width: int) -> None:
    assert max(map(cell_len, ferry("--width", str(width)).out.splitlines())) <= width


@pytest.mark.parametrize(
    ("name", "format"), [("x.json", "json"), ("x.md", "markdown"), ("x.htm", "html"), ("x", "table")]
)
def test_a_comparison_goes_to_a_file_whose_ending_says_its_format(name: str, format: str, tmp_path: Path) -> None:
    file = tmp_path / name
    done = ferry("-o", str(file), "--width", "80")
    assert (done.code, done.out) == (0, "")
    mark = f"made by stancecli {__version__}\n\n" if format == "table" else ""
    assert file.read_text(encoding="utf-8") == mark + ferry("--format", format, "--width", "80").out


def test_a_folder_is_one_side(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"Goons came, {name}.", encoding="utf-8")
    done = run("compare", tmp_path)
    assert done.code == 2 and done.err.endswith(
        "is one side, with 2 articles: name another path to compare it with, each article by itself, or --by outlet\n"
    )


def test_a_comparison_overwrites_no_side_and_has_no_other_format(tmp_path: Path) -> None:
    side = tmp_path / "a.txt"
    side.write_text("Goons.", encoding="utf-8")
    done = run("compare", side, FOLDER / STORIES[0], "-o", side)
    assert done.code == 2 and "would be overwritten" in done.err and side.read_text(encoding="utf-8") == "Goons."
    done = ferry("-o", "x.csv")
    assert done.code == 2 and "no format ends in .csv: name a file in .html, .htm, .md, .markdown, .json" in done.err


def test_many_sides_stand_one_under_another() -> None:
    shown = run("compare", *STORIES, STORIES[0], *OWN, cwd=FOLDER).out
    assert shown.count("gazette.txt") == 1, "a path that is named twice is one side"
    harbour = str(FOLDER.parent.parent.parent / "examples" / "harbour.txt")
    shown = run("compare", *STORIES, harbour, "../explain/ferry.txt", cwd=FOLDER).out
    assert "D ferry.txt" in shown and "Sides" in shown


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        '"It is <script>alert(1)</script> \x1b[2J|gone|," said Ida <b>Lund. The goons left.', encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text("It rained on the harbour all day long, and the workers left.", encoding="utf-8")
    screen = SGR.sub("", run("compare", "a.txt", "b.txt", "--color", "always", cwd=tmp_path).out)
    assert all(char.isprintable() or char == "\n" for char in screen)
    page = run("compare", "a.txt", "b.txt", "--format", "html", cwd=tmp_path).out
    assert "<script" not in page and "<b>" not in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_the_page_keeps_nobody_out(opened: Any, tmp_path: Path, scheme: str, width: int) -> None:
    (tmp_path / "ferry.html").write_text(ferry("--format", "html").out, encoding="utf-8")
    how = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}, "bypass_csp": True}
    page = opened(tmp_path / "ferry.html", **how)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    without_barriers(page)


def test_json_holds_the_whole_comparison() -> None:
    told = msgspec.json.decode(ferry("--format", "json").out, type=Comparison)
    assert told.schema == SCHEMA
    assert [(side.name, side.documents, side.words) for side in told.sides] == [
        ("gazette.txt", 1, 98),
        ("herald.txt", 1, 117),
    ]
    for row in (*told.parties, *told.differences):
        assert len(row.sides) == 2
    assert all(len(cell.scores) == 2 for cell in told.stances)


# --- what differs ---------------------------------------------------------------------------------


def test_the_ferry_is_told_differently() -> None:
    told = {(one["kind"], one["party"]): one for one in json.loads(ferry("--format", "json").out)["differences"]}
    label = told["label", "protesters"]
    assert [side["words"] for side in label["sides"]] == [["protesters"], ["goons"]]
    cue = told["cue", "Marit Solheim"]
    assert [side["words"] for side in cue["sides"]] == [["said"], ["claimed"]]
    assert [side["value"] for side in told["sources", "Jon Berg"]["sides"]] == [0, 22]
    stance = told["stance", "protesters"]
    assert stance["holder"] == "author"
    low, high = stance["interval"]
    assert low <= stance["sides"][1]["value"] - stance["sides"][0]["value"] <= high <= 0
    assert ("sources", "Olav Brekke") not in told and ("cue", "Olav Brekke") not in told


def test_places_lead_to_the_words() -> None:
    texts = [(FOLDER / name).read_text(encoding="utf-8") for name in STORIES]
    told = [one for one in json.loads(ferry("--format", "json").out)["differences"] if one["kind"] in ("label", "cue")]
    for one in told:
        for text, side in zip(texts, one["sides"], strict=True):
            assert {text[start:end].lower() for start, end in side["spans"]} == set(side["words"])


def test_differences_come_with_the_most_telling_first() -> None:
    tellings = [one["telling"] for one in json.loads(ferry("--format", "json").out)["differences"]]
    assert tellings == sorted(tellings, reverse=True)


def test_few_words_tell_no_difference_of_stance() -> None:
    assert not of_kind(compared(*answers("The goons left.", "The workers left.")), "stance")
    padding = " It rained all day long on the harbour and on the town, and the streets were wet until the evening came."
    long = compared(*answers("The goons left." + padding * 2, "The workers left." + padding * 2))
    assert of_kind(long, "stance") or of_kind(long, "label")


def test_the_words_behind_a_stance_are_those_that_tell_and_no_names() -> None:
    padding = (
        " It rained all day long on the harbour and on the town, and the streets were wet until the evening came." * 2
    )
    plain, loud = (
        "Ida Lund opened the fair.",
        "Ida Lund, a dazzling and brilliant mayor, opened the fair. She is a hero.",
    )
    (told,) = of_kind(compared(*answers(plain + padding, loud + padding)), "stance")
    words = {word for side in told.sides for word in side.words}
    assert words >= {"dazzling", "hero"} and not words & {"Ida Lund", "She", "Lund"}


def test_whose_words_are_told_without_a_name_is_not_left_out() -> None:
    quote = '"The bridge has been rotten for thirty years and the council knew it,"'
    named, unnamed = f"{quote} said Ida Lund.", f"{quote} one of them was heard to say."
    assert not of_kind(compared(*answers(named, unnamed)), "sources")
    assert of_kind(compared(*answers(named, "The bridge is old.")), "sources")


# --- parties --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("Ida Lund", "Lund", "person", True),
        ("Ida Lund", "Ida M. Lund", "person", True),
        ("Ida Lund", "Per Lund", "person", False),
        ("Ministry of Health", "Health Ministry", "organisation", True),
        ("Russia", "Russia", "country", True),
        ("Ferry Owners' Association", "Dock Owners' Association", "organisation", False),
        ("port officials", "officials", "group", False),
    ],
)
def test_names_of_one_party(one: str, other: str, kind: str, same: bool) -> None:
    aligned = Aligned([[facts((one, kind))], [facts((other, kind))]])
    assert (len(aligned.groups) == 1) is same
    assert (aligned.of(0, one) == aligned.of(1, other)) is same


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("The protesters, who call themselves Green Valley, sat down.", "Green Valley"),
        ("A group that now calls itself the Green Valley sat down.", "Green Valley"),
        ("A group known as Green Valley sat down.", "Green Valley"),
        ("Protesters of the Green Valley League sat down, the army said.", "Green Valley League"),
        ("The protesters, who call themselves tired, sat down.", "protesters"),
    ],
)
def test_a_noun_stands_for_the_name_that_the_text_gives_it(told: str, party: str) -> None:
    (one,) = answers(f"{told} It rained. Later the protesters left the town. The group left too.")
    noun = "group" if "group" in told else "protesters"
    assert {label.party for label in facts_of(one, {}).labels if label.word == noun} == {party}


def test_a_loaded_noun_that_names_one_party_is_about_no_other_that_stands_near() -> None:
    (one,) = answers(
        "The terrorists of the Kasura Front took the post. Idris Marrane, who commands the terrorists, said that they had come."
    )
    assert {party for party, weighed in facts_of(one, {}).aimed if weighed.text.lower() == "terrorists"} == {
        "Kasura Front"
    }


def test_a_loaded_word_before_a_group_makes_no_other_party() -> None:
    texts = [
        f"{who} said that the road was too loud. It rained on the town all day long."
        for who in ("Furious residents", "Residents")
    ]
    for pair in (texts, texts[::-1]):
        found = compared(*answers(*pair))
        assert [party.name for party in found.parties] == ["Residents"] and not of_kind(found, "sources")
        assert {name for side in found.parties[0].sides for name in side.names} == {"Residents", "Furious residents"}


def test_the_author_s_density_is_told_of_every_side() -> None:
    plain = "It rained on the harbour all day long, and the streets of the town were wet until the evening came. " * 3
    found = compared(*answers(plain, plain + "It was a reckless and disgraceful farce."))
    told = found.author
    assert (
        told
        and told.party == "author"
        and told.interval
        and told.interval[0] <= told.sides[1].value - told.sides[0].value
    )
    assert [(side.loaded, told.sides[number].value) for number, side in enumerate(found.sides)] == [
        (0, 0.0),
        (3, round(300 / found.sides[1].author_words, 2)),
    ]
    assert set(told.sides[1].words) == {"reckless", "disgraceful", "farce"}
    same = compared(*answers(plain, plain)).author
    assert same and same.telling == 0 and same.interval == (0, 0)
    assert compared(*answers("It rained.", "It rained.")).author is None


def test_a_surname_that_two_bear_is_nobodys() -> None:
    aligned = Aligned([[facts(("Ida Lund", "person"), ("Per Lund", "person"))], [facts(("Lund", "person"))]])
    assert aligned.of(1, "Lund") == "Lund"


def test_people_whom_a_person_has_are_a_party_of_their_own() -> None:
    told = "Ida Lund lost the vote on Monday. {0} left the hall at noon."
    for one, other in (("Her cronies", "Her allies"), ("Lund's cronies", "Lund's allies")):
        (named,) = of_kind(compared(*answers(told.format(one), told.format(other))), "label")
        assert (named.party, [side.words for side in named.sides]) == ("allies", [("cronies",), ("allies",)])


def test_nouns_in_each_others_place_are_found() -> None:
    one, other = answers(
        "The government of Valdia closed the road to the dam on Saturday. It rained.",
        "It rained. The regime of Valdia closed the road to the dam on Saturday.",
    )
    found = [(one.parse.words[swap.first], other.parse.words[swap.second]) for swap in swaps(one.parse, other.parse)]
    assert found == [("government", "regime")]


def test_a_long_text_is_compared_in_linear_time() -> None:
    paragraph = 'The council of Westerhavn{0} sold ferry{0}. "We lost boat{0} and pier{0} here," said Ann Hill{0}.\n\n'
    paragraph += "Furious residents said that it was a shameful disgrace and a reckless farce of liars.\n\n" * 3
    entries: dict[str, object] = {}

    def work(size: int) -> Callable[[], object]:
        one, other = answers(*("".join(paragraph.format(number) for number in range(size)) for _ in range(2)))

        def compared() -> None:
            pair = [[facts_of(each, entries)] for each in (one, other)]  # type: ignore[arg-type]
            list(swaps(one.parse, other.parse))
            Aligned(pair)
            assert any(party.plain == "residents" for party in pair[0][0].parties)

        return compared

    assert growth(work, 300, 1200, 12) < 12


# --- how sure -------------------------------------------------------------------------------------


def test_intervals_are_the_same_on_every_run_and_narrow_with_evidence() -> None:
    none = scores(Sample([], []), 0, 2.0)
    few, many = (Sample([-2.0] * size, range(size)) for size in (1, 12))
    one, two = gap(-0.5, none, scores(few, 1, 2.0)), gap(-0.92, none, scores(many, 1, 2.0))
    assert one == gap(-0.5, none, scores(few, 1, 2.0))
    assert one.interval[1] == 0 and two.interval[1] < -0.8
    assert 0.5 < one.certainty < 0.9 < two.certainty
    assert np.all(none == 0)


def test_log_odds_are_those_of_the_formula() -> None:
    ours, others = {"regime": 8, "government": 2}, {"government": 9, "regime": 1}
    background = {"regime": 9, "government": 11}
    prior = PRIOR_WORDS * 9 / 20
    a, b = 8 + prior, 1 + prior
    delta = log(a / (10 + PRIOR_WORDS - a)) - log(b / (10 + PRIOR_WORDS - b))
    assert log_odds(ours, others, background)["regime"] == pytest.approx(delta / sqrt(1 / a + 1 / b))
    assert log_odds(ours, ours, background) == {"government": 0.0, "regime": 0.0}


# --- outlets --------------------------------------------------------------------------------------


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two outlets with forty articles each, which call one government by two words and agree on the other."""
    path = tmp_path / "corpus.jsonl"
    rows = []
    for number in range(40):
        for outlet, noun in (("Gazette", "government"), ("Herald", "regime")):
            text = (
                f"The Cuban {noun} met on day {number}. The French government met on day {number + 1}. "
                f"It was cold on the pier, and the workers went home early in the evening of day {number}."
            )
            rows.append(json.dumps({"id": f"{outlet}-{number}", "outlet": outlet, "text": text}))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_outlets_differ_in_the_nouns_for_a_party(corpus: Path) -> None:
    done = run("compare", corpus, "--by", "outlet", "--format", "json")
    told = json.loads(done.out)
    assert [(side["name"], side["documents"]) for side in told["sides"]] == [("Gazette", 40), ("Herald", 40)]
    labels = [one for one in told["differences"] if one["kind"] == "label"]
    assert [(one["party"], [side["words"] for side in one["sides"]]) for one in labels] == [
        ("Cuba", [["government"], ["regime"]])
    ]


def test_folders_are_outlets_and_sides(news: Path, harbour: Path) -> None:
    (news / "b.txt").write_text("The council met again.", encoding="utf-8")
    by_outlet = run("compare", news, "--by", "outlet").out
    assert "A news (2 documents" in by_outlet and "B later" in by_outlet
    by_path = run("compare", news, harbour).out
    assert "A news (3 documents" in by_path and "B harbour.txt" in by_path


def test_what_cannot_be_compared_is_told(tmp_path: Path, harbour: Path) -> None:
    done = run("compare", harbour)
    assert (done.code, done.out) == (2, "") and "two sides at least" in done.err
    done = run("compare", harbour, harbour.parent / "." / harbour.name)
    assert (done.code, done.out) == (2, "") and "these paths are the same file" in done.err
    done = run("compare", harbour, tmp_path / "missing.txt")
    assert (done.code, done.out) == (3, "") and "missing.txt" in done.err
    done = run("compare", harbour, FOLDER / STORIES[0], tmp_path / "missing.txt")
    assert done.code == 3 and "Differences" in done.out


def test_what_a_sentence_says_as_a_whole_is_no_wording() -> None:
    text = "Ida Hill said that Tomas Lund had turned the school into a prison."
    (answered,) = answer([Input(id="a", data=text, targets=("Lund",))], prepare())
    assert isinstance(answered, Answer)
    whole = [one for stance in answered.report.stances for one in stance.evidence if "as a whole" in one.why]
    assert whole
    assert "Tomas Lund" not in {word.text for held in facts_of(answered, {}).held for word in held.evidence}
