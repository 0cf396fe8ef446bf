"""Texts as XML can hold them."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from stancecli.render.screen.plain import plain

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a number, and the controls that it discourages."""


def attribute(text: str) -> str:
    """The value of an attribute, in its quotation marks; of one line."""
    return quoteattr(_FORBIDDEN.sub("\ufffd", plain(text)))


def content(text: str) -> str:
    """What stands between tags, line by line."""
    lines = (_FORBIDDEN.sub("\ufffd", plain(line)) for line in text.split("\n"))
    return escape("\n".join(lines))
