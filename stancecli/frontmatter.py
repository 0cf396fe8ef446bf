"""Find the front matter of a text file: the YAML between `---` and `---` with which writers' tools begin one."""

from __future__ import annotations

import re
from typing import NamedTuple

from stancecli.model import Span

# A line of prose is neither: what stands before its colon has blanks ("Mayor Lund: I am no liar.").
_KEY = r"[A-Za-z0-9_][A-Za-z0-9_-]*:(?:[ \t\r][^\n]*)?\n"
_MORE = r"(?:[ \t]+\S|-(?!\S)|#)[^\n]*\n"
_FRONT = re.compile(
    rf"\s*---[ \t]*\r?\n(?P<yaml>(?:[ \t]*(?:#[^\n]*)?\r?\n)*{_KEY}(?:(?:[ \t]*\r?\n)*(?:{_KEY}|{_MORE}))*)"
    r"(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)

# A value that is a mapping tells nothing, nor does a list but of authors; what is nested is never read.
_PLAIN = r"[ \t]+[^\s\[{&*!?-][^\n]*(?:\n[ \t]+[^\n]*)*"
_LISTED = r"[ \t]+\[[^\[\]{}&*!\n]*\][ \t\r]*$|[ \t\r]*(?:\n[ \t]*-[ \t]+[^\s\[{&*!?-][^\n]*)+"
_TITLE = re.compile(rf"^title:{_PLAIN}", re.MULTILINE)
_DATE = re.compile(rf"^date:{_PLAIN}", re.MULTILINE)
_AUTHORS = re.compile(rf"^(?:authors?|byline):(?:{_PLAIN}|{_LISTED})", re.MULTILINE)


class FrontMatter(NamedTuple):
    """Where it stands, its marks included, and what it tells: title, date as written, authors with "; " between them."""

    span: Span
    title: str | None
    date: str | None
    byline: str | None


def find_front_matter(text: str) -> FrontMatter | None:
    """What stands before the text itself; None where that begins at once, be it with a rule (`---`)."""
    found = _FRONT.match(text)
    return (
        FrontMatter(Span(*found.span()), *(_told(found["yaml"], key) for key in (_TITLE, _DATE, _AUTHORS)))
        if found
        else None
    )


def _told(block: str, key: re.Pattern[str]) -> str | None:
    """The words of a key, however YAML may quote, fold or list them."""
    found = key.search(block)
    if found is None:
        return None
    import yaml

    try:
        (value,) = yaml.load(found[0], Loader=yaml.BaseLoader).values()
    except (yaml.YAMLError, RecursionError):  # a mapping in a list may be nested without end
        return None
    words = value if isinstance(value, list) else [value]
    told = "; ".join(word.strip() for word in words if isinstance(word, str))
    return told or None
