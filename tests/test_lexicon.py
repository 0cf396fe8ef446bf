"""From YAML to lexicons: what is read, what is refused and where, and what is kept for the next run."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from process import ROOT
from timed import seconds

from stancecli.errors import LexiconError
from stancecli.examples import try_examples
from stancecli.lexicon import LexiconFile, check, find, load, load_lexicons, source
from stancecli.lexicon.find import packs, shipped
from stancecli.lexicon.inflect import forms_of
from stancecli.model import Attitude, Entry, Lexicon

HEAD = """\
lexicon: own
language: en
version: 1
description: Words for these tests.
category: ridicule
polarity: negative
"""
ENTRY = """\
entries:
  - term: dud
    inflect: noun
    examples:
      hit: ["The parade was a dud."]
      miss: ["The parade was fine."]
"""


def mistakes(text: str | bytes) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    lexicon, faults = check(LexiconFile("own.yaml", data))
    assert (lexicon is None) == bool(faults)
    return [f"{fault.place}: {fault.message}" for fault in faults]


def write(folder: Path, text: str = HEAD + ENTRY, name: str = "own.yaml") -> str:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def terms(lexicons: tuple[Lexicon, ...]) -> dict[str, Entry]:
    return {entry.id: entry for lexicon in lexicons for entry in lexicon.entries}


# --- what ships -----------------------------------------------------------------------------------


def test_enough_of_every_category_ships() -> None:
    entries = [entry for lexicon in load_lexicons() if lexicon.kind == "terms" for entry in lexicon.entries]
    counts = Counter(entry.category for entry in entries)
    assert len(entries) >= 1500
    assert len(counts) >= 17 and min(counts.values()) >= 20
    assert {entry.polarity for entry in entries} == {-1, 1}
    assert all(entry.why for entry in entries), "each says why it is loaded"
    assert all(entry.examples.hit and entry.examples.miss for entry in entries), "and where it is, and where it is not"


def test_answering_is_no_attack() -> None:
    loaded = {
        form for lexicon in load_lexicons() for entry in lexicon.entries if entry.polarity for form in entry.forms
    }
    assert ("slammed",) in loaded
    assert not loaded & {("hit", "back"), ("hits", "back"), ("fired", "back"), ("fire", "back")}


def test_no_form_is_loaded_in_two_shipped_entries() -> None:
    """One of them would never be a hit: whoever changes it would change nothing."""
    holders: dict[tuple[str, ...], str] = {}
    loaded = tuple(lexicon for lexicon in load_lexicons() if lexicon.kind in ("terms", "cues"))
    for entry in terms(loaded).values():
        for form in entry.forms if entry.polarity else ():
            assert holders.setdefault(form, entry.id) == entry.id, " ".join(form)


def test_a_shipped_lexicon_is_named_like_its_file_and_is_the_only_one_in_it() -> None:
    for name, path in shipped().items():
        (lexicon,) = map(load, find([name]))
        assert (lexicon.name, lexicon.language) == (name, path.parent.name)


def test_they_are_found_beside_the_package_and_inside_it(tmp_path: Path) -> None:
    """In a checkout and an editable install they lie beside the package, in a wheel inside it."""
    names = set(shipped())
    for place in ("checkout/lexicons/en", "wheel/stancecli/lexicons/en"):
        shutil.copytree(ROOT / "lexicons" / "en", tmp_path / place)
    for place in ("checkout", "wheel"):
        found = shipped(tmp_path / place / "stancecli")
        assert set(found) == names and all(tmp_path / place in path.parents for path in found.values())
    with pytest.raises(LexiconError, match="install it again"):
        shipped(tmp_path / "nothing" / "stancecli")


def test_other_files_in_a_folder_named_lexicons_are_not_ours_where_the_wheel_is_installed(tmp_path: Path) -> None:
    write(tmp_path / "lexicons" / "en", name="foreign.yaml")
    write(tmp_path / "stancecli" / "lexicons" / "en", name="ours.yaml")
    assert set(shipped(tmp_path / "stancecli")) == {"ours"}


# --- which lexicons -------------------------------------------------------------------------------


def test_no_name_means_all_that_ship() -> None:
    assert [lexicon.name for lexicon in load_lexicons()] == sorted(shipped())
    assert load_lexicons(["default"]) == load_lexicons()


def test_cues_and_predicates_come_along_unless_there_are_some(tmp_path: Path) -> None:
    names = [lexicon.name for lexicon in load_lexicons(["labels"])]
    ours = {kind: [name for name in sorted(shipped()) if name.startswith(kind)] for kind in ("cues", "predicates")}
    assert names == ["labels", *ours["cues"], *ours["predicates"], "tones"]
    own = HEAD + "kind: cues\nentries:\n  - {term: quoth, takes: [quote], examples: {hit: ['Quoth he.']}}\n"
    names = [lexicon.name for lexicon in load_lexicons(["labels", write(tmp_path, own)])]
    assert names == ["labels", "own", *ours["predicates"], "tones"]


def test_files_folders_and_names_mix_and_none_comes_twice(tmp_path: Path) -> None:
    inner = write(tmp_path / "folder" / "deeper", name="own.yml")
    write(tmp_path / "folder", "no lexicon", "readme.txt")
    names = [lexicon.name for lexicon in load_lexicons([str(tmp_path / "folder"), inner, "fear", "fear"])]
    assert names[:2] == ["own", "fear"] and len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("lables", "did you mean 'labels'?"),
        ("genral", "did you mean 'general'?"),
        ("missing.yaml", "no such file"),
        ("missing/folder", "no such file"),
        (".", "no lexicon"),
    ],
)
def test_a_name_without_a_lexicon_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LexiconError) as raised:
        load_lexicons([name])
    assert raised.value.place == name and message in raised.value.message


def test_two_lexicons_of_one_name_are_refused(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a"), write(tmp_path / "b", HEAD + ENTRY.replace("dud", "flop"))
    with pytest.raises(LexiconError, match="named 'own' too"):
        load_lexicons([first, second])


def test_a_mistake_is_raised_with_its_line_and_the_number_of_others(tmp_path: Path) -> None:
    path = write(tmp_path, (HEAD + ENTRY).replace("version: 1", "version: one").replace("noun", "nuon"))
    with pytest.raises(LexiconError) as raised:
        load_lexicons([path])
    assert raised.value.place == f"{path}:3" and "1 more" in raised.value.message


# --- what is ignored ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["goon", "goons", "labels:goon", "GOON"])
def test_an_ignored_entry_is_gone_and_the_digest_tells(name: str) -> None:
    all_, less = load_lexicons(["labels"]), load_lexicons(["labels"], [name])
    assert terms(all_).keys() - terms(less).keys() == {"labels:goon"}
    assert all_[0].digest != less[0].digest == load_lexicons(["labels"], ["labels:goon"])[0].digest
    assert all_[1:] == less[1:]


def test_an_ignored_cue_still_shows_who_speaks() -> None:
    entry = terms(load_lexicons(ignore=["cues-loaded:slam"]))["cues-loaded:slam"]
    assert entry.polarity == 0 and entry.takes


@pytest.mark.parametrize(("name", "meant"), [("gooon", "'goon'"), ("labels:gon", "'labels:goon'")])
def test_what_ignores_nothing_is_told(name: str, meant: str) -> None:
    with pytest.raises(LexiconError, match=f"did you mean {meant}"):
        load_lexicons(["labels"], [name])


def packed(folder: Path, name: str, pack: str, term: str = "dud") -> str:
    text = (HEAD + ENTRY).replace("lexicon: own", f"lexicon: {name}\npack: {pack}").replace("dud", term)
    return write(folder, text, f"{name}.yaml")


def test_packs_and_lexicons_are_switched_off_by_name(tmp_path: Path) -> None:
    names = [
        packed(tmp_path, "front", "war"),
        packed(tmp_path, "depot", "war", "flop"),
        packed(tmp_path, "ward", "own"),
    ]
    loaded = load_lexicons(names)
    assert [lexicon.pack for lexicon in loaded[:3]] == ["war", "war", "own"] and loaded[3].pack == "general"
    assert load_lexicons(names, ["war"]) == loaded[2:]
    assert load_lexicons(names, ["ward", "front"]) == (loaded[1], *loaded[3:])


def test_without_the_general_pack_it_is_still_known_who_speaks(tmp_path: Path) -> None:
    less = load_lexicons(["general", packed(tmp_path, "front", "war")], ["general"])
    assert [lexicon.name for lexicon in less if any(entry.polarity for entry in lexicon.entries)] == ["front"]
    assert {lexicon.name for lexicon in less if lexicon.kind == "cues"} == {n for n in shipped() if n[:4] == "cues"}


def test_a_pack_is_named_like_a_lexicon_and_holds_all_of_its_own() -> None:
    of = {file.path: load(file).pack for file in find(["default"])}
    for pack, paths in packs().items():
        assert {file.path for file in find([pack])} == {path for path in of if of[path] == pack}
        assert len(paths) == len(find([pack]))
    assert {name for name in shipped() if name in packs()} <= {pack for pack in of.values()}


# --- what is read ---------------------------------------------------------------------------------


def test_a_group_and_the_file_pass_on_what_they_share() -> None:
    text = f"""{HEAD}weight: 3
aim: modified
entries:
  - {{term: dud, examples: {{hit: ["A dud it was."]}}}}
groups:
  - inflect: verb
    weight: 1.5
    category: own-category
    examples: {{hit: ["He botched the cake."], miss: ["He ate the cake."]}}
    entries:
      - botch
      - {{term: bungle, polarity: positive, weight: 0.5, neutral: [fail], pos: [VERB], why: "No reason."}}
"""
    lexicon, faults = check(LexiconFile("own.yaml", text.encode()))
    assert lexicon is not None and not faults
    dud, botch, bungle = lexicon.entries
    assert [(e.weight, e.category, e.polarity, e.aim) for e in lexicon.entries] == [
        (3, "ridicule", -1, "modified"),
        (1.5, "own-category", -1, "modified"),
        (0.5, "own-category", 1, "modified"),
    ]
    assert dud.forms == (("dud",),) and ("botched",) in botch.forms
    assert botch.examples == bungle.examples and botch.examples.line == 15
    assert (bungle.line, bungle.neutral, bungle.pos, bungle.why) == (18, ("fail",), ("VERB",), "No reason.")


@pytest.mark.parametrize(
    ("term", "kind", "listed", "forms"),
    [
        ("crony", "noun", (), "crony|cronies"),
        ("slam", "verb", (), "slam|slammed|slamming|slams"),
        ("ugly", "adjective", (), "ugly|uglier|ugliest"),
        ("reckless", "adjective", (), "reckless"),
        ("double down", "verb", (), "double down|doubled down|doubles down|doubling down"),
        ("party hack", "noun", (), "party hack|party hacks"),
        ("cherry-pick", "verb", (), "cherry - pick|cherry - picked|cherry - picking|cherry - picks"),
        ("yes-man", "none", ("yes-men",), "yes - man|yes - men"),
        ("beclown", "verb", (), "beclown|beclowned|beclowning|beclowns"),
        ("anti-", "verb", (), "anti -"),
        ("anti-", "noun", ("antis",), "anti -|antis"),
        (
            "on one's own",
            "none",
            (),
            "on his own|on her own|on its own|on their own|on my own|on our own|on your own",
        ),
        (
            "by oneself",
            "none",
            (),
            "by himself|by herself|by itself|by themselves|by myself|by ourselves|by yourself",
        ),
        ("one's own", "none", (), "one 's own"),
    ],
)
def test_forms(term: str, kind: str, listed: tuple[str, ...], forms: str) -> None:
    assert "|".join(" ".join(form) for form in forms_of(term, kind, listed)) == forms


def test_an_innocent_phrase_holds_for_every_form() -> None:
    text = HEAD + ENTRY.replace("inflect: noun", "inflect: noun\n    not: [dud cheque]")
    lexicon, _ = check(LexiconFile("own.yaml", text.encode()))
    assert lexicon is not None
    assert lexicon.entries[0].innocent == (("dud", "cheque"), ("duds", "cheque"))


# --- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("inflect: noun", "infelct: noun", "9: unknown key 'infelct'; did you mean 'inflect'?"),
        ("inflect: noun", "takes: [quote]", "9: unknown key 'takes'"),
        ("inflect: noun", "inflect: nuon", "9: unknown value for 'inflect': 'nuon'; did you mean 'noun'?"),
        ("inflect: noun", "inflect: [noun]", "9: unknown value for 'inflect':"),
        ("inflect: noun", "weight: 6", "9: 'weight' must be a number above 0 and at most 5"),
        ("inflect: noun", "weight: 0", "9: 'weight' must be"),
        ("inflect: noun", "weight: .nan", "9: 'weight' must be"),
        ("inflect: noun", 'weight: "3"', "9: 'weight' must be"),
        ("inflect: noun", "aim: target", "9: unknown value for 'aim': 'target'"),
        ("inflect: noun", "pos: [NUON]", "9: unknown value for 'pos': 'NUON'; did you mean 'NOUN'?"),
        ("inflect: noun", "pos: NOUN", "9: 'pos' must be a list"),
        ("inflect: noun", "neutral: [false]", "9: 'neutral' must be a text; put false in quotes"),
        ("inflect: noun", "not: [cheque]", "8: 'not' lists 'cheque', which is no longer phrase with 'dud' in it"),
        ("inflect: noun", "not: [dud]", "8: 'not' lists 'dud'"),
        ("inflect: noun", 'forms: ["…"]', "9: 'forms' holds no word"),
        ("inflect: noun", "why: ' '", "9: 'why' is empty"),
        ("inflect: noun", "inflect: noun\n    inflect: noun", "10: the key 'inflect' stands here twice"),
        (ENTRY, ENTRY + "  - {term: Dud, weight: 2}\n", "13: 'Dud' stands here twice; first in line 8"),
        (ENTRY, ENTRY + "  - {inflect: noun}\n", "13: the key 'term' is missing"),
        (ENTRY, ENTRY + "  - [dud]\n", "13: 'entries' must be a mapping"),
        ("term: dud", "term: no", "8: 'term' must be a text; put no in quotes"),
        ("hit:", "hits:", "11: unknown key 'hits'; did you mean 'hit'?"),
        ('["The parade was a dud."]', "[]", "'examples' has no 'hit'"),
        ("a dud", "*dud", None),
        ("parade was fine", "parade was a dud", "11: the example 'The parade was a dud.' differs from"),
        ("parade was fine", "parade was a duds", "differs from 'The parade was a dud.' by the term alone"),
        ("version: 1", "version: 0", "3: 'version' must be a whole number from 1"),
        ("version: 1", "version: 1.0", "3: 'version' must be a whole number from 1"),
        ("version: 1\n", "", "1: the key 'version' is missing"),
        ("language: en", "language: EN", "2: 'language' must be lower-case"),
        ("category: ridicule", "category: redicule", "5: unknown category 'redicule'; did you mean 'ridicule'?"),
        ("lexicon: own", "lexicon: own\npack: imigration", "2: unknown pack 'imigration'; did you mean 'immigration'?"),
        ("category: ridicule\n", "", "'dud' has no 'category'"),
        ("polarity: negative", "polarity: -1", "6: unknown value for 'polarity': '-1'"),
        ("polarity: negative\n", "", "'dud' has no 'polarity'"),
        ("lexicon: own", "lexicon: own\nkind: cue", "2: unknown value for 'kind': 'cue'; did you mean 'cues'?"),
        ("lexicon: own", "lexicon: Own Words", "1: 'lexicon' must be lower-case"),
        ("lexicon: own", "lexicon: [own", "not valid YAML"),
        ("lexicon: own", "\tlexicon: own", "a tab stands here; use spaces"),
        ("lexicon: own", "lexicon: own\n\tversion: 2", "a tab stands here; use spaces"),
        ("entries:", "entries: none\ngroups:", "'entries' must be a list"),
        (ENTRY, "", "1: a lexicon needs 'entries' or 'groups'"),
        (ENTRY, "groups:\n  - {weight: 2}\n", "8: a group needs 'entries'"),
        (ENTRY, "entries: [dud]\n", "'dud' has no 'examples'"),
        (HEAD + ENTRY, "- dud\n", "1: a lexicon is a mapping"),
        (HEAD + ENTRY, "", "1: a lexicon is a mapping"),
        (ENTRY, ENTRY + "---\nlexicon: two\n", "13: another document begins here"),
        ("term: dud", "term: !!str dud", "8: tags (!) are not allowed"),
        ("term: dud", "term: !!python/object/apply:os.getcwd []", "8: tags (!) are not allowed"),
        ("term: dud", "term: d\x07ud", "8: control character '\\x07'"),
        ("entries:", "why: " + "[" * 50 + "]" * 50 + "\nentries:", "7: lists within lists"),
    ],
)
def test_a_mistake_is_told_with_its_line(old: str, new: str, message: str | None) -> None:
    text = (HEAD + ENTRY).replace(old, new)
    found = mistakes(text)
    if message is None:
        assert found == []
        return
    place = "own.yaml:" if message[0].isdigit() else ""
    assert any(line.startswith(place) and message in line for line in found), found


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "examples:",
            "examples: [x]\n  - term: fad\n    examples:",
            ["10: 'examples' must be a mapping, as in 'term: goon'"],
        ),
        ("examples:", "exmples:", ["10: unknown key 'exmples'; did you mean 'examples'?"]),
        ("polarity: negative", "polarity: bad", ["6: unknown value for 'polarity': 'bad'; it may be negative, "]),
        ("term: dud", "trm: dud", ["8: unknown key 'trm'; did you mean 'term'?"]),
        ("version: 1", "vrsion: 1", ["3: unknown key 'vrsion'; did you mean 'version'?"]),
        ("inflect: noun", "inflect: nuon\n    not: [cheap duds]", ["9: unknown value for 'inflect': 'nuon'; did you "]),
        (
            ENTRY,
            ENTRY.replace("inflect: noun", "inflect: nuon").replace("examples:", "exmples:"),
            ["9: unknown value for 'inflect': 'nuon'", "10: unknown key 'exmples'"],
        ),
        ("inflect: noun", "weight: 9\n    neutral: x", ["9: 'weight' must be", "10: 'neutral' must be a list"]),
        ("category: ridicule\npolarity: negative", "polarity: bad", ["5: unknown value", "7: 'dud' has no 'category'"]),
    ],
)
def test_what_follows_from_a_mistake_is_not_told_as_one_more(old: str, new: str, told: list[str]) -> None:
    found = mistakes((HEAD + ENTRY).replace(old, new))
    assert len(found) == len(told), found
    assert all(line.startswith(f"own.yaml:{start}") for line, start in zip(found, told, strict=True)), found


PREDICATES = """\
lexicon: own
kind: predicates
language: en
version: 1
description: Predicates for these tests.
attitudes: [{holder: subject, target: object, polarity: -1}]
entries:
  - {term: snub, inflect: verb, examples: {hit: ["Ida snubbed Tomas."], miss: ["A snub nose."]}, not: [snub nose]}
  - {term: snub, inflect: noun, examples: {hit: ["It was a snub."]},
     attitudes: [{holder: possessor, target: of, polarity: -1}, {holder: author, target: of, polarity: 1}]}
"""


def test_predicates_tell_who_stands_against_whom(tmp_path: Path) -> None:
    (lexicon,) = [one for one in load_lexicons([write(tmp_path, PREDICATES)]) if one.name == "own"]
    verb, noun = lexicon.entries
    assert (verb.inflect, verb.attitudes) == ("verb", (Attitude("subject", "object", -1.0),))
    assert (noun.inflect, noun.attitudes) == (
        "noun",
        (Attitude("possessor", "of", -1.0), Attitude("author", "of", 1.0)),
    )
    assert try_examples([lexicon]) == [()], "a verb and a noun may share their forms"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("holder: subject", "holder: subjekt", "6: unknown value for 'holder': 'subjekt'; did you mean 'subject'?"),
        ("target: object", "target: agianst", "6: unknown value for 'target': 'agianst'; did you mean 'against'?"),
        ("target: object", "target: subject", "6: the subject cannot be both holder and target"),
        ("polarity: -1}]\nent", "polarity: 2}]\nent", "6: unknown value for 'polarity': '2'"),
        (", target: object", "", "6: an attitude needs 'target'"),
        ("attitudes: [{holder: subject, target: object, polarity: -1}]", "attitudes: []", "6: 'attitudes' must be"),
        ("attitudes: [{holder: subject, target: object, polarity: -1}]\n", "", "7: 'snub' has no 'attitudes'"),
        ("{term: snub, inflect: verb", "{term: snub, inflect: noun", "9: 'snub' stands here twice; first in line 8"),
        ("version: 1", "version: 1\npolarity: negative", "5: unknown key 'polarity'"),
        ("version: 1", "version: 1\naim: object", "5: unknown key 'aim'"),
        ("A snub nose.", "He snubs him.", None),
    ],
)
def test_a_mistake_in_predicates_is_told_with_its_line(old: str, new: str, message: str | None) -> None:
    text = PREDICATES.replace(old, new, 1)
    assert text != PREDICATES
    found = mistakes(text)
    if message is None:
        lexicon, _ = check(LexiconFile("own.yaml", text.encode()))
        assert lexicon and [fault.place for (fault,) in try_examples([lexicon])] == ["own.yaml:8"]
    else:
        assert any(line.startswith(f"own.yaml:{message}") for line in found), found


def test_every_mistake_is_told_at_once_in_order() -> None:
    text = (HEAD + ENTRY).replace("version: 1", "version: x").replace("noun", "nuon").replace("miss:", "mis:")
    assert [line.split(":")[1] for line in mistakes(text)] == ["3", "9", "12"]


def test_an_alias_bomb_is_refused_at_once() -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    bomb = "a0: &a0 [lol]\n" + "\n".join(levels)
    (line,) = mistakes(bomb)
    assert line.startswith("own.yaml:1: anchors and aliases")
    assert seconds(lambda: mistakes(bomb)) < 1


@pytest.mark.parametrize("depth", [1_000, 400_000])
def test_brackets_without_end_are_refused(depth: int) -> None:
    assert mistakes("why: " + "[" * depth)


def test_where_libyaml_is_missing_the_same_is_read_and_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [HEAD + ENTRY, (HEAD + ENTRY).replace("noun", "nuon"), "a: &a [*a]", "why: " + "[" * 99]
    fast = [[line[:11] for line in mistakes(text)] for text in files]
    monkeypatch.setattr(source, "LOADER", yaml.SafeLoader)
    assert [[line[:11] for line in mistakes(text)] for text in files] == fast


def test_what_is_no_text_is_refused() -> None:
    assert mistakes(b"lexicon: own\nlanguage: \xff") == ["own.yaml:2: not UTF-8; save the file with the encoding UTF-8"]
    assert mistakes((HEAD + ENTRY).encode("utf-16"))
    assert mistakes(b"#" * 2_000_001) == ["own.yaml:1: larger than 2 MB; divide it into several files"]
    assert mistakes(b"\xef\xbb\xbf" + (HEAD + ENTRY).encode()) == [], "a byte order mark does no harm"


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_whatever_is_done_to_a_file_is_a_lexicon_or_a_mistake(data: st.DataObject) -> None:
    text = HEAD + ENTRY
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        stop = data.draw(st.integers(start, min(len(text), start + 20)))
        text = (
            text[:start]
            + data.draw(st.text(max_size=4) | st.sampled_from(list("-:[]{}&*!|>'\"#%@`\n\t")))
            + text[stop:]
        )
    mistakes(text.encode("utf-8", "surrogatepass"))
