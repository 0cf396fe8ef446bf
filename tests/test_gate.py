"""Gates: what a rule says, where its mistakes are, and what crosses it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rendered import story
from timed import growth, seconds

from stancecli.errors import Exit, UsageError
from stancecli.gate import FIGURES, Gates, check_names, crossings, levels_of, parse_rule
from stancecli.model import ActorRow, Answer, Failure, Fault, Filter, Framing, Input, Report, Rule, Stamp
from stancecli.pipeline import answer as answer_texts
from stancecli.pipeline import prepare


def row(name: str, **figures: float | None) -> ActorRow:
    values = {"statements": 0, "words": 0, "loaded": 0, "density": None, "intensity": 0.0} | figures
    return ActorRow(name=name, kind="person", mentions=(), categories={}, framed=Framing(), **values)


def answer(*actors: ActorRow) -> Answer:
    report = Report(
        schema="", id="a.txt", title=None, url=None, date=None, outlet=None, language="en", words=0, sentences=0, text=None, attributions=(), withheld=(),
        actors=actors, hits=(), stances=(), targets={}, treatment=(), quoted_words=0, quoted_words_attributed=0, warnings=(),
        stamp=Stamp(version="", lexicons={}, settings="", input=""),
    )  # fmt: skip
    return Answer(report, story().parse)


def answers(*texts: str) -> list[Answer]:
    found = answer_texts([Input(id=f"{number}.txt", data=text) for number, text in enumerate(texts)], prepare())
    return [one for one in found if isinstance(one, Answer)]


@pytest.mark.parametrize(
    ("text", "actor", "figure", "comparison", "limit"),
    [
        ("author.density > 3", "author", "density", ">", 3),
        ("author.density>3.5", "author", "density", ">", 3.5),
        ('"Juan Guaido".density > 2', "Juan Guaido", "density", ">", 2),
        ("Juan  Guaido . loaded >= 5", "Juan Guaido", "loaded", ">=", 5),
        ('"U.S. officials".words != 0', "U.S. officials", "words", "!=", 0),
        ("G20.intensity <= .5", "G20", "intensity", "<=", 0.5),
        ("5 Star Movement.statements == 2", "5 Star Movement", "statements", "==", 2),
        ("O'Brien-Walsh.density < -1", "O'Brien-Walsh", "density", "<", -1),
    ],
)
def test_a_rule_is_read(text: str, actor: str, figure: str, comparison: str, limit: float) -> None:
    rule = parse_rule(text)
    assert (rule.actor, rule.figure, rule.comparison, rule.limit) == (actor, figure, comparison, limit)


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("", "expected the name of an actor", 0),
        ("run:", "expected the name of an actor", 4),
        ("density > 3", "expected a full stop and a figure", 8),
        ("author.densty > 3", "did you mean density?", 7),
        ("author.mood > 3", "the figures are density", 7),
        ("author.density", "expected one of > >=", 14),
        ("author.density ~ 3", "expected one of > >=", 15),
        ("author.density = 3", "expected one of > >=", 15),
        ("author.density > many", "expected a number", 17),
        ("author.density > nan", "expected a number", 17),
        ("author.density > 3 or so", "expected the end", 19),
        ("author.density > 3.5.1", "this is not understood", 18),
        ('"author.density > 3', "a quotation mark is open", 0),
        ('"".density > 3', "expected the name of an actor", 0),
        ("U.S..density > 3", "quotation marks", 0),
        ("__import__('os').system > 3", "the figures are", 17),
        ("hits[] > 0", "expected a field of hits: category", 5),
        ("hits[catgory=fear] > 0", "did you mean category?", 5),
        ("hits[category] > 0", "expected = or !=", 13),
        ("hits[category>fear] > 0", "expected = or !=", 13),
        ("hits[category=] > 0", "expected the category wanted", 14),
        ("hits[category=fear > 0", "expected , or ]", 19),
        ("hits[category=fear,] > 0", "expected a field of hits", 19),
        ("hits[polarity=bad] > 0", "a polarity is negative or positive", 14),
        ("hits[voice=author]", "expected one of > >=", 18),
        ("stance[author] < 0", "expected ,", 13),
        ("stance[author, ] < 0", "expected the target's name", 15),
        ("stance[author, Ostmark < 0", "expected ]", 23),
        ("stance[a, b, c] < 0", "expected ]", 11),
        ("run: stance[author, *] < x", "expected a number", 25),
    ],
)
def test_a_mistake_is_shown_where_it_stands(text: str, message: str, column: int) -> None:
    with pytest.raises(UsageError) as caught:
        parse_rule(text)
    first, _, mark = caught.value.message.split("\n")
    assert message in first
    assert mark == " " * (4 + column) + "^"
    assert caught.value.exit_code == Exit.USAGE


@given(st.text())
def test_any_text_is_a_rule_or_a_usage_error(text: str) -> None:
    with suppress(UsageError):
        assert parse_rule(text).kind in ("actor", "hits", "stance")


PIECES = ["run:", "hits", "stance", "author", "[", "]", ",", "=", "!=", "*", ".", '"', "<", ">=", "density", "category", "-", "1", ".5", " ", "'", "\n", "é"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_anything_like_a_rule_is_one_or_a_usage_error_that_points_into_it(text: str) -> None:
    try:
        rule = parse_rule(text)
    except UsageError as error:
        _, shown, mark = error.message.split("\n")
        assert mark.strip() == "^" and len(mark) <= len(shown) + 1
    else:
        assert parse_rule(rule.text) == rule


names = st.text(st.characters(exclude_characters='"', exclude_categories=["Z", "C"]), min_size=1)


@given(names, names, st.sampled_from(FIGURES), st.floats(-1e6, 1e6).map(lambda limit: round(limit, 3)))
def test_any_name_can_be_written_in_quotation_marks(name: str, other: str, figure: str, limit: float) -> None:
    assert parse_rule(f'"{name}".{figure}>{limit:f}') == Rule(
        f'"{name}".{figure}>{limit:f}', "actor", ">", limit, actor=name, figure=figure
    )
    rule = parse_rule(f'run: stance["{name}","{other}"]<=1')
    assert (rule.kind, rule.actor, rule.target, rule.run) == ("stance", name, other, True)
    assert parse_rule(f'hits[entry="{name}"]<1').filters == (Filter("entry", name),)


@pytest.mark.parametrize("piece", ["a", "a ", "1.", "[", '"a"', "hits[", "category=a,", "-1", ".", "run:", "<"])
def test_a_long_rule_is_read_in_linear_time(piece: str) -> None:
    def read(size: int) -> None:
        for text in (piece * size, "hits[" + piece * size, "stance[" + piece * size):
            with suppress(UsageError):
                parse_rule(text)

    assert seconds(lambda: read(10_000), tries=1) < 5


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("hits > 0", ()),
        ("hits[voice=author] > 0", (Filter("voice", "author"),)),
        ("hits[ category = name-calling , voice != Ida Lund ] > 0", (Filter("category", "name-calling"), Filter("voice", "Ida Lund", False))),
        ('hits[target="Lund, Ida", entry=labels:goon]>0', (Filter("target", "Lund, Ida"), Filter("entry", "labels:goon"))),
        ("hits[voice=U.S. officials] > 0", (Filter("voice", "U.S. officials"),)),
    ],
)  # fmt: skip
def test_filters_are_read(text: str, filters: tuple[Filter, ...]) -> None:
    rule = parse_rule(text)
    assert (rule.kind, rule.filters, rule.run) == ("hits", filters, False)


def test_a_name_with_a_bracket_or_like_a_figure_is_still_a_name() -> None:
    assert parse_rule("hits.density > 3").actor == "hits"
    assert parse_rule("stance.words > 3").actor == "stance"
    assert parse_rule("run.words > 3").actor == "run"
    assert parse_rule("RUN 4 IT.words > 3").actor == "RUN 4 IT"


@pytest.mark.parametrize(
    ("rule", "crossed"),
    [
        ("author.density > 3", True),
        ("author.density > 4.25", False),
        ("author.density >= 4.25", True),
        ("AUTHOR.density != 4", True),
        ("author.loaded == 12", True),
        ("Ida Lund.density >= 0", False),  # too few words: no density is told
        ("Ida Lund.words < 30", True),
        ("Someone Else.words >= 0", False),
    ],
)
def test_what_crosses(rule: str, crossed: bool) -> None:
    told = answer(row("author", density=4.25, loaded=12, words=280), row("Ida Lund", words=12))
    assert bool(list(crossings(told, [parse_rule(rule)]))) is crossed


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("Danko.loaded > 3", [("Irén Danko", 5), ("Pal Danko", 4)]),
        ("iren danko.loaded > 3", [("Irén Danko", 5)]),
        ("Rova.loaded > 3", [("", 6)]),  # not the bank, as somebody has the very name
        ("author.loaded > 3", [("", 7)]),  # nor another author
        ("Dank.loaded > 3", []),
    ],
)
def test_a_part_of_a_name_is_everybody_who_has_it_unless_somebody_has_it_alone(
    rule: str, told: list[tuple[str, float]]
) -> None:
    names = {"Irén Danko": 5, "Pal Danko": 4, "Rova": 6, "Bank of Rova": 9, "author": 7, "the author": 8}
    found = answer(*(row(name, loaded=loaded) for name, loaded in names.items()))
    gates, total = Gates([parse_rule(rule)]), Gates([parse_rule(f"run: {rule}")])
    (judged,), _ = gates.judged([found]), list(total.judged([found]))
    assert isinstance(judged, Answer)
    assert [(crossing.about, crossing.value) for crossing in judged.crossings] == told
    assert [crossing.value for crossing in total.overall()] == ([sum(value for _, value in told)] if told else [])
    assert bool(gates.idle) is not bool(told)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("the council.loaded > 3", [("", 5)]),  # not the other one, as somebody has the very name
        ("The Rova Council.loaded > 3", [("", 6)]),
        ("the Rova.loaded > 3", [("Rova Council", 6)]),
        ("The Ark.loaded > 3", [("", 7)]),
    ],
)
def test_a_name_is_found_with_its_article(rule: str, told: list[tuple[str, float]]) -> None:
    names = {"council": 5, "Rova Council": 6, "The Ark": 7, "Ark": 8}
    found = answer(*(row(name, loaded=loaded) for name, loaded in names.items()))
    assert [(found.about, found.value) for found in crossings(found, [parse_rule(rule)])] == told


def test_a_slip_behind_an_article_is_told_with_the_name_that_is_meant() -> None:
    gates = Gates([parse_rule("stance[*, the coucil] < 0")])
    list(gates.judged([answer(row("council", loaded=1))]))
    assert [gates.meant(rule) for rule in gates.idle] == ["council"]


def test_a_crossing_names_document_rule_and_value() -> None:
    (crossing,) = crossings(answer(row("author", density=4.25)), [parse_rule("author.density > 3")])
    assert (crossing.document, crossing.rule.text, crossing.value) == ("a.txt", "author.density > 3", 4.25)


# --- the hits and stances of an article (tests/rendered.py) ---------------------------------------


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("hits > 0", [("", 7)]),
        ("hits[voice=ILSE VARGA] > 0", [("", 3)]),
        ("hits[voice=Varga] > 0", [("", 3)]),
        ("hits[voice!=Varga] > 0", [("", 4)]),
        ("hits[target=Maartens] > 0", [("", 1)]),
        ("stance[author, Maartens] < 0", [("author to Piet Maartens", -0.5)]),
        ("hits[voice!=Ilse Varga] > 0", [("", 4)]),
        ("hits[category=name-calling, voice=author] > 0", []),
        ("hits[category=name-calling, voice=author] == 0", [("", 0)]),
        ("hits[polarity=positive] > 0", [("", 2)]),
        ("hits[target=*, voice=Ilse Varga] >= 3", [("", 3)]),
        ("hits[target!=*] > 0", [("", 1)]),
        ("hits[entry=labels:parasite] == 1", [("", 1)]),
        ("hits[lexicon=labels] == 1", [("", 1)]),
        ("stance[author, *] < -0.4", [("author to Piet Maartens", -0.5)]),
        ("stance[*, dock owners] <= -0.5", [("Harbour Authority to dock owners", -0.5), ("Ilse Varga to dock owners", -0.7)]),
        ("stance[Ilse Varga, tugboat crews] > 0", [("", 0.3)]),
        ("stance[author, Atlantis] < 1", []),
        ("*.loaded >= 3", [("Ilse Varga", 3), ("author", 3)]),
        ("run: hits > 0", []),
    ],
)  # fmt: skip
def test_what_an_article_crosses(rule: str, values: list[tuple[str, float]]) -> None:
    assert [(found.about, found.value) for found in crossings(story(), [parse_rule(rule)])] == values


def test_a_stance_that_tables_leave_out_crosses_nothing_unless_it_was_asked_for() -> None:
    found = story()
    unsure = tuple(replace(one, confidence=0.6) for one in found.report.stances)
    for targets, crossed in (({}, 0), ({"Piet Maartens": "Piet Maartens"}, 1)):
        answered = replace(found, report=replace(found.report, stances=unsure, targets=targets))
        gates = Gates([parse_rule("stance[author, *] < 0"), parse_rule("run: stance[author, *] < 0")])
        (judged,) = gates.judged([answered])
        assert isinstance(judged, Answer)
        assert (len(judged.crossings), len(gates.overall())) == (crossed, crossed)


def test_a_crossed_rule_measures_the_words_of_whom_a_part_of_a_name_stands_for() -> None:
    rule = parse_rule("Varga.loaded > 0")
    (judged,) = Gates([rule]).judged([story()])
    assert isinstance(judged, Answer)
    level_of = levels_of(judged)
    voices = {hit.voice for hit in judged.report.hits if level_of(hit) == "error"}
    assert voices == {"Ilse Varga"}


def test_levels_of_many_hits_under_many_crossings_take_little_time() -> None:
    rows = [row(f"Ida Lund{number}", loaded=1) for number in range(400)]
    found, one = answer(*rows), story().report.hits[0]
    hits = tuple(replace(one, voice=who.name) for who in rows for _ in range(3))
    (judged,) = Gates([parse_rule("*.loaded > 0")]).judged([replace(found, report=replace(found.report, hits=hits))])
    assert isinstance(judged, Answer)
    assert len(judged.crossings) == len(rows)
    assert set(map(levels_of(judged), hits)) == {"error"}
    assert seconds(lambda: list(map(levels_of(judged), hits))) < 1


def test_what_a_baseline_holds_does_not_count() -> None:
    known = replace(story(), known=frozenset(range(6)))
    assert [found.value for found in crossings(known, [parse_rule("hits >= 0")])] == [1]


def test_a_run_adds_up_what_its_documents_have() -> None:
    rules = [parse_rule(text) for text in (
        "run: hits[voice=Ilse Varga] >= 6", "run: hits[voice=Ilse Varga] > 6", "run: author.words == 422",
        "run: author.density > 1", "run: Ida Lund.density >= 0", "run: author.intensity >= 1.2",
        "run: stance[author, *] <= -0.5", "run: stance[author, *] < -0.5",
    )]  # fmt: skip
    gates = Gates(rules)
    results = [
        story(),
        Failure("x", Fault("m", "p")),
        story(),
        answer(row("author", words=300), row("Ida Lund", words=20)),
    ]
    judged = list(gates.judged(results))
    assert all(result is given for result, given in zip(judged, results, strict=True))
    assert [(found.document, found.rule.text, found.about, found.value) for found in gates.overall()] == [
        ("", "run: hits[voice=Ilse Varga] >= 6", "", 6),
        ("", "run: author.words == 422", "", 422),
        ("", "run: author.density > 1", "", 1.42),
        ("", "run: author.intensity >= 1.2", "", 1.2),
        ("", "run: stance[author, *] <= -0.5", "author to Piet Maartens", -0.5),
    ]


COUNCILS = [
    "The council of Arden lied. Ann Hill accused the council of lying. “It was a disgrace,” the council said.",
    "The council of Lund lied. Ann Hill accused the council of lying. “It was a disgrace,” the council said.",
    "Tom Fox accused Lund Town Council of lying. “It was a disgrace,” Tom Fox said.",
]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("run: council.loaded > 0", ["council, perhaps several"]),
        ("run: hits[voice=council] > 0", ["council, perhaps several"]),
        ("run: hits[category=condemnation] > 0", [""]),
        ("run: *.statements == 2", ["Ann Hill", "council, perhaps several", "Tom Fox"]),
        ("run: Ann Hill.words > 0", [""]),
        ("run: stance[Ann Hill, council] < 0", ["council, perhaps several"]),
        ("run: stance[*, council] < 0", ["Ann Hill to council, perhaps several", "Tom Fox to Lund Town Council"]),
        ("run: stance[Tom Fox, *] < 0", ["Tom Fox to Lund Town Council"]),
    ],
)
def test_a_run_tells_which_of_its_parties_may_be_several(rule: str, told: list[str]) -> None:
    gates = Gates([parse_rule(rule)])
    tuple(gates.judged(answers(*COUNCILS)))
    assert [found.about for found in gates.overall()] == told


def test_a_party_without_a_name_is_one_in_one_document() -> None:
    gates = Gates([parse_rule("run: council.loaded > 0"), parse_rule("run: *.loaded > 0")])
    tuple(gates.judged(answers(COUNCILS[0])))
    assert {found.about for found in gates.overall()} == {"", "author", "council"}


def test_an_answer_carries_what_it_crosses_and_idle_rules_stay() -> None:
    rules = [parse_rule(text) for text in ("author.words > 0", "Nobody.words > 0", "hits[voice=Nobody] > 0")]
    gates = Gates(rules)
    (judged,) = gates.judged([story()])
    assert isinstance(judged, Answer)
    assert [found.rule for found in judged.crossings] == rules[:1]
    assert gates.idle == rules[1:]


def test_a_mere_target_of_stances_is_no_actor_of_a_rule() -> None:
    found = story()
    target = replace(found.report.stances[0], target="Atlantis")
    asked = replace(found, report=replace(found.report, stances=(*found.report.stances, target)))
    rules = [
        parse_rule(text) for text in ("Atlantis.loaded > 0", "Atlantiss.loaded > 0", "stance[author, Atlantis] < 0")
    ]
    gates = Gates(rules)
    list(gates.judged([asked]))
    assert gates.idle == rules[:2] and gates.meant(rules[1]) is None


def test_a_rule_tells_that_no_document_has_a_sure_row_for_it() -> None:
    texts = (
        'stance["Harbour Authority", "Piet Maartens"] < 0',
        'stance[author, "Piet Maartens"] < -2',
        "stance[Varga, *] < -2",
    )
    rules = [parse_rule(text) for text in texts]
    gates = Gates(rules)
    list(gates.judged([story()]))
    assert gates.unasked == rules[:1]


def test_names_are_compared_with_that_of_an_idle_rule_once() -> None:
    names = [f"{number:04} of the league of all the harbours and ports of the Ostmark" for number in range(1500)]
    document, rule = (
        answer(*map(row, names)),
        parse_rule('"Guild of harbours, ports and the leagues of all Ostmarks".loaded > 1'),
    )

    def work(count: int) -> Callable[[], object]:
        def judged() -> None:
            gates = Gates([rule])
            list(gates.judged([document] * count))
            assert gates.idle == [rule] and gates.meant(rule) is None

        return judged

    assert growth(work, 1, 6, 2) < 2
    gates = Gates([rule])
    list(gates.judged([document, answer(row("Guild of harbours, ports and the league of all Ostmarks"))]))
    assert gates.meant(rule) == "Guild of harbours, ports and the league of all Ostmarks"


@pytest.mark.parametrize(
    ("rule", "hint"),
    [
        ("hits[category=name-caling] > 0", "category 'name-caling' (did you mean name-calling?)"),
        ("hits[entry=labels:gooon] > 0", "did you mean labels:goon?"),
        ("hits[lexicon!=label] > 0", "did you mean labels?"),
    ],
)
def test_what_no_lexicon_has_is_a_mistake(rule: str, hint: str) -> None:
    lexicons = prepare().lexicons
    check_names([parse_rule("hits[category=FEAR, entry=labels:goon, lexicon=labels, voice=Nobody] > 0")], lexicons)
    with pytest.raises(UsageError) as caught:
        check_names([parse_rule(rule)], lexicons)
    assert hint in str(caught.value)
