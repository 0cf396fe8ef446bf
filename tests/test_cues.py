"""The lexicon of cues: complete, without contradictions, and each group behaves as its examples say."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from stancecli.lexicon import load_lexicons
from stancecli.lexicon.find import shipped
from stancecli.lexicon.keys import TAKES
from stancecli.model import Entry, Lexicon
from stancecli.phrases import PhraseIndex, within
from stancecli.tokens import words_of

FRAMES = set(TAKES)
TILTS = {"neutral", "doubtful", "endorsing", "hostile"}


@cache
def cues() -> tuple[Lexicon, ...]:
    loaded = load_lexicons([name for name in shipped() if name.startswith("cues")])
    return tuple([lexicon for lexicon in loaded if lexicon.kind == "cues"])


@cache
def entries() -> tuple[Entry, ...]:
    return tuple(entry for lexicon in cues() for entry in lexicon.entries)


@cache
def groups() -> dict[str, tuple[Entry, ...]]:
    """The entries that share examples, by the lexicon and the first of these."""
    made: dict[str, list[Entry]] = {}
    for entry in entries():
        made.setdefault(f"{entry.lexicon}: {entry.examples.hit[0]}", []).append(entry)
    return {key: tuple(value) for key, value in made.items()}


def fires(sentence: str, group: tuple[Entry, ...]) -> list[str]:
    """The cues of a group in a sentence, by form, less those in innocent phrases."""
    words = words_of(sentence)
    found = PhraseIndex((form, entry) for entry in group for form in entry.forms).find(words)
    return [entry.term for first, stop, entry in found if not within(words, first, stop, entry.innocent)]


def test_there_are_enough_cues_of_every_kind() -> None:
    terms = {entry.term for entry in entries()}
    assert len(terms) >= 1500
    assert Counter(entry.reports for entry in entries()).keys() == {"speech", "thought", "attitude"}
    frames = Counter(frame for entry in entries() for frame in entry.takes)
    assert frames.keys() == FRAMES
    assert min(frames.values()) >= 80
    tilts = Counter(entry.tilt for entry in entries())
    assert tilts.keys() == TILTS
    assert min(tilts.values()) >= 80


def test_every_cue_says_what_it_takes_and_why() -> None:
    assert [entry.id for entry in entries() if not (entry.takes and entry.reports and entry.why)] == []


@pytest.mark.parametrize("key", groups())
def test_a_group_does_as_its_examples_say(key: str) -> None:
    group = groups()[key]
    examples = group[0].examples
    assert len(examples.hit) >= 2 and examples.miss
    assert [sentence for sentence in examples.hit if not fires(sentence, group)] == []
    assert [(sentence, fires(sentence, group)) for sentence in examples.miss if fires(sentence, group)] == []


def test_no_form_has_two_tilts() -> None:
    tilts: dict[tuple[str, ...], dict[str, str]] = {}
    for entry in entries():
        for form in entry.forms:
            tilts.setdefault(form, {})[entry.tilt] = entry.id
    assert {" ".join(form): found for form, found in tilts.items() if len(found) > 1} == {}


def test_no_term_stands_in_two_files_but_as_verb_and_noun() -> None:
    files: dict[str, set[str]] = {}
    for entry in entries():
        files.setdefault(entry.term, set()).add(entry.lexicon)
    doubles = {term: found for term, found in files.items() if len(found - {"cues-nouns"}) > 1}
    assert doubles == {}


def test_only_loaded_cues_are_hits() -> None:
    for entry in entries():
        loaded = entry.lexicon == "cues-loaded"
        assert bool(entry.polarity) is loaded, entry.id
        assert (entry.tilt == "hostile") <= loaded, entry.id
        strikes = entry.aim in ("speaker", "object")
        assert strikes <= loaded, entry.id
        assert strikes or not loaded or entry.tilt == "doubtful", f"{entry.id} neither strikes nor doubts"
        if entry.tilt == "hostile":
            assert entry.polarity == -1, entry.id


@pytest.mark.parametrize(
    ("lexicon", "words", "takes", "tilt", "reports"),
    [
        ("cues-speech", "said", "that-clause", "neutral", "speech"),
        ("cues-speech", "according to", "noun-phrase", "neutral", "speech"),
        ("cues-speech", "told reporters", "quote", "neutral", "speech"),
        ("cues-speech", "took to twitter", "quote", "neutral", "speech"),
        ("cues-speech", "weighed in", "quote", "neutral", "speech"),
        ("cues-speech", "quoted as saying", "quote", "neutral", "speech"),
        ("cues-speech", "spoke", "of", "neutral", "speech"),
        ("cues-loaded", "claimed", "that-clause", "doubtful", "speech"),
        ("cues-acts", "purports", "to-infinitive", "doubtful", "speech"),
        ("cues-acts", "insisting", "that-clause", "doubtful", "speech"),
        ("cues-acts", "pointed out", "that-clause", "endorsing", "speech"),
        ("cues-acts", "conceded", "that-clause", "endorsing", "speech"),
        ("cues-acts", "makes no secret of", "noun-phrase", "endorsing", "speech"),
        ("cues-acts", "vows", "to-infinitive", "neutral", "speech"),
        ("cues-acts", "warned", "of", "neutral", "speech"),
        ("cues-acts", "called on", "to-infinitive", "neutral", "speech"),
        ("cues-acts", "signalled", "noun-phrase", "neutral", "speech"),
        ("cues-acts", "signaled", "noun-phrase", "neutral", "speech"),
        ("cues-thought", "mulls", "noun-phrase", "neutral", "thought"),
        ("cues-thought", "is of the view", "that-clause", "neutral", "thought"),
        ("cues-thought", "fears", "that-clause", "neutral", "thought"),
        ("cues-thought", "knew", "that-clause", "endorsing", "thought"),
        ("cues-thought", "a poll finds", "that-clause", "neutral", "speech"),
        ("cues-thought", "learnt", "that-clause", "endorsing", "thought"),
        ("cues-attitude", "plans to", "to-infinitive", "neutral", "attitude"),
        ("cues-attitude", "came out against", "noun-phrase", "neutral", "attitude"),
        ("cues-attitude", "accused", "of", "neutral", "attitude"),
        ("cues-attitude", "criticised", "noun-phrase", "neutral", "attitude"),
        ("cues-attitude", "criticizing", "noun-phrase", "neutral", "attitude"),
        ("cues-loaded", "lashed out at", "noun-phrase", "hostile", "speech"),
        ("cues-loaded", "slammed", "noun-phrase", "hostile", "speech"),
        ("cues-loaded", "gloats", "about", "hostile", "speech"),
        ("cues-loaded", "touting", "noun-phrase", "doubtful", "speech"),
        ("cues-nouns", "allegations", "that-clause", "doubtful", "speech"),
        ("cues-nouns", "revelation", "that-clause", "endorsing", "speech"),
        ("cues-nouns", "calls for", "noun-phrase", "neutral", "speech"),
        ("cues-nouns", "refusal to", "to-infinitive", "neutral", "attitude"),
    ],
)
def test_what_a_cue_is(lexicon: str, words: str, takes: str, tilt: str, reports: str) -> None:
    form = words_of(words)
    (entry,) = (entry for entry in entries() if entry.lexicon == lexicon and form in entry.forms)
    assert takes in entry.takes
    assert (entry.tilt, entry.reports) == (tilt, reports)


@pytest.mark.parametrize(
    ("form", "polarity", "aim"),
    [
        ("slammed", -1, "object"),
        ("lashed out at", -1, "object"),
        ("ranted", -1, "speaker"),
        ("gloated", -1, "speaker"),
        ("boasted", -1, "speaker"),
        ("bragged", -1, "speaker"),
        ("railed against", -1, "object"),
        ("hailed", 1, "object"),
    ],
)
def test_whom_a_loaded_cue_strikes(form: str, polarity: int, aim: str) -> None:
    found = [entry for entry in entries() if words_of(form) in entry.forms and entry.polarity]
    assert [(entry.polarity, entry.aim) for entry in found] == [(polarity, aim)]


def test_refused_speech_is_no_cue() -> None:
    refused = [
        "The dean declined to comment.",
        "He refuses to say who paid.",
        "The club is yet to comment.",
        "She has no comment.",
    ]
    everything = tuple(entry for entry in entries() if entry.term != "say")
    assert [fires(sentence, everything) for sentence in refused] == [[]] * len(refused)
