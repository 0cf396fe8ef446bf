"""The tables of facts: complete, well formed, and quick to read."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from process import environment
from timed import seconds

from stancecli import tables
from stancecli.lexicon.keys import DOMAINS

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "stancecli" / "tables").glob("*.yaml"))
READERS = (
    tables.countries,
    tables.places,
    tables.first_names,
    tables.titles,
    tables.organisations,
    tables.groups,
    tables.ordinary,
    tables.domains,
    tables.deeds,
)


def test_every_country_is_there_with_what_names_it() -> None:
    rows = {country.name: country for country in tables.countries().countries}
    assert len(rows) > 190
    assert rows["Russia"] == tables.Country(
        "Russia", ("Russian Federation",), ("Russian", "Russians"), ("Moscow",), ("Kremlin",)
    )
    assert {"US", "U.S.", "USA", "America"} <= set(rows["United States"].aliases)
    assert all(country.demonyms or country.aliases or country.capitals for country in rows.values())


def test_no_word_stands_for_two_countries() -> None:
    seen: dict[str, str] = {}
    for country in tables.countries().countries:
        for word in (country.name, *country.aliases, *country.demonyms, *country.capitals, *country.government):
            assert seen.setdefault(word, country.name) == country.name, word


def test_first_names_tell_their_usual_gender() -> None:
    genders = tables.first_names().genders
    assert len(genders) > 1200
    assert (genders["nicolas"], genders["sarah"], genders["taylor"]) == ("m", "f", "")
    assert ("joe", "joseph") in tables.first_names().short


@pytest.mark.parametrize("name", ["dewi", "simran", "gurpreet", "janne", "deniz", "steph", "surinder"])
def test_first_names_of_both_men_and_women_tell_no_gender(name: str) -> None:
    assert tables.first_names().genders[name] == ""


def test_surnames_are_known_all_over_the_world() -> None:
    surnames = tables.first_names().surnames
    assert len(surnames) > 200
    assert {"smith", "garcia", "nakamura", "okafor", "schmidt", "patel", "mandela", "merkel"} <= surnames


def test_every_table_is_described_and_no_other() -> None:
    page = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `(\w+)\.yaml` \|", page, re.MULTILINE)) == sorted(file.stem for file in FILES)


def test_titles_tell_gender_and_what_stands_for_them() -> None:
    titles = tables.titles()
    assert (titles.genders["mr"], titles.genders["congresswoman"]) == ("m", "f")
    assert "president" in titles.heads and "president" not in titles.genders
    assert "sen" in titles.stands_for["senator"]


def test_known_organisations_have_one_name_for_all_their_forms() -> None:
    known = tables.organisations().known
    assert known["CIA"] == known["Central Intelligence Agency"] == "Central Intelligence Agency"


def test_groups_are_plural_or_singular() -> None:
    groups = tables.groups()
    assert not groups.plural & groups.singular
    assert groups.genders["spokeswoman"] == "f"


def test_domains_are_those_that_lexicons_may_name() -> None:
    assert sorted(tables.domains()) == sorted(DOMAINS)
    assert all(words and words == {word.lower() for word in words} for words in tables.domains().values())


def test_a_noun_is_of_one_sort_of_deed_and_every_sort_is_told_by_verbs() -> None:
    table = yaml.safe_load((ROOT / "stancecli/tables/deeds.yaml").read_text(encoding="utf-8"))
    nouns = [noun for row in table.values() for noun in row["nouns"].split()]
    assert len(nouns) == len(set(nouns)) == len(tables.deeds().sort_of)
    assert set(table) == {sort for sorts in tables.deeds().told_by.values() for sort in sorts}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_line_is_too_long_and_no_word_of_a_list_stands_twice(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert all(len(line) <= 124 for line in text.splitlines())
    for block in re.findall(r"^(?:male|female|plural|singular): >-\n((?:  .*\n)+)", text, re.MULTILINE):
        words = block.split()
        assert len(words) == len(set(words)), sorted(word for word in set(words) if words.count(word) > 1)


def test_tables_are_read_without_the_fast_reader_too() -> None:
    """PyYAML has no `CSafeLoader` where it was built without libyaml."""
    code = "import yaml; del yaml.CSafeLoader; from stancecli import tables; print(len(tables.countries().countries))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert int(done.stdout) == len(tables.countries().countries)


def test_tables_are_read_in_a_moment() -> None:
    def read() -> None:
        for reader in READERS:
            reader.cache_clear()
            reader()

    assert seconds(read) < 0.05
