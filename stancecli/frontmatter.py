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

# A value that is a list or a mapping is no title.
_TITLE = re.compile(r"^title:[ \t]+[^\s\[{&*!?-][^\n]*(?:\n[ \t]+[^\n]*)*", re.MULTILINE)


class FrontMatter(NamedTuple):
    """Where it stands, its marks included, and the title that it tells."""

    span: Span
    title: str | None


def find_front_matter(text: str) -> FrontMatter | None:
    """What stands before the text itself; None where that begins at once, be it with a rule (`---`)."""
    found = _FRONT.match(text)
    return FrontMatter(Span(*found.span()), _title(found["yaml"])) if found else None


def _title(block: str) -> str | None:
    """The words of the key `title`, however YAML may quote or fold them."""
    found = _TITLE.search(block)
    if found is None:
        return None
    import yaml

    try:
        title = yaml.load(found[0], Loader=yaml.BaseLoader)["title"]
    except yaml.YAMLError:
        return None
    return title.strip() or None if isinstance(title, str) else None
