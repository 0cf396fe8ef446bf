"""Sentences and quotation zones."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancecli.clean import clean
from stancecli.model import Input
from stancecli.segment import segment


def parse(text):
    return segment(clean(Input(id="x", data=text, media="text")))


def sentences(text):
    found = parse(text)
    return [found.text(*sentence) for sentence in found.sentences]


def zones(text):
    found = parse(text)
    return [found.text(zone.first, zone.stop) for zone in found.quotations]


# --- the marks of Markdown ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("It *drags on*.", "It drags on."),
        ("The **dockers' leader**, [Ann Moss](http://a.org/m_(x)), left.", "The dockers' leader, Ann Moss, left."),
        ('An offer "of a _pathetic_ sort".', 'An offer "of a pathetic sort".'),
        ('Mr. *Roe*\'s **"No,"** he said. *"Why?"* she asked.', 'Mr. Roe\'s "No," he said. "Why?" she asked.'),
        ("It costs **2 million** a day.[^1] They left.", "It costs 2 million a day. They left."),
        ('See `the plan` ![a map](m.png)[here](x.html "A title").', "See the plan here."),
        ("***All*** of ~~them~~ us _[left](u)_.", "All of them us left."),
        ("A footnote* and 2 * 3 * 4, f***ing file_name_here [sic] (see [it]).", None),
        ("`I left' and `they stayed', he wrote_.", None),
    ],
)
@pytest.mark.parametrize("media", ["markdown", "text"])
def test_marks_are_no_words_and_places_stay(marked, plain, media):
    first = "Nobody had told the two of them so.\n\n"
    found = segment(clean(Input(id="x", data=first + marked + "\n", media=media)))
    as_plain = parse(first + (plain or marked) + "\n")
    assert (found.words, found.sentences, found.quotations) == (as_plain.words, as_plain.sentences, as_plain.quotations)
    for word, start, end in zip(found.words, found.starts, found.ends, strict=True):
        assert found.document.text[start:end].lower() == word
    assert [found.text(*sentence) for sentence in found.sentences] == [as_plain.text(*s) for s in as_plain.sentences]


def test_a_title_is_told_without_marks():
    assert clean(Input(id="x", data="# Port **strike** *drags on*\n\nIt rained.\n")).title == "Port strike drags on"


def test_the_marks_of_a_web_page_are_its_own_words():
    assert clean(Input(id="x", data="<p>They wrote *nothing* and [left](x).</p>")).marks == ()


@pytest.mark.parametrize("unit", ["*", "*a ", "_a_ ", "[", "](", "[a](", "![", "[^", "`a` ", "**a* ", "![a](b"])
def test_marks_are_found_in_linear_time(unit):
    started = time.process_time()
    segment(clean(Input(id="x", data="x " + unit * (200_000 // len(unit)), media="markdown")))
    assert time.process_time() - started < 4


# --- sentences: "|" stands between two ----------------------------------------------------------------


@pytest.mark.parametrize(
    "marked",
    [
        "It rained. |They left! |Who stayed? |Nobody.",
        "Mr. Roe met Sen. Ann Lee, Lt. Gov. Poe and Rep. Kay (R-Fla.) on Monday. |They spoke.",
        "Donald J. Roe and George W. Lee sued. |J.K. Poe did not.",
        "The U.S. Senate voted. |He left the U.S. |They stayed.",
        "He came at 9 a.m. Monday and left at 5 p.m. |The rest stayed until 7 p.m.",
        "It began on Sept. 11, 2001, in N.Y. |In Oct. 2003 it ended.",
        "Roe v. Lee was decided, see No. 5. |He said no. |They agreed.",
        "Acme Inc. said so. |He founded Acme Corp. |It failed.",
        "He is a Jr. partner, born in St. Louis, Mo. |She is not.",
        "Prices rose 3.5 percent to $1.20. |Then they fell.",
        "They went to example.com. |It was down.",
        '"It is over." |She agreed. |(It was.) |They left.',
        '"Is it over?" Ms. Roe asked. |"Yes!" said Lee.',
        "“Why?” the senator from Ohio asked. |“Because.” |He left.",
        "“Too much?” |He paused.",
        "I waited ... and then I left. |He said . . . no more.",
        "He waited... |Then he left.",
        "So do I. |Trump does not.",
        "Take vitamin C. |They help.",
        "3. The third point. |4. The fourth.",
        "He left Washington, D.C. — The Hague was next.",
        "What?! |No!!! |Fine.",
        "She left.” |Then he spoke.",
        "He met Blvd. Smith and Knt. Roe. |All was well.",
        "«Das ist gut.» |„Ja.“ |Then they left.",
    ],
)
def test_sentence_ends(marked):
    parts = marked.split("|")
    assert sentences("".join(parts)) == [part.strip() for part in parts]


def test_a_missing_space_does_not_join_sentences():
    assert sentences("He ended it.The next began.") == ["He ended it.", "The next began."]


def test_sentences_never_cross_paragraphs():
    assert sentences("Ferry runs aground\n\nThe ferry, said\n\nthe police.") == [
        "Ferry runs aground",
        "The ferry, said",
        "the police.",
    ]


DOUBT = "The statement came from the U.S. Officials in Paris said nothing."


def test_punkt_weighs_how_the_text_writes_the_next_word():
    assert len(sentences(DOUBT)) == 1
    assert len(sentences("All the officials were asked, but officials sleep. " + DOUBT)) == 3
    assert len(sentences("All the officials asked the Officials Board, and Officials Board said no. " + DOUBT)) == 2


@pytest.mark.parametrize(("text", "loaded"), [(DOUBT, False), ("No officials came. " + DOUBT, True)])
def test_nltk_is_loaded_only_where_a_stop_is_in_doubt(text, loaded):
    code = (
        "import sys; from stancecli.clean import clean; from stancecli.model import Input; "
        "from stancecli.segment import segment; "
        f"segment(clean(Input(id='x', data={text!r}))); print('nltk' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(loaded)


# --- quotation zones ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” he said. “Never.”", ["“No,”", "“Never.”"]),
        ('"No," he said. "Never."', ['"No,"', '"Never."']),
        ("'No,' he said. 'Never.'", ["'No,'", "'Never.'"]),
        ("‘No,’ he said. ‘Never.’", ["‘No,’", "‘Never.’"]),
        ("''No,'' he said. ``Never.''", ["''No,''", "``Never.''"]),
        ("«No,» he said. „Never.“", ["«No,»", "„Never.“"]),
        ('He said: "No.”', ['"No.”']),
        ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”", "‘no’"]),
        ("\"He said 'no',\" she said.", ["\"He said 'no',\"", "'no'"]),
        ("''He said 'no,''' she said.", ["''He said 'no,'''", "'no,'"]),
        ("‘He said “no” to me,’ she said.", ["‘He said “no” to me,’", "“no”"]),
        ("“They call it “peace” here,” she said.", ["“They call it “peace” here,”", "“peace”"]),
        ("The officials’ plan, the ’90s, rock ’n’ roll, ’tis.", []),
        ("The officials' plan, the '90s, rock 'n' roll, the dogs' tails.", []),
        ("'The officials' plan failed,' he said.", ["'The officials' plan failed,'"]),
        ("The 'enemies' of the officials' plan.", ["'enemies'"]),
        ('He is 6\'2" and she is 5’4” tall, with a 10" rod.', []),
        ('"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"']),
        ("He can’t say “I don’t know” again.", ["“I don’t know”"]),
        ('("No," he said.) Then—"yes"—she left.', ['"No,"', '"yes"']),
        ("The party‘s plan and ‘90s songs.", []),
        ('An empty "" pair and a lone " mark.', ['" mark.']),
    ],
)
def test_zones(text, expected):
    assert zones(text) == expected


def test_depth_follows_nesting():
    found = parse("“He said, ‘She told me “no” once,’ then left,” said Roe.").quotations
    assert [(zone.depth, zone.closed) for zone in found] == [(0, True), (1, True), (2, True)]


def test_a_missing_mark_ends_with_the_paragraph():
    found = parse("“We will win, he said.\n\nNobody agreed. “No,” she said.")
    assert [(found.text(zone.first, zone.stop), zone.closed) for zone in found.quotations] == [
        ("“We will win, he said.", False),
        ("“No,”", True),
    ]


def test_a_missing_mark_ends_where_the_next_quote_begins():
    found = parse('"We will win, he said. "We will," she said.')
    assert [(found.text(zone.first, zone.stop), zone.closed) for zone in found.quotations] == [
        ('"We will win, he said.', False),
        ('"We will,"', True),
    ]


@pytest.mark.parametrize(("opening", "closing"), ["“”", "‘’", '""', ("''", "''")])
def test_a_quote_goes_on_over_paragraphs(opening, closing):
    found = parse(
        f"Roe said, {opening}It began in May.\n\n{opening}It went on in June.\n\n{opening}It is over.{closing} He left."
    )
    if opening == "‘":
        found = parse("‘It began in May.\n\n‘It went on in June.\n\n‘It is over.’ He left.")
    assert [(zone.closed, zone.continues) for zone in found.quotations] == [(False, False), (False, True), (True, True)]


def test_a_closing_mark_alone_ends_what_the_paragraph_before_began():
    found = parse("Roe said, “It began in May.\n\nIt is over.” He left.\n\nNothing.” It was.")
    assert [(found.text(z.first, z.stop), z.continues) for z in found.quotations] == [
        ("“It began in May.", False),
        ("It is over.”", True),
    ]


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("The so-called “peace plan” failed.", True),
        ("Their 'victory' was short.", True),
        ("He spoke of “peace,” she said.", False),
        ("He called it “peace.”", False),
        ("He said: “peace now” and left.", False),
        ("She said, “peace now” and left.", False),
        ("They shout “we will win” all day.", False),
        ("He called it “the very best plan of all” again.", False),
    ],
)
def test_scare_quotes_are_few_words_that_make_no_statement(text, scare):
    (zone,) = parse(text).quotations
    assert zone.scare is scare


# --- any text -------------------------------------------------------------------------------------------

PIECES = st.one_of(
    st.sampled_from(
        [*"“”‘’\"'«».,?!()-—…", "''", "``", " ", "\r\n", "\n\n", "U.S.", " Mr. ", "The", "no", "’90s", "😀", "6'2\""]
    ),
    st.text(max_size=3),
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_cut_whole(text):
    if not text.strip():
        return
    found = parse(text)
    count = len(found.words)
    assert len(found.starts) == len(found.ends) == len(found.sentence_of) == count
    stops = [0]
    for number, (first, stop) in enumerate(found.sentences):
        assert stops[-1] == first < stop
        assert set(found.sentence_of[first:stop]) == {number}
        stops.append(stop)
    assert stops[-1] == count
    assert [first for first, _ in found.paragraphs] == [0, *[stop for _, stop in found.paragraphs]][:-1]
    assert found.paragraphs[-1].stop == count
    assert {stop for _, stop in found.paragraphs} <= set(stops)
    for (first, stop), (start, end, _) in zip(found.paragraphs, found.document.paragraphs, strict=True):
        assert all(start <= place for place in found.starts[first:stop])
        assert all(place <= end for place in found.ends[first:stop])


@given(st.lists(PIECES, max_size=60).map("".join))
def test_zones_nest_and_stay_within_their_paragraph(text):
    if not text.strip():
        return
    found = parse(text)
    assert list(found.quotations) == sorted(found.quotations)
    for zone in found.quotations:
        assert any(first <= zone.first < zone.stop <= stop for first, stop in found.paragraphs)
        for other in found.quotations:
            apart = other.stop <= zone.first or zone.stop <= other.first
            within = zone.first <= other.first and other.stop <= zone.stop
            around = other.first <= zone.first and zone.stop <= other.stop
            assert apart or within or around


@pytest.mark.parametrize("unit", ["“a ", "'a ", '"', "''", "U.S. Aaa aaa ", ". ", "‘a’ ", "a’ ", "?”a", "(", "Mr. "])
def test_time_grows_with_length_only(unit):
    started = time.process_time()
    parse(unit * (600_000 // len(unit)))
    assert time.process_time() - started < 10
