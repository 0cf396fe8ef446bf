"""Whether a text tells that somebody is tried: who denies fraud, was charged or is on trial is "the defendant"."""

from __future__ import annotations

TRIED = ("defendant", "accused")
"""What a text calls whoever is tried."""
_DENIES = frozenset("denies denied deny".split())
_PLEADS = frozenset("pleaded pleads".split())
_PLEAS = frozenset("guilty not no innocent".split())
_STANDS = frozenset("is was stands stood".split())
_CHARGED = frozenset("charged accused convicted sentenced indicted acquitted jailed".split())
_CRIMES = frozenset(
    "charge charges count counts wrongdoing crime crimes offence offences offense offenses misconduct murder manslaughter homicide "
    "assault battery rape robbery burglary theft larceny fraud forgery bribery corruption embezzlement extortion blackmail "
    "perjury conspiracy arson kidnapping abduction harassment stalking trespass trafficking smuggling laundering treason "
    "espionage terrorism blasphemy negligence "
    "killing murdering strangling stabbing shooting poisoning assaulting attacking beating raping molesting groping abusing "
    "robbing stealing burgling defrauding embezzling bribing forging extorting kidnapping abducting threatening harassing "
    "possessing dealing supplying laundering conspiring plotting perverting obstructing evading causing".split()
)
"""What is denied by whoever is tried."""
_BEFORE_CRIMES = frozenset(
    "the a an any all both each every these those such his her one two three four five six seven eight nine ten eleven twelve "
    "multiple several further of to attempted aggravated criminal federal felony gross serious sexual indecent financial "
    "grievous armed tax insurance wire bank drug drugs money war election being involved in".split()
)
_DENIED = 6
"""Within so many words behind "denies" the crime is told."""
_AGE = 3
"""So many words stand between a name and its verb where somebody's age is told (", 52,")."""


def is_tried(words: tuple[str, ...], stop: int) -> bool:
    """Whether what stands behind a name that ends before token `stop` tells of a charge ("denies fraud", ", 52, was charged")."""
    behind = words[stop : stop + _AGE + 1 + _DENIED]
    if behind[:1] == (",",) and behind[2:3] == (",",):
        behind = behind[_AGE:]
    if len(behind) < 2:
        return False
    verb, after = behind[0], behind[1:]
    if verb in _DENIES:
        return next((word for word in after[:_DENIED] if word not in _BEFORE_CRIMES), "") in _CRIMES
    if verb in _PLEADS:
        return after[0] in _PLEAS
    stands = after[:2] == ("on", "trial") or (after[0] == "trial" and verb.startswith("st"))
    return verb in _STANDS and (stands or after[0] in _CHARGED)
