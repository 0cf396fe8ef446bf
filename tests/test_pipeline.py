"""The whole program: what every report holds, whatever the text, and that no text stops another."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from process import run

from stancecli import analyze
from stancecli.model import Answer, Failure, Input, Report
from stancecli.pipeline import answer, prepare
from stancecli.settings import DEFAULT

ARTICLE = Path(__file__).parent.parent / "examples" / "harbour.txt"
TOOLS = prepare()

PIECES = st.sampled_from(
    (
        "Ida Lund", "the mayor", "President Tomas Brandt", "Russia", "Russian goons", "the United States", "He", "She",
        "They", "said", "claimed that", "according to", "slammed", "reckless", "not", "a disgrace", "reportedly",
        "declined to comment", "“", "”", '"', "‘", "’", "'", ",", ".", ":", "—", "\n", "\n\n", "\r\n", "MR. X:",
        "so-called", "U.S.", "é\u0301", "\u200b", "😀", "\t", "<b>", "# ", "(", ")",
        "**Ida** Lund", "_pathetic_", "[Ann Moss](http://example.org)", "*", "`", "[^1]",
    )
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map(" ".join).filter(str.strip)


def slices(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " ".join(text[start:end] for start, end in spans)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_number_leads_back_to_the_text(text):
    (result,) = answer([Input(id="t", data=text)], TOOLS)
    if isinstance(result, Failure):
        assert "holds no text" in result.error.message
        return
    report = result.report
    text = report.text if report.text is not None else text
    for item in report.attributions:
        for part in (item.source, item.cue, item.content):
            assert part is None or part.text == slices(text, part.spans)
    for silent in report.withheld:
        assert silent.text == slices(text, silent.spans)
    for hit in report.hits:
        assert hit.text == text[hit.start : hit.end]
        lines = text[: hit.start].split("\n")
        assert (hit.line, hit.column) == (len(lines), len(lines[-1]) + 1)
        assert TOOLS.terms.entry(hit.entry).id == hit.entry
    check_accounts(report)


def check_accounts(report: Report) -> None:
    names = [row.name for row in report.actors]
    assert len(names) == len(set(names))
    assert names[-2:] == ["unattributed", "author"]
    assert sum(row.words for row in report.actors) == report.words
    assert sum(row.loaded for row in report.actors) == len(report.hits)
    assert {hit.voice for hit in report.hits} <= set(names)
    mentions = sorted(span for row in report.actors for span in row.mentions)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(mentions))
    pairs = [(stance.holder, stance.target) for stance in report.stances]
    assert len(pairs) == len(set(pairs))
    places = [(hit.start, hit.end) for hit in report.hits]
    assert places == sorted(set(places))


def test_the_library_says_what_the_command_line_says():
    done = run("analyze", "--format", "json", "--target", "Lund", str(ARTICLE))
    (document,) = json.loads(done.out)["documents"]
    report = analyze(ARTICLE.read_text(encoding="utf-8"), targets=["Lund"], id=str(ARTICLE))
    assert json.loads(msgspec.json.encode(report)) == document


def test_a_document_that_the_tool_fails_on_stops_no_other():
    broken = msgspec.structs.replace(TOOLS, settings=msgspec.structs.replace(DEFAULT, stance_prior=None))
    loaded = "“Russian goons!” said Ida Lund."
    inputs = [Input(id=id, data=text) for id, text in (("1", "A calm day."), ("2", loaded), ("3", "Another one."))]
    first, second, third = answer(inputs, broken)
    assert isinstance(first, Answer) and isinstance(third, Answer)
    assert isinstance(second, Failure) and second.id == "2"
    assert "TypeError" in second.error.message and "please report" in second.error.message


def test_what_holds_no_words_is_answered():
    inputs = [Input(id=text, data=text, media=media) for text in "|.\u200b" for media in ("text", "markdown", "html")]
    for result in answer(inputs, TOOLS):
        assert isinstance(result, Answer) or "holds no text" in result.error.message


def test_a_text_may_end_with_an_article() -> None:
    assert analyze("Ida Lund spoke to the").sentences == 1
