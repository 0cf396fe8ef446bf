"""Bodies and groups without a name: where they stand, and what they are taken for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from timed import growth

from stancecli.actors import identify
from stancecli.model import Answer, Input, Report, Speech
from stancecli.pipeline import analyze, answer, prepare


def mentions(report: Report, text: str, name: str) -> list[str]:
    return [text[slice(*span)] for actor in report.actors if actor.name == name for span in actor.mentions]


def pairs(text: str) -> set[tuple[str, str, str]]:
    return {(row.holder, row.target, row.label) for row in analyze(text).stances}


@pytest.mark.parametrize(
    ("text", "holder", "target", "label"),
    [
        ("Union officials criticised the police.", "Union officials", "police", "opposes"),
        ("Ida Lund thanked campaigners.", "Ida Lund", "campaigners", "supports"),
        ("Ida Lund accused the government of arrogance.", "Ida Lund", "government", "opposes"),
        ("Residents condemned Tomas Brandt.", "Residents", "Tomas Brandt", "opposes"),
        ("Ida Lund praised the teachers who stayed.", "Ida Lund", "teachers", "supports"),
        ("Mary Lund attacked Hexley council.", "Mary Lund", "Hexley council", "opposes"),
        ("Ida Lund criticised the Hexley planning committee.", "Ida Lund", "Hexley planning committee", "opposes"),
        ("Residents have called on the council to apologise.", "Residents", "council", "opposes"),
        ("Parents have lost faith in the school board.", "Parents", "school board", "opposes"),
        ("Police were criticised by the coroner, Ann Hill.", "Ann Hill", "Police", "opposes"),
    ],
)
def test_who_has_no_name_holds_and_is_held_to(text: str, holder: str, target: str, label: str) -> None:
    assert (holder, target, label) in pairs(text)


def test_a_source_without_name_is_the_same_elsewhere() -> None:
    text = "Hexley council said that it was late. Ida Lund blamed the council. Tomas Brandt praised the council's plan."
    report = analyze(text)
    assert mentions(report, text, "Hexley council")[0] == "Hexley council"
    assert mentions(report, text, "Hexley council").count("council") == 2
    assert ("Ida Lund", "Hexley council", "opposes") in pairs(text)


def test_the_latest_source_of_a_noun_is_meant() -> None:
    text = "Arden council said no. Ida Lund blamed the council. Hexley council said yes. Ida Lund praised the council."
    assert {("Ida Lund", "Arden council", "opposes"), ("Ida Lund", "Hexley council", "supports")} <= pairs(text)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Council backs down over libraries", "Hexley council has scrapped its plans, it said. The council wept."),
        ("Council backs down over the libraries", "Hexley council has scrapped its plans, it said. The council wept."),
        ("Council backs down over libraries", "Hexley Borough Council has scrapped its plans. The council wept."),
    ],
)
def test_a_headline_calls_a_body_by_its_noun(headline: str, body: str) -> None:
    names = [actor.name for actor in analyze(f"{headline}\n\n{body}\n").actors if actor.kind == "organisation"]
    assert names == [body[: body.index("ouncil") + len("ouncil")]]


@pytest.mark.parametrize(
    "text",
    [
        "They praised Russian troops.",  # the country's
        "It was attacked by the bankrupt regime in Russia.",
        "It was in late May Hill farmers came.",
        "Ida Lund met some workers and many teachers.",
        "Ida Lund is one of the most gifted writers.",
        "The bridge stood near the school.",  # a place
        "They bought a school.",
    ],
)
def test_what_leaves_open_who_is_meant_is_no_party(text: str) -> None:
    names = {actor.name for actor in analyze(text).actors}
    assert names <= {"author", "unattributed", "Ida Lund", "Russia"}


def test_a_word_for_a_body_within_a_longer_phrase_is_no_party_of_its_own() -> None:
    names = {actor.name for actor in analyze("Police officers praised police cars.").actors}
    assert names == {"author", "unattributed", "Police officers"}


@pytest.mark.parametrize(
    ("text", "name", "called"),
    [
        ("Severnshire Police lied. Ann Hill attacked the force.", "Severnshire Police", "force"),
        ("The Data Privacy Bureau lied. Ann Hill accused the agency of lying.", "Data Privacy Bureau", "agency"),
        ("The Country Travel Alliance wept. Ann Hill betrayed the group.", "Country Travel Alliance", "group"),
        ("Arden Rovers lost. Fans attacked the club.", "Arden Rovers", "club"),
        ("Hexley Council lied. Ann Hill attacked the authority.", "Hexley Council", "authority"),
    ],
)
def test_a_body_is_called_by_another_word(text: str, name: str, called: str) -> None:
    assert called in mentions(analyze(text), text, name)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann Hill, the shadow transport secretary, attacked the transport secretary.", ["Ann Hill"]),
        ("Ann Hill, the former transport secretary, spoke. Tom Fox met the transport secretary.", ["Ann Hill"]),
        ("Ann Hill, the general secretary of the union, spoke. Tom Fox met the minister.", ["Ann Hill"]),
        (
            "Ann Hill, the transport secretary, spoke. Tom Fox met the minister.",
            ["Ann Hill", "transport secretary", "minister"],
        ),
    ],
)
def test_whoever_is_only_like_a_minister_is_none(text: str, found: list[str]) -> None:
    assert mentions(analyze(text), text, "Ann Hill") == found


def test_all_that_was_taken_for_a_place_is_its_body() -> None:
    text = "Kano council said no. Tom Fox attacked Kano council. A spokesman blamed Tom Fox."
    report = analyze(text)
    assert [actor.name for actor in report.actors if actor.kind != "author"][:2] == ["Kano council", "Tom Fox"]
    assert "Kano" not in {actor.name for actor in report.actors}


@pytest.mark.parametrize("name", ["Tinubu", "Smith", "Merz", "Macron"])
def test_a_government_is_called_by_who_leads_it_whatever_his_name(name: str) -> None:
    text = f"{name} lied. Ann Hill attacked the {name} government."
    assert {row.target for row in analyze(text).stances if row.holder == "Ann Hill"} == {name}
    assert f"{name} government" not in {actor.name for actor in analyze(text).actors}


def test_a_place_and_its_body_take_linear_time() -> None:
    def work(times: int) -> Callable[[], object]:
        (result,) = answer([Input(id="", data="Lund attacked Kano council and Kano. " * times)], prepare())
        assert isinstance(result, Answer)
        return lambda: identify(result.parse, Speech((), ()))

    assert growth(work, 1000, 4000, 6) < 6


def test_nobody_is_against_whoever_complains_of_him() -> None:
    text = "“The council has betrayed us,” said Ann Hill. Peter Moss said that the union had robbed him."
    found = {(row.holder, row.target) for row in analyze(text).stances}
    assert {("Ann Hill", "council"), ("Peter Moss", "union")} <= found
    assert not {("council", "Ann Hill"), ("union", "Peter Moss"), ("unattributed", "Ann Hill")} & found


@pytest.mark.parametrize(
    "deed", ["turned round a failing school", "exposed fraud", "fought crime", "transformed a failing school"]
)
def test_what_somebody_mends_or_fights_is_not_held_against_him(deed: str) -> None:
    rows = analyze(f"Ann Hill said that Peter Moss had {deed}.").stances
    assert not [row for row in rows if row.target == "Peter Moss" and row.label == "opposes"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hill praised nurses for their patience.",
        "Ann Hill praised nurses and doctors.",
        "Ann Hill praised the nurses that stayed.",
        "Ann Hill praised nurses in Hexley.",
        "Ann Hill praised brave nurses.",
    ],
)
def test_what_stands_beside_a_plural_does_not_hide_it(text: str) -> None:
    assert ("Ann Hill", "nurses", "supports") in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police made eleven arrests during the march.",
        "Police have charged a man with the murder of Ann Hill.",
        "Police are investigating the death of a woman in Hexley.",
        "Prosecutors said the killer had shown no remorse.",
        "The court heard that the fraud had cost the bank millions.",
        "The union will ballot its members on strike action next month.",
        "Doctors at the hospital treated victims of the crash.",
        "Firefighters tackled a blaze at a warehouse.",
        "Farmers lost crops in the flood.",
        "Detectives appealed for witnesses to the attack.",
        "Rescuers found the body of a missing climber.",
        "The bank raised interest rates to fight inflation.",
    ],
)
def test_plain_news_of_bodies_and_groups_makes_no_stances(text: str) -> None:
    assert pairs(text) == set()


def test_of_two_bodies_that_may_be_called_so_neither_is() -> None:
    text = "The Data Privacy Bureau and the Ferry Safety Bureau lied. Ann Hill accused the agency of lying."
    report = analyze(text)
    assert "agency" not in mentions(report, text, "Data Privacy Bureau") + mentions(report, text, "Ferry Safety Bureau")


def test_an_office_is_known_by_its_kind() -> None:
    text = (
        "The transport secretary, Helen Ashdown, spoke. Ann Hill attacked the health secretary. "
        "Omar Bell thanked the transport secretary. Tom Fox said that the minister had lied."
    )
    found = mentions(analyze(text), text, "Helen Ashdown")
    assert "health secretary" not in found
    assert {"transport secretary", "minister"} <= set(found)


GUIDE = Path(__file__).parent.parent / "docs/attribution.md"
ROWS = [
    [cell.strip() for cell in line.strip().strip("|").split("|")]
    for line in GUIDE.read_text(encoding="utf-8")
    .partition("| text | words | party |")[2]
    .split("\n\n")[0]
    .splitlines()[2:]
]


@pytest.mark.parametrize(("text", "words", "party"), ROWS, ids=[words for _, words, _ in ROWS])
def test_the_guide_tells_whom_words_stand_for(text: str, words: str, party: str) -> None:
    found = [actor.name for actor in analyze(text).actors if words in mentions(analyze(text), text, actor.name)]
    assert found == ([party] if party else [])
