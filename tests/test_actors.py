"""Who is who: names, merges, sources, pronouns and requested targets."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timed import growth

from stancecli.actors import identify
from stancecli.clean import clean
from stancecli.model import Actor, Attribution, Cast, Content, Input, Parse, Report, Source, Span, Speech, Withheld
from stancecli.pipeline import analyze
from stancecli.segment import segment

SILENCE = Speech((), ())


def parsed(text: str, *targets: str) -> Parse:
    return segment(clean(Input(id="test", data=text, targets=targets)))


def cast_of(text: str, *sources: str) -> Cast:
    """The cast of a text in which each of `sources` is the source of an attribution, found from left to right."""
    parse = parsed(text)
    attributions, at = [], 0
    for number, source in enumerate(sources):
        start = text.index(source, at)
        at = start + len(source)
        content = Content("...", (Span(len(text) - 1, len(text)),))
        told = Source(source, (Span(start, at),))
        attributions.append(Attribution(number, "indirect", 1.0, told, None, content))
    return identify(parse, Speech(tuple(attributions), ()))


def names_of(text: str) -> list[str]:
    return [actor.name for actor in identify(parsed(text), SILENCE).actors]


def speakers_of(text: str, *sources: str) -> list[str | None]:
    return [one.source.actor for one in cast_of(text, *sources).speech.attributions if one.source]


def actor_of(cast: Cast | Report, name: str) -> Actor:
    return next(actor for actor in cast.actors if actor.name == name)


def texts_of(text: str, actor: Actor) -> list[str]:
    return [text[start:end] for start, end in actor.mentions]


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On Monday Senator Ann Hill met Mr. Poe in the hall.", ["Ann Hill", "Poe"]),
        ("The deal pleased U.S. Secretary of State Sam Poe.", ["United States", "Sam Poe"]),
        ("It was Prince Mohammed bin Rashid who called Jan van der Berg.", ["Mohammed bin Rashid", "Jan van der Berg"]),
        ("Critics of John F. Marsh Jr. left early.", ["John F. Marsh Jr."]),
        ("They asked Alexandra Ocampo-Reyes and Sean O’Hara.", ["Alexandra Ocampo-Reyes", "Sean O’Hara"]),
        ("The envoy of Prime Minister May called.", ["May"]),
        ("It wrote to the Ministry of Foreign Affairs.", ["Ministry of Foreign Affairs"]),
        ("She leads the University of Upper Lakes.", ["University of Upper Lakes"]),
        ("We asked the Department of Health and Human Services.", ["Department of Health and Human Services"]),
        ("Shares of Harbour Motors Inc fell.", ["Harbour Motors Inc"]),
        ("He signed the Clean Harbour Act there.", []),
        ("The Russian embassy and the Kremlin knew that Moscow denied it.", ["Russia"]),
        ("The train from Moscow to Berlin was late.", []),
        ("Give us the tea and it is fine. The US was told.", ["United States"]),
        ("Mary Stone moved to Georgia last year.", ["Mary Stone"]),
        ("Georgia closed its border, and Tbilisi was quiet.", ["Georgia"]),
        ("Michael Jordan spoke of Jordan as a land.", ["Michael Jordan", "Jordan"]),
        ("He praised African American voters.", []),
        ("There were two men (Sen. Ann Hill, D-Ohio) there.", ["Ann Hill"]),
    ],
)
def test_names_are_found(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Despite the rain, many came. But few stayed. In the end all left.",
        "Lawmakers said no. Protesters gathered. Speaking softly helps. Halfway there it broke.",
        "“Nothing is lost,” he said. “Everything stays.”",
        "Officials met on Tuesday in April. Police came on Christmas.",
        "no capitals here at all and still it works",
        "",
        "!!! 123 --- “”",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    parse = parsed(text) if text.strip() else segment(clean(Input(id="test", data="...")))
    assert identify(parse, SILENCE).actors == ()


def test_a_headline_takes_its_names_from_the_body() -> None:
    text = "Poe Slams Plan To Close Harbour Gates\n\nThe plan angered Sam Poe on Monday. He slams the plan often.\n"
    cast = identify(parsed(text), SILENCE)
    assert [actor.name for actor in cast.actors] == ["Sam Poe"]
    assert texts_of(text, cast.actors[0])[:2] == ["Poe", "Sam Poe"]


def test_a_source_in_a_headline_is_a_party_only_by_a_word_for_one() -> None:
    text = "Purpose Behind Reading Questioned, Residents Say\n\nIt rained all day on Monday.\n"
    assert speakers_of(text, "Purpose Behind Reading", "Residents") == [None, "Residents"]


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("Mayor Ann Hill slept. The mayor dreamt.", "Ann Hill"),
        ("The mayor, Ann Hill, met the other mayor, Sam Poe.", None),
        ("Senator Ann Hill slept.", "Mayor"),
        ("The residents slept.", "Mayor"),
    ],
)
def test_an_office_in_a_headline_is_that_of_its_bearer_in_the_body(body: str, who: str | None) -> None:
    text = f"Mayor blasts builders\n\n{body}\n\nThe mayor spoke on Monday.\n"
    assert speakers_of(text, "Mayor") == [who]


def test_the_office_of_a_headline_is_a_target_by_its_bearers_name() -> None:
    text = "Mayor blasts builders\n\nMayor Ann Hill slept.\n"
    report = analyze(text, targets=["the mayor"])
    assert report.targets == {"the mayor": "Ann Hill"}
    assert [row.name for row in report.actors if row.kind == "person"] == ["Ann Hill"]


def test_a_clause_that_goes_on_with_a_pronoun_is_of_its_first_subject() -> None:
    text = (
        "Eve Moor was the only one on time, she said of Eve Moor. Ann Hill had a voice, no question, but she was late."
    )
    named = {actor.name: [tuple(span) for span in actor.mentions] for actor in analyze(text).actors}
    at = text.rindex("she")
    assert (at, at + 3) in named["Ann Hill"]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Eve Moor won. Ann Hill said she had opposed Eve Moor and would be proud to vote for her.", "Eve Moor"),
        ("Eve Moor won. Ann Hill hoped to meet her on Friday.", "Eve Moor"),
        ("Ann Hill won. She asked Tom Fox to meet her on Friday.", "Ann Hill"),
    ],
)
def test_who_means_to_do_something_does_it_to_another(text: str, met: str) -> None:
    named = {actor.name: actor.mentions for actor in analyze(text).actors}
    at = text.rindex("her")
    assert [name for name, spans in named.items() if (at, at + 3) in [tuple(span) for span in spans]] == [met]


def test_a_speaker_in_capitals_is_called_as_elsewhere_or_with_one_capital() -> None:
    turns = "CAPT. BRODY: We had none.\n\nMS. MCCALL: You had three.\n\nCAPT. BRODY: No.\n\nMS. MCCALL: Yes.\n\n"
    names = [row.name for row in analyze(turns).actors if row.kind == "person"]
    assert names == ["Brody", "Mccall"]
    report = analyze("Officials met on Monday.\n\n" + turns + "The hearing ended. Then Ms. McCall left.")
    assert [row.name for row in report.actors if row.kind == "person"] == ["Brody", "McCall"]
    assert {row.name for row in report.actors if row.framed.labels} == {"Officials"}


def test_capitals_throughout_are_read_by_the_names_of_the_body() -> None:
    assert names_of("Ostmark Ferry Talks Collapse\n\nIt rained all day on Monday.\n") == []
    assert names_of("Mayor Slams Critics Over Harbour Deal\n\nThe mayor, Ann Hill, slept.\n") == ["Ann Hill"]
    text = "ANN HILL LEAVES OFFICE\n\nThe senator, Ann Hill, leaves office in May.\n"
    assert names_of(text) == ["Ann Hill"]


# --- merges -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "They met National Security Adviser Ann Hill. Later Ms. Hill left, and Hill was gone.",
            "Ann Hill",
            ["National Security Adviser Ann Hill", "Ms. Hill", "Hill"],
        ),
        (
            "The US spoke. The U.S. and the United States agreed; the American side left.",
            "United States",
            ["US", "U.S.", "United States", "American"],
        ),
        (
            "It asked the Upper Lakes Trade Union (ULTU). The ULTU declined.",
            "Upper Lakes Trade Union",
            ["Upper Lakes Trade Union", "ULTU", "ULTU"],
        ),
        (
            "The Department of Fisheries fell. Then the Fisheries Department rose.",
            "Department of Fisheries",
            ["Department of Fisheries", "Fisheries Department"],
        ),
        ("We saw Thomas Poe. The vote of Tom Poe counts.", "Thomas Poe", ["Thomas Poe", "Tom Poe"]),
        (
            "It was written by Mario Vega Luna. Then Vega Luna left.",
            "Mario Vega Luna",
            ["Mario Vega Luna", "Vega Luna"],
        ),
        ("The FBI and the Federal Bureau of Investigation agree.", "Federal Bureau of Investigation", None),
        ("It was Quillon Systems that said so. Then Quillon left.", "Quillon Systems", ["Quillon Systems", "Quillon"]),
    ],
)
def test_names_of_one_party_are_merged(text: str, name: str, mentions: list[str] | None) -> None:
    cast = identify(parsed(text), SILENCE)
    assert [actor.name for actor in cast.actors] == [name]
    assert mentions is None or texts_of(text, cast.actors[0]) == mentions


def test_namesakes_stay_apart() -> None:
    text = "There were John Stone and Mary Stone. Mrs. Stone sang. Mr. Stone left. Stone was tired."
    cast = identify(parsed(text), SILENCE)
    assert texts_of(text, actor_of(cast, "Mary Stone")) == ["Mary Stone", "Mrs. Stone"]
    assert texts_of(text, actor_of(cast, "John Stone")) == ["John Stone", "Mr. Stone", "Stone"]


def test_father_and_son_stay_apart() -> None:
    assert names_of("It hurt Karl Voss. It helped Karl Voss Jr. too.") == ["Karl Voss", "Karl Voss Jr."]


def test_a_title_before_any_full_name_and_the_wrong_pronoun_keep_a_spouse_apart() -> None:
    text = "We met President Stone before he slept. Then came Mary Stone with her dog."
    assert names_of(text) == ["Stone", "Mary Stone"]


@pytest.mark.parametrize(
    "text",
    [
        "We met President Stone before he slept. Then came the president, Mary Stone, with her dog.",
        "“President Stone sleeps when he can,” Sam Poe said. Then came Mary Stone with her dog.",
    ],
)
def test_a_pronoun_alone_does_not_split_a_person(text: str) -> None:
    assert [name for name in names_of(text) if "Stone" in name] == ["Mary Stone"]


# --- sources ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "actor"),
    [
        ("National Security Adviser John Bolt", "John Bolt"),
        ("opposition leader Juana Vega", "Juana Vega"),
        ("John Bolt's spokesman", "John Bolt"),
        ("a spokesman for John Bolt", "John Bolt"),
        ("John Bolt, who was there with Ann Hill", "John Bolt"),
        ("a spokeswoman, Ann Hill", "Ann Hill"),
        ("a teacher and poet Ann Hill", "Ann Hill"),
        ("the president of Cuba’s National Harbour Assembly", "president of Cuba’s National Harbour Assembly"),
        ("The State Department", "State Department"),
        ("Venezuelan officials", "Venezuelan officials"),
        ("the Russians", "Russia"),
        ("Russians", "Russians"),
        ("Moscow's embassy", "Moscow's embassy"),
        ("both U.S. officials and politicians who back him", "U.S. officials and politicians"),
        ("All of the local teachers", "local teachers"),
        ("two officers running the county", "officers"),
        ("diplomatic sources in Caracas, who asked for silence", "diplomatic sources in Caracas"),
        ("Ann Hill and John Bolt", "Ann Hill and John Bolt"),
        ("Ann Hill, John Bolt and Juana Vega", "Ann Hill, John Bolt and Juana Vega"),
        ("the author", "the author"),
        ("an author", "the author"),
        ("the senator", "senator"),
        ("some", None),
        ("One of them", None),
        ("others in the hall", None),
        ("reports of an", None),
        ("an", None),
        ("a poll by the Coast Institute", "Coast Institute"),
        ("the Coast Institute's report", "Coast Institute"),
        ("a lawyer for the port authority", "port authority"),
        ("a survey of growers carried out by the Coast Institute", "Coast Institute"),
        ("a report commissioned by the Coast Institute", "Coast Institute"),
        ("a representative for John Bolt", "John Bolt"),
        ("the owner of the inn, John Bolt", "John Bolt"),
        ("Cllr John Bolt", "John Bolt"),
        ("I", "author"),
        ("—", None),
    ],
)
def test_the_head_of_a_source_decides(source: str, actor: str | None) -> None:
    assert speakers_of(f"It was told that {source} said so there.", source) == [actor]


@pytest.mark.parametrize(
    ("text", "sources", "actor"),
    [
        ("We met Senator Ann Hill. The senator said no.", ["The senator"], "Ann Hill"),
        ("We met Sen. Ann Hill. The senator said no.", ["The senator"], "Ann Hill"),
        ("It asked the Fisheries Ministry. The ministry said no.", ["The ministry"], "Fisheries Ministry"),
        ("It was in the Upper Lakes Gazette. The Gazette said no.", ["The Gazette"], "Upper Lakes Gazette"),
        ("Local officials said no. They said it twice.", ["Local officials", "They"], "Local officials"),
        ("Local officials were late. They said no.", ["They"], "Local officials"),
        (
            "Local officials said no. The officials said it twice.",
            ["Local officials", "The officials"],
            "Local officials",
        ),
        ("The State Department said no. It said why.", ["The State Department", "It"], "State Department"),
        ("It was about Ann Hill, who said no.", ["who"], "Ann Hill"),
        ("US Claims Harbour Is Closed\n\nIt was long ago.", ["US"], "United States"),
        ("Ann Hill came. She said no.", ["She"], "Ann Hill"),
        ("The wind blew. They said no.", ["They"], None),
        ("A senior official said no. The official said why.", ["A senior official", "The official"], "senior official"),
        (
            "One former minister said no. The prime minister's spokesman said yes.",
            ["One former minister", "The prime minister's spokesman"],
            "prime minister",
        ),
        ("A poll said no. The same poll said why.", ["A poll", "The same poll"], "poll"),
        ("A survey said no. The poll said why.", ["A survey", "The poll"], "survey"),
        ("A report said no. It said why.", ["A report", "It"], "report"),
        ("Gull & Crane sold rope. A spokeswoman said so.", ["A spokeswoman"], "Gull & Crane"),
        (
            "A spokesman for Ann Hill sat. Gull & Crane sold rope. The spokesman said so.",
            ["A spokesman for Ann Hill", "The spokesman"],
            "Ann Hill",
        ),
    ],
)
def test_sources_refer_back(text: str, sources: list[str], actor: str | None) -> None:
    assert speakers_of(text, *sources)[-1] == actor


def test_an_anonymous_source_takes_the_place_of_the_country_in_it() -> None:
    text = "Cuban officials said no. The Cuban side left."
    cast = cast_of(text, "Cuban officials")
    assert texts_of(text, actor_of(cast, "Cuban officials")) == ["Cuban officials"]
    assert [span.start for span in actor_of(cast, "Cuba").mentions] == [text.rindex("Cuban")]


def test_a_list_of_sources_leaves_the_names_their_mentions() -> None:
    cast = cast_of("It was Ann Hill and John Bolt who knew.", "Ann Hill and John Bolt")
    assert [(actor.name, len(actor.mentions)) for actor in cast.actors] == [
        ("Ann Hill", 1),
        ("John Bolt", 1),
        ("Ann Hill and John Bolt", 0),
    ]


def test_withheld_speech_has_its_actor() -> None:
    text = "The State Department declined to comment."
    speech = Speech((), (Withheld("The State Department", "declined to comment", (Span(21, 40),), Span(0, 20)),))
    assert [one.actor for one in identify(parsed(text), speech).speech.withheld] == ["State Department"]


# --- pronouns -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        ("John Bolt met Mary Stone. She smiled.", "She", "Mary Stone"),
        ("John Bolt met Mary Stone. He smiled.", "He", "John Bolt"),
        ("John Bolt wrote to Sam Poe. He was tired.", "He", "John Bolt"),
        ("Mr. Quill met Ms. Abend. Her dog barked.", "Her", "Abend"),
        ("Congresswoman Quill left. It was her day.", "her", "Quill"),
        ("The spokeswoman Quill Abend left. It was her day.", "her", "Quill Abend"),
        (
            "Mr Brandt asked Mr Holm to wait. DCI Lars Hamsun led the search. He spoke to the press.",
            "He",
            "Lars Hamsun",
        ),
    ],
)
def test_pronouns_stand_for_the_fitting_person(text: str, pronoun: str, actor: str) -> None:
    start = text.index(f"{pronoun} ")
    cast = identify(parsed(text), SILENCE)
    assert [one.name for one in cast.actors if (start, start + len(pronoun)) in one.mentions] == [actor]


@pytest.mark.parametrize("asked", ["asked by Mr Brandt whether it was safe", "questioned by Mr Brandt about it"])
def test_the_one_who_was_asked_goes_on_speaking(asked: str) -> None:
    text = f"Mr Brandt opened the meeting at noon. Mr Hamsun was {asked}. He said it was not for him to say."
    found = analyze(text).attributions
    assert [one.source.actor for one in found if one.source and one.source.text == "He"] == ["Hamsun"]


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("Ida Lund spoke. Mary Falk, the owner of the mill, called her a crank.", "her a", "Ida Lund"),
        ("Ida Lund spoke. Mary Falk met the mayor and thanked her.", "her.", "Ida Lund"),
        ("Ida Lund spoke. Mary Falk sold her house.", "her house", "Mary Falk"),
        ("Ida Lund spoke. Mary Falk looked at the road behind her.", "her.", "Mary Falk"),
        ("Mary Falk spoke. “Is Ida Lund fit to lead? No,” she said.", "she", "Mary Falk"),
        ("Ida Lund spoke. When Mary Falk came, the police arrested her.", "her.", "Mary Falk"),
        ("Ida Lund spoke. She her.", "her.", None),
    ],
)
def test_nobody_is_her_of_a_verb_of_her_own_nor_named_in_her_own_words(
    text: str, pronoun: str, meant: str | None
) -> None:
    answered = analyze(text)
    start = text.index(pronoun)
    found = [one.name for one in answered.actors if any(span.start == start for span in one.mentions)]
    assert found == ([meant] if meant else [])


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The stadium opened. I think that the stadium is a disgrace.", "author"),
        ("The stadium opened. We believe that the stadium is a disgrace.", "author"),
        ("“I think that the stadium is a disgrace,” said Ida Lund.", "Ida Lund"),
        ("IDA LUND: I think that the stadium is a disgrace.\n\nTOM FALK: We do not.", "Ida Lund"),
    ],
)
def test_i_outside_of_all_quotations_is_the_author(text: str, voice: str) -> None:
    assert [hit.voice for hit in analyze(text).hits if hit.text == "disgrace"] == [voice]


def test_an_office_with_its_place_and_the_name_behind_it_are_one() -> None:
    text = (
        "The union was backed by the Bishop of Hallam, Ida Lund, who joined the line and thanked Tom Gale for his help."
    )
    assert {one.source.actor for one in analyze(text).attributions if one.source} == {"Ida Lund"}


@pytest.mark.parametrize(
    ("text", "actor", "mentions"),
    [
        ("Ann Hill won. The 24-year-old beat Tom Fox.", "Ann Hill", ["Ann Hill", "24-year-old"]),
        ("Ann Hill beat Tom Fox, 31. The 31-year-old wept.", "Tom Fox", ["Tom Fox", "31-year-old"]),
        ("Ann Hill beat Tom Fox, 31. The 24-year-old wept.", "Ann Hill", ["Ann Hill", "24-year-old"]),
        ("Ann Hill left out Tom Fox after the 24-year-old wept.", "Tom Fox", ["Tom Fox", "24-year-old"]),
        (
            "Oakmere Devices was sued by Veltran Systems. The firm laughed.",
            "Oakmere Devices",
            ["Oakmere Devices", "firm"],
        ),
        ("Oakmere Devices lost. Oakmere is small.", "Oakmere Devices", ["Oakmere Devices", "Oakmere"]),
    ],
)
def test_descriptions_stand_for_parties(text: str, actor: str, mentions: list[str]) -> None:
    assert texts_of(text, actor_of(identify(parsed(text), SILENCE), actor)) == mentions


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Ann Hill, 24, who was written off, answered that she was glad.", "24, who was written off,", "Ann Hill"),
        ("Ann Hill met the voters, 24, who said that all was well.", "24, who", None),
        ("The vote was close. 34 said no.", "34", None),
        ("Of those who met Ann Hill, 34 said no.", "34", None),
        ("The vote was close. 34 of the members said no.", "34 of the members", "34 of the members"),
    ],
)
def test_a_number_alone_is_the_age_of_the_name_before_it_or_nobody(text: str, source: str, speaker: str | None) -> None:
    assert speakers_of(text, source) == [speaker]


@pytest.mark.parametrize(
    ("told", "addressed"),
    [
        ("Sam Poe told Ann Hill: “You are a cruel woman.”", ["Ann Hill"]),
        ("“You are a cruel woman,” Sam Poe told her.", ["Ann Hill"]),
        ("Sentencing Ann Hill, Sam Poe said: “You are cruel.”", ["Ann Hill"]),
        ("Sentencing her, Sam Poe said: “You are cruel.”", []),
        ("Sam Poe met Ann Hill and said: “You are cruel.”", []),
        ("Leaving the house of Ann Hill, Sam Poe said: “You are cruel.”", []),
        ("Sam Poe told Ann Hill: “You know, it is over.”", []),
        ("Sam Poe told the BBC: “You are cruel.”", []),
    ],
)
def test_you_is_whom_the_report_names_as_the_one_it_is_said_to(told: str, addressed: list[str]) -> None:
    text = f"Ann Hill was jailed on Monday. {told}"
    assert [actor.name for actor in analyze(text).actors if "You" in texts_of(text, actor)] == addressed


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Ann Hill came to us and begged for a deal," Sam Poe said. The 68-year-old said no.', "Sam Poe"),
        ("Ann Hill's plan was liked by Sam Poe. The 68-year-old said no.", "Sam Poe"),
        ("In a talk with Ann Hill, Sam Poe backed it. The 68-year-old said no.", "Sam Poe"),
        ("Sam Poe won. He beat Ann Hill. The 68-year-old said no.", "Sam Poe"),
        ('Sam Poe won. "I like Ann Hill," he said. The 68-year-old said no.', "Sam Poe"),
        ('"Ann Hill came. The 68-year-old said no," Sam Poe wrote.', "Ann Hill"),
        ("Sam Poe left. In a talk Ann Hill beat Tom Fox. The 68-year-old called Ann Hill a cheat.", "Tom Fox"),
        ('Sam Poe won. "I beat her. It was easy. It was fun." The 68-year-old said no.', "Sam Poe"),
    ],
)
def test_an_age_that_is_not_told_is_that_of_the_subject_before_it(text: str, speaker: str) -> None:
    assert speakers_of(text, "68-year-old") == [speaker]


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Sam Poe was hurt. The Irishman said no.", "The Irishman", "Sam Poe"),
        ("Ann Hill won. The Spaniard, who wept, said no.", "The Spaniard", "Ann Hill"),
        ('"He beat Tom Fox," Sam Poe said. The German said that it was late.', "The German", "Sam Poe"),
        ("It was late. The Irishman said no.", "The Irishman", None),
        (
            'Sam Poe was hurt. They fled the Soviet "empire". The Soviet Union said no.',
            "The Soviet Union",
            "Soviet Union",
        ),
        ("Sam Poe was hurt. The Irish said no.", "The Irish", "Ireland"),
        ("Sam Poe was hurt. The Germans said no.", "The Germans", "Germany"),
        ("Sam Poe was hurt. The Irishman Joe Hay said no.", "The Irishman Joe Hay", "Joe Hay"),
    ],
)
def test_one_of_a_people_is_a_person_and_no_country(text: str, source: str, speaker: str | None) -> None:
    cast = cast_of(text, source)
    assert [one.source.actor for one in cast.speech.attributions if one.source] == [speaker]
    assert speaker in ("Ireland", "Germany", "Soviet Union") or "country" not in {actor.kind for actor in cast.actors}


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("The mother-of-two, 34, said it was late.", "Ann Hill"),
        ("The dad-of-three said it was late.", "Tom Fox"),
        ("The mother-of-12 said it was late.", "Ann Hill"),
        ("A mother-of-two said it was late.", "mother-of-two"),
        ("The mayor sold the mother-of-", None),
        ("The council said the mother-of-pearl was hers.", "council"),
    ],
)
def test_a_parent_of_so_many_is_the_subject_before_of_that_gender(told: str, meant: str | None) -> None:
    text = f"Ann Hill met Tom Fox in May. {told}"
    answered = analyze(text)
    assert [one.source.actor for one in answered.attributions if one.source] == ([meant] if meant else [])
    is_she = any(text[start:].startswith("mother") for start, _ in answered.actors[0].mentions)
    assert is_she == (told.startswith("The mother"))


def test_an_age_speaks_for_whoever_is_of_it() -> None:
    text = "Ann Hill beat Tom Fox, 31. The 31-year-old said he slept badly. Later the 24-year-old said she was glad."
    assert speakers_of(text, "The 31-year-old", "the 24-year-old") == ["Tom Fox", "Ann Hill"]
    assert texts_of(text, actor_of(cast_of(text, "The 31-year-old"), "Tom Fox")) == ["Tom Fox", "31-year-old", "he"]


@pytest.mark.parametrize(
    ("opening", "meant"),
    [
        ("Tom Gale's answer was cool.", "Tom Gale"),
        ("Not so the baker Tom Gale.", "Tom Gale"),
        ("It rained on Tom Gale's roof in May, as it will in Arden when nobody asks for it.", "Sam Poe"),
        ("It rained on Tom Gale.", "Sam Poe"),
    ],
)
def test_a_paragraph_goes_on_about_whom_it_opens_with(opening: str, meant: str) -> None:
    text = (
        "Sam Poe met Tom Gale. Mr Poe said he was glad. He said he would come. “It was late,” he said. "
        f"He left.\n\n{opening} It was a long day in the hall, he told the council."
    )
    assert texts_of(text, actor_of(analyze(text), meant))[-1] == "he"


@pytest.mark.parametrize(
    ("told", "pronoun", "meant"),
    [
        ("Quorl Abend said she was late.", "she was late", "Quorl Abend"),
        ("Quorl Abend said that she was late.", "she was late", "Quorl Abend"),
        ("Quorl Abend had hurt herself.", "herself", "Quorl Abend"),
        ("Tom Fox said she was late.", "she was late", "Ann Hill"),
        ("A woman who knows Quorl Abend said she was late.", "she was late", "Ann Hill"),
    ],
)
def test_whoever_speaks_or_hurts_herself_is_meant_before_others(told: str, pronoun: str, meant: str) -> None:
    text = f"Ann Hill said she was glad. She said she would come, and she did. {told}"
    start = text.rindex(pronoun)
    found = [one.name for one in analyze(text).actors if any(span.start == start for span in one.mentions)]
    assert found == [meant]


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("The council respected Ida Lund's right to her views.", "Ida Lund"),
        ("The council knew Ida Lund's role in her party.", "Ida Lund"),
        ("The council heard Ida Lund's attack on her record.", "Ann Hill"),
        ("The council knew Ida Lund's aides and her record.", "Ann Hill"),
    ],
)
def test_what_an_owner_has_is_tied_to_her_own(told: str, meant: str) -> None:
    text = f"Ann Hill came late and said she was glad. She said she would come. {told}"
    assert texts_of(text, actor_of(analyze(text), meant))[-1] == "her"


@pytest.mark.parametrize(("gap", "meant"), [(" ", "Ann Hill"), ("\n\n", "Ida Lund")])
def test_a_new_paragraph_leaves_whom_the_last_one_was_about(gap: str, meant: str) -> None:
    text = f"Ann Hill came late with her dog.{gap}The bakers thanked Ida Lund. Her plan was bold."
    assert texts_of(text, actor_of(analyze(text), meant))[-1] == "Her"


@pytest.mark.parametrize(
    ("told", "pronoun", "meant"),
    [
        ("She sued Ms Hill in May.", "She", "Ida Lund"),
        ("She said that, in her view, Ms Hill was a crook.", "She", "Ida Lund"),
        ("She told the court that Ms Hill, who is 60, was a crook.", "She", "Ida Lund"),
        ("She would not resign, Ms Hill said.", "She", "Ann Hill"),
        ("She was identified as Ms Hill in May.", "She", "Ann Hill"),
        ("She (Ms Hill) was late.", "She", "Ann Hill"),
        ("Her lawyer said Ms Hill was ill.", "Her", "Ann Hill"),
        ("“Ms Hill is ill,” her lawyer said.", "her", "Ann Hill"),
    ],
)
def test_nobody_is_named_in_a_clause_whose_subject_is_her_pronoun(told: str, pronoun: str, meant: str) -> None:
    text = f"Ann Hill met Ida Lund, a nurse from Arden. Ms Hill left at noon. {told}"
    start = text.rindex(f"{pronoun} ")
    assert [one.name for one in analyze(text).actors if (start, start + len(pronoun)) in one.mentions] == [meant]


@pytest.mark.parametrize(
    ("text", "actor", "mentions"),
    [
        (
            "Brix Quell was mocked by Dorn Moy, who said that she had copied much of his memoir. His anger was plain.",
            "Dorn Moy",
            ["Dorn Moy", "who", "his", "His"],
        ),
        (
            "Eve Holm came late. She was sorry. She sat down. “Brix Quell is the best writer of her time,” Ed Moy said.",
            "Brix Quell",
            ["Brix Quell", "her"],
        ),
    ],
)
def test_pronouns_go_on_as_they_began_and_belong_to_their_subject(text: str, actor: str, mentions: list[str]) -> None:
    found = next(row for row in analyze(text).actors if row.name == actor)
    assert [text[start:end] for start, end in found.mentions] == mentions


def test_a_pronoun_far_from_everybody_stands_for_the_only_one_of_its_gender() -> None:
    text = "We met Ann Hill and Tom Gale. " + "It rained. " * 10 + "She laughed."
    assert texts_of(text, actor_of(identify(parsed(text), SILENCE), "Ann Hill"))[-1] == "She"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ida Lund wrote “The Salt Girl” in May.", ["Ida Lund"]),
        ("He is the star of “Harbour Nights.” Ida Lund was late.", ["Ida Lund"]),
        ("The “Iron Lady” spoke on Monday.", ["Iron Lady"]),
        ("“Ida Lund,” he said.", ["Ida Lund"]),
    ],
)
def test_the_title_of_a_work_is_no_party(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("text", "actor", "mentions"),
    [
        ("Ann Hill was arrested. A 24-year-old witness said it rained.", "Ann Hill", ["Ann Hill"]),
        ("Ann Hill left. The 150-year-old newspaper said it rained.", "Ann Hill", ["Ann Hill"]),
        ("Ann Hill left. The 24-year-old bridge collapsed.", "Ann Hill", ["Ann Hill"]),
        ("King Charles I came to Oslo. I said that I was glad.", "Charles I", ["King Charles I"]),
        ("PRICE OF GAS RISES\n\nGas rose on Monday, Tom Price said.", "Tom Price", ["Tom Price"]),
    ],
)
def test_no_mention_is_taken_of_another(text: str, actor: str, mentions: list[str]) -> None:
    found = next(row for row in analyze(text).actors if row.name == actor)
    assert [text[start:end] for start, end in found.mentions] == mentions


def test_who_is_spoken_of_is_the_he_of_a_quotation() -> None:
    text = (
        "Gary Pratt said City were lazy. Luis Fero wept. “He is a boy, and he was brilliant,” Joe Tennant said of Fero."
    )
    found = next(row for row in analyze(text).actors if row.name == "Luis Fero")
    assert [text[start:end] for start, end in found.mentions] == ["Luis Fero", "He", "he", "Fero"]


@pytest.mark.parametrize("surname", ["Boyle", "Ostrander"])
def test_a_surname_in_capitals_is_its_bearers(surname: str) -> None:
    text = (
        f"My guest is Ferris {surname}.\n\n{surname.upper()}: It is late.\n\nLUND: Is it?\n\n{surname.upper()}: Very."
    )
    report = analyze(text)
    assert [actor.name for actor in report.actors if surname.lower() in actor.name.lower()] == [f"Ferris {surname}"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{} met the council on Monday.", "person"),
        ("{} said it was cold, and the council kept its word.", "person"),
        ("{} said it would rain on Monday.", "person"),
        ("{} said it had been cold on Monday.", "person"),
        ("Then the company {} met the council.", "organisation"),
        ("{}, the retailer, met the council.", "organisation"),
        ("{} sold its yard on Monday.", "organisation"),
        ("{} said it would close on Monday.", "organisation"),
        ("Shares in {} fell on Monday.", "organisation"),
        ("They met {0} Ltd on Monday. Then {0} slept.", "organisation"),
    ],
)
@pytest.mark.parametrize("name", ["Tom Homes", "Ann Books", "Frank Church"])
def test_a_first_name_and_a_word_for_companies_is_a_person_unless_the_text_tells_a_body(
    name: str, text: str, kind: str
) -> None:
    assert [actor.kind for actor in analyze(text.format(name)).actors if actor.name == name] == [kind]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("They met PC Rogers in Harrow.", ["Rogers"]),
        ("They met Pc Users in Harrow.", ["Users"]),
        ("They met PC Ida Lund in Harrow.", ["Ida Lund"]),
        ("They met PC Users in Harrow.", []),
        ("PC Gamers met in Harrow.", []),
        ("They met PC Young in Harrow, young as he is.", ["Young"]),
    ],
)
def test_initials_like_a_title_are_none_before_a_noun_for_people(text: str, persons: list[str]) -> None:
    assert [actor.name for actor in analyze(text).actors if actor.kind == "person"] == persons


@pytest.mark.parametrize(
    ("told", "label", "names"),
    [
        ("They met Ida Lund.", "IDA", ["Ida Lund"]),
        ("Tansy Courier was late.", "TANSY", ["Tansy Courier"]),
        ("Tansy Courier was late.", "COURIER", ["Tansy Courier"]),
        ("Quillon Systems was late.", "QUILLON", ["Quillon Systems"]),
        ("Quillon Council and Quillon Press were late.", "QUILLON", ["Quillon Council", "Quillon Press", "QUILLON"]),
    ],
)
def test_a_label_in_capitals_is_the_one_party_whose_name_it_begins(told: str, label: str, names: list[str]) -> None:
    report = analyze(f"{told}\n\n{label}: It may fail.\n\nHOST: Why?\n\n{label}: It is old.\n\nHOST: And now?")
    assert [actor.name for actor in report.actors if actor.name not in ("HOST", "author", "unattributed")] == names


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ida Lund was late. LUND slept.", {"Ida Lund": "person"}),
        ("Ida Lund was late. The LUND met.", {"Ida Lund": "person", "LUND": "organisation"}),
        ("They met Bo Ash. Later ASH met.", {"Bo Ash": "person", "ASH": "organisation"}),
    ],
)
def test_a_surname_in_capitals_is_no_body_unless_it_may_be_initials(text: str, kinds: dict[str, str]) -> None:
    assert {actor.name: actor.kind for actor in analyze(text).actors if actor.kind in kinds.values()} == kinds


@pytest.mark.parametrize(
    ("told", "turn", "name", "kind"),
    [
        ("Dr Ash was late on Monday.", "ASH: It may fail.", "Ash", "person"),
        ("They met Mayor Pell.", "PELL: It may fail.", "Pell", "person"),
        ("They met the mayor, Pell.", "PELL: It may fail.", "Pell", "person"),
        ("They met Bo Lee.", "LEE: It may fail.", "Bo Lee", "person"),
        ("They met Ann Jordan.", "JORDAN: It may fail.", "Ann Jordan", "person"),
        ("MINISTER JOHN DREW: Not now.", "DREW: It may fail.", "John Drew", "person"),
        ("Nobody met Brask.", "BRASK: It may fail.", "Brask", "person"),
        ("He left the RMWT on Monday.", "RMWT: It may fail.", "RMWT", "organisation"),
        ("Doctor Who was late.", "WHO: It may fail.", "WHO", "organisation"),
    ],
)
def test_a_label_in_capitals_is_a_person_and_no_initials(told: str, turn: str, name: str, kind: str) -> None:
    text = f"{told}\n\nQUILL: Will it hold?\n\n{turn}\n\nQUILL: Why?\n\n{turn}"
    report = analyze(text)
    assert [actor.kind for actor in report.actors if actor.name == name] == [kind]
    assert {one.source.actor for one in report.attributions if one.source and one.source.text.isupper()} >= {name}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ('On Friday Kim "The Wall" Osei won. Osei wept.', {"Kim Osei": ['Kim "The Wall" Osei', "Osei"]}),
        (
            "Captain Maria “Rock” Silva won. Then Rock wept.",
            {"Maria Silva": ["Captain Maria “Rock” Silva", "Rock"]},
        ),
        ('He sang Ann Hill "The Wall" twice. Ann wept.', {"Ann Hill": ["Ann Hill", "Ann"]}),
        ('Then Kim "walked out on" Osei. Kim slept.', {"Kim": ["Kim", "Kim"]}),
    ],
)
def test_a_nickname_is_part_of_a_name(text: str, actors: dict[str, list[str]]) -> None:
    found = identify(parsed(text), SILENCE).actors
    assert {actor.name: texts_of(text, actor) for actor in found if actor.name} == actors


def test_a_body_in_an_apposition_behind_its_noun_is_the_source() -> None:
    text = "The largest shareholder, the pension fund Amberley, backed the board."
    assert speakers_of(text, "The largest shareholder, the pension fund Amberley") == ["Amberley"]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        (
            "The Oslo firm's largest shareholder, Amberley Capital, which owns 12%, said it was late.",
            "Amberley Capital",
        ),
        ("The only other bidder, Falk Industries, said it was late.", "Falk Industries"),
        ("The teachers' union, the Arden Educators Association, said it was late.", "Arden Educators Association"),
        ("The other neighbour, Peru, said it was late.", "Peru"),
        ("The mediator, the former Swedish trade minister Ida Lund, said it was late.", "Ida Lund"),
        ("The moderator, Swedish diplomat Ida Lund, said it was late.", "Ida Lund"),
        ("Its chairman, Senn Group's Tom Fox, said it was late.", "Tom Fox"),
        ("The broker, Senn Brothers analyst Tom Fox, said it was late.", "Tom Fox"),
        ("The council, Senn Group and Falk Industries said it was late.", "council"),
        ("The minister, a friend of Ann Hill, said it was late.", "minister"),
        ("The plan was condemned by the provincial governor, Peter Gale, who left.", "Peter Gale"),
        ("The plan was condemned by the governor, a friend of Peter Gale, who left.", "governor"),
        ("According to the company, Ann Hill, a nurse, was hired in May.", "company"),
    ],
)
def test_an_apposition_names_whom_its_noun_describes(told: str, speaker: str | None) -> None:
    assert [one.source.actor for one in analyze(told).attributions if one.source][:1] == [speaker]


def test_particles_in_small_letters_do_not_hide_a_name() -> None:
    text = "They met the winger Quorl van der Meer. Van der Meer wept."
    assert texts_of(text, actor_of(identify(parsed(text), SILENCE), "Quorl van der Meer")) == [
        "Quorl van der Meer",
        "Van der Meer",
    ]


def test_a_source_that_begins_within_a_name_is_its_bearer() -> None:
    assert speakers_of('On Friday Kim "The Wall" Osei said no.', 'The Wall" Osei') == ["Kim Osei"]


def test_a_pronoun_that_fits_nobody_stays_open() -> None:
    text = "John Bolt came. She left."
    assert [texts_of(text, actor) for actor in identify(parsed(text), SILENCE).actors] == [["John Bolt"]]


def test_he_within_a_quote_is_not_its_speaker() -> None:
    text = "Sam Poe came late. “He is tired,” John Bolt said."
    quote = Content("“He is tired,”", (Span(19, 33),))
    source = Source("John Bolt", (Span(34, 43),))
    cast = identify(parsed(text), Speech((Attribution(0, "direct", 1.0, source, None, quote),), ()))
    assert (20, 22) in actor_of(cast, "Sam Poe").mentions


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Paolo Rossi spoke. “It is vile,” Rossi said. “President Quill lectures us, and he smirks.” He said so.",
            "Paolo Rossi",
        ),
        ("Paolo Rossi told us that Mr Quill was late and that Mr Quill must go. He said so on Monday.", "Paolo Rossi"),
        ("Mr Quill came. “Mr Quill was late,” Ann Hill said. He said he was sorry.", "Quill"),
        ("“Mr Quill was late,” a spokeswoman said. He said he was sorry.", "Quill"),
    ],
)
def test_he_goes_on_from_who_spoke_and_not_from_whom_he_named(text: str, actor: str) -> None:
    place = text.index("He said")
    assert [one.name for one in analyze(text).actors if (place, place + 2) in one.mentions] == [actor]


def test_a_group_that_they_go_on_from_takes_no_names_mention() -> None:
    spans = sorted(
        span for one in analyze("Ida Lund the United States They declined to comment").actors for span in one.mentions
    )
    assert all(one.end <= other.start for one, other in pairwise(spans))


# --- targets ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "actor"),
    [
        ("Bolt", "John Bolt"),
        ("judge bolt", "John Bolt"),
        ("John Bolt", "John Bolt"),
        ("America", "United States"),
        ("the U.S.", "United States"),
        ("FBI", "Federal Bureau of Investigation"),
        ("Bolt's", "John Bolt"),
        ("Judge John Bolt’s", "John Bolt"),
        ("Nobody", None),
        ("", None),
    ],
)
def test_targets_name_actors(target: str, actor: str | None) -> None:
    text = "The Federal Bureau of Investigation told Judge John Bolt that the United States knew."
    found = identify(parsed(text, target), SILENCE).targets
    assert found == ({target: actor} if actor else {})


def test_a_requested_name_counts_where_only_capitals_tell() -> None:
    assert identify(parsed("Quilliam annoys me.", "Quilliam"), SILENCE).targets == {"Quilliam": "Quilliam"}


@pytest.mark.parametrize(
    ("text", "target", "actor"),
    [
        ("Senator Ann Hill came. The senator left.", "The senator", "Ann Hill"),
        ("Senator Ann Hill came. The senator left.", "senator", "Ann Hill"),
        ("Ann Hill came. She left. Tom Gale saw her go.", "her", "Ann Hill"),
        ("Ann Hill came. She left. Tom Gale saw her go.", "she", "Ann Hill"),
        ("The rancher Sam Poe came.", "The rancher Sam Poe", "Sam Poe"),
        ("Two aides to Sam Poe came.", "aides to Sam Poe", None),
        ("The critics of Sam Poe came.", "critics of Sam Poe", None),
        ("Sam Poe's brother came.", "Sam Poe's brother", None),
        ("Ann Hill and Sam Poe came.", "Ann Hill and Sam Poe", None),
        ("He left. He came.", "He", None),
    ],
)
def test_targets_are_any_phrase_of_the_text(text: str, target: str, actor: str | None) -> None:
    assert identify(parsed(text, target), SILENCE).targets == ({target: actor} if actor else {})


@pytest.mark.parametrize("target", ["I", "my", "We"])
def test_a_target_in_the_first_person_is_the_speaker(target: str) -> None:
    text = "“I am tired, and my feet hurt. We lost,” said Ann Hill. “I saw us in the US,” said Tom Gale. I agree."
    report = analyze(text, targets=[target])
    assert report.targets == {target: "Ann Hill"}


def test_one_phrase_for_two_people_means_the_one_whom_it_means_more_often() -> None:
    text = "Tom Gale came. He sat. Sam Poe spoke. Sam Poe sang. Sam Poe left. He ate. He slept."
    assert identify(parsed(text, "He"), SILENCE).targets == {"He": "Sam Poe"}


def test_every_name_of_a_party_asks_for_the_same_rows() -> None:
    text = "Neil Gray is a disgrace. Judge Gray lied. He is a corrupt bully, said Ann Hill."
    targets = ["Judge Gray", "He", "Neil Gray's", "gray"]
    report = analyze(text, targets=targets)
    rows = {
        target: [(one.holder, one.score, one.label) for one in report.stances if one.target == target]
        for target in targets
    }
    assert rows["Judge Gray"][0][1] < 0
    assert len({tuple(row) for row in rows.values()}) == 1
    assert not any(one.target == "Neil Gray" for one in report.stances)


# --- watch list ---------------------------------------------------------------------------------


def test_what_is_watched_is_asked_for_where_the_text_has_it() -> None:
    watch = ["Sam Poe", "the tax law", "Ann Hill", "Poe"]
    report = analyze("Tom Gale met Sam Poe. Poe smiled. The tax law fell.", watch=watch)
    assert report.targets == {"Sam Poe": "Sam Poe", "the tax law": None}
    assert {one.target for one in report.stances if one.label == "neutral"} == {"Sam Poe", "the tax law"}
    assert analyze("It rained.", watch=watch).targets == {}


def test_a_party_that_is_asked_for_is_not_watched_by_another_name() -> None:
    report = analyze("Tom Gale met Sam Poe.", targets=["Poe", "Nobody"], watch=["Sam Poe", "Gale"])
    assert report.targets == {"Poe": "Sam Poe", "Nobody": None, "Gale": "Tom Gale"}


def test_rows_of_what_is_watched_are_those_of_what_is_asked_for() -> None:
    text = "Sam Poe is a corrupt liar. Tom Gale slept."
    asked, watched = analyze(text, targets=["Poe", "Gale"]), analyze(text, watch=["Poe", "Gale", "Ann Hill"])
    assert asked.stances == watched.stances


# --- properties ---------------------------------------------------------------------------------

PIECES = st.sampled_from(
    "Ann Hill|Mr. Bolt|he|She|they|it|US|us|the Russian envoy|said|that|.|,|\n\n|“|”|(|)|-|'s|of|and|Ministry|Department|"
    "van|al-|J.|Jr.|President|THE END|Will|May|State|Bank|&|  |\t|é|\u200b|D-Ohio|Monday|officials|who|Jordan".split(
        "|"
    )
)
TEXTS = st.lists(PIECES, min_size=1, max_size=40).map(" ".join) | st.text(min_size=1, max_size=60)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.data())
def test_mentions_lie_in_the_text_and_never_overlap(text: str, data: st.DataObject) -> None:
    text = f"A {text}"
    parse = parsed(text)
    edges = st.integers(0, len(text))
    spans = sorted({Span(*sorted((data.draw(edges), data.draw(edges)))) for _ in range(3)})
    content = Content("", (Span(0, len(text)),))
    speech = Speech(
        tuple(
            Attribution(i, "direct", 1.0, Source(text[slice(*span)], (span,)), None, content)
            for i, span in enumerate(spans)
        ),
        (),
    )
    cast = identify(parse, speech)
    mentions = sorted(span for actor in cast.actors for span in actor.mentions)
    assert all(0 <= start < end <= len(parse.document.text) for start, end in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    names = [actor.name for actor in cast.actors]
    assert len(names) == len(set(names)) and all(names)
    assert {one.source.actor for one in cast.speech.attributions if one.source} <= {*names, None}


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_what_follows_does_not_take_names_away(text: str) -> None:
    """Full names with a first name stay found when sentences are appended."""
    text = f"We know that Mary Stone came. {text}"
    spans = {span for actor in identify(parsed(f"{text}\n\nIt rained."), SILENCE).actors for span in actor.mentions}
    assert (13, 23) in spans


def test_a_long_line_takes_linear_time() -> None:
    def work(size: int) -> Callable[[], object]:
        text = "Ann Hill of Bank and " * size + "A. " * size + "Al-" * size + "he " * size
        parse = parsed(text)
        return lambda: actor_of(identify(parse, SILENCE), "Ann Hill")

    assert growth(work, 1000, 4000, 8) < 8


# --- descriptions, spokespeople, places ---------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "source", "actor"),
    [
        ("The Ferry Owners' Association met. The association, which is old, warned us.", "The association", "Ferry Owners' Association"),
        ("Gull & Crane sold rope. The company said so.", "The company", "Gull & Crane"),
        ("The Labour Department met. The company said so.", "The company", "company"),
        ("Gull & Crane sold rope to Senn Systems. The Oslo-based group said so.", "The Oslo-based group", "Gull & Crane"),
        ("The town's minister, Tom Gale, left. The minister denied it.", "The minister", "Tom Gale"),
        ("Eve Moor, the former mayor of Oslo, left. The mayor denied it.", "The mayor", "Eve Moor"),
        ("Eve Moor was ill. Her office said so.", "Her office", "Eve Moor"),
        ("Eve Moor was ill. Moor's office said so.", "Moor's office", "Eve Moor"),
        ("Eve Moor was ill. Her letter said so.", "Her letter", "Eve Moor"),
        ("Eve Moor was ill. Moor's first tweet said so.", "Moor's first tweet", "Eve Moor"),
        ("The union met. The union's new ad said so.", "The union's new ad", "union"),
        ("Eve Moor was ill. Her critics' letter said so.", "Her critics' letter", "critics"),
    ],
)  # fmt: skip
def test_a_description_stands_for_the_one_it_fits(text: str, source: str, actor: str) -> None:
    assert speakers_of(text, source) == [actor]


@pytest.mark.parametrize(
    ("told", "said", "actor"),
    [
        ("Senn Systems sells ropes", "The airline", "airline"),
        ("Senn Airlines flies to Oslo", "The airline", "Senn Airlines"),
        ("Airline TransSenn flies to Oslo", "The airline", "TransSenn"),
        ("It was bought by TransSenn, an airline", "The airline", "TransSenn"),
        ("Senn Systems sells ropes", "The company", "Senn Systems"),
    ],
)
def test_a_trade_stands_for_a_company_of_that_trade(told: str, said: str, actor: str) -> None:
    assert speakers_of(f"{told}. Then it rained. {said} said that it was sad.", said) == [actor]


@pytest.mark.parametrize(
    ("noun", "actor"), [("company", "Veltran Industries"), ("Oslo-based group", "Arden Migraine Society")]
)
def test_a_society_is_a_group_and_no_company(noun: str, actor: str) -> None:
    text = f"Veltran Industries was late. The Arden Migraine Society was not sure. The {noun} said it would wait."
    assert [one.source.actor for one in analyze(text).attributions if one.source] == [actor]


@pytest.mark.parametrize(
    ("report", "actor"),
    [
        ("A study of murder by men", "study of murder by men"),
        ("A book by the bed", "book by the bed"),
        ("A report on deaths by drowning", "report on deaths by drowning"),
        ("A survey of growers carried out by the institute", "institute"),
        ("A report by economists", "economists"),
        ("A report on deaths by Ann Hill", "Ann Hill"),
    ],
)
def test_a_report_is_whose_who_made_it(report: str, actor: str) -> None:
    assert speakers_of(f"{report} said that it was rare.", report) == [actor]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("COSATU", "COSATU"),
        ("JOHN SMITH III", "John Smith III"),
        ("MS. COSATU", "Cosatu"),
        ("JOHN SMITH", "John Smith"),
    ],
)
def test_capitals_that_may_be_initials_are_kept(written: str, name: str) -> None:
    assert name in [row.name for row in analyze(f"{written} said it was late. {written} wept.").actors]


def test_an_adjective_tells_no_other_company() -> None:
    report = analyze("Gull & Crane sold rope to Senn Systems. The embattled firm said that it was glad.")
    assert [one.source.actor for one in report.attributions if one.source] == ["Gull & Crane"]


def test_the_answers_of_an_interview_are_whose_it_is() -> None:
    text = "Ann Hill met Tom Gale.\n\nHill took questions.\n\nQ: Will you go?\n\nA: No, I will stay.\n\nQ: Why?\n\nA: I like it."
    told = [(one.source.text, one.source.actor) for one in analyze(text).attributions if one.source]
    assert [actor for source, actor in told if source == "A"] == ["Ann Hill", "Ann Hill"]


def test_answers_without_a_question_are_nobodys() -> None:
    asked, answer = "\n\nQ: Will you go?", "Bo Hill met Tom Gale. Hill took questions.{}\n\nA: No, I will stay."
    assert "Bo Hill" in speakers_of(answer.format(asked), "Q", "A")
    assert "Bo Hill" not in speakers_of(answer.format(""), "A")


def test_a_spokesman_counts_for_whom_he_speaks_and_is_he() -> None:
    text = (
        "A spokesman for the Northern League rose. Ann Hill sat. He noted that all had signed. It pleased the league."
    )
    cast = cast_of(text, "A spokesman for the Northern League", "He")
    assert {one.source.actor for one in cast.speech.attributions if one.source} == {"Northern League"}
    league = actor_of(cast, "Northern League")
    assert league.kind == "organisation" and "He" in texts_of(text, league)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The ships of Ostmark came. Ostmark's transport minister slept in Ostmark.", "Ostmark", "country"),
        ("The government of Ostmark denied it.", "Ostmark", "country"),
        ("The Ostmark Defence Ministry met. Then Ostmark denied it.", "Ostmark", "country"),
        ("We met in Norrhaven. Norrhaven denied it.", "Norrhaven", "organisation"),
        ("Then Port Merrin coach Tom Gale denied it.", "Port Merrin", "organisation"),
        ("Norrhaven denied it.", "Norrhaven", "organisation"),
        ("Brandt denied it. He wept.", "Brandt", "person"),
        ("It was paid for by Stridewell, a maker of shoes.", "Stridewell", "organisation"),
        ("Operator TransSenn denied it. The union, Confed, agreed.", "TransSenn", "organisation"),
        ("Operator TransSenn denied it. The union, Confed, agreed.", "Confed", "organisation"),
        ("They have no confidence in Brandt. Brandt denied it. He wept.", "Brandt", "person"),
        ("Thieves rob bank\n\nBrandt denied it. He wept.", "Brandt", "person"),
        ("We met the owner of the bank, Brandt, and left. Brandt denied it. He wept.", "Brandt", "person"),
        ("Rival Alpenrahm denied it.", "Alpenrahm", "organisation"),
        ("Rival Ann Hill denied it.", "Ann Hill", "person"),
        ("They met the party Dawn. Dawn denied it.", "Dawn", "organisation"),
        ("They met Dawn Hill of the party. Dawn denied it.", "Dawn Hill", "person"),
        ("Developer Castlegate Homes denied it.", "Castlegate Homes", "organisation"),
        ("Then the union Unite the Bakers denied it.", "Unite the Bakers", "organisation"),
        ("They met the firm Brisk Volt. Then Brisk Volt denied it.", "Brisk Volt", "organisation"),
        ("Then the charity Clean Rivers denied it. All rivers rose.", "Clean Rivers", "organisation"),
    ],
)
def test_what_one_can_be_in_or_the_minister_of_is_no_person(text: str, name: str, kind: str) -> None:
    actor = next(actor for actor in identify(parsed(text), SILENCE).actors if actor.name == name)
    assert actor.kind == kind


def test_the_speaker_is_he_in_the_reporters_words_but_not_in_his_own() -> None:
    text = "Tom Gale met Sam Poe. Poe said he knew that “he was late and will be late again”."
    parse = parsed(text)
    start = text.index("he knew")
    content = Content(text[start:-1], (Span(start, len(text) - 1),))
    source = Source("Poe", (Span(text.index("Poe said"), text.index(" said")),))
    cast = identify(parse, Speech((Attribution(0, "mixed", 1.0, source, None, content),), ()))
    said, quoted = Span(start, start + 2), Span(text.index("he was"), text.index(" was"))
    assert said in actor_of(cast, "Sam Poe").mentions
    assert quoted in actor_of(cast, "Tom Gale").mentions


def test_a_surname_with_a_hyphen_finds_its_bearer() -> None:
    text = "Sam Brook-Dale, a cook, was late. Then Brook-Dale slept - and woke."
    assert names_of(text) == ["Sam Brook-Dale"]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "Senator Ann Hill came late. The vote was lost, and the senator left by the back door.",
            "Ann Hill",
            ["Senator Ann Hill", "senator"],
        ),
        ("Ann Hill, who lost the vote, left.", "Ann Hill", ["Ann Hill", "who"]),
        (
            "Granmar Motors Inc is in trouble. Lenders left the company last week.",
            "Granmar Motors Inc",
            ["Granmar Motors Inc", "company"],
        ),
        # another office, two who bear it, a name or a place that says which
        ("Vice President Sam Poe came late. The president left.", "Sam Poe", ["Vice President Sam Poe"]),
        (
            "Senator Ann Hill met Senator Joe Fox. The hall was full, and the senator left.",
            "Joe Fox",
            ["Senator Joe Fox"],
        ),
        ("Mayor Ann Hill came late. The mayor of Arden left.", "Ann Hill", ["Mayor Ann Hill"]),
        ("Mayor Ann Hill came late. The mayor Joe Fox left.", "Ann Hill", ["Mayor Ann Hill"]),
    ],
)
def test_descriptions_stand_for_whom_only_they_can_mean(text: str, name: str, mentions: list[str]) -> None:
    assert texts_of(text, actor_of(identify(parsed(text), SILENCE), name)) == mentions


@pytest.mark.parametrize("name", ["Liberal Party", "Communist Party", "Northern League", "Harbour Party"])
def test_bodies_are_found_whatever_word_begins_their_name(name: str) -> None:
    text = f"{name} accused the Tundra Party of fraud. Tundra Party blamed {name}. “It is late,” the {name} said."
    mentions = {row.name: len(row.mentions) for row in analyze(text).actors if row.mentions}
    assert mentions == {name: 3, "Tundra Party": 2}


@pytest.mark.parametrize("nobody", ["No one", "Nobody", "No minister"])
def test_no_one_is_no_party(nobody: str) -> None:
    report = analyze(f"{nobody} said that Ida Lund was late.")
    assert [row.name for row in report.actors if row.statements] == ["unattributed"]


@pytest.mark.parametrize("honours", ["KC", "MP", "OBE"])
def test_honours_behind_a_name_are_no_part_of_it(honours: str) -> None:
    text = f"For the bank, Greta Holm {honours} said the letter was forged. Ms Holm then sat down."
    cast = cast_of(text, f"Greta Holm {honours}")
    assert [actor.name for actor in cast.actors] == ["Greta Holm"]
    assert speakers_of(text, f"Greta Holm {honours}") == ["Greta Holm"]
    assert texts_of(text, actor_of(cast, "Greta Holm")) == ["Greta Holm", "Ms Holm"]


@pytest.mark.parametrize(
    "title",
    ["Hydrologist", "Marine biologist", "Nurse", "Chief Engineer", "Paediatrician", "Union organiser", "Architect"],
)
def test_what_somebody_does_is_no_part_of_the_name(title: str) -> None:
    assert names_of(f"{title} Irena Falk came. Falk spoke.") == ["Irena Falk"]


@pytest.mark.parametrize("name", ["Paul Farmer", "Anne Baker", "Karen Carpenter"])
def test_a_trade_that_is_a_surname_stays_one(name: str) -> None:
    assert names_of(f"{name} came to the meeting.") == [name]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Tom Fox thanked Sam Poe for his courage.", "Sam Poe"),
        ("Tom Fox promoted Sam Poe for his own gain.", "Tom Fox"),
    ],
)
def test_what_somebody_is_thanked_for_is_his(text: str, owner: str) -> None:
    (his,) = [row.name for row in analyze(text).actors if any(text[start:end] == "his" for start, end in row.mentions)]
    assert his == owner


@pytest.mark.parametrize("told", ["Ida Lund, the mayor of Harrow,", "Ida Lund, a former judge,", "Ida Lund,"])
def test_who_stands_for_the_name_before_its_apposition(told):
    (item,) = analyze(f"{told} who said it was over, left.").attributions
    assert (item.source.text, item.source.actor) == ("who", "Ida Lund")


@pytest.mark.parametrize("verb", ["accused", "condemned", "warned", "thanked"])
def test_a_capital_is_its_government_where_somebody_speaks_to_it(verb):
    actors = {row.name for row in analyze(f"Prime Minister Ida Lund {verb} Ankara on Monday.").actors}
    assert "Turkey" in actors
    assert "Turkey" not in {row.name for row in analyze("Prime Minister Ida Lund visited Ankara on Monday.").actors}


@pytest.mark.parametrize("target", ["the bill", "bill", "border bill"])
def test_small_words_are_no_name(target: str) -> None:
    text = "Bill Poe came. Poe hates the border bill; the bill is bad."
    assert analyze(text, targets=[target]).targets[target] != "Bill Poe"
    assert analyze(text, targets=["bill poe"]).targets == {"bill poe": "Bill Poe"}
