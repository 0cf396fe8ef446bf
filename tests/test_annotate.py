"""The article cut at its voices and notes: nothing is lost, nothing told twice, and counts agree with the report."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from process import ARTICLE

from stancecli.annotate import NOBODY, Annotated, annotate, running
from stancecli.model import Answer, Input
from stancecli.pipeline import answer, prepare
from stancecli.tokens import words_of

TOOLS = prepare()
ENTRIES = {entry.id: entry for lexicon in TOOLS.lexicons for entry in lexicon.entries}


def answered(text: str) -> Answer:
    (result,) = answer([Input("text", text)], TOOLS)
    assert isinstance(result, Answer), result
    return result


SMALL = frozenset("a an and by for from he her his in it of on or she that the they to who will with without".split())
"""Words that say nothing by themselves, whichever of them the weights let count."""


def annotated(text: str) -> tuple[Answer, Annotated]:
    result = answered(text)
    return result, annotate(result, ENTRIES)


def words(text: str) -> int:
    return sum(word[0].isalnum() for word in words_of(text))


@pytest.fixture(scope="module")
def harbour() -> tuple[Answer, Annotated]:
    return annotated(ARTICLE.read_text(encoding="utf-8"))


def test_every_voice_has_the_words_that_the_report_counts(harbour: tuple[Answer, Annotated]) -> None:
    result, article = harbour
    counted: Counter[str] = Counter()
    for passage in article.passages:
        for segment in passage.segments:
            counted[segment.voice] += words(segment.text)
    counted.pop(NOBODY)
    assert counted == {row.name: row.words for row in result.report.actors if row.words}
    assert {voice.name: voice.words for voice in article.voices} == counted


def test_every_hit_has_a_note_on_its_words(harbour: tuple[Answer, Annotated]) -> None:
    result, article = harbour
    shown = {
        segment.note: (segment.text, segment.voice)
        for passage in article.passages
        for segment in passage.segments
        if segment.note
    }
    assert [note.hit for note in article.notes if note.hit] == list(result.report.hits)
    assert [shown[note.number] for note in article.notes if note.hit] == [
        (hit.text, hit.voice) for hit in result.report.hits
    ]
    assert all(note.entry and note.hit and note.entry.id == note.hit.entry for note in article.notes if note.hit)


def test_shares_add_up_to_scores(harbour: tuple[Answer, Annotated]) -> None:
    result, article = harbour
    sums: Counter[tuple[str, str]] = Counter()
    for note in article.notes:
        for share in note.shares:
            sums[share.stance.holder, share.stance.target] += share.value
    assert {pair: pytest.approx(value, abs=1e-3) for pair, value in sums.items()} == {
        (stance.holder, stance.target): stance.score for stance in result.report.stances if stance.evidence
    }


def test_words_within_others_share_a_note_that_is_marked() -> None:
    text = "# Harbour bosses accused of cover-up\n\nLena Fox on Monday accused Harbour of a shameful cover-up.\n"
    _, article = annotated(text)
    words: dict[int, str] = {}
    for note in article.notes:
        segments = (one for passage in article.passages for one in passage.segments)
        words[note.number] = running(one for one in segments if one.note == note.number)
    assert all(words[note.number] for note in article.notes if not note.small)
    assert "accused of" in words.values()


def test_small_words_count_and_are_not_marked(harbour: tuple[Answer, Annotated]) -> None:
    result, article = harbour
    small = [note for note in article.notes if note.small]
    text = result.parse.document.text
    mentions = {span for actor in result.report.actors for span in actor.mentions}
    counted = {
        text[slice(*span)].lower()
        for stance in result.report.stances
        for evidence in stance.evidence
        for span in evidence.spans
        if evidence.hit is None and span not in mentions
    }
    shown = {segment.note for passage in article.passages for segment in passage.segments}
    assert SMALL.intersection(article.small) == SMALL.intersection(counted) != set()
    assert {"about", "not"} <= set(article.small) and all(note.hit is None and note.shares for note in small)
    assert not shown.intersection(note.number for note in small)
    assert shown - {None} == set(range(1, len(article.notes) - len(small) + 1))


def test_brackets_hold_no_blanks_where_a_voice_ends_within_a_phrase() -> None:
    article = annotated("Ann Hill called on Stott to resign. Stott declined.")[1]
    segments = [one for passage in article.passages for one in passage.segments]
    assert len({one.voice for one in segments if one.note == 1}) == 2
    assert all(one.text == one.text.strip() for one in segments if one.note)
    assert running(one for one in segments if one.note == 1) == "called on Stott to resign"
    assert "".join(one.text for one in segments) == "Ann Hill called on Stott to resign. Stott declined."


def test_small_words_are_words() -> None:
    small = annotated("Ann Hill said that in the council, and of the board, Stott will be a disgrace.")[1].small
    assert small and all(any(map(str.isalnum, word)) for word in small)


def test_passages_know_their_lines_and_keep_what_is_not_scored() -> None:
    text = (
        "A Headline of Note\n\nBy Ann Hill\n\nOSLO - The mayor of the town spoke for an hour and then\n"
        "she left the hall without a word to those who waited outside.\n\nThe end came soon after that.\n"
    )
    _, article = annotated(text)
    assert [(p.line, p.last_line, p.role) for p in article.passages] == [
        (1, 1, "headline"),
        (3, 3, "unread"),
        (5, 6, "body"),
        (8, 8, "body"),
    ]
    assert article.passages[2].segments[0].text == "OSLO -"
    assert article.passages[2].segments[0].voice == NOBODY


def test_the_author_has_no_key_and_others_have_letters_in_order() -> None:
    people = [f"{first} Hill" for first in ("Ann", "Ben", "Carl", "Dora", "Emma")]
    _, article = annotated("\n\n".join(f'"It rains," said {name}.' for name in people))
    assert [(voice.name, voice.key) for voice in article.voices] == [
        ("author", ""),
        *zip(people, "ABCDE", strict=True),
    ]


PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        " said ",
        "Ann Hill",
        "goons ",
        "The ",
        "liar. ",
        "\n\n",
        "\n",
        "**",
        "# ",
        "claimed that ",
        "é",
        "\x00",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=40).map("".join).filter(str.strip))
def test_segments_are_the_text_and_nothing_else(text: str) -> None:
    result, article = annotated(text)
    document = result.parse.document
    end = 0
    for passage in article.passages:
        for before, after in zip(passage.segments, passage.segments[1:], strict=False):
            assert before.end == after.start
        assert not document.text[end : passage.segments[0].start].strip()
        end = passage.segments[-1].end
        if not document.marks:
            whole = document.text[passage.segments[0].start : end]
            assert "".join(segment.text for segment in passage.segments) == whole
        assert passage.line == document.text.count("\n", 0, passage.segments[0].start) + 1
    assert not document.text[end:].strip()
