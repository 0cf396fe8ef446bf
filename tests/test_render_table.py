"""The tables that people see: golden files, and what must hold at any width."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import msgspec
import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rendered import FAILURE, RECORD, empty, hostile, parsed, story
from rich.cells import cell_len

from stancecli.model import Input, Span, Stance
from stancecli.pipeline import answer, prepare
from stancecli.render import Run, renderer
from stancecli.render.screen.canvas import UNICODE, Canvas
from stancecli.render.screen.cells import stances
from stancecli.render.screen.context import in_context
from stancecli.render.screen.plain import plain
from stancecli.settings import DEFAULT
from stancecli.terminal import DRAWN

GOLDEN = Path(__file__).parent / "golden"
VIEWS = ("actors", "quotes", "hits")
WIDTHS = (60, 80, 120, 200)
SGR = re.compile(r"\x1b\[[\d;]*m")


def drawn(*results, **how) -> str:
    return "".join(renderer("table")(Run(results, **how)))


def every_view(**how) -> dict[str, str]:
    """All that the table format can show of one of each kind of result."""
    results = (story(("Piet Maartens",)), FAILURE, empty(), hostile(), RECORD)
    shown = {view: drawn(*results, view=view, **how) for view in VIEWS}
    return {**shown, "batch": drawn(*results, batch=True, **how)}


def same_as_golden(name: str, text: str) -> None:
    """Compare with a golden file; with GOLDEN=update in the environment, write it."""
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "update":
        path.write_bytes(text.encode())
    assert text.encode() == path.read_bytes()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", [*VIEWS, "batch"])
def test_looks_as_designed(view, width):
    same_as_golden(f"{view}-{width}.txt", every_view(width=width)[view])


@pytest.mark.parametrize("view", [*VIEWS, "batch"])
def test_looks_as_designed_in_colour_and_in_ascii(view):
    same_as_golden(f"{view}-80-colour.txt", every_view(color=True)[view])
    same_as_golden(f"{view}-80-ascii.txt", every_view(unicode=False)[view])


@pytest.mark.parametrize("width", WIDTHS)
def test_colour_adds_nothing_but_colour(width):
    coloured, bare = every_view(width=width, color=True), every_view(width=width)
    for view, text in coloured.items():
        assert "\x1b[31m" in text
        stripped = "".join(f"{line.rstrip()}\n" for line in SGR.sub("", text).splitlines())
        assert stripped == bare[view]


def test_no_line_is_wider_than_asked():
    for width in (40, *range(60, 201, 7)):
        for text in every_view(width=width).values():
            assert max(map(cell_len, text.splitlines())) <= width


def test_bars_and_scores_stay_whole_at_any_width():
    for width in range(60, 201, 7):
        text = drawn(story(), width=width)
        assert "━━━━──── 4.9" in text
        assert "▼ dock owners −0.7" in text
        assert "− parasites" in text


def test_ascii_where_the_terminal_has_no_more():
    for text in every_view(unicode=False).values():
        assert text.isascii()
    assert "v dock owners -0.7" in drawn(story(), unicode=False)
    assert "####.... 4.9" in drawn(story(), unicode=False)


def test_every_sign_is_one_that_the_terminal_was_asked_about():
    signs = "".join(sign for sign in UNICODE if isinstance(sign, str)) + str(UNICODE.lines)
    assert {sign for sign in signs if not sign.isascii()} <= set(DRAWN)


@pytest.mark.parametrize("width", WIDTHS)
def test_text_that_tries_to_steer_the_terminal_is_shown_as_text(width):
    for text in every_view(width=width).values():
        assert all(char.isprintable() or char == "\n" for char in text)

    shown = every_view(width=120)
    assert all(r"[red]\x1b[2JBad\x07" in text and r"[bold]Über \x9b31m[/bold]" in text for text in shown.values())
    assert ":smile:" in shown["hits"]
    assert r"→ \u202eUber" in shown["quotes"]


def test_a_terminal_shows_what_was_drawn():
    for text in every_view(color=True).values():
        screen = pyte.Screen(80, text.count("\n") + 1)
        pyte.Stream(screen).feed(text.replace("\n", "\r\n"))
        shown = [line.rstrip() for line in screen.display]
        assert shown == [*(line.rstrip() for line in SGR.sub("", text).splitlines()), ""]


def test_the_environment_changes_nothing(monkeypatch):
    before = every_view(color=True)
    for name, value in {"NO_COLOR": "1", "COLUMNS": "41", "LINES": "3", "TERM": "dumb", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert every_view(color=True) == before


def test_rows_are_for_those_who_speak_use_loaded_words_or_take_sides():
    first_column = {line[:21].strip() for line in drawn(story(), width=120).splitlines()}
    assert {"Ilse Varga", "Harbour Authority", "Officials of the port", "author", "unattributed"} <= first_column
    assert not {"dock owners", "Piet Maartens"} & first_column


@pytest.mark.parametrize(
    ("turn", "told"), [("LUND: The bridge is {}.", False), ("Ida Lund said the bridge was {}.", True)]
)
def test_who_speaks_in_turns_is_not_only_paraphrased(turn, told):
    said = "\n\n".join(turn.format(word) for word in ("old", "weak", "closed"))
    page = Input(id="bridge", data=f"Ida Lund on the bridge\n\n{said}")
    assert ("only paraphrased" in drawn(*answer([page], prepare()), width=120)) == told


def test_unattributed_has_a_row_only_where_there_is_something():
    assert "unattributed" not in drawn(empty())


def test_only_the_rows_asked_for():
    text = drawn(story(), actors=("varga", "dock owners", "Nobody"))
    assert "Ilse Varga" in text
    assert re.search("^dock owners", text, re.MULTILINE)
    assert not re.search("^(author|Harbour Authority)  ", text, re.MULTILINE)
    assert "No such actor here: Nobody" in text
    unknown = drawn(story(), actors=("Varka",))
    assert "No such actor here: Varka; did you mean Ilse Varga?" in unknown and "Loaded per 100" not in unknown
    quotes = drawn(story(), actors=("Ilse Varga",), view="quotes")
    assert "parasites" in quotes and "Harbour Authority  " not in quotes and "withheld" not in quotes
    assert "condemnation:" not in drawn(story(), actors=("Ilse Varga",), view="hits")


def test_an_asked_stance_that_is_in_doubt_has_a_question_mark():
    canvas = Canvas(Run(()))
    sure, unsure = (Stance("author", "Lund", -0.4, "opposes", confidence, ()) for confidence in (0.9, 0.2))
    assert canvas.draw(stances(canvas, [unsure])).strip().endswith("−0.4 ?")
    assert canvas.draw(stances(canvas, [sure])).strip().endswith("−0.4")


def test_a_neutral_stance_is_shown_where_its_target_was_asked_for():
    assert "• Piet Maartens neutral" in drawn(story(("Piet Maartens",)), width=200)
    assert "•" not in drawn(story())


def test_no_density_where_words_are_too_few():
    lines = drawn(story(), width=120).splitlines()
    row = next(i for i, line in enumerate(lines) if line.startswith("Harbour Authority  "))
    line, below = lines[row : row + 2]
    assert "–" in line and "━" not in line and "1 in 4" in below


def test_a_missing_figure_is_explained_where_one_is_missing():
    told = f"under {DEFAULT.density_minimum_words} words"
    assert f"– {told}" in drawn(story()) and f"- {told}" in drawn(story(), unicode=False)
    assert told not in drawn(story(), actors=("Ilse Varga",))


def test_lexicons_of_one_family_take_one_place():
    answer = story()
    names = ("cues-speech", "war-cries", "cues", "blame", "cues-acts", "war", "labels-of-war")
    stamp = msgspec.structs.replace(answer.report.stamp, lexicons=dict.fromkeys(names, "a"))
    report = msgspec.structs.replace(answer.report, stamp=stamp)
    text = drawn(msgspec.structs.replace(answer, report=report), width=120)
    assert "Lexicons: blame, cues (3), labels-of-war, war (2)\n" in text


def test_lexicons_are_told_once_below_all_tables():
    text = drawn(story(), story(), width=80)
    assert text.count("Lexicons: ") == 1 and text.splitlines()[-1].startswith("Lexicons: condemnation, ")
    assert drawn(width=80) == ""
    assert "Lexicons: " not in drawn(story(), story(), view="hits", width=80)


def test_a_batch_row_tells_the_wording_of_the_author():
    """It stands beside the author's figure, and would be read as the author's."""
    text = drawn(story(), batch=True, width=120)
    assert "Author's wording" in text and "− reckless" in text and "+ gamble negated" in text
    assert "parasites" not in text


def test_a_term_said_again_is_counted_not_repeated():
    answer = story()
    again = msgspec.structs.replace(answer.report, hits=answer.report.hits * 2)
    text = drawn(msgspec.structs.replace(answer, report=again))
    assert text.count("− parasites ×2") == 1


def test_more_stances_than_fit_are_counted():
    answer = story()
    many = tuple(
        msgspec.structs.replace(answer.report.stances[0], holder="author", target=f"party {n}", score=n / -10)
        for n in range(1, 8)
    )
    text = drawn(msgspec.structs.replace(answer, report=msgspec.structs.replace(answer.report, stances=many)))
    assert text.index("party 7") < text.index("party 3")
    assert "party 2 " not in text and "… 2 more" in text


def test_long_names_fold_and_are_never_cut():
    name = "Generaldirektion" * 6
    answer = story()
    rows = tuple(msgspec.structs.replace(row, name=name) for row in answer.report.actors if row.name == "Ilse Varga")
    report = msgspec.structs.replace(answer.report, actors=rows)
    lines = drawn(msgspec.structs.replace(answer, report=report), width=60).splitlines()
    assert name in "".join(line.partition(" ")[0] for line in lines)


def test_a_batch_row_is_drawn_before_the_next_result_is_known():
    taken = []

    def results():
        for n, result in enumerate([story(), FAILURE, empty()]):
            taken.append(n)
            yield result

    pieces = iter(renderer("table")(Run(results(), batch=True)))
    assert "Document" in next(pieces) and taken == []
    assert "Ilse Varga" in next(pieces) and taken == [0]
    assert "broken.txt" in next(pieces) and taken == [0, 1]


def test_totals_of_a_batch():
    last = drawn(story(), empty(), story(), FAILURE, batch=True, width=120).splitlines()[-2:]
    assert "3 documents" in last[0] and "2,346 words" in last[0] and " 4.8" in last[0]
    assert "1 failed" in last[1] and "6 in 124" in last[1]


def test_a_sentence_without_end_is_cropped_around_its_words():
    text = "so regime " * 100_000
    canvas = Canvas(Run([], width=80))
    parse = parsed(text)
    started = time.process_time()
    for place in range(3, 900_000, 1000):
        context = in_context(canvas, parse, (Span(place, place + 6),), "red").plain
        assert "[regime]" in context and context.startswith("…") == (place > 163) and len(context) < 400
    assert time.process_time() - started < 5
    whole = in_context(canvas, parse, (Span(0, len(text) - 1),), "red").plain
    assert len(whole) < 1300 and whole.endswith("…")


@given(st.text(max_size=80), st.data())
def test_any_words_can_be_shown_in_context(text, data):
    parse = parsed(text + "x")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start + 1, len(text) + 1))
    line = in_context(Canvas(Run([])), parse, (Span(start, end),), "red").plain
    assert f"[{plain((text + 'x')[start:end])}]" in line


@given(st.text())
def test_plain_text_is_one_printable_line_and_keeps_what_is_printable(text):
    line = plain(text)
    assert line.isprintable()
    assert plain(text, unicode=False).isascii()
    if text.isprintable() and "  " not in text:
        assert line == text


@pytest.mark.parametrize(("score", "sign"), [(-0.04, UNICODE.neutral), (-0.2, UNICODE.opposes)])
def test_a_score_that_is_told_as_none_has_no_arrow(score: float, sign: str) -> None:
    stance = Stance("author", "Ida Lund", score, "opposes", 0.6, ())
    canvas = Canvas(Run(()))
    assert sign in canvas.draw(stances(canvas, [stance]))


@pytest.mark.parametrize("view", ["quotes", "hits"])
def test_words_in_their_sentence_have_no_marks_of_markdown(view: str) -> None:
    text = "**Mayor Lena Fox** accused the *Harbour Trust* of a [**shameful** cover-up](http://example.org/a)."
    shown = drawn(*answer([Input("a.md", text, media="markdown")], prepare()), view=view, width=120)
    assert "cover-up" in shown and not re.search(r"\*|\]\(|example\.org", shown)


def test_a_file_without_an_article_is_not_signed() -> None:
    assert drawn(FAILURE, signed=True) == ""
    assert drawn(FAILURE, story(), signed=True).count("made by") == 1
