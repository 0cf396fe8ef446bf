"""Of which noun a name in an apposition tells who that is: "the MP for Arden, Ann Hill"."""

from __future__ import annotations

from collections.abc import Iterable

from stancecli.actors.appositions import described_body, described_office
from stancecli.aim.parties import Party
from stancecli.model import Parse


def told_of(parse: Parse, parties: Iterable[Party]) -> dict[int, int]:
    """The noun's token by the first token of each name behind a comma, as `actors` finds it; -1 where none is sure."""
    behind = [one for one in parties if parse.words[one.first - 1 : one.first] == (",",)]
    tells = ((one, described_office if one.person else described_body) for one in behind)
    return {one.first: tell(parse, one.first, one.stop) for one, tell in tells}
