"""Who says what in the plain wording of reports, a few sentences each, and what only looks like a report or a party."""

from __future__ import annotations

import pytest

from stancecli.model import Report
from stancecli.pipeline import analyze

MARKS = "“”\"'‘’ .,"


def said(report: Report) -> list[tuple[str | None, str]]:
    """Who says what, without the marks around it."""
    return [(one.source.actor if one.source else None, one.content.text.strip(MARKS)) for one in report.attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'The singer said she was "heartbroken" to cancel the tour.',
            [["singer", 'she was "heartbroken" to cancel the tour']],
        ),
        (
            'The goalkeeper admitted he had been nervous. "My hands were shaking," he said.',
            [["goalkeeper", "he had been nervous"], ["goalkeeper", "My hands were shaking"]],
        ),
        ("The minister met unions. The minister said he would resign.", [["minister", "he would resign"]]),
        (
            'The prime minister told MPs that she would stay. "I am not going," she said. The opposition leader said she was finished.',
            [["prime minister", "I am not going"], ["opposition leader", "she was finished"]],
        ),
        ("The driver, Ben, said he was sorry.", [["Ben", "he was sorry"]]),
        ("Crime has fallen, the chief constable told the meeting.", [["chief constable", "Crime has fallen"]]),
        ("Hywel Prosser has 90 cows. His wife, Mary, said they were tired.", [["Mary", "they were tired"]]),
        ("Hywel Prosser has 90 cows. His sister, Kate, said he was kind.", [["Kate", "he was kind"]]),
        ("The singer Ann Poe is ill. Her manager, Tina, said she was resting.", [["Tina", "she was resting"]]),
        ("The ship sank. Its owner, Norlink, says a new ship will follow.", [["Norlink", "a new ship will follow"]]),
        ("Mr Ndlovu's widow, Thandi, said nobody had called her.", [["Thandi", "nobody had called her"]]),
        (
            'Hywel Prosser has 90 cows. His wife, Mair, nodded. "We\'ve had enough," she said.',
            [["Mair", "We've had enough"]],
        ),
        ("Counsel for the family, Ann Hill KC, said he was kind.", [["Ann Hill", "he was kind"]]),
        ("Head of security Ann Hill said he was kind.", [["Ann Hill", "he was kind"]]),
        (
            '"I\'m done," Ida Lund said. "I am tired." Tom Hill has promised to open two shelters.',
            [["Tom Hill", "to open two shelters"]],
        ),
        ('"I\'m done," Ida Lund said. "I am tired." Tom Hill hopes to win.', [["Tom Hill", "to win"]]),
        (
            '"I\'m done," Ida Lund said. "I am tired." The council voted to close the pool.',
            [["council", "to close the pool"]],
        ),
        ('"I\'m done," Ida Lund said. "I am tired." Tom Hill said: "So am I."', [["Tom Hill", "So am I"]]),
        (
            'Tom Hill said the finding was a surprise. "Bees are smart." Ida Lund added: "They can count."',
            [["Tom Hill", 'the finding was a surprise "Bees are smart'], ["Ida Lund", "They can count"]],
        ),
        (
            'Burnwell says emissions will be low. A banner outside read: "Let us breathe."',
            [["Burnwell", "emissions will be low"]],
        ),
        (
            'Bram Visser said they had the numbers. "It\'s over for her," he said.',
            [["Bram Visser", "It's over for her"]],
        ),
        ('Kim Okada was calm. "We like her," he said.', [["Kim Okada", "We like her"]]),
        (
            'The film-maker Ravindra Joshi said he had not slept. "People walked out," he said.',
            [["Ravindra Joshi", "he had not slept"], ["Ravindra Joshi", "People walked out"]],
        ),
        (
            'Captain Ana Duarte blamed herself. "I missed two chances," she said. Coach Lise Poulsen would have none of it. "We win together," she said.',
            [["Ana Duarte", "I missed two chances"]],
        ),
        (
            '"We\'re a mining town," said Ted Horrocks. His grandson, Jake Moss, has an answer. "Leave," he said.',
            [["Ted Horrocks", "We're a mining town"]],
        ),
        (
            "The prefect said there was no evidence of fraud. Turnout was 54%, she added.",
            [["prefect", "there was no evidence of fraud"]],
        ),
        (
            'His remarks were criticised by the Russian embassy, which accused him of "warmongering".',
            [["Russian embassy", 'him of "warmongering']],
        ),
        (
            "Mr Ash was criticised by the Russian embassy, which said he was wrong.",
            [["Russian embassy", "he was wrong"]],
        ),
        (
            "Zenith Motors said sales had doubled. The carmaker said it would hire.",
            [["Zenith Motors", "sales had doubled"], ["Zenith Motors", "it would hire"]],
        ),
        (
            "Zenith Airways said sales had doubled. The airline said it would hire.",
            [["Zenith Airways", "sales had doubled"], ["Zenith Airways", "it would hire"]],
        ),
        ("SunJet said sales had doubled. The airline said it would hire.", [["SunJet", "sales had doubled"]]),
        (
            "The ferry operator Norlink said sales had doubled. The ferry company said it would hire.",
            [["Norlink", "sales had doubled"]],
        ),
        (
            "The Transport Workers' Alliance said its members had rejected an offer of 3%. The union accused Linkway of lying.",
            [
                ["Transport Workers' Alliance", "its members had rejected an offer of 3%"],
                ["Transport Workers' Alliance", "Linkway of lying"],
            ],
        ),
        (
            "Tove Lindgren has threatened to sue the studio. The studio, Halcyon, said her claim was without merit.",
            [["Halcyon", "her claim was without merit"]],
        ),
        (
            "A leading eye surgeon has said the procedure is oversold. Professor Amit Chaudhuri said one patient in ten was ill.",
            [["Amit Chaudhuri", "one patient in ten was ill"]],
        ),
        (
            "His family have said he was ill. In a statement, the family of Darren Moxley said he had been let down.",
            [["family", "he was ill"]],
        ),
        (
            'The head of Interline, Suzanne Vidal, said the airline had "turned the corner".',
            [["Suzanne Vidal", 'the airline had "turned the corner']],
        ),
        ("Mr Hill said he was ill. Mrs Hill said he was not.", [["Mr Hill", "he was ill"], ["Mrs Hill", "he was not"]]),
        ("Mr Lee said he was ill. Mrs Lee said he was not.", [["Mr Lee", "he was ill"], ["Mrs Lee", "he was not"]]),
        (
            "South Coast Water said it was sorry. West Mercia Police said so. North Wales Police said no. East Sussex Council said yes.",
            [["South Coast Water", "it was sorry"]],
        ),
        ("West Mercia Police said it was sorry.", [["West Mercia Police", "it was sorry"]]),
        ("North London Foodbank said it was sorry.", [["North London Foodbank", "it was sorry"]]),
        (
            "Transport for Marlow said the line was shut. Voters for Change said it was late. Action on Smoking said no.",
            [["Transport for Marlow", "the line was shut"], ["Voters for Change", "it was late"]],
        ),
        (
            "A woman who said she had been sacked for being pregnant has won £38,000.",
            [["woman", "she had been sacked for being pregnant"]],
        ),
        ("A man who said he was a doctor has been arrested.", [["man", "he was a doctor"]]),
        ("A boy who said he was lost was found by police.", [["boy", "he was lost"]]),
        (
            "The bank said it had no exposure to the fund, sending its shares up 3%.",
            [["bank", "it had no exposure to the fund"]],
        ),
        ("The minister said he would resign, a move that stunned his party.", [["minister", "he would resign"]]),
        ("The minister said he would resign, weeks after a report criticised him.", [["minister", "he would resign"]]),
        ("Staff learned of its closure from a notice on the door.", [["Staff", "its closure"]]),
        ("Families heard of the closure from a neighbour.", [["Families", "the closure"]]),
        ("Recorder Ann Birch told Pike he should be ashamed.", [["Ann Birch", "he should be ashamed"]]),
        (
            "Kelly met Brooks. His lawyer, Pat Donato, asked her if she had seen it.",
            [["Pat Donato", "if she had seen it"]],
        ),
        ("Ann Poe left. The judge, Pat Hill, told her she was free.", [["Pat Hill", "she was free"]]),
        (
            'The novelist died on Sunday, her publisher announced. "She was the finest of her generation," said her editor, Declan Roe.',
            [["Declan Roe", "She was the finest of her generation"]],
        ),
        (
            '"I\'m not a troublemaker," said Walt Jessop. "But enough is enough." Rukhsana Bell agreed.',
            [["Walt Jessop", 'I\'m not a troublemaker," "But enough is enough']],
        ),
        (
            "A study that claimed an hour of light could halve the risk is under investigation.",
            [["study", "an hour of light could halve the risk"]],
        ),
        ('Captain Rafe Donnelly was angry. "It is bad," the midfielder said.', [["Rafe Donnelly", "It is bad"]]),
        ("Ana Ruiz left. The judge said it was late.", [[None, "it was late"]]),
        ('Kenny Pole was there. "It was a good game," Pole said.', [["Kenny Pole", "It was a good game"]]),
        (
            "The MP, Theresa May, said no. May said the deal was a betrayal.",
            [["Theresa May", "the deal was a betrayal"]],
        ),
        ("Anna White said no. White said the deal was a betrayal.", [["Anna White", "the deal was a betrayal"]]),
        ("Bob Hart, said Ann Dale, was a liar.", [["Ann Dale", "Bob Hart was a liar"]]),
        ("Bob Hart, said Ann Dale, the leader of the council, was a liar.", [["Ann Dale", "Bob Hart was a liar"]]),
        ("The plan, said the union, was a disgrace.", [["union", "The plan was a disgrace"]]),
        ("Bob Hart, the union told reporters, had lied.", [["union", "Bob Hart had lied"]]),
        (
            'Ann Dale was glad. Verhoeven, she added, was "a joy to watch".',
            [["Ann Dale", 'Verhoeven was "a joy to watch']],
        ),
        (
            "Officers who said the driver who hit the child had fled were wrong.",
            [["Officers", "the driver who hit the child had fled"]],
        ),
        (
            "Ann Hill said he had smiled, drawing a map of the town, and that he was glad.",
            [["Ann Hill", "he had smiled, drawing a map of the town, and that he was glad"]],
        ),
        ("Charlotte Mayor Vi Lyles said it was late.", [["Vi Lyles", "it was late"]]),
        (
            "Ann Hill praised the council. The letter said that Tom Brandt was a crook.",
            [["letter", "that Tom Brandt was a crook"]],
        ),
        (
            "Velmark recalls envoy\n\nVelmark recalled its ambassador. Velmark said it was angry.",
            [["Velmark", "it was angry"]],
        ),
        (
            "The Association of Teachers and Lecturers said it was late.",
            [["Association of Teachers and Lecturers", "it was late"]],
        ),
        (
            "The Society of Authors and Illustrators said it was late.",
            [["Society of Authors and Illustrators", "it was late"]],
        ),
        (
            "The Union of Kiln and Furnace Workers said it was late.",
            [["Union of Kiln and Furnace Workers", "it was late"]],
        ),
        ("The Three Rivers Ambulance Trust said it was late.", [["Three Rivers Ambulance Trust", "it was late"]]),
        ("The Journal of Deep Time said it was late.", [["Journal of Deep Time", "it was late"]]),
        ("The University of Leeds and Lloyds said it was late.", [["University of Leeds and Lloyds", "it was late"]]),
        (
            "Ann Dale was glad. Sam Verhoeven, she added, was a joy to watch.",
            [["Ann Dale", "Sam Verhoeven was a joy to watch"]],
        ),
        (
            "Prime Minister Ann Dale spoke. Within Velmark, her line is not shared. Velmark recalled its ambassador. Bob Hart said she had bungled. “I did,” she said.",
            [["Ann Dale", "I did"]],
        ),
        (
            "Mayor Dorothea Quillane condemned the plan.\n\nQuillane's deputy, Sunniva Blay, rejected that criticism. “Mr Maddern has not taken a ferry in ten years,” she said.",
            [["Sunniva Blay", "Mr Maddern has not taken a ferry in ten years"]],
        ),
        (
            "According to Kofi Brandreth, whose mother died in 2019, the inquiry was a whitewash.",
            [["Kofi Brandreth", "the inquiry was a whitewash"]],
        ),
        (
            "Jasper Crane spoke. Edith Larkmoor's claims, he told this newspaper, were nonsense.",
            [["Jasper Crane", "Edith Larkmoor's claims were nonsense"]],
        ),
        ("The European Teachers' Union said it was late.", [["European Teachers' Union", "it was late"]]),
        ("In the eyes of the council, the bridge was a waste.", [["council", "the bridge was a waste"]]),
        ("In the judgment of the court, the law was broken.", [["court", "the law was broken"]]),
        (
            "Yusuf Holt recommended it last week. In his view, the homes were badly needed.",
            [["Yusuf Holt", "the homes were badly needed"]],
        ),
        ("In Yusuf Holt's opinion the homes were needed.", [["Yusuf Holt", "the homes were needed"]]),
        ("In his opinion column, Bob Hart said it was late.", [["Bob Hart", "it was late"]]),
    ],
)
def test_plain_reports_have_their_speakers(text: str, expected: list[list[str]]) -> None:
    found = said(analyze(text))
    assert [
        (actor, content.strip(MARKS)) for actor, content in expected if (actor, content.strip(MARKS)) not in found
    ] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"I\'m done," Ida Lund said. "I am tired." Tom Hill has promised to open two shelters.', 'I am tired." to'),
        ("Rolfe showed no emotion as he was led away.", "no emotion"),
        ("Danny Kerrigan was walking home when he heard screams.", "screams"),
        ("Danny Kerrigan was walking home when he heard screams.", "heard"),
        ("Josephine Mutua cast her vote in her home village.", "her vote"),
        ("What the minister did not mention was the cost.", "the cost"),
        ("In the eyes of the law, they are guilty.", "they are guilty"),
        ("Sheriff's deputies found the boy at 6 a.m.", "the boy"),
        ("Hugo Lindt smiled, pointing to a hole in the ceiling.", "to a hole"),
        ("Ida Lund said it was safe. “We are off.” Tom Hill has promised to open it.", "We are off.” to"),
        ("Burnwell says fumes will be low. A banner outside read: “Let us breathe.”", "fumes will be low “Let"),
    ],
)
def test_what_only_looks_like_a_report_is_none(text: str, words: str) -> None:
    assert all(word.strip(MARKS) in text for word in words.split())
    assert not any(content.startswith(words) for _, content in said(analyze(text)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "South Coast Water said it was sorry. West Mercia Police said so. North Wales Police said no. East Sussex Council said yes.",
            "Mercia Police",
        ),
        (
            "South Coast Water said it was sorry. West Mercia Police said so. North Wales Police said no. East Sussex Council said yes.",
            "Wales Police",
        ),
        (
            "South Coast Water said it was sorry. West Mercia Police said so. North Wales Police said no. East Sussex Council said yes.",
            "Sussex Council",
        ),
        (
            "Transport for Marlow said the line was shut. Voters for Change said it was late. Action on Smoking said no.",
            "Marlow",
        ),
        (
            "Transport for Marlow said the line was shut. Voters for Change said it was late. Action on Smoking said no.",
            "Smoking",
        ),
        ("He told the council the way tenants lived was wrong, Ann Hill said.", "way tenants"),
        ("By the time officers arrived, he had left, Ann Hill said.", "time officers"),
        ('"Lives will be lost," Ann Hill said.', "Lives"),
        ('"Age is a number," Ann Hill said.', "Age"),
        ("Crime has fallen, the chief constable told the meeting.", "Crime"),
        ("They met in Senn, which is far. Ida Lund left.", "Senn"),
    ],
)
def test_what_only_looks_like_a_name_is_no_party(text: str, name: str) -> None:
    assert name in text
    assert name not in {actor.name for actor in analyze(text).actors}
