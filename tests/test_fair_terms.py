"""Where two sides have names for one thing, both names are listed and weigh the same, or neither is."""

from __future__ import annotations

import pytest

from stancecli.lexicon import Lexicons, load_lexicons
from stancecli.model import Entry
from stancecli.tokens import words_of

LISTED = """
illegal alien / undocumented american
chain migration / family reunification
pro-amnesty / anti-immigrant
globalist / nativist
pro-life / pro-choice
pro-abortion / anti-choice
right to life / reproductive freedom
unborn child / clump of cells
partial-birth abortion / forced birth
gun grabber / gun nut
gun control lobby / gun lobby
common-sense gun / constitutional carry
tax relief / revenue measure
tax burden / fair share
death tax / tax giveaway
job creator / hardworking family
welfare cheat / tax cheat
union boss / corporate boss
union thug / corporate thug
union-buster / union baron
climate alarmist / climate denier
climate alarmism / climate denialism
global warming alarmist / global warming denier
climate champion / climate realist
eco-terrorist / climate criminal
green lobby / fossil fuel lobby
green energy / american energy
unreliable wind / dirty energy
war on coal / war on the environment
far-left / far-right
hard left / hard right
hard-left / hard-right
extreme left / extreme right
radical left / radical right
ultra-left / ultra-right
alt-left / alt-right
ultra-liberal / ultra-conservative
loony left / loony right
leftist / rightist
left-winger / right-winger
left-wing extremist / right-wing extremist
left-wing radical / right-wing radical
left-wing ideologue / right-wing ideologue
left-wing mob / right-wing mob
left-wing agenda / right-wing agenda
liberal agenda / conservative agenda
liberal bias / conservative bias
liberal elite / conservative elite
liberal media / conservative media
left-wing media / right-wing media
marxist / fascist
woke / anti-woke
libtard / magat
dumbocrat / repugnican
moonbat / wingnut
limousine liberal / country-club republican
trumpist / never trumper
brextremist / remoaner
voter suppression / ballot harvesting
insurrectionist / rioter
killer cop / cop killer
soft on crime / tough on crime
defund the police / back the blue
anti-white / anti-black
anti-semite / islamophobe
freedom fighter / terrorist
judea and samaria / occupied palestine
apartheid wall / anti-terror fence
warmonger / appeaser
warmonger / peacenik
anti-vaxxer / pro-vaxxer
biological man / gender-affirming
"""
UNLISTED = """
obamacare / trumpcare
amnesty / path to citizenship
illegal migrant / undocumented migrant
illegal immigrant / undocumented immigrant
gun control / gun safety
gun control / gun rights
anti-abortion / abortion rights
abortion provider / pregnancy center
climate sceptic / climate activist
union leader / business leader
left-wing / right-wing
brexiteer / remainer
bidenomics / reaganomics
election integrity / voting rights
ballot security / ballot access
black lives matter / blue lives matter
all lives matter / black lives matter
law and order / social justice
israel defense forces / israel offense forces
disputed territory / occupied territory
democratic party / republican party
marriage equality / traditional marriage
religious freedom / gay rights
insurgent / resistance fighter
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [(left, right) for left, _, right in (line.partition(" / ") for line in table.split("\n") if line)]


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_lexicons()


def listed(name: str, lexicons: Lexicons) -> list[Entry]:
    """The entries with a polarity that list this name as one of their forms."""
    words = words_of(name)
    return [entry for entry in lexicons.begun("terms", "cues")[words[0]] if entry.polarity and words in entry.forms]


@pytest.mark.parametrize("left, right", pairs(LISTED))
def test_names_that_two_sides_give_weigh_the_same(left: str, right: str, lexicons: Lexicons) -> None:
    (one,), (other,) = listed(left, lexicons), listed(right, lexicons)
    assert one.weight == other.weight


@pytest.mark.parametrize("left, right", pairs(UNLISTED))
def test_of_plainer_names_neither_side_s_is_loaded(left: str, right: str, lexicons: Lexicons) -> None:
    assert [listed(left, lexicons), listed(right, lexicons)] == [[], []]


def test_what_a_plain_writer_would_say_is_not_loaded_itself(lexicons: Lexicons) -> None:
    """A contested name is never the plain alternative of another one."""
    loaded = [entry for lexicon in lexicons for entry in lexicon.entries if entry.polarity and entry.neutral]
    found = [(entry.id, plain) for entry in loaded for plain in entry.neutral if listed(plain, lexicons)]
    assert found == []
