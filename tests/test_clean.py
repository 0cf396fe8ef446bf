"""Bytes become a text with paragraphs; what surrounds an article stays outside of them."""

from __future__ import annotations

import codecs
import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancecli.clean import clean
from stancecli.decoding import _CHARSETS, decode
from stancecli.errors import InputError
from stancecli.model import Input

QUOTED = "The mayor’s “plan” — a café on every corner — was mocked.\r\n\r\nNobody laughed."


def document(data, **fields):
    return clean(Input(id="a.txt", data=data, **fields))


def paragraphs(data, **fields):
    found = document(data, **fields)
    return [found.text[start:end] for start, end, _ in found.paragraphs]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_told_apart_and_newlines_stay(encoding):
    assert document(QUOTED.encode(encoding)).text == QUOTED


def test_a_short_windows_1252_text_keeps_its_quotes():
    assert document(b"\x93No,\x94 said Mr. M\xfcller.").text == "“No,” said Mr. Müller."


PAGE = b'<html><head><meta charset="%s"></head><body>%s</body></html>'


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("ISO-8859-1", "cp1252", "“Müller” und ‘Söhne’"),
        ("windows-1251", "cp1251", "министр"),
        ("iso_8859-2", "iso8859-2", "rząd źle"),
        ("koi8-r", "koi8-r", "министр"),
        ("Shift_JIS", "cp932", "東京の大臣"),
        ("gb2312", "gb18030", "部长鎔"),
        ("EUC-KR", "cp949", "장관"),
    ],
)
def test_a_page_is_read_as_it_declares(label, encoding, text):
    page = PAGE % (label.encode(), text.encode(encoding) * 9)
    assert decode(page, "a") == (PAGE % (label.encode(), b"#")).decode().replace("#", text * 9)


@pytest.mark.parametrize("label", ["undefined", "unicode_escape", "utf_7", "idna", "punycode", "rot13", "base64", "x"])
def test_what_is_no_encoding_of_pages_is_not_used(label):
    page = PAGE % (label.encode(), rb"M\u0041+AEE- caf" + b"\xe9 au lait.")
    assert decode(page, "a") == page.decode("cp1252")


def test_every_encoding_of_pages_is_known_to_python():
    assert all(codecs.lookup(encoding) for encoding in _CHARSETS.values())


def test_other_encodings_are_guessed():
    text = "Сегодня министр заявил, что правительство не намерено менять свои планы."
    assert document(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "holds no text"),
        (" \r\n\t\u00a0".encode(), "holds no text"),
        (b"<html><script>x</script></html>", "holds no text"),
        (b"%PDF-1.7 and so on", "is a broken PDF"),
        (b"PK\x03\x04 and so on", "is a ZIP archive"),
        (bytes(range(256)) * 4, "is binary data"),
        (b"\x00\x01\x02\x03" * 40, "is binary data"),
        (b"\x01\x02\x03\x04" * 40, "is binary data"),
        ("It’s a “test” again".encode()[:-8] + b"\xe2\x80 more", "is broken UTF-8: byte"),
        ("naïve café".encode()[:-1], "is broken UTF-8: byte"),
        (b"\xff\xfea", "is broken UTF-16-LE"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data, message):
    with pytest.raises(InputError, match=message) as caught:
        document(data)
    assert caught.value.place == "a.txt"


def test_the_digest_is_that_of_the_input():
    assert document(QUOTED).digest == document(QUOTED.encode()).digest == hashlib.sha256(QUOTED.encode()).hexdigest()
    assert document(QUOTED.encode("utf-16")).digest == hashlib.sha256(QUOTED.encode("utf-16")).hexdigest()


def test_half_of_a_pair_does_not_stop_a_text():
    assert document("a \ud800 b").text == "a � b"


@given(st.text(st.one_of(st.sampled_from("aB. \n\r\u2028\t#>-*`|,“:—(AP)"), st.characters()), max_size=300))
def test_any_text_with_a_letter_has_paragraphs_in_order(text):
    if not text.strip():
        return
    for media in ("text", "markdown"):
        found = document(text, media=media)
        ends = 0
        for start, end, _ in found.paragraphs:
            assert ends <= start < end <= len(found.text)
            ends = end
    assert document(text, media="text").paragraphs


# --- paragraphs -------------------------------------------------------------------------------------


def test_a_paragraph_a_line():
    text = "Ferry runs aground\n\n" + "\n".join(
        f"Passenger {i} told the harbour police " + "at length " * 12 + "." for i in "abc"
    )
    assert paragraphs(text) == [line for line in text.split("\n") if line]


def test_lines_wrapped_by_hand_are_joined():
    text = (
        "The fleet left the harbour on Monday after a storm that had lasted\n"
        "for two weeks, the admiral told reporters. \"We sail,\" he said, and\n"
        "the crews cheered.\n"
        "\n"
        "Nobody on shore had seen so many ships at once, the fishermen said.\n"
        "They stayed in port.\n"
    )  # fmt: skip
    assert paragraphs(text) == text.rstrip().split("\n\n")


def test_short_lines_that_end_sentences_stay_apart():
    assert paragraphs("Ports are closed.\nTrains stand still.\nNobody knows why.") == [
        "Ports are closed.",
        "Trains stand still.",
        "Nobody knows why.",
    ]


def test_a_line_that_breaks_off_goes_on_in_the_next():
    long = "The senator, who had been asked about it for weeks and had said nothing at all until this very morning, then at last read out\n"
    assert len(paragraphs(long * 2 + "a letter that surprised everyone.")) == 2


def test_speakers_of_a_transcript_have_paragraphs_of_their_own():
    text = (
        "HOST: Did you see the letter before the vote, as your colleagues say\n"
        "that you did?\n"
        "GUEST: I saw a letter, and I am not going to say here and now which\n"
        "of the letters it was."
    )
    assert [line[:6] for line in paragraphs(text)] == ["HOST: ", "GUEST:"]


def test_markdown_leaves_out_what_is_not_prose():
    text = (
        "---\ntitle: Ferry\n---\n# Ferry runs aground\n\nThe *ferry* ran\naground, said [the police](http://p.example).\n\n"
        "```\ncode = 1\n```\n\n![map](map.png)\n\n- One was hurt.\n- Two swam.\n\n> It was dark.\n\n| a | b |\n|---|---|\n\n***\n"
    )
    assert paragraphs(text, media="markdown") == [
        "Ferry runs aground",
        "The *ferry* ran\naground, said [the police](http://p.example).",
        "One was hurt.",
        "Two swam.",
        "It was dark.",
    ]
    assert document(text).title == "Ferry runs aground"


@pytest.mark.parametrize("media", [None, "text", "markdown"])
@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("---\ntitle: Ferry\n---\n", "Ferry"),
        ('---\r\ntags: [lie]\r\ntitle: "Ferry: a \\"lie\\""\r\n---\r\n', 'Ferry: a "lie"'),
        ("\n---\n# ours\n\ntitle: >-\n  Ferry\n  disaster\ndate: 2026-99-99\n...\n\n", "Ferry disaster"),
        ("---\nlayout: post\n---\n", None),
        ("---\ntags:\n- lie\n\n# ours\nfoot-note: a\n---\n", None),
        ("---\ntitle: 'Ferry\n---\n", None),
        ("---\ntitle: [Ferry]\n---\n", None),
    ],
)
def test_front_matter_is_not_read_but_for_what_it_tells(media, front, title):
    text = front + "The ferry ran aground.\n\nIt was dark."
    found = document(text, media=media)
    assert (found.text, found.title) == (text, title)
    assert paragraphs(text, media=media) == ["The ferry ran aground.", "It was dark."]


@pytest.mark.parametrize(
    ("front", "byline", "date"),
    [
        ("author: Ida Lund\ndate: 2026-05-03\n", "Ida Lund", "2026-05-03"),
        (
            'date: "2026-05-03 10:00:00 +0100"\nauthors: [Ida Lund, Bo Berg]\n',
            "Ida Lund; Bo Berg",
            "2026-05-03 10:00:00 +0100",
        ),
        ("authors:\n- Ida Lund\n- 'Bo Berg'\ntags: [lie]\n", "Ida Lund; Bo Berg", None),
        ("author:\r\n  - Ida Lund\r\ndate:\r\n", "Ida Lund", None),
        ("author: {name: Ida Lund}\ndate: [2026]\n", None, None),
        ("author:\n- name: Ida Lund\n", None, None),
        ("author: [[[[[[Ida Lund]]]]]]\n", None, None),
        pytest.param(f"author:\n- name: {'[' * 3000}\n", None, None, id="deep"),
        ("author: 'Ida Lund\ndate: !!x 2026\n", None, None),
        ("co-author: Ida Lund\nupdate: 2026-05-03\n", None, None),
    ],
)
def test_front_matter_tells_the_author_and_the_date(front, byline, date):
    found = document(f"---\ntitle: Ferry\n{front}---\nThe ferry ran aground.\n\nIt was dark.", media="markdown")
    assert (found.title, found.byline, found.date) == ("Ferry", byline, date)


def test_what_a_record_tells_of_its_date_goes_before_front_matter():
    item = Input("a", "---\ndate: 2026-05-03\n---\nThe ferry ran aground.", date="2026-05-04")
    assert clean(item).date == "2026-05-04"


@pytest.mark.parametrize("front", ["---\n\n", "---\ntitle: Ferry\n\n"])
def test_a_rule_is_no_front_matter(front):
    assert paragraphs(front + "The ferry ran aground.\n\nIt was dark.", media="markdown")[-2:] == [
        "The ferry ran aground.", "It was dark."
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "---\nUpdate from Oslo: The ferry ran aground.\n\nIt was dark.\n\n---\nThen it sank.",
        "---\nUpdate: The ferry ran aground.\n\nIt was dark.\n---\nThen it sank.",
        "---\nMayor Lund: I am no liar.\n\nBrandt: You are.\n---\nThey left.",
    ],
)
def test_an_article_between_rules_is_no_front_matter(text):
    read = " ".join(paragraphs(text))
    assert all(line in read for line in text.splitlines() if line.strip("-"))


# --- titles -----------------------------------------------------------------------------------------

BODY = "\n\nThe harbour police said on Monday that the ferry had run aground."


@pytest.mark.parametrize(
    "line", ["Ferry runs aground", "Who steers?", "Enough!", "‘Nobody Steered’ Says Captain In Court."]
)
def test_a_short_first_line_is_the_headline(line):
    found = document(line + BODY)
    assert found.title == line
    assert [paragraph.role for paragraph in found.paragraphs] == ["headline", "body"]


@pytest.mark.parametrize("line", ["The ferry ran aground.", "He said this:", "Word " * 40])
def test_a_first_sentence_is_no_headline(line):
    found = document(line + BODY)
    assert found.title is None
    assert [paragraph.role for paragraph in found.paragraphs] == ["body", "body"]


def test_the_title_of_the_record_wins_and_is_not_read():
    found = document("Ferry runs aground" + BODY, title="Ferry disaster")
    assert (found.title, found.paragraphs[0].role) == ("Ferry disaster", "headline")
    assert document("The ferry sank." + BODY, title="The ferry sank").paragraphs[0].role == "headline"


def test_one_sentence_alone_is_body():
    assert document("Ferry runs aground").paragraphs[0].role == "body"


# --- leftovers --------------------------------------------------------------------------------------

ARTICLE = [
    "The harbour police said on Monday that the ferry had run aground because nobody on board had been awake.",
    "“We slept,” the captain told them, and the mate told reporters the same thing when he had come ashore at noon.",
    "The company promised an inquiry into the night, which began in fog and ended, as the police said, on a sandbank.",
]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe and John Roe, Harbour Times",
        "Jane Doe, Staff Writer",
        "Updated 3:15 PM ET, Mon March 4, 2019",
        "Published: 4 March 2019",
        "Share on Facebook Tweet Email",
        "ADVERTISEMENT",
        "ADVERTISEMENT Buy the best car",
        "*By Jane Doe*",
        "Story continues below advertisement",
        "We use cookies to make this site better. By clicking accept you agree to all of them.",
        "Sign up for our newsletter and never miss a ferry again!",
        "Read more: Ferry that sank in May was never checked",
        "RELATED: Who owns the ferries?",
        "Photo: Jane Doe",
        "The ferry on its sandbank. Jane Doe/Getty Images",
        "John Roe contributed to this report.",
        "Please log in to read the rest",
        "© 2019 Harbour Times. All rights reserved.",
        "Filed under: ferries, sleep",
    ],
)
def test_a_leftover_between_paragraphs_is_left_out(line):
    assert paragraphs("\n\n".join([*ARTICLE[:2], line, ARTICLE[2]])) == ARTICLE


@pytest.mark.parametrize(
    "line",
    [
        "“By Monday,” he said.",
        "Share prices fell.",
        "Reuters reported the same.",
        "Cookies were found on board, said the police, and nobody could say who had baked them.",
        "The newsletter of the company called the night a success.",
        "Related charges against the mate were dropped on Friday.",
        "Comments by the mate made things worse, the lawyer said.",
        "More than a dozen were hurt.",
        "Advertisement is not what we need, she said.",
        "ADVERTISEMENT REVENUE FALLS",
        "In March, 12 were hurt.",
    ],
)
def test_the_article_itself_is_never_left_out(line):
    assert paragraphs("\n\n".join([ARTICLE[0], line, *ARTICLE[1:]])) == [ARTICLE[0], line, *ARTICLE[1:]]


@pytest.mark.parametrize("mark", ["Leave a Reply", "Posted by", "About the author", "Comments (2)", "Post a comment"])
def test_nothing_of_the_article_follows_comments_and_biographies(mark):
    after = ["Jane Doe aspires to truth.", "I am outraged by this fraud.", "Logo"]
    assert paragraphs("\n\n".join([*ARTICLE, mark, *after])) == ARTICLE


def test_posted_by_above_an_article_does_not_end_it():
    assert paragraphs("\n\n".join(["Ferry runs aground", "Posted by Jane Doe", *ARTICLE]))[-3:] == ARTICLE


def test_who_wrote_it_is_left_out_at_the_end_only():
    line = "Jane Doe is a freelance journalist who covers ferries."
    assert paragraphs("\n\n".join([*ARTICLE, line])) == ARTICLE
    assert line in paragraphs("\n\n".join([line, *ARTICLE]))


@pytest.mark.parametrize(
    "place",
    [
        "CARACAS, Venezuela (AP) — ",
        "WASHINGTON — ",
        "NEW YORK, March 3 (Reuters) - ",
        "ST. LOUIS -- ",
        "DES MOINES, Iowa – ",
        "Port Ellery, March 3 - ",
        "Lisbon, 4 May — ",
        "London (CNN) ",
        "(Reuters) - ",
        "HAVANA (Harbour News Service) — ",
        "NEW DELHI: ",
        "CARACAS (Harbour News) - ",
        "MUMBAI, India: ",
    ],
)
def test_a_paragraph_begins_after_its_agency_line(place):
    assert paragraphs("\n\n".join([place + ARTICLE[0], *ARTICLE[1:]])) == ARTICLE


@pytest.mark.parametrize(
    "start",
    [
        "Ferries — as they are called — ",
        "HOST: Ferries - ",
        "A - ",
        "On March 3 the ferries - ",
        "HOST: ",
        "SOFIA: ",
        "Oslo: ",
    ],
)
def test_other_dashes_begin_no_agency_line(start):
    assert paragraphs("\n\n".join([start + ARTICLE[0], *ARTICLE[1:]]))[0] == start + ARTICLE[0]


def test_who_speaks_before_a_colon_is_no_place():
    said = [
        "LUND: The ferry ran aground on Monday because nobody was awake.",
        "HOLM: It did nothing of the kind, we think.",
    ]
    assert paragraphs("\n\n".join([*said, *ARTICLE])) == [*said, *ARTICLE]


def test_never_everything_is_left_out():
    assert paragraphs("ADVERTISEMENT\n\nShare") == ["ADVERTISEMENT", "Share"]


# --- language ---------------------------------------------------------------------------------------


def test_another_language_gets_one_warning():
    found = document(
        "Der Minister sagte am Montag, dass die Regierung nicht länger warten werde und dass auch die Opposition dem "
        "Gesetz nun endlich zustimmen müsse, damit es noch in diesem Jahr in Kraft treten könne."
    )
    assert (found.language, len(found.warnings)) == ("und", 1)


@pytest.mark.parametrize("text", ["\n\n".join(ARTICLE), "\n\n".join(ARTICLE).upper(), "Nein danke.", "12 34 " * 50])
def test_english_and_short_texts_get_none(text):
    assert (document(text).language, document(text).warnings) == ("en", ())


# --- time -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "unit",
    [
        "a ",
        "a\n",
        "A. ",
        "\n",
        "Comments\n\n",
        "Posted by\n\n",
        "By ",
        "CITY, ",
        "CITY ",
        "<p",
        "<!--",
        "# ",
        "(AP)",
        "-",
    ],
)
def test_time_grows_with_length_only(unit):
    started = time.process_time()
    document("x" + unit * (600_000 // len(unit)))
    assert time.process_time() - started < 6
