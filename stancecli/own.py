"""Files that stancecli wrote: beside the articles of a folder, they are none of them."""

from __future__ import annotations

from contextlib import suppress

GENERATOR = '<meta name="generator" content="stancecli">'
"""What a page of HTML says near its beginning."""

REFERENCE = '[stancecli]: # "made by stancecli"\n\n'
"""What a page of Markdown begins with: the definition of a link, which no reader sees."""

SCREEN = "made by stancecli "
"""What a file of text with tables or an article as on a screen begins with; the version and an empty line follow."""

RESULT = '{"schema":"stancecli.report/'
"""What JSON Lines of results begin with."""

_HEAD = 512
"""Bytes in which a page of ours says that it is one."""


def is_own(path: str) -> bool:
    """Whether the beginning of a file says that stancecli wrote it; reading one that cannot be read tells why."""
    with suppress(OSError), open(path, "rb") as stream:
        head = stream.read(_HEAD)
        return head.startswith((REFERENCE.encode(), SCREEN.encode(), RESULT.encode())) or (
            head.startswith(b"<!DOCTYPE html>") and GENERATOR.encode() in head
        )
    return False
