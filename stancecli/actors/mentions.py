"""Where the parties of a text are named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import inf

from stancecli.actors.parties import Party

_DESCRIBED = 200
"""So many mentions back a description may reach."""


class Mentions:
    """Named mentions by place; `holders` are the parties by each of their titles, `soles` who alone has an office, and
    `latest` the last two who have it, and `told` the words beside the mention at a token, as far as they were asked for.
    """

    def __init__(self, parties: Sequence[Party]) -> None:
        rows = sorted((first, stop, number) for number, party in enumerate(parties) for first, stop in party.places)
        self._rows = [(first, stop, parties[number]) for first, stop, number in rows]
        self._firsts = [first for first, _, _ in rows]
        self._people = [first for first, _, number in rows if parties[number].kind == "person"]
        self._begin = {parties[number]: first for first, _, number in reversed(rows)}
        self.holders: dict[str, list[Party]] = {}
        self.soles: dict[tuple[str, str], Party | None] = {}
        self.latest: dict[tuple[str, str], list[Party]] = {}
        self.told: dict[int, tuple[str, ...]] = {}
        self._last = {parties[number]: first for first, _, number in rows}
        self._two = self._first_two()
        for party in parties:
            for title in party.titles:
                self.holders.setdefault(title, []).append(party)

    def _first_two(self) -> list[tuple[float, Party | None]]:
        """The first person with the token at which he is named first, and the next one; the end of the text for none."""
        found: dict[Party, int] = {}
        for first, _, party in self._rows:
            if party.kind == "person" and party not in found:
                found[party] = first
                if len(found) == 2:
                    break
        return [*((first, party) for party, first in found.items()), (inf, None), (inf, None)][:2]

    def within(self, first: int, stop: int) -> list[tuple[int, int, Party]]:
        """All mentions that begin from token `first` to `stop`: first, stop, party."""
        return self._rows[bisect_left(self._firsts, first) : bisect_left(self._firsts, stop)]

    def begin(self, party: Party) -> int:
        """The token at which a party is named for the first time; -1 if it is not."""
        return self._begin.get(party, -1)

    def last(self, party: Party) -> int:
        """The token at which a party is named for the last time; -1 if it is not."""
        return self._last.get(party, -1)

    def has_person(self, first: int, stop: int) -> bool:
        """Whether the name of a person begins from token `first` to `stop`."""
        return bisect_left(self._people, first) < bisect_left(self._people, stop)

    def only_person(self, stop: int) -> Party | None:
        """The only person who is named before a token; None where there are several."""
        first, second = self._two
        return first[1] if first[0] < stop <= second[0] else None

    def touching(self, first: int, stop: int) -> list[tuple[int, int, Party]]:
        """The same, with the mention that begins before `first` and ends after it, if any."""
        at = bisect_left(self._firsts, first)
        at -= at > 0 and self._rows[at - 1][1] > first
        return self._rows[at : bisect_left(self._firsts, stop, at)]

    def before(self, token: int) -> list[tuple[int, int, Party]]:
        """The mentions before `token`, as far back as a description may reach."""
        stop = bisect_left(self._firsts, token)
        return self._rows[max(0, stop - _DESCRIBED) : stop]
