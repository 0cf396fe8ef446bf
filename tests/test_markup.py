"""The text of an article out of HTML."""

from __future__ import annotations

import time

import pytest

from stancecli.clean import clean
from stancecli.errors import InputError
from stancecli.markup import extract
from stancecli.model import Input

PARAGRAPHS = [
    f"On day {i} the harbour master said that “nobody sails” until the wind falls & the sea is calm again, café or not."
    for i in range(5)
]
PAGE = (
    "<!DOCTYPE html><html><head><title>Storm shuts port</title><meta property='og:site_name' content='Harbour Times'>"
    "<meta property='article:published_time' content='2019-03-04'><meta name='author' content='Ada Berg'><script>var wicked = 'regime';</script></head>"
    "<body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav><article><h1>Storm shuts port</h1>"
    + "".join(f"<p>{line.replace('&', '&amp;')}</p>" for line in PARAGRAPHS)
    + "</article><footer>Imprint and more</footer></body></html>"
)


def test_an_article_comes_with_its_paragraphs_and_what_the_page_says_of_itself():
    page = extract(PAGE)
    assert page.text.split("\n") == ["Storm shuts port", *PARAGRAPHS]
    assert page[1:5] == ("Storm shuts port", "2019-03-04", "Harbour Times", "Ada Berg")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_html_is_known_by_its_content(encoding):
    found = clean(Input(id="x", data=PAGE.encode(encoding)))
    assert (found.extracted, found.byline, found.title, found.date, found.outlet) == (
        True,
        "Ada Berg",
        "Storm shuts port",
        "2019-03-04",
        "Harbour Times",
    )
    assert [found.text[start:end] for start, end, _ in found.paragraphs] == ["Storm shuts port", *PARAGRAPHS]
    assert [paragraph.role for paragraph in found.paragraphs][:2] == ["headline", "body"]


def test_what_the_page_declares_is_believed():
    data = '<html><head><meta charset="windows-1251"></head><p>Привет, мир</p></html>'.encode("cp1251")
    assert clean(Input(id="x", data=data)).text == "Привет, мир"


def test_a_fragment_gives_all_that_is_visible():
    page = extract("<p>Hello <b>wor</b>ld.<script>bad()</script><p>He said &quot;no&quot;.")
    assert page.text == 'Hello world.\nHe said "no".'


@pytest.mark.parametrize(
    "text", ["a < b and c > d", "<3 this town", "He wrote <i>no</i> once.", "<tweet id='3'>No.</tweet>"]
)
def test_plain_text_with_angle_brackets_is_no_html(text):
    assert not clean(Input(id="x", data=text)).extracted


LINDS = (
    'The port\'s manager, Bo Lind, called the strike "a reckless stunt" and said that no crane had moved since Monday.'
    '<br><br>"It is blackmail," he said. "We shall not pay for it, and nor shall the town that feeds us all."'
)
SMALL_PAGE = (
    '<html><head><title>Port strike</title></head><body><nav><a href="/">Home</a></nav><div class="c">'
    f"<h2>Port strike</h2><p>By Lee Fox</p><div>{LINDS}</div>"
    "<p>Ann Moss, who leads the dockers, said that her men would wait for a better offer.</p>"
    "<p>ADVERTISEMENT Buy the best car</p><p>Related: Ten ports to see</p></div>"
    "<p>This site uses cookies to improve your experience.</p></body></html>"
)


def test_a_small_page_keeps_the_prose_that_stands_in_no_paragraph():
    found = clean(Input(id="x", data=SMALL_PAGE))
    told = [found.text[start:end] for start, end, _ in found.paragraphs]
    assert told[0] == "Port strike"
    assert [line.split(",")[0] for line in told[1:]] == ["The port's manager", '"It is blackmail', "Ann Moss"]


@pytest.mark.parametrize("byline", ['<p class="byline">By Sam Lee</p>', "<p>By Sam Lee</p>"])
def test_a_short_article_keeps_its_paragraphs(byline):
    said = "“The council is a disgrace,” said Ann Hill, who runs a reading club."
    body = f"<h1>Row at council</h1>{byline}<p>The council has voted to close six libraries.</p><p>{said}</p>"
    for around in ("{}", "<nav>Home</nav>{}", "{}<div>Imprint</div>"):
        page = extract(f"<html><body>{around.format(f'<article>{body}</article>')}</body></html>")
        *lines, vote, last = page.text.replace("\nImprint", "").split("\n")
        assert (vote, last) == ("The council has voted to close six libraries.", said)
        assert lines == ["Row at council", "By Sam Lee"]


def test_what_is_nested_too_deeply_is_told_as_such():
    with pytest.raises(InputError, match="nested too deeply"):
        clean(Input(id="x", data="<div>" * 100_000 + "The goons lied."))
    with pytest.raises(InputError, match=r"holds no text$"):
        clean(Input(id="x", data="<div>" * 100))


def test_of_a_full_page_the_article_is_what_was_found():
    beside = [
        f"<li>Offer {i}: a boat with {i} oars lies at the quay, and its owner is in a hurry.</li>" for i in range(30)
    ]
    lines = "".join(f"<p>{line}</p>" for line in PARAGRAPHS * 4)
    html = PAGE.replace("<article>", "<div>").replace("</article>", f"{lines}</div><ul>{''.join(beside)}</ul>")
    assert "oars" not in extract(html).text


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 100_000 + "<p>Deep.</p>",
        "<p>" + "<b><i>" * 50_000 + "Bold.",
        "<p " + "a=b " * 100_000 + ">Many attributes.",
        "<p>" + "word " * 200_000,
        "<p>" + "<" * 200_000,
        "<p>" + "&" * 200_000,
        "<html><body><!--" + "-" * 200_000,
        "<p>One\0 <p>\x01Two \ufffe",
        '<?xml version="1.0" encoding="latin-1"?><p>Declared.</p>',
        "<html></html>",
    ],
    ids=range(10),
)
def test_hostile_html_is_survived(html):
    started = time.process_time()
    assert "<p" not in extract(html).text
    assert time.process_time() - started < 10
