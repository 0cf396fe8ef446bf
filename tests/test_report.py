"""`report`: one page on many articles, as a file and in a real browser."""

from __future__ import annotations

import base64
import gzip
import json
import random
import re
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import zstandard
from browsing import drawn, shown, without_barriers
from msgspec.structs import replace
from process import ARTICLE, Tool, run
from rendered import story

from stancecli.model import Evidence, Span, Stance
from stancecli.overview import Overview, Pair, Period, overview
from stancecli.render.reported import evidence, told
from stancecli.render.reported.charts import SIDE, heat, highest, timeline

RECORDS = [
    {
        "id": "one",
        "outlet": "Gazette",
        "date": "2026-03-01",
        "title": "Talks fail",
        "text": '"The goons are shameless liars," said Ida Lund, the mayor, of the dockers. '
        + "The council met on Monday to hear of the harbour and of the money that it costs. " * 3,
    },
    {
        "id": "two",
        "outlet": "Herald",
        "date": "2026-03-04",
        "title": "Talks go on",
        "text": "Ida Lund praised Germany as a loyal friend. The reckless regime of Ostmark lied, said Tomas Brandt. "
        + "The council met on Monday to hear of the harbour and of the money that it costs. " * 3,
    },
]
HOSTILE = {
    "id": '<b onmouseover="window.hacked=1">evil</b>',
    "outlet": "\"><img src=x onerror='window.hacked=2'>",
    "date": "2026-03-09</script><script>window.hacked=3</script>",
    "title": "</title></script><script>window.hacked=4</script>&lt;script&gt;",
    "text": '"The goons </script><script>window.hacked=5</script> are liars &#60;img src=https://example.org/x '
    'onerror=window.hacked=6&#62;," said Ida </style><svg onload=window.hacked=7> Lund. {{ 7 * 7 }} {% raw %} \u202e',
}


def corpus(folder: Path, *records: dict[str, Any]) -> Path:
    path = folder / "corpus.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def written(folder: Path, *records: dict[str, Any]) -> Path:
    page = folder / "report.html"
    done = run("report", corpus(folder, *records), "-o", page)
    assert done.code == 0, done.err
    return page


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("report"), *RECORDS)


def test_a_file_that_holds_all_and_loads_nothing(page_file: Path) -> None:
    text = page_file.read_text(encoding="utf-8")
    assert "default-src 'none'" in text and "unsafe" not in text and "http" not in text.replace("http-equiv", "")
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    drawn = {f"g{number}" for number in range(1, 1 + len(index(text)["groups"]))}
    assert set(re.findall(r'href="#([^"]+)"', text)) <= {*ids, *drawn}
    assert not re.search(r"<[^>]* (?:style|src|on\w+)=", text)


def index(text: str) -> Any:
    found = re.search(r'id="index">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_each_piece_of_evidence_has_words_and_stands_once(harbour: Path, tmp_path: Path, stancecli: Tool) -> None:
    assert stancecli("report", harbour, "-q", "-o", tmp_path / "r.html").code == 0
    for _, _, _, pieces in index((tmp_path / "r.html").read_text(encoding="utf-8"))["groups"]:
        assert all(words.strip() for _, _, words, *_ in pieces)
        noted = [(article, note) for article, note, *_ in pieces if note]
        assert len(noted) == len(set(noted))


def test_the_same_input_makes_the_same_page(page_file: Path, tmp_path: Path) -> None:
    assert written(tmp_path, *RECORDS).read_bytes() == page_file.read_bytes()


def test_standard_input_and_what_cannot_be_read(tmp_path: Path, stancecli: Tool) -> None:
    page = tmp_path / "r.html"
    lines = "\n".join([json.dumps(RECORDS[0]), "not JSON", json.dumps(RECORDS[1])]).encode()
    done = stancecli("report", "-o", page, stdin=lines)
    assert done.code == 3 and "2 articles" in done.err
    assert "Could not be read" in page.read_text(encoding="utf-8")
    page.unlink()
    done = stancecli("report", "-o", page, stdin=b"not JSON\n")
    assert done.code == 3 and not page.exists()


def test_an_input_is_not_overwritten(news: Path, stancecli: Tool) -> None:
    page = news / "report.html"
    assert stancecli("report", news, "-q", "-o", page).code == 0
    before = page.read_bytes()
    done = stancecli("report", page, "-o", page)
    assert done.code == 2 and "would be overwritten" in done.err and page.read_bytes() == before
    article = news / "a.html"
    article.write_text("<p>Goons.</p>", encoding="utf-8")
    done = stancecli("report", news, "-o", article)
    assert done.code == 2 and article.read_text(encoding="utf-8") == "<p>Goons.</p>"
    assert stancecli("report", news, "-o", "-").code == 2
    done = stancecli("report", news, "-o", news / "out.pdf")
    assert done.code == 2 and "name it out.html" in done.err and not (news / "out.pdf").exists()


def test_what_stancecli_wrote_in_a_folder_is_no_article(tmp_path: Path, stancecli: Tool) -> None:
    article, other = tmp_path / "a.txt", tmp_path / "b.txt"
    article.write_text("Goons attacked the town, Ann Lund said.", encoding="utf-8")
    other.write_text("Men came to the town, Ann Lund said.", encoding="utf-8")
    for file in ("explained.html", "explained.md", "explained.txt"):
        stancecli("explain", article, "-o", tmp_path / file)
    for file in ("compared.html", "compared.md", "compared.txt"):
        stancecli("compare", article, other, "-o", tmp_path / file)
    stancecli(
        "analyze",
        article,
        "-o",
        tmp_path / "summary.md",
        "-o",
        tmp_path / "results.jsonl",
        "-o",
        tmp_path / "table.txt",
    )
    assert len(list(tmp_path.iterdir())) == 11
    for _ in "ab":
        done = stancecli("report", tmp_path, "-o", tmp_path / "report.html")
        assert (done.code, done.err.partition(":")[2].partition(": ")[2]) == (0, "2 articles; open it in a browser\n")


def test_filters_act_at_once(page_file: Path, opened: Any) -> None:
    page = opened(page_file)
    told = page.locator("#told")
    assert told.inner_text().startswith("2 of 2 articles")
    page.select_option("select[name=outlet]", label="Herald")
    assert told.inner_text().startswith("1 of 2 articles")
    page.wait_for_function("[...document.querySelectorAll('article h3')].some(title => title.innerText)")  # once drawn
    assert [title for title in shown(page, "article h3")] == ["Talks go on"]
    page.select_option("select[name=outlet]", label="all")
    page.select_option("select[name=target]", label="Germany")
    assert told.inner_text().startswith("1 of 2 articles, ")
    assert all("Germany" in group for group in shown(page, "#groups summary"))
    drawn(page)
    assert shown(page, ".notes li") and all("Germany" in note for note in shown(page, ".notes li"))
    assert "goons" not in "".join(shown(page, "mark:not(.off)"))
    page.get_by_role("button", name="Show all").click()
    drawn(page)
    page.select_option("select[name=category]", label="name-calling")
    assert set(shown(page, "mark:not(.off)")) >= {"goons"} and "loyal friend" not in shown(page, "mark:not(.off)")
    page.select_option("select[name=actor]", label="Tomas Brandt")
    page.select_option("select[name=outlet]", label="Gazette")
    assert told.inner_text() == "0 of 2 articles, 0 pieces of evidence"


def test_the_label_of_the_densest_date_stands_over_it_within_the_picture(tmp_path: Path, opened: Any) -> None:
    plain = "The council met on Monday to hear of the harbour and of the money that it costs. " * 5
    for densest in (1, 24):
        days = [{"id": str(day), "date": f"2026-03-{day:02}", "text": plain} for day in range(1, 25)]
        days[11]["text"] += "The goons lied."
        days[densest - 1]["text"] += "The goons are shameless liars. The reckless thugs lied."
        page = opened(written(tmp_path, *days))
        axis, label = (page.locator(f"svg.timeline {part}").first.bounding_box() for part in ("line", "text"))
        bar = page.locator("svg.timeline rect").nth(densest - 1).bounding_box()
        assert axis["x"] <= label["x"] and label["x"] + label["width"] <= axis["x"] + axis["width"]
        assert label["x"] < bar["x"] + bar["width"] and bar["x"] < label["x"] + label["width"]


def test_the_highest_column_is_that_of_the_greatest_density() -> None:
    periods = tuple(Period(str(2000 + number), 1, 100, 50, density) for number, density in enumerate((None, 49.99, 50)))
    nothing = Overview(articles=3, words=300, parties=(), pairs=(), categories=(), periods=periods)
    top = highest(timeline(nothing))
    assert top and top.period.label == "2002"
    assert highest(timeline(replace(nothing, periods=periods[:1]))) is None


def pairs(*several: Pair) -> Overview:
    return Overview(articles=3, words=300, parties=(), pairs=several, categories=(), periods=())


def test_the_matrix_has_the_strongest_stances_and_tells_how_many_there_are() -> None:
    weak = [Pair(f"holder {one}", f"target {one}", -0.1, 40, 0.2) for one in range(SIDE + 5)]
    strong = Pair("Ida Lund", "dockers", -0.8, 3, 8.0)
    shown = heat(pairs(*weak, strong))
    assert shown.holders[0] == "Ida Lund" and shown.rows[0][0] == "dockers" and shown.rows[0][1][0].pair == strong
    assert (shown.shown, shown.known) == (SIDE, SIDE + 6)
    assert (len(shown.holders), len(shown.rows)) == (SIDE, SIDE)


def test_a_page_says_that_its_matrix_is_a_choice(tmp_path: Path) -> None:
    names = "Lund Brandt Ostrow Varga Maartens Hill Reed Bell Stott Kaya Moss Quint Rowe Sand".split()
    insults = [
        {"id": name, "text": f'"Tomas {name} is a shameless liar and a thug," said Ida {name}son.'} for name in names
    ]
    text = written(tmp_path, *insults).read_text(encoding="utf-8")
    found = re.search(r"([0-9]+) of ([0-9]+) stances are shown", text)
    assert found and int(found[1]) < int(found[2]) == sum(score is not None for _, _, score, _ in index(text)["groups"])
    assert "stances are shown" not in written(tmp_path, *insults[:3]).read_text(encoding="utf-8")


@pytest.mark.parametrize(("confidence", "asked", "kept"), [(0.6, False, 0), (0.6, True, 1), (0.7, False, 1)])
def test_a_stance_that_tables_leave_out_is_none_to_the_page(confidence: float, asked: bool, kept: int) -> None:
    answer = story()
    found = Stance(
        "author", "Piet Maartens", -0.5, "opposes", confidence, (Evidence((Span(18, 27),), None, "x", -0.5),)
    )
    targets = {"Piet Maartens": None} if asked else {}
    report = replace(answer.report, hits=(), stances=(found,), targets=targets)
    for result in (report, replace(answer, report=report)):
        page = told(result, {})
        assert len(overview([page.article.report]).pairs) == kept
    assert len(evidence([page])) == kept


def test_a_party_without_a_name_is_marked_where_several_articles_have_it(tmp_path: Path) -> None:
    insult = '"The council is a shameless disgrace and a bully," said {} of Hexley.'
    records = [{"id": name, "text": insult.format(name)} for name in ("Ann Hill", "Cora Bell")]
    text = written(tmp_path, *records).read_text(encoding="utf-8")
    assert '<th scope="row">council*</th>' in text and "council*" in index(text)["names"]["target"]
    assert text.count("* without a name: may be another party in each article.") == 1
    assert "Ann Hill*" not in text
    alone = written(tmp_path, *records[:1]).read_text(encoding="utf-8")
    assert "council*" not in alone and "without a name" not in alone


def test_links_lead_to_the_words(page_file: Path, opened: Any) -> None:
    page = opened(page_file)
    page.locator(".heat a").first.click()
    group = page.locator("#groups details[open]")
    assert group.count() == 1
    link = group.locator("a").first
    link.click()
    assert page.url.partition("#")[2].startswith("a")
    mark = page.locator("mark:has(+ sup a:target)")
    assert mark.count() == 1 and mark.inner_text() in link.inner_text()
    assert mark.evaluate(
        "one => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
    )
    page.locator("sup a:target").click()
    assert page.locator(".notes li:target").count() == 1


def test_the_keyboard_does_all(page_file: Path, opened: Any) -> None:
    page = opened(page_file)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "actor"
    page.keyboard.type("Ida")
    assert (
        page.locator("#told").inner_text() != ""
        and page.locator("select[name=actor] option:checked").inner_text() == "Ida Lund"
    )
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "after":
            break
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MARK"
    outline = page.evaluate("getComputedStyle(document.activeElement).backgroundColor")
    assert outline != "rgba(0, 0, 0, 0)"


def test_dark_light_and_print(page_file: Path, opened: Any) -> None:
    page = opened(page_file)
    paper = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    light = page.evaluate(paper)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(paper) != light
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(paper) == light
    assert not page.locator("#filters select").first.is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#groups li").first.is_visible()
    assert len(page.pdf()) > 10_000
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


def test_a_phone_scrolls_down_only(page_file: Path, opened: Any) -> None:
    page = opened(page_file, viewport={"width": 360, "height": 640}, is_mobile=True, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert all(box["height"] >= 24 for one in page.locator("select, button").all() if (box := one.bounding_box()))


def test_it_can_be_read_without_its_script(page_file: Path, opened: Any) -> None:
    page = opened(page_file, java_script_enabled=False)
    assert not page.locator("#filters").is_visible() and page.get_by_text("Scripts are off here").is_visible()
    assert page.locator(".heat td").first.is_visible() and page.locator("#rows tr").count() == 3
    assert shown(page, "article h3") == ["Talks fail", "Talks go on"]


def test_hostile_words_stay_words(tmp_path: Path, opened: Any) -> None:
    page = drawn(opened(written(tmp_path, HOSTILE, *RECORDS)))
    for link in page.locator("summary").all():
        link.click()
    page.mouse.move(100, 300)
    assert page.evaluate("window.hacked") is None
    assert page.locator("script:not([type='application/json'])").count() == 1
    assert page.locator("script").count() == 2 + 3 and page.locator("img, iframe, object, b, link").count() == 0
    text = page.locator("article").first.inner_text()
    assert "</script><script>window.hacked=5</script>" in text and "&#60;img src=" in text and "{{ 7 * 7 }}" in text
    assert "</title></script>" in page.locator("article h3").first.inner_text()
    assert HOSTILE["outlet"] in page.locator("select[name=outlet]").inner_text()
    assert opened(written(tmp_path, HOSTILE)).title().startswith("</title></script><script>")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_axe_finds_nothing(page_file: Path, opened: Any, scheme: str, width: int) -> None:
    page = opened(page_file, color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    drawn(page).evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    without_barriers(page)


def results(folder: Path, *more: str | Path) -> str:
    done = run("batch", "news", "--format", "jsonl", "--quiet", *more, cwd=folder)
    assert done.code == 0, done.err
    return done.out


def test_results_of_an_earlier_run_make_the_page_of_their_articles(news: Path, stancecli: Tool) -> None:
    (news / "page.html").write_text("<html><body><p>The goons lied, said Ida Lund.</p></body></html>", encoding="utf-8")
    folder = news.parent
    found = results(folder, "--store", folder / "results.db")
    for packing, name in (("jsonl", "results.jsonl"), ("gz", "results.jsonl.gz"), ("zst", "results.jsonl.zst")):
        (folder / name).write_bytes(PACK[packing](found.encode()))
    assert stancecli("report", "news", "-q", "-o", "articles.html", cwd=folder).code == 0
    for file in sorted(folder.glob("results.*")):
        done = stancecli("report", file.name, "-o", "results.html", cwd=folder)
        assert done.code == 0 and "3 articles" in done.err, file.name
        assert (folder / "results.html").read_bytes() == (folder / "articles.html").read_bytes(), file.name


def test_an_article_with_all_kinds_of_evidence_makes_the_same_page_from_its_results(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(of_the_article(), encoding="utf-8")
    for given, page in ((ARTICLE, "one.html"), (tmp_path / "r.jsonl", "other.html")):
        assert run("report", given, "-o", tmp_path / page).code == 0
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "other.html").read_bytes()


def test_results_from_a_pipe_make_the_page_of_their_articles(news: Path, stancecli: Tool) -> None:
    folder = news.parent
    (news / "0.txt").write_text(" ", encoding="utf-8")  # the first line tells that it could not be answered
    assert stancecli("report", "news", "-q", "-o", "articles.html", cwd=folder).code == 3
    found = stancecli("batch", "news", "--format", "jsonl", "-q", cwd=folder).out
    assert found.startswith('{"id":"news/0.txt"')
    for packing, pack in PACK.items():
        done = stancecli("report", "-", "-o", "piped.html", stdin=pack(found.encode()), cwd=folder)
        assert done.code == 3 and "2 articles, 1 could not be read" in done.err and done.err.count("\n") == 2, packing
        assert (folder / "piped.html").read_bytes() == (folder / "articles.html").read_bytes(), packing


@cache
def of_any_size(first: str) -> bytes:
    """More than is looked at before it is known what it is: a record, a result, or a failure and a result."""
    chance = random.Random(1)
    noise = base64.b64encode(chance.randbytes(200_000)).decode()
    record = {"id": "one", "text": f"The goons lied, said Ida Lund. {noise}"}
    stdin = json.dumps(record).encode() + b"\n"
    if first != "record":
        broken = b'{"id": "two", "text": " "}\n' if first == "failure" else b""
        stdin = run("batch", "-", "-f", "jsonl", "-q", stdin=broken + stdin).out.encode()
        report = json.loads(stdin.splitlines()[-1]) | {"text": record["text"]}
        stdin = stdin.splitlines()[0] + b"\n" if first == "failure" else b""
        stdin += json.dumps({"title": noise} | report, separators=(",", ":")).encode()
    return stdin


@pytest.mark.parametrize("first", ["result", "failure", "record"])
@pytest.mark.parametrize("packing", ["jsonl", "gz", "zst"])
def test_a_pipe_of_any_size_is_known_by_what_it_holds(
    tmp_path: Path, packing: str, first: str, stancecli: Tool
) -> None:
    packed = PACK[packing](of_any_size(first))
    assert len(packed) > 1 << 17
    for path in ("-", "/dev/stdin") if first != "record" else ("-",):
        done = stancecli("report", path, "-q", "-o", "r.html", stdin=packed, cwd=tmp_path)
        assert done.code == (3 if first == "failure" else 0), done.err
        assert done.err.count("\n") == (first == "failure") == done.err.count("standard input:1: holds no text")
        assert ">one<" in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("packing", ["jsonl", "zst"])
def test_an_article_comes_through_a_named_pipe(tmp_path: Path, packing: str, stancecli: Tool) -> None:
    packed = PACK[packing](ARTICLE.read_bytes())
    done = stancecli("report", "/dev/stdin", "-q", "-o", "r.html", stdin=packed, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "/dev/stdin" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_a_broken_archive_in_a_pipe_is_told(tmp_path: Path, stancecli: Tool) -> None:
    for packing in ("gz", "zst"):
        packed = PACK[packing](b'{"id": "one", "text": "It rained."}')[:-6]
        for path, name in (("-", "standard input"), ("/dev/stdin", "/dev/stdin")):
            done = stancecli("report", path, "-o", "r.html", stdin=packed, cwd=tmp_path)
            assert done.code == 3 and done.err.startswith(f"stancecli: {name}: cannot be read: the "), done.err
            assert done.err.count("\n") == 1


def test_blanks_and_marks_before_the_first_result_hide_nothing(news: Path, stancecli: Tool) -> None:
    found = results(news.parent).encode()
    for before in (b"\n", b"  \r\n ", b"\xef\xbb\xbf"):
        (news.parent / "r.jsonl").write_bytes(before + found)
        for path, stdin in (("r.jsonl", b""), ("-", before + found)):
            done = stancecli("report", path, "-o", "r.html", stdin=stdin, cwd=news.parent)
            assert (done.code, done.err) == (0, "stancecli: r.html: 2 articles; open it in a browser\n"), before


def test_a_store_and_a_whole_run_come_through_a_pipe_too(news: Path, stancecli: Tool) -> None:
    results(news.parent, "--store", news.parent / "r.db")
    stored = (news.parent / "r.db").read_bytes()
    assert stancecli("report", "-", "-o", "r.html", stdin=stored, cwd=news.parent).code == 0
    whole = stancecli("batch", "news", "--format", "json", "-q", cwd=news.parent).out
    done = stancecli("report", "-", "-o", "r.html", stdin=whole.encode(), cwd=news.parent)
    assert done.code == 3 and done.err.count("--format jsonl") == 1 == done.err.count("\n")


PACK = {"jsonl": bytes, "gz": gzip.compress, "zst": zstandard.compress}


def test_results_without_their_texts_show_the_loaded_words(news: Path, opened: Any) -> None:
    found = results(news.parent)
    (news / "a.txt").write_text("Another text.", encoding="utf-8")
    for stdin in (found.encode(), gzip.compress(found.encode())):
        (news.parent / "r.jsonl").write_bytes(stdin)
        assert run("report", "r.jsonl", "-o", "r.html", cwd=news.parent).code == 0
    assert run("report", "-o", "r.html", stdin=found.encode(), cwd=news.parent).code == 0
    page = drawn(opened(news.parent / "r.html"))
    first = page.locator("article").first
    assert first.locator("mark").all_inner_texts() == ["goons", "shameless", "liars"]
    assert "hold no text" in first.inner_text() and "said" not in first.locator(".text").inner_text()
    assert "The council met" in page.locator("article").last.inner_text()
    page.locator("#groups summary").first.click()
    page.locator("#groups details[open] a").first.click()
    assert page.locator("mark:has(+ sup a:target)").count() == 1


def test_results_keep_what_could_not_be_answered(news: Path, stancecli: Tool) -> None:
    (news / "empty.txt").write_text(" ", encoding="utf-8")
    done = stancecli("batch", "news", "--format", "jsonl", "-q", "--store", "r.db", cwd=news.parent)
    (news.parent / "r.jsonl").write_text(done.out + "{}\n", encoding="utf-8")
    for file, count in (("r.jsonl", 2), ("r.db", 1)):
        done = stancecli("report", file, "-o", "r.html", cwd=news.parent)
        assert done.code == 3 and "empty.txt: holds no text" in done.err
        page = (news.parent / "r.html").read_text(encoding="utf-8")
        assert page.partition('id="failures"')[2].partition("</section>")[0].count("<li>") == count


@cache
def of_the_article() -> str:
    return run("batch", ARTICLE, "-f", "jsonl").out


@pytest.mark.parametrize("place", ["start", "end", "spans", "hit"])
@pytest.mark.parametrize("with_text", [True, False])
def test_results_that_point_nowhere_are_told(news: Path, stancecli: Tool, place: str, with_text: bool) -> None:
    report = json.loads(of_the_article())
    report["text"] = ARTICLE.read_text(encoding="utf-8") if with_text else None
    piece = next(piece for stance in report["stances"] for piece in stance["evidence"])
    changed = {"start": (report["hits"][0], -1), "end": (report["hits"][0], 1 << 40)}
    whole, value = changed.get(place, (piece, 999 if place == "hit" else [[1 << 40, (1 << 40) + 1]]))
    whole[place] = value
    done = stancecli("report", "-", "-o", news / "out.html", stdin=json.dumps(report, separators=(",", ":")).encode())
    assert done.code == 3 and "standard input:1: is no result of stancecli" in done.err


def test_a_whole_run_in_one_value_is_told(news: Path, stancecli: Tool) -> None:
    whole = stancecli("batch", "news", "--format", "json", "-q", cwd=news.parent).out
    for text in (whole, json.dumps(json.loads(whole), indent=2)):
        (news.parent / "whole.json").write_text(text, encoding="utf-8")
        done = stancecli("report", "whole.json", "-o", "r.html", cwd=news.parent)
        assert done.code == 3 and done.err.count("--format jsonl") == 1 == done.err.count("\n")


def test_a_database_of_something_else_is_told(tmp_path: Path, stancecli: Tool) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE cats (name)")
    done = stancecli("report", other, "-o", tmp_path / "r.html")
    assert done.code == 3 and "is no store of this version of stancecli" in done.err
