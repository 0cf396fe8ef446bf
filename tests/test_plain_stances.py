"""Stances in the plain wording of reports, a sentence or two each: who stands where toward whom, and no row of the other sign."""

from __future__ import annotations

import pytest

from stancecli.pipeline import analyze
from stancecli.settings import DEFAULT

SIGNS = {"supports": "+", "opposes": "-"}


def rows(text: str) -> set[str]:
    """The rows that a table shows, as "HOLDER + TARGET"."""
    shown = (row for row in analyze(text).stances if row.label in SIGNS and row.confidence >= DEFAULT.shown_confidence)
    return {f"{row.holder} {SIGNS[row.label]} {row.target}" for row in shown}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"I don\'t believe Bob Hart is the right man for the job," Ann Dale said.', ["Ann Dale - Bob Hart"]),
        ('"I do not believe he is a good mayor," Ann Dale said of Bob Hart.', ["Ann Dale - Bob Hart"]),
        ('"I do not believe he is up to the job," Ann Dale said of Bob Hart.', ["Ann Dale - Bob Hart"]),
        ("Ann Dale does not believe Bob Hart is the right man for the job.", ["Ann Dale - Bob Hart"]),
        ('"I don\'t think he is a good mayor," Ann Dale said of Bob Hart.', ["Ann Dale - Bob Hart"]),
        ('"I don\'t think he is honest," Ann Dale said of Bob Hart.', ["Ann Dale - Bob Hart"]),
        ('"I don\'t think he is the right man," Ann Dale said of Bob Hart.', ["Ann Dale - Bob Hart"]),
        ("Ann Dale does not think Bob Hart is fit for office.", ["Ann Dale - Bob Hart"]),
        ('"He has not kept a promise," Ann Dale said of Bob Hart.', ["Ann Dale - Bob Hart"]),
        ('"He has not kept a single promise," Ann Dale said of Bob Hart.', ["Ann Dale - Bob Hart"]),
        ('"He has never kept a promise," Ann Dale said of Bob Hart.', ["Ann Dale - Bob Hart"]),
        ('"He broke his promises," Ann Dale said of Bob Hart.', ["Ann Dale - Bob Hart"]),
        ("Ann Dale said Bob Hart broke his promises.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale praised Sam Park.", ["Ann Dale + Sam Park"]),
        ("Ann Dale praised Minister Sam Park.", ["Ann Dale + Sam Park"]),
        ("Ann Dale praised Tom Bridge.", ["Ann Dale + Tom Bridge"]),
        ("Ann Dale criticised Hyun-woo Park.", ["Ann Dale - Hyun-woo Park"]),
        ("Ann Dale criticised Hyun-woo Kim.", ["Ann Dale - Hyun-woo Kim"]),
        ("Ann Dale criticised Jin-soo Lee.", ["Ann Dale - Jin-soo Lee"]),
        ("Ann Dale criticised Bob Hall.", ["Ann Dale - Bob Hall"]),
        ("Ann Dale criticised Bob Street.", ["Ann Dale - Bob Street"]),
        ("Ann Dale criticised Linda Park.", ["Ann Dale - Linda Park"]),
        ("Ann Dale criticised Stubline.", ["Ann Dale - Stubline"]),
        ("Ann Dale criticised Vexora.", ["Ann Dale - Vexora"]),
        ("Ann Dale sued Stubline.", ["Ann Dale - Stubline"]),
        ("France criticised Petrovia.", ["France - Petrovia"]),
        ("Ann Dale criticised Severnside Water.", ["Ann Dale - Severnside Water"]),
        ("Ann Dale criticised Fernhill Care Home.", ["Ann Dale - Fernhill Care Home"]),
        ("Ann Dale said Severnside Water should be ashamed of itself.", ["Ann Dale - Severnside Water"]),
        ("Skyway Baltic is boycotting Mercer Aviation.", ["Skyway Baltic - Mercer Aviation"]),
        ("Skyway Baltic is suing Mercer Aviation.", ["Skyway Baltic - Mercer Aviation"]),
        (
            "The airline Skyway Baltic is boycotting Mercer Aviation after a dispute over fees.",
            ["Skyway Baltic - Mercer Aviation"],
        ),
        (
            "The rebel group Free Highlands ruled out talks with President Emile Toussaint.",
            ["Free Highlands - Emile Toussaint"],
        ),
        ("Clean Rivers Now criticised Bob Hart.", ["Clean Rivers Now - Bob Hart"]),
        ("Kardania's president, Milan Strnad, criticised Ann Dale.", ["Milan Strnad - Ann Dale"]),
        ("Kardania's president, Milan Hart, criticised Ann Dale.", ["Milan Hart - Ann Dale"]),
        ("The mayor, Milan Strnad, criticised Ann Dale.", ["Milan Strnad - Ann Dale"]),
        ("The Farmers' and Growers' Union criticised Bob Hart.", ["Farmers' and Growers' Union - Bob Hart"]),
        (
            "The Bakers' and Allied Workers Union has backed Zainab Qureshi.",
            ["Bakers' and Allied Workers Union + Zainab Qureshi"],
        ),
        (
            "It rained on Monday. Lawyers for Tessa Brandon said the trial judge, Sir Alan Crewe, had been unfair to their client. A ruling is expected in March.",
            ["Tessa Brandon - Alan Crewe"],
        ),
        ("Ann Dale walked out of the meeting in protest at Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale resigned in protest at the behaviour of the chairman, Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale returned her medal in protest at Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale quit over the leadership of Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale resigned over the behaviour of Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale has left the party over Bob Hart's leadership.", ["Ann Dale - Bob Hart"]),
        ("The Wool Guild voted to strike against Acme Steel.", ["Wool Guild - Acme Steel"]),
        ("The Wool Guild called a strike against Acme Steel.", ["Wool Guild - Acme Steel"]),
        ("France expelled Spain's ambassador.", ["France - Spain"]),
        ("France recalled its envoy from Spain in protest.", ["France - Spain"]),
        ("Residents signed a petition to remove Bob Hart.", ["Residents - Bob Hart"]),
        ("Ann Dale called for a vote to remove Bob Hart.", ["Ann Dale - Bob Hart"]),
        ('"He is a liar," Ann Dale said of the mayor, Bob Hart.', ["Ann Dale - Bob Hart"]),
        ('"He is a liar," Ann Dale said about the mayor, Bob Hart.', ["Ann Dale - Bob Hart"]),
        ('"He is a liar," Ann Dale said of her rival Bob Hart.', ["Ann Dale - Bob Hart"]),
        ('"He is a liar," Ann Dale said of her rival, Bob Hart.', ["Ann Dale - Bob Hart"]),
        ('"He is a liar," Ann Dale said of her boss, Bob Hart.', ["Ann Dale - Bob Hart"]),
        ('"She is wonderful," said Tom Jessop of his surgeon, Farah Aslam.', ["Tom Jessop + Farah Aslam"]),
        ('"We owe her everything," said Tom Jessop of his surgeon, Farah Aslam.', ["Tom Jessop + Farah Aslam"]),
        ('"I owe her my life," Tom Jessop said of Farah Aslam.', ["Tom Jessop + Farah Aslam"]),
        ("Ann Dale called on the mayor, Bob Hart, to resign.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale told the mayor, Bob Hart, to resign.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale wants the mayor, Bob Hart, to resign.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale called on the chairman, Bob Hart, to apologise.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale is demanding that the mayor, Bob Hart, resign.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale wants the mayor, Bob Hart, out.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale demanded the removal of France's president, Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale demanded the resignation of France's president, Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale demanded an apology from France's president, Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale is critical of Orvane's chairman, Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale demanded the arrest of France's president, Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale welcomed the sacking of France's president, Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale demanded the resignation of the firm's chairman, Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale gave her backing to manager Bob Hart.", ["Ann Dale + Bob Hart"]),
        ("Ann Dale gave her support to manager Bob Hart.", ["Ann Dale + Bob Hart"]),
        ("Earl Dobson called the plant manager, Ricky Vance, a bully. Vance has moved.", ["Earl Dobson - Ricky Vance"]),
        (
            "Ann Dale supports Bob Hart, but Eve Foss does not trust him.",
            ["Ann Dale + Bob Hart", "Eve Foss - Bob Hart"],
        ),
        ("Ann Dale supports Bob Hart, but Eve Foss opposes him.", ["Ann Dale + Bob Hart", "Eve Foss - Bob Hart"]),
        ("Ann Dale supports Bob Hart, but Eve Foss wants him removed.", ["Ann Dale + Bob Hart", "Eve Foss - Bob Hart"]),
        ("Ann Dale backs Bob Hart, but Eve Foss wants him out.", ["Ann Dale + Bob Hart", "Eve Foss - Bob Hart"]),
        ("Ann Dale backed Bob Hart, but Tom Cole called him a liar.", ["Ann Dale + Bob Hart", "Tom Cole - Bob Hart"]),
        ("Ann Dale criticised Bob Hart, but Eve Foss supports him.", ["Ann Dale - Bob Hart", "Eve Foss + Bob Hart"]),
        ("Ann Dale criticised Bob Hart, but Eve Foss sided with him.", ["Ann Dale - Bob Hart", "Eve Foss + Bob Hart"]),
        ("Ann Dale criticised Bob Hart, while Eve Foss defended him.", ["Ann Dale - Bob Hart", "Eve Foss + Bob Hart"]),
        ("Bob Hart has the support of France but not of Spain.", ["France + Bob Hart"]),
        ("Vera Stanton supports Hassan Mirza, but Dennis Rook does not.", ["Vera Stanton + Hassan Mirza"]),
        ("Eve Foss does not support Bob Hart, but Ann Dale does.", ["Eve Foss - Bob Hart"]),
        ("Ann Dale gave a stern rebuke to Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale gave her full backing to Bob Hart.", ["Ann Dale + Bob Hart"]),
        ("Ann Dale faced attacks from Bob Hart.", ["Bob Hart - Ann Dale"]),
        ("Ann Dale has faced repeated attacks from Bob Hart.", ["Bob Hart - Ann Dale"]),
        ("The doctors' association MedVoice applauded Bob Hart.", ["MedVoice + Bob Hart"]),
        ("The union applauded Bob Hart.", ["union + Bob Hart"]),
        ("MedVoice applauded health minister Bob Hart.", ["MedVoice + Bob Hart"]),
        ("Fans held a banner calling for the sacking of Bob Hart.", ["Fans - Bob Hart"]),
        ("Fans unfurled a banner calling for the sacking of Bob Hart.", ["Fans - Bob Hart"]),
        ("Ann Dale wrote a letter calling for the sacking of Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale cast doubt on the honesty of Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale questioned the honesty of Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale doubted the honesty of Bob Hart.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale praised the honesty of Bob Hart.", ["Ann Dale + Bob Hart"]),
        ("Ann Dale fined Topaz Energy £2m for overcharging customers.", ["Ann Dale - Topaz Energy"]),
        ("Regulator Margaret Ellison fined Topaz Energy.", ["Margaret Ellison - Topaz Energy"]),
        ("Ann Dale is boycotting the aircraft leasing firm Mercer Aviation.", ["Ann Dale - Mercer Aviation"]),
        ("Ann Dale sued the aircraft leasing firm Mercer.", ["Ann Dale - Mercer"]),
        (
            "Ann Dale is one of the fiercest critics of the Vaccine Freedom Alliance.",
            ["Ann Dale - Vaccine Freedom Alliance"],
        ),
        ("Ann Dale is one of Bob Hart's fiercest critics.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale urged shoppers to avoid Bestway Dairies.", ["Ann Dale - Bestway Dairies"]),
        ('Ann Dale called Bob Hart "short-sighted".', ["Ann Dale - Bob Hart"]),
        ('Ann Dale called Shireland Council "short-sighted and cruel".', ["Ann Dale - Shireland Council"]),
        ("Ann Dale said Bob Hart was a murderer.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale said Bob Hart was a man who could be trusted.", ["Ann Dale + Bob Hart"]),
        ("Ann Dale said Bob Hart was right.", ["Ann Dale + Bob Hart"]),
        ("Ann Dale said Bob Hart stood up for working people.", ["Ann Dale + Bob Hart"]),
        (
            "The foreign minister, Ann Dale, voiced support for Bob Hart. She said he was a partner who could be trusted.",
            ["Ann Dale + Bob Hart"],
        ),
        ('"You were right," Ann Dale told Bob Hart.', ["Ann Dale + Bob Hart"]),
        (
            'Mr Justice Sowerby sentenced Leo Crane. "You are a bully," the judge told Leo Crane.',
            ["Sowerby - Leo Crane"],
        ),
        ('Mr Justice Sowerby sentenced Leo Crane. "He is a liar," the judge said.', ["Sowerby - Leo Crane"]),
        ("Ann Dale said Bob Hart had silenced researchers.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale said Bob Hart had silenced journalists.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale said Bob Hart had abandoned pensioners.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale said Bob Hart had bullied Tom Cole.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale said Bob Hart had persecuted journalists.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale said Bob Hart had neglected Tom Cole.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale said Bob Hart had neglected his patients.", ["Ann Dale - Bob Hart"]),
        ("Ann Dale said Bob Hart had neglected children.", ["Ann Dale - Bob Hart"]),
        ('"He has been kind to me," Ann Dale said of Bob Hart.', ["Ann Dale + Bob Hart"]),
        ("Critic Hugo Pemberton was unimpressed by Clara Weiss.", ["Hugo Pemberton - Clara Weiss"]),
        ("Ann Dale is fiercely loyal to Bob Hart.", ["Ann Dale + Bob Hart"]),
        ("Ann Dale is loyal to Bob Hart.", ["Ann Dale + Bob Hart"]),
    ],
)
def test_plain_wording_makes_rows(text: str, expected: list[str]) -> None:
    contrary = {row.translate(str.maketrans("+-", "-+")) for row in expected}
    assert rows(text) >= set(expected)
    assert not rows(text) & contrary


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("“He has never been rude to me,” Ann Dale said of Bob Hart.", "Ann Dale - Bob Hart"),
        ("“He has not been unfair to us,” Ann Dale said of Bob Hart.", "Ann Dale - Bob Hart"),
        ("“He has never been anything but polite,” Ann Dale said of Bob Hart.", "Ann Dale - Bob Hart"),
        ("“I don’t believe he lied to us,” Ann Dale said of Bob Hart.", "Ann Dale - Bob Hart"),
        ("“I don’t think he is a liar,” Ann Dale said of Bob Hart.", "Ann Dale - Bob Hart"),
        ("Ann Dale demanded the removal of France’s president, Bob Hart.", "Ann Dale - France"),
        ("Ann Dale is critical of Orvane’s chairman, Bob Hart.", "Ann Dale - Orvane"),
        ("Ann Dale is fiercely loyal to Bob Hart.", "author + Ann Dale"),
        ("“He is a liar,” Ann Dale said of her rival Bob Hart.", "author - Bob Hart"),
        ("Critic Hugo Pemberton was unimpressed by Clara Weiss.", "author - Hugo Pemberton"),
        ("The Guardian and Daily Mail attacked the plan.", "Guardian and Daily Mail - Guardian"),
        ("Earl Dobson called the plant manager, Ricky Vance, a bully. Vance has moved.", "author - Ricky Vance"),
    ],
)
def test_what_only_looks_like_it_makes_none(text: str, wrong: str) -> None:
    assert wrong not in rows(text)


def test_an_author_who_demands_that_somebody_goes_judges_him() -> None:
    column = (
        "Why the mayor must go\n\nBy Hugh Carrow\n\nMayor Ana Lund has failed this town. Lund should resign at once."
    )
    assert "author - Ana Lund" in rows(column)
