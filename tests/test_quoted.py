"""How many of the quoted words have a speaker: what the line under each table says."""

from __future__ import annotations

import pytest

from stancecli import analyze


@pytest.mark.parametrize(
    "text, quoted, attributed",
    [
        ("“The bridge will open,” Ida Lund said.\nA cold wind blew.\n“Who wrote these words on the old wall?”", 12, 4),
        ("“We won,” he said.", 2, 0),  # nobody knows who he is
        ("Ida Lund called the strike “not helpful”.", 2, 2),
        ("The so-called “harbour pact” expires in December.", 0, 0),  # the author's own marks
        ("Ida Lund said: “We call it ‘the plan’ here.”", 6, 6),
        ("The bridge opened in May.", 0, 0),
    ],
)
def test_quoted_words_are_counted_with_those_that_have_a_speaker(text, quoted, attributed):
    report = analyze(text)
    assert (report.quoted_words, report.quoted_words_attributed) == (quoted, attributed)
