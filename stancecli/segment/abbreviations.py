"""Abbreviations of English news, as words before a full stop: lower-cased, without the stop."""

from __future__ import annotations

BEFORE_NAMES = frozenset(
    # titles and ranks
    "mr mrs ms messrs mx dr drs prof rev fr hon sen sens rep reps gov govs pres amb atty supt asst assoc dep "
    "gen maj col lt cmdr capt cpt sgt cpl pvt adm ens brig spc pfc msgt det insp "
    # between names
    "vs v".split()
)
"""They never end a sentence."""

BEFORE_NUMBERS = frozenset(
    "no nos p pp vol vols art arts sec secs fig figs ch chs par pars ex app "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""They do not end a sentence where a number follows."""

CAPITALISED = frozenset(
    # months and days
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    # American states and Canadian provinces
    "ala ariz ark calif colo conn del fla ga ida ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev "
    "okla ore pa tenn tex va vt wash wis wisc wyo alta ont que sask man "
    # names of companies, persons and places
    "inc corp co cos ltd bros mfg assn dept dist univ intl natl jr sr esq st ste ave blvd rd hwy pkwy sq mt ft "
    "cong dem dems rep ind est".split()
)
"""Written with a capital, they may or may not end a sentence."""

LOWER = frozenset("etc al approx dept est govt min max incl misc tel ext cf ca oz lb lbs ft mph sq".split())
"""Written small, they may or may not end a sentence."""

STARTERS = frozenset(
    "the a an this that these those he she it they we you i his her its their our my your there here "
    "but and so yet or nor if when while as after before because since although though once until unless whether "
    "in on at by for from with without during among between under over despite to of about against "
    "who what where why how which not no some many most several both each all one two three "
    "however meanwhile moreover still also then now later earlier instead indeed perhaps even just only "
    "asked mr mrs ms is are was were do does did has have had can could will would should let".split()
)
"""Words that, with a capital after an abbreviation, show that a sentence begins."""

REPORTING = frozenset(
    "said says say asked asks ask wrote writes added told tells tweeted shouted shouts demanded demands wondered "
    "replied yelled cried exclaimed continued declared chanted responded joked quipped mused screamed".split()
)
"""After a question or exclamation in quotation marks they carry the sentence on."""
