"""Whom words are about that do not name him."""

from __future__ import annotations

from msgspec import Struct

from stancecli.aim.parties import Party


class Topic(Struct, frozen=True):
    """Whom the words of one voice are about, though they do not name him; `voice` is a number as in `Voices.owners`."""

    party: Party
    voice: int
