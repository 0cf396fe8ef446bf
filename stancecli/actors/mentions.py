"""Where the parties of a text are named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from stancecli.actors.parties import Party

_DESCRIBED = 200
"""So many mentions back a description may reach."""


class Mentions:
    """Named mentions by place, none of which overlap; `holders` are the parties by each of their titles.

    What was asked for is kept: `soles` has who alone has an office, `latest` the last two who have it, `told` the words beside
    the mention at a token.
    """

    def __init__(self, parties: Sequence[Party]) -> None:
        rows = sorted((first, stop, number) for number, party in enumerate(parties) for first, stop in party.places)
        self._rows = [(first, stop, parties[number]) for first, stop, number in rows]
        self._firsts = [first for first, _, _ in rows]
        self._people = [first for first, _, number in rows if parties[number].kind == "person"]
        self._begin = {parties[number]: first for first, _, number in reversed(rows)}
        self._last = {parties[number]: first for first, _, number in rows}
        self._first_people = list(dict.fromkeys(party for _, _, party in self._rows if party.kind == "person"))[:2]
        self.holders: dict[str, list[Party]] = {}
        self.soles: dict[tuple[str, str], Party | None] = {}
        self.latest: dict[tuple[str, str], list[Party]] = {}
        self.told: dict[int, tuple[str, ...]] = {}
        for party in parties:
            for title in party.titles:
                self.holders.setdefault(title, []).append(party)

    def within(self, first: int, stop: int) -> list[tuple[int, int, Party]]:
        """All mentions that begin from token `first` to `stop`: first, stop, party."""
        return self._rows[bisect_left(self._firsts, first) : bisect_left(self._firsts, stop)]

    def touching(self, first: int, stop: int) -> list[tuple[int, int, Party]]:
        """Those within, and before them the one that begins before `first` and ends after it, if any."""
        at = bisect_left(self._firsts, first)
        at -= at > 0 and self._rows[at - 1][1] > first
        return self._rows[at : bisect_left(self._firsts, stop, at)]

    def before(self, token: int) -> list[tuple[int, int, Party]]:
        """The mentions before `token`, as far back as a description may reach."""
        stop = bisect_left(self._firsts, token)
        return self._rows[max(0, stop - _DESCRIBED) : stop]

    def previous(self, token: int) -> tuple[int, int, Party] | None:
        """The last mention that begins before a token."""
        at = bisect_left(self._firsts, token) - 1
        return self._rows[at] if at >= 0 else None

    def ending(self, stop: int) -> tuple[int, int, Party] | None:
        """The mention that ends right before token `stop`."""
        row = self.previous(stop)
        return row if row and row[1] == stop else None

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
        named = [party for party in self._first_people if self._begin[party] < stop]
        return named[0] if len(named) == 1 else None
