"""Whom descriptions stand for ("the manager", "the operator"): what a text itself tells of its parties."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice, product

import pytest
from timed import growth

from stancecli.pipeline import analyze


def mentions_of(text: str, name: str) -> list[str]:
    actors = {actor.name: actor for actor in analyze(text).actors}
    return [text[start:end] for start, end in actors[name].mentions] if name in actors else []


@pytest.mark.parametrize(
    "told",
    [
        "Ann Hill resigned as coach on Friday",
        "Ann Hill was appointed coach in May",
        "Ann Hill is the coach of Arden",
        "The Arden coach, Ann Hill, was late",
        "Ann Hill, 51, coach of Arden, was late",
        "Coach Ann Hill was late",
    ],
)
def test_what_a_text_tells_somebody_to_be_is_who_is_meant(told: str) -> None:
    assert mentions_of(f"{told}. It rained. Nobody could find the coach.", "Ann Hill")[-1] == "coach"


@pytest.mark.parametrize(
    "told", ["Ann Hill defeated the coach", "Ann Hill told Tom Fox as coach", "Ann Hill is a deputy coach"]
)
def test_who_is_told_to_be_something_else_is_not_meant(told: str) -> None:
    assert mentions_of(f"{told}. It rained. Nobody could find the coach.", "Ann Hill") == ["Ann Hill"]


@pytest.mark.parametrize("office", ["mayor", "mediator"])
def test_an_office_counts_before_an_apposition_of_several_words(office: str) -> None:
    text = f"The {office}, the retired Arden nurse Ann Hill, was late. It rained. Nobody could find the {office}."
    assert mentions_of(text, "Ann Hill")[-1] == office


@pytest.mark.parametrize(
    ("lead", "later", "meant"),
    [
        ("The mayor accused the council of sloth.", "Mayor Ann Hill wept.", True),
        ("A crowd thanked the mayor.", "Ann Hill, the mayor of Arden, wept.", True),
        ("A crowd thanked the deputy mayor.", "Mayor Ann Hill wept.", False),
        ("A crowd thanked the mayor.", "Ann Hill, the former mayor, wept.", False),
        ("A crowd thanked the mayor.", "Mayor Ann Hill of Arden and Mayor Tom Fox of Lund wept.", False),
        ("A crowd led by Sam Gale thanked the mayor.", "Mayor Ann Hill wept.", False),
        ("A crowd thanked the mayor." + " Rain fell." * 9, "Mayor Ann Hill wept.", False),
    ],
)
def test_an_office_in_a_lead_is_whose_it_alone_is_in_the_text(lead: str, later: str, meant: bool) -> None:
    assert (mentions_of(f"{lead} It rained. {later}", "Ann Hill")[:1] == ["mayor"]) == meant


@pytest.mark.parametrize(
    ("lead", "later", "name"),
    [
        ("The president signed it.", "French President Ann Hill wept.", "Ann Hill"),
        ("The president signed it.", "France's president, Ann Hill, wept.", "Ann Hill"),
        ("The president signed it.", "Ann Hill, the president of France, wept.", "Ann Hill"),
        ("The minister lied, aides said.", "Norwegian Minister Ann Hill wept.", "Ann Hill"),
        ("The minister lied, aides said.", "Foreign Minister Ann Hill wept.", "Ann Hill"),
        ("The senator lied, aides said.", "Sen. Ann Hill wept.", "Ann Hill"),
        ("The general lied, aides said.", "General Ann Hill wept.", "Ann Hill"),
        ("A doctor said so. The doctor wept.", "Dr Ann Hill, who had not met him, laughed.", "Ann Hill"),
        ("A mayor said so. The mayor wept.", "Mayor Ann Hill, who had not met him, laughed.", "Ann Hill"),
        ("The mayor lied, aides said. It rained. It rained. It rained.", "Mayor Ann Hill wept.", "Ann Hill"),
    ],
)
def test_an_office_in_a_lead_is_not_whose_title_tells_of_another(lead: str, later: str, name: str) -> None:
    assert not set(mentions_of(f"{lead} It rained. {later}", name)) & {
        f"{the} {noun}".strip()
        for the in ("", "The")
        for noun in ("president", "minister", "senator", "general", "doctor", "mayor")
    }


@pytest.mark.parametrize(
    ("unit", "office"),
    [
        ("The mayor said the toll was high. ", "Mayor"),
        ("A crowd thanked the mayor. ", "Mayor"),
        ("A judge said so. ", "Judge"),
    ],
)
def test_whoever_may_be_named_later_is_looked_for_in_linear_time(unit: str, office: str) -> None:
    def work(size: int) -> Callable[[], object]:
        names = ("".join(letters).title() for letters in product("bdfgklmnprst", "aeiou", "lmnrst", "aeiou", "x"))
        text = unit * size + "".join(f"{office} Ann {name} spoke. " for name in islice(names, size))
        return lambda: analyze(text)

    assert growth(work, 400, 1600, 7) < 7


def test_who_speaks_in_a_lead_by_his_office_is_named_later() -> None:
    text = "The mayor accused the council of sloth. It rained. “We are poor,” Mayor Ann Hill told the court."
    assert {one.source.actor for one in analyze(text).attributions if one.source} == {"Ann Hill"}


@pytest.mark.parametrize("adjective", ["outgoing", "former", "sacked"])
def test_an_office_that_is_lost_is_not_his_who_has_it_elsewhere(adjective: str) -> None:
    text = (
        f"Ann Hill was relieved of her duties as coach. Tom Gale, the coach of Arden, wept. The {adjective} coach left."
    )
    assert mentions_of(text, "Ann Hill")[-1] == f"{adjective} coach"


@pytest.mark.parametrize(
    ("told", "noun", "meant"),
    [
        ("The caretaker, Ann Hill, was late", "caretaker", True),
        ("After the dinner, Ann Hill, who was late, left", "dinner", False),
    ],
)
def test_only_who_does_something_is_told_by_a_noun_that_no_table_knows(told: str, noun: str, meant: bool) -> None:
    assert (noun in mentions_of(f"{told}. They blamed the {noun} for it.", "Ann Hill")) is meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("They thanked the operator for building it", True),
        ("They thanked the operator on Monday", True),
        ("They saw the operator and the mayor", True),
        ("They saw the operator of the bridge", False),
        ("They saw the operator and owner", False),
    ],
)
def test_a_body_is_what_stands_before_its_name_unless_another_is_told(said: str, meant: bool) -> None:
    mentions = mentions_of(f"Operator Senn Quays will build it. {said}.", "Senn Quays")
    assert mentions == ["Senn Quays", *["operator"] * meant]


def test_a_union_is_called_by_its_members_and_no_company() -> None:
    text = (
        "Senn Motors met the Allied Welders. It rained. They saw the union, and the Welders saw the company on Friday."
    )
    assert mentions_of(text, "Allied Welders") == ["Allied Welders", "union", "Welders"]
    assert mentions_of(text, "Senn Motors") == ["Senn Motors", "company"]


@pytest.mark.parametrize("name", ["Arden Rovers", "Lindvall Wanderers"])
def test_a_club_is_no_union(name: str) -> None:
    text = f"Then {name} lost on Friday. The union was glad. {name} lost again. It said that it was late."
    assert mentions_of(text, name) == [name, name, "It"]


@pytest.mark.parametrize(
    ("phrase", "known"),
    [
        ("the mayor for the bridge", True),
        ("the former mayor for the bridge", True),
        ("a clerk of the mayor for the bridge", False),
    ],
)
def test_whoever_is_thanked_is_thanked_for_something(phrase: str, known: bool) -> None:
    text = f"Mayor Ann Hill left office in May. They thanked {phrase}."
    assert (len(mentions_of(text, "Ann Hill")) > 1) == known


def test_who_begins_the_sentence_is_spoken_for() -> None:
    text = "The Harbour Board said it would hear Senn Motors and Crane Motors. A spokeswoman said that it was late."
    assert [one.source.actor for one in analyze(text).attributions if one.source][-1] == "Harbour Board"


def speakers_of(text: str) -> list[str | None]:
    return [one.source.actor for one in analyze(text).attributions if one.source]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ray Hill, who was late, said no. Wulf Krin voted on Friday. He said that it was late.", "Wulf Krin"),
        ("Ray Hill, who was late, said no. They saw Wulf Krin on Friday. He said that it was late.", "Ray Hill"),
        ("Ann Hill is ill, her office said. It said that she was at home.", "Ann Hill"),
        ("The Social Democrats said no. It said that it was late.", None),
        ("The Senn Institute is old. It said that it was late.", "Senn Institute"),
        ("Ida Lund wept. The Senn Institute's director left. It said that it was late.", None),
        (
            "Tom Hill of the Senn Institute was late. His institute forgave him. It is spring, it said.",
            "Senn Institute",
        ),
        ("Tom Hill met the Senn Institute. His institute forgave him. It is spring, it said.", None),
    ],
)
def test_a_pronoun_goes_on_from_whom_the_sentence_before_begins_with(text: str, speaker: str | None) -> None:
    assert speakers_of(text)[-1] == speaker


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("In her opinion, Judge Ann Hill was clear", "Ann Hill"),
        ("Judge Ann Hill met Judge Tom Fox", "federal judge"),
        ("It rained. It rained. It rained. It rained. Judge Ann Hill was clear", "federal judge"),
    ],
)
def test_the_only_judge_is_the_one_who_was_told_of_without_a_name(behind: str, speaker: str) -> None:
    assert speakers_of(f"A federal judge ruled that the bridge was unsafe. {behind}.")[0] == speaker


@pytest.mark.parametrize(
    ("deed", "noun", "meant"),
    [
        ("They refused a second offer from Senn Motors", "bidder", True),
        ("They refused Senn Motors's takeover bid", "suitor", True),
        ("They refused the report by Senn Motors", "author", True),
        ("They refused to sell to Senn Motors", "bidder", False),
        ("They refused a claim by Senn Motors", "author", False),
    ],
)
def test_who_did_something_is_called_by_it(deed: str, noun: str, meant: bool) -> None:
    assert mentions_of(f"{deed}. They called the {noun} a fool.", "Senn Motors") == ["Senn Motors", *[noun] * meant]


def test_a_playwright_is_an_author() -> None:
    assert (
        mentions_of("The playwright, Ann Hill, was late. They thanked the author on Friday.", "Ann Hill")[-1]
        == "author"
    )


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("He accused the league of lying", "league"),
        ("He accused the League of lies", "League"),
        ("He warned the league of a strike", "league"),
        ("He backed the league of friends", None),
        ("He accused the league of Arden", None),
    ],
)
def test_of_behind_a_verb_that_tells_of_somebody_is_no_part_of_a_description(said: str, meant: str | None) -> None:
    text = f"The Walkers' League met in May. It rained. Tom Fox was late. {said}."
    assert mentions_of(text, "Walkers' League")[1:] == ([meant] if meant else [])


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("I do not trust that company.", True),
        ("I said that company was late.", True),
        ("I said that company profits fell.", False),
        ("I said that Company Secretary Eve Rill was late.", False),
    ],
)
def test_that_points_to_a_company_unless_it_opens_a_clause(said: str, meant: bool) -> None:
    text = f'Lund Homes built nine flats. Tom Fox was late. "{said}"'
    assert ("company" in mentions_of(text, "Lund Homes")) == meant


@pytest.mark.parametrize(
    "told",
    [
        "Ann Hill denies theft",
        "Ann Hill, 52, denied all three counts of attempted murder",
        "Ann Hill denied any wrongdoing",
        "Ann Hill denied stabbing Eve Rill",
        "Ann Hill, 52, was charged with theft",
        "Ann Hill pleaded not guilty",
        "Ann Hill is on trial",
        "Ann Hill stood trial in May",
    ],
)
@pytest.mark.parametrize("noun", ["defendant", "accused"])
def test_the_defendant_is_who_is_tried(told: str, noun: str) -> None:
    assert mentions_of(f"{told}. It rained. Tom Fox hated the {noun}.", "Ann Hill")[-1] == noun


@pytest.mark.parametrize(
    "told",
    [
        "Ann Hill was late",
        "Ann Hill is accusing them",
        "Ann Hill, a nurse, was in court",
        "Ann Hill denied that the council was broke",
        "Ann Hill denied the report",
        "Ann Hill pleaded with them",
        "Ann Hill went on trial for the Arden team",
        "Ann Hill was a trial nurse",
    ],
)
def test_the_defendant_is_nobody_else(told: str) -> None:
    assert mentions_of(f"{told}. It rained. Tom Fox hated the defendant.", "Ann Hill") == ["Ann Hill"]


@pytest.mark.parametrize(
    ("told", "later"),
    [
        ("The MP for Arden, Ann Hill, was late", "MP"),
        ("Late again was the Labour MP for Arden and Lund, Ann Hill", "MP"),
        ("The bishop of Lund, Ann Hill (a keen rower), was late", "bishop"),
        ("It was a poor day for the headteacher at Arden School, Ann Hill, and her pupils", "headteacher"),
        ("The chief executive of Arden Ferries, Ann Hill, was late", "chief executive"),
        ("The minister who signed the order in May, Ann Hill, was late", "minister"),
        ("The leader of the council that runs the port, Ann Hill, was late", "leader"),
        ("After a talk with the mayor of Arden, Ann Hill, residents went home", "mayor"),
    ],
)
def test_an_office_counts_over_what_tells_more_of_it(told: str, later: str) -> None:
    assert mentions_of(f"{told}. It rained. Nobody could find the {later}.", "Ann Hill")[-1] == later


@pytest.mark.parametrize(
    "told",
    [
        "In a letter to the mayor of Arden, Ann Hill asked for a bench",
        "After a row with the mayor of Arden, Ann Hill, a nurse, went home",
        "The mayor of Arden, Ann Hill, Tom Fox and Sam Poe went home",
        "The brother of the mayor of Arden, Ann Hill, went home",
        "Aides of the mayor of Arden, Ann Hill among them, went home",
        "The mayor of Arden thanked the crowd, Ann Hill, too",
    ],
)
def test_an_office_is_nobodys_who_may_be_somebody_else(told: str) -> None:
    assert mentions_of(f"{told}. It rained. Nobody could find the mayor.", "Ann Hill") == ["Ann Hill"]


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Ann Hill, a Labour MP, met Tom Reed", "Ann Hill"),
        ("Labour MP Ann Hill met Tom Reed, a Conservative MP", "Ann Hill"),
        ("Tom Reed met Ann Hill, the Labour MP for Arden", "Ann Hill"),
        ("The Labour MP for Arden, Ann Hill, met Tom Reed", "Ann Hill"),
        ("Ann Hill is a Labour MP", "Ann Hill"),
        ("Ann Hill met Tom Reed", None),
        ("Ann Hill, an MP, met Tom Reed", None),
        ("Ann Hill, a Tory MP, met Labour", None),
        ("Ann Hill, a Labour MP, met Tom Reed, another Labour MP", None),
        ("Ann Hill, a former Labour MP, met Tom Reed", None),
    ],
)
def test_a_partys_mp_is_who_alone_was_told_to_be_that(told: str, who: str | None) -> None:
    (item,) = analyze(f"{told}. The Labour MP said that the road was shut.").attributions
    assert item.source and item.source.actor == who


@pytest.mark.parametrize(
    ("told", "description"),
    [
        ("Russian President Orla Voss left", "The Russian president"),
        ("Ann Hill, the Chelsea manager, left", "The Chelsea manager"),
    ],
)
def test_an_office_with_a_name_is_who_was_told_to_have_it(told: str, description: str) -> None:
    (item,) = analyze(f"{told}. {description} said that the road was shut.").attributions
    assert item.source and item.source.actor in ("Orla Voss", "Ann Hill")


def test_an_owner_is_no_club() -> None:
    text = "The owner of the club, Bill Crane, said that it was late. The club wept, and the owner left."
    assert mentions_of(text, "Bill Crane") == ["owner", "Bill Crane", "owner"]
    unsure = "The owner of the club, Norvale, said that it was late. The club wept, and the owner left."
    assert "club" not in mentions_of(unsure, "owner of the club")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The Labour MP for Arden, Ann Hill,", "Ann Hill"),
        ("The MP for Arden, Ann Hill (Labour),", "Ann Hill"),
        ("Ann Hill MP", "Ann Hill"),
        ("Ann Green MP", "Ann Green"),
        ("Labour MPs", "Labour MPs"),
        ("Scottish MPs", "Scottish MPs"),
        ("A senior MP", "senior MP"),
    ],
)
def test_an_mp_is_no_party_and_a_partys_mps_are_no_name(source: str, name: str) -> None:
    (told,) = analyze(f"{source} said the road was shut.").attributions
    assert told.source and told.source.actor == name


@pytest.mark.parametrize("end", [",", ", and", "", " (", ", and,"])
def test_a_text_may_break_off_behind_an_apposition(end: str) -> None:
    assert mentions_of(f"They met the MP for Arden, Ann Hill{end}", "Ann Hill") == ["MP", "Ann Hill"]


def test_an_office_that_a_name_tells_is_nobody_elses() -> None:
    text = "The MP for Arden, Ann Hill, met the MP for Lund, Tom Fox."
    assert mentions_of(text, "Ann Hill") == ["MP", "Ann Hill"]
    assert mentions_of(text, "Tom Fox") == ["MP", "Tom Fox"]


@pytest.mark.parametrize(
    ("told", "later", "name"),
    [
        ("The company that owns the home, Bright Ostrand Care, was late", "company", "Bright Ostrand Care"),
        ("It was the fault of the firm which runs the ferry, Norvik Lines", "firm", "Norvik Lines"),
        ("Tom Fox sued the company behind the festival, Senn Events, for libel", "company", "Senn Events"),
        ("Tom Fox sued the union that speaks for drivers, Confed, for libel", "union", "Confed"),
        ("Tom Fox sued the company, Senn Ostrand, for libel", "company", "Senn Ostrand"),
    ],
)
def test_a_body_is_known_by_the_name_that_ends_what_is_told_of_it(told: str, later: str, name: str) -> None:
    text = f"{told}. It rained. Nobody liked the {later}."
    assert [actor.kind for actor in analyze(text).actors if actor.name == name] == ["organisation"]
    assert mentions_of(text, name) == [later, name, later]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("The company that sacked the nurse, Ann Hill, was late", "Ann Hill"),
        ("The owner of the company, Thulo Ndlumo, was late", "Thulo Ndlumo"),
        ("Tom Fox sued the company, Senn Group, the board and the press", "Senn Group"),
        ("Tom Fox sued the company, Senn Group, Ohn Group and the press", "Senn Group"),
        ("Behind the company stood an old foe, Thulo Ndlumo, in the rain", "Thulo Ndlumo"),
    ],
)
def test_no_body_is_known_by_a_name_of_somebody_else(told: str, name: str) -> None:
    assert mentions_of(f"{told}.", name) == [name]


def test_a_union_or_a_charity_is_not_the_company() -> None:
    text = "The union that speaks for drivers, Confed, met the company. The charity Ostrand met the company too."
    assert mentions_of(text, "company") == ["company", "company"]


def test_a_towns_name_is_not_that_of_a_company_in_it() -> None:
    text = "Tom Fox sued the company in the town, Bergby, in May. The company lost."
    assert "company" not in mentions_of(text, "Bergby")
