"""What their pronouns tell of persons."""

from __future__ import annotations

from collections.abc import Mapping

from stancecli.actors.parties import Party
from stancecli.actors.words import GENDERS
from stancecli.model import Parse


def learn_genders(parse: Parse, found: Mapping[int, Party]) -> bool:
    """Give persons of unknown gender the one that their pronouns have, where these agree; whether anybody was given one."""
    votes: dict[Party, list[int]] = {}
    for token, party in found.items():
        if not party.gender:
            votes.setdefault(party, [0, 0])[GENDERS[parse.words[token]] == "f"] += 1
    learned = False
    for party, (male, female) in votes.items():
        if max(male, female) >= 2 * min(male, female) + 1:
            party.gender = "m" if male > female else "f"
            learned = True
    return learned
