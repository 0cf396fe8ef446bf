"""Who speaks where a source names a body and who has its office."""

from __future__ import annotations

import pytest

from stancecli.pipeline import analyze


@pytest.mark.parametrize(
    ("source", "actor"),
    [
        ("Bank of Norrhaven governor Eva Sund", "Eva Sund"),
        ("The Bank of Norrhaven's governor Eva Sund", "Eva Sund"),
        ("University of Strand professor Ines Hale", "Ines Hale"),
        ("The Bank of Norrhaven", "Bank of Norrhaven"),
        ("The Bank of Norrhaven, whose governor is Eva Sund,", "Bank of Norrhaven"),
        ("Jo, 34, a nurse from Arden,", "Jo"),
    ],
)
def test_whose_office_is_told_is_the_speaker(source: str, actor: str) -> None:
    report = analyze(f"{source} said that rates would rise.")
    assert [one.source.actor for one in report.attributions if one.source] == [actor]


def test_who_has_only_a_first_name_is_a_person() -> None:
    report = analyze("“He is lying,” said Jo, 34, a nurse from Arden.")
    assert {row.name: row.kind for row in report.actors}["Jo"] == "person"


def test_she_who_owns_the_subject_is_not_the_subject() -> None:
    text = "Ida Lund lost. Her rival, Sam Poe, said she had no plan. He said so twice."
    mentions = {span: row.name for row in analyze(text).actors for span in row.mentions}
    she, he = text.index("she "), text.index("He ")
    assert (mentions[she, she + 3], mentions[he, he + 2]) == ("Ida Lund", "Sam Poe")
