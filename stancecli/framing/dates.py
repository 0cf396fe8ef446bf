"""Cues without the time at which something was said: "claimed on Monday" is the cue "claimed"."""

from __future__ import annotations

import re

_WHEN = r"(?:early|late|later|earlier)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PART = r"(?:morning|noon|afternoon|evening|night)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.)"
)
_SPAN = r"(?:week|weekend|month|year|spring|summer|autumn|fall|winter)"
_TIME = re.compile(
    rf"\b(?:"
    rf"(?:{_WHEN} )?(?:(?:on|last|this|next) )*{_DAY}(?: {_PART})?"
    rf"|(?:{_WHEN} )?(?:on|in|since|last|this) {_MONTH}(?: \d+)*"
    rf"|(?:{_WHEN} )?(?:last|this|next) (?:{_SPAN}|{_PART})"
    rf"|(?:{_WHEN} )?(?:today|yesterday|tonight|tomorrow)(?: {_PART})?"
    rf"|(?:in|since) (?:19|20)\d\d"
    rf")(?!\w)"
)
_LEFT = " ,"


def undated(cue: str) -> str:
    """The words of a cue in lower case without days, dates and the like; as it was where nothing else is left."""
    words = " ".join(cue.lower().split())
    bare = " ".join(_TIME.sub(" ", words).split()).strip(_LEFT)
    return bare or words
