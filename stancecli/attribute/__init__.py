"""Who says what: sources, cues and contents of everything that an article reports."""

from __future__ import annotations

from collections.abc import Sequence

from stancecli.attribute.cues import CueIndex
from stancecli.attribute.quoted import quoted_words
from stancecli.attribute.rules import label
from stancecli.attribute.speech import link
from stancecli.model import Parse, Speech

__all__ = ["CueIndex", "attribute", "quoted_words"]


def attribute(parses: Sequence[Parse], cues: CueIndex) -> list[Speech]:
    """Find the attributions and the withheld speech of each parse. Linear in the length of the text."""
    return [link(parse, label(parse, cues), cues) for parse in parses]
