"""Who is who: the parties of a text, all their mentions, and whom each source stands for."""

from __future__ import annotations

from stancecli.actors.cast import identify

__all__ = ["identify"]
