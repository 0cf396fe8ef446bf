"""The figures of each voice."""

from stancecli.aim import aim
from stancecli.settings import DEFAULT, Settings
from stancecli.tally import tally
from tests.scenes import scene

EAGER = Settings(density_minimum_words=1)


def rows(marked: str, settings: Settings = DEFAULT, **options):
    made = scene(marked, **options)
    return {row.name: row for row in tally(made.parse, made.cast, made.parties, aim(*made), settings)}


def test_every_actor_then_the_two_voices_without_a_name():
    assert list(rows("{Smith} met {Jones}.")) == ["Smith", "Jones", "unattributed", "author"]


def test_each_word_has_one_voice():
    found = rows("{Jones} said [[Jones|indirect|{Smith} thinks [[Smith|indirect|it's far too late]]]] now.")
    assert {name: row.words for name, row in found.items()} == {
        "Jones": 2,
        "Smith": 4,
        "unattributed": 0,
        "author": 3,
    }
    assert found["Jones"].statements == found["Smith"].statements == 1


def test_quoted_words_without_a_speaker_are_not_the_authors():
    found = rows("“We will never ever go back to that awful place again,” one could hear. {Smith} left.")
    assert (found["unattributed"].words, found["author"].words) == (11, 5)


def test_density_only_with_enough_words():
    text = "{Smith} is a <a:liar|liar>" + " and so on" * 12
    assert rows(text)["author"].density is not None
    assert rows(text[:40])["author"].density is None
    assert rows("{Smith} is a <a:liar|liar>.", EAGER)["author"].density == 25.0


def test_loaded_words_and_categories_by_voice():
    found = rows("{Smith} said [[Smith|indirect|{Jones} is a <a:liar|liar>]]. A <a:mean|mean> <a:lie|lie>.", EAGER)
    assert (found["Smith"].loaded, found["author"].loaded) == (1, 2)
    assert found["author"].categories == {"x": 2}
    assert found["author"].intensity == 2.0
    assert found["Jones"].intensity == 0.0


def test_a_voice_without_words_has_no_density():
    assert rows("{Smith} met {Jones}.", Settings(density_minimum_words=0))["Smith"].density is None
